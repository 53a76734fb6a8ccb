"""Puts questions through Npgsql and prints the answers as one JSON object. Run with the Python of var/clients/npgsql:

python npgsql_questions.py CONNECTION_STRING SLOW ALL BY_PARAMETERS NO_COLUMN EVERY_TYPE POWER_BI

POWER_BI is a JSON list of statements.
"""

import json
import sys
import threading

from connect import DataTable, NpgsqlCommand, NpgsqlConnection, NpgsqlDataAdapter, query
from Npgsql import NpgsqlException, PostgresException
from System import Array, DateTime, Decimal, Int32, Int64
from System.Data import CommandBehavior

text, slow, everything, by_parameters, no_column, every_type, power_bi = sys.argv[1:]
told = {}


def asked(question):
    """The decorated question, asked at once; its name is the answer's."""
    try:
        told[question.__name__] = question()
    except PostgresException as fault:
        told[question.__name__] = {"code": fault.SqlState, "position": fault.Position, "severity": fault.Severity}
    except NpgsqlException as fault:
        told[question.__name__] = {"fault": str(fault)}


def filled(table):
    names = [str(column.ColumnName) for column in table.Columns]
    return {"columns": names, "rows": [[None if str(cell) == "" else str(cell) for cell in row.ItemArray]
                                       for row in table.Rows]}  # fmt: skip


connection = NpgsqlConnection(text)
connection.Open()


@asked
def server():
    return {
        "version": str(connection.PostgreSqlVersion),
        "database": connection.Database,
        "state": str(connection.State),
    }


@asked
def all():
    return query(connection, everything)[1]


@asked
def parameters():
    return query(connection, by_parameters, navn="Varde", aar=Int32(2024))[1]


@asked
def prepared():
    command = NpgsqlCommand(by_parameters, connection)
    command.Parameters.AddWithValue("navn", "Varde")
    command.Parameters.AddWithValue("aar", Int32(2024))
    command.Prepare()
    rows = []
    for _ in range(3):
        reader = command.ExecuteReader()
        rows = []
        while reader.Read():
            rows.append([str(reader.GetValue(i)) for i in range(reader.FieldCount)])
        reader.Close()
    return rows


@asked
def values():
    sql = "select cast(@a as numeric), cast(@b as date), cast(@c as text), cast(@d as int8), cast(@e as bool)"
    given = {"a": Decimal.Parse("-12345.6789"), "b": DateTime(2024, 2, 29), "c": "æ'ø", "d": Int64(-7), "e": True}
    return query(connection, sql, **given)[1]


@asked
def listed():
    sql = "select aar from regnskab where kommune = 'Varde' and funktion = '6.45.51' and aar = any(@aar) order by aar"
    return query(connection, sql, aar=Array[Int32]([2022, 2023]))[1]


@asked
def types():
    reader = NpgsqlCommand(every_type, connection).ExecuteReader()
    found = [str(reader.GetDataTypeName(i)) for i in range(reader.FieldCount)]
    reader.Close()
    return found


@asked
def every():
    return query(connection, every_type)[1]


@asked
def several():
    reader = NpgsqlCommand("select 1; select 2; select 3", connection).ExecuteReader()
    found = []
    more = True
    while more:
        reader.Read()
        found.append(reader.GetInt32(0))
        more = reader.NextResult()
    reader.Close()
    return found


@asked
def adapter():
    table = DataTable()
    NpgsqlDataAdapter(NpgsqlCommand(everything, connection)).Fill(table)
    return {"types": [str(column.DataType) for column in table.Columns], **filled(table)}


@asked
def schema_only():
    sql = "select aar, kommune, udgift_kr, udgift_kr__status, opgjort_pr, dataversion, omfang from regnskab"
    reader = NpgsqlCommand(sql, connection).ExecuteReader(CommandBehavior.SchemaOnly)
    found = {str(row["ColumnName"]): str(row["DataType"]) for row in reader.GetSchemaTable().Rows}
    rows = reader.Read()
    reader.Close()
    return {"columns": found, "rows": rows}


@asked
def views():
    return filled(connection.GetSchema("Views"))


@asked
def columns():
    return filled(connection.GetSchema("Columns", [connection.Database, "public", "regnskab"]))


@asked
def collections():
    found = {}
    for row in connection.GetSchema().Rows:
        name = str(row[0])
        try:
            found[name] = connection.GetSchema(name).Rows.Count
        except Exception as fault:
            found[name] = type(fault).__name__
    return found


@asked
def as_power_bi():
    """The columns' names and the rows of each statement, on a connection that is opened for them."""
    opened = NpgsqlConnection(text + ";Pooling=false")
    opened.Open()
    found = [query(opened, sql) for sql in json.loads(power_bi)]
    opened.Close()
    return found


@asked
def no_such_column():
    return query(connection, no_column)


@asked
def after():
    return query(connection, "select 1")[1]


@asked
def cancelled():
    command = NpgsqlCommand(slow, connection)
    timer = threading.Timer(0.5, command.Cancel)
    timer.start()
    try:
        return str(command.ExecuteScalar())
    finally:
        timer.join()


@asked
def after_cancelling():
    return query(connection, "select 1")[1]


@asked
def transaction():
    begun = connection.BeginTransaction()
    rows = query(connection, by_parameters, navn="Varde", aar=Int32(2024))[1]
    begun.Rollback()
    return rows


@asked
def pool():
    """The same connection from the pool, its settings as new."""
    NpgsqlCommand("set application_name = 'brugt'", connection).ExecuteNonQuery()
    before = connection.ProcessID
    connection.Close()
    again = NpgsqlConnection(text)
    again.Open()
    name, process = query(again, "show application_name")[1][0][0], again.ProcessID
    again.Close()
    return {"same": before == process, "name": name}


NpgsqlConnection.ClearAllPools()


@asked
def wrong_password():
    wrong = NpgsqlConnection(text + ";Password=forkert;Pooling=false")
    wrong.Open()


print(json.dumps(told))
