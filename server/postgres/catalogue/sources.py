"""What stands in FROM: relations of the catalogue, queries, lists of values, functions that give rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlglot import exp

from semantic.errors import Problem, shown, suggest
from semantic.errors import refusal as refused
from server.postgres.catalogue.calls import COLUMNS_OF, EXPLODING, exploded
from server.postgres.catalogue.facts import Field
from server.postgres.catalogue.functions import declared
from server.postgres.catalogue.kinds import INT8, TEXT, UNKNOWN
from server.postgres.catalogue.scope import MACROS, Reading, Scope, Source, Type, place_of, unserved

ENGINE_SCHEMAS = {"pg_catalog": "pgc", "information_schema": "infs", "noegletal": "noegletal"}
"""Where DuckDB keeps a schema: it refuses tables in those that it has itself."""


def read_source(node: exp.Expr, scope: Scope, reading: Reading) -> tuple[Source, ...]:
    """What the item of FROM brings. Several sources where it is a join in parentheses."""
    if isinstance(node, exp.Lateral):
        return _lateral(node, scope, reading)
    if isinstance(node, exp.Table):
        return _table(node, scope, reading)
    if isinstance(node, exp.Subquery):
        return _subquery(node, scope, reading)
    if isinstance(node, exp.Unnest):
        return (_unnest(node, list(node.expressions), scope, reading),)
    if isinstance(node, exp.Values):
        return (_named(node, _values(node, scope, reading), "values"),)
    raise unserved(node)


def read_joins(scope: Scope, joins: Iterable[exp.Join], reading: Reading) -> Scope:
    """The scope with each join's sources beside it, its condition read over all that came before."""
    for join in joins:
        there = {field.name for source in scope.sources for field in source.fields}
        brought = read_source(join.this, scope, reading)
        using = {one.name for one in join.args.get("using") or ()}
        if join.args.get("method") == "NATURAL":
            using = there & {field.name for source in brought for field in source.fields}
        scope = scope.beside(*brought, merged=frozenset(using))
        if join.args.get("on") is not None:
            reading.read(join.args["on"], scope)
    return scope


def _table(node: exp.Table, scope: Scope, reading: Reading) -> tuple[Source, ...]:
    if node.args.get("rows_from") or node.args.get("sample"):
        raise unserved(node)
    if not isinstance(node.this, exp.Identifier):
        return (_function(node, node.this, scope, reading),)
    source = _relation(node, scope, reading)
    inner = read_joins(replace(scope, sources=(*scope.sources, source)), node.args.get("joins") or (), reading)
    return inner.sources[len(scope.sources) :]


def _relation(node: exp.Table, scope: Scope, reading: Reading) -> Source:
    name, schema = node.name, node.db or None
    cte = scope.cte(name) if schema is None else None
    if cte is not None:
        return _named(node, cte, name)
    found = reading.world.relation(schema, name)
    if found is None:
        full = f"{schema}.{name}" if schema else name
        hint = suggest(name, reading.world.names())
        raise refused(Problem("R201", f"There is no table '{shown(full)}'.", hint, at=place_of(node.this)))
    home, fields = found
    if reading.world.is_closed(home, name):
        raise refused(Problem("A307", f"'{shown(name)}' is shown to the owner of the database alone."))
    reading.relations.add((home, name))
    node.set("catalog", None)
    node.set("only", None)
    node.set("db", exp.to_identifier(ENGINE_SCHEMAS[home], quoted=True))
    return replace(_named(node, fields, name), table=fields[0].table)


def _named(node: exp.Expr, fields: Iterable[Field], name: str) -> Source:
    """The source under its alias, its columns renamed where the alias says so. The node is given that alias."""
    alias = node.args.get("alias")
    called = alias.name if alias is not None and alias.this is not None else name
    new = [one.this.name if isinstance(one, exp.ColumnDef) else one.name for one in (alias.columns if alias else ())]
    held = tuple(fields)
    renamed = tuple(replace(one, name=new[i]) if i < len(new) else one for i, one in enumerate(held))
    node.set("alias", table_alias(called, [one.name for one in renamed] if new else []))
    return Source(called, renamed)


def table_alias(name: str, columns: Iterable[str] = ()) -> exp.TableAlias:
    quoted = [exp.to_identifier(one, quoted=True) for one in columns]
    return exp.TableAlias(this=exp.to_identifier(name, quoted=True), columns=quoted)


def _subquery(node: exp.Subquery, scope: Scope, reading: Reading) -> tuple[Source, ...]:
    """A query, or a join in parentheses, which is no new place of names unless it has one."""
    start = replace(scope, sources=())
    if _is_join(node.this):
        inner = read_joins(
            replace(start, sources=read_source(node.this, start, reading)), node.args.get("joins") or (), reading
        )
        if node.args.get("alias") is None:
            return inner.sources
        return (_named(node, [field for source in inner.sources for field in source.fields], "unnamed"),)
    source = _named(node, reading.read_query(node.this, start), "unnamed")
    return read_joins(replace(start, sources=(source,)), node.args.get("joins") or (), reading).sources


def _is_join(node: exp.Expr) -> bool:
    """Whether what stands in parentheses is a join, and no query."""
    if not isinstance(node, exp.Subquery):
        return isinstance(node, exp.Table)
    return bool(node.args.get("alias") or node.args.get("joins")) or _is_join(node.this)


