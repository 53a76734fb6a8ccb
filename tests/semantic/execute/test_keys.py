"""A key that is not one is found before anyone asks."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from semantic.errors import DefinitionError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text

MODEL = """
cubes:
  - name: orders
    sql_table: orders
    joins:
      - {name: users, relationship: many_to_one, sql: "{CUBE}.user_id = {users}.code"}
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
  - name: users
    sql_table: users
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: email, sql: email, type: string, unique: true}
"""
GOOD = """
CREATE TABLE orders AS SELECT * FROM (VALUES (1, 10), (2, 10), (3, NULL)) AS t(id, user_id);
CREATE TABLE users AS SELECT * FROM (VALUES (1, 10, 'a'), (2, 11, 'b'), (3, NULL, NULL), (4, NULL, NULL))
    AS t(id, code, email);
"""


def faults(folder: Path, rows: str, model: str = MODEL) -> list[str]:
    file = folder / "shop.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(rows)
    try:
        Generation({"shop": file}, link([read_text(model, "shop.yml")]), Limits()).close()
    except DefinitionError as error:
        return [f"{problem.code} {problem.at}: {problem.message}" for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", []),
        ("INSERT INTO orders VALUES (2, 11);", ["D653 shop.yml:3: The primary key (id) of 'orders' is not unique"]),
        ("INSERT INTO orders VALUES (NULL, 11);", ["D653 shop.yml:3: The primary key (id) of 'orders' is not unique"]),
        ("INSERT INTO users VALUES (5, 12, 'a');", ["D653 shop.yml:13: 'users.email' is declared unique"]),
        (
            "INSERT INTO users VALUES (5, 10, 'c');",
            ["D653 shop.yml:6: The join 'users' of 'orders' meets several"],
        ),
    ],
)
def test_keys_are_checked_when_the_data_is_opened(tmp_path: Path, more: str, expected: list[str]) -> None:
    found = faults(tmp_path, GOOD + more)
    assert len(found) == len(expected)
    assert all(text.startswith(start) for text, start in zip(found, expected, strict=True)), found


KEPT = """
cubes:
  - name: sag
    sql_table: sag
    source: {system: X, load: s}
    loaded_at: {load: indlaesning}
    joins:
      - {name: enhed, relationship: many_to_one, sql: "{CUBE}.kode = {enhed}.kode"}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: indlaesning, type: number, sql: indlaesning}
  - name: enhed
    sql_table: enhed
    source: {system: X, load: s}
    loaded_at: {load: indlaesning, withdrawn: nedlagt}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: indlaesning, type: number, sql: indlaesning}
      - {name: nedlagt, type: boolean, sql: nedlagt}
      - {name: navn, type: string, sql: navn, unique: true}
"""
LOADS = """
CREATE TABLE load AS SELECT * FROM (VALUES (1, 's', DATE '2025-01-31', true), (2, 's', DATE '2025-02-28', true))
    AS t(number, source, opgjort_pr, complete);
CREATE TABLE sag AS SELECT * FROM (VALUES (1, 1, 'A'), (2, 1, 'A')) AS t(id, indlaesning, kode);
CREATE TABLE enhed AS SELECT * FROM (VALUES (10, 1, false, 'A', 'a'), (12, 1, false, 'B', 'b'))
    AS t(id, indlaesning, nedlagt, kode, navn);
"""
TWICE = "INSERT INTO enhed VALUES (11, 1, false, 'A', 'a');"
MENDED = "INSERT INTO enhed VALUES (11, 2, true, 'A', 'a');"
FOUND = ["D653 shop.yml:8: The join 'enhed' of 'sag' meets several rows of 'enhed'.",
         "D653 shop.yml:20: 'enhed.navn' is declared unique, but two rows share a value."]  # fmt: skip


@pytest.mark.parametrize(("more", "expected"), [("", []), (TWICE, FOUND), (TWICE + MENDED, FOUND)])
def test_keys_of_an_earlier_load_are_checked(tmp_path: Path, more: str, expected: list[str]) -> None:
    """What a later load has mended is asked as of the earlier day still, and counted twice there."""
    assert faults(tmp_path, LOADS + more, KEPT) == expected


def test_keys_are_checked_where_every_row_is_withdrawn(tmp_path: Path) -> None:
    gone = "INSERT INTO enhed SELECT id, 2, true, kode, navn FROM enhed;"
    assert faults(tmp_path, LOADS + TWICE + gone, KEPT) == FOUND


STATIC = """
cubes:
  - name: sag
    sql_table: sag
    static: true
    joins:
      - {name: enhed, relationship: many_to_one, sql: "{CUBE}.kode = {enhed}.kode", at: opgjort_pr}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
  - name: enhed
    sql_table: enhed
    static: true
    valid_time: {from: fra, to: til}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: fra, type: time, sql: fra}
      - {name: til, type: time, sql: til}
