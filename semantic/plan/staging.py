"""Stages → standings: a fact put to other groups, to other periods, or to windows of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from semantic.dates import end_of_day
from semantic.errors import Problem
from semantic.model.grain import after, period_of
from semantic.model.graph import Path
from semantic.model.model import Dimension, Model
from semantic.model.spells import Spell
from semantic.model.stage import Peers, Shift, Stage, Window
from semantic.parts import is_one_of
from semantic.plan.additive import origin
from semantic.plan.periods import INSTANT, Period, TooManyPeriods, bounds_of, period_at, periods_of
from semantic.plan.ranges import Range, Unnamed, range_of, refuse_years
from semantic.plan.reach import Entry, NoWay, Reached, reach, reach_segment
from semantic.plan.spans import spanned
from semantic.plan.stand import Frame, Sliding, Standing, stand
from semantic.plan.telling import are_of, columns_of, refuse_told, say, told_as, used
from semantic.predicate import In, IsNull, Not, Predicate, Test, map_tests, moved, tests
from semantic.query import DimensionField, SegmentField

Fields = tuple[DimensionField, ...]
VALIDATED = ("valideret",)
Spot = tuple[str, Path]  # a dimension, and the fact's path to its cube


def put(
    frame: Frame,
    entry: Entry,
    fields: Fields,
    stages: tuple[Stage, ...],
    constant_over: frozenset[str] | None,
    name: str,
    spell: Spell | None = None,
) -> Standing | tuple[Problem, ...]:
    """The fact's standing under the stages, or why the question cannot be put to it, as `stand` has it.

    What is counted of spells is put to the periods of the calendar.
    """
    try:
        kept = kept_fields(frame.model, entry, fields, stages, name)
        dropped = tuple(field for field in fields if field not in kept)
        whole = of_whole(frame, entry, fields, stages, name)
        standing = stand(whole, entry, kept, constant_over, name, spell is not None)
        if isinstance(standing, tuple):
            return standing
        if whole is not frame:
            ignored = (part for part in frame.where if part not in whole.where)
            dropped += tuple(test.leaf for part in ignored for test in tests(part))
            standing = replace(standing, ignores_tests=True)
        if spell is not None:
            return spanned(frame, standing, spell, stages, dropped, name)
        for shift in (one for stage in stages if not stage.through_as_of for one in stage.shifts):
            standing = _shifted(frame.model, standing, shift, dropped, name)
        for stage in stages:
            if stage.is_of_periods and not _is_constant(whole, standing, kept):
                standing = _slid(frame, standing, stage, name)
    except Unnamed as unnamed:
        return (unnamed.problem,)
    return standing


def kept_fields(model: Model, entry: Entry, fields: Fields, stages: tuple[Stage, ...], name: str) -> Fields:
    """The fields that the stages leave a fact to group by. Raises Unnamed where they do not say which group it is."""
    kept = tuple(field for field in fields if not _is_left_out(model, entry, field, stages))
    for by in (stage.peers.by for stage in stages if stage.peers and stage.peers.by):
        if not any(is_named(model, entry, field, frozenset({by})) for field in kept):
            message = f"'{name}' is of the one group that a row belongs to, and the question's rows are of several."
            raise Unnamed(message, "Group by the members or by their group, or filter to one member.")
    return kept


def of_whole(frame: Frame, entry: Entry, fields: Fields, stages: tuple[Stage, ...], name: str) -> Frame:
    """The frame without the filters that whole groups are not narrowed by, and with those that say who the group is;
    itself where there are none.

    A view's default filters stay: they say which rows the view is of. Raises Unnamed where what is asked would narrow
    the group by what it leaves out and by something else.
    """
    wholes = tuple(stage for stage in stages if stage.whole)
    where = tuple(part for part in frame.where if not _is_ignored(frame.model, entry, part, wholes, name))
    for segment in frame.segments if wholes else ():
        if any(_narrows(frame.model, entry, segment, stage) for stage in wholes):
            message = f"'{name}' is of the whole group, and '{segment.name}' would narrow it."
            raise Unnamed(message, "Leave it out, or filter by a dimension.")
    where += tuple(part for one in stages if one.peers for part in _who(frame, entry, fields, one.peers))
    return frame if where == frame.where else replace(frame, where=where)


def _is_ignored(
    model: Model, entry: Entry, part: Predicate[Test[DimensionField]], wholes: tuple[Stage, ...], name: str
) -> bool:
    """Whether the filter only tests what the stages leave out. Raises Unnamed where it tests something else too."""
    leaves = [test.leaf for test in tests(part)]
    left = [leaf for leaf in leaves if not leaf.preset and _is_left_out(model, entry, leaf, wholes)]
    if left and len(left) < len(leaves):
        message = f"'{name}' is of the whole group, and a filter tests '{left[0].name}' together with something else."
        raise Unnamed(message, "Give each a filter of its own.")
    return bool(left)


def _is_left_out(model: Model, entry: Entry, field: DimensionField, stages: Iterable[Stage]) -> bool:
    """Whether one of the stages does not group by the field."""
    return any(
        (stage.keeps is not None and not is_named(model, entry, field, stage.keeps))
        or is_named(model, entry, field, stage.drops)
        for stage in stages
    )


def _narrows(model: Model, entry: Entry, segment: SegmentField, stage: Stage) -> bool:
    """Whether the segment may say something of what the stage leaves out."""
    try:
        way = reach_segment(model, entry, segment)
    except NoWay:
        return False  # the segment is refused for itself
    if way is None:
        return False
    columns = columns_of(segment.segment.condition, way[0])
    if stage.keeps is not None and not are_of(model, entry.cube, columns, stage.keeps):
        return True
    return say(model, entry.cube, columns, stage.drops)


def _who(frame: Frame, entry: Entry, fields: Fields, peers: Peers) -> Iterator[Predicate[Test[DimensionField]]]:
    """That a row is of one of those who are the group on the answer's day, and that it is of a group at all."""
    named = peers.on(frame.as_of)
    if named is not None:
        of = frame.model.dimension(*peers.of.split("."))
        yield In(DimensionField(f"group.{of.id}", of.title, of, of.cube, (), False, asked=False), named)
    if peers.validated_by is not None:
        marked = frame.model.dimension(*peers.validated_by.split("."))
        yield In(
            DimensionField(f"mark.{marked.id}", marked.title, marked, marked.cube, (), False, asked=False), VALIDATED
        )
    if peers.by is not None:
        yield from (Not(IsNull(one)) for one in fields if is_named(frame.model, entry, one, frozenset({peers.by})))


