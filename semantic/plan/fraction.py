"""Arithmetic over exact columns as one fraction of whole numbers, so that division happens once and rounds exactly.

A DECIMAL column of scale s is its integer of 10^-s units. Sums and products of such integers are exact, and
a/b ± c/d is (a·d ± c·b)/(b·d). A choice between fractions (CASE, COALESCE, NULLIF, GREATEST) chooses their two halves
alike. What cannot be written so (another function, an inexact column) raises Inexact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from sqlglot import exp

from semantic.model.expression import cast, fill
from semantic.plan.calculation import Calculation, Leaf

MULTIPLIED_SCALE = 6  # a column with more decimals would leave its 38 digits; its own digits are read instead


class Inexact(Exception):
    """The expression is not a fraction of exact columns."""


@dataclass(frozen=True, eq=False)
class Whole:
    """A whole-number expression worth `node` · 10^-scale."""

    node: exp.Expr
    scale: int


@dataclass(frozen=True, eq=False)
class Fraction:
    """`above` over `below`; `below` None is one."""

    above: Whole
    below: Whole | None = None


def fraction(calculation: Calculation) -> Fraction:
    """The calculation as one fraction over columns named as in the core. Raises Inexact."""
    return _of(calculation.node, calculation.leaves)


def _of(node: exp.Expr, leaves: tuple[Leaf, ...]) -> Fraction:
    if isinstance(node, exp.Placeholder):
        return Fraction(_leaf(leaves[int(node.name)]))
    if isinstance(node, exp.Literal) and not node.is_string:
        return Fraction(_literal(node))
    if isinstance(node, (exp.Paren, exp.Neg)):
        inner = _of(node.this, leaves)
        return inner if isinstance(node, exp.Paren) else Fraction(_negative(inner.above), inner.below)
    if isinstance(node, exp.Cast):
        return _cast(node, leaves)
    if isinstance(node, (exp.Add, exp.Sub)):
        return _sum(_of(node.left, leaves), _of(node.right, leaves), type(node))
    if isinstance(node, exp.Mul):
        return _product(_of(node.left, leaves), _of(node.right, leaves))
    if isinstance(node, exp.Div):
        return _reduced(_product(_of(node.left, leaves), _inverse(_of(without_nullif(node.right), leaves))))
    return _function(node, leaves)


def _function(node: exp.Expr, leaves: tuple[Leaf, ...]) -> Fraction:
    if isinstance(node, exp.Null):
        return Fraction(Whole(cast(exp.Null(), "HUGEINT"), 0))
    if isinstance(node, exp.Round):
        places = _places(node)
        return Fraction(Whole(in_units(_of(node.this, leaves), places), places))
    if isinstance(node, exp.Abs):
        inner = _of(node.this, leaves)
        return Fraction(_size(inner.above), inner.below and _size(inner.below))
    if isinstance(node, exp.Nullif):
        one, other = _of(node.this, leaves), _of(node.expression, leaves)
        equal = compared(_twice(one), exp.EQ, other)
        return Fraction(Whole(_chosen([equal], [exp.Null(), one.above.node]), one.above.scale), one.below)
    if isinstance(node, (exp.Coalesce, exp.Greatest, exp.Least)):
        parts = [_of(part, leaves) for part in (node.this, *node.expressions)]
        return reduce(_coalesce, parts) if isinstance(node, exp.Coalesce) else _furthest(node, parts)
    if isinstance(node, (exp.Case, exp.If)):
        return _case(node, leaves)
    raise Inexact(type(node).__name__)


def _places(node: exp.Round) -> int:
    places = node.args.get("decimals")
    if places is None:
        return 0
    if not isinstance(places, exp.Literal) or not places.name.isdigit():
        raise Inexact("round")
    return int(places.name)


def in_units(one: Fraction, decimals: int) -> exp.Expr:
    """The fraction in whole units of the last decimal, rounded half away from zero; NULL over zero."""
    return exp.Anonymous(this="nearest_quotient", expressions=list(_in_units(one, decimals)))


def cut_units(one: Fraction, decimals: int) -> exp.Expr:
    """The fraction in whole units of the last decimal, cut towards zero; NULL over zero."""
    top, bottom = _in_units(one, decimals)
    return exp.Anonymous(this="whole_quotient", expressions=[top, bottom])


def _in_units(one: Fraction, decimals: int) -> tuple[exp.Expr, exp.Expr]:
    above, below = one.above, one.below
    shift = decimals - above.scale + (below.scale if below else 0)
    top = scaled(above, above.scale + max(shift, 0))
    bottom = scaled(below, below.scale + max(-shift, 0)) if below else exp.Literal.number(10 ** max(-shift, 0))
    return top, bottom


def _leaf(leaf: Leaf) -> Whole:
    if leaf.scale is None:
        raise Inexact(leaf.column)
    column: exp.Expr = exp.column(leaf.column)
    if leaf.scale > MULTIPLIED_SCALE:
        text = cast(cast(column, f"DECIMAL(38, {leaf.scale})"), "VARCHAR")
        column = exp.Anonymous(this="replace", expressions=[text, exp.Literal.string("."), exp.Literal.string("")])
    elif leaf.scale:
        column = exp.Mul(this=column, expression=exp.Literal.number(10**leaf.scale))
    return Whole(cast(column, "HUGEINT"), leaf.scale)


def _literal(node: exp.Literal) -> Whole:
    whole, _, decimals = node.name.partition(".")
    if not (whole + decimals).isdigit():
        raise Inexact(node.name)
    kept = decimals.rstrip("0")
    return Whole(exp.Literal.number(int(whole + kept or "0")), len(kept))


def _one() -> Whole:
    return Whole(exp.Literal.number(1), 0)


def _is_one(whole: Whole) -> bool:
    return isinstance(whole.node, exp.Literal) and whole.node.name == "1" and whole.scale == 0


def _negative(whole: Whole) -> Whole:
    return Whole(exp.Neg(this=exp.Paren(this=whole.node)), whole.scale)


def _cast(node: exp.Cast, leaves: tuple[Leaf, ...]) -> Fraction:
    """A cast to a wider number changes nothing that an exact division would notice."""
    wider = (exp.DataType.Type.DOUBLE, exp.DataType.Type.FLOAT, exp.DataType.Type.DECIMAL)
    if node.to.this not in wider or node.to.expressions:
        raise Inexact(node.to.sql())
    return _of(node.this, leaves)


def without_nullif(node: exp.Expr) -> exp.Expr:
    """The denominator itself: zero gives NULL here anyway."""
    if isinstance(node, exp.Nullif) and node.expression == exp.Literal.number(0):
        inner: exp.Expr = node.this
        return inner
    return node


def _sum(left: Fraction, right: Fraction, kind: type[exp.Binary]) -> Fraction:
    if left.below is None and right.below is None:
        return Fraction(_aligned(left.above, right.above, kind))
    if left.below and right.below and left.below.scale == right.below.scale and left.below.node == right.below.node:
        return Fraction(_aligned(left.above, right.above, kind), left.below)
    below = _times(_again(left.below), _again(right.below))
    crossed_left = _times(left.above, right.below or _one())
    crossed_right = _times(right.above, left.below or _one())
    return Fraction(_aligned(crossed_left, crossed_right, kind), below)


def _product(left: Fraction, right: Fraction) -> Fraction:
    below = _times(left.below or _one(), right.below or _one())
    return Fraction(_times(left.above, right.above), None if _is_one(below) else below)


def _inverse(one: Fraction) -> Fraction:
    """One over the fraction: over a quotient by zero it has no value either."""
    if one.below is None:
        return Fraction(_one(), one.above)
    return Fraction(Whole(_null_at_zero(one.below.node), one.below.scale), one.above)


def _reduced(one: Fraction) -> Fraction:
    """Without the factors that stand above and below alike, which would only make the whole numbers large."""
    below = _factors(one.below.node) if one.below else []
    if one.below is None or len(below) < 2:
        return one
    above, divided = _factors(one.above.node), list[exp.Expr]()
    for factor in list(below):
        for same in (factor, _null_at_zero(factor)):
            if same in above and factor in below:
                above.remove(same)
                below.remove(factor)
                divided += [] if isinstance(factor, exp.Literal) else [_is_not_zero(factor)]
    top = _multiplied(above)
    if divided:
        top = _chosen([reduce(lambda left, right: exp.And(this=left, expression=right), divided)], [top])
    bottom = Whole(_multiplied(below), one.below.scale)
    return Fraction(Whole(top, one.above.scale), None if _is_one(bottom) else bottom)


def _factors(node: exp.Expr) -> list[exp.Expr]:
    if isinstance(node, exp.Paren) and isinstance(node.this, exp.Mul):
        return _factors(node.this)
    return [*_factors(node.this), *_factors(node.expression)] if isinstance(node, exp.Mul) else [node]


def _multiplied(factors: Sequence[exp.Expr]) -> exp.Expr:
    nodes = [factor.copy() for factor in factors] or [exp.Literal.number(1)]
    return reduce(lambda left, right: exp.Mul(this=_operand(left), expression=_operand(right)), nodes)


def _null_at_zero(node: exp.Expr) -> exp.Expr:
    return exp.Nullif(this=node.copy(), expression=exp.Literal.number(0))


def _is_not_zero(node: exp.Expr) -> exp.Expr:
    return exp.NEQ(this=_operand(node.copy()), expression=exp.Literal.number(0))


def _again(whole: Whole | None) -> Whole:
    """The same for a second place in the tree, where a node may stand but once; one for None."""
    return Whole(whole.node.copy(), whole.scale) if whole else _one()


def _twice(one: Fraction) -> Fraction:
    return Fraction(_again(one.above), one.below and _again(one.below))


def _size(whole: Whole) -> Whole:
    return Whole(exp.Abs(this=whole.node), whole.scale)


def has_value(one: Fraction) -> exp.Expr:
    """Whether the fraction has a value: true or false, never NULL."""
    has_above: exp.Expr = exp.Is(this=_operand(one.above.node.copy()), expression=exp.Not(this=exp.Null()))
    if one.below is None:
        return has_above
    zero = exp.Literal.number(0)
    below = exp.Coalesce(this=one.below.node.copy(), expressions=[zero])
    return exp.Paren(this=exp.And(this=has_above, expression=exp.NEQ(this=below, expression=zero.copy())))


def compared(left: Fraction, kind: type[exp.Binary], right: Fraction) -> exp.Expr:
    """Whether the one stands so to the other, multiplied out; NULL where either has no value."""
    scale = max(_crossed_scale(left, right), _crossed_scale(right, left))
    return kind(this=_crossed(left, right, scale), expression=_crossed(right, left, scale))


def _crossed_scale(one: Fraction, other: Fraction) -> int:
    return one.above.scale + (other.below.scale if other.below else 0)


def _crossed(one: Fraction, other: Fraction, scale: int) -> exp.Expr:
    """What stands above, times the sign of its own denominator and the size of the other's, in units of 10^-scale."""
    own_scale = one.above.scale + scale - _crossed_scale(one, other)
    product = Whole(scaled(one.above, own_scale), own_scale)
    if one.below:
        product = _times(product, Whole(exp.Anonymous(this="sign", expressions=[one.below.node.copy()]), 0))
    if other.below:
        product = _times(product, Whole(exp.Abs(this=_null_at_zero(other.below.node)), other.below.scale))
    return product.node


