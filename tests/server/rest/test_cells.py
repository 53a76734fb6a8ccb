"""Columns of cells in JSON: every digit, every NULL, and the rows in Cube's shapes."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson
import pyarrow as pa
import pytest

from semantic.query import Query, TimeDimension
from semantic.result import Collected, Column, Stamp
from server.rest.ask import SHAPES, Shape
from server.rest.cells import json_values
from server.rest.encode import SLICE_ROWS, data

STAMP = Stamp("m1", 8, date(2025, 9, 30), "social", "alle rækker")


def column(kind: str, role: str = "dimension", decimals: int | None = None) -> Column:
    return Column("v.m", "M", kind, role, decimals=decimals)  # type: ignore[arg-type]


CELLS = [
    ([Decimal("100.60"), None, Decimal("-0.05")], pa.decimal128(18, 2), column("decimal", "measure", 2),
     ["100.60", None, "-0.05"]),
    ([Decimal("2.20"), Decimal("-2.20")], pa.decimal128(18, 2), column("decimal", "measure", 1), ["2.2", "-2.2"]),
    ([Decimal("0E-9"), Decimal("0.000000001")], pa.decimal128(18, 9), column("decimal"),
     ["0.000000000", "0.000000001"]),
    ([7, None], pa.int64(), column("bigint", "measure", 0), ["7", None]),
    ([2**62], pa.int64(), column("bigint"), [str(2**62)]),
    ([5], pa.int64(), column("bigint", "measure", 2), ["5.00"]),
    ([-3, None], pa.int32(), column("integer"), [-3, None]),
    ([True, False, None], pa.bool_(), column("boolean"), [True, False, None]),
    ([1.5, float("nan"), None], pa.float64(), column("double"), [1.5, None, None]),
    ([date(2024, 1, 1), None], pa.date32(), column("date", "time"), ["2024-01-01T00:00:00.000", None]),
    ([date(2024, 1, 1)], pa.date32(), column("date", "stamp"), ["2024-01-01"]),
    ([datetime(2024, 1, 1, 13, 5)], pa.timestamp("us"), column("timestamp", "time"), ["2024-01-01T13:05:00.000"]),
    ([1_704_114_300_000_001, 253_402_304_399_000_000, 2**63 - 1, None], pa.timestamp("us"), column("timestamp", "time"),
     ["2024-01-01T13:05:00.000001", "10000-01-01T00:59:59.000", "infinity", None]),
    ([1_704_114_300_123_456_789], pa.timestamp("ns"), column("timestamp"), ["2024-01-01T13:05:00.123456789"]),
    ([-(2**31 - 1), 2_932_897], pa.date32(), column("date"), ["-infinity", "10000-01-01T00:00:00.000"]),
    (["a,b", "", None, "x\ny"], pa.string(), column("text"), ["a,b", "", None, "x\ny"]),
]  # fmt: skip


@pytest.mark.parametrize(("values", "kind", "one", "expected"), CELLS)
def test_cells(values: list[Any], kind: pa.DataType, one: Column, expected: list[Any]) -> None:
    assert json_values(pa.chunked_array([pa.array(values, kind)]), one) == expected


def rows(query: Query, answer: Collected, shape: Shape = "default") -> Any:
    return orjson.loads(orjson.dumps(data(query, answer, shape)))


def test_a_grouped_time_also_has_its_bare_name_but_never_over_a_dimension() -> None:
    columns = (Column("v.t.month", "T", "date", "time"),)
    answer = Collected(columns, pa.table({"v.t.month": [date(2024, 1, 1)]}), STAMP, False, None, {})
    query = Query(time_dimensions=(TimeDimension("v.t", "month"),))
    assert rows(query, answer) == [{"v.t.month": "2024-01-01T00:00:00.000", "v.t": "2024-01-01T00:00:00.000"}]
    both = Collected(
        (*columns, Column("v.t", "T", "date", "dimension")),
        pa.table({"v.t.month": [date(2024, 1, 1)], "v.t": [date(2024, 1, 9)]}), STAMP, False, None, {},
    )  # fmt: skip
    [row] = rows(query, both)
    assert row["v.t"] == "2024-01-09T00:00:00.000"


def test_an_empty_answer_is_an_empty_list() -> None:
    columns = (Column("v.a", "A", "text", "dimension"),)
    answer = Collected(columns, pa.table({"v.a": pa.array([], pa.string())}), STAMP, False, 0, {})
    assert rows(Query(dimensions=("v.a",)), answer) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_a_large_answer_is_written_in_slices_and_whole(shape: Shape) -> None:
    columns = (Column("v.a", "A", "integer", "dimension"), Column("v.m", "M", "bigint", "measure"))
    count = 2 * SLICE_ROWS + 1
    table = pa.table({"a": pa.array(range(count), pa.int32()), "m": pa.array(range(count), pa.int64())})
    answer = Collected(columns, table, STAMP, False, None, {})
    found = rows(Query(), answer, shape)
    if shape == "columnar":
        cells = list(zip(*found["columns"], strict=True))
    elif shape == "compact":
        cells = [tuple(row) for row in found["dataset"]]
    else:
        cells = [tuple(row.values()) for row in found]
    assert cells == [(number, str(number)) for number in range(count)]
