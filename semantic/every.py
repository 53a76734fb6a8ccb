"""Every member of a key → rows beside what occurs: the members of its own cube, or the periods of a range."""

from __future__ import annotations

from datetime import datetime

from sqlglot import exp

from semantic import lower
from semantic.fact import aggregated
from semantic.model.expression import cast
from semantic.model.grain import Grain
from semantic.plan.every import MAX_PERIODS, TOO_MANY
from semantic.plan.nodes import Begun, Combine, Listed, Members, Periods, flag
from semantic.relation import Writing, group_by, named, select_of, set_where, table_alias

ANSWERED, OWN, BOUNDS = ".answered", ".own", ".bounds"  # no cube or table has such a name


def with_every(core: Combine, names: list[str], answered: exp.Select, writing: Writing) -> exp.Select:
    """What occurs, and below it each combination of its other keys with every listed member."""
    occurs = select_of([exp.column(name) for name in (*core.keys, *names)], _table(ANSWERED))
    combinations = _combinations(core, writing)
    combinations.set("expressions", [*combinations.expressions, *(named(exp.Null(), name) for name in names)])
    union = exp.Union(this=occurs, expression=combinations, distinct=False)
    columns = [lower.column("facts", key) for key in core.keys]
    columns += [counted(exp.Max(this=lower.column("facts", name)), name, core) for name in names]
    select = select_of(columns, exp.Subquery(this=union, alias=table_alias("facts")))
    group_by(select, len(core.keys))
    once = exp.CTE(this=answered, alias=table_alias(ANSWERED), materialized=True)
    select.set("with_", exp.With(expressions=[once]))
    return select


def counted(value: exp.Expr, name: str, core: Combine) -> exp.Expr:
    """The column under its name; a count of nothing is 0, and has no value where nothing could be counted yet."""
    if name in core.counts:
        value = exp.Coalesce(this=value, expressions=[exp.Literal.number(0)])
    for begun in (one for one in core.begun if name in one.columns):
        value = exp.Case(ifs=[exp.If(this=_has_begun(core, begun), true=value)])
    return named(value, name)


def _has_begun(core: Combine, begun: Begun) -> exp.Expr:
    """Whether the row's period has begun; a subtotal over the periods says so by its own value."""
    has_begun = exp.LTE(this=lower.column("facts", begun.key), expression=lower.moment(begun.last))
    if flag(begun.key) not in core.keys:
        return has_begun
    is_left_out = exp.EQ(this=lower.column("facts", flag(begun.key)), expression=exp.Literal.number(1))
    return exp.Or(this=has_begun, expression=is_left_out)


def _table(name: str) -> exp.Table:
    return exp.Table(this=lower.identifier(name))


def _combinations(core: Combine, writing: Writing) -> exp.Select:
    listed = {one.key: one for one in core.listed}
    others = [key for key in core.keys if key not in listed]
    tables = {key: _listed(one, writing) for key, one in listed.items()}
    home = {key: key for key in listed} | dict.fromkeys(others, "others")
    if others:
        occurring = select_of([exp.column(key) for key in others], _table(ANSWERED))
        occurring.set("distinct", exp.Distinct())
        tables = {"others": occurring, **tables}
    first, *more = (exp.Subquery(this=rows, alias=table_alias(name)) for name, rows in tables.items())
    select = select_of([lower.column(home[key], key) for key in core.keys], first)
    select.set("joins", [exp.Join(this=table, kind="CROSS") for table in more])
    return select


def _listed(one: Listed, writing: Writing) -> exp.Select:
    return _members(one, writing) if isinstance(one, Members) else _periods(one, writing)


def _members(one: Members, writing: Writing) -> exp.Select:
    """The cube's rows beside TRUE, a row of NULLs beside FALSE, and of both those that pass the tests."""
    select = aggregated(one.rows, writing)
    sides = [select_of([named(side, "own")], exp.Subquery()) for side in (exp.true(), exp.false())]
    for side in sides:
        side.set("from_", None)
    both = exp.Subquery(this=exp.Union(this=sides[0], expression=sides[1], distinct=False), alias=table_alias(OWN))
    own = exp.Join(this=select.args["from_"].this, side="LEFT", on=lower.column(OWN, "own"))
    select.set("from_", exp.From(this=both))
    select.set("joins", [own, *(select.args.get("joins") or [])])
    return select


def _periods(one: Periods, writing: Writing) -> exp.Select:
    """The start of each period, those left out that the clock skips from their beginning to their end."""
    length = _length(one.grain)
    series = exp.Anonymous(this="generate_series", expressions=[*_ends(one), length])
    periods = select_of(
        [named(exp.Anonymous(this="unnest", expressions=[series]), "period")],
        exp.Subquery(this=_bounds(one, writing), alias=table_alias(BOUNDS)),
    )
    start = lower.column("periods", "period")
    value = cast(start, "DATE") if one.grain.is_of_days else start.copy()
    select = select_of([named(value, one.key)], exp.Subquery(this=periods, alias=table_alias("periods")))
    if one.zone is not None:
        zone = exp.Literal.string(one.zone)
        there = exp.AtTimeZone(this=exp.AtTimeZone(this=start.copy(), zone=zone), zone=zone.copy())
        set_where(select, exp.LT(this=there, expression=exp.Add(this=start.copy(), expression=length.copy())))
    return select


def _length(grain: Grain) -> exp.Interval:
    return lower.months(grain.length.months) if grain.length.months else lower.seconds(grain.length.seconds)


def _ends(one: Periods) -> list[exp.Expr]:
    """The first and the last period; so many between them that they are not listed are an error, told as ours."""
    first, last = lower.column(BOUNDS, "first"), lower.column(BOUNDS, "last")
    if one.first is not None and one.last is not None:
        return [first, last]
    unit, each = ("month", one.grain.length.months) if one.grain.length.months else ("second", one.grain.length.seconds)
    between = exp.Anonymous(this="date_diff", expressions=[exp.Literal.string(unit), first.copy(), last.copy()])
    too_many = exp.GT(this=between, expression=exp.Literal.number(each * (MAX_PERIODS - 1)))
    refused = cast(exp.Anonymous(this="error", expressions=[exp.Literal.string(TOO_MANY.message)]), "TIMESTAMP")
    return [first, exp.Case(ifs=[exp.If(this=too_many, true=refused)], default=last)]


def _bounds(one: Periods, writing: Writing) -> exp.Select:
    """The given bounds; for those that are not given the least and the greatest period that occurs."""
    key = exp.column(one.key)
    known = exp.Anonymous(this="isfinite", expressions=[key])

    def bound(given: datetime | None, end: exp.Expr, name: str) -> exp.Expr:
        occurring = exp.Filter(this=end, expression=exp.Where(this=known.copy()))
        return named(cast(occurring if given is None else writing.parameters.add(given), "TIMESTAMP"), name)

    ends = [bound(one.first, exp.Min(this=key.copy()), "first"), bound(one.last, exp.Max(this=key.copy()), "last")]
    select = select_of(ends, _table(ANSWERED))
    if one.first is not None and one.last is not None:
        select.set("from_", None)
    return select
