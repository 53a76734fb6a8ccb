"""Random questions, as any interface would hand them over, and what each of them touches."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from semantic.predicate import And, Asked, Not, Or, Predicate, atoms
from semantic.query import Query, TimeDimension
from tests.rls.naive import Field, fields_of, find, measure, measure_id, tests_of
from tests.rls.reference import Asks
from tests.rls.world import DIMENSIONS, JOINS, SEGMENTS, VIEWS, Path, Ratio

MEASURED: dict[str, list[str]] = {
    "sager": ["antal", "beloeb", "personer", "snit", "hoejeste", "i_center_a", "sagsbehandler__count_distinct"],
    "klager": ["antal", "dage", "snit_dage", "pr_ydelse", "art__count_distinct"],
    "ydelse": ["antal", "beloeb", "personer", "snit", "hoejeste", "i_center_a", "art__count_distinct"],
    "klage": ["antal", "dage", "snit_dage", "pr_ydelse"],
    "betaling": ["kr", "antal"],
    "borger": ["antal"],
    "kommune": ["antal", "folketal"],
    "enhed": ["versioner"],
}
SHARED = ["borger.koen", "borger.foedt", "borger.id", "borger.antal_ydelser"]
CONFORMED = ["ydelse.art", "klage.art", "ydelse.sagsbehandler", "klage.sagsbehandler", "ydelse.center_nu"]
# Which measures are asked together, and by what; how often.
TOGETHER: list[tuple[int, list[str], list[str]]] = [
    (6, ["sager"], []),
    (6, ["klager"], []),
    (4, ["ydelse"], [*SHARED, "ydelse.*"]),
    (4, ["klage"], [*SHARED, "klage.*"]),
    (6, ["betaling"], [*SHARED, "ydelse.*", "betaling.*"]),
    (2, ["borger"], ["borger.*", "kommune.*", "sager.borger_koen"]),
    (2, ["borger"], ["ydelse.art", "ydelse.lov", "borger.koen"]),
    (1, ["kommune"], ["kommune.*"]),
    (1, ["enhed"], ["enhed.*"]),
    (4, ["ydelse", "klage"], [*SHARED, *CONFORMED]),
    (4, ["ydelse", "klage"], CONFORMED),
    (4, ["betaling", "klage"], SHARED),
    (3, ["ydelse", "borger"], SHARED),
    (4, ["betaling", "ydelse"], [*SHARED, "ydelse.*"]),
    (4, ["sager", "klager"], ["sager.borger_koen", "klager.ansvarlig_da_center", "sager.ansvarlig_nu_forvaltning"]),
]
VALUES: dict[str, list[Any]] = {
    "art": ["x", "y", "z", "Xy", None], "lov": ["L1", "L2"], "sagsbehandler": ["S1", "S2", "S3"],
    "koen": ["k", "m", None], "region": ["Nord", "Syd", None], "navn": ["K1", "K3"], "center": ["A", "B", "C", "D"],
    "forvaltning": ["F1", "F2"], "slags": ["myndighed", None], "center_nu": ["A", "C", None],
}  # fmt: skip
GRAINS = ["day", "week", "month", "quarter", "year"]
RANGES = [("2024-01-01", "2024-12-31"), ("2023-07-01", "2024-03-31"), ("2023-02-01", "2024-08-31"),
          ("2022-01-03", "2024-06-30"), ("2022-05-17", "2025-01-02")]  # fmt: skip


def question(draw: random.Random) -> Query:
    (_, spaces, words) = draw.choices(TOGETHER, [weight for weight, _, _ in TOGETHER])[0]
    pool = names_of(spaces[0] + ".*") if not words else [name for word in words for name in names_of(word)]
    wanted = [draw.choice(MEASURED[space]) for space in spaces] if draw.random() < 0.94 or len(spaces) > 1 else []
    measures = [f"{space}.{name}" for space, name in zip(spaces, wanted, strict=False)]
    pool = pool if measures else names_of(spaces[0] + ".*")  # of one root, whose combinations are asked for
    if measures and draw.random() < 0.35:
        measures.append(f"{spaces[0]}.{draw.choice(MEASURED[spaces[0]])}")
    picked = draw.sample(pool, min(len(pool), draw.choice([0, 1, 1, 1, 2, 2, 3] if measures else [1, 2])))
    times = tuple(_time(draw, name) for name in picked if kind_of(name) == "time")
    plain = [name for name in picked if kind_of(name) != "time"]
    if not measures and not any(one.granularity for one in times) and not plain:
        plain = [name for name in pool if kind_of(name) != "time"][:1]
    where = [_tree(draw, pool, 2) for _ in range(draw.choice([0, 0, 0, 1, 1, 2]))]
    if measures and draw.random() < 0.1:
        where.append(Asked(measures[0], "gte", (draw.choice([1, 2, 5]),)))
    own = [f"{space}.{name}" for space in spaces[:1] for name in SEGMENTS.get(VIEWS.get(space, (space,))[0], ())]
    return Query(
        measures=tuple(dict.fromkeys(measures)),
        dimensions=tuple(plain),
        time_dimensions=times,
        segments=tuple(own[:1]) if own and draw.random() < 0.12 else (),
        where=And(tuple(where)),
        subtotals="rollup" if measures and draw.random() < 0.1 else (),
    )


def names_of(word: str) -> list[str]:
    """The dimensions of a space, those of a view's lookups behind the lookup's name."""
    space, member = word.split(".")
    if member != "*":
        return [word]
    root, lookups = VIEWS.get(space, (space, ()))
    inner = [f"{space}.{join}_{name}" for join in lookups for name in DIMENSIONS[JOINS[root][join][0]]]
    return [f"{space}.{name}" for name in DIMENSIONS[root]] + inner


def field_of(name: str) -> Field:
    found = find(name)
    assert found, name
    return found


def kind_of(name: str) -> str:
    return field_of(name).dimension.kind


def _time(draw: random.Random, name: str) -> TimeDimension:
    grain = draw.choice([*GRAINS, "year", "month"])
    return TimeDimension(name, grain, draw.choice(RANGES) if draw.random() < 0.3 else None)


def _tree(draw: random.Random, pool: list[str], depth: int) -> Predicate[Asked]:
    if depth and draw.random() < 0.3:
        inner = tuple(_tree(draw, pool, depth - 1) for _ in range(2))
        made: list[Predicate[Asked]] = [And(inner), Or(inner), Not(inner[0])]
        return draw.choice(made)
    name = draw.choice(pool)
    kind, member = kind_of(name), field_of(name).id.split(".")[1]
    if draw.random() < 0.15:
        return Asked(name, draw.choice(["set", "notSet"]))
    if kind == "time":
        return Asked(name, "inDateRange", draw.choice(RANGES))
    if kind == "boolean":
        return Asked(name, "equals", (draw.choice([True, False]),))
    if kind == "number":
        return Asked(name, draw.choice(["gt", "lte", "equals", "notEquals"]), (draw.choice([1, 2, 3, 5, 20, 1991]),))
    values = VALUES.get(member, ["E1", "E3", "E5"])
    if draw.random() < 0.2:
        return Asked(name, draw.choice(["contains", "notContains"]), (str(values[0]),))
    chosen = draw.sample(values, draw.randint(1, min(2, len(values))))
    return Asked(name, draw.choice(["equals", "equals", "notEquals"]), tuple(chosen))


def members_asked(query: Query) -> dict[str, tuple[str, str]]:
    """Each name in the question → the id of its member, and the cube that it is asked from; "" for a measure's."""
    found: dict[str, tuple[str, str]] = {}
    names = [*query.dimensions, *(one.dimension for one in query.time_dimensions)]
    for name in (*names, *(asked.member for asked in atoms(query.where))):
        if one := find(name):
            found[name] = (one.id, one.root)
    for name in query.measures:
        space = name.split(".")[0]
        root = VIEWS.get(space, (space,))[0]
        found[name] = (measure_id(name), root if name.endswith("__count_distinct") else "")
    for name in query.segments:
        space, member = name.split(".")
        found[name] = (f"{VIEWS.get(space, (space,))[0]}.{member}", "")
    return found


