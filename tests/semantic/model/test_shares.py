"""Joins by shares and days of their own: how they are declared, and what is looked for in the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from semantic.errors import DefinitionError
from semantic.execute.shares import unshared
from semantic.model.link import link
from semantic.model.read import read_text
from tests.small_model import asked, small_model

SHARED = (
    '{name: goes, cube: heir, relationship: many_to_many, sql: "{CUBE}.unit = {goes}.old", at: 2026-01-01, share: part}'
)
MODEL = f"""\
cubes:
  - name: cases
    sql_table: main.cases
    joins:
      - {SHARED}
    dimensions:
      - {{name: id, type: number, sql: "{{CUBE}}.id", primary_key: true}}
      - {{name: unit, type: string, sql: "{{CUBE}}.unit"}}
      - {{name: day, type: time, sql: "{{CUBE}}.day"}}
    measures:
      - {{name: count, type: count}}
  - name: heir
    sql_table: main.heir
    valid_time: {{from: begins, to: ends}}
    dimensions:
      - {{name: old, type: string, sql: "{{CUBE}}.old"}}
      - {{name: new, type: string, sql: "{{CUBE}}.new"}}
      - {{name: part, type: number, sql: "{{CUBE}}.part"}}
      - {{name: begins, type: time, sql: "{{CUBE}}.begins"}}
      - {{name: ends, type: time, sql: "{{CUBE}}.ends"}}
views:
  - name: all
    cubes: [{{join_path: cases, includes: "*"}}, {{join_path: cases.goes, includes: [new]}}]
"""
ROWS = """
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'cases', '2025-09-30', true);
CREATE TABLE cases (id INTEGER, unit VARCHAR, day DATE);
INSERT INTO cases VALUES
    (1, 'a', '2025-01-01'), (2, 'a', '2026-02-01'), (3, 'b', '2025-01-01'), (4, NULL, '2025-01-01');
CREATE TABLE heir (old VARCHAR, new VARCHAR, part {part}, begins DATE, ends DATE);
INSERT INTO heir VALUES ('a', 'x', 0.25, '2026-01-01', NULL), ('a', 'y', 0.75, '2026-01-01', NULL),
    ('b', 'b', 1, '2015-01-01', NULL), ('a', 'a', 1, '2015-01-01', '2026-01-01');
