"""Whether a measure that must not be summed over some of its cube's dimensions is asked so that it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlglot import exp

from semantic.model.expression import hole
from semantic.model.grain import Grain, Interval, after, period_of
from semantic.model.graph import Path
from semantic.model.model import Aggregation, Dimension, Join, Measure, Model, Scalar
from semantic.model.scalar import all_of, splice, under
from semantic.plan.source import grain_of
from semantic.plan.stand import Standing, Where
from semantic.predicate import Compare, In, IsNull, Test, tests
from semantic.query import DimensionField


@dataclass(frozen=True, eq=False)
class Lookup:
    """A dimension that names one row of a joined cube."""

    join: Join
    dimension: Dimension

    @property
    def knows_no_other(self) -> bool:
        """Whether it has no value where no row is met: it is a plain column."""
        return isinstance(self.dimension.expression.node, exp.Placeholder)

    @property
    def met(self) -> Scalar:
        """Whether a row met one that has the name."""
        far = under(self.dimension.expression, (self.join.name,))
        named = splice(exp.not_(exp.Is(this=hole(0), expression=exp.Null())), lambda _: far)
        found = all_of([self.join.on, named])
        assert found is not None
        return found


@dataclass(frozen=True, eq=False)
class Held:
    """The cube's own dimensions that have one value in each group.

    Those in `met` have it only among the rows for which the condition holds: a lookup's name stands for one key, but
    the rows that the lookup does not know share the group without a name, whatever their keys.
    """

    everywhere: frozenset[str]
    met: Mapping[str, Scalar]


def unpinned(model: Model, measure: Measure, standing: Standing) -> tuple[str, ...]:
    """The dimensions of its grain that the measure would be summed over though it must not."""
    held = _held(model, standing)
    met = frozenset(held.met) if _may_leave_out(measure) else frozenset()
    return tuple(sorted(measure.pinned - held.everywhere - met))


def by_periods(model: Model, measure: Measure, names: Iterable[str]) -> str:
    """By which periods one of the dimensions must be asked, in words; none where none is of periods."""
    grains = (model.dimension(measure.cube, name).grain for name in names)
    return "".join(f", each group a whole {one.name}" for one in grains if one is not None)


def narrowed(model: Model, measure: Measure, standing: Standing, aggregation: Aggregation) -> Aggregation:
    """The aggregation without the rows whose pinned keys share a group: what they come to is not known."""
    names = met_only(model, measure, standing)
    if not names:
        return aggregation
    conditions = dict.fromkeys(_held(model, standing).met[name] for name in sorted(names))
    own = [aggregation.condition] if aggregation.condition else []
    return replace(aggregation, condition=all_of([*own, *conditions]))


def met_only(model: Model, measure: Measure, standing: Standing) -> frozenset[str]:
    """The pinned dimensions that have one value only among the rows that a lookup knows."""
    if not measure.pinned or not _may_leave_out(measure):
        return frozenset()
    held = _held(model, standing)
    return (measure.pinned & held.met.keys()) - held.everywhere


def _may_leave_out(measure: Measure) -> bool:
    """Whether rows can be left out by a lookup: a stock reads no join, and of no rows a count is not NULL but 0."""
    body = measure.body
    return isinstance(body, Aggregation) and not body.latest and body.kind not in ("count", "count_distinct")


def _held(model: Model, standing: Standing) -> Held:
    everywhere: set[str] = set()
    met: dict[str, Scalar] = {}
    for name in _one_value(standing):
        everywhere |= _itself(model, standing, name)
        lookup = _lookup(model, standing, name)
        if lookup and lookup.knows_no_other:
            everywhere |= _joining(model, lookup)
    for field in standing.fields:
        if not _uncut(standing, field, standing.reached[field.name].dimension):
            continue
        everywhere |= _itself(model, standing, field.name)
        lookup = _lookup(model, standing, field.name)
        if lookup and not lookup.join.to_many:
            met |= dict.fromkeys(_joining(model, lookup) - met.keys(), lookup.met)
    return Held(frozenset(everywhere), met)


def _uncut(standing: Standing, field: DimensionField, dimension: Dimension) -> bool:
    """Whether each group is one value of the dimension, not a period of them; and all of it, where it is a period."""
    if field.shift.months:  # the last days of a longer month count as those of a shorter one
        return False
    if dimension.grain is not None:
        return _is_of_whole_periods(standing, dimension, dimension.grain)
    grain = grain_of(dimension, field)
    return grain is None or (dimension.zoned == "day" and not grain.holds_several_days)


def _one_value(standing: Standing) -> Iterator[str]:
    """The fields that the tests narrow to one value."""
    for part in standing.where:
        if (isinstance(part, Compare) and part.operator == "=") or (isinstance(part, In) and len(part.values) == 1):
            yield part.leaf.name
    begins, ends = _bounds(standing.where, ">="), _bounds(standing.where, "<")
    for counted in begins.keys() & ends.keys():
        dimension, first, end = standing.reached[counted[0]].dimension, max(begins[counted]), min(ends[counted])
        if dimension.grain is not None:
            whole = _is_of_whole_periods(standing, dimension, dimension.grain)
            is_one = whole and after(first, dimension.grain.length) == end
        else:
            is_one = dimension.zoned == "day" and end - first <= timedelta(1)
        if is_one:
            yield counted[0]


def _is_of_whole_periods(standing: Standing, dimension: Dimension, grain: Grain) -> bool:
    """Whether every group is of such periods, and every test keeps or leaves out whole ones."""
    keys = [one for one in standing.fields if standing.reached[one.name].dimension is dimension]
    if any(one.grain != grain for one in keys):
        return False
    own = [
        one for part in standing.where for one in tests(part) if standing.reached[one.leaf.name].dimension is dimension
    ]
    return all(_is_bound(one, grain) for one in own)


def _is_bound(test: Test[DimensionField], grain: Grain) -> bool:
    """Whether the test is of a moment at which a period begins."""
    if not isinstance(test, Compare) or test.operator not in (">=", "<") or not isinstance(test.value, datetime):
        return isinstance(test, IsNull)
    return period_of(test.value.replace(fold=0), grain) == test.value.replace(fold=0)


def _bounds(where: Where, operator: str) -> dict[tuple[str, Interval], list[datetime]]:
    """The moments that each field is compared with, apart for each shift of it."""
    found: dict[tuple[str, Interval], list[datetime]] = {}
    for part in where:
        if not isinstance(part, Compare) or part.leaf.shift.months:
            continue
        if part.operator == operator and isinstance(part.value, datetime):
            found.setdefault((part.leaf.name, part.leaf.shift), []).append(part.value)
    return found


def origin(model: Model, dimension: Dimension, path: Path) -> tuple[Path, Dimension]:
    """The dimension, or the one that it only repeats, and the path there."""
    while dimension.alias:
        onward, cube, repeated = dimension.alias
        dimension, path = model.dimension(cube, repeated), (*path, *onward)
    return path, dimension


def _itself(model: Model, standing: Standing, name: str) -> set[str]:
    """The cube's own dimensions that are the field's, under whatever name."""
    reached = standing.reached[name]
    column = origin(model, reached.dimension, reached.path)
    own = model.cubes[standing.entry.cube].dimensions.values()
    return {one.name for one in own if origin(model, one, ()) == column}


def _lookup(model: Model, standing: Standing, name: str) -> Lookup | None:
    path, dimension = origin(model, standing.reached[name].dimension, standing.reached[name].path)
    joins = model.cubes[standing.entry.cube].joins
    is_key = dimension.unique or model.cubes[dimension.cube].primary_key == (dimension,)
    return Lookup(joins[path[0]], dimension) if len(path) == 1 and path[0] in joins and is_key else None


def _joining(model: Model, lookup: Lookup) -> set[str]:
    """The cube's own dimensions that have one value for each row of the lookup."""
    fixed = set(_fixed(lookup.join.on))
    own = model.cubes[lookup.join.cube].dimensions.values()
    refs = {one.name: one.expression.columns for one in own}
    return {name for name, used in refs.items() if used and all(not ref.path and ref.name in fixed for ref in used)}


def _fixed(on: Scalar) -> Iterator[str]:
    """The near columns that have one value for each far row: those that must equal something of it."""
    whole = on.node.unnest()
    for one in whole.flatten() if isinstance(whole, exp.And) else (whole,):
        equal = one.unnest()
        if isinstance(equal, exp.EQ):
            for side, other in ((equal.this, equal.expression), (equal.expression, equal.this)):
                if isinstance(side.unnest(), exp.Placeholder) and not _near(on, other):
                    yield from _near(on, side)


def _near(on: Scalar, node: exp.Expr) -> list[str]:
    refs = (on.columns[int(one.name)] for one in node.find_all(exp.Placeholder))
    return [ref.name for ref in refs if not ref.path]
