"""How the server goes: what is under way gets seconds to end, then is cancelled, and its askers are told so."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import FrameType
from typing import Any
from weakref import WeakSet

import uvicorn
from starlette.applications import Starlette
from starlette.types import Message, Receive

from server.accepting import Accepting
from server.connection import Connection
from server.patience import Patience
from server.workers.board import Count
from server.workers.seat import Seat

GRACE_SECONDS = 5
CANCEL_SECONDS = 5  # to end what was cancelled, before its connection is cut
ADDRESS_BYTES = 64_000
HEADER_BYTES = 64_000


@dataclass
class Departure:
    """Whether the server is going (`begun`), and whether the grace is over, so that nobody is waited for (`over`)."""

    begun: bool = False
    over: bool = False
    _listening: WeakSet[asyncio.Future[None]] = field(default_factory=WeakSet)
    _heeding: list[tuple[Callable[[], None], Callable[[], None]]] = field(default_factory=list)

    def heed(self, begun: Callable[[], None], over: Callable[[], None]) -> None:
        """Calls the one when the server begins to go, the other when the grace is over."""
        self._heeding.append((begun, over))

    def begin(self) -> None:
        self.begun = True
        for begun, _ in self._heeding:
            begun()

    def end_grace(self) -> None:
        self.over = True
        for _, over in self._heeding:
            over()
        for grace in tuple(self._listening):
            if not grace.done():
                grace.set_result(None)

    def heard(self, receive: Receive) -> Receive:
        """The client's messages; once the grace is over, that it left, which stops its question on every interface."""
        grace = asyncio.get_running_loop().create_future()
        self._listening.add(grace)

        async def next_message() -> Message:
            message = asyncio.ensure_future(receive())
            try:
                await asyncio.wait((message, grace), return_when=asyncio.FIRST_COMPLETED)
                return message.result() if message.done() else {"type": "http.disconnect"}
            finally:
                message.cancel()

        return next_message


class Server(uvicorn.Server):
    """Serves until SIGINT or SIGTERM, at most so many connections (`most`) of all workers at once."""

    def __init__(self, app: Starlette, departure: Departure, most: int, patience: Patience,
                 seat: Seat | None = None) -> None:  # fmt: skip
        self.departure, self._seat = departure, seat or Seat()
        # No access log: an address holds the question, and a question may name a person. The parser is ours and the
        # event loop Python's, so that what a client meets does not depend on what else is installed.
        super().__init__(uvicorn.Config(
            app, http=partial(Connection, patience=patience, most=most, seat=self._seat),  # type: ignore[arg-type]
            loop="asyncio",
            h11_max_incomplete_event_size=2 * (ADDRESS_BYTES + HEADER_BYTES), ws="none", lifespan="on",
            log_level="error", access_log=False, server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS + CANCEL_SECONDS,
        ))  # fmt: skip

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens as uvicorn does, but in turn with the other workers."""
        await super().startup(sockets=[])

        def protocol() -> asyncio.Protocol:
            made: Any = self.config.http_protocol_class
            found: asyncio.Protocol = made(
                config=self.config, server_state=self.server_state, app_state=self.lifespan.state
            )
            return found

        accepting: Any = [Accepting(one, protocol, partial(self._seat.is_turn, Count.HTTP)) for one in sockets or ()]
        self.servers = accepting
        self._seat.put(Count.SERVING, 1)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """The first signal begins the departure, a second ends the grace.

        Of several workers each may be told twice, by the supervisor and by whoever stops all processes: those hear of
        the second from the supervisor alone.
        """
        if self.should_exit and self._seat.board.workers > 1:
            return
        if self.should_exit:
            asyncio.get_running_loop().call_soon_threadsafe(self.departure.end_grace)
        else:
            super().handle_exit(sig, frame)

    def leave(self) -> None:
        """Begins the departure, as the first signal does."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._seat.put(Count.SERVING, 0)
        self.departure.begin()
        asyncio.get_running_loop().call_later(GRACE_SECONDS, self.departure.end_grace)
        await super().shutdown(sockets)

    def run_until_stopped(self, sockets: Sequence[socket.socket]) -> None:
        """Returns after either signal, which uvicorn raises once more when all is closed."""
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            self.run(sockets=list(sockets))
        except KeyboardInterrupt:
            pass
        finally:
            signal.signal(signal.SIGTERM, before)
