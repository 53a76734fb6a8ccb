"""The demo's pupils: what they promise to whoever calculates, and to whom small cells must be hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.demo.test_courses import many, value

APART = "(FROM elevtal WHERE undervisningstilbud <> 'almen')"
YEARS = ["2021/22", "2022/23", "2023/24", "2024/25"]
MOVED = """
    (SELECT kommunekode, skoleaar, undervisningstilbud, sum(elever) FILTER (retning = 'tilgang') AS came,
            sum(elever) FILTER (retning = 'afgang') AS went FROM elevbevaegelse GROUP BY ALL)"""


@pytest.fixture
def con(demo_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(demo_database), read_only=True) as connection:
        yield connection


def test_the_grids_are_whole_also_where_there_is_nobody(con: duckdb.DuckDBPyConnection) -> None:
    of_cell = "count(DISTINCT (kommunekode, skoleaar, undervisningstilbud, klassetrin))"
    assert value(con, f"SELECT (count(*), {of_cell}) FROM elevtal") == (98 * 4 * 3 * 3,) * 2
    assert value(con, f"SELECT (count(*), {of_cell}) FROM elevbevaegelse") == (98 * 4 * 2 * 3 * 2, 98 * 4 * 2 * 3)
    for table in ("elevtal", "elevbevaegelse"):
        assert value(con, f"SELECT list(DISTINCT skoleaar ORDER BY skoleaar) FROM {table}") == YEARS
        assert many(con, table, "elever IS NULL OR elever < 0") == 0
        assert many(con, table, "elever = 0") > 0
        assert many(con, table, "skoleaar[:4] <> CAST(year(optalt) AS VARCHAR)") == 0
        assert value(con, f"SELECT count(DISTINCT optalt) FROM {table}") == 4


def test_pupils_are_last_years_and_those_who_came_without_those_who_went(con: duckdb.DuckDBPyConnection) -> None:
    counted = f"(SELECT kommunekode, skoleaar, undervisningstilbud, sum(elever) AS own FROM {APART} GROUP BY ALL)"
    before = "lag(own) OVER (PARTITION BY kommunekode, undervisningstilbud ORDER BY skoleaar)"
    key = "(kommunekode, skoleaar, undervisningstilbud)"
    followed = f"(SELECT *, {before} AS before FROM {counted} JOIN {MOVED} USING {key})"
    assert many(con, followed, "before IS NOT NULL") == 98 * 2 * 3
    assert many(con, followed, "own <> before + came - went") == 0


def test_sizes_follow_the_children_of_the_kommune(con: duckdb.DuckDBPyConnection) -> None:
    children = "(SELECT kommunekode, sum(personer) AS children FROM befolkning WHERE alder BETWEEN 6 AND 15 GROUP BY 1)"
    pupils = "(SELECT kommunekode, skoleaar, sum(elever) AS pupils FROM elevtal GROUP BY ALL)"
    assert (
        many(
            con, f"{pupils} JOIN {children} USING (kommunekode)", "pupils NOT BETWEEN 0.9 * children AND 1.1 * children"
        )
        == 0
    )
    part = f"SELECT sum(elever) / (SELECT sum(elever) FROM elevtal) FROM {APART}"
    assert 0.04 < value(con, part) < 0.06


def test_few_are_in_the_parts_and_never_in_a_whole_kommune(con: duckdb.DuckDBPyConnection) -> None:
    """Whole kommuner are shown to those who compare them; their parts and changes only where they are no few."""
    few = "elever BETWEEN 1 AND 4"
    assert many(con, "elevtal", few) > 50
    whole = f"(SELECT sum(elever) AS elever FROM {APART} GROUP BY kommunekode, skoleaar)"
    assert many(con, whole, few) == 0
    changes = "(SELECT sum(elever) AS elever FROM elevbevaegelse GROUP BY kommunekode, skoleaar, retning)"
    assert many(con, changes, few) > 0
