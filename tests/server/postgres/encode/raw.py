"""A real PostgreSQL asked over its own protocol, and its messages as they came."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import Any

from server.postgres.types import PgType
from tests.server.postgres.encode.reference import text


def message(tag: bytes, content: bytes) -> bytes:
    return tag + struct.pack("!i", len(content) + 4) + content


def asked(connection: Any, sql: str, format: int) -> bytes:
    """The DataRow messages of one statement, every column in that format (text 0, binary 1)."""
    sent = message(b"P", b"\0" + sql.encode() + b"\0\0\0")
    sent += message(b"B", b"\0\0" + struct.pack("!hhhh", 0, 0, 1, format))
    sent += message(b"E", b"\0" + struct.pack("!i", 0)) + message(b"S", b"")
    return b"".join(one for one in _answers(connection, sent) if one[:1] == b"D")


def copied(connection: Any, sql: str) -> bytes:
    """The CopyData messages of a COPY TO STDOUT."""
    return b"".join(one for one in _answers(connection, message(b"Q", sql.encode() + b"\0")) if one[:1] == b"d")


def _answers(connection: Any, sent: bytes) -> Iterator[bytes]:
    """Every message up to ReadyForQuery, over the socket of pg8000's connection."""
    wire = connection._usock
    wire.sendall(sent)
    refused = None
    while True:
        head = _exactly(wire, 5)
        content = _exactly(wire, struct.unpack("!i", head[1:])[0] - 4)
        if head[:1] == b"E":
            refused = content
        if head[:1] == b"Z":
            break
        yield head + content
    assert refused is None, refused


def _exactly(wire: Any, count: int) -> bytes:
    found = b""
    while len(found) < count:
        some = wire.recv(count - len(found))
        assert some, "the connection was closed"
        found += some
    return found


def selected(rows: Sequence[Sequence[Any]], kinds: Sequence[PgType], timezone: str = "UTC") -> str:
    """SQL that gives those values as those types, in order."""
    lines = [
        ", ".join([str(number), *(literal(value, kind, timezone) for value, kind in zip(row, kinds, strict=True))])
        for number, row in enumerate(rows)
    ]
    names = [f"c{number}" for number in range(len(kinds))]
    listed = "), (".join(lines)
    return (
        f"SELECT {', '.join(names)} FROM (VALUES ({listed})) AS v(n{''.join(f', {name}' for name in names)}) ORDER BY n"
    )


def literal(value: Any, kind: PgType, timezone: str) -> str:
    name = f"{kind.name[1:]}[]" if kind.name.startswith("_") else kind.name
    if name.startswith("char["):
        name = '"char"[]'
    if value is None:
        return f"NULL::{name}"
    shown = text(value, kind, timezone).replace("'", "''").replace("\\", "\\\\")
    return f"E'{shown}'::{name}"
