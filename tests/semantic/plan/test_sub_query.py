"""A measure beside each row: whose rows it is of, when it is refused, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import duckdb
import pytest

from semantic.access.documents import RowsDocument
from semantic.access.grant import Grant
from semantic.access.principal import Principal
from semantic.access.rows import Seen
from semantic.access.rules import RuleFault, Rules
from semantic.errors import DefinitionError, Problem, ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.metric_tests.inference import inferred_tables
from semantic.model.lineage import dimension_cubes
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer, explain
from semantic.predicate import TRUE, And, Asked, Compare
from semantic.query import Query
from semantic.result import Result, collect
from tests.granting import granting

MODEL = """
cubes:
  - name: buyer
    sql_table: buyer
    source: {system: test, load: buyers}
    dimensions:
      - {name: country, sql: country, type: string, primary_key: true, public: true}
      - {name: number, sql: number, type: number, primary_key: true, public: true}
      - {name: bought, sql: "{sale.number}", type: number, sub_query: true}
      - {name: amount, sql: "{sale.amount}", type: number, sub_query: true}
      - {name: most, sql: "{sale.most}", type: number, sub_query: true}
      - {name: more, sql: "{bought} + 1", type: number}
    measures:
      - {name: buyers, type: count}
  - name: sale
    sql_table: sale
    source: {system: test, load: sales}
    joins:
      - name: buyer
        relationship: many_to_one
        sql: "{CUBE}.country = {buyer.country} AND {CUBE}.buyer = {buyer.number}"
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: kind, sql: kind, type: string}
    measures:
      - {name: number, type: count}
      - {name: amount, sql: amount, type: sum}
      - {name: most, sql: "CAST({CUBE}.amount AS DOUBLE)", type: max}
