"""Who takes a connection: a listening socket whose workers take in turn, the one with the fewest first."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable

from server.settings import Address

log = logging.getLogger("nogletal")
AFTER_OTHERS = 0.005  # seconds for which a worker that has more leaves a connection to the others
AFTER_FAULT = 1.0  # seconds after which it is tried again, where the system has no more to give
BACKLOG = 512


def listening_at(address: Address) -> socket.socket:
    """Raises OSError when the address is taken."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    found = socket.create_server((address.host, address.port), family=family, backlog=BACKLOG)
    # A socket of our own does not get this from the event loop, and small answers would wait 40 ms for more.
    found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return found


class Accepting:
    """Takes connections until it is closed, each with a protocol of its own.

    Other workers may listen to the same socket. All that are idle are woken, in an order that does not change, and the
    first would take whatever comes one by one; so one that has more than another waits a moment before it takes. A
    worker that hangs or has ended keeps nobody waiting for longer than that.
    """

    def __init__(
        self, listening: socket.socket, protocol: Callable[[], asyncio.Protocol], is_turn: Callable[[], bool]
    ) -> None:
        self._listening, self._protocol, self._is_turn = listening, protocol, is_turn
        self._loop = asyncio.get_running_loop()
        self._waiting: asyncio.TimerHandle | None = None
        self._taken: set[asyncio.Task[object]] = set()
        listening.setblocking(False)
        self._loop.add_reader(listening, self._come)

    def _come(self) -> None:
        if self._is_turn():
            self._take()
        else:
            self._pause(AFTER_OTHERS)

    def _pause(self, seconds: float) -> None:
        self._loop.remove_reader(self._listening)
        self._waiting = self._loop.call_later(seconds, self._resume)

    def _resume(self) -> None:
        self._loop.add_reader(self._listening, self._come)
        self._take()

    def _take(self) -> None:
        """One connection, where another worker has not taken it meanwhile."""
        try:
            taken, _ = self._listening.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        except OSError as error:
            log.error("no connection can be taken: %s", error)
            self._pause(AFTER_FAULT)
            return
        taken.setblocking(False)
        task = self._loop.create_task(self._connect(taken))
        self._taken.add(task)
        task.add_done_callback(self._taken.discard)

    async def _connect(self, taken: socket.socket) -> None:
        try:
            await self._loop.connect_accepted_socket(self._protocol, taken)
        except OSError:  # gone since it was taken
            taken.close()

    def close(self) -> None:
        """Takes no more. The socket is closed here; other workers have it as long as they want."""
        if self._waiting is not None:
            self._waiting.cancel()
        if self._listening.fileno() >= 0:
            self._loop.remove_reader(self._listening)
            self._listening.close()

    async def wait_closed(self) -> None:
        """Nothing is left to be waited for."""
