"""The question as asked, in members of the world, and the filters that a view adds."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from semantic.query import Query
from tests.reference import filters
from tests.reference.description import Dimension, Measure, World
from tests.reference.reach import Asked, Field, Refused, find


def read(world: World, query: Query, zone: ZoneInfo) -> Asked:
    """What is asked. Raises Refused."""
    fields = {name: find(world, name) for name in query.dimensions}
    for time in query.time_dimensions:
        if time.granularity:
            field, name = find(world, time.dimension), f"{time.dimension}.{time.granularity}"
            fields[name] = Field(name, field.member, field.entry, time.granularity)
    ranged = [(time.dimension, time.date_range) for time in query.time_dimensions if time.date_range is not None]
    ranges = [
        filters.Asked(name, "inDateRange", (words,) if isinstance(words, str) else words) for name, words in ranged
    ]
    where = (*filters.parts(query.where), *ranges, *defaults(world, query))
    parts = [filters.each(part, lambda one: as_its_kind(world, one)) for part in where]
    tested = {leaf.member: find(world, leaf.member) for part in parts for leaf in filters.leaves(part)}
    kinds = [{isinstance(tested[leaf.member].member, Measure) for leaf in filters.leaves(part)} for part in parts]
    codes = {"R211"} if {True, False} in kinds else set()
    narrowing = tuple(part for part, kind in zip(parts, kinds, strict=True) if kind != {True})
    having = tuple(part for part, kind in zip(parts, kinds, strict=True) if kind == {True})
    codes |= {"R212"} if having and not query.measures else set()
    every = [leaf for part in parts for leaf in filters.leaves(part)]
    codes |= {"R210"} if any(filters.ends_before_it_begins(leaf, world.today, zone) for leaf in every) else set()
    if codes:
        raise Refused(*codes)
    segments = tuple(find(world, name) for name in query.segments)
    return Asked(world, tuple(fields.values()), narrowing, having, tested, segments, zone)


def defaults(world: World, query: Query) -> list[filters.Asked]:
    """The own filters of the view that is asked, without those that give way to a filter of the question."""
    tested = {leaf.member for leaf in filters.leaves(query.where)}
    ranged = {time.dimension for time in query.time_dimensions if time.date_range is not None}
    grouped = [time.dimension for time in query.time_dimensions]
    named = {*query.measures, *query.dimensions, *grouped, *query.segments, *tested}
    return [
        filters.Asked(f"{view.name}.{one.member}", one.operator, one.values)
        for view in world.views.values() if any(name.startswith(f"{view.name}.") for name in named)
        for one in view.defaults if not {f"{view.name}.{name}" for name in one.unless} & (tested | ranged)
    ]  # fmt: skip


def as_its_kind(world: World, leaf: filters.Asked) -> filters.Asked:
    """A test on days is of days as they are written, whatever their offset."""
    member = find(world, leaf.member).member
    column = member.operand if isinstance(member, Dimension) else getattr(member.tree, "operand", None)
    owner = column.via[-1].end if column and column.via else member.cube
    is_days = column is not None and world.cubes[owner].columns[column.column] == "day"
    return filters.as_written(leaf) if is_days else leaf
