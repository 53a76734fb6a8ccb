"""Terms, tests and calculations → sqlglot nodes. Values become parameters; no text of a caller becomes SQL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from sqlglot import exp

from semantic.model.expression import cast, fill
from semantic.model.grain import Grain, Interval
from semantic.model.graph import Path
from semantic.model.model import Aggregation, Scalar
from semantic.plan.calculation import Calculation
from semantic.plan.days import local
from semantic.plan.fraction import (
    Fraction,
    Inexact,
    Whole,
    compared,
    fraction,
    has_value,
    without_nullif,
    words,
)
from semantic.plan.source import alias
from semantic.plan.term import Term
from semantic.predicate import And, Compare, In, Local, Match, Not, Or, Predicate, Test, Value, is_true
from semantic.result import DataType

L = TypeVar("L")
COMPARISONS: dict[str, type[exp.Binary]] = {"=": exp.EQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}
MATCHES = {"contains": "contains", "starts": "starts_with", "ends": "ends_with"}
CHOOSING = (exp.Case, exp.If, exp.Coalesce, exp.Greatest, exp.Least)


@dataclass
class Parameters:
    """The values of a statement, numbered as they are met; a value met twice has one number."""

    numbers: dict[tuple[type, Value], int] = field(default_factory=dict)

    @property
    def values(self) -> tuple[Value, ...]:
        return tuple(value for _, value in self.numbers)

    def add(self, value: Value) -> exp.Expr:
        if isinstance(value, Local):
            instant = exp.AtTimeZone(this=self.add(value.moment), zone=exp.Literal.string(value.zone))
            return instant if value.as_instant else exp.AtTimeZone(this=instant, zone=exp.Literal.string("UTC"))
        return exp.Placeholder(this=str(self.numbers.setdefault((type(value), value), len(self.numbers) + 1)))


def identifier(name: str, quoted: bool = False) -> exp.Identifier:
    return exp.Identifier(this=name, quoted=quoted or not name.isidentifier())


def column(table: str, name: str, quoted: bool = False) -> exp.Expr:
    return exp.Column(this=identifier(name, quoted), table=identifier(table))


def scalar(one: Scalar, root: str, path: tuple[str, ...]) -> exp.Expr:
    """The scalar over the aliases of the rows that the path leads to."""
    refs = one.columns
    return fill(one.node, lambda i: column(alias(root, (*path, *refs[i].path)), refs[i].name, refs[i].quoted))


def term(one: Term, root: str) -> exp.Expr:
    """The term's value: a time in the question's zone, cut to its grain."""
    value = _bracketed(scalar(one.scalar, root, one.path))
    if one.timezone is None or one.zoned in ("none", "day"):
        shown = value
    else:
        shown = local(value, one.zoned, one.timezone)
    if one.shift != Interval():
        shown = _moved(shown, one)
    if one.grain is None:
        return shown
    start = _start_of_period(shown, one.grain)
    return cast(start, "DATE") if one.grain.is_of_days else start


def _moved(local: exp.Expr, one: Term) -> exp.Expr:
    """The time so much later; a day stays a day."""
    value = local
    for count, length in ((one.shift.months, months), (one.shift.seconds, seconds)):
        if count:
            value = exp.Add(this=_bracketed(value), expression=length(count))
    return cast(value, "DATE") if one.data_type == "date" else exp.Paren(this=value)


def text(value: str | None) -> exp.Expr:
    return cast(exp.Null() if value is None else exp.Literal.string(value), "VARCHAR")


def moment(value: datetime | None) -> exp.Expr:
    """The moment of the wall clock, NULL for None."""
    return cast(exp.Null() if value is None else exp.Literal.string(value.isoformat(" ")), "TIMESTAMP")


def _start_of_period(local: exp.Expr, grain: Grain) -> exp.Expr:
    """The start of the grain's period; infinity stays what it is."""
    if grain.is_plain:
        return exp.TimestampTrunc(this=local, unit=exp.Var(this=grain.name.upper()))
    moment, origin = cast(local, "TIMESTAMP"), grain.origin
    into = origin - origin.replace(day=1, hour=0, minute=0, second=0) if grain.length.months else timedelta()
    # The engine counts months from the origin's month, whatever its day: what lies into the month is set aside.
    shift = seconds(round(into.total_seconds()))
    width = months(grain.length.months) if grain.length.months else seconds(grain.length.seconds)
    begun: exp.Expr = exp.Sub(this=moment.copy(), expression=shift) if into else moment.copy()
    anchor = cast(exp.Literal.string((origin - into).isoformat(" ")), "TIMESTAMP")
    start: exp.Expr = exp.Anonymous(this="time_bucket", expressions=[width, begun, anchor])
    start = exp.Add(this=start, expression=shift.copy()) if into else start
    is_finite = exp.Anonymous(this="isfinite", expressions=[moment])
    return exp.Case(ifs=[exp.If(this=is_finite, true=start)], default=moment.copy())


