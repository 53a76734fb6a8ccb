"""`/readyz` tells the truth: an engine that does not answer, or a server that goes, is not ready."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from server import health
from server.main import build_app
from server.settings import Settings
from tests.server.conftest import Client


@pytest.fixture
def own(demo_database: Path) -> Iterator[Client]:
    """A server that no other test asks."""
    found = Client(build_app(Settings(databases={"demo": demo_database})))
    yield found
    found.close()


def readiness(client: Client) -> tuple[int, str]:
    answer = client.get("/readyz", headers={})
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.json()["health"]


def test_a_closed_engine_is_not_ready_but_the_process_lives(own: Client) -> None:
    assert readiness(own) == (200, "HEALTH")
    own.app.state.service.generation.close()
    assert readiness(own) == (503, "DOWN")
    assert own.get("/healthz", headers={}).status_code == 200


def test_a_server_that_goes_is_not_ready(own: Client) -> None:
    own.app.state.departure.begun = True
    assert readiness(own) == (503, "DOWN")


def test_an_engine_that_does_not_answer_is_not_ready(own: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PING_SECONDS", 0.1)
    monkeypatch.setattr(own.app.state.service.generation, "is_ready", lambda: time.sleep(1) or True)
    assert readiness(own) == (503, "DOWN")
