"""Columns of cells in JSON, CSV and Arrow: every digit, every NULL, and nothing that Excel would compute."""

from __future__ import annotations

import csv as python_csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.query import Query, TimeDimension
from semantic.result import Collected, Column, Result, Stamp
from server.rest import arrow, csv
from server.rest.cells import json_values
from server.rest.encode import SLICE_ROWS, data
from server.rest.parse import DIALECTS, SHAPES, Dialect, Shape

STAMP = Stamp("m1", 8, date(2025, 9, 30), "social", "alle rækker")


def column(kind: str, role: str = "dimension", decimals: int | None = None) -> Column:
    return Column("v.m", "M", kind, role, decimals=decimals)  # type: ignore[arg-type]


def as_json(values: list[Any], kind: pa.DataType, one: Column) -> list[Any]:
    return json_values(pa.chunked_array([pa.array(values, kind)]), one)


def as_csv(values: list[Any], kind: pa.DataType, one: Column, dialect: Dialect = "rfc4180") -> list[str]:
    """The fields as written, beside a second column so that an empty one can be told."""
    batch = pa.record_batch([pa.array(values, kind), pa.array([1] * len(values), pa.int32())], names=["a", "b"])
    text = csv.encoder((one, column("integer")), dialect)(batch).decode()
    return [line[:-2] for line in text.split("\r\n")[:-1]]


CELLS = [
    ([Decimal("100.60"), None, Decimal("-0.05")], pa.decimal128(18, 2), column("decimal", "measure", 2),
     ["100.60", None, "-0.05"], ["100.60", "", "-0.05"], ["100,60", "", "-0,05"]),
    ([Decimal("2.50")], pa.decimal128(18, 2), column("decimal", "measure", 1), ["2.5"], ["2.5"], ["2,5"]),
    ([Decimal("2.25"), Decimal("-2.25")], pa.decimal128(18, 2), column("decimal", "measure", 1),
     ["2.3", "-2.3"], ["2.3", "-2.3"], ["2,3", "-2,3"]),
    ([Decimal("0E-9"), Decimal("0.000000001")], pa.decimal128(18, 9), column("decimal"),
     ["0.000000000", "0.000000001"], ["0.000000000", "0.000000001"], ["0,000000000", "0,000000001"]),
    ([7, None], pa.int64(), column("bigint", "measure", 0), ["7", None], ["7", ""], ["7", ""]),
    ([2**62], pa.int64(), column("bigint"), [str(2**62)], [str(2**62)], [str(2**62)]),
    ([5], pa.int64(), column("bigint", "measure", 2), ["5.00"], ["5.00"], ["5,00"]),
    ([-3, None], pa.int32(), column("integer"), [-3, None], ["-3", ""], ["-3", ""]),
    ([True, False, None], pa.bool_(), column("boolean"),
     [True, False, None], ["true", "false", ""], ["true", "false", ""]),
    ([1.5, float("nan"), None], pa.float64(), column("double"),
     [1.5, None, None], ["1.5", "nan", ""], ["1,5", "nan", ""]),
    ([date(2024, 1, 1), None], pa.date32(), column("date", "time"),
     ["2024-01-01T00:00:00.000", None], ["2024-01-01", ""], ["2024-01-01", ""]),
    ([date(2024, 1, 1)], pa.date32(), column("date", "stamp"), ["2024-01-01"], ["2024-01-01"], ["2024-01-01"]),
    ([datetime(2024, 1, 1, 13, 5)], pa.timestamp("us"), column("timestamp", "time"),
     ["2024-01-01T13:05:00.000"], ["2024-01-01T13:05:00"], ["2024-01-01 13:05:00"]),
    (["a,b", "a;b", 'q"', "", None, "x\ny", "æ"], pa.string(), column("text"),
     ["a,b", "a;b", 'q"', "", None, "x\ny", "æ"],
     ['"a,b"', "a;b", '"q"""', '""', "", '"x\ny"', "æ"], ["a,b", '"a;b"', '"q"""', '""', "", '"x\ny"', "æ"]),
]  # fmt: skip