def months(count: int) -> exp.Interval:
    return exp.Interval(this=exp.Literal.string(str(count)), unit=exp.Var(this="MONTH"))


def seconds(count: int) -> exp.Interval:
    return exp.Interval(this=exp.Literal.string(str(count)), unit=exp.Var(this="SECOND"))


def columns_read(one: Term) -> frozenset[tuple[Path, str]]:
    """The columns that the value is computed from, told apart as the engine does: without regard to letter case."""
    return frozenset(((*one.path, *ref.path), ref.name.lower()) for ref in one.scalar.columns)


def test(one: Test[L], value_of: Callable[[L], exp.Expr], parameters: Parameters) -> exp.Expr:
    """The test as SQL; false or NULL where the value is NULL."""
    value = value_of(one.leaf)
    if isinstance(one, Compare):
        return COMPARISONS[one.operator](this=value, expression=parameters.add(one.value))
    if isinstance(one, In):
        return exp.In(this=value, expressions=[parameters.add(item) for item in one.values])
    if isinstance(one, Match):
        lowered = [exp.Lower(this=value), exp.Lower(this=parameters.add(one.text))]
        return exp.Anonymous(this=MATCHES[one.kind], expressions=lowered)
    return exp.Is(this=value, expression=exp.Null())


def predicate(tree: Predicate[Test[L]], write: Callable[[Test[L]], exp.Expr]) -> exp.Expr | None:
    """The predicate as SQL, None for TRUE. `Not` is the plain complement: it keeps the rows whose test is NULL."""
    if isinstance(tree, And):
        parts = [part for one in tree.parts if (part := predicate(one, write)) is not None]
        return _join(exp.And, parts) if parts else None
    if isinstance(tree, Or):
        if any(is_true(one) for one in tree.parts):
            return None
        found = [predicate(one, write) for one in tree.parts]
        return _join(exp.Or, [part for part in found if part is not None]) if found else exp.false()
    if isinstance(tree, Not):
        return _complement(predicate(tree.part, write))
    return write(tree)


def _join(kind: type[exp.Connector], parts: list[exp.Expr]) -> exp.Expr:
    joined = parts[0]
    for part in parts[1:]:
        joined = kind(this=joined, expression=_bracketed(part))
    return joined if len(parts) == 1 else exp.Paren(this=joined)


def _complement(part: exp.Expr | None) -> exp.Expr:
    if part is None:
        return exp.false()
    if isinstance(part, exp.Is):
        is_known = isinstance(part.expression, exp.Not)
        return exp.Is(this=part.this, expression=exp.Null() if is_known else exp.Not(this=exp.Null()))
    if isinstance(part, exp.EQ) and isinstance(part.expression, exp.Placeholder):
        return exp.NullSafeNEQ(this=part.this, expression=part.expression)
    return exp.Not(this=exp.Coalesce(this=part, expressions=[exp.false()]))


def tests_of_terms(tree: Predicate[Test[Term]], root: str, parameters: Parameters) -> exp.Expr | None:
    """Tests on the fact's own rows, None for TRUE."""
    return predicate(tree, lambda one: test(one, lambda leaf: term(leaf, root), parameters))


def tests_of_cells(tree: Predicate[Test[Calculation]], parameters: Parameters) -> exp.Expr | None:
    """Tests on unrounded measures, None for TRUE."""
    return predicate(tree, lambda one: _test_of_cell(one, parameters))


def _test_of_cell(one: Test[Calculation], parameters: Parameters) -> exp.Expr:
    """A quotient is compared with a number by multiplying out, since a DOUBLE would not tell near ones apart."""
    if not isinstance(one, (Compare, In)) or exact_quotient(one.leaf) is None:
        return test(one, _value_or_null, parameters)
    kind, values = (COMPARISONS[one.operator], (one.value,)) if isinstance(one, Compare) else (exp.EQ, one.values)
    return _join(exp.Or, [_multiplied_out(one.leaf, kind, value, parameters) for value in values])


def exact_quotient(one: Calculation) -> Fraction | None:
    """The calculation as a fraction, where the engine's own division would not be exact."""
    if not one.node.find(exp.Div):
        return None
    try:
        return fraction(one)
    except Inexact:
        return None


