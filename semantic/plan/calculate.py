"""Measures → calculations over leaves: each formula spelled out down to what the core aggregates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlglot import exp

from semantic.errors import Problem, refusal
from semantic.model.expression import fill, hole
from semantic.model.graph import Path, end_of
from semantic.model.model import Aggregation, ColumnRef, Formula, Measure, MeasureRef, Model, Scalar
from semantic.model.spells import Spell
from semantic.model.stage import Rank, Stage
from semantic.plan.calculation import Calculation, Leaf
from semantic.plan.nodes import PERIODS
from semantic.plan.reach import Entry, between, many_to_many
from semantic.query import DimensionField

COUNTED = ("members", "lowest_first", "highest_first")  # what is a whole number and no value
MEAN_SCALE = 12  # a member's ratio is cut to this many decimals before the exact mean of the members


@dataclass(frozen=True)
class Setting:
    """What a formula's part stands under: the dimensions it may ignore, and the stages around it, outermost first."""

    constant_over: frozenset[str] = frozenset()
    stages: tuple[Stage, ...] = ()

    def within(self, body: Formula, at_members: bool) -> Setting:
        """That of the formula's parts; at its members' own grain the formula's stage is around it already."""
        own = () if body.stage is None or at_members else (body.stage,)
        return Setting(self.constant_over | body.constant_over, (*self.stages, *own))

    def around(self, stages: tuple[Stage, ...]) -> Setting:
        """That of a part which has stages of its own."""
        return replace(self, stages=(*self.stages, *stages)) if stages else self

    def of_rows(self, model: Model, measure: Measure, body: Aggregation) -> Setting:
        """What the rows of a measure without parts stand under: a stock may carry its counts forward."""
        snapshot = model.cubes[measure.cube].snapshot
        if not body.latest or snapshot is None or snapshot.carry is None:
            return self
        return replace(self, stages=(*self.stages, Stage(f"{measure.cube}.{snapshot.date}", window=snapshot.carry)))


@dataclass(frozen=True, eq=False)
class NeededAggregate:
    """An aggregate that a calculation needs from a fact; what it stands under; whose measure it belongs to."""

    column: str
    entry: Entry
    aggregation: Aggregation
    measure: Measure
    setting: Setting
    asked: str

    @property
    def counts_through(self) -> bool:
        """Whether nothing after the as-of day counts, and periods after it have no value."""
        return any(stage.through_as_of for stage in self.setting.stages)


@dataclass(frozen=True, eq=False)
class NeededMean:
    """A mean or median over members that a calculation needs."""

    column: str
    entry: Entry
    measure: Measure
    formula: Formula
    setting: Setting
    asked: str


@dataclass(frozen=True, eq=False)
class NeededPlace:
    """A rank that a calculation needs: the place of the value among the groups that differ by the rank's dimensions."""

    column: str
    value: Calculation
    rank: Rank
    entry: Entry
    asked: str


@dataclass(frozen=True, eq=False)
class Pinned:
    """A measure that must not be summed over some dimensions, where it stands."""

    measure: Measure
    entry: Entry
    stages: tuple[Stage, ...]
    asked: str


Weigh = Callable[[Aggregation, Entry, str], Aggregation]
"""What an aggregate of the entry's rows is where the question leads over shares; the name is for refusals."""


def unweighed(one: Aggregation, entry: Entry, asked: str) -> Aggregation:
    """As it is: each row counts as one."""
    return one


@dataclass
class Needs:
    """Everything the core must compute, each thing once, under names made of member names.

    `asked` is the name of the measure being spelled out: refusals name it, never a part that may be hidden. `switches`
    are those of the frame. Columns of which nothing is known yet are `unknown`: without rows these are not 0. Of others
    `begun` has what they are grouped by, and the start of the last period that has begun. `weigh` makes what is
    aggregated count each row by its share.
    """

    model: Model
    switches: Mapping[str, Leaf | str]
    aggregates: dict[str, NeededAggregate] = field(default_factory=dict)
    means: dict[str, NeededMean] = field(default_factory=dict)
    places: dict[str, NeededPlace] = field(default_factory=dict)
    asked: str = ""
    pinned: dict[tuple[str, Entry, tuple[Stage, ...]], Pinned] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    begun: dict[str, tuple[DimensionField, datetime]] = field(default_factory=dict)
    weigh: Weigh = unweighed
    _names: dict[tuple[str, Entry], str] = field(default_factory=dict)

    def column(self, base: str, entry: Entry, stages: tuple[Stage, ...] = ()) -> str:
        """A name for the three, the same each time; the path joins in only where two views differ."""
        base = "__in__".join((base, *(stage.name.replace(".", "__") for stage in stages)))
        key = (base, entry)
        if key not in self._names:
            longer = "__".join((base, entry.root, *entry.path)).replace("<", "").replace(".", "_")
            self._names[key] = longer if base in self._names.values() else base
        return self._names[key]

    def leaf(self, base: str, entry: Entry, aggregation: Aggregation, measure: Measure, setting: Setting) -> Leaf:
        """The column of the aggregate. Needed twice, it may ignore only what it may ignore both times."""
        column = self.column(base, entry, setting.stages)
        aggregation = self.weigh(aggregation, entry, self.asked)
        known, asked = self.aggregates.get(column), self.asked
        if known is not None:
            ignored = known.setting.constant_over
            asked = known.asked if ignored <= setting.constant_over else asked
            setting = replace(setting, constant_over=setting.constant_over & ignored)
        self.aggregates[column] = NeededAggregate(column, entry, aggregation, measure, setting, asked)
        return Leaf(column, aggregation.data_type, aggregation.scale, aggregation.weight is not None)