"""
EXACT = ROWS.format(part="DECIMAL(3, 2)")


def told(text: str) -> list[str]:
    try:
        link([read_text(text, "m.yml")])
    except DefinitionError as error:
        return [f"{one.code} {one.at}: {one.message} ({one.hint})" for one in error.problems]
    return []


def changed(old: str, new: str, model: str = MODEL) -> str:
    assert model.count(old) == 1, old
    return model.replace(old, new)


FAULTS = {
    "without shares": (
        changed(", share: part}", "}"),
        ["D655 m.yml:5: The join 'goes' of 'cases' meets rows many to many, and says not how a row is divided among "
         "them. (Name the joined cube's number in 'share', or join a cube between the two.)",
         "D634 m.yml:5: The join 'goes' of 'cases' leads to many rows of 'heir', which hold for a time each. "
         "(Declare it on 'heir', many_to_one.)"],
    ),
    "of one row": (
        changed("relationship: many_to_many", "relationship: many_to_one"),
        ["D655 m.yml:5: The join 'goes' of 'cases' has 'share', and leads to one row. "
         "(Leave it out, or say many_to_many.)"],
    ),
    "of no dimension": (
        changed("share: part", "share: parts"),
        ["D655 m.yml:5: 'share' of the join 'goes' names 'parts', which is no number of 'heir' alone. "
         "(Did you mean 'part'?)"],
    ),
    "of a text": (
        changed("share: part", "share: new"),
        ["D655 m.yml:5: 'share' of the join 'goes' names 'new', which is no number of 'heir' alone. (None)"],
    ),
    "by no key": (
        changed("{CUBE}.unit = {goes}.old", "{CUBE}.unit >= {goes}.old"),
        ["D655 m.yml:5: The join 'goes' of 'cases' divides rows, and is not by a key: equal columns of the two cubes. "
         "(None)"],
    ),
    "undated": (
        changed(", at: 2026-01-01", ""),
        ["D634 m.yml:5: The join 'goes' of 'cases' is an undated hop over a slowly changing dimension: 'heir' has "
         "'valid_time'. (Say 'at': a time dimension of 'cases', or opgjort_pr for what holds now.)"],
    ),
}  # fmt: skip


def test_the_model_is_right() -> None:
    assert told(MODEL) == []


@pytest.mark.parametrize(("text", "says"), FAULTS.values(), ids=list(FAULTS))
def test_a_join_by_shares_is_refused_by_name_and_line(text: str, says: list[str]) -> None:
    assert sorted(told(text)) == sorted(says)


def test_one_role_is_of_one_day() -> None:
    other = SHARED.replace("2026-01-01", "2027-01-01")
    model = changed("views:", f'  - name: letters\n    sql_table: main.letters\n    joins: [{other}]\n'
                    '    dimensions: [{name: unit, type: string, sql: "{CUBE}.unit"}]\nviews:')  # fmt: skip
    assert ["are one role, dated in two ways" in one for one in told(model)] == [True]


def test_no_search_leads_over_shares(tmp_path: Path) -> None:
    """Only a view that names the join does: whose rows are divided is never found out by chance."""
    with small_model(tmp_path, MODEL, EXACT) as service:
        (refused,) = asked(service, measures=["cases.count"], dimensions=["heir.new"])
        assert str(refused).startswith("U410")


def test_shares_must_be_exact(tmp_path: Path) -> None:
    with (
        pytest.raises(DefinitionError) as refused,
        small_model(tmp_path, MODEL, ROWS.format(part="DOUBLE")),
    ):
        pass
    assert [one.code for one in refused.value.problems] == ["D652"]


NEGATIVE = "INSERT INTO heir VALUES ('b', 'c', -1, '2025-01-01', NULL), ('b', 'd', 1, '2025-01-01', NULL);"
DATA = {
    "whole": ("", []),
    "too little": ("UPDATE heir SET part = 0.7 WHERE new = 'y';", ["a"]),
    "too much": ("INSERT INTO heir VALUES ('b', 'c', 0.01, '2025-01-01', NULL);", ["b"]),
    "negative": (NEGATIVE, ["b"]),
    "nothing": ("INSERT INTO heir VALUES ('b', 'c', 0, '2025-01-01', NULL);", ["b"]),
    "not known": ("INSERT INTO heir VALUES ('b', 'c', NULL, '2025-01-01', NULL);", ["b"]),
    "on another day": ("INSERT INTO heir VALUES ('b', 'c', 1, '2015-01-01', '2026-01-01');", []),
    "of nobody's unit": ("INSERT INTO heir VALUES ('c', 'd', 0.5, '2015-01-01', NULL);", ["c"]),
    "closed without a successor": ("UPDATE heir SET ends = '2026-01-01' WHERE old = 'b';", ["b"]),
    "begun later": ("INSERT INTO heir VALUES ('c', 'd', 0.5, '2026-01-02', NULL);", []),
    "unknown to the mapping": ("INSERT INTO cases VALUES (5, 'z', '2025-01-01');", []),  # it is whole, under NULL
}


@pytest.mark.parametrize(("more", "keys"), DATA.values(), ids=list(DATA))
def test_keys_that_are_not_whole_are_refused_and_named(tmp_path: Path, more: str, keys: list[str]) -> None:
    with small_model(tmp_path, MODEL, EXACT + more) as service:
        found = asked(service, measures=["all.count"], dimensions=["all.new"])
        alone = asked(service, measures=["all.count"], dimensions=["all.unit"])
        problems = list(unshared(service.generation.model, service.generation.as_of))
    assert isinstance(alone, set)
    assert isinstance(found, list) is bool(keys)
    assert all(one.startswith("U417") for one in found if keys)
    says = f"The shares of the join 'goes' of 'cases' do not add up to one: {', '.join(keys)}."
    assert [(one.code, one.message) for one in problems] == ([("D655", says)] if keys else [])


@pytest.mark.parametrize(
    ("at", "more", "whole"),
    [
        ("opgjort_pr", "", True),
        ("opgjort_pr", "UPDATE heir SET part = 0.7 WHERE new = 'y';", True),  # of a day that no question is as of
        ("opgjort_pr", "UPDATE heir SET begins = '2025-09-30', part = 0.7 WHERE new = 'y';", False),
        ("day", "", True),
        ("day", "UPDATE heir SET part = 0.7 WHERE new = 'y';", False),  # a row may be of any day
        ("day", "INSERT INTO heir VALUES ('b', 'c', 1, '2020-01-01', '2020-01-02');", False),
    ],
)
def test_the_day_that_dates_the_join_is_the_day_that_is_looked_at(
    tmp_path: Path, at: str, more: str, whole: bool
) -> None:
    with small_model(tmp_path, changed("at: 2026-01-01", f"at: {at}"), EXACT + more) as service:
        assert isinstance(asked(service, measures=["all.count"], dimensions=["all.new"]), set) is whole


def test_a_day_of_its_own_dates_any_join(tmp_path: Path) -> None:
    """To rows that hold for a time, and one for each key: a named vintage needs no shares."""
    model = changed(SHARED, SHARED.replace(", share: part", "").replace("many_to_many", "many_to_one"))
    one_each = EXACT + "DELETE FROM heir WHERE new = 'x';"
    for day, unit in ((date(2025, 12, 31), "a"), (date(2026, 1, 1), "y")):
        with small_model(tmp_path, model.replace("2026-01-01", str(day)), one_each) as service:
            found = asked(service, measures=["all.count"], dimensions=["all.new"])
            assert found == {(unit, 2), ("b", 1), (None, 1)}
        (tmp_path / "small.duckdb").unlink()
