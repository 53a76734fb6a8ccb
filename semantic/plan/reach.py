"""How a fact reaches a dimension: by the view's own path, to one row, as a conformed dimension, or to many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semantic.errors import Problem
from semantic.model.graph import Edge, Graph, Path, end_of, is_to_one, to_many_paths, to_one_paths
from semantic.model.model import Dimension, Model
from semantic.query import DimensionField, MeasureField, SegmentField


@dataclass(frozen=True)
class Entry:
    """Where a fact stands: its cube, and the path from the view's root when a view led there."""

    cube: str
    root: str
    path: Path
    through_view: bool


def entry_of(field: MeasureField) -> Entry:
    """Where the measure's fact stands; a cube asked directly is its own root."""
    return Entry(field.measure.cube, field.root, field.path, field.through_view)


@dataclass(frozen=True, eq=False)
class Reached:
    """The dimension as the fact has it, and the path from the fact to its cube; on it only shares meet many."""

    dimension: Dimension
    path: Path
    to_many: bool
    shared: Path | None = None

    @property
    def multiplies(self) -> bool:
        """Whether the rows meet many, and no shares say how much of them."""
        return self.to_many and self.shared is None


class NoWay(Exception):
    """A path that must not be walked, and why.

    `cubes` are those that the problem names, and `joining` those of them by whose joins in a role it does.
    """

    def __init__(self, problem: Problem, cubes: frozenset[str], joining: frozenset[str] = frozenset()) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.cubes = cubes
        self.joining = joining


def _ambiguous(graph: Graph, fact: str, target: str, paths: tuple[Path, ...]) -> NoWay:
    """Choosing one of several paths would be a guess."""
    found = " or ".join(".".join((fact, *path)) for path in paths)
    message = f"More than one path leads from '{fact}' to '{target}': {found}."
    named = {end_of(graph, fact, path[:length]) for path in paths for length in range(len(path) + 1)}
    joining = {cube for path in paths for cube in _joining(graph, fact, path)}
    return NoWay(
        Problem("R218", message, "Ask through a view that names the path."), frozenset(named), frozenset(joining)
    )


def _joining(graph: Graph, start: str, path: Path) -> Iterator[str]:
    """The cubes that declare the path's joins in a role, walked either way."""
    for step in path:
        there = graph[start][step].target
        declared, joined = (there, start) if step.startswith("<") else (start, there)
        if step.rpartition(".")[2] != joined:
            yield declared
        start = there


def reach(model: Model, entry: Entry, field: DimensionField) -> Reached | None:
    """The dimension as the fact reaches it, None when it does not. Raises NoWay.

    The asked column is seen from its root along its path, and on along what it repeats. The fact meets that way where
    it can: at the root, or further on at a cube that it reaches in the same role. A lookup in another role is another
    column, and never taken for this one.
    """
    if field.through_view and entry.through_view and field.root == entry.root:
        way, to_many = _in_view(model.graph, entry, field.path)
        return Reached(field.dimension, way, to_many, shared_on(model.graph, entry.cube, way))
    conformed = _conformed(model, entry.cube, field)
    if conformed:
        return Reached(conformed, (), False)
    met = 0
    for dimension, way in stations(model, field):
        path = _meet(model.graph, entry.cube, field.root, way, met)
        if path is not None:
            return Reached(dimension, path, False)
        met = len(way) + 1
    path = _from_above(model.graph, entry.cube, field.root, field.path)
    return None if path is None else Reached(field.dimension, path, True)


def reach_segment(model: Model, entry: Entry, field: SegmentField) -> tuple[Path, bool] | None:
    """(path, to many) from the fact to the segment's cube, None when there is none. Raises NoWay.

    Where only shares meet many on the path, `shared_on` finds them.
    """
    if field.through_view and entry.through_view and field.root == entry.root:
        return _in_view(model.graph, entry, field.path)
    path = _meet(model.graph, entry.cube, field.root, field.path, 0)
    if path is not None:
        return path, False
    path = _from_above(model.graph, entry.cube, field.root, field.path)
    return None if path is None else (path, True)


def stations(model: Model, field: DimensionField) -> Iterator[tuple[Dimension, Path]]:
    """The dimension and its path from the root, then each dimension that it only repeats, further along."""
    dimension, way = field.dimension, field.path
    yield dimension, way
    while dimension.alias:
        onward, cube, name = dimension.alias
        dimension, way = model.dimension(cube, name), (*way, *onward)
        yield dimension, way


