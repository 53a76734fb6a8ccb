"""What Npgsql asks: opening and type loading, every collection of GetSchema, the adapter, and a pool's reset.

python npgsql.py HOST PORT USER PASSWORD DATABASE
"""

import sys

from connect import DataTable, NpgsqlCommand, NpgsqlConnection, NpgsqlDataAdapter, query
from System import Int32
from System.Data import CommandBehavior, SchemaType

host, port, user, password, database = sys.argv[1:]
text = f"Host={host};Port={port};Username={user};Password={password};Database={database}"

connection = NpgsqlConnection(text)
connection.Open()
query(connection, "select aar, kommune, udgift_kr from regnskab where kommune = @navn and aar = @aar",
      navn="Varde", aar=Int32(2024))  # fmt: skip
query(connection, "select aar from regnskab limit 1; select kommune from regnskab limit 1")

names = [str(row[0]) for row in connection.GetSchema().Rows]
for name in names:
    try:
        connection.GetSchema(name)
    except Exception as fault:
        print(f"{name}: {type(fault).__name__} {str(fault).splitlines()[0]}")
for name in ("Tables", "Columns", "Views"):
    connection.GetSchema(name, [database, "public", "regnskab"])

table = DataTable()
adapter = NpgsqlDataAdapter(NpgsqlCommand("select * from regnskab", connection))
adapter.FillSchema(table, SchemaType.Source)
adapter.Fill(table)
command = NpgsqlCommand("select aar, udgift_kr, opgjort_pr from regnskab", connection)
reader = command.ExecuteReader(CommandBehavior.SchemaOnly | CommandBehavior.KeyInfo)
reader.GetSchemaTable()
reader.Close()
prepared = NpgsqlCommand("select udgift_kr from regnskab where aar = @aar", connection)
prepared.Parameters.AddWithValue("aar", Int32(2024))
prepared.Prepare()
prepared.ExecuteScalar()
connection.Close()

again = NpgsqlConnection(text)  # the same one from the pool, reset
again.Open()
query(again, "select 1 as et")
again.Close()
NpgsqlConnection.ClearAllPools()
