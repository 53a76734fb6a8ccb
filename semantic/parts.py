"""ResolvedQuery → its parts: the question's own rows, and each group value that is computed over other groups.

A group value is asked for alone: of which groups it is, its measures and the filters, but not the other members.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from semantic.access.decide import ZONE, Touched
from semantic.dates import end_of_day
from semantic.model.grain import Grain, earliest
from semantic.model.lineage import aggregations, counted_cubes, parts, valued_cubes
from semantic.model.model import Dimension, Formula, Measure, MeasureRef, Model
from semantic.model.stage import Grouping, grouping_of
from semantic.predicate import Compare, IsNull, tests
from semantic.query import DimensionField, MeasureField, ResolvedQuery

Reads = Mapping[Grouping, frozenset[str]]


@dataclass(frozen=True)
class Part:
    """A part of a question; `titles` are those of the measures that it is a part of, none for the own rows."""

    grouping: Grouping
    touched: Touched
    titles: tuple[str, ...] = ()


def parts_of(question: ResolvedQuery, model: Model) -> tuple[Part, ...]:
    """The own rows, then each group value by its grouping."""
    fields = (*question.measures, *((question.top.measure,) if question.top else ()))
    put = {one: _read(model, one.measure) for one in fields}
    groupings = dict.fromkeys(grouping for found in put.values() for grouping in found if grouping)
    values = (_group_value(question, model, one, put) for one in groupings)
    return (Part((), _own(question, model, put)), *values)


def _own(question: ResolvedQuery, model: Model, put: Mapping[MeasureField, Reads]) -> Touched:
    """What is asked of the own rows. Where nothing would be, the whole question is."""
    elsewhere = {one.measure.id for one, found in put.items() if () not in found}
    members = question.touched - elsewhere or question.touched
    reads = [found[()] for found in put.values() if () in found]
    return _touched(question, model, members, question.dimensions, reads, question.ungrouped)


def _group_value(question: ResolvedQuery, model: Model, grouping: Grouping, put: Mapping[MeasureField, Reads]) -> Part:
    measures = [one for one, found in put.items() if grouping in found]
    kept = tuple(one for one in question.dimensions if _is_kept(model, one.dimension, grouping))
    members = {one.dimension.id for one in (*kept, *_filtered(question))} | {one.measure.id for one in measures}
    members |= {one.segment.id for one in question.segments}
    members |= {one.counted.dimension.id for one in measures if one.counted}
    reads = [put[one][grouping] for one in measures]
    touched = _touched(question, model, frozenset(members), kept, reads)
    return Part(grouping, touched, tuple(dict.fromkeys(one.title for one in measures)))


def _filtered(question: ResolvedQuery) -> Iterator[DimensionField]:
    """The dimensions that somebody filters by."""
    return (test.leaf for test in tests(question.where) if test.leaf.asked)


def _touched(
    question: ResolvedQuery, model: Model, members: frozenset[str], dimensions: tuple[DimensionField, ...],
    reads: Iterable[frozenset[str]], rows: bool = False,
) -> Touched:  # fmt: skip
    """It reads the cubes whose rows the measures, and values beside the rows, are computed from; joins are no part."""
    told = [one.dimension for one in (*dimensions, *_filtered(question))]
    beside = (valued_cubes(model, one.cube, one.expression) for one in told)
    times, bounds = _times(question, model, dimensions)
    return Touched(members, times, bounds, rows, question.cubes, frozenset().union(*beside, *reads))


def _is_kept(model: Model, dimension: Dimension, grouping: Grouping) -> bool:
    for keeps, drops in grouping:
        if (keeps is not None and not is_one_of(model, dimension, keeps)) or is_one_of(model, dimension, drops):
            return False
    return True


def is_one_of(model: Model, dimension: Dimension, ids: frozenset[str]) -> bool:
    """Whether one of the ids is the dimension's, that of one it repeats, or of one declared the same."""
    alike = {model.dimension(*name.split(".")).conformed for name in ids} - {None}
    while dimension.id not in ids and dimension.conformed not in alike:
        if dimension.alias is None:
            return False
        _, cube, repeated = dimension.alias
        dimension = model.dimension(cube, repeated)
    return True


