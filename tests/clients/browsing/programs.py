"""Each client at work: it connects to an endpoint, looks at what is there and reads some rows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.clients.browsing import drivers, odbc, psql
from tests.clients.endpoint import Endpoint
from tests.clients.installed import DRIVERS, JDBC, NODE, NPGSQL, SQLALCHEMY_14, SYSTEM_PYTHON, npgsql_environment

HERE = Path(__file__).parent


def pgjdbc(endpoint: Endpoint) -> None:
    url = f"jdbc:postgresql://{endpoint.host}:{endpoint.port}/{endpoint.database}"
    run(["java", "-cp", JDBC, HERE / "Browse.java", url, endpoint.user, endpoint.password])


def node_pg(endpoint: Endpoint) -> None:
    run(["node", HERE / "browse.mjs", *words(endpoint)], folder=NODE)


def sqlalchemy_2(endpoint: Endpoint) -> None:
    for dialect in ("postgresql+psycopg", "postgresql+psycopg2"):
        reflected(endpoint, dialect, DRIVERS)


def sqlalchemy_14(endpoint: Endpoint) -> None:
    reflected(endpoint, "postgresql+psycopg2", SQLALCHEMY_14)


def reflected(endpoint: Endpoint, dialect: str, packages: Path) -> Any:
    """What the SQLAlchemy among the packages, or else our own, finds (reflect.py)."""
    environment = {**os.environ, "PYTHONPATH": str(packages)}
    return json.loads(run([sys.executable, HERE / "reflect.py", endpoint.url(dialect)], environment))


def npgsql(endpoint: Endpoint) -> None:
    run([NPGSQL / "venv/bin/python", HERE / "npgsql.py", *words(endpoint)], npgsql_environment())


def libreoffice(endpoint: Endpoint) -> None:
    run([SYSTEM_PYTHON, HERE / "libreoffice.py", *words(endpoint)])


def words(endpoint: Endpoint) -> list[str]:
    """HOST PORT USER PASSWORD DATABASE, as the scripts take them."""
    return [endpoint.host, str(endpoint.port), endpoint.user, endpoint.password, endpoint.database]


def run(command: list[str | Path], environment: dict[str, str] | None = None, folder: Path | None = None) -> str:
    """What the command printed; its complaints are the error's where it failed."""
    done = subprocess.run(list(map(str, command)), env=environment, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


BROWSE: dict[str, Callable[[Endpoint], None]] = {
    "psql": psql.browse,
    "psycopg3": drivers.psycopg_3,
    "psycopg2": drivers.psycopg_2,
    "asyncpg": drivers.asyncpg_,
    "pg8000": drivers.pg_8000,
    "psqlodbc": odbc.browse,
    "node-pg": node_pg,
    "pgjdbc": pgjdbc,
    "sqlalchemy2": sqlalchemy_2,
    "sqlalchemy14": sqlalchemy_14,
    "npgsql": npgsql,
    "libreoffice": libreoffice,
}
