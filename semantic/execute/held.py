"""What the tables of the cubes that keep their loads hold, read once when they are opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlglot import exp

from semantic import lower
from semantic.errors import DefinitionError, Problem
from semantic.execute.loads import Held
from semantic.lower import Parameters
from semantic.model.model import Cube, Model, Scalar
from semantic.plan.nodes import Core, Scan
from semantic.relation import TableName, Writing, all_of, from_source

Run = Callable[[str], list[tuple[Any, ...]]]


def held_of(model: Model, table_name: TableName, run: Run) -> dict[str, Held]:
    """By cube. Raises DefinitionError (D638) where one load brings two rows of a key, or a row has no load or key."""
    kept = [cube for cube in model.cubes.values() if cube.loaded_at is not None]
    found, problems = dict[str, Held](), list[Problem]()
    for cube in kept:
        rows, versions, keys, loads, withdrawn = run(_statement(model, cube, table_name))[0]
        if versions < rows:
            message = f"A row of '{cube.name}' has no load or no primary key, or one load brings two rows of a key."
            problems.append(Problem("D638", message, "A load brings one row at most of each key.", at=cube.at))
        found[cube.name] = Held(frozenset(loads or ()), keys < rows or bool(withdrawn))
    if problems:
        raise DefinitionError(*problems)
    return found


def _statement(model: Model, cube: Cube, table_name: TableName) -> str:
    """Rows, different keys in a load, different keys, the loads, and the number of rows that are withdrawn."""
    assert cube.loaded_at is not None

    def own(scalar: Scalar) -> exp.Expr:
        return lower.scalar(scalar, cube.name, ())

    load = cube.dimensions[cube.loaded_at.load].expression
    key = [one.expression for one in cube.primary_key]
    withdrawn = cube.dimensions[cube.loaded_at.withdrawn].expression if cube.loaded_at.withdrawn else None
    known = all_of([exp.Is(this=own(one), expression=exp.Not(this=exp.Null())) for one in (*key, load)])
    columns = [
        exp.Count(this=exp.Star()),
        exp.Filter(this=_different([own(one) for one in (*key, load)]), expression=exp.Where(this=known)),
        _different([own(one) for one in key]),
        exp.ArrayAgg(this=exp.Distinct(expressions=[own(load)])),
        exp.CountIf(this=own(withdrawn)) if withdrawn else exp.Literal.number(0),
    ]
    return from_source(Scan(cube.name, cube.name), columns, _writing(model, table_name)).sql("duckdb")


def _different(values: list[exp.Expr]) -> exp.Expr:
    return exp.Count(this=exp.Distinct(expressions=[exp.Tuple(expressions=values)]))


def _writing(model: Model, table_name: TableName) -> Writing:
    def nothing_computed(core: Core, writing: Writing) -> exp.Select:
        raise AssertionError("a table is read as it is")

    return Writing(model, table_name, Parameters(), nothing_computed)
