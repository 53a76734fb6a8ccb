"""Stages → standings: a fact put to other groups, to other periods, or to windows of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from semantic.errors import Problem
from semantic.model.graph import Path
from semantic.model.model import Dimension, Model
from semantic.model.stage import Shift, Stage, Window
from semantic.plan.nodes import Period
from semantic.plan.periods import bounds_of, periods_of
from semantic.plan.reach import Entry
from semantic.plan.stand import Frame, Sliding, Standing, stand
from semantic.predicate import Compare, Predicate, Test, map_tests, moved, tests
from semantic.query import DimensionField

Fields = tuple[DimensionField, ...]
Spot = tuple[str, Path]  # a dimension, and the fact's path to its cube


class Unnamed(Exception):
    """The question leaves open over which periods a measure is computed."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = Problem("U421", message, hint)


def put(
    frame: Frame,
    entry: Entry,
    fields: Fields,
    stages: tuple[Stage, ...],
    constant_over: frozenset[str] | None,
    name: str,
) -> Standing | tuple[Problem, ...]:
    """The fact's standing under the stages, or why the question cannot be put to it, as `stand` has it."""
    kept = kept_fields(frame.model, fields, stages)
    standing = stand(frame, entry, kept, constant_over, name)
    if isinstance(standing, tuple):
        return standing
    try:
        for shift in (one for stage in stages for one in stage.shifts):
            standing = _shifted(frame.model, standing, shift, name)
        for stage in stages:
            if stage.window is not None:
                standing = _slid(frame.model, standing, stage.window, name)
    except Unnamed as unnamed:
        return (unnamed.problem,)
    return standing


def kept_fields(model: Model, fields: Fields, stages: Iterable[Stage]) -> Fields:
    """The fields that the stages leave to group by."""
    for stage in stages:
        if stage.keeps is not None:
            keeps = stage.keeps
            fields = tuple(field for field in fields if is_named(model, field.dimension, keeps))
        fields = tuple(field for field in fields if not is_named(model, field.dimension, stage.drops))
    return fields


