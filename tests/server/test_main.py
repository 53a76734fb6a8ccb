"""The real server in a process of its own: what it prints, what it survives, how it stops."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pg8000.exceptions
import pg8000.native
import pytest

from tests.server.conftest import LOAD
from tests.server.process import COMMAND, ROOT, Server
from tests.server.rest.clients.askers import Http, Python

GOOD = {"query": json.dumps({"dimensions": ["kommuner.region"]})}


def sql_address(server: Server) -> str:
    """The connection string that was printed for the demo."""
    [found] = re.findall(r"PostgreSQL +(postgresql://\S+)", "".join(server.printed))
    return str(found)


def test_the_printed_connection_string_of_sql_works_and_is_counted(psycopg: Any, server: Server) -> None:
    before = server.http.get("/metrics").text
    assert "nogletal_sql_connections 0\n" in before
    with psycopg.connect(sql_address(server)) as connection:
        assert connection.execute("show session_authorization").fetchone() == ("direktion",)
        assert "nogletal_sql_connections 1\n" in server.http.get("/metrics").text
        assert connection.execute("show timezone").fetchone() == ("Europe/Copenhagen",)
    refused = sql_address(server).replace(":demo@", ":forkert@")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(refused)
    assert is_well(server)


def test_refusals_of_sql_are_counted_by_their_codes(server: Server) -> None:
    def counted() -> dict[str, int]:
        found = re.findall(r'nogletal_refusals_total\{code="(\w+)"\} (\d+)', server.http.get("/metrics").text)
        return {code: int(count) for code, count in found}

    before = counted()
    parts = urlsplit(sql_address(server))
    login = {"host": parts.hostname, "port": parts.port, "database": parts.path[1:]}
    with closing(pg8000.native.Connection(parts.username, password=parts.password, **login)) as connection:
        for sql in ("select findes_ikke from regnskab", "set findes_ikke = 1", "select findes_ikke from regnskab"):
            with pytest.raises(pg8000.exceptions.DatabaseError):
                connection.run(sql)
        assert connection.run("select 1") == [[1]]
    with pytest.raises(pg8000.exceptions.DatabaseError):
        pg8000.native.Connection(parts.username, password="forkert", **login)
    after = counted()
    more = {code: count - before.get(code, 0) for code, count in after.items() if count != before.get(code, 0)}
    assert more == {"R202": 2, "42704": 1, "28P01": 1}


def is_well(server: Server) -> bool:
    return server.http.get(LOAD, params=GOOD).status_code == 200


@pytest.fixture(scope="module")
def server(demo_database: Path) -> Iterator[Server]:
    found = Server("--demo", "--database", str(demo_database))
    yield found
    rest = found.stop()
    assert "Traceback" not in rest, rest  # whatever was sent, nothing of it was our fault


def test_it_prints_every_address_and_warns(server: Server) -> None:
    text = "".join(server.printed)
    for word in (
        "/graphql",
        "/cubejs-api/v1",
        "/openapi.json",
        "/healthz",
        "postgresql://",
        "curl -u",
    ):
        assert word in text
    assert "DEMO: each name sees what its role in access_policies/ gives." in text


def test_printed_addresses_answer(server: Server) -> None:
    for path in ("/", "/graphql", "/openapi.json", "/healthz", "/readyz", "/metrics", "/cubejs-api/v1/meta"):
        assert server.http.get(path, headers={"Accept": "*/*, text/html"}).status_code in (200, 400), path
    assert "server" not in server.http.get("/healthz").headers


def test_each_cube_client_comes_in_by_the_address_printed_for_it(server: Server) -> None:
    found = re.findall(r"(\w+) +(\S+) +token (\S+) +\((.*)\)", "".join(server.printed))
    assert [(key, clients) for key, _, _, clients in found] == [
        ("apiUrl", "@cubejs-client/core, cubejs-client-python"),
        ("url", "cube-http-client"),
    ]
    (_, api_url, token, _), (_, url, same, _) = found
    with closing(Python(api_url.removesuffix("/v1"), token)) as one, closing(Http(url, same)) as other:
        assert one.client._transport.api_url == api_url  # type: ignore[attr-defined]
        assert one.members() == other.members() != {}


def test_a_large_body_is_refused_and_a_large_question_too(server: Server) -> None:
    query = {"filters": [{"member": "kommuner.region", "operator": "equals", "values": ["x" * 1_100_000]}]}
    assert server.http.post(LOAD, json={"query": query}).json()["code"] == "L511"
    many = {"filters": [{"member": "kommuner.region", "operator": "equals", "values": ["x"] * 150_000}]}
    assert server.http.post(LOAD, json={"query": many}).json()["code"] == "L510"
    assert is_well(server)


def under_way(server: Server) -> int:
    text = server.http.get("/metrics").text
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("nogletal_requests_under_way")))


def test_clients_that_leave_midway_leave_nothing_behind(server: Server) -> None:
    ask = f"GET {LOAD}?query={{%22dimensions%22:[%22ydelse.ydelse_id%22,%22ydelse.start%22]}} HTTP/1.1\r\n"
    head = (ask + "Host: 127.0.0.1\r\nAuthorization: demo-direktion\r\nAccept: text/csv\r\n\r\n").encode()
    post = f"POST {LOAD} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: demo-direktion\r\n"
    half = (post + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{").encode()
    for number in range(60):
        with server.connect() as client:
            client.sendall((head, head[:40], half, head)[number % 4])
            if number % 4 == 3:
                client.recv(10)
    end = time.monotonic() + 20
    while under_way(server) > 1 and time.monotonic() < end:
        time.sleep(0.1)
    assert under_way(server) == 1
    assert is_well(server)


def test_ctrl_c_stops_it_cleanly(demo_database: Path) -> None:
    server = Server("--database", str(demo_database))
    text = "".join(server.printed)
    assert "EVERY DEMO" not in text
    assert "NOBODY CAN LOG IN, AND NOBODY IS GRANTED ANYTHING OVER THE NETWORK" in text
    assert "nogletal serve --demo" in text
    assert "PASSWORD" not in text  # no connection string that cannot work
    assert server.http.get(LOAD, params=GOOD).json()["code"] == "A311"
    rest = server.stop()
    assert server.process.returncode == 0, rest
    assert "Traceback" not in rest


def refused(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_a_port_in_use_is_said_plainly(server: Server, demo_database: Path) -> None:
    failed = refused("--http", server.url.removeprefix("http://"), "--database", str(demo_database))
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert "ddress already in use" in failed.stderr


def test_the_demo_does_not_start_for_other_machines(demo_database: Path) -> None:
    failed = refused("--demo", "--http", "0.0.0.0:0", "--database", str(demo_database))
    assert failed.returncode == 1
    assert "D673" in failed.stderr


@pytest.fixture
def one_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state with the user anna, for servers that are started now."""
    monkeypatch.setenv("NOGLETAL_STATE", f"sqlite:///{tmp_path / 'state.db'}")
    for line in (
        "user add anna --title Anna",
        "user grant anna analytiker",
        "user attribute anna kommune 573 --type integer",
    ):
        subprocess.run([sys.executable, "-m", "server", *line.split()], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.usefixtures("one_user")
def test_users_log_in_without_the_demo_and_a_revoked_token_is_out(demo_database: Path) -> None:
    command = [sys.executable, "-m", "server", "token"]
    made = subprocess.run([*command, "create", "anna", "--name", "x", "--expires", "9d"], cwd=ROOT, check=True,
                          capture_output=True, text=True)  # fmt: skip
    server = Server("--database", str(demo_database))
    text = "".join(server.printed)
    assert "1 may log in" in text
    assert "NOBODY" not in text
    asking = {"Authorization": f"Bearer {made.stdout.strip()}"}
    assert server.http.get(LOAD, params=GOOD, headers=asking).status_code == 200
    number = made.stderr.split()[2]
    subprocess.run([*command, "revoke", number], cwd=ROOT, check=True, capture_output=True)
    assert server.http.get(LOAD, params=GOOD, headers=asking).json()["code"] == "A311"
    assert "Traceback" not in server.stop()


@pytest.mark.usefixtures("one_user")
def test_wrong_tries_are_counted_by_the_address_that_a_proxy_on_this_machine_tells(demo_database: Path) -> None:
    server = Server("--database", str(demo_database))

    def status(address: str) -> int:
        return server.http.get(
            LOAD, params=GOOD, auth=("anna", "forkert"), headers={"X-Forwarded-For": address}
        ).status_code

    assert [status("192.0.2.1") for _ in range(6)] == [401] * 5 + [429]
    assert status("192.0.2.2") == 401
    server.stop()
