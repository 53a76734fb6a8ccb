"""psycopg 3: text and binary, parameters, prepared statements, cursors on the server, COPY, pipelines, cancelling."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

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
    OIDS,
    PEOPLE,
    REFUSED,
    VARDE,
    VARDE_2022_2023,
    VARDE_2024,
    WRITES,
)  # fmt: skip

pytestmark = pytest.mark.real_client("drivers")

BY_PARAMETERS = BY_NAME_AND_YEAR.format("%s", "%s")


def connect(psycopg: Any, endpoint: Endpoint, **options: Any) -> Any:
    mode = "require" if endpoint.encrypted else "disable"
    return psycopg.connect(**endpoint.keywords(), sslmode=mode, autocommit=True, **options)


@pytest.fixture
def connection(psycopg: Any, endpoint: Endpoint) -> Iterator[Any]:
    with connect(psycopg, endpoint) as opened:
        yield opened


@pytest.mark.parametrize("binary", [False, True])
def test_a_query_in_text_and_in_binary(connection: Any, expected: Expected, binary: bool) -> None:
    with connection.cursor(binary=binary) as cursor:
        assert cursor.execute(VARDE.sql).fetchall() == expected(VARDE.by_hand)
        assert [(column.name, column.type_code) for column in cursor.description] == [
            ("aar", 23), ("funktion", 25), ("udgift_kr", 1700),
        ]  # fmt: skip
        assert cursor.execute(PEOPLE.sql).fetchall() == expected(PEOPLE.by_hand)


def test_through_each_door(psycopg: Any, door: Endpoint, expected: Expected) -> None:
    with connect(psycopg, door) as opened:
        assert opened.pgconn.ssl_in_use == door.encrypted
        assert opened.execute(VARDE.sql).fetchall() == expected(VARDE.by_hand)


@pytest.mark.parametrize("binary", [False, True])
def test_every_type(connection: Any, binary: bool) -> None:
    with connection.cursor(binary=binary) as cursor:
        assert cursor.execute(EVERY_TYPE_SQL).fetchone() == EVERY_VALUE
        assert tuple(column.type_code for column in cursor.description) == OIDS


@pytest.mark.parametrize("binary", [False, True])
@pytest.mark.parametrize("prepare", [False, True])
def test_parameters(connection: Any, expected: Expected, binary: bool, prepare: bool) -> None:
    kind = "%b" if binary else "%t"
    sql = BY_NAME_AND_YEAR.format(kind, kind)
    for _ in range(3):
        assert connection.execute(sql, ("Varde", 2024), prepare=prepare).fetchall() == expected(VARDE_2024)
    assert connection.execute(sql, ("Findes ikke", 2024), prepare=prepare).fetchall() == []


@pytest.mark.parametrize(
    ("value", "type"),
    [(True, "bool"), (7, "int8"), (Decimal("-1.50"), "numeric"), (0.25, "float8"), ("æ'ø", "text"),
     (date(2024, 2, 29), "date"), (None, "text")],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["%t", "%b"])
def test_a_parameter_comes_back(connection: Any, value: object, type: str, kind: str) -> None:
    sql = f"select cast({kind} as {type})"
    assert connection.execute(sql, (value,)).fetchone() == (value,)


def test_a_list_of_values(connection: Any, expected: Expected) -> None:
    found = connection.execute(OF_YEARS.format("%s"), ([2023, 2022],)).fetchall()
    assert sorted(found) == sorted(expected(VARDE_2022_2023))


def test_values_side_by_side_and_a_list_of_others(connection: Any, expected: Expected) -> None:
    """Without a space between them, two parameters are not a quotation by dollars."""
    sql = "select aar, udgift_kr from regnskab where kommune = 'Varde' and funktion = '6.45.51' and "
    within = connection.execute(sql + "aar in (%s,%s)", (2022, 2023)).fetchall()
    others = connection.execute(sql + "aar <> all(%s)", ([2020, 2021, 2024],)).fetchall()
    assert sorted(within) == sorted(others) == sorted(expected(VARDE_2022_2023))


def test_many_times_the_same_statement(connection: Any, expected: Expected) -> None:
    """From the sixth on it is prepared on the server."""
    for _ in range(8):
        assert connection.execute(BY_PARAMETERS, ("Varde", 2024)).fetchall() == expected(VARDE_2024)


def test_a_cursor_on_the_server(connection: Any, expected: Expected) -> None:
    rows = expected(PEOPLE.by_hand)
    with connection.transaction(), connection.cursor("folk", scrollable=False) as cursor:
        cursor.execute(PEOPLE.sql)
        assert cursor.fetchone() == rows[0]
        assert cursor.fetchmany(10) == rows[1:11]
        assert cursor.fetchall() == rows[11:]


def test_rows_one_at_a_time(connection: Any, expected: Expected) -> None:
    with connection.cursor() as cursor:
        assert list(cursor.stream(PEOPLE.sql)) == expected(PEOPLE.by_hand)


@pytest.mark.parametrize("format", ["text", "binary"])
def test_copy(connection: Any, expected: Expected, format: str) -> None:
    with connection.cursor().copy(f"copy ({PEOPLE.sql}) to stdout (format {format})") as copied:
        copied.set_types(["text", "text", "int4", "date", "int8"])
        assert list(copied.rows()) == expected(PEOPLE.by_hand)


def test_a_pipeline(connection: Any, expected: Expected) -> None:
    with connection.pipeline():
        cursors = [connection.execute(BY_PARAMETERS, ("Varde", aar)) for aar in (2024, 1900, 2024)]
    assert [cursor.fetchall() for cursor in cursors] == [expected(VARDE_2024), [], expected(VARDE_2024)]


def test_a_fault_in_a_pipeline_spares_what_came_before(psycopg: Any, connection: Any, expected: Expected) -> None:
    with connection.pipeline() as pipeline:
        good = connection.execute(BY_PARAMETERS, ("Varde", 2024))
        pipeline.sync()
        connection.execute(NO_TABLE)
        with pytest.raises(psycopg.errors.UndefinedTable):
            pipeline.sync()
    assert good.fetchall() == expected(VARDE_2024)
    assert connection.execute("select 1").fetchone() == (1,)


@pytest.mark.parametrize(("sql", "code", "place"), [(NO_COLUMN, "42703", "8"), (NO_TABLE, "42P01", "17")])
def test_an_error_has_its_code_and_place(psycopg: Any, connection: Any, sql: str, code: str, place: str) -> None:
    with pytest.raises(psycopg.Error) as caught:
        connection.execute(sql)
    assert (caught.value.diag.sqlstate, caught.value.diag.statement_position) == (code, place)
    assert caught.value.diag.severity == "ERROR"


@pytest.mark.parametrize("sql", WRITES)
def test_nothing_can_be_written(psycopg: Any, connection: Any, sql: str) -> None:
    with pytest.raises(psycopg.Error) as caught:
        connection.execute(sql)
    assert caught.value.sqlstate in REFUSED


def test_a_transaction_and_its_fault(psycopg: Any, connection: Any) -> None:
    status = psycopg.pq.TransactionStatus
    connection.autocommit = False
    connection.execute("select 1")
    assert connection.info.transaction_status == status.INTRANS
    with pytest.raises(psycopg.errors.UndefinedColumn):
        connection.execute(NO_COLUMN)
    assert connection.info.transaction_status == status.INERROR
    with pytest.raises(psycopg.errors.InFailedSqlTransaction):
        connection.execute("select 1")
    connection.rollback()
    assert connection.info.transaction_status == status.IDLE


@pytest.mark.parametrize("how", ["cancel", "cancel_safe"])
def test_a_running_statement_is_cancelled(psycopg: Any, endpoint: Endpoint, connection: Any, how: str) -> None:
    timer = threading.Timer(0.5, getattr(connection, how))
    timer.start()
    with pytest.raises(psycopg.errors.QueryCanceled):
        connection.execute(endpoint.slow)
    timer.join()
    assert connection.execute("select 1").fetchone() == (1,)


def test_the_wrong_password(psycopg: Any, door: Endpoint) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(psycopg, replace(door, password="forkert"))


def test_settings(connection: Any) -> None:
    connection.execute("set application_name = 'proeve'")
    assert connection.execute("show application_name").fetchone() == ("proeve",)
    connection.execute("reset application_name")
    assert connection.info.encoding == "utf-8"
    assert connection.info.server_version >= 150000
    assert connection.info.parameter_status("standard_conforming_strings") == "on"


def test_a_function_sets_as_a_statement_does(psycopg: Any, connection: Any) -> None:
    """As pg_dump and asyncpg set."""
    assert connection.execute("select set_config('application_name', %s, false)", ("sat",)).fetchone() == ("sat",)
    assert connection.execute("show application_name").fetchone() == ("sat",)
    connection.execute("select set_config('application_name', 'kun her', true)")  # until the statement has ended
    assert connection.execute("show application_name").fetchone() == ("sat",)
    with connection.transaction(force_rollback=True):
        connection.execute("select set_config('search_path', '', false), set_config('jit', 'off', true)")
        assert connection.execute("show jit").fetchone() == ("off",)
        assert connection.execute("show search_path").fetchone() == ("",)
    assert connection.execute("show search_path").fetchone() == ('"$user", public',)
    with pytest.raises(psycopg.errors.UndefinedObject):
        connection.execute("select set_config('findes_ikke', 'x', false)")
    with pytest.raises(psycopg.errors.InvalidParameterValue):
        connection.execute("select set_config('timezone', 'Mars/Dome', false)")
    connection.execute("select set_config('application_name', 'intet', false) from pg_type where typname = 'intet'")
    assert connection.execute("show application_name").fetchone() == ("sat",)


@pytest.mark.parametrize("binary", [False, True])
def test_what_has_a_number_and_a_name(connection: Any, binary: bool) -> None:
    sql = "select 'pg_class'::regclass, 'int4'::regtype, 'pg_catalog'::regnamespace, null::regclass"
    [row] = connection.cursor(binary=binary).execute(sql).fetchall()
    numbers = tuple(number.to_bytes(4, "big") for number in (1259, 23, 11))
    assert row == ((*numbers, None) if binary else ("pg_class", "integer", "pg_catalog", None))


def test_the_types_of_the_catalogue(psycopg: Any, connection: Any) -> None:
    found = psycopg.types.TypeInfo.fetch(connection, "numeric")
    assert (found.oid, found.array_oid) == (1700, 1231)
    assert psycopg.types.TypeInfo.fetch(connection, "findes_ikke") is None
