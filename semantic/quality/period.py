"""The period of a report: a year or half of one, and the periods that marks and checklists in it are of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from semantic.errors import ParseError, Problem
from semantic.model.checklist import Period

WORDS = re.compile(r"([1-9]\d{3})(?:H([12]))?", re.ASCII)


@dataclass(frozen=True)
class ReportPeriod:
    """`half` is 1 or 2, None of a whole year."""

    year: int
    half: int | None

    @property
    def words(self) -> str:
        return str(self.year) if self.half is None else f"{self.year}H{self.half}"

    @property
    def months(self) -> tuple[int, ...]:
        return tuple(range(1, 13)) if self.half is None else tuple(range(6 * self.half - 5, 6 * self.half + 1))

    @property
    def first(self) -> date:
        return date(self.year, self.months[0], 1)

    @property
    def last(self) -> date:
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def range(self) -> tuple[str, str]:
        """Its days, both included."""
        return self.first.isoformat(), self.last.isoformat()

    @property
    def before(self) -> ReportPeriod:
        """The period of the same length that ends when this one begins.

        >>> read_period("2025H1").before.words, read_period("2025").before.words
        ('2024H2', '2024')
        """
        if self.half == 2:
            return ReportPeriod(self.year, 1)
        return ReportPeriod(self.year - 1, None if self.half is None else 2)

    def periods(self, kind: Period) -> tuple[str, ...]:
        """Those that lie in it, and of half a year also the year that it is half of, as marks name them.

        >>> read_period("2025H1").periods("kvartal"), read_period("2025H2").periods("aar")
        (('2025K1', '2025K2'), ('2025',))
        """
        if kind == "aar":
            return (str(self.year),)
        if kind == "maaned":
            return tuple(f"{self.year}-{month:02}" for month in self.months)
        return tuple(f"{self.year}K{month // 3}" for month in self.months if month % 3 == 0)

    @property
    def all_periods(self) -> tuple[str, ...]:
        return (*self.periods("aar"), *self.periods("kvartal"), *self.periods("maaned"))


def read_period(words: str) -> ReportPeriod:
    """Raises ParseError (P191) where the words are no year and no half of one."""
    found = WORDS.fullmatch(words)
    if found is None:
        raise ParseError(Problem("P191", f"'{words[:40]}' is no period of a report.", "Write 2025H1, 2025H2 or 2025."))
    return ReportPeriod(int(found[1]), int(found[2]) if found[2] else None)
