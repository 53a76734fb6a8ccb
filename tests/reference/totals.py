"""From rows to one aggregated value for each group, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from tests.reference.additive import holds_days
from tests.reference.description import Condition, Cube, Dimension, Operand, Path, Row, Total, World
from tests.reference.filters import first_day, holds, leaves, passes
from tests.reference.periods import start_of
from tests.reference.reach import Asked, Field, Refused, Standing, joined

Key = tuple[Any, ...]
Seen = dict[Path, Row | None]  # a row, and those that its joins lead to


@dataclass(frozen=True)
class Clock:
    today: date
    zone: ZoneInfo

    def shown(self, value: Any) -> Any:
        """A moment as the wall clock of the question's zone has it."""
        zoned = isinstance(value, datetime) and value.tzinfo is not None
        return value.astimezone(self.zone).replace(tzinfo=None) if zoned else value


def stored(world: World, cube: str, operand: Operand, seen: Seen, path: Path = ()) -> Any:
    """The column's value; numbers exact, UTC times as moments."""
    row = seen[(*path, *operand.via)]
    value = None if row is None else row[operand.column]
    owner = operand.via[-1].end if operand.via else cube
    if isinstance(value, datetime) and world.cubes[owner].columns[operand.column] == "utc":
        return value.replace(tzinfo=UTC)
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return Fraction(value) if is_number else value


def dimension_value(world: World, dimension: Dimension, seen: Seen, path: Path) -> Any:
    if dimension.form == "case":
        return label(world, dimension, seen, path)
    value = stored(world, dimension.cube, dimension.operand, seen, path)
    if dimension.form == "band":
        return "low" if value is not None and value < 2 else "high"
    if value is None:
        return None
    if dimension.form == "text":
        return str(int(value))
    return Fraction(value.year) if dimension.form == "year" else value


def label(world: World, dimension: Dimension, seen: Seen, path: Path) -> Any:
    for one in dimension.labels:
        if true(world, dimension.cube, one.condition, seen, path):
            return one.says if isinstance(one.says, str) else stored(world, dimension.cube, one.says, seen, path)
    return dimension.otherwise


def key_value(world: World, field: Field[Dimension], standing: Standing, seen: Seen, clock: Clock) -> Any:
    dimension, path = standing.reached[field.name]
    value = clock.shown(dimension_value(world, dimension, seen, path))
    if not isinstance(value, date):
        return value
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    if not field.grain and holds_days(world, field.member):
        return first_day(moment.date(), "day")  # moments counted by local days, where these are asked
    if own := field.own_grain:
        return start_of(moment, own)
    if field.grain in ("day", "week", "month", "quarter", "year"):
        return first_day(moment.date(), field.grain)
    zeroed = {"hour": {"minute": 0, "second": 0}, "minute": {"second": 0}}
    return moment.replace(microsecond=0, **zeroed.get(field.grain or "", {})) if field.grain else moment


def group(asked: Asked, cube: Cube, total: Total, standing: Standing, clock: Clock) -> dict[Key, list[Row]]:
    """Each row once in every group that it belongs to. Without keys there is always one group."""
    world = asked.world
    paths = {(*path, *one.via) for dimension, path in standing.reached.values() for one in dimension.operands}
    paths |= {(*path, *segment.condition.operand.via) for segment, path in standing.segments}
    every = [(row, seen) for row in cube.rows for seen in joined(world, cube.name, row, paths)]
    if total.latest:
        every = latest(asked, cube, every, standing, clock)
    groups: dict[Key, list[Row]] = {} if standing.fields else {(): []}
    for row, seen in every:
        if kept(asked, standing, standing.where, seen, clock) and in_segments(world, standing, seen):
            members = groups.setdefault(key_of(world, standing.fields, standing, seen, clock), [])
            if not any(row is member for member in members):
                members.append(row)
    return groups


def key_of(world: World, fields: Iterable[Field[Dimension]], standing: Standing, seen: Seen, clock: Clock) -> Key:
    return tuple(key_value(world, field, standing, seen, clock) for field in fields)


def kept(asked: Asked, standing: Standing, where: Iterable[Any], seen: Seen, clock: Clock) -> bool:
    def value_of(member: str) -> Any:
        return dimension_value(asked.world, standing.reached[member][0], seen, standing.reached[member][1])

    return all(holds(part, lambda leaf: passes(leaf, value_of(leaf.member), clock.today, clock.zone)) for part in where)


