"""A question in lines of Danish: all that cuts the answer, as it was written, and nothing that nobody wrote."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from semantic import filters, in_words
from semantic.breakdown_query import Breakdown
from semantic.cube_query import parse_query
from semantic.in_words import lines_of
from semantic.long_view.question import LongQuestion
from semantic.pipeline import answer
from semantic.predicate import And, Asked, Not, Or
from semantic.query import Query, TimeDimension, Top
from tests.long_view.test_values import PEOPLE, governed

NORD, FEW = Asked("v.enhed", "equals", ("Nord",)), Asked("v.antal", "lt", (5,))


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        (Query(("v.antal",), ("v.enhed",)), ()),
        (Query(where=And((NORD, FEW))), ("Filter: v.enhed er Nord", "Filter: v.antal er under 5")),
        (Query(where=Or((NORD, Not(And((FEW, NORD)))))),
         ("Filter: v.enhed er Nord eller ikke (v.antal er under 5 og v.enhed er Nord)",)),
        (Query(where=Or(())), ("Filter: intet",)),
        (Query(where=Asked("v.enhed", "notSet")), ("Filter: v.enhed er tom",)),
        (Query(where=Asked("v.enhed", "equals", ("Nord", None))), ("Filter: v.enhed er en af Nord, (tom)",)),
        (Query(where=Asked("v.dag", "inDateRange", ("2024-01-01", "2024-03-31"))),
         ("Filter: v.dag er fra og til 2024-01-01, 2024-03-31",)),
        (Query(time_dimensions=(TimeDimension("v.dag", "month", "last 3 months"), TimeDimension("v.slut", "day"))),
         ("Periode: v.dag i last 3 months",)),
        (Query(time_dimensions=(TimeDimension("v.dag", None, ("2024-01-01", "2024-03-31")),)),
         ("Periode: v.dag i 2024-01-01 til 2024-03-31",)),
        (Query(segments=("v.nye", "v.unge")), ("Kun: v.nye, v.unge",)),
        (Query(top=Top("v.enhed", "v.antal", 3)), ("Kun de 3 v.enhed efter v.antal, de øvrige samlet",)),
        (Query(top=Top("v.enhed", "v.antal", 3, descending=False, rest=False)),
         ("Kun de 3 laveste v.enhed efter v.antal",)),
        (Query(limit=0, offset=5, as_of="2025-08-31"),
         ("Højst 0 rækker", "Uden de første 5 rækker", "Som data stod den 2025-08-31")),
        (Query(edition="2025K3"), ("Udgave: 2025K3",)),
    ],
)  # fmt: skip
def test_what_cuts_a_question_is_told(query: Query, lines: tuple[str, ...]) -> None:
    assert lines_of(query) == lines


def test_what_cuts_the_long_view_and_a_breakdown_is_told() -> None:
    long = LongQuestion(frozenset({"b", "a"}), frozenset({"enhed"}), frozenset(), date(2024, 1, 1), date(2024, 5, 1),
                        "2024", 10, 2, "2025-08-31")  # fmt: skip
    assert lines_of(long) == (
        "Nøgletal: a, b", "Enhedstype: enhed", "Enhed: ", "Periode: 2024", "Perioder, der begynder fra 2024-01-01",
        "Perioder, der begynder til 2024-05-01", "Højst 10 rækker", "Uden de første 2 rækker",
        "Som data stod den 2025-08-31",
    )  # fmt: skip
    assert lines_of(LongQuestion()) == ()
    parts = Breakdown("v.antal", ("v.enhed", "v.art"), "v.dag", "2024", "2023", NORD, edition="2025K3")
    assert lines_of(parts) == (
        "v.antal delt efter v.enhed, v.art", "Periode: v.dag i 2024", "Sammenlignet med: 2023",
        "Filter: v.enhed er Nord", "Udgave: 2025K3",
    )  # fmt: skip


def test_every_operator_has_words_and_many_values_are_counted() -> None:
    assert set(in_words.OPERATORS) == set(filters.OPERATORS)
    (line,) = lines_of(Query(where=Asked("v.enhed", "equals", tuple(range(1_000)))))
    assert line == f"Filter: v.enhed er en af {', '.join(map(str, range(20)))} og 980 til"
    (long,) = lines_of(Query(where=Asked("v.enhed", "equals", ("x" * 9_000,))))
    assert len(long) == in_words.MOST_LETTERS


def test_a_field_of_the_question_that_cuts_it_is_not_forgotten() -> None:
    """A new field of Query is either told or stands here, since it leaves no row out."""
    told = {"time_dimensions", "segments", "where", "limit", "offset", "as_of", "edition", "top"}
    shown = {"measures", "dimensions", "order", "default_limit", "total", "timezone", "subtotals", "every",
             "ungrouped", "behind", "unordered", "exact"}  # fmt: skip
    assert {one.name for one in fields(Query)} == told | shown


def test_an_answer_carries_what_was_asked_and_nothing_else() -> None:
    """Not the rows that a policy leaves out, which its scope tells."""
    query = parse_query({"measures": ["afgoerelser.antal_sager"], "limit": 3}, default_limit=None)
    assert answer(query, PEOPLE["enhedsleder"], governed()).asked == ("Højst 3 rækker",)
