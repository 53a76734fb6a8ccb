"""The linked model: immutable, names resolved, model SQL parsed. Nothing in it changes after load.

Members name their cube and do not hold it: every object is a small value. Paths through the join graph are tuples of
steps: `users` follows the join of that name, `<orders.users` follows it backwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal, get_args

from sqlglot import exp

from semantic.errors import Place
from semantic.model.checklist import ChecklistDocument
from semantic.model.documents import SourceDocument
from semantic.model.grain import Grain, Interval
from semantic.model.graph import Graph, Path
from semantic.model.groups import Group
from semantic.model.hierarchy import Hierarchy, ViewHierarchy
from semantic.model.looks import Folder, Looks
from semantic.model.question import DeclaredQuestion
from semantic.model.record import NoegletalDocument, UncountedDocument
from semantic.model.share import Share
from semantic.model.spells import Spell, SpellInterval
from semantic.model.stage import Rank, Stage
from semantic.model.theme import Theme
from semantic.model.timing import LoadedAt, Snapshot, ValidTime
from semantic.predicate import Asked
from semantic.result import DataType


class Owned:
    """A member of a cube, known everywhere as `cube.name`."""

    name: str
    cube: str

    @property
    def id(self) -> str:
        return f"{self.cube}.{self.name}"


class Fixed:
    """Makes a dataclass's mappings read-only, so that nothing in a model changes after load."""

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if isinstance(value, dict):
                object.__setattr__(self, name, MappingProxyType(value))


@dataclass(frozen=True)
class ColumnRef:
    """A column of the cube itself (path `()`) or of a cube reached by joins to one row; after a last step `#dimension`
    it is the value of that `sub_query`, which stands beside the row.
    """

    path: Path
    name: str
    quoted: bool = False


@dataclass(frozen=True, eq=False)
class Scalar:
    """A row-level expression: `node` has a `Placeholder` numbered i wherever `columns[i]` stands."""

    node: exp.Expr
    columns: tuple[ColumnRef, ...]

    @cached_property
    def paths(self) -> frozenset[Path]:
        return frozenset(ref.path for ref in self.columns)


Zoned = Literal["utc", "local", "instant", "day", "none"]
"""How a time column is written: UTC or local wall clock, instants, or days, which have no zone; `none` is no time."""


@dataclass(frozen=True, eq=False)
class FollowUp:
    """What is looked for after the index event of a row: a row of `cube`, of the same person, that is one of `where`.

    Its `event` is on a day from `after` the index event until `within` it, both among them; or it `holds` on the last.
    `index` and `person` are dimensions of the index event's cube, `whose` is the person in the other.
    """

    index: str
    person: str
    cube: str
    whose: str
    event: str | None
    holds: ValidTime | None
    where: Scalar | None
    after: Interval
    within: Interval


AggregationKind = Literal["count", "count_distinct", "sum", "min", "max", "median", "percentile"]


@dataclass(frozen=True, eq=False)
class Aggregation:
    """What the core computes from rows. `operand` None counts rows; `condition` is the measure's own filter.

    `latest` marks a stock: each series' last snapshot alone, never a sum over time. Of a `spell` the operand is its
    rate, or the person where different persons are counted. `scale` is the number of exact decimals of the result, None
    for an inexact or non-numeric one. `follow_up` is what the condition asks for by the value beside the row for it.
    With a `weight` a row counts by so much of it.
    """

    kind: AggregationKind
    operand: Scalar | None
    condition: Scalar | None = None
    percentile: float | None = None
    latest: bool = False
    spell: Spell | None = None
    data_type: DataType = "decimal"
    scale: int | None = 0
    zoned: Zoned = "none"
    follow_up: FollowUp | None = None
    weight: Scalar | None = None


@dataclass(frozen=True)
class MeasureRef:
    cube: str
    measure: str

    def __str__(self) -> str:
        return f"{self.cube}.{self.measure}"


Part = MeasureRef | Aggregation
GroupAggregation = Literal[
    "ratio_of_sums", "unweighted_mean", "median", "sum", "min", "max", "members", "lowest_first", "highest_first"
]  # `members` is how many have a value, and the last two are a member's own place


