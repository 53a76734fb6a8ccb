"""The served worlds. Whatever a test does, the log of the server must not tell a canary either."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.attacks.asking import Place, serve
from tests.attacks.canaries import CANARIES, canary_world, found


@pytest.fixture(scope="session")
def whole() -> Iterator[Place]:
    """The canaries, served."""
    place = serve(canary_world())
    yield place
    place.close()


@pytest.fixture(scope="session")
def cut() -> Iterator[Place]:
    """The same without what is hidden from `laeser`."""
    place = serve(canary_world(cut=True))
    yield place
    place.close()


@pytest.fixture(autouse=True)
def _log_tells_nothing(request: pytest.FixtureRequest) -> Iterator[None]:
    place = request.getfixturevalue("whole") if "whole" in request.fixturenames else None
    before = len(place.log) if place else 0
    yield
    if place:
        assert found(place.log[before:], canaries=CANARIES) == []
