"""A policy whose figures could not be protected is refused; a table of groups says how many persons it is of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from semantic.access.link import link_policies, read_policy
from semantic.access.policies import Policies
from semantic.errors import DefinitionError
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service
from tests.disclosure.world import ask, rows_of
from tests.small_model import small_model

MODEL = """
cubes:
  - name: borger
    sql_table: main.borger
    person_key: id
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true, public: true}
      - {name: bydel, sql: bydel, type: string}
      - {name: ydelser, sub_query: true, sql: "{ydelse.antal}", type: number}
    measures: [{name: antal, type: count}]
  - name: ydelse
    sql_table: main.ydelse
    person_key: borger
    joins: [{name: borger, relationship: many_to_one, sql: "{CUBE}.borger = {borger}.id"}]
    dimensions:
      - {name: nr, sql: nr, type: number, primary_key: true}
      - {name: borger, sql: borger, type: number}
      - {name: art, sql: art, type: string}
    measures: [{name: antal, type: count}]
  - name: klage
    sql_table: main.klage
    joins: [{name: ydelse, relationship: many_to_one, sql: "{CUBE}.ydelse = {ydelse}.nr"}]
    dimensions: [{name: ydelse, sql: ydelse, type: number}]
    measures: [{name: antal, type: count}]
  - name: samlet
    sql_table: main.samlet
    persons: personer
    dimensions: [{name: bydel, sql: bydel, type: string}, {name: art, sql: art, type: string}]
    measures: [{name: personer, type: sum, sql: personer}, {name: kr, type: sum, sql: kr}]
"""
ROWS = """
    CREATE TABLE borger (id INTEGER, bydel VARCHAR); CREATE TABLE ydelse (nr INTEGER, borger INTEGER, art VARCHAR);
    CREATE TABLE klage (ydelse INTEGER);
    CREATE TABLE samlet AS SELECT * FROM (VALUES
        ('N', 'a', 20, 9000.0::DECIMAL(9, 1)), ('N', 'b', 12, 800), ('S', 'a', 3, 70), ('S', 'b', 30, 50),
        ('V', 'a', 8, 40), ('V', 'b', 40, 60)) AS t(bydel, art, personer, kr);
"""
ROLE = """
roles:
  - name: tvaers
    title: Tværs
    niveau: taktisk
    formaal: Prøve
    hjemmel: Prøve
    ejer: Prøve
    godkendt_af: Prøve
    gyldig_til: 9999-12-31
    naeste_gennemgang: 9999-01-01
    grants:
      - name: alle
        reason: Prøve
        tier: threshold
"""


def policies(rest: str) -> Policies:
    return link_policies([read_policy(ROLE + rest, "tvaers.yml")], link([read_text(MODEL, "model.yml")]))


def lines(*keys: str) -> str:
    return "".join(f"        {key}\n" for key in keys)


SOUND = ("members: [borger.bydel, borger.antal, ydelse.art, ydelse.antal]", "open: [borger, ydelse]")
FAULTS = {
    "a person's key": ("members: [borger.id, borger.antal]", "open: [borger]"),
    "the key of a row of a person": ("members: [ydelse.nr, ydelse.antal]", "open: [ydelse]"),
    "what repeats a person's key": ("members: [ydelse.borger, ydelse.antal]", "open: [ydelse]"),
    "a value of each person": ("members: [borger.ydelser, borger.antal]", "open: [borger, ydelse]"),
    "single rows": (*SOUND, "grain: {rows: true}"),
    "nobody to count": ("members: [klage.antal, ydelse.art]", "rows: [{dimension: ydelse.art, values: [a]}]"),
}


def test_a_sound_one_is_taken() -> None:
    found = policies(lines(*SOUND, "thresholds: {persons: 3}")).roles["tvaers"].grants[0].thresholds
    assert found is not None
    assert (found.persons, found.share, found.alike) == (3, 80, 10)


@pytest.mark.parametrize("name", FAULTS)
def test_what_could_not_be_protected_is_refused(name: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        policies(lines(*FAULTS[name]))
    assert {problem.code for problem in caught.value.problems} == {"D699"}


def test_thresholds_without_the_tier_are_refused() -> None:
    text = (ROLE + lines(*SOUND, "thresholds: {persons: 3}")).replace("        tier: threshold\n", "")
    with pytest.raises(DefinitionError) as caught:
        link_policies([read_policy(text, "tvaers.yml")], link([read_text(MODEL, "model.yml")]))
    assert [problem.code for problem in caught.value.problems] == ["D699"]


@pytest.fixture
def service(tmp_path: Path) -> Any:
    with small_model(tmp_path, MODEL, ROWS) as found:
        rest = lines("members: [samlet.*]", "open: [samlet]")
        given = link_policies([read_policy(ROLE + rest, "tvaers.yml")], found.generation.model)
        yield Service(found.generation, given)


def test_a_table_of_groups_says_how_many_persons_there_are(service: Service) -> None:
    found = rows_of(ask(service, "tvaers", measures=["samlet.personer", "samlet.kr"],
                        dimensions=["samlet.bydel", "samlet.art"], subtotals="cube"))  # fmt: skip
    single = {(one["bydel"], one["art"]): one["personer"] for one in found if one["bydel"] and one["art"]}
    assert single == {("N", "a"): 20, ("N", "b"): 12, ("S", "a"): None, ("S", "b"): None, ("V", "a"): None,
                      ("V", "b"): None}  # fmt: skip
    totals = {one["bydel"]: one["personer"] for one in found if one["bydel"] and not one["art"]}
    assert totals == {"N": 32, "S": 33, "V": 48}
