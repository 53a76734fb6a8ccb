"""Where a fact stands in a question: how it reaches each dimension and filter, and what it may ignore."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from semantic.errors import Problem
from semantic.model.graph import Path, end_of
from semantic.model.model import Dimension, Measure, Model
from semantic.plan.nodes import column_name
from semantic.plan.reach import Entry, NoWay, Reached, reach, reach_segment
from semantic.predicate import Compare, In, Predicate, Test, tests
from semantic.query import DimensionField, SegmentField

Where = tuple[Predicate[Test[DimensionField]], ...]


@dataclass(frozen=True, eq=False)
class Standing:
    """A fact's view of the question. `fields` are the keys it has; `where` the tests that narrow it."""

    entry: Entry
    fields: tuple[DimensionField, ...]
    reached: Mapping[str, Reached]
    where: Where
    segments: tuple[tuple[SegmentField, Path], ...]
    many_segments: bool
    to_many: bool


def stand(
    model: Model,
    entry: Entry,
    fields: tuple[DimensionField, ...],
    where: Where,
    segments: tuple[SegmentField, ...],
    constant_over: frozenset[str] | None,
    name: str,
) -> Standing | tuple[Problem, ...]:
    """The standing of a fact, or why the question cannot be put to it.

    The fact may ignore the dimensions of `constant_over`, all of them when it is None. `name` is for the message.
    """
    reached, problems = _reach_all(model, entry, fields, where)
    if problems:
        return tuple(dict.fromkeys(problems))
    kept = tuple(field for field in fields if field.name in reached)
    for field in fields:
        if field.name not in reached and not _may_ignore(field.dimension, constant_over):
            problems.append(_unreachable(name, field.name))
    narrowed: list[Predicate[Test[DimensionField]]] = []
    for part in where:
        missing = {test.leaf for test in tests(part) if test.leaf.name not in reached}
        if not missing:
            narrowed.append(part)
        elif missing != {test.leaf for test in tests(part)} or not all(
            _may_ignore(leaf.dimension, constant_over) for leaf in missing
        ):
            problems.extend(_unreachable(name, leaf.name) for leaf in missing)
    found, faults = _reach_segments(model, entry, segments, name)
    problems.extend(faults)
    if problems:
        return tuple(dict.fromkeys(problems))
    many_segments = any(many for _, _, many in found)
    to_many = many_segments or any(one.to_many for one in reached.values())
    placed = tuple((segment, path) for segment, path, _ in found)
    return Standing(entry, kept, reached, tuple(narrowed), placed, many_segments, to_many)


def kept_by(standing: Standing, kept: frozenset[str]) -> Standing:
    """The standing at the grain of the kept columns. Without the key that led to many, nothing may lead to many."""
    fields = tuple(field for field in standing.fields if column_name(field.name) in kept)
    used = {*(field.name for field in fields), *(test.leaf.name for part in standing.where for test in tests(part))}
    to_many = any(standing.reached[name].to_many for name in used) or standing.many_segments
    return replace(standing, fields=fields, to_many=to_many)


def _reach_all(
    model: Model, entry: Entry, fields: tuple[DimensionField, ...], where: Where
) -> tuple[dict[str, Reached], list[Problem]]:
    reached: dict[str, Reached] = {}
    problems: list[Problem] = []
    for field in (*fields, *(test.leaf for part in where for test in tests(part))):
        if field.name not in reached:
            try:
                found = reach(model, entry, field)
            except NoWay as refused:
                problems.append(refused.problem)
                continue
            if found:
                reached[field.name] = found
    return reached, problems


def _reach_segments(
    model: Model, entry: Entry, segments: tuple[SegmentField, ...], name: str
) -> tuple[list[tuple[SegmentField, Path, bool]], list[Problem]]:
    found: list[tuple[SegmentField, Path, bool]] = []
    problems: list[Problem] = []
    for segment in segments:
        try:
            way = reach_segment(model, entry, segment)
        except NoWay as refused:
            problems.append(refused.problem)
            continue
        if way is None:
            problems.append(_unreachable(name, segment.segment.id))
        else:
            found.append((segment, *way))
    return found, problems


def _may_ignore(dimension: Dimension, constant_over: frozenset[str] | None) -> bool:
    """Whether the dimension, or the one that it repeats, is among those that a part deliberately ignores."""
    repeated = f"{dimension.alias[1]}.{dimension.alias[2]}" if dimension.alias else dimension.id
    return constant_over is None or dimension.id in constant_over or repeated in constant_over


def _unreachable(name: str, asked: str) -> Problem:
    message = f"'{name}' cannot be broken down or filtered by '{asked}': no join leads to one row there."
    return Problem("U410", message, "Leave it out, or ask for the measures one by one.")


def unpinned(model: Model, measure: Measure, standing: Standing) -> tuple[str, ...]:
    """The dimensions of its grain that the measure would be summed over though it must not."""
    cube = standing.entry.cube
    held: set[str] = set()
    for field in standing.fields:
        if field.granularity is None:
            held |= _held(model, cube, standing.reached[field.name])
    for part in standing.where:
        if (isinstance(part, Compare) and part.operator == "=") or (isinstance(part, In) and len(part.values) == 1):
            held |= _held(model, cube, standing.reached[part.leaf.name])
    for leaf in _one_day(standing.where):
        held |= _held(model, cube, standing.reached[leaf.name])
    return tuple(sorted(measure.pinned - held))


def _one_day(where: Where) -> Iterator[DimensionField]:
    """The dimensions of days that the tests narrow to one day."""
    first = {part.leaf: part.value for part in where if isinstance(part, Compare) and part.operator == ">="}
    for part in where:
        if isinstance(part, Compare) and part.operator == "<" and part.leaf.dimension.zoned == "day":
            begin, end = first.get(part.leaf), part.value
            if isinstance(begin, datetime) and isinstance(end, datetime) and end - begin == timedelta(1):
                yield part.leaf


def _held(model: Model, cube: str, reached: Reached) -> set[str]:
    """The cube's own dimensions that have one value when the reached one has: itself, or the key that joins to it."""
    dimension, path = reached.dimension, reached.path
    if not path and dimension.alias:
        path, target, name = dimension.alias
        dimension = model.dimension(target, name)
    if not path:
        return {dimension.name}
    if len(path) != 1 or path[0] not in model.cubes[cube].joins:
        return set()
    join = model.cubes[cube].joins[path[0]]
    is_key = dimension.unique or model.cubes[end_of(model.graph, cube, path)].primary_key == (dimension,)
    foreign = [ref.name for ref in join.on.columns if not ref.path]
    if not is_key or len(foreign) != 1:
        return set()
    return {
        own.name
        for own in model.cubes[cube].dimensions.values()
        if [(ref.path, ref.name) for ref in own.expression.columns] == [((), *foreign)]
    }
