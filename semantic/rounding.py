"""How a calculation's value is shown, and how it is computed with: the one place where numbers are rounded or cut."""

from __future__ import annotations

from sqlglot import exp

from semantic.lower import exact_quotient, unrounded
from semantic.model.expression import cast
from semantic.plan.calculation import Calculation
from semantic.plan.fraction import Fraction, Inexact, cut_units, fraction, in_units
from semantic.result import DataType

EXACT_SCALE = 12  # decimals of a quotient that is computed with
INEXACT_SCALE = 12  # decimals kept of what could not be computed exactly, before it is rounded


def cut(one: Calculation, decimals: int) -> exp.Expr:
    """The value with that many decimals, rounded from the exact one wherever there is one."""
    exact = exact_quotient(one)
    return cast(unrounded(one), f"DECIMAL(38, {decimals})") if exact is None else _quotient(exact, decimals)


def exact(one: Calculation, data_type: DataType) -> exp.Expr:
    """The value as it is computed with: what is no decimal number as it is, a quotient cut to `EXACT_SCALE` decimals.

    It is cut towards zero and not rounded, so that rounding it later, to fewer decimals, is rounding the exact value.
    """
    if data_type != "decimal":
        return rounded(one, None, data_type)
    if isinstance(one.node, exp.Placeholder):
        leaf = one.leaves[0]
        return exp.column(leaf.column) if leaf.scale is not None else _as_written(exp.column(leaf.column))
    try:
        value = fraction(one)
    except Inexact:
        return _as_written(unrounded(one))
    return _scaled(cut_units(value, EXACT_SCALE), EXACT_SCALE)


def rounded(one: Calculation, decimals: int | None, data_type: str) -> exp.Expr:
    """The value as it is shown: rounded once, half away from zero. Exact wherever the calculation is."""
    if isinstance(one.node, exp.Placeholder):
        return _rounded_column(one, decimals, data_type)
    if data_type == "text":
        return unrounded(one)
    places = 0 if decimals is None else decimals
    try:
        exact = fraction(one)
    except Inexact:
        kept = _as_written(unrounded(one))
        return cast(exp.Round(this=kept, decimals=exp.Literal.number(places)), f"DECIMAL(38, {places})")
    return _quotient(exact, places)


def _as_written(value: exp.Expr) -> exp.Expr:
    """A DOUBLE by the shortest digits that tell it from its neighbours: the engine's own cast makes up further ones."""
    return cast(cast(value, "VARCHAR"), f"DECIMAL(38, {INEXACT_SCALE})")


def _rounded_column(one: Calculation, decimals: int | None, data_type: str) -> exp.Expr:
    leaf = one.leaves[0]
    value: exp.Expr = exp.column(leaf.column)
    if data_type == "bigint":
        return cast(value, "BIGINT")
    if data_type != "decimal" or decimals is None:
        return value
    if leaf.scale is None:
        value = _as_written(value)
    if leaf.scale is None or decimals < leaf.scale:
        value = exp.Round(this=value, decimals=exp.Literal.number(decimals))
    return cast(value, f"DECIMAL(38, {decimals})")


def _quotient(one: Fraction, decimals: int) -> exp.Expr:
    """The fraction rounded by integer arithmetic in units of its last shown decimal, then scaled back."""
    return _scaled(in_units(one, decimals), decimals)


def _scaled(units: exp.Expr, decimals: int) -> exp.Expr:
    whole = cast(units, "DECIMAL(38, 0)")
    if not decimals:
        return whole
    return exp.Mul(this=whole, expression=exp.Literal.number(f"0.{'1'.zfill(decimals)}"))
