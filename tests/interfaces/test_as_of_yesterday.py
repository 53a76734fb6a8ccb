"""Yesterday's answer, asked for as of yesterday after a later load: the same on every interface, for each asker."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from typing import Any

import duckdb
import pytest

from tests.interfaces.clients.answers import Client, Heard
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.rest import RestClient
from tests.interfaces.clients.sql import SqlClient
from tests.worlds import PROJECT, World, world

CLIENTS: tuple[Client, ...] = (RestClient(), GraphqlClient(), CliClient(), SqlClient())
ASKERS = ("direktion", "centerchef_voksne", "enhedsleder", "konsulent")
YESTERDAY = {"asOf": "2025-08-31"}
TOTAL: dict[str, Any] = {"measures": ["udbetaling.antal", "udbetaling.beloeb", "udbetaling.opgjort_pr"]}
QUESTIONS: dict[str, dict[str, Any]] = {
    "total": TOTAL,
    "by unit": {"measures": ["udbetaling.antal"], "dimensions": ["udbetaling.enhed"],
                "order": {"udbetaling.enhed": "asc"}},
    "the month under way": {"measures": ["udbetaling.antal"],
                            "timeDimensions": [{"dimension": "udbetaling.dag", "dateRange": "this month"}]},
}  # fmt: skip
BY_HAND = {"direktion": "true", "enhedsleder": "enhed = 'E05'"}


@cache
def today() -> World:
    return replace(world("demo"), policies=PROJECT / "access_policies")


@cache
def before() -> World:
    """The demo as it was before its September load: neither the load nor a row of it is there."""
    database = today().database.with_name("yesterday.duckdb")
    shutil.copy(today().database, database)
    with duckdb.connect(str(database)) as connection:
        (later,) = connection.execute(
            "SELECT list(number) FROM load WHERE source = 'social' AND opgjort_pr > DATE '2025-08-31'"
        ).fetchall()[0]
        connection.execute("DELETE FROM udbetaling WHERE list_contains(?, indlaesning)", [later])
        connection.execute("DELETE FROM load WHERE list_contains(?, number)", [later])
    return replace(today(), database=database)


def codes(heard: Heard) -> list[str]:
    return [code for code, _, _ in heard.problems]


@pytest.mark.parametrize("who", ["offentlig", "governance", "udvalg", "sagsbehandler"])
@pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)
def test_a_day_opens_nothing(client: Client, who: str) -> None:
    """From whom the payments are hidden today they are as of any day, and there is no word of a load."""
    refused = client.ask(today(), TOTAL, who).problems
    for day in ("2025-08-31", "2020-01-01", "2030-01-01"):
        heard = client.ask(today(), {**TOTAL, "asOf": day}, who)
        assert (heard.rows, heard.problems) == ((), refused)
        assert codes(heard)[0] == "R201"


@pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)
@pytest.mark.parametrize("day", ["2025-08-30", "2025-10-31"])
def test_before_the_first_load_and_after_the_last_there_is_no_answer(day: str, client: Client) -> None:
    for who in ASKERS:
        heard = client.ask(today(), {**TOTAL, "asOf": day}, who)
        assert codes(heard) == ["U416"]
        assert heard.problems[0][2] == "There are loads as of: 2025-08-31, 2025-09-30."


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)
def test_yesterdays_answer_is_answered_today(client: Client, who: str, name: str) -> None:
    then = client.ask(before(), QUESTIONS[name], who)
    now = client.ask(today(), {**QUESTIONS[name], **YESTERDAY}, who)
    assert (now.names, now.rows, now.scope, now.problems) == (then.names, then.rows, then.scope, ())
    assert client.ask(today(), QUESTIONS[name], who).rows != then.rows, "the later load changes what is asked"


@pytest.mark.parametrize("who", BY_HAND)
@pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)
def test_it_is_that_of_the_rows_that_were_loaded(client: Client, who: str) -> None:
    _, rows = today().oracle(
        f"SELECT count(*), sum(beloeb), DATE '2025-08-31' FROM udbetaling WHERE indlaesning = 6 AND {BY_HAND[who]}"
    )
    assert client.ask(today(), {**TOTAL, **YESTERDAY}, who).rows == tuple(tuple(map(str, row)) for row in rows)
