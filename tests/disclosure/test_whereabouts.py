"""Where somebody lives whose address is protected: told without thresholds, and by no question under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from semantic.access.grant import ALL_ROWS, FinestGrain, Grant, Thresholds
from semantic.access.link import load_policies
from semantic.cube_query import parse_query
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
    measures: [{name: antal, type: count}]
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
      - {name: beskyttet, sql: beskyttet, type: boolean}
    measures: [{name: antal, type: count}]
views:
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


def test_what_says_no_place_is_as_it_is(service: Service) -> None:
    found = by(rows_of(ask(service, PROTECTED, measures=["borgere.antal"], dimensions=["borgere.koen"])), "koen")
    assert found[("k",)]["antal"] == found[("m",)]["antal"] == 30


def test_places_without_persons_are_as_they_are(service: Service) -> None:
    found = rows_of(ask(service, PROTECTED, measures=["bydel.antal"], dimensions=["bydel.navn"]))
    assert {one["navn"] for one in found} == {"Nord", "Syd", "Vest"}


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
