"""Random small worlds: two to five cubes that join, in roles, in chains and across bridges, with their rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import combinations
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.reference.description import (
    Cube,
    Default,
    Join,
    Path,
    Row,
    Step,
    View,
    World,
)  # fmt: skip
from tests.reference.measures import few, formulas, some, totals
from tests.reference.members import with_members
from tests.reference.reach import in_view, steps_from, ways

CUBES = ("area", "place", "person", "matter", "note")
MOMENTS = [datetime.fromisoformat(one) for one in (
    "2023-12-31 22:59:59", "2023-12-31 23:30", "2024-01-01 00:00", "2024-02-29 12:15:30", "2024-03-31 00:30",
    "2024-03-31 01:30", "2024-10-27 00:30", "2024-10-27 01:30", "2024-12-29 23:30", "2022-06-30 21:59",
    "2023-07-31 22:00", "2024-01-03 22:59:59", "2024-04-05 22:00", "2024-10-26 22:00", "2024-10-27 02:29:30",
)]  # fmt: skip
DAYS = [
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2024, 1, 31),
    date(2024, 2, 29),
    date(2024, 12, 30),
    date(2022, 7, 1),
    date(2023, 7, 31),
    date(2023, 8, 1),
    date(2024, 4, 5),
    date(2024, 4, 6),
    date(2024, 10, 27),
]
VALUES: dict[str, list[Any]] = {
    "integer": [0, 1, 2, 3, -1, 7], "text": ["a", "b", "B", "å", "", "10%"], "boolean": [True, False],
    "decimal": [Decimal(one) for one in ("0.00", "1.00", "2.35", "-1.50", "0.05", "10.10", "1234567.89")],
    "fine": [Decimal(one) for one in ("0.000", "0.125", "1.005", "-2.345", "33.333")],
    "day": DAYS, "utc": MOMENTS, "local": MOMENTS, "instant": [one.replace(tzinfo=UTC) for one in MOMENTS],
}  # fmt: skip
OPTIONAL = {"x": "fine", "b": "boolean", "day": "day", "created": "utc", "clock": "local", "moment": "instant"}
SIZES = [0, 1, 3, 5, 8, 10, 12]  # rows of a table
DEFAULTS: dict[str, list[tuple[Any, ...]]] = {
    "number": [("gte", 1), ("lt", 3), ("notEquals", 2), ("equals", 1, 2), ("set",)],
    "string": [("equals", "a", "b", "low"), ("notEquals", "a"), ("set",), ("notContains", "b"), ("equals", "1", None)],
    "boolean": [("equals", True), ("notEquals", True)],
    "time": [("inDateRange", "2024"), ("afterOrOnDate", "2023-12-31"), ("inDateRange", "last 12 months"), ("notSet",)],
}


@st.composite
def worlds(draw: DrawFn) -> World:
    world = World(date(2024, 4, 15))
    names = CUBES[: draw(st.sampled_from([4, 5, 4, 5, 3, 2]))]
    bridge = draw(st.sampled_from([*names[2:], *names[3:], None])) if names[2:] else None
    for name in names:
        world.cubes[name] = draw(bare_cubes(world, name, name == bridge))
    for name, cube in list(world.cubes.items()):
        world.cubes[name] = with_members(draw, world, cube)
    for name, cube in list(world.cubes.items()):
        measures = draw(totals(world, cube))
        world.cubes[name] = replace(cube, measures=measures)
    draw(formulas(world))
    for index in range(draw(st.sampled_from([1, 2, 0]))):
        view = draw(views(world, f"view_{index}"))
        world.views[view.name] = view
    return world


@st.composite
def bare_cubes(draw: DrawFn, world: World, name: str, bridge: bool) -> Cube:
    """Columns, joins to earlier cubes, and rows. A join may be declared from either end, or from both.

    A bridge joins two cubes at least, if it can two that nothing else brings together.
    """
    columns = {"id": "integer", "t": "text", "n": "integer", "d": "decimal"}
    columns |= {
        column: OPTIONAL[column] for column in draw(st.lists(st.sampled_from(list(OPTIONAL)), min_size=1, max_size=3))
    }
    joins = []
    once: set[str] = set()  # columns that hold no value twice
    targets = [*world.cubes] * 2 + ([name] if draw(few) else [])
    sides = draw(st.sampled_from(strangers(world))) if bridge else ()
    others = st.lists(st.sampled_from(targets), max_size=1 if bridge else 2) if targets else st.just([])
    for target in (*sides, *draw(others)):
        taken = [join.name for join in joins]
        role = target if target not in (*taken, name) else f"other_{target}"
        if role in taken:
            continue
        columns[f"fk_{role}"] = "integer"
        pairs = target != name and draw(few if bridge else some)
        once |= {f"fk_{role}"} if pairs else set()
        join = Join(name, role, target, f"fk_{role}", "id", pairs=pairs)
        ends = draw(st.sampled_from(["child"] * 6 + ["parent", "both"]))
        if ends != "child" and target != name and name not in {one.name for one in world.cubes[target].joins}:
            back = Join(target, name, name, "id", f"fk_{role}", not pairs, pairs)
            world.cubes[target] = replace(world.cubes[target], joins=(*world.cubes[target].joins, back))
        if ends != "parent" or target == name:
            joins.append(join)
    return Cube(name, columns, tuple(joins), rows=draw(rows(columns, once)), bridge=bridge)


def strangers(world: World) -> list[tuple[str, str]]:
    """The pairs of cubes that no path leads between; if there are none, all pairs."""
    pairs = list(combinations(world.cubes, 2))
    apart = [
        (one, other) for one, other in pairs
        if not any(ways(world, *ends, down=True) for ends in ((one, other), (other, one)))
    ]  # fmt: skip
    return apart or pairs


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
        across = [step for step in onward if world.cubes[step.end].bridge or world.cubes[here].bridge]
        step = draw(st.sampled_from([*onward, *across, *across]))
        path, word = (*start, step), word_of(world, step)
        if path not in paths and word not in [one.split(".")[-1] for one in words]:
            words.append(".".join((words[paths.index(start)], word)).lstrip("."))
            paths.append(path)
    defaults = draw(defaults_of(world, root, paths, words)) if draw(some) else ()
    return View(name, root, tuple(paths), tuple(words), defaults)


@st.composite
def defaults_of(draw: DrawFn, world: World, root: str, paths: list[Path], words: list[str]) -> tuple[Default, ...]:
    """One or two filters of the view's own, that mostly give way to one on the same or on another dimension."""
    known = {
        in_view(path, one, word): one for path, word in zip(paths, words, strict=True)
        for one in world.cubes[path[-1].end if path else root].dimensions
    }  # fmt: skip
    found = []
    for name in draw(st.lists(st.sampled_from(list(known)), min_size=1, max_size=2)):
        operator, *values = draw(st.sampled_from(DEFAULTS[known[name].kind]))
        others = draw(st.lists(st.sampled_from(list(known)), max_size=1))
        found.append(Default(name, operator, tuple(values), (*draw(st.sampled_from([(name,), (name,), ()])), *others)))
    return tuple(found)


def word_of(world: World, step: Step) -> str:
    """The join's name, or of one walked back the cube's, when no other step goes by it."""
    word = step.end if step.back else step.join.name
    others = [one for one in steps_from(world, step.start) if one != step]
    clash = any(word in (one.join.name if not one.back else None, one.end) for one in others) if step.back else False
    return "" if clash else word
