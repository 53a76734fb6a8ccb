"""COPY TO STDOUT: a batch as the stream of its CopyData messages, one for each row, as PostgreSQL sends them.

Clients hand on what a message holds as one row, so a message is never less nor more. A header line is a message of its
own; the head of the binary format goes before the first row, or before the tail where there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from server.postgres.encode.cells import BINARY, TEXT, cells
from server.postgres.encode.pieces import Piece, binary, bytes_of, constant, joined, messages, offsets_of
from server.postgres.encode.rows import counted, encoded
from server.postgres.statement import PgColumn

BINARY_HEAD = b"PGCOPY\n\xff\r\n\0" + bytes(8)  # the signature, no flags, no extension
BINARY_TAIL = b"\xff\xff"
ESCAPED = {b"\\": b"\\\\", b"\b": b"\\b", b"\f": b"\\f", b"\n": b"\\n", b"\r": b"\\r", b"\t": b"\\t", b"\v": b"\\v"}


@dataclass(frozen=True)
class TextOptions:
    """The options of the text format. `delimiter` is one byte."""

    delimiter: bytes = b"\t"
    null: bytes = b"\\N"
    header: bool = False


@dataclass(frozen=True)
class CsvOptions:
    """The options of the CSV format. `delimiter`, `quote` and `escape` are one byte; no `escape` is the quote itself.

    `forced` are the numbers of the columns whose values are always quoted, from 0.
    """

    delimiter: bytes = b","
    null: bytes = b""
    header: bool = False
    quote: bytes = b'"'
    escape: bytes | None = None
    forced: frozenset[int] = frozenset()


Field = Callable[[int, pa.Array], pa.Array]
"""A column's number and its text to the fields as they are written."""


def text_head(columns: Sequence[PgColumn], options: TextOptions) -> bytes:
    """The header line's message, or nothing."""
    return _head(columns, options, partial(_text_field, options))


def csv_head(columns: Sequence[PgColumn], options: CsvOptions) -> bytes:
    """The header line's message, or nothing."""
    alone, unforced = len(columns) == 1, frozenset[int]()
    return _head(columns, options, partial(_csv_field, options, alone, unforced))


def copy_text(
    batch: pa.RecordBatch, columns: Sequence[PgColumn], options: TextOptions, *, timezone: str = "UTC"
) -> memoryview:
    return _lines(batch, columns, options, partial(_text_field, options), timezone)


def copy_csv(
    batch: pa.RecordBatch, columns: Sequence[PgColumn], options: CsvOptions, *, timezone: str = "UTC"
) -> memoryview:
    field = partial(_csv_field, options, len(columns) == 1, options.forced)
    return _lines(batch, columns, options, field, timezone)


def copy_binary(batch: pa.RecordBatch, columns: Sequence[PgColumn], *, first: bool) -> memoryview:
    """The rows in the binary format. `first`: nothing has been sent, and the head goes with the first row."""

    def rows(part: pa.RecordBatch, start: int) -> memoryview:
        found = [cells(array, column.type, BINARY) for array, column in zip(part.columns, columns, strict=True)]
        head = [_only_first(BINARY_HEAD, part.num_rows)] if first and not start else []
        return bytes_of(messages(b"d", [*head, *counted(found)], part.num_rows)).data

    return encoded(batch, rows)


def copy_binary_tail(*, first: bool) -> bytes:
    """The last message. `first`: nothing has been sent, and the head goes with it."""
    content = (BINARY_HEAD if first else b"") + BINARY_TAIL
    return bytes(bytes_of(messages(b"d", [constant(content)], 1)))


def _only_first(content: bytes, rows: int) -> pa.Array:
    ends = np.full(rows + 1, len(content), np.int32)
    ends[0] = 0
    return binary(ends, content)


def _head(columns: Sequence[PgColumn], options: TextOptions | CsvOptions, field: Field) -> bytes:
    if not options.header:
        return b""
    names = [field(number, pa.array([column.name.encode()], pa.binary())) for number, column in enumerate(columns)]
    return bytes(bytes_of(messages(b"d", _line(names, options.delimiter), 1)))


def _lines(
    batch: pa.RecordBatch,
    columns: Sequence[PgColumn],
    options: TextOptions | CsvOptions,
    field: Field,
    timezone: str,
) -> memoryview:
    def rows(part: pa.RecordBatch, start: int) -> memoryview:
        fields = []
        for number, (array, column) in enumerate(zip(part.columns, columns, strict=True)):
            found = cells(array, column.type, TEXT, timezone)
            written = field(number, joined(found.pieces or (constant(b""),), part.num_rows))
            null = pa.scalar(options.null, pa.binary())
            fields.append(written if found.valid is None else pc.if_else(pa.array(found.valid), written, null))
        return bytes_of(messages(b"d", _line(fields, options.delimiter), part.num_rows)).data

    return encoded(batch, rows)


def _line(fields: Sequence[pa.Array], delimiter: bytes) -> list[Piece]:
    pieces: list[Piece] = []
    for number, field in enumerate(fields):
        pieces += [constant(delimiter), field] if number else [field]
    return [*pieces, constant(b"\n")]


def _text_field(options: TextOptions, number: int, field: pa.Array) -> pa.Array:
    marks = ESCAPED | {options.delimiter: ESCAPED.get(options.delimiter, b"\\" + options.delimiter)}
    content = bytes_of(field)
    present = np.bincount(content, minlength=256)
    for mark, escaped in marks.items():  # the backslash is the first of them
        if present[mark[0]]:
            field = pc.replace_substring(field, mark, escaped)
    return field


def _csv_field(options: CsvOptions, alone: bool, forced: frozenset[int], number: int, field: pa.Array) -> pa.Array:
    quote, escape = options.quote, options.escape or options.quote
    quoted = _has_any(field, options.delimiter + quote + b"\n\r") | _equals(field, options.null)
    if number in forced:
        quoted[:] = True
    if alone:
        quoted |= _equals(field, b"\\.")
    if not quoted.any():
        return field
    marked = field
    for mark in dict.fromkeys((escape, quote)):
        marked = pc.replace_substring(marked, mark, escape + mark)
    around = pa.scalar(quote, pa.binary())
    return pc.if_else(pa.array(quoted), pc.binary_join_element_wise(around, marked, around, b""), field)


def _equals(field: pa.Array, content: bytes) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = pc.equal(field, pa.scalar(content, pa.binary())).to_numpy(zero_copy_only=False)
    return found


def _has_any(field: pa.Array, marks: bytes) -> npt.NDArray[np.bool_]:
    """Which values hold one of the bytes."""
    table = np.zeros(256, np.bool_)
    table[list(marks)] = True
    offsets = offsets_of(field)
    seen = np.concatenate(([0], np.cumsum(table[bytes_of(field)])))[offsets - offsets[0]]
    found: npt.NDArray[np.bool_] = seen[1:] != seen[:-1]
    return found
