"""Arrow columns become the JSON that the selection asks for, every digit and every NULL."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.result import Collected, Column, DataType, Role, Stamp
from server.graphql.encode import BATCH_ROWS, encode
from server.graphql.parse import Branch, Cell, Constant

STAMP = Stamp("m", 1, date(2025, 1, 1), "s", "alle rækker")


def collected(table: pa.Table, *columns: Column) -> Collected:
    return Collected(columns, table, STAMP, False, None, {})


def cells(array: pa.Array, type_: DataType, role: Role = "dimension", decimals: int | None = None) -> list[Any]:
    """The values of one column as they are read back from the JSON."""
    column = Column("v.m", "M", type_, role, decimals=decimals)
    text = encode(collected(pa.table({"m": array}), column), (Branch("v", (Cell("m", "v.m"),)),))
    return [row["v"]["m"] for row in orjson.loads(text)]


@pytest.mark.parametrize(
    ("array", "type_", "decimals", "expected"),
    [
        (pa.array([1, None], pa.int32()), "integer", None, [1, None]),
        (pa.array([2**62, None], pa.int64()), "bigint", None, [str(2**62), None]),
        (pa.array([5], pa.int64()), "bigint", 2, ["5.00"]),
        (pa.array([Decimal("3092.7"), None], pa.decimal128(18, 1)), "decimal", 1, ["3092.7", None]),
        (pa.array([Decimal("-0.50")], pa.decimal128(18, 2)), "decimal", None, ["-0.50"]),
        (pa.array([Decimal("2.0"), Decimal("-2.0")], pa.decimal128(18, 1)), "decimal", 0, ["2", "-2"]),
        (pa.array([Decimal("1.5")], pa.decimal128(18, 1)), "decimal", 3, ["1.500"]),
        (pa.array([Decimal("0.0000001"), Decimal(0)], pa.decimal128(38, 9)), "decimal", 9,
         ["0.000000100", "0.000000000"]),
        (pa.array([Decimal("12345678901234567890123456789.5")], pa.decimal256(50, 1)), "decimal", 1,
         ["12345678901234567890123456789.5"]),
        (pa.array([True, False, None]), "boolean", None, [True, False, None]),
        (pa.array([0.5, float("nan"), float("inf"), None, 1e300]), "double", None, [0.5, None, None, None, 1e300]),
    ],
)  # fmt: skip
def test_values(array: pa.Array, type_: DataType, decimals: int | None, expected: list[Any]) -> None:
    assert cells(array, type_, decimals=decimals) == expected


DAY, MOMENT = date(2024, 2, 29), datetime(2024, 2, 29, 13, 37, 5, 123456)

COPENHAGEN = pa.timestamp("us", "Europe/Copenhagen")


@pytest.mark.parametrize(
    ("array", "type_", "role", "expected"),
    [
        (pa.array([DAY, None]), "date", "time", ["2024-02-29T00:00:00.000", None]),
        (pa.array([DAY]), "date", "dimension", ["2024-02-29T00:00:00.000"]),
        (pa.array([DAY]), "date", "stamp", ["2024-02-29"]),
        (pa.array([DAY]), "date", "measure", ["2024-02-29"]),
        (pa.array([1_709_213_825_120_000, None, 2**63 - 1], pa.timestamp("us")), "timestamp", "time",
         ["2024-02-29T13:37:05.120", None, "infinity"]),
        (pa.array([MOMENT], pa.timestamp("us")), "timestamp", "time", ["2024-02-29T13:37:05.123456"]),
        (pa.array([MOMENT], pa.timestamp("us", "UTC")).cast(COPENHAGEN), "timestamp", "time",
         ["2024-02-29T14:37:05.123456"]),
    ],
)  # fmt: skip
def test_times_as_cube_writes_them(array: pa.Array, type_: DataType, role: Role, expected: list[Any]) -> None:
    assert cells(array, type_, role) == expected


@given(st.lists(st.none() | st.text(st.characters(exclude_categories=("Cs",)))))
def test_any_text_comes_back(texts: list[str | None]) -> None:
    assert cells(pa.array(texts, pa.string()), "text") == texts


def test_what_is_not_rounded_yet_is_not_rounded_here() -> None:
    with pytest.raises(pa.ArrowInvalid):
        cells(pa.array([Decimal("2.5")], pa.decimal128(18, 1)), "decimal", decimals=0)


@given(st.lists(st.none() | st.decimals(-(10**15), 10**15, places=4, allow_nan=False), min_size=1))
def test_any_decimal_comes_back_exactly(numbers: list[Decimal | None]) -> None:
    found = cells(pa.array(numbers, pa.decimal128(38, 4)), "decimal", decimals=4)
    assert [None if text is None else Decimal(text) for text in found] == numbers
    assert all(text is None or len(text.partition(".")[2]) == 4 for text in found)


def test_the_shape_is_the_selections() -> None:
    table = pa.table({"a": pa.array([1], pa.int32()), "b": pa.array(["x"])})
    answer = collected(
        table, Column("v.a", "A", "integer", "dimension"), Column("w.b", "B", "text", "dimension")
    )  # fmt: skip
    row = (
        Constant("__typename", "Result"),
        Branch("one", (Cell("twice", "v.a"), Cell("again", "v.a"), Constant("t", "VMembers"))),
        Branch("two", (Branch("deep", (Cell('"quoted"', "w.b"),)),)),
        Branch("nothing", ()),
    )
    assert orjson.loads(encode(answer, row)) == [
        {
            "__typename": "Result",
            "one": {"twice": 1, "again": 1, "t": "VMembers"},
            "two": {"deep": {'"quoted"': "x"}},
            "nothing": {},
        }
    ]


def test_rows_without_a_value() -> None:
    table = pa.table({"a": pa.array([1, 2], pa.int32())})
    answer = collected(table, Column("v.a", "A", "integer", "dimension"))
    assert encode(answer, (Constant("__typename", "Result"),)) == b'[{"__typename":"Result"},{"__typename":"Result"}]'


@pytest.mark.parametrize("count", [0, 1, BATCH_ROWS, 2 * BATCH_ROWS + 1])
def test_any_number_of_rows(count: int) -> None:
    assert cells(pa.array(range(count), pa.int32()), "integer") == list(range(count))
