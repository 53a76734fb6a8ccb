"""The endpoint that the clients ask, and the answers by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.clients.endpoint import Endpoint, imitation, served
from tests.worlds import PROJECT, World

Row = tuple[Any, ...]
Expected = Callable[[str], list[Row]]


@pytest.fixture(scope="session", params=["PostgreSQL", "ours"])
def endpoint(
    request: pytest.FixtureRequest, demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Endpoint]:
    """Where the clients connect: our server, and the real one, which says what the clients themselves expect."""
    if request.param == "PostgreSQL":
        opened = imitation(request.getfixturevalue("postgres"), demo_database)
    else:
        opened = served(demo_database, tmp_path_factory.mktemp("served"))
    with opened as found:
        yield found


@pytest.fixture(scope="session", params=["plain", "TLS"])
def door(request: pytest.FixtureRequest, endpoint: Endpoint) -> Endpoint:
    """The endpoint without and with encryption."""
    return replace(endpoint, encrypted=request.param == "TLS")


@pytest.fixture(scope="session")
def expected(demo_database: Path) -> Expected:
    """The rows of SQL written by hand, run over the demo's own tables."""
    demo = World("demo", PROJECT / "schema", demo_database)
    return lambda sql: demo.oracle(sql)[1]
