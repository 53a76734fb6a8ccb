"""A dimension's companion: how many different values of it there are, as a measure that no cube declares."""

from __future__ import annotations

from semantic.model.graph import Graph, Path, end_of
from semantic.model.model import DISTINCT_SUFFIX, Aggregation, Dimension, Measure, ViewMember
from semantic.model.scalar import under


def distinct_count(graph: Graph, dimension: Dimension, title: str, root: str, path: Path) -> tuple[Measure, Path]:
    """The measure, and the path from the root to the cube whose rows it is counted over.

    That is the root, or where the path to the dimension goes down to many, the cube that the last such step leads to.
    The measure's name says the way from there, so that two roles of one dimension are two measures.
    """
    steps = _down(graph, root, path)
    onward = path[steps:]
    values = Aggregation(
        "count_distinct", under(dimension.expression, onward), data_type="bigint", zoned=dimension.zoned
    )
    measure = Measure(
        name=f"{'.'.join((*onward, dimension.name))}{DISTINCT_SUFFIX}",
        cube=end_of(graph, root, path[:steps]),
        title=distinct_title(title),
        description=None,
        public=dimension.public,
        type="count_distinct",
        body=values,
        data_type="bigint",
        at=dimension.at,
    )
    return measure, path[:steps]


def is_counted(member: object) -> bool:
    """Whether the member's different values can be counted: a dimension's that rows have."""
    return isinstance(member, Dimension) and not member.switch and not member.is_period


def distinct_name(view: str, entry: ViewMember) -> str | None:
    """The name that the count of the member's values is asked by, None where there is none."""
    return f"{view}.{entry.name}{DISTINCT_SUFFIX}" if is_counted(entry.member) else None


def distinct_title(title: str) -> str:
    return f"{title} (antal forskellige)"


def _down(graph: Graph, root: str, path: Path) -> int:
    """How many steps it is to where the path last goes down to many; none where it does not."""
    down = (n for n in range(len(path), 0, -1) if graph[end_of(graph, root, path[: n - 1])][path[n - 1]].to_many)
    return next(down, 0)
