"""What is kept from one question to the next (classes 16, 17, 19, 21): nothing of one asker's reaches another."""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

import json
from typing import Any

import pytest

from semantic.execute.cancellation import Cancellation
from server.postgres.statement import Session
from server.postgres.statements import PostgresStatements
from tests.attacks.asking import Interface, Place, graphql, on, principal, through
from tests.attacks.canaries import MODEL, canary_world, found
from tests.interfaces.clients.web import token

IN_TURN = (
    "ser_alt",
    "laeser",
    "nabo",
    "laeser",
    "ser_alt",
    "barnebarn",
    "kender",
    "laeser",
    "ingen",
    "nabo",
    "ser_alt",
    "laeser",
)
BY_UDFALD: dict[str, Any] = {"measures": ["sag.antal", "sag.beloeb"], "dimensions": ["sag.udfald"]}


@through()
def test_askers_who_take_turns_hear_what_each_hears_alone(whole: Place, cut: Place, interface: Interface) -> None:
    """The same question by askers of other rows, other values of one attribute, and none."""
    heard: dict[str, set[tuple[object, object]]] = {}
    for who in IN_TURN * 2:
        told = interface.ask(whole, BY_UDFALD, who)
        heard.setdefault(who, set()).add((told.codes, told.rows))
    assert all(len(said) == 1 for said in heard.values())
    assert heard["laeser"] == {(one.codes, one.rows) for one in [interface.ask(cut, BY_UDFALD, "laeser")]}
    assert len({next(iter(said)) for said in heard.values()}) == 5  # `barnebarn` hears what `laeser` does


@on("sql")
def test_a_prepared_statement_keeps_no_identity(whole: Place) -> None:
    """One text, prepared in sessions of several askers before any of them runs it; then all run it."""
    text = "select enhed, antal from sag where antal > :least"
    sessions = {who: whole.new_session(who) for who in ("ser_alt", "laeser", "nabo")}
    prepared = {who: one.prepare("select enhed, antal from sag order by enhed") for who, one in sessions.items()}
    rows = {who: str(one.run()) for who, one in prepared.items()}
    assert found(rows["laeser"]) == []
    assert found(rows["ser_alt"]) != []
    assert {str(sessions[who].run(text, least=0)) for who in ("ser_alt", "laeser")} != {rows["laeser"]}
    assert found(str(sessions["laeser"].run(text, least=0))) == []
    for one in sessions.values():
        one.close()


@on("sql")
def test_what_was_decided_on_a_statement_is_for_its_asker_alone(whole: Place) -> None:
    """Though it were run for somebody else a moment later, as after a change of roles within a session."""
    statements = PostgresStatements(lambda: whole.service)
    sessions = {who: Session(principal(whole, who), {}, 1) for who in ("ser_alt", "laeser")}
    prepared = statements.prepare("select enhed, antal from sag", (), sessions["ser_alt"])

    def run(who: str) -> str:
        return str([batch.to_pylist() for batch in statements.run(prepared, (), sessions[who], Cancellation()).batches])

    assert found(run("ser_alt")) != []
    assert found(run("laeser")) == []


@on("rest")
def test_no_tag_of_another_is_an_answer(whole: Place) -> None:
    asked = {"query": json.dumps(BY_UDFALD)}
    http = whole.server.http
    theirs = http.get("/cubejs-api/v1/load", params=asked, headers=token("ser_alt"))
    tag = theirs.headers["etag"]
    again = http.get("/cubejs-api/v1/load", params=asked, headers={**token("ser_alt"), "If-None-Match": tag})
    assert again.status_code == 304
    for who in ("laeser", "nabo", "kender"):
        told = http.get("/cubejs-api/v1/load", params=asked, headers={**token(who), "If-None-Match": tag})
        assert told.status_code != 304
        assert told.headers.get("etag") != tag
        assert who == "nabo" or found(told.text) == []
    assert theirs.headers["cache-control"].startswith("private")
    assert "Authorization" in theirs.headers["vary"]


