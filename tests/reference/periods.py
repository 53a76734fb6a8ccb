"""Periods of one's own, counted one after the other from where one of them begins."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import cache

from tests.reference.description import Granularity

MONTHS = {"month": 1, "quarter": 3, "year": 12}


@cache
def start_of(moment: datetime, own: Granularity) -> datetime:
    """The first moment of the period that holds the moment."""
    begin = own.origin or moved(begin_of_calendar(moment, own.unit), own.offset)
    length = ((own.count, own.unit),)
    while begin > moment:
        begin = moved(begin, length, -1)
    while (following := moved(begin, length)) <= moment:
        begin = following
    return begin


def begin_of_calendar(moment: datetime, unit: str) -> datetime:
    """Of the year for periods of months; of the week, from Monday, for weeks; else of the day."""
    day = datetime.combine(moment, time())
    if unit in MONTHS:
        return day.replace(month=1, day=1)
    while unit == "week" and day.strftime("%A") != "Monday":
        day -= timedelta(days=1)
    return day


def moved(moment: datetime, by: tuple[tuple[int, str], ...], times: int = 1) -> datetime:
    """So much later, a month at a time."""
    for count, unit in by:
        if unit in MONTHS:
            for _ in range(abs(count) * MONTHS[unit]):
                moment = to_next_month(moment) if count * times > 0 else to_previous_month(moment)
        else:
            moment += timedelta(**{f"{unit}s": count * times})
    return moment


def to_next_month(moment: datetime) -> datetime:
    return (
        moment.replace(year=moment.year + 1, month=1) if moment.month == 12 else moment.replace(month=moment.month + 1)
    )


def to_previous_month(moment: datetime) -> datetime:
    return (
        moment.replace(year=moment.year - 1, month=12) if moment.month == 1 else moment.replace(month=moment.month - 1)
    )


def lasts_a_day_at_most(own: Granularity) -> bool:
    begin = datetime(2024, 1, 1)
    return moved(begin, ((own.count, own.unit),)) <= begin + timedelta(days=1)
