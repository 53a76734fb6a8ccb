"""The text of one statement to a command. What gives rows is not read further than its first word."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from server.postgres.clause import Clause
from server.postgres.command import (
    Begin,
    CloseCursor,
    Command,
    Copy,
    Deallocate,
    Declare,
    Discard,
    Empty,
    End,
    Fetch,
    Nothing,
    Release,
    Reset,
    RollbackTo,
    RowGiving,
    Savepoint,
    Scope,
    Set,
    Show,
)
from server.postgres.copy_options import read_copy_options
from server.postgres.refusal import SqlError, Unsupported

READS_ONLY = "This server only reads; data is loaded by the municipality's own warehouse."
CHANGES = ("insert", "update", "delete", "merge", "truncate", "copy from")
FORWARD_ONLY = "cursor can only scan forward"


def parse(text: str) -> Command:
    """The command. Raises SqlError, with the position in the text, for what is refused unread."""
    clause = Clause(text)
    first = clause.peek()
    if first is None:
        return Empty()
    if first.value in ("select", "values", "with", "table", "(") and first.kind in ("word", "sign"):
        return RowGiving(text)
    read = READERS.get(first.value) if first.kind == "word" else None
    if read is None:
        raise refused(clause)
    clause.next()
    found = read(clause)
    clause.end()
    return found


def refused(clause: Clause) -> SqlError:
    """What we do not serve, by its first words; nothing of it is run."""
    first = clause.next()
    name = first.value.upper()
    if first.kind != "word" or first.value not in KNOWN:
        return SqlError("42601", f'syntax error at or near "{clause.text[first.start : first.end][:80]}"',
                        position=first.start + 1)  # fmt: skip
    if first.value in CHANGES:
        return SqlError("25006", f"cannot execute {name} in a read-only transaction", READS_ONLY, first.start + 1)
    second = clause.peek()
    if first.value in ("create", "alter", "drop") and second is not None:
        name = f"{name} {second.value.upper()[:40]}"
    return Unsupported(f"{name} is not supported", "Only SELECT gives rows here.", first.start + 1)


KNOWN = (
    "insert", "update", "delete", "merge", "truncate", "create", "alter", "drop", "do", "call", "grant", "revoke",
    "lock", "vacuum", "analyze", "analyse", "cluster", "reindex", "comment", "security", "refresh", "import",
    "explain", "prepare", "execute", "notify", "load", "checkpoint", "reassign",
)  # fmt: skip


def _begin(clause: Clause) -> Command:
    clause.accept("work", "transaction")
    _modes(clause)
    return Begin("BEGIN")


def _start(clause: Clause) -> Command:
    clause.expect("transaction")
    _modes(clause)
    return Begin("START TRANSACTION")


def _modes(clause: Clause) -> None:
    """Each is accepted: all reads are of one generation of the data, and nothing is written in any mode."""
    while not clause.ended:
        if clause.accept("isolation"):
            clause.expect("level")
            if clause.accept("read"):
                clause.expect("committed", "uncommitted")
            elif clause.accept("repeatable"):
                clause.expect("read")
            else:
                clause.expect("serializable")
        elif clause.accept("read"):
            clause.expect("only", "write")
        elif clause.accept("not"):
            clause.expect("deferrable")
        else:
            clause.expect("deferrable")
        clause.accept(",")


def _commit(clause: Clause) -> Command:
    if clause.accept("prepared"):
        raise Unsupported("COMMIT PREPARED is not supported")
    clause.accept("work", "transaction")
    return End(True, _chain(clause))


def _rollback(clause: Clause) -> Command:
    if clause.accept("prepared"):
        raise Unsupported("ROLLBACK PREPARED is not supported")
    clause.accept("work", "transaction")
    if clause.accept("to"):
        clause.accept("savepoint")
        return RollbackTo(clause.name())
    return End(False, _chain(clause))


def _chain(clause: Clause) -> bool:
    if not clause.accept("and"):
        return False
    chained = not clause.accept("no")
    clause.expect("chain")
    return chained


def _savepoint(clause: Clause) -> Command:
    return Savepoint(clause.name())


def _release(clause: Clause) -> Command:
    clause.accept("savepoint")
    return Release(clause.name())


def _set(clause: Clause) -> Command:
    if clause.accept("transaction", "constraints"):
        clause.skip()
        return Nothing("SET")
    scope: Scope = "local" if clause.accept("local") else "session"
    in_session = scope == "session" and clause.accept("session") is not None
    if in_session and clause.accept("characteristics"):
        clause.expect("as")
        clause.expect("transaction")
        _modes(clause)
        return Nothing("SET")
    if in_session and clause.accept("authorization") or clause.accept("role"):
        return _same_role(clause)
    if clause.accept("time"):
        clause.expect("zone")
        return Set("timezone", None if clause.accept("local", "default") else _zone(clause), scope)
    if clause.accept("names"):
        return Set("client_encoding", None if clause.accept("default") else clause.value(), scope)
    if clause.accept("schema"):
        return Set("search_path", clause.value(), scope)
    name = clause.dotted()
    clause.expect("to", "=")
    return Set(name, None if clause.accept("default") else clause.values(), scope)


def _zone(clause: Clause) -> str:
    if clause.accept("interval"):
        raise Unsupported("a time zone as an interval is not supported", "Write it as 'Europe/Copenhagen'.")
    return clause.value()


def _same_role(clause: Clause) -> Command:
    """Who asks is who logged in: no role is taken on."""
    clause.accept("to", "=")
    if clause.accept("none", "default"):
        return Nothing("SET")
    raise SqlError("42501", "permission denied to set role", "Log in as the one who asks.")


def _show(clause: Clause) -> Command:
    if clause.accept("all"):
        return Show(None)
    if clause.accept("time"):
        clause.expect("zone")
        return Show("timezone")
    if clause.accept("transaction"):
        clause.expect("isolation")
        clause.expect("level")
        return Show("transaction_isolation")
    if clause.accept("session"):
        clause.expect("authorization")
        return Show("session_authorization")
    return Show(clause.dotted())


def _reset(clause: Clause) -> Command:
    if clause.accept("all"):
        return Reset(None)
    if clause.accept("time"):
        clause.expect("zone")
        return Reset("timezone")
    if clause.accept("session"):
        clause.expect("authorization")
        return Nothing("RESET")
    if clause.accept("role"):
        return Nothing("RESET")
    return Reset(clause.dotted())


def _discard(clause: Clause) -> Command:
    return Discard(clause.expect("all", "plans", "sequences", "temp", "temporary"))


def _deallocate(clause: Clause) -> Command:
    clause.accept("prepare")
    return Deallocate(None if clause.accept("all") else clause.name())


def _listen(clause: Clause) -> Command:
    clause.name()
    return Nothing("LISTEN")


def _unlisten(clause: Clause) -> Command:
    if not clause.accept("*"):
        clause.name()
    return Nothing("UNLISTEN")


def _declare(clause: Clause) -> Command:
    name, binary, hold = clause.name(), False, False
    while not clause.accept("cursor"):
        if clause.accept("binary"):
            binary = True
        elif clause.accept("no"):
            clause.expect("scroll")
        elif clause.accept("scroll"):
            raise Unsupported("a SCROLL cursor is not supported", "Cursors here read forward: leave out SCROLL.")
        else:
            clause.expect("insensitive", "asensitive")
    if word := clause.accept("with", "without"):
        clause.expect("hold")
        hold = word == "with"
    clause.expect("for")
    text, offset = clause.rest()
    return Declare(name, text, offset, hold, binary)


def _fetch(clause: Clause) -> Command:
    return Fetch(*_from_cursor(clause))


def _move(clause: Clause) -> Command:
    return Fetch(*_from_cursor(clause), move=True)


def _from_cursor(clause: Clause) -> tuple[str, int | None]:
    """The cursor and how many rows on; backwards there is no way."""
    count: int | None = 1
    if clause.accept("prior", "first", "last", "absolute", "relative", "backward"):
        raise SqlError("55000", FORWARD_ONLY, "Use NEXT, FORWARD or a number of rows.")
    if clause.accept("all"):
        count = None
    elif clause.accept("forward"):
        count = None if clause.accept("all") else clause.count(1)
    elif not clause.accept("next"):
        count = clause.count(1)
    if count is not None and count < 1:
        raise SqlError("55000", FORWARD_ONLY, "Use NEXT, FORWARD or a number of rows.")
    clause.accept("from", "in")
    return clause.name(), count


def _close(clause: Clause) -> Command:
    return CloseCursor(None if clause.accept("all") else clause.name())


def _copy(clause: Clause) -> Command:
    if not clause.accept("("):
        return _copy_table(clause)
    text, offset = clause.parenthesised()
    clause.expect("to")
    if not clause.accept("stdout"):
        raise SqlError("42501", "COPY to a file of the server is not permitted", "Use COPY (SELECT …) TO STDOUT.")
    return Copy(text, offset, read_copy_options(clause))


def _copy_table(clause: Clause) -> Command:
    name = clause.dotted()
    if clause.accept("("):
        clause.parenthesised()
    if clause.accept("from"):
        raise SqlError("25006", "cannot execute COPY FROM in a read-only transaction", READS_ONLY)
    clause.expect("to")
    raise SqlError("42809", f'cannot copy from view "{name[:80]}"', "Try the COPY (SELECT ...) TO variant.")


READERS: Mapping[str, Callable[[Clause], Command]] = {
    "begin": _begin, "start": _start, "commit": _commit, "end": _commit, "rollback": _rollback, "abort": _rollback,
    "savepoint": _savepoint, "release": _release, "set": _set, "show": _show, "reset": _reset, "discard": _discard,
    "deallocate": _deallocate, "listen": _listen, "unlisten": _unlisten, "declare": _declare, "fetch": _fetch,
    "move": _move, "close": _close, "copy": _copy,
}  # fmt: skip
