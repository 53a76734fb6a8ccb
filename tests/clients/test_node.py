"""node's pg: parameters, named statements, cursors, several statements, a pool, cancelling."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.clients.browsing.programs import run, words
from tests.clients.conftest import Expected
from tests.clients.endpoint import Endpoint
from tests.clients.installed import ASKING, NODE
from tests.clients.questions import (
    BY_NAME_AND_YEAR,
    EVERY_TYPE_SQL,
    NO_COLUMN,
    OF_YEARS,
    OIDS,
    PEOPLE,
    VARDE_2022_2023,
    VARDE_2024,
)  # fmt: skip

pytestmark = pytest.mark.real_client("node", "node-pg")

BY_PARAMETERS = BY_NAME_AND_YEAR.format("$1", "$2")


@pytest.fixture(scope="module")
def told(door: Endpoint) -> dict[str, Any]:
    """Each answer by its name."""
    questions = [door.slow, PEOPLE.sql, BY_PARAMETERS, OF_YEARS.format("$1"), NO_COLUMN, EVERY_TYPE_SQL]
    answers: dict[str, Any] = json.loads(
        run(["node", ASKING / "ask.mjs", *words(door), str(door.encrypted), *questions], folder=NODE)
    )
    return answers


def udgifter(rows: list[list[str]]) -> list[tuple[str, Decimal]]:
    return [(funktion, Decimal(udgift)) for funktion, udgift in rows]


def test_a_query(told: dict[str, Any], expected: Expected) -> None:
    found = [(kommune, koen, alder, date.fromisoformat(periode), int(personer))
             for kommune, koen, alder, periode, personer in told["all"]]  # fmt: skip
    assert found == expected(PEOPLE.by_hand)


@pytest.mark.parametrize("name", ["parameters", "named", "cursor"])
def test_parameters(told: dict[str, Any], expected: Expected, name: str) -> None:
    assert udgifter(told[name]) == expected(VARDE_2024)


def test_a_list_of_values(told: dict[str, Any], expected: Expected) -> None:
    assert sorted((aar, Decimal(udgift)) for aar, udgift in told["listed"]) == sorted(expected(VARDE_2022_2023))


def test_every_type(told: dict[str, Any]) -> None:
    assert tuple(told["types"]) == OIDS
    assert told["every"] == [[
        True, -32768, 2147483647, "-9223372036854775807", 0.5, 1234567.125, "12345678901234567.0123456789", "æøå €",
        "kort", "2024-02-29", "23:59:59.5", "2024-02-29 12:34:56.789", "0b2c3d4e-0000-4000-8000-0123456789ab", None,
    ]]  # fmt: skip


def test_several_statements_in_one(told: dict[str, Any]) -> None:
    assert told["several"] == [1, 2]


def test_an_error(told: dict[str, Any]) -> None:
    assert told["no column"] == {"code": "42703", "position": "8", "severity": "ERROR"}
    assert told["after"] == [[1]]


def test_a_running_statement_is_cancelled(told: dict[str, Any]) -> None:
    assert told["cancelled"]["code"] == "57014"
    assert told["after cancelling"] == [[1]]


def test_a_pool(told: dict[str, Any], expected: Expected) -> None:
    assert [udgifter(rows) for rows in told["pool"]] == [expected(VARDE_2024)] * 9
