"""Random spells and questions, against a plain reading of them day by day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from semantic.access.members import with_dependents
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.plan.days import number_of
from tests.server.postgres.sql.asked import ask as sql
from tests.small_model import asked, small_model

NOW = date(2024, 5, 20)
DAY = timedelta(1)
MODEL = """
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
      - {name: active, type: active}
      - {name: persons, type: active, sql: "{CUBE}.p"}
      - {name: started, type: started}
      - {name: ended, type: ended}
      - {name: starters, type: started, sql: "{CUBE}.p"}
      - {name: enders, type: ended, sql: "{CUBE}.p"}
      - {name: days, type: days}
      - {name: days_known, type: days, through: opgjort_pr}
      - {name: last_day_too, type: days, day_count: inclusive_actual}
      - {name: person_days, type: days, sql: "{CUBE}.p"}
      - {name: stay, type: days, of: ended}
      - {name: waited, type: days, of: active}
      - {name: cost, type: amount, sql: "{CUBE}.r", decimals: 2}
      - {name: years, type: years, decimals: 9}
      - {name: own_years, type: years, day_count: inclusive_actual, decimals: 9}
      - name: days_a_month_ago
        multi_stage: true
        type: number
        sql: "{days}"
        time_shift: [{interval: 1 month, type: prior}]
      - name: active_a_month_ago
        multi_stage: true
        type: number
        sql: "{active}"
        time_shift: [{interval: 1 month, type: prior}]
      - {name: days_of_the_year, type: number, sql: "{days}", rolling_window: {type: to_date, granularity: year}}
      - {name: of_x, type: active, filters: [{sql: "{CUBE}.k = 'x'"}]}
