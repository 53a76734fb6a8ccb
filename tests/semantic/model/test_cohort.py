"""Cohorts as they are written: what is made of them, and every fault by name, all at once."""

from __future__ import annotations

import pytest

from semantic.errors import DefinitionError, Problem
from semantic.model.link import link
from semantic.model.model import Model
from semantic.model.read import read_text

COHORT = "{name: back, type: cohort, index: ended, followed_by: {cube: spell, event: began}, within: 1 year}"
TEXT = f"""\
cubes:
  - name: spell
    sql_table: spell
    person_key: who
    joins:
      - {{name: place, relationship: many_to_one, sql: "{{CUBE}}.place = {{place.code}}"}}
    dimensions:
      - {{name: id, type: number, sql: id, primary_key: true}}
      - {{name: who, type: number, sql: who}}
      - {{name: began, type: time, sql: began}}
      - {{name: ended, type: time, sql: ended}}
      - {{name: opened, type: time, sql: "{{place.opened}}"}}
      - {{name: spells, type: number, sql: "{{count}}", sub_query: true}}
    measures:
      - {{name: count, type: count}}
      - {COHORT}
  - name: place
    sql_table: place
    dimensions:
      - {{name: code, type: string, sql: code, primary_key: true, public: true}}
      - {{name: opened, type: time, sql: opened}}
views:
  - name: all
    cubes: [{{join_path: spell, includes: "*", excludes: [count]}}]
  - name: some
    cubes:
      - {{join_path: spell, prefix: true, includes: [ended, {{name: back, alias: again}}], excludes: [back__fulgt]}}
  - name: none
    cubes: [{{join_path: spell, includes: "*", excludes: [back]}}]
"""


def load(text: str) -> Model:
    return link([read_text(text, "spell.yml")])


def written(**keys: str) -> str:
    """The model with the cohort's keys in these words; an empty one is left out."""
    known = {"index": "ended", "followed_by": "{cube: spell, event: began}", "within": "1 year"} | keys
    said = ", ".join(f"{key}: {value}" for key, value in known.items() if value)
    return TEXT.replace(COHORT, f"{{name: back, type: cohort, {said}}}")


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DefinitionError) as refused:
        load(text)
    return refused.value.problems


def test_its_counts_are_members_beside_it() -> None:
    model = load(TEXT)
    measures = model.cubes["spell"].measures
    assert [(one.name, one.title, one.type, one.unit) for one in measures.values()] == [
        ("count", "Count", "count", None),
        ("back", "Back", "cohort", "pct"),
        ("back__fulgt", "Back (fulgte)", "count", None),
        ("back__haendelse", "Back (med hændelse)", "count", None),
        ("back__censureret", "Back (censurerede)", "count", None),
    ]
    assert {"back", "back__fulgt", "back__haendelse", "back__censureret"} <= model.views["all"].members.keys()
    some = {"spell_ended", "spell_again", "spell_again__haendelse", "spell_again__censureret"}
    assert model.views["some"].members.keys() == some
    titles = [one.title for one in model.views["some"].members.values()]
    again = "Spell Again"
    assert titles == ["Spell Ended", again, f"{again} (med hændelse)", f"{again} (censurerede)"]
    assert not [name for name in model.views["none"].members if name.startswith("back")]


def test_its_counts_may_be_used_in_other_measures() -> None:
    text = TEXT.replace(COHORT, COHORT + '\n      - {name: left, type: number, sql: "{back__censureret} / {count}"}')
    assert load(text).cubes["spell"].measures["left"]


FAULTS = {
    "no index": (written(index=""), "needs 'index'"),
    "nothing that follows": (written(followed_by=""), "needs 'followed_by'"),
    "no length": (written(within=""), "needs 'within'"),
    "an index that is no time": (written(index="who"), "'spell.who' is no time dimension"),
    "an index of another cube": (written(index="opened"), "'spell.opened' is no column of 'spell' itself"),
    "an event that is no time": (written(followed_by="{cube: spell, event: who}"), "'spell.who' is no time dimension"),
    "an event and a state": (
        written(followed_by="{cube: spell, event: began, holds: {from: began, to: ended}}"),
        "either 'event' or 'holds'",
    ),
    "neither event nor state": (written(followed_by="{cube: spell}"), "either 'event' or 'holds'"),
    "nobody": (written(followed_by="{cube: place, event: opened}"), "Nothing says whose the rows of 'place' are"),
    "somebody else": (
        written(followed_by="{cube: place, event: opened, person: code}"), "a number in 'spell.who' and a string in",
    ),
    "a time as a person": (written(person="began"), "A person is a time in 'spell.began'"),
    "no key": (TEXT.replace("id, primary_key: true", "id"), "'spell' has no primary key, so that a row"),
    "no days": (written(within="36 hours"), "holds no whole days"),
    "no interval": (written(within="a year"), "'a year' is no interval"),
    "an end before the beginning": (written(after="2 years"), "from 2 years to 1 year after the index event"),
    "before the index event": (written(after="-1 days"), "holds no whole days"),
    "a beginning of a state": (
        written(followed_by="{cube: spell, holds: {from: began, to: ended}}", after="1 day"), "of the last day alone",
    ),
    "a sub_query": (written(filters='[{sql: "{spells} > 1"}]'), "not filtered by a sub_query"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "says"), FAULTS.values(), ids=list(FAULTS))
def test_a_faulty_one_is_refused_where_it_is_written(text: str, says: str) -> None:
    (problem,) = [one for one in problems(text) if one.code == "D636"]
    assert says in problem.message
    assert problem.hint
    assert problem.at
    assert problem.at.line == TEXT[: TEXT.index(COHORT)].count("\n") + 1


def test_what_it_names_exists_and_all_faults_are_told_at_once() -> None:
    text = written(
        index="endd", followed_by="{cube: spell, event: begn}", within="a year", filters='[{sql: "{wo} = 1"}]'
    )
    told = {(one.code, one.message.split(":")[0]) for one in problems(text)}
    assert told == {
        ("D610", "There is no dimension 'spell.endd'."), ("D610", "There is no dimension 'spell.begn'."),
        ("D610", "'spell' has no dimension 'wo'."), ("D636", "A follow-up cannot be read"),
    }  # fmt: skip
    (unknown,) = problems(written(followed_by="{cube: spel, event: began}"))
    assert (unknown.code, unknown.hint) == ("D610", "Did you mean 'spell'?")


@pytest.mark.parametrize(
    "measure",
    ["{name: back, type: count, within: 1 year}", "{name: back, type: sum, sql: who, index: ended}",
     COHORT.replace("within: 1 year", "within: 1 year, sql: who"), COHORT.replace("within:", "scale: 100, within:"),
     COHORT.replace("within:", "percentile: 0.5, within:")],
)  # fmt: skip
def test_a_key_of_another_type_is_refused(measure: str) -> None:
    assert "has no use for" in problems(TEXT.replace(COHORT, measure))[0].message


@pytest.mark.parametrize("key", ["rolling_window: {trailing: 1 year}", "multi_stage: true, group_by: []"])
def test_it_is_of_one_stage(key: str) -> None:
    assert {one.code for one in problems(TEXT.replace("within: 1 year", f"within: 1 year, {key}"))} == {"D632"}
