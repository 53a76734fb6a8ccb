"""The demo's complaints, children's cases, use of force and waiting: what they promise to whoever calculates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.demo.test_courses import AS_OF, many, value

TABLES = ("klage", "underretning", "anbringelse", "forebyggende", "magtanvendelse", "venteliste")
SPELLS = ("anbringelse", "forebyggende", "venteliste")


@pytest.fixture
def con(demo_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(demo_database), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_a_key_a_known_citizen_and_a_known_enhed(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert value(con, f"SELECT count(*) = count(DISTINCT {table}_id) FROM {table}")
    assert 100 < value(con, f"SELECT count(*) FROM {table}") < 3_000
    assert many(con, f"{table} ANTI JOIN borger USING (borger_id)", "true") == 0
    known = f"{table} ANTI JOIN organisation ON enhed_id = {table}.enhed"
    assert many(con, known, "enhed IS NOT NULL") == 0
    assert many(con, table, "sagsbehandler IS NULL AND enhed IS NULL") == many(con, table, "enhed IS NULL")


@pytest.mark.parametrize("table", SPELLS)
def test_spells_have_a_length(con: duckdb.DuckDBPyConnection, table: str) -> None:
    assert many(con, table, f"slut <= start OR start > {AS_OF}") == 0
    assert many(con, table, "slut IS NULL") > 20


def test_a_complaint_follows_its_case(con: duckdb.DuckDBPyConnection) -> None:
    joined = "klage k JOIN afgoerelse a USING (afgoerelse_id)"
    same = "k.borger_id = a.borger_id AND k.lov = a.lov AND k.paragraf = a.paragraf"
    assert many(con, joined, f"NOT ({same}) OR k.modtaget <= coalesce(a.afgjort, a.modtaget)") == 0
    assert (
        many(con, "klage", f"modtaget > {AS_OF} OR besvaret > {AS_OF} OR (besvaret IS NULL) <> (udfald IS NULL)") == 0
    )
    assert 5 < many(con, "klage", "afgoerelse_id IS NULL") < 60
    assert many(con, "klage", "afgoerelse_id IS NULL AND paragraf IS NOT NULL") == 0
    # The closed unit's complaints go to its successor, from the day of the reorganisation on.
    assert many(con, "klage", "enhed = 'E11' AND modtaget >= DATE '2025-01-01'") == 0
    assert many(con, "klage", "enhed = 'E12' AND modtaget < DATE '2025-01-01'") == 0


def test_a_report_is_of_a_child_and_its_deadline_the_laws(con: duckdb.DuckDBPyConnection) -> None:
    of_age = "underretning JOIN borger USING (borger_id)"
    assert many(con, of_age, "year(modtaget) - foedselsaar NOT BETWEEN 1 AND 17") == 0
    assert many(con, "underretning", f"modtaget > {AS_OF} OR afsluttet > {AS_OF} OR afsluttet <= modtaget") == 0
    nothing = "udfald IS DISTINCT FROM 'undersøgelse'"
    assert many(con, "underretning", f"{nothing} AND (frist IS NOT NULL OR afsluttet IS NOT NULL)") == 0
    examined = "coalesce(udfald = 'undersøgelse', false) AND modtaget >= DATE '2024-01-01'"
    assert many(con, "underretning", f"({examined}) <> (frist IS NOT NULL)") == 0
    assert many(con, "underretning", "frist <> CAST(modtaget + INTERVAL 4 MONTH AS DATE)") == 0
    assert many(con, "underretning", "afsluttet > frist") > 5


def test_placements_fill_the_ydelser_that_they_are(con: duckdb.DuckDBPyConnection) -> None:
    """Days and keys are those of the ydelser; who moves is at one place after the other."""
    days = "sum(coalesce(slut, DATE '2030-01-01') - start)"
    of_key = "(lov, paragraf) IN (('serviceloven', '66'), ('barnets lov', '46'))"
    assert value(con, f"SELECT {days} FROM anbringelse") == value(con, f"SELECT {days} FROM ydelse WHERE {of_key}")
    assert many(con, "anbringelse a JOIN ydelse y USING (ydelse_id)", "a.lov <> y.lov OR a.paragraf <> y.paragraf") == 0
    forloeb = "(SELECT a.ny, a.anbringelsessted, forloeb_id FROM anbringelse a JOIN ydelse USING (ydelse_id))"
    assert value(con, f"SELECT count(*) FILTER (ny) = count(DISTINCT forloeb_id) FROM {forloeb}")
    moved = f"(SELECT 1 FROM {forloeb} GROUP BY forloeb_id HAVING count(DISTINCT anbringelsessted) = 2)"
    assert many(con, moved, "true") > 20


def test_preventive_help_is_the_ydelser_that_it_is(con: duckdb.DuckDBPyConnection) -> None:
    of_key = "(lov, paragraf) IN (('serviceloven', '52'), ('barnets lov', '32'))"
    assert value(con, "SELECT count(*) FROM forebyggende") == many(con, "ydelse", of_key)
    joined = "forebyggende f JOIN ydelse y USING (ydelse_id)"
    assert many(con, joined, "f.start <> y.start OR f.slut IS DISTINCT FROM y.slut OR f.lov <> y.lov") == 0
    assert many(con, joined, "f.ny") == value(con, f"SELECT count(DISTINCT forloeb_id) FROM {joined}")


def test_force_is_used_where_the_citizen_stays(con: duckdb.DuckDBPyConnection) -> None:
    stay = "o.ophold_id = m.ophold_id AND o.start <= dag AND coalesce(o.slut > dag, true)"
    assert many(con, f"magtanvendelse m ANTI JOIN ophold o ON {stay} AND o.borger_id = m.borger_id", "true") == 0
    place = "t.tilbud_id = m.tilbud_id AND t.driftsenhed = m.enhed AND t.paragraf IN ('107', '108')"
    assert many(con, f"magtanvendelse m ANTI JOIN tilbud t ON {place}", "true") == 0
    assert many(con, "magtanvendelse", f"indberettet < dag OR indberettet > {AS_OF}") == 0


def test_whoever_got_a_place_waited_until_then(con: duckdb.DuckDBPyConnection) -> None:
    place = "o.borger_id = v.borger_id AND o.tilbud_id = v.tilbud_id AND o.start = v.slut"
    assert many(con, f"venteliste v ANTI JOIN ophold o ON {place}", "udfald = 'plads'") == 0
    assert many(con, "venteliste", "(udfald IS NULL) <> (slut IS NULL)") == 0
    assert many(con, "venteliste JOIN tilbud USING (tilbud_id)", "venteliste.paragraf <> tilbud.paragraf") == 0
    assert many(con, "venteliste", "tilbud_id IS NULL AND slut IS NULL") > 5


@pytest.mark.parametrize("table", ["anbringelse", "magtanvendelse", "venteliste"])
def test_a_protected_address_is_the_citizens(con: duckdb.DuckDBPyConnection, table: str) -> None:
    differs = "borger.adressebeskyttelse <> own.adressebeskyttelse OR own.adressebeskyttelse IS NULL"
    assert many(con, f"{table} own JOIN borger USING (borger_id)", differs) == 0
