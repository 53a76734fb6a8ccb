"""A small model and its rows as plain values: the YAML that the product reads is written from it, the reference reads
it as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, Union

Value = Union[str, bool, int, Decimal, date, datetime, None]
Row = dict[str, Value]
Kind = Literal["string", "number", "boolean", "time"]

# What a column holds → its type in the database. `utc` and `local` are timestamps without zone.
TYPES = {
    "integer": "INTEGER", "decimal": "DECIMAL(9, 2)", "fine": "DECIMAL(12, 3)", "text": "VARCHAR", "boolean": "BOOLEAN",
    "day": "DATE", "utc": "TIMESTAMP", "local": "TIMESTAMP", "instant": "TIMESTAMPTZ",
}  # fmt: skip
SCALES = {"integer": 0, "decimal": 2, "fine": 3}
TIMES = ("day", "utc", "local", "instant")


@dataclass(frozen=True)
class Join:
    """Rows of `cube` and of `target` belong together where `column` of the one equals `key` of the other.

    When it `pairs` them off, a row of either meets at most one of the other.
    """

    cube: str
    name: str
    target: str
    column: str
    key: str
    to_many: bool = False
    pairs: bool = False


@dataclass(frozen=True)
class Step:
    """A join walked as declared, or back."""

    join: Join
    back: bool = False

    @property
    def start(self) -> str:
        return self.join.target if self.back else self.join.cube

    @property
    def end(self) -> str:
        return self.join.cube if self.back else self.join.target

    @property
    def to_many(self) -> bool:
        return not self.join.pairs and self.join.to_many != self.back

    @property
    def climbs(self) -> bool:
        """Whether several rows may lead to the same one."""
        return not self.join.pairs and not self.to_many


Path = tuple[Step, ...]


@dataclass(frozen=True)
class Operand:
    """A column of the cube, or of the one row that the path of joins leads to."""

    column: str
    via: Path = ()

    @property
    def sql(self) -> str:
        return f"{{{'.'.join(step.join.name for step in self.via) or 'CUBE'}}}.{self.column}"


@dataclass(frozen=True)
class Condition:
    """`operator` is one of = <> < >= , IS NULL, IS NOT NULL, and `is` for a boolean column by itself."""

    operand: Operand
    operator: str
    value: Value = None

    @property
    def sql(self) -> str:
        if self.operator == "is":
            return self.operand.sql
        if self.operator.startswith("IS"):
            return f"{self.operand.sql} {self.operator}"
        value = f"'{self.value}'" if isinstance(self.value, str) else str(self.value)
        return f"{self.operand.sql} {self.operator} {value}"


@dataclass(frozen=True)
class Label:
    """What a case dimension says where the condition holds: a text, or what the operand holds."""

    condition: Condition
    says: str | Operand


@dataclass(frozen=True)
class Granularity:
    """Periods of one's own. One begins at `origin`, or so much (`offset`) after a year, a week or a day begins."""

    name: str
    count: int
    unit: str
    offset: tuple[tuple[int, str], ...] = ()
    origin: datetime | None = None

    @property
    def interval(self) -> str:
        return f"{self.count} {self.unit}{'s' * (self.count > 1)}"


@dataclass(frozen=True)
class Dimension:
    """`operand` as it is, as `text`, as one of two `band`s, or the `year` of a day; or the first of the `labels`.

    `repeats` is the name of the dimension at the end of the operand's path which this one repeats, and whose order of
    values it has.
    """

    cube: str
    name: str
    kind: Kind
    operand: Operand
    form: Literal["plain", "text", "band", "year", "case"] = "plain"
    repeats: str | None = None
    primary_key: bool = False
    unique: bool = False
    local_time: bool = False
    conformed: str | None = None
    value_order: tuple[str, ...] = ()
    granularities: tuple[Granularity, ...] = ()
    labels: tuple[Label, ...] = ()
    otherwise: str | None = None  # where no condition of a label holds

    @property
    def id(self) -> str:
        return f"{self.cube}.{self.name}"

    @property
    def operands(self) -> tuple[Operand, ...]:
        """All that it is made of."""
        if self.form != "case":
            return (self.operand,)
        said = [one.says for one in self.labels if isinstance(one.says, Operand)]
        return (*(one.condition.operand for one in self.labels), *said)


