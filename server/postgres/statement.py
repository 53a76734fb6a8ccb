"""What the protocol asks of those who answer statements, and what they give: the seam between wire and question.

The protocol knows sessions, portals and messages; it hands on the text of a row-giving statement and never reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from semantic.access.principal import Principal
from semantic.execute.cancellation import Cancellation
from server.postgres.types import PgType


@dataclass(frozen=True)
class PgColumn:
    """A column as RowDescription tells it. `table` and `number` are the catalogue's, 0 for an expression."""

    name: str
    type: PgType
    modifier: int = -1
    table: int = 0
    number: int = 0


@dataclass(frozen=True)
class Notice:
    """What a client is told beside the rows (NOTICE): the applied scope, or how a measure was read."""

    message: str
    detail: str | None = None
    hint: str | None = None


@dataclass(frozen=True)
class Session:
    """Who asks, and what the connection has been set to. `settings` are by lower-case name (`SET`, start-up)."""

    principal: Principal
    settings: Mapping[str, str]
    process: int
    in_transaction: bool = False


@dataclass(frozen=True)
class Prepared:
    """A statement that has been read and typed, nothing run. `parameters` are the types of `$1`, `$2`…, all known."""

    text: str
    parameters: tuple[PgType, ...]
    columns: tuple[PgColumn, ...]


@dataclass(frozen=True)
class Setting:
    """What a statement sets of its session, as `SET` does, or `SET LOCAL`."""

    name: str
    value: str
    local: bool


@dataclass(frozen=True)
class Rows:
    """An answer under way. `settings` are to be made in the session before the first row is sent.

    The batches follow `columns`, are read once, and come from another thread's engine.

    A cell is Arrow's own: int16/32/64, uint32 (oid), float32/64, decimal128/256, string, bool, date32, time64[us],
    timestamp[us] (wall clock), timestamp[us, tz=UTC], month_day_nano_interval, fixed_size_binary(16) or text (uuid),
    binary, and lists of these. What is a number in binary and a name in text (regclass, regtype…) is a struct of both
    (`types.IDENTIFIED`). Text stands in for every other type that has no Arrow type of its own (name, "char"…).
    """

    columns: tuple[PgColumn, ...]
    batches: Iterator[pa.RecordBatch]
    notices: tuple[Notice, ...] = ()
    settings: tuple[Setting, ...] = ()


class Statements(Protocol):
    """Answers row-giving statements (SELECT, VALUES, WITH, TABLE). Both methods block and are called on a thread.

    They raise ServiceError; `server.errors` says which SQLSTATE that is, and a problem's place where in the text.
    """

    def prepare(self, text: str, declared: Sequence[int], session: Session) -> Prepared:
        """The statement typed. `declared` are the client's parameter types by OID, 0 where it leaves one open."""
        ...

    def run(self, prepared: Prepared, values: Sequence[object], session: Session, cancellation: Cancellation) -> Rows:
        """The answer to the prepared statement. `values` are Python's own: str, int, Decimal, datetime, list…"""
        ...
