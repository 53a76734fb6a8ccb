"""psqlODBC through pyodbc, the way of Excel: with and without cursors on the server, parameters, the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from tests.clients.browsing.odbc_text import OPTIONS, text
from tests.clients.conftest import Expected
from tests.clients.endpoint import Endpoint
from tests.clients.questions import BY_NAME_AND_YEAR, NO_COLUMN, PEOPLE, VARDE, VARDE_2024, WRITES

pytestmark = pytest.mark.real_client("psqlodbc", "drivers")

BY_PARAMETERS = BY_NAME_AND_YEAR.format("?", "?")


@pytest.fixture
def connection(pyodbc: Any, endpoint: Endpoint) -> Iterator[Any]:
    with closing(pyodbc.connect(text(endpoint), autocommit=True)) as opened:
        yield opened


def rows(found: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in found]


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_queries(pyodbc: Any, endpoint: Endpoint, expected: Expected, options: str) -> None:
    with closing(pyodbc.connect(text(endpoint, options))) as connection:
        assert rows(connection.execute(VARDE.sql).fetchall()) == expected(VARDE.by_hand)
        assert rows(connection.execute(PEOPLE.sql).fetchall()) == expected(PEOPLE.by_hand)
        for _ in range(3):
            assert rows(connection.execute(BY_PARAMETERS, "Varde", 2024).fetchall()) == expected(VARDE_2024)
        assert connection.execute(BY_PARAMETERS, "Findes ikke", 2024).fetchall() == []


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_part_of_an_answer(pyodbc: Any, endpoint: Endpoint, expected: Expected, options: str) -> None:
    """What is not fetched is given up, and the connection is of use after."""
    with closing(pyodbc.connect(text(endpoint, options))) as connection:
        assert rows(connection.execute(PEOPLE.sql).fetchmany(5)) == expected(PEOPLE.by_hand)[:5]
        connection.rollback()
        assert connection.execute("select 1").fetchval() == 1


def test_through_each_door(pyodbc: Any, door: Endpoint, expected: Expected) -> None:
    with closing(pyodbc.connect(text(door))) as connection:
        assert rows(connection.execute(VARDE.sql).fetchall()) == expected(VARDE.by_hand)


def test_tables(connection: Any) -> None:
    found = {(row.table_schem, row.table_name, row.table_type) for row in connection.cursor().tables()}
    assert {("public", "regnskab", "VIEW"), ("public", "befolkning", "VIEW")} <= found
    chosen = connection.cursor().tables(schema="public", table="reg%").fetchall()
    assert [row.table_name for row in chosen] == ["regnskab"]
    assert "pg_catalog" not in {schema for schema, _, _ in found}


def test_schemas(connection: Any) -> None:
    found = {row[1] for row in connection.cursor().tables(table="", catalog="", schema="%")}
    assert {"public", "noegletal"} <= found


def test_columns(connection: Any, pyodbc: Any) -> None:
    found = {row.column_name: row for row in connection.cursor().columns(table="regnskab", schema="public")}
    assert (found["aar"].type_name, found["aar"].data_type) == ("int4", pyodbc.SQL_INTEGER)
    assert found["udgift_kr"].data_type == pyodbc.SQL_NUMERIC
    assert found["opgjort_pr"].data_type == pyodbc.SQL_TYPE_DATE
    assert found["kommune"].type_name == "text"
    assert [row.ordinal_position for row in found.values()] == list(range(1, len(found) + 1))


def test_no_keys_are_told(connection: Any) -> None:
    """Otherwise programs would join by themselves."""
    cursor = connection.cursor()
    assert cursor.primaryKeys("regnskab", schema="public").fetchall() == []
    assert cursor.foreignKeys("regnskab", schema="public").fetchall() == []
    assert cursor.foreignKeys(foreignTable="regnskab", foreignSchema="public").fetchall() == []


def test_the_other_catalogue_functions(connection: Any) -> None:
    cursor = connection.cursor()
    assert [row.index_name for row in cursor.statistics("regnskab", schema="public") if row.index_name] == []
    assert cursor.procedures(schema="public").fetchall() == []
    assert cursor.procedureColumns(schema="public").fetchall() == []
    cursor.rowIdColumns("regnskab", schema="public").fetchall()
    cursor.rowVerColumns("regnskab", schema="public").fetchall()
    assert {"int4", "numeric", "text", "date"} <= {row.type_name for row in cursor.getTypeInfo()}


def test_what_the_driver_knows(connection: Any, endpoint: Endpoint, pyodbc: Any) -> None:
    assert connection.getinfo(pyodbc.SQL_DBMS_NAME) == "PostgreSQL"
    assert connection.getinfo(pyodbc.SQL_DBMS_VER).startswith("15")
    assert connection.getinfo(pyodbc.SQL_DATABASE_NAME) == endpoint.database


def test_an_error(connection: Any, pyodbc: Any) -> None:
    with pytest.raises(pyodbc.Error) as caught:
        connection.execute(NO_COLUMN)
    assert caught.value.args[0] == "42703"
    assert connection.execute("select 1").fetchval() == 1


@pytest.mark.parametrize("sql", WRITES)
def test_nothing_can_be_written(connection: Any, pyodbc: Any, sql: str) -> None:
    with pytest.raises(pyodbc.Error):
        connection.execute(sql)


def test_the_wrong_password(pyodbc: Any, endpoint: Endpoint) -> None:
    with pytest.raises(pyodbc.Error, match="password authentication failed"):
        pyodbc.connect(text(replace(endpoint, password="forkert")))
