"""Cells as text: every digit, NULL apart from empty text, and nothing that steers a terminal."""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
from rich.console import Console

from semantic.result import Column, Result, Stamp, collect
from server.tabular import csv
from server.terminal.encode import write
from server.terminal.table import show

STAMP = Stamp("abc", 7, date(2024, 12, 31), "regk31", "alle rækker")
TEXT = Column("v.t", "Tekst", "text", "dimension")
PRICE = Column("v.p", "Pris", "decimal", "measure", unit="kr.", decimals=2)
COUNT = Column("v.n", "Antal", "bigint", "measure", decimals=0)


def result(columns: list[Column], arrays: list[pa.Array], **more: Any) -> Result:
    schema = pa.schema([(column.name, array.type) for column, array in zip(columns, arrays, strict=True)])
    batch = pa.RecordBatch.from_arrays(arrays, schema=schema)
    return Result(tuple(columns), iter([batch.slice(0, 1), batch.slice(1)]), STAMP, schema, **more)


def sample(**more: Any) -> Result:
    prices = pa.array([Decimal("100.60"), Decimal("-0.05"), None], pa.decimal128(38, 2))
    counts = pa.array([2**53 + 1, 0, -1], pa.int64())
    return result([TEXT, PRICE, COUNT], [pa.array(['a, "b"\n', "", None]), prices, counts], **more)


def encoded(form: str, answer: Result) -> bytes:
    out = io.BytesIO()
    write(answer, form, out)
    return out.getvalue()


def shown(answer: Result, width: int = 80) -> str:
    out = io.StringIO()
    show(collect(answer), Console(file=out, width=width))
    return out.getvalue()


def test_json_numbers_keep_their_digits() -> None:
    text = encoded("json", sample()).decode()
    assert '"v.p": 100.60, "v.n": 9007199254740993' in text
    rows = json.loads(text, parse_float=Decimal)
    assert rows == [
        {"v.t": 'a, "b"\n', "v.p": Decimal("100.60"), "v.n": 2**53 + 1},
        {"v.t": "", "v.p": Decimal("-0.05"), "v.n": 0},
        {"v.t": None, "v.p": None, "v.n": -1},
    ]


def test_a_large_decimal_has_no_exponent() -> None:
    value = Decimal("12345678901234567890123456789012345678")
    answer = result([COUNT], [pa.array([value], pa.decimal128(38, 0))])
    assert encoded("json", answer) == f'[\n  {{"v.n": {value}}}\n]\n'.encode()


def test_json_of_times_booleans_and_no_rows() -> None:
    columns = [Column(f"v.{t}", t, t, "dimension") for t in ("date", "timestamp", "boolean", "double")]  # type: ignore[arg-type]
    moment = datetime(2024, 3, 31, 1, 59, 59)
    arrays = [pa.array([date(2024, 2, 29)]), pa.array([moment]), pa.array([True]), pa.array([float("nan")])]
    (row,) = json.loads(encoded("json", result(columns, arrays)))
    assert list(row.values()) == ["2024-02-29", "2024-03-31T01:59:59", True, None]
    assert json.loads(encoded("json", result([COUNT], [pa.array([], pa.int64())]))) == []


def test_csv_and_arrow_are_those_of_every_interface() -> None:
    columns = sample().columns
    header, *lines = encoded("csv", sample()).split(b"\r\n")
    assert header == csv.encoding(columns).head.strip()
    assert len(lines) == 4
    table = pa.ipc.open_stream(encoded("arrow", sample())).read_all()
    assert table.schema.metadata[b"dataVersion"] == b"7"
    assert table.column("v.p").to_pylist() == [Decimal("100.60"), Decimal("-0.05"), None]


def test_the_table_has_units_above_and_the_source_below() -> None:
    lines = shown(sample()).splitlines()
    assert "Pris (kr.)" in lines[0]
    assert lines[2].split()[-2:] == ["100.60", "9007199254740993"]
    assert lines[3].index("-0.05") + len("-0.05") == lines[2].index("100.60") + len("100.60")
    assert lines[4].split() == ["-1"]
    assert lines[6] == "3 rows · opgjort_pr 2024-12-31 (regk31) · dataversion 7 · model abc · omfang alle rækker"
    assert lines[7] == "'v.p' has empty cells; ask for 'v.p__status' to see why."


def test_a_narrow_terminal_cuts_no_number() -> None:
    assert "9007199254740993" in shown(sample(), width=10)


def test_a_table_says_when_it_is_cut_and_how_many_there_are() -> None:
    text = shown(sample(default_limit=2, total=3))
    assert "2 of 3 rows" in text
    assert "Only the first 2 rows are shown" in text


def test_data_cannot_steer_the_terminal() -> None:
    text = shown(result([TEXT], [pa.array(["\x1b[2J[red]x[/red]\u202e"])]))
    assert "\\x1b[2J[red]x[/red]\\u202e" in text