def in_segments(world: World, standing: Standing, seen: Seen) -> bool:
    return all(true(world, segment.cube, segment.condition, seen, path) for segment, path in standing.segments)


def latest(asked: Asked, cube: Cube, every: list[tuple[Row, Seen]], standing: Standing, clock: Clock) -> Any:
    """The rows of each series' last date in each period. Only tests on the date come before that."""
    assert cube.snapshot is not None
    dimensions = {one.name: one for one in cube.dimensions}
    date_column = dimensions[cube.snapshot.date].operand
    dates = {dimensions[name].operand for name in (cube.snapshot.date, *cube.snapshot.periods)}

    def says_date(operand: Operand, path: Path) -> bool:
        """Whether it says something of the date only: it is made of its column, or lies beyond a join by it."""
        way = (*path, *operand.via)
        first = way[0] if way else None
        return Operand(first.join.column) in dates and not first.back if first else operand in dates

    def is_date(name: str) -> bool:
        dimension, path = standing.reached[name]
        return all(says_date(one, path) for one in dimension.operands)

    def of_the_date(seen: Seen) -> bool:
        dated = ((one, path) for one, path in standing.segments if says_date(one.condition.operand, path))
        return all(true(asked.world, one.cube, one.condition, seen, path) for one, path in dated)

    def is_known(counted: Any) -> bool:
        """Whether it is of no day after the one that is complete."""
        shown = clock.shown(counted)
        return bool((shown.date() if isinstance(shown, datetime) else shown) <= clock.today)

    before = [part for part in standing.where if all(is_date(leaf.member) for leaf in leaves(part))]
    periods = [field for field in standing.fields if is_date(field.name)]
    found: dict[Key, list[tuple[Any, Row, Seen]]] = {}
    for row, seen in every:
        counted = stored(asked.world, cube.name, date_column, seen)
        if (
            counted is not None
            and is_known(counted)
            and of_the_date(seen)
            and kept(asked, standing, before, seen, clock)
        ):
            series = tuple(dimension_value(asked.world, dimensions[one], seen, ()) for one in cube.snapshot.series)
            period = key_of(asked.world, periods, standing, seen, clock)
            found.setdefault((series, period), []).append((counted, row, seen))
    return [
        (row, seen) for rows in found.values() for counted, row, seen in rows if counted == max(one[0] for one in rows)
    ]


def true(world: World, cube: str, condition: Condition, seen: Seen, path: Path = ()) -> bool:
    """Whether it is certainly true; with NULL it is not."""
    value = stored(world, cube, condition.operand, seen, path)
    if condition.operator.startswith("IS"):
        return (value is None) == (condition.operator == "IS NULL")
    if value is None:
        return False
    return {
        "is": lambda: value is True, "=": lambda: value == condition.value, "<>": lambda: value != condition.value,
        "<": lambda: value < condition.value, ">=": lambda: value >= condition.value,
    }[condition.operator]()  # fmt: skip


def aggregate(world: World, cube: str, total: Total, rows: list[Row]) -> Any:
    """One value of the rows for which the total's own conditions hold; NULL of nothing, but a count is 0."""
    operands = [one.operand for one in total.conditions] + ([total.operand] if total.operand else [])
    paths = {operand.via for operand in operands}
    every = [seen for row in rows for seen in joined(world, cube, row, paths)]
    every = [seen for seen in every if all(true(world, cube, one, seen) for one in total.conditions)]
    if total.operand is None:
        return Fraction(len(every))
    values = [stored(world, cube, total.operand, seen) for seen in every]
    known = [value for value in values if value is not None]
    if total.kind == "count":
        return Fraction(len(known))
    if total.kind == "count_distinct":
        return Fraction(len(set(known)))
    return of_known(total, sorted(known)) if known else None


def of_known(total: Total, ordered: list[Any]) -> Any:
    if total.kind in ("min", "max"):
        return ordered[0] if total.kind == "min" else ordered[-1]
    if total.kind == "sum":
        return sum(ordered, Fraction(0))
    place = Fraction(total.percentile or Decimal("0.5")) * (len(ordered) - 1)
    below, share = int(place), place - int(place)
    return ordered[below] + share * (ordered[min(below + 1, len(ordered) - 1)] - ordered[below])


def check_countable(cube: Cube, total: Total, standing: Standing) -> None:
    """Rows met more than once can only be counted once if they have a key; a stock cannot be told apart at all."""
    if standing.to_many:
        codes = ([] if cube.key else ["U412"]) + (["U413"] if total.latest else [])
        if codes:
            raise Refused(*codes)
