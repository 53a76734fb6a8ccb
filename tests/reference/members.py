"""Random members of a cube that are no measures: its dimensions, a segment, what makes its snapshots."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.reference.description import (
    TIMES,
    Cube,
    Dimension,
    Granularity,
    Kind,
    Label,
    Operand,
    Segment,
    Snapshot,
    Step,
    World,
)  # fmt: skip
from tests.reference.measures import conditions, few, most, some

KINDS: dict[str, Kind] = {
    "text": "string",
    "boolean": "boolean",
    "day": "time",
    "utc": "time",
    "local": "time",
    "instant": "time",
}
ORDER = ("b", "a", "å")
PERIODS = [
    Granularity("own_year", 1, "year", ((7, "month"),)),  # a school year
    Granularity("own_year", 1, "year", origin=datetime(2025, 4, 6)),
    Granularity("own_year", 1, "year", ((2, "month"), (5, "day"))),
    Granularity("own_year", 2, "year", origin=datetime(2023, 7, 1, 6)),
    Granularity("own_month", 6, "month"),
    Granularity("own_month", 1, "quarter", ((-1, "month"),)),
    Granularity("own_month", 5, "month", origin=datetime(2023, 8, 15)),
    Granularity("own_month", 1, "month", ((14, "day"),)),
    Granularity("own_month", 1, "month", ((2, "day"), (6, "hour"))),
    Granularity("own_week", 1, "week", ((-1, "day"),)),  # from Sunday
    Granularity("own_week", 2, "week", origin=datetime(2024, 1, 4)),
    Granularity("own_week", 1, "week", ((1, "day"), (7, "hour"))),
    Granularity("own_week", 1, "week", origin=datetime(2024, 10, 27, 2, 30)),
    Granularity("own_week", 10, "day", origin=datetime(2022, 7, 1)),
    Granularity("own_day", 1, "day", ((4, "hour"),)),
    Granularity("own_day", 36, "hour", origin=datetime(2024, 1, 1, 12)),
    Granularity("own_day", 8, "hour", ((7, "hour"),)),  # a shift
    Granularity("own_day", 5, "hour", origin=datetime(2024, 2, 29)),
    Granularity("own_hour", 15, "minute"),
    Granularity("own_hour", 1, "hour", ((-20, "minute"),)),
    Granularity("own_hour", 45, "minute", ((1, "day"), (5, "minute"))),
    Granularity("own_hour", 90, "second"),
]
CONFORMED = {"n": "number", "t": "text", "day": "time", "created": "time", "moment": "time"}  # once in a cube


def with_members(draw: DrawFn, world: World, cube: Cube) -> Cube:
    has_key = not draw(few)
    time = draw(st.sampled_from([None, *(column for column in cube.columns if CONFORMED.get(column) == "time")]))
    conformed = {column: name for column, name in CONFORMED.items() if name != "time" or column == time}
    dimensions = [
        plain(draw, cube.name, column, kind, has_key, conformed.get(column)) for column, kind in cube.columns.items()
    ]
    if draw(some):
        dimensions.append(Dimension(cube.name, "n_text", "string", Operand("n"), "text"))
    if draw(some):
        dimensions.append(Dimension(cube.name, "n_band", "string", Operand("n"), "band"))
    if "day" in cube.columns and draw(some):
        dimensions.append(Dimension(cube.name, "year", "number", Operand("day"), "year"))
    if draw(some):
        dimensions.append(draw(cases(world, cube)))
    for join in cube.joins:
        if not join.to_many and draw(st.booleans()):
            dimensions.append(repeating(draw, world, cube.name, (Step(join),)))
    segments = tuple(Segment(cube.name, f"only_{index}", draw(conditions(world, cube)))
                     for index in range(draw(st.sampled_from([0, 0, 1]))))  # fmt: skip
    dates = [one.name for one in dimensions if one.kind == "time" and one.name in ("day", "created")]
    snapshot = None
    if dates and draw(st.booleans()):
        date = draw(st.sampled_from(dates))
        dimensions = [one for one in dimensions if one.kind != "time" or one.name == date]
        series = draw(st.sampled_from([("t",), ("n",), ("t", "n"), ()]))
        periods = [one.name for one in dimensions if one.name not in series and follows(cube, date, one)]
        snapshot = Snapshot(date, series, tuple(periods))
    return replace(cube, dimensions=tuple(dimensions), segments=segments, snapshot=snapshot)


def follows(cube: Cube, date_name: str, one: Dimension) -> bool:
    """Whether the number has one value for each date, as a year has; then it must be declared."""
    if one.kind != "number" or one.repeats or one.operand.column == date_name:
        return False
    column = one.operand.column
    known = [(row[date_name], row[column]) for row in cube.rows if row[column] is not None]
    values = [(day, value.year if isinstance(value, date) else value) for day, value in known]
    pairs = {(day, value) for day, value in values if day is not None}
    dates = {row[date_name] for row in cube.rows} - {None}
    return len(pairs) == len(dates) and len({value for _, value in values}) > 1


def plain(draw: DrawFn, cube: str, column: str, kind: str, has_key: bool, conformed: str | None) -> Dimension:
    if conformed and not draw(most if kind in TIMES else st.booleans()):
        conformed = None
    periods = draw(st.lists(st.sampled_from(PERIODS), min_size=1, max_size=2)) if kind in TIMES and draw(most) else []
    return Dimension(
        cube, column, KINDS.get(kind, "number"), Operand(column), primary_key=column == "id" and has_key,
        local_time=kind == "local", conformed=conformed,
        value_order=ORDER if column == "t" and draw(few) else (),
        granularities=tuple({one.name: one for one in periods}.values()),
    )  # fmt: skip


def repeating(draw: DrawFn, world: World, cube: str, via: tuple[Step, ...]) -> Dimension:
    """A dimension of a joined cube under a name of its own, sometimes two joins away."""
    onward = [join for join in world.cubes[via[-1].end].joins if not join.to_many and join.target != cube]
    if onward and draw(some):
        via = (*via, Step(draw(st.sampled_from(onward))))
    column = draw(st.sampled_from(["t", "n"]))
    kind: Kind = "number" if column == "n" else "string"
    name = "_".join(("of", *(step.join.name for step in via), column))
    return Dimension(cube, name, kind, Operand(column, via), repeats=column)


@st.composite
def cases(draw: DrawFn, world: World, cube: Cube) -> Dimension:
    """A text by the first condition that holds, sometimes that of a column, sometimes none at all."""
    when = draw(st.lists(conditions(world, cube), min_size=1, max_size=2))
    says = st.sampled_from(["low", "a", "high", Operand("t")])
    labels = tuple(Label(one, draw(says)) for one in when)
    return Dimension(
        cube.name, "label", "string", labels[0].condition.operand, "case", labels=labels,
        otherwise=draw(st.sampled_from(["rest", "a", None])),
    )  # fmt: skip
