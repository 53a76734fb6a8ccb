"""Which columns say something of a dimension: of a row's time, or of what a whole group leaves out.

They would say the row's own where the row counts in another period, and narrow the group to some of its members.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from semantic.model.graph import Path, end_of
from semantic.model.model import Cube, Join, Model, Scalar
from semantic.model.valid_time import near_columns
from semantic.plan.ranges import Unnamed
from semantic.plan.stand import Standing
from semantic.predicate import tests
from semantic.query import DimensionField

Columns = frozenset[tuple[Path, str]]  # a path from the fact, and a column's name without regard to letter case


def columns_of(scalar: Scalar, path: Path) -> Columns:
    """The columns that the value is computed from, seen from the fact."""
    return frozenset(((*path, *ref.path), ref.name.lower()) for ref in scalar.columns)


def tells(model: Model, standing: Standing, columns: Columns, time: DimensionField) -> bool:
    """Whether one of the columns is the time's, or belongs to a row that the time alone leads to, as a calendar's day.

    A time that names its own row, the day of a calendar, leads there and to the columns that it is joined by.
    """
    reached = standing.reached[time.name]
    told = columns_of(reached.dimension.expression, reached.path)
    day = _row_named_by(model, standing.entry.cube, told)
    if day is not None:
        told |= _near(model, standing.entry.cube, day)
    return any(one in told or _is_beyond(model, standing.entry.cube, one[0], told, day) for one in columns)


def _is_beyond(model: Model, root: str, path: Path, told: Columns, day: Path | None) -> bool:
    """Whether the path passes the time's own row, or a join on nothing but what says the time."""
    if day is not None and path[: len(day)] == day:
        return True
    for length in range(1, len(path) + 1):
        near = _near(model, root, path[:length])
        if near and near <= told:
            return True
    return False


def _row_named_by(model: Model, root: str, told: Columns) -> Path | None:
    """The path to the joined row that is found by the one column, None where it is of the fact or names no row."""
    if len(told) != 1:
        return None
    ((path, column),) = told
    join = _join(model, root, path)
    if join is None:
        return None
    far = {ref.name.lower() for ref in join.on.columns if ref.path and join.dated is None}
    return path if far == {column} or column in _keys(model.cubes[end_of(model.graph, root, path)]) else None


def _keys(cube: Cube) -> Set[str]:
    """The columns each of which names one row."""
    named = (one for one in cube.dimensions.values() if one.unique or cube.primary_key == (one,))
    refs = (one.expression.columns for one in named)
    return {found[0].name.lower() for found in refs if len(found) == 1 and not found[0].path}


def _near(model: Model, root: str, path: Path) -> Columns:
    """The columns on the near side of the path's last join; none where it is walked backwards."""
    join = _join(model, root, path)
    found = () if join is None else near_columns(model.cubes[join.cube], join)
    return frozenset((path[:-1], ref.name.lower()) for ref in found)


def _join(model: Model, root: str, path: Path) -> Join | None:
    return model.cubes[end_of(model.graph, root, path[:-1])].joins.get(path[-1]) if path else None


def used(standing: Standing) -> Iterator[DimensionField]:
    """Every field that the question groups or filters the standing by."""
    yield from standing.fields
    yield from (test.leaf for part in standing.where for test in tests(part) if not test.leaf.preset)


def told_as(field: DimensionField) -> str:
    """The field in a message; nobody named a member that a mean goes over."""
    return f"'{field.name}'" if field.asked else "the time"


def refuse_told(
    model: Model,
    standing: Standing,
    time: DimensionField,
    follows: Callable[[DimensionField], bool],
    told: str,
    name: str,
) -> None:
    """Raises Unnamed where something says something of the time and does not follow it; `told` is what to ask by."""
    for field in used(standing):
        reached = standing.reached[field.name]
        columns = columns_of(reached.dimension.expression, reached.path)
        if not follows(field) and tells(model, standing, columns, time):
            member = f"'{field.name}'" if field.asked else "a member that it is taken over"
            message = f"'{name}' is of other periods, and {member} would still say the row's own."
            raise Unnamed(message, f"Leave it out, or use a granularity of {told}.")
    for segment, path in standing.segments:
        if tells(model, standing, columns_of(segment.segment.condition, path), time):
            message = f"'{name}' is of other periods, and '{segment.name}' would still say the row's own."
            raise Unnamed(message, f"Leave it out, or filter by {told}.")


def are_of(model: Model, root: str, columns: Columns, ids: Set[str]) -> bool:
    """Whether each of the columns, seen from the root, is one of the dimensions', by whatever path."""
    return _places(model, root, columns) <= _told_by(model, ids)


def say(model: Model, root: str, columns: Columns, ids: Set[str]) -> bool:
    """Whether one of the columns, seen from the root, may say something of one of the dimensions, by whatever path.

    It is one of theirs, or equals it in a join, or is of a row that they name.
    """
    told = _equalled(model, _told_by(model, ids))
    named = {cube for cube, name in told if name in _keys(model.cubes[cube])}
    for path, _ in columns:
        steps = [path[:length] for length in range(len(path) + 1)]
        if any(end_of(model.graph, root, step) in named for step in steps):
            return True
        nears = (_places(model, root, _near(model, root, step)) for step in steps)
        if any(near and near <= told for near in nears):
            return True
    return not told.isdisjoint(_places(model, root, columns))


Places = frozenset[tuple[str, str]]  # a cube, and a column's name without regard to letter case


def _places(model: Model, root: str, columns: Columns) -> Places:
    return frozenset((end_of(model.graph, root, path), name) for path, name in columns)


def _told_by(model: Model, ids: Set[str]) -> Places:
    """The columns of the dimensions and of those declared the same."""
    every = [one for cube in model.cubes.values() for one in cube.dimensions.values()]
    alike = {one.conformed for one in every if one.id in ids} - {None}
    named = (one for one in every if one.id in ids or one.conformed in alike)
    return frozenset(place for one in named for place in _places(model, one.cube, columns_of(one.expression, ())))


def _equalled(model: Model, told: Places) -> Places:
    """Those, and what a join says that they equal; a row's key says the columns that the row is joined by."""
    for cube in model.cubes.values():
        for join in cube.joins.values():
            near = frozenset((cube.name, one.name.lower()) for one in join.on.columns if not one.path)
            far = frozenset((join.target, one.name.lower()) for one in join.on.columns if one.path)
            if (far and far <= told) or any((join.target, key) in told for key in _keys(model.cubes[join.target])):
                told |= near
            elif near and near <= told:
                told |= far
    return told
