"""What psqlODBC asks: the catalogue functions that Excel and other programs call, a query, and the cursor options."""

from __future__ import annotations

from contextlib import closing

import pyodbc

from tests.clients.browsing.odbc_text import OPTIONS, text
from tests.clients.endpoint import Endpoint

VARDE = "select aar, funktion, udgift_kr from regnskab where kommune = ? and aar = ?"


def browse(endpoint: Endpoint) -> None:
    with closing(pyodbc.connect(text(endpoint))) as connection:
        cursor = connection.cursor()
        for told in (
            lambda: cursor.tables(),
            lambda: cursor.tables(schema="public", tableType="TABLE,VIEW"),
            lambda: cursor.tables(table="%", catalog="%", schema=""),
            lambda: cursor.tables(table="", catalog="", schema="%"),
            lambda: cursor.tables(table="", catalog="", schema="", tableType="%"),
            lambda: cursor.columns(table="regnskab"),
            lambda: cursor.columns(table="regnskab", schema="public", column="aar"),
            lambda: cursor.primaryKeys("regnskab", schema="public"),
            lambda: cursor.foreignKeys("regnskab", schema="public"),
            lambda: cursor.foreignKeys(foreignTable="regnskab", foreignSchema="public"),
            lambda: cursor.statistics("regnskab", schema="public"),
            lambda: cursor.rowIdColumns("regnskab", schema="public"),
            lambda: cursor.rowVerColumns("regnskab", schema="public"),
            lambda: cursor.procedures(),
            lambda: cursor.procedures(schema="public"),
            lambda: cursor.procedureColumns(schema="public"),
            lambda: cursor.getTypeInfo(),
        ):
            told().fetchall()
    for options in OPTIONS.values():
        with closing(pyodbc.connect(text(endpoint, options))) as connection:
            connection.execute(VARDE, "Varde", 2024).fetchall()
            connection.execute("select * from regnskab").fetchmany(5)
            connection.rollback()
