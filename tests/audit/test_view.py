"""The audit as a view: governance asks it over any interface, nobody else knows of it; it says what the log says."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from tests.audit.served import DIREKTION, PERSONS, SQL, UDVALG, Audited

GOVERNANCE = {"Authorization": "demo-governance"}
VIEW = {"measures": ["revision.antal_spoergsmaal"], "dimensions": ["revision.bruger", "revision.beslutning"]}
OF_VIEW = "select bruger, measure(antal_spoergsmaal) as n from revision group by bruger"
OTHERS = ("offentlig", "udvalg", "direktion", "centerchef_voksne", "enhedsleder", "sagsbehandler", "analytiker_varde",
          "lokaladmin_varde")  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_knows_of_it(audited: Audited, name: str) -> None:
    headers = {"Authorization": f"demo-{name}"}
    found = audited.client.get("/cubejs-api/v1/load", params={"query": json.dumps(VIEW)}, headers=headers)
    assert found.json()["code"] == "R201"
    assert "revision" not in audited.client.get("/cubejs-api/v1/meta", headers=headers).text
    assert "revision" not in audited.client.get("/graphql/schema.graphql", headers=headers).text
    assert audited.sql(OF_VIEW, name) == "R201"


def test_it_says_what_the_log_says(audited: Audited) -> None:
    audited.rest("load", PERSONS, DIREKTION), audited.rest("load", PERSONS, UDVALG), audited.sql(SQL, "direktion")
    found = audited.client.get("/cubejs-api/v1/load", params={"query": json.dumps(VIEW)}, headers=GOVERNANCE).json()
    told = {(row["revision.bruger"], row["revision.beslutning"]): int(row["revision.antal_spoergsmaal"])
            for row in found["data"]}  # fmt: skip
    # The question itself may stand in the log by the time that it is read.
    logged = Counter((one.asked["subject"], one.asked["decision"]) for one in audited.questions())
    own = ("governance", "granted")
    assert {key: count for key, count in told.items() if key != own} == {
        ("direktion", "granted"): 2,
        ("udvalg", "denied"): 1,
    }
    assert {key: count for key, count in logged.items() if key != own} == {
        key: count for key, count in told.items() if key != own
    }
    assert found["scope"] == "alle registrerede spørgsmål"


def test_it_is_asked_over_sql_and_graphql(audited: Audited) -> None:
    audited.rest("load", PERSONS, UDVALG)
    assert audited.sql(f"{OF_VIEW} having measure(antal_spoergsmaal) > 0", "governance") >= 1
    document = '{ cube { revision(where: {beslutning: {equals: "denied"}}) { antal_spoergsmaal bruger koder } } }'
    found = audited.graphql(document, GOVERNANCE)
    assert found["data"]["cube"] == [{"revision": {"antal_spoergsmaal": "1", "bruger": "udvalg", "koder": "A305"}}]


def test_what_was_asked_since_is_told_under_the_same_tag(audited: Audited) -> None:
    def ask(tag: str = "") -> tuple[int, str]:
        answer = audited.client.get(
            "/cubejs-api/v1/load",
            params={"query": json.dumps(VIEW)},
            headers={**GOVERNANCE, **({"If-None-Match": tag} if tag else {})},
        )
        return answer.status_code, answer.headers["etag"]

    _, tag = ask()
    assert ask(tag)[0] == 200
