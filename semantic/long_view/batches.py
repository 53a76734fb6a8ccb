"""Series → few questions: those whose groups come from the same rows, under the same decision, are asked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from semantic.long_view.question import Begins, LongQuestion
from semantic.long_view.series import Series, whole_periods
from semantic.predicate import Asked, Predicate, conjunction
from semantic.query import Query, TimeDimension


@dataclass(frozen=True)
class Decided:
    """What is decided on a question: its fingerprint, and whether small cells are hidden."""

    fingerprint: str
    protected: bool


Decide = Callable[[Query], Decided | None]
"""What is decided on a question; None where it is denied, or cannot be answered."""
BeginsOf = Callable[[Series], Begins]
"""Where the periods of a series begin."""
MOST_UNITS = 1_000  # that are tested in the question; more are told apart by its answer
KEYS = 2  # of each question: the unit and the period


@dataclass(frozen=True)
class Batch:
    """Series that one question answers."""

    series: tuple[Series, ...]
    query: Query


@dataclass(frozen=True)
class Asking:
    """How the series of one question on the long view are put.

    `lifetime_of` is where the periods of a series begin at all, `begins_of` where those do that are asked for.
    `most` is how many members a question may have.
    """

    asked: LongQuestion
    decide: Decide
    lifetime_of: BeginsOf
    begins_of: BeginsOf
    most: int

    def batch(self, series: Sequence[Series]) -> Batch:
        first = series[0]
        times = () if first.in_years else (TimeDimension(first.period, first.grain),)
        return Batch(
            tuple(series),
            Query(
                measures=tuple(dict.fromkeys(name for one in series for name in one.measures)),
                dimensions=(first.unit, first.period) if first.in_years else (first.unit,),
                time_dimensions=times,
                where=conjunction(*self._tests(series)),
                as_of=self.asked.as_of,
                edition=self.asked.edition,
                unordered=True,
            ),
        )

    def _tests(self, series: Sequence[Series]) -> Iterator[Predicate[Asked]]:
        """INVARIANT: what is asked for is put into the question only where it changes no figure."""
        one, units = series[0], self.asked.units
        if units is not None and one.plain and one.named_by_text and len(units) <= MOST_UNITS:
            yield Asked(one.unit, "equals", tuple(sorted(units)))
        # Which units have rows of spells depends on the periods that are asked for.
        begins_of = self.begins_of if one.plain and not one.of_spells else self.lifetime_of
        begins = whole_periods(one, reduce(Begins.spanning, map(begins_of, series)))
        bounds = ((begins.first, "gte", "afterOrOnDate"), (begins.last, "lte", "beforeOrOnDate"))
        for day, of_number, of_time in bounds:
            if day is not None and one.in_years:
                yield Asked(one.period, of_number, (day.year,))
            elif day is not None:
                yield Asked(one.period, of_time, (day.isoformat(),))

    def decided(self, one: Series) -> tuple[Series, Decided] | None:
        """The series and what is decided on it alone; None where it is refused.

        INVARIANT: a part stands beside the value only where it changes nothing of what is decided on the value. Where
        small cells are hidden, what is hidden does not depend on which units and periods are asked for.
        """
        alone = replace(one, taeller=None, naevner=None)
        own = self.decide(self.batch([alone]).query)
        if own is not None and own.protected and one.plain:
            return self.decided(replace(one, plain=False))
        if own is None:
            return None
        halves = (replace(one, naevner=None), replace(one, taeller=None)) if one.taeller and one.naevner else ()
        with_parts = (each for each in (one, *halves) if each != alone)
        return next((each for each in with_parts if self.decide(self.batch([each]).query) == own), alone), own

    def batches(self, series: Iterable[Series]) -> tuple[Batch, ...]:
        """The questions. What is refused is asked alone, so that its refusal is recorded as that of any question."""
        together: dict[object, list[Series]] = {}
        refused: list[Batch] = []
        for one in series:
            found = self.decided(one)
            if found is None:
                refused.append(self.batch([replace(one, taeller=None, naevner=None)]))
                continue
            series_, own = found
            key = (series_.unit, series_.period, series_.grain, series_.facts, series_.plain, own)
            together.setdefault(key, []).append(series_)
        answered = (self.batch(part) for key, found in together.items() for part in self._parts(found, key))
        return (*answered, *refused)

    def _parts(self, series: list[Series], key: object) -> Iterator[list[Series]]:
        """No more than a question may have; and each alone where together something else would be decided."""
        part: list[Series] = []
        for one in series:
            members = {name for each in (*part, one) for name in each.measures}
            if part and len(members) + KEYS > self.most:
                yield from self._alike(part, key)
                part = []
            part.append(one)
        yield from self._alike(part, key)

    def _alike(self, part: list[Series], key: object) -> Iterator[list[Series]]:
        assert isinstance(key, tuple)
        if len(part) == 1 or self.decide(self.batch(part).query) == key[-1]:
            yield part
        else:
            yield from ([one] for one in part)