"""
MEASURES = (
    "active", "persons", "started", "ended", "starters", "enders", "days", "days_known", "last_day_too", "person_days",
    "stay", "waited", "cost", "years", "own_years", "of_x",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    k: str | None
    p: str | None
    a: date | None
    b: date | None
    r: Decimal | None


DAYS = st.dates(date(2022, 11, 1), date(2025, 2, 28))
ROWS = st.lists(
    st.builds(
        Row,
        st.sampled_from(["x", "y", None]),
        st.sampled_from(["p", "q", "r", None]),
        st.one_of(DAYS, st.just(date(2024, 2, 29)), st.none()),
        st.one_of(DAYS, st.none()),
        st.one_of(st.decimals(0, 999, places=2), st.none()),
    ),
    max_size=9,
)
RANGES = st.tuples(DAYS, st.integers(0, 400)).map(lambda one: (one[0], one[0] + timedelta(one[1])))
GRAINS = st.sampled_from(["month", "quarter", "year", "week", None])


def spell(row: Row, inclusive: bool = False) -> tuple[date, date] | None:
    """The first day and the first day without; None where there is no day."""
    end = date.max if row.b is None else row.b + (DAY if inclusive else timedelta())
    return (row.a, end) if row.a and row.a < end else None


def days_of(low: date, high: date) -> Iterator[date]:
    while low < high:
        yield low
        low += DAY


def value(rows: list[Row], measure: str, low: date, high: date) -> Any:
    """The measure of the days from `low` and before `high`, by looking at each; None where nothing is known."""
    of = [(row, found) for row in rows if (found := spell(row, measure in ("last_day_too", "own_years")))]
    on = {day: [row for row, (s, t) in of if s <= day < t] for day in days_of(low, high)}
    known = min(high, NOW + DAY)
    realised = measure not in ("days", "last_day_too", "person_days", "cost", "years", "own_years")
    if realised and low > NOW:
        return None
    started = [row for row, (s, _) in of if low <= s < known]
    ended = [(row, (t - s).days) for row, (s, t) in of if low <= t < known]
    active = [(row, (known - s).days) for row, (s, t) in of if s < known <= t]
    counted = {
        "active": len(active), "persons": len({row.p for row, _ in active} - {None}),
        "of_x": sum(row.k == "x" for row, _ in active),
        "started": len(started), "starters": len({row.p for row in started} - {None}),
        "ended": len(ended), "enders": len({row.p for row, _ in ended} - {None}),
    }  # fmt: skip
    if measure in counted:
        return counted[measure]
    if measure == "stay":
        return sum(length for _, length in ended)
    if measure == "waited":
        return sum(length for _, length in active)
    if measure == "days_known":
        return sum(len(there) for day, there in on.items() if day <= NOW)
    if measure == "person_days":
        return sum(len({row.p for row in there} - {None}) for there in on.values())
    if measure == "cost":
        return sum((row.r for there in on.values() for row in there if row.r is not None), Decimal(0))
    if measure == "years":
        return Fraction(sum(map(len, on.values())), 365)
    if measure == "own_years":
        return sum((Fraction(len(there), 365 + _is_leap(day)) for day, there in on.items()), Fraction(0))
    return sum(map(len, on.values()))


def _is_leap(day: date) -> bool:
    return (date(day.year, 12, 31) - date(day.year - 1, 12, 31)).days == 366


def periods(grain: str | None, low: date, high: date) -> Iterator[tuple[date | None, date, date]]:
    """The start of each period that holds a day of the range, and what the range leaves of it."""
    found: dict[date | None, list[date]] = {}
    for day in days_of(low, high):
        found.setdefault(_start(grain, day), []).append(day)
    for begins, own in found.items():
        yield begins, own[0], own[-1] + DAY


def _start(grain: str | None, day: date) -> date | None:
    return {
        "week": day - timedelta(day.weekday()), "month": day.replace(day=1), "year": day.replace(month=1, day=1),
        "quarter": day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), None: None,
    }[grain]  # fmt: skip


def data(rows: list[Row]) -> str:
    def text(one: object) -> str:
        return "NULL" if one is None else f"'{one}'"

    values = ", ".join(f"({text(r.k)}, {text(r.p)}, {text(r.a)}, {text(r.b)}, {text(r.r)})" for r in rows)
    return f"""
        CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
        INSERT INTO load VALUES (1, 's', DATE '{NOW}', true);
        CREATE TABLE s (k VARCHAR, p VARCHAR, a DATE, b DATE, r DECIMAL(9, 2));
        {f"INSERT INTO s VALUES {values};" if rows else ""}
    """


def rounded(one: Any) -> Decimal | None:
    if one is None:
        return None
    if isinstance(one, Fraction):
        units = (abs(one.numerator) * 10**9 * 2 + one.denominator) // (2 * one.denominator)
        return Decimal(units).scaleb(-9)
    return Decimal(one)


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))  # shrinking takes minutes
@given(rows=ROWS, span=RANGES, grain=GRAINS, by_k=st.booleans())
def test_spells_are_those_that_are_counted_day_by_day(
    rows: list[Row], span: tuple[date, date], grain: str | None, by_k: bool
) -> None:
    first, last = span
    time = {"dimension": "s.periode", "dateRange": [first.isoformat(), last.isoformat()], "granularity": grain}
    query: dict[str, Any] = {"timeDimensions": [{key: one for key, one in time.items() if one is not None}]}
    query |= {"dimensions": ["s.k"]} if by_k else {}
    with TemporaryDirectory() as folder, small_model(Path(folder), MODEL, data(rows)) as service:
        heard = asked(service, measures=[f"s.{measure}" for measure in MEASURES], **query)
    assert not isinstance(heard, list), heard
    keys = by_k + (grain is not None)
    cells = {row[:keys]: dict(zip(MEASURES, row[keys:], strict=True)) for row in heard}
    for group in {row.k for row in rows} if by_k else {None}:
        own = [row for row in rows if not by_k or row.k == group]
        for begins, low, high in periods(grain, first, last + DAY):
            found = cells.get((*((group,) if by_k else ()), *((begins,) if grain else ())), {})
            for measure in MEASURES:
                expected = rounded(value(own, measure, low, high))
                if found.get(measure) is None:  # of no spell at all, or of days to come
                    assert not expected, (measure, group, low)
                else:
                    assert Decimal(str(found[measure])) == expected, (measure, group, low)


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(rows=ROWS, span=RANGES, grain=GRAINS)
def test_stages_move_the_periods_and_lose_no_day(rows: list[Row], span: tuple[date, date], grain: str | None) -> None:
    measures = ["s.days_a_month_ago", "s.active_a_month_ago", "s.days_of_the_year"]
    first, last = span
    time = {"dimension": "s.periode", "dateRange": [first.isoformat(), last.isoformat()], "granularity": grain}
    with TemporaryDirectory() as folder, small_model(Path(folder), MODEL, data(rows)) as service:
        heard = asked(
            service, measures=measures, timeDimensions=[{key: one for key, one in time.items() if one is not None}]
        )
    assert not isinstance(heard, list), heard
    cells = {row[:-3]: row[-3:] for row in heard}
    for begins, low, high in periods(grain, first, last + DAY):
        days, active, of_year = cells[(begins,) if grain else ()]
        before = [day for day in days_of(low - 40 * DAY, high) if a_month_later(day) < high]
        moved = [day for day in before if a_month_later(day) >= low]
        assert (days or 0) == sum(value(rows, "days", day, day + DAY) for day in moved)
        if active is not None:
            assert active == value(rows, "active", before[-1], before[-1] + DAY) or before[-1] > NOW
        assert (of_year or 0) == value(rows, "days", (high - DAY).replace(month=1, day=1), high)


def a_month_later(day: date) -> date:
    """The same day of the next month, or its last."""
    begins = (day.replace(day=1) + 31 * DAY).replace(day=1)
    return begins.replace(day=min(day.day, monthrange(begins.year, begins.month)[1]))


@settings(max_examples=10, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(rows=ROWS, year=st.integers(2022, 2024))
def test_parts_of_a_year_are_the_year_and_stocks_are_what_flowed(rows: list[Row], year: int) -> None:
    """Days and amounts of months add up; the active at a month's end are all started less all ended until then."""
    of_year, to_date = [f"{year}-01-01", f"{year}-12-31"], ["2020-01-01", f"{year}-12-31"]
    with TemporaryDirectory() as folder, small_model(Path(folder), MODEL, data(rows)) as service:
        adding = ["s.days", "s.days_known", "s.last_day_too", "s.person_days", "s.cost", "s.stay"]
        (whole,) = asked(service, measures=adding, timeDimensions=[{"dimension": "s.periode", "dateRange": of_year}])
        months = asked(service, measures=adding, timeDimensions=[by_month(of_year)])
        flows = asked(service, measures=["s.active", "s.started", "s.ended"], timeDimensions=[by_month(to_date)])
    assert [_total(column) for column in list(zip(*months, strict=True))[1:]] == [one or 0 for one in whole]
    running = 0
    for _, active, started, ended in sorted(flows):
        if active is None:
            break
        running += started - ended
        assert active == running


