"""Seats beside each other in one process."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from server.workers.board import Board, Count
from server.workers.seat import Seat
from server.workers.sheets import Sheets


@contextmanager
def seats(workers: int = 2) -> Iterator[tuple[Seat, ...]]:
    """The seats of so many workers, all of which serve."""
    board, sheets = Board([0] * Board.size(workers)), Sheets(bytearray(Sheets.size(workers)))
    pairs = [socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(workers)]
    outboxes = tuple(out for _, out in pairs)
    for number, (inbox, out) in enumerate(pairs):
        inbox.setblocking(False)
        out.setblocking(False)
        board.put(number, Count.SERVING, 1)
    yield tuple(Seat(number, board, sheets, b"s" * 32, pairs[number][0], outboxes) for number in range(workers))
    for one in (end for pair in pairs for end in pair):
        one.close()
