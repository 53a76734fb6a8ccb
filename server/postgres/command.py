"""Statements as the session tells them apart: those about itself, which it answers, and those that give rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scope = Literal["session", "local"]


@dataclass(frozen=True)
class RowGiving:
    """Handed on unread: SELECT, VALUES, WITH, TABLE."""

    text: str


@dataclass(frozen=True)
class Empty:
    """No statement at all, which the extended protocol allows."""


@dataclass(frozen=True)
class Begin:
    tag: str  # BEGIN or START TRANSACTION


@dataclass(frozen=True)
class End:
    """COMMIT or ROLLBACK. `chain` begins the next transaction at once."""

    commit: bool
    chain: bool = False


@dataclass(frozen=True)
class Savepoint:
    name: str


@dataclass(frozen=True)
class Release:
    name: str


@dataclass(frozen=True)
class RollbackTo:
    name: str


@dataclass(frozen=True)
class Set:
    """`value` None is the default."""

    name: str
    value: str | None
    scope: Scope = "session"


@dataclass(frozen=True)
class Nothing:
    """A statement that is right and changes nothing here, and how its end is told."""

    tag: str


@dataclass(frozen=True)
class Show:
    """`name` None is every setting."""

    name: str | None


@dataclass(frozen=True)
class Reset:
    """`name` None is every setting."""

    name: str | None


@dataclass(frozen=True)
class Discard:
    what: str


@dataclass(frozen=True)
class Deallocate:
    """`name` None is every prepared statement."""

    name: str | None


@dataclass(frozen=True)
class Declare:
    """A cursor over `text`, which stands `offset` characters into the statement."""

    name: str
    text: str
    offset: int
    hold: bool = False
    binary: bool = False


@dataclass(frozen=True)
class Fetch:
    """The next `count` rows of a cursor, None for all that are left; with `move`, passed over unread."""

    name: str
    count: int | None
    move: bool = False


@dataclass(frozen=True)
class CloseCursor:
    """`name` None is every cursor."""

    name: str | None


@dataclass(frozen=True)
class CopyOptions:
    """How COPY writes. Of csv, `quoted` names the columns whose every value is quoted, None for all of them."""

    form: Literal["text", "csv", "binary"] = "text"
    delimiter: str = "\t"
    null: str = "\\N"
    header: bool = False
    quote: str = '"'
    escape: str = '"'
    quoted: tuple[str, ...] | None = ()


@dataclass(frozen=True)
class Copy:
    """COPY (`text`) TO STDOUT. The text stands `offset` characters into the statement."""

    text: str
    offset: int
    options: CopyOptions


Command = (
    RowGiving | Empty | Begin | End | Savepoint | Release | RollbackTo | Set | Nothing | Show | Reset | Discard
    | Deallocate | Declare | Fetch | CloseCursor | Copy
)  # fmt: skip
