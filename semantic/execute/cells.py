"""One statement at work: its batches as they come, its stop button, and its errors in our words."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from semantic.errors import InternalError, LimitError, Problem, ServiceError, UnsupportedError
from semantic.execute.cancellation import Cancellation
from semantic.execute.clock import CLOCK
from semantic.execute.gate import Gate
from semantic.generate import Statement
from semantic.limits import Limits
from semantic.plan.every import TOO_MANY

BATCH_ROWS = 65_536
MOST_SELECTS = 2_000
_SELECTS: dict[str, duckdb.Statement] = {}  # by text, each known to be one SELECT
log = logging.getLogger("nogletal")


@dataclass(frozen=True, eq=False)
class Cells:
    """An answer's cells: the schema at once, the batches as they are read, the row count where asked for."""

    schema: pa.Schema
    batches: Batches
    total: int | None


class Work:
    """A statement's hold on the engine: a cursor, seconds, and a place among the open answers, given back once.

    The engine's slot is held only while it works, so that slow readers keep nobody else waiting.
    """

    def __init__(
        self,
        cursor: duckdb.DuckDBPyConnection,
        cancellation: Cancellation,
        timeout: float,
        gate: Gate,
        leave: Callable[[], None],
        misfit: Callable[[Exception], ServiceError] | None = None,
    ) -> None:
        self.cursor = cursor
        self.timed_out = False
        self._seconds = timeout
        self._cancellation = cancellation
        self._gate = gate
        self._begun = False
        self._leave, self._misfit = leave, misfit
        self._over = threading.Lock()
        cancellation.bind(cursor.interrupt)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """The slot is held and the clock runs while the engine works. Raises LimitError (L503, L504)."""
        self._gate.enter(self._cancellation, again=self._begun)
        self._begun = True
        begun = time.monotonic()
        try:
            with CLOCK.bell(self._seconds, self._time_out):
                yield
        finally:
            self._seconds -= time.monotonic() - begun
            self._gate.leave()

    def _time_out(self) -> None:
        self.timed_out = True
        self._cancellation.cancel()

    def end(self) -> None:
        """Gives everything back. A second call does nothing."""
        if self._over.acquire(blocking=False):
            self._cancellation.bind(None)
            self.cursor.close()
            self._leave()

    def refusal(self, error: Exception) -> ServiceError:
        """The engine's error in our words; its own text, which may hold values, goes to the log only."""
        if self.timed_out:
            return LimitError(Problem("L502", "The question took too long.", "Ask for less, or for a coarser grain."))
        if self._cancellation.cancelled:
            return LimitError(Problem("L503", "The question was cancelled."))
        if isinstance(error, duckdb.OutOfMemoryException):
            return LimitError(Problem("L505", "The question needs more memory than one may take."))
        if TOO_MANY.message in str(error):
            return LimitError(TOO_MANY)
        if "division by zero" in str(error).lower():
            return UnsupportedError(Problem("U433", "A number is divided by zero.", "Write x / nullif(y, 0)."))
        if isinstance(error, duckdb.OutOfRangeException) or "out of range" in str(error):
            message = "A number is too large, or has too many decimals, to be computed exactly."
            return UnsupportedError(Problem("U430", message))
        if isinstance(error, duckdb.ConversionException):
            return UnsupportedError(Problem("U431", "A value cannot be read as the type that the model gives it."))
        if self._misfit is not None and isinstance(error, duckdb.Error):
            return self._misfit(error)
        mark = uuid.uuid4().hex[:12]
        log.error("question failed, id %s: %s", mark, error)
        return InternalError(Problem("X901", f"The question failed (id {mark}).", "Give the id to the operators."))


ENGINE_ERRORS = (duckdb.Error, pa.ArrowException, OSError, RuntimeError)


class Batches(Iterator[pa.RecordBatch]):
    """Record batches, read once. Ends its work when read to the end, closed, or forgotten."""

    def __init__(self, reader: pa.RecordBatchReader, work: Work, max_rows: int) -> None:
        self._reader = reader
        self._work = work
        self._left = max_rows

    def __next__(self) -> pa.RecordBatch:
        try:
            with self._work.at_work():
                batch = self._reader.read_next_batch()
        except (StopIteration, LimitError):
            self.close()
            raise
        except ENGINE_ERRORS as error:
            refusal = self._work.refusal(error)
            self.close()
            raise refusal from None
        self._left -= batch.num_rows
        if self._left < 0:
            self.close()
            raise LimitError(Problem("L501", "The answer has more rows than the maximum.", "Ask for a coarser grain."))
        return batch

    def close(self) -> None:
        self._work.end()

    def __del__(self) -> None:
        self.close()


def start(
    cursor: duckdb.DuckDBPyConnection,
    statement: Statement,
    cancellation: Cancellation,
    limits: Limits,
    gate: Gate,
    leave: Callable[[], None],
    misfit: Callable[[Exception], ServiceError] | None = None,
) -> Cells:
    """The statement set to work on the cursor, within the gate. `leave` is called once, when it has ended.

    `misfit` tells of a statement that somebody else wrote; what is wrong with one of ours is our own fault.
    """
    work = Work(cursor, cancellation, limits.timeout, gate, leave, misfit)
    values = list(statement.parameters)
    try:
        if cancellation.cancelled:
            raise duckdb.InterruptException("cancelled before it began")
        total = None
        with work.at_work():
            if statement.total is not None:
                total = cursor.execute(one_select(cursor, statement.total), values).fetchall()[0][0]
            reader = cursor.sql(one_select(cursor, statement.sql), params=values).to_arrow_reader(BATCH_ROWS)
    except ENGINE_ERRORS as error:
        refusal = work.refusal(error)
        work.end()
        raise refusal from None
    except BaseException:
        work.end()
        raise
    return Cells(reader.schema, Batches(reader, work, limits.max_rows), total)


def one_select(cursor: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The SQL as the engine read it. INVARIANT: whatever wrote it, only one SELECT is ever run.

    A text that was read before is not read again: questions that differ in their values alone have the same. What was
    read is of no cursor, and the engine never changes it.
    """
    known = _SELECTS.get(sql)
    if known is not None:
        return known
    statements = cursor.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise duckdb.InvalidInputException("not one SELECT")
    if len(_SELECTS) > MOST_SELECTS:
        _SELECTS.clear()
    _SELECTS[sql] = statements[0]
    return statements[0]