"""
DATA = """
CREATE TABLE load AS SELECT * FROM (VALUES
    (1, 'buyers', DATE '2024-12-31', true), (2, 'sales', DATE '2024-03-31', true)
) AS t(number, source, opgjort_pr, complete);
CREATE TABLE buyer AS SELECT * FROM (VALUES ('DK', 1), ('DK', 2), ('SE', 1), ('SE', 2)) AS t(country, number);
CREATE TABLE sale AS SELECT * FROM (VALUES
    (1, 'DK', 1, 'x', 10.5), (2, 'DK', 1, 'y', 20), (3, 'SE', 1, 'y', 40), (4, 'DK', 2, 'x', 80),
    (5, 'SE', NULL, 'x', 7)
) AS t(id, country, buyer, kind, amount);
"""
BOUGHT = Query(dimensions=("buyer.country", "buyer.number", "buyer.bought", "buyer.amount"))
ALL = [("DK", 1, 2, 30.5), ("DK", 2, 1, 80.0), ("SE", 1, 1, 40.0), ("SE", 2, 0, None)]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Generation]:
    file = tmp_path_factory.mktemp("sub-query") / "sub.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(DATA)
    return lambda text: Generation({"sub": file}, link([read_text(text, "sub.yml")]), Limits())


@pytest.fixture(scope="module")
def generation(opened: Callable[[str], Generation]) -> Generation:
    return opened(MODEL)


def answered(generation: Generation, query: Query, *grants: Grant) -> Result:
    return answer(query, Principal("someone", ("role",)), Service(generation, granting({"role": grants})))


def rows(generation: Generation, query: Query, *grants: Grant) -> list[tuple[object, ...]]:
    found = [tuple(row.values()) for row in collect(answered(generation, query, *grants)).table.to_pylist()]
    return sorted((tuple(float(one) if isinstance(one, Decimal) else one for one in row) for row in found), key=str)


def refused(ask: Callable[[], object]) -> Problem:
    with pytest.raises(ServiceError) as error:
        ask()
    return error.value.problems[0]


def every(members: frozenset[str] | None = None, **rows_of: object) -> Grant:
    return Grant("g", "r", members, rows=rows_of, default_rows=TRUE)  # type: ignore[arg-type]


def kind(generation: Generation, value: str) -> Compare[object]:
    return Compare(Seen(generation.model.dimension("sale", "kind")), "=", value)


def test_a_key_of_two_columns(generation: Generation) -> None:
    assert rows(generation, BOUGHT, every()) == ALL


def test_it_is_of_the_rows_that_the_asker_may_read(generation: Generation) -> None:
    own = every(sale=kind(generation, "x"))
    assert rows(generation, BOUGHT, own) == [
        ("DK", 1, 1, 10.5),
        ("DK", 2, 1, 80.0),
        ("SE", 1, 0, None),
        ("SE", 2, 0, None),
    ]
    danish = Compare(Seen(generation.model.dimension("buyer", "country")), "=", "DK")
    assert rows(generation, BOUGHT, every(buyer=danish)) == ALL[:2]
    assert rows(generation, Query(measures=("sale.number",), dimensions=("buyer.bought",)), every(buyer=danish)) == [
        (1, 1), (2, 2), (None, 2),
    ]  # fmt: skip


def test_a_filter_on_it_tells_nothing_of_rows_that_the_asker_may_not_read(generation: Generation) -> None:
    query = Query(dimensions=("buyer.number",), where=And((Asked("buyer.more", "gt", ("1",)),)))
    assert rows(generation, query, every(sale=kind(generation, "y"))) == [(1,)]


def test_without_rows_of_the_measures_cube_there_is_no_number(generation: Generation) -> None:
    only = Grant("g", "r", None, rows={"buyer": TRUE})  # type: ignore[dict-item]
    for member in ("buyer.bought", "buyer.more"):
        assert refused(lambda member=member: rows(generation, Query(dimensions=(member,)), only)).code == "A302"
    assert rows(generation, Query(measures=("buyer.buyers",)), only) == [(4,)]


def test_it_is_granted_by_its_own_name(generation: Generation) -> None:
    named = every(frozenset({"buyer.country", "buyer.more"}))
    assert rows(generation, Query(dimensions=("buyer.country", "buyer.more")), named) == [
        ("DK", 2), ("DK", 3), ("SE", 1), ("SE", 2),
    ]  # fmt: skip
    assert refused(lambda: rows(generation, BOUGHT, named)).code == "R202"


def test_how_it_is_computed_is_shown_to_those_who_see_all_of_it(generation: Generation) -> None:
    def shown(*grants: Grant) -> str:
        return explain(BOUGHT, Principal("someone", ("role",)), Service(generation, granting({"role": grants}))).plan

    assert "Scan sale" in shown(every())
    assert refused(lambda: shown(every(sale=kind(generation, "x")))).code == "A304"
    of_buyers = frozenset(f"buyer.{name}" for name in generation.model.cubes["buyer"].dimensions) | {"buyer.buyers"}
    assert refused(lambda: shown(every(of_buyers))).code == "A304"


def test_rows_are_not_told_by_it(generation: Generation) -> None:
    document = RowsDocument(dimension="buyer.bought", values=[1])
    with pytest.raises(RuleFault, match="Rows cannot be told by 'buyer.bought'"):
        Rules(generation.model).check([document])


def test_it_is_as_old_as_the_measures_rows(generation: Generation) -> None:
    assert answered(generation, Query(dimensions=("buyer.country",)), every()).stamp.as_of.isoformat() == "2024-12-31"
    assert answered(generation, Query(dimensions=("buyer.more",)), every()).stamp.as_of.isoformat() == "2024-03-31"
    model = generation.model
    assert dimension_cubes(model, model.dimension("buyer", "more")) == {"buyer", "sale"}


def test_its_type_is_that_in_which_the_measure_is_shown(generation: Generation) -> None:
    types = {name: one.data_type for name, one in generation.model.cubes["buyer"].dimensions.items()}
    assert [types[name] for name in ("bought", "amount", "most", "more")] == ["bigint", "decimal", "double", "bigint"]


def test_no_table_is_thought_to_have_its_column(generation: Generation) -> None:
    tables = inferred_tables(link([read_text(MODEL, "sub.yml")]), {})
    assert set(tables["main", "buyer"]) == {"country", "number"}


FAULTS = {
    "of a text": (
        MODEL.replace("most, sql: \"CAST({CUBE}.amount AS DOUBLE)\"", "most, sql: kind"),
        "D651", "is of type number, but its column is VARCHAR",
    ),
    "no way": (re.sub(r"    joins:.*?\n    dim", "    dim", MODEL, flags=re.DOTALL), "D633", "no value of one row"),
    "two ways": (
        MODEL.replace("    joins:\n", "    joins:\n      - {name: payer, cube: buyer, relationship: many_to_one,"
                      " sql: \"{CUBE}.country = {payer.country} AND {CUBE}.buyer = {payer.number}\"}\n"),
        "D633", "More than one path",
    ),
    "summed over what it may not be": (
        MODEL.replace("amount, sql: amount, type: sum", "amount, sql: amount, type: sum, additive_over: []"),
        "D633", "may not be summed",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "says"), FAULTS.values(), ids=list(FAULTS))
def test_what_is_no_number_of_one_row_is_refused_when_it_is_loaded(
    text: str, code: str, says: str, opened: Callable[[str], Generation]
) -> None:
    with pytest.raises(DefinitionError) as error:
        opened(text)
    assert {(one.code, one.at and one.at.file) for one in error.value.problems} == {(code, "sub.yml")}
    assert says in error.value.problems[0].message
    assert all(one.at is not None and one.at.line for one in error.value.problems)
