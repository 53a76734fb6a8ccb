"""The extended protocol: Parse, Bind, Describe, Execute and Close, answered in order, sent with the next Sync."""

from __future__ import annotations

from server.postgres.answer import cursor_of, give_copy, give_fetched, give_rows
from server.postgres.command import Copy, Empty, Fetch
from server.postgres.control import add_portal, control
from server.postgres.parameters import parameter
from server.postgres.portal import Portal, Statement
from server.postgres.prepare import check_block, prepare
from server.postgres.refusal import SqlError
from server.postgres.state import MOST_STATEMENT_CHARACTERS, MOST_STATEMENTS, State, Steps
from server.postgres.statement import PgColumn
from server.postgres.wire.backend import (
    BindComplete,
    CloseComplete,
    CommandComplete,
    EmptyQueryResponse,
    NoData,
    ParameterDescription,
    ParseComplete,
    RowDescription,
)
from server.postgres.wire.frontend import Bind, Close, Describe, Execute, Parse
from server.postgres.words import Piece, split


def on_parse(state: State, message: Parse) -> Steps[None]:
    if message.name and message.name in state.prepared:
        raise SqlError("42P05", f'prepared statement "{message.name[:80]}" already exists')
    pieces = split(message.text)
    if len(pieces) > 1:
        raise SqlError("42601", "cannot insert multiple commands into a prepared statement")
    state.prepared.pop("", None)
    statement = yield from prepare(state, pieces[0] if pieces else Piece("", 0), message.types)
    kept = sum(len(one.text) for one in state.prepared.values()) + len(statement.text)
    if len(state.prepared) >= MOST_STATEMENTS or kept > MOST_STATEMENT_CHARACTERS:
        raise SqlError("54000", "too many prepared statements", "Close those that are not needed, or DEALLOCATE ALL.")
    state.prepared[message.name] = statement
    state.tell(ParseComplete())


def statement_of(state: State, name: str) -> Statement:
    found = state.prepared.get(name)
    if found is None:
        raise SqlError("26000", f'prepared statement "{name[:80]}" does not exist' if name else
                       "unnamed prepared statement does not exist")  # fmt: skip
    return found


def on_bind(state: State, message: Bind) -> Steps[None]:
    statement = statement_of(state, message.statement)
    state.offset = statement.offset
    check_block(state, statement.command)
    values = _values(statement, message, state.settings.get("TimeZone"))
    columns = columns_of(state, statement)
    formats = _spread(message.result_formats, len(columns or ()), "result", "columns")
    if isinstance(statement.command, Fetch) and not message.result_formats:
        formats = ()  # as its cursor was declared
    portal = Portal(statement, values, formats, columns=columns)
    yield from add_portal(state, message.portal, portal)
    state.tell(BindComplete())


def _values(statement: Statement, message: Bind, zone: str) -> tuple[object, ...]:
    wanted = statement.prepared.parameters if statement.prepared is not None else ()
    if len(message.values) != len(wanted):
        about = f'"{message.statement[:80]}" requires {len(wanted)}'
        raise SqlError(
            "08P01", f"bind message supplies {len(message.values)} parameters, but prepared statement {about}"
        )
    formats = _spread(message.formats, len(wanted), "parameter", "parameters")
    given = zip(message.values, wanted, formats, strict=True)
    return tuple(parameter(raw, type, form, timezone=zone) for raw, type, form in given)


def _spread(formats: tuple[int, ...], count: int, kind: str, what: str) -> tuple[int, ...]:
    """One format each: none given is text, one is for all."""
    if len(formats) <= 1:
        return (formats or (0,)) * count
    if len(formats) != count:
        raise SqlError("08P01", f"bind message has {len(formats)} {kind} formats but {count} {what}")
    return formats


def columns_of(state: State, statement: Statement) -> tuple[PgColumn, ...] | None:
    """What rows it gives, None for none; of a FETCH its cursor's."""
    command = statement.command
    if isinstance(command, Fetch) and not command.move:
        return cursor_of(state, command.name).columns
    return statement.columns


def on_describe(state: State, message: Describe) -> None:
    if message.target == "S":
        statement = statement_of(state, message.name)
        columns = columns_of(state, statement)
        state.tell(ParameterDescription(statement.parameters))
        formats = (0,) * len(columns or ())
    else:
        portal = portal_of(state, message.name)
        columns, formats = portal.columns, portal.formats
        if columns is not None and len(formats) != len(columns):
            formats = (0,) * len(columns)
    state.tell(NoData() if columns is None else RowDescription(columns, formats))


def portal_of(state: State, name: str) -> Portal:
    found = state.portals.get(name)
    if found is None:
        raise SqlError("34000", f'portal "{name[:80]}" does not exist')
    return found


def on_execute(state: State, message: Execute) -> Steps[None]:
    portal = portal_of(state, message.portal)
    state.offset = portal.statement.offset
    check_block(state, portal.statement.command)
    yield from execute(state, portal, message.most or None)


def execute(state: State, portal: Portal, most: int | None) -> Steps[None]:
    """The portal's command done, its rows sent, and its end told. Raises ServiceError, SqlError."""
    command = portal.statement.command
    if isinstance(command, Empty):
        state.tell(EmptyQueryResponse())
    elif isinstance(command, Copy):
        yield from give_copy(state, portal, command)
    elif isinstance(command, Fetch):
        yield from give_fetched(state, portal, command, most)
    elif portal.columns is not None or portal.described:
        yield from give_rows(state, portal, most)
    else:
        tag = yield from control(state, portal)
        state.tell(CommandComplete(tag))


def on_close(state: State, message: Close) -> Steps[None]:
    """What is not there is closed, too."""
    if message.target == "S":
        state.prepared.pop(message.name, None)
    else:
        yield from state.drop(message.name)
    state.tell(CloseComplete())
