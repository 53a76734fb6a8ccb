"""Where a policy's dimension stands, seen from each cube: its own column, or one path of joins to one row each."""

from __future__ import annotations

from collections.abc import Iterator

from semantic.access.rows import Seen
from semantic.model.graph import MAX_STEPS, Path
from semantic.model.model import Dimension, Model


class Ambiguous(Exception):
    """The cube reaches the dimension in several roles, and the policy names none; `roles` are the paths."""

    def __init__(self, roles: tuple[Path, ...]) -> None:
        super().__init__(roles)
        self.roles = roles


def place(model: Model, cube: str, dimension: Dimension, via: frozenset[str]) -> Seen | None:
    """The dimension as the cube's rows see it; None where they do not lead to one.

    Own columns are those of the dimension itself, or declared the same. `via` names the joins to take where several
    paths lead there. Raises Ambiguous.
    """
    own = _own(model, cube, dimension)
    ways = tuple(_ways(model, cube, dimension.cube))
    in_role = tuple(way for way in ways if way and _is_role(model, cube, way))
    if own is not None and not in_role:
        return Seen(own)
    chosen = tuple(way for way in ways if via & set(way))
    if len(chosen) == 1:
        return Seen(dimension, chosen[0])
    if len(ways) > 1 or chosen:
        raise Ambiguous(chosen or ways)
    return Seen(dimension, ways[0]) if ways else None


def _own(model: Model, cube: str, dimension: Dimension) -> Dimension | None:
    if dimension.cube == cube:
        return dimension
    if dimension.conformed is None:
        return None
    own = model.cubes[cube].dimensions.values()
    return next((one for one in own if one.conformed == dimension.conformed), None)


def _ways(model: Model, cube: str, target: str) -> Iterator[Path]:
    """Every path of joins, as declared or walked backwards, that meets one row at each step; the shortest first."""
    frontier: list[tuple[Path, str, frozenset[str]]] = [((), cube, frozenset({cube}))]
    for _ in range(MAX_STEPS):
        following: list[tuple[Path, str, frozenset[str]]] = []
        for path, at, passed in frontier:
            for edge in model.graph[at].values():
                if edge.to_many or not edge.found or edge.target in passed:
                    continue
                if edge.target == target:
                    yield (*path, edge.step)
                else:
                    following.append(((*path, edge.step), edge.target, passed | {edge.target}))
        frontier = following


def _is_role(model: Model, cube: str, way: Path) -> bool:
    """Whether a join on the way is named otherwise than the cube that it leads to."""
    for step in way:
        edge = model.graph[cube][step]
        if step not in (edge.target, f"<{edge.target}.{cube}"):
            return True
        cube = edge.target
    return False
