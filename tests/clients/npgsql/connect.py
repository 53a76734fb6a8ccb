"""Opens the real Npgsql from Python. Run with:

    LD_LIBRARY_PATH=DIR/ssl:DIR/x/psycopg2_binary.libs CLR_OPENSSL_VERSION_OVERRIDE=1.1 \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 PYTHONPATH=DIR DIR/venv/bin/python your_test.py

    from connect import NpgsqlConnection, NpgsqlCommand, NpgsqlDataAdapter, DataTable, query
    c = NpgsqlConnection("Host=127.0.0.1;Port=15432;Username=u;Password=p;Database=d"); c.Open()
    print(query(c, "select 1 as a"))

Wrap a Python int parameter as System.Int32 yourself. SSL Mode=Require;Trust Server Certificate=true for TLS.
"""

import os
from pathlib import Path

os.environ.setdefault("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
_here = Path(__file__).resolve().parent

from clr_loader import get_coreclr  # noqa: E402
from pythonnet import set_runtime  # noqa: E402

set_runtime(get_coreclr(runtime_config=str(_here / "runtime.json"), dotnet_root=str(_here / "x/dotnetcore2/bin")))

import clr  # noqa: E402

clr.AddReference(str(_here / "x/azureml/dataprep/api/engineapi/bin/Npgsql.dll"))
clr.AddReference("System.Data.Common")

from Npgsql import NpgsqlCommand, NpgsqlConnection, NpgsqlDataAdapter  # noqa: E402,F401
from System.Data import DataTable  # noqa: E402,F401


def query(connection, sql, **parameters):
    """(column names, rows as .NET values in text, None for NULL) of one statement."""
    command = NpgsqlCommand(sql, connection)
    for name, value in parameters.items():
        command.Parameters.AddWithValue(name, value)
    reader = command.ExecuteReader()
    try:
        names = [reader.GetName(i) for i in range(reader.FieldCount)]
        rows = []
        while reader.Read():
            rows.append([None if reader.IsDBNull(i) else str(reader.GetValue(i)) for i in range(len(names))])
        return names, rows
    finally:
        reader.Close()
