"""The rows that a fact reads: its scan, the joins that its terms need, the filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from semantic.access.grant import ALL_ROWS
from semantic.errors import DeniedError, Problem
from semantic.model.expression import hole
from semantic.model.grain import DAY, GRAINS, Grain, Interval
from semantic.model.graph import Path, beside, end_of
from semantic.model.model import AS_OF_DAY, ColumnRef, Dimension, Model, Scalar, Zoned
from semantic.model.model import Join as DeclaredJoin
from semantic.plan.moments import in_column
from semantic.plan.nodes import PERIODS, Aggregated, Beside, Filter, Join, Key, Scan, Source, Windows, column_name
from semantic.plan.policy import marked_rows, told_rows
from semantic.plan.reach import Reached
from semantic.plan.shared import check_shared
from semantic.plan.stand import Frame, Sliding, Standing
from semantic.plan.term import Term, Valid
from semantic.plan.versions import Version
from semantic.predicate import FALSE, And, Compare, IsNull, Not, Or, Predicate, Test, all_tests, map_tests, moved, tests
from semantic.query import DimensionField


def alias(root: str, path: Path) -> str:
    """The name of the rows at the end of the path: `ydelse`, `"ydelse.handlekommune"`. No two paths share one."""
    return ".".join((root, *path))


def term(reached: Reached, field: DimensionField, timezone: str) -> Term:
    """The dimension as a value of the fact's rows, cut to the asked granularity."""
    dimension = reached.dimension
    grain = grain_of(dimension, field)
    return Term(dimension.expression, reached.path, dimension.data_type, dimension.zoned, grain, timezone, field.shift)


def grain_of(reached: Dimension, field: DimensionField) -> Grain | None:
    """What the values are cut to. Where a column of days is asked, moments conformed with it count by local days."""
    if field.grain is None and field.dimension.data_type == "date" and reached.data_type == "timestamp":
        return GRAINS["day"]
    return field.grain


def keys_of(standing: Standing, timezone: str) -> tuple[Key, ...]:
    """The keys that are values of the fact's rows."""
    return tuple(
        Key(column_name(field.name), term(standing.reached[field.name], field, timezone)) for field in standing.fields
    )


def keys_of_windows(standing: Standing) -> tuple[Key, ...]:
    """The key that is the start of a window's period."""
    key = standing.sliding and standing.sliding.key
    if not key or key.grain is None:
        return ()
    begins = Scalar(hole(0), (ColumnRef((PERIODS,), "begins"),))
    return (Key(column_name(key.name), Term(begins, (), "date" if key.grain.is_of_days else "timestamp")),)


def times_of_windows(standing: Standing, timezone: str) -> tuple[Term, ...]:
    """The time that decides in which windows a row counts; none where the standing has no windows."""
    sliding = standing.sliding
    return (term(standing.reached[sliding.time.name], sliding.time, timezone),) if sliding else ()


def in_windows(standing: Standing, rows: Filter, timezone: str) -> Filter:
    """The rows beside the periods in whose windows they are; as they are where the standing has none."""
    sliding = standing.sliding
    if sliding is None:
        return rows
    (time,) = times_of_windows(standing, timezone)
    of_days = sliding.key is None or sliding.key.grain is None or sliding.key.grain.is_of_days
    day = time if time.zoned == "day" else replace(time, grain=GRAINS["day"])
    ends = (end for one in sliding.periods for end in (one.low, one.high) if end is not None)
    whole = time.grain in (None, GRAINS["day"]) and all(end.time() == datetime.min.time() for end in ends)
    source = Windows(rows.input, time, sliding.periods, of_days, day if whole else None)
    tested = (placed(standing, part, timezone) for part in _of_all_windows(sliding, time.zoned))
    return replace(rows, input=source, where=all_tests(rows.where, *tested))


