"""The join graph: which rows of one cube a row of another leads to, and by which path.

A path that only meets single rows is *to one*. A path down (to many) and then up (to one) multiplies rows, and the
planner must count each parent once. A path up and then down is many-to-many, and walked only where it goes down to a
bridge, which says how to count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

Path = tuple[str, ...]  # steps from a cube
MAX_PATHS = 3  # more than one is ambiguous; a few are named in the error
MAX_STEPS = 8
BESIDE = "#"  # begins the last step of a path to a value beside the row itself: `#order_count`
MAX_FRONTIER = 5_000  # of paths under way: more are many times ambiguous


@dataclass(frozen=True)
class Edge:
    """A step from a cube: `name` for a join as declared, `<cube.name` for one walked backwards.

    `to_many` where a row may lead to several, `climbs` where several may lead to one; one to one is neither. `found`
    False: a way that no search takes, since it is a view's to name, or the other end declares its own way. `to_bridge`
    where the target is declared a bridge.
    """

    step: str
    target: str
    to_many: bool
    climbs: bool
    found: bool = True
    to_bridge: bool = False
    shares: bool = False


class Graph(Mapping[str, Mapping[str, Edge]]):
    """Every cube's edges by their steps. Which cubes have an edge to which is looked up once for all searches."""

    def __init__(self, edges: Mapping[str, Mapping[str, Edge]]) -> None:
        self._edges = {cube: MappingProxyType(dict(own)) for cube, own in edges.items()}
        self._before = {down: self._predecessors(down) for down in (False, True)}

    def __getitem__(self, cube: str) -> Mapping[str, Edge]:
        return self._edges[cube]

    def __iter__(self) -> Iterator[str]:
        return iter(self._edges)

    def __len__(self) -> int:
        return len(self._edges)

    def _predecessors(self, down: bool) -> dict[str, set[str]]:
        before: dict[str, set[str]] = {}
        for cube, edges in self._edges.items():
            for edge in edges.values():
                if edge.found and (down or not edge.to_many):
                    before.setdefault(edge.target, set()).add(cube)
        return before

    def leading_to(self, target: str, down: bool) -> set[str]:
        """The cubes that some edges lead from to the target, and the target; to-one edges alone if not `down`."""
        before, reached, fresh = self._before[down], {target}, {target}
        while fresh:
            fresh = {cube for one in fresh for cube in before.get(one, ())} - reached
            reached |= fresh
        return reached


@dataclass(frozen=True)
class DeclaredJoin:
    cube: str
    name: str
    target: str
    to_many: bool
    back_to_many: bool
    shares: bool = False


def build_graph(cubes: Iterable[str], joins: list[DeclaredJoin], bridges: Set[str]) -> Graph:
    """Every cube's edges. A search walks a join backwards only where the other end declares none of its own.

    No search walks one by shares: only a view that names it does.
    """
    graph: dict[str, dict[str, Edge]] = {cube: {} for cube in cubes}
    for join in joins:
        to_bridge = join.target in bridges
        graph[join.cube][join.name] = Edge(
            join.name, join.target, join.to_many, join.back_to_many, not join.shares, to_bridge, join.shares
        )
    declared = {(join.cube, join.target) for join in joins}
    for join in joins:
        if join.target in graph:
            step = f"<{join.cube}.{join.name}"
            found = not join.shares and (join.target, join.cube) not in declared
            to_bridge = join.cube in bridges
            graph[join.target][step] = Edge(step, join.cube, join.back_to_many, join.to_many, found, to_bridge)
    return Graph(graph)


def end_of(graph: Graph, start: str, path: Path) -> str:
    """The cube that the path ends in; that of the row itself where it ends in a value beside the row."""
    for step in path:
        start = start if step.startswith(BESIDE) else graph[start][step].target
    return start


def beside(path: Path) -> str | None:
    """The dimension whose value beside the row the path ends in, if it does."""
    return path[-1].removeprefix(BESIDE) if path and path[-1].startswith(BESIDE) else None


def is_to_one(graph: Graph, start: str, path: Path) -> bool:
    for step in path:
        edge = graph[start][step]
        if edge.to_many:
            return False
        start = edge.target
    return True


def to_one_paths(graph: Graph, start: str, target: str) -> tuple[Path, ...]:
    """Up to MAX_PATHS paths of to-one steps, shortest first; the empty path when start is the target."""
    if start == target:
        return ((),)
    return _search(graph, start, target, down=False)


def to_many_paths(graph: Graph, start: str, target: str) -> tuple[Path, ...]:
    """Up to MAX_PATHS paths that go down to many and then up to one; failing these, past rows that pair off too.

    To a bridge they go down from anywhere.
    """
    return _search(graph, start, target, down=True) or _search(graph, start, target, down=True, pairs=True)


def _search(graph: Graph, start: str, target: str, down: bool, pairs: bool = False) -> tuple[Path, ...]:
    leading = graph.leading_to(target, down)
    found: list[Path] = []
    frontier: list[tuple[Path, str, frozenset[str], bool]] = [((), start, frozenset({start}), down)]
    for _ in range(MAX_STEPS):
        following: list[tuple[Path, str, frozenset[str], bool]] = []
        for path, cube, seen, may_descend in frontier:
            for edge in graph[cube].values():
                if not edge.found or len(following) >= MAX_FRONTIER:
                    continue
                may_follow = not edge.to_many or may_descend or (down and edge.to_bridge)
                if edge.target not in leading or edge.target in seen or not may_follow:
                    continue
                longer = (*path, edge.step)
                if edge.target == target:
                    if not down or not is_to_one(graph, start, longer):
                        found.append(longer)
                else:
                    still = may_descend and (edge.to_many or (pairs and not edge.climbs))
                    following.append((longer, edge.target, seen | {edge.target}, still))
        frontier = following
        if len(found) >= MAX_PATHS or not frontier:
            break
    return tuple(found[:MAX_PATHS])


def join_cycles(joins: list[DeclaredJoin]) -> Iterator[tuple[str, ...]]:
    """The cubes of each cycle of many-to-one joins, first and last the same. Self-joins are none."""
    onward: dict[str, list[str]] = {}
    for join in joins:
        if not join.to_many and join.back_to_many and join.cube != join.target:
            onward.setdefault(join.cube, []).append(join.target)
    return circles(onward)


def circles(onward: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Circles until there are none but for the first step of each; each begins and ends with the same name."""
    left = {name: list(dict.fromkeys(names)) for name, names in onward.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
            return
        except CycleError as error:
            circle = tuple(reversed(error.args[1]))
            yield circle
            left[circle[0]].remove(circle[1])
