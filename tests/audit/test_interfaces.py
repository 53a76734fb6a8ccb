"""Every interface's questions are in the log under its name, with what was decided, denials as well."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from semantic.audit.asked import Purpose
from semantic.audit.table import COLUMNS
from server.cli import main
from server.terminal.audit import PURPOSES
from tests.audit.served import DIREKTION, DOCUMENT, NESTED, OPEN, PERSONS, SAGSBEHANDLER, SECRET, SQL, UDVALG, Audited
from tests.worlds import PROJECT


def test_rest(audited: Audited) -> None:
    for path in ("load", "dry-run", "sql"):
        assert audited.rest(path, PERSONS, UDVALG) == 403
        assert audited.told()[-1] == ("rest", "udvalg", "denied", "answer", ["A305"])
    assert audited.rest("sql", PERSONS, SAGSBEHANDLER) == 403  # a statement over rows that are not all open
    assert audited.told()[-1] == ("rest", "sagsbehandler", "denied", "answer", ["A304"])
    for path, purpose in (("load", "answer"), ("dry-run", "check"), ("sql", "explain")):
        question = OPEN if path == "sql" else PERSONS
        assert audited.rest(path, question, DIREKTION) == 200
        assert audited.told()[-1] == ("rest", "direktion", "granted", purpose, [])
    asked = audited.questions()[-2].asked
    assert asked["members"] == ["ydelse.antal_ydelser", "ydelse.enhed"]
    assert asked["filters"][0]["values"][0].startswith("hmac:")


def test_rest_asked_again_under_a_tag(audited: Audited) -> None:
    asked = {"query": json.dumps(OPEN)}
    first = audited.client.get("/cubejs-api/v1/load", params=asked, headers=DIREKTION)
    again = {**DIREKTION, "If-None-Match": first.headers["etag"]}
    assert audited.client.get("/cubejs-api/v1/load", params=asked, headers=again).status_code == 304
    assert [one[3] for one in audited.told()] == ["answer", "check"]


def test_a_request_with_several_questions(audited: Audited) -> None:
    asked = {"query": [OPEN, PERSONS], "queryType": "multi"}
    assert audited.client.post("/cubejs-api/v1/load", json=asked, headers=UDVALG).status_code == 403
    assert [one[2] for one in audited.told()] == ["denied"]
    assert audited.client.post("/cubejs-api/v1/load", json=asked, headers=DIREKTION).status_code == 200
    assert [one[2] for one in audited.told()] == ["denied", "granted", "granted"]


def test_graphql(audited: Audited) -> None:
    assert audited.graphql(DOCUMENT, UDVALG)["errors"][0]["extensions"]["code"] == "A305"
    assert audited.graphql("{ cube { ydelse { hemmelig } } }", DIREKTION)["errors"]
    assert audited.graphql(DOCUMENT, DIREKTION)["data"]
    assert audited.told() == [
        ("graphql", "udvalg", "denied", "answer", ["A305"]),
        ("graphql", "direktion", "refused", "answer", ["R202"]),
        ("graphql", "direktion", "granted", "answer", []),
    ]


def test_sql(audited: Audited) -> None:
    assert audited.sql(SQL, "udvalg") == "A305"
    assert audited.sql("select hemmelig from ydelse", "direktion") == "R202"
    assert audited.sql(SQL, "direktion") == 1
    assert audited.sql(f"{SQL} limit 0", "direktion") == 0
    assert audited.sql(NESTED, "udvalg") == "A305"
    assert audited.sql(NESTED, "direktion") == 1
    assert audited.told() == [
        ("sql", "udvalg", "denied", "answer", ["A305"]),
        ("sql", "direktion", "refused", "answer", ["R202"]),
        ("sql", "direktion", "granted", "answer", []),
        ("sql", "direktion", "granted", "check", []),
        ("sql", "udvalg", "denied", "answer", ["A305"]),
        ("sql", "direktion", "granted", "answer", []),
    ]


def test_each_question_of_one_statement(audited: Audited) -> None:
    text = "select measure(antal_ydelser) as n from ydelse union all select measure(antal_borgere) from borger"
    assert audited.sql(text, "direktion") == 2
    assert sorted(one.asked["members"][0] for one in audited.questions()) == [
        "borger.antal_borgere",
        "ydelse.antal_ydelser",
    ]


def test_a_catalogue_is_no_question(audited: Audited) -> None:
    assert audited.sql("select table_name from information_schema.tables", "direktion")
    assert audited.client.get("/cubejs-api/v1/meta", headers=DIREKTION).status_code == 200
    assert audited.graphql("{ __schema { queryType { name } } }", DIREKTION)["data"]
    assert audited.questions() == []
    assert audited.sql(SQL, "direktion") == 1


def test_the_command_line(audited: Audited, demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under both names, where one asks as another."""
    monkeypatch.setenv("NOGLETAL_AUDIT_FOLDER", str(audited.folder))
    monkeypatch.setenv("NOGLETAL_AUDIT_KEY_FILE", str(audited.folder.parent / "audit.key"))

    def run(*words: str) -> int:
        filtered = ["--where", f"ydelse.enhed = '{SECRET}'", "--database", str(demo_database)]
        return CliRunner().invoke(main, [*words, "ydelse.antal_ydelser", *filtered]).exit_code

    assert run("query", "--as", "udvalg") == 1
    assert run("query", "--as", "direktion") == 0
    assert run("query") == 0
    assert run("explain") == 0
    assert audited.told() == [
        ("cli", "udvalg", "denied", "answer", ["A305"]),
        ("cli", "direktion", "granted", "answer", []),
        ("cli", "operatoer", "granted", "answer", []),
        ("cli", "operatoer", "granted", "explain", []),
    ]
    assert [one.asked["asked_by"] for one in audited.questions()] == ["operatoer", "operatoer", None, None]
    assert [one.closed.get("rows") for one in audited.questions()] == [None, 1, 1, None]


