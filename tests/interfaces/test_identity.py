"""Every case through every interface: the same columns, digits, NULLs, order, and the same words of refusal.

What an interface's own grammar cannot say (`unsayable` in the case, with the reason) is not asked there.
"""

from __future__ import annotations

import pytest

from tests.case import Case, every_case
from tests.interfaces.clients.answers import Client
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.parquet import ParquetClient
from tests.interfaces.clients.python import PythonClient
from tests.interfaces.clients.rest import ArrowClient, CsvClient, RestClient
from tests.worlds import world

CLIENTS: tuple[Client, ...] = (
    RestClient(), CsvClient(), ArrowClient(), ParquetClient(), GraphqlClient(), CliClient(),
)  # fmt: skip
ASKED = [(case, client) for case in every_case() for client in CLIENTS if client.name not in case.unsayable]


@pytest.mark.parametrize(("case", "client"), ASKED, ids=lambda one: one.name)
def test_every_interface_says_the_same(case: Case, client: Client) -> None:
    place = world(case.world)
    expected = PythonClient().ask(place, case.query, case.principal)
    heard = client.ask(place, case.query, case.principal)
    assert heard.problems == expected.problems
    assert heard.names == expected.names
    assert heard.rows == (expected.rows if client.name != "csv" else _without_empty_text(expected.rows))
    assert heard.shown in (None, expected.shown)
    assert heard.scope in (None, expected.scope)
    if heard.as_of is not None:
        assert (heard.as_of, heard.total, heard.truncated) == (expected.as_of, expected.total, expected.truncated)


def _without_empty_text(rows: tuple[tuple[str | None, ...], ...]) -> tuple[tuple[str | None, ...], ...]:
    """Python's reader of CSV does not tell an empty text from NULL."""
    return tuple(tuple(cell or None for cell in row) for row in rows)


def test_little_is_unsayable() -> None:
    assert len(ASKED) > 0.97 * len(CLIENTS) * len(every_case())
