"""A grant that gives all rows of what is asked is enough: others held beside it add nothing, and take nothing away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from semantic.access.grant import ALL_ROWS, FinestGrain, Grant, Restriction, Thresholds
from semantic.access.policies import Forbid, Policies, Role
from semantic.access.rows import Seen
from semantic.model.grain import GRAINS
from semantic.pipeline import Service, explain
from semantic.predicate import Compare
from semantic.query import Query
from tests.access.ask import Said, said
from tests.disclosure.world import principal
from tests.small_model import small_model

MODEL = """
cubes:
  - name: sag
    sql_table: main.sag
    person_key: person
    joins: [{name: sted, relationship: many_to_one, sql: "{CUBE}.sted = {sted}.id"}]
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: person, sql: person, type: number}
      - {name: sted_id, sql: sted, type: number}
      - {name: slags, sql: slags, type: string}
      - {name: dag, sql: dag, type: time}
    measures: [{name: sager, type: count}]
  - name: sted
    sql_table: main.sted
    joins: [{name: ejer, relationship: many_to_one, sql: "{CUBE}.ejer = {ejer}.id"}]
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true, public: true}
      - {name: navn, sql: navn, type: string}
    measures: [{name: steder, type: count}]
  - name: ejer
    sql_table: main.ejer
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: navn, sql: navn, type: string}
"""
DATA = """
CREATE TABLE ejer AS SELECT * FROM (VALUES (1, 'en'), (2, 'to')) AS t(id, navn);
CREATE TABLE sted AS SELECT * FROM (VALUES (1, 'A', 1), (2, 'B', 2), (3, 'C', 2)) AS t(id, navn, ejer);
CREATE TABLE sag AS SELECT * FROM (VALUES (1, 1, 1, 'x', DATE '2024-01-01'), (2, 2, 2, 'x', DATE '2024-01-01'),
    (3, 3, 2, 'y', DATE '2024-02-01'), (4, 4, 3, 'y', DATE '2025-01-01')) AS t(id, person, sted, slags, dag);
"""
CUBES = ("sag", "sted", "ejer")
EVERY = {"sag": ALL_ROWS, "sted": ALL_ROWS, "ejer": ALL_ROWS}
BUT_KIND = frozenset({"sag.sager", "sag.dag", "sag.sted_id", "sted.steder", "sted.navn", "sted.id", "ejer.navn"})
IN_2024 = {"timeDimensions": [{"dimension": "sag.dag", "dateRange": ["2024-01-01", "2024-12-31"]}]}
PLACES = {"measures": ["sted.steder"], **IN_2024}  # places of which there are cases, joined to these
BY_OWNER = {"measures": ["sag.sager"], "dimensions": ["ejer.navn"]}
WHOLE = Grant("alle", "Til sammenligning.", BUT_KIND, EVERY, scope="alle", grain=FinestGrain(GRAINS["month"]))


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with small_model(tmp_path_factory.mktemp("enough"), MODEL, DATA) as made:
        yield made


def is_1(service: Service, cube: str, name: str) -> Compare[object]:
    return Compare(Seen(service.generation.model.dimension(cube, name)), "=", 1)


def own(service: Service) -> Grant:
    """All members, of place 1 alone."""
    rows = {"sag": is_1(service, "sag", "sted_id"), "sted": ALL_ROWS, "ejer": ALL_ROWS}
    return Grant("egen", "Egne sager.", None, rows, scope="egen", grain=FinestGrain(rows=True))


def asked(service: Service, query: dict[str, Any], *grants: Grant, **taken: Any) -> Said:
    policies = Policies({"rolle": Role("rolle", grants, **taken)})
    return said(query, principal("rolle"), replace(service, policies=policies))


def rows(service: Service, query: dict[str, Any], *grants: Grant, **taken: Any) -> Any:
    found = asked(service, query, *grants, **taken)
    return found.code or sorted(found.rows, key=str)


# What is no way to more than one grant gives.


def test_thresholds_are_not_lifted_by_a_grant_of_some_rows(service: Service) -> None:
    """All rows under thresholds and some without: no figure of few persons is shown but of these."""
    protected = replace(WHOLE, thresholds=Thresholds(persons=2, alike=2))
    by_place = {"measures": ["sag.sager"], "dimensions": ["sted.navn"]}
    assert rows(service, by_place, WHOLE) == [("A", 1), ("B", 2), ("C", 1)]
    assert rows(service, by_place, protected, own(service)) == [("A", 1), ("B", None), ("C", None)]
    assert rows(service, PLACES, protected, own(service)) == "A308"


def test_what_only_the_narrow_grant_names_is_of_its_rows(service: Service) -> None:
    narrow = own(service)
    kind = {"member": "sag.slags", "operator": "equals", "values": ["x"]}
    for more in ({"dimensions": ["sag.slags"]}, {"filters": [kind]}, {"ungrouped": True, "measures": []}):
        query = {"measures": ["sag.sager"], "dimensions": ["sted.navn"], **more}
        assert rows(service, query, WHOLE, narrow) == rows(service, query, narrow)
    by_day = {"measures": ["sag.sager"], "timeDimensions": [{"dimension": "sag.dag", "granularity": "day"}]}
    assert [row[1] for row in rows(service, by_day, WHOLE, narrow)] == [1]
    half = {"measures": ["sag.sager"], "timeDimensions": [{"dimension": "sag.dag", "dateRange": ["2024-01-01"] * 2}]}
    assert rows(service, half, WHOLE, narrow) == [(1,)]


def test_a_catalogue_is_no_rows(service: Service) -> None:
    catalogue = replace(WHOLE, catalogue=True)
    assert rows(service, PLACES, catalogue, own(service)) == rows(service, PLACES, own(service)) == [(1,)]


def test_a_cube_that_it_cuts_or_lacks_is_not_got_by_another(service: Service) -> None:
    """Every case by this grant and every owner by that would be owners of cases that neither tells of."""
    narrow = own(service)
    lacking = replace(WHOLE, rows={"sag": ALL_ROWS, "sted": ALL_ROWS})
    cut = replace(WHOLE, rows={**EVERY, "ejer": is_1(service, "ejer", "id")})
    assert rows(service, BY_OWNER, lacking, narrow) == "A303"
    assert rows(service, BY_OWNER, cut, narrow) == "A303"


def test_what_is_only_passed_through_is_its_own(service: Service) -> None:
    """No member is the place's: cases and owners are all its own, and so are the places between them, or none."""
    narrow = own(service)
    lacking = replace(WHOLE, rows={"sag": ALL_ROWS, "ejer": ALL_ROWS})
    cut = replace(WHOLE, rows={**EVERY, "sted": is_1(service, "sted", "id")})
    assert rows(service, BY_OWNER, lacking, narrow) == rows(service, BY_OWNER, lacking) == "A302"
    assert rows(service, BY_OWNER, cut, narrow) == rows(service, BY_OWNER, cut) == [("en", 1), (None, 3)]