def _of_all_windows(sliding: Sliding, zoned: Zoned) -> Iterator[Predicate[Test[DimensionField]]]:
    """That the time is in the span of the windows, so that no others of the column are read; of clocks, by the day."""
    slack = timedelta(zoned in ("utc", "instant"))
    lows, highs = [one.low for one in sliding.periods], [one.high for one in sliding.periods]
    low, high = min(filter(None, lows), default=None), max(filter(None, highs), default=None)
    if low is not None and None not in lows and low > datetime.min + slack:
        yield Compare(sliding.time, ">=", low - slack)
    if high is not None and None not in highs and high < datetime.max - slack:
        yield Compare(sliding.time, "<", high + slack)


def placed(standing: Standing, part: Predicate[Test[DimensionField]], timezone: str) -> Predicate[Test[Term]]:
    """The tests on the fact's own columns, moments as each column has them."""
    zone = ZoneInfo(timezone)

    def place(test: Test[DimensionField]) -> Predicate[Test[Term]]:
        leaf = _raw(standing, test.leaf)
        if test.leaf.shift != Interval() and leaf.zoned != "day":  # moved on the wall clock, as the keys are
            leaf = replace(leaf, timezone=timezone)
            return moved(test, leaf, lambda value: value)
        return moved(test, leaf, lambda value: in_column(value, leaf.zoned, zone))

    return map_tests(part, place)


def conditions_of(standing: Standing) -> tuple[Term, ...]:
    return tuple(Term(segment.segment.condition, path, "boolean") for segment, path in standing.segments)


def filtered(
    frame: Frame,
    root: str,
    where: Predicate[Test[Term]],
    conditions: tuple[Term, ...],
    more: Iterable[Term],
    paths: Iterable[Path] = (),
) -> Filter:
    """The fact's rows that pass, with every join that the tests, `more` terms and `paths` need."""
    terms = (*(test.leaf for test in tests(where)), *conditions, *more)
    needed = {path for one in terms for path in _paths(one)} | set(paths)
    return Filter(joined(frame, root, needed), where, conditions)


def _raw(standing: Standing, field: DimensionField) -> Term:
    """The dimension's own column, uncut and in its own zone: what a test compares."""
    reached = standing.reached[field.name]
    dimension = reached.dimension
    return Term(dimension.expression, reached.path, dimension.data_type, dimension.zoned, shift=field.shift)


def _paths(one: Term) -> set[Path]:
    return {(*one.path, *path) for path in one.scalar.paths} | ({one.path} if one.path else set())


def operand_paths(columns: Iterable[Aggregated]) -> set[Path]:
    """The paths that the aggregates' own columns need."""
    scalars: list[Scalar | None] = []
    for column in columns:
        scalars += [column.aggregation.operand, column.aggregation.condition, column.aggregation.weight]
    return {path for scalar in scalars if scalar is not None for path in scalar.paths} - {(PERIODS,)}


def joined(frame: Frame, root: str, paths: Iterable[Path]) -> Source:
    """The root's scan joined to every cube on the paths, nearest first, and the values beside them."""
    source: Source = scanned(frame, root, alias(root, ()), frame.versions.root(root), marked=True)
    needed = {path[:length] for path in paths for length in range(1, len(path) + 1)}
    for path in sorted(needed, key=lambda path: (len(path), path)):
        source = _join(frame, root, path, source)
    return source


def scanned(frame: Frame, cube: str, name: str, version: Version | None, marked: bool = False) -> Scan:
    """The cube's rows in force that may be read, under the name.

    They are `marked` with which of them are not protected, where some are. Raises DeniedError (A302).
    """
    rows = frame.decision.rows_of(cube)
    unprotected = frame.decision.unprotected(cube) if marked and frame.decision.thresholds else FALSE
    if unprotected in (FALSE, ALL_ROWS):
        return Scan(cube, name, *told_rows(frame, cube, rows, joined), version=version)
    return Scan(cube, name, *marked_rows(frame, cube, rows, unprotected, joined), version=version)


