"""Stands between a client and a PostgreSQL and notes what the client asks, in the order of asking.

    with recording((host, port)) as (address, asked):
        ...                      # the client connects to `address`, without TLS
    traffic.write(path, asked)

Encryption is declined (`N`), so that the messages can be read; a client that demands it cannot be recorded.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.server.postgres.traffic import Asked, literal

Address = tuple[str, int]

SSL_REQUEST, GSS_REQUEST, CANCEL_REQUEST = 80877103, 80877104, 80877102
UNTOLD = {"user", "database"}  # of the start-up: whoever records, not what the client is
CHUNK = 1 << 16


@dataclass
class Conversation:
    """What one connection has said so far."""

    asked: list[Asked]
    statements: dict[str, tuple[str, tuple[int, ...]]] = field(default_factory=dict)
    described: deque[str] = field(default_factory=deque)
    from_client: bytes = b""
    from_server: bytes = b""
    started: bool = False

    def hear_client(self, data: bytes) -> None:
        self.from_client += data
        if not self.started:
            (length,) = struct.unpack("!i", self.from_client[:4])
            if len(self.from_client) < length:
                return
            self._start(self.from_client[8:length])
            self.from_client = self.from_client[length:]
        for kind, body in self._messages("from_client"):
            self._note(kind, body)

    def hear_server(self, data: bytes) -> None:
        """The types of a described statement's parameters, where the client left them open."""
        self.from_server += data
        for kind, body in self._messages("from_server"):
            if kind == b"t" and self.described:
                name = self.described.popleft()
                types = struct.unpack(f"!{(len(body) - 2) // 4}I", body[2:])
                self.statements[name] = (self.statements[name][0], types)

    def _messages(self, side: str) -> Iterator[tuple[bytes, bytes]]:
        heard: bytes = getattr(self, side)
        while len(heard) >= 5:
            (length,) = struct.unpack("!i", heard[1:5])
            if len(heard) <= length:
                break
            yield heard[:1], heard[5 : length + 1]
            heard = heard[length + 1 :]
        setattr(self, side, heard)

    def _start(self, body: bytes) -> None:
        self.started = True
        words = [word.decode() for word in body.split(b"\0")]
        told = {name: value for name, value in zip(words[::2], words[1::2], strict=False) if name and value}
        lines = [f"{name} = {value}" for name, value in told.items() if name not in UNTOLD]
        self.asked.append(Asked("start-up", "\n".join(lines)))

    def _note(self, kind: bytes, body: bytes) -> None:
        if kind == b"Q":
            self.asked.append(Asked("simple", body[:-1].decode()))
        elif kind == b"P":
            name, text, rest = body.split(b"\0", 2)
            types = struct.unpack(f"!{(len(rest) - 2) // 4}I", rest[2:])
            self.statements[name.decode()] = (text.decode(), types)
        elif kind == b"D" and body[:1] == b"S":
            self.described.append(body[1:-1].decode())
        elif kind == b"B":
            self._note_bound(body)

    def _note_bound(self, body: bytes) -> None:
        _, name, rest = body.split(b"\0", 2)
        text, types = self.statements[name.decode()]
        formats, values = _bound(rest)
        padded = (*types, *[0] * len(values))
        told = [
            literal(value, padded[place], binary=formats[min(place, len(formats) - 1)] == 1 if formats else False)
            for place, value in enumerate(values)
        ]
        self.asked.append(Asked("extended", text, tuple(told)))


def _bound(rest: bytes) -> tuple[tuple[int, ...], list[bytes | None]]:
    """The parameters' formats (0 text, 1 binary; none, one for all, or one each) and their values, of a Bind."""
    (count,) = struct.unpack("!h", rest[:2])
    formats = struct.unpack(f"!{count}h", rest[2 : 2 + 2 * count])
    place = 2 + 2 * count
    (count,) = struct.unpack("!h", rest[place : place + 2])
    place += 2
    values: list[bytes | None] = []
    for _ in range(count):
        (length,) = struct.unpack("!i", rest[place : place + 4])
        place += 4
        values.append(None if length < 0 else rest[place : place + length])
        place += max(length, 0)
    return formats, values


@contextmanager
def recording(server: Address) -> Iterator[tuple[Address, list[Asked]]]:
    """Where clients may connect, and the list that grows while they do."""
    asked: list[Asked] = []
    threads: list[threading.Thread] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                client, _ = listening.accept()
                threads.append(threading.Thread(target=_attend, args=(client, server, asked), daemon=True))
                threads[-1].start()

    accepting = threading.Thread(target=serve, daemon=True)
    accepting.start()
    try:
        yield listening.getsockname(), asked
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        accepting.join()
        for thread in threads:
            thread.join(timeout=5)


def _attend(client: socket.socket, server: Address, asked: list[Asked]) -> None:
    with client, socket.create_connection(server) as upstream, suppress(OSError):
        first = _first(client)
        if first is None:
            return
        upstream.sendall(first)
        if struct.unpack("!i", first[4:8])[0] == CANCEL_REQUEST:
            upstream.recv(1)  # the server hangs up when it has acted
            return
        conversation = Conversation(asked)
        conversation.hear_client(first)
        back = threading.Thread(target=_pump, args=(upstream, client, conversation.hear_server), daemon=True)
        back.start()
        _pump(client, upstream, conversation.hear_client)
        back.join()


def _first(client: socket.socket) -> bytes | None:
    """The first message that is no request for encryption, or None where the client hung up."""
    while True:
        message = b""
        while len(message) < 8 or len(message) < struct.unpack("!i", message[:4])[0]:
            data = client.recv(CHUNK)
            if not data:
                return None
            message += data
        if struct.unpack("!i", message[4:8])[0] not in (SSL_REQUEST, GSS_REQUEST):
            return message
        client.sendall(b"N")


def _pump(source: socket.socket, target: socket.socket, hear: Callable[[bytes], None]) -> None:
    """Carries bytes until the source ends. Heard first: what a client asks is noted before it is answered."""
    with suppress(OSError):
        while data := source.recv(CHUNK):
            hear(data)
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
