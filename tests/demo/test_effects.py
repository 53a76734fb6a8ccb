"""The demo's udredninger, beskæftigelse and skolegang: what they promise to whoever calculates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.demo.test_courses import AS_OF, FOLLOWING, many, value

TABLES = ("udredning", "beskaeftigelse", "skolegang")
SPELLS = ("udredning", "beskaeftigelse")
ADULT = "(SELECT * FROM ydelse WHERE lov = 'serviceloven' AND paragraf NOT IN ('52', '66', '76'))"
CHILD = """(SELECT * FROM ydelse WHERE (lov, paragraf) IN (('serviceloven', '52'), ('serviceloven', '66'),
    ('serviceloven', '76'), ('barnets lov', '32'), ('barnets lov', '46'), ('barnets lov', '108')))"""


@pytest.fixture
def con(demo_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(demo_database), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_a_key_a_known_citizen_and_a_known_enhed(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert value(con, f"SELECT count(*) = count(DISTINCT {table}_id) FROM {table}")
    assert 100 < value(con, f"SELECT count(*) FROM {table}") < 5_000
    assert many(con, f"{table} ANTI JOIN borger USING (borger_id)", "true") == 0
    known = f"{table} ANTI JOIN organisation ON enhed_id = {table}.enhed"
    assert many(con, known, "enhed IS NOT NULL") == 0
    assert many(con, table, "(sagsbehandler IS NULL) <> (enhed IS NULL)") == 0


@pytest.mark.parametrize("table", SPELLS)
def test_nobody_has_two_at_once(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert many(con, table, f"slut <= start OR start > {AS_OF} OR slut > {AS_OF}") == 0
    following = FOLLOWING.format(table)
    assert many(con, following, "naeste_start < slut OR slut IS NULL AND naeste_start IS NOT NULL") == 0
    assert many(con, table, "slut IS NULL") > 500


@pytest.mark.parametrize(("table", "help"), [("udredning", ADULT), ("beskaeftigelse", ADULT), ("skolegang", CHILD)])
def test_the_enhed_has_a_ydelse_of_the_citizen_that_day(con: duckdb.DuckDBPyConnection, table: str, help: str) -> None:
    day = "dag" if table == "skolegang" else "start"
    there = f"y.start <= t.{day} AND coalesce(y.slut > t.{day}, true) AND y.enhed IS NOT DISTINCT FROM t.enhed"
    assert many(con, f"{table} t ANTI JOIN {help} y ON y.borger_id = t.borger_id AND {there}", "true") == 0


@pytest.mark.parametrize("table", SPELLS)
def test_what_goes_on_has_help(con: duckdb.DuckDBPyConnection, table: str) -> None:
    there = f"y.start <= {AS_OF} AND coalesce(y.slut > {AS_OF}, true)"
    of_the_citizen = f"{table} t ANTI JOIN {ADULT} y ON y.borger_id = t.borger_id AND {there}"
    assert many(con, of_the_citizen, "t.slut IS NULL") == 0


def test_a_direction_is_that_from_the_first(con: duckdb.DuckDBPyConnection) -> None:
    first = "(SELECT borger_id, arg_min(niveau, start) AS f FROM udredning GROUP BY borger_id)"
    said = "CASE WHEN nummer > 1 THEN ['forøget', 'uændret', 'reduceret'][2 + sign(niveau - f)] END"
    assert many(con, f"udredning JOIN {first} USING (borger_id)", f"udvikling IS DISTINCT FROM {said}") == 0
    counted = "row_number() OVER (PARTITION BY borger_id ORDER BY start) AS n"
    assert many(con, f"(SELECT nummer, {counted} FROM udredning)", "n <> nummer") == 0
    assert many(con, "udredning", "niveau NOT BETWEEN 0 AND 4") == 0
    assert value(con, "SELECT count(DISTINCT udvikling) FROM udredning WHERE slut IS NULL") == 3


def test_every_day_of_help_from_18_through_66_has_a_status(con: duckdb.DuckDBPyConnection) -> None:
    of_age = f"y.start <= {AS_OF} AND coalesce(y.slut > {AS_OF}, true) AND 2025 - foedselsaar BETWEEN 18 AND 66"
    missing = f"{ADULT} y JOIN borger USING (borger_id) ANTI JOIN beskaeftigelse b"
    assert many(con, f"{missing} ON b.borger_id = y.borger_id AND b.slut IS NULL", of_age) == 0
    assert (
        many(con, "beskaeftigelse JOIN borger USING (borger_id)", "year(start) - foedselsaar NOT BETWEEN 18 AND 66")
        == 0
    )


def test_what_is_new_or_completed_is_so_in_its_kind(con: duckdb.DuckDBPyConnection) -> None:
    before = "(SELECT *, lag(status) OVER (PARTITION BY borger_id ORDER BY start) AS foer FROM beskaeftigelse)"
    assert many(con, before, "ny AND foer = status") == 0
    assert many(con, "beskaeftigelse", "gennemfoert AND (status <> 'uddannelse' OR slut IS NULL)") == 0
    assert many(con, "beskaeftigelse", "gennemfoert") > 20
    assert many(con, "beskaeftigelse", "status = 'uddannelse' AND slut IS NOT NULL AND NOT gennemfoert") > 20


def test_milestones_are_of_the_age_and_marks_of_the_exam(con: duckdb.DuckDBPyConnection) -> None:
    ages = "CASE milepael WHEN '8. klasse' THEN 15 WHEN 'afgangseksamen' THEN 16 ELSE 19 END"
    aged = "skolegang JOIN borger USING (borger_id)"
    assert many(con, aged, f"year(dag) - foedselsaar - {ages} NOT BETWEEN 0 AND 3") == 0
    assert many(con, "skolegang", "month(dag) <> 6 OR day(dag) <> 30") == 0
    exam = "milepael = 'afgangseksamen'"
    assert many(con, "skolegang", f"({exam}) <> (karakter IS NOT NULL) OR ({exam}) <> (resultat IS NOT NULL)") == 0
    assert many(con, "skolegang", "karakter NOT BETWEEN -3 AND 12") == 0
    assert value(con, "SELECT count(*) = count(DISTINCT (borger_id, milepael)) FROM skolegang")
    numbered = "row_number() OVER (ORDER BY dag, borger_id, milepael)"  # several on one day of one child
    assert many(con, f"(SELECT *, {numbered} AS number FROM skolegang)", "skolegang_id <> number") == 0