def _multiplied_out(one: Calculation, kind: type[exp.Binary], value: Value, parameters: Parameters) -> exp.Expr:
    assert isinstance(value, (int, Decimal))
    number = Decimal(value)
    places = max(-int(number.as_tuple().exponent), 0)
    whole = Whole(parameters.add(int(number.scaleb(places))), places)
    return compared(fraction(one), kind, Fraction(whole))


def aggregate(one: Aggregation, root: str, timezone: str) -> exp.Expr:
    """The aggregate over the fact's rows, its own filter inside it and nowhere else; a time in the question's zone."""
    operand = None if one.operand is None else scalar(one.operand, root, ())
    condition = None if one.condition is None else scalar(one.condition, root, ())
    if one.kind == "median" and one.scale is not None and operand is not None:
        return _middle(cast(operand, f"DECIMAL(38, {one.scale})"), condition)
    if one.weight is not None:
        return _weighted(one, scalar(one.weight, root, ()), operand, condition)
    is_moment = one.zoned not in ("none", "day")
    if one.kind == "count_distinct" and is_moment and operand is not None:
        return _narrowed(_call(one, local(_bracketed(operand), one.zoned, timezone)), condition)
    call = _narrowed(_call(one, operand), condition)
    return local(call, one.zoned, timezone) if is_moment else call


def _weighted(one: Aggregation, weight: exp.Expr, operand: exp.Expr | None, condition: exp.Expr | None) -> exp.Expr:
    """A sum of parts of rows, exactly; of none a count is 0."""
    total = f"DECIMAL(38, {one.scale})"
    if one.kind == "sum":
        assert operand is not None
        part = exp.Mul(this=_bracketed(operand), expression=weight)
        return cast(_narrowed(exp.Sum(this=part), condition), total)
    known = [exp.Is(this=_bracketed(operand), expression=exp.Not(this=exp.Null()))] if operand is not None else []
    tests = [*known, *([exp.Paren(this=condition)] if condition is not None else [])]
    number = _narrowed(exp.Sum(this=weight), exp.and_(*tests) if tests else None)
    return cast(exp.Coalesce(this=number, expressions=[exp.Literal.number(0)]), total)


def of_row(one: Aggregation, root: str, timezone: str) -> exp.Expr:
    """What one row gives to the aggregate: its operand, NULL where its own filter does not hold; to a count 1 or 0."""
    operand = None if one.operand is None else _bracketed(scalar(one.operand, root, ()))
    held = [] if one.condition is None else [scalar(one.condition, root, ())]
    if one.kind == "count" or operand is None:
        held += [] if operand is None else [exp.Is(this=operand, expression=exp.Not(this=exp.Null()))]
        whole, none = exp.Literal.number(1), exp.Literal.number(0)
        return exp.Case(ifs=[exp.If(this=exp.and_(*held), true=whole)], default=none) if held else whole
    value = operand if one.zoned in ("none", "day") else local(operand, one.zoned, timezone)
    return exp.Case(ifs=[exp.If(this=held[0], true=value)]) if held else value


def _narrowed(call: exp.Expr, condition: exp.Expr | None) -> exp.Expr:
    if condition is None:
        return call
    return exp.Filter(this=call, expression=exp.Where(this=condition.copy()))


def _middle(value: exp.Expr, condition: exp.Expr | None) -> exp.Expr:
    """Half the sum of the two middle values, exactly: the engine's own median goes through DOUBLE."""
    half = exp.Literal.number("0.5")
    lower, upper = (
        _narrowed(exp.PercentileDisc(this=value.copy(), expression=share), condition)
        for share in (half, exp.Neg(this=half.copy()))
    )
    return exp.Mul(this=exp.Paren(this=exp.Add(this=lower, expression=upper)), expression=half.copy())


def _call(one: Aggregation, operand: exp.Expr | None) -> exp.Expr:
    if operand is None:
        return exp.Count(this=exp.Star())
    if one.kind == "count":
        return exp.Count(this=operand)
    if one.kind == "count_distinct":
        return exp.Count(this=exp.Distinct(expressions=[operand]))
    if one.kind in ("median", "percentile"):
        share = exp.Literal.number(str(one.percentile or 0.5))
        return exp.PercentileCont(this=cast(operand, "DOUBLE"), expression=share)
    return {"sum": exp.Sum, "min": exp.Min, "max": exp.Max}[one.kind](this=operand)


