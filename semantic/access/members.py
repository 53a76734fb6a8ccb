"""Members as policies name them, and what is computed from them."""

from __future__ import annotations

from collections.abc import Iterator

from semantic.model.graph import end_of
from semantic.model.lineage import aggregations, dimension_cubes, followed_ids, measure_cubes, parts
from semantic.model.model import Aggregation, Cube, Dimension, FollowUp, Measure, Model, Scalar

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
    found = members | {one.id for one in _dimensions(model) if _gives_away(model, one, columns, whole)}
    found |= {
        segment.id
        for cube in model.cubes.values()
        for segment in cube.segments.values()
        if columns & _columns(model, cube.name, segment.condition)
    }
    measures = [one for cube in model.cubes.values() for one in cube.measures.values()]
    found |= {one.id for one in measures if whole & measure_cubes(model, one) or _shows(model, one, columns)}
    while fresh := {one.id for one in measures if one.id not in found and _parts_in(model, one, found)}:
        found |= fresh
    return frozenset(found | {one.id for one in _dimensions(model) if one.sub_query and str(one.sub_query) in found})


def _dimensions(model: Model) -> Iterator[Dimension]:
    return (one for cube in model.cubes.values() for one in cube.dimensions.values())


def _gives_away(model: Model, one: Dimension, columns: frozenset[tuple[str, str]], whole: frozenset[str]) -> bool:
    return bool(columns & _columns(model, one.cube, one.expression) or whole & dimension_cubes(model, one))


def _columns(model: Model, cube: str, scalar: Scalar) -> frozenset[tuple[str, str]]:
    """The cube and name of each column that the expression reads, names without regard to letter case."""
    return frozenset((end_of(model.graph, cube, ref.path), ref.name.lower()) for ref in scalar.columns)


def _shows(model: Model, measure: Measure, columns: frozenset[tuple[str, str]]) -> bool:
    """Whether the measure is computed from a value of one of the columns, or of rows that one of them tells."""
    for cube, one in aggregations(model, measure):
        if any(columns & _columns(model, cube, scalar) for scalar in _showing(model, cube, one)):
            return True
        if one.follow_up is not None and columns & _followed(model, cube, one.follow_up):
            return True
    return False


def _showing(model: Model, cube: str, one: Aggregation) -> Iterator[Scalar]:
    """What the aggregate shows of a row: of a spell the days, too, on which it starts and ends."""
    interval = model.cubes[cube].interval if one.spell else None
    if interval is not None:
        yield from (model.dimension(cube, name).expression for name in (interval.start, interval.end))
    if one.operand is not None and one.kind in SHOWING:
        yield one.operand
    if one.condition is not None:
        yield one.condition


def _followed(model: Model, cube: str, one: FollowUp) -> frozenset[tuple[str, str]]:
    """The columns that tell which rows are index events and later ones; whose they are is said of nobody."""
    told = followed_ids(cube, one) - {f"{cube}.{one.person}", f"{one.cube}.{one.whose}"}
    dimensions = (model.dimension(*name.split(".")) for name in told)
    read = [(dimension.cube, dimension.expression) for dimension in dimensions]
    read += [(one.cube, one.where)] if one.where is not None else []
    return frozenset(column for home, scalar in read for column in _columns(model, home, scalar))


def _parts_in(model: Model, measure: Measure, found: set[str] | frozenset[str]) -> bool:
    return any(part.id in found for part in parts(model, measure))
