"""Time calculations over random days, against a plain reading of their definitions; and what they refuse."""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semantic.errors import DefinitionError
from semantic.pipeline import Service
from tests.small_model import asked, small_model

MODEL = """
cubes:
  - name: f
    sql_table: main.f
    source: {system: Test, load: f}
    dimensions:
      - {name: k, type: string, sql: "{CUBE}.k"}
      - {name: d, type: time, sql: "{CUBE}.d"}
    measures:
      - name: n
        type: count
        time_calculations: [aatd, aatd_sidste_aar, sidste_aar, rullende_12m, aendring]
      - name: a
        type: sum
        sql: "{CUBE}.a"
        time_calculations: [aatd, aatd_sidste_aar, sidste_aar, rullende_12m, aendring, {name: prognose, method: lineaer}]
      - {name: persons, type: count_distinct, sql: "{CUBE}.p", time_calculations: [aatd, aatd_sidste_aar, sidste_aar, rullende_12m]}
"""  # noqa: E501
AS_OF = [date(2024, 2, 28), date(2024, 2, 29), date(2024, 12, 31), date(2025, 2, 28), date(2025, 8, 15)]
DICE = random.Random(20261129)
Row = tuple[str, date, int, int]  # k, d, a, p
DAYS = [date(2022, 1, 1) + timedelta(day) for day in range(1460)]
ODD = [
    date(2024, 2, 28),
    date(2024, 2, 29),
    date(2025, 2, 28),
    date(2024, 12, 31),
    date(2025, 1, 1),
    date(2023, 12, 31),
]
ROWS: list[Row] = [
    (DICE.choice("xyz"), day, DICE.randint(-50, 50), DICE.randint(1, 9)) for day in (*DICE.sample(DAYS, 80), *ODD, *ODD)
]


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[date, Service]]:
    values = ", ".join(f"('{k}', DATE '{d}', {a}, {p})" for k, d, a, p in ROWS)
    with ExitStack() as stack:
        yield {
            day: stack.enter_context(small_model(tmp_path_factory.mktemp("time"), MODEL, f"""
                CREATE TABLE f AS SELECT * FROM (VALUES {values}) t(k, d, a, p);
                CREATE TABLE load AS
                    SELECT 1 AS number, 'f' AS source, DATE '{day}' AS opgjort_pr, true AS complete"""))
            for day in AS_OF
        }  # fmt: skip


def year_later(day: date) -> date:
    """The same day a year later; the 29th of February is the 28th."""
    return day.replace(year=day.year + 1, day=min(day.day, calendar.monthrange(day.year + 1, day.month)[1]))


STARTS: dict[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(day.weekday()),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
    "year": lambda day: date(day.year, 1, 1),
}
COUNTED: dict[str, Callable[[date, date, date], bool]] = {  # of a row's day, the first day that counts, and the last
    "aatd": lambda day, first, last: day.year == last.year and day <= last,
    "aatd_sidste_aar": lambda day, first, last: year_later(day).year == last.year and year_later(day) <= last,
    "sidste_aar": lambda day, first, last: first <= year_later(day) <= last,
    "rullende_12m": lambda day, first, last: day <= last < year_later(day),
    "own": lambda day, first, last: first <= day <= last,
}


def value(measure: str, calculation: str, rows: list[Row], first: date, last: date) -> int | None:
    found = [row for row in rows if COUNTED[calculation](row[1], first, last)]
    if measure == "n":
        return len(found)
    if measure == "persons":
        return len({row[3] for row in found})
    return sum(row[2] for row in found) if found else None


def reference(name: str, as_of: date, grain: str | None, first: date, last: date, by: bool) -> set[tuple[object, ...]]:
    """(k, period, value) of every period of the range, and of every group that has a row where one is counted."""
    measure, _, calculation = name.partition("__")
    days = [first + timedelta(day) for day in range((last - first).days + 1)]
    periods: dict[date | None, list[date]] = {}
    for day in days:
        periods.setdefault(STARTS[grain](day) if grain else None, []).append(day)
    cells: dict[tuple[str | None, date | None], int | None] = {}
    occurring: set[str] = set()
    for start, held in periods.items():
        end = min(held[-1], as_of)
        for k in "xyz" if by else (None,):
            rows = [row for row in ROWS if k in (None, row[0])]
            parts = ("own", "sidste_aar") if calculation == "aendring" else (calculation,)
            values = [value(measure, part, rows, held[0], end) for part in parts]
            if any(COUNTED[part](row[1], held[0], end) for part in parts for row in rows) and held[0] <= as_of:
                occurring.add(k or "")
            whole = None if held[0] > as_of or None in values else values[0]
            cells[k, start] = whole if whole is None or len(values) == 1 else whole - (values[1] or 0)
    kept = {key: found for key, found in cells.items() if not by or key[0] in occurring}
    return {tuple(part for part, there in zip((k, start, found), (by, grain, True), strict=True) if there)
            for (k, start), found in kept.items()}  # fmt: skip


