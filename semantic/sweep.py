"""A fact of spells → its SELECT: the cells of starts and of stops beside each period, summed up to its days.

A spell from the day s until the day t has had f(e) − f(s) days before the day e, less the f(e) − f(t) of those after
it ended. So of all spells the days before e are the sum over starts before e of f(e) − f(s), less that over stops. That
is reckoned from the number of events and the sum of their f. A period has those before its end less those before its
start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from sqlglot import exp

from semantic import lower
from semantic.fact import aggregated
from semantic.model.expression import cast, hole
from semantic.model.grain import GRAINS
from semantic.model.model import ColumnRef, Scalar
from semantic.model.spells import Reckoning
from semantic.plan.days import number_of
from semantic.plan.nodes import PERIODS, Aggregated, Sweep
from semantic.plan.source import alias
from semantic.plan.swept import EVENT, PERSON, Span, Swept
from semantic.plan.term import Term
from semantic.relation import Writing, group_by, named, select_of, set_where, table_alias

CELLS, EVENTS = "cells", "events"
RUNNING = ("active", "within", "so_far")  # stops take away what starts have brought
NO_SPAN = Span(date.min, None, date.min, date.min, known=False)  # stands where there is none, and nothing is beside it


def swept(fact: Sweep, writing: Writing) -> exp.Select:
    periods = alias(fact.cube, (PERIODS,))
    own = [key.name for key in fact.keys if not _is_of_periods(key.term.scalar.columns)]
    keys = [lower.column(CELLS, key) for key in own]
    keys += [named(lower.term(key.term, fact.cube), key.name) for key in fact.keys if key.name not in own]
    columns = [named(_column(one, periods, fact), one.name) for one in fact.columns]
    if not columns and not fact.keys:
        columns = [lower.only_row()]
    cells = exp.Subquery(this=_cells(fact, own, writing), alias=table_alias(CELLS))
    calendar = _calendar(fact, periods)
    if own:
        select = select_of([*keys, *columns], cells)
        select.set("joins", [exp.Join(this=calendar, kind="CROSS")])
    else:  # each period stands also where there is no spell at all
        select = select_of([*keys, *columns], calendar)
        select.set("joins", [exp.Join(this=cells, side="LEFT", on=exp.true())])
    if not fact.spans:
        set_where(select, exp.false())
    group_by(select, len(keys))
    return select


def _is_of_periods(refs: tuple[object, ...]) -> bool:
    return any(getattr(ref, "path", ()) == (PERIODS,) for ref in refs)


def _cells(fact: Sweep, own: list[str], writing: Writing) -> exp.Query:
    """The starts, and below them the stops, which take away what is running."""
    sides = [(one, sign) for one, sign in ((fact.starts, False), (fact.stops, True)) if one is not None]
    union: exp.Query | None = None
    for side, is_stop in sides:
        known = {column.name: column for column in side.columns}
        has_persons = any(key.name == PERSON for key in side.keys)
        columns: list[exp.Expr] = [exp.column(lower.identifier(key)) for key in (*own, EVENT)]
        columns += [exp.column(lower.identifier(PERSON))] if has_persons else []
        columns += [_signed(name, known, one, is_stop) for one in fact.columns for name in _names(one)]
        rows = select_of(columns, exp.Subquery(this=aggregated(side, writing), alias=table_alias("side")))
        union = rows if union is None else exp.Union(this=union, expression=rows, distinct=False)
    assert union is not None
    return _by_period(fact, own, union) if any(one.persons for one in fact.columns) else _by_grain(fact, own, union)


def _by_period(fact: Sweep, own: list[str], events: exp.Query) -> exp.Query:
    """How many persons have an event in each period: those of two periods do not add up."""
    (one,) = fact.columns
    periods = alias(fact.cube, (PERIODS,))
    persons = exp.Count(this=exp.Distinct(expressions=[lower.column(EVENTS, PERSON)]))
    keys = [*(lower.column(EVENTS, key) for key in own), named(lower.column(periods, "begins"), EVENT)]
    select = select_of([*keys, named(persons, one.number)], exp.Subquery(this=events, alias=table_alias(EVENTS)))
    counts = exp.GT(this=lower.column(EVENTS, one.number), expression=exp.Literal.number(0))
    inside = exp.And(this=_inside(EVENTS, periods, fact), expression=counts)
    select.set("joins", [exp.Join(this=_calendar(fact, periods), kind="INNER", on=inside)])
    group_by(select, len(keys))
    return select


def _by_grain(fact: Sweep, own: list[str], events: exp.Query) -> exp.Query:
    """The days' cells put together by the grain: the engine groups many rows faster by a day than by a month."""
    if fact.grain == GRAINS["day"]:
        return events
    day = Term(Scalar(hole(0), (ColumnRef((), EVENT),)), (), "date", "day", fact.grain)
    keys: list[exp.Expr] = [lower.column(EVENTS, key) for key in own]
    keys.append(named(lower.term(day, EVENTS), EVENT))
    sums = [named(exp.Sum(this=lower.column(EVENTS, name)), name) for one in fact.columns for name in _names(one)]
    select = select_of([*keys, *sums], exp.Subquery(this=events, alias=table_alias(EVENTS)))
    group_by(select, len(keys))
    return select