def unrounded(one: Calculation) -> exp.Expr:
    """The value as tests and orders see it: a column as it is, a division as a DOUBLE, NULL where it has none.

    A word that is chosen by numbers is chosen exactly.
    """
    if isinstance(one.node, exp.Case):
        with suppress(Inexact):
            return words(one.node, one.leaves)
    value = fill(one.node, lambda index: exp.column(one.leaves[index].column))
    for division in list(value.find_all(exp.Div)):
        above, below = division.this, division.expression
        division.set("this", cast(above, "DOUBLE"))
        division.set("expression", exp.Nullif(this=below, expression=exp.Literal.number(0)))
    return value


def _value_or_null(one: Calculation) -> exp.Expr:
    """The value as the engine has it, and NULL just where there is none: what is chosen by a quotient, exactly so."""
    exact = exact_quotient(one) if _compares(one.node) else None
    if exact is None:
        return unrounded(one)
    return exp.Case(ifs=[exp.If(this=has_value(exact), true=exp.true())])


def _compares(node: exp.Expr) -> bool:
    """Whether it depends on a comparison if there is a value."""
    by_value = (part for part in node.find_all(exp.Nullif) if without_nullif(part) is part)
    return node.find(exp.Case, exp.If) is not None or any(by_value)


def only_row() -> exp.Expr:
    """A column for the one row of a total whose values stand elsewhere: SQL lists no rows of nothing."""
    return exp.Alias(this=exp.Count(this=exp.Star()), alias=identifier("listed"))


def sortable(one: Calculation) -> exp.Expr:
    """The value as an order sees it: a quotient of whole numbers, so that equal ones are equal as DOUBLEs too."""
    exact = exact_quotient(one)
    if exact is None or (isinstance(one.node, exp.Div) and all(leaf.scale == 0 for leaf in one.leaves)):
        return unrounded(one)
    if exact.below is None:
        return exact.above.node
    below = exp.Nullif(this=exact.below.node, expression=exp.Literal.number(0))
    return exp.Div(this=cast(exact.above.node, "DOUBLE"), expression=cast(below, "DOUBLE"))


def status(one: Calculation, hidden: Sequence[str] = (), unmarked: Sequence[str] = ()) -> exp.Expr:
    """What kind of value it is: `normal`, `nul_naevner` (something over zero), `mangler` (nothing known) or, where one
    of the `hidden` columns says so, `diskretioneret`; of rows that are `unmarked`, `ikke_valideret`."""
    whens: list[tuple[exp.Expr, str]] = [(exp.column(identifier(name)), "diskretioneret") for name in hidden]
    for division in one.node.find_all(exp.Div):
        above, below = (
            _bracketed(fill(part, lambda index: exp.column(one.leaves[index].column)))
            for part in (division.this, without_nullif(division.expression))
        )
        is_zero = exp.EQ(this=below, expression=exp.Literal.number(0))
        known = exp.Is(this=above, expression=exp.Not(this=exp.Null()))
        whens.append((exp.And(this=is_zero, expression=known), "nul_naevner"))
    is_missing = exp.Is(this=_bracketed(_value_or_null(one)), expression=exp.Null())
    if one.node.find(*CHOOSING):  # what is divided by zero may not be what was chosen
        whens[len(hidden) :] = [
            (exp.And(this=is_missing.copy(), expression=exp.Paren(this=test)), word)
            for test, word in whens[len(hidden) :]
        ]
    whens.append((is_missing, "mangler"))
    for name in unmarked:
        some = exp.GT(this=exp.column(identifier(name)), expression=exp.Literal.number(0))
        whens.append((some, "ikke_valideret"))
    ifs = [exp.If(this=condition, true=exp.Literal.string(word)) for condition, word in whens]
    return exp.Case(ifs=ifs, default=exp.Literal.string("normal"))


def _bracketed(node: exp.Expr) -> exp.Expr:
    return exp.Paren(this=node) if isinstance(node, (exp.Binary, exp.Unary, exp.Case, exp.Between)) else node


NULL_TYPES: dict[DataType, str] = {
    "text": "VARCHAR",
    "boolean": "BOOLEAN",
    "integer": "INTEGER",
    "bigint": "BIGINT",
    "decimal": "DECIMAL(38, 6)",
    "double": "DOUBLE",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


def null_of(one: Term) -> exp.Expr:
    """NULL with the type of the term."""
    of_days = one.grain is not None and one.grain.is_of_days
    return cast(exp.Null(), "DATE" if of_days else NULL_TYPES[one.data_type])
