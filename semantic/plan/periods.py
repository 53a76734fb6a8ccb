"""The periods of a range, each with the window of moments that is counted in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from semantic.model.grain import Grain, after, period_of
from semantic.model.stage import Window
from semantic.plan.nodes import Period

MAX_PERIODS = 1_000
INSTANT = timedelta(microseconds=1)


class TooManyPeriods(Exception):
    """A range of more periods than are listed, with a sentence."""


def periods_of(window: Window, grain: Grain, first: datetime, last: datetime) -> tuple[Period, ...]:
    """Every period that holds a moment of the range, from `first` and before `last`, in their order.

    A period that the range cuts begins or ends, for its window, where the range does. Raises TooManyPeriods, and
    ValueError or OverflowError past the calendar.
    """
    periods: list[Period] = []
    for begins, ends in each_period(grain, first, last):
        if len(periods) == MAX_PERIODS:
            raise TooManyPeriods(f"The range holds more than {MAX_PERIODS} periods.")
        low, high = bounds_of(window, max(begins, first), min(ends, last))
        periods.append(Period(begins, low, high))
    return tuple(periods)


def each_period(grain: Grain, first: datetime, last: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The start and the end of every period that holds a moment of the range."""
    begins = period_of(first, grain)
    while begins < last:
        ends = after(begins, grain.length)
        yield begins, ends
        begins = ends


def bounds_of(window: Window, first: datetime | None, last: datetime) -> tuple[datetime | None, datetime | None]:
    """The window of a period from `first` and before `last`. Raises ValueError, OverflowError."""
    if window.to_date is not None:
        return period_of(last - INSTANT, window.to_date), last
    anchor = first if window.from_start else last
    if anchor is None:
        raise ValueError("The range has no beginning.")
    low = None if window.trailing is None else after(anchor, -window.trailing)
    return low, None if window.leading is None else after(anchor, window.leading)
