"""Where somebody lives whose address is protected: told without thresholds, and by no question under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from semantic.access.grant import ALL_ROWS, FinestGrain, Grant, Thresholds
from semantic.access.link import load_policies
from semantic.cube_query import parse_query
from semantic.errors import DeniedError
from semantic.pipeline import Service, answer
from semantic.result import collect
from server.authenticate import read_demo_principals
from tests.disclosure.world import OPEN, PROTECTED, ask, by, rows_of
from tests.granting import granting
from tests.small_model import small_model
from tests.worlds import PROJECT, world
from tests.worlds import service as demo_service

MODEL = """
cubes:
  - name: bydel
    sql_table: main.bydel
    dimensions:
      - {name: nr, sql: nr, type: number, primary_key: true, public: true}
      - {name: navn, sql: navn, type: string, geography: true}
      - {name: antal_huse, sql: huse, type: number}
    measures: [{name: antal, type: count}, {name: huse, type: sum, sql: huse}]
  - name: borger
    sql_table: main.borger
    person_key: id
    address_protection: beskyttet
    joins: [{name: bydel, relationship: many_to_one, sql: "{CUBE}.bydel = {bydel}.nr"}]
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: postnr, sql: postnr, type: number, geography: true}
      - {name: bydelens_navn, sql: "{bydel.navn}", type: string}
      - {name: koen, sql: koen, type: string}
      - {name: nummer, sql: "id + 0", type: number}
      - {name: beskyttet, sql: beskyttet, type: boolean}
    measures: [{name: antal, type: count}]
    segments: [{name: kvinder, sql: "{CUBE}.koen = 'k'"}]
  - name: sag
    sql_table: main.sag
    person_key: borger
    joins: [{name: borger, relationship: many_to_one, sql: "{CUBE}.borger = {borger}.id"}]
    dimensions:
      - {name: nr, sql: nr, type: number, primary_key: true}
      - {name: borger, sql: borger, type: number}
      - {name: borgerens_postnr, sql: "{borger.postnr}", type: number}
    measures: [{name: antal, type: count}]
  - name: besoeg
    sql_table: main.sag
    person_key: borger
    address_protection: fortroligt
    joins: [{name: borger, relationship: many_to_one, sql: "{CUBE}.borger = {borger}.id"}]
    dimensions:
      - {name: nr, sql: nr, type: number, primary_key: true}
      - {name: borger, sql: borger, type: number}
      - {name: fortroligt, sql: nr = 0, type: boolean}
    measures: [{name: antal, type: count}]
views:
  - name: sager
    cubes:
      - {join_path: sag, includes: [borgerens_postnr, antal]}
      - {join_path: sag.borger, includes: [postnr, bydelens_navn]}
      - {join_path: sag.borger.bydel, includes: [navn]}
  - name: borgere
    cubes:
      - {join_path: borger, includes: [postnr, bydelens_navn, koen, antal]}
      - {join_path: borger.bydel, includes: [navn, antal_huse]}
"""
# 20 persons in each of three places; of those in the second 6 are protected, and of one nobody knows.
ROWS = """
    CREATE TABLE bydel AS SELECT * FROM (VALUES (1, 'Nord', 10), (2, 'Syd', 20), (3, 'Vest', 30)) AS t(nr, navn, huse);
    CREATE TABLE borger AS SELECT range AS id, range // 20 + 1 AS bydel, 2000 + range // 20 AS postnr,
        CASE WHEN range % 2 = 0 THEN 'k' ELSE 'm' END AS koen,
        CASE WHEN range = 26 THEN NULL ELSE range BETWEEN 20 AND 25 END AS beskyttet FROM range(60);
    CREATE TABLE sag AS SELECT range AS nr, range // 2 AS borger FROM range(120);
