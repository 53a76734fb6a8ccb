"""Expressions of PostgreSQL's to DuckDB's, in place, each with its type as PostgreSQL has it.

Only what stands in `READERS` is ever let through: what is not known is refused (U450), never passed on.
"""

from __future__ import annotations

from decimal import Decimal

from sqlglot import exp

from semantic.errors import Problem, ServiceError, shown
from semantic.errors import refusal as refused
from server.postgres.catalogue import kinds
from server.postgres.catalogue.calls import COLUMNS_OF
from server.postgres.catalogue.cast import coerce
from server.postgres.catalogue.facts import INFORMATION_SCHEMA, PG_CATALOG
from server.postgres.catalogue.functions import FIXED, extreme, summed
from server.postgres.catalogue.kinds import (
    BOOL,
    INT2,
    INT4,
    INT8,
    NUMERIC,
    RECORD,
    TEXT,
    UNKNOWN,
    array_of,
    element,
)  # fmt: skip
from server.postgres.catalogue.scope import SYSTEM_COLUMNS, Reader, Reading, Scope, Type, find_column, unserved

PARTS = {name: type for parts in COLUMNS_OF.values() for name, type in parts if name != "x"}
"""Of composite values, the types of their parts; that of `x` is another each time."""
SPECIAL = {"user": "current_user", "current_role": "current_role"}  # read as columns, and functions


def read_all(nodes: list[exp.Expr], scope: Scope, reading: Reading) -> list[Type]:
    return [reading.read(one, scope) for one in nodes]


