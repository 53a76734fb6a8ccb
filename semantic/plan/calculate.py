"""Measures → calculations over leaves: each formula spelled out down to what the core aggregates."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from semantic.errors import Problem, refusal
from semantic.model.expression import fill, hole
from semantic.model.graph import Path, end_of
from semantic.model.model import Aggregation, Formula, Measure, MeasureRef, Model
from semantic.plan.nodes import Calculation, Leaf
from semantic.plan.reach import Entry, between, many_to_many

MEAN_SCALE = 12  # a member's ratio is cut to this many decimals before the exact mean of the members


@dataclass(frozen=True, eq=False)
class NeededAggregate:
    """An aggregate that a calculation needs from a fact; what it may ignore; whose measure it belongs to."""

    column: str
    entry: Entry
    aggregation: Aggregation
    measure: Measure
    constant_over: frozenset[str]
    asked: str


@dataclass(frozen=True, eq=False)
class NeededMean:
    """A mean or median over members that a calculation needs."""

    column: str
    entry: Entry
    measure: Measure
    formula: Formula
    constant_over: frozenset[str]
    asked: str


@dataclass
class Needs:
    """Everything the core must compute, each thing once, under names made of member names.

    `asked` is the name of the measure being spelled out: refusals name it, never a part that may be hidden.
    """

    model: Model
    aggregates: dict[str, NeededAggregate] = field(default_factory=dict)
    means: dict[str, NeededMean] = field(default_factory=dict)
    asked: str = ""
    pinned: dict[tuple[str, Entry], tuple[Measure, Entry, str]] = field(default_factory=dict)
    _names: dict[tuple[str, Entry], str] = field(default_factory=dict)

    def column(self, base: str, entry: Entry) -> str:
        """A name for the pair, the same each time; the path joins in only where two views differ."""
        key = (base, entry)
        if key not in self._names:
            longer = "__".join((base, entry.root, *entry.path)).replace("<", "").replace(".", "_")
            self._names[key] = longer if base in self._names.values() else base
        return self._names[key]

    def leaf(
        self, base: str, entry: Entry, aggregation: Aggregation, measure: Measure, constant_over: frozenset[str]
    ) -> Leaf:
        """The column of the aggregate. Needed twice, it may ignore only what it may ignore both times."""
        column = self.column(base, entry)
        known, asked = self.aggregates.get(column), self.asked
        if known is not None:
            asked = known.asked if known.constant_over <= constant_over else asked
            constant_over = constant_over & known.constant_over
        self.aggregates[column] = NeededAggregate(column, entry, aggregation, measure, constant_over, asked)
        return Leaf(column, aggregation.data_type, aggregation.scale)


def calculate(needs: Needs, measure: Measure, entry: Entry, ungrouped: bool = False) -> Calculation:
    """The measure over core columns. `ungrouped` takes a mean's formula itself, as at its members' grain."""
    leaves: list[Leaf] = []
    node = _expand(needs, measure, entry, frozenset(), leaves, ungrouped)
    return Calculation(node, tuple(leaves))


def _expand(
    needs: Needs, measure: Measure, entry: Entry, constant: frozenset[str], leaves: list[Leaf], ungrouped: bool
) -> exp.Expr:
    if measure.pinned:
        needs.pinned[(measure.id, entry)] = (measure, entry, needs.asked)
    body = measure.body
    if isinstance(body, Aggregation):
        return _hole(needs.leaf(f"{measure.cube}__{measure.name}", entry, body, measure, constant), leaves)
    constant = constant | body.constant_over
    if body.group_aggregation != "ratio_of_sums" and not ungrouped:
        return _mean(needs, measure, entry, body, constant, leaves)
    parts: list[exp.Expr] = []
    for index, part in enumerate(body.parts):
        if isinstance(part, MeasureRef):
            there = _entry_of(needs, part.cube, entry)
            parts.append(_expand(needs, needs.model.measure(part), there, constant, leaves, False))
        else:
            base = f"{measure.cube}__{measure.name}__{index}"
            parts.append(_hole(needs.leaf(base, entry, part, measure, constant), leaves))
    return fill(body.node, lambda index: _bracketed(parts[index]))


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
    needs: Needs, measure: Measure, entry: Entry, body: Formula, constant: frozenset[str], leaves: list[Leaf]
) -> exp.Expr:
    column = needs.column(f"{measure.cube}__{measure.name}", entry)
    needs.means[column] = NeededMean(column, entry, measure, body, constant, needs.asked)
    total = _hole(Leaf(f"{column}__total", "decimal", MEAN_SCALE), leaves)
    if body.group_aggregation == "median":
        return total
    return exp.Div(this=total, expression=_hole(Leaf(f"{column}__number", "bigint", 0), leaves))


def _hole(leaf: Leaf, leaves: list[Leaf]) -> exp.Placeholder:
    if leaf not in leaves:
        leaves.append(leaf)
    return hole(leaves.index(leaf))


def _bracketed(node: exp.Expr) -> exp.Expr:
    return node if isinstance(node, exp.Placeholder) else exp.Paren(this=node)
