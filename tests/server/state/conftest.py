"""The state on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.state.database import State, open_state
from server.state.place import StatePlace


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StatePlace]:
    """Where an empty state would be."""
    if request.param == "sqlite":
        yield StatePlace(f"sqlite:///{tmp_path / 'state.db'}")
        return
    postgres = request.getfixturevalue("postgres")
    (tmp_path / "password").write_text(f"{postgres.password}\n", "utf-8")
    with postgres.database() as name:
        yield StatePlace(postgres.url(name), tmp_path / "password")


@pytest.fixture
def state(place: StatePlace) -> Iterator[State]:
    found = open_state(place)
    yield found
    found.close()