"""
PLACES = {"borgere.navn": "Syd", "borgere.postnr": 2001, "borgere.bydelens_navn": "Syd"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with small_model(tmp_path_factory.mktemp("adresse"), MODEL, ROWS) as found:
        whole = Grant("alt", "Alt.", None, default_rows=ALL_ROWS, grain=FinestGrain(rows=True))
        held = Grant("alle", "Alle.", None, default_rows=ALL_ROWS, thresholds=Thresholds())
        yield replace(found, policies=granting({OPEN: (whole,), PROTECTED: (held,)}))


@pytest.mark.parametrize("place", PLACES)
def test_they_are_in_no_place(service: Service, place: str) -> None:
    asked: dict[str, Any] = {"measures": ["borgere.antal"], "dimensions": [place]}
    name = place.partition(".")[2]
    shown, truth = (by(rows_of(ask(service, asker, **asked)), name) for asker in (PROTECTED, OPEN))
    assert shown[(None,)]["antal"] == 7
    assert shown[(PLACES[place],)]["antal"] == 13
    assert (None,) not in truth
    assert truth[(PLACES[place],)]["antal"] == 20


@pytest.mark.parametrize("place", PLACES)
def test_they_are_not_found_there(service: Service, place: str) -> None:
    """Neither by looking in the place, nor by looking everywhere else."""
    there = {"member": place, "operator": "equals", "values": [str(PLACES[place])]}
    counts = {}
    for operator in ("equals", "notEquals", "notSet"):
        test = {**there, "operator": operator} if operator != "notSet" else {"member": place, "operator": "notSet"}
        counts[operator] = rows_of(ask(service, PROTECTED, measures=["borgere.antal"], filters=[test]))[0]["antal"]
    assert counts == {"equals": 13, "notEquals": 47, "notSet": 7}
    assert rows_of(ask(service, OPEN, measures=["borgere.antal"], filters=[there]))[0]["antal"] == 20


PLACES_COUNTED = ("borgere.postnr", "borgere.bydelens_navn", "borgere.navn", "sager.postnr", "sager.borgerens_postnr",
                  "borger.postnr")  # fmt: skip


@pytest.mark.parametrize("place", PLACES_COUNTED)
def test_their_places_are_not_counted(service: Service, place: str) -> None:
    """Six who are protected live in one place: nor is it told that it is one."""
    who = {"member": "borger.nummer", "operator": "lt", "values": ["26"]}
    late = {"member": "borger.nummer", "operator": "gte", "values": ["20"]}
    asked: dict[str, Any] = {"measures": [f"{place}__count_distinct"], "filters": [who, late]}
    name = f"{place.partition('.')[2]}__count_distinct"
    assert rows_of(ask(service, OPEN, **asked)) == [{name: 1}]
    assert rows_of(ask(service, PROTECTED, **asked)) == [{name: 0}]


def test_what_says_no_place_is_as_it_is(service: Service) -> None:
    found = by(rows_of(ask(service, PROTECTED, measures=["borgere.antal"], dimensions=["borgere.koen"])), "koen")
    assert found[("k",)]["antal"] == found[("m",)]["antal"] == 30


def test_places_without_persons_are_as_they_are(service: Service) -> None:
    found = rows_of(ask(service, PROTECTED, measures=["bydel.antal"], dimensions=["bydel.navn"]))
    assert {one["navn"] for one in found} == {"Nord", "Syd", "Vest"}


class TestOnTheWay:
    """A case says nothing of addresses itself: what it finds through the citizen is the citizen's place."""

    PLACES = (
        "sag.borgerens_postnr", "sager.borgerens_postnr", "sager.postnr", "sager.bydelens_navn", "sager.navn",
        "borger.postnr", "borger.bydelens_navn", "bydel.navn",
    )  # fmt: skip

    @pytest.mark.parametrize("place", PLACES)
    def test_they_are_in_no_place(self, service: Service, place: str) -> None:
        count = "sager.antal" if place.startswith("sager.") else "sag.antal"
        name, there = place.partition(".")[2], 2001 if place.endswith("postnr") else "Syd"
        shown, truth = (
            by(rows_of(ask(service, asker, measures=[count], dimensions=[place])), name) for asker in (PROTECTED, OPEN)
        )
        assert {key: row["antal"] for key, row in shown.items() if key in ((None,), (there,))} == {
            (None,): 14,
            (there,): 26,
        }
        assert (None,) not in truth
        assert truth[(there,)]["antal"] == 40

    @pytest.mark.parametrize("place", PLACES)
    def test_they_are_not_found_there(self, service: Service, place: str) -> None:
        count = "sager.antal" if place.startswith("sager.") else "sag.antal"
        there = {"member": place, "operator": "equals", "values": ["2001" if place.endswith("postnr") else "Syd"]}
        assert rows_of(ask(service, PROTECTED, measures=[count], filters=[there]))[0]["antal"] == 26
        assert rows_of(ask(service, OPEN, measures=[count], filters=[there]))[0]["antal"] == 40

    def test_who_is_protected_by_either_is_in_no_place(self, service: Service) -> None:
        """A visit is confidential itself, and so may be where its citizen lives."""
        found = rows_of(ask(service, PROTECTED, measures=["besoeg.antal"], dimensions=["borger.postnr"]))
        assert {row["postnr"]: row["antal"] for row in found} == {None: 14 + 1, 2000: 40 - 1, 2001: 26, 2002: 40}