@dataclass(frozen=True, eq=False)
class Formula:
    """Arithmetic over aggregated parts: `node` has a `Placeholder` numbered i wherever `parts[i]` stands.

    `constant_over` names (`cube.dimension`) what a part may ignore when it cannot reach it. With a `group_aggregation`
    the formula is computed for each of the `group_members` first; rows without one are a group only if
    `unknown_is_a_group`. `stage` says what its parts are computed over, `rank` that the value is the formula's place.
    With a `switch`, a dimension's id, the node is a CASE by its values whose subject is still to be put in. With
    `part_stages` each part has one of its own; with `days` two more placeholders follow the parts': how many days that
    stage's window has so far, and how many its whole year.
    """

    node: exp.Expr
    parts: tuple[Part, ...]
    constant_over: frozenset[str] = frozenset()
    group_aggregation: GroupAggregation = "ratio_of_sums"
    group_members: tuple[str, ...] = ()
    unknown_is_a_group: bool = False
    stage: Stage | None = None
    rank: Rank | None = None
    switch: str | None = None
    part_stages: tuple[Stage, ...] = ()
    days: Stage | None = None

    @property
    def is_staged(self) -> bool:
        return self.stage is not None or self.rank is not None or bool(self.part_stages)


@dataclass(frozen=True, eq=False)
class Dimension(Owned):
    """`alias` is (path, cube, dimension) when this only repeats a dimension of a joined cube.

    `sub_query` is the measure whose value at the grain of the cube's primary key this is. `granularities` are its own,
    beside those that every time has. `switch` are the values of one that the question chooses and no row has, and one
    that `is_period` is the question's calendar, by which spells are counted; the expression of both is NULL. With a
    `grain` each value is the first day of such a period, and stands for the whole of it.
    """

    name: str
    cube: str
    title: str
    description: str | None
    public: bool
    kind: Literal["string", "number", "boolean", "time"]
    expression: Scalar
    data_type: DataType
    primary_key: bool = False
    unique: bool = False
    conformed: str | None = None
    alias: tuple[Path, str, str] | None = None
    sub_query: MeasureRef | None = None
    value_order: tuple[str, ...] = ()
    partial: bool = False
    geography: bool = False
    granularities: Mapping[str, Grain] = field(default_factory=dict)
    switch: tuple[str, ...] = ()
    is_period: bool = False
    grain: Grain | None = None
    zoned: Zoned = "none"
    looks: Looks = Looks()
    meta: Mapping[str, object] = field(default_factory=dict)
    at: Place = field(default_factory=Place)


@dataclass(frozen=True, eq=False)
class Measure(Owned):
    """`pinned` are the cube's own dimensions that this must not be summed over (from `additive_over`).

    `drill_members` are ids. `companion_of` is the measure that this was made beside; where it compares that with a
    group, `against` is the group. `marked_by` (an id) says of a row whether it is validated.
    """

    name: str
    cube: str
    title: str
    description: str | None
    public: bool
    type: str
    body: Aggregation | Formula
    data_type: DataType
    unit: str | None = None
    decimals: int | None = None
    polarity: str | None = None
    sign: str | None = None
    pinned: frozenset[str] = frozenset()
    additive_over: tuple[str, ...] | None = None
    reconstructed: bool = False
    companion_of: str | None = None
    against: str | None = None
    marked_by: str | None = None
    drill_members: tuple[str, ...] = ()
    looks: Looks = Looks()
    meta: Mapping[str, object] = field(default_factory=dict)
    at: Place = field(default_factory=Place)


@dataclass(frozen=True, eq=False)
class Segment(Owned):
    name: str
    cube: str
    title: str
    description: str | None
    public: bool
    condition: Scalar
    meta: Mapping[str, object] = field(default_factory=dict)
    at: Place = field(default_factory=Place)


@dataclass(frozen=True, eq=False)
class Join:
    """An edge as declared: from `cube` to `target` in the role `name`. `on` has columns at `()` and `(name,)`.

    To a target with a valid time it is `dated`: by a time dimension of `cube`, by the question (`AS_OF_DAY`), or by a
    day of its own. With a `share` rows are divided among those of the target.
    """

    cube: str
    name: str
    target: str
    to_many: bool
    back_to_many: bool
    on: Scalar
    dated: str | date | None = None
    share: Share | None = None
    at: Place = field(default_factory=Place)

    @property
    def dated_by(self) -> str | None:
        """The time dimension of `cube` that dates it."""
        return self.dated if isinstance(self.dated, str) and self.dated != AS_OF_DAY else None


