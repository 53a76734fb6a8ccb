"""The server stops: in seconds, with exit code 0, every asker told, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import httpx
import pytest

from server.departure import GRACE_SECONDS
from tests.server.conftest import DIREKTION, LOAD
from tests.server.process import Server
from tests.worlds import open_policies

# A view that yields rows for hours and takes no memory.
VIEW = "CREATE VIEW endless AS SELECT range % 7 AS rest FROM range(100000000000000)"
MODEL = """\
cubes:
  - name: endless
    sql_table: main.endless
    dimensions: [{name: rest, type: number, sql: rest}]
    measures: [{name: total, type: sum, sql: rest}]
"""
ROWS = {"query": '{"dimensions": ["endless.rest"], "measures": ["endless.total"]}'}
SIGNALS = (signal.SIGTERM, signal.SIGINT)


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The arguments that serve the endless view."""
    folder = tmp_path_factory.mktemp("endless")
    (folder / "model").mkdir()
    (folder / "model" / "endless.yml").write_text(MODEL, "utf-8")
    with duckdb.connect(str(folder / "demo.duckdb")) as connection:
        connection.execute(VIEW)
    shutil.copytree(open_policies(folder / "model"), folder / "access_policies")
    return ("--demo", "--model", str(folder / "model"), "--database", str(folder / "demo.duckdb"))


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor() as pool:
        yield pool


def asked(server: Server, threads: ThreadPoolExecutor) -> list[Future[httpx.Response]]:
    """The same question over every interface, at work when this returns."""
    ask = {"base_url": server.url, "timeout": 60}

    def once(method: str, path: str, **more: object) -> httpx.Response:
        with httpx.Client(**ask) as client:  # type: ignore[arg-type]
            return client.request(method, path, **more)  # type: ignore[arg-type]

    found = [
        threads.submit(once, "GET", LOAD, params=ROWS, headers=DIREKTION),
        threads.submit(once, "GET", LOAD, params=ROWS, headers={**DIREKTION, "Accept": "text/csv"}),
        threads.submit(once, "POST", "/graphql", json={"query": "{cube{endless{total}}}"}, headers=DIREKTION),
    ]
    while "nogletal_requests_under_way 4\n" not in server.http.get("/metrics").text:
        time.sleep(0.05)
    return found


@pytest.mark.parametrize("number", SIGNALS)
def test_a_long_question_gets_its_grace_and_is_then_cancelled(
    endless: tuple[str, ...], threads: ThreadPoolExecutor, number: signal.Signals
) -> None:
    server = Server(*endless)
    answers = asked(server, threads)
    begun = time.monotonic()
    server.press(number)
    rest = server.rest()
    assert server.process.returncode == 0, rest
    assert GRACE_SECONDS - 1 < time.monotonic() - begun < GRACE_SECONDS + 5
    assert rest.strip() == "Stopped."
    for answer in answers:
        assert (answer.result().status_code, answer.result().headers["nogletal-error"]) == (503, "L503")


@pytest.mark.parametrize("number", SIGNALS)
def test_a_second_signal_ends_the_grace(
    endless: tuple[str, ...], threads: ThreadPoolExecutor, number: signal.Signals
) -> None:
    server = Server(*endless)
    answers = asked(server, threads)
    begun = time.monotonic()
    server.press(number)
    time.sleep(0.5)
    server.press(number)
    rest = server.rest()
    assert time.monotonic() - begun < GRACE_SECONDS - 1
    assert (server.process.returncode, rest.strip()) == (0, "Stopped.")
    assert [answer.result().status_code for answer in answers] == [503, 503, 503]


def test_half_a_request_does_not_hold_it(demo_database: Path) -> None:
    server = Server("--demo", "--database", demo_database)
    head = f"POST {LOAD} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: demo-direktion\r\nContent-Type: application/json"
    with server.connect() as body_missing, server.connect() as head_missing, server.connect():
        body_missing.sendall(f"{head}\r\nContent-Length: 100\r\n\r\n{{".encode())
        head_missing.sendall(b"GET / HT")
        assert server.http.get("/healthz").status_code == 200
        server.press()
        time.sleep(0.5)
        server.press()
        assert b"503 Service Unavailable" in body_missing.recv(1000)
        assert head_missing.recv(1000) == b""
    assert (server.rest().strip(), server.process.returncode) == ("Stopped.", 0)


@pytest.mark.parametrize("number", SIGNALS)
def test_sql_sessions_that_are_idle_go_at_once(psycopg: Any, demo_database: Path, number: signal.Signals) -> None:
    server = Server("--demo", "--database", demo_database)
    address = next(line.split()[1] for line in server.printed if "PostgreSQL" in line)
    with (
        psycopg.connect(address) as idle,
        psycopg.connect(address) as in_block,
        socket.create_connection((idle.info.host, idle.info.port)),
    ):
        in_block.execute("show timezone")
        server.press(number)
        assert (server.rest().strip(), server.process.returncode) == ("Stopped.", 0)
        for one in (idle, in_block):
            with pytest.raises(psycopg.OperationalError, match="administrator command"):
                one.execute("show timezone")


def test_starts_and_stops_leave_no_process_and_no_socket(demo_database: Path) -> None:
    http = "127.0.0.1:0"
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGINT):
        server = Server("--demo", "--database", demo_database, http=http)
        http = server.url.removeprefix("http://")  # the next one must get the same port
        assert server.http.get("/readyz").status_code == 200
        server.press(number)
        assert (server.rest().strip(), server.process.returncode) == ("Stopped.", 0)
        with pytest.raises(ProcessLookupError):
            os.killpg(server.process.pid, 0)
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{server.url}/healthz")
