r"""What psql asks: the `\d` family, a query with a cursor of its own, \copy, and the tabulator's completion."""

from __future__ import annotations

import os
import pty
import subprocess
import time

from tests.clients.endpoint import Endpoint

VARDE = "select aar, kommune, udgift_kr from regnskab where kommune = 'Varde' order by aar, funktion"
PSQL = (
    r"\d", r"\dt", r"\dv", r"\dt+", r"\dv+", r"\dv noegletal.*",
    r"\d+", r"\dn", r"\dn+", r"\du", r"\l", r"\df", r"\df+", r"\dT",
    r"\di", r"\ds", r"\dm", r"\dp", r"\dd", r"\dx", r"\det", r"\dD", r"\do", r"\dg", r"\dO", r"\db", r"\drds", r"\dy",
    r"\d regnskab", r"\d+ regnskab", r"\d public.befolkning", r"\d noegletal.noegletal", r"\d findes_ikke",
    r"\conninfo", r"\sf regnskab", r"\encoding", r"\gdesc",
)  # fmt: skip
TYPED = ("select * from reg", "select aar from regnskab where kom", r"\d reg", "set time", "show ser")
PAUSE = 0.4  # seconds, for psql to ask and to write what it would complete


def browse(endpoint: Endpoint) -> None:
    commands = [word for one in PSQL for word in ("-c", one)]
    _run(endpoint, *commands, "-c", VARDE, "-c", rf"\copy ({VARDE}) to '/dev/null' csv header")
    _run(endpoint, "-v", "FETCH_COUNT=3", "-c", VARDE)
    _run(endpoint, "-v", "ON_ERROR_ROLLBACK=on", "-c", "begin; select 1; commit", "-c", "select findes_ikke")
    _completion(endpoint)


def _run(endpoint: Endpoint, *arguments: str) -> None:
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
