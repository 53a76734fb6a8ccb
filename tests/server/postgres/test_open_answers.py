"""An answer that is not read to its end gives its place in the engine back, however the client leaves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from semantic.access.principal import OPERATOR
from semantic.limits import Limits
from semantic.pipeline import Service
from server.postgres.statements import PostgresStatements
from tests.server.postgres.protocol.dialogue import Dialogue
from tests.server.postgres.protocol.raw import SYNC, bind, close, execute, parse, query
from tests.worlds import PROJECT, World

STATEMENTS = {
    "one question": "select region, kommune, personer from befolkning",
    "one question in another order": "select personer, kommune, region from befolkning",
    "days as moments": "select date_trunc('month', periode), kommune, personer from befolkning",
    "several questions": "select kommune, personer from befolkning union all select region, personer from befolkning",
}
TIMES = 12  # more than there are places, which are nine


@pytest.fixture(scope="module")
def service(demo_database: Path) -> Iterator[Service]:
    """With places for a few open answers."""
    limits = Limits(concurrency=1, queue=1, queue_timeout=0.2)
    found = World("demo", PROJECT / "schema", demo_database).service(limits)
    yield found
    found.generation.close()


@pytest.fixture
def dialogue(service: Service) -> Iterator[Dialogue]:
    found = Dialogue(PostgresStatements(lambda: service), OPERATOR)
    yield found
    found.close()


def closed(sql: str, dialogue: Dialogue) -> list[str]:
    dialogue.ask(query("begin"), parse(sql) + bind("p") + execute("p", 1) + SYNC)
    return dialogue.ask(execute("p", 1) + close("P", "p") + SYNC, query("commit"))


def ended_with_its_transaction(sql: str, dialogue: Dialogue) -> list[str]:
    dialogue.ask(query("begin"), parse(sql) + bind("p") + execute("p", 1) + SYNC)
    return dialogue.ask(execute("p", 1) + SYNC, query("rollback"))


def given_up_at_sync(sql: str, dialogue: Dialogue) -> list[str]:
    return dialogue.ask(parse(sql) + bind() + execute(most=1) + SYNC)


def followed_by_an_error(sql: str, dialogue: Dialogue) -> list[str]:
    return dialogue.ask(parse(sql) + bind() + execute(most=1) + execute("findes ikke") + SYNC)


def of_a_cursor(sql: str, dialogue: Dialogue) -> list[str]:
    return dialogue.ask(query(f"begin; declare c cursor for {sql}; fetch 1 from c; close c; commit"))


@pytest.mark.parametrize("sql", STATEMENTS.values(), ids=STATEMENTS)
@pytest.mark.parametrize(
    "leave", [closed, ended_with_its_transaction, given_up_at_sync, followed_by_an_error, of_a_cursor]
)
def test_what_is_left_is_ended(leave: Callable[[str, Dialogue], list[str]], sql: str, dialogue: Dialogue) -> None:
    for _ in range(TIMES):
        assert any(line.startswith("row ") for line in leave(sql, dialogue))


@pytest.mark.parametrize("sql", STATEMENTS.values(), ids=STATEMENTS)
def test_a_client_that_goes_leaves_nothing_open(sql: str, service: Service) -> None:
    for _ in range(TIMES):
        dialogue = Dialogue(PostgresStatements(lambda: service), OPERATOR)
        told = dialogue.ask(query("begin"), parse(sql) + bind("p") + execute("p", 1) + SYNC)
        assert any(line.startswith("row ") for line in told)
        dialogue.close()
