"""Who may have the top's members and the listed ones: by what they are chosen is asked for like anything else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from semantic.access.grant import Grant
from semantic.access.principal import Principal
from semantic.access.rows import RowPredicate, Seen
from semantic.errors import ServiceError
from semantic.pipeline import Service, answer, explain
from semantic.predicate import TRUE, Asked, Compare
from semantic.query import Order, Query, Top
from tests.granting import granting
from tests.worlds import service

ASKER = Principal("narrow", ("narrow",))
BY_AMOUNT = Top("udgift.kommune", "udgift.beloeb", 2)


def granted(*members: str) -> Grant:
    return Grant(members[0], "test", frozenset(members), default_rows=TRUE)  # type: ignore[arg-type]


@cache
def narrow(*grants: tuple[str, ...]) -> Service:
    """The world of traps, of which the asker has these members."""
    return replace(service("traps"), policies=granting({"narrow": tuple(granted(*one) for one in grants)}))


def code(query: Query, *grants: tuple[str, ...]) -> str:
    with pytest.raises(ServiceError) as refused:
        list(answer(query, ASKER, narrow(*grants)).batches)
    return " ".join([refused.value.code, refused.value.problems[0].message])


def test_a_measure_that_is_hidden_chooses_nothing() -> None:
    query = Query(measures=("udgift.poster",), dimensions=("udgift.kommune",), top=BY_AMOUNT)
    assert code(query, ("udgift.kommune", "udgift.poster")) == "R202 'udgift' has no member 'beloeb'."
    absent = replace(query, top=replace(BY_AMOUNT, measure="udgift.findes_ikke"))
    assert code(absent, ("udgift.kommune", "udgift.poster")) == "R202 'udgift' has no member 'findes_ikke'."


def test_a_dimension_that_is_hidden_is_not_cut() -> None:
    query = Query(measures=("udgift.beloeb",), top=BY_AMOUNT)
    assert code(query, ("udgift.beloeb",)) == "R202 'udgift' has no member 'kommune'."


def test_no_two_grants_are_mixed_by_a_top() -> None:
    query = Query(measures=("udgift.poster",), dimensions=("udgift.kommune",), top=BY_AMOUNT)
    grants = ("udgift.kommune", "udgift.poster"), ("udgift.kommune", "udgift.beloeb")
    assert code(query, *grants) == "A301 No grant covers this question."
    assert len(list(answer(query, ASKER, narrow((*grants[0], "udgift.beloeb"))).batches)) == 1


def test_what_chooses_is_not_shown_where_it_is_hidden() -> None:
    query = Query(dimensions=("kommune.navn",), top=Top("kommune.navn", "udgift.beloeb", 1))
    cube = service("traps").generation.model.cubes["kommune"]
    seen = narrow((*(f"kommune.{name}" for name in (*cube.dimensions, *cube.measures)), "udgift.beloeb"))
    assert explain(replace(query, top=None), ASKER, seen).sql
    with pytest.raises(ServiceError) as refused:
        explain(query, ASKER, seen)
    assert refused.value.code == "A304"


def test_the_rest_is_no_member_of_its_own() -> None:
    for query in (
        Query(dimensions=("udgift.kommune__rest",)),
        Query(
            measures=("udgift.beloeb",),
            dimensions=("udgift.kommune",),
            top=Top("udgift.kommune__rest", "udgift.beloeb", 1),
        ),
        Query(
            measures=("udgift.beloeb",),
            dimensions=("udgift.kommune",),
            top=Top("udgift.kommune", "udgift.beloeb__status", 1),
        ),
    ):
        assert code(query, ("udgift.kommune", "udgift.beloeb"))[:4] in ("R202", "R203")


def listed(query: Query, *grants: Grant) -> list[object]:
    """The first column of the answer."""
    served = replace(service("traps"), policies=granting({"narrow": grants}))
    return [row for batch in answer(query, ASKER, served).batches for row in batch.column(0).to_pylist()]


def test_members_are_of_the_rows_that_one_may_read() -> None:
    kommune = service("traps").generation.model.cubes["kommune"]
    large: RowPredicate = Compare(Seen(kommune.dimensions["stor"]), "=", True)
    grant = Grant("large", "test", frozenset({"kommune.navn", "udgift.poster"}), {"kommune": large}, TRUE)  # type: ignore[arg-type]
    query = Query(
        measures=("udgift.poster",),
        dimensions=("kommune.navn",),
        where=Asked("udgift.poster", "gte", (0,)),
        order=(Order("kommune.navn"),),
        every=("kommune.navn",),
    )
    assert listed(query, grant) == ["Aalborg", "Zebra", None]


def test_members_that_no_row_has_are_told_to_who_may_ask_for_them() -> None:
    """`udgift.region` only repeats the region's name: who may not ask for that gets the regions of some spending."""
    query = Query(
        measures=("udgift.poster",),
        dimensions=("udgift.region",),
        order=(Order("udgift.region", True),),
        every=("udgift.region",),
    )
    own = ("udgift.region", "udgift.poster")
    assert listed(query, granted(*own)) == ["Nord", "Syd", None]
    assert listed(query, granted(*own, "region.navn")) == ["Nord", "Syd", "Intet", "Hovedstaden", None]
    assert code(query, ("udgift.poster",)) == "R202 'udgift' has no member 'region'."
