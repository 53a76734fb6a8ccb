"""Plan → Statement: one SELECT of sqlglot nodes and numbered parameters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect

from semantic import lower, rounding
from semantic.every import counted, with_every
from semantic.fact import aggregated, detailed
from semantic.guard import guard
from semantic.lower import Parameters
from semantic.model.expression import cast
from semantic.model.model import Model
from semantic.over_members import columns_over_members, over_members
from semantic.plan.calculation import MeasureOutput, Place
from semantic.plan.finish import FlagOutput, KeyOutput, Output, Plan, RestOutput, SortKey, StampOutput, StatusOutput
from semantic.plan.nodes import (
    Aggregate,
    Combine,
    Core,
    Crossed,
    Detail,
    Fact,
    GroupMean,
    Key,
    Levels,
    Ranked,
    Sweep,
    flag,
    rest_flag,
)
from semantic.predicate import Value
from semantic.relation import (
    TableName,
    Writing,
    WrittenOut,
    all_of,
    any_of,
    group_by,
    named,
    select_of,
    set_where,
    table_alias,
)
from semantic.result import Column
from semantic.sweep import swept
from semantic.top import top_rows

CELLS = "cells_shown"
DUCKDB = Dialect.get_or_raise("duckdb")  # made once: making one costs as much as a short statement


@dataclass(frozen=True)
class Statement:
    """SQL with `$1`, `$2`… for the parameters; `total` counts the rows without limit and offset, where asked for.

    Where there are `cells`, the SQL is over what is shown of these, as the table `CELLS`.
    """

    sql: str
    parameters: tuple[Value, ...]
    columns: tuple[Column, ...]
    total: str | None = None
    cells: Statement | None = None


def generate(plan: Plan, model: Model, table_name: TableName, dialect: Dialect = DUCKDB) -> Statement:
    """The statement that computes the plan, its columns in the plan's order; one for the cells first, where small ones
    are to be hidden."""
    writing = Writing(model, table_name, Parameters(), _core)
    cells = None
    if plan.protections:
        computed = cells_of(plan.core)
        select = _core(computed, writing)
        guard(select)
        cells = Statement(select.sql(dialect), writing.parameters.values, ())
        writing = Writing(model, table_name, Parameters(), _core, computed)
    rows = _finish(plan, writing)
    counted = _count(plan, writing) if plan.total else None
    for statement in filter(None, (rows, counted)):
        guard(statement)
    own = dialect is not DUCKDB  # what is written for another dialect may be changed on the way
    total = None if counted is None else counted.sql(dialect, copy=own)
    columns = tuple(output.column for output in plan.outputs)
    return Statement(rows.sql(dialect, copy=own), writing.parameters.values, columns, total, cells)


def _finish(plan: Plan, writing: Writing) -> exp.Select:
    """Derived measures, having, order and limit over the core's cells."""
    core = exp.Subquery(this=_core(plan.core, writing), alias=table_alias("core"))
    select = select_of([named(_output(output, plan.exact), output.column.name) for output in plan.outputs], core)
    set_where(select, _having(plan, writing))
    if plan.order:
        ordered = [part for key in plan.order for part in _ordered(key, _last(key.output, plan))]
        select.set("order", exp.Order(expressions=ordered))
    if plan.limit is not None:
        select.set("limit", exp.Limit(expression=exp.Literal.number(plan.limit)))
    if plan.offset:
        select.set("offset", exp.Offset(expression=exp.Literal.number(plan.offset)))
    _set_top(select, plan, writing)
    return select


def _set_top(select: exp.Select, plan: Plan, writing: Writing) -> None:
    if plan.chosen is not None:
        order = [part for key in plan.chosen.order for part in _ordered(key, None)]
        select.set("with_", top_rows(plan.chosen, _core(plan.chosen.core, writing), order))


def _count(plan: Plan, writing: Writing) -> exp.Select:
    core = exp.Subquery(this=_core(plan.core, writing), alias=table_alias("core"))
    select = select_of([exp.Count(this=exp.Star())], core)
    set_where(select, _having(plan, writing))
    _set_top(select, plan, writing)
    return select


def _having(plan: Plan, writing: Writing) -> exp.Expr | None:
    return lower.tests_of_cells(plan.having, writing.parameters)


def _output(output: Output, exact: bool = False) -> exp.Expr:
    if isinstance(output, KeyOutput):
        return exp.column(output.key)
    if isinstance(output, MeasureOutput) and exact:
        return rounding.exact(output.calculation, output.column.type)
    if isinstance(output, MeasureOutput):
        return rounding.rounded(output.calculation, output.column.decimals, output.column.type)
    if isinstance(output, StatusOutput):
        return lower.status(output.calculation, output.hidden, output.unmarked)
    if isinstance(output, FlagOutput):
        return cast(exp.column(flag(output.key)), "BOOLEAN")
    if isinstance(output, RestOutput):
        return exp.column(rest_flag(output.key))
    return _stamp(output)


