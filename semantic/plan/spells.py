"""One fact of spells at one grain: its starts and stops, aggregated by their days, and the periods they are put to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlglot import exp

from semantic.errors import Problem, refusal
from semantic.model.expression import cast, hole
from semantic.model.model import Aggregation, ColumnRef, Cube, Scalar
from semantic.model.scalar import splice
from semantic.model.spells import Spell
from semantic.plan.additive import narrowed
from semantic.plan.calculate import NeededAggregate
from semantic.plan.days import day_of, reckoned
from semantic.plan.fact import Group
from semantic.plan.nodes import (
    BEGINS,
    COUNTED,
    ENDS,
    PERIODS,
    Aggregate,
    Aggregated,
    Dedupe,
    Filter,
    Key,
    Merged,
    Rows,
    Sweep,
    column_name,
)
from semantic.plan.protect import check_counted, denied, thresholds_of
from semantic.plan.source import conditions_of, filtered, joined, keys_of, operand_paths, placed
from semantic.plan.spans import aligned
from semantic.plan.stand import Frame, Spans, Standing
from semantic.plan.swept import EVENT, PERSON, Swept
from semantic.plan.term import Term
from semantic.plan.top import cut_to_top
from semantic.plan.whole import check_whole
from semantic.predicate import Compare, Or, Predicate, Test, all_tests

AT_START = ("active", "started", "within", "so_far")
AT_STOP = ("active", "ended", "within", "length", "so_far")
MERGED = ("active", "within")  # of persons: those whose spells may overlap


def swept(frame: Frame, group: Group) -> Sweep:
    """The fact of the group. Raises DeniedError (A302, A306, A308), UnsupportedError (U402, U412, U421)."""
    standing, needed, spans = group.standing, group.needed, group.standing.spans
    assert spans is not None
    frame = frame.within(needed[0].setting.stages)
    cube = frame.model.cubes[standing.entry.cube]
    if thresholds_of(frame, cube) is not None:
        raise denied(f"'{needed[0].asked}' is of spells, and the persons behind it are not counted.")
    check_counted(frame, standing)
    _check_top(frame, spans)
    both = _Spells(frame, group, spans, cube)
    starts, stops = both.side(both.starts, AT_START), both.side(both.stops, AT_STOP, ending=True)
    keys = tuple(key for key in starts.keys if key.name not in (EVENT, PERSON))
    columns = tuple(_swept(one) for one in needed)
    first, last = (one if one.columns else None for one in (starts, stops))
    grain = aligned(spans.periods, spans.key)
    return Sweep(cube.name, (*keys, *_key_of(spans)), first, last, grain, spans.periods, columns)


def _check_top(frame: Frame, spans: Spans) -> None:
    if frame.top and spans.key and frame.top.dimension.name == spans.key.name:
        message = f"A top of the periods of '{spans.key.name}' is not served for spells, which last through several."
        raise refusal(Problem("U402", message, "Order by the measure, and limit the rows."))


def _key_of(spans: Spans) -> tuple[Key, ...]:
    begins = Scalar(hole(0), (ColumnRef((PERIODS,), "begins"),))
    return (Key(column_name(spans.key.name), Term(begins, (), "date")),) if spans.key else ()


def _swept(one: NeededAggregate) -> Swept:
    aggregation, spell = one.aggregation, one.aggregation.spell
    assert spell is not None
    persons = aggregation.kind == "count_distinct" and spell.what not in MERGED
    is_count = spell.what in ("active", "started", "ended")
    return Swept(one.column, spell, persons, is_count, aggregation.scale or 0)


class _Spells:
    """The spells of a fact that lie in its periods, as rows of starts and of stops."""

    def __init__(self, frame: Frame, group: Group, spans: Spans, cube: Cube) -> None:
        self.frame, self.group, self.standing, self.spans, self.cube = frame, group, group.standing, spans, cube
        self.needed = [(one, _narrowed(frame, group.standing, one)) for one in group.needed]
        first = self.needed[0][1]
        assert first.spell is not None
        assert cube.interval is not None
        start, end = cube.dimensions[cube.interval.start], cube.dimensions[cube.interval.end]
        self.starts = day_of(start, frame.timezone)
        self.stops = day_of(end, frame.timezone, int(first.spell.inclusive))
        self.person = first.operand if first.kind == "count_distinct" else None
        self.is_merged = self.person is not None and first.spell.what in MERGED
        check_whole(frame, group.standing, group.needed[0].setting.stages, self._paths(), group.needed[0].asked)

    def side(self, event: Scalar, of: tuple[str, ...], ending: bool = False) -> Aggregate:
        """What is aggregated by the day of the event."""
        day = Scalar(hole(0), (ColumnRef((), ENDS if ending else BEGINS),)) if self.is_merged else event
        columns = tuple(column for one in self.needed for column in self._columns(*one, day, of, ending))
        bucket = Key(EVENT, _day(day))
        own = keys_of(self.standing, self.frame.timezone)
        person = None if self.person is None else Term(self.person, (), "text")
        keys = (*own, bucket, *((Key(PERSON, person),) if person and not self.is_merged else ()))
        spells = self._rows(keys, ending)
        rows: Rows = spells
        if person and self.is_merged:
            first, last = _day(self.starts), _day(self.stops)
            rows = Merged(spells, own, person, self._counted(), first, last, self._before(), ending)
        elif self.standing.to_many:
            rows = self._deduped(spells, keys, columns)
        fact = Aggregate(self.cube.name, rows, keys, columns)
        return cut_to_top(fact, self.frame, self.standing, (one.measure for one, _ in self.needed))

    def _deduped(self, rows: Filter, keys: tuple[Key, ...], columns: tuple[Aggregated, ...]) -> Dedupe:
        if not self.cube.primary_key:
            message = f"'{self.group.needed[0].asked}' would be counted once for each row of a joined table."
            raise refusal(Problem("U412", message, "Give its cube a primary key, or ask for another measure."))
        primary = tuple(Term(one.expression, (), one.data_type) for one in self.cube.primary_key)
        return Dedupe(rows, keys, primary, joined(self.frame, self.cube.name, operand_paths(columns)))

    def _columns(
        self, one: NeededAggregate, own: Aggregation, day: Scalar, of: tuple[str, ...], ending: bool
    ) -> Iterator[Aggregated]:
        """How many there are, or the sum of their rates or lengths, and what is reckoned of their days."""
        column, spell, zone = _swept(one), own.spell, self.frame.timezone
        assert spell is not None
        if spell.what not in of:
            return
        condition = Scalar(hole(0), (ColumnRef((), COUNTED),)) if self.is_merged else own.condition
        rate = own.operand if own.kind == "sum" else None
        if spell.what == "length":
            ends = (reckoned(self.stops, "days"), reckoned(self.starts, "days"))
            rate = splice(exp.Sub(this=hole(0), expression=hole(1)), ends.__getitem__)
        number = replace(own, kind="count" if rate is None else "sum", operand=rate, condition=condition)
        yield Aggregated(column.number, number, zone)
        if spell.what in ("within", "so_far"):
            since = self.starts if spell.what == "so_far" else day
            days = replace(number, kind="sum", operand=_reckoned(since, spell, rate))
            yield Aggregated(column.reckoned, days, zone)

    def _rows(self, keys: tuple[Key, ...], ending: bool) -> Filter:
        """The spells that lie in the periods or end on the first day after them; of stops, those that have ended."""
        standing, zone = self.standing, self.frame.timezone
        tested = [placed(standing, part, zone) for part in standing.where]
        conditions = (*conditions_of(standing), *self._lasting())
        tested += self._in_periods(ending)
        terms = (*(key.term for key in keys), _day(self.starts), _day(self.stops))
        return filtered(self.frame, self.cube.name, all_tests(*tested), conditions, terms, self._paths())

    def _counted(self) -> Term:
        """That a row is of somebody, and of those whom the measure counts."""
        own = self.needed[0][1]
        test: exp.Expr = exp.Is(this=hole(0), expression=exp.Not(this=exp.Null()))
        if own.condition is not None:
            test = exp.And(this=test, expression=exp.Paren(this=hole(1)))
        scalars = [one for one in (own.operand, own.condition) if one is not None]
        return Term(splice(test, scalars.__getitem__), (), "boolean")

    def _in_periods(self, ending: bool) -> Iterator[Predicate[Test[Term]]]:
        """That a spell begins before the last period ends; of stops, that it does so too."""
        before = self._before()
        if before is None:
            yield Or(())
            return
        yield Compare(_day(self.starts), "<", before)
        if ending and not self.is_merged:  # what overlaps the last spell of a person may still last
            yield Compare(_day(self.stops), "<", before)

    def _lasting(self) -> Iterator[Term]:
        """That the row has a first day and ends after it; and where groups are told apart, not before all periods."""
        never = cast(exp.Literal.string("-infinity"), "DATE")
        begun = splice(exp.GT(this=hole(0), expression=never), lambda _: self.starts)
        lasts = _not_false(exp.LT(this=hole(0), expression=hole(1)))
        yield Term(begun, (), "boolean")
        yield Term(splice(lasts, (self.starts, self.stops).__getitem__), (), "boolean")
        lows = [one.low for one in self.spans.periods if one.known]
        low = min((one for one in lows if one is not None), default=None)
        if self.standing.fields and low is not None and None not in lows:
            first = cast(exp.Literal.string(low.isoformat()), "DATE")
            later = _not_false(exp.GTE(this=hole(0), expression=first))
            yield Term(splice(later, lambda _: self.stops), (), "boolean")

    def _before(self) -> date | None:
        return max((one.until for one in self.spans.periods if one.known), default=None)

    def _paths(self) -> set[tuple[str, ...]]:
        parts = [part for _, own in self.needed for part in (own.operand, own.condition, own.weight)]
        scalars = [one for one in parts if one is not None]
        return {path for scalar in scalars for path in scalar.paths}


def _narrowed(frame: Frame, standing: Standing, one: NeededAggregate) -> Aggregation:
    return narrowed(frame.model, one.measure, standing, one.aggregation)


def _day(scalar: Scalar) -> Term:
    return Term(scalar, (), "date", "day")


def _not_false(test: exp.Expr) -> exp.Expr:
    """NULL, too, is not false: a spell without an end lasts. The engine is slower at `x IS NULL OR`."""
    return exp.Is(this=exp.Paren(this=test), expression=exp.Not(this=exp.false()))


def _reckoned(day: Scalar, spell: Spell, rate: Scalar | None) -> Scalar:
    number = reckoned(day, spell.reckoning)
    return number if rate is None else splice(exp.Mul(this=hole(0), expression=hole(1)), (rate, number).__getitem__)
