"""What one session holds between messages, and what it has still to send."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, TypeVar

from semantic.access.principal import Principal
from semantic.execute.cancellation import Cancellation
from semantic.execute.clock import CLOCK
from server.postgres.effect import Effect, OnThread, Send
from server.postgres.portal import Portal, Statement
from server.postgres.refusal import SqlError
from server.postgres.settings import SessionSettings
from server.postgres.statement import Session, Statements
from server.postgres.transaction import Block, Mark
from server.postgres.wire.backend import ParameterStatus, ReadyForQuery, Report

T = TypeVar("T")
Steps = Generator[Effect, Any, T]
FULL = 65_536  # bytes that are sent before more is written
MOST_STATEMENTS = 2_000
MOST_PORTALS = 200
MOST_STATEMENT_CHARACTERS = 16_000_000  # of all that are prepared


class Written(Protocol):
    def __bytes__(self) -> bytes: ...


class Admission(Protocol):
    """Who asks, looked up again before each answer. `principal` is as last looked up."""

    @property
    def principal(self) -> Principal: ...

    @property
    def is_fresh(self) -> bool:
        """Whether that was a moment ago."""
        ...

    def renew(self) -> Principal:
        """Blocks. Raises ServiceError when that is nobody any more, or cannot be told."""
        ...


@dataclass
class State:
    """One session. `refused` is told the code of each refusal.

    `stop` is pressed by whoever cancels what is under way; `ending` is why it must end soon.
    """

    statements: Statements
    admission: Admission
    settings: SessionSettings
    process: int
    most_bytes: int
    refused: Callable[[str], None] = lambda code: None
    block: Block = field(default_factory=Block)
    implicit: bool = False
    prepared: dict[str, Statement] = field(default_factory=dict)
    portals: dict[str, Portal] = field(default_factory=dict)
    stop: Cancellation | None = None
    ending: SqlError | None = None
    timed_out: bool = False
    offset: int = 0
    out: bytearray = field(default_factory=bytearray)
    told: dict[str, str] = field(default_factory=dict)

    def session(self) -> Session:
        """As those who answer statements see it."""
        return Session(self.admission.principal, self.settings.values, self.process, self.block.open)

    def tell(self, *messages: Written) -> None:
        for message in messages:
            self.out += bytes(message)

    def refuse(self, report: Report) -> None:
        """Tells why, and counts it; an end that is not the client's doing is no refusal."""
        if not report.sqlstate.startswith("57P"):
            self.refused(report.code)
        self.tell(report)

    def warn(self, report: Report) -> None:
        """A notice or warning, unless the client asked for graver ones only."""
        level = self.settings.get("client_min_messages")
        if level == "error" or (level == "warning" and report.severity == "NOTICE"):
            return
        self.tell(report)

    def flush(self) -> Steps[None]:
        if self.out:
            data = bytes(self.out)
            self.out.clear()
            yield Send(data)

    def ready(self) -> Steps[None]:
        """Ends an answer: the settings that have changed, and where the transaction stands."""
        self.tell(*self.changed_settings(), ReadyForQuery(self.block.status))
        yield from self.flush()

    def changed_settings(self) -> list[ParameterStatus]:
        reported = self.settings.reported()
        changed = {name: value for name, value in reported.items() if self.told.get(name) != value}
        self.told.update(changed)
        return [ParameterStatus(name, value) for name, value in changed.items()]

    def mark(self, name: str = "") -> Mark:
        return Mark(name, self.settings, frozenset(self.portals))

    def drop(self, *names: str) -> Steps[None]:
        """Closes portals; the engine's work on them is ended on a thread."""
        found = [self.portals.pop(name) for name in names if name in self.portals]
        live = [one for one in found if one.source is not None and not one.source.over]
        if live:
            yield OnThread(partial(close_all, live))

    def drop_transient(self) -> Steps[None]:
        """At the end of a transaction, every portal but those held."""
        yield from self.drop(*[name for name, one in self.portals.items() if not one.hold])

    def close(self) -> None:
        """Ends all work of the engine. Blocks."""
        for one in self.portals.values():
            one.close()
        self.portals.clear()

    def cancel(self) -> None:
        """Stops what is under way, if anything is; from any thread."""
        stop = self.stop
        if stop is not None:
            stop.cancel()

    @contextmanager
    def working(self, cancellation: Cancellation) -> Iterator[None]:
        """While a statement runs: it can be cancelled, and its time is counted."""
        self.stop, self.timed_out = cancellation, False
        seconds = self.settings.timeout
        try:
            with CLOCK.bell(seconds, partial(self._time_out, cancellation)) if seconds else nullcontext():
                yield
        finally:
            self.stop = None

    def _time_out(self, cancellation: Cancellation) -> None:
        self.timed_out = True
        cancellation.cancel()


def close_all(portals: Iterable[Portal]) -> None:
    for one in portals:
        one.close()


def admitted(state: State) -> Steps[Principal]:
    """Who asks now. Raises ServiceError, and SqlError, FATAL, when they may not come in any more."""
    if not state.admission.is_fresh:
        yield OnThread(state.admission.renew)
    return state.admission.principal
