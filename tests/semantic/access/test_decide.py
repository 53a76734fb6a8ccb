"""The scaffolding of access: default deny, whole grants only, and what is hidden is absent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from semantic.access.decide import Touched, decide
from semantic.access.grant import ALL_ROWS, Entitlement, FinestGrain, Grant, Restriction, open_grant
from semantic.access.policies import Forbid, Policies, Role
from semantic.access.principal import Principal
from semantic.access.rows import Led, Seen
from semantic.access.visible import visible
from semantic.errors import DeniedError, ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.grain import GRAINS
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer, explain
from semantic.predicate import TRUE, And, Asked, Compare, Not, Or
from semantic.query import Query
from semantic.result import collect
from tests.granting import granting

MODEL = """
cubes:
  - name: fact
    sql_table: fact
    source: {system: test, load: facts}
    joins:
      - {name: unit, relationship: many_to_one, sql: "{CUBE}.unit = {unit}.id"}
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: kind, sql: kind, type: string}
      - {name: unit_name, sql: "{unit.name}", type: string}
    measures:
      - {name: number, type: count}
      - {name: amount, sql: amount, type: sum}
  - name: unit
    sql_table: unit
    source: {system: test, load: units}
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: name, sql: name, type: string}
views:
  - name: units
    cubes:
      - {join_path: fact.unit, includes: [name]}
"""
DATA = """
CREATE TABLE unit AS SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t(id, name);
CREATE TABLE fact AS SELECT * FROM (VALUES (1, 'x', 1, 10), (2, 'x', 2, 20), (3, 'y', 2, 40), (4, 'y', NULL, 80))
    AS t(id, kind, unit, amount);
