"""Queries of PostgreSQL's to DuckDB's, in place, with the columns that they give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlglot import exp

from server.postgres.catalogue.cast import coerce
from server.postgres.catalogue.expressions import read_window
from server.postgres.catalogue.facts import Field
from server.postgres.catalogue.kinds import TEXT, UNKNOWN, common
from server.postgres.catalogue.named import output_name
from server.postgres.catalogue.scope import Reading, Scope, Source, unserved
from server.postgres.catalogue.sources import read_joins, read_source

UNSERVED = (
    "into",
    "qualify",
    "cluster",
    "connect",
    "match",
    "laterals",
    "pivots",
    "sample",
    "kind",
    "hint",
    "prewhere",
)


def read_query(query: exp.Query, outer: Scope | None, reading: Reading) -> tuple[Field, ...]:
    """The columns of the query, every one of a known type or None's 0, where only the engine can say."""
    fields = _read(query, outer, reading)
    return tuple(_closed(query, i, field, reading) for i, field in enumerate(fields))


def _closed(query: exp.Query, i: int, field: Field, reading: Reading) -> Field:
    """A column that is still of no type is text, as PostgreSQL has it."""
    if field.type != UNKNOWN:
        return field
    for select in _selects(query):
        if i < len(select.expressions):
            held = select.expressions[i]
            coerce(held.this if isinstance(held, exp.Alias) else held, UNKNOWN, TEXT, reading)
    return replace(field, type=TEXT)


def _selects(query: exp.Expr) -> list[exp.Select]:
    if isinstance(query, exp.SetOperation):
        return _selects(query.this) + _selects(query.expression)
    return _selects(query.this) if isinstance(query, exp.Subquery) else [query] if isinstance(query, exp.Select) else []


def _read(query: exp.Query, outer: Scope | None, reading: Reading) -> tuple[Field, ...]:
    ctes = _read_with(query, outer, reading)
    scope = Scope(outer=outer, ctes=ctes)
    if isinstance(query, exp.SetOperation):
        fields = _set_operation(query, scope, reading)
    elif isinstance(query, exp.Subquery):
        fields = _read(query.this, scope, reading)
    elif isinstance(query, exp.Select):
        return _select(query, scope, reading)
    else:
        raise unserved(query)
    _end(query, scope, fields, reading)
    return fields


def _read_with(query: exp.Query, outer: Scope | None, reading: Reading) -> Mapping[str, tuple[Field, ...]]:
    held = query.args.get("with_")
    known: dict[str, tuple[Field, ...]] = {}
    for cte in held.expressions if held is not None else ():
        assert held is not None
        scope = Scope(outer=outer, ctes=dict(known))
        if held.args.get("recursive") and isinstance(cte.this, exp.SetOperation):
            first = read_query(cte.this.this, scope, reading)
            known[cte.alias] = _renamed(cte, first)
            read_query(cte.this.expression, Scope(outer=outer, ctes=dict(known)), reading)
        else:
            known[cte.alias] = _renamed(cte, read_query(cte.this, scope, reading))
    return known


