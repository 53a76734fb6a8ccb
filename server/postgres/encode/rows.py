"""A batch as the stream of its DataRow messages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from server.postgres.encode.cells import cells
from server.postgres.encode.pieces import Cells, Piece, bytes_of, lengths, messages
from server.postgres.statement import PgColumn

MOST_BYTES = 2**31 - 1  # of one Arrow array, and of what one call gives


def data_rows(
    batch: pa.RecordBatch, columns: Sequence[PgColumn], formats: Sequence[int], *, timezone: str = "UTC"
) -> memoryview:
    """The DataRow messages of the batch, ready to be sent. `formats` has text (0) or binary (1) for each column."""
    if not batch.num_rows:
        return memoryview(b"")
    found = [
        cells(array, column.type, format, timezone)
        for array, column, format in zip(batch.columns, columns, formats, strict=True)
    ]
    return bytes_of(messages(b"D", counted(found), batch.num_rows)).data


def counted(found: Sequence[Cells]) -> list[Piece]:
    """How many cells there are, and the length of each before its bytes."""
    pieces: list[Piece] = [np.array(len(found), np.int16)]
    for one in found:
        pieces += [lengths(one), *one.pieces]
    return pieces
