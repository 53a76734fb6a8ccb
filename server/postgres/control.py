"""Commands about the session itself: transactions, settings, prepared statements and cursors. None gives rows."""

from __future__ import annotations

from server.postgres.command import (
    Begin,
    CloseCursor,
    Command,
    Deallocate,
    Declare,
    Discard,
    End,
    Nothing,
    Release,
    Reset,
    RollbackTo,
    Savepoint,
    Set,
)
from server.postgres.portal import Portal, Statement
from server.postgres.refusal import SqlError, warning
from server.postgres.state import MOST_PORTALS, State, Steps
from server.postgres.transaction import Block


def control(state: State, portal: Portal) -> Steps[str]:
    """Does the command; how its end is told. Raises SqlError."""
    match portal.statement.command:
        case Begin() | End() | Savepoint() | Release() | RollbackTo() as command:
            return (yield from _transaction(state, command))
        case Set() as command:
            return _set(state, command)
        case Nothing() as command:
            return command.tag
        case Reset() as command:
            name = command.name
            state.settings = state.settings.reset() if name is None else state.settings.set(name, None)
            return "RESET"
        case Discard() as command:
            return (yield from _discard(state, command))
        case Deallocate() as command:
            return _deallocate(state, command)
        case Declare() as command:
            return (yield from _declare(state, portal, command))
        case CloseCursor() as command:
            return (yield from _close(state, command))
        case command:
            raise TypeError(f"{type(command).__name__} gives rows")


def _transaction(state: State, command: Command) -> Steps[str]:
    match command:
        case Begin(tag):
            if state.block.open:
                state.warn(warning("25001", "there is already a transaction in progress"))
            state.block = state.block.begun(state.mark())
            return tag
        case End() as end:
            return (yield from _end(state, end))
        case Savepoint(name):
            state.block = state.block.saved(state.mark(name))
            return "SAVEPOINT"
        case Release(name):
            state.block = state.block.released(name)
            return "RELEASE"
        case RollbackTo(name):
            state.block, mark = state.block.back_to(name)
            state.settings = mark.settings
            yield from state.drop(*[one for one in state.portals if one and one not in mark.cursors])
            return "ROLLBACK"
        case _:
            raise TypeError("not of a transaction")


def _end(state: State, end: End) -> Steps[str]:
    block, commit = state.block, end.commit and not state.block.failed
    if not block.open:
        if end.chain:
            what = "COMMIT" if end.commit else "ROLLBACK"
            raise SqlError("25P01", f"{what} AND CHAIN can only be used in transaction blocks")
        state.warn(warning("25P01", "there is no transaction in progress"))
    elif not commit:
        state.settings = block.marks[0].settings
        yield from state.drop(*[one for one in state.portals if one and one not in block.marks[0].cursors])
    yield from _end_portals(state)
    state.settings, state.block = state.settings.ended(), Block()
    if end.chain:
        state.block = state.block.begun(state.mark())
    return "COMMIT" if commit else "ROLLBACK"


def _end_portals(state: State) -> Steps[None]:
    """All but the held ones, and but the unnamed one, by which this very command may have come."""
    yield from state.drop(*[name for name, one in state.portals.items() if name and not one.hold])


def _set(state: State, command: Set) -> str:
    if command.scope == "local" and not state.block.open and not state.implicit:
        state.settings.set(command.name, command.value, local=True)  # refused all the same where it is wrong
        state.warn(warning("25P01", "SET LOCAL can only be used in transaction blocks"))
        return "SET"
    state.settings = state.settings.set(command.name, command.value, command.scope == "local")
    return "SET"


def _discard(state: State, command: Discard) -> Steps[str]:
    if command.what == "all":
        if state.block.open or state.implicit:
            raise SqlError("25001", "DISCARD ALL cannot run inside a transaction block")
        yield from state.drop(*[name for name in state.portals if name])
        state.prepared.clear()
        state.settings = state.settings.reset()
    return f"DISCARD {'TEMP' if command.what == 'temporary' else command.what.upper()}"


def _deallocate(state: State, command: Deallocate) -> str:
    if command.name is None:
        state.prepared.clear()
        return "DEALLOCATE ALL"
    if state.prepared.pop(command.name, None) is None:
        raise SqlError("26000", f'prepared statement "{command.name[:80]}" does not exist')
    return "DEALLOCATE"


def _declare(state: State, portal: Portal, command: Declare) -> Steps[str]:
    if not (command.hold or state.block.open or state.implicit):
        raise SqlError("25P01", "DECLARE CURSOR can only be used in transaction blocks")
    prepared = portal.statement.prepared
    assert prepared is not None
    statement = Statement(command.text, command, portal.statement.offset, prepared=prepared)
    formats = (int(command.binary),) * len(prepared.columns)
    cursor = Portal(statement, portal.values, formats, True, command.hold, columns=prepared.columns)
    yield from add_portal(state, command.name, cursor)
    return "DECLARE CURSOR"


def add_portal(state: State, name: str, portal: Portal) -> Steps[None]:
    """Keeps the portal; the unnamed one takes the place of the last. Raises SqlError 42P03, 54000."""
    if name and name in state.portals:
        raise SqlError("42P03", f'cursor "{name[:80]}" already exists')
    if len(state.portals) >= MOST_PORTALS:
        raise SqlError("54000", f"more than {MOST_PORTALS} portals and cursors are open", "Close some.")
    yield from state.drop(name)
    state.portals[name] = portal


def _close(state: State, command: CloseCursor) -> Steps[str]:
    if command.name is None:
        yield from state.drop(*[name for name, one in state.portals.items() if one.cursor])
        return "CLOSE CURSOR ALL"
    if command.name not in state.portals or not command.name:
        raise SqlError("34000", f'cursor "{command.name[:80]}" does not exist')
    yield from state.drop(command.name)
    return "CLOSE CURSOR"
