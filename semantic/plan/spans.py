"""Stages → periods of the calendar: those that a fact of spells is put to, each with the days that count in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from semantic.dates import end_of_day
from semantic.model.grain import GRAINS, Grain, Interval, earliest, period_of
from semantic.model.model import Model
from semantic.model.spells import Spell
from semantic.model.stage import Stage, Window
from semantic.parts import is_one_of
from semantic.plan.periods import MAX_PERIODS, bounds_of, each_period, period_at
from semantic.plan.ranges import Unnamed, range_of, refuse_years
from semantic.plan.reach import Reached
from semantic.plan.stand import Frame, Spans, Standing
from semantic.plan.swept import Span
from semantic.plan.telling import refuse_told
from semantic.predicate import tests
from semantic.query import DimensionField

Fields = tuple[DimensionField, ...]
DAY = timedelta(1)
BOTH = "Give the period a range: both its first and its last day."


def spanned(
    frame: Frame, standing: Standing, spell: Spell, stages: tuple[Stage, ...], dropped: Fields, name: str
) -> Standing:
    """The standing whose period is that of a calendar: neither among its fields nor tested. Raises Unnamed.

    Without a period in the question it is the time through opgjort_pr, at the end of which the active are active.
    """
    key = _key(standing, name)
    ranges = tuple(part for part in standing.where if any(_is_period(standing, test.leaf) for test in tests(part)))
    end = end_of_day(frame.as_of)
    is_dropped = not key and not ranges and any(one.dimension.is_period for one in dropped)
    shift = Interval() if is_dropped else _shift_of(frame.model, standing, stages, name)
    stage = _of_periods(stages, name)
    through = stage if stage and stage.through_as_of else None
    window = stage.window if stage else None
    if shift != Interval() or (stage is not None and (_is_of_others(stage) or not (key or ranges))):
        _refuse_own_days(frame, standing, name)
    first, last = (_day_from(one) for one in range_of(ranges, f"'{name}' is of spells"))
    if key is None and not ranges and through is not None:
        first, last = _year_through(through, end, name), end
    if key is None and last is None and spell.realised and through is None:
        last = end
    if last is None or (key is not None and first is None):
        raise Unnamed(f"'{name}' is of spells in a period, and the question names none.", BOTH)
    known = end if spell.realised or through else None
    if key is None and through is not None:
        refuse_years(through, first, last, name)
    try:
        spans = tuple(
            _span_through(begins, through, shift, bounds, frame.as_of)
            if through
            else _span(begins, window, shift, bounds, known, name)
            for begins, bounds in _wholes(key, first, last, name)
        )
    except (ValueError, OverflowError):
        raise Unnamed(f"'{name}' is of periods that leave the calendar.", BOTH) from None
    fields = tuple(field for field in standing.fields if field is not key)
    where = tuple(part for part in standing.where if part not in ranges)
    found = Spans(key, spans, known and known.date())
    return replace(standing, fields=fields, where=where, spans=found)


def _is_of_others(stage: Stage) -> bool:
    """Whether other periods count than the question's own and those before."""
    return bool(stage.shifts) or (stage.window is not None and stage.window.base is not None)


def _refuse_own_days(frame: Frame, standing: Standing, name: str) -> None:
    """Raises Unnamed where the question says when the spells themselves start or end, and not of which period it is."""
    cube = frame.model.cubes[standing.entry.cube]
    assert cube.interval is not None
    period = cube.dimensions[cube.interval.period]
    told = f"'{period.id}'" if frame.shows(period) else "the period"
    for day in (cube.dimensions[cube.interval.start], cube.dimensions[cube.interval.end]):
        time = DimensionField(f"own.{day.id}", day.title, day, cube.name, (), False, asked=False)
        timed = replace(standing, reached={**standing.reached, time.name: Reached(day, (), False)})
        refuse_told(frame.model, timed, time, lambda field: _is_period(standing, field), told, name)


def _is_period(standing: Standing, field: DimensionField) -> bool:
    return standing.reached[field.name].dimension.is_period


def _key(standing: Standing, name: str) -> DimensionField | None:
    keys = [field for field in standing.fields if _is_period(standing, field)]
    if len(keys) > 1:
        raise Unnamed(f"'{name}' is of periods of one granularity.", f"Group by one of '{keys[0].name}'.")
    if keys and not _grain_of(keys[0]).is_of_days:
        raise Unnamed(f"'{name}' is counted in days, and '{keys[0].name}' divides them.", "Group by the day.")
    return keys[0] if keys else None


def _grain_of(key: DimensionField) -> Grain:
    return key.grain or GRAINS["day"]