class TestWhatCountsNoPersons:
    """Places are no persons, and are not told apart by who lives there: a single citizen would show."""

    ASKED = (
        {"measures": ["bydel.antal"], "dimensions": ["bydel.navn", "borger.koen"]},
        {"measures": ["bydel.antal"], "dimensions": ["bydel.navn", "borger.postnr"]},
        {"measures": ["bydel.antal"], "dimensions": ["bydel.navn", "sag.borgerens_postnr"]},
        {"measures": ["bydel.antal"], "segments": ["borger.kvinder"]},
        {"measures": ["bydel.antal"], "filters": [{"member": "borger.koen", "operator": "equals", "values": ["k"]}]},
        {"measures": ["bydel.antal"], "filters": [{"member": "borger.postnr", "operator": "notSet"}]},
        {"dimensions": ["bydel.navn"], "filters": [{"member": "borger.koen", "operator": "equals", "values": ["k"]}]},
        {"dimensions": ["bydel.navn"], "segments": ["borger.kvinder"]},
        {"measures": ["bydel.huse"], "dimensions": ["borger.koen"]},
    )

    @pytest.mark.parametrize("asked", ASKED)
    def test_they_are_not_told_apart_by_persons(self, service: Service, asked: dict[str, Any]) -> None:
        assert rows_of(ask(service, OPEN, **asked)) or asked["filters"][0]["operator"] == "notSet"
        with pytest.raises(DeniedError) as refused:
            ask(service, PROTECTED, **asked)
        assert refused.value.code == "A308"

    def test_they_are_told_beside_persons_that_are_counted(self, service: Service) -> None:
        asked: dict[str, Any] = {"measures": ["borger.antal", "bydel.huse"], "dimensions": ["bydel.navn"]}
        assert by(rows_of(ask(service, PROTECTED, **asked)), "navn")[("Nord",)] == {
            "navn": "Nord",
            "antal": 20,
            "huse": 10,
        }


class TestTheShippedServices:
    """Services are had where somebody lives: the demo's `konsulent` is told no place of the protected."""

    HIDDEN = "SELECT count(*) FROM ydelse JOIN borger USING (borger_id) WHERE adressebeskyttelse"
    PLACES = ("bopaelskommune_kommune", "bopaelskommune_region", "handlekommune_region")

    def asked(self, who: str, **query: Any) -> list[dict[str, Any]]:
        demo = demo_service("demo")
        governed = replace(demo, policies=load_policies(PROJECT / "access_policies", demo.generation.model))
        principal = next(one for one in read_demo_principals(PROJECT / "access_policies") if one.subject == who)
        return rows_of(
            collect(
                answer(
                    parse_query({"measures": ["ydelser.antal_ydelser"], **query}, default_limit=100),
                    principal,
                    governed,
                )
            )
        )

    @pytest.mark.parametrize("place", PLACES)
    def test_the_protected_are_in_no_place(self, place: str) -> None:
        _, ((hidden,),) = world("demo").oracle(self.HIDDEN)
        unknown = {"member": f"ydelser.{place}", "operator": "notSet"}
        assert self.asked("konsulent", filters=[unknown]) == [{"antal_ydelser": hidden}]
        assert self.asked("direktion", filters=[unknown]) == [{"antal_ydelser": 0}]
        shown = by(self.asked("konsulent", dimensions=[f"ydelser.{place}"]), place)
        assert shown[(None,)]["antal_ydelser"] == hidden
