"""The rows of `noegletal_vaerdier`: figures by hand, the same as asked singly, and of nobody who may not see them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.audit.asked import Asked as Recording
from semantic.audit.auditor import SILENT
from semantic.errors import ServiceError
from semantic.long_answer import answer_long, prepare_long
from semantic.long_view.columns import LONG_VIEW
from semantic.long_view.question import LongQuestion
from semantic.long_view.series import Series, series_of
from semantic.model.model import STATUS_SUFFIX
from semantic.pipeline import Service, answer
from semantic.query import Query, TimeDimension
from semantic.result import Collected, collect
from server.authenticate import read_demo_principals
from tests.worlds import PROJECT, service, world

POLICIES = PROJECT / "access_policies"
PEOPLE = {one.subject: one for one in read_demo_principals(POLICIES)}
SHOWN = ("noegletal", "enhed_type", "enhed", "periode", "vaerdi", "taeller", "naevner", "status")
OPEN_PUBLIC = frozenset({"noegletal-001"})
ACCOUNTS = {f"noegletal-0{number}" for number in ("09", "10", "11", "12", "13")}  # invented, of whole kommuner
Row = tuple[Any, ...]

# Each nøgletal by hand: enhed, periode, over the line, under it, what the quotient is times, decimals.
BY_HAND = {
    ("noegletal-001", "kommune"): """
        SELECT k.kommune, make_date(r.aar, 1, 1), sum(r.udgift_kr), any_value(i.folketal), 1, 1
        FROM regnskab r JOIN kommuner k USING (kommunekode) JOIN indbyggere i USING (kommunekode, aar)
        GROUP BY 1, r.aar""",
    ("noegletal-002", "kommune"): """
        SELECT k.kommune, maaned, sum(t.udgift_kr), sum(t.helaarsmodtagere), 1, 0
        FROM kommunetal t JOIN kommuner k USING (kommunekode) WHERE maaned >= DATE '2023-01-01' GROUP BY 1, 2""",
    ("noegletal-004", "enhed"): """
        WITH last AS (SELECT enhed, sagstype, date_trunc('month', optalt)::DATE AS m, max(optalt) AS optalt
                      FROM beholdning WHERE optalt BETWEEN DATE '2023-01-01' AND DATE '2025-09-30' GROUP BY 1, 2, 3)
        SELECT enhed, m, sum(antal_venter), sum(antal_sager), 100, 1
        FROM beholdning JOIN last USING (enhed, sagstype, optalt) GROUP BY 1, 2""",
    ("noegletal-006", "enhed"): """
        SELECT enhed, date_trunc('month', afgjort)::DATE, count(*) FILTER (afgjort <= frist), count(frist), 100, 1
        FROM afgoerelse WHERE afgjort >= DATE '2023-01-01' GROUP BY 1, 2""",
}  # fmt: skip


@cache
def governed() -> Service:
    """The demo under the policies that are shipped."""
    demo = service("demo")
    return replace(demo, policies=load_policies(POLICIES, demo.generation.model))


def asked(question: LongQuestion, who: Principal, over: Service | None = None) -> Collected:
    return collect(answer_long(question, who, over or governed()))


def rows(found: Collected, *names: str) -> list[Row]:
    columns = [found.table[f"{LONG_VIEW}.{name}"].to_pylist() for name in names or SHOWN]
    return list(zip(*columns, strict=True))


@pytest.mark.parametrize("name", ["governance", "offentlig", "udvalg", "lokaladmin_varde"])
def test_who_may_not_see_it_has_no_row_of_it(name: str) -> None:
    found = asked(LongQuestion(), PEOPLE[name])
    assert {row[0] for row in rows(found)} <= (
        set() if name == "governance" else OPEN_PUBLIC | (ACCOUNTS if name in ("offentlig", "udvalg") else set())
    )


def test_hidden_and_absent_look_alike() -> None:
    """The public knows nothing of decisions, and hears the same of them as of a name that nobody gave."""
    heard = [
        (rows(found), [note.replace(one, "N") for note in found.stamp.notes], found.stamp.scope, found.stamp.as_of)
        for one in ("noegletal-006", "x")
        for found in (asked(LongQuestion(frozenset({one})), PEOPLE["offentlig"]),)
    ]
    assert heard[0] == heard[1] == ([], ["Intet nøgletal 'N'"], "ingen rækker", heard[0][3])


def test_what_is_known_of_and_denied_has_no_rows_and_says_so() -> None:
    """As asked alone, it would be refused; among others it is left out, with a note by the name that may be known."""
    found = asked(LongQuestion(frozenset({"noegletal-006"})), PEOPLE["udvalg"])
    assert rows(found) == []
    assert found.stamp.notes == ("Afgørelser truffet inden fristen: vises ikke pr. enhed for den, der spørger",)
    with pytest.raises(ServiceError) as denied:
        answer(Query(("afgoerelse.fristoverholdelse",), ("afgoerelse.enhed",)), PEOPLE["udvalg"], governed())
    assert denied.value.code == "A305"


@pytest.mark.parametrize("which", BY_HAND)
def test_the_figures_are_those_of_sql_by_hand(which: tuple[str, str]) -> None:
    _, expected = world("demo").oracle(BY_HAND[which])
    wanted = {(str(unit), day): row for unit, day, *row in expected}
    found = rows(asked(LongQuestion(frozenset({which[0]}), frozenset({which[1]})), PEOPLE["direktion"]))
    known = [row for row in found if row[2] is not None]
    assert len(known) > 300
    assert {(row[2], row[3]) for row in known} == {key for key in wanted if key[0] != "None"}
    for _, _, unit, day, value, over, under, status in known:
        above, below, times, decimals = wanted[unit, day]
        assert (over, under) == (_rounded(above, 0), _rounded(below, 1 if which[0] == "noegletal-002" else 0))
        if below:
            assert (status, value) == ("normal", _rounded(Decimal(times) * Decimal(above) / Decimal(below), decimals))
        else:
            assert (status, value) == ("nul_naevner", None)


def _rounded(value: Any, places: int) -> Decimal:
    """Half away from zero."""
    exact = Decimal(value)
    return (abs(exact) + Decimal(5).scaleb(-places - 1)).quantize(Decimal(1).scaleb(-places), "ROUND_DOWN") * (
        1 if exact >= 0 else -1
    )


def singly(one: Series, who: Principal, as_of: str | None = None) -> list[Row]:
    """The nøgletal asked alone: rows of unit, period, value and status."""
    value = one.record.measure
    measures = (value, f"{value}{STATUS_SUFFIX}")
    if one.in_years:
        query = Query(measures, (one.unit, one.period), as_of=as_of)
    else:
        last = (as_of or "2025-09-30") if one.of_spells else "9998-12-31"
        words = (one.record.valid_from.isoformat(), last)
        query = Query(measures, (one.unit,), (TimeDimension(one.period, one.grain, words),), as_of=as_of)
    table = collect(answer(query, who, governed())).table
    found = zip(*(table[name].to_pylist() for name in (one.unit, one.period_column, *measures)), strict=True)
    days = [(unit, date(day, 1, 1) if one.in_years else day, value, status) for unit, day, value, status in found]
    return [(u, getattr(d, "date", lambda d=d: d)(), *rest) for u, d, *rest in days if d is not None]


@pytest.mark.parametrize("name", PEOPLE)
def test_every_figure_is_that_of_the_question_asked_alone(name: str) -> None:
    who = PEOPLE[name]
    whole = rows(asked(LongQuestion(), who), "noegletal", "enhed_type", "enhed", "periode", "vaerdi", "status")
    alone: list[Row] = []
    for one in series_of(governed().visible(who)):
        try:
            found = singly(one, who)
        except ServiceError as error:
            found = [] if error.code.startswith("A3") else [("refused", date.max, error.code)]
        alone += [(one.record.id, one.kind, *row) for row in found if row[1] >= one.record.valid_from]
    assert sorted((row[:4] for row in whole), key=str) == sorted((row[:4] for row in alone), key=str)
    hidden = {row[:4] for row in whole if row[-1] == "diskretioneret"}  # together more is hidden than alone
    assert {row[:4] for row in alone if row[-1] == "diskretioneret"} <= hidden
    # Who came to teaching apart and who left it are few in small kommuner, for whoever compares them.
    assert name == "konsulent" or {row[0] for row in hidden} <= {"noegletal-703", "noegletal-704"}
    shown = ([row for row in rows_ if row[:4] not in hidden] for rows_ in (whole, alone))
    assert sorted(next(shown), key=str) == sorted(next(shown), key=str)


FILTERS = (
    LongQuestion(units=frozenset({"Varde", "E05", "Center E (voksne)"})),
    LongQuestion(kinds=frozenset({"enhed"}), first=date(2024, 2, 2), last=date(2024, 6, 1)),
    LongQuestion(frozenset({"noegletal-001", "noegletal-007"}), first=date(2022, 1, 1), last=date(2024, 2, 3)),
    LongQuestion(frozenset({"noegletal-003"}), units=frozenset({"Varde"}), last=date(2023, 5, 1)),
    LongQuestion(units=frozenset()),
)


@pytest.mark.parametrize("asking", FILTERS, ids=range(len(FILTERS)))
def test_a_filter_leaves_out_rows_and_changes_none(asking: LongQuestion) -> None:
    """A year that begins before the last day is whole; a share of the country is of the country whatever is asked."""
    whole, part = (rows(asked(one, PEOPLE["direktion"])) for one in (LongQuestion(), asking))

    def is_kept(row: Row) -> bool:
        named = ((asking.ids, row[0]), (asking.kinds, row[1]), (asking.units, row[2]))
        begun = (asking.first is None or row[3] >= asking.first) and (asking.last is None or row[3] <= asking.last)
        return begun and all(names is None or value in names for names, value in named)

    assert part == [row for row in whole if is_kept(row)]
    assert part or asking.units == frozenset()


def test_only_what_is_asked_for_is_computed() -> None:
    """The questions put are those of the nøgletal asked for; those of the same facts are one question."""

    def put(question: LongQuestion) -> list[set[str]]:
        found = prepare_long(question, PEOPLE["direktion"], governed()).batches
        return [{one.record.id for one in batch.series} for batch, _ in found]

    assert put(LongQuestion(frozenset({"noegletal-001"}))) == [{"noegletal-001"}]
    stocks = {"noegletal-004", "noegletal-005"}
    assert put(LongQuestion(frozenset(stocks))) == [stocks, stocks]  # by centre and by unit
    assert put(LongQuestion(frozenset({"x"}))) == []


def test_periods_in_words_count_from_what_the_data_is_complete_to() -> None:
    found = asked(LongQuestion(frozenset({"noegletal-002"}), date_range="last 2 months"), PEOPLE["direktion"])
    assert {row[3] for row in rows(found)} == {date(2025, 8, 1), date(2025, 9, 1)}
    for ids in (None, frozenset({"x"})):
        with pytest.raises(ServiceError) as refused:
            asked(LongQuestion(ids, date_range="last 2 mon"), PEOPLE["direktion"])
        assert refused.value.code == "R210"


def test_the_coverage_is_the_part_of_the_period_with_data() -> None:
    found = rows(asked(LongQuestion(frozenset({"noegletal-007"})), PEOPLE["direktion"]), "periode", "daekning")
    assert set(found) == {
        (date(2023, 1, 1), 1),
        (date(2024, 1, 1), 1),
        (date(2025, 1, 1), Decimal("0.7479")),
    }  # 273/365


def recorded(who: str, *ids: str, **more: Any) -> list[Recording]:
    """What is recorded where they ask for the nøgletal."""
    heard: list[Recording] = []

    class Listening:
        def opened(self, record: Recording) -> Any:
            heard.append(record)
            return SILENT.opened(record)

    with suppress(ServiceError):
        asked(LongQuestion(frozenset(ids), **more), PEOPLE[who], replace(governed(), auditor=Listening()))
    return heard


def test_each_question_is_recorded() -> None:
    heard = recorded("direktion", "noegletal-001", "noegletal-002")
    assert [(one.subject, one.decision) for one in heard] == [("direktion", "granted")] * 2


def test_what_is_denied_is_recorded_too() -> None:
    """Who asks for what is not theirs hears of it in a note, and it is on record as where it is asked alone."""
    denied, granted = recorded("udvalg", "noegletal-001", "noegletal-002")
    assert (denied.codes, granted.codes) == (("A305",), ())
    assert denied.personal
    assert "kommunetal.udgift_pr_helaarsmodtager" in denied.members


@pytest.mark.parametrize(("more", "code"), [({"date_range": "hvornår"}, "R210"), ({"limit": -1}, "R214")])
def test_what_is_refused_as_a_whole_is_recorded(more: dict[str, Any], code: str) -> None:
    assert [one.codes for one in recorded("direktion", "noegletal-001", **more)] == [(code,)]


def test_rows_are_in_one_order_and_can_be_cut() -> None:
    def cut(limit: int | None, offset: int) -> Iterator[Row]:
        yield from rows(asked(LongQuestion(limit=limit, offset=offset), PEOPLE["enhedsleder"]))

    whole = list(cut(None, 0))
    assert list(cut(7, 390)) == whole[390:397]
    assert [row[0] for row in whole] == sorted(row[0] for row in whole)
