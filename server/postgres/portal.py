"""A portal: an answer under way, read as far as the client asks, its batches kept open between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa

from semantic.access.principal import Principal
from semantic.execute.cancellation import Cancellation
from server.postgres.command import Command
from server.postgres.effect import Buffer
from server.postgres.statement import PgColumn, Prepared, Rows

CHUNK_BYTES = 2_000_000  # of Arrow's, written and drained at once: what a client that stops reading costs
CHUNK_ROWS = 16_384

Encode = Callable[[pa.RecordBatch], Buffer]


class Source:
    """An answer's batches, in pieces of a bounded size. Batches are read on a thread; it is used by one at a time."""

    def __init__(self, batches: Iterator[pa.RecordBatch]) -> None:
        self._batches = batches
        self._rest: pa.RecordBatch | None = None
        self.over = self.failed = False

    def take(self, most: int | None) -> Iterator[pa.RecordBatch]:
        """Pieces of `most` rows in all, None for all that are left. Raises what the batches raise."""
        left = most
        while left is None or left > 0:
            piece = self._piece(left)
            if piece is None:
                return
            if left is not None:
                left -= piece.num_rows
            yield piece

    def _piece(self, most: int | None) -> pa.RecordBatch | None:
        batch, self._rest = self._rest, None
        while batch is None or batch.num_rows == 0:
            batch = None if self.over else self._next()
            if batch is None:
                self.over = True
                return None
        count = rows_at_once(batch) if most is None else min(rows_at_once(batch), most)
        if count < batch.num_rows:
            self._rest = batch.slice(count)
        elif most is None or most > count:
            self._rest = self._next()  # an answer of one batch is then known to be over, and the engine done with it
            self.over = self._rest is None
        return batch.slice(0, count)

    def _next(self) -> pa.RecordBatch | None:
        try:
            return next(self._batches, None)
        except BaseException:
            self.failed = True  # what is left is lost, and must not look like the end
            raise

    def close(self) -> None:
        """Ends the engine's work, whatever is left of it."""
        self.over, self._rest = True, None
        close = getattr(self._batches, "close", None)
        if close is not None:
            close()


def rows_at_once(batch: pa.RecordBatch) -> int:
    """How many of the rows are written at once, one at least."""
    each = max(batch.nbytes // max(batch.num_rows, 1), 1)
    return int(max(1, min(CHUNK_ROWS, CHUNK_BYTES // each)))


@dataclass(frozen=True)
class Statement:
    """A prepared statement: its command, which stands `offset` characters into the text, and what it asks and gives.

    `prepared` is of a command that reads rows of the model; `columns` None: it gives no rows.
    """

    text: str
    command: Command
    offset: int
    parameters: tuple[int, ...] = ()
    columns: tuple[PgColumn, ...] | None = None
    prepared: Prepared | None = None


@dataclass
class Portal:
    """A statement with its values. `source` is None until it runs; `principal` is whose rights the answer is under.

    `left` is how many rows a FETCH has still to give. One to be `described` is prepared and described when it is run.
    """

    statement: Statement
    values: tuple[object, ...] = ()
    formats: tuple[int, ...] = ()
    cursor: bool = False
    hold: bool = False
    columns: tuple[PgColumn, ...] | None = None
    principal: Principal | None = None
    rows: Rows | None = None
    source: Source | None = None
    cancellation: Cancellation = field(default_factory=Cancellation)
    left: int | None = None
    described: bool = False

    def close(self) -> None:
        if self.source is not None:
            self.source.close()
