"""The text of a statement → its tree, and what `$1`, `$2`… are in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError as SqlglotParseError
from sqlglot.errors import TokenError

from semantic.access.visible import VisibleModel
from semantic.errors import Place, Problem, ServiceError, refusal
from semantic.model.model import Dimension, Measure
from server.postgres.sql.parts import check_parts
from server.postgres.sql.refusals import not_served, refuse
from server.postgres.sql.values import literal
from server.postgres.types import ARRAYS, INT8, OF_COLUMN, TEXT, TYPES, PgType

MOST_NESTED = 60  # brackets and subqueries within each other
COMPARED = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Between, exp.In,
            exp.Like, exp.ILike)  # fmt: skip

INTERVALS = re.compile(r"\binterval\s*'([^']*)'", re.IGNORECASE)
INTERVAL = re.compile(r"\s*([-+]?\d+(\.\d+)?\s*[a-z]+\s*)+|\s*[-+]?\d+\s*", re.IGNORECASE)
"""What the parser reads whole of an interval's text; it passes over the `ago` behind one."""
QUANTIFIED = {"all": exp.All, "any": exp.Any, "some": exp.Any}


def read(text: str) -> exp.Query:
    """The one query that the text is. Raises ParseError (P120) with its place."""
    try:
        trees = [one for one in sqlglot.parse(text, dialect="postgres") if one is not None]
    except SqlglotParseError as error:
        raise _unread(text, error) from None
    except (TokenError, RecursionError, ValueError):
        raise refusal(Problem("P120", "The SQL cannot be read.", "Is a quote or a bracket left open?")) from None
    if len(trees) != 1 or not isinstance(trees[0], (exp.Query, exp.Values)):
        raise refusal(Problem("U450", "Only SELECT is served.", "Figures are read here, never written."))
    if isinstance(trees[0], exp.Values):
        raise not_served("VALUES", trees[0], "Write SELECT … FROM a view.")
    if any(not INTERVAL.fullmatch(one) for one in INTERVALS.findall(text)):
        raise not_served("This interval", None, "Write for example interval '3 months'.")
    _check_depth(trees[0])
    check_parts(trees[0])
    return trees[0].transform(_written)  # type: ignore[return-value]


def _written(node: exp.Expr) -> exp.Expr:
    """Texts however they are written, and quantified lists that the parser takes for functions."""
    if isinstance(node, (exp.ByteString, exp.RawString)):
        return exp.Literal.string(node.name)
    if isinstance(node, exp.Fetch):
        options = node.args.get("limit_options")
        if options is not None and (options.args.get("with_ties") or options.args.get("percent")):
            raise not_served("FETCH WITH TIES or by percent", node, "Number the rows with rank().")
        return exp.Limit(expression=node.args.get("count") or exp.Literal.number(1))
    if isinstance(node, (exp.In, exp.EQ, exp.NEQ)) and isinstance(node.this, exp.Tuple):
        return _rows_compared(node)
    if isinstance(node, exp.Anonymous) and node.name.lower() in QUANTIFIED and len(node.expressions) == 1:
        return QUANTIFIED[node.name.lower()](this=node.expressions[0])
    return node


def _rows_compared(node: exp.Expr) -> exp.Expr:
    """`(a, b) IN ((1, 2), …)` as tests of each: a row with an unknown value may still differ from another."""
    others = node.expressions if isinstance(node, exp.In) else [node.expression]
    width = len(node.this.expressions)
    if not others or any(not isinstance(one, exp.Tuple) or len(one.expressions) != width for one in others):
        raise not_served("A comparison of rows with this", node, "Write (a, b) IN ((1, 2), …).")
    each = [exp.Paren(this=exp.and_(*(exp.EQ(this=left.copy(), expression=right.copy())
                                      for left, right in zip(node.this.expressions, one.expressions, strict=True))))
            for one in others]  # fmt: skip
    found = exp.Paren(this=_any_of(each))
    return exp.Not(this=found) if isinstance(node, exp.NEQ) else found


def _any_of(tests: Sequence[exp.Expr]) -> exp.Expr:
    """One of them, as a shallow tree."""
    middle = len(tests) // 2
    return exp.Or(this=_any_of(tests[:middle]), expression=_any_of(tests[middle:])) if middle else tests[0]


def _unread(text: str, error: SqlglotParseError) -> ServiceError:
    found = error.errors[0] if error.errors else {}
    lines = text.split("\n")
    line, column = int(found.get("line") or 1), int(found.get("col") or 1)
    near = str(found.get("highlight") or "")
    before = sum(len(one) + 1 for one in lines[: line - 1])
    position = max(before + column - len(near) + 1, 1)
    message = f"The SQL cannot be read near '{near[:40]}'." if near else "The SQL cannot be read."
    return refusal(Problem("P120", message, at=Place(position=min(position, len(text) + 1))))


def _check_depth(tree: exp.Expr) -> None:
    level, depth = [tree], 0
    while level:
        depth += 1
        if depth > MOST_NESTED * 4:
            raise refusal(Problem("P120", "The SQL is nested too deep.", "Use IN for long lists of alternatives."))
        level = [part for one in level for part in one.iter_expressions()]