"""


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    file = tmp_path_factory.mktemp("access") / "access.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(DATA)
    return Generation({"access": file}, link([read_text(MODEL, "access.yml")]), Limits())


def rows(generation: Generation, query: Query, *grants: Grant) -> list[tuple[object, ...]]:
    service = Service(generation, granting({"role": grants}))
    table = collect(answer(query, Principal("someone", ("role",)), service)).table
    return [tuple(row.values()) for row in table.to_pylist()]


def restricted(
    generation: Generation, query: Query, grant: Grant, *restrictions: Restriction
) -> list[tuple[object, ...]]:
    policies = Policies({"role": Role("role", (grant,), restrictions)})
    table = collect(answer(query, Principal("someone", ("role",)), Service(generation, policies))).table
    return [tuple(row.values()) for row in table.to_pylist()]


def refused(generation: Generation, query: Query, *grants: Grant) -> str:
    with pytest.raises(ServiceError) as error:
        rows(generation, query, *grants)
    return error.value.code


def kind(generation: Generation, value: str) -> Compare[object]:
    return Compare(Seen(generation.model.dimension("fact", "kind")), "=", value)


NUMBER = Query(measures=("fact.number",))


def test_nobody_has_anything_without_a_grant(generation: Generation) -> None:
    assert refused(generation, NUMBER) == "R201"
    with pytest.raises(DeniedError) as denied:
        decide(Entitlement(), Touched(frozenset({"fact.number"})))
    assert denied.value.code == "A301"
    policies = granting({"role": (open_grant("a", "b"),)})
    assert policies.entitle(Principal("someone", ("unknown",)), date(2026, 1, 1)).grants == ()


def test_members_of_two_grants_are_not_asked_together(generation: Generation) -> None:
    first = Grant("first", "", frozenset({"fact.number", "fact.kind"}), default_rows=TRUE)
    second = Grant("second", "", frozenset({"fact.amount"}), default_rows=TRUE)
    both = Query(measures=("fact.number", "fact.amount"))
    assert refused(generation, both, first, second) == "A301"
    assert rows(generation, NUMBER, first, second) == [(4,)]


def test_who_asks_times_too_finely_is_told_their_own_grain() -> None:
    asked = Touched(frozenset({"fact.number"}), times=frozenset({GRAINS["day"]}))
    monthly = Grant("m", "", frozenset({"fact.number"}), default_rows=TRUE, grain=FinestGrain(GRAINS["month"]))
    yearly = replace(monthly, grain=FinestGrain(GRAINS["year"]))
    within = replace(asked, times=frozenset(), bounds=frozenset({datetime(2024, 1, 2)}))
    more = replace(asked, members=asked.members | {"fact.amount"})

    def hint(part: Touched, *grants: Grant, forbidden: frozenset[str] = frozenset()) -> str | None:
        with pytest.raises(DeniedError) as denied:
            decide(Entitlement(grants, forbidden=forbidden), part)
        assert denied.value.code == "A301"
        return denied.value.problems[0].hint

    zone = "also where they are filtered, in the zone Europe/Copenhagen."
    assert hint(asked, monthly) == hint(within, monthly) == f"Ask for times by the month, {zone}"
    assert hint(asked, yearly, monthly) == f"Ask for times by the year or the month, {zone}"
    assert hint(more, monthly) == hint(asked, monthly, forbidden=asked.members) == "Ask for fewer members together."
    assert hint(replace(asked, rows=True), monthly) == "Ask for fewer members together, or for groups."


def test_a_member_that_no_grant_names_is_as_absent(generation: Generation) -> None:
    grant = Grant("narrow", "", frozenset({"fact.number"}), default_rows=TRUE)
    hidden = Query(measures=("fact.number",), dimensions=("fact.kind",))
    absent = Query(measures=("fact.number",), dimensions=("fact.kinf",))
    assert refused(generation, hidden, grant) == refused(generation, absent, grant) == "R202"


def test_a_cube_without_rows_is_denied_and_not_empty(generation: Generation) -> None:
    grant = Grant("none", "", None, rows={"fact": TRUE})
    by_unit = Query(measures=("fact.number",), dimensions=("fact.unit_name",))
    assert refused(generation, by_unit, grant) == "A302"
    assert rows(generation, NUMBER, grant) == [(4,)]


def test_row_predicates_hold_unasked(generation: Generation) -> None:
    grant = Grant("x only", "", None, rows={"fact": kind(generation, "x")}, default_rows=TRUE)
    assert rows(generation, NUMBER, grant) == [(2,)]
    assert rows(generation, Query(dimensions=("fact.kind",)), grant) == [("x",)]


def test_two_grants_over_one_cube_give_the_rows_of_either(generation: Generation) -> None:
    grants = [Grant(word, "", None, rows={"fact": kind(generation, word)}, default_rows=TRUE) for word in "xy"]
    assert rows(generation, NUMBER, *grants) == [(4,)]
    assert rows(generation, NUMBER, *grants, open_grant("all", "")) == [(4,)]


def test_an_open_grant_is_not_narrowed_by_another(generation: Generation) -> None:
    narrow = Grant("x only", "", None, rows={"fact": kind(generation, "x")}, default_rows=TRUE)
    assert rows(generation, NUMBER, narrow, open_grant("all", "")) == [(4,)]


def test_rows_of_two_grants_are_never_mixed_across_cubes(generation: Generation) -> None:
    """Neither grant gives the units of y: one cube's rows by this grant and another's by that would."""
    name = generation.model.dimension("unit", "name")
    first = Grant("first", "", None, {"fact": kind(generation, "x"), "unit": Compare(Seen(name), "=", "b")}, TRUE)
    second = Grant("second", "", None, {"fact": kind(generation, "y"), "unit": Compare(Seen(name), "=", "a")}, TRUE)
    by_unit = Query(measures=("fact.number",), dimensions=("fact.unit_name",))
    assert refused(generation, by_unit, first, second) == "A303"


def test_rows_are_told_by_another_cube(generation: Generation) -> None:
    repeated = Compare(Seen(generation.model.dimension("fact", "unit_name")), "=", "b")
    there = Compare(Seen(generation.model.dimension("unit", "name"), ("unit",)), "=", "b")
    for by_unit in (repeated, there):
        grant = Grant("unit b", "", None, {"fact": by_unit}, TRUE)
        assert rows(generation, Query(measures=("fact.number", "fact.amount")), grant) == [(2, 60)]
        assert rows(generation, NUMBER, Grant("others", "", None, {"fact": Not(by_unit)}, TRUE)) == [(2,)]


def test_rows_are_those_that_readable_rows_lead_to(generation: Generation) -> None:
    led = Grant("of x", "", None, {"fact": kind(generation, "x"), "unit": Led("fact", "unit", kind(generation, "x"))})
    assert rows(generation, Query(dimensions=("unit.name",)), led) == [("a",), ("b",)]
    only = Compare(Seen(generation.model.dimension("fact", "id")), "=", 1)
    one = Grant("of 1", "", None, {"fact": only, "unit": Led("fact", "unit", only)})
    assert rows(generation, Query(dimensions=("unit.name",)), one) == [("a",)]
    assert rows(generation, Query(measures=("fact.number",), dimensions=("fact.unit_name",)), one) == [("a", 1)]
    both = rows(generation, Query(measures=("fact.number",), dimensions=("fact.unit_name",)), one, led)
    assert both == [("a", 1), ("b", 1)], "what each grant's own rows lead to is no mix"


def test_only_a_row_that_is_left_to_be_read_leads_on(generation: Generation) -> None:
    """Unit a is led to by row 1 alone, of kind x; the restriction takes rows of x whatever is granted."""
    small = Compare(Seen(generation.model.dimension("fact", "id")), "<", 4)
    led = Grant("small", "", None, {"fact": small, "unit": Led("fact", "unit", small)})
    no_x = Restriction("no x", "", {"fact": Not(kind(generation, "x"))})
    units = Query(dimensions=("unit.name",))
    assert restricted(generation, units, led) == [("a",), ("b",)]
    assert restricted(generation, units, led, no_x) == [("b",)]
    twice = Grant("twice", "", None, {"fact": small, "unit": Or((led.rows["unit"], led.rows["unit"]))})
    assert restricted(generation, units, twice, no_x) == [("b",)]


def test_rows_of_a_closed_cube_lead_nowhere(generation: Generation) -> None:
    led = Grant("led", "", None, {"fact": ALL_ROWS, "unit": Led("fact", "unit", ALL_ROWS)})
    policies = Policies({"role": Role("role", (led,), (), (Forbid("no", "", frozenset(), frozenset({"fact"})),))})
    service = Service(generation, policies)
    with pytest.raises(ServiceError) as error:
        answer(Query(dimensions=("unit.name",)), Principal("someone", ("role",)), service)
    assert error.value.code == "A302"


def test_how_it_is_computed_is_shown_to_those_who_see_all_of_it(generation: Generation) -> None:
    asker = Principal("someone", ("role",))
    narrow = Grant("x only", "", None, rows={"fact": kind(generation, "x")}, default_rows=TRUE)
    some = Grant("some", "", frozenset({"fact.number", "fact.kind"}), default_rows=TRUE)
    for grant in (narrow, some):
        with pytest.raises(DeniedError) as denied:
            explain(NUMBER, asker, Service(generation, granting({"role": (grant,)})))
        assert denied.value.code == "A304"
    shown = explain(NUMBER, asker, Service(generation, granting({"role": (narrow, open_grant("all", ""))})))
    assert "count" in shown.sql.lower()


def test_the_source_of_a_hidden_part_is_not_named(generation: Generation) -> None:
    seen = visible(generation.model, Entitlement((Grant("units", "", frozenset({"unit.name"}), default_rows=TRUE),)))
    assert seen.hidden_loads == {"facts"}
    assert visible(generation.model, Entitlement((open_grant("all", ""),))).hidden_loads == frozenset()


def test_true_inside_a_policy_leaves_no_parameter_behind(generation: Generation) -> None:
    predicate = Or((kind(generation, "x"), And(())))
    assert rows(generation, NUMBER, Grant("all in other words", "", None, {"fact": predicate}, TRUE)) == [(4,)]


def test_a_view_of_a_hidden_root_is_hidden(generation: Generation) -> None:
    """It would answer which units occur in rows that the asker knows nothing of."""
    grant = Grant("units only", "", frozenset({"unit.name"}), default_rows=TRUE)
    assert refused(generation, Query(dimensions=("units.name",)), grant) == "R201"
    assert rows(generation, Query(dimensions=("unit.name",)), grant) == [("a",), ("b",)]


TWINS = """
cubes:
  - name: fact
    sql_table: fact
    dimensions:
      - {name: unit, sql: unit, type: number, conformed: unit}
    measures:
      - {name: number, type: count}
      - {name: share, type: ratio, numerator: number, denominator: unit.units}
  - name: unit
    sql_table: unit
    dimensions:
      - {name: id, sql: id, type: number, conformed: unit}
    measures: [{name: units, type: count}]
