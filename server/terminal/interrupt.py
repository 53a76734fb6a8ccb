"""Ctrl-C: a question under way is cancelled in the engine, anything else is left at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import FrameType
from typing import TYPE_CHECKING

from semantic.execute.cancellation import Cancellation

if TYPE_CHECKING:
    import pyarrow as pa

    from semantic.result import Result


@dataclass
class Interrupt:
    """What Ctrl-C does now. While a question is at work, the engine must hear of it in its own way."""

    pressed: bool = False
    asking: list[Cancellation] = field(default_factory=list)

    def press(self, signum: int, frame: FrameType | None) -> None:
        again, self.pressed = self.pressed, True
        if again or not self.asking:
            raise KeyboardInterrupt
        for cancellation in self.asking:
            cancellation.cancel()

    def heed(self) -> None:
        """Ends in KeyboardInterrupt after Ctrl-C: a library may have swallowed the one that was raised."""
        if self.pressed:
            raise KeyboardInterrupt

    @contextmanager
    def question(self) -> Iterator[Cancellation]:
        """The cancellation of one question, pressed by Ctrl-C."""
        cancellation = Cancellation()
        self.asking.append(cancellation)
        try:
            yield cancellation
        finally:
            self.asking.remove(cancellation)

    def heeded(self, result: Result) -> Result:
        """The answer, ending in KeyboardInterrupt at the first batch after Ctrl-C."""
        return replace(result, batches=self._batches(result.batches))

    def _batches(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            self.heed()
            yield batch


@contextmanager
def held_back() -> Iterator[None]:
    """Ctrl-C comes after the block: a module that is half loaded would tell of it in its own words."""
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def interruptible() -> Iterator[Interrupt]:
    """Handles Ctrl-C until the end, unless the process was started to ignore it."""
    interrupt = Interrupt()
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN or threading.current_thread() is not threading.main_thread():
        yield interrupt
        return
    signal.signal(signal.SIGINT, interrupt.press)
    try:
        yield interrupt
    finally:
        signal.signal(signal.SIGINT, before)
