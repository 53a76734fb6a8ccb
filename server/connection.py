"""One connection, as long as its client does its part: sends a request's head, and takes the answer."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, cast

from uvicorn.protocols.http.h11_impl import H11Protocol

from server.patience import Patience
from server.workers.board import Count
from server.workers.seat import Seat

log = logging.getLogger("nogletal")
CROWDED = "crowded"  # in a request's state: its connection is one too many
SPARE_CONNECTIONS = 50  # beyond the cap, that are told so; what comes on top of them is cut unheard


class Connection(H11Protocol):
    """HTTP/1.1 with a deadline for each request's head, and one for a client that takes nothing of its answer.

    Both belong here: a head is no request yet, and an answer that is written leaves the application before it leaves
    the machine.
    """

    def __init__(self, *given: Any, patience: Patience, most: int, seat: Seat, **more: Any) -> None:
        super().__init__(*given, **more)
        self._patience, self._most, self._seat = patience, most, seat
        self._head: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport = cast(asyncio.Transport, transport)
        super().connection_made(transport)
        every = self._seat.put(Count.HTTP, len(self.connections))
        if every > self._most + SPARE_CONNECTIONS:
            transport.abort()
        elif every > self._most:
            self.app_state = {**self.app_state, CROWDED: True}
        self._watch_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch_head()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch_head()
        self._watch_taking()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._watch_taking()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._taking = _stopped(self._taking)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._seat.put(Count.HTTP, len(self.connections))
        self._head, self._taking = _stopped(self._head), _stopped(self._taking)

    def _watch_head(self) -> None:
        """Between requests, where what is left of a body that nobody read counts, too."""
        if self.cycle is not None and not self.cycle.response_complete:
            self._head = _stopped(self._head)
        elif self._head is None:
            self._head = self.loop.call_later(self._patience.head, self.transport.close)

    def _watch_taking(self) -> None:
        """As long as bytes of an answer wait for the client; whatever it takes begins the time anew."""
        waiting = self.transport.get_write_buffer_size()
        if self._taking is None and waiting:
            self._taking = self.loop.call_later(self._patience.taking, self._check_taking, waiting)

    def _check_taking(self, before: int) -> None:
        self._taking = None
        if self.transport.get_write_buffer_size() < before:
            self._watch_taking()
        else:
            log.warning("an answer broke off: the client takes nothing more")
            self.transport.abort()


def _stopped(timer: asyncio.TimerHandle | None) -> asyncio.TimerHandle | None:
    """None, which is what stands in its place from now on."""
    if timer is not None:
        timer.cancel()
    return None
