"""Multi-stage measures: what is computed over other groups, periods or rows than those of the answer.

The vocabulary is Cube's: `group_by`, `reduce_by`, `time_shift`, `rolling_window`, `order_by`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from semantic.errors import Place
from semantic.model.grain import GRAINS, Grain, Interval, read_interval
from semantic.model.vocabulary import Document


class TimeShiftDocument(Document):
    """The value of another period: `prior` of the one so long before, `next` of the one so long after."""

    interval: str | None = None
    type: Literal["prior", "next"] = "prior"
    time_dimension: str | None = Field(None, description="Left out: the one time that the question names.")
    name: str | None = None
    sql: str | None = None


class OrderByDocument(Document):
    sql: str
    dir: Literal["asc", "desc"] = "asc"


class SlidingDocument(Document):
    type: Literal["fixed"] = "fixed"
    trailing: str | None = Field(None, description="How far back the window begins: an interval, or 'unbounded'.")
    leading: str | None = Field(None, description="How far ahead it ends: an interval, or 'unbounded'.")
    offset: Literal["start", "end"] = Field("end", description="Counted from the period's start or from its end.")


class ToDateDocument(Document):
    type: Literal["to_date"]
    granularity: str = Field(description="The window begins with this, for example the year.")


def _form_of_window(value: Any) -> str:
    to_date = isinstance(value, ToDateDocument) or (isinstance(value, dict) and value.get("type") == "to_date")
    return "to_date" if to_date else "sliding"


WindowDocument = Annotated[
    Annotated[SlidingDocument, Tag("sliding")] | Annotated[ToDateDocument, Tag("to_date")],
    Discriminator(_form_of_window),
]


CalculationName = Literal[
    "aatd", "aatd_sidste_aar", "sidste_aar", "rullende_12m", "aendring", "aendring_pct", "indeks", "prognose"
]


class CalculationDocument(Document):
    """A time calculation with what it needs to be told."""

    name: CalculationName
    base: str | int | None = Field(default=None, description="indeks: the period that is 100: 2021 or 2021K1.")
    method: Literal["lineaer", "saeson"] | None = Field(default=None, description="prognose: how the year is reckoned.")


def _form_of_calculation(value: Any) -> str:
    return "told" if isinstance(value, dict | CalculationDocument) else "name"


CalculationEntry = Annotated[
    Annotated[CalculationName, Tag("name")] | Annotated[CalculationDocument, Tag("told")],
    Discriminator(_form_of_calculation),
]


@dataclass(frozen=True)
class Shift:
    """Every row counts so much later than it says, by the time of the id `time`; None is the question's one time."""

    interval: Interval
    time: str | None = None


@dataclass(frozen=True)
class Window:
    """Rows from `trailing` before a period's end to `leading` after it; None is without bound.

    `from_start`: both are counted from the period's start. `to_date`: it begins where this grain's period begins, and
    `to_end` ends where that one does. `base` is the same moments for every period. `carries`: it holds the period too
    where that is longer, and is of each series' last snapshot in it.
    """

    trailing: Interval | None = Interval()
    leading: Interval | None = Interval()
    from_start: bool = False
    to_date: Grain | None = None
    to_end: bool = False
    base: tuple[datetime, datetime] | None = None
    carries: bool = False

    @property
    def holds_all(self) -> bool:
        """Whether every row up to the end is in it, so that no period need be named."""
        return self.trailing is None and self.leading in (None, Interval()) and not self.from_start


@dataclass(frozen=True)
class Vintage:
    """Who the members are from the day `begins` until the next vintage does; `at` is where each is written."""

    begins: date
    members: tuple[int | str, ...]
    at: tuple[Place, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Peers:
    """Which members of the dimension `of` (an id) a measure is computed over: those that share the row's own value of
    `by`, those of the vintage in force on the as-of day, or, without both, all that there are. With `validated_by`, a
    dimension of the rows, only rows count that are marked as validated.
    """

    of: str
    by: str | None = None
    vintages: tuple[Vintage, ...] | None = None
    validated_by: str | None = None

    @property
    def told_by(self) -> tuple[str, ...]:
        """The dimensions, by their ids, that tell who they are."""
        return tuple(one for one in (self.of, self.by, self.validated_by) if one is not None)

    def on(self, day: date) -> tuple[int | str, ...] | None:
        """The members by name, none where no vintage has begun; None where they are not named."""
        if self.vintages is None:
            return None
        begun = [one for one in self.vintages if one.begins <= day]
        return max(begun, key=lambda one: one.begins).members if begun else ()


@dataclass(frozen=True)
class Stage:
    """What the parts of a measure are computed over; `name` is the measure's id, or its snapshot date's.

    `keeps` are the only dimensions that the parts are grouped by, where it is not None; `drops` those that they are not
    grouped by. Both are ids. The question's filters hold as everywhere; where the group is `whole`, those on what is
    left out do not. `through_as_of`: no row after the as-of day counts, a period that holds it ends with it, and those
    after it have no value; the shifts then move what the window holds, not the rows. `peers` are those that the group
    is of.
    """

    name: str
    keeps: frozenset[str] | None = None
    drops: frozenset[str] = frozenset()
    shifts: tuple[Shift, ...] = ()
    window: Window | None = None
    whole: bool = False
    through_as_of: bool = False
    peers: Peers | None = None

    @property
    def is_of_periods(self) -> bool:
        """Whether rows count in the windows of named periods."""
        return self.window is not None or self.through_as_of

    @property
    def is_at_the_asked_grain(self) -> bool:
        return self.keeps is None and not self.drops


Grouping = tuple[tuple[frozenset[str] | None, frozenset[str]], ...]
"""What each of some stages keeps and drops, outermost first, those left out that are at the asked grain."""


def grouping_of(stages: Iterable[Stage]) -> Grouping:
    return tuple((one.keeps, one.drops) for one in stages if not one.is_at_the_asked_grain)


@dataclass(frozen=True)
class Rank:
    """The place among the groups that differ by the dimensions `over` alone, the first in the order being 1."""

    over: frozenset[str]
    descending: bool


def read_window(document: SlidingDocument | ToDateDocument) -> Window:
    """Raises ValueError with a sentence."""
    if isinstance(document, ToDateDocument):
        if document.granularity not in GRAINS:
            raise ValueError(f"there is no granularity '{document.granularity}'")
        return Window(to_date=GRAINS[document.granularity])
    window = Window(_reach(document.trailing), _reach(document.leading), document.offset == "start")
    if window.trailing == window.leading == Interval():
        raise ValueError("a window needs 'trailing', 'leading' or the type 'to_date'")
    return window


def read_carry(text: str) -> Window:
    """The window in which a series' last snapshot still counts. Raises ValueError with a sentence."""
    trailing = _reach(text)
    if trailing == Interval():
        raise ValueError("counts are carried forward for a time, or 'unbounded'")
    return Window(trailing, carries=True)


def _reach(text: str | None) -> Interval | None:
    return None if text == "unbounded" else _forward(text) if text else Interval()


def read_shift(document: TimeShiftDocument, time: str | None) -> Shift:
    """Raises ValueError with a sentence."""
    if document.interval is None or document.name is not None or document.sql is not None:
        raise ValueError("a time_shift needs an 'interval'; 'name' and 'sql', a calendar's own, are not served")
    length = _forward(document.interval)
    return Shift(length if document.type == "prior" else -length, time)


def _forward(text: str) -> Interval:
    interval = read_interval(text)
    if interval.months < 0 or interval.seconds < 0:
        raise ValueError(f"'{text[:40]}' is negative")
    return interval
