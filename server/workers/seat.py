"""One worker's place among the workers of a server. A server of one process has a place of its own."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from server.workers.board import Board, Count
from server.workers.sheets import Sheets

SECRET_BYTES = 32
MOST_BYTES = 4_096  # of a message
CANCEL, WRONG = b"C", b"W"  # kinds of messages: a process number and its secret; a wrong try to log in


def alone() -> Board:
    return Board([0] * Board.size(1))


def blank() -> Sheets:
    return Sheets(bytearray(Sheets.size(1)))


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


@dataclass(frozen=True)
class Seat:
    """Which worker this is (from 0), what all of them share, and where each hears of the others.

    `secret` is the server's own: what is made from it is the same whichever worker answers.
    """

    number: int = 0
    board: Board = field(default_factory=alone)
    sheets: Sheets = field(default_factory=blank, repr=False)
    secret: bytes = field(default_factory=new_secret, repr=False)
    inbox: socket.socket | None = None
    outboxes: tuple[socket.socket, ...] = ()

    def put(self, count: Count, number: int) -> int:
        """Writes down how many this worker has; how many all have."""
        self.board.put(self.number, count, number)
        return self.board.total(count)

    def is_turn(self, count: Count) -> bool:
        """Whether no other worker that serves has fewer: who has most lets the others take first."""
        mine = self.board.of(self.number, count)
        others = (one for one in range(self.board.workers) if one != self.number)
        return all(mine <= self.board.of(one, count) for one in others if self.board.of(one, Count.SERVING))

    def post(self, worker: int, kind: bytes, message: bytes) -> None:
        """Tells another worker, and waits for nothing: where its box is full the message is lost."""
        if 0 <= worker < len(self.outboxes) and worker != self.number:
            with suppress(OSError):
                self.outboxes[worker].send(kind + message)

    def post_all(self, kind: bytes, message: bytes) -> None:
        """Tells all the others."""
        for worker in range(len(self.outboxes)):
            self.post(worker, kind, message)

    def listen(self, heard: Mapping[bytes, Callable[[bytes], None]]) -> None:
        """From now on what others tell is handed on, by its kind."""
        if self.inbox is not None:
            asyncio.get_running_loop().add_reader(self.inbox, self._hear, self.inbox, heard)

    @staticmethod
    def _hear(inbox: socket.socket, heard: Mapping[bytes, Callable[[bytes], None]]) -> None:
        message = inbox.recv(MOST_BYTES)
        heard[message[:1]](message[1:])
