"""As of a day: what the loads up to it left, whatever has come since; and what is refused before anyone asks."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semantic.errors import DefinitionError
from semantic.model.link import link
from semantic.model.read import read_text
from tests.small_model import asked, small_model

MODEL = """
cubes:
  - name: post
    sql_table: main.post
    source: {system: Test, load: kasse}
    loaded_at: {load: indlaesning, withdrawn: annulleret}
    joins:
      - {name: konto, relationship: many_to_one, sql: "{CUBE}.konto = {konto}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: konto_id, type: number, sql: "{CUBE}.konto"}
      - {name: dag, type: time, sql: "{CUBE}.dag"}
      - {name: indlaesning, type: number, sql: "{CUBE}.indlaesning", public: false}
      - {name: annulleret, type: boolean, sql: "{CUBE}.annulleret", public: false}
    measures:
      - {name: antal, type: count}
      - {name: kr, type: sum, sql: "{CUBE}.kr", time_calculations: [aatd]}
  - name: konto
    sql_table: main.konto
    source: {system: Test, load: kasse}
    loaded_at: {load: indlaesning}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: navn, type: string, sql: "{CUBE}.navn"}
      - {name: indlaesning, type: number, sql: "{CUBE}.indlaesning", public: false}
    measures:
      - {name: konti, type: count}
