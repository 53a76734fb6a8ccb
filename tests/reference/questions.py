"""Random questions to a world, most of them ones that it can answer."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from semantic.predicate import And, Asked, Not, Or, conjunction
from semantic.query import Order, Query, Subtotals, TimeDimension
from tests.reference.description import Dimension, Measure, Segment, World
from tests.reference.evaluate import Leaf, spelled
from tests.reference.measures import few, kind_of, some
from tests.reference.reach import (
    Entry,
    Field,
    Refused,
    crosses,
    descents_after_climbing,
    find,
    in_view,
    may_ignore,
    reach,
)
from tests.reference.rows import STATUS, with_flags

GRAINS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"]
NUMBERS: list[Any] = [0, 1, 2, "3", -1, "0.05", Decimal("2.35"), 0.5, "1.005", Decimal("0.333333"), "33.33", 100]
TEXTS = ["a", "b", "å", "Å", "", "%", "low", "1", "zz", "-1"]
MOMENTS = [
    "2024-02-29T13:15", "2024-03-31T02:30", "2024-10-27T02:30", "2024-10-27T01:30", "2024-03-31T02:30:00+02:00",
    "2024-10-27T00:30Z", "2024-10-27T01:30Z", "2024-10-27T01:30:00Z", "2024-02-29T23:30-05:00", "2024-01-01T00:00:00Z",
    "2024-10-27T02:30+02:00", "2024-10-27T02:30+01:00", "2024-10-27T02:29:30+01:00",
]  # fmt: skip
PERIODS = [
    "2023", "2024", "2023-12", "2024-02", "2024K1", "2023-12-31", "2024-01-01", "2024-03-31", "this year", "last year",
    "last 12 months", "last 3 quarters", "this month", "last 6 weeks", *MOMENTS,
]  # fmt: skip
RANGES = [("2023-12-31", "2024-01-01"), ("2022", "2023"), ("2024-01", "2024K1"), ("2024-03-31", "2024-12-30"),
          ("2023-12-31T23:30", "2024-10-27T02:30"), ("2024-03-31T00:30Z", "2024-10-27T01:30Z"),
          ("2023-12-31", "2024-10-27T00:30:00Z"), ("2024-10-27T00:30Z", "2024-10-27T01:30:00Z"),
          ("2024-10-27T02:30+02:00", "2024-10-27T02:29:30+01:00"),
          ("2024-10-27T02:30+01:00", "2024-12-30")]  # fmt: skip
TIMES = ["inDateRange", "notInDateRange", "onTheDate", "beforeDate", "beforeOrOnDate", "afterDate", "afterOrOnDate",
         "equals", "notEquals", "gt", "gte", "lt", "lte"]  # fmt: skip
SIZES = ["gt", "gte", "lt", "lte"]
MATCHES = ["contains", "notContains", "startsWith", "notStartsWith", "endsWith", "notEndsWith"]


@st.composite
def questions(draw: DrawFn, world: World) -> Query:
    measures, dimensions, segments = draw(scopes(world))
    far = {entry for entry in {one.entry for one in measures} if sees_far(world, entry, dimensions)}
    often = [one for one in measures if one.member.constant_over or one.entry in far]
    some_of = st.sampled_from([*measures, *often * 3]) if measures else st.nothing()
    chosen = draw(several(some_of, [1, 2, 1, 2, 3, 0])) if measures else []
    needs = {leaf: constant for one in chosen for leaf, constant in needs_of(world, one).items()}
    near = [one for one in dimensions for _ in range(weight(world, needs, one))]
    likely = st.sampled_from([*near, *dimensions] if near and chosen else dimensions)
    keys = draw(several(likely, [1, 1, 2, 2, 3, 0] if chosen else [1, 2]))
    grouped_times = [key for key in keys if key.member.kind == "time"]
    times = [draw(time_dimensions(key)) for key in (*grouped_times, *(grouped_times if draw(few) else ()))]
    plain = [key.name for key in keys if key.name not in {time.dimension for time in times if time.granularity}]
    where = draw(several_of(filters(world, likely), [0, 0, 0, 1, 1, 2]))
    if chosen and draw(few):
        where.append(draw(filters(world, st.sampled_from(chosen))))
    asked = [one.name + end for one in chosen for end in draw(st.sampled_from([[""], [""], ["", STATUS]]))]
    grained = {f"{time.dimension}.{time.granularity}": time.dimension for time in times if time.granularity}
    grouped = [*plain, *grained]
    sets = draw(subtotals(grouped))
    once = [bare for bare in grained.values() if list(grained.values()).count(bare) == 1]
    columns = [*(with_flags(grouped) if sets else grouped), *once, *asked]
    orders = draw(several_of(st.builds(Order, st.sampled_from(columns), st.booleans()), [0, 0, 1, 2, 3]))
    return Query(
        tuple(asked), tuple(plain), tuple(times),
        segments=tuple(draw(several_of(st.sampled_from(segments), [0] * 5 + [1]))) if segments else (),
        where=conjunction(*where),
        order=tuple({one.member: one for one in orders}.values()),
        limit=draw(st.sampled_from([None] * 10 + [0, 1, 3, 5])), offset=draw(st.sampled_from([0] * 12 + [1, 2, 50])),
        default_limit=draw(st.sampled_from([None] * 5 + [2])), total=draw(st.booleans()),
        timezone=draw(st.sampled_from([None, None, None, "UTC", "America/New_York"])), subtotals=sets,
    )  # fmt: skip


@st.composite
def subtotals(draw: DrawFn, grouped: list[str]) -> Subtotals:
    """None, a word, or a few sets, of which any may be empty, stand twice or leave out what all others do."""
    kind = draw(st.sampled_from([None, None, None, "rollup", "cube", "sets"]))
    if kind == "sets":
        kept = st.lists(st.sampled_from(grouped), max_size=3, unique=True) if grouped else st.just([])
        return tuple(tuple(one) for one in draw(st.lists(kept, min_size=1, max_size=3)))
    return kind or ()


def several_of(one: Any, numbers: list[int]) -> SearchStrategy[list[Any]]:
    return st.sampled_from(numbers).flatmap(lambda number: st.lists(one, min_size=number, max_size=number))


@st.composite
def several(draw: DrawFn, fields: Any, numbers: list[int]) -> list[Any]:
    """So many draws, each field once."""
    return list({one.name: one for one in (draw(fields) for _ in range(draw(st.sampled_from(numbers))))}.values())


@st.composite
def scopes(draw: DrawFn, world: World) -> tuple[list[Any], list[Any], list[str]]:
    """The measures, dimensions and segments of one view, or of all cubes."""
    name = draw(st.sampled_from([None, None, *world.views]))
    if name is None:
        names = [f"{cube.name}.{member}" for cube in world.cubes.values() for member in cube.members]
    else:
        view = world.views[name]
        names = [
            f"{name}.{in_view(path, member, words)}" for path, words in zip(view.paths, view.words, strict=True)
            for member in world.cubes[path[-1].end if path else view.root].members.values()
        ]  # fmt: skip
    fields = [find(world, one) for one in names]
    by_kind = [[one for one in fields if isinstance(one.member, kind)] for kind in (Measure, Dimension, Segment)]
    return by_kind[0], by_kind[1], [one.name for one in by_kind[2]]


def needs_of(world: World, field: Field[Measure]) -> dict[Leaf, frozenset[str]]:
    """What is aggregated for the measure, and what each may ignore."""
    needs: dict[Leaf, frozenset[str]] = {}
    with suppress(Refused):  # a part stands in several places of the view: whatever is asked of it is refused
        spelled(world, field.member, field.entry, frozenset(), needs, grouped=False)
    return needs


def sees_far(world: World, fact: Entry, dimensions: list[Field[Dimension]]) -> bool:
    """Whether a dimension lies across a bridge from the fact. One of each place is looked at."""
    for field in {one.entry: one for one in dimensions}.values():
        with suppress(Refused):
            found = reach(world, fact, field)
            if found and crosses(world, found[1]):
                return True
    return False


def weight(world: World, needs: dict[Leaf, frozenset[str]], field: Field[Dimension]) -> int:
    """How often the field stands to be drawn: not if it does not fit, more if that is something special."""
    try:
        reached = [reach(world, leaf.entry, field) for leaf in needs]
    except Refused:
        return 0
    if not all(found or may_ignore(field.member, needs[leaf]) for leaf, found in zip(needs, reached, strict=True)):
        return 0
    own_periods = bool(field.member.granularities)
    special = [
        any(found and crosses(world, found[1]) for found in reached),
        any(found and descents_after_climbing(found[1]) for found in reached),
        *[any(reached) and not all(reached)] * 3,
        own_periods,
        own_periods and any(found and found[0] != field.member for found in reached),
        field.name in {f"{view.name}.{name}" for view in world.views.values() for name in view.gives_way_to},
    ]
    return 9 + 27 * sum(special)


@st.composite
def time_dimensions(draw: DrawFn, field: Field[Dimension]) -> TimeDimension:
    ranges = st.one_of(st.none(), st.none(), st.sampled_from(PERIODS), st.sampled_from(RANGES))
    own = [one.name for one in field.member.granularities]
    return TimeDimension(
        field.name, draw(st.sampled_from([*GRAINS, "year", "month", "day", None, *own * 8])), draw(ranges)
    )


@st.composite
def filters(draw: DrawFn, world: World, fields: Any, depth: int = 2) -> Any:
    kind = draw(st.sampled_from(["leaf"] * 4 + ["and", "or", "not"])) if depth else "leaf"
    if kind == "leaf":
        return draw(tests(world, draw(fields)))
    if kind == "not":
        return Not(draw(filters(world, fields, depth - 1)))
    parts = tuple(draw(st.lists(filters(world, fields, depth - 1), min_size=1, max_size=2)))
    return And(parts) if kind == "and" else Or(parts)


@st.composite
def tests(draw: DrawFn, world: World, field: Field[Any]) -> Asked:
    """A test that fits the member, its values often ones that occur."""
    if draw(few):
        return Asked(field.name, draw(st.sampled_from(["set", "notSet"])))
    kind = field.member.kind if isinstance(field.member, Dimension) else kind_of(world, field.member)
    if kind == "time":
        operator = draw(st.sampled_from(TIMES))
        two = operator.endswith("InDateRange") or operator == "inDateRange"
        if two and draw(st.booleans()):
            return Asked(field.name, operator, draw(st.sampled_from(RANGES)))
        several = operator in ("equals", "notEquals") and draw(some)
        periods = st.lists(st.sampled_from([*PERIODS, *MOMENTS]), min_size=1 + several, max_size=1 + several)
        return Asked(field.name, operator, tuple(draw(periods)))
    if kind == "number" and draw(st.booleans()):
        return Asked(field.name, draw(st.sampled_from(SIZES)), (draw(st.sampled_from(NUMBERS)),))
    if kind == "string" and draw(st.booleans()):
        texts = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2))
        return Asked(field.name, draw(st.sampled_from(MATCHES)), tuple(texts))
    values = {"number": NUMBERS, "string": TEXTS, "boolean": [True, False, "true"]}[kind]
    given = draw(st.lists(st.sampled_from([*values, *values, None]), min_size=1, max_size=2))
    return Asked(field.name, draw(st.sampled_from(["equals", "notEquals"])), tuple(given))
