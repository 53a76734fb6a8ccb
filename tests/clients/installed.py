"""Where the clients lie that are no commands, once `make clients` or the system's packages have put them there."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).parent
ASKING = HERE / "asking"  # programs that put the tests' questions through a client
CLIENTS = HERE.parents[1] / "var" / "clients"
NPGSQL = CLIENTS / "npgsql"
DRIVERS = CLIENTS / "drivers"  # for Python
SQLALCHEMY_14 = CLIENTS / "sqlalchemy14"
NODE = CLIENTS / "node"
JDBC = Path("/usr/share/java/postgresql.jar")
ODBC = next(Path("/usr/lib").glob("*/odbc/psqlodbcw.so"), Path("/usr/lib/odbc/psqlodbcw.so"))
SDBC = Path("/usr/lib/libreoffice/program/libpostgresql-sdbclo.so")
UNO = Path("/usr/lib/python3/dist-packages/uno.py")
SYSTEM_PYTHON = Path("/usr/bin/python3")  # which UNO is for, and .venv need not be


def npgsql_environment() -> dict[str, str]:
    """For a Python that opens Npgsql."""
    return {
        **os.environ,
        "LD_LIBRARY_PATH": f"{NPGSQL}/ssl:{NPGSQL}/x/psycopg2_binary.libs",
        "CLR_OPENSSL_VERSION_OVERRIDE": "1.1",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
        "PYTHONPATH": str(NPGSQL),
    }
