"""Statements that are asked of the data when it is opened, before any question: types, keys and shares."""

from __future__ import annotations

from sqlglot import exp

from semantic import lower
from semantic.generate import written_out
from semantic.model.expression import cast, hole
from semantic.model.model import Cube, Join, Model, Scalar
from semantic.model.valid_time import near_columns
from semantic.plan.nodes import Join as NodeJoin
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


def count_rows(model: Model, rows: Source, table_name: TableName) -> str:
    """One number: how many rows the joined source has."""
    return from_source(rows, [exp.Count(this=exp.Star())], written_out(model, table_name)).sql("duckdb")


def sum_shares(model: Model, join: Join, rows: Source, table_name: TableName) -> str:
    """For each key of the joining rows: the key as text, how many rows, and the sum of their shares and the least.

    Keys that are not known are left out. Where the joined rows are not among the rows, there are no shares.
    """
    near = [Scalar(hole(0), (one,)) for one in near_columns(model.cubes[join.cube], join)]
    keys = [lower.scalar(one, join.cube, ()) for one in near]
    key = cast(exp.Anonymous(this="concat_ws", expressions=[exp.Literal.string(" "), *keys]), "VARCHAR")
    share: exp.Expr = exp.Null()
    if isinstance(rows, NodeJoin) and join.share is not None:
        told = model.dimension(join.target, join.share.dimension).expression
        share = lower.scalar(told, join.cube, (join.name,))
    least = exp.Coalesce(this=share.copy(), expressions=[exp.Literal.number(0)])  # one that is not known is none
    columns: list[exp.Expr] = [key, exp.Count(this=exp.Star()), exp.Sum(this=share), exp.Min(this=least)]
    select = from_source(rows, columns, written_out(model, table_name))
    set_where(select, all_of([exp.Is(this=one.copy(), expression=exp.Not(this=exp.Null())) for one in keys]))
    group_by(select, 1)
    return select.sql("duckdb")


def _listed(model: Model, cube: Cube, scalars: list[Scalar], rows: Source, table_name: TableName) -> exp.Select:
    columns = [named(lower.scalar(one, cube.name, ()), f"c{index}") for index, one in enumerate(scalars)]
    return from_source(rows, columns, written_out(model, table_name))
