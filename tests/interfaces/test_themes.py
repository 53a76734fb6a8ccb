"""A theme's page: the digits of each nøgletal asked alone, of the cards that the asker may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pytest

from semantic.dates import period
from tests.interfaces.clients.endpoint import connection
from tests.interfaces.clients.web import token, web
from tests.worlds import PROJECT, world

WORLD = replace(world("demo"), policies=PROJECT / "access_policies")
PAGE = """query ($id: ID!) { tema(id: $id) {
  titel intro laesevejledning_noegletal kvalitetsvurdering
  kort { noegletal titel maal tid periode vaerdi sidste_aar status enhed opgjort_pr } } }"""
WHO, STOCK, SAFE = "borgersammensaetning", "indsatser_og_ydelser", "service_og_sikker_drift"
EFFECTS, LEARNING = "effekter", "effekter_uddannelse"
FOLLOWED = ("408-107", "408-bolig", "408-tilbagefald-1", "408-tilbagefald-3", "408-voksensag")
EXAMS = ("409", "409-ungdomsuddannelse", "409-karakterer")
THEMES = (WHO, STOCK, SAFE, EFFECTS, LEARNING)


def asked(who: str, query: str, **variables: object) -> Any:
    body = {"query": query, "variables": variables}
    return web(WORLD).post("/graphql", json=body, headers=token(who)).json()


def cards(who: str, theme: str) -> Any:
    page = asked(who, PAGE, id=theme)["data"]["tema"]
    return page["kort"] if page else []


def alone(who: str, card: Any) -> tuple[str | None, ...]:
    """Value and status of the card's nøgletal, asked by itself over REST."""
    time = {"dimension": card["tid"], "dateRange": card["periode"]}
    names = [card["maal"], f"{card['maal']}__status"]
    query = {"measures": names, "timeDimensions": [time]}
    [row] = web(WORLD).post("/cubejs-api/v1/load", json={"query": query}, headers=token(who)).json()["data"]
    return tuple(row[name] for name in names)


@pytest.mark.parametrize("theme", THEMES)
def test_governance_knows_the_page_and_has_no_figure_of_it(theme: str) -> None:
    assert asked("governance", PAGE, id=theme) == {"data": {"tema": None}}


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_that_may_not_be_seen_is_as_absent(theme: str) -> None:
    assert asked("offentlig", "{ temaer { id } }") == {"data": {"temaer": []}}
    assert asked("offentlig", PAGE, id=theme) == asked("offentlig", PAGE, id="ingen") == {"data": {"tema": None}}


@pytest.mark.parametrize("who", ["direktion", "udvalg", "centerchef_voksne", "enhedsleder", "analytiker_varde"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_card_says_what_its_noegletal_says_alone(who: str, theme: str) -> None:
    for card in cards(who, theme):
        assert (card["vaerdi"], card["status"]) == alone(who, card)


def test_the_pages_are_in_their_order_and_whole() -> None:
    found = asked("direktion", "{ temaer { id titel } }")["data"]["temaer"]
    pages = [*THEMES, "arbejdspladsen", "datakvalitet"]
    assert [one["id"] for one in found] == pages
    shown = [[one["noegletal"] for one in cards("direktion", theme)] for theme in pages]
    assert shown == [
        [f"noegletal-{one}" for one in ("101", "102", "103", "103-andel", "104", "105")],
        [f"noegletal-{one}" for one in ("005", "201", "202", "203", "204", "206", "207", "208")],
        [f"noegletal-{one}" for one in ("006", "004", "302", "303", "303-ventetid", "304", "305", "305-frist")],
        [f"noegletal-{one}" for one in ("401", "402", "403", "404", "405", "405-reduceret", *FOLLOWED)],
        [f"noegletal-{one}" for one in ("406", "406-praktik", "406-arbejde", "407", *EXAMS)],
        [f"noegletal-{one}" for one in ("501", "502", "504", "506", "507")],
        [f"noegletal-{one}" for one in ("081", "082", "083", "084", "601", "602", "603", "603-opstart")],
    ]


def test_each_card_tells_where_it_is_from() -> None:
    answers = asked("direktion", PAGE, id=SAFE)["extensions"]["answers"]
    assert list(answers) == [f"tema.kort.{place}" for place in range(8)]
    assert all(one["dataVersion"] and one["scope"] for one in answers.values())


@pytest.mark.parametrize("who", ["direktion", "enhedsleder"])
def test_a_card_is_the_sum_by_hand_of_the_rows_of_the_asker(who: str) -> None:
    own = "WHERE enhed = 'E05'" if who == "enhedsleder" else "WHERE true"
    card = cards(who, STOCK)[0]
    with duckdb.connect(str(WORLD.database), read_only=True) as opened:
        by_hand = [
            opened.execute(f"SELECT sum(antal_sager) FROM beholdning {own} AND optalt = DATE '{day}'").fetchall()
            for day in ("2025-09-30", "2024-09-30")
        ]
    assert [[(int(card[name]),)] for name in ("vaerdi", "sidste_aar")] == by_hand


@pytest.mark.parametrize("who", ["direktion", "enhedsleder"])
@pytest.mark.parametrize("theme", [*THEMES, "arbejdspladsen", "datakvalitet"])
def test_a_plain_select_has_the_same_digits(theme: str, who: str) -> None:
    sql = connection(WORLD, who)
    for card in cards(who, theme):
        view, measure = card["maal"].split(".")
        first, after = period(card["periode"], date.fromisoformat(card["opgjort_pr"]), None)
        time = card["tid"].partition(".")[2]
        select = (
            f"SELECT MEASURE({measure}) FROM {view}"
            f" WHERE {time} >= DATE '{first:%Y-%m-%d}' AND {time} < DATE '{after:%Y-%m-%d}'"
        )
        [[value]] = sql.run(select)
        assert (None if value is None else str(value)) == card["vaerdi"], select


def test_a_document_asks_for_two_pages_at_most() -> None:
    page = f'tema(id: "{STOCK}") {{ titel grafer {{ serier {{ punkter {{ vaerdi }} }} }} }}'
    found = asked("direktion", f"{{ a: {page} b: {page} }}")
    assert found["data"]["a"] == found["data"]["b"]
    assert {key.partition(".")[0] for key in found["extensions"]["answers"]} == {"a", "b"}
    assert asked("direktion", f"{{ a: {page} b: {page} c: {page} }}")["errors"][0]["extensions"]["code"] == "L521"
