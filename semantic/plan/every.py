"""Dimensions whose members are all listed: where the members come from, and which tests of the question narrow them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from semantic.errors import Problem, refusal
from semantic.model.grain import DAY, GRAINS, Grain, period_of
from semantic.model.graph import Path, is_to_one
from semantic.model.model import Dimension
from semantic.plan.nodes import Aggregate, Begun, Cells, Combine, Key, Listed, Members, Periods, column_name
from semantic.plan.reach import Entry, NoWay, Reached, reach, reach_segment, stations
from semantic.plan.source import conditions_of, filtered, held_now, placed, term
from semantic.plan.stand import Frame, Standing
from semantic.predicate import Compare, all_tests, tests
from semantic.query import DimensionField, ResolvedQuery, SegmentField

Fields = tuple[DimensionField, ...]
MAX_PERIODS = 10_000
TOO_MANY = Problem(
    "L508", f"More than {MAX_PERIODS} periods would be listed.", "Name a shorter range, or a coarser granularity."
)


def check_every(question: ResolvedQuery) -> None:
    """Raises UnsupportedError (U402) for what is not served together."""
    if question.every and (question.subtotals or question.top):
        what = "subtotals" if question.subtotals else "a top"
        raise refusal(Problem("U402", f"'every' with {what} is not served yet.", "Ask for one of them."))


def list_every(
    frame: Frame, every: Fields, fields: Fields, cells: Cells, counts: frozenset[str], begun: tuple[Begun, ...]
) -> Cells:
    """The cells with each member of `every` of the fields. Raises UnsupportedError, LimitError."""
    if not every:
        return cells
    listed = tuple(_listed(frame, one) for one in every)
    if isinstance(cells, Combine):
        return replace(cells, listed=listed)
    return Combine(tuple(column_name(one.name) for one in fields), (cells,), (), counts, listed, begun)


def _listed(frame: Frame, field: DimensionField) -> Listed:
    grain = GRAINS["day"] if field.dimension.is_period and field.grain is None else field.grain
    return _members(frame, field) if grain is None else _periods(frame, field, grain)


def _members(frame: Frame, field: DimensionField) -> Members:
    """The members in the cube that the dimension is of; one that it only repeats is of that one's cube."""
    dimension, path = _home(frame, field)
    cube = dimension.cube
    entry = Entry(cube, field.root, path, True) if field.through_view else Entry(cube, cube, (), False)
    standing = _narrowed(frame, entry, field.root, path)
    tested = (placed(standing, part, frame.timezone) for part in standing.where)
    where = all_tests(*tested, held_now(frame, field.root, path))
    key = Key(column_name(field.name), term(Reached(dimension, (), False), field, frame.timezone))
    rows = filtered(frame, cube, where, conditions_of(standing), (key.term,))
    return Members(Aggregate(cube, rows, (key,), ()))


def _home(frame: Frame, field: DimensionField) -> tuple[Dimension, Path]:
    """INVARIANT: members that no row asked for has are told only to who may ask for them where they are."""
    found = field.dimension, field.path
    for dimension, path in stations(frame.model, field):
        if frame.decision.allows(dimension.id):
            found = dimension, path
    return found


def _narrowed(frame: Frame, entry: Entry, root: str, path: Path) -> Standing:
    """What narrows the members: each test and segment of the question that a member's row leads to one row of."""
    reached: dict[str, Reached] = {}
    for part in frame.where:
        for test in tests(part):
            if found := _reached(frame, entry, root, path, test.leaf):
                reached[test.leaf.name] = found
    where = tuple(part for part in frame.where if all(test.leaf.name in reached for test in tests(part)))
    segments = ((one, _to_segment(frame, entry, root, path, one)) for one in frame.segments)
    met = tuple((one, way) for one, way in segments if way is not None)
    return Standing(entry, (), reached, where, met, False, False)


def _reached(frame: Frame, entry: Entry, root: str, path: Path, leaf: DimensionField) -> Reached | None:
    for dimension, way in stations(frame.model, leaf):
        if leaf.root == root and not dimension.is_period and _is_onward(frame, entry.cube, path, way):
            return Reached(dimension, way[len(path) :], False)
    try:
        found = reach(frame.model, entry, leaf)
    except NoWay:
        return None
    if (
        found is None
        or found.to_many
        or found.dimension.is_period
        or not frame.may_use(entry.cube, leaf.dimension, found)
    ):
        return None
    return found


def _to_segment(frame: Frame, entry: Entry, root: str, path: Path, segment: SegmentField) -> Path | None:
    if segment.root == root and _is_onward(frame, entry.cube, path, segment.path):
        return segment.path[len(path) :]
    try:
        way = reach_segment(frame.model, entry, segment)
    except NoWay:
        return None
    return None if way is None or way[1] else way[0]


def _is_onward(frame: Frame, cube: str, path: Path, way: Path) -> bool:
    """Whether the way goes along the path, and on to one row."""
    return way[: len(path)] == path and is_to_one(frame.model.graph, cube, way[len(path) :])


def _periods(frame: Frame, field: DimensionField, grain: Grain) -> Periods:
    begins, ends = list(_bounds(frame, field, ">=")), list(_bounds(frame, field, "<"))
    try:
        first = period_of(max(begins).replace(fold=0), grain) if begins else None
        last = period_of(min(ends).replace(fold=0) - timedelta(microseconds=1), grain) if ends else None
    except (ValueError, OverflowError):  # before the calendar begins
        raise refusal(TOO_MANY) from None
    if not grain.length.months and grain.length.seconds < DAY and (first is None or last is None):
        message = f"'{field.name}' is listed only within a range."
        raise refusal(Problem("U402", message, "Give its time dimension a date range."))
    if first is not None and last is not None and _count(first, last, grain) > MAX_PERIODS:
        raise refusal(TOO_MANY)
    is_told_by_clock = field.dimension.zoned in ("utc", "instant")
    return Periods(column_name(field.name), grain, first, last, frame.timezone if is_told_by_clock else None)


def _bounds(frame: Frame, field: DimensionField, operator: str) -> Iterator[datetime]:
    """The moments that every asked row lies on one side of."""
    for part in frame.where:
        if isinstance(part, Compare) and part.operator == operator and isinstance(part.value, datetime):
            leaf = part.leaf
            if (leaf.dimension, leaf.root, leaf.path) == (field.dimension, field.root, field.path):
                yield part.value


def _count(first: datetime, last: datetime, grain: Grain) -> int:
    if grain.length.months:
        return ((last.year - first.year) * 12 + last.month - first.month) // grain.length.months + 1
    return (last - first) // timedelta(seconds=grain.length.seconds) + 1
