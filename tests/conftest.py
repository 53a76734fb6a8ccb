"""What every test may use: the mark for tests that need a client installed on the machine."""

from __future__ import annotations

import os
import shutil

import pytest

# The names under which a client may be installed.
CLIENTS = {
    "node": ("node",),
    "npm": ("npm",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `real_client(name)` where the client is missing, or fail it with REQUIRE_REAL_CLIENTS=1."""
    for mark in item.iter_markers("real_client"):
        for name in mark.args:
            if not any(shutil.which(command) for command in CLIENTS[name]):
                refuse = pytest.fail if os.environ.get("REQUIRE_REAL_CLIENTS") == "1" else pytest.skip
                refuse(f"{name} is not installed")
