"""Hops over a slowly changing dimension: which are refused, where and in what words, and what is asked of the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from semantic.errors import DefinitionError
from semantic.model.link import link
from semantic.model.read import read_text
from tests.small_model import asked, small_model

MODEL = """\
cubes:
  - name: cases
    sql_table: main.cases
    joins:
      - {name: was, cube: unit, relationship: many_to_one, sql: "{CUBE}.unit = {was}.id", at: day}
      - {name: is, cube: unit, relationship: many_to_one, sql: "{CUBE}.unit = {is}.id", at: opgjort_pr}
      - {name: people, relationship: many_to_one, sql: "{CUBE}.person = {people}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: day, type: time, sql: "{CUBE}.day"}
      - {name: kind, type: string, sql: "{CUBE}.kind"}
    measures:
      - {name: count, type: count}
  - name: unit
    sql_table: main.unit
    valid_time: {from: begins, to: ends}
    dimensions:
      - {name: id, type: string, sql: "{CUBE}.id"}
      - {name: begins, type: time, sql: "{CUBE}.begins"}
      - {name: ends, type: time, sql: "{CUBE}.ends"}
      - {name: name, type: string, sql: "{CUBE}.name"}
  - name: people
    sql_table: main.people
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: born, type: time, sql: "{CUBE}.born"}
"""
WAS = '      - {name: was, cube: unit, relationship: many_to_one, sql: "{CUBE}.unit = {was}.id", at: day}'
PEOPLE = '      - {name: people, relationship: many_to_one, sql: "{CUBE}.person = {people}.id"}'
VALID = "    valid_time: {from: begins, to: ends}"
UNIT = "    sql_table: main.unit\n"


def told(text: str) -> list[str]:
    """Each fault as `code file:line: message (hint)`."""
    try:
        link([read_text(text, "m.yml")])
    except DefinitionError as error:
        return [f"{one.code} {one.at}: {one.message} ({one.hint})" for one in error.problems]
    return []


def changed(old: str, new: str) -> str:
    assert MODEL.count(old) == 1, old
    return MODEL.replace(old, new)


def line_of(text: str, piece: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if piece in line)


FAULTS = {
    "undated": (
        changed(WAS, WAS.replace(", at: day", "")),
        "{name: was,",
        "The join 'was' of 'cases' is an undated hop over a slowly changing dimension: 'unit' has 'valid_time'."
        " (Say 'at': a time dimension of 'cases', or opgjort_pr for what holds now.)",
    ),
    "dated without a valid time": (
        changed(PEOPLE, PEOPLE.replace("}.id\"}", "}.id\", at: day}")),
        "{name: people,",
        "The join 'people' of 'cases' has 'at', but 'people' has no 'valid_time'."
        " (Leave 'at' out: its rows hold at any time.)",
    ),
    "by no dimension": (
        changed(WAS, WAS.replace("at: day", "at: dya")),
        "{name: was,",
        "'at' of the join 'was' names 'dya', which is no time dimension of 'cases'. (Did you mean 'day'?)",
    ),
    "by a text": (
        changed(WAS, WAS.replace("at: day", "at: kind")),
        "{name: was,",
        "'at' of the join 'was' names 'kind', which is no time dimension of 'cases'.",
    ),
    "by the other cube's time": (
        changed(WAS, WAS.replace("at: day", "at: begins")),
        "{name: was,",
        "'at' of the join 'was' names 'begins', which is no time dimension of 'cases'.",
    ),
    "to many": (
        changed(WAS, WAS.replace("many_to_one", "one_to_many")),
        "{name: was,",
        "The join 'was' of 'cases' leads to many rows of 'unit', which hold for a time each."
        " (Declare it on 'unit', many_to_one.)",
    ),
    "back to one from many": (
        changed(
            UNIT,
            UNIT + '    joins: [{name: cases, relationship: one_to_many, sql: "{CUBE}.id = {cases}.unit"}]\n',
        ),
        "{name: cases,",
        "The join 'cases' of 'unit' leads back to rows that hold for a time:"
        " an undated hop over a slowly changing dimension. (Declare it on 'cases' instead, many_to_one and with 'at'.)",
    ),
    "back to one from one": (
        changed(
            UNIT,
            UNIT + '    joins: [{name: people, relationship: one_to_one, sql: "{CUBE}.head = {people}.id"}]\n',
        ),
        "name: people, relationship: one_to_one",
        "The join 'people' of 'unit' leads back to rows that hold for a time:",
    ),
    "from no dimension": (
        changed(VALID, VALID.replace("begins", "began")),
        VALID.strip().split(" {")[0],
        "'from' of the valid time names 'began', which is no time dimension of 'unit'. (Did you mean 'begins'?)",
    ),
    "to a text": (
        changed(VALID, VALID.replace("ends", "name")),
        VALID.strip().split(" {")[0],
        "'to' of the valid time names 'name', which is no time dimension of 'unit'.",
    ),
    "one role in two ways": (
        MODEL
        + """\
  - name: letters
    sql_table: main.letters
    joins:
      - {name: was, cube: unit, relationship: many_to_one, sql: "{CUBE}.unit = {was}.id", at: opgjort_pr}  # letters
