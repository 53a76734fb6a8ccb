"""Rows that pair off, one to one, are no climb; a formula's parts stand where the view has their cube."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from semantic.access.grant import ALL_ROWS, Grant
from semantic.access.members import members_of
from semantic.access.principal import Principal
from semantic.errors import ServiceError
from semantic.pipeline import Service, answer
from semantic.query import Query
from tests.granting import granting
from tests.small_model import asked, small_model
from tests.worlds import service as world_service

MODEL = """
cubes:
  - name: p
    sql_table: main.p
    joins:
      - {name: e, relationship: one_to_one, sql: "{CUBE}.id = {e}.pid"}
      - {name: o, relationship: one_to_many, sql: "{CUBE}.id = {o}.pid"}
    dimensions: [{name: id, sql: id, type: number, primary_key: true}]
    measures: [{name: n, type: count}]
  - name: e
    sql_table: main.e
    dimensions: [{name: pid, sql: pid, type: number, primary_key: true}, {name: c, sql: c, type: string}]
    measures: [{name: s, sql: x, type: sum}]
  - name: o
    sql_table: main.o
    joins: [{name: anden, cube: p, relationship: many_to_one, sql: "{CUBE}.anden = {anden}.id"}]
    dimensions: [{name: id, sql: id, type: number, primary_key: true}, {name: t, sql: t, type: string}]
    measures:
      - {name: amt, sql: amt, type: sum}
      - {name: rest, type: number, sql: "{amt} - {e.s}", decimals: 0}
      - {name: pr_p, type: number, sql: "{amt} / {p.n}", decimals: 1}
views:
  - name: v
    cubes:
      - {join_path: p, includes: "*"}
      - {join_path: p.e, includes: "*", prefix: true}
      - {join_path: p.o, includes: "*", prefix: true}
  - name: to_veje
    cubes:
      - {join_path: p, includes: "*"}
      - {join_path: p.o, includes: "*", prefix: true}
      - {join_path: p.o.anden, includes: "*", prefix: true}
"""
ROWS = """
CREATE TABLE p (id INTEGER); INSERT INTO p VALUES (1), (2), (3);
CREATE TABLE e (pid INTEGER, c VARCHAR, x INTEGER); INSERT INTO e VALUES (1, 'r', 1), (3, 'g', 3), (9, 'z', 9);
CREATE TABLE o (id INTEGER, pid INTEGER, anden INTEGER, t VARCHAR, amt INTEGER);
INSERT INTO o VALUES (1, 1, 1, 'a', 5), (2, 1, 1, 'a', 6), (3, 1, 1, 'b', 7), (4, 2, 1, 'a', 8), (5, NULL, 1, 'a', 9);
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with small_model(tmp_path_factory.mktemp("reach"), MODEL, ROWS) as opened:
        yield opened


@pytest.mark.parametrize(("measure", "dimension"), [("e.s", "o.t"), ("v.e_s", "v.o_t")])
def test_past_a_row_that_pairs_off_down_to_many(service: Service, measure: str, dimension: str) -> None:
    assert asked(service, measures=[measure], dimensions=[dimension]) == {("a", 1), ("b", 1), (None, 12)}


def test_a_part_is_the_views_own_member(service: Service) -> None:
    found = asked(service, measures=["v.o_amt", "v.e_s", "v.o_rest"], dimensions=["v.e_c"])
    assert found == {("r", 18, 1, 17), ("g", None, 3, None), ("z", None, 9, None), (None, 17, None, None)}
    found = asked(service, measures=["v.n", "v.o_pr_p"], dimensions=["v.o_t"])
    assert found == {("a", 2, Decimal("14.0")), ("b", 1, Decimal("7.0")), (None, 1, None)}


def test_a_part_that_the_view_has_twice_is_refused(service: Service) -> None:
    assert asked(service, measures=["to_veje.o_pr_p"]) == [
        "R218 A part of 'to_veje.o_pr_p' is of a cube that the view has more than once."
    ]


MEANS = """
cubes:
  - name: ud
    sql_table: main.ud
    dimensions: [{name: kode, sql: kode, type: number}]
    measures:
      - {name: kr, sql: kr, type: sum}
      - name: snit
        type: ratio
        numerator: kr
        denominator: ind.n
        group_aggregation: unweighted_mean
        group_members: [kode]
  - name: ind
    sql_table: main.ind
    measures: [{name: n, sql: n, type: sum}]
"""


def test_a_means_members_are_not_named_by_an_inner_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = "CREATE TABLE ud (kode INTEGER, kr INTEGER); CREATE TABLE ind (n INTEGER)"
    with small_model(tmp_path_factory.mktemp("means"), MEANS, rows) as service:
        assert asked(service, measures=["ud.snit"]) == [
            "U410 'ud.snit' is a mean over members that a part of it does not have: no join leads to one row there."
        ]


def told(*members: str) -> str:
    """The refusal of who has these members alone: for cases by the name of a region, which several roles lead to."""
    grant = Grant("own", "test", frozenset(members), default_rows=ALL_ROWS)
    its = replace(world_service("traps"), policies=granting({"asker": (grant,)}))
    with pytest.raises(ServiceError) as refused:
        answer(Query(measures=("sag.antal",), dimensions=("landsdel.navn",)), Principal("asker", ("asker",)), its)
    return "\n".join(f"{one.code} {one.message} {one.hint}" for one in refused.value.problems)


def test_no_hidden_cube_or_join_is_named() -> None:
    cubes = world_service("traps").generation.model.cubes
    every = {cube: {f"{cube}.{one}" for one in members_of(cubes[cube])} for cube in ("sag", "kommune", "region")}
    ends = {"sag.antal", "landsdel.navn"}
    plain = "R218 No one path leads there. Ask for the measures one by one."
    whole = told(*ends, *every["sag"], *every["kommune"], *every["region"])
    assert "sag.handle.region.landsdel or sag.betal" in whole
    assert told(*ends) == told(*ends, *every["sag"]) == told(*ends, *every["kommune"], *every["region"]) == plain
    for hidden in sorted(every["sag"] - ends):
        assert told(*ends, *every["sag"] - {hidden}, *every["kommune"], *every["region"]) == plain, hidden
    some = sorted(every["kommune"])[0]
    assert told(*ends, *every["sag"], *every["kommune"] - {some}, *every["region"]) == whole, "the cube is known"
