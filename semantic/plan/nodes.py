"""The plan: a small typed algebra. Types only.

The core answers each fact at the asked grain and ends at Combine; the finish computes what is shown from its cells.
Columns are named after members (`regnskab__funktion`), never by counters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from semantic.model.grain import Grain
from semantic.model.graph import Path
from semantic.model.model import Aggregation, Scalar
from semantic.plan.calculation import Calculation, MeasureOutput, Place
from semantic.plan.periods import Period
from semantic.plan.protection import Protection
from semantic.plan.swept import Span, Swept
from semantic.plan.term import Term, Valid
from semantic.plan.versions import Version
from semantic.predicate import And, Predicate, Test


@dataclass(frozen=True, eq=False)
class Key:
    """A column that the cells are grouped by.

    Of one that is cut to the top's members there are two: the `kept` value, NULL in the rest, and whether it is `rest`.
    """

    name: str
    term: Term
    part: Literal["whole", "kept", "rest"] = "whole"


@dataclass(frozen=True, eq=False)
class Leading:
    """Some row of `input` passes and leads to the row over the join `on`: columns at `()` are of its root."""

    input: Source
    on: Scalar
    where: Told


@dataclass(frozen=True, eq=False)
class Scan:
    """A cube's rows that may be read: those for which `rows` hold.

    Policies' own look-ups see all rows: `told_by` is the cube with what the rows are told by beside it, None where all
    may be read. Of those for which `unprotected` holds the column `UNPROTECTED` says so, where there is one.
    INVARIANT: what is not in force in the `version` is no row, for policies and questions alike.
    """

    cube: str
    alias: str
    rows: Told = And(())
    told_by: Source | None = None
    unprotected: Told | None = None
    version: Version | None = None


@dataclass(frozen=True, eq=False)
class Join:
    """Input rows with the joined rows beside them, NULL where there are none. `to_many` multiplies rows.

    `on` has columns at `()` (the side at `path[:-1]`) and at `(join,)`; `backwards` swaps them. `valid` narrows them.
    """

    input: Source
    scan: Scan
    path: Path
    join: str
    on: Scalar
    backwards: bool
    to_many: bool
    valid: Valid | None = None


@dataclass(frozen=True, eq=False)
class Windows:
    """Input rows once beside each period whose window holds their time. A row without a time is in none.

    The periods' rows go by the name `PERIODS` behind the root's; `of_days` says that their starts are days. Where all
    windows begin and end with a day, `day` is the time's: rows of one day are in the same windows.
    """

    input: Source
    time: Term
    periods: tuple[Period, ...]
    of_days: bool
    day: Term | None


@dataclass(frozen=True, eq=False)
class Values:
    """A measure's value for each row of a cube, which the columns `keys` of the core name by its `primary_key`."""

    core: Core
    keys: tuple[str, ...]
    primary_key: tuple[Scalar, ...]
    value: MeasureOutput


@dataclass(frozen=True, eq=False)
class Later:
    """Whether one of the `events` is of the row's `person` and comes in its follow-up, which `starts` and `ends`.

    It comes on the day of the `event`, or holds on the last day. NULL where the person is unknown or the follow-up ends
    after `as_of`. A row that could be its own event is told by its `primary_key`.
    """

    person: Term
    starts: Term
    ends: Term
    events: Filter
    whose: Term
    event: Term | Valid
    as_of: date
    primary_key: tuple[Scalar, ...]


@dataclass(frozen=True, eq=False)
class Beside:
    """Input rows with a value beside the row at `path[:-1]`, in the column `value` of the whole path; else NULL."""

    input: Source
    path: Path
    values: Values | Later


Told = Predicate[Test[Term] | Leading]
Source = Scan | Join | Windows | Beside
PERIODS = "@periods"
BEGINS, ENDS, COUNTED = "@begins", "@ends", "@counted"
UNPROTECTED = "@unprotected"


@dataclass(frozen=True, eq=False)
class Filter:
    """Rows for which the predicate and every condition hold."""

    input: Source
    where: Predicate[Test[Term]]
    conditions: tuple[Term, ...] = ()


@dataclass(frozen=True, eq=False)
class Latest:
    """Rows of each series' last snapshot in each period, then those for which predicate and conditions hold.

    `input` is narrowed by the date only: a filter on anything else must not make an older snapshot the last.
    """

    input: Filter
    date: Term
    series: tuple[Term, ...]
    periods: tuple[Key, ...]
    where: Predicate[Test[Term]]
    conditions: tuple[Term, ...]


@dataclass(frozen=True, eq=False)
class Dedupe:
    """Each row of the root cube once for every combination of keys, joined to what the aggregates need.

    Where the path to a key meets many rows, a row of the root stands once in each group, however many rows led there.
    """

    input: Filter
    keys: tuple[Key, ...]
    primary_key: tuple[Term, ...]
    again: Source


@dataclass(frozen=True, eq=False)
class Merged:
    """Each person's spells within the keys, those that overlap or meet merged into one from `BEGINS` until `ENDS`.

    Of the `input` each row is a spell from the day `begins` until the day `ends`, NULL where it still lasts. Those that
    are `COUNTED` are merged with one another. With `before` only what begins, or where it is of the `ending`
    ends, before that day is left: what overlaps a spell that still lasts then goes on later.
    """

    input: Filter
    keys: tuple[Key, ...]
    person: Term
    counted: Term
    begins: Term
    ends: Term
    before: date | None
    ending: bool


Sets = tuple[frozenset[str], ...]
"""Grouping sets, each the names of the keys that it keeps. Facts with sets carry a flag for each key (`flag`)."""

