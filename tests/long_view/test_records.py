"""What a record says of the long view: faults are told at load, with the record."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from semantic.access.principal import OPERATOR
from semantic.errors import DefinitionError
from semantic.long_view.question import LongQuestion
from semantic.model.link import link
from semantic.model.read import read_text
from tests.long_view.test_values import asked, rows
from tests.small_model import small_model

CUBE = """
cubes:
  - name: sag
    sql_table: main.sag
    dimensions:
      - {name: enhed, sql: enhed, type: string}
      - {name: aar, sql: aar, type: number}
      - {name: dag, sql: dag, type: time}
    measures: [{name: antal, type: count}]
noegletal:
  - {id: a, measure: sag.antal, title: A, theme: A, definition: A, taeller: A, owner: A, data_area: A, status: kladde,
     version: "1", valid_from: 2020-01-01, level: LEVEL, WHERE}
"""


@pytest.mark.parametrize(
    ("level", "where", "message"),
    [
        ("M", "units: {enhed: sag.enhd}, period: sag.dag", "'a' names the dimension 'sag.enhd', which does not exist"),
        ("M", "units: {enhed: sag.antal}, period: sag.dag", "the dimension 'sag.antal', which does not exist"),
        ("M", "units: {enhed: sag.enhed}, period: sag.dage", "the dimension 'sag.dage', which does not exist"),
        ("M", "units: {enhed: sag.enhed}", "'a' has units or a period, but not both"),
        ("M", "period: sag.dag", "'a' has units or a period, but not both"),
        ("M", "units: {enhed: sag.enhed}, period: sag.aar", "'sag.aar' is no time, and so not the months of 'a'"),
        ("Å", "units: {enhed: sag.enhed}, period: sag.enhed", "'sag.enhed' is no time"),
    ],
)
def test_units_and_period_are_dimensions(level: str, where: str, message: str) -> None:
    with pytest.raises(DefinitionError) as faulty:
        link((read_text(CUBE.replace("LEVEL", level).replace("WHERE", where), "sag.yml"),))
    [problem] = faulty.value.problems
    assert (problem.code, message in problem.message) == ("D649", True)
    assert problem.at is not None


@pytest.mark.parametrize(("level", "period"), [("M", "dag"), ("Å", "dag"), ("Å", "aar")])
def test_what_fits_is_taken(level: str, period: str) -> None:
    text = CUBE.replace("LEVEL", level).replace("WHERE", f"units: {{enhed: sag.enhed}}, period: sag.{period}")
    assert link((read_text(text, "sag.yml"),)).noegletal["a"].units == {"enhed": "sag.enhed"}


HALF = """
cubes:
  - name: sag
    sql_table: main.sag
    dimensions:
      - {name: enhed, sql: enhed, type: string}
      - {name: aar, sql: aar, type: number, conformed: aar}
    measures:
      - {name: antal, type: count}
      - name: pr_indbygger
        type: ratio
        numerator: antal
        denominator: folk.antal
        constant_over: [enhed]
        decimals: 2
  - name: folk
    sql_table: main.folk
    dimensions: [{name: aar, sql: aar, type: number, conformed: aar}]
    measures: [{name: antal, type: sum, sql: antal}]
noegletal:
  - {id: a, measure: sag.pr_indbygger, title: A, theme: A, definition: A, taeller: A, owner: A, data_area: A,
     status: kladde, version: "1", valid_from: 2020-01-01, level: Å, units: {enhed: sag.enhed}, period: sag.aar}
"""


def test_a_denominator_that_does_not_know_the_unit_is_empty(tmp_path: Path) -> None:
    """It is constant over the units: beside one of them it would be of all."""
    data = """CREATE TABLE folk AS SELECT 2024 AS aar, 8 AS antal;
              CREATE TABLE sag AS SELECT unnest(['A', 'A', 'B']) AS enhed, 2024 AS aar"""
    with small_model(tmp_path, HALF, data) as service:
        found = rows(asked(LongQuestion(), OPERATOR, service), "enhed", "vaerdi", "taeller", "naevner", "status")
    quarter, eighth = Decimal("0.25"), Decimal("0.13")
    assert found == [("A", quarter, 2, None, "normal"), ("B", eighth, 1, None, "normal")]