def test_what_is_taken_is_taken(service: Service) -> None:
    narrow = own(service)
    members = (Forbid("nej", "", frozenset({"sag.dag"}), frozenset()),)
    cube = (Forbid("nej", "", frozenset({"sag.sager"}), frozenset({"sag"})),)
    cut = (Restriction("kun 1", "", {"sted": is_1(service, "sted", "id")}),)
    assert rows(service, PLACES, WHOLE, narrow, forbids=members) == "R202"
    assert rows(service, PLACES, WHOLE, narrow, forbids=cube) == "R201"
    assert rows(service, PLACES, WHOLE, narrow, restrictions=cut) == [(1,)]


# What is answered by one grant is answered as much by it and others.

QUESTIONS: dict[str, dict[str, Any]] = {
    "places": PLACES,
    "places by owner": {**PLACES, "dimensions": ["ejer.navn"]},
    "cases": {"measures": ["sag.sager"]},
    "cases by owner": BY_OWNER,
    "cases by place of 2024": {"measures": ["sag.sager"], "dimensions": ["sted.navn"], **IN_2024},
    "owners": {"dimensions": ["ejer.navn"]},
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_others_beside_it_change_nothing(service: Service, question: str) -> None:
    query = QUESTIONS[question]
    others = (
        own(service),
        replace(own(service), name="uden ejere", rows={"sag": is_1(service, "sag", "person"), "sted": ALL_ROWS}),
        replace(own(service), name="steder", rows={**EVERY, "sted": is_1(service, "sted", "id")}),
        replace(WHOLE, name="under grænser", members=None, thresholds=Thresholds()),
        replace(WHOLE, name="katalog", members=None, catalogue=True),
    )
    alone = asked(service, query, WHOLE)
    assert alone.rows
    for number in range(1, len(others) + 1):
        for some in combinations(others, number):
            for grants in ((WHOLE, *some), (*some, WHOLE)):
                assert asked(service, query, *grants) == alone, [one.name for one in grants]


def test_how_it_is_computed_is_still_shown_to_whom_nothing_of_it_is_hidden(service: Service) -> None:
    """A grant that is not needed for the answer may be the one that names every member of what is read."""
    number = Query(measures=("sag.sager",))
    every = replace(WHOLE, name="under grænser", members=None, thresholds=Thresholds())
    for grants, shown in (((WHOLE, every), True), ((WHOLE,), False)):
        over = replace(service, policies=Policies({"rolle": Role("rolle", grants)}))
        found = said({"measures": ["sag.sager"]}, principal("rolle"), over)
        assert found.rows == ((4,),)
        if shown:
            assert "count" in explain(number, principal("rolle"), over).sql.lower()
