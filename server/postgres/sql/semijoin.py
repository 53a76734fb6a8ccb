"""A join as a filter: one side of it only says which members of the other are meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlglot import exp

from semantic.compose import Composition, Shown
from server.postgres.sql.leaves import as_leaf, leaf
from server.postgres.sql.names import Scope, Source
from server.postgres.sql.refusals import refuse
from server.postgres.sql.relations import Open, Reading, Rows
from server.postgres.sql.values import literal

HINT = "Name a view that has both, or the measure that combines them."


def joined(first: Source, other: Source, join: exp.Join, close: Callable[[Source], Rows]) -> Source:
    """The first source, cut to the members that the other lists. Raises U453 for any other join."""
    if not isinstance(first.relation, Open) and isinstance(other.relation, Open) and not join.side:
        first, other = other, first
    open_ = first.relation
    if not isinstance(open_, Open) or join.side or join.kind not in ("", "INNER") or join.args.get("using"):
        raise refuse("U453", "Two views are joined.", HINT, join.this)
    pairs = _pairs(join.args.get("on"), first, other)
    if not pairs:
        raise refuse("U453", "Two views are joined.", HINT, join.this)
    rows = close(other)
    if set(rows.cells) != {name for _, name, _ in pairs} or any(c.is_measure for c in rows.cells.values()):
        raise refuse("U453", "Two views are joined.", HINT, join.this)
    test = _among(pairs, rows, other.reading)
    return replace(first, relation=replace(open_, where=(*open_.where, test)))


Pair = tuple[exp.Column, str, bool]  # the leaf, the other's column, whether NULL is like NULL


def _pairs(on: exp.Expr | None, first: Source, other: Source) -> list[Pair]:
    found: list[Pair] = []
    for part in on.flatten() if isinstance(on, exp.And) else [on] if on is not None else []:
        test, null_safe = part.unnest(), False
        if isinstance(test, exp.Or):
            left, right = test.left.unnest(), test.right.unnest()
            test, other_ = (right, left) if isinstance(left, exp.And) else (left, right)
            if not isinstance(test, exp.EQ) or not _is_both_null(other_, test):
                return []
            null_safe = True
        pair = _pair(test, first, other)
        if pair is None:
            return []
        found.append((*pair, null_safe or isinstance(test, exp.NullSafeEQ)))
    return found


def _is_both_null(node: exp.Expr, same: exp.EQ) -> bool:
    """`a is null and b is null`, of the two that `a = b` compares."""
    parts = [one.unnest() for one in node.flatten()] if isinstance(node, exp.And) else []
    tested = [one.this.unnest() for one in parts if isinstance(one, exp.Is) and isinstance(one.expression, exp.Null)
              and not one.args.get("negate")]  # fmt: skip
    compared = [same.this.unnest(), same.expression.unnest()]
    return len(parts) == 2 and (tested == compared or tested == compared[::-1])


def _pair(test: exp.Expr, first: Source, other: Source) -> tuple[exp.Column, str] | None:
    if not isinstance(test, (exp.EQ, exp.NullSafeEQ)):
        return None
    for left, right in ((test.this, test.expression), (test.expression, test.this)):
        if not (isinstance(left, exp.Column) and isinstance(right, exp.Column)):
            return None
        if left.table.lower() != first.alias.lower() or right.table.lower() != other.alias.lower():
            continue
        member = Scope(first).find(left)
        found = as_leaf(member) if member is not None else None
        relation = other.relation
        names = relation.columns if isinstance(relation, Open) else relation.cells
        name = Scope._among(right.name, bool(right.this.args.get("quoted")), list(names))
        if found is not None and name is not None:
            return found, name
    return None


def _among(pairs: list[Pair], rows: Rows, reading: Reading) -> exp.Expr:
    """Whether the members are among the rows, as tests over leaves."""
    shown = tuple(Shown(name) for name in rows.cells)
    found = reading.values_of(Composition(dict(reading.questions), rows.select, shown))
    order = [list(rows.cells).index(name) for _, name, _ in pairs]
    if len(pairs) == 1:
        member, _, null_safe = pairs[0]
        values = [row[order[0]] for row in found]
        known = [literal(one) for one in values if one is not None]
        tests: list[exp.Expr] = [exp.In(this=leaf(member.name), expressions=known)] if known else []
        if null_safe and len(known) < len(values):
            tests.append(exp.Is(this=leaf(member.name), expression=exp.null()))
        return exp.or_(*tests) if tests else exp.false()
    each = [exp.and_(*(_same(one, row[place]) for one, place in zip(pairs, order, strict=True))) for row in found]
    return exp.Paren(this=exp.or_(*each)) if each else exp.false()


def _same(pair: Pair, value: object) -> exp.Expr:
    kind = exp.NullSafeEQ if pair[2] else exp.EQ
    return kind(this=leaf(pair[0].name), expression=literal(value))
