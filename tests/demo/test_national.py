"""The invented national figures about children: whole, near what they are taken from, and additive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from demo.anbringelsesudgift import STEDER
from demo.folketal import BANDS, YEARS
from tests.demo.test_courses import many, value

MONTHS = 33  # January 2023 up to the last complete load


@pytest.fixture
def con(demo_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(demo_database), read_only=True) as connection:
        yield connection


def test_each_kommune_has_people_of_each_age_each_year(con: duckdb.DuckDBPyConnection) -> None:
    assert value(con, "SELECT count(*) FROM folketal_alder") == 98 * len(BANDS) * len(YEARS)
    assert value(con, "SELECT count(DISTINCT (kommunekode, aar, aldersgruppe)) FROM folketal_alder") == 98 * 15
    assert many(con, "folketal_alder", "personer <= 0") == 0


def test_a_kommune_has_the_size_of_2023_and_the_ages_of_2014(con: duckdb.DuckDBPyConnection) -> None:
    sizes = """
        (SELECT kommunekode, sum(personer) AS invented FROM folketal_alder WHERE aar = 2023 GROUP BY 1)
        JOIN indbyggere USING (kommunekode)"""
    assert many(con, sizes, "aar = 2023 AND abs(invented - folketal) > 3") == 0  # five bands are rounded
    share = "sum(personer) FILTER ({}) / sum(personer)"
    young = f"SELECT {share.format('alder <= 22')} FROM befolkning"
    bands = "aldersgruppe IN ('0-5', '6-16', '17-22')"
    invented = f"SELECT {share.format(bands)} FROM folketal_alder WHERE aar = 2023"
    assert abs(value(con, young) - value(con, invented)) < 0.01


def test_a_year_changes_no_band_by_much(con: duckdb.DuckDBPyConnection) -> None:
    following = """
        (SELECT *, lead(personer) OVER (PARTITION BY kommunekode, aldersgruppe ORDER BY aar) AS next
         FROM folketal_alder)"""
    assert many(con, following, "personer > 500 AND abs(next / personer - 1) > 0.06") == 0
    assert many(con, following, "next <> personer") > 900


def test_each_kommune_has_each_kind_of_place_each_month(con: duckdb.DuckDBPyConnection) -> None:
    assert value(con, "SELECT count(*) FROM anbringelsesudgift") == 98 * len(STEDER) * MONTHS
    assert many(con, "anbringelsesudgift", "year(maaned) <> aar OR day(maaned) <> 1") == 0


def test_nobody_there_costs_nothing_and_somebody_something(con: duckdb.DuckDBPyConnection) -> None:
    assert many(con, "anbringelsesudgift", "(helaarsmodtagere = 0) <> (udgift_kr = 0)") == 0
    assert many(con, "anbringelsesudgift", "udgift_kr < 0 OR helaarsmodtagere < 0") == 0
    assert 50 < many(con, "anbringelsesudgift", "helaarsmodtagere = 0") < 1_000


def test_a_month_is_of_whole_children(con: duckdb.DuckDBPyConnection) -> None:
    """Days in the month over 365, to the thousandth."""
    children = "helaarsmodtagere * 365 / day(last_day(maaned))"
    assert many(con, "anbringelsesudgift", f"abs({children} - round({children})) > 0.01") == 0


@pytest.mark.parametrize(("sted", "price"), [(sted, price) for sted, _, price in STEDER])
def test_a_place_costs_about_what_it_is_said_to(con: duckdb.DuckDBPyConnection, sted: str, price: int) -> None:
    of = f"FROM anbringelsesudgift WHERE anbringelsessted = '{sted}'"
    assert abs(value(con, f"SELECT sum(udgift_kr) / sum(helaarsmodtagere) / {price} {of}") - 1.03) < 0.05


def test_each_kommune_has_births_and_moves_of_each_quarter(con: duckdb.DuckDBPyConnection) -> None:
    quarters, regions = 11, 5
    assert many(con, "flytning", "bevaegelse = 'fødsel'") == 98 * quarters
    for one in ("tilflytning", "fraflytning"):
        assert many(con, "flytning", f"bevaegelse = '{one}'") == 98 * quarters * len(BANDS) * regions
    assert many(con, "flytning", "(bevaegelse = 'fødsel') <> (anden_region IS NULL) OR antal < 0") == 0
    assert many(con, "flytning", "year(kvartal) <> aar OR month(kvartal) NOT IN (1, 4, 7, 10)") == 0


def test_every_move_is_one_in_and_one_out(con: duckdb.DuckDBPyConnection) -> None:
    """From each region to each, in each quarter and age band."""
    ends = """
        (SELECT kvartal, aldersgruppe, {} AS fra, {} AS til, sum(antal) AS antal
         FROM flytning JOIN kommuner USING (kommunekode) WHERE bevaegelse = '{}' GROUP BY ALL)"""
    came = ends.format("anden_region", "region", "tilflytning")
    left = ends.format("region", "anden_region", "fraflytning")
    assert value(con, f"SELECT count(*) FROM {came}") == 11 * len(BANDS) * 25
    assert value(con, f"SELECT count(*) FROM (FROM {came} EXCEPT FROM {left})") == 0
    assert value(con, f"SELECT count(*) FROM (FROM {left} EXCEPT FROM {came})") == 0


def test_a_kommune_neither_fills_nor_empties(con: duckdb.DuckDBPyConnection) -> None:
    of_people = """
        (SELECT kommunekode, sum(antal) FILTER (bevaegelse = 'tilflytning') AS til,
                sum(antal) FILTER (bevaegelse = 'fraflytning') AS fra,
                sum(antal) FILTER (bevaegelse = 'fødsel') AS foedt
         FROM flytning WHERE aar = 2024 GROUP BY 1)
        JOIN (SELECT kommunekode, sum(personer) AS folk, sum(personer) FILTER (aldersgruppe = '0-5') AS smaa
              FROM folketal_alder WHERE aar = 2024 GROUP BY 1) USING (kommunekode)"""
    assert many(con, of_people, "abs(til - fra) > 0.03 * folk OR fra NOT BETWEEN 0.03 * folk AND 0.09 * folk") == 0
    assert many(con, of_people, "til <> fra") > 90
    assert many(con, of_people, "smaa > 500 AND abs(6 * foedt / smaa - 1) > 0.35") == 0


def test_small_kommuner_have_few_moves(con: duckdb.DuckDBPyConnection) -> None:
    """Without them nothing would have to be hidden."""
    assert many(con, "flytning", "antal BETWEEN 1 AND 4") > 5_000
