"""COPY's options over the columns that are known now: what goes before the rows, how they are written, what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pyarrow as pa

from server.postgres.command import CopyOptions
from server.postgres.effect import Buffer
from server.postgres.encode.copy import (
    CsvOptions,
    TextOptions,
    copy_binary,
    copy_binary_tail,
    copy_csv,
    copy_text,
    csv_head,
    text_head,
)
from server.postgres.refusal import SqlError
from server.postgres.statement import PgColumn


@dataclass(frozen=True)
class CopyWriter:
    """`tail` is told whether no row was written."""

    head: bytes
    rows: Callable[[pa.RecordBatch], Buffer]
    tail: Callable[[bool], bytes]


def copy_writer(options: CopyOptions, columns: Sequence[PgColumn], timezone: str) -> CopyWriter:
    """Raises SqlError 42703 for a column to quote that there is none of."""
    if options.form == "binary":
        return CopyWriter(b"", _BinaryRows(columns), lambda none: copy_binary_tail(first=none))
    delimiter, null = options.delimiter.encode(), options.null.encode()
    if options.form == "text":
        text = TextOptions(delimiter, null, options.header)
        rows = partial(copy_text, columns=columns, options=text, timezone=timezone)
        return CopyWriter(text_head(columns, text), rows, _nothing)
    quote, escape = options.quote.encode(), options.escape.encode()
    csv = CsvOptions(delimiter, null, options.header, quote, escape, _forced(options.quoted, columns))
    rows = partial(copy_csv, columns=columns, options=csv, timezone=timezone)
    return CopyWriter(csv_head(columns, csv), rows, _nothing)


class _BinaryRows:
    """The format's own head goes with the first row."""

    def __init__(self, columns: Sequence[PgColumn]) -> None:
        self._columns, self._first = columns, True

    def __call__(self, batch: pa.RecordBatch) -> Buffer:
        first, self._first = self._first, False
        return copy_binary(batch, self._columns, first=first)


def _nothing(none: bool) -> bytes:
    return b""


def _forced(names: tuple[str, ...] | None, columns: Sequence[PgColumn]) -> frozenset[int]:
    if names is None:
        return frozenset(range(len(columns)))
    known = {column.name: number for number, column in enumerate(columns)}
    for name in names:
        if name not in known:
            raise SqlError("42703", f'column "{name[:80]}" does not exist')
    return frozenset(known[name] for name in names)