def parameters(tree: exp.Expr, declared: Sequence[int], visible: VisibleModel) -> tuple[PgType, ...]:
    """The type of each parameter: as declared, else that of what it is compared with, else text."""
    known = _column_types(tree, visible)
    found: dict[int, PgType] = {}
    for node in tree.find_all(exp.Parameter):
        number = _number(node)
        guess = _guess(node, known)
        if number not in found or found[number] is TEXT:
            found[number] = guess
    count = max([*found, len(declared)], default=0)
    given = {index + 1: TYPES[oid] for index, oid in enumerate(declared) if oid in TYPES and oid != 705}
    return tuple(given.get(index, found.get(index, TEXT)) for index in range(1, count + 1))


def _number(node: exp.Parameter) -> int:
    name = node.name
    if not name.isdigit() or not 1 <= int(name) <= 10_000:
        raise refuse("P123", f"There is no parameter '${name[:20]}'.", "They are written $1, $2…", node)
    return int(name)


def _column_types(tree: exp.Expr, visible: VisibleModel) -> Mapping[str, PgType]:
    names = {one.name.lower() for one in tree.find_all(exp.Table)}
    return {
        name.lower(): OF_COLUMN[entry.member.data_type]
        for view in visible.views.values()
        if view.name.lower() in names
        for name, entry in view.members.items()
        if isinstance(entry.member, (Dimension, Measure))
    }


def _guess(node: exp.Parameter, known: Mapping[str, PgType]) -> PgType:
    parent: exp.Expr | None = node.parent
    is_array = False
    while isinstance(parent, (exp.Paren, exp.Tuple, exp.Any, exp.All)):
        is_array |= isinstance(parent, (exp.Any, exp.All))
        parent = parent.parent
    if isinstance(parent, (exp.Limit, exp.Offset)):
        return INT8
    if isinstance(parent, exp.Cast):
        return _named(parent.to)
    if not isinstance(parent, COMPARED):
        return TEXT
    columns = [one.name.lower() for one in parent.find_all(exp.Column)]
    kind = next((known[name] for name in columns if name in known), TEXT)
    return ARRAYS.get(kind.oid, TEXT) if is_array else kind


def _named(to: exp.DataType) -> PgType:
    words = {"int": "int4", "bigint": "int8", "smallint": "int2", "double": "float8", "float": "float4",
             "decimal": "numeric", "boolean": "bool", "timestamptz": "timestamptz"}  # fmt: skip
    is_array = to.this is exp.DataType.Type.ARRAY
    inner = to.expressions[0] if is_array and to.expressions else to
    name = inner.this.value.lower() if isinstance(inner, exp.DataType) else "text"
    found = next((one for one in TYPES.values() if one.name == words.get(name, name)), TEXT)
    return ARRAYS.get(found.oid, TEXT) if is_array else found


def bound(tree: exp.Query, values: Sequence[object] | None) -> exp.Query:
    """The tree with values in the place of parameters; with NULL, where only types are asked for."""

    def change(node: exp.Expr) -> exp.Expr:
        if isinstance(node, (exp.EQ, exp.NEQ)) and isinstance(node.expression, (exp.Any, exp.All)):
            return _any(node, values)
        return _bound_parameter(node, values) if isinstance(node, exp.Parameter) else node

    changed = tree.transform(change)
    assert isinstance(changed, exp.Query)
    return changed


def _any(node: exp.Binary, values: Sequence[object] | None) -> exp.Expr:
    """`x = ANY(list)` as IN, `x <> ALL(list)` as NOT IN."""
    quantified, negated = node.expression, isinstance(node, exp.NEQ)
    if negated != isinstance(quantified, exp.All):
        raise refuse("U450", "'ANY' and 'ALL' are served as '= ANY' and '<> ALL'.", None, node)
    inner = quantified.this.unnest() if isinstance(quantified.this, exp.Paren) else quantified.this
    if isinstance(inner, exp.Query):
        found: exp.Expr = exp.In(this=node.this, query=exp.Subquery(this=inner))
    else:
        items = _items(inner, values)
        found = exp.In(this=node.this, expressions=items) if items else exp.false()
    return exp.Not(this=found) if negated else found


def _items(node: exp.Expr, values: Sequence[object] | None) -> list[exp.Expr]:
    if isinstance(node, exp.Cast):
        return _items(node.this, values)
    if isinstance(node, exp.Array):
        return [one.copy() for one in node.expressions]
    if isinstance(node, exp.Parameter):
        value = _value(node, values)
        return [literal(one) for one in value] if isinstance(value, (list, tuple)) else []
    if isinstance(node, exp.Literal) and node.is_string and node.name.startswith("{") and "\\" not in node.name:
        parts = [one.strip().strip('"') for one in node.name.strip("{}").split(",")]
        return [exp.null() if one == "NULL" else exp.Literal.string(one) for one in parts if one]
    raise refuse("U450", "'ANY' takes a list.", "Write ANY($1), or IN (…).", node)


def _value(node: exp.Parameter, values: Sequence[object] | None) -> object:
    number = _number(node)
    if values is None:
        return None
    if number > len(values):
        raise refuse("P123", f"There is no value for '${number}'.", None, node)
    return values[number - 1]


def _bound_parameter(node: exp.Parameter, values: Sequence[object] | None) -> exp.Expr:
    if values is None and isinstance(node.parent, (exp.Limit, exp.Offset)):
        return exp.Literal.number(0)
    return literal(_value(node, values))
