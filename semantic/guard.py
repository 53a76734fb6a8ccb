"""What could fail on a value is computed of readable rows only, whatever order the engine chooses.

An engine tests filters in any order, and may compute a value before a row is found to be another's: a cast, a
remainder or an overflow would then tell of a value that nobody may read, by its error. So each such expression over
rows that are cut becomes `CASE WHEN readable THEN … END`, where `readable` is the outcome of the cut itself. What
cannot fail is left as it is, and with it nearly every statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from sqlglot import exp

from semantic.lower import column, identifier

READABLE = "@readable"  # no column of a table: these are read by names of letters, digits and _
CUT = "cut"  # marks the rows that a policy has cut, wherever they are put
# Of columns and values these give a value or NULL, whatever they are given.
INFALLIBLE = (
    exp.Column, exp.Star, exp.Literal, exp.Placeholder, exp.Boolean, exp.Null, exp.Identifier, exp.DataType, exp.Var,
    exp.And, exp.Or, exp.Not, exp.Paren, exp.Is, exp.In, exp.Tuple, exp.Between, exp.Case, exp.If, exp.Coalesce,
    exp.Nullif, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Like, exp.ILike,
    exp.Lower, exp.Upper, exp.Length, exp.Contains, exp.StartsWith, exp.EndsWith, exp.Alias, exp.TryCast,
)  # fmt: skip
# These hold values, and are none.
HOLDING = (
    exp.And, exp.Or, exp.Not, exp.Paren, exp.Alias, exp.Where, exp.Group, exp.GroupingSets, exp.Qualify, exp.Order,
    exp.Ordered, exp.Distinct, exp.Filter, exp.WithinGroup, exp.Tuple,
)  # fmt: skip
READ_IN = ("expressions", "where", "joins", "group", "qualify", "order")  # parts of a SELECT that read its rows


def guard(statement: exp.Select) -> None:
    """Guards every SELECT of the statement over rows that are cut."""
    for select in list(statement.find_all(exp.Select)):
        cut = {one.alias: one for one in _sources(select) if one.meta.get(CUT)}
        if not cut:
            continue
        fallible = [(node, list(cut)) for part in _parts(select) for node in _fallible(part, frozenset(cut))]
        for part in _beside(select):
            fallible += [(node, _read(node, cut)) for node in _fallible(part, frozenset(cut))]
        for name in cut if fallible else ():
            _tell_readable(cut[name])
        for node, names in fallible:
            node.replace(exp.Case(ifs=[exp.If(this=_readable(names), true=node.copy())]))


def _sources(select: exp.Select) -> Iterator[exp.Expr]:
    if "from_" in select.args:
        yield select.args["from_"].this
    yield from (join.this for join in select.args.get("joins") or ())


def _parts(select: exp.Select) -> Iterator[exp.Expr]:
    """What the SELECT computes of its rows, and not what its sources compute of theirs."""
    for name in READ_IN:
        found = select.args.get(name)
        for part in found if isinstance(found, list) else [found]:
            part = part.args.get("on") if isinstance(part, exp.Join) else part
            if part is not None:
                yield part


def _beside(select: exp.Select) -> Iterator[exp.Expr]:
    """What is computed beside each row, before all that is joined to it: by a SELECT that reads no rows of its own."""
    for join in select.args.get("joins") or ():
        bare = join.this.find_all(exp.Select) if isinstance(join.this, exp.Lateral) else ()
        yield from (column for one in bare if "from_" not in one.args for column in one.expressions)


def _fallible(node: exp.Expr, cut: frozenset[str]) -> Iterator[exp.Expr]:
    """The largest parts of one row's value that could fail on a column of the cut rows."""
    aggregates = next(node.find_all(exp.AggFunc, exp.Window, exp.Subquery), None) is not None
    if not aggregates and not isinstance(node, HOLDING):
        if _could_fail(node, cut):
            yield node
        return
    for child in node.iter_expressions():
        yield from _fallible(child, cut)


def _read(node: exp.Expr, cut: Iterable[str]) -> list[str]:
    tables = {one.table for one in node.find_all(exp.Column)}
    return [name for name in cut if name in tables]


def _could_fail(node: exp.Expr, cut: frozenset[str]) -> bool:
    """Whether some operation that may fail reads a column of the cut rows."""
    operations = (one for one in node.walk() if not isinstance(one, INFALLIBLE))
    return any(read.table in cut for one in operations for read in one.find_all(exp.Column))


def _tell_readable(rows: exp.Expr) -> None:
    """`SELECT x.* … WHERE cut` as `SELECT * FROM (SELECT x.*, cut AS readable …) WHERE readable`: tested once."""
    inner = rows.this
    test = inner.args["where"].this
    inner.set("where", None)
    told = exp.Is(this=exp.Paren(this=test), expression=exp.true())
    inner.append("expressions", exp.Alias(this=told, alias=identifier(READABLE)))
    whole = exp.Subquery(this=inner, alias=exp.TableAlias(this=identifier(rows.alias)))
    outer = exp.Select(expressions=[exp.Star()], from_=exp.From(this=whole))
    outer.set("where", exp.Where(this=column(rows.alias, READABLE)))
    rows.set("this", outer)


def _readable(cut: Iterable[str]) -> exp.Expr:
    """A row that an outer join adds is nobody's, and readable."""
    tests: list[exp.Expr] = [exp.Is(this=column(name, READABLE), expression=exp.Not(this=exp.false())) for name in cut]
    return reduce(lambda left, right: exp.And(this=left, expression=right), tests)
