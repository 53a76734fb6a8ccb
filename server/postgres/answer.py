"""Rows for the client: an answer begun, read on, fetched from a cursor, or copied out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import pyarrow as pa

from semantic.errors import LimitError
from server.postgres.command import Copy, Fetch, RowGiving, Show
from server.postgres.copy_out import copy_writer
from server.postgres.effect import Buffer, OnThread, Stream
from server.postgres.encode.rows import data_rows
from server.postgres.portal import Encode, Portal, Source, Statement
from server.postgres.refusal import SqlError, notice_report
from server.postgres.settings import display
from server.postgres.state import State, Steps, admitted
from server.postgres.statement import PgColumn, Prepared, Rows
from server.postgres.types import TEXT
from server.postgres.wire.backend import CommandComplete, CopyDone, CopyOutResponse, PortalSuspended, RowDescription
from server.postgres.words import words

T = TypeVar("T")
SHOW_ALL = tuple(PgColumn(name, TEXT) for name in ("name", "setting", "description"))


class Tally:
    """Pieces of an answer as they are written, and how many rows went by."""

    def __init__(self, pieces: Iterator[pa.RecordBatch], write: Encode) -> None:
        self._pieces, self._write = pieces, write
        self.rows = 0

    def __iter__(self) -> Iterator[Buffer]:
        return self

    def __next__(self) -> Buffer:
        batch = next(self._pieces)
        self.rows += batch.num_rows
        return self._write(batch)


def give_rows(state: State, portal: Portal, most: int | None) -> Steps[None]:
    """`most` rows of the portal, and that it is suspended or complete."""
    count = yield from _give(state, portal, portal.formats, most)
    if most is not None and count == most:
        state.tell(PortalSuspended())
    else:
        state.tell(CommandComplete("SHOW" if isinstance(portal.statement.command, Show) else f"SELECT {count}"))


def _give(state: State, portal: Portal, formats: tuple[int, ...], most: int | None) -> Steps[int]:
    """How many rows were sent."""
    with state.working(portal.cancellation):
        if isinstance(portal.statement.command, Show):
            return _give_shown(state, portal, portal.statement.command, formats)
        zone = state.settings.get("TimeZone")

        def tallied(source: Source) -> tuple[Tally, Buffer]:
            """With the first piece, which is most often all: what it takes to wait for a thread is spared."""
            columns, chosen = portal.columns or (), portal.formats if portal.described else formats
            tally = Tally(source.take(most), lambda batch: data_rows(batch, columns, chosen, timezone=zone))
            return tally, next(tally, b"")

        source, (tally, first) = yield from opened(state, portal, tallied)
        state.out += first
        if not source.over:
            yield from state.flush()
            yield Stream(tally, lambda: source.over)
    return tally.rows


def _give_shown(state: State, portal: Portal, command: Show, formats: tuple[int, ...]) -> int:
    """At once: it needs no thread. A second Execute gives nothing more."""
    if portal.left == 0:
        return 0
    portal.left, columns = 0, show_columns(command)
    batch = shown(state, command)
    state.out += data_rows(batch, columns, formats)
    count: int = batch.num_rows
    return count


def opened(state: State, portal: Portal, work: Callable[[Source], T]) -> Steps[tuple[Source, T]]:
    """The portal's answer, begun with the first call, and what the work gives of it, on the same thread.

    It is read on only under the rights that it was begun with. Raises ServiceError, and SqlError 57014, 42501.
    """
    principal = yield from admitted(state)
    if portal.source is None:
        portal.principal = principal
        begun: tuple[Rows, Source, T] = yield OnThread(lambda: _begun(state, portal, work))
        if portal.described:
            state.tell(RowDescription(portal.columns or (), portal.formats))
        set_by(state, begun[0])
        for notice in begun[0].notices:
            state.warn(notice_report(notice))
        return begun[1:]
    if portal.principal != principal:
        yield OnThread(portal.close)
        raise SqlError("42501", "what you may see has changed since this answer was begun", "Ask again.")
    source = portal.source
    if source.failed:
        raise SqlError("55000", "the portal cannot be run: an error has ended it", "Ask again.")
    found: T = yield OnThread(lambda: work(source))
    return source, found


def set_by(state: State, rows: Rows) -> None:
    """What the statement has set of the session; what is local ends with the statement outside of a transaction."""
    within = state.block.open or state.implicit
    for one in rows.settings:
        changed = state.settings.set(one.name, one.value, one.local)
        if within or not one.local:
            state.settings = changed


def _begun(state: State, portal: Portal, work: Callable[[Source], T]) -> tuple[Rows, Source, T]:
    if portal.cancellation.cancelled:
        raise SqlError("57014", "canceling statement due to user request")
    prepared = portal.statement.prepared
    if prepared is None:
        prepared = _prepared(state, portal)
    rows = portal.rows = state.statements.run(prepared, portal.values, state.session(), portal.cancellation)
    source = portal.source = Source(rows.batches)
    return rows, source, work(source)


def _prepared(state: State, portal: Portal) -> Prepared:
    """What was not prepared before it is run. Raises ServiceError, SqlError 42P02."""
    statement = portal.statement
    assert isinstance(statement.command, RowGiving)
    prepared = state.statements.prepare(statement.command.text, (), state.session())
    types = tuple(one.oid for one in prepared.parameters)
    portal.statement = replace(statement, parameters=types, columns=prepared.columns, prepared=prepared)
    check_parameters(portal.statement)
    portal.columns, portal.formats = prepared.columns, (0,) * len(prepared.columns)
    return prepared


def check_parameters(statement: Statement) -> None:
    """Raises SqlError 42P02 where a statement that is run at once has any."""
    if statement.parameters:
        first = next((one for one in words(statement.text) if one.kind == "parameter"), None)
        raise SqlError("42P02", "there is no parameter $1", position=first.start + 1 if first else None)


def show_columns(command: Show) -> tuple[PgColumn, ...]:
    return SHOW_ALL if command.name is None else (PgColumn(display(command.name), TEXT),)


def shown(state: State, command: Show) -> pa.RecordBatch:
    """The setting, or all of them by name."""
    columns = show_columns(command)
    if command.name is not None:
        cells = [[state.settings.get(command.name)]]
    else:
        found = sorted((display(name), value) for name, value in state.settings.values.items())
        cells = [[name for name, _ in found], [value for _, value in found], [""] * len(found)]
    return pa.RecordBatch.from_arrays([pa.array(one, pa.string()) for one in cells], [one.name for one in columns])


def cursor_of(state: State, name: str) -> Portal:
    found = state.portals.get(name)
    if found is None or found.columns is None:
        raise SqlError("34000", f'cursor "{name[:80]}" does not exist')
    return found


def give_fetched(state: State, portal: Portal, command: Fetch, most: int | None) -> Steps[None]:
    """Rows of a cursor by FETCH, or past them by MOVE; `most` bounds what one Execute gives of a FETCH."""
    cursor = cursor_of(state, command.name)
    wanted = command.count if portal.left is None else portal.left
    limit = min(one for one in (wanted, most, 2**62) if one is not None)
    if command.move:
        count = yield from _move(state, cursor, limit)
    else:
        count = yield from _give(state, cursor, portal.formats or cursor.formats, limit)
    portal.left = None if wanted is None else wanted - count
    if most is not None and count == most and portal.left != 0:
        state.tell(PortalSuspended())
        return
    state.tell(CommandComplete(f"{'MOVE' if command.move else 'FETCH'} {count}"))


def _move(state: State, cursor: Portal, count: int) -> Steps[int]:
    def passed(source: Source) -> int:
        return sum(piece.num_rows for piece in source.take(count))

    with state.working(cursor.cancellation):
        _, rows = yield from opened(state, cursor, passed)
    return rows


def give_copy(state: State, portal: Portal, command: Copy) -> Steps[None]:
    with state.working(portal.cancellation):
        source, _ = yield from opened(state, portal, lambda _: None)
        rows = portal.rows
        assert rows is not None
        form = 1 if command.options.form == "binary" else 0
        writer = copy_writer(command.options, rows.columns, state.settings.get("TimeZone"))
        state.tell(CopyOutResponse(form, len(rows.columns)))
        state.out += writer.head
        yield from state.flush()
        tally = Tally(source.take(None), writer.rows)
        yield Stream(tally, lambda: source.over)
    state.out += writer.tail(tally.rows == 0)
    state.tell(CopyDone(), CommandComplete(f"COPY {tally.rows}"))


def is_cancelled(error: Exception) -> bool:
    """Whether somebody pressed the button, so that the reason is theirs to tell."""
    return isinstance(error, LimitError) and error.code == "L503"
