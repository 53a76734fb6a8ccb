"""Cube's JSON query: what is read, what is refused, and that writing is the inverse of reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.cube_query import MAX_DEPTH, MAX_FILTERS, MAX_PROBLEMS, parse_query, write_query
from semantic.errors import ServiceError
from semantic.predicate import TRUE, And, Asked, Not, Or, conjunction, conjuncts
from semantic.query import Order, Query, TimeDimension, Top


def parse(document: Any) -> Query:
    return parse_query(document, default_limit=None)


def faults(document: Any) -> list[tuple[str, str]]:
    """(code, JSON path) of every problem."""
    with pytest.raises(ServiceError) as refused:
        parse(document)
    return [(problem.code, str(problem.at or "")) for problem in refused.value.problems]


def test_every_key_is_read() -> None:
    query = parse_query(
        {
            "measures": ["ydelser.antal"],
            "dimensions": ["ydelser.koen"],
            "timeDimensions": [
                {"dimension": "ydelser.start", "granularity": "month", "dateRange": ["2024-01-01", "2024-12-31"]}
            ],
            "segments": ["ydelser.aktive"],
            "filters": [{"member": "ydelser.koen", "operator": "equals", "values": ["k", None]}],
            "order": {"ydelser.antal": "desc"},
            "limit": 5,
            "offset": 10,
            "total": True,
            "timezone": "Europe/Copenhagen",
            "renewQuery": True,
        },
        default_limit=10_000,
    )
    assert query == Query(
        measures=("ydelser.antal",),
        dimensions=("ydelser.koen",),
        time_dimensions=(TimeDimension("ydelser.start", "month", ("2024-01-01", "2024-12-31")),),
        segments=("ydelser.aktive",),
        where=Asked("ydelser.koen", "equals", ("k", None)),
        order=(Order("ydelser.antal", True),),
        limit=5,
        offset=10,
        default_limit=10_000,
        total=True,
        timezone="Europe/Copenhagen",
    )


def test_an_empty_document_asks_nothing() -> None:
    assert parse({}) == Query()
    assert parse({"measures": None, "limit": None, "filters": []}) == Query()


@pytest.mark.parametrize(
    "order",
    [{"a.b": "desc", "a.c": "asc"}, [["a.b", "desc"], ["a.c", "asc"]], [{"id": "a.b", "desc": True}, ["a.c", "asc"]]],
)  # fmt: skip
def test_order_has_three_spellings(order: object) -> None:
    assert parse({"order": order}).order == (Order("a.b", True), Order("a.c"))


@pytest.mark.parametrize(("written", "read"), [("2024", "2024"), (["2024"], "2024"), (["a", "b"], ("a", "b"))])
def test_date_ranges(written: object, read: object) -> None:
    assert parse({"timeDimensions": [{"dimension": "a.t", "dateRange": written}]}).time_dimensions[0].date_range == read


def test_a_dimension_with_a_grain_is_a_time_dimension() -> None:
    assert parse({"dimensions": ["a.b", "a.t.month"]}) == Query(
        dimensions=("a.b",), time_dimensions=(TimeDimension("a.t", "month"),)
    )


def test_filters_nest_and_know_the_old_word() -> None:
    old = {"dimension": "a.b", "operator": "set"}
    query = parse({"filters": [old, {"or": [{"and": [old]}, {"member": "a.c", "operator": "gt", "values": [1.5]}]}]})
    a, c = Asked("a.b", "set"), Asked("a.c", "gt", (1.5,))
    assert query.where == And((a, Or((And((a,)), c))))


def test_row_limit_is_the_older_word_for_limit() -> None:
    assert parse({"rowLimit": 3}).limit == 3
    assert faults({"rowLimit": 3, "limit": 4}) == [("P105", "rowLimit")]


BAD = [
    ([], [("P103", "")]),
    ("measures", [("P103", "")]),
    ({"measure": ["a.b"]}, [("P102", "measure")]),
    ({"measures": "a.b"}, [("P103", "measures")]),
    ({"measures": ["a.b", 7, ""]}, [("P103", "measures[1]"), ("P103", "measures[2]")]),
    ({"measures": ["x" * 201]}, [("L510", "measures[0]")]),
    ({"measures": ["a.b"] * 201}, [("L510", "measures")]),
    ({"limit": "10"}, [("P103", "limit")]),
    ({"limit": True}, [("P103", "limit")]),
    ({"limit": 1.5}, [("P103", "limit")]),
    ({"offset": 10**30}, [("L510", "offset")]),
    ({"total": "yes"}, [("P103", "total")]),
    ({"timezone": 1}, [("P103", "timezone")]),
    ({"order": "a.b"}, [("P103", "order")]),
    ({"order": {"a.b": "up"}}, [("P103", "order[0]")]),
    ({"order": [["a.b"]]}, [("P103", "order[0]")]),
    ({"timeDimensions": ["a.t"]}, [("P103", "timeDimensions[0]")]),
    ({"timeDimensions": [{"granularity": "day"}]}, [("P104", "timeDimensions[0]")]),
    ({"timeDimensions": [{"dimension": "a.t", "dateRange": []}]}, [("P103", "timeDimensions[0].dateRange")]),
    ({"timeDimensions": [{"dimension": "a.t", "dateRange": [1, 2]}]},
     [("P103", "timeDimensions[0].dateRange"), ("P103", "timeDimensions[0].dateRange")]),
    ({"filters": [{"operator": "set"}]}, [("P104", "filters[0]")]),
    ({"filters": [{"member": "a.b"}]}, [("P104", "filters[0]")]),
    ({"filters": [{"member": "a.b", "dimension": "a.c", "operator": "set"}]}, [("P105", "filters[0]")]),
    ({"filters": [{"member": "a.b", "operator": "equals", "values": "x"}]}, [("P103", "filters[0].values")]),
    ({"filters": [{"member": "a.b", "operator": "equals", "values": [[1]]}]}, [("P103", "filters[0].values[0]")]),
    ({"filters": [{"member": "a.b", "operator": "equals", "values": ["x" * 4001]}]},
     [("L510", "filters[0].values[0]")]),
    ({"filters": [{"or": []}]}, [("P105", "filters[0].or")]),
    ({"filters": [{"or": [1]}]}, [("P103", "filters[0].or[0]")]),
    ({"filters": [{"or": [{"member": "a.b", "operator": "set"}], "and": []}]},
     [("P102", "filters[0].or"), ("P105", "filters[0].and")]),
    ({"ungrouped": 1}, [("P103", "ungrouped")]),
    ({"compareDateRange": [["2024", "2023"]]}, [("U401", "compareDateRange")]),
    ({"timeDimensions": [{"dimension": "a.t", "compareDateRange": ["2024"]}]},
     [("U401", "timeDimensions[0].compareDateRange")]),
    ({"asOf": 20240101}, [("P103", "asOf")]),
    ({"filters": [{"member": "a.m", "operator": "measureFilter"}]}, [("U401", "filters[0].operator")]),
    ({"top": "a.b"}, [("P103", "top")]),
    ({"top": [{}, {}]}, [("U402", "top")]),
    ({"top": {}}, [("P104", "top"), ("P104", "top"), ("P104", "top")]),
    ({"top": {"dimension": "a.b", "measure": "a.c", "count": "5"}}, [("P103", "top.count")]),
    ({"top": {"dimension": "a.b", "measure": 1, "count": 10**30, "desc": 1, "rest": "no", "of": 2}},
     [("P102", "top.of"), ("P103", "top.measure"), ("L510", "top.count"), ("P103", "top.desc"), ("P103", "top.rest")]),
    ({"every": "a.b"}, [("P103", "every")]),
    ({"every": ["a.b", 1]}, [("P103", "every[1]")]),
    ({"mesures": [], "limit": "1", "filters": [{}]},
     [("P102", "mesures"), ("P104", "filters[0]"), ("P104", "filters[0]"), ("P103", "limit")]),
]  # fmt: skip


@pytest.mark.parametrize(("document", "expected"), BAD)
def test_refused_with_the_path(document: object, expected: list[tuple[str, str]]) -> None:
    assert faults(document) == expected


def test_an_unknown_key_gets_a_suggestion() -> None:
    with pytest.raises(ServiceError) as refused:
        parse({"mesures": ["a.b"]})
    assert refused.value.problems[0].hint == "Did you mean 'measures'?"


def test_what_is_not_served_may_be_switched_off() -> None:
    assert parse({"joinHints": None, "compareDateRange": None}) == Query()


def test_ungrouped_is_read_and_written() -> None:
    asked = parse({"dimensions": ["a.b"], "ungrouped": True})
    assert asked.ungrouped
    assert write_query(asked) == {"dimensions": ["a.b"], "ungrouped": True}
    assert parse({"ungrouped": False}) == parse({"ungrouped": None}) == Query()


def nested(depth: int) -> dict[str, object]:
    found: dict[str, object] = {"member": "a.b", "operator": "set"}
    for _ in range(depth):
        found = {"and": [found]}
    return found


def test_filters_are_bounded() -> None:
    one = {"member": "a.b", "operator": "set"}
    assert faults({"filters": [nested(MAX_DEPTH)]})[0][0] == "L510"
    assert faults({"filters": [{"or": [one] * 400}, {"or": [one] * 400}]})[0][0] == "L510"
    assert faults({"filters": [one] * (MAX_FILTERS + 1)}) == [("L510", "filters")]
    assert parse({"filters": [nested(MAX_DEPTH - 1)]}).where is not None


def test_problems_are_bounded() -> None:
    assert len(faults({f"k{n}": 1 for n in range(10_000)})) == MAX_PROBLEMS


def test_a_query_without_filters_tests_nothing() -> None:
    assert parse({}).where == TRUE


names = st.sampled_from(["a.b", "a.c", "d.e"])
values = st.one_of(st.text(max_size=5), st.integers(-9, 9), st.booleans(), st.none())
tests = st.builds(Asked, names, st.sampled_from(["equals", "gt", "set"]), st.lists(values, max_size=3).map(tuple))
predicates = st.recursive(
    tests,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
    ),
    max_leaves=6,
)
queries = st.builds(
    Query,
    measures=st.lists(names).map(tuple),
    dimensions=st.lists(names).map(tuple),
    time_dimensions=st.lists(
        st.builds(TimeDimension, names, st.none() | st.just("month"), st.sampled_from([None, "2024", ("a", "b")]))
    ).map(tuple),
    segments=st.lists(names).map(tuple),
    where=st.one_of(st.just(TRUE), tests, predicates),
    order=st.lists(st.builds(Order, names, st.booleans())).map(tuple),
    limit=st.none() | st.integers(0, 9),
    offset=st.integers(0, 9),
    total=st.booleans(),
    timezone=st.none() | st.just("UTC"),
    top=st.none() | st.builds(Top, names, names, st.integers(1, 9), st.booleans(), st.booleans()),
    every=st.lists(names).map(tuple),
)


@given(queries)
def test_writing_is_the_inverse_of_reading(query: Query) -> None:
    flat = conjunction(*conjuncts(query.where))  # the list of filters is itself an And
    assert parse(write_query(query)) == replace(query, where=flat)


def test_nothing_unset_is_written() -> None:
    assert write_query(Query(measures=("a.b",))) == {"measures": ["a.b"]}
    assert write_query(Query(limit=0)) == {"limit": 0}


def test_a_complement_is_written_with_the_opposite_operator() -> None:
    gt = Asked("a.b", "gt", (1,))
    written = write_query(Query(where=Not(And((gt, Asked("a.c", "equals", ("x",)))))))
    below = {"or": [{"member": "a.b", "operator": "lte", "values": [1]}, {"member": "a.b", "operator": "notSet"}]}
    assert written["filters"] == [{"or": [below, {"member": "a.c", "operator": "notEquals", "values": ["x"]}]}]
    assert write_query(Query(where=Not(Not(gt))))["filters"] == [{"member": "a.b", "operator": "gt", "values": [1]}]


@pytest.mark.parametrize("where", [Or(()), Not(Asked("a.b", "sounds_like", ("x",)))])
def test_what_cube_cannot_say_is_refused(where: object) -> None:
    with pytest.raises(ServiceError) as refused:
        write_query(Query(where=where))  # type: ignore[arg-type]
    assert refused.value.code == "U402"