@dataclass(frozen=True, eq=False)
class Table:
    """A table by name, `(schema, table)` or `(catalog, schema, table)` or `(table,)`."""

    parts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Cube(Fixed):
    """`relation` is a table, or the parsed query of the cube's `sql:` with `tables` as its base tables."""

    name: str
    title: str
    description: str | None
    public: bool
    relation: Table | exp.Query
    tables: tuple[Table, ...]
    data_source: str | None
    dimensions: Mapping[str, Dimension]
    measures: Mapping[str, Measure]
    segments: Mapping[str, Segment]
    joins: Mapping[str, Join]
    hierarchies: Mapping[str, Hierarchy]
    snapshot: Snapshot | None = None
    valid_time: ValidTime | None = None
    main_time: str | None = None
    interval: SpellInterval | None = None
    loaded_at: LoadedAt | None = None
    static: bool = False
    source: SourceDocument | None = None
    synthetic: bool = False
    person_key: str | None = None
    persons: str | None = None
    address_protection: str | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
    at: Place = field(default_factory=Place)

    @property
    def primary_key(self) -> tuple[Dimension, ...]:
        return tuple(d for d in self.dimensions.values() if d.primary_key)


@dataclass(frozen=True, eq=False)
class ViewMember:
    """A member under its name in a view; `path` leads from the view's root cube to the member's cube."""

    name: str
    member: Dimension | Measure | Segment
    path: Path
    title: str
    description: str | None
    looks: Looks = Looks()
    meta: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class DefaultFilter:
    """A test that a question on the view is put under, unless it filters by one of `unless` (`view.member`) itself."""

    asked: Asked
    entry: ViewMember
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class View(Fixed):
    """What can be asked: a view of the model, or a public cube (then `root` is the cube and every path is `()`)."""

    name: str
    title: str
    description: str | None
    public: bool
    root: str
    is_cube: bool
    members: Mapping[str, ViewMember]
    synthetic: bool = False
    hierarchies: tuple[ViewHierarchy, ...] = ()
    folders: tuple[Folder, ...] = ()
    default_filters: tuple[DefaultFilter, ...] = ()
    meta: Mapping[str, object] = field(default_factory=dict)
    at: Place = field(default_factory=Place)


AS_OF_DAY = "opgjort_pr"  # the day up to which the data is complete
Stamp = Literal["opgjort_pr", "dataversion", "omfang"]
STAMPS: tuple[Stamp, ...] = get_args(Stamp)
SEPARATOR = "__"  # of names in columns
STATUS_SUFFIX, DISTINCT_SUFFIX = "__status", "__count_distinct"
SUBTOTAL_SUFFIX, REST_SUFFIX = "__subtotal", "__rest"


@dataclass(frozen=True)
class Note:
    """Something plain Cube allows and we leave out or serve otherwise, the numbers being the same or more exact."""

    message: str
    at: Place


@dataclass(frozen=True, eq=False)
class Model(Fixed):
    """`views` holds every askable name: views and cubes. `version` is a hash of the content.

    `targets` says of each cube that is a document of targets, whose measure they are for: the cube of that.
    """

    version: str
    cubes: Mapping[str, Cube]
    views: Mapping[str, View]
    graph: Graph
    noegletal: Mapping[str, NoegletalDocument]
    targets: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    groups: Mapping[str, Group] = field(default_factory=dict)
    questions: Mapping[str, DeclaredQuestion] = field(default_factory=dict)
    temaer: Mapping[str, Theme] = field(default_factory=dict)
    tjeklister: Mapping[str, ChecklistDocument] = field(default_factory=dict)
    ikke_opgjorte: Mapping[str, UncountedDocument] = field(default_factory=dict)

    def measure(self, ref: MeasureRef) -> Measure:
        return self.cubes[ref.cube].measures[ref.measure]

    def dimension(self, cube: str, name: str) -> Dimension:
        return self.cubes[cube].dimensions[name]
