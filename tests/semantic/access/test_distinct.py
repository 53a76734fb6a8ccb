"""A count of a dimension's values goes to whom the dimension may be asked by, over the rows that they may read."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from semantic.access.grant import Grant
from semantic.access.principal import Principal
from semantic.access.rows import Seen
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.predicate import TRUE, Asked, Compare
from semantic.query import Order, Query
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
      - {name: secret, sql: amount, type: number, public: false}
    measures:
      - {name: number, type: count}
  - name: unit
    sql_table: unit
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: name, sql: name, type: string}
    measures:
      - {name: number, type: count}
views:
  - name: facts
    cubes:
      - {join_path: fact, includes: [number, kind]}
      - {join_path: fact.unit, prefix: true, includes: [name]}
  - name: units
    cubes:
      - {join_path: unit, includes: [name]}
      - {join_path: unit.fact, prefix: true, includes: [kind]}
"""
DATA = """
CREATE TABLE unit AS SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (3, 'c')) AS t(id, name);
CREATE TABLE fact AS SELECT * FROM (VALUES (1, 'x', 1, 10), (2, 'x', 2, 20), (3, 'y', 2, 40), (4, 'z', NULL, 80))
    AS t(id, kind, unit, amount);
"""


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    file = tmp_path_factory.mktemp("distinct") / "distinct.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(DATA)
    return Generation({"distinct": Path(file)}, link([read_text(MODEL, "distinct.yml")]), Limits())


def rows(generation: Generation, query: Query, *grants: Grant) -> list[tuple[object, ...]]:
    service = Service(generation, granting({"role": grants}))
    table = collect(answer(query, Principal("someone", ("role",)), service)).table
    return [tuple(row.values()) for row in table.to_pylist()]


def refusal(generation: Generation, query: Query, *grants: Grant) -> str:
    with pytest.raises(ServiceError) as error:
        rows(generation, query, *grants)
    return str(error.value)


def members(*names: str, rows: dict[str, object] | None = None, others: object = TRUE) -> Grant:
    return Grant(" ".join(names), "", frozenset(names), rows or {}, others)  # type: ignore[arg-type]


WITHOUT_KIND = members("fact.number", "unit.name")


@pytest.mark.parametrize("word", ["", "__status"])
@pytest.mark.parametrize("view", ["fact", "facts"])
def test_of_a_hidden_dimension_as_of_an_absent_one(generation: Generation, view: str, word: str) -> None:
    def asked(name: str) -> tuple[Query, ...]:
        count, number = f"{view}.{name}__count_distinct{word}", f"{view}.number"
        plain = Query(measures=(count,))
        return plain, Query(measures=(number,), order=(Order(count),)), Query(dimensions=(count,))

    for hidden, absent in zip(asked("kind"), asked("kynd"), strict=True):
        told = refusal(generation, hidden, WITHOUT_KIND)
        assert told.startswith("R202")
        assert told.replace("kind", "kynd") == refusal(generation, absent, WITHOUT_KIND)


def test_a_filter_on_it_is_refused_like_one_on_nothing(generation: Generation) -> None:
    def asked(name: str) -> Query:
        return Query(measures=("fact.number",), where=Asked(f"fact.{name}__count_distinct", "gt", ("1",)))

    told = refusal(generation, asked("kind"), WITHOUT_KIND)
    assert told.replace("kind", "kynd") == refusal(generation, asked("kynd"), WITHOUT_KIND)


def test_what_is_not_public_has_no_count_for_anybody(generation: Generation) -> None:
    everything = Grant("all", "", None, default_rows=TRUE)  # type: ignore[arg-type]
    told = refusal(generation, Query(measures=("fact.secret__count_distinct",)), everything)
    assert told.startswith("R202 'fact' has no member 'secret'.")


def test_it_is_not_asked_together_with_another_grants_members(generation: Generation) -> None:
    asked = Query(measures=("fact.number", "fact.kind__count_distinct"))
    grants = (members("fact.number"), members("fact.kind"))
    assert refusal(generation, asked, *grants).startswith("A301")
    assert rows(generation, Query(measures=("fact.kind__count_distinct",)), *grants) == [(3,)]


def test_a_view_needs_a_member_of_its_root_as_the_dimension_does(generation: Generation) -> None:
    asked = Query(measures=("facts.unit_name__count_distinct",))
    assert refusal(generation, asked, members("unit.name")).startswith("R201")
    apart = (members("unit.name"), members("fact.number"))
    assert refusal(generation, asked, *apart).startswith("A301")
    assert rows(generation, asked, members("unit.name", "fact.number")) == [(2,)]


def test_rows_that_no_grant_gives_are_not_counted(generation: Generation) -> None:
    def kind(value: str) -> Compare[object]:
        return Compare(Seen(generation.model.dimension("fact", "kind")), "=", value)

    asked = Query(measures=("facts.kind__count_distinct", "facts.unit_name__count_distinct"))
    named = ("fact.kind", "fact.number", "unit.name")
    assert rows(generation, asked, members(*named)) == [(3, 2)]
    assert rows(generation, asked, members(*named, rows={"fact": kind("y")})) == [(1, 1)]
    b = Compare(Seen(generation.model.dimension("unit", "name")), "=", "b")
    assert rows(generation, asked, members(*named, rows={"unit": b})) == [(3, 1)]
    assert refusal(generation, asked, members(*named, rows={"fact": TRUE}, others=None)).startswith("A302")


def test_down_to_many_the_rows_of_the_many_are_needed(generation: Generation) -> None:
    asked = Query(measures=("units.fact_kind__count_distinct",))
    named = ("fact.kind", "unit.name")
    assert refusal(generation, asked, members(*named, rows={"unit": TRUE}, others=None)).startswith("A302")
    assert rows(generation, asked, members(*named)) == [(3,)]
