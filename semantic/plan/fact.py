"""One fact at one grain: its rows, each counted once or the last of its series, and what is aggregated of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from semantic.errors import Problem, refusal
from semantic.model.grain import Interval
from semantic.model.model import ColumnRef, Cube, Dimension
from semantic.model.scalar import under
from semantic.model.stage import Stage
from semantic.model.valid_time import near_columns
from semantic.plan.additive import narrowed
from semantic.plan.calculate import NeededAggregate
from semantic.plan.moments import in_column
from semantic.plan.nodes import Aggregate, Aggregated, Dedupe, Filter, Key, Latest, Rows
from semantic.plan.protect import denied, protected, thresholds_of
from semantic.plan.source import (
    conditions_of,
    filtered,
    in_windows,
    joined,
    keys_of,
    keys_of_windows,
    operand_paths,
    placed,
    times_of_windows,
)
from semantic.plan.stand import Frame, Standing
from semantic.plan.term import Term
from semantic.plan.top import cut_to_top
from semantic.plan.whole import check_whole
from semantic.predicate import Compare, Predicate, Test, all_tests, tests
from semantic.query import DimensionField

OF_ROWS = {"sum", "count", "min", "max"}  # of one row they are its own value, or whether there is one


@dataclass
class Group:
    """Aggregates of one fact at one grain, to be computed in one pass."""

    standing: Standing
    needed: list[NeededAggregate] = field(default_factory=list)
    fields: tuple[DimensionField, ...] = ()


def aggregated_of(frame: Frame, group: Group) -> Aggregate:
    standing, stages = group.standing, group.needed[0].setting.stages
    frame = frame.within(stages)
    keys = (*keys_of(standing, frame.timezone), *keys_of_windows(standing))
    columns = tuple(
        Aggregated(one.column, narrowed(frame.model, one.measure, standing, one.aggregation), frame.timezone)
        for one in group.needed
    )
    check_whole(frame, standing, stages, operand_paths(columns), group.needed[0].asked)
    _check_stages(frame, group, stages)
    columns, protection = protected(frame, group.needed, columns)
    if standing.to_many and columns:
        rows: Rows = _dedupe(frame, standing, keys, columns, group)
    elif any(needed.aggregation.latest for needed in group.needed):
        rows = latest_of(frame, standing, group.needed[0].asked, columns)
    else:
        rows = _filtered(frame, standing, columns)
    single = isinstance(rows, Filter) and not standing.to_many and _tells_apart(frame, standing, keys, columns)
    fact = Aggregate(standing.entry.cube, rows, keys, columns, single=single, protection=protection)
    return cut_to_top(fact, frame, standing, (one.measure for one in group.needed))


def _check_stages(frame: Frame, group: Group, stages: tuple[Stage, ...]) -> None:
    """Raises UnsupportedError (U421) for a stock over more than one date, DeniedError (A308) for small cells.

    INVARIANT: no two windows differ by cells that would be hidden.
    """
    asked, cube = group.needed[0].asked, frame.model.cubes[group.standing.entry.cube]
    if any(one.through_as_of or one.peers for one in stages) and thresholds_of(frame, cube) is not None:
        raise denied(f"'{asked}' shares rows with other figures, and what they differ by may be few persons.")
    is_stock = any(needed.aggregation.latest for needed in group.needed)
    if is_stock and any(one.window and not _is_of_one_date(one) for one in stages):
        message = f"'{asked}' is of a window, and a stock is of one date."
        raise refusal(Problem("U421", message, "Ask for the stock itself."))


def _is_of_one_date(stage: Stage) -> bool:
    """Whether the last date of the stage's window is meant: what is to date or carried, and not what is so long."""
    window = stage.window
    return window is not None and (window.carries or (stage.through_as_of and window.trailing == Interval()))


def _tells_apart(frame: Frame, standing: Standing, keys: tuple[Key, ...], columns: tuple[Aggregated, ...]) -> bool:
    """Whether the cube's primary key is among the keys, and a row's own value is what is aggregated of it.

    Moments do not tell apart: two of a night with a doubled hour are one on the wall clock.
    """
    primary = frame.model.cubes[standing.entry.cube].primary_key
    whole = (key.term for key in keys if key.term.path == () and key.term.shift == Interval())
    plain = [one.scalar for one in whole if one.grain is None and one.zoned in ("none", "day")]
    found = bool(primary) and all(one.expression in plain for one in primary)
    kinds = {one.aggregation.kind for one in columns}
    return found and bool(columns) and kinds <= OF_ROWS and not times_of_windows(standing, frame.timezone)