def _join(frame: Frame, root: str, path: Path, source: Source) -> Join | Beside:
    model = frame.model
    cube = end_of(model.graph, root, path[:-1])
    if (name := beside(path)) is not None:
        return Beside(source, path, frame.beside(replace(frame, versions=frame.versions.beside()), cube, name))
    edge = model.graph[cube][path[-1]]
    backwards = edge.step.startswith("<")
    join = declared(model, cube, edge.step)
    if frame.decision.mixes(cube, join.name, edge.target):
        hint = "Ask for what one of them covers."
        raise DeniedError(Problem("A303", "Grants cover the question, each with other rows of what it joins.", hint))
    scan = scanned(frame, edge.target, alias(root, path), frame.versions.joined(edge.target))
    if join.share is not None:
        check_shared(frame, join, join.share)
    near, far = (path, path[:-1]) if backwards else (path[:-1], path)
    return Join(source, scan, path, join.name, join.on, backwards, edge.to_many, _valid(frame, join, near, far))


def declared(model: Model, cube: str, step: str) -> DeclaredJoin:
    """The join that the step from the cube takes, in one direction or the other."""
    owner, name = step[1:].split(".", 1) if step.startswith("<") else (cube, step)
    return model.cubes[owner].joins[name]


def held_now(frame: Frame, root: str, path: Path) -> Predicate[Test[Term]]:
    """That a row at the path's end holds on the one day that its last hop is dated by, if it is one; else TRUE.

    A row of NULLs passes.
    """
    step = path[-1] if path else "<"
    join = None if step.startswith("<") else declared(frame.model, end_of(frame.model.graph, root, path[:-1]), step)
    valid = _valid(frame, join, (), ()) if join and join.dated and not join.dated_by else None
    if valid is None or isinstance(valid.day, Term):
        return And(())
    still: Predicate[Test[Term]] = Or((IsNull(valid.ends), Compare(valid.ends, ">", valid.day)))
    return And((Not(Compare(valid.begins, ">", valid.day)), still))


def _valid(frame: Frame, join: DeclaredJoin, near: Path, far: Path) -> Valid | None:
    """Which rows of the target, at `far`, hold on the day that the join is dated by; None where it is not dated."""
    target = frame.model.cubes[join.target]
    if join.dated is None or target.valid_time is None:
        return None
    times = (target.valid_time.begins, target.valid_time.ends)
    begins, ends = (day_of(target.dimensions[one], far, frame.timezone) for one in times)
    if join.dated_by is not None:
        return Valid(begins, ends, day_of(frame.model.dimension(join.cube, join.dated_by), near, frame.timezone))
    return Valid(begins, ends, join.dated if isinstance(join.dated, date) else frame.as_of, join.dated != AS_OF_DAY)


def day_of(time: Dimension, path: Path, timezone: str) -> Term:
    """The local day of the time; a column of days is compared as it is."""
    grain = None if time.data_type == "date" else GRAINS["day"]
    return Term(time.expression, path, time.data_type, time.zoned, grain, timezone)


def dated_anew(source: Source, days: Iterable[date]) -> Iterator[Source]:
    """A join by each of the days that may date it: any that a question is as of, and wherever a moment is met.

    The day of a moment depends on the time zone, and is nowhere further off than the day before or the day after.
    """
    valid = source.valid if isinstance(source, Join) else None
    if not isinstance(source, Join) or valid is None or valid.fixed:
        yield source
    elif not isinstance(valid.day, Term):
        yield from (replace(source, valid=replace(valid, day=day)) for day in sorted(set(days)))
    else:
        steps = (-DAY, 0, DAY) if valid.day.zoned in ("utc", "instant") else (0,)
        moved_days = (replace(valid.day, shift=Interval(seconds=seconds)) for seconds in steps)
        yield from (replace(source, valid=replace(valid, day=day)) for day in moved_days)
