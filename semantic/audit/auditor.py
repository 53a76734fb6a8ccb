"""Who keeps the record: what the pipeline asks of it, and one that keeps none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Protocol

import pyarrow as pa

from semantic.audit.asked import Asked
from semantic.errors import ServiceError

ANSWERED = "answered"
LEFT = "left"  # who asked did not take the whole answer


class Opening(Protocol):
    """A question's opening record, under way to the disk."""

    def durable(self) -> bool:
        """Waits until the record is there to stay; False where it cannot be made so."""

    def close(self, rows: int, outcome: str, milliseconds: float) -> None:
        """The closing record, which nobody waits for: ANSWERED, LEFT or a refusal's code. Again, it does nothing."""


class Auditor(Protocol):
    """Keeps a record of each question, allowed or denied."""

    def opened(self, asked: Asked) -> Opening:
        """The opening record, begun; nobody is told anything of an answer before it is durable. Never raises."""


class _Unkept:
    def durable(self) -> bool:
        return True

    def close(self, rows: int, outcome: str, milliseconds: float) -> None:
        return None


class _Silent:
    def opened(self, asked: Asked) -> Opening:
        return UNKEPT


UNKEPT: Opening = _Unkept()
SILENT: Auditor = _Silent()
"""For questions that nobody asks over an interface: tests of models and policies, and the engine as a library."""


class Recorded(Iterator[pa.RecordBatch]):
    """Batches on their way to who asked. None is handed on before the opening record is durable; they are counted, and
    the record is closed when they end, are left, or break off.

    `refuse` raises where there must be no answer without a record.
    """

    def __init__(
        self, batches: Iterator[pa.RecordBatch], opening: Opening, limit: int | None, begun: float,
        refuse: Callable[[], None],
    ) -> None:  # fmt: skip
        self._batches, self._opening, self._limit, self._begun, self._refuse = batches, opening, limit, begun, refuse
        self._rows, self._first = 0, True

    def __next__(self) -> pa.RecordBatch:
        try:
            batch = next(self._batches, None)
            if self._first:
                self._first = False
                self._ensure()
        except ServiceError as error:
            self._close(error.code)
            raise
        if batch is None:
            self._close(ANSWERED)
            raise StopIteration
        self._rows += batch.num_rows
        return batch

    def _ensure(self) -> None:
        try:
            if not self._opening.durable():
                self._refuse()
        except ServiceError:
            self._let_go()
            raise

    def _close(self, outcome: str) -> None:
        rows = self._rows if self._limit is None else min(self._rows, self._limit)
        self._opening.close(rows, outcome, (time.perf_counter() - self._begun) * 1000)

    def _let_go(self) -> None:
        end = getattr(self._batches, "close", None)
        if end is not None:
            end()

    def close(self) -> None:
        """Gives the engine's slot back, where the batches hold one. An answer left half read is told as left."""
        self._let_go()
        self._close(LEFT)

    def __del__(self) -> None:
        self.close()
