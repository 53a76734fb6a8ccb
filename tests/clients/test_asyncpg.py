"""asyncpg: untyped parameters, prepared statements, cursors, types, COPY, reset, cancelling; all in binary."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
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
    OF_YEARS,
    PEOPLE,
    VARDE,
    VARDE_2022_2023,
    VARDE_2024,
)  # fmt: skip

pytestmark = pytest.mark.real_client("drivers")

BY_PARAMETERS = BY_NAME_AND_YEAR.format("$1", "$2")
Ask = Callable[[Callable[[Any], Awaitable[Any]]], Any]


@pytest.fixture
def ask(asyncpg: Any, endpoint: Endpoint) -> Ask:
    """Runs a coroutine with a connection of its own."""
    return lambda question: asyncio.run(_asked(asyncpg, endpoint, question))


async def _asked(asyncpg: Any, endpoint: Endpoint, question: Callable[[Any], Awaitable[Any]]) -> Any:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    connection = await asyncpg.connect(**endpoint.keywords("database"), ssl=trusting if endpoint.encrypted else False)
    try:
        return await question(connection)
    finally:
        await connection.close()


def rows(records: list[Any]) -> list[tuple[Any, ...]]:
    return [tuple(record) for record in records]


def test_a_query_through_each_door(asyncpg: Any, door: Endpoint, expected: Expected) -> None:
    found = asyncio.run(_asked(asyncpg, door, lambda connection: connection.fetch(PEOPLE.sql)))
    assert rows(found) == expected(PEOPLE.by_hand)


def test_a_prepared_statement_with_untyped_parameters(ask: Ask, expected: Expected) -> None:
    async def question(connection: Any) -> tuple[list[str], list[tuple[str, str]], Any]:
        statement = await connection.prepare(BY_PARAMETERS)
        types = [one.name for one in statement.get_parameters()]
        columns = [(one.name, one.type.name) for one in statement.get_attributes()]
        found = [rows(await statement.fetch("Varde", aar)) for aar in (2024, 1900, 2024)]
        return types, columns, found

    types, columns, found = ask(question)
    assert types == ["text", "int4"]
    assert columns == [("funktion", "text"), ("udgift_kr", "numeric")]
    assert found == [expected(VARDE_2024), [], expected(VARDE_2024)]


def test_a_list_of_values(ask: Ask, expected: Expected) -> None:
    async def question(connection: Any) -> Any:
        statement = await connection.prepare(OF_YEARS.format("$1"))
        return [one.name for one in statement.get_parameters()], rows(await statement.fetch([2022, 2023]))

    types, found = ask(question)
    assert types == ["int4[]"]
    assert sorted(found) == sorted(expected(VARDE_2022_2023))


def test_a_parameter_of_each_comparison_has_the_columns_type(ask: Ask) -> None:
    async def question(connection: Any) -> Any:
        statement = await connection.prepare(
            "select personer from befolkning where periode >= $1 and alder between $2 and $3 and koen in ($4, $5)"
        )
        return [one.name for one in statement.get_parameters()]

    assert ask(question) == ["date", "int4", "int4", "text", "text"]


def test_every_type(ask: Ask) -> None:
    assert tuple(ask(lambda connection: connection.fetchrow(EVERY_TYPE_SQL))) == EVERY_VALUE


def test_a_cursor(ask: Ask, expected: Expected) -> None:
    async def question(connection: Any) -> Any:
        async with connection.transaction():
            return [tuple(record) async for record in connection.cursor(PEOPLE.sql, prefetch=7)]

    assert ask(question) == expected(PEOPLE.by_hand)


def test_a_cursor_in_steps(ask: Ask, expected: Expected) -> None:
    async def question(connection: Any) -> Any:
        async with connection.transaction(readonly=True):
            cursor = await connection.cursor(PEOPLE.sql)
            first, second = await cursor.fetch(3), await cursor.fetch(4)
            skipped = await cursor.forward(2)
            return rows(first + second), skipped, tuple(await cursor.fetchrow())

    found = expected(PEOPLE.by_hand)
    assert ask(question) == (found[:7], 2, found[9])


def test_copy(ask: Ask, expected: Expected) -> None:
    heard: list[bytes] = []

    async def hear(data: bytes) -> None:
        heard.append(data)

    ask(lambda connection: connection.copy_from_query(VARDE.sql, output=hear, format="csv", header=True))
    heads, *lines = b"".join(heard).decode().splitlines()
    assert heads == "aar,funktion,udgift_kr"
    cells = [line.split(",") for line in lines]
    assert [(int(aar), name, Decimal(udgift)) for aar, name, udgift in cells] == expected(VARDE.by_hand)


def test_a_reset_connection_is_as_new(ask: Ask) -> None:
    async def question(connection: Any) -> Any:
        before = await connection.fetchval("show statement_timeout")
        await connection.execute("set statement_timeout = '9min'")
        during = await connection.fetchval("show statement_timeout")
        await connection.reset()
        return before, during, await connection.fetchval("show statement_timeout")

    before, during, after = ask(question)
    assert during == "9min"
    assert after == before


def test_a_pool(asyncpg: Any, endpoint: Endpoint, expected: Expected) -> None:
    async def question() -> list[list[tuple[Any, ...]]]:
        async with asyncpg.create_pool(**endpoint.keywords("database"), min_size=2, max_size=3) as pool:
            asked = [pool.fetch(BY_PARAMETERS, "Varde", 2024) for _ in range(9)]
            return [rows(found) for found in await asyncio.gather(*asked)]

    assert asyncio.run(question()) == [expected(VARDE_2024)] * 9


def test_an_error(asyncpg: Any, ask: Ask) -> None:
    with pytest.raises(asyncpg.UndefinedColumnError) as caught:
        ask(lambda connection: connection.fetch(NO_COLUMN))
    assert caught.value.position == "8"


def test_what_takes_too_long_is_cancelled(endpoint: Endpoint, ask: Ask) -> None:
    async def question(connection: Any) -> Any:
        with pytest.raises(asyncio.TimeoutError):
            await connection.fetch(endpoint.slow, timeout=0.5)
        return await connection.fetchval("select 1")

    assert ask(question) == 1
