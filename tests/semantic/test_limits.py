"""What is refused before any work, so that no question keeps a processor busy that a time-out does not reach."""

from __future__ import annotations

import pytest

from semantic.access.principal import OPERATOR
from semantic.errors import ServiceError
from semantic.pipeline import prepare
from semantic.predicate import And, Asked
from semantic.query import Order, Query, TimeDimension, Top
from tests.worlds import service

COUNT = ("ydelse.antal_ydelser",)
DAYS = tuple(f"2024-01-{1 + number % 28:02}" for number in range(101))


@pytest.mark.parametrize(
    ("query", "what"),
    [
        (Query(measures=COUNT * 201), "201 members; 200"),
        (Query(measures=COUNT, order=(Order(COUNT[0]),) * 200), "201 members; 200"),
        (Query(measures=COUNT, segments=("ydelse.udenbys",) * 200), "201 members; 200"),
        (Query(measures=COUNT, time_dimensions=(TimeDimension("ydelse.start", "day"),) * 200), "201 members; 200"),
        (Query(measures=COUNT, dimensions=("ydelse.lov",), subtotals=(("ydelse.lov",),) * 65), "65 subtotals; 64"),
        (Query(measures=COUNT, dimensions=("ydelse.lov",), subtotals=(("ydelse.lov",) * 201,)), "201 members in its"),
        (Query(measures=COUNT, top=Top("ydelse.lov", COUNT[0], 10_001)), "10001 members in its top; 10000"),
        (Query(measures=COUNT, every=("ydelse.lov",) * 200), "201 members; 200"),
        (Query(measures=COUNT, where=Asked("ydelse.lov", "equals", ("a",) * 50_001)), "50001 values in its filters"),
        (Query(measures=COUNT, where=Asked("ydelse.lov", "contains", ("a",) * 1_001)), "1001 tests"),
        (Query(measures=COUNT, where=And((Asked("ydelse.start", "equals", DAYS),) * 10)), "1010 tests"),
    ],
)
def test_too_much_is_refused_by_its_number(query: Query, what: str) -> None:
    with pytest.raises(ServiceError) as refused:
        prepare(query, OPERATOR, service("demo"))
    assert refused.value.code == "L506"
    assert what in refused.value.problems[0].message


def test_a_list_of_ten_thousand_values_is_one_test() -> None:
    values = tuple(range(10_000))
    prepared = prepare(
        Query(measures=COUNT, where=Asked("ydelse.ydelse_id", "equals", values)), OPERATOR, service("demo")
    )
    assert prepared.statement.parameters == values