def at_any_grain(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """The stages without what they group by; those that do nothing else are left out."""
    found = (replace(stage, keeps=None, drops=frozenset(), whole=False) for stage in stages)
    return tuple(one for one in found if one.shifts or one.is_of_periods)


def is_named(model: Model, entry: Entry, field: DimensionField, ids: frozenset[str]) -> bool:
    """Whether one of the ids is the dimension's, that of one it repeats, of one declared the same, or of one that is
    the same column of the fact's rows under another name."""
    if not ids:
        return False
    if is_one_of(model, field.dimension, ids):
        return True
    return _is_repeated(model, entry, field, [model.dimension(*name.split(".")) for name in ids])


def _is_repeated(model: Model, entry: Entry, field: DimensionField, named: Iterable[Dimension]) -> bool:
    """Whether one of the dimensions only repeats the field's own column."""
    aliases = [one for one in named if one.alias]
    found = _column_of(model, entry, field) if aliases else None
    own = (DimensionField(one.id, one.title, one, one.cube, (), False) for one in aliases)
    return found is not None and any(_column_of(model, entry, one) == found for one in own)


def _column_of(model: Model, entry: Entry, field: DimensionField) -> tuple[Path, Dimension] | None:
    """The fact's path to the cube whose dimension the field is or only repeats, and that dimension."""
    try:
        reached = reach(model, entry, field)
    except NoWay:
        return None
    return origin(model, reached.dimension, reached.path) if reached else None


def _shifted(model: Model, standing: Standing, shift: Shift, dropped: Fields, name: str) -> Standing:
    """The standing where every row counts so much later; as it is where the time is dropped. Raises Unnamed."""
    named = None if shift.time is None else frozenset({shift.time})
    if not _found(model, standing, named) and any(_is_time(model, standing.entry, one, named) for one in dropped):
        return standing
    time = _the_time(model, standing, named, f"'{name}' is of another period, and the question has no one time.")
    if standing.reached[time.name].dimension.data_type == "date" and not shift.interval.is_whole_days:
        raise Unnamed(f"'{name}' is shifted by less than a day, but {told_as(time)} is a day.", "Ask by another time.")
    _refuse_told(model, standing, time, name)
    spot = _spot(standing, time)

    def later(field: DimensionField) -> DimensionField:
        is_own = field.preset or _spot(standing, field) != spot
        return field if is_own else replace(field, shift=field.shift + shift.interval)

    where = tuple(
        map_tests(part, lambda test: moved(test, later(test.leaf), lambda value: value)) for part in standing.where
    )
    return replace(standing, fields=tuple(later(field) for field in standing.fields), where=where)


def _slid(frame: Frame, standing: Standing, stage: Stage, name: str) -> Standing:
    """The standing whose time is that of windows, one for each period of the question's range. Raises Unnamed.

    What a stock carries forward is by its snapshot's date alone, and not past the answer's day; in other windows it is
    carried into each of them.
    """
    model, window = frame.model, stage.window
    carries = window is not None and window.carries
    if carries and window is not None and standing.sliding is not None:
        return _carried(standing, standing.sliding, window, name)
    named = _snapshot_date(model, standing) if carries else None
    timed, goes_on = bool(_found(model, standing, named)), window is not None and (window.holds_all or carries)
    if not timed and goes_on and not stage.through_as_of:
        return standing
    if standing.sliding is not None:
        raise Unnamed(f"'{name}' is a window of windows.", "Ask for its parts.")
    if not timed and stage.through_as_of:
        return _slid_by_main_time(frame, standing, stage, name)
    time = _the_time(model, standing, named, f"'{name}' is of a window, and the question has no one time.")
    if standing.reached[time.name].to_many:
        raise Unnamed(f"'{name}' cannot follow {told_as(time)}: each row has many.", "Ask by a time of its own rows.")
    _refuse_told(model, standing, time, name)
    spot = _spot(standing, time)
    keys = [field for field in standing.fields if _spot(standing, field) == spot]
    if len(keys) > 1 or any(key.grain is None for key in keys):
        raise Unnamed(f"'{name}' is of a window, which follows one granularity.", f"Group by one of {told_as(time)}.")
    key = keys[0] if keys else None
    ranges = [part for part in standing.where if any(_is_at(standing, test.leaf, spot) for test in tests(part))]
    rest = tuple(part for part in standing.where if part not in ranges)
    first, last = range_of(ranges, f"'{name}' is of a window")
    if carries and last is not None:
        last = min(last, after(end_of_day(frame.as_of), time.shift))
    periods = _periods(stage, key, (first, last), frame.as_of, name)
    fields = tuple(field for field in standing.fields if field is not key)
    return replace(standing, fields=fields, where=rest, sliding=Sliding(replace(time, grain=None), key, periods))


def _carried(standing: Standing, sliding: Sliding, carry: Window, name: str) -> Standing:
    """The standing whose windows begin so long before their ends, where they do not begin earlier. Raises Unnamed."""
    try:
        periods = tuple(
            replace(one, low=bounds_of(carry, one.low, one.high)[0]) if one.high else one for one in sliding.periods
        )
    except (ValueError, OverflowError):
        raise Unnamed(f"'{name}' is carried forward from before the calendar.", "Take a later range.") from None
    return replace(standing, sliding=replace(sliding, periods=periods))


def _snapshot_date(model: Model, standing: Standing) -> frozenset[str]:
    cube = model.cubes[standing.entry.cube]
    return frozenset({cube.dimensions[cube.snapshot.date].id} if cube.snapshot else ())


def _is_constant(frame: Frame, standing: Standing, fields: Fields) -> bool:
    """Whether the question names a time, and the fact is the same at all times: it deliberately ignores that."""
    asked = (*fields, *(test.leaf for part in frame.where for test in tests(part) if not test.leaf.preset))
    times = [one for one in asked if one.dimension.kind == "time"]
    return bool(times) and not any(one.name in standing.reached for one in times)


def _slid_by_main_time(frame: Frame, standing: Standing, stage: Stage, name: str) -> Standing:
    """The standing over the one window of the as-of day, by the main time of the fact's cube. Raises Unnamed."""
    window, cube = stage.window, frame.model.cubes[standing.entry.cube]
    if window is None or window.base is not None:
        message = f"'{name}' is of a period beside another, and the question names none."
        raise Unnamed(message, "Group by a time, or give it a range.")
    if cube.main_time is None or cube.dimensions[cube.main_time].expression.paths - {()}:
        message = f"'{name}' is of a year, and nothing says by which time."
        raise Unnamed(message, "Group or filter by one time dimension; 'main_time' of the cube would say which.")
    dimension = cube.dimensions[cube.main_time]
    time = DimensionField(f"main.{dimension.id}", dimension.title, dimension, cube.name, (), False, asked=False)
    standing = replace(standing, reached={**standing.reached, time.name: Reached(dimension, (), False)})
    _refuse_told(frame.model, standing, time, name)
    last = end_of_day(frame.as_of)
    first = period_of(last - INSTANT, window.to_date) if window.to_date else last - INSTANT
    periods = _periods(stage, None, (first, last), frame.as_of, name)
    return replace(standing, sliding=Sliding(time, None, periods))


def _periods(stage: Stage, key: DimensionField | None, span: Range, as_of: date, name: str) -> tuple[Period, ...]:
    """The periods of the range; none where no moment is in it, or only such as are not counted yet."""
    first, last = span
    if first is not None and last is not None and first >= last:
        return ()
    hint = "Give the time a range: both its first and its last day."
    if last is None or (first is None and key is not None):
        does = "carries its counts forward" if stage.window and stage.window.carries else "is of a window"
        raise Unnamed(f"'{name}' {does}, and the question names no range of time.", hint)
    try:
        if key is not None and key.grain is not None and first is not None:
            return periods_of(stage, key.grain, first, last, as_of)
        refuse_years(stage, first, last, name)
        found = period_at(stage, first or last, first, last, as_of)
        return (found,) if found else ()
    except TooManyPeriods as error:
        raise Unnamed(f"'{name}': {error}", "Take a shorter range, or a coarser granularity.") from None
    except (ValueError, OverflowError):
        raise Unnamed(f"'{name}' is of a window that leaves the calendar.", hint) from None


def _times(standing: Standing) -> dict[Spot, DimensionField]:
    times = [field for field in used(standing) if field.dimension.kind == "time"]
    return {_spot(standing, field): field for field in reversed(times)}


def _spot(standing: Standing, field: DimensionField) -> Spot:
    reached = standing.reached[field.name]
    return reached.dimension.id, reached.path


def _is_at(standing: Standing, field: DimensionField, spot: Spot) -> bool:
    return not field.preset and _spot(standing, field) == spot


def _the_time(model: Model, standing: Standing, named: frozenset[str] | None, message: str) -> DimensionField:
    """The one time of the question, or the one of that name. Raises Unnamed."""
    found = _found(model, standing, named)
    if len(found) != 1:
        raise Unnamed(message, "Group or filter by one time dimension." if not found else "Leave out all but one.")
    return found[0]


def _found(model: Model, standing: Standing, named: frozenset[str] | None) -> list[DimensionField]:
    return [one for one in _times(standing).values() if _is_time(model, standing.entry, one, named)]


def _is_time(model: Model, entry: Entry, field: DimensionField, named: frozenset[str] | None) -> bool:
    return field.dimension.kind == "time" and (named is None or is_named(model, entry, field, named))


def _refuse_told(model: Model, standing: Standing, time: DimensionField, name: str) -> None:
    """Raises Unnamed where something but the time itself says something of it."""
    spot = _spot(standing, time)
    refuse_told(model, standing, time, lambda field: _spot(standing, field) == spot, told_as(time), name)
