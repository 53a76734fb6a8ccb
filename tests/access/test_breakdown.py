"""A breakdown tells whoever asks no more, and nothing else, than the figure asked alone: by its parts, and in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random

import pytest

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.breakdown.answer import answer_breakdown
from semantic.breakdown_query import Breakdown, bare
from semantic.errors import ServiceError
from semantic.model.model import Dimension, Measure
from semantic.pipeline import Service, answer
from semantic.query import Query, TimeDimension
from semantic.result import Collected, collect
from server.authenticate import read_demo_principals
from tests.worlds import PROJECT, service

PEOPLE = {one.subject: one for one in read_demo_principals(PROJECT / "access_policies")}
ASKERS = (
    "direktion",
    "centerchef_voksne",
    "enhedsleder",
    "sagsbehandler",
    "konsulent",
    "analytiker_varde",
    "offentlig",
)
DRAWN, ANSWERED = 600, 20  # at most so many are drawn until so many are answered
HIDDEN = "diskretioneret"
Cells = dict[str | None, str | None]


@cache
def governed() -> Service:
    """The demo under the policies that are shipped."""
    demo = service("demo")
    return replace(demo, policies=load_policies(PROJECT / "access_policies", demo.generation.model))


def drawn(who: Principal, dice: Random) -> Iterator[Breakdown]:
    """Measures that the asker knows of, by a dimension or a time of the same view, most of them in a year."""
    views = [one for one in governed().visible(who).views.values() if not one.is_cube]
    for _ in range(DRAWN):
        view = dice.choice(views)
        named = {f"{view.name}.{name}": one.member for name, one in view.members.items()}
        measures = [name for name, one in named.items() if isinstance(one, Measure)]
        groups = [name for name, one in named.items() if isinstance(one, Dimension) and one.kind != "time"]
        times = [name for name, one in named.items() if isinstance(one, Dimension) and one.kind == "time"]
        if not measures or not groups:
            continue
        time = dice.choice(times) if times else None
        by = f"{time}.quarter" if time and dice.random() < 0.2 else dice.choice(groups)
        yield Breakdown(dice.choice(measures), (by,), time, time and "2024")


def asked_alone(one: Breakdown, by: tuple[str, ...], who: Principal) -> Collected:
    """The figure itself as any question, by its parts or in all."""
    times = [TimeDimension(*name.rsplit(".", 1)) for name in by if name.count(".") > 1]
    ranges = [TimeDimension(one.time, None, one.period)] if one.time and one.period else []
    groups = tuple(name for name in by if name.count(".") < 2)
    query = Query((one.measure, f"{one.measure}__status"), groups, (*times, *ranges))
    return collect(answer(query, who, governed()))


def cells(found: Collected, by: str | None, measure: str) -> Cells:
    """The cells that are shown by the member's words; what is hidden is left out."""
    rows = found.table.to_pylist()
    return {_text(by and row[by]): _number(row[measure]) for row in rows if row[f"{measure}__status"] != HIDDEN}


def _text(cell: object) -> str | None:
    return None if cell is None else str(cell).lower()


def _number(cell: object) -> str | None:
    return None if cell is None else str(Decimal(str(cell)).normalize())


@pytest.mark.parametrize("name", ASKERS)
def test_each_part_and_the_whole_are_the_figure_asked_alone(name: str) -> None:
    """What is answered here is answered alone, too. Periods before the first row are of 0 and have no part."""
    who, told, alike = PEOPLE[name], Counter[str](), 0
    for one in drawn(who, Random(f"20261130 {name}")):
        try:
            found = collect(answer_breakdown(one, who, governed()))
        except ServiceError:
            continue
        *rows, last = [
            dict(zip(map(bare, found.columns), row.values(), strict=True)) for row in found.table.to_pylist()
        ]
        shown = {_text(row["medlem"]): _number(row["vaerdi"]) for row in rows if row["status"] != HIDDEN}
        alone = cells(asked_alone(one, one.by, who), one.by[0], one.measure)
        assert {key: alone[key] for key in shown if key in alone} == shown, one
        assert {alone[key] for key in alone.keys() - {_text(row["medlem"]) for row in rows}} <= {"0"}, one
        whole = asked_alone(one, (), who)
        if last["status"] != HIDDEN and whole.stamp.scope == found.stamp.scope:  # else the parts are of fewer rows
            assert cells(whole, None, one.measure) == {None: _number(last["vaerdi"])}, one
            alike += 1
        told[_checked(rows, last)] += 1
        if told.total() == ANSWERED:
            break
    print(name, dict(told))
    assert told.total() >= ANSWERED / 2
    assert alike >= ANSWERED / 4
    assert told["gaar_op"] >= 3


def _checked(rows: list[dict[str, object]], last: dict[str, object]) -> str:
    """The last row's word, which says whether the contributions add up: as shown to half of a last digit for each."""
    word = str(last["forklaring"])
    known = [Decimal(str(row["bidrag"])) for row in rows if row["bidrag"] is not None]
    if word == "gaar_op":
        value = Decimal(str(last["vaerdi"]))
        assert len(known) == len(rows)
        assert last["rest"] == 0
        assert abs(sum(known, Decimal(0)) - value) <= len(rows) * Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
    elif word in ("ikke_opdelelig", "intet_tal"):
        assert not known
    return word


@pytest.mark.parametrize("name", ["udvalg", "offentlig"])
@pytest.mark.parametrize(
    ("measure", "view"), [("tilflyttede_pr_1000", "flytninger"), ("udgift_pr_0_22_aarig", "doegninstitutioner")]
)
def test_who_may_only_know_of_it_is_told_why_as_of_the_figure_alone(name: str, measure: str, view: str) -> None:
    """What is below the line is open to them: that alone is no reason to ask for fewer members together."""
    one = Breakdown(f"{view}.{measure}", (f"{view}.region",))
    with pytest.raises(ServiceError) as apart:
        answer_breakdown(one, PEOPLE[name], governed())
    with pytest.raises(ServiceError) as alone:
        asked_alone(one, one.by, PEOPLE[name])
    assert apart.value.problems == alone.value.problems
    assert [problem.code for problem in apart.value.problems] == ["A305"]
