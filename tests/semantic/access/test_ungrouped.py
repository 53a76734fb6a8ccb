"""Single rows go to whom a grant gives them, cut to those that may be read."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from semantic.access.grant import FinestGrain, Grant, open_grant
from semantic.access.principal import Principal
from semantic.access.rows import Seen
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer, explain
from semantic.predicate import TRUE, Compare
from semantic.query import Query
from semantic.result import collect
from tests.granting import granting

MODEL = """
cubes:
  - name: fact
    sql_table: fact
    joins:
      - {name: unit, relationship: many_to_one, sql: "{CUBE}.unit = {unit}.id"}
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: kind, sql: kind, type: string}
    measures:
      - {name: number, type: count}
      - {name: amount, sql: amount, type: sum}
      - {name: of_b, sql: amount, type: sum, filters: [{sql: "{unit}.name = 'b'"}]}
  - name: unit
    sql_table: unit
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: name, sql: name, type: string}
  - name: loose
    sql_table: fact
    dimensions:
      - {name: kind, sql: kind, type: string}
      - {name: unit, sql: unit, type: number}
    measures:
      - {name: amount, sql: amount, type: sum}
views:
  - name: units
    cubes:
      - {join_path: unit, includes: [name]}
      - {join_path: unit.fact, prefix: true, includes: [kind, amount]}
"""
DATA = """
CREATE TABLE unit AS SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (3, 'c')) AS t(id, name);
CREATE TABLE fact AS SELECT * FROM (VALUES (1, 'x', 1, 10), (2, 'x', 2, 20), (3, 'y', 2, 40), (4, 'y', NULL, 80))
    AS t(id, kind, unit, amount);
"""
EVERYTHING = open_grant("all", "")
AMOUNTS = Query(measures=("fact.amount",), ungrouped=True)
KINDS = Query(dimensions=("fact.kind",), ungrouped=True)


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    file = tmp_path_factory.mktemp("ungrouped") / "ungrouped.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(DATA)
    return Generation({"ungrouped": Path(file)}, link([read_text(MODEL, "ungrouped.yml")]), Limits())


def service(generation: Generation, *grants: Grant) -> Service:
    return Service(generation, granting({"role": grants}))


def rows(generation: Generation, query: Query, *grants: Grant) -> list[tuple[object, ...]]:
    found = collect(answer(query, Principal("someone", ("role",)), service(generation, *grants)))
    return [tuple(row.values()) for row in found.table.to_pylist()]


def refusal(generation: Generation, query: Query, *grants: Grant) -> str:
    with pytest.raises(ServiceError) as error:
        rows(generation, query, *grants)
    return str(error.value)


def members(*names: str, rows: dict[str, object] | None = None, others: object = TRUE, single: bool = True) -> Grant:
    grain = FinestGrain(rows=single)
    return Grant(" ".join(names), "", frozenset(names), rows or {}, others, grain=grain)  # type: ignore[arg-type]


def test_nobody_gets_a_row_without_a_grant(generation: Generation) -> None:
    assert refusal(generation, AMOUNTS).startswith("R201")


def test_who_may_ask_for_groups_alone_gets_no_rows_of_them(generation: Generation) -> None:
    grouped, sums = Query(measures=("fact.amount",)), members("fact.amount", "fact.kind", "fact.id", single=False)
    assert rows(generation, grouped, sums) == [(150,)]
    for asked in (AMOUNTS, KINDS):
        assert refusal(generation, asked, sums).startswith("A301")
        assert "or for groups" in refusal(generation, asked, sums)
    assert rows(generation, AMOUNTS, members("fact.amount")) == [(80,), (40,), (20,), (10,)]


def test_single_rows_of_one_grant_are_not_got_for_anothers_members(generation: Generation) -> None:
    grants = (members("fact.amount", single=False), members("fact.id", "fact.kind"))
    assert refusal(generation, AMOUNTS, *grants).startswith("A301")
    assert len(rows(generation, KINDS, *grants)) == 4


def test_it_is_the_same_with_a_hidden_key_or_dimension_as_without(generation: Generation) -> None:
    """Else it would say that there is something hidden."""
    for single, wanted in ((True, 4), (False, None)):
        for measure, dimension in (("fact.amount", "fact.kind"), ("loose.amount", "loose.kind")):
            asked = Query(measures=(measure,), dimensions=(dimension,), ungrouped=True)
            grant = members(measure, dimension, single=single)
            found = len(rows(generation, asked, grant)) if wanted else refusal(generation, asked, grant)[:4]
            assert found == (wanted or "A301")


def test_below_a_views_root_it_is_the_rows_that_are_shown(generation: Generation) -> None:
    asked = Query(dimensions=("units.name", "units.fact_kind"), ungrouped=True)
    assert refusal(generation, asked, members("unit.name", "fact.kind", single=False)).startswith("A301")
    found = rows(generation, asked, members("unit.name", "fact.kind"))
    assert sorted(found, key=str) == [("a", "x"), ("b", "x"), ("b", "y"), (None, "y")]


def test_a_hidden_member_is_as_absent(generation: Generation) -> None:
    grant = members("fact.amount", "fact.id")
    hidden, absent = (Query(measures=(f"fact.{name}",), ungrouped=True) for name in ("number", "nomber"))
    assert refusal(generation, hidden, grant).replace("number", "nomber") == refusal(generation, absent, grant)


def test_rows_are_cut_by_policy_on_every_scan(generation: Generation) -> None:
    def told(cube: str, name: str, value: str) -> Compare[object]:
        return Compare(Seen(generation.model.dimension(cube, name)), "=", value)

    asked = Query(measures=("fact.amount", "fact.of_b"), dimensions=("unit.name",), ungrouped=True)
    named = ("fact.amount", "fact.of_b", "fact.id", "unit.name")
    whole = [("b", 40, 40), ("b", 20, 20), (None, 80, None), ("a", 10, None)]
    assert sorted(rows(generation, asked, members(*named)), key=str) == sorted(whole, key=str)
    cut = rows(generation, asked, members(*named, rows={"fact": told("fact", "kind", "x")}))
    assert sorted(cut, key=str) == [("a", 10, None), ("b", 20, 20)]
    blind = rows(generation, asked, members(*named, rows={"unit": told("unit", "name", "a")}))
    assert {name for name, _, _ in blind} == {"a", None}
    assert {of_b for _, _, of_b in blind} == {None}
    assert refusal(generation, asked, members(*named, rows={"fact": TRUE}, others=None)).startswith("A302")


def test_the_statement_is_shown_to_whom_all_is_open(generation: Generation) -> None:
    someone = Principal("someone", ("role",))
    with pytest.raises(ServiceError) as error:
        explain(AMOUNTS, someone, service(generation, members("fact.amount", "fact.id")))
    assert error.value.code == "A304"
    assert "Rows of fact, told apart by id" in explain(AMOUNTS, someone, service(generation, EVERYTHING)).plan
