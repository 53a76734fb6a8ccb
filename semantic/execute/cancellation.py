"""How a question under way is stopped: by its asker, or by the clock."""

from __future__ import annotations

import threading
from collections.abc import Callable

AGAIN = 0.1  # seconds between presses: an engine forgets one that comes just before it begins


class Cancellation:
    """One question's stop button. Pressing it before, during or after the work is safe, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._interrupt: Callable[[], None] | None = None

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        self._cancelled = True
        self._press()

    def bind(self, interrupt: Callable[[], None] | None) -> None:
        """The engine's own interrupt while it works; None when it is done."""
        with self._lock:
            self._interrupt = interrupt
        if self._cancelled and interrupt is not None:
            self._press()

    def _press(self) -> None:
        """Interrupts the work, and again until it is done."""
        with self._lock:
            if self._interrupt is None:
                return
            self._interrupt()
        again = threading.Timer(AGAIN, self._press)
        again.daemon = True
        again.start()
