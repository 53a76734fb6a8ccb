"""What a decision makes of the clauses for one asker: rows, scope and fingerprint, by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from semantic.access.decide import Decision, Touched, decide
from semantic.access.grant import Entitlement, Grant, Restriction
from semantic.access.principal import Attribute
from semantic.access.rows import Held, Led, RowRule, Seen
from semantic.errors import DeniedError
from semantic.model.link import link
from semantic.model.model import Model
from semantic.model.read import read_text
from semantic.predicate import TRUE, And, Compare, In, Or

MODEL = """
cubes:
  - name: fact
    sql_table: fact
    joins: [{name: unit, relationship: many_to_one, sql: "{CUBE}.unit = {unit}.id"}]
    dimensions:
      - {name: town, sql: town, type: string}
      - {name: kind, sql: kind, type: string}
    measures: [{name: number, type: count}]
  - name: unit
    sql_table: unit
    dimensions: [{name: id, sql: id, type: number, primary_key: true}]
    measures: [{name: number, type: count}]
"""
HELD: Mapping[str, Attribute] = {"town": "Varde", "towns": ("Varde", "Esbjerg"), "age": 40}


@pytest.fixture(scope="module")
def model() -> Model:
    return link([read_text(MODEL, "decision.yml")])


def town(model: Model) -> Seen:
    return Seen(model.dimension("fact", "town"))


def grant(name: str, rule: object, uses: str = "", scope: str = "", unit: object = TRUE) -> Grant:
    rows: dict[str, RowRule] = {"fact": rule, "unit": unit}  # type: ignore[dict-item]
    return Grant(name, "", None, rows, scope=scope, uses=frozenset(uses.split()), origin="a document")


def decided(*grants: Grant, cuts: tuple[Restriction, ...] = (), held: Mapping[str, Attribute] = HELD) -> Decision:
    part = Touched(frozenset({"fact.number"}), reads=frozenset({"fact"}))
    return decide(Entitlement(grants, cuts, attributes=held), part)


def test_one_rule_of_many_grants_is_bound_and_said_once(model: Model) -> None:
    own, named = Held(town(model), "towns"), In(town(model), ("Varde", "Esbjerg"))
    assert decided(*(grant(f"g{i}", own, "towns") for i in range(3))).rows_of("fact") == named
    other = Compare(town(model), "=", "Nyborg")
    assert decided(grant("a", own, "towns"), grant("b", other), grant("c", own, "towns")).rows_of("fact") == (
        Or((named, other))
    )


def test_other_words_for_the_same_rows_are_one_rule_and_never_mix(model: Model) -> None:
    """An attribute, another that holds the same, and the value itself."""
    varde = Compare(town(model), "=", "Varde")
    rules = ((Held(town(model), "town"), "town"), (Held(town(model), "same"), "same"), (varde, ""))
    grants = tuple(grant(f"g{i}", TRUE, uses, unit=rule) for i, (rule, uses) in enumerate(rules))
    alike = decided(*grants, held={"town": "Varde", "same": ("Varde",)})
    assert alike.rows_of("unit") == varde
    assert not alike.mixes("fact", "unit", "unit")
    assert decided(*grants, held={"town": "Varde", "same": "Nyborg"}).mixes("fact", "unit", "unit")


def test_rows_that_nothing_leads_to_any_more_are_nobodys_and_never_mix(model: Model) -> None:
    """Of two grants neither gives a unit, since the cases that would lead to them are closed: that is no mix (A302)."""
    grants = tuple(grant(kind, TRUE, unit=Led("case", "unit", Compare(town(model), "=", kind))) for kind in "ab")
    part = Touched(frozenset({"fact.number"}), reads=frozenset({"fact"}))
    assert decide(Entitlement(grants), part).mixes("fact", "unit", "unit")
    closed = decide(Entitlement(grants, closed=frozenset({"case"})), part)
    assert not closed.mixes("fact", "unit", "unit")
    with pytest.raises(DeniedError) as denied:
        closed.rows_of("unit")
    assert denied.value.code == "A302"
    some = decide(Entitlement((grants[0], grant("c", TRUE)), closed=frozenset({"case"})), part)
    assert not some.mixes("fact", "unit", "unit"), "one that gives all of both is enough"
    cut = Compare(town(model), "=", "c")
    two = (grant("c", cut, unit=cut), replace(grants[0], rows={**grants[0].rows, "fact": cut}))
    assert decide(Entitlement(two, closed=frozenset({"case"})), part).mixes("fact", "unit", "unit")


def test_what_the_asker_may_read_leads_by_rows_as_they_are_bound(model: Model) -> None:
    own, varde = Held(town(model), "town"), Compare(town(model), "=", "Varde")
    led = decided(grant("led", own, "town", unit=Led("fact", "unit", varde)))
    assert led.leads("fact", "unit", "unit")
    elsewhere = decided(grant("led", own, "town", unit=Led("fact", "unit", varde)), held={"town": "Nyborg"})
    assert not elsewhere.leads("fact", "unit", "unit")


def test_a_restriction_is_bound_too(model: Model) -> None:
    cut = Restriction("own", "", {"fact": Held(town(model), "town")}, uses=frozenset({"town"}))
    kind = Compare(Seen(model.dimension("fact", "kind")), "=", "a")
    assert decided(grant("a", kind), cuts=(cut,)).rows_of("fact") == And((kind, Compare(town(model), "=", "Varde")))


@pytest.mark.parametrize("held", [{}, {"age": 40}])
def test_a_missing_attribute_decides_nothing(model: Model, held: Mapping[str, Attribute]) -> None:
    with pytest.raises(KeyError):
        decided(grant("own", Held(town(model), "town"), "town"), held=held)


def test_a_scope_tells_the_values_as_they_are(model: Model) -> None:
    own = Held(town(model), "town")
    assert decided(grant("a", own, "towns town", "{towns} ({town})")).scope == "Varde, Esbjerg (Varde)"
    braces = decided(grant("a", own, "towns town", "{town}, {towns}"), held={"town": "{towns}", "towns": ("{town}",)})
    assert braces.scope == "{towns}, {town}", "a value is never read as a place for another"
    grants = (grant("a", own, "town", "{town}"), grant("b", own, "town", "i {town}"), grant("c", own, "town", "{town}"))
    assert decided(*grants).scope == "Varde eller i Varde"


def test_a_fingerprint_is_of_the_clauses_and_of_the_attributes_that_they_use(model: Model) -> None:
    own = grant("own", Held(town(model), "town"), "town")
    print_of = decided(own).fingerprint
    assert decided(own, held={"town": "Varde", "age": 41}).fingerprint == print_of, "nobody's age is used"
    different = (
        decided(own, held={"town": "Nyborg"}),
        decided(own, held={"town": ("Varde",)}),
        decided(own, grant("age", TRUE, "age")),
        decided(own, grant("other", TRUE)),
        decided(own, cuts=(Restriction("cut", "", {}),)),
    )
    assert len({print_of, *(one.fingerprint for one in different)}) == 6
