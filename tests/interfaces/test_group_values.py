"""What groups are worth, by every interface: for who sees one kommune in detail as for who sees all, and as by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.case import canonical
from tests.interfaces.clients.answers import Client
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.rest import RestClient
from tests.interfaces.clients.sql import SqlClient
from tests.interfaces.clients.web import token, web
from tests.worlds import PROJECT, World, world

CLIENTS: tuple[Client, ...] = (RestClient(), GraphqlClient(), CliClient(), SqlClient())
ANALYST = "analytiker_varde"
ASKERS = (ANALYST, "direktion", "offentlig")
every_client = pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)
Rows = tuple[tuple[str | None, ...], ...]


@cache
def governed() -> World:
    return replace(world("demo"), policies=PROJECT / "access_policies")


def equals(member: str, *values: str) -> dict[str, Any]:
    return {"member": member, "operator": "equals", "values": list(values)}


def administration(view: str) -> list[dict[str, Any]]:
    return [equals(f"{view}.aar", "2024"), equals(f"{view}.funktion", "6.45.51")]


def by_hand(sql: str, *places: int | None) -> Rows:
    """Rows of the oracle, each column with so many decimals as the interfaces show."""
    _, rows = world("demo").oracle(sql)
    return tuple(tuple(canonical(one, number) for one, number in zip(row, places, strict=True)) for row in rows)


OWN = """
    WITH own AS (
        SELECT k.kommune, k.region, k.landsdel, k.kommunegruppe, k.er_6by::INT AS seks, k.er_7by::INT AS syv,
               r.udgift_kr AS kr, i.folketal AS folk
        FROM regnskab r JOIN indbyggere i USING (kommunekode, aar) JOIN kommuner k USING (kommunekode)
        WHERE r.funktion = '6.45.51' AND r.aar = 2024)
"""
PRICE = "udgift_pr_helaarsmodtager"


@every_client
def test_a_group_by_what_only_the_own_rows_have_is_refused(client: Client) -> None:
    """It would be Varde under the group's name."""
    for group in ("region", "kommunegruppe"):
        query = {"measures": [f"kommunetal.{PRICE}__{group}"],
                 "dimensions": ["kommunetal.kommunekode", "kommunetal.aldersgruppe"]}  # fmt: skip
        assert client.ask(governed(), query, ANALYST).problems[0][0] == "A306"


@every_client
@pytest.mark.parametrize("who", ASKERS)
def test_groups_that_overlap_are_not_parts(client: Client, who: str) -> None:
    """Randers is of 6-by and of 7-by: a total over the groups would count it twice."""
    query: dict[str, Any] = {
        "measures": ["benchmark.udgift_pr_indbygger__gruppe"],
        "filters": administration("benchmark"),
    }
    both = equals("benchmark.gruppe", "seks_by", "syv_by")
    for asked in (
        {**query, "dimensions": ["benchmark.kommune", "benchmark.gruppe"], "subtotals": "rollup"},
        {**query, "dimensions": ["benchmark.kommune"], "filters": [*query["filters"], both]},
    ):
        assert client.ask(governed(), asked, who).problems[0][0] == "U421"


@every_client
@pytest.mark.parametrize("who", ASKERS)
def test_the_benchmark_of_varde_and_of_randers(client: Client, who: str) -> None:
    """Own value, the group's and how many are behind it, in each group of the view: by hand, of all rows."""
    query = {
        "measures": [f"benchmark.udgift_pr_indbygger{one}" for one in ("", "__gruppe", "__gruppe_antal")],
        "dimensions": ["benchmark.kommune", "benchmark.gruppe"],
        "filters": [*administration("benchmark"), equals("benchmark.kommune", "Randers", "Varde")],
        "order": {"benchmark.kommune": "asc", "benchmark.gruppe": "asc"},
    }
    sql = f"""{OWN}, groups AS (
            SELECT a.kommune, 'landet' AS gruppe, b.kr, b.folk FROM own a, own b
            UNION ALL SELECT a.kommune, 'region', b.kr, b.folk FROM own a JOIN own b USING (region)
            UNION ALL SELECT a.kommune, 'landsdel', b.kr, b.folk FROM own a JOIN own b USING (landsdel)
            UNION ALL SELECT a.kommune, 'kommunegruppe', b.kr, b.folk FROM own a JOIN own b USING (kommunegruppe)
            UNION ALL SELECT a.kommune, 'seks_by', b.kr, b.folk FROM own a, own b WHERE b.seks = 1
            UNION ALL SELECT a.kommune, 'syv_by', b.kr, b.folk FROM own a, own b WHERE b.syv = 1
            UNION ALL SELECT a.kommune, 'vardes_udvalg', b.kr, b.folk FROM own a, own b
            WHERE b.kommune IN ('Billund', 'Esbjerg', 'Ringkøbing-Skjern', 'Tønder', 'Vejen'))
        SELECT kommune, gruppe, (SELECT kr::DOUBLE / folk FROM own WHERE own.kommune = groups.kommune),
               sum(kr)::DOUBLE / sum(folk), count(*)
        FROM groups WHERE kommune IN ('Randers', 'Varde') GROUP BY kommune, gruppe"""
    heard = client.ask(governed(), query, who)
    assert not heard.problems
    assert sorted(heard.rows, key=str) == sorted(by_hand(sql, None, None, 1, 1, None), key=str)
    assert len(heard.rows) == 14


