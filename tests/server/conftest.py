"""The whole application over the demo database, asked without a socket or on a real port."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from server.main import build_app
from server.settings import LimitSettings, Settings
from tests.worlds import PROJECT, open_policies

OPEN = open_policies(PROJECT / "schema")
DIREKTION = {"Authorization": "demo-direktion"}
LOAD = "/cubejs-api/v1/load"
NODE = Path(__file__).parents[1] / "node"


class Client:
    """Asks an application in one event loop of its own."""

    def __init__(self, app: Starlette) -> None:
        self.app = app
        self._runner = asyncio.Runner()
        transport = httpx.ASGITransport(app=app)
        self._http = httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000")

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        options.setdefault("headers", DIREKTION)
        return self._runner.run(self._http.request(method, path, **options))

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        return self.request("POST", path, **options)

    def load(self, query: object, accept: str = "application/json", **parameters: str) -> httpx.Response:
        return self.get(
            LOAD, params={"query": json.dumps(query), **parameters}, headers={**DIREKTION, "Accept": accept}
        )

    def close(self) -> None:
        self._runner.run(self._http.aclose())
        self._runner.close()
        self.app.state.service.generation.close()
        self.app.state.door.states.close()


@pytest.fixture(scope="session")
def client(demo_database: Path) -> Iterator[Client]:
    """The demo with its usual limits."""
    found = Client(build_app(Settings(demo=True, policies=OPEN, databases={"demo": demo_database})))
    yield found
    found.close()


@pytest.fixture(scope="session")
def small_client(demo_database: Path) -> Iterator[Client]:
    """The demo with small limits and one foreign origin."""
    limits = LimitSettings(default_rows=5, max_rows=20, body_bytes=2_000)
    settings = Settings(
        demo=True,
        policies=OPEN,
        databases={"demo": demo_database},
        limits=limits,
        cors_origins=("https://bi.kommune.dk",),
    )
    found = Client(build_app(settings))
    yield found
    found.close()


@pytest.fixture(scope="session")
def closed_client(demo_database: Path) -> Iterator[Client]:
    """The same without `--demo`."""
    found = Client(build_app(Settings(databases={"demo": demo_database})))
    yield found
    found.close()


@contextmanager
def serving(app: ASGIApp) -> Iterator[tuple[str, int]]:
    """The application on a real port."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield listening.getsockname()[:2]
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture(scope="session")
def address(client: Any) -> Iterator[tuple[str, int]]:
    with serving(client.app) as found:
        yield found


@pytest.fixture(scope="session")
def node_clients(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of scripts with its packages installed as locked."""
    folder = tmp_path_factory.mktemp("node")
    for file in NODE.iterdir():
        if file.is_file():
            shutil.copy(file, folder)
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, check=True, capture_output=True
    )
    return folder
