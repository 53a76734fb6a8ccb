"""Questions as plain SQL for PostgreSQL: each fact alone under LEFT JOINs, grouped, then put side by side.

It is the question over all rows of the tables that it names; which of these there are is PostgreSQL's to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from semantic.predicate import And, Asked, Not, Or, Predicate, atoms, conjuncts
from semantic.query import Query
from tests.rls.row_security import tested
from tests.rls.world import DIMENSIONS, JOINS, MEASURES, SEGMENTS, VIEWS, Aggregate, Dimension, Joined, Path, Ratio


class NoWay(Exception):
    """A fact does not reach what is asked of it by one way."""


@dataclass(frozen=True)
class Field:
    """A dimension as asked: its id, where its path starts, and the path."""

    name: str
    id: str
    root: str
    path: Path
    dimension: Dimension
    grain: str | None = None


@dataclass
class Fact:
    """One fact's rows with the joins that were needed so far."""

    cube: str
    paths: set[Path] = field(default_factory=set)
    reads: set[Joined] = field(default_factory=set)

    def alias(self, path: Path) -> str:
        self.paths |= {path[:length] for length in range(1, len(path) + 1)}
        return "_".join(("f", *(step.replace("<", "to_") for step in path)))

    def value(self, one: Field) -> str:
        path, dimension = reach(self.cube, one)
        self.reads |= dimension.reads
        found = dimension.sql.format(t=self.alias(path))
        return f"date_trunc('{one.grain}', {found})::date" if one.grain else found

    def steps(self) -> list[tuple[Path, Joined, str]]:
        """Each join with its condition, nearest first."""
        found = []
        for path in sorted(self.paths, key=lambda path: (len(path), path)):
            near = self.end(path[:-1])
            target, on = JOINS[near][path[-1]]
            found.append((path, (near, path[-1], target), on))
        return found

    def end(self, path: Path) -> str:
        cube = self.cube
        for step in path:
            cube = JOINS[cube][step][0]
        return cube

    def source(self) -> str:
        text = f"{self.cube} AS f"
        for path, (_, _, target), on in self.steps():
            far, near = self.alias(path), self.alias(path[:-1])
            text += f" LEFT JOIN {target} AS {far} ON {on.format(near=near, far=far)}"
        return text


@dataclass(frozen=True)
class Written:
    """The SQL, the tables that it reads and the joins that it makes; values are made of the `counted` tables' rows."""

    sql: str
    tables: frozenset[str]
    joins: frozenset[Joined]
    counted: frozenset[str]


def find(name: str, grain: str | None = None) -> Field | None:
    """The dimension of that name, None where it is none."""
    space, member = name.split(".")
    root, lookups = VIEWS.get(space, (space, ()))
    if member in DIMENSIONS[root]:
        return Field(name, f"{root}.{member}", root, (), DIMENSIONS[root][member], grain)
    for join in lookups:
        target = JOINS[root][join][0]
        inner = member.removeprefix(f"{join}_")
        if member.startswith(f"{join}_") and inner in DIMENSIONS[target]:
            return Field(name, f"{target}.{inner}", root, (join,), DIMENSIONS[target][inner], grain)
    return None


def measure_id(name: str) -> str:
    """`cube.measure`; for `dimension__count_distinct` it is the dimension's."""
    space, member = name.split(".")
    return f"{VIEWS.get(space, (space, ()))[0]}.{member.removesuffix('__count_distinct')}"


def measure(name: str) -> Aggregate | Ratio:
    cube, member = measure_id(name).split(".")
    if not name.endswith("__count_distinct"):
        return MEASURES[cube][member]
    counted = DIMENSIONS[cube][member]
    return Aggregate(
        cube, f"count(DISTINCT {counted.sql.replace('{t}', '{0}' if counted.path else '{t}')})", counted.path
    )


def reach(fact: str, one: Field) -> tuple[Path, Dimension]:
    """The path from the fact to the dimension's rows, and the dimension that is meant there. Raises NoWay."""
    own = [twin for twin in DIMENSIONS[fact].values() if twin.conformed and twin.conformed == one.dimension.conformed]
    way = (*one.path, *one.dimension.path)
    if one.root == fact:
        return way, one.dimension
    if own and not one.path:
        return (), own[0]
    at = one.root
    for length, step in enumerate(way):  # a lookup that both have in the same role
        target = JOINS[at][step][0]
        if target == fact and step == target:
            return way[length + 1 :], one.dimension
        if JOINS[fact].get(step, ("", ""))[0] == target:
            return way[length:], one.dimension
        at = target
    if fact == "betaling":
        return ("ydelse", *reach("ydelse", one)[0]), reach("ydelse", one)[1]
    if fact == "borger" and one.root == "ydelse":
        return ("<ydelse", *way), one.dimension
    known = [name for name, (end, _) in JOINS[fact].items() if end == one.root and not name.startswith("<")]
    if len(known) == 1:
        return (known[0], *way), one.dimension
    raise NoWay(f"{fact} → {one.name}")


def fields_of(query: Query) -> list[Field]:
    found = [find(name) for name in query.dimensions]
    found += [find(one.dimension, one.granularity) for one in query.time_dimensions if one.granularity]
    return [one for one in found if one]


def tests_of(query: Query) -> tuple[list[Predicate[Asked]], list[Predicate[Asked]]]:
    """What tests the rows, and what tests the answer."""
    parts = conjuncts(query.where)
    rows = [part for part in parts if all(find(one.member) for one in atoms(part))]
    return rows, [part for part in parts if part not in rows]


