"""Arrow batches → CSV, whole columns at a time: plain RFC 4180, or `excel-da` for Danish Excel.

Both: a header of column names, CRLF, NULL an empty field and empty text `""`. `excel-da` also has a byte order mark,
semicolons, decimal commas, a blank between day and time, and an apostrophe before text that Excel would compute.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from semantic.result import Column
from server.rest.cells import number_text
from server.rest.parse import Dialect

BOM = "\ufeff"
# What Excel takes for a formula, also in its full-width form, or strips from before one. Numbers are never touched.
FORMULA = "^[=+\\-@\t\r\n＝＋－＠]"
DELIMITER = {"rfc4180": ",", "excel-da": ";"}


def header(columns: Sequence[Column], dialect: Dialect) -> bytes:
    names = DELIMITER[dialect].join(column.name for column in columns) + "\r\n"
    return ((BOM if dialect == "excel-da" else "") + names).encode()


def encoder(columns: Sequence[Column], dialect: Dialect) -> Callable[[pa.RecordBatch], bytes]:
    """What writes one batch as lines."""

    def encode(batch: pa.RecordBatch) -> bytes:
        if batch.num_rows == 0:
            return b""
        fields = [field_texts(values, column, dialect) for values, column in zip(batch.columns, columns, strict=True)]
        if len(fields) == 1:
            fields[0] = pc.fill_null(fields[0], '""')  # an empty line would be no record at all
        lines = pc.binary_join_element_wise(
            *fields, DELIMITER[dialect], null_handling="replace", null_replacement=""
        )  # fmt: skip
        return _text(pc.binary_join_element_wise(lines, "", "\r\n"))

    return encode


def _text(lines: pa.Array) -> bytes:
    """All lines as one text: the array's own buffer, from the first line's start to the last one's end."""
    whole = pc.cast(lines, pa.large_string())
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.combine_chunks()
    offsets = pa.Array.from_buffers(pa.int64(), len(whole) + 1, [None, whole.buffers()[1]], offset=whole.offset)
    return bytes(whole.buffers()[2][offsets[0].as_py() : offsets[-1].as_py()])


def field_texts(values: pa.Array, column: Column, dialect: Dialect) -> pa.Array:
    """Each cell as it stands between two delimiters; NULL stays NULL."""
    excel = dialect == "excel-da"
    if column.type in ("bigint", "decimal", "integer"):
        texts = number_text(pa.chunked_array([values]), column).combine_chunks()
        return _comma(texts) if excel else texts
    if column.type == "double":
        texts = pa.array([None if value is None else repr(value) for value in values.to_pylist()], pa.string())
        return _comma(texts) if excel else texts
    if column.type in ("boolean", "date"):
        return pc.cast(values, pa.string())
    if column.type == "timestamp":
        moments = [None if value is None else value.isoformat() for value in values.to_pylist()]
        texts = pa.array(moments, pa.string())
        return pc.replace_substring(texts, "T", " ") if excel else texts
    return _quoted(_harmless(values) if excel else values, DELIMITER[dialect])


def _comma(texts: pa.Array) -> pa.Array:
    return pc.replace_substring(texts, ".", ",")


def _harmless(texts: pa.Array) -> pa.Array:
    """Text that Excel would compute begins with an apostrophe instead."""
    computed = pc.match_substring_regex(texts, FORMULA)
    return pc.if_else(computed, pc.binary_join_element_wise("'", texts, ""), texts)


def _quoted(texts: pa.Array, delimiter: str) -> pa.Array:
    """Quoted where the text holds a sign of the format, or nothing at all."""
    needs = pc.or_(pc.match_substring_regex(texts, f'["{delimiter}\r\n]'), pc.equal(texts, ""))
    doubled = pc.replace_substring(texts, '"', '""')
    return pc.if_else(needs, pc.binary_join_element_wise('"', doubled, '"', ""), texts)
