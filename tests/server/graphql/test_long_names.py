"""Names are read up to the length that every interface reads, and told back no longer than a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

LONG = "a" * 300_000
SUFFIXES = "udgift_kr" + "__status" * 2_000
MODEST = "udgift_kr" + "__status" * 20

FIELDS = {
    "a field": ("{ cube { regnskab { NAME } } }", {}),
    "a view": ("{ cube { NAME { aar } } }", {}),
    "an alias": ("{ cube { regnskab { NAME: aar } } }", {}),
    "a grain": ("{ cube { afgoerelse { modtaget { NAME } } } }", {}),
    "a filter": ("{ cube(where: { regnskab: { NAME: { equals: 1 } } }) { regnskab { aar } } }", {}),
    "an operator": ("{ cube(where: { regnskab: { aar: { NAME: 1 } } }) { regnskab { aar } } }", {}),
    "an order": ("{ cube(orderBy: { regnskab: { NAME: asc } }) { regnskab { aar } } }", {}),
    "a filter in a variable": (
        "query ($w: RootWhereInput) { cube(where: $w) { regnskab { aar } } }",
        {"w": {"regnskab": {"NAME": {"equals": 1, "gt": 1}, "OR": [{"NAME": {"equals": 1}}]}}},
    ),
    "a view in a variable": (
        "query ($w: RootWhereInput) { cube(where: $w) { regnskab { aar } } }",
        {"w": {"NAME": {"aar": {"equals": 1}}}},
    ),
    "an operator in a variable": (
        "query ($w: RegnskabWhereInput) { cube { regnskab(where: $w) { aar } } }",
        {"w": {"aar": {"NAME": 1}}},
    ),
    "an order in a variable": (
        "query ($o: [RootOrderByInput!]) { cube(orderBy: $o) { regnskab { aar } } }",
        {"o": [{"regnskab": {"NAME": "desc"}}]},
    ),
    "a segment": ("query ($s: [String!]) { cube(segments: $s) { regnskab { aar } } }", {"s": ["regnskab.NAME"]}),
}


def named(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key.replace("NAME", name): named(one, name) for key, one in value.items()}
    if isinstance(value, list):
        return [named(one, name) for one in value]
    return value.replace("NAME", name) if isinstance(value, str) else value


@pytest.mark.parametrize("name", [LONG, SUFFIXES], ids=["long", "suffixes"])
@pytest.mark.parametrize("place", FIELDS)
def test_a_name_past_the_bound_is_refused_in_few_words(
    place: str, name: str, ask: Callable[..., httpx.Response]
) -> None:
    text, variables = FIELDS[place]
    answer = ask(text.replace("NAME", name), **named(variables, name))
    errors = answer.json()["errors"]
    assert {one["extensions"]["code"] for one in errors} == {"L510"}
    assert len(answer.content) < 20_000


@pytest.mark.parametrize("place", ["a field", "a filter", "an order"])
def test_a_status_has_no_status(place: str, problems: Callable[..., list[tuple[str, str]]]) -> None:
    [(code, message)] = problems(FIELDS[place][0].replace("NAME", MODEST))
    assert (code, message[:32]) == ("R202", "'regnskab' has no member 'udgift")
    assert len(message) < 120


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{ NAME }", "P102"),
        ("{ cube(limit: NAME) { regnskab { aar } } }", "P103"),
        ('{ cube(limit: "NAMENAMENAMENAMENAME") { regnskab { aar } } }', "P103"),
        ("{ cube { regnskab { NAME } } }", "R202"),
    ],
)
def test_what_is_told_back_is_short(text: str, code: str, problems: Callable[..., list[tuple[str, str]]]) -> None:
    [(found, message)] = problems(text.replace("NAME", "x" * 200 if "regnskab { NAME" not in text else "x" * 190))
    assert found == code
    assert len(message) < 500


def test_too_many_orders_and_segments_are_refused_unread(ask: Callable[..., httpx.Response]) -> None:
    for text, given in (
        ("query ($x: [RootOrderByInput!]) { cube(orderBy: $x) { regnskab { aar } } }", [{"regnskab": {"aar": "asc"}}]),
        ("query ($x: [String!]) { cube(segments: $x) { regnskab { aar } } }", ["regnskab.x"]),
    ):
        errors = ask(text, x=given * 201).json()["errors"]
        assert [one["extensions"]["code"] for one in errors] == ["L510"]
