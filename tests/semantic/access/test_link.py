"""Policy documents over a model: every fault with file and line, and rows placed on every cube that reaches them."""

from __future__ import annotations

import pytest

from semantic.access.link import link_policies, read_policy
from semantic.access.policies import Policies
from semantic.access.rows import Held, Led, RowRule, Seen, row_atoms
from semantic.errors import DefinitionError
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.predicate import TRUE

MODEL = """
cubes:
  - name: help
    sql_table: help
    person_key: person_id
    joins:
      - {name: person, relationship: many_to_one, sql: "{CUBE}.person = {person}.id"}
      - {name: unit, relationship: many_to_one, sql: "{CUBE}.unit = {unit}.id"}
      - {name: acting, cube: town, relationship: many_to_one, sql: "{CUBE}.acting = {acting}.id"}
      - {name: paying, cube: town, relationship: many_to_one, sql: "{CUBE}.paying = {paying}.id"}
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: kind, sql: kind, type: string, conformed: kind}
      - {name: person_id, sql: person, type: string}
      - {name: begun, sql: begun, type: time}
      - {name: kroner, sql: kroner, type: number}
      - {name: unit_name, sql: "{unit.name}", type: string}
    measures:
      - {name: number, type: count}
      - {name: people, sql: person, type: count_distinct}
      - {name: first_person, sql: person, type: min}
      - {name: of_a, type: count, filters: [{sql: "{CUBE}.kind = 'a'"}]}
      - {name: paid, sql: kroner, type: sum}
      - {name: mean_paid, sql: kroner, type: avg}
      - {name: share, type: ratio, numerator: number, denominator: case.number}
  - name: case
    sql_table: cases
    joins:
      - {name: unit, relationship: many_to_one, sql: "{CUBE}.unit = {unit}.id"}
    dimensions:
      - {name: kind, sql: kind, type: string, conformed: kind}
    measures: [{name: number, type: count}]
  - name: person
    sql_table: person
    person_key: id
    joins: [{name: home, relationship: many_to_one, sql: "{CUBE}.id = {home}.person"}]
    dimensions:
      - {name: id, sql: id, type: string, primary_key: true}
      - {name: sex, sql: sex, type: string}
    measures: [{name: number, type: count}]
  - name: home
    sql_table: home
    dimensions: [{name: person, sql: person, type: string, primary_key: true}]
    measures: [{name: number, type: count}]
  - name: unit
    sql_table: unit
    dimensions:
      - {name: id, sql: id, type: string, primary_key: true}
      - {name: name, sql: name, type: string}
      - {name: centre, sql: centre, type: string}
    measures: [{name: number, type: count}]
    hierarchies: [{name: units, levels: [centre, id]}]
  - name: town
    sql_table: town
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
    measures: [{name: number, type: count}]
"""
RECORD = """
    title: A title
    niveau: operationelt
    formaal: a test
    hjemmel: a test
    ejer: a test
    godkendt_af: a test
    gyldig_til: 2030-12-31
    naeste_gennemgang: 2030-01-01
"""
MODEL_LINKED = link([read_text(MODEL, "model.yml")])
HEAD = f"roles:\n  - name: role{RECORD}    attributes: {{unit: strings, town: integer, name: string}}\n"


def linked(body: str, head: str = HEAD) -> Policies:
    return link_policies([read_policy(head + body, "roles/role.yml")], MODEL_LINKED)


def faults(body: str, head: str = HEAD) -> list[str]:
    with pytest.raises(DefinitionError) as error:
        linked(body, head)
    return [f"{one.code} {one.at and one.at.line}: {one.message}" for one in error.value.problems]


def grant(**keys: str) -> str:
    return "    grants:\n      - name: one\n        reason: a test\n" + "".join(
        f"        {'except' if key == 'excepted' else key}: {value}\n" for key, value in keys.items()
    )


def cut(test: str) -> str:
    return grant(members="[help.*]", rows=f"[{{{test}}}]")


def seen_in(rule: RowRule) -> list[Seen]:
    return [atom.leaf for atom in row_atoms(rule) if not isinstance(atom, Led)]


OWN = "[{under: unit.units, attribute: unit}]"