"""
HELD = """
CREATE TABLE sag AS SELECT 1 AS id, 'A' AS kode;
CREATE TABLE enhed AS SELECT 10 AS id, 'A' AS kode, DATE '2020-01-01' AS fra, NULL::DATE AS til;
"""


@pytest.mark.parametrize(("until", "expected"), [("2020-01-01", []), ("2020-01-02", [FOUND[0].replace(":8:", ":7:")])])
def test_what_is_always_the_same_is_checked_on_every_day(tmp_path: Path, until: str, expected: list[str]) -> None:
    """It may be asked for as of any day, and rows that held at once then are one beside the other."""
    before = f"INSERT INTO enhed VALUES (11, 'A', DATE '2019-01-01', DATE '{until}');"
    assert faults(tmp_path, HELD + before, STATIC) == expected


LIVE = """
cubes:
  - name: sag
    sql_table: sag
    joins:
      - {name: validering, relationship: RELATION, sql: "ON"}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
  - name: validering
    sql_table: validering
    data_source: tilstand
    dimensions:
      - {name: kommunekode, type: number, sql: "{CUBE}.kommunekode", primary_key: true}
      - {name: omraade, type: string, sql: "{CUBE}.omraade", primary_key: true}
      - {name: periode, type: string, sql: "PERIODE", primary_key: true}
      - {name: af, type: string, sql: "{CUBE}.af"MORE}
"""
SAG = "CREATE TABLE sag AS SELECT 1 AS id, 573 AS kode, 'voksne' AS omraade, '2025' AS aar;"
BY_ALL = (
    "{CUBE}.kode = {validering}.kommunekode AND {CUBE}.omraade = {validering}.omraade"
    " AND {CUBE}.aar = {validering}.periode"
)
BY_ONE = "{CUBE}.kode = {validering}.kommunekode"
MAY_MEET = ["D653 shop.yml:6: The join 'validering' of 'sag' may meet several rows of 'validering'."]


@pytest.mark.parametrize(
    ("relation", "on", "periode", "more", "expected"),
    [
        ("many_to_one", BY_ALL, "{CUBE}.periode", "", []),
        ("one_to_many", BY_ONE, "{CUBE}.periode", "", []),
        ("many_to_one", BY_ONE, "{CUBE}.periode", "", MAY_MEET),
        ("one_to_one", BY_ONE, "{CUBE}.periode", "", MAY_MEET),
        ("many_to_one", BY_ALL.replace("AND", "OR"), "{CUBE}.periode", "", MAY_MEET),
        ("many_to_one", BY_ALL.replace("{CUBE}.aar =", "{CUBE}.aar >="), "{CUBE}.periode", "", MAY_MEET),
        ("many_to_one", BY_ALL.replace("{CUBE}.aar", "left({validering}.periode, 4)"), "{CUBE}.periode", "", MAY_MEET),
        ("many_to_one", BY_ALL.replace("{CUBE}.omraade", "'voksne'"), "{CUBE}.periode", "", []),
        ("many_to_one", f"{BY_ALL} AND {{validering}}.af <> 'x'", "{CUBE}.periode", "", []),
        (
            "many_to_one", BY_ALL, "left({CUBE}.periode, 4)", "",
            ["D653 shop.yml:9: The primary key of 'validering' leaves out some of kommunekode, omraade, periode."],
        ),
        (
            "many_to_one", BY_ALL, "{CUBE}.periode", ", unique: true",
            ["D653 shop.yml:16: 'validering.af' is declared unique, and rows that come may share a value."],
        ),
    ],
)  # fmt: skip
def test_keys_of_rows_that_come_later_are_those_that_the_server_keeps_to(
    tmp_path: Path, relation: str, on: str, periode: str, more: str, expected: list[str]
) -> None:
    """A mark is read when it is asked for, long after the keys were looked over."""
    written = {"RELATION": relation, "ON": on, "PERIODE": periode, "MORE": more}
    model = LIVE
    for name, text in written.items():
        model = model.replace(name, text)
    assert faults(tmp_path, SAG, model) == expected


def test_rows_without_end_are_not_counted(tmp_path: Path) -> None:
    rows = "CREATE VIEW endless AS SELECT range % 7 AS rest FROM range(100000000000000)"
    model = "cubes: [{name: endless, sql_table: endless, dimensions: [{name: rest, type: number, sql: rest}]}]"
    assert faults(tmp_path, rows, model) == []
