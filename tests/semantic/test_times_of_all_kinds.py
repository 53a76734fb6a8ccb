"""Time calculations of rows, spells, stocks and their ratios beside each other, against looking at each day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.semantic import test_spells as spells
from tests.semantic.test_spells import DAY, Row, days_of
from tests.semantic.test_time_calculations import STARTS, year_later
from tests.small_model import asked, small_model

ALL = "[aatd, aatd_sidste_aar, sidste_aar, rullende_12m, aendring]"
AT_ONE_DATE = "[aatd, aatd_sidste_aar, sidste_aar, aendring]"
MODEL = f"""
cubes:
  - name: s
    sql_table: main.s
    source: {{system: A, load: s}}
    interval: {{start: a, end: b}}
    dimensions:
      - {{name: k, type: string, sql: k, conformed: k}}
      - {{name: a, type: time, sql: a}}
      - {{name: b, type: time, sql: b}}
      - {{name: periode, type: time, conformed: day}}
    measures:
      - {{name: active, type: active, time_calculations: {AT_ONE_DATE}}}
      - {{name: persons, type: active, sql: "{{CUBE}}.p", time_calculations: {AT_ONE_DATE}}}
      - {{name: waited, type: days, of: active, time_calculations: {AT_ONE_DATE}}}
      - {{name: started, type: started, time_calculations: {ALL}}}
      - {{name: ended, type: ended, time_calculations: {ALL}}}
      - {{name: starters, type: started, sql: "{{CUBE}}.p", time_calculations: {ALL}}}
      - {{name: days, type: days, time_calculations: {ALL}}}
      - {{name: days_known, type: days, through: opgjort_pr, time_calculations: {ALL}}}
      - {{name: last_day_too, type: days, day_count: inclusive_actual, time_calculations: {ALL}}}
      - {{name: person_days, type: days, sql: "{{CUBE}}.p", time_calculations: {ALL}}}
      - {{name: stay, type: days, of: ended, time_calculations: {ALL}}}
      - {{name: cost, type: amount, sql: "{{CUBE}}.r", decimals: 2, time_calculations: {ALL}}}
      - {{name: own_years, type: years, day_count: inclusive_actual, decimals: 9, time_calculations: {ALL}}}
      - {{name: each, type: ratio, numerator: cost, denominator: f.n, decimals: 9, time_calculations: {ALL}}}
      - name: filled
        type: ratio
        numerator: active
        denominator: t.beds
        decimals: 9
        time_calculations: {AT_ONE_DATE}
      - {{name: length, type: ratio, numerator: stay, denominator: ended, decimals: 9, time_calculations: {ALL}}}
  - name: f
    sql_table: main.f
    source: {{system: A, load: s}}
    dimensions:
      - {{name: k, type: string, sql: k, conformed: k}}
      - {{name: d, type: time, sql: d, conformed: day}}
    measures:
      - {{name: n, type: count, time_calculations: {ALL}}}
      - {{name: total, type: sum, sql: "{{CUBE}}.w", time_calculations: {ALL}}}
"""
STOCK = """  - name: {name}
    sql_table: main.f
    source: {{system: A, load: s}}
    snapshot: {{date: d, series: [k]{carry}}}
    dimensions:
      - {{name: k, type: string, sql: k, conformed: k}}
      - {{name: d, type: time, sql: d, conformed: day}}
    measures:
      - {{name: beds, type: stock, sql: "{{CUBE}}.w", time_calculations: {calculations}}}
