"""The rows that a fact reads: its scan, the joins that its terms need, the filter."""

from __future__ import annotations

from collections.abc import Iterable

from semantic.access.decide import Decision
from semantic.model.graph import Path, end_of
from semantic.model.model import Model, Scalar
from semantic.plan.nodes import Aggregated, Filter, Join, Key, Scan, Source, Term
from semantic.plan.reach import Reached
from semantic.plan.stand import Standing
from semantic.predicate import Compare, In, IsNull, Match, Predicate, Test, all_tests, map_tests, tests
from semantic.query import DimensionField


def alias(root: str, path: Path) -> str:
    """The name of the rows at the end of the path: `ydelse`, `ydelse__handlekommune`."""
    return "__".join((root, *path)).replace("<", "").replace(".", "_")


def term(reached: Reached, field: DimensionField, timezone: str) -> Term:
    """The dimension as a value of the fact's rows, cut to the asked granularity."""
    dimension = reached.dimension
    return Term(dimension.expression, reached.path, dimension.data_type, dimension.zoned, field.granularity, timezone)


def keys_of(standing: Standing, timezone: str) -> tuple[Key, ...]:
    return tuple(
        Key(column_name(field.name), term(standing.reached[field.name], field, timezone)) for field in standing.fields
    )


def column_name(member: str) -> str:
    """`view.member.month` as a column: `view__member__month`."""
    return member.replace(".", "__")


def filtered(
    model: Model, decision: Decision, standing: Standing, keys: tuple[Key, ...], more: Iterable[Path]
) -> Filter:
    """The fact's rows with every join that keys, tests and `more` need."""
    where = all_tests(*(map_tests(part, lambda test: _placed(test, standing)) for part in standing.where))
    conditions = tuple(Term(segment.segment.condition, path, "boolean") for segment, path in standing.segments)
    paths = {full for key in keys for full in _paths(key.term)} | set(more)
    paths |= {full for condition in conditions for full in _paths(condition)}
    for part in standing.where:
        for test in tests(part):
            paths |= _paths(_raw(standing, test.leaf))
    return Filter(joined(model, decision, standing.entry.cube, paths), where, conditions)


def _raw(standing: Standing, field: DimensionField) -> Term:
    """The dimension's own column, uncut: what a test compares."""
    reached = standing.reached[field.name]
    return Term(reached.dimension.expression, reached.path, reached.dimension.data_type)


def _placed(test: Test[DimensionField], standing: Standing) -> Predicate[Test[Term]]:
    leaf = _raw(standing, test.leaf)
    if isinstance(test, Compare):
        return Compare(leaf, test.operator, test.value)
    if isinstance(test, In):
        return In(leaf, test.values)
    if isinstance(test, Match):
        return Match(leaf, test.kind, test.text)
    return IsNull(leaf)


def _paths(one: Term) -> set[Path]:
    return {(*one.path, *path) for path in one.scalar.paths} | ({one.path} if one.path else set())


def operand_paths(columns: Iterable[Aggregated]) -> set[Path]:
    """The paths that the aggregates' own columns need."""
    scalars: list[Scalar | None] = []
    for column in columns:
        scalars += [column.aggregation.operand, column.aggregation.condition]
    return {path for scalar in scalars if scalar is not None for path in scalar.paths}


def joined(model: Model, decision: Decision, root: str, paths: Iterable[Path]) -> Source:
    """The root's scan joined to every cube on the paths, nearest first."""
    source: Source = Scan(root, alias(root, ()), decision.rows_of(root))
    needed = {path[:length] for path in paths for length in range(1, len(path) + 1)}
    for path in sorted(needed, key=lambda path: (len(path), path)):
        source = _join(model, decision, root, path, source)
    return source


def _join(model: Model, decision: Decision, root: str, path: Path, source: Source) -> Join:
    cube = end_of(model.graph, root, path[:-1])
    edge = model.graph[cube][path[-1]]
    backwards = edge.step.startswith("<")
    owner, name = edge.step[1:].split(".", 1) if backwards else (cube, edge.step)
    join = model.cubes[owner].joins[name]
    scan = Scan(edge.target, alias(root, path), decision.rows_of(edge.target))
    return Join(source, scan, path, name, join.on, backwards, edge.to_many)