""",
        "# letters",
        "The joins 'was' of 'letters' and 'cases' are one role, dated in two ways."
        " (Give them two names: what held then and what holds now are not the same.)",
    ),
}  # fmt: skip


def test_the_model_is_right() -> None:
    assert told(MODEL) == []


@pytest.mark.parametrize(("text", "piece", "says"), FAULTS.values(), ids=list(FAULTS))
def test_a_hop_is_refused_by_name_and_line(text: str, piece: str, says: str) -> None:
    (found,) = told(text)
    assert found.startswith(f"D634 m.yml:{line_of(text, piece)}: {says}")


def test_what_dates_a_hop_is_the_cubes_own() -> None:
    beyond = changed('sql: "{CUBE}.day"', 'sql: "{people.born}"')
    assert [one.split(":")[0] for one in told(beyond)] == ["D628 m.yml"]
    held = changed('sql: "{CUBE}.ends"', 'sql: "{people.born}"').replace(
        UNIT, UNIT + '    joins: [{name: people, relationship: many_to_one, sql: "{CUBE}.head = {people}.id"}]\n'
    )
    assert ["'unit.ends' is part of a key" in one for one in told(held)] == [True]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (changed(VALID, "    valid_time: {from: begins}"), "D604"),
        (changed(VALID, "    valid_time: {from: begins, to: ends, until: x}"), "D603"),
        (changed(VALID, "    valid_time: {begins: begins, ends: ends}"), "D603 D604"),
        (changed(VALID, "    valid_time: begins"), "D605"),
        (changed(WAS, WAS.replace("at: day", "at: [day]")), "D605"),
        (changed('{name: begins, type: time, sql: "{CUBE}.begins"}', "{name: begins, type: tim, sql: x}"), "D605"),
        (changed('{name: day, type: time, sql: "{CUBE}.day"}', '{name: day, type: time, sql: "sum("}'), "D622"),
    ],
)
def test_what_only_follows_from_a_fault_is_not_told(text: str, codes: str) -> None:
    assert {one.split(" ")[0] for one in told(text)} == set(codes.split())


def test_an_heir_has_the_valid_time_and_the_dates() -> None:
    heirs = "  - {name: letters, extends: cases, sql_table: main.letters}\n  - {name: office, extends: unit}\n"
    assert told(MODEL + heirs) == []
    model = link([read_text(MODEL + heirs, "m.yml")])
    assert {name: join.dated for name, join in model.cubes["letters"].joins.items()} == {
        "was": "day", "is": "opgjort_pr", "people": None,
    }  # fmt: skip
    assert model.cubes["office"].valid_time == model.cubes["unit"].valid_time is not None
    own = heirs.replace("main.letters}", 'main.letters, dimensions: [{name: day, type: string, sql: "{CUBE}.day"}]}')
    assert ["no time dimension of 'letters'" in one for one in told(MODEL + own)] == [True]


ROWS = """
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'older', '2024-06-30', true), (2, 'newer', '2025-09-30', true);
CREATE TABLE people (id INTEGER, born DATE);
CREATE TABLE cases (id INTEGER, unit VARCHAR, person INTEGER, day {day}, kind VARCHAR);
INSERT INTO cases VALUES (1, 'a', 1, '2024-12-31 23:30:00', 'x'), (2, 'a', 2, '2022-01-01 12:00:00', 'x');
CREATE TABLE unit (id VARCHAR, begins {held}, ends {held}, name VARCHAR);
INSERT INTO unit VALUES ('a', '2015-01-01', '2025-01-01', 'old'), ('a', '2025-01-01', NULL, 'new');
"""


def faults(folder: Path, more: str = "", model: str = MODEL, day: str = "DATE", held: str = "DATE") -> list[str]:
    try:
        with small_model(folder, model, ROWS.format(day=day, held=held) + more):
            return []
    except DefinitionError as error:
        return [f"{one.code} {one.at}: {one.message}" for one in error.problems]


def several(join: str) -> str:
    line = line_of(MODEL, f"{{name: {join},")
    return f"D653 small.yml:{line}: The join '{join}' of 'cases' meets several rows of 'unit'."


OVERLAPS = {
    "adjoining": ("", []),
    "on a row's day": ("INSERT INTO unit VALUES ('a', '2021-12-31', '2022-01-02', 'twice');", [several("was")]),
    "until a row's day": ("INSERT INTO unit VALUES ('a', '2021-12-31', '2022-01-01', 'twice');", []),
    "from a row's day": ("INSERT INTO unit VALUES ('a', '2022-01-01', '2022-01-02', 'twice');", [several("was")]),
    "on a day without a row": ("INSERT INTO unit VALUES ('a', '2021-01-01', '2021-12-31', 'twice');", []),
    "of another unit": ("INSERT INTO unit VALUES ('b', '2015-01-01', NULL, 'other');", []),
    "now": ("INSERT INTO unit VALUES ('a', '2025-09-30', NULL, 'twice');", [several("is")]),
    "now for the older source": (
        "INSERT INTO unit VALUES ('a', '2024-06-30', '2024-07-01', 'twice');",
        [several("is")],
    ),
    "after now": ("INSERT INTO unit VALUES ('a', '2025-10-01', NULL, 'twice');", []),
    "never": ("INSERT INTO unit VALUES ('a', NULL, NULL, 'unknown'), ('a', NULL, '2030-01-01', 'unknown');", []),
}


@pytest.mark.parametrize(("more", "expected"), OVERLAPS.values(), ids=list(OVERLAPS))
def test_versions_that_overlap_are_found_where_a_row_would_meet_both(
    tmp_path: Path, more: str, expected: list[str]
) -> None:
    assert faults(tmp_path, more) == expected


@pytest.mark.parametrize(
    ("day", "begins", "found"),
    [
        ("TIMESTAMPTZ", "2024-12-31", True),
        ("TIMESTAMPTZ", "2025-01-01", True),  # the day of half past eleven at night in Denmark
        ("TIMESTAMPTZ", "2024-12-30", True),  # its day in no zone east of Greenwich
        ("TIMESTAMPTZ", "2024-12-29", False),
        ("TIMESTAMP", "2025-01-01", True),
        ("TIMESTAMP", "2024-12-29", False),
        ("DATE", "2025-01-01", False),
        ("DATE", "2024-12-31", True),
    ],
)
def test_a_moment_meets_one_row_in_every_time_zone(tmp_path: Path, day: str, begins: str, found: bool) -> None:
    """The row is of 31 December, half past eleven at night in UTC. A second version holds for one day from `begins`."""
    more = f"INSERT INTO unit VALUES ('a', '{begins}', DATE '{begins}' + 1, 'twice');"
    assert faults(tmp_path, more, day=day) == ([several("was")] if found else [])


def test_danish_wall_clock_times_have_their_own_day(tmp_path: Path) -> None:
    local = changed('sql: "{CUBE}.day"}', 'sql: "{CUBE}.day", local_time: true}')
    tomorrow = "INSERT INTO unit VALUES ('a', '2025-01-01', '2025-01-02', 'twice');"
    assert faults(tmp_path, tomorrow, local, day="TIMESTAMP") == []


@pytest.mark.parametrize("held", ["TIMESTAMP", "TIMESTAMPTZ"])
def test_rows_hold_by_the_day_and_not_by_the_moment(tmp_path: Path, held: str) -> None:
    found = faults(tmp_path, held=held)
    lines = [line_of(MODEL, f"{{name: {name},") for name in ("begins", "ends")]
    assert [one.split(": ")[0] for one in found] == [f"D634 small.yml:{line}" for line in lines]


def test_times_of_the_wall_clock_are_days_too(tmp_path: Path) -> None:
    """A version that holds from eight in the morning holds the whole day."""
    model = MODEL.replace('.begins"}', '.begins", local_time: true}').replace('.ends"}', '.ends", local_time: true}')
    parts = "{join_path: cases, includes: [count, day]}, {join_path: cases.was, includes: [name]}"
    model += f"views: [{{name: all, cubes: [{parts}]}}]\n"
    rows = ROWS.format(day="DATE", held="TIMESTAMP").replace("'2025-01-01'", "'2025-01-01 08:00:00'")
    with small_model(tmp_path, model, f"{rows} INSERT INTO cases VALUES (3, 'a', 3, '2025-01-01', 'x');") as service:
        assert asked(service, measures=["all.count"], dimensions=["all.day", "all.name"]) == {
            (date(2022, 1, 1), "old", 1),
            (date(2024, 12, 31), "old", 1),
            (date(2025, 1, 1), "new", 1),
        }