"""
CARRIES = {"t": "", "carried": ", carry_forward: 2 months", "kept": ", carry_forward: unbounded"}
MODEL += "".join(STOCK.format(name=one, carry=carry, calculations=AT_ONE_DATE) for one, carry in CARRIES.items())
RATIOS = {"each": ("cost", "n"), "filled": ("active", "beds"), "length": ("stay", "ended")}
OF_SPELLS = (
    "active",
    "persons",
    "waited",
    "started",
    "ended",
    "starters",
    "days",
    "days_known",
    "last_day_too",
    "person_days",
    "stay",
    "cost",
    "own_years",
    *RATIOS,
)
OF_ROWS = ("n", "total")
STOCKS = {"beds": "t", "carried": "carried", "kept": "kept"}
COUNTS = {"active", "persons", "started", "ended", "starters", "n"}
ONE_DATE = {"active", "persons", "waited", "filled", *STOCKS}
CALCULATIONS = ("aatd", "aatd_sidste_aar", "sidste_aar", "rullende_12m", "aendring")


def member(measure: str) -> str:
    if measure in STOCKS:
        return f"{STOCKS[measure]}.beds"
    return f"{'f' if measure in OF_ROWS else 's'}.{measure}"


NAMES = [
    (one, how)
    for one in (*OF_SPELLS, *OF_ROWS, *STOCKS)
    for how in CALCULATIONS
    if how != "rullende_12m" or one not in ONE_DATE
]
AS_OF = [date(2024, 2, 28), date(2024, 2, 29), date(2024, 5, 20), date(2023, 12, 31)]


@dataclass(frozen=True)
class Event:
    k: str
    d: date
    w: int


EVENTS = st.lists(
    st.builds(
        Event,
        st.sampled_from(["x", "y", "z"]),
        st.one_of(spells.DAYS, st.sampled_from([*AS_OF, date(2024, 3, 1), date(2023, 2, 28)])),
        st.integers(1, 99),
    ),
    max_size=12,
    unique_by=lambda one: (one.k, one.d),
)
EVERY_DAY = [date(2020, 1, 1) + timedelta(number) for number in range(2000)]


def window(how: str, first: date, last: date) -> tuple[date, date]:
    """The first day that counts, and the first that does so no more; `last` is a day of the period, known."""
    if how == "own":
        return first, last + DAY
    if how == "aatd":
        return date(last.year, 1, 1), last + DAY
    if how == "rullende_12m":
        held = [day for day in EVERY_DAY if day <= last < year_later(day)]
        return held[0], held[-1] + DAY
    start = first if how == "sidste_aar" else date(last.year, 1, 1)
    return next(day for day in EVERY_DAY if year_later(day) >= start), next(
        day for day in EVERY_DAY if year_later(day) > last
    )


def months_before(day: date) -> date:
    """Two months before, at most the month's last day."""
    month = day.year * 12 + day.month - 3
    return date(month // 12, month % 12 + 1, min(day.day, calendar.monthrange(month // 12, month % 12 + 1)[1]))


def value(measure: str, rows: list[Row], events: list[Event], low: date, high: date) -> Any:
    if measure in RATIOS:
        above, below = (value(one, rows, events, low, high) for one in RATIOS[measure])
        return Fraction(above) / below if below and above is not None else None
    if measure in OF_ROWS:
        found = [one.w for one in events if low <= one.d < high]
        return len(found) if measure == "n" else sum(found) if found else None
    if measure in STOCKS:
        low = min(low, date.min if measure == "kept" else months_before(high) if measure == "carried" else low)
        last = {one.k: one for one in sorted(events, key=lambda one: one.d) if low <= one.d < high}
        return sum(one.w for one in last.values()) if last else None
    return spells.value(rows, measure, low, high)


def expected(measure: str, how: str, rows: list[Row], events: list[Event], first: date, last: date, as_of: date) -> Any:
    if first > as_of:
        return None
    last = min(last, as_of)
    parts = ("own", "sidste_aar") if how == "aendring" else (how,)
    values = [value(measure, rows, events, *window(one, first, last)) for one in parts]
    if None in values:
        return None
    return values[0] if len(values) == 1 else values[0] - values[1]


def alike(found: Any, exact: Any, measure: str, how: str) -> bool:
    """Nothing is known of a sum of no rows: 0 or no value."""
    if measure in COUNTS or (found is not None and exact is not None):
        return found == (None if exact is None else spells.rounded(exact))
    if how == "aendring" and found is None:
        return True
    return not found and not exact


SAMPLES = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(
    rows=spells.ROWS,
    events=EVENTS,
    names=SAMPLES,
    span=spells.RANGES,
    grain=st.sampled_from([*STARTS, None]),
    by_k=st.booleans(),
    as_of=st.sampled_from(AS_OF),
)
def test_each_kind_is_as_its_days_are(
    rows: list[Row],
    events: list[Event],
    names: list[tuple[str, str]],
    span: tuple[date, date],
    grain: str | None,
    by_k: bool,
    as_of: date,
) -> None:
    first, last = span
    last = min(last, first + 40 * DAY) if grain == "day" else last
    if grain is None:
        last = min(last, date(first.year, 12, 31))
    time = {"dimension": "s.periode", "dateRange": [str(first), str(last)], **({"granularity": grain} if grain else {})}
    with TemporaryDirectory() as folder, small_model(Path(folder), MODEL, data(rows, events, as_of)) as service:
        heard = asked(
            service,
            measures=[f"{member(one)}__{how}" for one, how in names],
            timeDimensions=[time],
            **({"dimensions": ["s.k"]} if by_k else {}),
        )
    assert not isinstance(heard, list), heard
    keys = by_k + (grain is not None)
    cells = {row[:keys]: row[keys:] for row in heard}
    assert len(cells) == len(heard)
    groups = ({row.k for row in rows} | {one.k for one in events}) if by_k else {None}
    periods: dict[date | None, list[date]] = {}
    for day in days_of(first, last + DAY):
        periods.setdefault(STARTS[grain](day) if grain else None, []).append(day)
    for group in groups:
        own = [row for row in rows if not by_k or row.k == group]
        happened = [one for one in events if not by_k or one.k == group]
        for begins, held in periods.items():
            found = cells.get((*((group,) if by_k else ()), *((begins,) if grain else ())))
            for number, (measure, how) in enumerate(names):
                exact = expected(measure, how, own, happened, held[0], held[-1], as_of)
                told = (measure, how, group, begins, held[0], held[-1], as_of, found, exact, rows, events)
                if found is None:  # of a group that has nothing at all
                    assert by_k, told
                    assert not exact, told
                else:
                    assert alike(found[number], exact, measure, how), told


SHORT = """
cubes:
  - name: s
    sql_table: main.s
    source: {system: A, load: s}
    interval: {start: a, end: b}
    dimensions:
      - {name: k, type: string, sql: k}
      - {name: a, type: time, sql: a}
      - {name: b, type: time, sql: b}
    measures:
      - {name: days, type: days, time_calculations: [aatd, sidste_aar, {name: indeks, base: "2025"}]}
      - {name: active, type: active, time_calculations: [{name: indeks, base: "2025"}]}
      - name: later
        multi_stage: true
        type: number
        sql: "{days__sidste_aar}"
        time_shift: [{interval: 1 year, type: prior}]
      - name: ahead
        multi_stage: true
        type: number
        sql: "{days__aatd}"
        time_shift: [{interval: 1 month, type: next}]
      - {name: twice, type: number, sql: "{days__sidste_aar} + 0", time_calculations: [sidste_aar]}
"""
MAY = {"dimension": "s.periode", "granularity": "month", "dateRange": "2024-05"}
AFTER = {"member": "s.periode", "operator": "afterOrOnDate", "values": ["2023-01-01"]}
LASTS = [Row("x", "p", date(2022, 5, 11), None, None)]


@pytest.mark.parametrize(
    ("measure", "value"),
    [("days__indeks", None), ("active__indeks", None), ("later", 10), ("ahead", 29 + 31 + 30 + 20)],
    ids=["a base to come", "who is active at its end", "a year and another", "none after the as-of day"],
)
def test_where_windows_end(tmp_path: Path, measure: str, value: int | None) -> None:
    """As of 20 May 2024, of a spell since 11 May 2022: what counts a month ahead is from 1 February."""
    with small_model(tmp_path, SHORT, data(LASTS, [], spells.NOW)) as service:
        assert asked(service, measures=[f"s.{measure}"], timeDimensions=[MAY]) == {(date(2024, 5, 1), value)}


def test_periods_are_listed_and_not_another_time(tmp_path: Path) -> None:
    """By the day of the start, too: that of a row without a day is no spell's."""
    rows = [*LASTS, Row("x", "p", date(2024, 5, 2), date(2024, 5, 2), None)]
    with small_model(tmp_path, SHORT, data(rows, [], spells.NOW)) as service:
        found = asked(service, measures=["s.days__aatd"], dimensions=["s.a"], timeDimensions=[MAY])
    assert found == {(date(2022, 5, 11), date(2024, 5, 1), 141)}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"measures": ["s.twice__sidste_aar"], "timeDimensions": [MAY]}, "is a window of windows"),
        ({"measures": ["s.days__aatd"], "filters": [AFTER]}, "the question names none"),
    ],
)
def test_what_a_question_of_spells_leaves_open_is_refused(tmp_path: Path, query: dict[str, Any], says: str) -> None:
    with small_model(tmp_path, SHORT, data(LASTS, [], spells.NOW)) as service:
        (found,) = asked(service, **query)
    assert str(found).startswith("U421")
    assert says in str(found)


def data(rows: list[Row], events: list[Event], as_of: date) -> str:
    values = ", ".join(f"('{one.k}', DATE '{one.d}', {one.w})" for one in events)
    return (
        spells.data(rows)
        + f"""
        UPDATE load SET opgjort_pr = DATE '{as_of}';
        CREATE TABLE f (k VARCHAR, d DATE, w INTEGER);
        {f"INSERT INTO f VALUES {values};" if events else ""}
    """
    )
