"""Lengths of time: calendar intervals as Cube writes them, and the grains that times are cut to."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

INTERVAL = re.compile(r"\s*(-?\d{1,6})\s+(second|minute|hour|day|week|month|quarter|year)s?\b", re.IGNORECASE)
SECONDS = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800}
MONTHS = {"month": 1, "quarter": 3, "year": 12}
DAY = SECONDS["day"]
MONDAY = datetime(2001, 1, 1)  # also the first day of a month, a quarter and a year


@dataclass(frozen=True)
class Interval:
    """So many months and so many seconds; a day has 86,400, since times are cut by the wall clock."""

    months: int = 0
    seconds: int = 0

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.months + other.months, self.seconds + other.seconds)

    def __neg__(self) -> Interval:
        return Interval(-self.months, -self.seconds)

    @property
    def is_whole_days(self) -> bool:
        return self.seconds % DAY == 0


@dataclass(frozen=True)
class Grain:
    """Periods of one length, one of which begins at `origin`. Exactly one of the length's two parts is positive."""

    name: str
    title: str
    length: Interval
    origin: datetime = MONDAY

    @property
    def is_of_days(self) -> bool:
        """Whether every period begins at midnight."""
        return self.length.is_whole_days and self.origin.time() == datetime.min.time()

    @property
    def holds_several_days(self) -> bool:
        return self.length.months > 0 or self.length.seconds > DAY

    def is_whole(self, finer: Grain) -> bool:
        """Whether each period is made of whole periods of the finer grain."""
        return period_of(self.origin, finer) == self.origin and finer.divides(self.length)

    def divides(self, length: Interval) -> bool:
        """Whether so many periods on end are as long as the length, wherever they begin."""
        if self.length.months:
            return length.months > 0 and length.months % self.length.months == 0
        whole_days = length.months > 0 and DAY % self.length.seconds == 0
        return whole_days or (length.seconds > 0 and length.seconds % self.length.seconds == 0)

    @property
    def is_plain(self) -> bool:
        """Whether it is one of those that every time dimension has."""
        return GRAINS.get(self.name) == self


def _plain(name: str) -> Grain:
    return Grain(name, name, Interval(MONTHS.get(name, 0), SECONDS.get(name, 0)))


GRAINS = {name: _plain(name) for name in ("second", "minute", "hour", "day", "week", "month", "quarter", "year")}
"""Those that every time dimension has, the finest first; weeks begin on Monday."""


def read_interval(text: str) -> Interval:
    """`1 year 6 months` as an interval, which is not none. Raises ValueError."""
    total = read_length(text)
    if total == Interval():
        raise ValueError(f"'{text[:40]}' is no interval")
    return total


def read_length(text: str) -> Interval:
    """As `read_interval`, but `0 days` is a length, too. Raises ValueError."""
    total, rest = Interval(), text.strip()
    while rest or not text.strip():
        found = INTERVAL.match(rest)
        if found is None:
            raise ValueError(f"'{text[:40]}' is no interval")
        count, unit = int(found[1]), found[2].lower()
        total += Interval(count * MONTHS.get(unit, 0), count * SECONDS.get(unit, 0))
        rest = rest[found.end() :].strip()
    return total


def has_natural_start(length: Interval) -> bool:
    """Whether periods of the length fit into a year, a day or a week, so that all agree where they begin."""
    if length.months:
        return 12 % length.months == 0
    return DAY % length.seconds == 0 or length.seconds == SECONDS["week"]


def moved_by(moment: datetime, interval: Interval) -> datetime:
    """The moment so much later. Raises ValueError where the month has no such day, OverflowError past the calendar."""
    months = moment.year * 12 + moment.month - 1 + interval.months
    return moment.replace(year=months // 12, month=months % 12 + 1) + timedelta(seconds=interval.seconds)


def after(moment: datetime, interval: Interval) -> datetime:
    """The moment so much later, as the engine adds: the 31st plus a month is the month's last day.

    Raises ValueError or OverflowError past the calendar.
    """
    months = moment.year * 12 + moment.month - 1 + interval.months
    year, month = months // 12, months % 12 + 1
    day = min(moment.day, monthrange(year, month)[1])
    return moment.replace(year=year, month=month, day=day) + timedelta(seconds=interval.seconds)


def earliest(moment: datetime, interval: Interval) -> datetime:
    """The first moment that is not before the given one when it is so much later.

    Where its month has no such day, that is the first of the next month. Raises ValueError or OverflowError before the
    calendar.
    """
    moment -= timedelta(seconds=interval.seconds)
    months = moment.year * 12 + moment.month - 1 - interval.months
    year, month = months // 12, months % 12 + 1
    if moment.day > monthrange(year, month)[1]:
        return datetime(year + month // 12, month % 12 + 1, 1)
    return moment.replace(year=year, month=month)


def period_of(moment: datetime, grain: Grain) -> datetime:
    """The start of the grain's period that holds the moment. Raises ValueError or OverflowError past the calendar."""
    length, origin = grain.length, grain.origin
    if length.months:
        into = origin - origin.replace(day=1, hour=0, minute=0, second=0)
        begun = moment - into
        months = (begun.year - origin.year) * 12 + begun.month - origin.month
        return after(origin, Interval(months // length.months * length.months))
    count = (moment - origin) // timedelta(seconds=length.seconds)
    return origin + timedelta(seconds=count * length.seconds)