def _renamed(cte: exp.CTE, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    names = [one.name for one in cte.args["alias"].columns]
    return tuple(replace(one, name=names[i]) if i < len(names) else one for i, one in enumerate(fields))


def _set_operation(query: exp.SetOperation, scope: Scope, reading: Reading) -> tuple[Field, ...]:
    left = _read(query.this, scope, reading)
    right = _read(query.expression, scope, reading)
    found = []
    for i, (one, other) in enumerate(zip(left, right, strict=False)):
        open_side = query.this if one.type == UNKNOWN else query.expression if other.type == UNKNOWN else None
        known = common([side.type for side in (one, other) if side.type not in (UNKNOWN, 0)]) or one.type
        if open_side is not None and known not in (UNKNOWN, 0):
            for select in _selects(open_side):
                held = select.expressions[i]
                coerce(held.this if isinstance(held, exp.Alias) else held, UNKNOWN, known, reading)
        found.append(Field(one.name, known))
    return tuple(found)


def _select(query: exp.Select, scope: Scope, reading: Reading) -> tuple[Field, ...]:
    if any(query.args.get(one) for one in UNSERVED):
        raise unserved(query)
    query.set("locks", None)
    if query.args.get("from_") is not None:
        scope = scope.beside(*read_source(query.args["from_"].this, scope, reading))
    scope = read_joins(scope, query.args.get("joins") or (), reading)
    _expand_stars(query, scope)
    fields = _selected(query, scope, reading)
    if not query.expressions:
        query.set("expressions", [exp.Literal.number(1)])  # PostgreSQL has rows of no columns, DuckDB has not
    for window in query.args.get("windows") or ():
        read_window(window, scope, reading)
    for key in ("where", "having"):
        if query.args.get(key) is not None:
            reading.read(query.args[key].this, scope)
    outputs = {field.name: field.type for field in fields}
    _read_group(query, replace(scope, outputs=outputs), reading)
    distinct = query.args.get("distinct")
    if distinct is not None and distinct.args.get("on") is not None:
        for one in distinct.args["on"].expressions:
            reading.read(one, scope)
    _end(query, scope, fields, reading)
    return fields


def _read_group(query: exp.Select, scope: Scope, reading: Reading) -> None:
    group = query.args.get("group")
    if group is None:
        return
    if any(group.args.get(one) for one in ("rollup", "cube", "grouping_sets")):
        raise unserved(group)
    for one in group.expressions:
        reading.read(one, scope)


def _end(query: exp.Query, scope: Scope, fields: tuple[Field, ...], reading: Reading) -> None:
    """ORDER BY, in which a bare name is a column of the answer first, and LIMIT."""
    names = {field.name: field.type for field in fields}
    for one in query.args["order"].expressions if query.args.get("order") is not None else ():
        held = one.this
        if isinstance(held, exp.Literal) and not held.is_string:
            continue
        if isinstance(held, exp.Column) and not held.table and held.name in names:
            held.this.set("quoted", True)
            continue
        reading.read(held, replace(scope, outputs=names))
    for key in ("limit", "offset"):
        if query.args.get(key) is not None:
            held = query.args[key]
            if not isinstance(held, (exp.Limit, exp.Offset)):
                raise unserved(held)
            if reading.read(held.expression, Scope()) == UNKNOWN:
                coerce(held.expression, UNKNOWN, 20, reading)


def _expand_stars(query: exp.Select, scope: Scope) -> None:
    expanded: list[exp.Expr] = []
    for one in query.expressions:
        if isinstance(one, exp.Star):
            expanded += _columns(scope.sources, scope.merged)
        elif isinstance(one, exp.Column) and isinstance(one.this, exp.Star):
            expanded += _columns([source for source in scope.sources if source.alias == one.table], frozenset())
        else:
            expanded.append(one)
    query.set("expressions", expanded)


def _columns(sources: tuple[Source, ...] | list[Source], merged: frozenset[str]) -> list[exp.Expr]:
    """What `*` means: the columns that USING made one, then every source's others."""
    first = [exp.column(name, quoted=True) for name in sorted(merged)]
    rest = [
        exp.column(field.name, table=source.alias, quoted=True)
        for source in sources
        for field in source.fields
        if field.name not in merged
    ]
    return [*first, *rest]


def _selected(query: exp.Select, scope: Scope, reading: Reading) -> tuple[Field, ...]:
    fields = []
    for i, one in enumerate(list(query.expressions)):
        name = output_name(one)
        held = one.this if isinstance(one, exp.Alias) else one
        wrapped = one if isinstance(one, exp.Alias) else exp.Alias(this=held.copy())
        if wrapped is not one:
            one.replace(wrapped)
        type = reading.read(wrapped.this, scope)
        wrapped.set("alias", exp.to_identifier(name, quoted=True))
        fields.append(_field(name, type, query.expressions[i].this))
    return tuple(fields)


def _field(name: str, type: int | None, held: exp.Expr) -> Field:
    """A column that is a relation's own, untouched, says which one it is."""
    own = held.meta.get("field") if isinstance(held, exp.Column) else None
    if isinstance(own, Field):
        return Field(name, type or 0, own.modifier, own.table, own.number)
    return Field(name, type or 0)
