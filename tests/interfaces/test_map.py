"""Where in the city citizens live, by every interface: a map of the rows, and nobody on it whose address is secret."""

from __future__ import annotations

import json
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
COUNT, PLACE, BORDER = "bydele.antal_borgere", "bydele.bydel_navn", "bydele.bydel_geometri"
WHOSE = {"direktion": "true", "konsulent": "NOT adressebeskyttelse"}
LIVED = "SELECT DISTINCT borger_id FROM ydelse"


@cache
def governed() -> World:
    return replace(world("demo"), policies=PROJECT / "access_policies")


def by_hand(who: str) -> list[tuple[str, str, str]]:
    """Each bydel with its border and those whom the asker may place there."""
    sql = f"""SELECT navn, geometri, CAST(count(*) AS VARCHAR) FROM ({LIVED}) JOIN bopael USING (borger_id)
        JOIN bydel ON kode = bydel WHERE {WHOSE[who]} GROUP BY ALL ORDER BY navn"""
    return list(world("demo").oracle(sql)[1])


def feature(name: str | None, border: str | None, count: str | None) -> dict[str, Any]:
    properties = {"navn": name, "borgere": int(count or 0)}
    return {"type": "Feature", "geometry": json.loads(border or ""), "properties": properties}


@every_client
@pytest.mark.parametrize("who", WHOSE)
def test_the_rows_are_the_features_of_a_map(who: str, client: Client) -> None:
    query = {
        "measures": [COUNT],
        "dimensions": [PLACE, BORDER],
        "filters": [{"member": PLACE, "operator": "set"}],
        "order": {PLACE: "asc"},
    }
    heard = client.ask(governed(), query, who)
    assert (heard.problems, list(heard.rows)) == ((), by_hand(who))
    features = [feature(*row) for row in heard.rows]
    assert len(features) == 10
    for one in json.loads(json.dumps({"type": "FeatureCollection", "features": features}))["features"]:
        assert one["geometry"]["type"] == "Polygon"
        [ring] = one["geometry"]["coordinates"]
        assert ring[0] == ring[-1]


@every_client
def test_nobody_protected_is_found_by_looking(client: Client) -> None:
    """In one bydel, by its border, everywhere else, and nowhere; together they are all who have help."""
    name, border, living = by_hand("konsulent")[6]
    here: dict[str, Any] = {"member": PLACE, "operator": "equals", "values": [name]}
    tests = [here, {"member": BORDER, "operator": "equals", "values": [border]}, {**here, "operator": "notEquals"},
             {"member": PLACE, "operator": "notSet"}]  # fmt: skip
    found = []
    for test in tests:
        heard = client.ask(governed(), {"measures": [COUNT], "filters": [test]}, "konsulent")
        assert heard.problems == ()
        found.append(int(heard.rows[0][0] or 0))
    sql = f"""SELECT count(*), count(bydel) FILTER (NOT adressebeskyttelse)
        FROM ({LIVED}) LEFT JOIN bopael USING (borger_id)"""
    ((everybody, placed),) = world("demo").oracle(sql)[1]
    assert found == [int(living), int(living), everybody - int(living), everybody - placed]


@every_client
@pytest.mark.parametrize(
    "query",
    [
        {"measures": [COUNT], "dimensions": [PLACE, "bydele.borger_foedselsaar", "bydele.borger_koen"]},
        {"measures": ["bydele.borgere_i_byen"], "dimensions": [PLACE]},
    ],
    ids=["a list of citizens", "spells"],
)
def test_what_would_tell_of_few_is_refused(query: dict[str, Any], client: Client) -> None:
    assert [code for code, *_ in client.ask(governed(), query, "konsulent").problems] == ["A308"]


@pytest.mark.parametrize("client", CLIENTS[:3], ids=lambda one: one.name)  # SQL asks of one view, and this is of cubes
def test_bydele_are_not_chosen_by_who_lives_there(client: Client) -> None:
    born = {"member": "borger.foedselsaar", "operator": "equals", "values": ["1931"]}
    heard = client.ask(governed(), {"dimensions": ["bydel.navn"], "filters": [born]}, "konsulent")
    assert [code for code, *_ in heard.problems] == ["A308"]


@every_client
@pytest.mark.parametrize("who", ["direktion", "sagsbehandler", "konsulent", "governance", "udvalg", "offentlig"])
def test_where_each_citizen_lives_is_no_table(who: str, client: Client) -> None:
    """For nobody, also of the own citizens: it is read through them."""
    heard = client.ask(governed(), {"dimensions": ["bopael.borger_id", "bopael.bydel"]}, who)
    assert {code for code, *_ in heard.problems} == {"R201"}


@every_client
@pytest.mark.parametrize("who", ["offentlig", "analytiker_varde"])
def test_who_may_know_of_no_citizen_knows_of_no_bydel(who: str, client: Client) -> None:
    """In the words for what does not exist."""
    hidden, absent = (
        client.ask(governed(), {"measures": [f"{view}.antal_borgere"], "dimensions": [f"{view}.bydel_navn"]}, who)
        for view in ("bydele", "byddel")
    )
    assert hidden.problems
    assert str(hidden.problems) == str(absent.problems).replace("byddel", "bydele")
