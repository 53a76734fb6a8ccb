"""The units of then, of now and to come add up to one total, by every interface, for each who may ask by them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from tests.interfaces.clients.answers import Client, Heard
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.rest import RestClient
from tests.interfaces.clients.sql import SqlClient
from tests.worlds import PROJECT, World, world

CLIENTS: tuple[Client, ...] = (RestClient(), GraphqlClient(), CliClient(), SqlClient())
LOOKS = ("da", "nu", "efter", "2026")
# Parts of numbers of rows are shown with all decimals of the shares; those of sums are rounded, and add up before it.
MEASURES = ("antal_ydelser", "antal_uden_slutdato", "aktive_ydelser", "nye_ydelser")
PERIOD = {"timeDimensions": [{"dimension": "ydelser.periode", "dateRange": ["2025-01-01", "2025-06-30"]}]}
BY_HAND = """
    SELECT count(*) FILTER (start <= DATE '2025-06-30' AND (slut IS NULL OR slut > DATE '2025-06-30')),
           count(*) FILTER (start BETWEEN DATE '2025-01-01' AND DATE '2025-06-30')
    FROM ydelse"""
every_client = pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)


@cache
def governed() -> World:
    return replace(world("demo"), policies=PROJECT / "access_policies")


def asked(client: Client, who: str, measures: tuple[str, ...], *dimensions: str) -> Heard:
    cut = PERIOD if "aktive_ydelser" in measures else {}
    query: dict[str, Any] = {"measures": [f"ydelser.{one}" for one in measures], "dimensions": list(dimensions), **cut}
    return client.ask(governed(), query, who)


def added(heard: Heard, columns: int) -> list[Decimal]:
    assert not heard.problems
    cells = zip(*(row[-columns:] for row in heard.rows), strict=True)
    return [sum((Decimal(cell) for cell in column if cell is not None), Decimal(0)) for column in cells]


@every_client
@pytest.mark.parametrize("who", ["enhedsleder", "sagsbehandler", "analytiker_varde"])
def test_who_may_not_ask_by_units_to_come_knows_of_none(who: str, client: Client) -> None:
    for name in ("ansvarlig_2026_enhed", "ansvarlig_9999_enhed"):
        heard = asked(client, who, MEASURES[:2], f"ydelser.{name}")
        assert heard.problems[0][0] in ("R201", "R202")


@every_client
@pytest.mark.parametrize("who", ["direktion", "centerchef_voksne"])
@pytest.mark.parametrize("measures", [MEASURES[:2], MEASURES[2:]], ids=["rows", "spells"])
def test_the_parts_of_every_look_are_the_total(measures: tuple[str, ...], who: str, client: Client) -> None:
    total = added(asked(client, who, measures), len(measures))
    assert all(total)
    for look in LOOKS:
        for level in ("enhed", "center"):
            parts = asked(client, who, measures, f"ydelser.ansvarlig_{look}_{level}")
            assert added(parts, len(measures)) == total, (look, level)


@every_client
def test_the_total_is_that_of_the_rows(client: Client) -> None:
    _, ((rows, open_ended),) = world("demo").oracle("SELECT count(*), count(*) FILTER (slut IS NULL) FROM ydelse")
    assert added(asked(client, "direktion", MEASURES[:2]), 2) == [rows, open_ended]
    assert added(asked(client, "direktion", MEASURES[2:]), 2) == list(world("demo").oracle(BY_HAND)[1][0])
