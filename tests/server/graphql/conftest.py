"""GraphQL over the whole application, and the pieces of it on the demo's model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

import anyio
import httpx
import pytest
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel
from semantic.model.model import View
from semantic.pipeline import Service
from server.graphql.app import graphql_routes
from server.graphql.operation import resolve_cube
from server.graphql.schema import Schemas, build
from tests.server.conftest import everybody_is, serving

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


@pytest.fixture
def watched_page(service: Service) -> Iterator[tuple[str, list[str]]]:
    """GraphiQL's address, for somebody who need not log in, and every request that comes, as it comes."""
    seen: list[str] = []
    app = Starlette(routes=graphql_routes(lambda: service, everybody_is(DIREKTION), 10, anyio.CapacityLimiter(4)))

    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(f"{scope['method']} {scope['path']}")
        await app(scope, receive, send)

    with serving(watched) as (host, port):
        yield f"http://{host}:{port}/graphql", seen


@pytest.fixture(scope="session")
def many(schemas: Schemas) -> Callable[[int], VisibleModel]:
    """A model of as many cubes as asked for, each with the members of one of the demo's."""
    one = schemas.visible.views["regnskab"]

    def made(count: int) -> VisibleModel:
        names = [f"cube_{number}" for number in range(count)]
        views = {name: View(name, name.title(), None, True, name, True, one.members) for name in names}
        return VisibleModel(schemas.visible.model, MappingProxyType(views))

    return made
