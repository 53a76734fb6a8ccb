"""What is asked of the long view: which nøgletal, units and periods. A filter leaves out rows and changes no figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from semantic.dates import RELATIVE, is_day, no_such_day, period
from semantic.errors import Problem, refusal
from semantic.query import DateRange

Names = frozenset[str] | None
"""Any of these; None is all."""


@dataclass(frozen=True)
class LongQuestion:
    """`ids`, kinds of unit and units that are asked for, and between which days periods begin, both included.

    `date_range` says the days in words, which count from what each nøgletal is complete to. `limit` None is all rows.
    `as_of` and `edition` are those of a `Query`.
    """

    ids: Names = None
    kinds: Names = None
    units: Names = None
    first: date | None = None
    last: date | None = None
    date_range: DateRange | None = None
    limit: int | None = None
    offset: int = 0
    as_of: str | None = None
    edition: str | None = None

    @property
    def day(self) -> date | None:
        """The day that is asked as of; an edition has its own. Raises ResolutionError (R222) for no such day."""
        if self.as_of is None or self.edition is not None:
            return None
        if not is_day(self.as_of):
            raise refusal(no_such_day(self.as_of))
        return date.fromisoformat(self.as_of)

    def begins(self, today: date, zone: ZoneInfo) -> Begins:
        """Raises ResolutionError (R210) where the words are no period."""
        if self.date_range is None:
            return Begins(self.first, self.last)
        try:
            start, end = period(self.date_range, today, zone)
        except ValueError as error:
            raise refusal(Problem("R210", str(error), f"Write for example {RELATIVE}.")) from None
        first, last = start.date(), None if end is None else (end - timedelta(microseconds=1)).date()
        if first < date.max:
            first += timedelta(days=int(start != datetime.combine(first, datetime.min.time())))
        return Begins(first, last).within(Begins(self.first, self.last))


@dataclass(frozen=True)
class Begins:
    """The first and the last day on which a period begins; None is open."""

    first: date | None
    last: date | None

    def within(self, other: Begins) -> Begins:
        """What both hold."""
        firsts = [one for one in (self.first, other.first) if one is not None]
        lasts = [one for one in (self.last, other.last) if one is not None]
        return Begins(max(firsts, default=None), min(lasts, default=None))

    def spanning(self, other: Begins) -> Begins:
        """What either holds, and all between."""
        firsts, lasts = (self.first, other.first), (self.last, other.last)
        return Begins(
            None if None in firsts else min(one for one in firsts if one is not None),
            None if None in lasts else max(one for one in lasts if one is not None),
        )

    def holds(self, day: date | None) -> bool:
        """A period that nobody knows begins on no day."""
        if day is None:
            return False
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)