"""


def test_a_hidden_dimension_is_not_got_at_by_the_same_one_of_another_cube(
    generation: Generation, tmp_path: Path
) -> None:
    with duckdb.connect(str(tmp_path / "twins.duckdb")) as connection:
        connection.execute(DATA)
    twins = Generation({"twins": tmp_path / "twins.duckdb"}, link([read_text(TWINS, "twins.yml")]), Limits())
    narrow = Grant("numbers", "", frozenset({"fact.number", "unit.id"}), default_rows=TRUE)
    by_twin = Query(measures=("fact.number",), dimensions=("unit.id",))
    filtered = Query(measures=("fact.number",), where=Asked("unit.id", "equals", (1,)))
    assert refused(twins, by_twin, narrow) == refused(twins, filtered, narrow) == "U410"
    named = Grant("both", "", frozenset({"fact.number", "unit.id", "fact.unit"}), default_rows=TRUE)
    assert sorted(rows(twins, by_twin, named), key=str) == [(1, 1), (2, 2), (None, 1)]
    part = Grant("a part", "", frozenset({"fact.share", "fact.unit"}), default_rows=TRUE)
    by_own = Query(measures=("fact.share",), dimensions=("fact.unit",))
    assert len(rows(twins, by_own, part)) == 3, "a part of the measure brings the dimension that it needs"
    twins.close()
