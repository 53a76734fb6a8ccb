"""The web application over a world, served for real on this machine and spoken to over HTTP."""

from __future__ import annotations

import atexit
import socket
import threading
import time
from functools import cache

import httpx
import uvicorn

from server.main import build_app
from server.settings import Settings
from tests.worlds import World


@cache
def web(world: World) -> httpx.Client:
    """A client of the application with its demo principals, served once for the session."""
    settings = Settings(model=world.model, policies=world.access, databases={"demo": world.database}, demo=True)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(build_app(settings), log_level="warning", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    client = httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=60)

    def stop() -> None:
        client.close()
        server.should_exit = True
        thread.join()

    atexit.register(stop)
    return client


def token(principal: str) -> dict[str, str]:
    return {"Authorization": f"Bearer demo-{principal}"}