BEHIND = ("", "_afvigelse", "_afvigelse_pct", "_rang", "_antal", "_medlemmer", "_daekning")
OF_2024 = {"dimension": "kommunetal.maaned", "dateRange": "2024"}


def beside_its_group(group: str) -> tuple[str | None, ...]:
    """Varde's own value of 2024, the group's, and all that they are compared by: of every kommune's rows."""
    sql = f"""WITH own AS (
            SELECT kommune, {group} AS g, sum(udgift_kr)::DOUBLE AS kr, sum(helaarsmodtagere) AS persons
            FROM kommunetal JOIN kommuner USING (kommunekode) WHERE year(maaned) = 2024 GROUP BY ALL)
        SELECT a.kr / a.persons, sum(b.kr) / sum(b.persons), a.kr / a.persons - sum(b.kr) / sum(b.persons),
               100 * (a.kr / a.persons) / (sum(b.kr) / sum(b.persons)) - 100,
               1 + count(*) FILTER (b.kr / b.persons > a.kr / a.persons), count(*),
               (SELECT count(*) FROM kommuner WHERE {group} = a.g),
               100.0 * count(*) / (SELECT count(*) FROM kommuner WHERE {group} = a.g)
        FROM own a JOIN own b USING (g) WHERE a.kommune = 'Varde' GROUP BY a.kr, a.persons, a.g"""
    return by_hand(sql, 0, 0, 0, 1, None, None, None, 1)[0]


@every_client
@pytest.mark.parametrize("group", ["region", "kommunegruppe"])
def test_the_analysts_groups_are_those_of_all_rows(group: str, client: Client) -> None:
    """Detail of Varde alone, and the same groups as everybody: by hand, of every kommune's rows."""
    names = [f"kommunetal.{PRICE}", *(f"kommunetal.{PRICE}__{group}{one}" for one in BEHIND)]
    query = {
        "measures": names,
        "filters": [equals("kommunetal.kommune", "Varde")],
        "timeDimensions": [OF_2024],
    }
    for who in (ANALYST, "direktion"):
        heard = client.ask(governed(), query, who)
        assert (heard.problems, heard.rows) == ((), (beside_its_group(group),)), who


@every_client
@pytest.mark.parametrize("group", ["region", "kommunegruppe"])
def test_each_of_them_is_told_by_itself(group: str, client: Client) -> None:
    """The grant of all kommuner is enough: that of the own details, held beside it, takes no answer away."""
    wanted = beside_its_group(group)[1:]
    for one, value in zip(BEHIND, wanted, strict=True):
        query = {
            "measures": [f"kommunetal.{PRICE}__{group}{one}"],
            "filters": [equals("kommunetal.kommune", "Varde")],
            "timeDimensions": [OF_2024],
        }
        heard = client.ask(governed(), query, ANALYST)
        assert (heard.problems, heard.rows) == ((), ((value,),)), one


@pytest.mark.parametrize("who", [ANALYST, "direktion"])
def test_the_analysts_groups_as_objects(who: str) -> None:
    """What GraphQL shows beside the measure is what every interface shows by its name."""
    groups = " ".join(f"{one} {{ {' '.join(OBJECT)} status }}" for one in ("region", "kommunegruppe"))
    tests = 'kommune: { equals: "Varde" }, maaned: { inDateRange: ["2024-01-01", "2024-12-31"] }'
    asked = f"{{ cube {{ kommunetal(where: {{ {tests} }}) {{ {PRICE} {PRICE}__sammenligning {{ {groups} }} }} }} }}"
    [row] = web(governed()).post("/graphql", json={"query": asked}, headers=token(who)).json()["data"]["cube"]
    for group, found in row["kommunetal"][f"{PRICE}__sammenligning"].items():
        assert (row["kommunetal"][PRICE], *(found[one] for one in OBJECT)) == beside_its_group(group)
        assert found["status"] == "normal"


OBJECT = ("vaerdi", *(one.removeprefix("_") for one in BEHIND if one))


@every_client
@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize(("group", "number"), [("region", 5), ("landsdel", 11), ("kommunegruppe", 5)])
def test_the_accounts_by_group_weighted_and_not(group: str, number: int, who: str, client: Client) -> None:
    """REGK31, 6.45.51 of 2024; beside each group the country's 3,092.7 and 3,401.4."""
    price, mean = "regnskab.udgift_pr_indbygger", "regnskab.udgift_pr_indbygger_snit"
    query = {
        "measures": [f"{price}__{group}", f"{mean}__{group}", f"{price}__{group}_antal", f"{price}__landet",
                     f"{mean}__landet", f"{price}__landet_antal"],
        "dimensions": [f"regnskab.{group}"],
        "filters": administration("regnskab"),
    }  # fmt: skip
    sql = f"""{OWN} SELECT {group}, sum(kr)::DOUBLE / sum(folk), round(avg(kr::DOUBLE / folk), 1), count(*), 3092.7,
        3401.4, 98
        FROM own GROUP BY {group}"""
    wanted = by_hand(sql, None, 1, 1, None, 1, 1, None)
    heard = client.ask(governed(), query, who)
    assert not heard.problems
    assert sorted(heard.rows, key=str) == sorted(wanted, key=str)
    assert len(wanted) == number
    assert sum(int(row[3] or 0) for row in wanted) == 98
