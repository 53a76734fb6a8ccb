"""Constants in SQL → values that a filter tests, and back."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlglot import exp

from semantic.compose import Composition, Shown
from semantic.errors import Problem, refusal
from server.postgres.sql.leaves import leaves
from server.postgres.sql.relations import Reading

Raw = str | bool | int | Decimal | None
MOST_DIGITS = 400  # as many as a double precision may have
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MOMENT = re.compile(DAY.pattern + r"[ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?", re.ASCII)


def is_constant(node: exp.Expr) -> bool:
    """Whether the expression depends on no row."""
    return next(leaves(node), None) is None and node.find(exp.Column, exp.Query, exp.AggFunc, exp.Window) is None


def constant(node: exp.Expr, reading: Reading) -> Raw:
    """The constant's value: times as text, as filters take them. What is not written out is computed first."""
    plain = _plain(node)
    if not isinstance(plain, exp.Expr):
        return plain
    select = exp.Select(expressions=[exp.Alias(this=node.copy(), alias=exp.to_identifier("value", quoted=True))])
    return raw(reading.values_of(Composition({}, select, (Shown("value"),)))[0][0])


def _plain(node: exp.Expr) -> Raw | exp.Expr:
    """The value as it is written; the node where it has to be computed."""
    if isinstance(node, exp.Paren):
        return _plain(node.this)
    if isinstance(node, exp.Null):
        return None
    if isinstance(node, exp.Boolean):
        return bool(node.this)
    if isinstance(node, exp.Literal):
        return node.name if node.is_string else _number(node.name)
    if isinstance(node, exp.Neg):
        inner = _plain(node.this)
        return -inner if isinstance(inner, (int, Decimal)) and not isinstance(inner, bool) else node
    if isinstance(node, (exp.EQ, exp.NEQ)):  # 1 = 0, by which clients ask for no rows
        sides = [_plain(node.this), _plain(node.expression)]
        if all(isinstance(one, (int, Decimal)) and not isinstance(one, bool) for one in sides):
            return (sides[0] == sides[1]) == isinstance(node, exp.EQ)
    if isinstance(node, exp.Cast) and isinstance(node.this, exp.Literal) and node.this.is_string:
        return _cast(node, node.this.name)
    return node


def _cast(node: exp.Cast, text: str) -> Raw | exp.Expr:
    to = node.to
    if to.this in (exp.DataType.Type.TEXT, exp.DataType.Type.VARCHAR) and not to.expressions:
        return text
    if to.this is exp.DataType.Type.DATE and DAY.fullmatch(text):
        return text
    if to.this is exp.DataType.Type.TIMESTAMP and (DAY.fullmatch(text) or MOMENT.fullmatch(text)):
        return midnight(text)
    return node


def midnight(text: str) -> str:
    """The moment to the microsecond, as a filter takes one that is no longer period; of a day its beginning."""
    return datetime.fromisoformat(text).isoformat(timespec="microseconds")


def _number(text: str) -> int | Decimal:
    return int(text) if text.isdigit() else Decimal(text)


def raw(value: Any) -> Raw:
    """A value of the engine's as a filter takes it."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="microseconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return Decimal(repr(value)) if isinstance(value, float) else value


def literal(value: Any) -> exp.Expr:
    """The value as a node of its own type."""
    if value is None:
        return exp.Null()
    if isinstance(value, bool):
        return exp.true() if value else exp.false()
    if isinstance(value, Decimal) and value.is_finite() and not -MOST_DIGITS < value.adjusted() < MOST_DIGITS:
        raise refusal(Problem("R209", "A number has too many digits.", "Numbers have at most 38."))
    if isinstance(value, (int, Decimal, float)):
        text = format(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), "f")
        node: exp.Expr = exp.Literal.number(text.lstrip("-"))
        return exp.Neg(this=node) if text.startswith("-") else node
    if isinstance(value, datetime):
        return exp.cast(exp.Literal.string(value.replace(tzinfo=None).isoformat(" ")), "TIMESTAMP")
    if isinstance(value, date):
        return exp.cast(exp.Literal.string(value.isoformat()), "DATE")
    if isinstance(value, (list, tuple)):
        return exp.Array(expressions=[literal(one) for one in value])
    return exp.Literal.string(str(value))
