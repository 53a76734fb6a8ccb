"""Members as policies name them, and what is computed from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semantic.model.graph import end_of
from semantic.model.lineage import aggregations, dimension_cubes, followed_ids, measure_cubes, parts, told_by, valued_by
from semantic.model.model import Aggregation, Cube, Dimension, FollowUp, Formula, Measure, Model, Scalar

SHOWING = ("sum", "min", "max", "median", "percentile")  # what gives a row's own value where it stands alone


def named_members(model: Model, name: str) -> frozenset[str]:
    """The ids that `cube.member` or `cube.*` names, with what is made beside it; none where there is none."""
    cube_name, _, member = name.partition(".")
    cube = model.cubes.get(cube_name)
    if cube is None or not member:
        return frozenset()
    named = {one for one in members_of(cube) if member in ("*", one)}
    named |= {one.name for one in cube.measures.values() if one.companion_of == member}
    return frozenset(f"{cube_name}.{one}" for one in named)


def members_of(cube: Cube) -> tuple[str, ...]:
    return (*cube.dimensions, *cube.measures, *cube.segments)


def with_dependents(model: Model, members: frozenset[str]) -> frozenset[str]:
    """The members, and all that would give them away: what repeats their columns, and what is computed from them.

    A count of a forbidden dimension's values says nothing of one, and is not among them; a sum by a key does, and so
    does a count of the rows that a condition on it leaves.
    """
    named = (one for one in _dimensions(model) if one.id in members)
    columns = frozenset(column for one in named for column in _columns(model, one.cube, one.expression))
    whole = frozenset(name for name, cube in model.cubes.items() if named_members(model, f"{name}.*") <= members)
    found = set(members)
    while fresh := set(_given_away(model, _Telling(model, columns, frozenset(found)), whole)) - found:
        found |= fresh
    return frozenset(found)


@dataclass(frozen=True)
class _Telling:
    """What tells of forbidden members: their columns, and the values beside rows that are `found` to do so."""

    model: Model
    columns: frozenset[tuple[str, str]]
    found: frozenset[str]

    def by(self, cube: str, scalar: Scalar) -> bool:
        """Whether the expression is made of one."""
        read = self.columns & _columns(self.model, cube, scalar)
        return bool(read) or any(one.id in self.found for one in valued_by(self.model, cube, scalar))


def _given_away(model: Model, telling: _Telling, whole: frozenset[str]) -> Iterator[str]:
    for one in _dimensions(model):
        is_value = one.sub_query is not None and str(one.sub_query) in telling.found
        if is_value or telling.by(one.cube, one.expression) or whole & dimension_cubes(model, one):
            yield one.id
    for cube in model.cubes.values():
        yield from (one.id for one in cube.segments.values() if telling.by(cube.name, one.condition))
        for measure in cube.measures.values():
            made_of = {*(part.id for part in parts(model, measure)), *(one.id for one in told_by(model, measure))}
            made_of |= {measure.marked_by} if measure.marked_by else set()  # the status beside it says as much
            is_made = not made_of.isdisjoint(telling.found)
            if is_made or _shows(model, measure, telling) or whole & measure_cubes(model, measure):
                yield measure.id


def _dimensions(model: Model) -> Iterator[Dimension]:
    return (one for cube in model.cubes.values() for one in cube.dimensions.values())


def _columns(model: Model, cube: str, scalar: Scalar) -> frozenset[tuple[str, str]]:
    """The cube and name of each column that the expression reads, names without regard to letter case."""
    return frozenset((end_of(model.graph, cube, ref.path), ref.name.lower()) for ref in scalar.columns)


def _shows(model: Model, measure: Measure, telling: _Telling) -> bool:
    """Whether the measure is computed from a value that tells of them, or of rows that one of them tells."""
    stages = measure.body.part_stages if isinstance(measure.body, Formula) else ()
    for cube, one in aggregations(model, measure):
        read = [*_showing(model, cube, one), *(_main_time(model, cube) if stages else ())]
        if any(telling.by(cube, scalar) for scalar in read):
            return True
        if one.follow_up is not None and _is_followed(model, cube, one.follow_up, telling):
            return True
    return False


def _main_time(model: Model, cube: str) -> Iterator[Scalar]:
    """The time that a time calculation counts by where the question names none."""
    if (name := model.cubes[cube].main_time) is not None:
        yield model.dimension(cube, name).expression


def _showing(model: Model, cube: str, one: Aggregation) -> Iterator[Scalar]:
    """What the aggregate shows of a row: of a spell the days, too, on which it starts and ends."""
    interval = model.cubes[cube].interval if one.spell else None
    if interval is not None:
        yield from (model.dimension(cube, name).expression for name in (interval.start, interval.end))
    if one.operand is not None and one.kind in SHOWING:
        yield one.operand
    if one.condition is not None:
        yield one.condition


def _is_followed(model: Model, cube: str, one: FollowUp, telling: _Telling) -> bool:
    """Whether one of them tells which rows are index events and later ones; whose they are is said of nobody."""
    told = followed_ids(cube, one) - {f"{cube}.{one.person}", f"{one.cube}.{one.whose}"}
    dimensions = (model.dimension(*name.split(".")) for name in told)
    read = [(dimension.cube, dimension.expression) for dimension in dimensions]
    read += [(one.cube, one.where)] if one.where is not None else []
    return any(telling.by(home, scalar) for home, scalar in read)