def _read(model: Model, measure: Measure) -> Reads:
    """Each grouping that an aggregate of the measure stands under, with the cubes that are read there."""
    found: dict[Grouping, frozenset[str]] = {}
    for grouping, cubes in _groupings(model, measure, ()):
        found[grouping] = found.get(grouping, frozenset()) | cubes
    return found


def _groupings(model: Model, measure: Measure, around: Grouping) -> Iterator[tuple[Grouping, frozenset[str]]]:
    """The grouping that each aggregate of the measure stands under, and the cubes that it reads."""
    body = measure.body
    if not isinstance(body, Formula):
        yield around, counted_cubes(model, measure.cube, body)
        return
    around = (*around, *grouping_of(() if body.stage is None else (body.stage,)))
    for part in body.parts:
        if isinstance(part, MeasureRef):
            yield from _groupings(model, model.measure(part), around)
        else:
            yield around, counted_cubes(model, measure.cube, part)


def _follows_zone(dimension: Dimension) -> bool:
    """Whether its periods, or those of a dimension declared the same, are other ones in another zone."""
    return dimension.kind == "time" and (dimension.zoned in ("utc", "instant") or dimension.conformed is not None)


def _asked(question: ResolvedQuery) -> tuple[Measure, ...]:
    return tuple(one.measure for one in (*question.measures, *((question.top.measure,) if question.top else ())))


def _ends_of_counting(question: ResolvedQuery, model: Model) -> Iterator[datetime]:
    """Where windows end and begin whatever is asked: behind the as-of day, with its year, and where follow-up begins.

    INVARIANT: by what another as-of day changes, no day is told to who may have whole periods alone.
    """
    end = end_of_day(question.as_of.day)
    for measure in _asked(question):
        if _counts_through(model, measure):
            yield from (end, datetime(question.as_of.day.year, 1, 1))
        for _, one in aggregations(model, measure):
            if one.follow_up is not None or (one.spell is not None and one.spell.realised):
                yield end
            if one.follow_up is not None:
                with suppress(ValueError, OverflowError):  # before the calendar nobody is followed
                    yield earliest(end, one.follow_up.within)


def _counts_days(model: Model, measure: Measure) -> bool:
    """Whether it counts by days that nobody names, which begin elsewhere in another zone."""
    return _counts_through(model, measure) or any(one.spell for _, one in aggregations(model, measure))


def _counts_through(model: Model, measure: Measure) -> bool:
    """Whether the measure is a time calculation, or made of one."""
    stages = measure.body.part_stages if isinstance(measure.body, Formula) else ()
    return any(one.through_as_of for one in stages) or any(_counts_through(model, one) for one in parts(model, measure))


def _times(
    question: ResolvedQuery, model: Model, dimensions: tuple[DimensionField, ...]
) -> tuple[frozenset[Grain | None], frozenset[datetime]]:
    """How finely times are grouped and filtered by, and the moments that they are filtered from and up to.

    INVARIANT: moments are told by whole periods of one zone: the same month in two zones differs by single hours.
    """
    times: set[Grain | None] = {one.grain for one in dimensions if one.dimension.kind == "time"}
    named = (*dimensions, *_filtered(question))
    follows = any(_follows_zone(one.dimension) for one in named)
    if question.timezone != ZONE and (follows or any(_counts_days(model, one) for one in _asked(question))):
        times.add(None)
    bounds = set(_ends_of_counting(question, model))
    for test in tests(question.where):
        if test.leaf.dimension.kind != "time" or not test.leaf.asked or isinstance(test, IsNull):
            continue
        if isinstance(test, Compare) and test.operator in (">=", "<") and isinstance(test.value, datetime):
            bounds.add(test.value)
        else:
            times.add(None)
    return frozenset(times), frozenset(bounds)
