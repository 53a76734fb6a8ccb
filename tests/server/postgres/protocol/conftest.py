"""The endpoint over the scratch engine, one for the session: tests leave nothing behind in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.postgres.protocol.raw import Raw
from tests.server.postgres.protocol.running import Running, demo_door, running


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(demo_door(tmp_path_factory.mktemp("state") / "state.db")) as found:
        yield found


@pytest.fixture
def raw(served: Running) -> Iterator[Raw]:
    found = served.raw()
    yield found
    found.close()
