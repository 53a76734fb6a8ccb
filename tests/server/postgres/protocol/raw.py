"""A client that sends messages as bytes and tells what comes back, to our server or to a real PostgreSQL."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from scramp import ScramClient

from server.postgres.wire.backend import framed


def text(word: str) -> bytes:
    return word.encode() + b"\0"


def query(sql: str) -> bytes:
    return framed(b"Q", text(sql))


def parse(sql: str, name: str = "", types: tuple[int, ...] = ()) -> bytes:
    return framed(b"P", text(name), text(sql), struct.pack(f"!H{len(types)}I", len(types), *types))


def bind(
    portal: str = "", statement: str = "", values: tuple[bytes | None, ...] = (), formats: tuple[int, ...] = (),
    result: tuple[int, ...] = (),
) -> bytes:  # fmt: skip
    cells = [struct.pack("!i", -1) if one is None else struct.pack("!i", len(one)) + one for one in values]
    return framed(
        b"B", text(portal), text(statement), struct.pack(f"!H{len(formats)}H", len(formats), *formats),
        struct.pack("!H", len(values)), *cells, struct.pack(f"!H{len(result)}H", len(result), *result),
    )  # fmt: skip


def describe(target: str, name: str = "") -> bytes:
    return framed(b"D", target.encode(), text(name))


def execute(portal: str = "", most: int = 0) -> bytes:
    return framed(b"E", text(portal), struct.pack("!i", most))


def close(target: str, name: str = "") -> bytes:
    return framed(b"C", target.encode(), text(name))


SYNC, FLUSH, TERMINATE = framed(b"S"), framed(b"H"), framed(b"X")


def start_up(**parameters: str) -> bytes:
    body = b"".join(text(one) for pair in parameters.items() for one in pair) + b"\0"
    return struct.pack("!ii", len(body) + 8, 3 << 16) + body


@dataclass(frozen=True)
class Told:
    """A message of the server's: its letter, and its body."""

    letter: str
    body: bytes

    @property
    def fields(self) -> dict[str, str]:
        """Of an error or a notice."""
        parts = self.body.rstrip(b"\0").split(b"\0")
        return {chr(one[0]): one[1:].decode() for one in parts if one}

    @property
    def cells(self) -> tuple[bytes | None, ...]:
        """Of a row."""
        at, found = 2, []
        for _ in range(struct.unpack_from("!H", self.body)[0]):
            (length,) = struct.unpack_from("!i", self.body, at)
            found.append(None if length < 0 else self.body[at + 4 : at + 4 + length])
            at += 4 + max(length, 0)
        return tuple(found)


def messages(data: bytes) -> Iterator[Told]:
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from("!i", data, at + 1)
        yield Told(chr(data[at]), data[at + 5 : at + 1 + length])
        at += 1 + length


def shown(told: Told) -> str:
    """One line that two servers may be compared by: no texts but those that clients go by."""
    if told.letter in "EN":
        at = f" at {told.fields['P']}" if "P" in told.fields else ""
        return f"{told.fields['V']} {told.fields['C']}{at}"
    if told.letter == "D":
        return f"row {told.cells}"
    if told.letter == "C":
        return told.body[:-1].decode()
    if told.letter == "Z":
        return f"ready {told.body.decode()}"
    if told.letter == "T":
        return f"columns {columns(told.body)}"
    if told.letter == "t":
        return f"parameters {struct.unpack(f'!H{(len(told.body) - 2) // 4}I', told.body)[1:]}"
    if told.letter == "S":
        return f"status {told.body.decode().split(chr(0))[:2]}"
    names = {"1": "parsed", "2": "bound", "3": "closed", "n": "no data", "s": "suspended", "I": "empty", "H": "copy"}
    return names.get(told.letter, f"{told.letter} {told.body!r}")


def columns(body: bytes) -> list[tuple[str, int, int, int]]:
    """Name, type, size and format of each."""
    at, found = 2, []
    for _ in range(struct.unpack_from("!H", body)[0]):
        end = body.index(b"\0", at)
        _, _, oid, size, _, form = struct.unpack_from("!IhIhih", body, end + 1)
        found.append((body[at:end].decode(), oid, size, form))
        at = end + 19
    return found


@dataclass
class Raw:
    """One connection."""

    socket: socket.socket
    kept: bytes = b""
    greeting: list[Told] = field(default_factory=list)

    def send(self, *data: bytes) -> None:
        self.socket.sendall(b"".join(data))

    def next(self) -> Told:
        """Raises ConnectionError when the server has closed."""
        while len(self.kept) < 5 or len(self.kept) < 1 + struct.unpack_from("!i", self.kept, 1)[0]:
            piece = self.socket.recv(65_536)
            if not piece:
                raise ConnectionError("closed")
            self.kept += piece
        end = 1 + struct.unpack_from("!i", self.kept, 1)[0]
        found, self.kept = Told(chr(self.kept[0]), self.kept[5:end]), self.kept[end:]
        return found

    def until(self, letters: str = "Z") -> list[Told]:
        """Messages up to and with the first of these."""
        found = [self.next()]
        while found[-1].letter not in letters:
            found.append(self.next())
        return found

    def ask(self, *data: bytes) -> list[str]:
        self.send(*data)
        return [shown(one) for one in self.until()]

    def rest(self) -> list[Told]:
        """Everything until the server closes; then we close, too."""
        found = []
        with self.socket:
            try:
                while True:
                    found.append(self.next())
            except ConnectionError:
                return found

    def log_in(self, user: str, password: str, **parameters: str) -> None:
        """Raises PermissionError with the fields of the refusal."""
        self.send(start_up(user=user, **parameters))
        asked = self.until("RE")[-1]
        if asked.letter == "R" and asked.body[3] == 3:
            self.send(framed(b"p", text(password)))
        elif asked.letter == "R":
            self._prove(user, password)
        else:
            raise PermissionError(asked.fields)
        self.greeting = self.until("ZE")
        if self.greeting[-1].letter == "E":
            raise PermissionError(self.greeting[-1].fields)

    def _prove(self, user: str, password: str) -> None:
        client = ScramClient(["SCRAM-SHA-256"], user, password)
        first = client.get_client_first().encode()
        self.send(framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", len(first)), first))
        challenge = self.until("RE")[-1]
        if challenge.letter == "E":
            raise PermissionError(challenge.fields)
        client.set_server_first(challenge.body[4:].decode())
        self.send(framed(b"p", client.get_client_final().encode()))

    def close(self) -> None:
        self.socket.close()


def connect(address: tuple[str, int]) -> Raw:
    return Raw(socket.create_connection(address, timeout=30))


def logged_in(address: tuple[str, int], user: str, password: str, **parameters: str) -> Raw:
    found = connect(address)
    try:
        found.log_in(user, password, **parameters)
    except BaseException:
        found.close()
        raise
    return found