def _stamp(output: StampOutput) -> exp.Expr:
    if isinstance(output.value, date):
        return cast(exp.Literal.string(output.value.isoformat()), "DATE")
    if isinstance(output.value, int):
        return cast(exp.Literal.number(output.value), "INTEGER")
    return exp.Literal.string(str(output.value))


def _last(output: Output, plan: Plan) -> str | None:
    """The flag of those rows that come behind a key's members in both directions: subtotals, or the rest."""
    if not isinstance(output, KeyOutput):
        return None
    if any(isinstance(other, RestOutput) and other.key == output.key for other in plan.outputs):
        return rest_flag(output.key)
    return flag(output.key) if plan.subtotals else None


def _ordered(key: SortKey, last: str | None) -> list[exp.Expr]:
    """Unrounded measures, declared text orders, NULLs last unless told, and flagged rows behind even those."""
    output, descending = key.output, key.descending
    if isinstance(output, MeasureOutput):
        values = [lower.sortable(output.calculation)]
    elif isinstance(output, KeyOutput) and output.value_order:
        values = [_position(output), exp.column(output.key)]
    else:
        values = [_output(output)]
    first = key.nulls_first
    ordered: list[exp.Expr] = [exp.Ordered(this=value, desc=descending, nulls_first=first) for value in values]
    if last is not None:
        ordered.insert(0, exp.Ordered(this=exp.column(last), desc=first, nulls_first=False))
    return ordered


def _position(output: KeyOutput) -> exp.Expr:
    ifs = [
        exp.If(this=exp.Literal.string(value), true=exp.Literal.number(index))
        for index, value in enumerate(output.value_order)
    ]
    return exp.Case(this=exp.column(output.key), ifs=ifs)


def cells_of(core: Core) -> Core:
    """What is read from the warehouse: ranks and choices are made of it."""
    while isinstance(core, (Ranked, Crossed)):
        core = core.input
    return core


def _core(core: Core, writing: Writing) -> exp.Select:
    if core is writing.computed:
        return select_of([exp.Star()], exp.Table(this=lower.identifier(CELLS)))
    if isinstance(core, Ranked):
        return _ranked(core, writing)
    if isinstance(core, Crossed):
        return _crossed(core, writing)
    if isinstance(core, Combine):
        return _combine(core, writing)
    return detailed(core, writing) if isinstance(core, Detail) else _fact(core, writing)


def _crossed(core: Crossed, writing: Writing) -> exp.Select:
    """The cells beside each value of each switch."""
    cells = exp.Subquery(this=_core(core.input, writing), alias=table_alias("cells"))
    select = select_of([exp.Star()], cells)
    if not all(values for _, values in core.keys):
        nothing = [named(lower.text(None), key) for key, _ in core.keys]
        select.set("expressions", [exp.Star(), *nothing])
        set_where(select, exp.false())
        return select
    joins: list[exp.Expr] = []
    for key, values in core.keys:
        rows = exp.Values(
            expressions=[exp.Tuple(expressions=[lower.text(value)]) for value in values],
            alias=table_alias(f"{key}__of"),
        )
        rows.args["alias"].set("columns", [lower.identifier(key)])
        joins.append(exp.Join(this=rows, kind="CROSS"))
    select.set("joins", joins)
    return select


def _ranked(core: Ranked, writing: Writing) -> exp.Select:
    """The cells with a column for each place: the windows are over all of them, before any is left out."""
    places = [named(_place(place, core), place.name) for place in core.places]
    return select_of([exp.Star(), *places], exp.Subquery(this=_core(core.input, writing), alias=table_alias("cells")))


def _place(place: Place, core: Ranked) -> exp.Expr:
    """The rank of the value among the values that are known."""
    value = lower.sortable(place.value)
    flags = [flag(key) for key in core.keys] if core.flagged else []
    known = exp.Is(this=exp.Paren(this=value.copy()), expression=exp.Not(this=exp.Null()))
    within = [exp.column(key) for key in (*core.keys, *flags) if key not in place.over]
    order = exp.Order(expressions=[exp.Ordered(this=value, desc=place.descending, nulls_first=False)])
    rank = exp.Window(this=exp.Anonymous(this="rank"), partition_by=within, order=order)
    if not core.flagged:
        return exp.Case(ifs=[exp.If(this=known, true=rank)])
    kept = [exp.EQ(this=exp.column(flag(key)), expression=exp.Literal.number(0)) for key in place.over]
    any_kept = exp.Paren(this=any_of(kept))
    return exp.Case(ifs=[exp.If(this=exp.And(this=known, expression=any_kept), true=rank)])


