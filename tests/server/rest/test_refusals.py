"""Bad questions over HTTP: each gets its code and a hint, and the next question is answered."""

from __future__ import annotations

import json
from typing import Any

import pytest

from semantic import pipeline
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.error_codes import CODES
from semantic.execute.duckdb import OPEN_ANSWERS
from server.main import build_app
from server.settings import LimitSettings, Settings
from tests.server.conftest import OPEN, Client

LOAD = "/cubejs-api/v1/load"
GOOD = {"dimensions": ["kommuner.region"]}


def where(member: str, operator: str, *values: Any) -> dict[str, Any]:
    return {"filters": [{"member": member, "operator": operator, "values": list(values)}]}


REFUSED = [
    ({"measures": ["kommuner.antal_kommune"]}, "R202", "Did you mean 'antal_kommuner'?"),
    ({"measures": ["komuner.antal_kommuner"]}, "R201", "Did you mean 'kommuner'?"),
    ({"dimensions": ["kommuner.antal_kommuner"]}, "R203", None),
    ({**GOOD, **where("kommuner.kommunekode", "equals", "Varde")}, "R209", None),
    ({**GOOD, **where("kommuner.kommunekode", "contains", "5")}, "R207", None),
    ({**GOOD, **where("kommuner.region", "sounds", "x")}, "R207", None),
    ({**GOOD, **where("kommuner.region", "equals")}, "R208", None),
    ({"measures": ["ydelse.antal_ydelser"], **where("ydelse.start", "afterDate", "2023-02-30")}, "R210", None),
    ({"measures": ["ydelse.antal_ydelser"], "timeDimensions": [{"dimension": "ydelse.start", "dateRange": "2023-13"}]},
     "R210", None),
    ({**GOOD, **where("kommuner.antal_kommuner", "gt", 5)}, "R212", None),
    ({**GOOD, "order": {"kommuner.kommune": "asc"}}, "R213", None),
    ({**GOOD, "limit": -1}, "R214", None),
    ({**GOOD, "timezone": "Mars/Dome"}, "R216", None),
    ({}, "R215", None),
    ({**GOOD, "limit": 10**9}, "L501", None),
    ({**GOOD, **where("kommuner.region", "equals", "a\x00b")}, "R209", None),
]  # fmt: skip


@pytest.mark.parametrize(("query", "code", "hint"), REFUSED)
def test_a_bad_question(client, query: dict[str, Any], code: str, hint: str | None) -> None:
    answer = client.load(query)
    body = answer.json()
    assert body["code"] == code
    assert body["error"] == body["problems"][0]["message"]
    assert body["dansk"] == body["problems"][0]["dansk"] == CODES[code].danish
    assert hint is None or body["hint"] == hint
    assert answer.status_code in (400, 413)
    assert client.load(GOOD).status_code == 200


def test_all_problems_are_told_at_once(client) -> None:
    body = client.load({"measures": ["kommuner.x"], "dimensions": ["kommuner.y"], "limit": -1}).json()
    assert [problem["code"] for problem in body["problems"]] == ["R202", "R202", "R214"]


@pytest.mark.parametrize("address", ["load", "sql", "dry-run", "meta"])
def test_nobody_gets_anything_without_a_name(client, closed_client, address: str) -> None:
    path = f"/cubejs-api/v1/{address}"
    params = {} if address == "meta" else {"query": json.dumps(GOOD)}
    for one, headers, code in (
        (client, {}, "A310"),
        (client, {"Authorization": "demo-ukendt"}, "A311"),
        (closed_client, {"Authorization": "demo-direktion"}, "A311"),
    ):
        answer = one.get(path, params=params, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, code)
        assert answer.headers["www-authenticate"].startswith("Basic")


@pytest.mark.parametrize("word", ["format=xlsx", "dialekt=excel-da"])
def test_how_rows_are_given_is_not_asked_where_there_are_none(client, word: str) -> None:
    name, _, value = word.partition("=")
    for address, question in (("sql", GOOD), ("dry-run", GOOD), ("kilder", None)):
        path = f"/cubejs-api/v1/{address}"
        answers = [
            client.get(path, params={"query": json.dumps(question)} | {name: value} if question else {name: value})
        ]
        if question:
            answers.append(client.post(f"{path}?{word}", json={"query": question}))
        for answer in answers:
            assert (answer.status_code, answer.json()["code"]) == (400, "P102")
            assert answer.json()["error"] == f"Unknown parameter '{name}'."


def test_who_asks_is_told_before_what_is_wrong(client) -> None:
    assert client.get(LOAD, params={"query": "{"}, headers={}).json()["code"] == "A310"


