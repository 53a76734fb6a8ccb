"""The states of a question. The type says how far it has come: Query → ResolvedQuery → AuthorisedQuery."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from semantic.access.decide import Decision
from semantic.model.grain import Grain, Interval
from semantic.model.graph import Path
from semantic.model.model import Dimension, Measure, Segment, Stamp
from semantic.model.stage import Grouping
from semantic.predicate import TRUE, Asked, Predicate, Test

Subtotals = Literal["rollup", "cube"] | tuple[tuple[str, ...], ...]
EDITION_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,54}", re.ASCII)  # with `edition_` before it a name in SQL
DateRange = str | tuple[str, str]  # 'last 12 months', '2024', or inclusive bounds


@dataclass(frozen=True)
class TimeDimension:
    """A time member with a grain to group by, a range to filter by, or both."""

    dimension: str
    granularity: str | None = None
    date_range: DateRange | None = None


@dataclass(frozen=True)
class Order:
    member: str
    descending: bool = False
    nulls_first: bool = False


@dataclass(frozen=True)
class Top:
    """The `count` members of a grouped dimension that come first by the measure; the others are one rest row."""

    dimension: str
    measure: str
    count: int
    descending: bool = True
    rest: bool = True


@dataclass(frozen=True)
class Query:
    """What every interface parses to. Names are `view.member`; `limit` None means all rows.

    `default_limit` is the interface's own cap for an asker who named none; an answer cut by it is marked truncated.
    `where` may test dimensions and measures; resolve tells them apart. `subtotals` are the grouping sets, each the
    dimensions that it keeps, or the word for many of them; without any the answer has the one grain of all dimensions.
    `every` names the grouped dimensions whose members are listed also where they have no rows.
    `as_of` is a day, 2025-08-31: the answer is what it was when the loads up to that day were there.
    `edition` is the name of one: the answer is what it was by the definitions and the data that it holds.
    `ungrouped` asks for the rows of one cube as they are; with it `behind` names a figure, whose sides the measures
    are: the rows are those alone that they count, each with what it gives to them. `unordered` leaves the order open.
    `exact` asks for measures as expressions see them, before they are rounded: what goes on to compute with them rounds
    what it shows.
    """

    measures: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    time_dimensions: tuple[TimeDimension, ...] = ()
    segments: tuple[str, ...] = ()
    where: Predicate[Asked] = field(default=TRUE)
    order: tuple[Order, ...] = ()
    limit: int | None = None
    offset: int = 0
    default_limit: int | None = None
    total: bool = False
    timezone: str | None = None
    as_of: str | None = None
    edition: str | None = None
    subtotals: Subtotals = ()
    top: Top | None = None
    every: tuple[str, ...] = ()
    ungrouped: bool = False
    behind: str | None = None
    unordered: bool = False
    exact: bool = False


@dataclass(frozen=True, eq=False)
class DimensionField:
    """A dimension in a question. `root` is the cube that `path` starts from: the view's, or the dimension's own.

    `through_view` says that the path was declared by a view; a cube asked directly declares none. Not `asked` are the
    members that a mean goes over, and those of a view's default filters that are hidden: nobody named them, and not
    everybody may know of them. With a `shift` every row counts so much later than it says. What is `preset`, tested by
    a default filter, is the row's own under every stage, so that none reaches past the filter.
    """

    name: str
    title: str
    dimension: Dimension
    root: str
    path: Path
    through_view: bool
    grain: Grain | None = None
    description: str | None = None
    asked: bool = True
    shift: Interval = Interval()
    preset: bool = False


@dataclass(frozen=True, eq=False)
class MeasureField:
    """A measure in a question; `counted` is the dimension that it counts the different values of, if it does."""

    name: str
    title: str
    measure: Measure
    root: str
    path: Path
    through_view: bool
    description: str | None = None
    counted: DimensionField | None = None


@dataclass(frozen=True, eq=False)
class StatusField:
    """The companion that says what kind of value the measure has."""

    name: str
    of: MeasureField


@dataclass(frozen=True, eq=False)
class SubtotalField:
    """Whether the row is a subtotal over the dimension, which is then NULL and not a NULL member."""

    name: str
    of: DimensionField


@dataclass(frozen=True, eq=False)
class RestField:
    """Whether the row stands for all members outside the top, and the dimension is NULL for that."""

    name: str
    of: DimensionField


@dataclass(frozen=True, eq=False)
class StampField:
    """A column that says where the answer is from: `opgjort_pr`, `dataversion` or `omfang`."""

    name: str
    stamp: Stamp


@dataclass(frozen=True, eq=False)
class SegmentField:
    name: str
    segment: Segment
    root: str
    path: Path
    through_view: bool


Field = DimensionField | MeasureField | StatusField | SubtotalField | RestField | StampField


@dataclass(frozen=True, eq=False)
class Sorted:
    field: Field
    descending: bool
    nulls_first: bool = False


@dataclass(frozen=True, eq=False)
class TopFields:
    """The top in objects. The measure need not be selected."""

    dimension: DimensionField
    measure: MeasureField
    count: int
    descending: bool
    rest: bool


@dataclass(frozen=True)
class AsOf:
    """The day up to which the data is complete: across sources the earliest, and which source that is.

    `asked` is the day that the question is asked as of, which may be later, and `now` the day without it; None where it
    is asked as of now.
    """

    day: date
    source: str
    asked: date | None = None
    now: date | None = None


@dataclass(frozen=True, eq=False)
class ResolvedQuery:
    """The question in objects of the visible model. `columns` are the answer's, in order.

    `dimensions` and `measures` hold each field once; `order` is complete: it names every dimension. `touched` is
    every member in select, filter, having or order, and `cubes` every cube that the answer reads. Each of `subtotals`
    is the names of the dimensions that one grouping set keeps.
    """

    columns: tuple[Field, ...]
    dimensions: tuple[DimensionField, ...]
    measures: tuple[MeasureField, ...]
    segments: tuple[SegmentField, ...]
    where: Predicate[Test[DimensionField]]
    having: Predicate[Test[MeasureField]]
    order: tuple[Sorted, ...]
    subtotals: tuple[frozenset[str], ...]
    limit: int | None
    default_limit: int | None
    offset: int
    total: bool
    timezone: str
    as_of: AsOf
    touched: frozenset[str]
    cubes: frozenset[str]
    top: TopFields | None = None
    every: tuple[DimensionField, ...] = ()
    ungrouped: bool = False
    behind: bool = False
    exact: bool = False


@dataclass(frozen=True, eq=False)
class AuthorisedQuery:
    """A resolved question with the decisions on its parts. Only `authorise` makes one, and `plan` takes nothing else.

    `decision` is on the question's own rows, `parts` on what is put to other groups; `scope` says of all whose rows.
    """

    question: ResolvedQuery
    decision: Decision
    parts: Mapping[Grouping, Decision]
    scope: str

    @property
    def fingerprint(self) -> str:
        """The same for the same decisions on all parts."""
        return "-".join(dict.fromkeys(part.fingerprint for part in self.parts.values()))