def calculate(
    needs: Needs, measure: Measure, entry: Entry, setting: Setting = Setting(), ungrouped: bool = False
) -> Calculation:
    """The measure over core columns. `ungrouped` takes a mean's formula itself, as at its members' grain.

    Raises ResolutionError, and UnsupportedError where a rank would be computed over other groups than the answer's.
    """
    leaves: list[Leaf] = []
    node = _expand(needs, measure, entry, setting, leaves, ungrouped)
    return Calculation(node, tuple(leaves))


def _expand(
    needs: Needs, measure: Measure, entry: Entry, setting: Setting, leaves: list[Leaf], ungrouped: bool
) -> exp.Expr:
    body = measure.body
    if isinstance(body, Formula):
        setting = setting.within(body, ungrouped)
    if measure.pinned:
        pinned = Pinned(measure, entry, setting.stages, needs.asked)
        needs.pinned[(measure.id, entry, setting.stages)] = pinned
    if isinstance(body, Aggregation):
        setting = setting.of_rows(needs.model, measure, body)
        return _hole(needs.leaf(f"{measure.cube}__{measure.name}", entry, body, measure, setting), leaves)
    if body.group_aggregation != "ratio_of_sums" and not ungrouped:
        return _mean(needs, measure, entry, body, setting, leaves)
    if body.rank is not None:
        return _place(needs, measure, entry, body, setting, leaves)
    return _formula(needs, measure, entry, body, setting, leaves)


def _formula(
    needs: Needs, measure: Measure, entry: Entry, body: Formula, setting: Setting, leaves: list[Leaf]
) -> exp.Expr:
    chosen = _chosen(needs, body)
    used = None if chosen is None else {int(one.name) for one in chosen.find_all(exp.Placeholder)}
    parts: list[exp.Expr] = []
    for index, part in enumerate(body.parts):
        if used is not None and index not in used:
            parts.append(exp.Null())  # of another value of the switch: nobody reads it
        elif isinstance(part, MeasureRef):
            there = _entry_of(needs, part.cube, entry)
            inner = setting.around(body.part_stages[index : index + 1])
            parts.append(_expand(needs, needs.model.measure(part), there, inner, leaves, False))
        else:
            base = f"{measure.cube}__{measure.name}__{index}"
            parts.append(_hole(needs.leaf(base, entry, part, measure, setting), leaves))
    if body.days is not None:
        parts += _days(needs, measure, entry, setting.around((body.days,)), leaves)
    node = chosen or (body.node if body.switch is None else _decided(needs, body, body.switch, parts, leaves))
    return fill(node, lambda index: _bracketed(parts[index]))


def _days(
    needs: Needs, measure: Measure, entry: Entry, setting: Setting, leaves: list[Leaf]
) -> Iterator[exp.Placeholder]:
    """How many days the window has, and how many the year that begins with it: what is told by the periods' rows."""
    low, high = ColumnRef((PERIODS,), "low"), ColumnRef((PERIODS,), "high")
    year = exp.Interval(this=exp.Literal.string("12"), unit=exp.Var(this="MONTH"))
    ends = {"elapsed": hole(1), "whole": exp.Paren(this=exp.Add(this=hole(0), expression=year))}
    for name, end in ends.items():
        days = exp.Anonymous(this="date_diff", expressions=[exp.Literal.string("day"), hole(0), end])
        one = Aggregation("max", Scalar(days, (low, high)), data_type="bigint", scale=0)
        yield _hole(needs.leaf(f"{measure.cube}__{measure.name}__{name}", entry, one, measure, setting), leaves)


