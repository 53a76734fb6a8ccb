"""What one row of a cube of spells gives to what is counted of them in one period: a plain aggregate of the row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sqlglot import exp

from semantic.model.expression import cast, hole
from semantic.model.model import Aggregation, Cube, Scalar
from semantic.model.scalar import all_of, splice
from semantic.model.spells import Reckoning, Spell
from semantic.plan.days import day_of, number_of, reckoned
from semantic.plan.swept import Span

NEVER = "-infinity"  # the start of what has not begun


def in_span(one: Aggregation, cube: Cube, span: Span, timezone: str) -> Aggregation:
    """The aggregate without its spell: 1 for a row that counts at the period's end or in it, or its days, each times
    the rate, as `sweep` comes to for all rows together.

    No row counts in a period of which nothing is known.
    """
    spell = one.spell
    assert spell is not None
    assert cube.interval is not None
    start, end = cube.dimensions[cube.interval.start], cube.dimensions[cube.interval.end]
    days = _Days(day_of(start, timezone), day_of(end, timezone, int(spell.inclusive)), span, spell)
    condition = all_of([*([one.condition] if one.condition is not None else []), *days.tests()])
    rate = one.operand if one.kind == "sum" else None
    if spell.what in ("active", "started", "ended"):
        return replace(one, spell=None, condition=condition)
    length = days.length()
    operand = length if rate is None else _of(exp.Mul(this=hole(0), expression=hole(1)), rate, length)
    return replace(one, kind="sum", spell=None, operand=operand, condition=condition)


class _Days:
    """The first day of each spell and the first day after it, beside the days of the period."""

    def __init__(self, starts: Scalar, stops: Scalar, span: Span, spell: Spell) -> None:
        self.starts, self.stops, self.span, self.spell = starts, stops, span, spell

    def tests(self) -> Iterator[Scalar]:
        """That the row is a spell, has begun before the last day that is reckoned, and counts in the period."""
        span, what = self.span, self.spell.what
        if not span.known:
            yield Scalar(exp.false(), ())
            return
        yield _of(exp.GT(this=hole(0), expression=cast(exp.Literal.string(NEVER), "DATE")), self.starts)
        yield _of(_or_none(exp.LT(this=hole(0), expression=hole(1)), hole(1)), self.starts, self.stops)
        yield _before(self.starts, span.until)
        if what == "started":
            yield from self._inside(self.starts)
        elif what in ("ended", "length"):
            yield from self._inside(self.stops)
            yield _before(self.stops, span.until)
        elif what in ("active", "so_far"):
            yield _of(_or_none(exp.GTE(this=hole(0), expression=_day(span.until)), hole(0)), self.stops)
        elif span.low is not None:
            yield _of(_or_none(exp.GT(this=hole(0), expression=_day(span.low)), hole(0)), self.stops)

    def length(self) -> Scalar:
        """The days of the spell that count, as the measure reckons them."""
        return _of(exp.Sub(this=hole(0), expression=hole(1)), self._reckoned(*self._end()), self._first())

    def _end(self) -> tuple[Scalar | None, date]:
        if self.spell.what == "length":
            return self.stops, self.span.until
        if self.spell.what == "so_far":
            return None, self.span.until
        return self._cut(exp.Least, self.stops, self.span.until), self.span.until

    def _first(self) -> Scalar:
        low = self.span.low
        if self.spell.what != "within" or low is None:
            return self._reckoned(self.starts, self.span.until)
        return self._reckoned(self._cut(exp.Greatest, self.starts, low), low)

    def _reckoned(self, day: Scalar | None, otherwise: date) -> Scalar:
        """The number of the day, or of the one otherwise."""
        reckoning: Reckoning = "days" if self.spell.what == "length" else self.spell.reckoning
        if day is not None:
            return reckoned(day, reckoning)
        return Scalar(exp.Literal.number(number_of(otherwise, reckoning)), ())

    @staticmethod
    def _cut(kind: Callable[..., exp.Expr], day: Scalar, bound: date) -> Scalar:
        """The day or the bound, whichever comes first or last; the bound where there is no day."""
        known = exp.Coalesce(this=hole(0), expressions=[_day(bound)])
        return _of(kind(this=known, expressions=[_day(bound)], ignore_nulls=True), day)

    def _inside(self, day: Scalar) -> Iterator[Scalar]:
        if self.span.low is not None:
            yield _of(exp.GTE(this=hole(0), expression=_day(self.span.low)), day)
        yield _before(day, self.span.high)


def _before(day: Scalar, bound: date) -> Scalar:
    return _of(exp.LT(this=hole(0), expression=_day(bound)), day)


def _or_none(test: exp.Expr, day: exp.Expr) -> exp.Expr:
    """The test, or that there is no such day: a spell without an end lasts."""
    return exp.Or(this=exp.Is(this=day, expression=exp.Null()), expression=test)


def _of(tree: exp.Expr, *scalars: Scalar) -> Scalar:
    return splice(tree, scalars.__getitem__)


def _day(day: date) -> exp.Expr:
    return cast(exp.Literal.string(day.isoformat()), "DATE")
