"""Addresses beside the question (class 18), and surfaces that are not there (classes 18, 24)."""

from __future__ import annotations

import json
import re
import socket

import pytest

from tests.attacks.asking import Place, graphql, on
from tests.attacks.canaries import found
from tests.interfaces.clients.web import token

QUERY = json.dumps({"measures": ["sag.antal"], "dimensions": ["sag.enhed", "sag.udfald"]})
GETS = (
    "/cubejs-api/v1/meta", "/cubejs-api/v1/meta?extended", "/cubejs-api/v1/meta?onlyViews=true", "/openapi.json",
    "/graphql/schema.graphql", "/", "/healthz", "/livez", "/readyz",
    *(f"/cubejs-api/v1/{path}?query={QUERY}" for path in ("load", "subscribe", "sql", "dry-run")),
)  # fmt: skip
ACCEPTED = ("application/json", "text/csv", "application/vnd.apache.arrow.stream", "application/vnd.apache.parquet")


@pytest.mark.parametrize("who", ["laeser", "barnebarn", "kender", "ingen"])
@on("rest", "graphql")
def test_no_address_tells_of_what_is_hidden(whole: Place, cut: Place, who: str) -> None:
    for path in GETS:
        told, without = (place.http(who, "GET", path) for place in (whole, cut))
        assert _at_home(told.same) == _at_home(without.same), path
        assert found(told.text) == [], path
    assert found(whole.http("ser_alt", "GET", GETS[0]).text) != []
    assert found(whole.http("ser_alt", "GET", GETS[-4]).text) != []


def _at_home(text: str) -> str:
    """The two servers have ports of their own."""
    return re.sub(r"127\.0\.0\.1:\d+|uptime[^,]*|'content-length', '\d+'", "…", text)


@pytest.mark.parametrize("kind", ACCEPTED)
@on("rest")
def test_a_download_has_the_rows_of_its_asker(whole: Place, cut: Place, kind: str) -> None:
    body = {"query": json.loads(QUERY)}
    for who in ("laeser", "barnebarn"):
        told, without = (
            place.server.http.post("/cubejs-api/v1/load", json=body, headers={**token(who), "Accept": kind})
            for place in (whole, cut)
        )
        assert told.status_code == 200
        if kind != "application/json":
            assert told.content == without.content
        assert b"KANARIE" not in told.content
    told = whole.server.http.post("/cubejs-api/v1/load", json=body, headers={**token("ser_alt"), "Accept": kind})
    assert b"KANARIE" in told.content


@on("rest", "graphql")
def test_who_names_nobody_gets_nothing_but_whether_the_server_lives(whole: Place) -> None:
    for path in (*GETS, "/graphql?query={__typename}", "/metrics"):
        told = whole.server.http.request("GET", path, headers={"Authorization": ""})
        assert found(told.text) == [], path
        if "cubejs" in path or "graphql" in path:
            assert told.status_code == 401, path
    for path in ("/cubejs-api/v1/load", "/cubejs-api/v1/cubesql", "/graphql"):
        assert whole.server.http.post(path, json={"query": {}}, headers={"Authorization": "x"}).status_code == 401


CATALOGUE = """{ __schema { types { kind name description fields(includeDeprecated: true) { name description
    args { name description defaultValue type { name } } } inputFields { name description } enumValues { name } } } }"""


@on("graphql")
def test_introspection_and_suggestions_name_visible_members_only(whole: Place, cut: Place) -> None:
    misspelt = ("skjult_cp", "skjult_kod", "skjult", "cpr", "skjult_registe")
    for who in ("laeser", "barnebarn", "kender", "ingen"):
        told, without = (graphql(place, CATALOGUE, who) for place in (whole, cut))
        assert told.same == without.same
        assert found(told.text) == []
        for word in misspelt:
            for text in (f"{{ cube {{ sag {{ {word} }} }} }}", f"{{ cube {{ {word} {{ antal }} }} }}",
                         f'{{ cube(where: {{sag: {{{word}: {{equals: "x"}}}}}}) {{ sag {{ antal }} }} }}'):  # fmt: skip
                assert found(graphql(whole, text, who).text, (word,)) == [], (who, text)
    assert found(graphql(whole, CATALOGUE, "ser_alt").text) != []


@pytest.mark.parametrize("protocol", ["graphql-transport-ws", "graphql-ws", ""])
@pytest.mark.parametrize("path", ["/graphql", "/cubejs-api/v1/load", "/cubejs-api/v1/subscribe", "/"])
@on("graphql", "rest")
def test_there_is_no_websocket_to_come_in_by(whole: Place, path: str, protocol: str) -> None:
    """An upgrade is not answered with 101, with or without a login, and a subscription is no operation."""
    for login in ("", "Authorization: Bearer demo-laeser\r\n"):
        with whole.server.connect() as client:
            wanted = f"Sec-WebSocket-Protocol: {protocol}\r\n" if protocol else ""
            client.sendall(
                f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{login}Upgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n{wanted}\r\n".encode()
            )
            client.settimeout(20)
            head = _head(client)
        assert b" 101 " not in head
        assert b"websocket" not in head.lower()
    assert graphql(whole, "subscription { cube { sag { antal } } }", "laeser").codes


def _head(client: socket.socket) -> bytes:
    heard = b""
    while b"\r\n" not in heard:
        piece = client.recv(4096)
        if not piece:
            break
        heard += piece
    return heard.partition(b"\r\n")[0]


@on("rest", "graphql")
def test_no_address_gives_a_file_or_the_engine(whole: Place) -> None:
    for path in ("/var/demo.duckdb", "/demo.duckdb", "/graphql/static/../../../demo.duckdb", "/schema/model.yml",
                 "/graphql/static/%2e%2e/%2e%2e/app.py", "/access_policies/roles.yml", "/.env",
                 "/cubejs-api/v1/pre-aggregations",
                 "/cubejs-api/v1/run-scheduled-refresh", "/cubejs-system/v1/context",
                 "/playground/context", "/docs"):  # fmt: skip
        told = whole.server.http.get(path, headers=token("ser_alt"))
        assert told.status_code in (400, 404, 405), path
        assert found(told.text) == []