def test_an_answer_to_the_browser_says_what_it_may(client) -> None:
    for path in ("/", "/healthz", "/cubejs-api/v1/meta", "/nix"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-request-id"]
        assert "server" not in headers


def test_a_request_id_is_kept_where_it_is_plain(client) -> None:
    headers = {"Authorization": "demo-direktion", "x-request-id": "3f-span-1"}
    assert client.get("/healthz", headers=headers).headers["x-request-id"] == "3f-span-1"
    foul = {"x-request-id": "a b\t<script>"}
    assert client.get("/healthz", headers=foul).headers["x-request-id"] != foul["x-request-id"]


def test_no_such_address_or_method(client) -> None:
    assert client.get("/cubejs-api/v1/lod").json()["code"] == "P108"
    answer = client.request("DELETE", LOAD)
    assert (answer.status_code, answer.json()["code"]) == (405, "P109")
    assert "GET" in answer.headers["allow"]
    assert client.get(f"{LOAD}/").status_code == 404


def test_a_body_over_the_cap_is_refused_declared_or_not(small_client) -> None:
    body = json.dumps({"query": {"measures": ["x" * 3_000]}}).encode()
    headers = {"Authorization": "demo-direktion", "Content-Type": "application/json"}
    declared = small_client.post(LOAD, content=body, headers=headers)

    async def chunks():
        for start in range(0, len(body), 500):
            yield body[start : start + 500]

    streamed = small_client.post(LOAD, content=chunks(), headers=headers)
    for answer in (declared, streamed):
        assert (answer.status_code, answer.json()["code"]) == (413, "L511")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "192.168.1.2:8000", "[::2]", "127.0.0.1.evil.example", "["]
)
def test_the_demo_answers_to_this_machines_names_only(client, closed_client, host: str) -> None:
    headers = {"Authorization": "demo-direktion", "Host": host}
    assert client.get("/cubejs-api/v1/meta", headers=headers).json()["code"] == "P110"
    assert closed_client.get("/healthz", headers={"Host": host}).status_code == 200


def test_listed_origins_may_ask_and_others_may_not(client, small_client) -> None:
    asks = {"Authorization": "demo-direktion", "Origin": "https://bi.kommune.dk"}
    allowed = small_client.get("/cubejs-api/v1/meta", headers=asks).headers
    assert allowed["access-control-allow-origin"] == "https://bi.kommune.dk"
    assert "access-control-allow-credentials" not in allowed
    for one, origin in (
        (small_client, "https://evil.example"),
        (client, "https://bi.kommune.dk"),
        (small_client, "null"),
    ):
        headers = one.get("/cubejs-api/v1/meta", headers={**asks, "Origin": origin}).headers
        assert "access-control-allow-origin" not in headers
    preflight = {"Origin": "https://bi.kommune.dk", "Access-Control-Request-Method": "POST",
                 "Access-Control-Request-Headers": "authorization"}  # fmt: skip
    assert small_client.request("OPTIONS", LOAD, headers=preflight).status_code == 200


def test_health_and_figures(client) -> None:
    assert client.get("/healthz", headers={}).json() == {"health": "HEALTH"}
    assert client.get("/livez", headers={}).json() == client.get("/readyz", headers={}).json() == {"health": "HEALTH"}
    client.get("/some/secret?name=x")
    text = client.get("/metrics", headers={}).text
    assert 'nogletal_requests_total{path="/healthz",method="GET",status="200"}' in text
    assert 'nogletal_refusals_total{code="P108"}' in text
    assert "nogletal_requests_under_way 1\n" in text
    assert "secret" not in text


def test_the_start_page_lists_addresses_and_logins(client, closed_client) -> None:
    text = client.get("/", headers={}).text
    assert "/cubejs-api/v1/meta" in text
    assert "analytiker_varde" in text
    closed = closed_client.get("/", headers={}).text
    assert "analytiker_varde" not in closed
    assert "Log ind" in closed


def test_a_question_too_many_is_refused_and_health_is_not(demo_database) -> None:
    limits = LimitSettings(concurrency=1, queue=0)
    client = Client(build_app(Settings(demo=True, policies=OPEN, databases={"demo": demo_database}, limits=limits)))
    direktion = Principal("direktion", ("direktion",))
    service = client.app.state.service
    held = [pipeline.answer(parse_query(GOOD, default_limit=None), direktion, service) for _ in range(OPEN_ANSWERS)]
    try:
        refused = client.load(GOOD)
        assert (refused.status_code, refused.json()["code"]) == (429, "L504")
        assert int(refused.headers["retry-after"]) > 0
        assert client.get("/healthz").status_code == 200
    finally:
        for one in held:
            one.batches.close()  # type: ignore[attr-defined]
    assert client.load(GOOD).status_code == 200
    client.close()
