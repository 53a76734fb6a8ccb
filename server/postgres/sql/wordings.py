"""Different ways to write the same, as one; and what the parser would pass over, refused."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlglot import exp

from server.postgres.sql.parts import check_parts
from server.postgres.sql.refusals import not_served

INTERVALS = re.compile(r"\binterval\s*'([^']*)'", re.IGNORECASE)
INTERVAL = re.compile(r"\s*([-+]?\d+(\.\d+)?\s*[a-z]+\s*)+|\s*[-+]?\d+\s*", re.IGNORECASE)
"""What the parser reads whole of an interval's text; it passes over the `ago` behind one."""
QUANTIFIED = {"all": exp.All, "any": exp.Any, "some": exp.Any}


def as_one(tree: exp.Query, text: str) -> exp.Query:
    """The statement in the wording that the translation knows. Raises UnsupportedError (U450)."""
    if isinstance(tree, exp.Values):
        raise not_served("VALUES", tree, "Write SELECT … FROM a view.")
    if any(not INTERVAL.fullmatch(one) for one in INTERVALS.findall(text)):
        raise not_served("This interval", None, "Write for example interval '3 months'.")
    check_parts(tree)
    found = tree.transform(_written, copy=False)
    assert isinstance(found, exp.Query)
    return found


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
