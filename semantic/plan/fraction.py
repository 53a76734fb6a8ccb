"""Arithmetic over exact columns as one fraction of whole numbers, so that division happens once and rounds exactly.

A DECIMAL column of scale s is its integer of 10^-s units. Sums and products of such integers are exact, and
a/b ± c/d is (a·d ± c·b)/(b·d). What cannot be written so (a function, an inexact column) raises Inexact.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from semantic.model.expression import cast
from semantic.plan.nodes import Calculation, Leaf


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
        return _product(_of(node.left, leaves), _inverse(_of(without_nullif(node.right), leaves)))
    if isinstance(node, exp.Round):
        places = _places(node)
        return Fraction(Whole(in_units(_of(node.this, leaves), places), places))
    if isinstance(node, exp.Coalesce) and len(node.expressions) == 1:
        return _coalesce(_of(node.this, leaves), _of(node.expressions[0], leaves))
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
    above, below = one.above, one.below
    shift = decimals - above.scale + (below.scale if below else 0)
    top = scaled(above, above.scale + max(shift, 0))
    bottom = scaled(below, below.scale + max(-shift, 0)) if below else exp.Literal.number(10 ** max(-shift, 0))
    return exp.Anonymous(this="nearest_quotient", expressions=[top, bottom])


def _leaf(leaf: Leaf) -> Whole:
    if leaf.scale is None:
        raise Inexact(leaf.column)
    column: exp.Expr = exp.column(leaf.column)
    if leaf.scale:
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
        return node.this  # type: ignore[no-any-return]
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
    """One over the fraction: over a quotient by zero it has no value either, so its zero stays below the line."""
    if one.below is None:
        return Fraction(_one(), one.above)
    return Fraction(_times(_again(one.below), _again(one.below)), _times(one.above, one.below))


def _again(whole: Whole | None) -> Whole:
    """The same for a second place in the tree, where a node may stand but once; one for None."""
    return Whole(whole.node.copy(), whole.scale) if whole else _one()


def _coalesce(value: Fraction, otherwise: Fraction) -> Fraction:
    if value.below is not None or otherwise.below is not None:
        raise Inexact("coalesce")
    scale = max(value.above.scale, otherwise.above.scale)
    nodes = [scaled(part.above, scale) for part in (value, otherwise)]
    return Fraction(Whole(exp.Coalesce(this=nodes[0], expressions=[nodes[1]]), scale))


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
    factor = exp.Literal.number(10 ** (scale - whole.scale))
    return exp.Mul(this=_operand(whole.node), expression=factor)


def _operand(node: exp.Expr) -> exp.Expr:
    return exp.Paren(this=node) if isinstance(node, exp.Binary) else node
