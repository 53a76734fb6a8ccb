"""Whether a plan's figures of one unit are of all its rows, or only of those that the asker's scope leaves of it.

What is said of a whole unit is not for who reads a part of it. Looked at is what the policies test, never a figure: two
parts may happen to have the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from sqlglot import exp

from semantic.model.expression import hole
from semantic.model.graph import Path, end_of
from semantic.model.hierarchy import Hierarchy
from semantic.model.model import ColumnRef, Join, Model, Scalar
from semantic.plan.finish import Plan
from semantic.plan.nodes import (
    Aggregate,
    Combine,
    Core,
    Crossed,
    Detail,
    GroupMean,
    Leading,
    Levels,
    Ranked,
    Scan,
    Sweep,
    Told,
    column_name,
)
from semantic.plan.scans import scans, scans_of
from semantic.plan.source import declared
from semantic.plan.term import Term
from semantic.plan.whereabouts import flags_towards
from semantic.predicate import And, Compare, In, Not, Or, Test, is_true

Column = tuple[Path, str]  # a path from the fact, and a column's name without regard to letter case


class Holds(Enum):
    """Whether a test holds of the unit's rows: of all or of none, of all or none and it is not known which, or of some
    perhaps."""

    NONE = 0
    ALIKE = 1
    SOME = 2
    ALL = 3


def is_whole(plan: Plan, model: Model, unit: str, value: object) -> bool:
    """Whether every row of the unit `value` of the dimension `unit` may be read, where one of them may be.

    A day on which a dated lookup does not know the unit at all is left out of account.
    """
    facts = tuple(_facts(plan.core))
    own = {id(scan): fact for fact in facts for scan in scans(fact) if scan.alias == fact.cube}
    return not any(_is_without_address(fact, model, unit) for fact in facts) and all(
        is_true(scan.rows) or _is_whole(scan, own.get(id(scan)), model, unit, value) for scan in scans_of(plan)
    )


def _is_whole(scan: Scan, fact: Aggregate | None, model: Model, unit: str, value: object) -> bool:
    term = _unit_of(fact, unit) if fact else None
    if fact is None or term is None or term.grain is not None or not _is_bare(term.scalar):
        return False
    [column] = _columns(term)
    return _Unit(model, fact.cube, column, value).holds(scan.rows) in (Holds.ALL, Holds.ALIKE)


def _unit_of(fact: Aggregate, unit: str) -> Term | None:
    return next((one.term for one in fact.keys if one.name == column_name(unit)), None)


def _is_without_address(fact: Aggregate, model: Model, unit: str) -> bool:
    """Whether the unit is told by who has a secret address: under thresholds those are in no unit."""
    term = _unit_of(fact, unit)
    if term is None:
        return False
    told = set(term.scalar.columns)
    return any(set(flag.columns) <= told for flag in flags_towards(model, fact.cube, term.scalar))


def _facts(core: Core) -> Iterator[Aggregate]:
    """What is aggregated of rows; a detail is nothing of the kind."""
    if isinstance(core, Aggregate):
        yield core
    elif isinstance(core, (Crossed, Ranked, GroupMean)):
        yield from _facts(core.input)
    elif isinstance(core, Combine):
        yield from (one for fact in (*core.inputs, *core.coarser) for one in _facts(fact))
    elif isinstance(core, Levels):
        yield from (one for level in core.levels for one in _facts(level))
    elif isinstance(core, Sweep):
        yield from (side for side in (core.starts, core.stops) if side is not None)
    else:
        assert isinstance(core, Detail)


@dataclass(frozen=True)
class _Unit:
    """The rows of a fact that have the value in the column."""

    model: Model
    cube: str
    column: Column
    value: object

    def holds(self, rows: Told) -> Holds:
        if isinstance(rows, And):
            return _of_all(map(self.holds, rows.parts), Holds.NONE, Holds.ALL)
        if isinstance(rows, Or):
            if self._is_at_the_top(rows):
                return Holds.ALL
            return _of_all(map(self.holds, rows.parts), Holds.ALL, Holds.NONE)
        if isinstance(rows, Not):
            found = self.holds(rows.part)
            return {Holds.ALL: Holds.NONE, Holds.NONE: Holds.ALL}.get(found, found)
        if isinstance(rows, Leading):
            return Holds.SOME
        return self._tested(rows.leaf, self._by_value(rows))

    def _is_at_the_top(self, rows: Or[Test[Term] | Leading]) -> bool:
        """Whether the rows are those under units of which the value is one: on each day, whatever is above it."""
        tests = [one for one in rows.parts if isinstance(one, Compare | In) and self._by_value(one)]
        paths = {path for one in tests for path, _ in _columns(one.leaf)}
        if len(tests) < len(rows.parts) or len(paths) != 1 or not all(_is_bare(one.leaf.scalar) for one in tests):
            return False
        [path], names = paths, {name for one in tests for _, name in _columns(one.leaf)}
        if not path or not any(self._is_column((path[:-1], near)) for near, _ in self._equal(path)):
            return False
        cube = self.model.cubes[end_of(self.model.graph, self.cube, path)]
        return any(names == set(self._levels(one)) for one in cube.hierarchies.values())

    def _levels(self, hierarchy: Hierarchy) -> Iterator[str]:
        """The columns that the levels are."""
        for level in hierarchy.levels:
            yield from (ref.name.lower() for ref in self.model.dimension(*level.split(".")).expression.columns)

    def _by_value(self, test: object) -> bool | None:
        """What the test says of the value; None where that is not looked at."""
        if isinstance(test, In):
            return self.value in test.values
        if isinstance(test, Compare) and test.operator == "=":
            return bool(self.value == test.value)
        return None

    def _tested(self, leaf: Term, by_value: bool | None) -> Holds:
        if by_value is not None and _is_bare(leaf.scalar) and leaf.grain is None and self._is_column(*_columns(leaf)):
            return Holds.ALL if by_value else Holds.NONE
        return Holds.ALIKE if all(map(self._is_told, _columns(leaf))) else Holds.SOME

    def _is_column(self, column: Column) -> bool:
        """Whether it is the unit's own column, or the one that a join holds equal to it."""
        path, name = column
        if column == self.column or not path:
            return column == self.column
        return any(far == name and self._is_column((path[:-1], near)) for near, far in self._equal(path))

    def _is_told(self, column: Column) -> bool:
        """Whether the unit alone decides on the value, over joins by what it decides on and not by a row's own day."""
        path, _ = column
        if column == self.column or not path:
            return column == self.column
        join = self._join(path)
        if join is None or join.dated_by is not None:
            return False
        near = [ref.name.lower() for ref in join.on.columns if not ref.path]
        return bool(near) and all(self._is_told((path[:-1], name)) for name in near)

    def _equal(self, path: Path) -> Iterator[tuple[str, str]]:
        """Columns that the last join of the path holds equal: the near one, the far one."""
        join = self._join(path)
        for one in _conjuncts(join.on.node) if join is not None else ():
            found = list(_refs(one, join.on)) if join is not None else []
            if isinstance(one, exp.EQ) and sorted(bool(ref.path) for ref in found) == [False, True]:
                near, far = sorted(found, key=lambda ref: len(ref.path))
                yield near.name.lower(), far.name.lower()

    def _join(self, path: Path) -> Join | None:
        """The join that the path's last step takes as it is declared; of a step backwards, or to a value, none."""
        at, step = end_of(self.model.graph, self.cube, path[:-1]), path[-1]
        return None if step.startswith("<") or step not in self.model.graph[at] else declared(self.model, at, step)


def _of_all(found: Iterable[Holds], settles: Holds, otherwise: Holds) -> Holds:
    """Of several tests: what settles it alone, else the least that is known, else what all of them say."""
    seen = set(found)
    order = (settles, Holds.SOME, Holds.ALIKE)
    return next((one for one in order if one in seen), otherwise)


def _columns(term: Term) -> list[Column]:
    return [((*term.path, *ref.path), ref.name.lower()) for ref in term.scalar.columns]


def _is_bare(scalar: Scalar) -> bool:
    """Whether it is a column as it is."""
    return len(scalar.columns) == 1 and scalar.node == hole(0)


def _conjuncts(node: exp.Expr) -> Iterator[exp.Expr]:
    while isinstance(node, exp.Paren):
        node = node.this
    if isinstance(node, exp.And):
        yield from _conjuncts(node.this)
        yield from _conjuncts(node.expression)
    else:
        yield node


def _refs(test: exp.Expr, scalar: Scalar) -> Iterator[ColumnRef]:
    """The columns that the two sides of a test are."""
    for side in (test.args.get("this"), test.args.get("expression")):
        if isinstance(side, exp.Placeholder):
            yield scalar.columns[int(side.name)]
