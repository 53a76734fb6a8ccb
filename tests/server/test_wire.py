"""Foul requests over real HTTP: each has its answer, nothing in them is our fault, and the server lives on."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.server.conftest import LOAD
from tests.server.process import Server

HOST = b"Host: 127.0.0.1\r\nAuthorization: demo-direktion\r\n"
CLOSE = b"Connection: close\r\n"
GOOD: dict[str, Any] = {"dimensions": ["kommuner.region"]}
HEALTH = b"GET /healthz HTTP/1.1\r\n" + HOST


@pytest.fixture(scope="module")
def server(demo_database: Path) -> Iterator[Server]:
    found = Server("--demo", "--database", str(demo_database))
    yield found
    assert found.stop().strip() == "Stopped."  # nothing of it was our fault, and nothing of it fills the log
    assert found.process.returncode == 0


@pytest.fixture(autouse=True)
def lives_on(server: Server) -> Iterator[None]:
    yield
    assert server.http.post(LOAD, json={"query": GOOD}).json()["data"]


def heard(server: Server, sent: bytes) -> bytes:
    """Everything that comes back until the server closes."""
    found = b""
    with server.connect() as client, contextlib.suppress(ConnectionError):
        client.sendall(sent)
        while piece := client.recv(65_536):
            found += piece
    return found


def statuses(answer: bytes) -> list[int]:
    return [int(part[:3]) for part in answer.split(b"HTTP/1.1 ")[1:]]


def post(body: bytes, *more: bytes) -> bytes:
    head = f"POST {LOAD} HTTP/1.1\r\n".encode() + HOST + b"Content-Type: application/json\r\n"
    return head + b"".join(more) + b"Content-Length: %d\r\n\r\n" % len(body) + body


def get(query: object, *more: bytes) -> bytes:
    return f"GET {LOAD}?query={quote(json.dumps(query))} HTTP/1.1\r\n".encode() + HOST + b"".join(more) + b"\r\n"


def chunked(*more: bytes) -> bytes:
    body = json.dumps({"query": GOOD}).encode()
    head = post(b"").removesuffix(b"Content-Length: 0\r\n\r\n") + b"".join(more)
    return head + b"\r\n%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"


def to_graphql(sent: bytes) -> bytes:
    return sent.replace(LOAD.encode(), b"/graphql")


BAD_FRAMES = [
    post(b"{}").replace(b"Content-Length: 2", b"Content-Length: -2"),
    post(b"{}").replace(b"Content-Length: 2", b"Content-Length: +2"),
    post(b"{}").replace(b"Content-Length: 2", b"Content-Length: 2, 3"),
    post(b"{}").replace(b"Content-Length: 2", b"Content-Length: two"),
    post(b"{}", b"Content-Length: 3\r\n"),
    chunked(b"Transfer-Encoding: gzip, chunked\r\n"),
    chunked(b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: identity\r\n"),
    chunked(b"Transfer-Encoding : chunked\r\n"),
    HEALTH.replace(b"Host: 127.0.0.1\r\n", b"") + b"\r\n",
    HEALTH + b"Host: evil.example\r\n\r\n",
    HEALTH + b"X: a\x00b\r\n\r\n",
    HEALTH.replace(b"healthz", b"health\x00z") + b"\r\n",
    b"NONSENSE\r\n\r\n",
    HEALTH + b"".join(b"X-%d: y\r\n" % number for number in range(200_000)) + b"\r\n",
    HEALTH + b"X: " + b"y" * 1_000_000 + b"\r\n\r\n",
    b"GET /" + b"x" * 1_000_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
]


@pytest.mark.parametrize("sent", BAD_FRAMES, ids=range(len(BAD_FRAMES)))
def test_what_is_no_request_is_refused_and_the_connection_closed(server: Server, sent: bytes) -> None:
    answer = heard(server, sent + HEALTH + b"\r\n")
    assert statuses(answer) in ([400], [])  # nothing when the rest of a bomb is thrown away
    assert b"HEALTH" not in answer


def test_an_address_is_read_up_to_its_limit(server: Server) -> None:
    blanks = json.dumps(GOOD).replace(" ", " " * 60_000).encode().replace(b" ", b"+")
    head = b"GET /cubejs-api/v1/load?query="
    for sent, status in ((blanks, 200), (blanks + b"+" * 4_000, 413)):
        answer = heard(server, head + sent.replace(b'"', b"%22") + b" HTTP/1.1\r\n" + HOST + CLOSE + b"\r\n")
        assert statuses(answer) == [status]
        assert (b'"code":"L511"' in answer) == (status == 413)


def test_headers_are_read_up_to_their_limit(server: Server) -> None:
    for length, status in ((60_000, 200), (70_000, 413)):
        assert statuses(heard(server, HEALTH + b"X: " + b"y" * length + b"\r\n" + CLOSE + b"\r\n")) == [status]


def test_a_body_of_two_lengths_hides_no_second_request(server: Server) -> None:
    hidden = b"0\r\n\r\n" + HEALTH + b"\r\n"
    sent = post(hidden, b"Transfer-Encoding: chunked\r\n")
    answer = heard(server, sent)
    assert statuses(answer) == [400]
    assert b'"code":"P101"' in answer
    assert b"HEALTH" not in answer
    assert statuses(heard(server, chunked(b"Transfer-Encoding: chunked\r\n", CLOSE))) == [200]


def test_a_broken_chunk_is_no_end(server: Server) -> None:
    sent = chunked(b"Transfer-Encoding: chunked\r\n").replace(b"\r\n0\r\n\r\n", b"\r\nzz\r\n")
    assert 200 not in statuses(heard(server, sent))


def test_requests_in_one_go_are_answered_in_order(server: Server) -> None:
    sent = get(GOOD) + HEALTH + b"\r\n" + get({"dimensions": ["kommuner.regionn"]}) + post(b"{") + get(GOOD, CLOSE)
    answer = heard(server, sent)
    assert statuses(answer) == [200, 200, 400, 400, 200]
    assert answer.index(b'"data"') < answer.index(b"HEALTH") < answer.index(b"R202") < answer.index(b"P101")


def where(member: str, operator: str, values: str) -> bytes:
    """A question with a filter, its values as JSON text that Python would not write."""
    test = {"member": member, "operator": operator, "values": "VALUES"}
    return asked({"measures": ["kommuner.antal_kommuner"], "filters": [test]}).replace(b'"VALUES"', values.encode())


def nested(depth: int) -> bytes:
    return b'{"query": {"filters": [' + b'{"and": [{"or": [' * depth + b"]}]}" * depth + b"]}}"


def asked(query: dict[str, Any]) -> bytes:
    return json.dumps({"query": query}).encode()


KODE = "kommuner.kommunekode"
BODIES = [
    ("unknown member", asked({"dimensions": ["kommuner.regionn"]}), 400, "R202", "Did you mean 'region'?"),
    ("unknown view", asked({"dimensions": ["komuner.region"]}), 400, "R201", "Did you mean 'kommuner'?"),
    ("text for a number", where(KODE, "equals", '["Varde"]'), 400, "R209", ""),
    ("truth for a number", where(KODE, "equals", "[true]"), 400, "R209", ""),
    ("an object for a value", where(KODE, "equals", '[{"a": 1}]'), 400, "P103", ""),
    ("no such day", asked({"measures": ["ydelse.antal_ydelser"], "timeDimensions": [
        {"dimension": "ydelse.start", "dateRange": ["2023-02-28", "2023-02-29"]}]}), 400, "R210", ""),
    ("no such year", asked({"measures": ["ydelse.antal_ydelser"], "timeDimensions": [
        {"dimension": "ydelse.start", "dateRange": "last 99999999999 years"}]}), 400, "R210", ""),
    ("nothing", asked({}), 400, "R215", ""),
    ("no query", b"{}", 400, "P104", ""),
    ("no body", b"", 400, "P101", ""),
    ("a measure tested, none asked", asked({**GOOD, "filters": [
        {"member": "kommuner.antal_kommuner", "operator": "gt", "values": [5]}]}), 400, "R212", "Select the"),
    ("a megabyte", asked({"dimensions": ["kommuner." + "x" * 1_000_000]}), 413, "L511", ""),
    ("nearly a megabyte", asked({"dimensions": ["kommuner." + "x" * 900_000]}), 413, "L510", ""),
    ("not UTF-8", b'{"query": {"dimensions": ["kommuner.\xff"]}}', 400, "P101", ""),
    ("half a surrogate pair", b'{"query": {"dimensions": ["kommuner.\\ud800"]}}', 400, "P101", ""),
    ("nested", nested(50), 413, "L510", ""),
    ("nested past the parser", nested(20_000), 400, "P101", ""),
    ("NUL in a value", where("kommuner.region", "equals", '["a\\u0000"]'), 400, "R209", ""),
    ("NUL in a name", asked({"dimensions": ["kommuner.re\0gion"]}), 400, "R202", "Did you mean 'region'?"),
    ("NUL in a zone", asked({**GOOD, "timezone": "UTC\0"}), 400, "R216", ""),
    ("1e400", where(KODE, "gt", "[1e400]"), 400, "P101", ""),
    ("1e400 as text", where(KODE, "gt", '["1e400"]'), 400, "R209", ""),
    ("tiny", where(KODE, "gt", "[1e-99999999999999999999]"), 400, "P101", ""),
    ("NaN", where(KODE, "gt", "[NaN]"), 400, "P101", ""),
    ("NaN as text", where(KODE, "gt", '["NaN"]'), 400, "R209", ""),
    ("Infinity", where(KODE, "gt", "[-Infinity]"), 400, "P101", ""),
    ("Infinity as text", where(KODE, "gt", '["Infinity"]'), 400, "R209", ""),
    ("five thousand digits", where(KODE, "gt", f"[{'9' * 5000}]"), 400, "P101", ""),
    ("a limit past counting", asked({**GOOD, "limit": 10**30}), 413, "L510", ""),
    ("a key twice", b'{"query": {"limit": 1, "limit": 2}}', 400, "P105", "Keep one."),
    ("the query twice", b'{"query": {}, "query": {}}', 400, "P105", "Keep one."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "status", "code", "hint"), BODIES, ids=[one[0] for one in BODIES])
def test_a_foul_body_has_its_code(
    server: Server, name: str, body: bytes, status: int, code: str, hint: str
) -> None:  # fmt: skip
    answer = server.http.post(LOAD, content=body, headers={"Content-Type": "application/json"})
    told = answer.json()
    assert (answer.status_code, told["code"]) == (status, code), told
    assert (told["hint"] or "").startswith(hint)
    assert told["dansk"]
    assert len(answer.content) < 5_000  # what was sent is not sent back


ADDRESSES = [
    (b"/cubejs-api/v1/load?query=%ff", 400, "P101"),
    (b"/cubejs-api/v1/load?query=\xff", 400, None),
    (b"/cubejs-api/v1/load?query=%00", 400, "P101"),
    (b"/cubejs-api/v1/load?query={}&query={}", 400, "P105"),
    (b"/%ff%fe", 404, "P108"),
    (b"/%00", 404, "P108"),
    (b"/healthz/../cubejs-api/v1/meta", 404, "P108"),
    (b"http://evil.example/healthz", 404, "P108"),
    (b"*", 404, "P108"),
]


@pytest.mark.parametrize(("address", "status", "code"), ADDRESSES, ids=range(len(ADDRESSES)))
def test_a_foul_address_has_its_code(server: Server, address: bytes, status: int, code: str | None) -> None:
    answer = heard(server, b"GET " + address + b" HTTP/1.1\r\n" + HOST + CLOSE + b"\r\n")
    assert statuses(answer) == [status]
    assert code is None or b'"code":"%s"' % code.encode() in answer


def test_a_body_that_is_not_plain_json_is_refused_by_name(server: Server) -> None:
    whole = post(json.dumps({"query": GOOD}).encode(), CLOSE)
    gzipped = whole.replace(CLOSE, CLOSE + b"Content-Encoding: gzip\r\n")
    for sent in (gzipped, whole.replace(b"/json", b"/json; charset=utf-16"), whole.replace(b"/json", b"/xml")):
        answer = heard(server, sent)
        assert statuses(answer) == [415]
        assert b'"code":"P106"' in answer
    assert statuses(heard(server, whole.replace(b"/json", b'/json; Charset="UTF-8"'))) == [200]


def test_an_upgrade_that_is_not_served_is_an_ordinary_request(server: Server) -> None:
    asks = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n"
    with server.connect() as client:
        client.sendall(HEALTH + asks + b"\r\n")
        assert client.recv(1_000).startswith(b"HTTP/1.1 200 OK")


LEFT_MIDWAY = [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # the beginning of TLS
    HEALTH,
    post(b"{}")[:-1],
    post(b"{}").replace(b"Content-Length: 2", b"Content-Length: 999999"),
    chunked(b"Transfer-Encoding: chunked\r\n")[:-8],
    get(GOOD, b"Accept: text/csv\r\n"),
    to_graphql(post(b"{}")[:-1]),
    to_graphql(chunked(b"Transfer-Encoding: chunked\r\n")[:-8]),
    to_graphql(chunked(b"Transfer-Encoding: chunked\r\n").replace(b"\r\n0\r\n\r\n", b"\r\nzz\r\n")),
]


@pytest.mark.parametrize("sent", LEFT_MIDWAY, ids=range(len(LEFT_MIDWAY)))
def test_a_client_that_leaves_midway(server: Server, sent: bytes) -> None:
    with server.connect() as client:
        client.sendall(sent)
