"""A session as a conversation: each message in, effects out. It knows no socket, no thread and no clock.

`talk` is a generator. What drives it answers each effect, and throws in the errors of those that fail.
"""

from __future__ import annotations

from functools import partial

from server.postgres.answer import check_parameters, is_cancelled
from server.postgres.command import RowGiving
from server.postgres.effect import OnThread, Read
from server.postgres.extended import columns_of, execute, on_bind, on_close, on_describe, on_execute, on_parse
from server.postgres.portal import Portal
from server.postgres.prepare import prepare
from server.postgres.refusal import SqlError, Unsupported, fatal, fatal_report, report_of
from server.postgres.state import State, Steps
from server.postgres.wire.backend import EmptyQueryResponse, RowDescription
from server.postgres.wire.frontend import (
    BadText,
    Bind,
    Close,
    CopyData,
    CopyDone,
    CopyFail,
    Describe,
    Execute,
    Flush,
    FunctionCall,
    Message,
    Parse,
    Password,
    Query,
    Sync,
    Terminate,
)
from server.postgres.wire.read import ProtocolFault
from server.postgres.words import Piece, split

LONG = 50_000  # characters of a text that is taken apart on a thread, so that it delays nobody else


def talk(state: State) -> Steps[None]:
    """Messages until the client goes, or is made to."""
    skipping = False
    while True:
        message: Message = Flush()
        try:
            message = yield Read(opening=False, most=state.most_bytes, wait="idle")
            if isinstance(message, Terminate):
                return
            if skipping and not isinstance(message, Sync):
                continue
            skipping = False
            yield from receive(state, message)
            if state.ending is not None:
                raise state.ending
        except ProtocolFault:
            raise
        except Exception as error:
            refused = _reason(state, error)
            if isinstance(refused, SqlError) and refused.fatal:
                state.refuse(fatal_report(refused))
                yield from state.flush()
                return
            skipping = yield from _failed(state, refused, message)


def _reason(state: State, error: Exception) -> Exception:
    """The error as it is told: whoever stopped the work says why."""
    if state.ending is not None:
        return state.ending
    if state.timed_out and is_cancelled(error):
        return SqlError("57014", "canceling statement due to statement timeout")
    return error


def _failed(state: State, error: Exception, message: Message) -> Steps[bool]:
    """Tells the error; whether what follows is skipped until Sync."""
    state.refuse(report_of(error, state.offset))
    state.block, state.implicit, state.timed_out = state.block.fail(), False, False
    if not isinstance(message, Query | FunctionCall | Sync) and not (isinstance(message, BadText) and message.simple):
        yield from state.flush()
        return True
    yield from _end(state)
    return False


def _end(state: State) -> Steps[None]:
    """The end of a Query or Sync: without a block, the transaction ends here, too."""
    state.implicit, state.offset = False, 0
    if not state.block.open:
        yield from state.drop_transient()
        state.settings = state.settings.ended()
    yield from state.ready()


def receive(state: State, message: Message) -> Steps[None]:
    """One message answered. Raises ServiceError, SqlError."""
    match message:
        case Query():
            yield from on_query(state, message)
        case Parse():
            yield from on_parse(state, message)
        case Bind():
            yield from on_bind(state, message)
        case Describe():
            on_describe(state, message)
        case Execute():
            yield from on_execute(state, message)
        case Close():
            yield from on_close(state, message)
        case Flush():
            yield from state.flush()
        case Sync():
            yield from _end(state)
        case FunctionCall():
            raise Unsupported("function calls by the protocol are not supported", "Write SELECT.")
        case BadText():
            raise SqlError("22021", f'invalid byte sequence for encoding "UTF8": {message.found}')
        case CopyData() | CopyDone() | CopyFail():
            pass  # a client may still send these after its COPY was refused
        case Password() | Terminate():
            raise fatal("08P01", "invalid frontend message type 112")


def on_query(state: State, message: Query) -> Steps[None]:
    """Every statement of the text in turn, each with its own result, up to the first that fails."""
    state.offset = 0
    text = message.text
    pieces: tuple[Piece, ...] = (yield OnThread(partial(split, text))) if len(text) > LONG else split(text)
    state.prepared.pop("", None)
    if not pieces:
        state.tell(EmptyQueryResponse())
    state.implicit = len(pieces) > 1
    for piece in pieces:
        yield from _one(state, piece)
        if state.ending is not None:
            raise state.ending
    yield from _end(state)


def _one(state: State, piece: Piece) -> Steps[None]:
    statement = yield from prepare(state, piece, at_once=True)
    check_parameters(statement)
    columns = columns_of(state, statement)
    yield from state.drop("")
    described = isinstance(statement.command, RowGiving)
    portal = Portal(statement, formats=(0,) * len(columns or ()), columns=columns, described=described)
    state.portals[""] = portal
    if columns is not None:
        cursor = state.portals.get(getattr(statement.command, "name", None) or "")
        if cursor is not None and cursor is not portal and cursor.cursor:
            portal.formats = cursor.formats
        state.tell(RowDescription(columns, portal.formats))
    yield from execute(state, portal, None)
