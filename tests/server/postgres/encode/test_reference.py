"""The reference writes what a real PostgreSQL writes, byte for byte, in both formats."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from server.postgres import types as T
from tests.postgres import Postgres
from tests.server.postgres.encode import reference
from tests.server.postgres.encode.columns import Kind, array_of, scalars
from tests.server.postgres.encode.raw import asked, selected

# What cannot be given as a literal: an unknown is text by then, and a node tree is PostgreSQL's own.
UNGIVEN = (T.UNKNOWN, T.PG_NODE_TREE)
SCALARS = tuple(one for one in scalars() if one.type not in UNGIVEN)
ARRAYS = tuple(array_of(one) for one in SCALARS if one.type.oid in T.ARRAYS)
ZONES = ("UTC", "Europe/Copenhagen", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe")
OFTEN = settings(max_examples=12, suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.explicit))


def givable(kind: Kind) -> st.SearchStrategy[Any]:
    """Values that the literal gives back as they are: a name is at most 63 bytes, a "char" one ASCII letter."""
    if kind.type == T.JSON:
        return st.sampled_from(('{"a": [1, "æ"]}', "null", '"🙂"'))
    if kind.type == T.CHAR:
        return st.sampled_from('abcXYZ09,"{ ')
    if kind.type == T.NAME:
        return kind.values.filter(lambda one: len(one.encode()) < 64)
    if kind.type == T.INTERVAL:  # PostgreSQL reads hours into 32 bits
        return kind.values.filter(lambda one: abs(one[2]) < 2**31 * 3_600_000_000 and abs(one[0]) < 2**31)
    return kind.values


@pytest.fixture(scope="module")
def connection(postgres: Postgres):
    with postgres.database() as name, postgres.connect(name) as opened:
        yield opened


def compare(connection: Any, rows: list[list[Any]], kinds: list[Any], timezone: str = "UTC") -> None:
    connection.run(f"SET TIME ZONE '{timezone}'")
    for format in (0, 1):
        expected = asked(connection, selected(rows, kinds, timezone), format)
        assert reference.data_rows(rows, kinds, [format] * len(kinds), timezone) == expected


@pytest.mark.parametrize("kind", [*SCALARS, *ARRAYS], ids=lambda kind: kind.name)
def test_a_column_is_postgres_own(connection: Any, kind: Kind) -> None:
    value = st.one_of(st.none(), givable(kind) if not kind.type.element else _elements(kind))

    @OFTEN
    @given(st.lists(value, min_size=30, max_size=60))
    def check(values: list[Any]) -> None:
        compare(connection, [[one] for one in values], [kind.type])

    check()


def _elements(kind: Kind) -> st.SearchStrategy[Any]:
    inner = [one for one in SCALARS if one.type.oid == kind.type.element]
    if kind.type in (T.INT2VECTOR, T.OIDVECTOR):
        return kind.values
    return st.lists(
        st.one_of(st.none(), givable(next(one for one in inner if kind.name == f"{one.name}[]"))), max_size=4
    )


@pytest.mark.parametrize("zone", ZONES)
def test_a_timestamp_shows_the_clocks_of_the_zone(connection: Any, zone: str) -> None:
    kind = next(one for one in SCALARS if one.type == T.TIMESTAMPTZ)

    @OFTEN
    @given(st.lists(kind.values, min_size=30, max_size=60))
    def check(values: list[Any]) -> None:
        compare(connection, [[one] for one in values], [T.TIMESTAMPTZ], zone)

    check()
