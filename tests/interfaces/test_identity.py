"""Every case through every interface: the same columns, digits, NULLs, order, and the same words of refusal.

What an interface's own grammar cannot say (`unsayable` in the case, with the reason) is not asked there.
"""

from __future__ import annotations

import re

import pytest

from tests.case import Case, every_case
from tests.interfaces.clients.answers import Client, Heard
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.parquet import ParquetClient
from tests.interfaces.clients.python import PythonClient
from tests.interfaces.clients.rest import ArrowClient, CsvClient, RestClient
from tests.interfaces.clients.sql import SqlClient
from tests.interfaces.clients.xlsx import XlsxClient
from tests.worlds import world

CLIENTS: tuple[Client, ...] = (
    RestClient(), CsvClient(), ArrowClient(), ParquetClient(), XlsxClient(), GraphqlClient(), CliClient(), SqlClient(),
)  # fmt: skip
Rows = tuple[tuple[str | None, ...], ...]
CASES = every_case()


def asked(case: Case) -> tuple[Client, ...]:
    return tuple(client for client in CLIENTS if client.name not in case.unsayable)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_interface_says_the_same(case: Case) -> None:
    place = world(case.world)
    expected = PythonClient().ask(place, case.query, case.principal)
    for client in asked(case):
        _says(client, client.ask(place, case.query, case.principal), expected)


def _says(client: Client, heard: Heard, expected: Heard) -> None:
    name = client.name
    told = 1 if name == "sql" else None  # a view that FROM names must be there before its columns are read
    assert heard.problems[:told] == expected.problems[:told], name
    assert heard.names == expected.names, name
    if name == "xlsx":
        assert _reckoned(heard.rows, expected) == _reckoned(expected.rows, expected), name
    else:
        assert heard.rows == (expected.rows if name != "csv" else _without_empty_text(expected.rows)), name
    assert heard.shown in (None, expected.shown), name
    assert heard.scope in (None, expected.scope), name
    if heard.as_of is not None:
        found, wanted = ((one.as_of, one.total, one.truncated) for one in (heard, expected))
        assert found == wanted, name


def _without_empty_text(rows: Rows) -> Rows:
    """Python's reader of CSV does not tell an empty text from NULL."""
    return tuple(tuple(cell or None for cell in row) for row in rows)


def _reckoned(rows: Rows, expected: Heard) -> Rows:
    """A spreadsheet has numbers, and shows zeros behind the comma where the column says how many."""
    assert expected.shown is not None or not rows
    places = [shown[2] for shown in expected.shown or ()]
    return tuple(
        tuple(_bare(cell) if cell and place is None else cell for cell, place in zip(row, places, strict=True))
        for row in rows
    )


def _bare(cell: str) -> str:
    return cell.rstrip("0").rstrip(".") if re.fullmatch(r"-?[0-9]+\.[0-9]+", cell) else cell


def test_little_is_unsayable() -> None:
    assert sum(len(asked(case)) for case in CASES) > 0.97 * len(CLIENTS) * len(CASES)
