"""What is special in a question: a statistic, so that nothing is thought to be tested that is never drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from zoneinfo import ZoneInfo

from semantic.query import Query
from tests.reference import filters
from tests.reference.description import World
from tests.reference.questions import needs_of
from tests.reference.reach import Asked, Refused, Standing, crosses, descents_after_climbing, find, stand
from tests.reference.reading import defaults, read
from tests.reference.rows import STATUS, grouping_sets

LONG_NIGHT = "2024-10-27T0"


def kinds(world: World, query: Query) -> set[str]:
    """Of a question that has an answer, by short names."""
    asked = read(world, query, ZoneInfo("UTC"))
    sets = grouping_sets(query.subtotals, [field.name for field in asked.fields])
    found = {*of_periods(asked), *of_views(world, query)}
    for standing in standings_of(asked, query):
        found |= {*of_bridges(world, standing), *of_cases(standing)}
        own = {field.name for field in asked.fields} - {field.name for field in standing.fields}
        if own and sets and any(not own & set(kept) for kept in sets):
            found.add("subtotals without what a part ignores")
        crossed = {name for name, (_, path) in standing.reached.items() if crosses(world, path)}
        if crossed & {field.name for field in standing.fields} and sets:
            found.add("subtotals across a bridge")
        for field in standing.fields:
            if field.own_grain and standing.reached[field.name][0] != field.member:
                found.add("own periods of another's time")
    return found


def standings_of(asked: Asked, query: Query) -> Iterator[Standing]:
    """How each aggregated fact of the measures stands, or the cube of the first dimension."""
    for name in dict.fromkeys(one.removesuffix(STATUS) for one in query.measures):
        for leaf, constant in needs_of(asked.world, find(asked.world, name)).items():
            with suppress(Refused):  # a part of a mean, which is asked with its members
                yield stand(asked, leaf.entry, asked.fields, constant)
    if not query.measures:
        with suppress(Refused):
            yield stand(asked, asked.fields[0].entry, asked.fields, frozenset())


def of_bridges(world: World, standing: Standing) -> Iterator[str]:
    grouped = [standing.reached[field.name][1] for field in standing.fields]
    every = [path for _, path in (*standing.reached.values(), *standing.segments)]
    if any(crosses(world, path) for path in every):
        yield "across a bridge"
        if not any(crosses(world, path) for path in grouped):
            yield "across a bridge only to filter"
    if any(descents_after_climbing(path) for path in every):
        yield "up and down to a bridge"


def of_periods(asked: Asked) -> Iterator[str]:
    for field in asked.fields:
        if own := field.own_grain:
            yield "own periods"
            yield "own periods from an origin" if own.origin else "own periods with an offset"
            yield "own periods of months" if own.unit in ("month", "quarter", "year") else "own periods of days or less"
    tests = [leaf for part in asked.where for leaf in filters.leaves(part)]
    if any(str(one).startswith(LONG_NIGHT) and str(one)[16:] for leaf in tests for one in leaf.values):
        yield "moments of the doubled hour"


def of_cases(standing: Standing) -> Iterator[str]:
    if any(dimension.form == "case" for dimension, _ in standing.reached.values()):
        yield "a case"


def of_views(world: World, query: Query) -> Iterator[str]:
    held = {(one.member, one.operator, one.values) for one in defaults(world, query)}
    names = (*query.measures, *query.dimensions, *(time.dimension for time in query.time_dimensions))
    view = world.views.get(names[0].partition(".")[0])
    every = {(f"{view.name}.{one.member}", one.operator, one.values) for one in view.defaults} if view else set()
    if held:
        yield "a view's own filter"
    if every - held:
        yield "a view's own filter that gives way"
