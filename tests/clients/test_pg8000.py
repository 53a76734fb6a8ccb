"""pg8000: its two ways in, parameters as text, transactions, TLS."""

from __future__ import annotations

import ssl
from contextlib import closing
from typing import Any

import pg8000.dbapi
import pg8000.native
import pytest

from tests.clients.conftest import Expected
from tests.clients.endpoint import Endpoint
from tests.clients.questions import (
    BY_NAME_AND_YEAR,
    EVERY_TYPE_SQL,
    EVERY_VALUE,
    NO_COLUMN,
    NO_TABLE,
    OF_YEARS,
    PEOPLE,
    VARDE_2022_2023,
    VARDE_2024,
)  # fmt: skip


def connect(endpoint: Endpoint) -> Any:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    return pg8000.dbapi.connect(
        **endpoint.keywords("database"), ssl_context=trusting if endpoint.encrypted else False, timeout=60
    )


def fetched(connection: Any, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    cursor = connection.cursor()
    cursor.execute(sql, parameters)
    return [tuple(row) for row in cursor.fetchall()]


def test_a_query_through_each_door(door: Endpoint, expected: Expected) -> None:
    with closing(connect(door)) as connection:
        assert fetched(connection, PEOPLE.sql) == expected(PEOPLE.by_hand)


def test_parameters(endpoint: Endpoint, expected: Expected) -> None:
    with closing(connect(endpoint)) as connection:
        found = fetched(connection, BY_NAME_AND_YEAR.format("%s", "%s"), ("Varde", 2024))
        assert found == expected(VARDE_2024)
        years = fetched(connection, OF_YEARS.format("%s"), ([2022, 2023],))
        assert sorted(years) == sorted(expected(VARDE_2022_2023))


def test_every_type(endpoint: Endpoint) -> None:
    with closing(connect(endpoint)) as connection:
        assert fetched(connection, EVERY_TYPE_SQL) == [EVERY_VALUE]


def test_a_prepared_statement(endpoint: Endpoint, expected: Expected) -> None:
    sql = BY_NAME_AND_YEAR.format(":navn", ":aar")
    with closing(pg8000.native.Connection(**endpoint.keywords("database"))) as connection:
        statement = connection.prepare(sql)
        found = [statement.run(navn="Varde", aar=aar) for aar in (2024, 1900, 2024)]
        statement.close()
    rows = [list(row) for row in expected(VARDE_2024)]
    assert found == [rows, [], rows]


def test_an_error_ends_the_transaction(endpoint: Endpoint) -> None:
    with closing(connect(endpoint)) as connection:
        for sql, code in ((NO_COLUMN, "42703"), (NO_TABLE, "25P02")):
            with pytest.raises(pg8000.dbapi.DatabaseError) as caught:
                fetched(connection, sql)
            assert caught.value.args[0]["C"] == code
        connection.rollback()
        assert fetched(connection, "select 1") == [(1,)]
