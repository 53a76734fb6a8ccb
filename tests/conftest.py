"""What every test may use: the demo database, and the mark for tests that need a client installed on the machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from demo.build import build
from tests.clients import installed
from tests.postgres import postgres as postgres

# No time is ever asserted. In CI the same examples come each time: it tells what a change did, not what chance found.
settings.register_profile("ours", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("ours")

# A client's commands or the file that it is, of which one must be there.
CLIENTS: dict[str, tuple[str | Path, ...]] = {
    "node": ("node",),
    "npm": ("npm",),
    "curl": ("curl",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "psql": ("psql",),
    "java": ("javac",),  # a class is run from its source, which needs the compiler
    "pgjdbc": (installed.JDBC,),
    "psqlodbc": (installed.ODBC,),
    "soffice": ("soffice",),
    "sdbc": (installed.SDBC,),
    "uno": (installed.UNO,),
    "drivers": (installed.DRIVERS / "ready",),
    "node-pg": (installed.NODE / "ready",),
    "sqlalchemy14": (installed.SQLALCHEMY_14 / "ready",),
    "npgsql": (installed.NPGSQL / "ready",),
}


DRIVERS = {"psycopg", "asyncpg", "pyodbc"}  # fixtures, each the module of a driver for Python


def pytest_itemcollected(item: pytest.Item) -> None:
    """A test that takes a driver needs it."""
    if DRIVERS & set(getattr(item, "fixturenames", ())):
        item.add_marker(pytest.mark.real_client("drivers"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `real_client(name)` where the client is missing, or fail it with REQUIRE_REAL_CLIENTS=1."""
    for mark in item.iter_markers("real_client"):
        for name in mark.args:
            if not any(map(_is_there, CLIENTS[name])):
                refuse = pytest.fail if os.environ.get("REQUIRE_REAL_CLIENTS") == "1" else pytest.skip
                refuse(f"{name} is not installed")


def _is_there(client: str | Path) -> bool:
    return client.exists() if isinstance(client, Path) else shutil.which(client) is not None


@pytest.fixture(scope="session", autouse=True)
def _no_users_of_ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No command or server of a test reads or writes the users or the audit of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("state")
        patch.setenv("NOGLETAL_STATE", f"sqlite:///{folder / 'state.db'}")
        patch.setenv("NOGLETAL_EDITIONS", str(folder / "editions"))
        patch.setenv("NOGLETAL_AUDIT_FOLDER", str(folder / "audit"))
        patch.setenv("NOGLETAL_AUDIT_KEY_FILE", str(folder / "audit.key"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _a_checkout_of_whoever_owns_it() -> Iterator[None]:
    """Commands that read revisions may do so where the project's files belong to somebody else, as in a container."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_COUNT", "1")
        patch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
        patch.setenv("GIT_CONFIG_VALUE_0", "*")
        yield


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo database, built once for the session. Read it only."""
    out = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    build(out)
    return out


@pytest.fixture(scope="session")
def psycopg() -> Any:
    return import_module("psycopg")


@pytest.fixture(scope="session")
def asyncpg() -> Any:
    return import_module("asyncpg")


@pytest.fixture(scope="session")
def pyodbc() -> Any:
    return import_module("pyodbc")