def condition(part: Predicate[Asked], fact: Fact | None, columns: dict[str, str] | None = None) -> str:
    if isinstance(part, (And, Or)):
        word, none = (" AND ", "TRUE") if isinstance(part, And) else (" OR ", "FALSE")
        return "(" + (word.join(condition(one, fact, columns) for one in part.parts) or none) + ")"
    if isinstance(part, Not):
        return f"(NOT {condition(part.part, fact, columns)})"
    sql = columns[part.member] if columns else cast("Fact", fact).value(cast("Field", find(part.member)))
    if part.operator == "inDateRange":
        first, last = part.values
        return f"COALESCE({sql} BETWEEN DATE '{first}' AND DATE '{last}', FALSE)"
    return tested(sql, part.operator, part.values)


def write(query: Query) -> Written:
    """The question in SQL. Raises NoWay."""
    keys = fields_of(query)
    asked = {name: measure(name) for name in query.measures}
    parts: dict[Aggregate, str] = {}
    for one in asked.values():
        for part in (one.over, one.under) if isinstance(one, Ratio) else (one,):
            parts.setdefault(part, f"m{len(parts)}")
    root = keys[0].root if keys else ""
    facts = {cube: Fact(cube) for cube in dict.fromkeys(part.cube for part in parts) or (root,)}
    rollup = query.subtotals == "rollup"
    selects = {cube: _grouped(fact, query, keys, parts, rollup) for cube, fact in facts.items()}
    names = [name for index in range(len(keys)) for name in ([f"k{index}", f"s{index}"] if rollup else [f"k{index}"])]
    columns = {name: _shown(one, parts) for name, one in asked.items()}
    having = [condition(part, None, columns) for part in tests_of(query)[1]]
    sql = f"SELECT {', '.join([*(f'a.{name}' for name in names), *columns.values()])} FROM {_combined(selects, names)}"
    sql += f" WHERE {' AND '.join(having)}" if having else ""
    steps = {joined for fact in facts.values() for _, joined, _ in fact.steps()}
    beside = {joined for fact in facts.values() for joined in fact.reads}
    steps |= beside
    tables = {*facts, *(one for near, _, end in steps for one in (near, end))}
    counted = {*(part.cube for part in parts), *(near for near, _, _ in beside)}
    return Written(sql, frozenset(tables), frozenset(steps), frozenset(counted))


def _grouped(fact: Fact, query: Query, keys: Sequence[Field], parts: dict[Aggregate, str], rollup: bool) -> str:
    values = [fact.value(one) for one in keys]
    names = [f"k{index}" for index in range(len(keys))]
    totals = []
    for part, name in parts.items():
        if part.cube == fact.cube:
            ends = [fact.alias(part.path)] if part.path else []
            totals.append(f"{part.sql.format(*ends, t='f')} AS {name}")
    where = [condition(part, fact) for part in tests_of(query)[0]]
    for name in query.segments:
        where.append(f"COALESCE({_segment(fact, name)}, FALSE)")
    for time in query.time_dimensions:
        if time.date_range:
            where.append(condition(Asked(time.dimension, "inDateRange", tuple(time.date_range)), fact))
    flags = [f"(GROUPING({name}) = 1) AS s{index}" for index, name in enumerate(names)] if rollup else []
    keyed = f" CROSS JOIN LATERAL (SELECT {', '.join(map(' AS '.join, zip(values, names, strict=True)))}) AS k"
    sql = f"SELECT {', '.join([*names, *flags, *totals])} FROM {fact.source()}{keyed if keys else ''}"
    sql += f" WHERE {' AND '.join(where)}" if where else ""
    if not names:
        return sql
    return f"{sql} GROUP BY {'ROLLUP ' if rollup else ''}({', '.join(names)})"


def _segment(fact: Fact, name: str) -> str:
    space, member = name.split(".")
    cube = VIEWS.get(space, (space, ()))[0]
    if fact.cube == cube:
        return SEGMENTS[cube][member].format(t="f")
    step = {"betaling": "ydelse", "borger": f"<{cube}"}.get(fact.cube, "")
    if step in JOINS[fact.cube]:
        return SEGMENTS[cube][member].format(t=fact.alias((step,)))
    raise NoWay(f"{fact.cube} → {name}")


def _combined(selects: dict[str, str], names: Iterable[str]) -> str:
    """The facts side by side, a NULL key beside a NULL key."""
    if len(selects) == 1:
        return f"({next(iter(selects.values()))}) AS a"
    listed = list(names)
    every = " UNION ".join(f"SELECT {', '.join(listed)} FROM ({sql}) AS {cube}" for cube, sql in selects.items())
    text = f"({every}) AS a" if listed else "(SELECT) AS a"
    for cube, sql in selects.items():
        same = " AND ".join(f"{cube}.{name} IS NOT DISTINCT FROM a.{name}" for name in listed) or "TRUE"
        text += f" LEFT JOIN ({sql}) AS {cube} ON {same}"
    return text


def _shown(one: Aggregate | Ratio, parts: dict[Aggregate, str]) -> str:
    if isinstance(one, Ratio):
        return f"round({_shown(one.over, parts)}::numeric / NULLIF({_shown(one.under, parts)}, 0), {one.decimals})"
    return f"COALESCE({parts[one]}, 0)" if one.sql.startswith("count(") else parts[one]  # none were counted