def _shift_of(model: Model, standing: Standing, stages: tuple[Stage, ...], name: str) -> Interval:
    """How much later all stages together count what has happened; time calculations shift their own windows."""
    total = Interval()
    period = model.cubes[standing.entry.cube].interval
    for shift in (one for stage in stages if not stage.through_as_of for one in stage.shifts):
        own = period and model.dimension(standing.entry.cube, period.period)
        if shift.time is not None and not (own and is_one_of(model, own, frozenset({shift.time}))):
            raise Unnamed(f"'{name}' is shifted by a time that is not the period of its spells.", "Shift it by that.")
        if not shift.interval.is_whole_days:
            raise Unnamed(f"'{name}' is shifted by less than a day, but spells last whole days.", "Shift it by days.")
        total += shift.interval
    return total


def _of_periods(stages: tuple[Stage, ...], name: str) -> Stage | None:
    """The one stage that counts in windows of the periods."""
    found = [stage for stage in stages if stage.is_of_periods]
    if len(found) > 1:
        raise Unnamed(f"'{name}' is a window of windows.", "Ask for its parts.")
    return found[0] if found else None


def _wholes(
    key: DimensionField | None, first: datetime | None, last: datetime, name: str
) -> Iterator[tuple[datetime, tuple[datetime | None, datetime]]]:
    """The start of each period, and what the range leaves of it; without a key the range is the one period."""
    if key is None or first is None:
        yield first or last, (first, last)
        return
    for number, (begins, ends) in enumerate(each_period(_grain_of(key), first, last) if first < last else ()):
        if number == MAX_PERIODS:
            message = f"'{name}': The range holds more than {MAX_PERIODS} periods."
            raise Unnamed(message, "Take a shorter range, or a coarser granularity.")
        yield begins, (max(begins, first), min(ends, last))


def _year_through(stage: Stage, end: datetime, name: str) -> datetime:
    """Where the one period begins that a time calculation has without a period in the question. Raises Unnamed."""
    window = stage.window
    if window is None or window.base is not None:
        message = f"'{name}' is of a period beside another, and the question names none."
        raise Unnamed(message, "Group by the period, or give it a range.")
    return period_of(end - DAY, window.to_date) if window.to_date else end - DAY


def _span_through(
    begins: datetime, stage: Stage, shift: Interval, bounds: tuple[datetime | None, datetime], as_of: date
) -> Span:
    """The period as a time calculation has it, moved back by the shift; it counts through the as-of day.

    After that nothing is known, nor of a base that begins later.
    """
    first, last = bounds
    found = None if first is not None and first >= last else period_at(stage, begins, first, last, as_of)
    low, high = (first, last) if found is None or found.high is None else (found.low, found.high)
    low, high = low and earliest(low, shift), min(earliest(high, shift), end_of_day(as_of))
    is_known = found is not None and (low is None or low <= high)
    return Span(begins.date(), low and low.date(), high.date(), high.date(), is_known)


def _span(
    begins: datetime,
    window: Window | None,
    shift: Interval,
    bounds: tuple[datetime | None, datetime],
    end: datetime | None,
    name: str,
) -> Span:
    """The period moved back by the shift. Nothing of it is known where it has no day, or begins after what is known.

    The year to date that is compared with another ends where the known one does.
    """
    first, last = bounds
    is_known = first is None or (first < last and (end is None or earliest(first, shift) < end))
    if end is not None and window is not None and window.to_date and shift != Interval() and (first or last) < end:
        last = min(last, end)
    low, high = (first, last) if window is None else bounds_of(window, first, last)
    if high is None:
        raise Unnamed(f"'{name}' is of all days to come, which have no end.", "Give the window an end.")
    low, high = None if low is None else earliest(low, shift), earliest(high, shift)
    until = high if end is None else min(high, end)
    return Span(begins.date(), low and low.date(), high.date(), until.date(), is_known)


def _day_from(moment: datetime | None) -> datetime | None:
    """The first day that begins no earlier than the moment."""
    if moment is None or moment.time() == datetime.min.time():
        return moment
    return datetime.combine(moment.date(), datetime.min.time()) + DAY


def aligned(spans: tuple[Span, ...], key: DimensionField | None) -> Grain:
    """The coarsest grain at hand that no bound of the periods divides."""
    bounds = {one.high for one in spans} | {one.low for one in spans if one.low is not None}
    coarse: tuple[Grain, ...] = (*((_grain_of(key),) if key else ()), GRAINS["month"])
    for grain in coarse:
        if all(_is_start(bound, grain) for bound in bounds):
            return grain
    return GRAINS["day"]


def _is_start(day: date, grain: Grain) -> bool:
    moment = datetime.combine(day, datetime.min.time())
    return period_of(moment, grain) == moment