NAMES = [f"{measure}__{word}" for measure in "na" for word in (*COUNTED, "aendring") if word != "own"]
NAMES += [f"persons__{word}" for word in COUNTED if word != "own"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_it_is_as_a_plain_reading_of_the_days_has_it(services: Mapping[date, Service], data: st.DataObject) -> None:
    name, as_of = data.draw(st.sampled_from(NAMES)), data.draw(st.sampled_from(AS_OF))
    grain, by = data.draw(st.sampled_from([*STARTS, None])), data.draw(st.booleans())
    first = date(2023, 1, 1) + timedelta(data.draw(st.integers(0, 1000)))
    last = first + timedelta(data.draw(st.integers(0, 40 if grain == "day" else 500)))
    if grain is None and name.endswith(("aatd", "aatd_sidste_aar")):
        last = min(last, date(first.year, 12, 31))
    time = {"dimension": "f.d", "dateRange": [str(first), str(last)], **({"granularity": grain} if grain else {})}
    found = asked(services[as_of], measures=[f"f.{name}"], dimensions=["f.k"] if by else [], timeDimensions=[time])
    assert found == reference(name, as_of, grain, first, last, by)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from([2022, 2023, 2024]), st.sampled_from(["n", "a", "persons"]), st.sampled_from(AS_OF[2:]))
def test_to_date_in_december_is_the_year(
    services: Mapping[date, Service], year: int, measure: str, as_of: date
) -> None:
    """And so is the forecast of a year that is over, and what is twelve months back from its end."""
    december = [{"dimension": "f.d", "granularity": "month", "dateRange": f"{year}-12"}]
    whole = [{"dimension": "f.d", "dateRange": str(year)}]
    names = [f"f.{measure}__aatd", f"f.{measure}__rullende_12m", *(["f.a__prognose"] if measure == "a" else [])]
    ((_, *found),) = asked(services[as_of], measures=names, timeDimensions=december)
    ((plain,),) = asked(services[as_of], measures=[f"f.{measure}"], timeDimensions=whole)
    assert set(found) == {plain}


@pytest.mark.parametrize("measure", ["n", "a"])
def test_days_and_months_come_to_the_year(services: Mapping[date, Service], measure: str) -> None:
    sums = set()
    for grain in ("day", "month", "year"):
        time = [{"dimension": "f.d", "granularity": grain, "dateRange": "2025"}]
        found = asked(services[AS_OF[-1]], measures=[f"f.{measure}__sidste_aar"], timeDimensions=time)
        sums.add(sum(row[1] or 0 for row in found))
    assert len(sums) == 1


FAULTY: list[tuple[str, str, str]] = [
    ("{name: n, type: count, time_calculations: [prognose]}", "needs a 'method'", "lineaer or saeson"),
    ("{name: n, type: count, time_calculations: [indeks]}", "needs a 'base'", "the period that is 100"),
    ("{name: n, type: count, time_calculations: [{name: indeks, base: last year}]}", "no period: 'last year'", "2021"),
    ("{name: n, type: count, time_calculations: [{name: aatd, base: 2021}]}", "has no use for 'base'", "Leave it out"),
    ("{name: n, type: count, time_calculations: [aatd, aatd]}", "the time calculation 'aatd' twice", "Keep one"),
    ("{name: n, type: count_distinct, sql: k, time_calculations: [{name: prognose, method: lineaer}]}",
     "no sum or count of rows", "Leave it out"),
    ("{name: n, type: stock, sql: a, time_calculations: [{name: prognose, method: lineaer}]}",
     "no sum or count of rows", "Leave it out"),
    ("{name: n, type: stock, sql: a, time_calculations: [rullende_12m]}", "is of one date", "Leave 'rulle"),
    ("{name: n, type: number, sql: '{a} + 1', time_calculations: [rullende_12m]}", "is of one date", "Leave 'rulle"),
    ("{name: n, type: running_total, sql: a, time_calculations: [aatd]}", "in more than one stage", "made of"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "message", "hint"), FAULTY)
