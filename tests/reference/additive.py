"""Whether a measure would be summed over a dimension of its cube's key that it is not additive over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from tests.reference import filters
from tests.reference.description import Dimension, Measure, Operand, Path, Row, Step, World
from tests.reference.periods import lasts_a_day_at_most
from tests.reference.reach import Asked, Entry, Field, Refused, Standing, follow, stand


def not_additive(asked: Asked, needs: list[tuple[Entry, Measure]], fields: tuple[Field[Dimension], ...]) -> set[str]:
    """U420 when a measure would be summed over a dimension of its cube's key that it is not additive over."""
    for entry, measure in needs:
        try:
            standing = stand(asked, entry, fields, None)
        except Refused:
            continue  # said elsewhere
        here, among_met = held(asked, measure, standing)
        if pinned(asked.world, measure) - here - set(among_met):
            return {"U420"}
    return set()


def pinned(world: World, measure: Measure) -> set[str]:
    """The dimensions that the measure may not be summed over."""
    cube = world.cubes[measure.cube]
    return (
        set()
        if measure.additive_over is None
        else {one.name for one in cube.key or cube.dimensions} - {*measure.additive_over}
    )


def held(asked: Asked, measure: Measure, standing: Standing) -> tuple[set[str], dict[str, tuple[Dimension, Path]]]:
    """The cube's dimensions with one value in each group; and those with one among rows that meet a lookup's row."""
    world, cube = asked.world, asked.world.cubes[measure.cube]
    here: set[str] = set()
    among_met: dict[str, tuple[Dimension, Path]] = {}
    for name in (*(one.name for one in standing.fields if uncut(world, one, standing)), *one_values(asked, standing)):
        dimension, path = origin(world, *standing.reached[name])
        here |= {own.name for own in cube.dimensions if origin(world, own, ()) == (dimension, path)}
        is_key = dimension.unique or world.cubes[dimension.cube].key == (dimension,)
        if len(path) == 1 and path[0] in [Step(join) for join in cube.joins] and is_key:
            keys = {own.name for own in cube.dimensions if own.operand == Operand(path[0].join.column)}
            if name not in [one.name for one in standing.fields]:
                here |= keys
            elif not path[0].to_many:
                among_met |= dict.fromkeys(keys - set(among_met), (dimension, path))
    return here, among_met


def lookups_to_meet(asked: Asked, measure: Measure, standing: Standing) -> set[Step]:
    """The joins without whose row a row counts for nothing: its pinned keys share a group with others."""
    here, among_met = held(asked, measure, standing)
    return {among_met[name][1][0] for name in pinned(asked.world, measure) - here if name in among_met}


def meets(world: World, row: Row, steps: set[Step]) -> bool:
    return all(follow(world, step, row) for step in steps)


def origin(world: World, dimension: Dimension, path: Path) -> tuple[Dimension, Path]:
    """The dimension, or the one that it only repeats, and the way there."""
    while dimension.repeats:
        path = (*path, *dimension.operand.via)
        dimension = world.dimension(f"{path[-1].end}.{dimension.repeats}")
    return dimension, path


def uncut(world: World, field: Field[Dimension], standing: Standing) -> bool:
    """Whether each group is one value and not a period: days by the day, moments only as they are."""
    reached = standing.reached[field.name][0]
    if own := field.own_grain:
        return holds_days(world, reached) and lasts_a_day_at_most(own)
    if reached.kind != "time" or holds_days(world, reached):
        return field.grain in (None, "second", "minute", "hour", "day")
    return field.grain is None and not holds_days(world, field.member)


def holds_days(world: World, dimension: Dimension) -> bool:
    return dimension.kind == "time" and world.cubes[dimension.cube].columns[dimension.operand.column] == "day"


def one_values(asked: Asked, standing: Standing) -> Iterator[str]:
    """The members that the tests let only one value through of; of days all tests together."""
    spans: dict[str, list[tuple[Any, Any]]] = {}
    for part in standing.where:
        if not isinstance(part, filters.Asked):
            continue
        dimension = standing.reached[part.member][0]
        if dimension.kind != "time" and part.operator == "equals" and None not in part.values:
            if filters.is_one_value(part.values, dimension.kind):
                yield part.member
        elif holds_days(asked.world, dimension) and (span := filters.span_of(part, asked.world.today, asked.zone)):
            spans.setdefault(part.member, []).append(span)
    for member, known in spans.items():
        if min(end for _, end in known) - max(begin for begin, _ in known) <= timedelta(1):
            yield member
