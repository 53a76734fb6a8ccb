"""The demo and the world of traps on real ports, and Cube's clients that ask them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from server.main import build_app
from server.settings import Settings
from tests.server.conftest import serving
from tests.server.rest.clients.askers import Asker, Core, Http, Python
from tests.worlds import PROJECT, World, open_policies, world

TOKEN = "demo-direktion"
ON_NODE = pytest.param("core", marks=pytest.mark.real_client("node", "npm"))

Connect = Callable[[str, str | None], Asker]
Oracle = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def base(address: tuple[str, int]) -> str:
    """Cube's address at the demo, without the version."""
    return f"http://{address[0]}:{address[1]}/cubejs-api"


@pytest.fixture(scope="session")
def traps_base() -> Iterator[str]:
    """The same of the world whose numbers no DOUBLE holds."""
    traps = world("traps")
    app = build_app(
        Settings(demo=True, model=traps.model, policies=open_policies(traps.model), databases={"demo": traps.database})
    )
    with serving(app) as (host, port):
        yield f"http://{host}:{port}/cubejs-api"
    app.state.service.generation.close()


@pytest.fixture(scope="session")
def oracle(demo_database: Path) -> Oracle:
    """The rows of SQL written by hand, run beside the server."""
    demo = World("demo", PROJECT / "schema", demo_database)
    return lambda sql: demo.oracle(sql)[1]


@pytest.fixture(params=["python", "http", ON_NODE])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Logs one of the clients in; each test runs with every one of them."""
    with ExitStack() as opened:

        def connected(base: str, token: str | None) -> Asker:
            if request.param == "core":
                found: Asker = Core(base, token, request.getfixturevalue("node_clients"))
            else:
                found = {"python": Python, "http": Http}[request.param](base, token)
            return opened.enter_context(closing(found))

        yield connected


@pytest.fixture
def asker(connect: Connect, base: str) -> Asker:
    return connect(base, TOKEN)


@pytest.fixture
def python(base: str) -> Iterator[Python]:
    with closing(Python(base, TOKEN)) as found:
        yield found


@pytest.fixture
def http(base: str) -> Iterator[Http]:
    with closing(Http(base, TOKEN)) as found:
        yield found


@pytest.fixture
def core(base: str, node_clients: Path) -> Iterator[Core]:
    with closing(Core(base, TOKEN, node_clients)) as found:
        yield found