def _chosen(needs: Needs, body: Formula) -> exp.Expr | None:
    """The formula of the switch's one value; None where there is no switch, or each row has its own."""
    value = needs.switches.get(body.switch) if body.switch is not None else None
    if not isinstance(value, str):
        return None
    branches = {one.this.name: one.args["true"] for one in body.node.args["ifs"]}
    return branches.get(value) or body.node.args.get("default") or exp.Null()


def _decided(needs: Needs, body: Formula, switch: str, parts: list[exp.Expr], leaves: list[Leaf]) -> exp.Expr:
    """The choice among the formulas by the column that has the switch's value."""
    column = needs.switches.get(switch)
    if not isinstance(column, Leaf):
        message = f"'{needs.asked}' depends on a switch, and the question leaves it open."
        raise refusal(Problem("U421", message, "Group by it, or filter it to one value."))
    parts.append(_hole(column, leaves))
    choice = body.node.copy()
    choice.set("this", hole(len(parts) - 1))
    return choice


def _place(
    needs: Needs, measure: Measure, entry: Entry, body: Formula, setting: Setting, leaves: list[Leaf]
) -> exp.Expr:
    if setting.stages:
        message = f"A part of '{needs.asked}' is a rank, which is known in the answer's own groups only."
        raise refusal(Problem("U421", message, "Ask for the rank by itself."))
    assert body.rank is not None
    within: list[Leaf] = []
    node = _formula(needs, measure, entry, body, setting, within)
    if any(leaf.column in needs.places for leaf in within):
        raise refusal(Problem("U421", f"'{needs.asked}' is the rank of a rank.", "Ask for the rank by itself."))
    column = needs.column(f"{measure.cube}__{measure.name}__place", entry)
    needs.places[column] = NeededPlace(column, Calculation(node, tuple(within)), body.rank, entry, needs.asked)
    return _hole(Leaf(column, "bigint", 0), leaves)


def _entry_of(needs: Needs, cube: str, entry: Entry) -> Entry:
    """Where a part of another cube stands: where the view has that cube, so that it is the view's own member.

    What the view does not have, or only many to many, stands by itself. Raises ResolutionError where the view has the
    cube more than once.
    """
    if cube == entry.cube:
        return entry
    paths = _paths_in_view(needs, cube, entry) if entry.through_view else []
    if len(paths) > 1:
        message = f"A part of '{needs.asked}' is of a cube that the view has more than once."
        raise refusal(Problem("R218", message, "Ask the cubes themselves, or a view that names one path."))
    return Entry(cube, entry.root, paths[0], True) if paths else Entry(cube, cube, (), False)


def _paths_in_view(needs: Needs, cube: str, entry: Entry) -> list[Path]:
    graph, view = needs.model.graph, needs.model.views[needs.asked.partition(".")[0]]
    ways = {one.path[:length] for one in view.members.values() for length in range(len(one.path) + 1)} | {()}
    return [
        path
        for path in sorted(ways)
        if end_of(graph, entry.root, path) == cube
        and not many_to_many(graph, entry.cube, between(graph, entry.root, entry.path, path))
    ]


def _mean(
    needs: Needs, measure: Measure, entry: Entry, body: Formula, setting: Setting, leaves: list[Leaf]
) -> exp.Expr:
    column = needs.column(f"{measure.cube}__{measure.name}", entry, setting.stages)
    needs.means[column] = NeededMean(column, entry, measure, body, setting, needs.asked)
    if body.group_aggregation in COUNTED:
        found = _hole(Leaf(f"{column}__total", "bigint", 0), leaves)
        none = [exp.Literal.number(0)]
        return exp.Coalesce(this=found, expressions=none) if body.group_aggregation == "members" else found
    total = _hole(Leaf(f"{column}__total", "decimal", MEAN_SCALE), leaves)
    if body.group_aggregation != "unweighted_mean":
        return total
    return exp.Div(this=total, expression=_hole(Leaf(f"{column}__number", "bigint", 0), leaves))


def spell_in(body: Aggregation | Formula) -> Spell | None:
    """What of spells a measure, or the first of its own aggregates, is counted of."""
    own = (body,) if isinstance(body, Aggregation) else body.parts
    return next((one.spell for one in own if isinstance(one, Aggregation) and one.spell), None)


def _hole(leaf: Leaf, leaves: list[Leaf]) -> exp.Placeholder:
    if leaf not in leaves:
        leaves.append(leaf)
    return hole(leaves.index(leaf))


def _bracketed(node: exp.Expr) -> exp.Expr:
    return node if isinstance(node, exp.Placeholder) else exp.Paren(this=node)
