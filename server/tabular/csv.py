"""Arrow batches → CSV, whole columns at a time: plain RFC 4180, or `excel-da` for Danish Excel.

Both: a header of column names, CRLF, NULL an empty field and empty text `""`. `excel-da` also has a byte order mark,
semicolons, decimal commas, a blank between day and time, an apostrophe before text that Excel would compute, and
`="7-16"` for text that Excel would turn into a date, a number or a truth value.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc

from semantic.result import Column
from server.tabular.cells import NUMBERS, cell_texts
from server.tabular.encoding import Encoding

Dialect = Literal["rfc4180", "excel-da"]
DIALECTS: tuple[Dialect, ...] = ("rfc4180", "excel-da")
BOM = "\ufeff"
# What Excel takes for a formula, also in its full-width form, or strips from before one. Numbers are never touched.
FORMULA = "^[=+\\-@\t\r\n＝＋－＠]"
MONTH = "(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
READ_AS_ANOTHER = "|".join((
    "[(.,:/]?[0-9][0-9 \u00a0.,:/%()-]*",  # 0101, 7-16, 6.45.51, 12:30, 1/2, 5 %, (5)
    "[0-9.,]+ *e *[+-]?[0-9]+",  # 1E5
    "[0-9][0-9.: -]* *[ap]m?",  # 9 am
    f"[0-9]+[ ./-]*{MONTH}[ ./-]*[0-9: ]*",  # 1. maj, 1-jan-24
    f"{MONTH}[ ./-]*[0-9][0-9 ,:-]*",  # maj 2024, jan-24
    "(?:kr\\.?|dkk|[€$£]) *[0-9][0-9.,-]*|[0-9][0-9.,]*(?:,-)? *(?:kr\\.?|dkk|[€$£])",  # kr. 5, 5 kr.
    "true|false|sand|falsk",
))  # fmt: skip
# What Excel opens as a date, a number or a truth value, so that a code or an interval would be lost.
REREAD = f"(?i)^ *(?:{READ_AS_ANOTHER}) *$"
DELIMITER = {"rfc4180": ",", "excel-da": ";"}


def encoding(columns: Sequence[Column], dialect: Dialect = "rfc4180") -> Encoding:
    """The header of names, and a line for each row."""

    def encode(batch: pa.RecordBatch) -> bytes:
        if batch.num_rows == 0:
            return b""
        fields = [_fields(values, column, dialect) for values, column in zip(batch.columns, columns, strict=True)]
        if len(fields) == 1:
            fields[0] = pc.fill_null(fields[0], '""')  # an empty line would be no record at all
        lines = pc.binary_join_element_wise(
            *fields, DELIMITER[dialect], null_handling="replace", null_replacement=""
        )  # fmt: skip
        return _text(pc.binary_join_element_wise(lines, "", "\r\n"))

    header = DELIMITER[dialect].join(column.name for column in columns) + "\r\n"
    return Encoding(((BOM if dialect == "excel-da" else "") + header).encode(), encode)


def _text(lines: pa.Array) -> bytes:
    """All lines as one text: the array's own buffer, from the first line's start to the last one's end."""
    whole = pc.cast(lines, pa.large_string())
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.combine_chunks()
    offsets = pa.Array.from_buffers(pa.int64(), len(whole) + 1, [None, whole.buffers()[1]], offset=whole.offset)
    return bytes(whole.buffers()[2][offsets[0].as_py() : offsets[-1].as_py()])


def _fields(values: pa.Array, column: Column, dialect: Dialect) -> pa.Array:
    """Each cell as it stands between two delimiters; NULL stays NULL."""
    texts = cell_texts(values, column)
    if column.type == "text":
        return _quoted(_as_text(_harmless(texts)) if dialect == "excel-da" else texts, DELIMITER[dialect])
    if dialect == "excel-da" and column.type in NUMBERS:
        return pc.replace_substring(texts, ".", ",")
    if dialect == "excel-da" and column.type == "timestamp":
        return pc.replace_substring(texts, "T", " ")
    return texts


def _harmless(texts: pa.Array) -> pa.Array:
    """Text that Excel would compute begins with an apostrophe instead."""
    computed = pc.match_substring_regex(texts, FORMULA)
    return pc.if_else(computed, pc.binary_join_element_wise("'", texts, ""), texts)


def _as_text(texts: pa.Array) -> pa.Array:
    """Text that Excel would read as something else is a formula that gives just that text; it holds no quotes."""
    reread = pc.match_substring_regex(texts, REREAD)
    return pc.if_else(reread, pc.binary_join_element_wise('="', texts, '"', ""), texts)


def _quoted(texts: pa.Array, delimiter: str) -> pa.Array:
    """Quoted where the text holds a sign of the format, or nothing at all."""
    needs = pc.or_(pc.match_substring_regex(texts, f'["{delimiter}\r\n]'), pc.equal(texts, ""))
    doubled = pc.replace_substring(texts, '"', '""')
    return pc.if_else(needs, pc.binary_join_element_wise('"', doubled, '"', ""), texts)