def test_rows_are_placed_on_every_cube_that_reaches_the_dimension() -> None:
    given = linked(grant(members="[help.*, case.*, unit.*]", rows=OWN)).roles["role"].grants[0]
    assert set(given.rows) == {"help", "case", "unit"}
    assert [(one.dimension.id, one.path) for one in seen_in(given.rows["help"])] == [
        ("unit.centre", ("unit",)), ("unit.id", ("unit",)),
    ]  # fmt: skip
    assert [one.path for one in seen_in(given.rows["unit"])] == [(), ()]
    assert given.rule_of("person") is None, "what cannot be cut and is not named is unreadable"


def test_a_cube_that_has_the_dimension_declared_the_same_is_cut_by_its_own() -> None:
    given = (
        linked(grant(members="[help.*, case.*]", rows="[{dimension: help.kind, values: [a]}]")).roles["role"].grants[0]
    )
    leaves = {cube: [(one.dimension.id, one.path) for one in seen_in(rule)] for cube, rule in given.rows.items()}
    assert leaves == {"help": [("help.kind", ())], "case": [("case.kind", ())]}


@pytest.mark.parametrize("written", ["any: [%s]", "all: [%s]", "any: [%s, {any: [%s]}]"])
def test_one_test_in_other_words_is_the_same_rule(written: str) -> None:
    """Rules that differ are rows of several grants, which are never put beside each other in what is joined."""
    plain = "{dimension: help.kind, values: [a]}"
    others = f"{{{written.replace('%s', plain)}}}"
    one, other = (linked(grant(members="[help.*]", rows=f"[{rows}]")) for rows in (plain, others))
    assert one.roles["role"].grants[0].rows == other.roles["role"].grants[0].rows


def test_several_ways_must_be_told_apart() -> None:
    rows = "[{dimension: town.id, attribute: town}]"
    (fault,) = faults(grant(members="[help.*]", rows=rows))
    assert fault.startswith(
        "D684 13: 'help' reaches what its rows are cut by in more than one role: help.acting or help.paying"
    )
    given = linked(grant(members="[help.*]", rows=rows, via="[paying]")).roles["role"].grants[0]
    assert [one.path for one in seen_in(given.rows["help"])] == [("paying",)]
    assert faults(grant(members="[help.*]", rows=rows, via="[acting, paying]"))[0].startswith("D684")


def test_what_rows_lead_to_is_followed() -> None:
    given = linked(grant(members="[help.*, person.*]", rows=OWN, follow="{person: [help]}")).roles["role"].grants[0]
    rule = given.rows["person"]
    assert isinstance(rule, Led)
    assert (rule.cube, rule.join, rule.rows) == ("help", "person", given.rows["help"])
    assert all(isinstance(one, Held) for one in given.rows["help"].parts)  # type: ignore[union-attr]


@pytest.mark.parametrize("follow", ["{person: [help], home: [person]}", "{home: [person], person: [help]}"])
def test_what_is_followed_leads_on_in_whatever_order_it_is_written(follow: str) -> None:
    given = linked(grant(members="[help.*, home.*]", rows=OWN, follow=follow)).roles["role"].grants[0]
    assert given.rows["home"] == Led("person", "home", given.rows["person"])


