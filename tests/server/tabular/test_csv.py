"""CSV: every digit, NULL apart from empty text, and nothing that Excel would compute."""

from __future__ import annotations

import csv as python_csv
import io
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.result import Column
from server.tabular.csv import DELIMITER, DIALECTS, Dialect, encoding


def column(kind: str, role: str = "dimension", decimals: int | None = None) -> Column:
    return Column("v.m", "M", kind, role, decimals=decimals)  # type: ignore[arg-type]


def written(values: list[Any], kind: pa.DataType, one: Column, dialect: Dialect = "rfc4180") -> list[str]:
    """The fields as written, beside a second column so that an empty one can be told."""
    batch = pa.record_batch([pa.array(values, kind), pa.array([1] * len(values), pa.int32())], names=["a", "b"])
    text = encoding((one, column("integer")), dialect).encode(batch).decode()
    return [line[:-2] for line in text.split("\r\n")[:-1]]


CELLS = [
    ([Decimal("100.60"), None, Decimal("-0.05")], pa.decimal128(18, 2), column("decimal", "measure", 2),
     ["100.60", "", "-0.05"], ["100,60", "", "-0,05"]),
    ([Decimal("2.50")], pa.decimal128(18, 2), column("decimal", "measure", 1), ["2.5"], ["2,5"]),
    ([Decimal("2.20"), Decimal("-2.20")], pa.decimal128(18, 2), column("decimal", "measure", 1),
     ["2.2", "-2.2"], ["2,2", "-2,2"]),
    ([Decimal("0E-9"), Decimal("0.000000001")], pa.decimal128(18, 9), column("decimal"),
     ["0.000000000", "0.000000001"], ["0,000000000", "0,000000001"]),
    ([Decimal("12345678901234567890123456789012345678")], pa.decimal128(38, 0), column("decimal"),
     ["12345678901234567890123456789012345678"], ["12345678901234567890123456789012345678"]),
    ([7, None], pa.int64(), column("bigint", "measure", 0), ["7", ""], ["7", ""]),
    ([2**62], pa.int64(), column("bigint"), [str(2**62)], [str(2**62)]),
    ([5], pa.int64(), column("bigint", "measure", 2), ["5.00"], ["5,00"]),
    ([-3, None], pa.int32(), column("integer"), ["-3", ""], ["-3", ""]),
    ([True, False, None], pa.bool_(), column("boolean"), ["true", "false", ""], ["true", "false", ""]),
    ([1.5, float("nan"), None], pa.float64(), column("double"), ["1.5", "nan", ""], ["1,5", "nan", ""]),
    ([date(2024, 1, 1), None], pa.date32(), column("date", "time"), ["2024-01-01", ""], ["2024-01-01", ""]),
    ([datetime(2024, 1, 1, 13, 5)], pa.timestamp("us"), column("timestamp", "time"),
     ["2024-01-01T13:05:00"], ["2024-01-01 13:05:00"]),
    ([1_704_114_300_000_001, 253_402_304_399_000_000, 2**63 - 1, None], pa.timestamp("us"), column("timestamp", "time"),
     ["2024-01-01T13:05:00.000001", "10000-01-01T00:59:59", "infinity", ""],
     ["2024-01-01 13:05:00.000001", "10000-01-01 00:59:59", "infinity", ""]),
    ([1_704_114_300_120_000_000], pa.timestamp("ns"), column("timestamp"),
     ["2024-01-01T13:05:00.120"], ["2024-01-01 13:05:00.120"]),
    ([2**31 - 1, 2_932_897], pa.date32(), column("date"), ["infinity", "10000-01-01"], ["infinity", "10000-01-01"]),
    (["a,b", "a;b", 'q"', "", None, "x\ny", "æ"], pa.string(), column("text"),
     ['"a,b"', "a;b", '"q"""', '""', "", '"x\ny"', "æ"], ["a,b", '"a;b"', '"q"""', '""', "", '"x\ny"', "æ"]),
]  # fmt: skip