Rows = Filter | Latest | Dedupe | Merged


@dataclass(frozen=True, eq=False)
class Aggregated:
    """One aggregate column, seen from the fact's root; a time is shown in the question's zone."""

    name: str
    aggregation: Aggregation
    timezone: str


@dataclass(frozen=True, eq=False)
class Cut:
    """Which of a fact's rows are of the top's members: those whose `term` is among them, under the key's name.

    With `rest` the others are grouped as the rest, without they are left out.
    """

    key: str
    term: Term
    rest: bool


@dataclass(frozen=True, eq=False)
class Aggregate:
    """One row for each combination of keys. Without keys one row, also over no rows.

    With `sets` one row for each combination of the keys that each set keeps, all from one pass over the rows. `single`
    says that the keys tell every row apart, so that each is a group and nothing needs to be grouped. Under protection
    some columns count the persons behind the others.
    """

    cube: str
    input: Rows
    keys: tuple[Key, ...]
    columns: tuple[Aggregated, ...]
    sets: Sets = ()
    cut: Cut | None = None
    single: bool = False
    protection: Protection | None = None

    @property
    def is_single(self) -> bool:
        """Whether each row is written as it is: keys that leave something out group what the others tell apart."""
        return self.single and not self.sets and self.cut is None


@dataclass(frozen=True, eq=False)
class Sweep:
    """Each period of the calendar beside each combination of the keys that occurs, and what is swept up to it.

    `starts` and `stops` are aggregated by the keys and the day `EVENT`, and then by the grain, which no period divides;
    there is one side where the columns need no other.
    """

    cube: str
    keys: tuple[Key, ...]
    starts: Aggregate | None
    stops: Aggregate | None
    grain: Grain
    spans: tuple[Span, ...]
    columns: tuple[Swept, ...]


@dataclass(frozen=True, eq=False)
class GroupMean:
    """The mean, median, sum, least or greatest of a calculation over the members of a finer grain, or their number.

    `total` and `number` name the columns whose quotient is the mean; of the others `total` is the value itself. Rows
    without one of the `members` (keys of the finer grain) belong to no member and are left out. A place is each
    member's own, so that the members are among the keys.
    """

    name: str
    input: Core
    keys: tuple[str, ...]
    members: tuple[str, ...]
    calculation: Calculation
    kind: Literal["unweighted_mean", "median", "sum", "min", "max", "members", "lowest_first", "highest_first"]


@dataclass(frozen=True, eq=False)
class Members:
    """Every value of one key among the rows of its own cube, and the value in a row of NULLs that passes the tests."""

    rows: Aggregate

    @property
    def key(self) -> str:
        return self.rows.keys[0].name


@dataclass(frozen=True, eq=False)
class Periods:
    """Every period of the grain from the one that begins at `first` to the one that begins at `last`.

    Without a bound it is the least or the greatest that occurs. In a `zone` those are left out that its clock skips.
    """

    key: str
    grain: Grain
    first: datetime | None
    last: datetime | None
    zone: str | None


Listed = Members | Periods


@dataclass(frozen=True)
class Begun:
    """Of the `columns` only what stands in a period of the key up to the one that begins at `last` has a value."""

    key: str
    last: datetime
    columns: frozenset[str]


@dataclass(frozen=True, eq=False)
class Combine:
    """Facts of the same grain side by side, a NULL key equal to a NULL key; no fact's groups are lost.

    `coarser` facts have fewer keys (they are constant over the others) and are repeated beside the groups they
    belong to. `counts` are 0, not NULL, where a fact has no rows. Every member of the `listed` keys stands beside each
    combination of the other keys that occurs.
    """

    keys: tuple[str, ...]
    inputs: tuple[Fact, ...]
    coarser: tuple[Fact, ...]
    counts: frozenset[str]
    listed: tuple[Listed, ...] = ()
    begun: tuple[Begun, ...] = ()


@dataclass(frozen=True, eq=False)
class Levels:
    """A fact computed apart for each grouping set, where one pass would count rows of one level in another."""

    keys: tuple[Key, ...]
    levels: tuple[Aggregate | GroupMean | Sweep, ...]


@dataclass(frozen=True, eq=False)
class Detail:
    """One row for each row of the cube that passes, none grouped.

    `columns` are what the row gives to each aggregate, and `told_apart` is the primary key, which completes the order.
    """

    cube: str
    input: Filter | Latest
    keys: tuple[Key, ...]
    columns: tuple[Aggregated, ...]
    told_apart: tuple[Key, ...]


Fact = Aggregate | GroupMean | Levels | Sweep
Cells = Fact | Combine


@dataclass(frozen=True, eq=False)
class Crossed:
    """Every cell once for each combination of values that are no row's: of switches. No values, no cells."""

    input: Cells
    keys: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, eq=False)
class Ranked:
    """Cells with their places beside them. `flagged` cells hold subtotals, ranked apart for each grouping set."""

    input: Cells | Crossed
    keys: tuple[str, ...]
    places: tuple[Place, ...]
    flagged: bool


Core = Cells | Crossed | Ranked | Detail


def flag(key: str) -> str:
    """The column that says whether a key is left out of the row's grouping set."""
    return f"{key}__subtotal"


def rest_flag(key: str) -> str:
    """The column that says whether the row is the rest of a key that is cut to the top's members."""
    return f"{key}__rest"


def column_name(member: str) -> str:
    """`view.member.month` as a column: `view__member__month`."""
    return member.replace(".", "__")
