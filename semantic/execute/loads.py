"""The load register: what was loaded when, up to which day each source is complete, and which rows that leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from semantic.errors import DefinitionError, Problem, refusal
from semantic.model.lineage import keeps_loads
from semantic.model.model import Cube, Model
from semantic.plan.versions import Version, Versions
from semantic.query import AsOf

REGISTER = "load"  # table: number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN, and may be ARRIVED
ARRIVED = "arrived"  # TIMESTAMP, a local one: when the load came
MOST_DAYS = 12  # named in a hint


@dataclass(frozen=True)
class Load:
    number: int
    day: date
    arrived: datetime | None = None


@dataclass(frozen=True)
class Held:
    """What a table of loads holds: which loads brought its rows, and whether a key has several or is withdrawn."""

    loads: frozenset[int | None]
    several: bool


@dataclass(frozen=True)
class Loads:
    """`number` is the newest load's, a running number and never a hash of content.

    `complete` are each source's complete loads, the oldest first; `otherwise` is the day of what names no source.
    """

    number: int
    complete: Mapping[str, tuple[Load, ...]]
    otherwise: AsOf

    @property
    def days(self) -> dict[str, date]:
        """Each source's last complete day."""
        return {source: max(one.day for one in loads) for source, loads in self.complete.items()}

    def as_of(self, model: Model, cubes: Iterable[str], asked: date | None = None) -> AsOf:
        """The earliest day among the cubes' sources, and the source that it is; `asked`, of the loads up to then.

        Raises UnsupportedError (U416) where a source has no load by that day, or none to tell that it was the last.
        """
        read = tuple(cubes)
        found = {name for one in read if (name := _source(model.cubes[one], asked)) in self.complete}
        if asked is None:
            known = [(day, name) for name, day in self.days.items() if name in found]
            return AsOf(*min(known)) if known else self.otherwise
        now = self.as_of(model, read).day
        days = [(self._until(name, asked)[-1].day, name) for name in found]
        return AsOf(*min(days, default=(min(asked, now), "")), asked, now)

    def earlier(self, model: Model, cubes: Iterable[str]) -> tuple[date, ...]:
        """The days of loads, but for the last of all, as of which rows of all these cubes are known."""
        read = [model.cubes[name] for name in cubes]
        if not all(keeps_loads(model, one.name) for one in read):
            return ()
        kept = [self.complete[_source(one, None)] for one in read if one.loaded_at is not None]
        days = sorted({one.day for loads in kept for one in loads})
        return tuple(day for day in days[:-1] if all(loads[0].day <= day <= loads[-1].day for loads in kept))

    def number_of(self, model: Model, cubes: Iterable[str], asked: date | None) -> int:
        """The newest load's number; asked as of a day, that of the last load that the cubes have by then."""
        if asked is None:
            return self.number
        sources = {name for one in cubes if (name := _source(model.cubes[one], asked)) in self.complete}
        return max((self._until(name, asked)[-1].number for name in sources), default=self.number)

    def versions(self, model: Model, held: Mapping[str, Held], asked: date | None) -> Versions:
        """Which rows of each cube are in force as of the day, and after the newest complete loads."""

        def newest(cube: str) -> Version | None:
            return self._version(model.cubes[cube], held, None)

        def then(cube: str) -> Version | None:
            return self._version(model.cubes[cube], held, asked)

        return Versions(then, then, newest)

    def _version(self, cube: Cube, held: Mapping[str, Held], asked: date | None) -> Version | None:
        if cube.loaded_at is None:
            return None
        source = _source(cube, asked)
        loads = self._until(source, asked) if asked else self.complete[source]
        numbers, there = tuple(one.number for one in loads), held[cube.name]
        if there.loads <= set(numbers) and not there.several:
            return None
        return Version(numbers, there.several)

    def _until(self, source: str, asked: date) -> tuple[Load, ...]:
        """The source's loads up to the day, at least one. Raises UnsupportedError (U416)."""
        loads = self.complete[source]
        days = [one.day for one in loads]
        if not days[0] <= asked <= days[-1]:
            side = f"before the first load, of {days[0]}" if asked < days[0] else f"after the last load, of {days[-1]}"
            named = ", ".join(str(day) for day in sorted(set(days))[-MOST_DAYS:])
            raise refusal(Problem("U416", f"The day {asked} is {side}.", f"There are loads as of: {named}."))
        return tuple(one for one in loads if one.day <= asked)

    def check(self, model: Model) -> None:
        """Raises DefinitionError (D638) where the loads that a cube keeps are not known, or go back in time."""
        problems = [
            Problem("D638", f"'{cube.name}' keeps its loads, but {fault}.", at=cube.at)
            for cube in model.cubes.values()
            if cube.loaded_at is not None and (fault := self._fault(_source(cube, None)))
        ]
        if problems:
            raise DefinitionError(*problems)

    def _fault(self, source: str) -> str | None:
        days = [one.day for one in self.complete.get(source, ())]
        if not days:
            return f"the register has no complete load of '{source}'"
        return None if days == sorted(days) else f"a later load of '{source}' is of an earlier day"


def _source(cube: Cube, asked: date | None) -> str:
    """The source whose loads date the cube's rows; none of what is the same as of any day that is asked."""
    if asked is not None and cube.loaded_at is None:
        return ""
    return (cube.source.load or "") if cube.source else ""
