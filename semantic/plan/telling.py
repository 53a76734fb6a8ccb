"""Which columns say something of a row's time: they would say its own where the row counts in another period."""

from __future__ import annotations

from collections.abc import Set

from semantic.model.graph import Path, end_of
from semantic.model.model import Cube, Join, Model, Scalar
from semantic.model.valid_time import near_columns
from semantic.plan.stand import Standing
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
