"""HTTP → Query: what is read, and every malformed request refused by name."""

from __future__ import annotations

import json

import pytest
from starlette.requests import Request

from semantic.errors import ServiceError
from server.rest.parse import XLSX, Wanted, read_wanted

LOAD = "/cubejs-api/v1/load"
OK = json.dumps({"dimensions": ["kommuner.region"]})
HEADERS = {"Authorization": "demo-direktion"}
JSON_TYPE = {**HEADERS, "Content-Type": "application/json"}


def wanted(accept: str | None, address: str = "") -> Wanted:
    headers = [] if accept is None else [(b"accept", accept.encode())]
    return read_wanted(Request({"type": "http", "method": "GET", "headers": headers, "query_string": address.encode()}))


@pytest.mark.parametrize(
    ("accept", "address", "media", "dialect"),
    [
        (None, "", "application/json", "rfc4180"),
        ("*/*", "", "application/json", "rfc4180"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "", "application/json", "rfc4180"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "dialekt=excel-da", "text/csv", "excel-da"),
        ("text/csv", "", "text/csv", "rfc4180"),
        ("text/csv; dialekt=excel-da", "", "text/csv", "excel-da"),
        ("text/csv", "dialekt=excel-da", "text/csv", "excel-da"),
        ("text/*", "", "text/csv", "rfc4180"),
        ("text/csv;q=0.2, application/json", "", "application/json", "rfc4180"),
        ("text/csv;q=0, application/json", "", "application/json", "rfc4180"),
        ("TEXT/CSV", "", "text/csv", "rfc4180"),
        ("application/vnd.apache.arrow.stream", "", "application/vnd.apache.arrow.stream", "rfc4180"),
        ("application/vnd.apache.parquet", "", "application/vnd.apache.parquet", "rfc4180"),
        ("application/vnd.apache.parquet, */*;q=0.1", "", "application/vnd.apache.parquet", "rfc4180"),
        (XLSX, "", XLSX, "rfc4180"),
        ("text/html,*/*;q=0.8", "format=xlsx", XLSX, "rfc4180"),
        ("image/png", "format=csv&dialekt=excel-da", "text/csv", "excel-da"),
        ("text/csv", "format=json", "application/json", "rfc4180"),
    ],
)
def test_the_kind_of_answer(accept: str | None, address: str, media: str, dialect: str) -> None:
    assert wanted(accept, address) == Wanted(media, dialect)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("accept", "address", "code"),
    [
        ("image/png", "", "P107"),
        ("text/csv;q=0", "", "P107"),
        ("text/csv;q=x", "", "P107"),
        ("text/csv", "dialekt=excel-dk", "P111"),
        ("text/csv; dialekt=", "dialekt=x", "P111"),
        ("text/csv", "dialekt=a&dialekt=b", "P105"),
        ("text/csv", "format=xls", "P103"),
        ("text/csv", "format=", "P103"),
        ("text/csv", "format=csv&format=xlsx", "P105"),
        ("*/*", "format=xlsx&dialekt=x", "P111"),
    ],
)
def test_a_kind_that_cannot_be_given(accept: str, address: str, code: str) -> None:
    with pytest.raises(ServiceError) as refused:
        wanted(accept, address)
    assert refused.value.code == code


BAD_GET = [
    ("", "P104"), ("query=", "P104"), ("query=undefined", "P104"), ("query={", "P101"), ("query=[]", "P105"),
    (f"query=[{OK},{OK}]", "U403"), (f"query=[{OK}]", "P104"), ("query=7", "P103"), ("query=%22x%22", "P103"),
    ("query=null", "P103"),
    ("query=%ff", "P101"), ("query=%C3%28", "P101"), (f"query={OK}&query={OK}", "P105"), (f"query={OK}&qery=1", "P102"),
    (f"query={OK}&queryType=blending", "P103"), ('query={"responseFormat": "xml"}', "P103"), ("query={}", "R215"),
    ('query={"measures": []}', "R215"), ('query={"ungrouped": true}', "R215"), ('query={"joinHints": [[]]}', "U401"),
    ("&".join(f"a{n}=1" for n in range(200)), "P101"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "code"), BAD_GET)
def test_a_bad_address(client, address: str, code: str) -> None:
    answer = client.get(f"{LOAD}?{address}")
    assert (answer.json()["code"], answer.status_code) == (code, 422 if code[0] == "U" else 400)
    assert answer.json()["error"]
    assert answer.headers["nogletal-error"] == code


BAD_POST = [
    (b"", "P101"), (b"{}", "P104"), (b"[]", "P103"), (b'{"query": {}, "qury": 1}', "P102"), (b'{"query": "{"}', "P101"),
    (b'{"query": {"measures": "x"}}', "P103"), (b'{"query": {"measures": ["\xff"]}}', "P101"),
    (b'{"query": {}, "dialekt": "excel-da"}', "P102"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "code"), BAD_POST)
def test_a_bad_body(client, body: bytes, code: str) -> None:
    answer = client.post(LOAD, content=body, headers=JSON_TYPE)
    assert (answer.json()["code"], answer.status_code) == (code, 400)


def test_a_body_of_another_kind(client) -> None:
    answer = client.post(LOAD, content=b"a=b", headers={**HEADERS, "Content-Type": "text/plain"})
    assert (answer.json()["code"], answer.status_code) == ("P106", 415)


def test_a_query_may_be_text_within_the_body(client) -> None:
    assert client.post(LOAD, json={"query": OK}).json()["data"]


def test_what_cubes_clients_send_beside_the_query(client) -> None:
    assert client.get(LOAD, params={"query": OK, "queryType": "multi", "cache": "no-cache"}).status_code == 200
    assert client.post(LOAD, json={"query": json.loads(OK), "queryType": "multi", "cache": None}).status_code == 200
