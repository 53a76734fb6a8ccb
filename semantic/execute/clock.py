"""One thread that looks after the time of every question: a timer of its own for each would cost more than most ask."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TICK = 0.05  # seconds between looks while something is at work, and how late a bell may ring
IDLE_TICKS = 40  # looks at nothing before the thread waits to be called


class Clock:
    """Rings once for each bell whose time comes before it is taken back. The thread starts with the first bell."""

    def __init__(self) -> None:
        self._bells: dict[int, tuple[float, Callable[[], None]]] = {}
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._called = threading.Event()
        self._thread: threading.Thread | None = None

    @contextmanager
    def bell(self, seconds: float, ring: Callable[[], None]) -> Iterator[None]:
        """Calls `ring` from the clock's thread when the seconds are over before the block is."""
        number = next(self._numbers)
        self._bells[number] = (time.monotonic() + seconds, ring)
        if not self._called.is_set():
            self._wake()
        try:
            yield
        finally:
            self._bells.pop(number, None)

    def _wake(self) -> None:
        with self._lock:
            self._called.set()
            if self._thread is None or not self._thread.is_alive():  # none lives on in a forked process
                self._thread = threading.Thread(target=self._run, name="clock", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        idle = 0
        while True:
            self._called.wait()
            idle = 0 if self._bells else idle + 1
            self._ring_due()
            if idle > IDLE_TICKS:
                self._called.clear()
                idle = 0
                if self._bells:  # hung up between the look and the rest
                    self._called.set()
            time.sleep(TICK)

    def _ring_due(self) -> None:
        now = time.monotonic()
        for number, (due, ring) in list(self._bells.items()):
            if due <= now and self._bells.pop(number, None) is not None:
                ring()


CLOCK = Clock()
