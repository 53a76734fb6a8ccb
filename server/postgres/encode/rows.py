"""A batch as the stream of its DataRow messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa

from semantic.errors import LimitError, Problem
from server.postgres.encode.cells import cells
from server.postgres.encode.pieces import Cells, Piece, bytes_of, lengths, messages
from server.postgres.statement import PgColumn

ROWS_AT_ONCE = 65_536  # slices of about this many rows are the fastest
# Offsets are 32 bits, and text takes up to a few times the room of the values. More than this is done in halves.
MOST_BYTES = 64 * 1024 * 1024
MOST_BYTES_OF_ROW = 512 * 1024 * 1024


def data_rows(
    batch: pa.RecordBatch, columns: Sequence[PgColumn], formats: Sequence[int], *, timezone: str = "UTC"
) -> memoryview:
    """The DataRow messages of the batch, ready to be sent. `formats` has text (0) or binary (1) for each column.

    The text of a timestamptz shows the clocks of the time zone, which has to be one that ZoneInfo knows. Raises
    UnsupportedError (U404) for what has no binary form, LimitError (L505) for a row that is too large.
    """

    def rows(part: pa.RecordBatch, start: int) -> memoryview:
        found = [
            cells(array, column.type, format, timezone)
            for array, column, format in zip(part.columns, columns, formats, strict=True)
        ]
        return bytes_of(messages(b"D", counted(found), part.num_rows)).data

    return encoded(batch, rows)


def encoded(batch: pa.RecordBatch, rows: Callable[[pa.RecordBatch, int], memoryview]) -> memoryview:
    """What `rows` makes of the batch, or of parts that one Arrow array can hold; it is given each one's first row."""
    if not batch.num_rows:
        return memoryview(b"")
    parts = [rows(part, start) for part, start in _parts(batch, 0)]
    return parts[0] if len(parts) == 1 else memoryview(b"".join(parts))


def counted(found: Sequence[Cells]) -> list[Piece]:
    """How many cells there are, and the length of each before its bytes."""
    pieces: list[Piece] = [np.array(len(found), np.int16)]
    for one in found:
        pieces += [lengths(one), *one.pieces]
    return pieces


def _parts(batch: pa.RecordBatch, start: int) -> list[tuple[pa.RecordBatch, int]]:
    if batch.nbytes <= (MOST_BYTES if batch.num_rows > 1 else MOST_BYTES_OF_ROW):
        return [(batch, start)]
    half = batch.num_rows // 2
    if not half:
        raise LimitError(Problem("L505", "A row is too large to be sent."))
    return [*_parts(batch.slice(0, half), start), *_parts(batch.slice(half), start + half)]
