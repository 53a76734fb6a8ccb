"""Group commit: who waits for a record first writes all records on their way, and syncs once."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from semantic.audit.chain import Head
from server.audit.chain_file import Body, ChainFile

LINGER = 0.05  # seconds after which a record is written that nobody waits for yet
RETRY = 1.0  # seconds between tries to write again, where nobody asks
log = logging.getLogger("nogletal")


@dataclass(eq=False, slots=True)
class Entry:
    """A record on its way. `kept` is None until it is known whether it is there to stay."""

    body: Body
    kept: bool | None = None


class Writer:
    """Writes to one chain, which it opens, and opens anew after a failure. `fault` says why nothing can be written.

    Who waits for a record writes it in a thread of their own. To hand it to another and be told of it would cost a busy
    server two turns of its threads, each dearer than the record. The writer's own thread is for what nobody waits for:
    closing records, those of questions that take long, and the way back after a failure.
    """

    def __init__(
        self, open_chain: Callable[[Mapping[str, Head]], ChainFile], resumed: Callable[[int, str], Body]
    ) -> None:
        self._open, self._resumed = open_chain, resumed
        self._chain: ChainFile | None = None
        self._known: dict[str, Head] = {}
        self._waiting: deque[Entry] = deque()
        self._writing = threading.Lock()  # held by who writes
        self._put, self._closing = threading.Event(), threading.Event()
        self._closed = False
        self._lost = 0
        self.fault: str | None = None
        self._written([])
        self._thread = threading.Thread(target=self._run, name="audit", daemon=True)
        self._thread.start()

    def put(self, body: Body) -> Entry:
        """The record on its way, which may be waited for."""
        entry = Entry(body)
        self._waiting.append(entry)
        if not self._put.is_set():
            self._put.set()
        return entry

    def keep(self, entry: Entry, seconds: float) -> bool:
        """Whether the record is there to stay. It is written now with all that waits, or by who writes before, who is
        waited for that long."""
        if entry.kept is None and self._writing.acquire(timeout=seconds):
            try:
                if entry.kept is None:
                    self._write_all()
            finally:
                self._writing.release()
        return entry.kept is True

    def _run(self) -> None:
        while not self._closing.is_set():
            self._put.wait(RETRY if self.fault is not None else None)
            self._closing.wait(LINGER)
            self._put.clear()  # before what waits is taken: what is put from here on is told of anew
            with self._writing:
                self._write_all()

    def _write_all(self) -> None:
        """Writes what waits, or finds that it cannot; `_writing` is held."""
        entries, kept = [self._waiting.popleft() for _ in range(len(self._waiting))], False
        try:
            kept = self._written(entries)
        finally:
            for entry in entries:
                entry.kept = kept

    def _written(self, entries: list[Entry]) -> bool:
        """Whether they are there to stay. Where nothing could be written it tries again, of nothing too."""
        if self._closed or (not entries and self._chain is not None):
            return False
        try:
            chain = self._held()
            told = [self._resumed(self._lost, self.fault)] if self.fault is not None else []
            chain.append([*told, *(entry.body for entry in entries)])
        except Exception as error:
            self._fail(error, len(entries))
            return False
        except BaseException:
            self._let_go()  # broken off in the middle: what there is of it is looked for when the chain is opened anew
            raise
        self._known[chain.chain] = chain.head
        if self.fault is not None:
            log.warning("audit: written again; %d records were lost", self._lost)
        self.fault, self._lost = None, 0
        return True

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
        for told in (self._closing, self._put):
            told.set()
        self._thread.join()
        with self._writing:
            self._write_all()
            self._closed = True
            self._let_go()
