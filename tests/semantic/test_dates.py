"""Words for periods, counted from a given day: each word's first moment and the first moment after it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.dates import period, start_of, step

TODAY = date(2024, 3, 31)  # a Sunday, the last day of a quarter, and the day with 23 hours
ZONE = ZoneInfo("Europe/Copenhagen")
UNITS = ("day", "week", "month", "quarter", "year")

PERIODS = {
    "today": ("2024-03-31", "2024-04-01"),
    "now": ("2024-03-31", "2024-04-01"),
    "Yesterday": ("2024-03-30", "2024-03-31"),
    "tomorrow": ("2024-04-01", "2024-04-02"),
    "this day": ("2024-03-31", "2024-04-01"),
    "this week": ("2024-03-25", "2024-04-01"),
    "this month": ("2024-03-01", "2024-04-01"),
    "this quarter": ("2024-01-01", "2024-04-01"),
    "this year": ("2024-01-01", "2025-01-01"),
    "last week": ("2024-03-25", "2024-04-01"),
    "last  Month": ("2024-03-01", "2024-04-01"),
    "last quarter": ("2024-01-01", "2024-04-01"),
    "last year": ("2023-01-01", "2024-01-01"),
    "next week": ("2024-04-01", "2024-04-08"),
    "next quarter": ("2024-04-01", "2024-07-01"),
    "last 1 day": ("2024-03-31", "2024-04-01"),
    "last 7 days": ("2024-03-25", "2024-04-01"),
    "last 2 weeks": ("2024-03-18", "2024-04-01"),
    "last 12 months": ("2023-04-01", "2024-04-01"),
    "last 5 quarters": ("2023-01-01", "2024-04-01"),
    "last 3 years": ("2021-01-01", "2024-01-01"),
    "next 2 months": ("2024-04-01", "2024-06-01"),
    "2024": ("2024-01-01", "2025-01-01"),
    "2024-02": ("2024-02-01", "2024-03-01"),
    "2023-12": ("2023-12-01", "2024-01-01"),
    "2024Q4": ("2024-10-01", "2025-01-01"),
    "2024-K1": ("2024-01-01", "2024-04-01"),
    "2024k2": ("2024-04-01", "2024-07-01"),
    "2024-02-29": ("2024-02-29", "2024-03-01"),
    "from 2024-01-01 to 2024-01-31": ("2024-01-01", "2024-02-01"),
    "from last year to yesterday": ("2023-01-01", "2024-03-31"),
}


@pytest.mark.parametrize(("words", "bounds"), PERIODS.items())
def test_a_word_is_a_period(words: str, bounds: tuple[str, str]) -> None:
    assert period(words, TODAY, ZONE) == tuple(datetime.fromisoformat(bound) for bound in bounds)


MOMENTS = {
    "2024-05-01T12:30": ("2024-05-01T12:30:00", "2024-05-01T12:31:00"),
    "2024-05-01 12:30:15": ("2024-05-01T12:30:15", "2024-05-01T12:30:16"),
    "2024-05-01T23:59:59.999": ("2024-05-01T23:59:59.999", "2024-05-02T00:00:00"),
    "2024-05-01T23:59:59.999999": ("2024-05-01T23:59:59.999999", "2024-05-02T00:00:00"),
    "2024-05-01T00:30:00Z": ("2024-05-01T02:30:00", "2024-05-01T02:30:01"),
    "2024-01-01T00:30:00-05:00": ("2024-01-01T06:30:00", "2024-01-01T06:30:01"),
}


@pytest.mark.parametrize(("text", "bounds"), MOMENTS.items())
def test_a_moment_lasts_as_long_as_its_last_digit(text: str, bounds: tuple[str, str]) -> None:
    assert period(text, TODAY, ZONE) == tuple(datetime.fromisoformat(bound) for bound in bounds)


def test_two_moments_of_one_clock_time_are_told_apart_by_their_offset() -> None:
    first, _ = period("2024-10-27T00:30:00Z", TODAY, ZONE)
    second, _ = period("2024-10-27T01:30:00Z", TODAY, ZONE)
    assert first == second
    assert (first.fold, second.fold) == (0, 1)


NO_PERIODS = (
    "", " ", "soon", "last", "last -1 days", "last 1.5 months", "last 12 moons", "2024-13", "2024-02-30", "2023-02-29",
    "2024Q5", "2024K0", "24-01-01", "2024-1-1", "01-02-2024", "20240101", "2024-W01", "2024-W01-1", "2024-05-01X10:00",
    "2024-05-01T25:00", "2024-05-01T10", "２０２４", "0000", "2024-05-01T10:00:00+99:00", "from 2024 to",
    "last 9999 years", "2024-01-01; drop table sag", "1" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("words", NO_PERIODS)
def test_what_is_no_period_is_said_in_a_sentence(words: str) -> None:
    with pytest.raises(ValueError, match=r"^'.*' is (no period|not a date that exists)\.$"):
        period(words, TODAY, ZONE)


def test_the_calendar_s_end_is_no_end() -> None:
    assert period(("2024-01-01", "9999-12-31"), TODAY, ZONE) == (datetime(2024, 1, 1), None)
    assert period("9999", TODAY, ZONE) == (datetime(9999, 1, 1), None)
    assert period("next 9999 years", TODAY, ZONE) == (datetime(2025, 1, 1), None)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        period(("2024-02-01", "2024-01-31"), TODAY, ZONE)


def test_a_period_of_one_day_is_a_period() -> None:
    assert period(("2024-02-01", "2024-02-01"), TODAY, ZONE) == (datetime(2024, 2, 1), datetime(2024, 2, 2))


def test_two_words_run_from_the_first_through_the_last() -> None:
    assert period(("2023K4", "2024-02"), TODAY, ZONE) == (datetime(2023, 10, 1), datetime(2024, 3, 1))


DAYS = st.dates(date(1, 1, 8), date(9990, 12, 31))


@given(DAYS, st.sampled_from(UNITS))
def test_every_day_lies_in_its_unit(day: date, unit: str) -> None:
    start = start_of(day, unit)
    assert start <= day < step(start, unit, 1)
    assert start_of(start, unit) == start


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(UNITS), st.integers(-50, 50))
def test_units_follow_one_another_without_a_gap(day: date, unit: str, count: int) -> None:
    start = start_of(day, unit)
    there = step(start, unit, count)
    assert start_of(there, unit) == there
    assert step(there, unit, -count) == start
    assert start_of(there - timedelta(1), unit) == step(start, unit, count - 1)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(UNITS), st.integers(1, 99))
def test_last_and_this_and_next_meet(day: date, unit: str, count: int) -> None:
    last, this, following = (period(f"{word} {unit}", day, ZONE) for word in (f"last {count}", "this", f"next {count}"))
    # The day is complete, so a unit that it ends is past already.
    assert last[1] in (this[0], this[1])
    assert this[1] == following[0]


@given(st.text(max_size=40))
def test_any_text_is_a_period_or_a_sentence(text: str) -> None:
    try:
        first, after = period(text, TODAY, ZONE)
    except ValueError as refused:
        sentence = str(refused)
    else:
        assert after is None or first < after
        sentence = "It is one."
    assert sentence.endswith(".")