"""
TABLES = """
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
CREATE TABLE post (id INTEGER, konto INTEGER, dag DATE, kr INTEGER, indlaesning INTEGER, annulleret BOOLEAN);
CREATE TABLE konto (id INTEGER, navn VARCHAR, indlaesning INTEGER);
"""
QUESTIONS: tuple[dict[str, Any], ...] = (
    {"measures": ["post.antal", "post.kr", "post.opgjort_pr"]},
    {"measures": ["post.kr", "konto.konti"], "dimensions": ["konto.navn"]},
    {"measures": ["post.kr__aatd"], "timeDimensions": [
        {"dimension": "post.dag", "granularity": "month", "dateRange": ["2025-01-01", "2025-06-30"]}]},
    {"dimensions": ["post.id", "konto.navn"], "measures": ["post.antal"], "ungrouped": True},
)  # fmt: skip
Post = tuple[int, int, int, int, bool]  # id, konto, day of the year, kr, annulleret
Konto = tuple[int, str]


def one_of_each_key(rows: list[Any]) -> list[Any]:
    return list({row[0]: row for row in rows}.values())


POSTS = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 3), st.integers(0, 120), st.integers(-9, 9), st.booleans()), max_size=4
).map(one_of_each_key)
KONTI = st.lists(st.tuples(st.integers(1, 3), st.sampled_from("ab")), max_size=2).map(one_of_each_key)
LOADS = st.lists(st.tuples(POSTS, KONTI, st.integers(0, 40), st.booleans()), min_size=2, max_size=6)
Loaded = tuple[list[Post], list[Konto], int, bool]


def days_of(loads: list[Loaded]) -> list[date]:
    day, found = date(2025, 1, 1), []
    for _, _, passed, _ in loads:
        day += timedelta(passed)
        found.append(day)
    return found


def sql_of(loads: list[Loaded], days: list[date]) -> str:
    found = [TABLES]
    for number, ((posts, konti, _, complete), day) in enumerate(zip(loads, days, strict=True), start=1):
        found.append(f"INSERT INTO load VALUES ({number}, 'kasse', '{day}', {complete});")
        for key, konto, dag, kr, gone in posts:
            when = date(2025, 1, 1) + timedelta(dag)
            found.append(f"INSERT INTO post VALUES ({key}, {konto}, '{when}', {kr}, {number}, {gone});")
        found += [f"INSERT INTO konto VALUES ({key}, '{navn}', {number});" for key, navn in konti]
    return "\n".join(found)


@settings(max_examples=25)
@given(LOADS, st.data())
def test_as_of_a_day_is_what_was_answered_on_it(loads: list[Loaded], data: st.DataObject) -> None:
    """The answer of then, asked for after all that has been loaded, corrected and withdrawn since."""
    loads = [(posts, konti, passed, number == 0 or complete)
             for number, (posts, konti, passed, complete) in enumerate(loads)]  # fmt: skip
    days = days_of(loads)
    last = max(day for day, (_, _, _, complete) in zip(days, loads, strict=True) if complete)
    then = data.draw(st.dates(days[0], last))
    until = sum(day <= then for day in days)
    with (
        TemporaryDirectory() as before,
        TemporaryDirectory() as after,
        small_model(Path(before), MODEL, sql_of(loads[:until], days[:until])) as old,
        small_model(Path(after), MODEL, sql_of(loads, days)) as new,
    ):
        for question in QUESTIONS:
            assert asked(new, **question, asOf=then.isoformat()) == asked(old, **question), (question, then)


ROWS = "INSERT INTO load VALUES (1, 'kasse', '2025-01-31', true), (2, 'kasse', '2025-02-28', true);"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("INSERT INTO load VALUES (1, 'kasse', '2025-01-31', false);", "has no complete load of 'kasse'"),
        ("INSERT INTO load VALUES (1, 'kasse', '2025-02-28', true), (2, 'kasse', '2025-01-31', true);", "earlier day"),
        (f"{ROWS} INSERT INTO konto VALUES (1, 'a', 1), (1, 'b', 1);", "two rows of a key"),
        (f"{ROWS} INSERT INTO konto VALUES (1, 'a', NULL);", "has no load"),
        (f"{ROWS} INSERT INTO konto VALUES (NULL, 'a', 1);", "no primary key"),
    ],
)
def test_loads_that_do_not_tell_versions_apart_are_refused(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(DefinitionError, match=said) as refused, small_model(tmp_path, MODEL, TABLES + rows):
        pass
    assert {one.code for one in refused.value.problems} == {"D638"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("withdrawn: annulleret", "withdrawn: kr", "names 'kr'"),
        ("{load: indlaesning, w", "{load: dag, w", "names 'dag'"),
        ("    loaded_at: {load: i", "    static: true\n    loaded_at: {load: i", "cannot be static"),
        ("source: {system: Test, load: kasse}", "source: {system: Test}", "does not name them"),
        (", primary_key: true, public: true", "", "no primary key"),
        ("    loaded_at: {load: indlaesning}", "    loaded_at: {load: indlaesning}\n    address_protection: skjult",
         "whose address is secret"),
    ],
)  # fmt: skip
def test_a_cube_that_cannot_keep_its_loads_is_refused(old: str, new: str, said: str) -> None:
    text = MODEL.replace(old, new)
    if "skjult" in new:
        text = text.replace("      - {name: navn,", '      - {name: skjult, type: boolean, sql: "{CUBE}.skjult"}\n'
                            "      - {name: navn,")  # fmt: skip
    with pytest.raises(DefinitionError, match=said) as refused:
        link((read_text(text, "small.yml"),))
    assert "D637" in {one.code for one in refused.value.problems}


def test_a_table_of_which_every_row_is_in_force_is_read_as_it_is(tmp_path: Path) -> None:
    """What has one version of each key pays for no others."""
    rows = f"{ROWS} INSERT INTO konto VALUES (1, 'a', 1), (2, 'b', 2);"
    with small_model(tmp_path, MODEL, TABLES + rows) as service:
        newest, then = service.generation.versions(), service.generation.versions(date(2025, 1, 31))
        assert newest.root("konto") is None
        assert then.root("konto") == then.joined("konto") != newest.root("konto")
        assert then.looked_up().joined("konto") is None
        assert asked(service, measures=["konto.konti"]) == {(2,)}
        assert asked(service, measures=["konto.konti"], asOf="2025-02-27") == {(1,)}


def test_a_second_load_of_a_day_corrects_what_was_answered_of_it_and_says_so(tmp_path: Path) -> None:
    """That of the day before stays."""
    rows = f"{ROWS} INSERT INTO konto VALUES (1, 'a', 1), (2, 'b', 2);"
    again = "INSERT INTO load VALUES (3, 'kasse', '2025-02-28', true); INSERT INTO konto VALUES (3, 'c', 3);"
    said = {"measures": ["konto.konti", "konto.dataversion"]}
    with small_model(tmp_path, MODEL, TABLES + rows) as service:
        assert asked(service, **said, asOf="2025-02-28") == {(2, 2)}
    (tmp_path / "small.duckdb").unlink()
    with small_model(tmp_path, MODEL, TABLES + rows + again) as service:
        assert asked(service, **said, asOf="2025-02-28") == {(3, 3)}
        assert asked(service, **said, asOf="2025-02-27") == {(1, 1)}
