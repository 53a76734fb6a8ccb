"""The top's members → a table of them, and what a fact's rows are by it."""

from __future__ import annotations

from sqlglot import exp

from semantic import lower
from semantic.plan.finish import Chosen
from semantic.plan.nodes import Cut, Key
from semantic.relation import named, select_of, table_alias

TOP, MET = ".top", "met"  # no cube or table has such a name


def top_rows(chosen: Chosen, core: exp.Select, order: list[exp.Expr]) -> exp.With:
    """The chosen members before a statement, computed once for all that is cut by them."""
    columns = [exp.column(chosen.key), named(exp.true(), MET)]
    rows = select_of(columns, exp.Subquery(this=core, alias=table_alias("core")))
    rows.set("order", exp.Order(expressions=order))
    rows.set("limit", exp.Limit(expression=exp.Literal.number(chosen.count)))
    return exp.With(expressions=[exp.CTE(this=rows, alias=table_alias(TOP), materialized=True)])


def key_value(key: Key, root: str) -> exp.Expr:
    """The key's value, or that part of a cut key which it is."""
    if key.part == "rest":
        return exp.Is(this=lower.column(TOP, MET), expression=exp.Null())
    value = lower.term(key.term, root)
    if key.part == "whole":
        return value
    return exp.Case(ifs=[exp.If(this=lower.column(TOP, MET), true=value)])


def join_top(select: exp.Select, cut: Cut | None, root: str) -> None:
    """Beside each row the member of the top that it is of, a NULL member like any other."""
    if cut is None:
        return
    same = exp.NullSafeEQ(this=lower.column(TOP, cut.key), expression=lower.term(cut.term, root))
    join = exp.Join(this=exp.Table(this=lower.identifier(TOP)), side="LEFT", on=same)
    select.set("joins", [*(select.args.get("joins") or []), join])


def only_top(cut: Cut | None) -> list[exp.Expr]:
    """The test that leaves the rest out, where it is not asked for."""
    return [] if cut is None or cut.rest else [lower.column(TOP, MET)]
