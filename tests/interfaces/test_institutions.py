"""One's own institutions beside their group, by every interface: who may read a part learns nothing of the others.

The group's value is a question of its own. A centre head reads it where a grant gives it by name, and no more.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.case import canonical
from tests.interfaces.clients.answers import Client
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.rest import RestClient
from tests.interfaces.clients.sql import SqlClient
from tests.worlds import PROJECT, World, world

CLIENTS: tuple[Client, ...] = (RestClient(), GraphqlClient(), CliClient(), SqlClient())
every_client = pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)
RATE, UNIT = "fravaer.sygefravaersprocent", "fravaer.enhed"
GROUP = f"{RATE}__udfoerende"
COMPANIONS = ("", "__status", "_afvigelse", "_afvigelse_pct", "_rang", "_antal")
IN_2024 = {"timeDimensions": [{"dimension": "fravaer.periode", "dateRange": "2024"}]}
GRANT = """
      - name: de_udfoerende
        reason: Egne enheder holdes op mod de udførende enheder tilsammen.
        scope: de udførende enheder tilsammen
        members: [fravaer.sygefravaersprocent__udfoerende, fravaer.periode]
        open: [fravaer, ansaettelse]
        grain: {time: month}
"""
BY_HAND = """
    WITH days AS (
        SELECT enhed, aarsag, datediff('day', greatest(start, DATE '2024-01-01'),
            least(coalesce(slut, DATE '2025-01-01'), DATE '2025-01-01')) AS number
        FROM (SELECT enhed, aarsag, start, slut FROM fravaer WHERE aarsag IN ('egen sygdom', 'arbejdsulykke')
              UNION ALL SELECT enhed, NULL, start, slut FROM ansaettelse)
        WHERE start < DATE '2025-01-01' AND (slut IS NULL OR slut > DATE '2024-01-01')),
    rate AS (
        SELECT enhed, sum(number) FILTER (aarsag IS NOT NULL) AS sick, sum(number) FILTER (aarsag IS NULL) AS employed
        FROM days GROUP BY enhed)
    SELECT enhed, 100.0 * sick::DOUBLE / employed,
        (SELECT 100.0 * sum(sick)::DOUBLE / sum(employed) FROM rate WHERE enhed IN ('E03', 'E06', 'E07', 'E09', 'E12'))
    FROM rate"""


@cache
def governed() -> World:
    return replace(world("demo"), policies=PROJECT / "access_policies")


@pytest.fixture(scope="module")
def granted(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The shipped policies, where a centre head holds the group's value too."""
    folder = tmp_path_factory.mktemp("policies") / "access_policies"
    copytree(PROJECT / "access_policies", folder)
    role: Path = folder / "roles" / "centerchef.yml"
    role.write_text(role.read_text("utf-8").rstrip("\n") + GRANT, "utf-8")
    return replace(world("demo"), policies=folder)


def by_hand(where: str) -> list[tuple[str | None, ...]]:
    _, rows = world("demo").oracle(f"{BY_HAND} WHERE {where} ORDER BY enhed")
    return [(str(unit), canonical(own, 2), canonical(theirs, 2)) for unit, own, theirs in rows]


@every_client
@pytest.mark.parametrize("who", ["centerchef_voksne", "enhedsleder"])
def test_who_reads_a_part_of_the_group_is_refused_all_of_it(who: str, client: Client) -> None:
    """Also by a filter, in an order, for one of the own, and for one of another's: in the same words each time."""
    asked: list[dict[str, Any]] = [{"measures": [GROUP + one], "dimensions": [UNIT]} for one in COMPANIONS]
    asked += [
        {"measures": [GROUP], "filters": [{"member": UNIT, "operator": "equals", "values": [unit]}]}
        for unit in ("E05", "E03", "E99")
    ]
    asked.append({"measures": [GROUP], "filters": [{"member": GROUP, "operator": "gt", "values": ["5"]}]})
    told = set()
    for query in asked:
        heard = client.ask(governed(), {**query, **IN_2024}, who)
        assert [code for code, *_ in heard.problems] == ["A306"], query
        told.add(str(heard.problems).replace(str(query["measures"][0]), GROUP))
    assert len(told) == 1
    for number in ("_medlemmer", "_daekning"):
        heard = client.ask(governed(), {"measures": [GROUP + number], "dimensions": [UNIT], **IN_2024}, who)
        assert [code for code, *_ in heard.problems] == ["A302"]


@every_client
def test_the_directors_read_each_unit_beside_the_group(client: Client) -> None:
    query = {"measures": [RATE, GROUP], "dimensions": [UNIT], "order": {UNIT: "asc"}, **IN_2024}
    heard = client.ask(governed(), query, "direktion")
    assert (heard.problems, list(heard.rows)) == ((), by_hand("true"))
    assert len(heard.rows) == 11


@every_client
def test_a_granted_group_is_all_of_it_beside_the_own_rows_alone(client: Client, granted: World) -> None:
    query = {"measures": [RATE, GROUP], "dimensions": [UNIT], "order": {UNIT: "asc"}, **IN_2024}
    heard = client.ask(granted, query, "centerchef_voksne")
    assert (heard.problems, list(heard.rows)) == ((), by_hand("enhed IN ('E04', 'E05', 'E06', 'E09')"))
    assert len(heard.rows) == 4


@every_client
def test_a_granted_group_is_not_taken_apart(client: Client, granted: World) -> None:
    """Neither by who is in it, nor by what else is known of the rows, by another member of it, or by single days."""
    narrowed: list[dict[str, Any]] = [
        {"measures": [GROUP], "dimensions": ["fravaer.personalegruppe"], **IN_2024},
        {"measures": [GROUP], "filters": [{"member": "fravaer.aarsag", "operator": "equals", "values": ["barsel"]}]},
        {"measures": [GROUP], "filters": [{"member": UNIT, "operator": "equals", "values": ["E03"]}], **IN_2024},
        {"measures": [GROUP], "timeDimensions": [{"dimension": "fravaer.periode", "dateRange": "2024-03-04"}]},
    ]
    narrowed += [{"measures": [GROUP + one], "dimensions": [UNIT], **IN_2024} for one in ("_rang", "_antal")]
    for query in narrowed:
        heard = client.ask(granted, query, "centerchef_voksne")
        assert [code for code, *_ in heard.problems] == ["A306"], query
