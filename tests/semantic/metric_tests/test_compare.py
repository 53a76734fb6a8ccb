"""Differences between rows: every one is told, none is invented."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.metric_tests.compare import Cells, Comparison, exact, rounded, shown
from semantic.result import Column, DataType

PLACE = Column("v.sted", "Sted", "text", "dimension")
YEAR = Column("v.aar", "År", "integer", "dimension")
PRICE = Column("v.pris", "Pris", "decimal", "measure", decimals=2)


def compared(columns: tuple[Column, ...], expected: list[Cells], found: list[Cells], **more: Any) -> list[str]:
    sides = ([tuple(map(exact, row, columns)) for row in side] for side in (expected, found))
    return list(Comparison(columns, *sides, **more).differences())


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        ([("A", 1), ("B", 2)], [("B", 2), ("A", 1)], []),
        ([("A", 1)], [("A", 2)], ["sted = 'A': pris expected 1.00, found 2.00 (+1)"]),
        ([("A", 1.5)], [("A", None)], ["sted = 'A': pris expected 1.50, found no value"]),
        ([("A", None)], [("A", 0)], ["sted = 'A': pris expected no value, found 0.00"]),
        ([("A", 1.005)], [("A", 1)], ["sted = 'A': pris expected 1.005, found 1.00 (-0.005)"]),
        ([("A", "x")], [("A", 1)], ["sted = 'A': pris expected 'x', found 1.00"]),
        ([("A", 1)], [("B", 1)], ["missing row: sted = 'A', pris = 1.00", "unexpected row: sted = 'B', pris = 1.00"]),
        (
            [(None, 1)], [("", 1)],
            ["missing row: sted = no value, pris = 1.00", "unexpected row: sted = '', pris = 1.00"],
        ),
        ([("A", 1), ("A", 1)], [("A", 1)], ["missing row: sted = 'A', pris = 1.00"]),
        ([("A", 1)], [("A", 1), ("A", 2)], ["unexpected row: sted = 'A', pris = 2.00"]),
        ([("A", True)], [("A", 1)], ["sted = 'A': pris expected true, found 1.00"]),
    ],
)  # fmt: skip
def test_by_dimensions(expected: list[Cells], found: list[Cells], told: list[str]) -> None:
    assert compared((PLACE, PRICE), expected, found) == told


def test_one_row_without_dimensions_is_compared_cell_by_cell() -> None:
    assert compared((PRICE,), [(1,)], [(2,)]) == ["pris expected 1.00, found 2.00 (+1)"]
    assert compared((PRICE,), [(1,), (3,)], [(3,), (2,)]) == ["missing row: pris = 1.00", "unexpected row: pris = 2.00"]


def test_in_order() -> None:
    rows: list[Cells] = [("A", 1), ("B", 2)]
    assert compared((PLACE, PRICE), rows, rows, ordered=True) == []
    told = compared((PLACE, PRICE), [("B", 2), ("A", 1)], rows, ordered=True)
    assert told[:2] == [
        "row 1 (sted = 'A'): sted expected 'B', found 'A'",
        "row 1 (sted = 'A'): pris expected 2.00, found 1.00 (-1)",
    ]
    assert compared((PLACE, PRICE), rows, rows[:1], ordered=True) == ["missing row 2: sted = 'B', pris = 2.00"]
    assert compared((PLACE, PRICE), [], rows[:1], ordered=True) == ["unexpected row 1: sted = 'A', pris = 1.00"]


def test_tolerance_holds_for_numbers_only() -> None:
    assert compared((PLACE, PRICE), [("A", 1)], [("A", 1.25)], tolerance=Decimal("0.25")) == []
    assert compared((PLACE, PRICE), [("A", 1)], [("A", 1.26)], tolerance=Decimal("0.25")) != []
    assert compared((PLACE, PRICE), [("A", None)], [("A", 0)], tolerance=Decimal(1)) != []


@pytest.mark.parametrize(
    ("kind", "written", "cell"),
    [
        ("decimal", 0.1, Decimal("0.10")),
        ("decimal", "12345678901234567.89", Decimal("12345678901234567.89")),
        ("text", 107, "107"),
        ("text", date(2024, 1, 1), "2024-01-01"),
        ("date", "2024-01-01", date(2024, 1, 1)),
        ("timestamp", date(2024, 1, 1), datetime(2024, 1, 1)),
        ("timestamp", "2024-01-01T12:30:00", datetime(2024, 1, 1, 12, 30)),
        ("boolean", True, True),
    ],
)
def test_what_is_written_equals_the_cell(kind: DataType, written: Any, cell: Any) -> None:
    column = Column("v.x", "X", kind, "dimension")
    assert exact(written, column) == exact(cell, column)
    assert compared((column,), [(written,)], [(cell,)]) == []


@pytest.mark.parametrize(("value", "text"), [("2.345", "2.35"), ("-2.345", "-2.35"), ("1e30", f"1{'0' * 30}.00")])
def test_an_oracle_is_rounded_as_the_engine_rounds(value: str, text: str) -> None:
    assert shown(rounded(Decimal(value), PRICE), PRICE) == text


ROWS = st.lists(
    st.tuples(st.sampled_from(["A", "B", None]), st.integers(2020, 2022), st.integers(-9, 9).map(Decimal)), max_size=6
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(rows: list[Cells], random: Any) -> None:
    mixed = random.sample(rows, len(rows))
    assert compared((PLACE, YEAR, PRICE), rows, mixed) == []


@given(ROWS.filter(bool), st.data())
def test_a_changed_cell_is_always_told(rows: list[Cells], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(rows) - 1))
    place, year, price = rows[index]
    changed = [*rows[:index], (place, year, price + 1), *rows[index + 1 :]]
    assert compared((PLACE, YEAR, PRICE), rows, changed) != []
