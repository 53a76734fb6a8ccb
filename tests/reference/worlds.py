"""Random small worlds: two to five cubes that join, in roles and in chains, their measures, views and rows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.reference.description import (
    Cube,
    Dimension,
    Join,
    Kind,
    Operand,
    Row,
    Segment,
    Snapshot,
    Step,
    View,
    World,
)  # fmt: skip
from tests.reference.measures import conditions, few, formulas, some, totals
from tests.reference.reach import steps_from

CUBES = ("area", "place", "person", "matter", "note")
MOMENTS = [datetime.fromisoformat(one) for one in (
    "2023-12-31 22:59:59", "2023-12-31 23:30", "2024-01-01 00:00", "2024-02-29 12:15:30", "2024-03-31 00:30",
    "2024-03-31 01:30", "2024-10-27 00:30", "2024-10-27 01:30", "2024-12-29 23:30", "2022-06-30 21:59",
)]  # fmt: skip
DAYS = [
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2024, 1, 31),
    date(2024, 2, 29),
    date(2024, 12, 30),
    date(2022, 7, 1),
]
VALUES: dict[str, list[Any]] = {
    "integer": [0, 1, 2, 3, -1, 7], "text": ["a", "b", "B", "å", "", "10%"], "boolean": [True, False],
    "decimal": [Decimal(one) for one in ("0.00", "1.00", "2.35", "-1.50", "0.05", "10.10", "1234567.89")],
    "fine": [Decimal(one) for one in ("0.000", "0.125", "1.005", "-2.345", "33.333")],
    "day": DAYS, "utc": MOMENTS, "local": MOMENTS, "instant": [one.replace(tzinfo=UTC) for one in MOMENTS],
}  # fmt: skip
KINDS: dict[str, Kind] = {
    "text": "string",
    "boolean": "boolean",
    "day": "time",
    "utc": "time",
    "local": "time",
    "instant": "time",
}
OPTIONAL = {"x": "fine", "b": "boolean", "day": "day", "created": "utc", "clock": "local", "moment": "instant"}
ORDER = ("b", "a", "å")
SIZES = [0, 1, 3, 5, 8, 10, 12]  # rows of a table


@st.composite
def worlds(draw: DrawFn) -> World:
    world = World(date(2024, 4, 15))
    for name in CUBES[: draw(st.sampled_from([3, 4, 5, 2]))]:
        world.cubes[name] = draw(bare_cubes(world, name))
    for name, cube in list(world.cubes.items()):
        world.cubes[name] = with_members(draw, world, cube)
    for name, cube in list(world.cubes.items()):
        measures = draw(totals(world, cube))
        world.cubes[name] = replaced(cube, measures=measures)
    draw(formulas(world))
    for index in range(draw(st.sampled_from([1, 2, 0]))):
        view = draw(views(world, f"view_{index}"))
        world.views[view.name] = view
    return world


def replaced(cube: Cube, **changes: Any) -> Cube:
    return Cube(**{**vars(cube), **changes})


@st.composite
def bare_cubes(draw: DrawFn, world: World, name: str) -> Cube:
    """Columns, joins to earlier cubes, and rows. A join may be declared from either end, or from both."""
    columns = {"id": "integer", "t": "text", "n": "integer", "d": "decimal"}
    columns |= {
        column: OPTIONAL[column] for column in draw(st.lists(st.sampled_from(list(OPTIONAL)), min_size=1, max_size=3))
    }
    joins = []
    once: set[str] = set()  # columns that hold no value twice
    targets = [*world.cubes] * 2 + ([name] if draw(few) else [])
    for target in draw(st.lists(st.sampled_from(targets), max_size=3)) if targets else []:
        taken = [join.name for join in joins]
        role = target if target not in (*taken, name) else f"other_{target}"
        if role in taken:
            continue
        columns[f"fk_{role}"] = "integer"
        pairs = target != name and draw(some)
        once |= {f"fk_{role}"} if pairs else set()
        join = Join(name, role, target, f"fk_{role}", "id", pairs=pairs)
        ends = draw(st.sampled_from(["child"] * 6 + ["parent", "both"]))
        if ends != "child" and target != name and name not in {one.name for one in world.cubes[target].joins}:
            back = Join(target, name, name, "id", f"fk_{role}", not pairs, pairs)
            world.cubes[target] = replaced(world.cubes[target], joins=(*world.cubes[target].joins, back))
        if ends != "parent" or target == name:
            joins.append(join)
    return Cube(name, columns, tuple(joins), rows=draw(rows(columns, once)))


def rows(columns: dict[str, str], once: set[str]) -> SearchStrategy[tuple[Row, ...]]:
    """Up to a dozen rows, their id a running number, many values NULL or alike."""

    def cell(name: str, kind: str) -> SearchStrategy[Any]:
        if name.startswith("fk_"):
            return st.sampled_from([1, 2, 3, 1, 2, 3, 4, 5, 6, 99, None])
        values = VALUES[kind]
        return st.sampled_from([*values[:3], *values, None, None])

    cells = [cell(name, kind) for name, kind in columns.items() if name != "id"]
    names = [name for name in columns if name != "id"]
    row = st.tuples(*cells)
    drawn = st.sampled_from(SIZES).flatmap(lambda size: st.lists(row, min_size=size, max_size=size))

    def numbered(found: list[Any]) -> tuple[Row, ...]:
        made = [{"id": index + 1, **dict(zip(names, one, strict=True))} for index, one in enumerate(found)]
        for column in once:
            known = [row[column] for row in made]
            for index, row in enumerate(made):
                row[column] = None if row[column] in known[:index] else row[column]
        return tuple({name: row[name] for name in columns} for row in made)

    return drawn.map(numbered)


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
    return replaced(cube, dimensions=tuple(dimensions), segments=segments, snapshot=snapshot)


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


CONFORMED = {"n": "number", "t": "text", "day": "time", "created": "time", "moment": "time"}  # once in a cube


def plain(draw: DrawFn, cube: str, column: str, kind: str, has_key: bool, conformed: str | None) -> Dimension:
    if conformed and not draw(st.booleans()):
        conformed = None
    return Dimension(
        cube, column, KINDS.get(kind, "number"), Operand(column), primary_key=column == "id" and has_key,
        local_time=kind == "local", conformed=conformed,
        value_order=ORDER if column == "t" and draw(few) else (),
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
def views(draw: DrawFn, world: World, name: str) -> View:
    """A root and some paths from it, up and down, each called by a word of its own."""
    root = draw(st.sampled_from(list(world.cubes)))
    paths: list[tuple[Step, ...]] = [()]
    words = [""]
    for _ in range(draw(st.sampled_from([2, 3, 4, 1]))):
        start = draw(st.sampled_from(paths))
        here = start[-1].end if start else root
        onward = [step for step in steps_from(world, here) if word_of(world, step)]
        if not onward:
            continue
        step = draw(st.sampled_from(onward))
        path, word = (*start, step), word_of(world, step)
        if path not in paths and word not in [one.split(".")[-1] for one in words]:
            words.append(".".join((words[paths.index(start)], word)).lstrip("."))
            paths.append(path)
    return View(name, root, tuple(paths), tuple(words))


def word_of(world: World, step: Step) -> str:
    """The join's name, or of one walked back the cube's, when no other step goes by it."""
    word = step.end if step.back else step.join.name
    others = [one for one in steps_from(world, step.start) if one != step]
    clash = any(word in (one.join.name if not one.back else None, one.end) for one in others) if step.back else False
    return "" if clash else word
