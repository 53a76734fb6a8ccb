"""Values of PostgreSQL's to DuckDB's, in place, each with its type: casts, branches, arithmetic, arrays."""

from __future__ import annotations

from sqlglot import exp

from server.postgres.catalogue import kinds
from server.postgres.catalogue.cast import coerce, converted, macro
from server.postgres.catalogue.expressions import level, read_all
from server.postgres.catalogue.kinds import (
    BOOL,
    DATE,
    INT2,
    INT4,
    INT8,
    INTERVAL,
    NUMBERS,
    TEXT,
    TIMESTAMP,
    TIMESTAMPTZ,
    UNKNOWN,
    VECTORS,
    array_of,
    common,
    element,
)  # fmt: skip
from server.postgres.catalogue.scope import Reading, Scope, Type, unserved


def cast(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    assert isinstance(node, exp.Cast)
    target = kinds.named_type(node.to)
    length = kinds.modifier(node.to, target)
    if element(target) and isinstance(node.this.unnest(), exp.Array) and not node.this.find(exp.Query):
        return _cast_elements(node, target, scope, reading)
    source = reading.read(node.this, scope)
    node.replace(converted(node.this, source, kinds.base(target), length, reading))
    return kinds.base(target)


def _cast_elements(node: exp.Cast, target: int, scope: Scope, reading: Reading) -> Type:
    """`ARRAY[…]::type[]` converts each element, so that a string is read as the element's type."""
    items = node.this.unnest()
    for one, of in zip(list(items.expressions), read_all(items.expressions, scope, reading), strict=True):
        if of == UNKNOWN:
            coerce(one, UNKNOWN, element(target), reading)
    node.replace(exp.cast(items.copy(), kinds.engine_type(target), dialect="duckdb"))
    return target


def _unify(branches: list[exp.Expr], scope: Scope, reading: Reading) -> Type:
    """The common type of the branches, of which the open ones take it."""
    found = read_all(branches, scope, reading)
    known = common([one for one in found if one not in (UNKNOWN, None)])
    if known is None and UNKNOWN in found:
        known = TEXT
    for branch, one in zip(branches, found, strict=True):
        if one == UNKNOWN and known is not None:
            coerce(branch, UNKNOWN, known, reading)
    return known


def case(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    subject = node.this
    of = reading.read(subject, scope) if subject is not None else BOOL
    for one in node.args["ifs"]:
        if reading.read(one.this, scope) == UNKNOWN:
            coerce(one.this, UNKNOWN, of or TEXT, reading)
    branches = [one.args["true"] for one in node.args["ifs"]]
    default = node.args.get("default")
    return _unify([*([default] if default is not None else []), *branches], scope, reading)


def coalesce(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    return _unify([node.this, *node.expressions], scope, reading)


def nullif(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    left, right = read_all([node.this, node.expression], scope, reading)
    return level(node, left, right, reading)


def concatenation(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    sides = (node.this, node.expression)
    found = [reading.read(one, scope) for one in sides]
    if array := next((one for one in found if one and element(one) and one not in VECTORS), None):
        return _joined_arrays(node, found, array)
    for key, one in (("this", found[0]), ("expression", found[1])):
        node.args[key].replace(converted(node.args[key], one, TEXT, -1, reading))
    return TEXT


def _joined_arrays(node: exp.Expr, found: list[Type], array: int) -> int:
    sides = [node.this.copy(), node.expression.copy()]
    for i, one in enumerate(found):
        if one not in (UNKNOWN, None) and not element(one or 0):
            sides[i] = exp.Array(expressions=[sides[i]])
    node.replace(macro("array_cat", *sides))
    return array


def arithmetic(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    left, right = reading.read(node.this, scope), reading.read(node.expression, scope)
    level(node, left, right, reading)
    if left == right and left in (DATE, TIMESTAMP, TIMESTAMPTZ):
        return INT4 if left == DATE else INTERVAL
    sides = [one for one in (left, right) if one in NUMBERS]
    if len(sides) < 2:
        return next((one for one in (left, right) if one not in (UNKNOWN, INTERVAL)), None)
    wider = max(sides, key=lambda one: NUMBERS[one])
    if isinstance(node, exp.Div) and wider in (INT2, INT4, INT8):
        node.replace(exp.IntDiv(this=node.this, expression=node.expression))
    return wider


def array(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    items = node.expressions
    if len(items) == 1 and isinstance(items[0], exp.Query):
        return array_of(reading.read_query(items[0], scope)[0].type)
    inner = _unify(items, scope, reading)
    return array_of(inner or TEXT)


def bracket(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """A vector's elements count from 0, an array's from 1. sqlglot has counted a written number down by one."""
    of = reading.read(node.this, scope) or 0
    [place] = node.expressions
    if isinstance(place, exp.Slice):
        read_all([one for one in (place.this, place.expression) if one is not None], scope, reading)
        return of
    written = _written_number(place)
    shift = 1 if of in VECTORS else 0
    if written is None:
        reading.read(place, scope)
        [place] = node.expressions
        index: exp.Expr = exp.Add(this=exp.paren(place.copy()), expression=exp.Literal.number(shift))
    else:
        index = exp.Literal.number(written + 1 + shift)
    node.replace(exp.Anonymous(this="list_extract", expressions=[node.this, index]))
    return element(of) or None


def _written_number(node: exp.Expr) -> int | None:
    if isinstance(node, exp.Neg) and isinstance(node.this, exp.Literal):
        return -int(node.this.name)
    return int(node.name) if isinstance(node, exp.Literal) and node.name.isdigit() else None


def interval(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """A length of time that stands in the statement."""
    if not isinstance(node.this, exp.Literal):
        raise unserved(node)
    return INTERVAL


def collated(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """Text is always compared by code point, so a collation changes nothing."""
    found = reading.read(node.this, scope)
    node.replace(node.this)
    return found