def column(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    assert isinstance(node, exp.Column)
    try:
        source, found = find_column(node, scope)
    except ServiceError:
        return _not_a_column(node, scope, reading)
    if found.name in SYSTEM_COLUMNS and source is not None and source.find(found.name) is None:
        return _system_column(node, found.name, source.table)
    node.set("db", None)
    if source is not None and not (found.name in scope.merged and not node.table):
        node.set("table", exp.to_identifier(source.alias, quoted=True))
    node.meta["field"] = found
    return kinds.base(found.type)


def _not_a_column(node: exp.Column, scope: Scope, reading: Reading) -> Type:
    """A word that PostgreSQL reads as a function, or a whole row of one column."""
    if not node.table and node.name in SPECIAL and node.this.meta.get("bare"):
        call = exp.Anonymous(this=SPECIAL[node.name])
        node.replace(call)
        return reading.read(call, scope)
    find_column(node, scope)
    raise AssertionError("unreachable")


def _system_column(node: exp.Column, name: str, table: int) -> int:
    value = {"tableoid": str(table), "ctid": "(0,1)"}.get(name, "1")
    type = SYSTEM_COLUMNS[name]
    node.replace(exp.cast(exp.Literal.string(value), kinds.engine_type(type), dialect="duckdb"))
    return type


def literal(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    if node.is_string:
        return UNKNOWN
    text = node.name
    if not text.isdigit():
        node.replace(exp.Literal.number(f"{Decimal(text):f}"))
        return NUMERIC
    return INT4 if int(text) < 2**31 else INT8 if int(text) < 2**63 else NUMERIC


def parameter(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """The type is what the client declared, or what another place made of it, or still open."""
    return reading.parameters.setdefault(int(node.name), 0) or UNKNOWN


def typed_as(type: int) -> Reader:
    """Reads what is below and is of one type itself."""

    def reader(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
        for child in list(node.iter_expressions()):
            reading.read(child, scope)
        return type

    return reader


def through(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """What a parenthesis, an alias or a sign holds."""
    return reading.read(node.this, scope)


def compare(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """Both sides are brought to one type: a string or an open parameter takes the other's."""
    _plain_quantifier(node)
    left, right = reading.read(node.this, scope), reading.read(node.expression, scope)
    if isinstance(node.expression, (exp.Any, exp.All)):
        _member_of(node, left, right, reading)
        if isinstance(node, exp.NEQ) and isinstance(node.expression, exp.All):
            equal = exp.EQ(this=node.this, expression=exp.Any(this=node.expression.this))
            node.replace(exp.Not(this=exp.paren(equal)))
        return BOOL
    level(node, left, right, reading)
    return BOOL


def _plain_quantifier(node: exp.Expr) -> None:
    """`SOME` and `ALL` before an array: sqlglot takes them for functions."""
    held = node.expression
    name = str(held.this).lower() if isinstance(held, exp.Anonymous) else ""
    if name in ("some", "all", "any"):
        held.replace((exp.All if name == "all" else exp.Any)(this=held.expressions[0]))


def level(node: exp.Expr, left: Type, right: Type, reading: Reading) -> Type:
    """The common type of the two sides, `this` and `expression`, of which an open one is converted."""
    if left == UNKNOWN and right not in (UNKNOWN, None):
        coerce(node.this, UNKNOWN, right, reading)
        return right
    if right == UNKNOWN and left not in (UNKNOWN, None):
        coerce(node.expression, UNKNOWN, left, reading)
        return left
    if left == right == UNKNOWN:
        coerce(node.this, UNKNOWN, TEXT, reading)
        coerce(node.expression, UNKNOWN, TEXT, reading)
        return TEXT
    return left


def _member_of(node: exp.Expr, left: Type, right: Type, reading: Reading) -> None:
    """`x = ANY (array)`: the array, or what is to become one, holds the type of `x`."""
    held = node.expression.this
    if isinstance(held, exp.Query):
        return
    if right == UNKNOWN:
        coerce(held, UNKNOWN, array_of(left or TEXT), reading)
    elif left == UNKNOWN:
        coerce(node.this, UNKNOWN, element(right or 0) or TEXT, reading)


def any_of(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    held = node.this
    if isinstance(held, exp.Query):
        return reading.read_query(held, scope)[0].type
    return reading.read(held, scope)


def within(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    left = reading.read(node.this, scope)
    query = node.args.get("query")
    if query is not None:
        reading.read_query(query.this if isinstance(query, exp.Subquery) else query, scope)
        return BOOL
    for one in node.expressions:
        found = reading.read(one, scope)
        if left == UNKNOWN and found not in (UNKNOWN, None):
            coerce(node.this, UNKNOWN, found, reading)
            left = found
    for one in node.expressions:
        if _is_open(one, reading):
            coerce(one, UNKNOWN, left or TEXT, reading)
    return BOOL


def _is_open(node: exp.Expr, reading: Reading) -> bool:
    if isinstance(node, exp.Parameter):
        return not reading.parameters.get(int(node.name))
    return isinstance(node, exp.Null) or (isinstance(node, exp.Literal) and node.is_string)


def between(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    left = reading.read(node.this, scope)
    for key in ("low", "high"):
        if reading.read(node.args[key], scope) == UNKNOWN:
            coerce(node.args[key], UNKNOWN, left or TEXT, reading)
    return BOOL


def pattern(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """LIKE, whose escape is a backslash unless told otherwise, and regular expressions."""
    for side in (node.this, node.expression):
        if reading.read(side, scope) == UNKNOWN:
            coerce(side, UNKNOWN, TEXT, reading)
    if isinstance(node, (exp.Like, exp.ILike)) and not isinstance(node.parent, exp.Escape):
        negated = node.args.get("negate")
        node.set("negate", None)
        bare = node.copy()
        escaped = exp.Escape(this=bare, expression=exp.Literal.string("\\"))
        node.replace(exp.Not(this=exp.Paren(this=escaped)) if negated else escaped)
    return BOOL


def escape(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    like = node.this
    negated = like.args.get("negate")
    like.set("negate", None)
    reading.read(like, scope)
    reading.read(node.expression, scope)
    if negated:
        node.replace(exp.Not(this=exp.Paren(this=node.copy())))
    return BOOL


OPERATORS: dict[str, type[exp.Expr]] = {
    "~": exp.RegexpLike, "~*": exp.RegexpILike, "~~": exp.Like, "~~*": exp.ILike, "=": exp.EQ, "<>": exp.NEQ,
    "!=": exp.NEQ, "<": exp.LT, ">": exp.GT, "<=": exp.LTE, ">=": exp.GTE, "||": exp.DPipe, "+": exp.Add, "-": exp.Sub,
}  # fmt: skip


def operator(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """`OPERATOR(pg_catalog.~)` is the operator itself."""
    word = str(node.args["operator"]).replace(" ", "").removeprefix("pg_catalog.")
    made = OPERATORS.get(word.removeprefix("!") if word.startswith("!~") else word)
    if made is None:
        raise unserved(node)
    plain = made(this=node.this, expression=node.expression)
    if word.startswith("!~"):
        node.replace(exp.Not(this=plain))
    else:
        node.replace(plain)
    return reading.read(plain, scope)


def dot(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """A function under its schema's name, or a part of a composite value."""
    holder, part = node.this, node.expression
    if isinstance(holder, exp.Identifier) and isinstance(part, exp.Func):
        if holder.name not in (PG_CATALOG, INFORMATION_SCHEMA):
            raise refused(Problem("P180", f"There is no function '{shown(holder.name)}.{shown(part.name)}'."))
        node.replace(part)
        return reading.read(part, scope)
    reading.read(holder, scope)
    return PARTS.get(part.name)


def subquery(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    query = node if isinstance(node, exp.Query) and not isinstance(node, exp.Subquery) else node.this
    fields = reading.read_query(query, scope)
    return fields[0].type if fields else None


def exists(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    reading.read_query(node.this, scope)
    return BOOL


def row(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    for one in node.expressions:
        reading.read(one, scope)
    return RECORD


def window(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    found = reading.read(node.this, scope)
    read_window(node, scope, reading)
    return found


def read_window(node: exp.Expr, scope: Scope, reading: Reading) -> None:
    """What a window is over. Its bounds are numbers or words."""
    for one in node.args.get("partition_by") or ():
        reading.read(one, scope)
    if node.args.get("order"):
        reading.read(node.args["order"], scope)
    spec = node.args.get("spec")
    bounds = [spec.args.get(key) for key in ("start", "end")] if spec is not None else []
    if any(isinstance(one, exp.Expr) and not isinstance(one, exp.Literal) for one in bounds):
        raise unserved(node)


def order(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    found = reading.read(node.this, scope) if node.this is not None else None
    for one in node.expressions:
        reading.read(one.this, scope)
    return found


def distinct(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    return next(iter(read_all(node.expressions, scope, reading)), None)


def filtered(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    reading.read(node.expression.this, scope)
    return reading.read(node.this, scope)


def fixed(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    for child in list(node.iter_expressions()):
        if not isinstance(child, (exp.Var, exp.Star)):
            open = reading.read(child, scope) == UNKNOWN
            if open and isinstance(child, exp.Parameter):
                coerce(child, UNKNOWN, TEXT, reading)
    return FIXED[type(node)]


def like_first(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    found = [reading.read(one, scope) for one in list(node.iter_expressions()) if not isinstance(one, exp.Var)]
    if isinstance(node, (exp.Max, exp.Min)):
        return extreme(found[0])
    return found[0] if found else None


def aggregated(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    of = reading.read(node.this, scope)
    if isinstance(node, exp.ArrayAgg):
        return array_of(of or TEXT)
    return summed(of) if isinstance(node, exp.Sum) else NUMERIC if of in (INT2, INT4, INT8, NUMERIC) else of


def counted(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    if not isinstance(node.this, exp.Star):
        reading.read(node.this, scope)
    return INT8
