"""The tables that a model reads, guessed where there is no database to look in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlglot import exp

from semantic.model.graph import beside, end_of
from semantic.model.model import Aggregation, Dimension, Measure, Model, Scalar, Table

Tables = dict[tuple[str, str], dict[str, str]]  # (schema, table) → column → type

OF_KIND = {"string": "VARCHAR", "number": "BIGINT", "boolean": "BOOLEAN", "time": "DATE"}
SUMMED = "DECIMAL(18, 2)"
OTHERWISE = "VARCHAR"


def inferred_tables(model: Model, given: Mapping[str, Sequence[Mapping[str, Any]]]) -> Tables:
    """Given values say a column's type; else its use in the model does, a dimension's before a measure's."""
    tables: Tables = {}
    for name, rows in given.items():
        schema, _, table = name.rpartition(".")
        columns = tables.setdefault((schema or "main", table), {})
        for column in dict.fromkeys(column for row in rows for column in row):
            values = [row[column] for row in rows if row.get(column) is not None]
            if values:
                columns[column] = type_of(values)
    for cube, scalar, kind in sorted(_uses(model), key=lambda use: use[2] == OTHERWISE):
        for ref in (one for one in scalar.columns if beside(one.path) is None):
            relation = model.cubes[end_of(model.graph, cube, ref.path)].relation
            if isinstance(relation, Table):
                parts = ("main", *relation.parts)[-2:]
                tables.setdefault((parts[0], parts[1]), {}).setdefault(ref.name, kind)
    return tables


def type_of(values: Sequence[Any]) -> str:
    """The narrowest type that holds every value exactly."""
    for kinds, name in (((bool,), "BOOLEAN"), ((datetime,), "TIMESTAMP"), ((date,), "DATE")):
        if all(isinstance(value, kinds) for value in values):
            return name
    if all(isinstance(value, int) and not isinstance(value, bool) for value in values):
        return "BIGINT"
    if all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values):
        scale = max(-int(Decimal(repr(value)).as_tuple().exponent) for value in values)
        return f"DECIMAL(38, {max(scale, 0)})"
    return OTHERWISE


def _uses(model: Model) -> Iterator[tuple[str, Scalar, str]]:
    """(cube, expression, the type that its columns may have)."""
    for cube in model.cubes.values():
        for member in cube.dimensions.values():
            yield cube.name, member.expression, _of_dimension(member)
        for measure in cube.measures.values():
            yield from ((cube.name, scalar, kind) for scalar, kind in _of_measure(measure))
            yield from _looked_for(measure)
        yield from ((cube.name, segment.condition, OTHERWISE) for segment in cube.segments.values())
        yield from ((cube.name, join.on, OTHERWISE) for join in cube.joins.values())


def _of_dimension(member: Dimension) -> str:
    return OF_KIND[member.kind] if isinstance(member.expression.node, exp.Placeholder) else OTHERWISE


def _looked_for(measure: Measure) -> Iterator[tuple[str, Scalar, str]]:
    followed = measure.body.follow_up if isinstance(measure.body, Aggregation) else None
    if followed is not None and followed.where is not None:
        yield followed.cube, followed.where, OTHERWISE


def _of_measure(measure: Measure) -> Iterator[tuple[Scalar, str]]:
    for part in (measure.body,) if isinstance(measure.body, Aggregation) else measure.body.parts:
        if isinstance(part, Aggregation):
            if part.operand is not None:
                yield part.operand, OTHERWISE if part.kind == "count_distinct" else SUMMED
            if part.condition is not None:
                yield part.condition, OTHERWISE
