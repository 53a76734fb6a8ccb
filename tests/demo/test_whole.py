"""The synthetic administration at scale 1: as large as it says, and as plausible as the small one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import duckdb
import pytest

from demo.build import build
from tests.demo.test_courses import AS_OF, many, value

SPELLS = (
    "ydelse", "fravaer", "ansaettelse", "ophold", "rusmiddelforloeb", "boligforloeb", "anbringelse", "forebyggende",
    "venteliste", "udredning", "beskaeftigelse",
)  # fmt: skip
END = f"least(coalesce(slut, {AS_OF} + 1), {AS_OF} + 1)"


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    out = tmp_path_factory.mktemp("whole") / "whole.duckdb"
    build(out, scale=Fraction(1))
    with duckdb.connect(str(out), read_only=True) as connection:
        yield connection


def test_it_has_a_million_spells_and_five_million_days_of_absence(con: duckdb.DuckDBPyConnection) -> None:
    assert value(con, "SELECT count(*) FROM borger") == 60_000
    assert sum(value(con, f"SELECT count(*) FROM {table}") for table in SPELLS) > 1_000_000
    assert value(con, f"SELECT sum({END} - start) FROM fravaer") > 5_000_000


@pytest.mark.parametrize("table", SPELLS)
def test_it_has_ten_years(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert value(con, f"SELECT min(start) FROM {table}") <= date(2015, 10, 31)
    assert value(con, f"SELECT count(DISTINCT year(start)) FROM {table} WHERE year(start) BETWEEN 2016 AND 2025") == 10


@pytest.mark.parametrize("table", ["ansaettelse", "fravaer"])
def test_nobody_has_two_at_once(con: duckdb.DuckDBPyConnection, table: str) -> None:
    following = f"(SELECT *, lead(start) OVER (PARTITION BY ansat_id ORDER BY start) AS naeste FROM {table})"
    assert many(con, following, "naeste < slut OR slut IS NULL AND naeste IS NOT NULL") == 0


def test_nobody_is_helped_before_they_are_born(con: duckdb.DuckDBPyConnection) -> None:
    for table in (one for one in SPELLS if one not in ("ansaettelse", "fravaer")):
        assert many(con, f"{table} JOIN borger USING (borger_id)", "year(start) < foedselsaar") == 0, table


def test_places_are_neither_empty_nor_overfull(con: duckdb.DuckDBPyConnection) -> None:
    """Occupancy by tilbud and year, days stayed over days of places, from the year after the places begin to fill."""
    days = "unnest(generate_series(DATE '2017-01-01', DATE '2024-12-31', INTERVAL 30 DAY))::DATE AS dag"
    shares = f"""
        WITH days AS (SELECT {days}),
        held AS (SELECT tilbud_id, year(dag) AS aar, sum(pladser) AS pladser FROM days JOIN pladser
                 ON gyldig_fra <= dag AND coalesce(gyldig_til > dag, true) GROUP BY ALL),
        used AS (SELECT tilbud_id, year(dag) AS aar, count(*) AS brugt FROM days JOIN ophold
                 ON start <= dag AND coalesce(slut > dag, true) GROUP BY ALL)
        SELECT min(coalesce(brugt, 0) / pladser), max(coalesce(brugt, 0) / pladser)
        FROM held LEFT JOIN used USING (tilbud_id, aar) WHERE pladser > 0"""
    ((least, most),) = con.sql(shares).fetchall()
    assert least > 0.3
    assert most <= 1.2


def test_each_paragraf_stands_in_its_law_on_the_day(con: duckdb.DuckDBPyConnection) -> None:
    assert many(con, "ydelse", "lov = 'barnets lov' AND start < DATE '2024-01-01'") == 0
    children = "paragraf IN ('52', '66', '76') AND lov = 'serviceloven'"
    assert many(con, "ydelse", f"{children} AND coalesce(slut, DATE '9999-01-01') > DATE '2024-01-01'") == 0
