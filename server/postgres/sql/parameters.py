"""What `$1`, `$2`… are in a statement, and the statement with values in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlglot import exp

from semantic import breakdown_query as breakdown
from semantic.access.visible import VisibleModel
from semantic.long_view import columns as long_view
from semantic.model.model import Dimension, Measure
from server.postgres.sql.as_of import AS_OF
from server.postgres.sql.refusals import refuse
from server.postgres.sql.values import literal
from server.postgres.sql.where import PERIODS
from server.postgres.types import ARRAYS, INT4, INT8, OF_COLUMN, TEXT, TYPES, PgType

COMPARED = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Between, exp.In,
            exp.Like, exp.ILike)  # fmt: skip


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
    computed: dict[str, PgType] = {}
    if long_view.LONG_VIEW in names:
        computed |= {long_view.bare(one): OF_COLUMN[one.type] for one in long_view.COLUMNS}
    if breakdown.BREAKDOWN in names:
        computed |= {breakdown.bare(one): OF_COLUMN[one.type] for one in breakdown.RELATION}
    of_views = {
        name.lower(): OF_COLUMN[entry.member.data_type]
        for view in visible.views.values()
        if view.name.lower() in names
        for name, entry in view.members.items()
        if isinstance(entry.member, (Dimension, Measure))
    }
    return {AS_OF: OF_COLUMN["date"]} | computed | of_views


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
    if isinstance(parent, (exp.Round, exp.Left, exp.Right, exp.Substring)) and parent.this is not node:
        return INT4
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


def bound(tree: exp.Query, values: Sequence[object]) -> exp.Query:
    """The tree with values in the place of parameters."""
    if tree.find(exp.Parameter, exp.Any, exp.All) is None:
        return tree

    def change(node: exp.Expr) -> exp.Expr:
        if isinstance(node, (exp.EQ, exp.NEQ)) and isinstance(node.expression, (exp.Any, exp.All)):
            return _any(node, values)
        return _bound_parameter(node, values) if isinstance(node, exp.Parameter) else node

    changed = tree.transform(change)
    assert isinstance(changed, exp.Query)
    return changed


def typed(tree: exp.Query, types: Sequence[PgType]) -> exp.Query:
    """The tree with values that stand for those of parameters, where only types are asked for: no row is read by them.

    They are values and not NULL, since what a question may ask depends on whether it is filtered to a value.
    """

    def change(node: exp.Expr) -> exp.Expr:
        if isinstance(node, (exp.TimestampTrunc, exp.DateTrunc, exp.Extract)):
            unit = "this" if isinstance(node, exp.Extract) else "unit"
            if isinstance(node.args.get(unit), exp.Parameter):
                node.set(unit, exp.Var(this="YEAR"))
        of_period = isinstance(node, exp.Anonymous) and node.name.lower() in PERIODS
        of_day = isinstance(node, exp.EQ) and any(one.name.lower() == AS_OF for one in node.find_all(exp.Column))
        if (of_period or of_day) and node.find(exp.Parameter):
            return exp.true()  # a day that stands for another may be one that cannot be asked for
        return node

    changed = tree.transform(change)
    assert isinstance(changed, exp.Query)
    return bound(changed, [stand_in(one) for one in types])


STAND_INS: Mapping[int, object] = {
    16: True, 700: 0.5, 701: 0.5, 1700: Decimal("0.5"), 1082: date(2000, 1, 1), 1114: datetime(2000, 1, 1),
    1184: datetime(2000, 1, 1), **dict.fromkeys((20, 21, 23, 26), 1),
}  # fmt: skip


def stand_in(kind: PgType) -> object:
    """A value of the type."""
    return [stand_in(TYPES[kind.element])] if kind.element else STAND_INS.get(kind.oid, "")


def _any(node: exp.Binary, values: Sequence[object]) -> exp.Expr:
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


def _items(node: exp.Expr, values: Sequence[object]) -> list[exp.Expr]:
    if isinstance(node, exp.Cast):
        return _items(node.this, values)
    if isinstance(node, exp.Array):
        return [one.copy() for one in node.expressions]
    if isinstance(node, exp.Parameter):
        value = _value(node, values)
        if not isinstance(value, (list, tuple)) and value is not None:
            raise refuse("U450", "'ANY' takes a list.", "Bind an array, or write IN (…).", node)
        return [literal(one) for one in value or ()]
    if isinstance(node, exp.Literal) and node.is_string and node.name.startswith("{") and "\\" not in node.name:
        parts = [one.strip().strip('"') for one in node.name.strip("{}").split(",")]
        return [exp.null() if one == "NULL" else exp.Literal.string(one) for one in parts if one]
    raise refuse("U450", "'ANY' takes a list.", "Write ANY($1), or IN (…).", node)


def _value(node: exp.Parameter, values: Sequence[object]) -> object:
    number = _number(node)
    if number > len(values):
        raise refuse("P123", f"There is no value for '${number}'.", None, node)
    return values[number - 1]


def _bound_parameter(node: exp.Parameter, values: Sequence[object]) -> exp.Expr:
    return literal(_value(node, values))
