"""The endpoint on a free port, in an event loop of its own thread, over the scratch engine."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import anyio

from semantic.access.principal import Principal
from server.authenticate import demo_directory
from server.identity.door import Door
from server.postgres.app import CAPS, TIMES, Caps, Endpoint
from server.postgres.conversation import House
from server.postgres.times import Times
from server.postgres.tls import Tls
from server.state.database import StateSource
from server.state.place import StatePlace
from server.workers.seat import CANCEL, Seat
from tests.server.postgres.protocol.raw import Raw, logged_in
from tests.server.postgres.protocol.scratch import Scratch

T = TypeVar("T")
ANNA, BO = Principal("anna", ("analytiker",)), Principal("bo", ())
MOST_BYTES = 1_000_000


def demo_door(state: Path) -> Door:
    """Through which anna and bo come with the password and the tokens of the demo."""
    return Door(demo_directory([ANNA, BO]), StateSource(StatePlace(f"sqlite:///{state}")))


@dataclass
class Running:
    """What is served, and where. `do` runs something on its event loop."""

    endpoint: Endpoint
    scratch: Scratch
    address: tuple[str, int]
    loop: asyncio.AbstractEventLoop

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)

    def call(self, work: Callable[[], T]) -> T:
        async def called() -> T:
            return work()

        return self.do(called())

    def dsn(self, user: str = "anna", password: str = "demo", **more: str) -> str:
        host, port = self.address
        parts = {"host": host, "port": str(port), "user": user, "password": password, "dbname": "nogletal"} | more
        return " ".join(f"{key}='{value}'" for key, value in parts.items() if value)

    def raw(self, user: str = "anna", password: str = "demo", **parameters: str) -> Raw:
        return logged_in(self.address, user, password, database="nogletal", **parameters)

    def settle(self, enough: Callable[[], bool], tries: int = 1_000) -> bool:
        """Waits until it is so, and says whether it came to be."""
        for _ in range(tries):
            if self.call(enough):
                return True
            threading.Event().wait(0.02)
        return False


@contextmanager
def running(
    door: Door, caps: Caps = CAPS, times: Times = TIMES, tls: Tls | None = None, demo: bool = True,
    seat: Seat | None = None,
) -> Iterator[Running]:  # fmt: skip
    scratch = Scratch()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    house = House(scratch, lambda: "Europe/Copenhagen", MOST_BYTES)
    endpoint = Endpoint(house, door, anyio.CapacityLimiter(40), caps, times, tls, demo, seat)
    found = Running(endpoint, scratch, listening.getsockname()[:2], loop)
    try:
        found.do(endpoint.start(listening))
        if seat is not None:
            found.call(lambda: seat.listen({CANCEL: endpoint.cancel_told}))
        yield found
    finally:
        found.do(endpoint.stop(5))
        found.do(loop.shutdown_asyncgens())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
        scratch.engine.close()
        door.states.close()
