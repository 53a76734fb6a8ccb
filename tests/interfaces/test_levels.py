"""One nøgletal at three levels: what the parts of the administration see adds up to what the level above sees."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from semantic.breakdown.figure import figure_of
from semantic.model.model import Aggregation, Formula, Measure, MeasureRef
from tests.access.ask import Said, said
from tests.access.test_demo_roles import principal, served
from tests.interfaces.clients.answers import Client
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.rest import RestClient
from tests.interfaces.clients.sql import SqlClient
from tests.interfaces.test_organisation_totals import governed
from tests.worlds import world

STRATEGIC, TACTICAL, OPERATIONAL = "direktion", "centerchef_voksne", "enhedsleder"
CLIENTS: tuple[Client, ...] = (RestClient(), GraphqlClient(), CliClient(), SqlClient())
OF_THE_CENTRE = "SELECT enhed_id FROM organisation WHERE center_id = 'CE' AND niveau = 'enhed' AND gyldig_til IS NULL"
OWN = "E05"


def test_the_centre_has_the_units_that_its_head_sees() -> None:
    assert {"E05"} < units() < {row[0] for row in asked(STRATEGIC, "ydelser.antal_ydelser", by="ydelser.enhed").rows}


@cache
def units() -> frozenset[str]:
    [*rows] = world("demo").oracle(OF_THE_CENTRE)[1]
    return frozenset(row[0] for row in rows)


@cache
def asked(who: str, name: str, by: str | None = None) -> Said:
    """Of all time; of what is of a period, this year's."""
    query: dict[str, Any] = {"measures": [name], "dimensions": [by] if by else []}
    found = said(query, principal(who), served())
    if not found.problems:
        return found
    period = {"dimension": f"{name.partition('.')[0]}.periode", "dateRange": ["2025-01-01", "2025-09-30"]}
    return said({**query, "timeDimensions": [period]}, principal(who), served())


def parts() -> Iterator[tuple[str, str]]:
    """Each nøgletal with the name of what it counts, or of what is above and below its line.

    Not of a cohort: who sees a part of the administration may not follow anybody (A306).
    """
    visible = served().visible(principal(STRATEGIC))
    for record in served().generation.model.noegletal.values():
        figure = figure_of(record.measure, visible)
        if figure is None or measure_of(record.measure).type == "cohort":
            continue
        for name in dict.fromkeys((figure.above, figure.below)):
            if name is not None and f"{name.partition('.')[0]}.enhed" in members():
                yield record.id, name


@cache
def members() -> frozenset[str]:
    views = served().visible(principal(OPERATIONAL)).views
    return frozenset(f"{view}.{name}" for view, found in views.items() for name in found.members)


def distinct(measure: Measure) -> bool:
    """Whether one person can be counted in two units."""
    body = measure.body
    if isinstance(body, Aggregation):
        return body.kind == "count_distinct"
    assert isinstance(body, Formula)
    model = served().generation.model
    found = (model.measure(part) if isinstance(part, MeasureRef) else part for part in body.parts)
    return any(part.kind == "count_distinct" if isinstance(part, Aggregation) else distinct(part) for part in found)


def measure_of(name: str) -> Measure:
    view, member = name.split(".")
    found = served().visible(principal(STRATEGIC)).views[view].members[member].member
    assert isinstance(found, Measure)
    return found


def total(found: Said) -> Decimal:
    assert not found.problems, found.problems
    return sum((Decimal(row[-1] or 0) for row in found.rows), Decimal(0))


def of_units(found: Said, chosen: frozenset[str]) -> Decimal:
    assert not found.problems, found.problems
    return sum((Decimal(row[1] or 0) for row in found.rows if row[0] in chosen), Decimal(0))


def near(parts: Decimal, whole: Decimal, found: Said) -> bool:
    """Equal, but for the rounding of each part where what is added is no whole number."""
    decimals = found.columns[-1][-1]
    return parts == whole or decimals > 0 and abs(parts - whole) <= len(found.rows) * Decimal("0.5").scaleb(-decimals)


@cache
def counted() -> tuple[str, ...]:
    """What is counted or summed over rows, each of one unit."""
    return tuple(one for one in dict.fromkeys(name for _, name in parts()) if not distinct(measure_of(one)))


@cache
def of_persons() -> tuple[str, ...]:
    return tuple(one for one in dict.fromkeys(name for _, name in parts()) if distinct(measure_of(one)))


def test_most_of_what_is_by_unit_adds_up() -> None:
    assert len(counted()) > 20
    assert 2 < len(of_persons()) < len(counted())


def test_the_level_below_adds_up_to_the_level_above() -> None:
    for name in counted():
        by = f"{name.partition('.')[0]}.enhed"
        whole, centre, unit = (total(asked(who, name)) for who in (STRATEGIC, TACTICAL, OPERATIONAL))
        above, below = asked(STRATEGIC, name, by), asked(TACTICAL, name, by)
        assert near(total(above), whole, above), name
        assert of_units(above, units()) == total(below), name
        assert near(total(below), centre, below), name
        assert of_units(below, frozenset({OWN})) == unit == total(asked(OPERATIONAL, name, by)), name


def test_of_persons_each_unit_agrees_and_the_parts_may_overlap() -> None:
    """A citizen with help from two units is one of the centre's, and one of each unit's."""
    for name in of_persons():
        by = f"{name.partition('.')[0]}.enhed"
        above, below = asked(STRATEGIC, name, by), asked(TACTICAL, name, by)
        assert {row for row in above.rows if row[0] in units()} == set(below.rows), name
        assert of_units(below, frozenset({OWN})) == total(asked(OPERATIONAL, name)), name
        most = max(of_units(below, frozenset({one})) for one in units())
        assert most <= total(asked(TACTICAL, name)) <= total(below), name


@pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.name)
@pytest.mark.parametrize("name", ["sagsbeholdning.sager", "afgoerelser.antal_afgoerelser", "personale.fratraadte"])
def test_every_interface_says_the_same_of_the_levels(client: Client, name: str) -> None:
    by = f"{name.partition('.')[0]}.enhed"
    query: dict[str, Any] = {"measures": [name]}
    cut: dict[str, Any] = {"filters": [{"member": by, "operator": "equals", "values": sorted(units())}]}
    above, centre = (client.ask(governed(), {**query, **one}, who) for one, who in ((cut, STRATEGIC), ({}, TACTICAL)))
    assert not above.problems
    assert above.rows == centre.rows
    assert Decimal(centre.rows[0][0]) == total(asked(TACTICAL, name))
