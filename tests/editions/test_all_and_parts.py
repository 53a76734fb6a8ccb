"""All nøgletal and breakdowns of an edition: the digits of the questions asked alone of it, on every interface."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from tests.attacks.asking import Place, Told, graphql
from tests.editions.house import NAME, PAID, House, load_on, redefine
from tests.editions.test_protected import flip
from tests.interfaces.clients.answers import settled

TYPING = ("enhedsleder", "offentlig")  # who types commands, each of which opens all anew
WHO = ("direktion", "centerchef_voksne", "enhedsleder", "konsulent", "offentlig", "governance")
HELD = ("noegletal-001", "noegletal-006", "noegletal-021")
ALONE: Mapping[str, dict[str, Any]] = {
    "noegletal-001": {"measures": ["regnskab.udgift_pr_indbygger"],
                      "dimensions": ["regnskab.kommune", "regnskab.aar"]},
    "noegletal-006": {"measures": ["afgoerelse.fristoverholdelse"], "dimensions": ["afgoerelse.enhed"],
                      "timeDimensions": [{"dimension": "afgoerelse.afgjort", "granularity": "month",
                                          "dateRange": ["2023-01-01", "2026-12-31"]}]},
    "noegletal-021": {"measures": ["udbetaling.beloeb"], "dimensions": ["udbetaling.enhed"],
                      "timeDimensions": [{"dimension": "udbetaling.dag", "granularity": "month",
                                          "dateRange": ["2023-01-01", "2026-12-31"]}]},
}  # fmt: skip
CELLS = ("noegletal", "enhed", "periode", "vaerdi", "status")
PARTS = ("raekke", "medlem", "vaerdi", "taeller", "naevner", "bidrag", "rest", "status", "forklaring")
RATIO = ("afgoerelse.fristoverholdelse", "afgoerelse.enhed")
OF_PAID = ("udbetaling.beloeb", "udbetaling.enhed")
UNHELD = ("ydelse.antal_ydelser", "ydelse.lov")
Rows = list[tuple[str | None, ...]]
Heard = Rows | str
"""The rows in one order, or the code of a refusal."""


def heard(told: Told) -> Heard:
    return told.codes[0] if told.codes else ordered(told.rows)


def ordered(rows: Any) -> Rows:
    return sorted((tuple(_plain(cell) for cell in row) for row in rows), key=str)


def _plain(cell: object) -> str | None:
    """A number without the zeros that only say how many decimals a column has, a day without its hours."""
    text = settled(cell)
    if text is None:
        return None
    text = re.sub(r"[T ]00:00:00(\.0+)?$", "", text)
    return re.sub(r"\.?0+$", "", text) if re.fullmatch(r"-?\d+\.\d+", text) else text


def all_by_sql(house: House, place: Place, who: str, ids: tuple[str, ...], edition: str) -> Heard:
    text = f"SELECT {', '.join(CELLS)} FROM noegletal_vaerdier WHERE noegletal IN ({str(ids)[1:-1].rstrip(',')})"
    return heard(place.sql(who, text, {"nogletal.edition": edition}))


def all_by_graphql(house: House, place: Place, who: str, ids: tuple[str, ...], edition: str) -> Heard:
    given = f"noegletal: {json.dumps(ids)}, edition: {json.dumps(edition)}, limit: 50000"
    return heard(graphql(place, f"{{ noegletalVaerdier({given}) {{ {' '.join(CELLS)} }} }}", who))


def all_by_rest(house: House, place: Place, who: str, ids: tuple[str, ...], edition: str) -> Heard:
    query = {"noegletal": ids, "edition": edition, "limit": 50_000}
    told = place.http(who, "POST", "/cubejs-api/v1/vaerdier", json={"query": query})
    body = json.loads(told.text.partition("\n")[2], parse_float=str)
    if "problems" in body:
        return str(body["problems"][0]["code"])
    return ordered([row[f"noegletal_vaerdier.{name}"] for name in CELLS] for row in body["data"])


def all_by_cli(house: House, place: Place, who: str, ids: tuple[str, ...], edition: str) -> Heard:
    found = typed(house, "vaerdier", *ids, "--edition", edition, "--as", who)
    return found if isinstance(found, str) else ordered(
        [row[f"noegletal_vaerdier.{name}"] for name in CELLS] for row in found
    )  # fmt: skip


def parts_by_sql(house: House, place: Place, who: str, asked: tuple[str, str], edition: str) -> Heard:
    text = "SELECT {} FROM noegletal_nedbrydning WHERE noegletal = '{}' AND opdeling = '{}'"
    return heard(place.sql(who, text.format(", ".join(PARTS), *asked), {"nogletal.edition": edition}))


def parts_by_graphql(house: House, place: Place, who: str, asked: tuple[str, str], edition: str) -> Heard:
    given = f'noegletal: "{asked[0]}", opdeling: ["{asked[1]}"], edition: {json.dumps(edition)}'
    return heard(graphql(place, f"{{ nedbrydning({given}) {{ {' '.join(PARTS)} }} }}", who))


def parts_by_cli(house: House, place: Place, who: str, asked: tuple[str, str], edition: str) -> Heard:
    found = typed(house, "nedbryd", asked[0], "--by", asked[1], "--edition", edition, "--as", who)
    return found if isinstance(found, str) else ordered(
        [row[f"noegletal_nedbrydning.{name}"] for name in PARTS] for row in found
    )  # fmt: skip


def typed(house: House, *words: str) -> Any:
    """The rows of a command, or the code of its refusal."""
    ran = house.nogletal(*words, "--format", "json")
    return ran.stderr.split()[0] if ran.exit_code else json.loads(ran.stdout, parse_float=str)


AskAll = Callable[[House, Place, str, tuple[str, ...], str], Heard]
AskParts = Callable[[House, Place, str, tuple[str, str], str], Heard]
ALL: tuple[AskAll, ...] = (all_by_sql, all_by_graphql, all_by_rest, all_by_cli)
SERVED = ALL[:3]
PARTS_BY: tuple[AskParts, ...] = (parts_by_sql, parts_by_graphql, parts_by_cli)


def alone(house: House, place: Place, who: str, one: str) -> Rows:
    """The nøgletal asked alone of the edition: rows of id, unit, period, value; none where it is refused."""
    told = house.ask(place, ALONE[one], who, "rest")
    rows = [(one, *(_plain(cell) for cell in row)) for row in told.rows]
    found = [(row[0], row[1], f"{row[2]}-01-01" if one == "noegletal-001" else row[2], *row[3:]) for row in rows]
    return [row for row in found if row[2] is not None and date.fromisoformat(row[2]) >= date(2020, 1, 1)]


@pytest.mark.parametrize("who", WHO)
def test_all_of_an_edition_is_each_of_it_asked_alone(untouched: House, place: Place, who: str) -> None:
    found = ALL[0](untouched, place, who, HELD, NAME)
    assert not isinstance(found, str)
    singly = [row for one in HELD for row in alone(untouched, place, who, one)]
    hidden = {row[:3] for row in found if row[4] == "diskretioneret"}  # together more is hidden than alone
    shown = [row[:4] for row in found if row[:3] not in hidden]
    assert shown == sorted((row for row in singly if row[:3] not in hidden), key=str)
    assert {row[:3] for row in found} == {row[:3] for row in singly}
    assert len({row[0] for row in found}) == {"offentlig": 1, "governance": 0, "konsulent": 2}.get(who, 3)
    for ask in ALL[1:] if who in TYPING else SERVED[1:]:
        assert ask(untouched, place, who, HELD, NAME) == found


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("asked", [RATIO, OF_PAID], ids=["ratio", "sum"])
def test_a_breakdown_of_an_edition_is_its_parts_asked_alone(
    untouched: House, place: Place, who: str, asked: tuple[str, str]
) -> None:
    found = PARTS_BY[0](untouched, place, who, asked, NAME)
    for ask in PARTS_BY[1:] if who in TYPING else PARTS_BY[1:2]:
        assert ask(untouched, place, who, asked, NAME) == found
    by_unit = {"measures": [asked[0]], "dimensions": [asked[1]]}
    parts, whole = (untouched.ask(place, one, who, "rest") for one in (by_unit, {"measures": [asked[0]]}))
    if isinstance(found, str):
        assert (found,) == parts.codes[:1]
        return
    hidden = {row[1] for row in found if row[7] == "diskretioneret"}
    shown = {row[1]: row[2] for row in found if row[0] == "del" and row[1] not in hidden}
    assert shown == {_plain(row[0]): _plain(row[1]) for row in parts.rows if _plain(row[0]) not in hidden}
    [told] = [row for row in found if row[0] == "i_alt"]
    assert told[7] == "diskretioneret" or told[2] == _plain(whole.rows[0][0])


@pytest.mark.timeout(600)
def test_later_loads_and_definitions_change_nothing_of_it(house: House) -> None:
    with house.served() as place:
        before = everything(house, place)
    chance = random.Random(5)
    for number in range(9, 17):
        (load_on if number % 2 else redefine)(house, chance, number)
    with house.served() as place:
        assert everything(house, place) == before
        now = place.sql("direktion", f"SELECT {', '.join(CELLS)} FROM noegletal_vaerdier WHERE noegletal IN {HELD}")
    assert heard(now) != before[0, "direktion"]


def everything(house: House, place: Place) -> dict[tuple[int, str], Heard]:
    found: dict[tuple[int, str], Heard] = {}
    for who in ("direktion", "enhedsleder", "konsulent", "offentlig"):
        for index, ask in enumerate(SERVED):
            found[index, who] = ask(house, place, who, HELD, NAME)
        for index, parts in enumerate(PARTS_BY[:2]):
            found[10 + index, who] = parts(house, place, who, RATIO, NAME)
            found[20 + index, who] = parts(house, place, who, OF_PAID, NAME)
    return found


@pytest.mark.parametrize("ask", ALL, ids=lambda one: one.__name__)
def test_what_an_edition_does_not_hold_is_left_out_and_asked_alone_is_refused(
    untouched: House, place: Place, ask: AskAll
) -> None:
    """The stock of cases is no question of the edition; who may not see it hears no word of that."""
    assert ask(untouched, place, "direktion", ("noegletal-005",), NAME) == "U461"
    found = ask(untouched, place, "direktion", ("noegletal-005", "noegletal-021"), NAME)
    assert found == ask(untouched, place, "direktion", ("noegletal-021",), NAME) != []
    assert ask(untouched, place, "offentlig", ("noegletal-005",), NAME) == []
    assert ask(untouched, place, "offentlig", ("x",), NAME) == []
    assert (
        ask(untouched, place, "direktion", HELD, "2031K1") == ask(untouched, place, "offentlig", HELD, "../x") == "U460"
    )


@pytest.mark.parametrize("ask", PARTS_BY, ids=lambda one: one.__name__)
def test_a_breakdown_that_an_edition_does_not_hold_is_refused(untouched: House, place: Place, ask: AskParts) -> None:
    assert ask(untouched, place, "direktion", UNHELD, NAME) == "U461"
    assert ask(untouched, place, "direktion", RATIO, "2031K1") == "U460"
    hidden, absent = (ask(untouched, place, "offentlig", one, NAME) for one in (RATIO, ("afgoerelse.x", RATIO[1])))
    assert hidden == absent == "R201"


def test_an_edition_has_one_day(untouched: House, place: Place) -> None:
    both = {"nogletal.edition": NAME, "nogletal.as_of": "2025-08-31"}
    of_parts = "SELECT vaerdi FROM noegletal_nedbrydning WHERE noegletal = '{}' AND opdeling = '{}'".format(*RATIO)
    for text in ("SELECT vaerdi FROM noegletal_vaerdier", of_parts):
        assert place.sql("direktion", text, both).codes[:1] == ("U465",)
        day = f"{text} {'AND' if 'WHERE' in text else 'WHERE'} opgjort_pr = date '2025-08-31'"
        assert place.sql("direktion", day, {"nogletal.edition": NAME}).codes[:1] == ("U465",)
        kept = {"nogletal.edition": NAME}
        own = f"{text} {'AND' if 'WHERE' in text else 'WHERE'} opgjort_pr = date '2025-09-30'"
        dated = place.sql("direktion", text.replace("vaerdi", "vaerdi, opgjort_pr", 1), kept).rows
        of_it = sorted(str(value) for value, day in dated if str(day) == "2025-09-30")
        assert sorted(str(value) for (value,) in place.sql("direktion", own, kept).rows) == of_it != []
    document = f'{{ noegletalVaerdier(edition: "{NAME}", asOf: "2025-08-31") {{ vaerdi }} }}'
    assert graphql(place, document, "direktion").codes[:1] == ("U465",)
    assert typed(untouched, "vaerdier", "--edition", NAME, "--as-of", "2025-08-31") == "U465"
    assert typed(untouched, "nedbryd", RATIO[0], "--by", RATIO[1], "--edition", NAME, "--as-of", "2025-08-31") == "U465"


def test_it_says_of_which_edition_it_is(untouched: House, place: Place) -> None:
    for text in (
        "SELECT vaerdi FROM noegletal_vaerdier WHERE noegletal = 'noegletal-021'",
        "SELECT vaerdi FROM noegletal_vaerdier WHERE noegletal = 'x'",
        "SELECT vaerdi FROM noegletal_nedbrydning WHERE noegletal = '{}' AND opdeling = '{}'".format(*RATIO),
    ):
        assert f"Udgave {NAME}" in place.sql("direktion", text, {"nogletal.edition": NAME}).text
        assert f"Udgave {NAME}" not in place.sql("direktion", text).text


def test_of_an_altered_edition_nothing_is_answered(house: House) -> None:
    with house.served() as place:
        assert ALL[0](house, place, "direktion", HELD, NAME)
        flip(house.edition / "data-0.duckdb")
        for all_of in ALL:
            assert all_of(house, place, "direktion", HELD, NAME) == "U462"
        for parts in PARTS_BY:
            assert parts(house, place, "direktion", RATIO, NAME) == "U462"
        assert house.ask(place, PAID, "direktion", "rest").codes == ("U462",)


def test_what_is_hidden_or_taken_away_today_is_so_of_the_edition(house: House) -> None:
    house.change("access_policies/roles/direktion.yml", lambda one: one["roles"][0]["grants"][0].update(
        {"except": ["udbetaling.beloeb"]}))  # fmt: skip
    with house.served() as place:
        for all_of in SERVED:
            assert all_of(house, place, "direktion", ("noegletal-021",), NAME) == []
        for parts in PARTS_BY[:2]:
            assert parts(house, place, "direktion", OF_PAID, NAME) == "R202"
        assert ALL[0](house, place, "enhedsleder", ("noegletal-021",), NAME)


def test_who_holds_a_closed_role_is_refused(house: House) -> None:
    house.change("schema/cubes/udbetaling.yml", lambda one: one["cubes"][0]["dimensions"].append(
        {"name": "hemmelig", "title": "Hemmelig", "type": "boolean", "sql": "true"}))  # fmt: skip
    restriction = {"name": "ikke_hemmelig", "reason": "Noget er hemmeligt.", "cubes": ["udbetaling"],
                   "rows": [{"dimension": "udbetaling.hemmelig", "values": [False]}]}  # fmt: skip
    house.change("access_policies/roles/enhedsleder.yml", lambda one: one["roles"][0].update(
        {"restrictions": [restriction]}))  # fmt: skip
    with house.served() as place:
        for all_of in SERVED:
            assert all_of(house, place, "enhedsleder", HELD, NAME) == "A326"
        for parts in PARTS_BY[:2]:
            assert parts(house, place, "enhedsleder", RATIO, NAME) == "A326"


def test_what_is_protected_better_today_is_left_out(house: House) -> None:
    house.change("schema/cubes/udbetaling.yml", lambda one: [
        dimension.update({"geography": True}) for dimension in one["cubes"][0]["dimensions"]
        if dimension["name"] == "enhed"])  # fmt: skip
    with house.served() as place:
        for all_of in SERVED:
            assert all_of(house, place, "direktion", ("noegletal-021",), NAME) == "U463"
            rest = all_of(house, place, "direktion", HELD, NAME)
            assert {row[0] for row in rest} == {"noegletal-001", "noegletal-006"}
        for parts in PARTS_BY[:2]:
            assert parts(house, place, "direktion", OF_PAID, NAME) == "U463"
