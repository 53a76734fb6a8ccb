"""GraphQL over HTTP: media types, status codes, and requests that are none."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from starlette.requests import HTTPConnection
from starlette.requests import Request as HttpRequest

from semantic.access.principal import Principal
from semantic.execute.cancellation import Cancellation
from semantic.pipeline import Service
from server.graphql.app import Endpoint
from server.graphql.limits import Limits
from server.graphql.operation import Request, Response

AUTHORIZATION = {"Authorization": "demo-direktion"}
GRAPHQL, JSON = "application/graphql-response+json", "application/json"
ASK = {"query": "{ __typename }"}
RIGHT, WRONG = "{ cube(limit: 1) { regnskab { aar } } }", "{ cube { regnskab { aarr } } }"


def post(client: Any, document: str, accept: str | None = GRAPHQL, **rest: object) -> httpx.Response:
    headers = {**AUTHORIZATION, **({"Accept": accept} if accept is not None else {})}
    found: httpx.Response = client.post("/graphql", json={"query": document, **rest}, headers=headers)
    return found


def code(response: httpx.Response) -> str:
    found: str = response.json()["errors"][0]["extensions"]["code"]
    return found


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        (GRAPHQL, GRAPHQL),
        (JSON, JSON),
        ("*/*", JSON),
        ("", JSON),
        ("application/*", JSON),
        (f"{JSON};q=0.5, {GRAPHQL}", GRAPHQL),
        (f"{GRAPHQL};q=0, {JSON}", JSON),
        (f"image/png, {GRAPHQL};q=0.1", GRAPHQL),
    ],
)
def test_the_answer_is_of_the_kind_that_is_liked_best(client: Any, accept: str, given: str) -> None:
    response = post(client, RIGHT, accept)
    assert (response.status_code, response.headers["content-type"]) == (200, f"{given}; charset=utf-8")


def test_no_kind_that_will_do(client: Any) -> None:
    response = post(client, RIGHT, "image/png")
    assert (response.status_code, code(response)) == (406, "P107")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("{", "P101"),
        ("{ nothing }", "P102"),
        (WRONG, "R202"),
        ('{ cube(ungrouped: true, subtotals: "rollup") { regnskab { aar } } }', "U440"),
    ],
)
def test_a_fault_of_the_question_is_told_in_the_body_and_by_the_status_of_the_typed_answer(
    client: Any, document: str, expected: str
) -> None:
    typed, plain = post(client, document), post(client, document, JSON)
    assert typed.status_code in (400, 422)
    assert plain.status_code == 200
    for response in (typed, plain):
        assert code(response) == expected
        assert "data" not in response.json()
        assert response.headers["Nogletal-Error"] == expected


def test_get_asks_too(client: Any) -> None:
    document = "query ($n: Int) { cube(limit: $n) { regnskab { aar } } }"
    parameters = {"query": document, "variables": '{"n": 2}', "operationName": ""}
    response = client.get("/graphql", params=parameters | {}, headers={**AUTHORIZATION, "Accept": GRAPHQL})
    assert response.status_code == 400  # an operation of no name
    del parameters["operationName"]
    response = client.get("/graphql", params=parameters, headers={**AUTHORIZATION, "Accept": GRAPHQL})
    assert len(response.json()["data"]["cube"]) == 2
    again = {**AUTHORIZATION, "Accept": GRAPHQL, "If-None-Match": response.headers["ETag"]}
    assert client.get("/graphql", params=parameters, headers=again).status_code == 304


def test_a_get_changes_nothing(client: Any) -> None:
    for accept in (GRAPHQL, JSON):
        asked = {"query": "mutation { __typename }"}
        response = client.get("/graphql", params=asked, headers={**AUTHORIZATION, "Accept": accept})
        assert (response.status_code, code(response)) == (405, "P109")


BODIES: dict[str, tuple[bytes, int, str]] = {
    "not JSON": (b'{ "not', 400, "P101"),
    "not UTF-8": (b'{"query": "{ cube { \xff } }"}', 400, "P101"),
    "a lone surrogate": (b'{"query": "\\ud800"}', 400, "P101"),
    "nothing": (b"", 400, "P101"),
    "a number of great length": (b'{"query": "{ __typename }", "variables": {"a": ' + b"1" * 5000 + b"}}", 400, "P101"),
    "deep JSON": (b"[" * 5000, 400, "P101"),
    "a batch": (b'[{"query": "{ __typename }"}]', 400, "P103"),
    "a text": (b'"{ __typename }"', 400, "P103"),
    "no query": (b'{"qeury": "{ __typename }"}', 400, "P104"),
    "an empty query": (b'{"query": "  "}', 400, "P104"),
    "a key twice": (b'{"query": "{ __typename }", "variables": {"a": 1, "a": 2}}', 400, "P105"),
    "a number for a query": (b'{"query": 1}', 400, "P103"),
    "a list for variables": (b'{"query": "{ __typename }", "variables": []}', 400, "P103"),
    "a text for extensions": (b'{"query": "{ __typename }", "extensions": "x"}', 400, "P103"),
}


@pytest.mark.parametrize("what", BODIES)
def test_a_body_that_is_no_request(client: Any, what: str) -> None:
    body, status, expected = BODIES[what]
    for accept in (GRAPHQL, JSON):
        headers = {**AUTHORIZATION, "Content-Type": JSON, "Accept": accept}
        response = client.post("/graphql", content=body, headers=headers)
        assert (response.status_code, code(response)) == (status, expected)
    assert post(client, RIGHT).status_code == 200


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "",
    ],
)
def test_what_any_page_could_send_unasked_is_not_read(client: Any, kind: str) -> None:
    response = client.post("/graphql", content=json.dumps(ASK), headers={**AUTHORIZATION, "Content-Type": kind})
    assert (response.status_code, code(response)) == (415, "P106")


def test_compressed_bodies_are_not_read(client: Any) -> None:
    headers = {**AUTHORIZATION, "Content-Type": JSON, "Content-Encoding": "gzip"}
    assert client.post("/graphql", content=b"x", headers=headers).status_code == 415


def test_a_query_of_a_megabyte_is_refused(client: Any) -> None:
    """Whether its length is announced or not."""
    text = json.dumps({"query": "{ cube { " + "a" * 1_000_000 + " } }"})
    headers = {**AUTHORIZATION, "Content-Type": JSON}

    async def parts() -> Any:
        for start in range(0, len(text), 65_536):
            yield text[start : start + 65_536].encode()

    for content in (text, parts()):
        response = client.post("/graphql", content=content, headers=headers)
        assert response.status_code == 413
        assert response.headers["Nogletal-Error"].startswith("L5")
    assert post(client, RIGHT).status_code == 200


def test_what_is_refused_before_it_is_read_has_the_shape_of_graphql_too(client: Any) -> None:
    headers = {"Authorization": "demo-direktion", "Content-Type": "application/json"}
    long = client.post("/graphql", content=b"x" * 2_000_000, headers=headers)
    foreign = client.post("/graphql", content=b"{}", headers={**headers, "Host": "evil.example"})
    for response, code in ((long, "L511"), (foreign, "P110")):
        assert response.json()["errors"][0]["extensions"]["code"] == code
        assert response.headers["nogletal-error"] == code
    assert (long.status_code, foreign.status_code) == (413, 400)


def test_who_is_nobody_gets_nothing(client: Any) -> None:
    for headers in ({}, {"Authorization": "demo-nobody"}):
        response = client.post("/graphql", json=ASK, headers=headers)
        assert (response.status_code, code(response)) == (401, "A311" if headers else "A310")
        assert response.headers["WWW-Authenticate"].startswith("Basic")
        assert client.get("/graphql/schema.graphql", headers=headers).status_code == 401


def test_only_listed_origins_may_read(small_client: Any) -> None:
    for origin, allowed in (("https://bi.kommune.dk", True), ("https://evil.example", False)):
        response = small_client.post("/graphql", json=ASK, headers={**AUTHORIZATION, "Origin": origin})
        assert response.headers.get("access-control-allow-origin") == (origin if allowed else None)


def test_one_of_several_operations(client: Any) -> None:
    several = "query a { x: __typename } query b { y: __typename }"
    assert post(client, several, operationName="b").json()["data"] == {"y": "Query"}
    for name, expected in ((None, "P104"), ("c", "P102")):
        response = post(client, several, operationName=name)
        assert (response.status_code, code(response)) == (400, expected)
    assert code(post(client, "fragment a on Query { __typename }")) == "P104"


def test_the_schema_as_text(client: Any) -> None:
    response = client.get("/graphql/schema.graphql", headers=AUTHORIZATION)
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert "type RegnskabMembers {" in response.text
    again = {**AUTHORIZATION, "If-None-Match": response.headers["ETag"]}
    assert client.get("/graphql/schema.graphql", headers=again).status_code == 304


def test_the_server_lives_on_when_clients_leave(address: tuple[str, int]) -> None:
    body = json.dumps({"query": "{ cube { befolkning { kommune alder koen personer } } }"})
    head = f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: demo-direktion\r\nContent-Type: {JSON}\r\n"
    whole = f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode()
    for sent in (whole, whole[:-10], whole[:40]):
        with socket.create_connection(address) as gone:
            gone.sendall(sent)
    url = f"http://{address[0]}:{address[1]}/graphql"
    assert httpx.post(url, json={"query": RIGHT}, headers=AUTHORIZATION).json()["data"]["cube"] == [
        {"regnskab": {"aar": 2020}}
    ]


class Waiting(Endpoint):
    """Answers only when the stop button is pressed."""

    def _answer(self, asked: Request, principal: Principal, cancellation: Cancellation) -> Response:
        while not cancellation.cancelled:
            time.sleep(0.005)
        return Response(b"{}")


def test_a_client_that_leaves_presses_the_stop_button(service: Service) -> None:
    somebody = Principal("x", ())
    messages = [{"type": "http.request", "body": json.dumps(ASK).encode()}, {"type": "http.disconnect"}]

    async def receive() -> Any:
        return messages.pop(0)

    async def authenticate(connection: HTTPConnection) -> Principal:
        return somebody

    async def leave() -> int:
        workers = anyio.CapacityLimiter(2)
        endpoint = Waiting(lambda: service, authenticate, 10, workers, False, Limits())
        scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"application/json")], "path": "/"}
        with anyio.fail_after(10):
            return (await endpoint.graphql(HttpRequest(scope, receive))).status_code

    assert asyncio.run(leave()) == 200


def test_a_fault_of_ours_is_an_id_and_no_more(
    ask: Callable[..., httpx.Response], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("server.graphql.operation.encode", fail)
    response = ask(RIGHT)
    assert (response.status_code, code(response)) == (500, "X901")
    assert "secret" not in response.text