def _lateral(node: exp.Lateral, scope: Scope, reading: Reading) -> tuple[Source, ...]:
    held = node.this
    around = Scope(outer=scope, ctes=scope.ctes)
    if isinstance(held, exp.Subquery):
        return (_named(node, reading.read_query(held.this, around), "unnamed"),)
    if isinstance(held, exp.Unnest):
        held.set("alias", node.args.get("alias"))
        node.replace(held)
        return (_unnest(held, list(held.expressions), scope, reading),)
    table = exp.Table(this=held, alias=node.args.get("alias"))
    node.replace(table)
    return (_function(table, held, scope, reading),)


def _function(node: exp.Table, held: exp.Expr, scope: Scope, reading: Reading) -> Source:
    """A function in FROM: its rows, or the one value that it gives."""
    if isinstance(held, exp.Unnest):
        return _unnest(node, list(held.expressions), scope, reading)
    if isinstance(held, exp.Explode):
        return _unnest(node, [held.this], scope, reading)
    name = _function_name(held)
    if name in EXPLODING or isinstance(held, (exp.ExplodingGenerateSeries, exp.GenerateSeries)):
        items, type = exploded(held, scope, reading)
        return _rows_of(node, [items], [type], name or "generate_series")
    routine = declared(name, ())
    if routine is not None and routine.columns and reading.world.has_function(name):
        fields = [Field(one, of) for one, of in routine.columns]
        given = [one.copy() for one in held.expressions]
        call = exp.Anonymous(this=name, expressions=given)
        for one in given:
            reading.read(one, scope)
        node.set("this", call)
        node.set("db", exp.to_identifier(MACROS))
        return _named(node, fields, name)
    return _one_value(node, held, name, scope, reading)


def _one_value(node: exp.Table, held: exp.Expr, name: str, scope: Scope, reading: Reading) -> Source:
    called = node.alias or name or "value"
    select = exp.select(exp.alias_(held.copy(), called, quoted=True))
    query = exp.Subquery(this=select, alias=node.args.get("alias"))
    fields = reading.read_query(select, Scope(outer=scope, ctes=scope.ctes))
    node.replace(query)
    return _named(query, fields, called)


def _function_name(node: exp.Expr) -> str:
    if isinstance(node, exp.Anonymous):
        return str(node.this).lower()
    return node.sql_name().lower() if isinstance(node, exp.Func) else ""


def _unnest(node: exp.Expr, held: list[exp.Expr], scope: Scope, reading: Reading) -> Source:
    """One list or several beside each other, and the number of the row where it is asked for."""
    found = [exploded(exp.Explode(this=one.copy()), scope, reading) for one in held]
    return _rows_of(node, [items for items, _ in found], [type for _, type in found], "unnest")


def _rows_of(node: exp.Expr, lists: list[exp.Expr], types: list[Type], name: str) -> Source:
    """A query over the lists in the node's place; its columns are named as PostgreSQL names them."""
    alias, parts = node.args.get("alias"), COLUMNS_OF.get(name)
    called = alias.name if alias is not None and alias.this is not None else name
    written = [one.name for one in alias.columns] if alias is not None else []
    offset = node.args.get("offset")
    number = offset.name if isinstance(offset, exp.Identifier) else None
    if parts is not None:
        plain = [Field(one, type) for one, type in parts]
    else:
        default = called if len(lists) == 1 else "unnest"
        plain = [Field(default, TEXT if one in (UNKNOWN, None) else one) for one in types]
    fields = plain + ([Field(number, INT8)] if number else [])
    fields = [replace(one, name=written[i]) if i < len(written) else one for i, one in enumerate(fields)]
    select = _unnested(lists, [one.name for one in fields], [key for key, _ in parts or ()], number is not None)
    node.replace(exp.Lateral(this=exp.Subquery(this=select), alias=table_alias(called)))
    return Source(called, tuple(fields))


def _unnested(lists: list[exp.Expr], names: list[str], parts: list[str], numbered: bool) -> exp.Select:
    if parts:
        rows = exp.Anonymous(this="unnest", expressions=lists)
        items = exp.select(exp.alias_(rows, "item", quoted=True)).subquery("items")
        return exp.select(*(_part(key, name) for key, name in zip(parts, names, strict=False))).from_(items)
    columns = [
        exp.alias_(exp.Anonymous(this="unnest", expressions=[one]), name, quoted=True)
        for one, name in zip(lists, names, strict=False)
    ]
    if numbered:
        longest = exp.Anonymous(
            this="greatest", expressions=[exp.Anonymous(this="len", expressions=[one.copy()]) for one in lists]
        )
        numbers = exp.Anonymous(this="generate_series", expressions=[exp.Literal.number(1), longest])
        columns.append(exp.alias_(exp.Anonymous(this="unnest", expressions=[numbers]), names[-1], quoted=True))
    return exp.select(*columns)


def _part(key: str, name: str) -> exp.Expr:
    held = exp.paren(exp.column("item", quoted=True))
    return exp.alias_(exp.Dot(this=held, expression=exp.to_identifier(key)), name, quoted=True)


def _values(node: exp.Values, scope: Scope, reading: Reading) -> list[Field]:
    """The columns of a list of rows: each of the type of its first value that has one."""
    rows = [row.expressions if isinstance(row, exp.Tuple) else [row] for row in node.expressions]
    types = [[reading.read(one, scope) for one in list(row)] for row in rows]
    found = []
    for i in range(len(types[0])):
        known = next((row[i] for row in types if row[i] not in (UNKNOWN, None)), TEXT)
        found.append(Field(f"column{i + 1}", known or TEXT))
    if node.args.get("alias") is None or not node.args["alias"].columns:
        name = node.alias or "values"
        node.set("alias", table_alias(name, [one.name for one in found]))
    return found
