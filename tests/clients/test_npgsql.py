"""Npgsql 4.0.9, which Power BI's connector is made of: types, GetSchema, parameters, adapters, the pool, SCRAM, TLS."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.clients.browsing.programs import run
from tests.clients.conftest import Expected
from tests.clients.endpoint import Endpoint
from tests.clients.installed import ASKING, NPGSQL, npgsql_environment
from tests.clients.questions import BY_NAME_AND_YEAR, EVERY_TYPE_SQL, NO_COLUMN, PEOPLE, VARDE_2024
from tests.server.postgres import traffic

pytestmark = pytest.mark.real_client("npgsql")

TLS = "SSL Mode=Require;Trust Server Certificate=true"
TYPES = [
    "boolean", "smallint", "integer", "bigint", "real", "double precision", "numeric", "text", "character varying",
    "date", "time", "timestamp", "uuid", "integer",
]  # fmt: skip


@pytest.fixture(scope="module")
def told(door: Endpoint) -> dict[str, Any]:
    """Each answer by its name."""
    text = f"Host={door.host};Port={door.port};Username={door.user};Password={door.password};Database={door.database};"
    by_parameters = BY_NAME_AND_YEAR.format("@navn", "@aar")
    power_bi = json.dumps([one.text for one in traffic.read(traffic.FOLDER / "powerbi.sql", {})])
    questions = [door.slow, PEOPLE.sql, by_parameters, NO_COLUMN, EVERY_TYPE_SQL, power_bi]
    script = ASKING / "npgsql_questions.py"
    text += TLS if door.encrypted else "SSL Mode=Disable"
    printed = run([NPGSQL / "venv/bin/python", script, text, *questions], npgsql_environment())
    answers: dict[str, Any] = json.loads(printed)
    return answers


def people(rows: list[list[str]]) -> list[tuple[Any, ...]]:
    return [(kommune, koen, int(alder), datetime.strptime(periode, "%m/%d/%Y %H:%M:%S").date(), int(personer))
            for kommune, koen, alder, periode, personer in rows]  # fmt: skip


def test_it_opens(told: dict[str, Any], door: Endpoint) -> None:
    assert told["server"]["version"].startswith("15")
    assert told["server"]["database"] == door.database
    assert told["server"]["state"] == "Open"


def test_a_query_and_an_adapter(told: dict[str, Any], expected: Expected) -> None:
    assert people(told["all"]) == expected(PEOPLE.by_hand)
    assert people(told["adapter"]["rows"]) == expected(PEOPLE.by_hand)
    assert told["adapter"]["types"] == [f"System.{name}" for name in ("String", "String", "Int32", "DateTime", "Int64")]


@pytest.mark.parametrize("name", ["parameters", "prepared", "transaction"])
def test_parameters(told: dict[str, Any], expected: Expected, name: str) -> None:
    assert [(funktion, Decimal(udgift)) for funktion, udgift in told[name]] == expected(VARDE_2024)


def test_values_come_back(told: dict[str, Any]) -> None:
    assert told["values"] == [["-12345.6789", "02/29/2024 00:00:00", "æ'ø", "-7", "True"]]
    assert told["listed"] == [["2022"], ["2023"]]


def test_every_type(told: dict[str, Any]) -> None:
    assert told["types"] == TYPES
    assert told["every"] == [[
        "True", "-32768", "2147483647", "-9223372036854775807", "0.5", "1234567.125", "12345678901234567.0123456789",
        "æøå €", "kort", "02/29/2024 00:00:00", "23:59:59.5000000", "02/29/2024 12:34:56",
        "0b2c3d4e-0000-4000-8000-0123456789ab", None,
    ]]  # fmt: skip


def test_several_statements_in_one_command(told: dict[str, Any]) -> None:
    assert told["several"] == [1, 2, 3]


def test_columns_without_rows(told: dict[str, Any]) -> None:
    """Named one by one: `select *` of ours leaves out statuses and stamps, which a report would show as figures."""
    assert told["schema_only"]["columns"] == {
        "aar": "System.Int32", "kommune": "System.String", "udgift_kr": "System.Decimal",
        "udgift_kr__status": "System.String", "opgjort_pr": "System.DateTime", "dataversion": "System.Int32",
        "omfang": "System.String",
    }  # fmt: skip
    assert told["schema_only"]["rows"] is False


def test_the_schema_s_views_and_columns(told: dict[str, Any], door: Endpoint) -> None:
    views = {tuple(row[:3]) for row in told["views"]["rows"]}
    assert (door.database, "public", "regnskab") in views
    names = told["columns"]["columns"]
    found = {row[names.index("column_name")]: row[names.index("data_type")] for row in told["columns"]["rows"]}
    assert {name: found[name] for name in ("aar", "kommune", "udgift_kr", "opgjort_pr")} == {
        "aar": "int4", "kommune": "text", "udgift_kr": "numeric", "opgjort_pr": "date",
    }  # fmt: skip


def test_every_collection_of_the_schema(told: dict[str, Any]) -> None:
    found = told["collections"]
    assert [name for name, rows in found.items() if not isinstance(rows, int)] == []
    assert (found["Indexes"], found["IndexColumns"]) == (0, 0)
    assert found["Databases"] >= 1
    assert found["Users"] >= 1


def test_what_power_bi_asks_before_it_shows_a_table(told: dict[str, Any]) -> None:
    """It finds the tables and columns, and no key from which it would make a relation of its own."""
    sets, tables, columns, indexes, parents, children, preview, _ = told["as_power_bi"]
    assert sets == [["character_set_name"], [["UTF8"]]]
    assert ["public", "regnskab", "VIEW"] in tables[1]
    found = {name: (place, type) for name, place, nullable, type in columns[1] if nullable == "YES"}
    assert {name: found[name][1] for name in ("aar", "kommune", "udgift_kr")} == {
        "aar": "integer", "kommune": "text", "udgift_kr": "numeric",
    }  # fmt: skip
    assert [place for place, _ in found.values()] == [str(number + 1) for number in range(len(found))]
    assert (indexes[1], parents[1], children[1]) == ([], [], [])
    assert indexes[0] == ["index_name", "column_name", "ordinal_position", "primary_key"]
    assert preview[0] == ["aar", "kommune", "udgift_kr"]
    assert ["2024", "Varde"] in [row[:2] for row in preview[1]]


def test_an_error(told: dict[str, Any]) -> None:
    assert told["no_such_column"] == {"code": "42703", "position": 8, "severity": "ERROR"}
    assert told["after"] == [["1"]]


def test_a_running_statement_is_cancelled(told: dict[str, Any]) -> None:
    assert told["cancelled"]["code"] == "57014"
    assert told["after_cancelling"] == [["1"]]


def test_a_connection_from_the_pool_is_reset(told: dict[str, Any]) -> None:
    assert told["pool"] == {"same": True, "name": ""}


def test_the_wrong_password(told: dict[str, Any]) -> None:
    assert told["wrong_password"]["code"] == "28P01"
