"""Down to columns: which columns of which cubes a member reads, with the keys of the joins on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sqlglot import exp

from semantic.model.graph import Path, beside, end_of
from semantic.model.lineage import followed_ids, parts, valued_by
from semantic.model.model import (
    Aggregation,
    Cube,
    Dimension,
    Measure,
    Model,
    Scalar,
    Segment,
    Table,
)
from semantic.model.views import Member

Read = tuple[str, str]  # a cube, and a column of its rows
Place = tuple[tuple[str, ...], str]
Sees = Callable[[Member], bool]


@dataclass(frozen=True)
class TableRead:
    """A table of a cube, and those of its columns that are read, by name."""

    cube: str
    table: str
    columns: tuple[str, ...]


def parts_seen(model: Model, measure: Measure, sees: Sees) -> Iterator[Measure]:
    """The measure, and those that it is computed from as far down as they are seen."""
    yield measure
    for part in parts(model, measure):
        if sees(part):
            yield from parts_seen(model, part, sees)


def measure_columns(model: Model, measure: Measure, sees: Sees) -> frozenset[Read]:
    """What the measure reads itself and through those of its parts that are seen: values, filters, days and keys."""
    seen = parts_seen(model, measure, sees)
    return frozenset(read for one in seen for read in own_columns(model, one))


def own_columns(model: Model, member: Member) -> Iterator[Read]:
    """What the member's own expressions read, its parts being others'."""
    if isinstance(member, Dimension):
        yield from _of_scalar(model, member.cube, member.expression)
    elif isinstance(member, Segment):
        yield from _of_scalar(model, member.cube, member.condition)
    else:
        for one in aggregates_of(member):
            yield from _of_aggregation(model, model.cubes[member.cube], one)
        if member.marked_by is not None:
            yield from _of_dimensions(model, (member.marked_by,))


def columns_told(model: Model, member: Member) -> Iterator[Read]:
    """The columns that the member is, and not only looks at: a plain dimension's or segment's, or what a measure sums.

    What it counts the different values of it only looks at: who they are may be nobody's to see.
    """
    for cube, scalar in _values(member):
        (ref, *others) = scalar.columns or (None,)
        if ref is not None and not others and isinstance(scalar.node, exp.Placeholder) and beside(ref.path) is None:
            yield end_of(model.graph, cube, ref.path), ref.name


def _values(member: Member) -> Iterator[tuple[str, Scalar]]:
    if isinstance(member, Measure):
        sums = (one.operand for one in aggregates_of(member) if one.kind == "sum")
        yield from ((member.cube, one) for one in sums if one is not None)
    else:
        yield member.cube, member.condition if isinstance(member, Segment) else member.expression


def aggregates_of(measure: Measure) -> tuple[Aggregation, ...]:
    """What the measure aggregates itself."""
    body = measure.body
    return tuple(
        one for one in ((body,) if isinstance(body, Aggregation) else body.parts) if isinstance(one, Aggregation)
    )


def place_of(model: Model, read: Read) -> Place:
    """The table, or the cube that is a query, and the column; letter case does not tell them apart."""
    cube, column = read
    relation = model.cubes[cube].relation
    named = relation.parts if isinstance(relation, Table) else ("", cube)
    return tuple(part.lower() for part in named), column.lower()


def columns_by_table(model: Model, cubes: Iterable[str], columns: Iterable[Read]) -> Iterator[TableRead]:
    """Of each cube its tables, with the columns. A cube that is a query names none: they are not its tables' own."""
    read = sorted(set(columns))
    for name in sorted({*cubes, *(cube for cube, _ in read)}):
        cube = model.cubes[name]
        own = tuple(column for one, column in read if one == name) if isinstance(cube.relation, Table) else ()
        yield from (TableRead(name, ".".join(table.parts), own) for table in cube.tables)


def path_columns(model: Model, cube: str, path: Path) -> Iterator[Read]:
    """Both sides of each join on the path, and the day that it is dated by."""
    for length in range(1, len(path) + 1):
        near, step = end_of(model.graph, cube, path[: length - 1]), path[length - 1]
        owner, name = step[1:].split(".", 1) if step.startswith("<") else (near, step)
        join = model.cubes[owner].joins[name]
        yield from ((join.target if ref.path else owner, ref.name) for ref in join.on.columns)
        target = model.cubes[join.target].valid_time
        if target is not None and join.dated is not None:
            yield from _of_dimensions(model, (f"{join.target}.{one}" for one in (target.begins, target.ends)))
        if join.dated_by is not None:
            yield from _of_dimensions(model, (f"{owner}.{join.dated_by}",))


def _of_aggregation(model: Model, cube: Cube, one: Aggregation) -> Iterator[Read]:
    for scalar in (one.operand, one.condition, one.weight):
        if scalar is not None:
            yield from _of_scalar(model, cube.name, scalar)
    days: tuple[str, ...] = (cube.main_time,) if cube.main_time else ()
    if one.spell is not None and cube.interval is not None:
        days = (cube.interval.start, cube.interval.end)
    elif one.latest and cube.snapshot is not None:
        days = (cube.snapshot.date, *cube.snapshot.series)
    yield from _of_dimensions(model, (f"{cube.name}.{name}" for name in days))
    if one.follow_up is not None:
        yield from _of_dimensions(model, sorted(followed_ids(cube.name, one.follow_up)))
        if one.follow_up.where is not None:
            yield from _of_scalar(model, one.follow_up.cube, one.follow_up.where)


def _of_dimensions(model: Model, ids: Iterable[str]) -> Iterator[Read]:
    for name in ids:
        yield from own_columns(model, model.dimension(*name.split(".")))


def _of_scalar(model: Model, cube: str, scalar: Scalar) -> Iterator[Read]:
    for ref in scalar.columns:
        way = ref.path[:-1] if beside(ref.path) is not None else ref.path
        yield from path_columns(model, cube, way)
        if way == ref.path:
            yield end_of(model.graph, cube, way), ref.name
    for dimension in valued_by(model, cube, scalar):
        if dimension.sub_query is not None:
            yield from own_columns(model, model.measure(dimension.sub_query))