def _coalesce(value: Fraction, otherwise: Fraction) -> Fraction:
    if value.below is not None or otherwise.below is not None:
        return _choice([has_value(value)], [value, otherwise])
    scale = max(value.above.scale, otherwise.above.scale)
    nodes = [scaled(part.above, scale) for part in (value, otherwise)]
    return Fraction(Whole(exp.Coalesce(this=nodes[0], expressions=[nodes[1]]), scale))


def _furthest(node: exp.Greatest | exp.Least, parts: list[Fraction]) -> Fraction:
    """The greatest or least of the parts; one without a value is passed over, or in some dialects ends it all."""
    kind = exp.GT if isinstance(node, exp.Greatest) else exp.LT

    def further(one: Fraction, other: Fraction) -> Fraction:
        is_other = compared(_twice(other), kind, _twice(one))
        if node.args.get("ignore_nulls"):
            return _choice([exp.Coalesce(this=is_other, expressions=[exp.Not(this=has_value(one))])], [other, one])
        is_one = exp.Not(this=exp.Paren(this=is_other.copy()))
        return _choice([is_other, is_one], [other, one])

    return reduce(further, parts)


def _case(node: exp.Case | exp.If, leaves: tuple[Leaf, ...]) -> Fraction:
    branches = node.args["ifs"] if isinstance(node, exp.Case) else [node]
    default = node.args.get("default" if isinstance(node, exp.Case) else "false")
    tests = [one.this for one in branches]
    if isinstance(node, exp.Case) and node.this:
        tests = [exp.EQ(this=node.this.copy(), expression=one.copy()) for one in tests]
    values = [_of(one.args["true"], leaves) for one in branches]
    return _choice([_condition(one, leaves) for one in tests], values + ([_of(default, leaves)] if default else []))


