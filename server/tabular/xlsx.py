"""Arrow batches → an Excel workbook: the figures on one sheet, what they are and where they are from on another.

Excel reckons in binary numbers and shows 15 digits. A number that it would change is written as text, so that it is
either the governed one or none that can be added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO

import pyarrow as pa
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from semantic.errors import LimitError, Problem
from semantic.model.model import STATUS_SUFFIX
from semantic.result import Column, Result
from server.tabular.cells import NUMBERS, cell_texts
from server.tabular.csv import FORMULA
from server.tabular.encoding import Encoding

FIGURES, ABOUT = "Tal", "Om tallene"
MOST_ROWS = 1_048_575  # of a sheet, below the heading
MOST_CELLS = 1_000_000  # of ours: they are all held until the file is whole, some 300 bytes each
MOST_LETTERS = 32_767  # of a cell
DIGITS = 15
COMPUTED = re.compile(FORMULA)
A4 = 9  # as Excel numbers papers
FIRST_DAY = datetime(1900, 3, 1)  # before it Excel counts a day that never was
HIDDEN, HIDDEN_WORD = "·", "diskretioneret"
MAY_BE_ABSENT = f" Uden kolonnen {STATUS_SUFFIX} kan det også være et, der ikke findes."
LOOKS: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "text_wrap": True, "valign": "top"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "quoted": {"quote_prefix": True},
    "as_text": {"align": "right"},
    "plain": {},
}
MOMENTS: Mapping[str, str] = {"date": "dd-mm-yyyy", "timestamp": "dd-mm-yyyy hh:mm:ss"}


def encoding(result: Result) -> Encoding:
    """Nothing until the tail, which is the whole file. Raises LimitError (L501) where Excel cannot hold the answer.

    A hidden value is `·`. Without its status beside it an empty one of the same column is, too: nobody could tell them
    apart.
    """
    book = _Book(result)

    def encode(batch: pa.RecordBatch) -> bytes:
        book.add(batch)
        return b""

    return Encoding(b"", encode, book.closed, whole=True)


class _Book:
    """A workbook that is being written, in memory alone: nothing of an answer is left in a temporary file."""

    def __init__(self, result: Result) -> None:
        self._columns, self._stamp, self._asked = result.columns, result.stamp, result.asked
        self._hidden = result.hidden.columns
        self._file = BytesIO()
        self._book = Workbook(self._file, {"in_memory": True})
        begun = datetime.combine(result.stamp.as_of, time())
        self._book.set_properties({"title": "Nøgletal", "created": begun})  # the same answer is the same file
        self._sheet: Worksheet = self._book.add_worksheet(FIGURES)
        self._formats: dict[str, Format] = {}
        self._rows = 0
        self._begin()

    def _begin(self) -> None:
        for place, column in enumerate(self._columns):
            title = _heading(column, self._columns)
            self._text(self._sheet, 0, place, title, "head")
            self._sheet.set_column(place, place, min(max(len(title) + 3, 12), 48))
        self._sheet.freeze_panes(1, 0)
        self._sheet.repeat_rows(0)
        _printed(self._sheet)

    def _format(self, of: str) -> Format:
        """A look by its name, or the format of a number or time by itself."""
        if of not in self._formats:
            self._formats[of] = self._book.add_format(LOOKS.get(of, {"num_format": of}))
        return self._formats[of]

    def add(self, batch: pa.RecordBatch) -> None:
        """The batch's rows below those that are there. Raises LimitError (L501)."""
        whole = self._rows + batch.num_rows
        if whole > MOST_ROWS or whole * len(self._columns) > MOST_CELLS:
            most = min(MOST_ROWS, MOST_CELLS // len(self._columns))
            raise too_large(f"An Excel sheet of these columns is given up to {most} rows, and there are more.")
        for place, column in enumerate(self._columns):
            self._add_column(place, column, batch)
        self._rows = whole

    def _add_column(self, place: int, column: Column, batch: pa.RecordBatch) -> None:
        texts, hidden = cell_texts(batch.column(place), column).to_pylist(), self._is_hidden(column, batch)
        for row, (text, is_hidden) in enumerate(zip(texts, hidden, strict=True), self._rows + 1):
            if text is not None:
                self._write(row, place, column, text)
            elif is_hidden:
                self._sheet.write_string(row, place, HIDDEN, self._format("as_text"))
            elif place == 0:  # a row of nothing is a row
                self._sheet.write_blank(row, place, None, self._format("as_text"))

    def _is_hidden(self, column: Column, batch: pa.RecordBatch) -> Sequence[bool]:
        """Of each row, whether an empty cell of the column is one that is hidden."""
        if column.name not in self._hidden:
            return [False] * batch.num_rows
        status = _status_of(column, self._columns)
        if status is None:
            return [True] * batch.num_rows
        return [word == HIDDEN_WORD for word in batch.column(status).to_pylist()]

    def _write(self, row: int, place: int, column: Column, text: str) -> None:
        if column.type == "boolean":
            self._sheet.write_boolean(row, place, text == "true")
        elif column.type in NUMBERS and is_kept(text):
            self._sheet.write_number(row, place, float(text), self._format(number_format(column)))
        elif column.type in MOMENTS and (moment := _moment(text)) is not None:
            self._sheet.write_datetime(row, place, moment, self._format(MOMENTS[column.type]))
        else:
            self._text(self._sheet, row, place, text, "as_text" if column.type in NUMBERS else None)

    def _text(self, sheet: Worksheet, row: int, place: int, text: str, of: str | None = None) -> None:
        """Text as text, also where it looks like a formula: not even who edits the cell has it computed."""
        if len(text) > MOST_LETTERS:
            raise too_large(f"An Excel cell holds {MOST_LETTERS} letters, and a text has more.")
        of = "quoted" if of is None and COMPUTED.match(text) else of
        look = self._format(of or "plain")
        if text.startswith("<r>"):  # the library takes it for mark-up of its own, and would write it as that
            sheet.write_rich_string(row, place, look, text[:1], look, text[1:], look)
        else:
            sheet.write_string(row, place, text, look)

    def closed(self) -> bytes:
        """The file, whole."""
        if self._rows:
            self._sheet.autofilter(0, 0, self._rows, len(self._columns) - 1)
        about = self._book.add_worksheet(ABOUT)
        _printed(about)
        for place, width in enumerate((32, 44, 14, 12, 90)):
            about.set_column(place, place, width)
        for row, (is_heading, cells) in enumerate(self._about()):
            for place, cell in enumerate(cells):
                of = "head" if is_heading or (place == 0 and len(cells) == 2) else "wrapped"
                if cell:
                    self._text(about, row, place, cell, of)
        self._book.close()
        return self._file.getvalue()

    def _about(self) -> Iterator[tuple[bool, tuple[str, ...]]]:
        """Rows of the second sheet, and which are headings."""
        columns, stamp = self._columns, self._stamp
        source = f" ({stamp.as_of_source})" if stamp.as_of_source else ""
        yield False, ("Opgjort pr.", f"{stamp.as_of.isoformat()}{source}")
        yield False, ("Dataversion", str(stamp.data_version))
        yield False, ("Modelversion", stamp.model_version)
        yield False, ("Omfang", stamp.scope)
        yield from ((False, ("Udsnit", line)) for line in self._asked or ("Ingen filtre",))
        yield from ((False, ("Bemærkning", note)) for note in stamp.notes)
        if self._hidden:
            told = all(_status_of(one, columns) is not None for one in columns if one.name in self._hidden)
            yield False, (HIDDEN, "Et tal, der ikke vises." + ("" if told else MAY_BE_ABSENT))
        yield False, ()
        yield True, ("Kolonne", "Navn", "Enhed", "Decimaler", "Beskrivelse")
        for one in columns:
            decimals = "" if one.decimals is None else str(one.decimals)
            yield False, (_heading(one, columns), one.name, one.unit or "", decimals, one.description or "")


def _printed(sheet: Worksheet) -> None:
    """As wide as a page of A4, and as many pages high as it takes."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _status_of(column: Column, columns: Sequence[Column]) -> int | None:
    """The place of the status that stands beside the column."""
    return next((place for place, one in enumerate(columns) if _is_status(one, column)), None)


def _is_status(one: Column, of: Column) -> bool:
    """The status of a measure is named after it; the long view's is of the row."""
    beside = f"{of.name.partition('.')[0]}.status"
    return one.role == "status" and one.name in (f"{of.name}{STATUS_SUFFIX}", beside)


def too_large(message: str) -> LimitError:
    return LimitError(Problem("L501", message, "Ask for fewer rows, or take CSV or Parquet."))


def is_kept(text: str) -> bool:
    """Whether Excel has exactly the number of this text.

    >>> is_kept("203150556.25"), is_kept("9007199254740993"), is_kept("-0.10"), is_kept("nan")
    (True, False, True, False)
    """
    if not any(sign.isdigit() for sign in text):
        return False
    return len(Decimal(text).normalize().as_tuple().digits) <= DIGITS


def number_format(column: Column) -> str:
    """As Excel writes formats, whatever the language is that it shows them in.

    A code or a year is no amount, and has no separators.
    """
    if column.role != "measure":
        return "0" if column.type in ("integer", "bigint") else "General"
    if column.decimals is None:
        return "#,##0" if column.type in ("integer", "bigint") else "General"
    return "#,##0" + ("." + "0" * column.decimals if column.decimals else "")


def _moment(text: str) -> datetime | None:
    """The moment, where Excel can hold it: in its calendar, of whole milliseconds."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:  # infinity, or a year that Python does not have either
        return None
    return found if found >= FIRST_DAY and found.microsecond % 1000 == 0 else None


def _heading(column: Column, columns: Sequence[Column]) -> str:
    """The title, with the name where it is another's too."""
    unit = f" ({column.unit})" if column.unit else ""
    alone = sum(one.title == column.title for one in columns) == 1
    return f"{column.title}{unit}" if alone else f"{column.title}{unit} [{column.name}]"