@pytest.mark.parametrize(("values", "kind", "one", "plain", "excel"), CELLS)
def test_cells(values: list[Any], kind: pa.DataType, one: Column, plain: list[str], excel: list[str]) -> None:
    assert written(values, kind, one) == plain
    assert written(values, kind, one, "excel-da") == excel


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_text_that_excel_would_compute_is_made_harmless(start: str) -> None:
    [field] = written([f"{start}cmd|' /C calc'!A0"], pa.string(), column("text"), "excel-da")
    assert field.strip('"').startswith("'")
    [plain] = written([f"{start}1"], pa.string(), column("text"))
    assert plain.strip('"').startswith(start)


READ_AS_ANOTHER = [
    "7-16", "6.45.51", "0101", "1E5", "1,5e-3", "12:30", "2024", "1/2", "5 %", "(5)", ".5", "1.000,50", "01-02-2024",
    "1. maj", "1-jan-24", "Maj 2024", "dec-24", "9 am", "kr. 5", "5 kr.", "12 000", " 7", "SAND", "false",
]  # fmt: skip
KEPT = [
    "0-6 år",
    "67+",
    "Maj",
    "Marts",
    "K1 2024",
    "2024K1",
    "Varde",
    "10 personer",
    "Sandved",
    "6.45.51 Sekretariat",
    "E5",
]


@pytest.mark.parametrize("text", READ_AS_ANOTHER)
def test_text_that_excel_would_read_as_another_kind_stays_text(text: str) -> None:
    [field] = written([text], pa.string(), column("text"), "excel-da")
    assert field == f'"=""{text}"""'
    assert next(python_csv.reader([field], delimiter=";")) == [f'="{text}"']
    assert written([text], pa.string(), column("text")) == [text if "," not in text else f'"{text}"']


def test_other_text_is_left_alone() -> None:
    assert written(KEPT, pa.string(), column("text"), "excel-da") == KEPT


def test_negative_numbers_are_left_alone() -> None:
    assert written([Decimal("-1.5")], pa.decimal128(9, 1), column("decimal"), "excel-da") == ["-1,5"]
    assert written([-1], pa.int64(), column("bigint"), "excel-da") == ["-1"]


def test_headers() -> None:
    columns = (Column("v.a", "A", "text", "dimension"), Column("v.b", "B", "text", "dimension"))
    assert encoding(columns).head == b"v.a,v.b\r\n"
    assert encoding(columns, "excel-da").head == b"\xef\xbb\xbfv.a;v.b\r\n"


def test_a_single_column_has_no_empty_lines() -> None:
    batch = pa.record_batch([pa.array([None, "", "a"])], names=["a"])
    assert encoding((column("text"),)).encode(batch) == b'""\r\n""\r\na\r\n'


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)


@given(
    st.lists(st.tuples(st.none() | texts, st.none() | texts), max_size=5), st.sampled_from(DIALECTS), st.integers(0, 2)
)
def test_any_text_can_be_read_back(rows: list[tuple[str | None, str | None]], dialect: Dialect, skip: int) -> None:
    columns = (column("text"), column("text"))
    whole = pa.record_batch([pa.array([row[i] for row in rows], pa.string()) for i in (0, 1)], names=["a", "b"])
    lines = encoding(columns, dialect).encode(whole.slice(min(skip, len(rows)))).decode()
    read = list(python_csv.reader(io.StringIO(lines, newline=""), delimiter=DELIMITER[dialect]))
    if dialect == "rfc4180":
        assert read == [[cell or "" for cell in row] for row in rows[skip:]]
    else:
        assert len(read) == len(rows[skip:])
        given_back = [cell for row in read for cell in row if not re.fullmatch('="[^"]*"', cell)]
        assert not any(cell[:1] in "=+-@\t\r\n" for cell in given_back if cell)
