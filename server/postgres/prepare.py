"""A text to a prepared statement: parsed, and typed by those who answer where it reads rows of the model."""

from __future__ import annotations

from functools import partial

from server.postgres.answer import show_columns
from server.postgres.command import Command, Copy, Declare, End, RollbackTo, RowGiving, Show
from server.postgres.effect import OnThread
from server.postgres.parse import parse
from server.postgres.portal import Statement
from server.postgres.refusal import SqlError
from server.postgres.state import State, Steps, admitted
from server.postgres.statement import Prepared
from server.postgres.words import Piece

ABORTED = "current transaction is aborted, commands ignored until end of transaction block"


def prepare(state: State, piece: Piece, declared: tuple[int, ...] = (), at_once: bool = False) -> Steps[Statement]:
    """The statement, nothing run. Raises ServiceError, SqlError; `state.offset` is where its text begins.

    What is to be run `at_once` is prepared when it is: a second wait for a thread would cost as much as a short answer.
    """
    state.offset = piece.offset
    command = parse(piece.text)
    check_block(state, command)
    if isinstance(command, Show):
        if command.name is not None:
            state.settings.get(command.name)
        return Statement(piece.text, command, piece.offset, columns=show_columns(command))
    if not isinstance(command, RowGiving | Declare | Copy):
        return Statement(piece.text, command, piece.offset)
    if not isinstance(command, RowGiving):
        state.offset += command.offset
    yield from admitted(state)
    if at_once and isinstance(command, RowGiving):
        return Statement(piece.text, command, state.offset)
    prepared: Prepared = yield OnThread(partial(state.statements.prepare, command.text, declared, state.session()))
    columns = prepared.columns if isinstance(command, RowGiving) else None
    types = tuple(one.oid for one in prepared.parameters)
    return Statement(piece.text, command, state.offset, types, columns, prepared)


def check_block(state: State, command: Command) -> None:
    """In a block that has failed, only its end is taken."""
    if state.block.failed and not isinstance(command, End | RollbackTo):
        raise SqlError("25P02", ABORTED)
