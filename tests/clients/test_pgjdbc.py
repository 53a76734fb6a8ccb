"""pgjdbc, the driver of DBeaver, Tableau and others: prepared statements, portions, cancelling, DatabaseMetaData."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.clients.browsing.programs import run
from tests.clients.conftest import Expected
from tests.clients.endpoint import Endpoint
from tests.clients.installed import ASKING, JDBC
from tests.clients.questions import (
    BY_NAME_AND_YEAR,
    EVERY_TYPE_SQL,
    NO_COLUMN,
    OF_YEARS,
    PEOPLE,
    VARDE_2022_2023,
    VARDE_2024,
)  # fmt: skip

pytestmark = pytest.mark.real_client("java", "pgjdbc")

Told = dict[str, list[list[str | None]]]
BY_PARAMETERS = BY_NAME_AND_YEAR.format("?", "?")


@pytest.fixture(scope="module")
def told(door: Endpoint) -> Told:
    """Each answer by its name; a fault is a row of the word, its SQLSTATE and its text."""
    mode = "require" if door.encrypted else "disable"
    url = f"jdbc:postgresql://{door.host}:{door.port}/{door.database}?sslmode={mode}"
    questions = [door.slow, PEOPLE.sql, BY_PARAMETERS, OF_YEARS.format("?"), NO_COLUMN, EVERY_TYPE_SQL]
    printed = run(["java", "-cp", JDBC, ASKING / "Ask.java", url, door.user, door.password, *questions])
    return {name: json.loads(rows) for name, rows in (line.split("\t") for line in printed.splitlines())}


def people(rows: list[list[Any]]) -> list[tuple[Any, ...]]:
    return [(kommune, koen, int(alder), date.fromisoformat(periode), int(personer))
            for kommune, koen, alder, periode, personer in rows]  # fmt: skip


def test_all_rows_at_once_and_in_portions(told: Told, expected: Expected) -> None:
    rows = expected(PEOPLE.by_hand)
    assert people(told["all"]) == rows
    assert people(told["portions"]) == rows
    assert people(told["limited"]) == rows[:4]


@pytest.mark.parametrize("name", ["once", "often"])
def test_a_prepared_statement(told: Told, expected: Expected, name: str) -> None:
    assert [(funktion, Decimal(str(udgift))) for funktion, udgift in told[name]] == expected(VARDE_2024)


def test_a_prepared_statement_is_described(told: Told) -> None:
    assert told["described"] == [
        ["parameter", "text"], ["parameter", "int4"], ["funktion", "text"], ["udgift_kr", "numeric"],
    ]  # fmt: skip


def test_a_list_of_values(told: Told, expected: Expected) -> None:
    found = [(int(str(aar)), Decimal(str(udgift))) for aar, udgift in told["listed"]]
    assert sorted(found) == sorted(expected(VARDE_2022_2023))


def test_every_type(told: Told) -> None:
    [row] = told["every type"]
    assert row[:5] == ["true", "-32768", "2147483647", "-9223372036854775807", "0.5"]
    assert row[5:9] == ["1234567.125", "12345678901234567.0123456789", "æøå €", "kort"]
    assert row[9] == "2024-02-29"
    assert row[11:] == ["2024-02-29 12:34:56.789", "0b2c3d4e-0000-4000-8000-0123456789ab", None]


def test_an_error(told: Told) -> None:
    [[word, code, text]] = told["no column"]
    assert (word, code) == ("fault", "42703")
    assert "Position: 8" in str(text)


def test_a_running_statement_is_cancelled(told: Told) -> None:
    assert told["cancelled"][0][:2] == ["fault", "57014"]
    assert told["after"] == [["1"]]


def test_tables_with_their_comments(told: Told) -> None:
    found = {name: remarks for schema, name, remarks in told["tables"] if schema == "public"}
    assert {"regnskab", "befolkning"} <= set(found)
    assert "Kommunale regnskaber" in str(found["regnskab"])


def test_columns_with_types_and_comments(told: Told) -> None:
    found = {str(name): rest for name, *rest in told["columns"]}
    types = {
        "aar": ["int4", "4"],
        "kommune": ["text", "12"],
        "udgift_kr": ["numeric", "2"],
        "opgjort_pr": ["date", "91"],
    }
    assert {name: found[name][:2] for name in types} == types
    assert "Nettoudgift" in str(found["udgift_kr"][2])
    assert [rest[-1] for rest in found.values()] == [str(place + 1) for place in range(len(found))]


def test_schemas_and_the_database(told: Told, door: Endpoint) -> None:
    assert {"public", "noegletal"} <= {row[0] for row in told["schemas"]}
    assert [door.database] in told["catalogs"]
    [[product, version]] = told["version"]
    assert product == "PostgreSQL"
    assert str(version).startswith("15")


@pytest.mark.parametrize("name", ["primary", "imported", "exported", "indexes", "functions", "procedures"])
def test_there_are_no_keys_indexes_or_functions(told: Told, name: str) -> None:
    assert told[name] == []


def test_types(told: Told) -> None:
    assert {"int4", "int8", "numeric", "text", "date", "bool"} <= {row[0] for row in told["types"]}
