"""How a fact reaches a dimension: by the view's own path, to one row, as a conformed dimension, or to many."""

from __future__ import annotations

from dataclasses import dataclass

from semantic.errors import Problem
from semantic.model.graph import Graph, Path, end_of, is_to_one, to_many_paths, to_one_paths
from semantic.model.model import Dimension, Model
from semantic.query import DimensionField, SegmentField


@dataclass(frozen=True)
class Entry:
    """Where a fact stands: its cube, and the path from the view's root when a view led there."""

    cube: str
    root: str
    path: Path
    through_view: bool


@dataclass(frozen=True, eq=False)
class Reached:
    """The dimension as the fact has it, and the path from the fact to its cube."""

    dimension: Dimension
    path: Path
    to_many: bool


class NoWay(Exception):
    """A path that must not be walked, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _ambiguous(fact: str, target: str, paths: tuple[Path, ...]) -> NoWay:
    """Choosing one of several paths would be a guess."""
    found = " or ".join(".".join((fact, *path)) for path in paths)
    message = f"More than one path leads from '{fact}' to '{target}': {found}."
    return NoWay(Problem("R218", message, "Ask through a view that names the path."))


def reach(model: Model, entry: Entry, field: DimensionField) -> Reached | None:
    """The dimension as the fact reaches it, None when it does not. Raises NoWay."""
    dimension = field.dimension
    if field.through_view and entry.through_view and field.root == entry.root:
        return Reached(dimension, *_in_view(model.graph, entry, field.path))
    if dimension.cube == entry.cube:
        return Reached(dimension, (), False)
    conformed = _conformed(model, entry.cube, dimension)
    if conformed:
        return Reached(conformed, (), False)
    role = field.path[-1] if field.path else None
    while dimension.alias:
        path, cube, name = dimension.alias
        dimension, role = model.dimension(cube, name), path[-1]
        if found := _search(model, entry.cube, dimension, role):
            return found
    return _search(model, entry.cube, dimension, role)


def reach_segment(model: Model, entry: Entry, field: SegmentField) -> tuple[Path, bool] | None:
    """(path, to many) from the fact to the segment's cube, None when there is none. Raises NoWay."""
    if field.through_view and entry.through_view and field.root == entry.root:
        return _in_view(model.graph, entry, field.path)
    return _path(model.graph, entry.cube, field.segment.cube, field.path[-1] if field.path else None)


def _in_view(graph: Graph, entry: Entry, end: Path) -> tuple[Path, bool]:
    """The view's own path, and whether it leads to many. Raises NoWay when it climbs and then descends."""
    path = between(graph, entry.root, entry.path, end)
    climbed, cube = False, entry.cube
    for step in path:
        edge = graph[cube][step]
        if edge.to_many and climbed:
            message = f"'{entry.cube}' and '{edge.target}' meet many to many, and no rule says how to count."
            raise NoWay(Problem("U414", message, "Ask for them apart."))
        climbed, cube = climbed or not edge.to_many, edge.target
    return path, not is_to_one(graph, entry.cube, path)


def _conformed(model: Model, cube: str, dimension: Dimension) -> Dimension | None:
    if dimension.conformed is None:
        return None
    own = model.cubes[cube].dimensions.values()
    return next((other for other in own if other.conformed == dimension.conformed), None)


def _search(model: Model, fact: str, dimension: Dimension, role: str | None) -> Reached | None:
    found = _path(model.graph, fact, dimension.cube, role)
    return Reached(dimension, *found) if found else None


def _path(graph: Graph, fact: str, target: str, role: str | None) -> tuple[Path, bool] | None:
    """A to-one path, else one to many; of several the one that ends in the asked role."""
    for search, to_many in ((to_one_paths, False), (to_many_paths, True)):
        paths = search(graph, fact, target)
        if len(paths) > 1:
            paths = tuple(path for path in paths if path[-1] == role) or paths
        if len(paths) > 1:
            raise _ambiguous(fact, target, paths)
        if paths:
            return paths[0], to_many
    return None


def between(graph: Graph, root: str, start: Path, end: Path) -> Path:
    """The path from the end of one path to the end of another of the same root: up to where they part, then down."""
    shared = 0
    while shared < min(len(start), len(end)) and start[shared] == end[shared]:
        shared += 1
    up = [invert(graph, end_of(graph, root, start[:i]), start[i]) for i in range(len(start) - 1, shared - 1, -1)]
    return (*up, *end[shared:])


def invert(graph: Graph, cube: str, step: str) -> str:
    """The step back. Raises NoWay when the other end declares several joins to this cube."""
    if step.startswith("<"):
        return step.split(".", 1)[1]
    target = graph[cube][step].target
    backwards = f"<{cube}.{step}"
    if backwards in graph[target]:
        return backwards
    declared = tuple(name for name, edge in graph[target].items() if edge.target == cube)
    if len(declared) != 1:
        raise _ambiguous(target, cube, tuple((name,) for name in declared))
    return declared[0]
