"""Each client at work: it connects to an endpoint, looks at what is there and reads some rows."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.clients.browsing import drivers, odbc
from tests.clients.endpoint import Endpoint
from tests.clients.installed import JDBC, NODE, NPGSQL, SQLALCHEMY_14, npgsql_environment, system_python

HERE = Path(__file__).parent
VARDE = "select aar, kommune, udgift_kr from regnskab where kommune = 'Varde' order by aar, funktion"
PSQL = (
    r"\d", r"\dt", r"\dv", r"\dt+", r"\dt noegletal.*", r"\d+", r"\dn", r"\dn+", r"\du", r"\l", r"\df", r"\df+", r"\dT",
    r"\di", r"\ds", r"\dm", r"\dp", r"\dd", r"\dx", r"\det", r"\dD", r"\do", r"\dg", r"\dO", r"\db", r"\drds", r"\dy",
    r"\d regnskab", r"\d+ regnskab", r"\d public.befolkning", r"\d noegletal.noegletal", r"\d findes_ikke", r"\conninfo",
    r"\sf regnskab", r"\encoding", r"\gdesc",
)  # fmt: skip
TYPED = ("select * from reg", "select aar from regnskab where kom", r"\d reg", "set time", "show ser")
PAUSE = 0.4  # seconds, for psql to ask and to write what it would complete


def psql(endpoint: Endpoint) -> None:
    commands = [word for one in PSQL for word in ("-c", one)]
    _psql(endpoint, *commands, "-c", VARDE, "-c", rf"\copy ({VARDE}) to '/dev/null' csv header")
    _psql(endpoint, "-v", "FETCH_COUNT=3", "-c", VARDE)
    _psql(endpoint, "-v", "ON_ERROR_ROLLBACK=on", "-c", "begin; select 1; commit", "-c", "select findes_ikke")
    _completion(endpoint)


def _psql(endpoint: Endpoint, *arguments: str) -> None:
    subprocess.run(psql_command(endpoint, *arguments), env=psql_environment(endpoint), capture_output=True)


def psql_command(endpoint: Endpoint, *arguments: str) -> list[str]:
    where = ["-h", endpoint.host, "-p", str(endpoint.port), "-U", endpoint.user, "-d", endpoint.database]
    return ["psql", "-X", *where, *arguments]


def psql_environment(endpoint: Endpoint) -> dict[str, str]:
    """Ours without other settings for libpq, in English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    mode = "require" if endpoint.encrypted else "prefer"
    return {**kept, "PGPASSWORD": endpoint.password, "PGSSLMODE": mode, "PAGER": "cat", "LC_ALL": "C.UTF-8"}


def _completion(endpoint: Endpoint) -> None:
    """The tabulator after the beginnings of some lines, as on a terminal."""
    ours, theirs = pty.openpty()
    environment = psql_environment(endpoint) | {"TERM": "dumb"}
    process = subprocess.Popen(
        psql_command(endpoint), stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    time.sleep(PAUSE)
    for line in TYPED:
        os.write(ours, line.encode() + b"\t\t")
        time.sleep(PAUSE)
        os.write(ours, b"\x15")
    os.write(ours, b"\\q\n")
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
    os.close(ours)


def pgjdbc(endpoint: Endpoint) -> None:
    url = f"jdbc:postgresql://{endpoint.host}:{endpoint.port}/{endpoint.database}"
    run(["java", "-cp", JDBC, HERE / "Browse.java", url, endpoint.user, endpoint.password])


def node_pg(endpoint: Endpoint) -> None:
    run(["node", HERE / "browse.mjs", *words(endpoint)], folder=NODE)


def sqlalchemy_2(endpoint: Endpoint) -> None:
    for dialect in ("postgresql+psycopg", "postgresql+psycopg2"):
        run([sys.executable, HERE / "reflect.py", endpoint.url(dialect)])


def sqlalchemy_14(endpoint: Endpoint) -> None:
    environment = {**os.environ, "PYTHONPATH": str(SQLALCHEMY_14)}
    run([sys.executable, HERE / "reflect.py", endpoint.url("postgresql+psycopg2")], environment)


def npgsql(endpoint: Endpoint) -> None:
    run([NPGSQL / "venv/bin/python", HERE / "npgsql.py", *words(endpoint)], npgsql_environment())


def libreoffice(endpoint: Endpoint) -> None:
    run([system_python(), HERE / "libreoffice.py", *words(endpoint)])


def words(endpoint: Endpoint) -> list[str]:
    """HOST PORT USER PASSWORD DATABASE, as the scripts take them."""
    return [endpoint.host, str(endpoint.port), endpoint.user, endpoint.password, endpoint.database]


def run(command: list[str | Path], environment: dict[str, str] | None = None, folder: Path | None = None) -> str:
    """What the command printed; its complaints are the error's where it failed."""
    done = subprocess.run(list(map(str, command)), env=environment, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


BROWSE: dict[str, Callable[[Endpoint], None]] = {
    "psql": psql,
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
