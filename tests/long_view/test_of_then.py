"""The long view as of a day: figures of that day, each as asked alone; and what cannot be answered refuses no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from semantic.access.principal import OPERATOR
from semantic.audit.asked import Asked as Recording
from semantic.audit.auditor import SILENT
from semantic.errors import ServiceError, UnsupportedError
from semantic.long_view.question import LongQuestion
from semantic.long_view.series import series_of
from semantic.pipeline import answer
from semantic.query import Query
from tests.long_view.test_values import PEOPLE, Row, asked, governed, rows, singly
from tests.server.postgres.sql.asked import ask
from tests.small_model import small_model
from tests.worlds import world

DAY = "2025-08-31"
PAID = "noegletal-021"
OF_PAID = LongQuestion(frozenset({PAID}), as_of=DAY)
BY_HAND = "SELECT enhed, date_trunc('month', dag)::DATE, sum(beloeb) FROM udbetaling WHERE {} GROUP BY 1, 2"


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("day", [DAY, "2025-09-29", "2025-08-30", "2025-10-01"])
def test_every_figure_is_that_of_the_question_asked_alone_as_of_the_day(day: str, name: str) -> None:
    who = PEOPLE[name]
    alone: list[Row] = []
    refused: list[ServiceError] = []
    for one in series_of(governed().visible(who)):
        try:
            found = singly(one, who, day)
        except ServiceError as error:
            refused += [error] if isinstance(error, UnsupportedError) else []
            found = []
        alone += [(one.record.id, one.kind, *row) for row in found if row[1] >= one.record.valid_from]
    if refused and not alone:
        with pytest.raises(UnsupportedError) as told:
            asked(LongQuestion(as_of=day), who)
        assert told.value.problems == refused[0].problems
        return
    found = asked(LongQuestion(as_of=day), who)
    whole = rows(found, "noegletal", "enhed_type", "enhed", "periode", "vaerdi", "status")
    assert sorted(whole, key=str) == sorted(alone, key=str)
    assert sum("kan ikke opgøres" in note for note in found.stamp.notes) == len(refused)


@pytest.mark.parametrize(("name", "whose"), [("direktion", "true"), ("enhedsleder", "enhed = 'E05'")])
def test_the_figures_are_those_of_the_load(name: str, whose: str) -> None:
    """Of the first load, and not of what corrected it; a period that begins after the day is not there yet."""
    _, by_hand = world("demo").oracle(BY_HAND.format(f"indlaesning = 6 AND {whose}"))
    found = asked(OF_PAID, PEOPLE[name])
    assert sorted(rows(found, "enhed", "periode", "vaerdi"), key=str) == sorted(map(tuple, by_hand), key=str)
    assert set(rows(found, "opgjort_pr", "dataversion")) == {(date(2025, 8, 31), 6)}


def test_periods_in_words_count_from_the_day() -> None:
    words = replace(OF_PAID, date_range="this month")
    assert {row[3] for row in rows(asked(words, PEOPLE["direktion"]))} == {date(2025, 8, 1)}
    between = replace(words, as_of="2025-09-15")  # the last complete load by then is that of August
    assert rows(asked(between, PEOPLE["direktion"])) == rows(asked(words, PEOPLE["direktion"]))


def test_a_day_opens_nothing() -> None:
    """Of a name that is hidden the same is told as of one that nobody gave, whatever the day."""
    for day in (DAY, "2020-01-01", "2030-01-01"):
        hidden, absent = (
            asked(LongQuestion(frozenset({one}), as_of=day), PEOPLE["offentlig"]) for one in (PAID, "noegletal-999")
        )
        assert rows(hidden) == rows(absent) == []
        assert [note.replace(PAID, "noegletal-999") for note in hidden.stamp.notes] == list(absent.stamp.notes)
        assert absent.stamp.notes == ("Intet nøgletal 'noegletal-999'",)
        assert hidden.stamp.as_of == absent.stamp.as_of


SPELLED = [
    ("select enhed, vaerdi from noegletal_vaerdier where {day} and {id}", {}),
    ("select enhed, vaerdi from noegletal_vaerdier where {id}", {"nogletal.as_of": DAY}),
    ("select enhed, vaerdi from noegletal_vaerdier v where (v.{day}) and {id}", {"nogletal.as_of": "2025-09-30"}),
    ("select enhed, vaerdi from noegletal_vaerdier where date '2025-08-31' = opgjort_pr and {id}", {}),
    ("select enhed, vaerdi from noegletal_vaerdier where opgjort_pr = timestamp '2025-08-31 00:00:00' and {id}", {}),
    ("select enhed, vaerdi from (select * from noegletal_vaerdier) t where {day} and {id}", {}),
    ("select enhed, vaerdi from (select * from noegletal_vaerdier where {id}) t where {day}", {}),
    ("with v as (select enhed, vaerdi, opgjort_pr as dag, noegletal from noegletal_vaerdier) "
     "select enhed, vaerdi from v where dag = date '2025-08-31' and {id}", {}),
    ("select e, v from (select noegletal, enhed, vaerdi, opgjort_pr from noegletal_vaerdier) as t (noegletal, e, v) "
     "where {day} and {id}", {}),
    ("select enhed, vaerdi from (select enhed, upper(noegletal) as n, vaerdi, opgjort_pr from noegletal_vaerdier) t "
     "where {day} and n = 'NOEGLETAL-021'", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "settings"), SPELLED)
def test_the_day_is_asked_as_of_wherever_it_is_tested(text: str, settings: dict[str, str]) -> None:
    spelled = text.format(day="opgjort_pr = date '2025-08-31'", id=f"noegletal = '{PAID}'")
    heard = ask(governed(), spelled, principal=PEOPLE["direktion"], settings=settings)
    wanted = rows(asked(OF_PAID, PEOPLE["direktion"]), "enhed", "vaerdi")
    assert sorted(heard.rows, key=str) == sorted(wanted, key=str), heard.problems
    assert len(wanted) > 20


def test_a_subquery_has_a_day_of_its_own() -> None:
    """The long view is of today, and is cut to the units that were paid as of the day."""
    paid = "select u.enhed from udbetaling u where u.opgjort_pr = date '2025-08-31' and u.dag > date '2025-08-01'"
    text = f"select max(periode), count(*) from noegletal_vaerdier where noegletal = '{PAID}' and enhed in ({paid})"
    heard = ask(governed(), text, principal=PEOPLE["enhedsleder"])
    assert heard.rows == ((date(2025, 9, 1), 4),), heard.problems


def test_the_day_may_be_a_parameter() -> None:
    text = f"select count(*) from noegletal_vaerdier where opgjort_pr = $1 and noegletal = '{PAID}'"
    assert ask(governed(), text, ("2025-08-31",), PEOPLE["enhedsleder"]).rows == ((3,),)
    assert ask(governed(), text, ("2025-09-30",), PEOPLE["enhedsleder"]).rows == ((4,),)
    assert ask(governed(), text, ("2025-08-30",), PEOPLE["enhedsleder"]).problems[0].code == "U416"


@pytest.mark.parametrize("view", ["noegletal_vaerdier", "noegletal_nedbrydning"])
@pytest.mark.parametrize(
    "test",
    [
        "opgjort_pr < date '2025-08-31'", "opgjort_pr in ('2025-08-31')", "not opgjort_pr = '2025-08-31'",
        "opgjort_pr = '2025-08-31' or status = 'normal'", "opgjort_pr is not null", "opgjort_pr = null",
        "opgjort_pr = '2025-08-31' and opgjort_pr = '2025-09-30'",
    ],
)  # fmt: skip
def test_no_other_test_of_the_day_is_served(test: str, view: str) -> None:
    said = "noegletal = 'udbetaling.antal' and opdeling = 'udbetaling.enhed' and" if "nedbrydning" in view else ""
    refusal = ask(governed(), f"select vaerdi from {view} where {said} {test}", principal=PEOPLE["direktion"]).refusal
    assert refusal is not None
    assert refusal[:2] == ("U450", "0A000")


def test_what_is_cut_or_counted_is_asked_before_what_is_above_it() -> None:
    """A window is over the rows that there are where it stands, and not over those that are kept above."""
    # No window goes over the hidden cells of those who came to teaching apart and who left it.
    ids = governed().generation.model.noegletal.keys() - {"noegletal-703", "noegletal-704"}
    open_ids = ", ".join(f"'{one}'" for one in sorted(ids))
    ranked = (
        "select noegletal, enhed, rank() over (order by vaerdi) as nr from noegletal_vaerdier where periode = '{}'"
        f" and noegletal in ({open_ids})"
    )
    text = f"select count(*) from ({ranked.format('2025-08-01')}) t where noegletal = '{PAID}' and nr > 200"
    whole = ask(governed(), ranked.format("2025-08-01"), principal=PEOPLE["direktion"]).rows
    kept = [row for row in whole if row[0] == PAID and row[2] > 200]
    assert kept
    assert ask(governed(), text, principal=PEOPLE["direktion"]).rows == ((len(kept),),)


REFUSED = """
cubes:
  - name: sag
    sql_table: main.sag
    dimensions:
      - {name: enhed, sql: enhed, type: string}
      - {name: aar, sql: aar, type: number, conformed: aar}
    measures:
      - {name: antal, type: count}
      - {name: pr_indbygger, type: ratio, numerator: antal, denominator: folk.antal, decimals: 2}
  - name: folk
    sql_table: main.folk
    dimensions: [{name: aar, sql: aar, type: number, conformed: aar}]
    measures: [{name: antal, type: sum, sql: antal}]
