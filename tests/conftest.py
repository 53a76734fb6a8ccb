"""What every test may use: the demo database, and the mark for tests that need a client installed on the machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from demo.build import build

# The names under which a client may be installed.
CLIENTS = {
    "node": ("node",),
    "npm": ("npm",),
    "curl": ("curl",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `real_client(name)` where the client is missing, or fail it with REQUIRE_REAL_CLIENTS=1."""
    for mark in item.iter_markers("real_client"):
        for name in mark.args:
            if not any(shutil.which(command) for command in CLIENTS[name]):
                refuse = pytest.fail if os.environ.get("REQUIRE_REAL_CLIENTS") == "1" else pytest.skip
                refuse(f"{name} is not installed")


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo database, built once for the session. Read it only."""
    out = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    build(out)
    return out
