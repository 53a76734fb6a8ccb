"""What is known of a group's members → its SELECT: their mean, median or number, or the place of each."""

from __future__ import annotations

from sqlglot import exp

from semantic import lower, rounding
from semantic.plan.calculate import MEAN_SCALE
from semantic.plan.nodes import GroupMean
from semantic.relation import Writing, all_of, group_by, named, select_of, set_where, table_alias

PLACES = ("lowest_first", "highest_first")


def over_members(fact: GroupMean, writing: Writing) -> exp.Select:
    """The mean of the members' own values: their exact sum and their number, or what else is asked of them."""
    known = all_of([_is_known(exp.column(key)) for key in fact.members])
    rows = exp.Subquery(this=writing.core(fact.input, writing), alias=table_alias("members"))
    keys: list[exp.Expr] = [exp.column(key) for key in fact.keys]
    if fact.kind in PLACES:
        return _places(fact, keys, known, rows)
    select = select_of([*keys, *_columns(fact, known)], rows)
    group_by(select, len(keys))
    return select


def columns_over_members(fact: GroupMean) -> list[str]:
    total, number = f"{fact.name}__total", f"{fact.name}__number"
    return [total, number] if fact.kind == "unweighted_mean" else [total]


def _columns(fact: GroupMean, known: exp.Expr | None) -> list[exp.Expr]:
    value = rounding.cut(fact.calculation, MEAN_SCALE)
    calls = {"sum": exp.Sum, "min": exp.Min, "max": exp.Max, "members": exp.Count, "unweighted_mean": exp.Sum}
    if fact.kind == "median":
        calls_median = exp.PercentileCont(this=value, expression=exp.Literal.number("0.5"))
        return [named(_of_known(calls_median, known), f"{fact.name}__total")]
    total = named(_of_known(calls[fact.kind](this=value), known), f"{fact.name}__total")
    if fact.kind != "unweighted_mean":
        return [total]
    return [total, named(_of_known(exp.Count(this=value.copy()), known), f"{fact.name}__number")]


def _places(fact: GroupMean, keys: list[exp.Expr], known: exp.Expr | None, rows: exp.Subquery) -> exp.Select:
    """The rank of each member among those that have a value, equal values sharing a place."""
    value = lower.sortable(fact.calculation)
    within = [exp.column(key) for key in fact.keys if key not in fact.members]
    ordered = exp.Ordered(this=value, desc=fact.kind == "highest_first", nulls_first=False)
    order = exp.Order(expressions=[ordered])
    rank = exp.Window(this=exp.Anonymous(this="rank"), partition_by=within, order=order)
    select = select_of([*keys, named(rank, f"{fact.name}__total")], rows)
    set_where(select, all_of([*([known] if known else []), _is_known(exp.Paren(this=value.copy()))]))
    return select


def _is_known(node: exp.Expr) -> exp.Expr:
    return exp.Is(this=node, expression=exp.Not(this=exp.Null()))


def _of_known(call: exp.Expr, known: exp.Expr | None) -> exp.Expr:
    """Rows that belong to no member are none."""
    return call if known is None else exp.Filter(this=call, expression=exp.Where(this=known.copy()))