def words(node: exp.Expr, leaves: tuple[Leaf, ...]) -> exp.Expr:
    """A choice of texts, with the numbers in its tests compared exactly. Raises Inexact where it is none."""
    if isinstance(node, exp.Paren):
        return words(node.this, leaves)
    if isinstance(node, exp.Null) or (isinstance(node, exp.Literal) and node.is_string):
        return node.copy()
    if not isinstance(node, exp.Case) or node.this:
        raise Inexact(type(node).__name__)
    default = node.args.get("default")
    ifs = [exp.If(this=_condition(one.this, leaves), true=words(one.args["true"], leaves)) for one in node.args["ifs"]]
    return exp.Case(ifs=ifs, default=words(default, leaves) if default else None)


def _condition(node: exp.Expr, leaves: tuple[Leaf, ...]) -> exp.Expr:
    """A test in SQL; a quotient in it is compared exactly."""
    if not node.find(exp.Div):
        return fill(node, lambda index: exp.column(leaves[index].column))
    if isinstance(node, (exp.Paren, exp.Not)):
        return type(node)(this=_condition(node.this, leaves))
    if isinstance(node, (exp.And, exp.Or)):
        left, right = (exp.Paren(this=_condition(side, leaves)) for side in (node.left, node.right))
        return type(node)(this=left, expression=right)
    if isinstance(node, (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE)):
        return compared(_of(node.left, leaves), type(node), _of(node.right, leaves))
    if isinstance(node, exp.Is) and isinstance(node.expression, exp.Null):
        return exp.Not(this=has_value(_of(node.this, leaves)))
    raise Inexact(type(node).__name__)


