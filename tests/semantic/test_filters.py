"""Filters: which operator takes which values, and that any tree of them keeps the rows that a plain reading keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semantic.filters import OPERATORS
from tests.interfaces.clients.python import PythonClient
from tests.worlds import world

Row = Mapping[str, Any]
MEMBERS = {"string": "emne", "number": "pris", "boolean": "hast", "time": "dag"}
VALUES: dict[str, list[Any]] = {
    "string": ["a_b", "100%", "O'Brien", "æble", "B", "", "_", "%", "\\", "😀"],
    "number": [0, "1.00", 2.5, "-8", 20, "5.55", 1000],
    "boolean": [True, "false", "TRUE"],
    "time": ["2024-01-01", "2023", "2021-01", "2024K1", "2024-03-31", "last 3 months"],
}
ONE_VALUE = ("gt", "gte", "lt", "lte", "beforeDate", "beforeOrOnDate", "afterDate", "afterOrOnDate", "onTheDate")


def ask(*filters: Mapping[str, Any]) -> list[int] | str:
    """The ids of the cases that the filters keep, or the code of the refusal."""
    query = {"dimensions": ["sag.id"], "order": {"sag.id": "asc"}, "filters": list(filters)}
    heard = PythonClient().ask(world("traps"), query, "direktion")
    return heard.problems[0][0] if heard.problems else [int(row[0] or 0) for row in heard.rows]


def test_every_operator_of_cube_is_known() -> None:
    assert set(OPERATORS) == {
        "equals", "notEquals", "contains", "notContains", "startsWith", "notStartsWith", "endsWith", "notEndsWith",
        "gt", "gte", "lt", "lte", "set", "notSet", "inDateRange", "notInDateRange", "beforeDate", "beforeOrOnDate",
        "afterDate", "afterOrOnDate", "onTheDate",
    }  # fmt: skip


@pytest.mark.parametrize("kind", MEMBERS)
@pytest.mark.parametrize("operator", OPERATORS)
def test_an_operator_fits_its_types_and_no_other(operator: str, kind: str) -> None:
    test: dict[str, Any] = {"member": f"sag.{MEMBERS[kind]}", "operator": operator}
    if operator not in ("set", "notSet"):
        test["values"] = VALUES[kind][:1]
    heard = ask(test)
    assert isinstance(heard, list) if kind in OPERATORS[operator] else heard == "R207"


@pytest.mark.parametrize("operator", [one for one in OPERATORS if one not in ("set", "notSet")])
def test_an_operator_takes_as_many_values_as_it_can_use(operator: str) -> None:
    kind = next(kind for kind in MEMBERS if kind in OPERATORS[operator])
    member = f"sag.{MEMBERS[kind]}"
    assert ask({"member": member, "operator": operator, "values": []}) == "R208"
    values = [VALUES[kind][0]] * 3
    if operator in ONE_VALUE:
        assert ask({"member": member, "operator": operator, "values": values[:2]}) == "R208"
    if operator in (*ONE_VALUE, "inDateRange", "notInDateRange"):
        assert ask({"member": member, "operator": operator, "values": values}) == "R208"
    else:
        assert isinstance(ask({"member": member, "operator": operator, "values": values}), list)


WRONG_VALUES = [
    ("emne", "equals", 851), ("emne", "equals", True), ("emne", "contains", None), ("emne", "equals", "a\x00b"),
    ("emne", "equals", "a\udcff"),
    ("id", "equals", "1_0"), ("id", "equals", "١"),
    ("pris", "equals", "ti"), ("pris", "equals", ""), ("pris", "gt", True), ("pris", "gt", None), ("pris", "lt", "NaN"),
    ("pris", "lt", "Infinity"), ("pris", "lt", "1e999999"), ("pris", "lt", "1,5"), ("pris", "lt", "0x10"),
    ("hast", "equals", "ja"), ("hast", "equals", 1), ("hast", "equals", "1"), ("dag", "equals", 2024),
    ("dag", "gt", None), ("dag", "inDateRange", True),
]  # fmt: skip


@pytest.mark.parametrize(("member", "operator", "value"), WRONG_VALUES)
def test_a_value_of_another_type_is_refused(member: str, operator: str, value: object) -> None:
    assert ask({"member": f"sag.{member}", "operator": operator, "values": [value]}) in ("R209", "R210")


@pytest.mark.parametrize("value", ["2024-02-30", "soon", "", "2024-13"])
def test_a_day_that_does_not_exist_is_refused(value: str) -> None:
    assert ask({"member": "sag.dag", "operator": "onTheDate", "values": [value]}) == "R210"


# What the operators mean, said once more and as plainly as can be. A test is false on NULL, `not` is the complement.
TEXT: dict[str, Callable[[str, str], bool]] = {
    "equals": lambda cell, value: cell == value,
    "contains": lambda cell, value: value.lower() in cell.lower(),
    "startsWith": lambda cell, value: cell.lower().startswith(value.lower()),
    "endsWith": lambda cell, value: cell.lower().endswith(value.lower()),
}
NUMBER: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "equals": lambda cell, value: cell == value,
    "gt": lambda cell, value: cell > value,
    "gte": lambda cell, value: cell >= value,
    "lt": lambda cell, value: cell < value,
    "lte": lambda cell, value: cell <= value,
}
DAY: dict[str, Callable[[date, date], bool]] = {
    "onTheDate": lambda cell, value: cell == value,
    "equals": lambda cell, value: cell == value,
    "beforeDate": lambda cell, value: cell < value,
    "beforeOrOnDate": lambda cell, value: cell <= value,
    "afterDate": lambda cell, value: cell > value,
    "afterOrOnDate": lambda cell, value: cell >= value,
}
NEGATED = ("notEquals", "notContains", "notStartsWith", "notEndsWith")


@cache
def rows() -> tuple[Row, ...]:
    names, found = world("traps").oracle("select id, emne, hast, pris, dag from sag")
    return tuple(dict(zip(names, row, strict=True)) for row in found)


def keeps(test: Mapping[str, Any], row: Row) -> bool:
    for word, every in (("and", all), ("or", any)):
        if word in test:
            return every(keeps(part, row) for part in test[word])
    operator, cell = test["operator"], row[test["member"].removeprefix("sag.")]
    if operator in NEGATED:
        positive = operator[3].lower() + operator[4:]
        return not keeps({**test, "operator": positive}, row)
    if operator in ("set", "notSet"):
        return (cell is None) == (operator == "notSet")
    if cell is None:
        return operator == "equals" and None in test["values"]
    return any(_passes(operator, cell, value) for value in test["values"] if value is not None)


def _passes(operator: str, cell: Any, value: Any) -> bool:
    if isinstance(cell, bool):
        return str(value).lower() == str(cell).lower()
    if isinstance(cell, Decimal):
        return NUMBER[operator](cell, Decimal(str(value)))
    if isinstance(cell, date):
        return DAY[operator](cell, date.fromisoformat(value))
    return TEXT[operator](cell, value)


DAYS = ["2023-12-31", "2024-01-01", "2024-03-31", "2021-01-04", "2000-02-29"]


def of_member(member: str, operators: list[str], values: list[Any], several: bool) -> st.SearchStrategy[Any]:
    nulls: list[Any] = [None] if several else []
    return st.builds(
        lambda operator, chosen: {
            "member": f"sag.{member}",
            "operator": operator,
            "values": [one for one in chosen if one is not None or "quals" in operator] or values[:1],
        },  # fmt: skip
        st.sampled_from(operators),
        st.lists(st.sampled_from([*values, *nulls]), min_size=1, max_size=3 if several else 1),
    )


LEAVES = st.one_of(
    of_member("emne", [*TEXT, *NEGATED], VALUES["string"], several=True),
    of_member("pris", ["equals", "notEquals"], VALUES["number"], several=True),
    of_member("pris", ["gt", "gte", "lt", "lte"], VALUES["number"], several=False),
    of_member("hast", ["equals", "notEquals"], [True, False, "true"], several=True),
    of_member("dag", list(DAY), DAYS, several=False),
    st.builds(
        lambda member, operator: {"member": f"sag.{member}", "operator": operator},
        st.sampled_from(list(MEMBERS.values())),
        st.sampled_from(["set", "notSet"]),
    ),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda word, parts: {word: parts}, st.sampled_from(["and", "or"]), st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TREES, min_size=1, max_size=3))
def test_any_filters_keep_what_a_plain_reading_keeps(filters: list[Mapping[str, Any]]) -> None:
    assert ask(*filters) == sorted(row["id"] for row in rows() if all(keeps(test, row) for test in filters))
