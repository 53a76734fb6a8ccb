"""Excel: typed cells that keep every digit, text that is never computed, and where the figures are from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pyarrow as pa
import pytest

from semantic.errors import LimitError
from semantic.result import Column, Hidden, Result, Stamp
from server.tabular import xlsx
from server.tabular.xlsx import ABOUT, FIGURES

NOTHING = Hidden()
STAMP = Stamp("m1", 8, date(2025, 9, 30), "social", "egne sager", ("Et brud", "=HYPERLINK(1)"))
TEXTS = ["æ", "", None, "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "7-16", "0101", "TRUE", "1E5", "https://x.dk",
         "_x0041_", "linje\nto", "<&>", "＝1", " a ", "<r><t>5</t></r>", "<r>&</r>", "<r>"]  # fmt: skip


def file(columns: Sequence[Column], table: pa.Table, hidden: Hidden = NOTHING, stamp: Stamp = STAMP) -> bytes:
    result = Result(tuple(columns), iter(()), stamp, table.schema, hidden=hidden)
    found = xlsx.encoding(result)
    assert found.whole
    return b"".join([found.head, *map(found.encode, table.to_batches(max_chunksize=2)), found.tail()])


def sheet(content: bytes, name: str = FIGURES) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))[name]


def cells(columns: Sequence[Column], table: pa.Table, hidden: Hidden = NOTHING) -> list[tuple[Any, ...]]:
    """Below the heading."""
    return list(sheet(file(columns, table, hidden)).iter_rows(min_row=2, values_only=True))


def of_one(column: Column, values: Sequence[object], kind: pa.DataType) -> list[Any]:
    return [row[0] for row in cells([column], pa.table({column.name: pa.array(values, kind)}))]


def test_text_is_text_whatever_it_looks_like() -> None:
    column = Column("v.a", "A", "text", "dimension")
    content = file([column], pa.table({"v.a": TEXTS}))
    found = list(sheet(content).iter_rows(min_row=2))
    assert [row[0].value for row in found] == TEXTS
    assert {row[0].data_type for row in found if row[0].value is not None} == {"s"}
    computed = [row[0].value for row in found if row[0].quotePrefix]
    assert computed == ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1"]
    assert of_one(column, ["a\x01b"], pa.string()) == ["a_x0001_b"]  # as the format has it; openpyxl reads on
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) or b"hyperlink" in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize(
    ("decimals", "role", "shown", "values"),
    [
        (2, "measure", "#,##0.00", ["203150556.25", "-5.00", "0.10", "1234567890123.45"]),
        (0, "measure", "#,##0", ["5", "-1216844", "999999999999999"]),
        (None, "dimension", "General", ["573", "6.4551"]),
    ],
)
def test_a_number_is_a_number_with_every_digit(decimals: int | None, role: Any, shown: str, values: list[str]) -> None:
    column = Column("v.m", "M", "decimal", role, decimals=decimals)
    kind = pa.decimal128(38, 4 if decimals is None else decimals)
    content = file([column], pa.table({"v.m": pa.array(map(Decimal, values), kind)}))
    found = [row[0] for row in sheet(content).iter_rows(min_row=2)]
    assert [Decimal(repr(cell.value)) for cell in found] == list(map(Decimal, values))
    assert {cell.number_format for cell in found} == {shown}


def test_a_number_that_excel_would_change_is_text() -> None:
    number, kind = Column("v.n", "N", "bigint", "measure", decimals=0), pa.int64()
    assert of_one(number, [2**53 + 1, -(2**63), 10**15, 10**18, 123456789012345], kind) == [
        "9007199254740993", "-9223372036854775808", 10**15, 10**18, 123456789012345,
    ]  # fmt: skip
    fine = Column("v.m", "M", "decimal", "measure", decimals=2)
    assert of_one(fine, [Decimal("12345678901234.56")], pa.decimal128(38, 2)) == ["12345678901234.56"]
    double = Column("v.d", "D", "double", "measure")
    assert of_one(double, [0.1, 1 / 3, float("inf"), float("nan")], pa.float64()) == [
        0.1, "0.3333333333333333", "inf", "nan",
    ]  # fmt: skip


def test_a_code_has_no_separators_and_a_truth_value_is_one() -> None:
    code = Column("v.k", "Kode", "integer", "dimension")
    [(cell,)] = sheet(file([code], pa.table({"v.k": pa.array([2024], pa.int32())}))).iter_rows(min_row=2)
    assert (cell.value, cell.number_format) == (2024, "0")
    assert of_one(Column("v.b", "B", "boolean", "dimension"), [True, False, None], pa.bool_()) == [True, False, None]


def test_times_are_times_where_excel_has_them() -> None:
    day, moment = Column("v.d", "D", "date", "time"), Column("v.t", "T", "timestamp", "time")
    assert of_one(day, [date(2024, 2, 29), date(1900, 3, 1), date(1900, 2, 28), date(1, 1, 1)], pa.date32()) == [
        datetime(2024, 2, 29), datetime(1900, 3, 1), "1900-02-28", "0001-01-01",
    ]  # fmt: skip
    at = datetime(2024, 10, 27, 2, 30, 1, 500_000)
    assert of_one(moment, [at, at.replace(microsecond=1)], pa.timestamp("us")) == [at, "2024-10-27T02:30:01.000001"]
    assert of_one(moment, [2**63 - 1], pa.timestamp("us")) == ["infinity"]
    local = pa.timestamp("us", "Europe/Copenhagen")
    assert of_one(moment, [datetime(2024, 7, 1, 12, 0)], local) == [datetime(2024, 7, 1, 14, 0)]  # from UTC


def test_a_hidden_value_is_a_dot_and_a_missing_one_is_empty() -> None:
    measure, status = Column("v.m", "M", "integer", "measure"), Column("v.m__status", "S", "text", "status")
    table = pa.table({"v.m": pa.array([None, None, 3], pa.int32()),
                      "v.m__status": ["diskretioneret", "mangler", "normal"]})  # fmt: skip
    hidden = Hidden(frozenset({"v.m"}))
    assert [row[0] for row in cells([measure, status], table, hidden)] == ["·", None, 3]
    assert [row[0] for row in cells([measure], table.select(["v.m"]), hidden)] == ["·", "·", 3]
    assert [row[0] for row in cells([measure], table.select(["v.m"]))] == [None, None, 3]
    assert sheet(file([measure, status], table, hidden), ABOUT)["B8"].value == "Et tal, der ikke vises."
    of_row = [replaced(measure, "n.vaerdi"), replaced(status, "n.status")]
    renamed = table.rename_columns(["n.vaerdi", "n.status"])
    assert [row[0] for row in cells(of_row, renamed, Hidden(frozenset({"n.vaerdi"})))] == ["·", None, 3]


def replaced(column: Column, name: str) -> Column:
    return Column(name, column.title, column.type, column.role)


def test_a_sheet_says_what_the_figures_are_and_where_they_are_from() -> None:
    columns = [
        Column("v.m", "Udgift", "integer", "measure", "kr.", 0, description="Hvad der er betalt."),
        Column("v.n", "Antal", "integer", "measure"),
        Column("w.n", "Antal", "integer", "measure"),
    ]
    table = pa.table({one.name: pa.array([1], pa.int32()) for one in columns})
    content = file(columns, table, Hidden(frozenset({"v.m"})))
    assert [cell.value for cell in sheet(content)[1]] == ["Udgift (kr.)", "Antal [v.n]", "Antal [w.n]"]
    assert list(sheet(content, ABOUT).iter_rows(values_only=True)) == [
        ("Opgjort pr.", "2025-09-30 (social)", None, None, None),
        ("Dataversion", "8", None, None, None),
        ("Modelversion", "m1", None, None, None),
        ("Omfang", "egne sager", None, None, None),
        ("Udsnit", "Ingen filtre", None, None, None),
        ("Bemærkning", "Et brud", None, None, None),
        ("Bemærkning", "=HYPERLINK(1)", None, None, None),
        ("·", "Et tal, der ikke vises. Uden kolonnen __status kan det også være et, der ikke findes.", *[None] * 3),
        (None, None, None, None, None),
        ("Kolonne", "Navn", "Enhed", "Decimaler", "Beskrivelse"),
        ("Udgift (kr.)", "v.m", "kr.", "0", "Hvad der er betalt."),
        ("Antal [v.n]", "v.n", None, None, None),
        ("Antal [w.n]", "w.n", None, None, None),
    ]


def test_a_sheet_is_printed_as_wide_as_a_page_under_its_heading() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(file([Column("v.a", "A", "text", "dimension")], pa.table({"v.a": ["x"] * 100})))
    )
    for one in book.worksheets:
        assert (one.page_setup.paperSize, one.page_setup.orientation) == (9, "landscape")
        assert one.sheet_properties.pageSetUpPr.fitToPage
        assert (one.page_setup.fitToWidth or 1, one.page_setup.fitToHeight) == (1, 0)
    assert book[FIGURES].print_title_rows == "$1:$1"


def test_what_cuts_the_answer_is_told_so_that_nobody_takes_it_for_the_whole() -> None:
    column, table = Column("v.a", "A", "text", "dimension"), pa.table({"v.a": ["x"]})
    result = Result((column,), iter(()), STAMP, table.schema, asked=("Filter: v.b er =1+1", "Højst 3 rækker"))
    found = xlsx.encoding(result)
    lines = list(sheet(found.tail(), ABOUT).iter_rows(min_row=5, max_row=6, max_col=2, values_only=True))
    assert lines == [("Udsnit", "Filter: v.b er =1+1"), ("Udsnit", "Højst 3 rækker")]


def test_an_empty_answer_is_a_file_and_the_same_answer_the_same_file() -> None:
    column = Column("v.a", "A", "text", "dimension")
    empty = pa.table({"v.a": pa.array([], pa.string())})
    assert cells([column], empty) == []
    assert file([column], empty) == file([column], empty)


def test_what_excel_cannot_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is cut would be a wrong one."""
    column = Column("v.a", "A", "text", "dimension")
    with pytest.raises(LimitError, match="L501.*32767 letters"):
        file([column], pa.table({"v.a": ["x" * 32_768]}))
    assert of_one(column, ["x" * 32_767], pa.string()) == ["x" * 32_767]
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    assert len(cells([column], pa.table({"v.a": ["x"] * 3}))) == 3
    with pytest.raises(LimitError, match="L501.*up to 3 rows"):
        file([column], pa.table({"v.a": ["x"] * 4}))
    monkeypatch.setattr(xlsx, "MOST_ROWS", 9)
    monkeypatch.setattr(xlsx, "MOST_CELLS", 5)
    with pytest.raises(LimitError, match="L501.*up to 5 rows"):
        file([column], pa.table({"v.a": ["x"] * 6}))
