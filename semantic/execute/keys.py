"""Whether keys are keys: a wrong one would count rows twice in silence, so it is looked for before anyone asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlglot import exp

from semantic.errors import Place, Problem
from semantic.model.model import ColumnRef, Cube, Join, Model, Scalar

IsUnique = Callable[[Cube, list[Scalar], bool], bool]
"""Whether no two rows of the cube share these values; with True, whether none of them is NULL either."""


def check_keys(model: Model, is_unique: IsUnique) -> Iterator[Problem]:
    """A fault for each primary key, each `unique` dimension and each to-one join that meets several rows."""
    for cube in model.cubes.values():
        key = [one.expression for one in cube.primary_key]
        if key and not is_unique(cube, key, True):
            names = ", ".join(one.name for one in cube.primary_key)
            yield _fault(f"The primary key ({names}) of '{cube.name}' is not unique, or NULL in a row.", cube.at)
        for dimension in cube.dimensions.values():
            if dimension.unique and not is_unique(cube, [dimension.expression], False):
                yield _fault(f"'{dimension.id}' is declared unique, but two rows share a value.", dimension.at)
        for join in cube.joins.values():
            yield from _join_faults(model, join, is_unique)


def _fault(message: str, at: Place) -> Problem:
    return Problem("D653", message, "Correct the data or the model: rows would be counted twice.", at=at)


def _join_faults(model: Model, join: Join, is_unique: IsUnique) -> Iterator[Problem]:
    """Both ends of the join that are declared to be one row."""
    ends = [(join.target, True)] if not join.to_many else []
    ends += [(join.cube, False)] if not join.back_to_many else []
    for name, far in ends:
        cube = model.cubes[name]
        columns = equated(join.on, far)
        own = {frozenset(ref.name for ref in one.expression.columns) for one in cube.dimensions.values() if one.unique}
        if columns is None or frozenset(columns) in own | {_key_columns(cube)}:
            continue
        if not is_unique(cube, [_column(name) for name in columns], False):
            listed = ", ".join(columns)
            yield _fault(f"The join '{join.cube}.{join.name}' meets several rows of '{name}' by {listed}.", join.at)


def _key_columns(cube: Cube) -> frozenset[str]:
    return frozenset(ref.name for one in cube.primary_key for ref in one.expression.columns)


def _column(name: str) -> Scalar:
    return Scalar(exp.Placeholder(this="0"), (ColumnRef((), name),))


def equated(on: Scalar, far: bool) -> list[str] | None:
    """The columns of one end that a plain `a = b and c = d` compares, None for any other condition."""
    found: list[str] = []
    for part in on.node.flatten() if isinstance(on.node, exp.And) else [on.node]:
        bare = part.unnest()
        if not isinstance(bare, exp.EQ):
            return None
        sides = [side for side in (bare.left, bare.right) if isinstance(side, exp.Placeholder)]
        refs = [on.columns[int(side.name)] for side in sides]
        if len(refs) != 2 or bool(refs[0].path) == bool(refs[1].path):
            return None
        found += [ref.name for ref in refs if bool(ref.path) == far]
    return found