def _fact(fact: Fact, writing: Writing) -> exp.Select:
    if isinstance(fact, Levels):
        return _levels(fact, writing)
    if isinstance(fact, Sweep):
        return swept(fact, writing)
    return aggregated(fact, writing) if isinstance(fact, Aggregate) else over_members(fact, writing)


def _columns_of(fact: Fact) -> list[str]:
    if isinstance(fact, Levels):
        return _columns_of(fact.levels[0])
    if isinstance(fact, (Aggregate, Sweep)):
        return [column.name for column in fact.columns]
    return columns_over_members(fact)


def _keys_of(fact: Fact) -> tuple[str, ...]:
    """The fact's keys, and the flags that are keys too where it has grouping sets."""
    keys = fact.keys if isinstance(fact, GroupMean) else tuple(key.name for key in fact.keys)
    has_sets = isinstance(fact, Levels) or (isinstance(fact, Aggregate) and fact.sets)
    return (*keys, *(flag(key) for key in keys)) if has_sets else keys


def _levels(fact: Levels, writing: Writing) -> exp.Select:
    """Each level's rows below the other's, NULL and flagged in the keys that it leaves out."""
    union: exp.Query | None = None
    anywhere = {name for level in fact.levels for name in _keys_of(level)}
    for level in fact.levels:
        kept = set(_keys_of(level))
        columns = [exp.column(k.name) if k.name in kept else _left_out(k, anywhere) for k in fact.keys]
        columns += [named(exp.Literal.number(int(key.name not in kept)), flag(key.name)) for key in fact.keys]
        columns += [exp.column(name) for name in _columns_of(level)]
        rows = select_of(columns, exp.Subquery(this=_fact(level, writing), alias=table_alias("level")))
        union = rows if union is None else exp.Union(this=union, expression=rows, distinct=False)
    return select_of([exp.Star()], exp.Subquery(this=union, alias=table_alias("levels")))


def _left_out(key: Key, anywhere: set[str]) -> exp.Expr:
    """NULL, of the type that the key has where a level keeps it."""
    return named(exp.Null() if key.name in anywhere else lower.null_of(key.term), key.name)


def _combine(core: Combine, writing: Writing) -> exp.Select:
    """Full facts merged, and beside each of their groups the coarser facts that it belongs to."""
    names = [name for fact in core.inputs for name in _columns_of(fact)]
    merged = _merged(core, names, writing)
    if core.listed:
        merged = with_every(core, names, merged, writing)
    if not core.coarser:
        return merged
    chosen = [lower.column("facts", key) for key in core.keys]
    chosen += [counted(lower.column("facts", name), name, core) for name in names]
    joins: list[exp.Expr] = []
    for fact in core.coarser:
        table = _columns_of(fact)[0]
        chosen += [counted(lower.column(table, name), name, core) for name in _columns_of(fact)]
        joins.append(_beside(fact, table, writing))
    select = select_of(chosen, exp.Subquery(this=merged, alias=table_alias("facts")))
    select.set("joins", joins)
    return select


def _beside(fact: Fact, table: str, writing: Writing) -> exp.Join:
    subquery = exp.Subquery(this=_fact(fact, writing), alias=table_alias(table))
    keys = _keys_of(fact)
    if not keys:
        return exp.Join(this=subquery, kind="CROSS")
    same = [exp.NullSafeEQ(this=lower.column("facts", key), expression=lower.column(table, key)) for key in keys]
    return exp.Join(this=subquery, side="LEFT", on=all_of(same))


def _merged(core: Combine, names: list[str], writing: Writing) -> exp.Select:
    """The facts below one another, then grouped: a null-safe full outer join of any number of facts."""
    if len(core.inputs) == 1:
        return _fact(core.inputs[0], writing)
    union: exp.Query = _padded(core.inputs[0], core.keys, names, writing)
    for fact in core.inputs[1:]:
        union = exp.Union(this=union, expression=_padded(fact, core.keys, names, writing), distinct=False)
    columns = [lower.column("facts", key) for key in core.keys]
    columns += [counted(exp.Max(this=lower.column("facts", name)), name, core) for name in names]
    select = select_of(columns, exp.Subquery(this=union, alias=table_alias("facts")))
    group_by(select, len(core.keys))
    return select


def _padded(fact: Fact, keys: tuple[str, ...], names: list[str], writing: Writing) -> exp.Select:
    """The fact's rows with NULL for the columns of the others."""
    own = set(_columns_of(fact))
    columns: list[exp.Expr] = [exp.column(key) for key in keys]
    columns += [exp.column(name) if name in own else named(exp.Null(), name) for name in names]
    name = (*_columns_of(fact), "listed")[0]
    return select_of(columns, exp.Subquery(this=_fact(fact, writing), alias=table_alias(name)))


def written_out(model: Model, table_name: TableName) -> Writing:
    """For statements before any question: they have no parameters."""
    return Writing(model, table_name, WrittenOut(), _core)