@dataclass(frozen=True)
class Segment:
    cube: str
    name: str
    condition: Condition


@dataclass(frozen=True)
class Number:
    value: Decimal


@dataclass(frozen=True)
class Ref:
    """Another measure, `cube.measure`."""

    id: str


@dataclass(frozen=True)
class Total:
    """One aggregation of rows, its own conditions inside it. `latest` takes each series' last snapshot only."""

    kind: Literal["count", "count_distinct", "sum", "min", "max", "median", "percentile"]
    operand: Operand | None = None
    conditions: tuple[Condition, ...] = ()
    percentile: Decimal | None = None
    latest: bool = False


@dataclass(frozen=True)
class Op:
    sign: Literal["+", "-", "*", "/"]
    left: Tree
    right: Tree


@dataclass(frozen=True)
class Call:
    """NULLIF, COALESCE or ROUND of a tree and a number."""

    name: Literal["NULLIF", "COALESCE", "ROUND"]
    of: Tree
    number: Decimal


Tree = Union[Number, Ref, Total, Op, Call]


@dataclass(frozen=True)
class Measure:
    """`tree` is what is computed, whatever the type that says it. `ratio` means (numerator, denominator)."""

    cube: str
    name: str
    type: str
    tree: Tree
    decimals: int | None = None
    ratio: tuple[str, str] | None = None
    scale: int = 1
    constant_over: tuple[str, ...] = ()
    group_aggregation: Literal["ratio_of_sums", "unweighted_mean", "median"] = "ratio_of_sums"
    group_members: tuple[str, ...] = ()
    additive_over: tuple[str, ...] | None = None

    @property
    def id(self) -> str:
        return f"{self.cube}.{self.name}"


Member = Union[Dimension, Measure, Segment]


@dataclass(frozen=True)
class Snapshot:
    """The date of a stock and its series, by the names of their dimensions; `periods` say something of the date."""

    date: str
    series: tuple[str, ...]
    periods: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cube:
    """`columns` says what each column holds. A bridge's rows only say what belongs together."""

    name: str
    columns: dict[str, str]
    joins: tuple[Join, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    measures: tuple[Measure, ...] = ()
    segments: tuple[Segment, ...] = ()
    snapshot: Snapshot | None = None
    rows: tuple[Row, ...] = ()
    bridge: bool = False

    @property
    def members(self) -> dict[str, Member]:
        return {one.name: one for one in (*self.dimensions, *self.measures, *self.segments)}

    @property
    def key(self) -> tuple[Dimension, ...]:
        return tuple(one for one in self.dimensions if one.primary_key)


@dataclass(frozen=True)
class Default:
    """A view's own filter. It gives way to a question that filters by a member of `unless`."""

    member: str
    operator: str
    values: tuple[str | bool | int | None, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class View:
    """Every member of the cubes that the paths lead to; of all but the root's under `<last join>_<name>`."""

    name: str
    root: str
    paths: tuple[Path, ...]
    words: tuple[str, ...]  # the join path of each, as the view names it
    defaults: tuple[Default, ...] = ()

    @property
    def gives_way_to(self) -> set[str]:
        return {name for one in self.defaults for name in one.unless}


@dataclass(frozen=True)
class World:
    """`today` is the day up to which the data is complete."""

    today: date
    cubes: dict[str, Cube] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)

    def measure(self, id_: str) -> Measure:
        cube, name = id_.split(".")
        return next(one for one in self.cubes[cube].measures if one.name == name)

    def dimension(self, id_: str) -> Dimension:
        cube, name = id_.split(".")
        return next(one for one in self.cubes[cube].dimensions if one.name == name)