def at_any_grain(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """The stages without what they group by."""
    return tuple(replace(stage, keeps=None, drops=frozenset()) for stage in stages)


def is_named(model: Model, dimension: Dimension, ids: frozenset[str]) -> bool:
    """Whether one of the ids is the dimension's, that of one it repeats, or of one declared the same."""
    if not ids:
        return False
    alike = {model.dimension(*name.split(".")).conformed for name in ids} - {None}
    while dimension.id not in ids and dimension.conformed not in alike:
        if dimension.alias is None:
            return False
        _, cube, repeated = dimension.alias
        dimension = model.dimension(cube, repeated)
    return True


def _shifted(model: Model, standing: Standing, shift: Shift, name: str) -> Standing:
    """The standing where every row counts so much later. Raises Unnamed."""
    named = None if shift.time is None else frozenset({shift.time})
    time = _the_time(model, standing, named, f"'{name}' is of another period, and the question has no one time.")
    if standing.reached[time.name].dimension.data_type == "date" and not shift.interval.is_whole_days:
        raise Unnamed(f"'{name}' is shifted by less than a day, but '{time.name}' is a day.", "Ask by another time.")
    _refuse_told(model, standing, time, name)
    spot = _spot(standing, time)

    def later(field: DimensionField) -> DimensionField:
        return replace(field, shift=field.shift + shift.interval) if _spot(standing, field) == spot else field

    where = tuple(
        map_tests(part, lambda test: moved(test, later(test.leaf), lambda value: value)) for part in standing.where
    )
    return replace(standing, fields=tuple(later(field) for field in standing.fields), where=where)


def _slid(model: Model, standing: Standing, window: Window, name: str) -> Standing:
    """The standing whose time is that of windows, one for each period of the question's range. Raises Unnamed."""
    if not _times(standing) and window.holds_all:
        return standing
    if standing.sliding is not None:
        raise Unnamed(f"'{name}' is a window of windows.", "Ask for its parts.")
    time = _the_time(model, standing, None, f"'{name}' is of a window, and the question has no one time.")
    if standing.reached[time.name].to_many:
        raise Unnamed(f"'{name}' cannot follow '{time.name}': each row has many.", "Ask by a time of its own rows.")
    _refuse_told(model, standing, time, name)
    spot = _spot(standing, time)
    keys = [field for field in standing.fields if _spot(standing, field) == spot]
    if len(keys) > 1 or any(key.grain is None for key in keys):
        raise Unnamed(f"'{name}' is of a window, which follows one granularity.", f"Group by one of '{time.name}'.")
    key = keys[0] if keys else None
    rest = tuple(part for part in standing.where if not any(_spot(standing, test.leaf) == spot for test in tests(part)))
    periods = _periods(window, key, [part for part in standing.where if part not in rest], name)
    fields = tuple(field for field in standing.fields if field is not key)
    return replace(standing, fields=fields, where=rest, sliding=Sliding(replace(time, grain=None), key, periods))


def _periods(
    window: Window, key: DimensionField | None, parts: list[Predicate[Test[DimensionField]]], name: str
) -> tuple[Period, ...]:
    """The periods of the range that the tests name."""
    first, last = _range(parts, name)
    hint = "Give the time a range: both its first and its last day."
    if last is None or (first is None and key is not None):
        raise Unnamed(f"'{name}' is of a window, and the question names no range of time.", hint)
    try:
        if key is not None and key.grain is not None and first is not None:
            return periods_of(window, key.grain, first, last)
        low, high = bounds_of(window, first, last)
        return (Period(first or last, low, high),)
    except (ValueError, OverflowError) as error:
        raise Unnamed(f"'{name}': {error}", hint) from None


def _range(parts: list[Predicate[Test[DimensionField]]], name: str) -> tuple[datetime | None, datetime | None]:
    """From when and before when the tests let a time be. Raises Unnamed where they say more than that."""
    bounds: dict[str, list[datetime]] = {">=": [], "<": []}
    for part in parts:
        moment = part.value if isinstance(part, Compare) else None
        if (
            not isinstance(part, Compare)
            or not isinstance(moment, datetime)
            or part.operator not in bounds
            or moment.fold
        ):
            message = f"'{name}' is of a window, and its time is filtered otherwise than by a range."
            raise Unnamed(message, "Filter it by a range alone.")
        bounds[part.operator].append(moment)
    return max(bounds[">="], default=None), min(bounds["<"], default=None)


def _used(standing: Standing) -> Iterator[DimensionField]:
    """Every field that the standing is grouped or filtered by."""
    yield from standing.fields
    yield from (test.leaf for part in standing.where for test in tests(part))


def _times(standing: Standing) -> dict[Spot, DimensionField]:
    used = [field for field in _used(standing) if field.dimension.kind == "time"]
    return {_spot(standing, field): field for field in reversed(used)}


def _spot(standing: Standing, field: DimensionField) -> Spot:
    reached = standing.reached[field.name]
    return reached.dimension.id, reached.path


def _the_time(model: Model, standing: Standing, named: frozenset[str] | None, message: str) -> DimensionField:
    """The one time of the question, or the one of that name. Raises Unnamed."""
    found = [one for one in _times(standing).values() if named is None or is_named(model, one.dimension, named)]
    if len(found) != 1:
        raise Unnamed(message, "Group or filter by one time dimension." if not found else "Leave out all but one.")
    return found[0]


def _refuse_told(model: Model, standing: Standing, time: DimensionField, name: str) -> None:
    """Raises Unnamed where another field says something of the time too, and would not follow it."""
    for field in _used(standing):
        if _spot(standing, field) != _spot(standing, time) and _tells(model, standing, field, time):
            message = f"'{name}' is of other periods, and '{field.name}' would still say the row's own."
            raise Unnamed(message, f"Leave it out, or use a granularity of '{time.name}'.")


def _tells(model: Model, standing: Standing, field: DimensionField, time: DimensionField) -> bool:
    """Whether the field is made of the time's columns, or beyond a join on nothing else."""
    told = _columns(standing, time)
    if _columns(standing, field) & told:
        return True
    path = standing.reached[field.name].path
    joins = model.cubes[standing.entry.cube].joins
    if not path or path[0] not in joins:
        return False
    near = {((), ref.name.lower()) for ref in joins[path[0]].on.columns if not ref.path}
    return bool(near) and near <= told


def _columns(standing: Standing, field: DimensionField) -> set[tuple[Path, str]]:
    reached = standing.reached[field.name]
    return {((*reached.path, *ref.path), ref.name.lower()) for ref in reached.dimension.expression.columns}
