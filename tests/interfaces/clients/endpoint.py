"""The SQL endpoint over a world, on a free port in a thread of its own, for as long as the tests run."""

from __future__ import annotations

import asyncio
import atexit
import socket
import threading
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import anyio
import pg8000.native

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.pipeline import Service
from server.authenticate import demo_directory, read_demo_principals
from server.identity.door import Door
from server.postgres.app import Endpoint
from server.postgres.conversation import House
from server.postgres.statements import PostgresStatements
from server.state.database import StateSource
from server.state.place import StatePlace
from tests.worlds import DEMO_ROLES, PROJECT, World, service
from tests.worlds import world as named

MOST_BYTES = 10_000_000
AS_TEXT = (1082, 1114)  # dates and timestamps: Python has no year past 9999


@cache
def principals() -> tuple[Principal, ...]:
    return read_demo_principals(PROJECT / "access_policies")


@cache
def service_of(world: World) -> Service:
    found = service(world.name) if world.database == named(world.name).database else world.service()
    return replace(found, policies=load_policies(world.policies, found.generation.model)) if world.policies else found


def asker(world: World, name: str) -> Principal:
    """The demo's principal under the project's policies; in a world that is open to all, one of that role."""
    found = next((one for one in principals() if one.subject == name), None)
    return found if world.policies and found else Principal(name, (name,))


@cache
def address(world: World) -> tuple[str, int]:
    """Where the endpoint over the world listens, from the first time that somebody asks."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    served = service_of(world)
    house = House(PostgresStatements(lambda: served), lambda: served.timezone, MOST_BYTES)
    state = Path(mkdtemp(prefix="noegletal-sql-")) / "state.sqlite"
    door = Door(
        demo_directory([asker(world, name) for name in DEMO_ROLES]), StateSource(StatePlace(f"sqlite:///{state}"))
    )
    endpoint = Endpoint(house, door, anyio.CapacityLimiter(40), demo=True)
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    asyncio.run_coroutine_threadsafe(endpoint.start(listening), loop).result(30)

    def stop() -> None:
        asyncio.run_coroutine_threadsafe(endpoint.stop(5), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(30)

    atexit.register(stop)
    return listening.getsockname()[:2]


@cache
def connection(world: World, name: str) -> pg8000.native.Connection:
    """One connection for each asker, kept as a client's pool keeps it."""
    host, port = address(world)
    made = pg8000.native.Connection(name, host, "nogletal", port, "demo", timeout=60)
    for one in AS_TEXT:
        made.register_in_adapter(one, str)
    atexit.register(made.close)
    return made