@on("rest", "graphql", "sql")
def test_catalogues_are_kept_for_those_who_see_the_same(whole: Place, cut: Place) -> None:
    for who in ("ser_alt", "laeser", "ser_alt", "barnebarn", "ingen", "laeser"):
        for place in (whole, cut):
            told = [
                place.http(who, "GET", "/cubejs-api/v1/meta").text,
                place.http(who, "GET", "/graphql/schema.graphql").text,
                graphql(place, "{ __schema { types { name fields { name } } } }", who).text,
                place.sql(who, "select column_name from information_schema.columns").text,
            ]
            assert all((found(one) != []) == (who == "ser_alt") for one in told), who


@through()
def test_a_rollup_without_the_policys_column_answers_nobody(whole: Place, interface: Interface) -> None:
    """The model declares one that would answer this question with the rows of all."""
    assert "uden_kommune, measures: [antal, beloeb], dimensions: [udfald]" in MODEL
    assert interface.ask(whole, BY_UDFALD, "laeser").rows == (
        ("bevilget", "3", "38"),
        ("afslag", "2", "27"),
        (None, "1", "16"),
    )


POISON = (
    "create temp view sag as select 1 as antal", "create temporary table sag (antal int)", "create view pg_temp.sag as select 1", "create macro sum(x) as 42",
    "create function sum(int) returns int as 'select 42' language sql", "create schema x", "set search_path = pg_temp, public", "set role ser_alt",
    "set session authorization ser_alt", "set session authorization default", "set user = 'ser_alt'", "set nogletal.user = 'ser_alt'", "set nogletal.principal = 'ser_alt'",
    "select set_config('role', 'ser_alt', false)", "select set_config('session_authorization', 'ser_alt', false)", "reset role", "set row_security = off",
    "set local row_security to off", "prepare q as select 1", "set variable x = 1", "use skjult", "attach ':memory:' as m", "set timezone = 'KANARIE'", "alter view sag rename to x",
    "drop view sag", "begin; create temp table sag (x int)", "load httpfs", "set nogletal.every = 'enhed'; begin", "discard temp", "listen x", "grant ser_alt to laeser",
    "alter role laeser superuser", "do $$ begin end $$", "create rule x as on select to sag do instead select 1", "set default_transaction_read_only = off",
)  # fmt: skip


@pytest.mark.parametrize("text", POISON)
@on("sql")
def test_nothing_set_in_one_session_changes_what_another_is_told(whole: Place, text: str) -> None:
    question = "select udfald, antal, beloeb from sag order by udfald"
    before = {who: whole.sql(who, question).rows for who in ("laeser", "ser_alt")}
    for part in text.split("; "):
        whole.sql("laeser", part)
    whole.sql("laeser", "rollback")
    assert found(whole.sql("laeser", "select current_user, session_user").text, ("ser_alt",)) == []
    assert whole.sql("laeser", "select current_user").rows == (("laeser",),)
    assert whole.sql("laeser", question).rows in (before["laeser"], ())
    whole.sql("laeser", "discard all")
    assert {who: whole.sql(who, question).rows for who in ("laeser", "ser_alt")} == before


@through("rest", "graphql", "cli")
def test_where_there_are_no_sessions_nothing_is_left_behind(whole: Place, interface: Interface) -> None:
    before = interface.ask(whole, BY_UDFALD, "laeser").rows
    for query in (
        {**BY_UDFALD, "timezone": "America/Nuuk"},
        {"dimensions": ["sag.skjult_cpr"]},
        {**BY_UDFALD, "limit": 1},
    ):
        interface.ask(whole, query, "ser_alt")
        interface.ask(whole, query, "laeser")
    assert interface.ask(whole, BY_UDFALD, "laeser").rows == before
    assert canary_world().name == "canaries"
