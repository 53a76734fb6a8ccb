"""Bytes as they come to messages. A length is bounded before anything of that length is kept."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

from server.postgres.wire.frontend import (
    BadText,
    Bind,
    CancelRequest,
    Close,
    CopyData,
    CopyDone,
    CopyFail,
    Describe,
    Execute,
    Flush,
    FunctionCall,
    GssRequest,
    Message,
    Opening,
    Parse,
    Password,
    Query,
    SslRequest,
    StartUp,
    Sync,
    Target,
    Terminate,
)

MOST_OPENING = 10_000  # bytes of a start-up packet, PostgreSQL's own bound
CANCEL, SSL, GSS = 80877102, 80877103, 80877104
INT32 = struct.Struct("!i")


class ProtocolFault(Exception):
    """What came is not the protocol; nothing after it can be trusted, and the connection ends."""


class Reader:
    """Keeps what is not yet a whole message. The caller says which kind of message must come next."""

    def __init__(self) -> None:
        self._kept = bytearray()

    def __len__(self) -> int:
        """Bytes that came and are not read."""
        return len(self._kept)

    def feed(self, data: bytes) -> None:
        self._kept += data

    def opening(self) -> Opening | None:
        """The first message of a connection, which has no letter; None when it is not whole. Raises ProtocolFault."""
        if len(self._kept) < 4:
            return None
        (length,) = INT32.unpack_from(self._kept)
        if not 8 <= length <= MOST_OPENING:
            raise ProtocolFault("invalid length of startup packet")
        body = self._cut(4, length)
        return None if body is None else read_opening(body)

    def message(self, most: int) -> Message | None:
        """The next message, of `most` bytes at most; None when it is not whole. Raises ProtocolFault."""
        if len(self._kept) < 5:
            if self._kept and chr(self._kept[0]) not in BODIES:
                raise _unknown(self._kept[0])
            return None
        letter, (length,) = self._kept[0], INT32.unpack_from(self._kept, 1)
        if chr(letter) not in BODIES:
            raise _unknown(letter)
        if not 4 <= length <= most:
            raise ProtocolFault(f"invalid message length: {length} bytes, of {most} at most")
        body = self._cut(5, length + 1)
        return None if body is None else read_message(chr(letter), body)

    def _cut(self, start: int, end: int) -> bytes | None:
        if len(self._kept) < end:
            return None
        body = bytes(memoryview(self._kept)[start:end])
        del self._kept[:end]
        return body


def _unknown(letter: int) -> ProtocolFault:
    return ProtocolFault(f"invalid frontend message type {letter}")


class Fields:
    """The parts of one message's body, from front to back. Each raises ProtocolFault where the body ends too early."""

    def __init__(self, body: bytes) -> None:
        self._body, self._at = body, 0

    def int16(self) -> int:
        return int.from_bytes(self.take(2), "big")

    def int32(self) -> int:
        return int.from_bytes(self.take(4), "big", signed=True)

    def oid(self) -> int:
        return int.from_bytes(self.take(4), "big")

    def take(self, count: int) -> bytes:
        if count < 0 or self._at + count > len(self._body):
            raise ProtocolFault("insufficient data left in message")
        self._at += count
        return self._body[self._at - count : self._at]

    def text(self) -> str:
        """Up to a zero. Raises UnicodeDecodeError."""
        end = self._body.find(b"\0", self._at)
        if end < 0:
            raise ProtocolFault("invalid string in message")
        found, self._at = self._body[self._at : end], end + 1
        return found.decode()

    def rest(self) -> bytes:
        return self.take(len(self._body) - self._at)

    def end(self) -> None:
        if self._at != len(self._body):
            raise ProtocolFault("invalid message format")


def read_opening(body: bytes) -> Opening:
    fields = Fields(body)
    code = fields.int32()
    if code in (SSL, GSS):
        fields.end()
        return SslRequest() if code == SSL else GssRequest()
    if code == CANCEL:
        process, secret = fields.int32(), fields.take(4)
        fields.end()
        return CancelRequest(process, secret)
    major, minor = divmod(code, 1 << 16)
    if major != 3:
        raise ProtocolFault(f"unsupported frontend protocol {major}.{minor}: server supports 3.0 to 3.0")
    parameters = {}
    try:
        while name := fields.text():
            parameters[name] = fields.text()
    except UnicodeDecodeError:
        raise ProtocolFault("the startup packet is not UTF-8") from None
    fields.end()
    return StartUp(major, minor, parameters)


def read_message(letter: str, body: bytes) -> Message:
    fields = Fields(body)
    try:
        found = BODIES[letter](fields)
    except UnicodeDecodeError as error:
        wrong = error.object[error.start : error.start + 4]
        return BadText(" ".join(f"0x{byte:02x}" for byte in wrong), simple=letter == "Q")
    fields.end()
    return found


def _parse(fields: Fields) -> Parse:
    return Parse(fields.text(), fields.text(), tuple(fields.oid() for _ in range(fields.int16())))


def _bind(fields: Fields) -> Bind:
    portal, statement = fields.text(), fields.text()
    formats = _formats(fields)
    values = tuple(_value(fields) for _ in range(fields.int16()))
    return Bind(portal, statement, formats, values, _formats(fields))


def _formats(fields: Fields) -> tuple[int, ...]:
    found = tuple(fields.int16() for _ in range(fields.int16()))
    if any(one > 1 for one in found):
        raise ProtocolFault("unsupported format code")
    return found


def _value(fields: Fields) -> bytes | None:
    length = fields.int32()
    return None if length == -1 else fields.take(length)


def _target(fields: Fields) -> Target:
    found = fields.take(1)
    if found == b"S":
        return "S"
    if found == b"P":
        return "P"
    raise ProtocolFault(f"invalid message subtype {found[0]}")


def _execute(fields: Fields) -> Execute:
    return Execute(fields.text(), max(fields.int32(), 0))


def _passed(message: Message) -> Callable[[Fields], Message]:
    """A message of which nothing is kept."""

    def read(fields: Fields) -> Message:
        fields.rest()
        return message

    return read


BODIES: Mapping[str, Callable[[Fields], Message]] = {
    "p": lambda fields: Password(fields.rest()),
    "Q": lambda fields: Query(fields.text()),
    "P": _parse,
    "B": _bind,
    "D": lambda fields: Describe(_target(fields), fields.text()),
    "E": _execute,
    "C": lambda fields: Close(_target(fields), fields.text()),
    "H": lambda fields: Flush(),
    "S": lambda fields: Sync(),
    "X": lambda fields: Terminate(),
    "d": _passed(CopyData()),
    "c": _passed(CopyDone()),
    "f": _passed(CopyFail()),
    "F": _passed(FunctionCall()),
}
"""How the body of each message is read, by the letter before its length."""