def test_what_has_no_meaning_is_refused_when_it_is_loaded(
    tmp_path: Path, measure: str, message: str, hint: str
) -> None:
    model = (
        MODEL.split("    measures:")[0]
        + f"""    snapshot: {{date: d, series: [k]}}
    measures:
      - {{name: a, type: stock, sql: "{{CUBE}}.a"}}
      - {measure}
"""
    )
    with pytest.raises(DefinitionError) as refused, small_model(tmp_path, model, ""):
        pass
    assert [problem.code for problem in refused.value.problems] == ["D635"]
    assert message in str(refused.value)
    assert hint in str(refused.value)


@pytest.mark.parametrize("measure", [
    "{name: n, type: active, time_calculations: [rullende_12m]}",
    "{name: n, type: days, of: active, time_calculations: [rullende_12m]}",
    "{name: n, type: number, sql: '{a} + 1', time_calculations: [rullende_12m]}",
    "{name: n, type: days, time_calculations: [{name: prognose, method: lineaer}]}",
])  # fmt: skip
def test_who_is_active_is_of_one_date_and_spells_are_not_forecast(tmp_path: Path, measure: str) -> None:
    model = f"""
cubes:
  - name: f
    sql_table: main.f
    interval: {{start: d, end: e}}
    dimensions:
      - {{name: d, type: time, sql: d}}
      - {{name: e, type: time, sql: e}}
    measures:
      - {{name: a, type: active}}
      - {measure}
"""
    says = "no sum or count of rows" if "prognose" in measure else "of 12 months, and what is active is of one date"
    with pytest.raises(DefinitionError, match=says), small_model(tmp_path, model, ""):
        pass


def test_the_main_time_is_one_of_the_times(tmp_path: Path) -> None:
    model = MODEL.replace("    sql_table: main.f\n", "    sql_table: main.f\n    main_time: k\n")
    with (
        pytest.raises(DefinitionError, match="'main_time' of 'f' names 'k', which is no time"),
        small_model(tmp_path, model, ""),
    ):
        pass


def test_what_is_the_same_at_all_times_is_put_to_none(tmp_path: Path) -> None:
    """A ratio of what is spent by day over inhabitants, whose own time is another."""
    model = (
        MODEL
        + """
      - {name: each, type: ratio, numerator: a, denominator: town.people, constant_over: [d], decimals: 1,
         time_calculations: [aatd, sidste_aar]}
  - name: town
    sql_table: main.town
    source: {system: Test, load: f}
    dimensions: [{name: counted, type: time, sql: "{CUBE}.counted"}]
    measures: [{name: people, type: sum, sql: "{CUBE}.people"}]
"""
    )
    rows = """
        CREATE TABLE f AS SELECT * FROM (VALUES ('x', DATE '2023-02-01', 20, 1), ('x', DATE '2024-01-10', 40, 1),
            ('x', DATE '2024-02-20', 60, 1)) t(k, d, a, p);
        CREATE TABLE town AS SELECT DATE '2022-01-01' AS counted, 10::INTEGER AS people;
        CREATE TABLE load AS SELECT 1 AS number, 'f' AS source, DATE '2024-02-29' AS opgjort_pr, true AS complete"""
    month = [{"dimension": "f.d", "granularity": "month", "dateRange": "2024-02"}]
    with small_model(tmp_path, model, rows) as service:
        found = asked(service, measures=["f.each__aatd", "f.each__sidste_aar"], timeDimensions=month)
    assert found == {(date(2024, 2, 1), Decimal("10.0"), Decimal("2.0"))}


LEFT_OPEN: list[tuple[dict[str, Any], str]] = [
    ({"measures": ["f.n__aatd"], "ungrouped": True}, "U440"),
    ({"measures": ["f.n__aatd"], "timeDimensions": [{"dimension": "f.d", "granularity": "month"}]}, "U421"),
    ({"measures": ["f.n__indeks"]}, "R202"),
]


@pytest.mark.parametrize(("query", "code"), LEFT_OPEN)
def test_what_a_question_leaves_open_is_refused(
    services: Mapping[date, Service], query: dict[str, Any], code: str
) -> None:
    found = asked(services[AS_OF[0]], **query)
    assert [str(problem).split()[0] for problem in found] == [code]
