"""One house for what changes nothing, and one of its own for each test that does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tests.attacks.asking import Place
from tests.editions.house import House, build_house


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory, demo_database: Path) -> House:
    return build_house(tmp_path_factory.mktemp("house"), demo_database)


@pytest.fixture(scope="session")
def place(untouched: House) -> Iterator[Place]:
    """The untouched house, served."""
    with untouched.served() as served:
        yield served


@pytest.fixture
def house(untouched: House, tmp_path: Path) -> House:
    copytree(untouched.home, tmp_path / "house")
    return House(tmp_path / "house")
