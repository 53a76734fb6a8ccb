"""Rows in words, and which of two rules leaves more."""

from __future__ import annotations

import pytest

from semantic.access.documents import RowsDocument
from semantic.access.rules import Rules
from semantic.review.same import canonical, direction
from semantic.review.words import rows_in_words
from tests.semantic.review.sides import as_it_is

LOV, ENHED = "ydelse.lov", "ydelse.enhed"


def rule(*tests: dict[str, object]) -> object:
    rules = Rules(as_it_is().model, frozenset({"ansvarlig_nu"}), {"organisation": "strings", "enhed": "string"})
    return rules.on("ydelse", [RowsDocument.model_validate(one) for one in tests])


WORDS = [
    ([], "alle rækker"),
    ([{"dimension": LOV, "values": ["serviceloven"]}], "ydelse.lov er serviceloven"),
    ([{"dimension": LOV, "values": ["b", "a"]}], "ydelse.lov er en af a, b"),
    ([{"dimension": LOV, "operator": "notEquals", "values": ["a"]}], "ydelse.lov er ikke a"),
    ([{"dimension": LOV, "operator": "set"}], "ydelse.lov er udfyldt"),
    ([{"dimension": LOV, "operator": "notSet"}], "ydelse.lov er tom"),
    ([{"dimension": LOV, "operator": "startsWith", "values": ["b"]}], "ydelse.lov begynder med b"),
    ([{"dimension": "ydelse.handlekommune", "operator": "gte", "values": [500]}], "ydelse.handlekommune er mindst 500"),
    ([{"dimension": ENHED, "attribute": "enhed"}], "ydelse.enhed er {enhed}"),
    ([{"under": "organisation.enheder", "attribute": "organisation"}],
     "organisation.enheder under {organisation} (via ansvarlig_nu)"),
    ([{"under": "organisation.enheder", "values": ["CE"]}, {"dimension": LOV, "values": ["a"]}],
     "organisation.enheder under CE (via ansvarlig_nu) og ydelse.lov er a"),
    ([{"any": [{"dimension": LOV, "values": ["a"]}, {"dimension": ENHED, "values": ["b"]}]},
      {"dimension": "ydelse.team", "values": ["t"]}], "(ydelse.enhed er b eller ydelse.lov er a) og ydelse.team er t"),
    ([{"none": [{"dimension": LOV, "values": ["a"]}, {"dimension": ENHED, "values": ["b"]}]}],
     "ikke (ydelse.enhed er b eller ydelse.lov er a)"),
]  # fmt: skip


@pytest.mark.parametrize(("tests", "words"), WORDS)
def test_rows_are_said_in_words(tests: list[dict[str, object]], words: str) -> None:
    assert rows_in_words(rule(*tests), as_it_is().model) == words  # type: ignore[arg-type]


def is_(name: str, *values: str) -> dict[str, object]:
    return {"dimension": name, "values": list(values)}


DIRECTIONS = [
    ([is_(LOV, "a")], [], "mere"),
    ([is_(LOV, "a")], [is_(LOV, "a", "b")], "mere"),
    ([is_(LOV, "a"), is_(ENHED, "e")], [is_(LOV, "a")], "mere"),
    ([is_(LOV, "a")], [{"any": [is_(LOV, "a"), is_(ENHED, "e")]}], "mere"),
    ([{"none": [is_(LOV, "a", "b")]}], [{"none": [is_(LOV, "a")]}], "mere"),
    ([is_(LOV, "a")], [is_(LOV, "b")], "andet"),
    ([is_(LOV, "a")], [is_(ENHED, "a")], "andet"),
]


@pytest.mark.parametrize(("old", "new", "way"), DIRECTIONS)
def test_which_leaves_more(old: list[dict[str, object]], new: list[dict[str, object]], way: str) -> None:
    opposite = {"mere": "mindre", "andet": "andet"}
    assert direction(rule(*old), rule(*new)) == way  # type: ignore[arg-type]
    assert direction(rule(*new), rule(*old)) == opposite[way]  # type: ignore[arg-type]
    assert direction(None, rule(*new)) == "mere"  # type: ignore[arg-type]


SAME = [
    ([is_(LOV, "a", "b")], [is_(LOV, "b", "a")]),
    ([is_(LOV, "a"), is_(ENHED, "e")], [{"all": [is_(ENHED, "e"), is_(LOV, "a")]}]),
    ([{"any": [is_(LOV, "a"), is_(LOV, "b")]}], [is_(LOV, "a", "b")]),
    ([is_(LOV, "a")], [{"any": [{"all": [is_(LOV, "a")]}]}]),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_wordings_of_the_same_rule_are_the_same(one: list[dict[str, object]], other: list[dict[str, object]]) -> None:
    assert canonical(rule(*one)) == canonical(rule(*other))  # type: ignore[arg-type]
    assert canonical(rule(*one)) != canonical(rule(is_(LOV, "c")))  # type: ignore[arg-type]