def _meet(graph: Graph, fact: str, root: str, way: Path, first: int) -> Path | None:
    """The fact's to-one path to the end of the way, meeting it at the earliest cube from the `first` on.

    The root is met by any path; a cube further on only in the role that the way gives it. Raises NoWay when several
    paths lead there.
    """
    for met in range(first, len(way) + 1):
        cube = end_of(graph, root, way[:met])
        paths = to_one_paths(graph, fact, cube)
        if met:
            role = roles(graph, root, way[:met])
            paths = tuple(path for path in paths if roles(graph, fact, path) == role)
        if len(paths) > 1:
            raise _ambiguous(graph, fact, cube, paths)
        if paths and is_to_one(graph, fact, (*paths[0], *way[met:])):
            return (*paths[0], *way[met:])
    return None


def _from_above(graph: Graph, fact: str, root: str, way: Path) -> Path | None:
    """The fact's path down to the root's many rows and on along the way, None when there is none. Raises NoWay."""
    paths = to_many_paths(graph, fact, root)
    if len(paths) > 1:
        raise _ambiguous(graph, fact, root, paths)
    return (*paths[0], *way) if paths and is_to_one(graph, root, way) else None


def roles(graph: Graph, start: str, path: Path) -> tuple[str, ...]:
    """The names of the joins on the path that are roles and not just the joined cube's own name."""
    found: list[str] = []
    for step in path:
        edge = graph[start][step]
        found += [step] if step != edge.target and not step.startswith("<") else []
        start = edge.target
    return tuple(found)


def _in_view(graph: Graph, entry: Entry, end: Path) -> tuple[Path, bool]:
    """The view's own path, and whether it leads to many. Raises NoWay when it meets rows many to many."""
    path = between(graph, entry.root, entry.path, end)
    if other := many_to_many(graph, entry.cube, path) or _unshared(graph, entry.cube, path):
        message = f"'{entry.cube}' and '{other}' meet many to many, and no rule says how to count."
        hint = "Ask for them apart, or declare the cube between them a 'bridge'."
        raise NoWay(Problem("U414", message, hint), frozenset({entry.cube, other}))
    return path, not is_to_one(graph, entry.cube, path)


def many_to_many(graph: Graph, cube: str, path: Path) -> str | None:
    """The first cube that the path descends to after it climbed, None when it does not. A bridge says how to count."""
    climbed = False
    for step in path:
        edge = graph[cube][step]
        if edge.to_many and climbed and not edge.to_bridge:
            return edge.target
        climbed, cube = climbed or edge.climbs, edge.target
    return None


def shared_on(graph: Graph, cube: str, path: Path) -> Path | None:
    """The path up to the rows that have a share of the cube's each, None where there are none on it."""
    for number, edge in enumerate(_edges(graph, cube, path), 1):
        if edge.shares:
            return path[:number]
    return None


def _unshared(graph: Graph, cube: str, path: Path) -> str | None:
    """The first cube whose rows meet many to many beyond what shares say: back over these, or by other joins too."""
    edges = tuple(_edges(graph, cube, path))
    shared = [edge for edge in edges if edge.shares]
    back = [edge for edge in edges if edge.to_many and edge.climbs and not edge.shares]
    others = [edge for edge in edges if edge.to_many and edge not in shared[:1]] if shared else []
    return next((edge.target for edge in (*back, *others)), None)


def _edges(graph: Graph, cube: str, path: Path) -> Iterator[Edge]:
    for step in path:
        yield graph[cube][step]
        cube = graph[cube][step].target


def _conformed(model: Model, cube: str, field: DimensionField) -> Dimension | None:
    """The cube's own dimension that is declared the same. A dimension in a role of its root is another column."""
    dimension = field.dimension
    if dimension.conformed is None or dimension.cube == cube or roles(model.graph, field.root, field.path):
        return None
    own = model.cubes[cube].dimensions.values()
    return next((other for other in own if other.conformed == dimension.conformed), None)


def between(graph: Graph, root: str, start: Path, end: Path) -> Path:
    """The path from the end of one path to the end of another of the same root: up to where they part, then down."""
    shared = 0
    while shared < min(len(start), len(end)) and start[shared] == end[shared]:
        shared += 1
    up = [invert(end_of(graph, root, start[:i]), start[i]) for i in range(len(start) - 1, shared - 1, -1)]
    return (*up, *end[shared:])


def invert(cube: str, step: str) -> str:
    """The step back over the very join that the step from the cube took."""
    return step.split(".", 1)[1] if step.startswith("<") else f"<{cube}.{step}"
