"""The periods of a range, each with the window of moments that is counted in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from semantic.dates import end_of_day
from semantic.model.grain import Grain, after, earliest, period_of
from semantic.model.stage import Stage, Window

MAX_PERIODS = 1_000
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Period:
    """A period of the answer and the window of moments that count in it: from `low`, before `high`; None is any."""

    begins: datetime
    low: datetime | None
    high: datetime | None


class TooManyPeriods(Exception):
    """A range of more periods than are listed, with a sentence."""


def periods_of(stage: Stage, grain: Grain, first: datetime, last: datetime, as_of: date) -> tuple[Period, ...]:
    """Every period that holds a moment of the range, from `first` and before `last`, in their order.

    A period that the range cuts begins or ends, for its window, where the range does. What counts through the as-of day
    has none after it. Raises TooManyPeriods, and ValueError or OverflowError past the calendar.
    """
    periods: list[Period] = []
    for number, (begins, ends) in enumerate(each_period(grain, first, last)):
        if number == MAX_PERIODS:
            raise TooManyPeriods(f"The range holds more than {MAX_PERIODS} periods.")
        found = period_at(stage, begins, max(begins, first), min(ends, last), as_of)
        periods += [found] if found else []
    return tuple(periods)


def each_period(grain: Grain, first: datetime, last: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The start and the end of every period that holds a moment of the range."""
    begins = period_of(first, grain)
    while begins < last:
        ends = after(begins, grain.length)
        yield begins, ends
        begins = ends


def period_at(stage: Stage, begins: datetime, first: datetime | None, last: datetime, as_of: date) -> Period | None:
    """The period from `first` and before `last`; None where it counts through the as-of day and is after it.

    Raises ValueError, OverflowError.
    """
    if not stage.through_as_of:
        assert stage.window is not None
        return Period(begins, *bounds_of(stage.window, first, last))
    cut = end_of_day(as_of)
    if first is not None and first >= cut:
        return None
    low, high = _through(stage.window, first, min(last, cut))
    for shift in stage.shifts:
        low, high = low and earliest(low, shift.interval), earliest(high, shift.interval)
    return Period(begins, low, min(high, cut))


def bounds_of(window: Window, first: datetime | None, last: datetime) -> tuple[datetime | None, datetime | None]:
    """The window of a period from `first` and before `last`. Raises ValueError, OverflowError."""
    if window.to_date is not None:
        return period_of(last - INSTANT, window.to_date), last
    if window.carries and first is None:
        return None, last
    anchor = first if window.from_start else last
    if anchor is None:
        raise ValueError("The range has no beginning.")
    low = None if window.trailing is None else after(anchor, -window.trailing)
    if window.carries and low is not None and first is not None:
        low = min(low, first)
    return low, None if window.leading is None else after(anchor, window.leading)


def _through(window: Window | None, first: datetime | None, last: datetime) -> tuple[datetime | None, datetime]:
    """The window of a period that ends no later than the as-of day. Raises ValueError, OverflowError."""
    if window is None:
        return first, last
    if window.base is not None:
        return window.base
    if window.to_date is not None:
        low = period_of(last - INSTANT, window.to_date)
        return low, after(low, window.to_date.length) if window.to_end else last
    return None if window.trailing is None else earliest(last, window.trailing), last