noegletal:
"""
RECORD = (
    "  - {{id: {0}, measure: sag.{1}, title: {2}, theme: A, definition: A, taeller: A, owner: A, data_area: A, "
    "status: kladde, version: '1', valid_from: 2020-01-01, level: Å, units: {{enhed: sag.enhed}}, period: sag.aar}}\n"
)


def test_a_nøgletal_that_cannot_be_answered_refuses_no_other(tmp_path: Path) -> None:
    """The inhabitants have no unit: per unit there is no such quotient (U410)."""
    model = REFUSED + RECORD.format("a", "pr_indbygger", "Pr. indbygger") + RECORD.format("b", "antal", "Antal")
    data = """CREATE TABLE folk AS SELECT 2024 AS aar, 8 AS antal;
              CREATE TABLE sag AS SELECT unnest(['A', 'A', 'B']) AS enhed, 2024 AS aar"""
    heard: list[Recording] = []

    class Listening:
        def opened(self, record: Recording) -> Any:
            heard.append(record)
            return SILENT.opened(record)

    with small_model(tmp_path, model, data) as plain:
        service = replace(plain, auditor=Listening())
        found = asked(LongQuestion(), OPERATOR, service)
        assert rows(found, "noegletal", "enhed", "vaerdi") == [("b", "A", 2), ("b", "B", 1)]
        assert found.stamp.notes == ("Pr. indbygger: kan ikke opgøres pr. enhed (U410)",)
        assert [one.codes for one in heard] == [("U410",), ()]
        with pytest.raises(UnsupportedError) as alone:
            asked(LongQuestion(frozenset({"a"})), OPERATOR, service)
        with pytest.raises(UnsupportedError) as plainly:
            answer(Query(("sag.pr_indbygger",), ("sag.enhed", "sag.aar")), OPERATOR, service)
        assert alone.value.problems == plainly.value.problems
        assert [one.codes for one in heard[2:]] == [("U410",), ("U410",)]  # each refusal once
        assert rows(asked(LongQuestion(frozenset({"b"})), OPERATOR, service), "noegletal") == [("b",), ("b",)]
