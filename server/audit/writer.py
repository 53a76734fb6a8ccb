"""The thread that writes: it takes all records that wait, writes and syncs once, and wakes those who wait for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from semantic.audit.chain import Head
from server.audit.chain_file import Body, ChainFile

LINGER = 0.2  # seconds for which a record that nobody waits for may wait for others
RETRY = 1.0  # seconds between tries to write again, where nobody asks
log = logging.getLogger("nogletal")


def _taken() -> threading.Lock:
    """A lock is the lightest thing that a thread can wait for."""
    lock = threading.Lock()
    lock.acquire()
    return lock


@dataclass(eq=False)
class Entry:
    """A record on its way. `urgent` is one that somebody waits for."""

    body: Body
    urgent: bool
    kept: bool = False
    under_way: threading.Lock = field(default_factory=_taken)  # until it is written, or cannot be

    def wait(self, seconds: float) -> bool:
        """Whether it is there to stay, as it is known within so many seconds."""
        if not self.under_way.acquire(timeout=seconds):
            return False
        self.under_way.release()
        return self.kept


class Writer:
    """Writes to one chain, which it opens, and opens anew after a failure. `fault` says why nothing can be written."""

    def __init__(
        self, open_chain: Callable[[Mapping[str, Head]], ChainFile], resumed: Callable[[int, str], Body]
    ) -> None:
        self._open, self._resumed = open_chain, resumed
        self._chain: ChainFile | None = None
        self._known: dict[str, Head] = {}
        self._waiting: list[Entry] = []
        self._urgent = self._closing = self._idle = False
        self._changed = threading.Condition()
        self._lost = 0
        self.fault: str | None = None
        self._commit([])
        self._thread = threading.Thread(target=self._run, name="audit", daemon=True)
        self._thread.start()

    def put(self, body: Body, urgent: bool) -> Entry:
        """The record on its way, which may be waited for."""
        entry = Entry(body, urgent)
        with self._changed:
            if self._closing:
                entry.under_way.release()
                return entry
            self._waiting.append(entry)
            self._urgent = self._urgent or urgent
            if urgent or self._idle:  # a turn of threads costs a busy server more than the record
                self._idle = False
                self._changed.notify()
        return entry

    def _run(self) -> None:
        while True:
            entries, last = self._take()
            self._commit(entries)
            if last:
                return

    def _take(self) -> tuple[list[Entry], bool]:
        """All that wait; none where it is time to try again. Whether they are the last."""
        with self._changed:
            while not self._urgent and not self._closing:
                self._idle = not self._waiting
                pause = LINGER if self._waiting else RETRY if self.fault is not None else None
                if not self._changed.wait(pause):
                    break
            self._idle = False
            taken, self._waiting, self._urgent = self._waiting, [], False
            return taken, self._closing

    def _commit(self, entries: list[Entry]) -> None:
        """Writes the entries, or says why not, and wakes who waits."""
        try:
            chain = self._held()
            told = [self._resumed(self._lost, self.fault)] if self.fault is not None else []
            chain.append([*told, *(entry.body for entry in entries)])
        except Exception as error:
            self._fail(error, len(entries))
        else:
            self._known[chain.chain] = chain.head
            if self.fault is not None:
                log.warning("audit: written again; %d records were lost", self._lost)
            self.fault, self._lost = None, 0
            for entry in entries:
                entry.kept = True
        for entry in entries:
            entry.under_way.release()

    def _held(self) -> ChainFile:
        """The chain, opened where it is not."""
        if self._chain is None:
            self._chain = self._open(self._known)
        return self._chain

    def _fail(self, error: Exception, lost: int) -> None:
        self._lost += lost
        if self.fault is None:
            known = isinstance(error, OSError)
            log.error("audit: cannot be written: %s", error, exc_info=None if known else error)
        self.fault = getattr(error, "strerror", None) or str(error) or type(error).__name__
        self._let_go()

    def _let_go(self) -> None:
        if self._chain is not None:
            self._chain.close()
        self._chain = None

    def close(self) -> None:
        """After all that waits is written. A second call does nothing."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()
        self._let_go()
