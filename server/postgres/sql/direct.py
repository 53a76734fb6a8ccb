"""A composition that computes nothing over its one question is that question: its answer streams as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlglot import exp

from semantic.compose import Composition
from semantic.model.model import SUBTOTAL_SUFFIX
from semantic.query import Order, Query

NO_OTHER = ("where", "group", "having", "joins", "qualify")


@dataclass(frozen=True)
class Direct:
    """The question, and for each output the column of its answer. `moments` are the places of days shown as moments."""

    query: Query
    picks: tuple[str, ...]
    moments: frozenset[int] = frozenset()


def direct(composition: Composition, max_rows: int) -> Direct | None:
    """The question with the select's order and limit in it; None where something is computed over it.

    A limit over the most that is served, as clients ask for to learn that there is more, cuts nothing: an answer that
    long is refused.
    """
    select = composition.select
    if len(composition.questions) != 1 or not isinstance(select, exp.Select):
        return None
    (table, query), origin = next(iter(composition.questions.items())), select.args.get("from_")
    if origin is None or not isinstance(origin.this, exp.Table) or any(select.args.get(key) for key in NO_OTHER):
        return None
    if not isinstance(query, Query):
        return None
    outputs = [one.this if isinstance(one, exp.Alias) else one for one in select.expressions]
    picks = [_column(one, table) for one in outputs]
    order = list(_orders(select, table))
    found = [one for one in picks if one is not None]
    if len(found) < len(picks) or any(one is None for one in order):
        return None
    if select.args.get("distinct") and not _keys(query) <= set(found):
        return None
    limit, offset = _count(select, "limit"), _count(select, "offset")
    cut = limit is not None or bool(offset)
    limit = None if limit is not None and limit > max_rows else limit
    known = tuple(one for one in order if one is not None)
    asked = replace(query, order=known, limit=limit, offset=offset or 0, exact=False, unordered=not known and not cut)
    return Direct(asked, tuple(found), frozenset(i for i, one in enumerate(outputs) if isinstance(one, exp.Cast)))


def cuts_all(select: exp.Query) -> bool:
    """Whether the select gives no row whatever it is over."""
    where = select.args.get("where")
    nothing = where is not None and isinstance(where.this, exp.Boolean) and not where.this.this
    limit = select.args.get("limit")
    return (nothing and isinstance(select, exp.Select)) or (limit is not None and limit.expression.name == "0")


def _column(node: exp.Expr, table: str) -> str | None:
    """The answer's column; a period of it, too, as the moment when it begins."""
    if isinstance(node, exp.Cast) and node.to.is_type(exp.DataType.Type.TIMESTAMP):
        node = node.this if node.this.name.count(".") == 2 else node
    return node.name if isinstance(node, exp.Column) and node.table == table else None


def _keys(query: Query) -> set[str]:
    return {*query.dimensions, *(f"{one.dimension}.{one.granularity}" for one in query.time_dimensions)}


def _orders(select: exp.Select, table: str) -> Iterator[Order | None]:
    """The order's columns; a dimension's declared order, and where its subtotals stand, are the question's own."""
    clause = select.args.get("order")
    for one in clause.expressions if clause else ():
        if isinstance(one.this, exp.Case) and one.this.this is not None and _column(one.this.this, table):
            continue
        name = _column(one.this, table)
        if name is not None and name.endswith(SUBTOTAL_SUFFIX):
            continue
        desc, first = bool(one.args.get("desc")), bool(one.args.get("nulls_first"))
        yield Order(name, desc, first) if name is not None else None


def _count(select: exp.Select, key: str) -> int | None:
    clause = select.args.get(key)
    return int(clause.expression.name) if clause is not None else None
