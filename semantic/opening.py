"""Statements that are asked of the data when it is opened, before any question: types, keys and shares."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlglot import exp

from semantic import lower
from semantic.generate import written_out
from semantic.model.expression import cast, hole
from semantic.model.model import Cube, Join, Model, Scalar
from semantic.plan.nodes import Source
from semantic.relation import TableName, all_of, from_source, group_by, named, select_of, set_where, table_alias


def describe(model: Model, cube: Cube, scalars: list[Scalar], rows: Source, table_name: TableName) -> str:
    """A statement whose columns are the scalars over the cube's rows: asked for its types, never run."""
    return _listed(model, cube, scalars, rows, table_name).sql("duckdb")


def count_keys(model: Model, cube: Cube, scalars: list[Scalar], rows: Source, table_name: TableName) -> str:
    """One row: all rows, those where no scalar is NULL, and how many different values these have."""
    listed = exp.Subquery(this=_listed(model, cube, scalars, rows, table_name), alias=table_alias("keys"))
    columns = [exp.column(f"c{index}") for index in range(len(scalars))]
    known = all_of([exp.Is(this=one, expression=exp.Not(this=exp.Null())) for one in columns])
    complete = exp.Filter(this=exp.Count(this=exp.Star()), expression=exp.Where(this=known))
    several = exp.Count(this=exp.Distinct(expressions=[exp.Tuple(expressions=[one.copy() for one in columns])]))
    distinct = exp.Filter(this=several, expression=exp.Where(this=known.copy() if known else None))
    return select_of([exp.Count(this=exp.Star()), complete, distinct], listed).sql("duckdb")


def different_values(model: Model, cube: Cube, scalar: Scalar, rows: Source, table_name: TableName) -> str:
    """One column: the different values of the scalar over the cube's rows, in no order."""
    return _listed(model, cube, [scalar], rows, table_name).distinct().sql("duckdb")


def count_rows(model: Model, rows: Source, table_name: TableName) -> str:
    """One number: how many rows the joined source has."""
    return from_source(rows, [exp.Count(this=exp.Star())], written_out(model, table_name)).sql("duckdb")


def any_row(model: Model, rows: Source, table_name: TableName) -> str:
    """One row where the joined source has any. The rest is not read: there may be no end of it."""
    return from_source(rows, [exp.Literal.number(1)], written_out(model, table_name)).limit(1).sql("duckdb")


def sum_shares(model: Model, join: Join, day: date | None, rows: Source, table_name: TableName) -> str:
    """For each key of the rows that others are divided among: the key as text, the sum of the shares and the least.

    Of rows that hold for a time those are meant that hold on the day; keys that begin later are left out.
    """
    target = model.cubes[join.target]
    assert join.share is not None
    far = [Scalar(hole(0), (replace(one, path=()),)) for one in join.on.columns if one.path]
    keys = [lower.scalar(one, target.name, ()) for one in far]
    key = cast(exp.Anonymous(this="concat_ws", expressions=[exp.Literal.string(" "), *keys]), "VARCHAR")
    share = lower.scalar(target.dimensions[join.share.dimension].expression, target.name, ())
    least = exp.Coalesce(this=share.copy(), expressions=[exp.Literal.number(0)])  # one that is not known is none
    begun, still = _held(target, day) if day is not None else (None, None)
    values: list[exp.Expr] = [exp.Sum(this=share), exp.Min(this=least)]
    if still is not None:
        values = [exp.Filter(this=one, expression=exp.Where(this=still.copy())) for one in values]
    select = from_source(rows, [key, *values], written_out(model, table_name))
    known = [exp.Is(this=one.copy(), expression=exp.Not(this=exp.Null())) for one in keys]
    set_where(select, all_of([*known, *([begun] if begun is not None else [])]))
    group_by(select, 1)
    return select.sql("duckdb")


def _held(cube: Cube, day: date) -> tuple[exp.Expr, exp.Expr]:
    """Whether a row has begun by the day, and whether one that has still holds."""
    assert cube.valid_time is not None
    begins, ends = (_day(cube, name) for name in (cube.valid_time.begins, cube.valid_time.ends))
    told = cast(exp.Literal.string(day.isoformat()), "DATE")
    later = exp.GT(this=ends, expression=told)
    still = exp.Or(this=exp.Is(this=ends.copy(), expression=exp.Null()), expression=later)
    return exp.LTE(this=begins, expression=told.copy()), still


def _day(cube: Cube, name: str) -> exp.Expr:
    return cast(lower.scalar(cube.dimensions[name].expression, cube.name, ()), "DATE")


def change_days(model: Model, cube: Cube, rows: Source, table_name: TableName) -> str:
    """The days on which rows begin to hold or cease to, a pair for each two."""
    assert cube.valid_time is not None
    days = [named(_day(cube, name), name) for name in (cube.valid_time.begins, cube.valid_time.ends)]
    select = from_source(rows, days, written_out(model, table_name))
    select.set("distinct", exp.Distinct())
    return select.sql("duckdb")


def _listed(model: Model, cube: Cube, scalars: list[Scalar], rows: Source, table_name: TableName) -> exp.Select:
    columns = [named(lower.scalar(one, cube.name, ()), f"c{index}") for index, one in enumerate(scalars)]
    return from_source(rows, columns, written_out(model, table_name))