def test_records_are_found_by_what_was_asked_for(audited: Audited, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of each purpose that an interface writes here, among the others."""
    monkeypatch.setenv("NOGLETAL_AUDIT_FOLDER", str(audited.folder))
    for path, question in (("load", OPEN), ("dry-run", PERSONS), ("sql", OPEN), ("load", PERSONS)):
        audited.rest(path, question, DIREKTION)
    assert len(audited.questions()) == 4

    def found(purpose: str) -> list[str]:
        told = CliRunner().invoke(main, ["audit", "query", "--purpose", purpose, "--format", "json"])
        assert told.exit_code == 0, told.output
        return [one["revision.formaal"] for one in json.loads(told.stdout)]

    assert [found(one) for one in ("answer", "check", "explain")] == [["answer"] * 2, ["check"], ["explain"]]
    assert found("note") == []
    assert get_args(Purpose) == PURPOSES


@pytest.fixture
def shown(audited: Audited, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """What `nogletal audit tail` prints in a format of one question that was asked."""
    monkeypatch.setenv("NOGLETAL_AUDIT_FOLDER", str(audited.folder))
    audited.rest("load", PERSONS, UDVALG)
    return lambda form: CliRunner().invoke(main, ["audit", "tail", "--format", form]).output


def test_the_table_fits_a_page(shown: Callable[[str], str]) -> None:
    lines = shown("table").splitlines()
    assert max(map(len, lines)) <= 120
    assert re.match(r"Tid \(UTC\) +Flade ", lines[0])
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ  rest   udvalg  denied A305  ", lines[1])


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_time_says_its_zone(shown: Callable[[str], str], form: str, audited: Audited) -> None:
    [one] = audited.questions()
    assert f"{one.time:%Y-%m-%dT%H:%M:%S.%f}Z" in shown(form)


def test_every_column_is_documented() -> None:
    table = (PROJECT / "docs" / "audit.md").read_text("utf-8").partition("| Felt |")[2].partition("\n\n")[0]
    assert [name for name, _, _ in COLUMNS if f"`{name}`" not in table] == []


def test_a_simulation_under_both_names(audited: Audited, demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who simulates, and as whom, with what would have been decided."""
    monkeypatch.setenv("NOGLETAL_AUDIT_FOLDER", str(audited.folder))
    monkeypatch.setenv("NOGLETAL_AUDIT_KEY_FILE", str(audited.folder.parent / "audit.key"))
    one = '{member: "ydelse.enhed", operator: "equals", values: ["Enhed 5"]}'
    asked = f'{{measures: ["ydelse.antal_ydelser"], filters: [{one}]}}'
    document = f'{{ policies {{ simulate(query: {asked}, user: "%s") {{ decision code }} }} }}'
    for user in ("udvalg", "enhedsleder"):
        assert "errors" not in audited.graphql(document % user, {"Authorization": "demo-governance"})
    words = ["policy", "simulate", *PERSONS["measures"], "--role", "direktion", "--database", str(demo_database)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert audited.told() == [
        ("graphql", "udvalg", "denied", "simulate", ["A305"]),
        ("graphql", "enhedsleder", "granted", "simulate", []),
        ("cli", "role direktion", "granted", "simulate", []),
    ]
    recorded = [found.asked for found in audited.questions()]
    assert [found["asked_by"] for found in recorded] == ["governance", "governance", "operatoer"]
    assert [found["personal"] for found in recorded] == [True, True, True]
    assert recorded[1]["grants"]
    assert recorded[1]["scope"]
