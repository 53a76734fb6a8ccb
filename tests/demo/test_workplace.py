"""The demo's employees: what employment, absence, recruitment and events promise to whoever calculates with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from demo.arbejdsmiljoe import IN_VAIN
from tests.demo.test_courses import AS_OF, many, value

OF_EMPLOYEES = ("ansaettelse", "fravaer", "haendelse")
NEXT = "(SELECT *, lead(start) OVER (PARTITION BY ansat_id ORDER BY start) AS naeste FROM {})"


@pytest.fixture
def con(demo_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(demo_database), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("table", OF_EMPLOYEES)
def test_rows_have_a_key_and_a_known_enhed(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert value(con, f"SELECT count(*) = count(DISTINCT {table}_id) FROM {table}")
    assert many(con, f"{table} ANTI JOIN organisation ON enhed_id = {table}.enhed", "true") == 0
    assert many(con, f"{table} ANTI JOIN ansaettelse USING (ansat_id)", "true") == 0


@pytest.mark.parametrize("table", ["ansaettelse", "fravaer"])
def test_nobody_has_two_at_once(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert many(con, NEXT.format(table), "naeste < slut OR slut IS NULL AND naeste IS NOT NULL") == 0
    assert many(con, table, f"start > {AS_OF} OR slut > {AS_OF} + 1 OR slut <= start") == 0
    assert many(con, table, "slut IS NULL") > 3


def test_units_are_staffed_while_they_exist(con: duckdb.DuckDBPyConnection) -> None:
    there = f"start <= {AS_OF} AND slut IS NULL"
    staffed = f"SELECT count(DISTINCT enhed) FROM ansaettelse WHERE {there}"
    assert value(con, staffed) == 11
    assert many(con, "ansaettelse", "enhed = 'E11' AND coalesce(slut, DATE '9999-01-01') > DATE '2025-01-01'") == 0
    assert many(con, "ansaettelse", "enhed = 'E12' AND start < DATE '2025-01-01'") == 0


def test_who_goes_with_a_unit_has_neither_left_nor_come(con: duckdb.DuckDBPyConnection) -> None:
    gone = many(con, "ansaettelse", "slut IS NOT NULL AND NOT fratraadt")
    assert gone > 5
    moved = "ansaettelse a JOIN ansaettelse b ON b.ansat_id = a.ansat_id AND b.start = a.slut"
    assert many(con, moved, "a.enhed = 'E11' AND b.enhed = 'E12' AND NOT a.fratraadt AND NOT b.nyansat") == gone
    assert many(con, "ansaettelse", "NOT nyansat") == gone
    assert many(con, "ansaettelse", "fratraadt AND slut IS NULL") == 0


def test_some_come_back(con: duckdb.DuckDBPyConnection) -> None:
    returned = "(SELECT ansat_id FROM ansaettelse WHERE nyansat GROUP BY ansat_id HAVING count(*) > 1)"
    assert many(con, returned, "true") > 2


def test_absence_is_within_one_employment(con: duckdb.DuckDBPyConnection) -> None:
    within = "f.start >= a.start AND coalesce(coalesce(f.slut, DATE '9999-01-01') <= a.slut, true)"
    same = "a.enhed = f.enhed AND a.personalegruppe = f.personalegruppe"
    same += " AND a.beskaeftigelsesgrad = f.beskaeftigelsesgrad"
    outside = f"fravaer f ANTI JOIN ansaettelse a ON a.ansat_id = f.ansat_id AND {same} AND {within}"
    assert many(con, outside, "true") == 0
    assert many(con, "fravaer", f"varighed_dage <> coalesce(slut, {AS_OF} + 1) - start") == 0
    assert value(con, "SELECT count(DISTINCT aarsag) FROM fravaer") == 4
    assert many(con, "fravaer", "varighed_dage BETWEEN 29 AND 32") > 3  # about the limit


def test_recruitments_end_one_way_or_the_other(con: duckdb.DuckDBPyConnection) -> None:
    assert many(con, "rekruttering", "(afsluttet IS NULL) <> (udfald IS NULL)") == 0
    assert many(con, "rekruttering", f"afsluttet > {AS_OF} OR afsluttet <= opslaaet") == 0
    part = value(con, "SELECT count(*) FILTER (udfald = 'forgæves') / count(udfald) FROM rekruttering")
    assert abs(part - IN_VAIN) < 0.08


def test_events_are_at_a_tilbud_that_the_own_unit_runs(con: duckdb.DuckDBPyConnection) -> None:
    employed = "a.ansat_id = h.ansat_id AND a.enhed = h.enhed AND a.start <= dag AND coalesce(a.slut > dag, true)"
    assert many(con, f"haendelse h ANTI JOIN ansaettelse a ON {employed}", "true") == 0
    runs = "t.tilbud_id = h.tilbud_id AND (t.driftsenhed = h.enhed OR t.driftsenhed IN ('E11', 'E12')"
    runs += " AND h.enhed IN ('E11', 'E12'))"
    assert many(con, f"haendelse h ANTI JOIN tilbud t ON {runs}", "true") == 0
    opened = "p.tilbud_id = h.tilbud_id AND p.gyldig_fra <= dag AND coalesce(p.gyldig_til > dag, true)"
    assert many(con, f"haendelse h ANTI JOIN pladser p ON {opened}", "true") == 0