def _choice(tests: Sequence[exp.Expr], values: Sequence[Fraction]) -> Fraction:
    """The value of the first test that holds; of the value behind the last test, if there is one, where none does."""
    scale = max(value.above.scale for value in values)
    above = Whole(_chosen(tests, [scaled(value.above, scale) for value in values]), scale)
    if not any(value.below for value in values):
        return Fraction(above)
    parts = [_again(value.below) for value in values]
    scale = max(part.scale for part in parts)
    return Fraction(above, Whole(_chosen(tests, [scaled(part, scale) for part in parts]), scale))


def _chosen(tests: Sequence[exp.Expr], values: Sequence[exp.Expr]) -> exp.Expr:
    ifs = [exp.If(this=test.copy(), true=value) for test, value in zip(tests, values, strict=False)]
    return exp.Case(ifs=ifs, default=values[len(tests)] if len(values) > len(tests) else None)


def _times(left: Whole, right: Whole) -> Whole:
    if _is_one(left) or _is_one(right):
        return right if _is_one(left) else left
    return Whole(exp.Mul(this=_operand(left.node), expression=_operand(right.node)), left.scale + right.scale)


def _aligned(left: Whole, right: Whole, kind: type[exp.Binary]) -> Whole:
    scale = max(left.scale, right.scale)
    return Whole(kind(this=_operand(scaled(left, scale)), expression=_operand(scaled(right, scale))), scale)


def scaled(whole: Whole, scale: int) -> exp.Expr:
    """The expression in units of 10^-scale, which must not be coarser than its own."""
    if scale == whole.scale:
        return whole.node
    if isinstance(whole.node, exp.Literal):
        return exp.Literal.number(int(whole.node.name) * 10 ** (scale - whole.scale))
    factor = exp.Literal.number(10 ** (scale - whole.scale))
    return exp.Mul(this=_operand(whole.node), expression=factor)


def _operand(node: exp.Expr) -> exp.Expr:
    return exp.Paren(this=node) if isinstance(node, exp.Binary) else node