def test_what_is_followed_in_a_circle_leads_nowhere() -> None:
    body = grant(members="[help.*, home.*]", rows=OWN, follow="{home: [person], person: [home]}")
    assert [fault[:4] for fault in faults(body)] == ["D687", "D687"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (grant(members="[helb.number]", open="[help]"), "D682 15: There is no member 'helb.number'"),
        (grant(members="[help.numbre]", open="[help]"), "D682 15: There is no member 'help.numbre'"),
        (grant(members="[help.number]", excepted="[help.x]", open="[help]"), "D682 16: There is no member 'help.x'"),
        (grant(members="[help.number]", open="[halp]"), "D682 16: There is no cube 'halp'"),
        (grant(members="[help.number]"), "D685 15: No row of 'help' may be read"),
        (grant(members="[help.number, person.number]", rows=OWN), "D685 15: No row of 'person' may be read"),
        (grant(members="[help.number, case.*]", rows=OWN, open="[case]"), "D686 13: 'case' can reach what its rows"),
        (grant(members="[help.number, person.*]", rows=OWN, open="[person]"), "D686 13: 'person' holds persons"),
        (grant(members="[help.number]", rows=OWN, follow="{help: [case]}"), "D686 17: 'help' is followed, but"),
        (grant(members="[help.*, person.*]", rows=OWN, follow="{person: [case]}"), "D687 17: 'person' cannot be"),
        (cut("dimension: unit.nome, values: [a]"), "D682 16: There is no dimension"),
        (grant(members="[unit.*]", rows="[{under: unit.unit, values: [a]}]", open="[unit]"), "D682 16: There is no hi"),
        (cut("under: unit.unit, values: [a]"), "D682 16: There is no hierarchy"),
        (cut("dimension: help.kind"), "D683 16: A test of rows needs either"),
        (cut("dimension: help.kind, operator: notSet, values: [a]"), "D683 16: 'notSet' compares with nothing"),
        (cut("dimension: help.kind, values: []"), "D683 16: A test of rows against no value"),
        (cut("any: []"), "D683 16: 'any' holds no test"),
        (cut("values: [a]"), "D683 16: A test of rows needs one of"),
        (cut("dimension: help.begun, values: ['2024']"), "D683 16: Rows cannot be told by"),
        (cut("dimension: help.kind, attribute: town"), "D683 16: The attribute 'town' is"),
        (cut("dimension: help.kind, attribute: mine"), "D683 13: The attribute 'mine' is"),
        (grant(members="[help.*]", open="[help]", scope="'of {mine}'"), "D683 13: The attribute 'mine' is"),
        (cut("dimension: help.kind, operator: near, values: [a]"), "D683 16: There is no op"),
        ("    includes: [other]\n", "D681 12: There is no role 'other' to include"),
        ("    administers: {roles: [other], within: town}\n", "D681 12: There is no role 'other' to hand out"),
        ("    restrictions: [{name: r, reason: t, rows: [{dimension: town.id, values: [1]}]}]\n", "D684 12: 'help'"),
        ("    restrictions: [{name: r, reason: t, cubes: [person], rows: [{dimension: help.kind, values: [a]}]}]\n",
         "D685 12: 'person' does not reach"),
    ],
)  # fmt: skip
def test_a_fault_has_its_line(body: str, fault: str) -> None:
    assert fault in "\n".join(faults(body))


def test_what_holds_for_everybody_knows_no_attributes() -> None:
    body = "restrictions: [{name: r, reason: t, rows: [{dimension: unit.name, attribute: name}]}]"
    assert "D683 1: The attribute 'name' is not declared." in faults(body, head="")


def test_the_same_role_twice_is_a_fault_and_so_is_an_unknown_key() -> None:
    assert "D680 12: The role 'role' is taken by roles/role.yml." in faults(HEAD.removeprefix("roles:\n"))
    assert faults("    grant: []\n")[0].startswith("D603 12: Unknown key 'grant'")
    assert faults("", head=HEAD.replace("    hjemmel: a test\n", ""))[0].startswith(
        "D604 2: The key 'hjemmel' is missing"
    )


def test_a_role_has_what_it_includes_and_ends_with_the_first_of_them() -> None:
    other = HEAD.replace("name: role", "name: wider").replace("2030-12-31", "2031-12-31").removeprefix("roles:\n")
    body = grant(members="[help.*]", open="[help]") + other + "    includes: [role]\n"
    roles = linked(body).roles
    assert [one.name for one in roles["wider"].grants] == ["one"]
    assert roles["wider"].valid_to == roles["role"].valid_to
    assert set(roles["wider"].attributes) == {"unit", "town", "name"}


def test_a_forbidden_member_takes_along_what_gives_it_away() -> None:
    forbids = "    forbids: [{name: f, reason: t, members: [%s]}]\n"
    taken = linked(forbids % "help.person_id").roles["role"].forbids[0]
    assert taken.members == {"help.person_id", "help.first_person"}, "a count of it is no value of it"
    assert linked(forbids % "help.kroner").roles["role"].forbids[0].members == {
        "help.kroner", "help.paid", "help.mean_paid",
    }  # fmt: skip
    assert {"help.kind", "help.of_a"} == linked(forbids % "help.kind").roles["role"].forbids[0].members
    assert linked(forbids % "unit.name").roles["role"].forbids[0].members == {"unit.name", "help.unit_name"}
    whole = linked(forbids % "case.*").roles["role"].forbids[0]
    assert {"help.share", "case.number", "case.kind"} <= whole.members
    assert whole.closed == {"case"}


def test_the_version_follows_the_content_and_not_the_layout() -> None:
    body = grant(members="[help.*]", open="[help]")
    assert linked(body).version == linked(body + "\n# a remark\n").version != linked(body.replace("one", "two")).version
    assert linked(body).roles["role"].grants[0].rows["help"] == TRUE
