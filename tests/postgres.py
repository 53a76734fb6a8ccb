"""A real PostgreSQL of our own: a cluster in a temporary folder, started for the session and gone after it.

It is the oracle of what only PostgreSQL knows (row-level security, SCRAM, its own catalogue), and the server's state is
tested on it. Ask for the fixture `postgres`, and take a fresh database from it:

    def test_something(postgres: Postgres) -> None:
        with postgres.database() as name, postgres.connect(name) as connection:
            connection.run("CREATE TABLE …")
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pg8000.native
import pytest

DEBIAN = Path("/usr/lib/postgresql")  # its programs lie outside PATH
NEEDED = ("initdb", "pg_ctl", "postgres")
SUPERUSER, PASSWORD = "ejer", "kun til proever"
ATTEMPTS = 5  # another process may take the free port first


def programs() -> Path | None:
    """The folder with PostgreSQL's programs, the newest version's, or None."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(DEBIAN.glob("*/bin"), key=lambda one: float(one.parent.name), reverse=True)
    return next((one for one in folders if all((one / name).is_file() for name in NEEDED)), None)


@dataclass(frozen=True)
class Postgres:
    """A running cluster, reached over TCP on this machine with a password (SCRAM-SHA-256)."""

    port: int
    programs: Path
    host: str = "127.0.0.1"
    user: str = SUPERUSER
    password: str = PASSWORD
    numbers: Iterator[int] = count(1)

    def connect(self, database: str = "postgres", user: str | None = None, password: str | None = None) -> Any:
        """A connection of pg8000's own, to be used with `with`; as the superuser unless told otherwise."""
        opened = pg8000.native.Connection(
            user or self.user, self.host, database, self.port, password or self.password, timeout=30
        )
        return closing(opened)

    @contextmanager
    def database(self) -> Iterator[str]:
        """The name of a new, empty database, which is dropped after."""
        name = f"proeve_{os.getpid()}_{next(self.numbers)}"
        with self.connect() as connection:
            connection.run(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
        try:
            yield name
        finally:
            with self.connect() as connection:
                connection.run(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, database: str) -> str:
        """SQLAlchemy's URL without the password."""
        return f"postgresql+pg8000://{self.user}@{self.host}:{self.port}/{database}"


def _account() -> pwd.struct_passwd | None:
    """Whom the server runs as where we are root, which it refuses; else None, ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("there is no account that PostgreSQL could run as")


def _run(account: pwd.struct_passwd | None, *command: str | Path) -> None:
    as_whom: dict[str, Any] = {}
    if account is not None:
        as_whom = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")} | {"LC_ALL": "C.UTF-8"}
    # Not captured by a pipe: the server would hold its end open, and we would wait for ever.
    with tempfile.TemporaryFile() as told:
        done = subprocess.run(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=told, stderr=told, cwd="/",
            env=environment, **as_whom,
        )  # fmt: skip
        if done.returncode:
            told.seek(0)
            raise RuntimeError(f"{command[0]} failed:\n{told.read().decode(errors='replace')}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@contextmanager
def cluster(folder: Path, bin: Path) -> Iterator[Postgres]:
    """A cluster in the folder, stopped at the end."""
    account = _account()
    data, secret = folder / "data", folder / "secret"
    secret.write_text(PASSWORD, "utf-8")
    if account is not None:
        for path in (folder, secret):
            os.chown(path, account.pw_uid, account.pw_gid)
    _run(account, bin / "initdb", "-D", data, "-U", SUPERUSER, "--pwfile", secret, "-A", "scram-sha-256",
         "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync")  # fmt: skip
    port = _start(account, folder, bin)
    try:
        yield Postgres(port, bin)
    finally:
        _run(account, bin / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _start(account: pwd.struct_passwd | None, folder: Path, bin: Path) -> int:
    """The port it listens on. What a crash would lose is of no worth, so nothing waits for the disk."""
    for attempt in range(ATTEMPTS):
        port = _free_port()
        options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={folder} -c fsync=off"
        try:
            _run(account, bin / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-o", options, "-w", "start")
            return port
        except RuntimeError:
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The session's cluster; a test that asks for it is skipped where PostgreSQL is not installed."""
    bin = programs()
    if bin is None:
        refuse = pytest.fail if os.environ.get("REQUIRE_REAL_CLIENTS") == "1" else pytest.skip
        refuse("PostgreSQL is not installed")
        return
    # Not below pytest's own folder, which only its owner may enter; short, since a socket's path may not be long.
    folder = Path(tempfile.mkdtemp(prefix="nogletal-pg-"))
    try:
        with cluster(folder, bin) as found:
            yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)
