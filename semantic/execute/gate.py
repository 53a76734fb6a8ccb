"""Bounded work: a few questions at a time, a few waiting, and a clear refusal past that."""

from __future__ import annotations

import threading
import time

from semantic.errors import LimitError, Problem
from semantic.execute.cancellation import Cancellation


class Gate:
    """Slots for questions at work. A question that is let in must leave, once."""

    def __init__(self, slots: int, queue: int, patience: float) -> None:
        self._free = slots
        self._waiting = 0
        self._queue = queue
        self._patience = patience
        self._changed = threading.Condition()

    def enter(self, cancellation: Cancellation, again: bool = False) -> None:
        """Waits for a slot. Raises LimitError: L504 when the queue is full or patience ends, L503 when cancelled.

        A question that comes `again`, for more of an answer already begun, is not turned away at a full queue.
        """
        with self._changed:
            if self._free == 0 and self._waiting >= self._queue and not again:
                raise _busy()
            self._waiting += 1
            try:
                self._wait(cancellation)
                self._free -= 1
            finally:
                self._waiting -= 1

    def _wait(self, cancellation: Cancellation) -> None:
        end = time.monotonic() + self._patience
        while self._free == 0:
            if cancellation.cancelled:
                raise LimitError(Problem("L503", "The question was cancelled."))
            left = end - time.monotonic()
            if left <= 0:
                raise _busy()
            self._changed.wait(min(left, 0.25))

    def leave(self) -> None:
        with self._changed:
            self._free += 1
            self._changed.notify()


def _busy() -> LimitError:
    return LimitError(Problem("L504", "The server is busy.", "Try again in a moment."))
