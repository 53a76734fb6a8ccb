"""GraphQL over the whole application, and the pieces of it on the demo's model."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import uvicorn

from semantic.access.principal import Principal
from semantic.pipeline import Service
from server.graphql.operation import resolve_cube
from server.graphql.schema import Schemas, build

DIREKTION = Principal("direktion", ("direktion",))
TYPED = "application/graphql-response+json"
HEADERS = {"Authorization": "demo-direktion", "Accept": TYPED}

Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="session")
def service(client: Any) -> Service:
    found: Service = client.app.state.service
    return found


@pytest.fixture(scope="session")
def schemas(service: Service) -> Schemas:
    return build(service.visible(DIREKTION), resolve_cube)


@pytest.fixture(scope="session")
def ask(client: Any) -> Ask:
    """`ask("{ … }", name=value)` as direktion, by POST."""

    def asked(query: str, **variables: object) -> httpx.Response:
        found: httpx.Response = client.post(
            "/graphql", json={"query": query, "variables": variables or None}, headers=HEADERS
        )
        return found

    return asked


@pytest.fixture(scope="session")
def rows(ask: Ask) -> Callable[..., Any]:
    """The rows of the only `cube` field."""

    def asked(query: str, **variables: object) -> Any:
        answer = ask(query, **variables).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]["cube"]

    return asked


@pytest.fixture(scope="session")
def problems(ask: Ask) -> Callable[..., list[tuple[str, str]]]:
    """Code and message of every error."""

    def asked(query: str, **variables: object) -> list[tuple[str, str]]:
        answer = ask(query, **variables).json()
        assert "data" not in answer
        return [(error["extensions"]["code"], error["message"]) for error in answer["errors"]]

    return asked


@pytest.fixture(scope="session")
def address(client: Any) -> Iterator[tuple[str, int]]:
    """The application on a real port."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(client.app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield listening.getsockname()[:2]
    server.should_exit = True
    thread.join()
    listening.close()