def by_month(dates: list[str]) -> dict[str, Any]:
    return {"dimension": "s.periode", "granularity": "month", "dateRange": dates}


def _total(column: tuple[Any, ...]) -> Any:
    return sum(one for one in column if one is not None)


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_days_of_leap_years_are_counted_in_closed_form(day: date) -> None:
    """Those of leap and of common years are all days, and a step to the next day is one of them."""
    assert number_of(day, "leap_days") + number_of(day, "common_days") == number_of(day, "days")
    assert number_of(day + DAY, "leap_days") - number_of(day, "leap_days") == _is_leap(day)


def test_what_hides_the_days_hides_what_is_counted_by_them() -> None:
    """By the day of the calendar, what has started says when each did."""
    model = link((read_text(MODEL, "model.yml"),))
    for day in ("s.a", "s.b"):
        assert {f"s.{measure}" for measure in MEASURES} <= with_dependents(model, frozenset({day}))
    assert "s.periode" not in with_dependents(model, frozenset({"s.a"}))


def test_rows_are_not_counted_by_what_is_active(tmp_path: Path) -> None:
    rows = [Row("x", "p", date(2024, 1, 1), None, None), Row("x", "p", date(2023, 1, 1), date(2024, 1, 1), None)]
    with small_model(tmp_path, MODEL, data(rows)) as service:
        assert [one.code for one in sql(service, "select count(*) from s").problems] == ["U452"]
        told = sql(service, "select sum(active) from s")
        assert (told.rows, told.notices[0]) == (((1,),), "'active' is given as it is defined, and not by sum().")


def test_the_calendar_is_null_where_all_columns_are_listed(tmp_path: Path) -> None:
    row = Row("x", "p", date(2024, 1, 1), None, Decimal(1))
    with small_model(tmp_path, MODEL, data([row])) as service:
        told = sql(service, "select * from s")
        assert [dict(zip(told.names, found, strict=True)) for found in told.rows] == [
            dict.fromkeys(told.names) | {"k": "x", "a": date(2024, 1, 1)}
        ]
        assert told.notices[0].startswith("Not shown by every dimension at once")