@pytest.mark.parametrize(("values", "kind", "one", "in_json", "plain", "excel"), CELLS)
def test_cells(
    values: list[Any], kind: pa.DataType, one: Column, in_json: list[Any], plain: list[str], excel: list[str]
) -> None:
    assert as_json(values, kind, one) == in_json
    assert as_csv(values, kind, one) == plain
    assert as_csv(values, kind, one, "excel-da") == excel


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_text_that_excel_would_compute_is_made_harmless(start: str) -> None:
    [field] = as_csv([f"{start}cmd|' /C calc'!A0"], pa.string(), column("text"), "excel-da")
    assert field.strip('"').startswith("'")
    [plain] = as_csv([f"{start}1"], pa.string(), column("text"))
    assert plain.strip('"').startswith(start)


def test_negative_numbers_are_left_alone() -> None:
    assert as_csv([Decimal("-1.5")], pa.decimal128(9, 1), column("decimal"), "excel-da") == ["-1,5"]
    assert as_csv([-1], pa.int64(), column("bigint"), "excel-da") == ["-1"]


def test_headers() -> None:
    columns = (Column("v.a", "A", "text", "dimension"), Column("v.b", "B", "text", "dimension"))
    assert csv.header(columns, "rfc4180") == b"v.a,v.b\r\n"
    assert csv.header(columns, "excel-da") == b"\xef\xbb\xbfv.a;v.b\r\n"


def test_a_single_column_has_no_empty_lines() -> None:
    batch = pa.record_batch([pa.array([None, "", "a"])], names=["a"])
    assert csv.encoder((column("text"),), "rfc4180")(batch) == b'""\r\n""\r\na\r\n'


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)


@given(
    st.lists(st.tuples(st.none() | texts, st.none() | texts), max_size=5), st.sampled_from(DIALECTS), st.integers(0, 2)
)
def test_any_text_can_be_read_back(rows: list[tuple[str | None, str | None]], dialect: Dialect, skip: int) -> None:
    columns = (column("text"), column("text"))
    whole = pa.record_batch([pa.array([row[i] for row in rows], pa.string()) for i in (0, 1)], names=["a", "b"])
    written = csv.encoder(columns, dialect)(whole.slice(min(skip, len(rows)))).decode()
    read = list(python_csv.reader(io.StringIO(written, newline=""), delimiter=csv.DELIMITER[dialect]))
    if dialect == "rfc4180":
        assert read == [[cell or "" for cell in row] for row in rows[skip:]]
    else:
        assert len(read) == len(rows[skip:])
        assert not any(cell[:1] in "=+-@\t\r\n" for row in read for cell in row if cell)


def result(columns: tuple[Column, ...], table: pa.Table) -> Result:
    return Result(columns, iter(table.to_batches(max_chunksize=2)), STAMP, table.schema)


def test_arrow_comes_back_whole_with_its_meaning() -> None:
    columns = (Column("v.a", "Å", "text", "dimension"), Column("v.m", "M", "decimal", "measure", "kr.", 2))
    table = pa.table(
        {"v.a": ["x", None, "z"], "v.m": pa.array([Decimal("1.50"), None, Decimal("-2.00")], pa.decimal128(38, 2))}
    )
    asked = result(columns, table)
    schema = arrow.described(asked)
    pieces = [arrow.head(schema), *map(arrow.encoder(schema), asked.batches), arrow.END]
    read = pa.ipc.open_stream(b"".join(pieces)).read_all()
    assert read.to_pydict() == table.to_pydict()
    assert read.schema.field("v.m").metadata == {
        b"title": b"M", b"type": b"decimal", b"role": b"measure", b"unit": b"kr.", b"decimals": b"2",
    }  # fmt: skip
    assert read.schema.metadata[b"scope"].decode() == "alle rækker"
    assert read.schema.metadata[b"dataVersion"] == b"8"


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