def _names(one: Swept) -> Iterator[str]:
    yield one.number
    if one.spell.what in ("within", "so_far"):
        yield one.reckoned


def _signed(name: str, known: dict[str, Aggregated], one: Swept, is_stop: bool) -> exp.Expr:
    if name not in known:
        return named(exp.Null(), name)
    value: exp.Expr = exp.column(lower.identifier(name))
    return named(exp.Neg(this=value), name) if is_stop and one.spell.what in RUNNING else value


def _column(one: Swept, periods: str, fact: Sweep) -> exp.Expr:
    """The value at the period's end or within it, NULL where nothing is known of it."""
    number = lower.column(CELLS, one.number)
    if one.persons:
        own = exp.EQ(this=lower.column(CELLS, EVENT), expression=lower.column(periods, "begins"))
        value: exp.Expr = _summed(own, number)
    elif one.spell.what == "active":
        value = _summed(_before(periods, "high"), number)
    elif one.spell.what in ("started", "ended", "length"):
        value = _summed(_inside(CELLS, periods, fact), number)
    else:
        value = _summed(_before(periods, "high"), _days(one, periods, "until"))
        if one.spell.what == "within" and any(span.low is not None for span in fact.spans):
            earlier = _summed(_before(periods, "low"), _days(one, periods, "low"))
            value = exp.Sub(this=value, expression=earlier)
    if one.is_count:
        value = exp.Coalesce(this=value, expressions=[exp.Literal.number(0)])
    typed = cast(
        value, "BIGINT" if one.is_count and not one.scale else f"DECIMAL(38, {one.scale})" if one.scale else "HUGEINT"
    )
    if all(span.known for span in fact.spans):
        return typed
    is_known = exp.Anonymous(this="bool_or", expressions=[lower.column(periods, "known")])
    return exp.Case(ifs=[exp.If(this=is_known, true=typed)])


def _summed(holds: exp.Expr, value: exp.Expr) -> exp.Expr:
    """The sum over the cells for which it holds: 0 where it holds for none of those that have a value."""
    has_value = exp.Is(this=exp.Paren(this=value.copy()), expression=exp.Not(this=exp.Null()))
    zero = exp.If(this=has_value, true=exp.Literal.number(0))
    return exp.Sum(this=exp.Case(ifs=[exp.If(this=holds, true=value), zero]))


def _before(periods: str, bound: str) -> exp.Expr:
    return exp.LT(this=lower.column(CELLS, EVENT), expression=lower.column(periods, bound))


def _inside(cells: str, periods: str, fact: Sweep) -> exp.Expr:
    low, event = lower.column(periods, "low"), lower.column(cells, EVENT)
    begun: exp.Expr = exp.GTE(this=event, expression=low)
    if any(span.low is None for span in fact.spans):
        begun = exp.Paren(this=exp.Or(this=exp.Is(this=low.copy(), expression=exp.Null()), expression=begun))
    return exp.And(this=begun, expression=exp.LT(this=event.copy(), expression=lower.column(periods, "high")))


def _days(one: Swept, periods: str, bound: str) -> exp.Expr:
    """What the cell's spells come to until the bound."""
    until = lower.column(periods, f"{bound}_{one.spell.reckoning}")
    number, reckoned = (lower.column(CELLS, name) for name in (one.number, one.reckoned))
    return exp.Sub(this=exp.Mul(this=until, expression=number), expression=reckoned)


def _calendar(fact: Sweep, periods: str) -> exp.Values:
    """A row for each period: its start, and of its bounds and what is reckoned up to them what the columns need."""
    columns = _bounds(fact)
    rows = (one for one in fact.spans or (NO_SPAN,))
    values = exp.Values(
        expressions=[exp.Tuple(expressions=[bound(span) for bound in columns.values()]) for span in rows],
        alias=table_alias(periods),
    )
    values.args["alias"].set("columns", [lower.identifier(name) for name in columns])
    return values


def _bounds(fact: Sweep) -> dict[str, Callable[[Span], exp.Expr]]:
    found: dict[str, Callable[[Span], exp.Expr]] = {
        "begins": lambda one: _day(one.begins),
        "high": lambda one: _day(one.high),
    }
    if any(one.spell.what not in ("active", "so_far") for one in fact.columns):
        found["low"] = lambda one: _day(one.low)
    if not all(one.known for one in fact.spans):
        found["known"] = lambda one: exp.true() if one.known else exp.false()
    for one in dict.fromkeys(one.spell.reckoning for one in fact.columns if one.spell.what in ("within", "so_far")):
        found[f"low_{one}"] = partial(_reckoned, lambda span: span.low, one)
        found[f"until_{one}"] = partial(_reckoned, lambda span: span.until, one)
    return found


def _reckoned(bound: Callable[[Span], date | None], reckoning: Reckoning, span: Span) -> exp.Expr:
    day = bound(span)
    return cast(exp.Null() if day is None else exp.Literal.number(number_of(day, reckoning)), "BIGINT")


def _day(day: date | None) -> exp.Expr:
    return cast(exp.Null() if day is None else exp.Literal.string(day.isoformat()), "DATE")