def tables_asked(query: Query) -> frozenset[str]:
    """The tables that the members themselves are of, a view's first table with them, and those they are looked up in.

    What is joined only to get from one to the other is none of them.
    """
    found = {one for id_, root in members_asked(query).values() for one in (id_.split(".")[0], root) if one}
    for name in members_asked(query):
        if one := find(name):
            table = one.id.split(".")[0]
            found |= {*ends(table, one.dimension.path), *(near for near, _, _ in one.dimension.reads)}
    for value in map(measure, query.measures):
        for part in (value.over, value.under) if isinstance(value, Ratio) else (value,):
            found |= {part.cube, *ends(part.cube, part.path)}
    return frozenset(found)


def ends(table: str, path: Path) -> Iterator[str]:
    """The tables that the path leads through."""
    for step in path:
        table = JOINS[table][step][0]
        yield table


def touched(query: Query) -> Asks:
    """Every member in select, filter, having and segments, and how finely times are asked by."""
    found = members_asked(query).values()
    grains = [one.grain for one in fields_of(query) if one.grain]
    return Asks(
        frozenset(id_ for id_, _ in found) | {f"{root}." for _, root in found if root},
        frozenset(grains),
        tuple(starts(bound) for bound in bounds(query)),
    )


def bounds(query: Query) -> Iterator[date]:
    """The first day of each range that is asked for, and the day after its last."""
    ranges: list[tuple[object, ...]] = [tuple(one.date_range) for one in query.time_dimensions if one.date_range]
    for part in tests_of(query)[0]:
        ranges += [asked.values for asked in atoms(part) if asked.operator == "inDateRange"]
    for first, last in ranges:
        yield date.fromisoformat(str(first))
        yield date.fromisoformat(str(last)) + timedelta(1)


def starts(day: date) -> frozenset[str]:
    """The grains of which a period begins on the day."""
    found = {"day"} | ({"week"} if day.weekday() == 0 else set())
    if day.day == 1:
        found |= {"month"} | ({"quarter"} if day.month % 3 == 1 else set()) | ({"year"} if day.month == 1 else set())
    return frozenset(found)