def _filtered(frame: Frame, standing: Standing, columns: tuple[Aggregated, ...]) -> Filter:
    tested = all_tests(*(placed(standing, part, frame.timezone) for part in standing.where))
    times = times_of_windows(standing, frame.timezone)
    terms = (*(key.term for key in keys_of(standing, frame.timezone)), *times)
    root = standing.entry.cube
    paths = operand_paths(columns)
    rows = filtered(frame, root, tested, conditions_of(standing), terms, paths)
    return in_windows(standing, rows, frame.timezone)


def _dedupe(
    frame: Frame, standing: Standing, keys: tuple[Key, ...], columns: tuple[Aggregated, ...], group: Group
) -> Dedupe:
    cube = frame.model.cubes[standing.entry.cube]
    measure = group.needed[0].asked
    if not cube.primary_key:
        message = f"'{measure}' would be counted once for each row of a joined table."
        raise refusal(Problem("U412", message, "Give its cube a primary key, or ask for another measure."))
    if any(needed.aggregation.latest for needed in group.needed):
        raise refusal(Problem("U413", f"The stock '{measure}' cannot be broken down by rows that belong to it."))
    inner = _filtered(frame, standing, ())
    primary = tuple(Term(one.expression, (), one.data_type) for one in cube.primary_key)
    again = joined(frame, cube.name, operand_paths(columns))
    return Dedupe(inner, keys, primary, again)


def latest_of(frame: Frame, standing: Standing, asked: str, columns: tuple[Aggregated, ...]) -> Latest:
    """The date's own tests and segments before the last snapshot is looked for, all others after it."""
    cube = frame.model.cubes[standing.entry.cube]
    assert cube.snapshot is not None
    date = cube.dimensions[cube.snapshot.date]
    parts = [placed(standing, part, frame.timezone) for part in standing.where]
    before = [part for part in parts if all(_says_date(cube, test.leaf) for test in tests(part))]
    after = all_tests(*(part for part in parts if part not in before))
    conditions = conditions_of(standing)
    dated = tuple(one for one in conditions if _says_date(cube, one))
    others = tuple(one for one in conditions if one not in dated)
    of_rows = keys_of(standing, frame.timezone)
    terms = (*(key.term for key in of_rows), *(test.leaf for test in tests(after)), *others)
    times = times_of_windows(standing, frame.timezone)
    if not all(_says_date(cube, time) for time in times):
        message = "A stock is of the last date of each period, and the question's time is another."
        raise refusal(Problem("U421", message, "Ask by the time of its snapshots."))
    paths = {path for one in columns if one.aggregation.weight for path in one.aggregation.weight.paths}
    rows = filtered(frame, cube.name, all_tests(*before, _until_as_of(frame, date)), dated, (*terms, *times), paths)
    periods = tuple(key for key in of_rows if _says_date(cube, key.term))
    if cube.snapshot.carry is not None and standing.sliding is None and (before or dated or periods):
        message = f"'{asked}' carries its counts forward, and the question says their date otherwise than by itself."
        raise refusal(Problem("U421", message, f"Group by a granularity of '{date.id}', and give it a range."))
    series = (cube.dimensions[name] for name in cube.snapshot.series)
    return Latest(
        input=in_windows(standing, rows, frame.timezone),
        date=Term(date.expression, (), date.data_type),
        series=tuple(Term(one.expression, (), one.data_type) for one in series),
        periods=(*periods, *keys_of_windows(standing)),
        where=after,
        conditions=others,
    )


def _until_as_of(frame: Frame, date: Dimension) -> Predicate[Test[Term]]:
    """That a snapshot is not of a day after the answer's: a plan or half a load is no count, however late it is."""
    midnight = datetime.combine(frame.as_of, time()) + timedelta(1)
    moment = in_column(midnight, date.zoned, ZoneInfo(frame.timezone))
    return Compare(Term(date.expression, (), date.data_type, date.zoned), "<", moment)


def _says_date(cube: Cube, term: Term) -> bool:
    """Whether the value only says something of the snapshot's date.

    Each of its columns is the date's or a period's, or lies beyond a join on nothing else, such as a calendar. An age
    is made of the date and of something else too: it says nothing of the date alone.
    """
    assert cube.snapshot is not None
    dates = (cube.dimensions[name] for name in (cube.snapshot.date, *cube.snapshot.periods))
    own = {ref for one in dates for ref in one.expression.columns}
    seen = under(term.scalar, term.path).columns
    return bool(seen) and all(ref in own or _beyond_date(cube, ref, own) for ref in seen)


def _beyond_date(cube: Cube, ref: ColumnRef, own: set[ColumnRef]) -> bool:
    """Whether the column's row is found by the date alone."""
    if not ref.path or ref.path[0] not in cube.joins:
        return False
    near = set(near_columns(cube, cube.joins[ref.path[0]]))
    return bool(near) and near <= own
