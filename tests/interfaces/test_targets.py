"""Targets of the demo by every interface: for who sees a unit whole its target, and for who sees a part of it none."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.interfaces.clients.answers import Client
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.rest import RestClient
from tests.interfaces.clients.sql import SqlClient
from tests.worlds import PROJECT, World, world

CLIENTS: tuple[Client, ...] = (RestClient(), GraphqlClient(), CliClient(), SqlClient())
every_client = pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)
MEASURE = "afgoerelser.fristoverholdelse"
QUERY: dict[str, Any] = {
    "measures": [MEASURE, *(f"{MEASURE}__maal{one}" for one in ("", "_afvigelse", "_status", "_status__status"))],
    "dimensions": ["afgoerelser.enhed"],
    "filters": [{"member": "afgoerelser.enhed", "operator": "equals", "values": ["E02", "E05", "E06", "E12"]}],
    "timeDimensions": [{"dimension": "afgoerelser.modtaget", "dateRange": "2024"}],
    "order": {"afgoerelser.enhed": "asc"},
}
# The targets as schema/targets has them, with what is tolerated; E12 has none.
BY_HAND = """
    WITH target AS (SELECT * FROM (VALUES ('E02', 65, 2.5), ('E05', 70, 2.5), ('E06', 80, 0)) t(enhed, target, within)),
    own AS (SELECT enhed, 100.0 * count(*) FILTER (afgjort <= frist) / count(frist) AS pct FROM afgoerelse
            WHERE year(modtaget) = 2024 AND enhed IN ('E02', 'E05', 'E06', 'E12') GROUP BY enhed)
    SELECT enhed, printf('%.1f', pct), printf('%.1f', target::DOUBLE), printf('%.1f', round(pct - target, 1)),
        CASE WHEN pct >= target THEN 'naaet' WHEN pct >= target - within THEN 'inden_for_tolerance'
             WHEN pct < target THEN 'ikke_naaet' END,
        if(target IS NULL, 'mangler', 'normal')
    FROM own LEFT JOIN target USING (enhed) ORDER BY enhed"""
SEEN = {"direktion": {"E02", "E05", "E06", "E12"}, "centerchef_voksne": {"E05", "E06"}, "enhedsleder": {"E05"}}


@cache
def governed() -> World:
    return replace(world("demo"), policies=PROJECT / "access_policies")


@every_client
@pytest.mark.parametrize("who", SEEN)
def test_the_units_that_are_seen_are_held_to_their_targets(who: str, client: Client) -> None:
    _, rows = world("demo").oracle(BY_HAND)
    assert {row[4] for row in rows} == {"naaet", "inden_for_tolerance", "ikke_naaet", None}
    heard = client.ask(governed(), QUERY, who)
    assert (heard.problems, list(heard.rows)) == ((), [row for row in rows if row[0] in SEEN[who]])


@every_client
@pytest.mark.parametrize(("who", "code"), [("sagsbehandler", "A302"), ("governance", "A305"), ("offentlig", "R201")])
def test_who_sees_no_unit_whole_sees_no_target(who: str, code: str, client: Client) -> None:
    """A caseworker's own cases are no unit's."""
    heard = client.ask(governed(), QUERY, who)
    assert (heard.rows, heard.problems[0][0]) == ((), code)


@every_client
def test_a_hidden_figure_is_held_to_nothing(client: Client) -> None:
    """What would be told of it is hidden with it; the figure that is shown has its status."""
    heard = client.ask(governed(), QUERY, "konsulent")
    assert not heard.problems
    by_unit = {row[0]: row[1:] for row in heard.rows}
    assert by_unit["E05"] == (None, "70.0", None, None, "diskretioneret")
    assert by_unit["E06"] == ("80.0", "80.0", "0.0", "naaet", "normal")
    tested = {**QUERY, "filters": [*QUERY["filters"], {"member": f"{MEASURE}__maal_status", "operator": "set"}]}
    assert "E05" not in {row[0] for row in client.ask(governed(), tested, "konsulent").rows}
