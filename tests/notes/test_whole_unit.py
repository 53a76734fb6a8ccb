"""Whether a figure of a unit is of all its rows: what the policies test says so, and no row is looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from semantic.access.grant import ALL_ROWS, Grant, Thresholds
from semantic.access.principal import Principal
from semantic.long_answer import prepare_long
from semantic.long_view.question import LongQuestion
from semantic.plan.whole_unit import is_whole
from tests.granting import granting
from tests.long_view.test_values import PEOPLE, governed

UNIT, NOW, THEN = "noegletal-006", "centerchef", "enhedsleder"


def whole(who: Principal, noegletal: str, unit: str, kind: str = "enhed") -> bool:
    asked = LongQuestion(frozenset({noegletal}), frozenset({kind}))
    [(batch, one)] = prepare_long(asked, who, governed()).batches
    return is_whole(one.plan, governed().generation.model, batch.series[0].unit, unit)


def manager(role: str, *units: str) -> Principal:
    return Principal("en_leder", (role,), {"organisation": units})


@pytest.mark.parametrize(
    ("who", "noegletal", "unit", "wanted"),
    [
        (PEOPLE["sagsbehandler"], UNIT, "E05", False),  # some of its cases
        (PEOPLE["sagsbehandler"], "noegletal-007", "E05", False),
        (manager(THEN, "E05"), UNIT, "E08", False),
        (manager(THEN, "CB"), UNIT, "E05", False),  # of a centre, as the organisation was on each case's own day
        (manager(THEN, "CB", "E05"), UNIT, "E05", True),
        (manager(THEN, "E05"), UNIT, "E05", True),
        (manager(THEN, "E05"), "noegletal-501", "E05", True),  # employees, as the organisation is now
        (manager(NOW, "CE"), UNIT, "E05", True),
        (manager(NOW, "CE"), "noegletal-501", "E05", True),
        (PEOPLE["direktion"], UNIT, "E05", True),
    ],
)
def test_a_unit_is_whole_where_its_rows_are_told_by_the_unit_alone(
    who: Principal, noegletal: str, unit: str, wanted: bool
) -> None:
    assert whole(who, noegletal, unit) is wanted


def test_a_centre_as_it_was_is_not_told_by_the_units_of_now() -> None:
    assert not whole(manager(NOW, "CE"), "noegletal-005", "Center E (voksne)", "center")
    assert not whole(manager(THEN, "E05"), "noegletal-005", "Center E (voksne)", "center")
    assert whole(PEOPLE["direktion"], "noegletal-005", "Center E (voksne)", "center")


def test_two_roles_give_the_whole_where_one_of_them_does() -> None:
    both = replace(PEOPLE["sagsbehandler"], roles=("sagsbehandler", "enhedsleder"),
                   attributes={"sagsbehandler": "SB0511", "organisation": ("E05",)})  # fmt: skip
    assert whole(both, UNIT, "E05")
    assert not whole(replace(both, attributes={"sagsbehandler": "SB0511", "organisation": ("E08",)}), UNIT, "E05")


def test_a_place_without_those_whose_address_is_secret_is_not_whole() -> None:
    """Under thresholds they are in no place, so that the figure of a kommune is of the others."""
    everything = Grant("alle", "En prøve.", None, default_rows=ALL_ROWS, scope="alle")
    protected = replace(everything, thresholds=Thresholds())
    policies = granting({"alt": (everything,), "beskyttet": (protected,)})
    asked = LongQuestion(frozenset({"noegletal-032"}), frozenset({"kommune"}))
    for role, wanted in (("alt", True), ("beskyttet", False)):
        service = replace(governed(), policies=policies)
        [(batch, one)] = prepare_long(asked, Principal("nogen", (role,)), service).batches
        assert is_whole(one.plan, service.generation.model, batch.series[0].unit, "Varde") is wanted
