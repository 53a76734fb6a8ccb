"""What the server sends, as values; `bytes(message)` is how it is written."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from server.postgres.statement import PgColumn

Status = Literal["I", "T", "E"]  # idle, in a transaction block, in one that has failed
MOST_FIELD = 8_000  # characters of one field of an error or notice


def framed(letter: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return letter + struct.pack("!i", len(body) + 4) + body


def terminated(text: str) -> bytes:
    """The text and a zero. A zero within would end it early."""
    return text.replace("\0", "").encode("utf-8", "replace") + b"\0"


@dataclass(frozen=True)
class AuthenticationOk:
    def __bytes__(self) -> bytes:
        return framed(b"R", struct.pack("!i", 0))


@dataclass(frozen=True)
class AuthenticationCleartextPassword:
    def __bytes__(self) -> bytes:
        return framed(b"R", struct.pack("!i", 3))


@dataclass(frozen=True)
class AuthenticationSasl:
    mechanisms: tuple[str, ...]

    def __bytes__(self) -> bytes:
        return framed(b"R", struct.pack("!i", 10), *map(terminated, self.mechanisms), b"\0")


@dataclass(frozen=True)
class AuthenticationSaslContinue:
    data: bytes

    def __bytes__(self) -> bytes:
        return framed(b"R", struct.pack("!i", 11), self.data)


@dataclass(frozen=True)
class AuthenticationSaslFinal:
    data: bytes

    def __bytes__(self) -> bytes:
        return framed(b"R", struct.pack("!i", 12), self.data)


@dataclass(frozen=True)
class NegotiateProtocolVersion:
    """That 3.0 is the newest we speak, and which options we do not know."""

    options: tuple[str, ...]

    def __bytes__(self) -> bytes:
        return framed(b"v", struct.pack("!ii", 3 << 16, len(self.options)), *map(terminated, self.options))


@dataclass(frozen=True)
class BackendKeyData:
    process: int
    secret: bytes

    def __bytes__(self) -> bytes:
        return framed(b"K", struct.pack("!i", self.process), self.secret)


@dataclass(frozen=True)
class ParameterStatus:
    name: str
    value: str

    def __bytes__(self) -> bytes:
        return framed(b"S", terminated(self.name), terminated(self.value))


@dataclass(frozen=True)
class ReadyForQuery:
    status: Status

    def __bytes__(self) -> bytes:
        return framed(b"Z", self.status.encode())


@dataclass(frozen=True)
class Report:
    """The fields of an error or a notice. `position` counts the characters of the client's text from 1."""

    severity: Literal["ERROR", "FATAL", "WARNING", "NOTICE"]
    sqlstate: str
    message: str
    detail: str | None = None
    hint: str | None = None
    position: int | None = None
    routine: str | None = None

    @property
    def code(self) -> str:
        """Our own code of a refusal; of what only SQL refuses, the SQLSTATE."""
        return self.routine or self.sqlstate

    def __bytes__(self) -> bytes:
        fields = {
            "S": self.severity, "V": self.severity, "C": self.sqlstate, "M": self.message, "D": self.detail,
            "H": self.hint, "P": None if self.position is None else str(self.position), "R": self.routine,
        }  # fmt: skip
        told = (key.encode() + terminated(text[:MOST_FIELD]) for key, text in fields.items() if text)
        return framed(b"E" if self.severity in ("ERROR", "FATAL") else b"N", *told, b"\0")


@dataclass(frozen=True)
class ParseComplete:
    def __bytes__(self) -> bytes:
        return framed(b"1")


@dataclass(frozen=True)
class BindComplete:
    def __bytes__(self) -> bytes:
        return framed(b"2")


@dataclass(frozen=True)
class CloseComplete:
    def __bytes__(self) -> bytes:
        return framed(b"3")


@dataclass(frozen=True)
class NoData:
    def __bytes__(self) -> bytes:
        return framed(b"n")


@dataclass(frozen=True)
class PortalSuspended:
    def __bytes__(self) -> bytes:
        return framed(b"s")


@dataclass(frozen=True)
class EmptyQueryResponse:
    def __bytes__(self) -> bytes:
        return framed(b"I")


@dataclass(frozen=True)
class CommandComplete:
    tag: str

    def __bytes__(self) -> bytes:
        return framed(b"C", terminated(self.tag))


@dataclass(frozen=True)
class ParameterDescription:
    types: tuple[int, ...]

    def __bytes__(self) -> bytes:
        return framed(b"t", struct.pack(f"!H{len(self.types)}I", len(self.types), *self.types))


@dataclass(frozen=True)
class RowDescription:
    """The columns, each with its format; a statement's formats are not known and 0."""

    columns: Sequence[PgColumn]
    formats: Sequence[int]

    def __bytes__(self) -> bytes:
        parts = [struct.pack("!H", len(self.columns))]
        for column, form in zip(self.columns, self.formats, strict=True):
            type = column.type
            about = (column.table, column.number, type.oid, type.size, column.modifier, form)
            parts += [terminated(column.name), struct.pack("!IhIhih", *about)]
        return framed(b"T", *parts)


@dataclass(frozen=True)
class CopyOutResponse:
    """That rows of a COPY follow: 0 text or csv, 1 binary, for the whole and for each column."""

    form: int
    columns: int

    def __bytes__(self) -> bytes:
        return framed(b"H", struct.pack(f"!bH{self.columns}H", self.form, self.columns, *[self.form] * self.columns))


@dataclass(frozen=True)
class CopyData:
    data: bytes

    def __bytes__(self) -> bytes:
        return framed(b"d", self.data)


@dataclass(frozen=True)
class CopyDone:
    def __bytes__(self) -> bytes:
        return framed(b"c")
