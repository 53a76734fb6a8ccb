"""The demo's stays, counts and courses: what they promise to whoever calculates with time.

Each property is one that a key figure needs to go wrong on: overlaps, full houses, gaps, relapses on the day itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

AS_OF = "DATE '2025-09-30'"
DAYS = f"(SELECT CAST(unnest(generate_series(DATE '2020-01-01', {AS_OF}, INTERVAL 1 DAY)) AS DATE) AS dag)"
# (tilbud, day, persons there, places), for each day on which there are places.
OCCUPIED = f"""
    (SELECT tilbud_id, dag, pladser, (SELECT count(*) FROM ophold WHERE ophold.tilbud_id = pladser.tilbud_id
            AND start <= dag AND (slut IS NULL OR slut > dag)) AS til_stede
     FROM {DAYS} JOIN pladser ON gyldig_fra <= dag AND (gyldig_til IS NULL OR gyldig_til > dag))"""
FOLLOWING = "(SELECT *, lead(start) OVER (PARTITION BY borger_id ORDER BY start) AS naeste_start FROM {})"

COURSES = ("ophold", "rusmiddelforloeb", "boligforloeb")
OF_PERSONS = (*COURSES, "overgang")
# sha256 of the rows as text, in their order: what was there before is as it was.
UNCHANGED = {
    "borger": "38a5a6ef3ce86ff67da591ff85440013bdfe18056eb9a481419af66a095b9b05",
    "ydelse": "695df0a93a07c0ac70ff46d64f4528dcd74be54e91ce454fa8230ebcf56cb86d",
    "afgoerelse": "c3e2469a95beb0150633bcd0e1398b399df5a0bdc53418b08d6115f9fdc56712",
    "organisation": "65bb01b04905cf41e7d288fec127c11fb6fb133e9fbda7fe5150a97f233c0b5a",
    "kommunetal": "77378cfb5b9e28dd88789ead15a0dd500c55bb7b3205a222ba4fcf9a6b63297e",
}
# A column that was added to it since.
ADDED = {"afgoerelse": "opstart"}


@pytest.fixture
def con(demo_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(demo_database), read_only=True) as connection:
        yield connection


def value(con: duckdb.DuckDBPyConnection, sql: str) -> Any:
    """The one value of the answer."""
    ((only,),) = con.sql(sql).fetchall()
    return only


def many(con: duckdb.DuckDBPyConnection, table: str, condition: str) -> Any:
    return value(con, f"SELECT count(*) FROM {table} WHERE {condition}")


def fingerprint(con: duckdb.DuckDBPyConnection, table: str) -> str:
    con.execute("SET TimeZone = 'UTC'")
    then = f"EXCLUDE ({ADDED[table]})" if table in ADDED else ""
    rows = con.sql(f"SELECT CAST(t AS VARCHAR) FROM (SELECT * {then} FROM {table}) AS t").fetchall()
    return hashlib.sha256("\n".join(row for (row,) in rows).encode()).hexdigest()


@pytest.mark.parametrize("table", UNCHANGED)
def test_what_was_there_before_is_as_it_was(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert fingerprint(con, table) == UNCHANGED[table]


@pytest.mark.parametrize("table", OF_PERSONS)
def test_rows_are_of_known_citizens_and_enheder(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert many(con, f"{table} ANTI JOIN borger USING (borger_id)", "true") == 0
    assert many(con, f"{table} ANTI JOIN organisation ON enhed_id = {table}.enhed", "enhed IS NOT NULL") == 0
    assert many(con, table, "(enhed IS NULL) <> (sagsbehandler IS NULL)") == 0
    assert many(con, table, "enhed IS NULL") > 0
    assert value(con, f"SELECT count(*) = count(DISTINCT {table}_id) FROM {table}")


@pytest.mark.parametrize("table", COURSES)
def test_courses_end_after_they_start(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert many(con, table, f"start IS NULL OR slut <= start OR start > {AS_OF}") == 0
    assert many(con, table, "slut IS NULL") > 0
    adult = f"{table} JOIN borger USING (borger_id)"
    assert many(con, adult, "year(start) - foedselsaar < 19") == 0


class TestOphold:
    def test_capacity_holds_for_one_time_after_another(self, con: duckdb.DuckDBPyConnection) -> None:
        following = "lead(gyldig_fra) OVER (PARTITION BY tilbud_id ORDER BY gyldig_fra)"
        periods = f"(SELECT *, {following} AS naeste FROM pladser)"
        assert many(con, periods, "gyldig_til <= gyldig_fra OR pladser <= 0") == 0
        assert many(con, periods, "naeste IS NOT NULL AND (gyldig_til IS NULL OR gyldig_til > naeste)") == 0
        assert many(con, "pladser ANTI JOIN tilbud USING (tilbud_id)", "true") == 0
        assert many(con, "tilbud ANTI JOIN pladser USING (tilbud_id)", "true") == 0

    def test_capacity_grows_shrinks_closes_and_is_planned(self, con: duckdb.DuckDBPyConnection) -> None:
        before = "lag(pladser) OVER (PARTITION BY tilbud_id ORDER BY gyldig_fra)"
        changes = f"(SELECT *, {before} AS foer FROM pladser)"
        assert many(con, changes, "pladser > foer") > 0
        assert many(con, changes, "pladser < foer") > 0
        assert many(con, "pladser", f"gyldig_fra > {AS_OF}") == 2
        assert (
            many(con, "(SELECT tilbud_id FROM pladser GROUP BY 1 HAVING bool_and(gyldig_til IS NOT NULL))", "true") == 1
        )

    def test_only_a_botilbud_is_granted_until_a_day_to_come(self, con: duckdb.DuckDBPyConnection) -> None:
        stays = "(SELECT slut, paragraf FROM ophold JOIN tilbud USING (tilbud_id))"
        assert many(con, stays, f"slut > {AS_OF} AND paragraf = '107'") > 0
        assert many(con, stays, f"slut > {AS_OF} AND paragraf <> '107'") == 0

    def test_some_tilbud_are_full_and_some_days_over_occupied(self, con: duckdb.DuckDBPyConnection) -> None:
        full = con.sql(f"SELECT tilbud_id FROM {OCCUPIED} GROUP BY 1 HAVING bool_and(til_stede = pladser)").fetchall()
        assert full == [("TB05",)]
        assert many(con, OCCUPIED, "til_stede > pladser") > 100
        assert many(con, OCCUPIED, "til_stede < pladser") > 100

    def test_nobody_is_where_nothing_is_open(self, con: duckdb.DuckDBPyConnection) -> None:
        stays = "(SELECT *, least(coalesce(slut - 1, start), DATE '2025-09-30') AS sidste FROM ophold)"
        for day in ("start", "sidste"):
            closed = f"{stays} AS o ANTI JOIN pladser AS p ON o.tilbud_id = p.tilbud_id AND gyldig_fra <= {day}"
            assert many(con, f"{closed} AND (gyldig_til IS NULL OR gyldig_til > {day})", "true") == 0

    def test_overlaps_are_nights_at_the_shelter(self, con: duckdb.DuckDBPyConnection) -> None:
        both = "ophold a JOIN ophold b ON a.borger_id = b.borger_id AND a.ophold_id < b.ophold_id"
        overlap = "a.start < coalesce(b.slut, DATE 'infinity') AND b.start < coalesce(a.slut, DATE 'infinity')"
        assert many(con, both, overlap) >= 20
        assert many(con, both, f"{overlap} AND b.tilbud_id <> 'TB07' AND a.tilbud_id <> 'TB07'") == 0

    def test_places_are_in_use_from_2020(self, con: duckdb.DuckDBPyConnection) -> None:
        assert many(con, "ophold", "slut <= DATE '2020-01-01'") == 0
        assert value(con, f"SELECT 100 * sum(til_stede) // sum(pladser) FROM {OCCUPIED} WHERE year(dag) = 2020") > 85


class TestBeholdning:
    def test_each_series_is_counted_once_a_day_and_never_below_nothing(self, con: duckdb.DuckDBPyConnection) -> None:
        assert value(con, "SELECT count(*) = count(DISTINCT (optalt, enhed, sagstype)) FROM beholdning")
        assert many(con, "beholdning", "antal_venter > antal_sager OR antal_venter < 0") == 0
        span = con.sql("SELECT min(optalt)::VARCHAR, max(optalt)::VARCHAR FROM beholdning").fetchall()
        assert span == [("2022-01-31", "2025-09-30")]

    def test_one_enhed_missed_a_month_and_one_counted_early(self, con: duckdb.DuckDBPyConnection) -> None:
        early = con.sql("SELECT DISTINCT enhed, optalt::VARCHAR FROM beholdning"
                        " WHERE optalt <> last_day(optalt)").fetchall()  # fmt: skip
        assert early == [("E03", "2024-08-28")]
        months = dict(con.sql("SELECT enhed, count(DISTINCT last_day(optalt)) FROM beholdning GROUP BY 1").fetchall())
        assert {months.pop(enhed) for enhed in ("E01", "E02", "E03", "E04", "E05", "E06", "E08", "E09", "E10")} == {45}
        assert months == {"E07": 44, "E11": 36, "E12": 9}

    def test_the_closed_enhed_is_counted_no_more(self, con: duckdb.DuckDBPyConnection) -> None:
        assert many(con, "beholdning", "(enhed = 'E11') AND optalt >= DATE '2025-01-01'") == 0
        assert many(con, "beholdning", "(enhed = 'E12') AND optalt < DATE '2025-01-01'") == 0


class TestCourses:
    def test_nobody_is_in_two_at_once(self, con: duckdb.DuckDBPyConnection) -> None:
        for table in ("rusmiddelforloeb", "boligforloeb"):
            assert (
                many(con, FOLLOWING.format(table), "naeste_start < slut OR slut IS NULL AND naeste_start IS NOT NULL")
                == 0
            )

    def test_a_reason_is_given_when_treatment_ends(self, con: duckdb.DuckDBPyConnection) -> None:
        assert many(con, "rusmiddelforloeb", "(slut IS NULL) <> (afslutningsaarsag IS NULL)") == 0
        assert many(con, "rusmiddelforloeb", f"slut > {AS_OF}") == 0

    @pytest.mark.parametrize("years", [1, 3])
    def test_relapses_about_the_years_to_the_day(self, con: duckdb.DuckDBPyConnection, years: int) -> None:
        relapses = FOLLOWING.format("rusmiddelforloeb")
        beside = f"naeste_start - CAST(slut + INTERVAL {years} YEAR AS DATE)"
        found = con.sql(
            f"SELECT {beside}, count(*) FROM {relapses} WHERE {beside} BETWEEN -1 AND 1 GROUP BY 1"
        ).fetchall()
        assert {days for days, number in found if number >= 3} == {-1, 0, 1}
        assert many(con, relapses, f"naeste_start IS NULL AND slut + INTERVAL {years} YEAR <= {AS_OF}") > 0
        assert many(con, relapses, f"naeste_start IS NULL AND slut + INTERVAL {years} YEAR > {AS_OF}") > 0

    def test_ways_from_the_herberg(self, con: duckdb.DuckDBPyConnection) -> None:
        moves = (
            "(SELECT boligtype, lead(boligtype) OVER (PARTITION BY borger_id ORDER BY start) naeste FROM boligforloeb)"
        )
        for naeste in ("= '§ 107'", "= 'egen bolig'", "= 'andet'", "IS NULL"):
            assert many(con, moves, f"boligtype = 'herberg' AND naeste {naeste}") > 10
        assert many(con, moves, "boligtype = 'egen bolig' AND naeste = 'herberg'") > 10

    def test_still_in_own_home_after_a_year_and_not(self, con: duckdb.DuckDBPyConnection) -> None:
        a_year = "CAST(start + INTERVAL 1 YEAR AS DATE)"
        home = f"boligtype = 'egen bolig' AND {a_year} <= {AS_OF}"
        assert many(con, "boligforloeb", f"{home} AND (slut IS NULL OR slut > {a_year})") > 10
        assert many(con, "boligforloeb", f"{home} AND slut < {a_year}") > 10
        assert many(con, "boligforloeb", f"{home} AND slut = {a_year}") > 0


class TestOvergang:
    def test_one_for_each_who_turned_18(self, con: duckdb.DuckDBPyConnection) -> None:
        turned = "overgang JOIN borger USING (borger_id)"
        assert many(con, turned, "year(fylder_18) <> foedselsaar + 18") == 0
        assert value(con, "SELECT count(*) = count(DISTINCT borger_id) FROM overgang")
        # Of 2025 only those who have turned 18 already.
        missing = "borger ANTI JOIN overgang USING (borger_id)"
        assert many(con, missing, "foedselsaar BETWEEN 2000 AND 2006") == 0
        assert many(con, missing, "foedselsaar = 2007") > 0
        assert many(con, "overgang", f"fylder_18 > {AS_OF}") == 0

    def test_a_childs_case_is_an_ydelse_before_the_birthday(self, con: duckdb.DuckDBPyConnection) -> None:
        child = (
            "(lov = 'serviceloven' AND paragraf IN ('52', '66') OR lov = 'barnets lov' AND paragraf IN ('32', '46'))"
        )
        case = (
            f"EXISTS (SELECT 1 FROM ydelse y WHERE y.borger_id = overgang.borger_id AND {child} AND start < fylder_18)"
        )
        assert many(con, "overgang", f"havde_boernesag <> {case}") == 0
        assert many(con, "overgang", "NOT havde_boernesag AND enhed IS NOT NULL") == 0

    def test_help_as_an_adult_begins_on_the_birthday_or_later(self, con: duckdb.DuckDBPyConnection) -> None:
        adult = "overgang JOIN ydelse USING (borger_id) JOIN borger USING (borger_id)"
        assert many(con, adult, "year(start) - foedselsaar >= 18 AND start < fylder_18") == 0
        within = "lov = 'serviceloven' AND start < fylder_18 + INTERVAL 4 YEAR"
        assert many(con, adult, f"year(start) - foedselsaar >= 18 AND {within}") > 20
