"""A query as parsed → a relation: views stay open until a select groups or cuts them, the rest is rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlglot import exp

from semantic.compose import SQL_TYPES, Composition
from semantic.compose import Shown as Output
from semantic.errors import ServiceError, refusal, suggest
from semantic.errors import shown as cut_short
from semantic.names import Resolution, find_member
from server.postgres.schemas import DATABASE, PUBLIC, Shown
from server.postgres.sql.asked import AskedRows, asked_rows, narrowed, passed_on
from server.postgres.sql.cells import has_aggregate
from server.postgres.sql.group import Clauses, grouped, listed
from server.postgres.sql.leaves import Face, as_leaf, bare, bare_name, conjuncts, leaf, leaves, mapped
from server.postgres.sql.names import Reader, Scope, Source, output_name, told_apart
from server.postgres.sql.over import over_rows
from server.postgres.sql.parameters import stand_in
from server.postgres.sql.preview import previewed
from server.postgres.sql.refusals import not_served, place, refuse
from server.postgres.sql.relations import Cell, Open, Reading, Relation, Rows
from server.postgres.sql.semijoin import joined
from server.postgres.sql.sets import grouping_sets
from server.postgres.sql.values import literal
from server.postgres.types import OF_COLUMN

Ctes = Mapping[str, "Cte"]
TAKEN = ("expressions", "from_", "joins", "where", "group", "having", "order", "limit", "offset", "distinct", "with_",
         "kind", "hint", "operation_modifiers")  # fmt: skip


@dataclass(frozen=True, eq=False)
class Cte:
    query: exp.Query
    known: Ctes
    columns: tuple[str, ...]


def composition(query: exp.Query, reading: Reading) -> Composition:
    """The whole statement: its questions, and what is computed over their answers."""
    try:
        rows = closed(relation(query, {}, reading), reading)
    except ServiceError:
        if not reading.problems:
            raise
    if reading.problems:
        raise refusal(*dict.fromkeys(reading.problems))
    return Composition(
        dict(reading.questions), rows.select, tuple(Output(name, cell.decimals) for name, cell in rows.cells.items())
    )


def closed(found: Relation, reading: Reading) -> Rows:
    """Rows; of a view that nothing has grouped yet, what it lists."""
    if isinstance(found, Rows):
        return found
    outputs = tuple(found.columns.items())
    if found.preview and not reading.wishes.ungrouped:
        return previewed(found, Clauses(outputs), reading)
    return listed(found, Clauses(outputs), reading)


def relation(query: exp.Expr, ctes: Ctes, reading: Reading) -> Relation:
    reading.spend(100)
    if isinstance(query, exp.Query) and query.args.get("with_"):
        ctes = _with(query.args["with_"], ctes)
    if isinstance(query, exp.Subquery):
        return _subquery(query, ctes, reading)
    if isinstance(query, exp.SetOperation):
        return _set_operation(query, ctes, reading)
    if isinstance(query, exp.Select):
        return _select(query, ctes, reading)
    raise not_served("This statement", query, "Write SELECT … FROM a view.")


def _with(clause: exp.With, ctes: Ctes) -> Ctes:
    if clause.args.get("recursive"):
        raise not_served("WITH RECURSIVE", clause)
    found = dict(ctes)
    for one in clause.expressions:
        columns = one.args["alias"].args.get("columns") or []
        found[one.alias.lower()] = Cte(one.this, dict(found), tuple(column.name for column in columns))
    return found


def _subquery(query: exp.Subquery, ctes: Ctes, reading: Reading) -> Relation:
    """`(select …)`, perhaps with an order and a limit of its own behind it."""
    found = relation(query.this, ctes, reading)
    ends = {key: query.args.get(key) for key in ("order", "limit", "offset") if query.args.get(key)}
    if not ends:
        return found
    outer = exp.Select(expressions=[exp.Star()], **ends)
    return over_rows(outer, Source("", closed(found, reading), reading), lambda node: _known(node, ctes, reading))


def _set_operation(query: exp.SetOperation, ctes: Ctes, reading: Reading) -> Rows:
    left, right = (closed(relation(part, ctes, reading), reading) for part in (query.left, query.right))
    if len(left.cells) != len(right.cells):
        raise refuse("P120", "The parts of a UNION have different numbers of columns.", None, query)
    made = type(query)(
        this=left.select, expression=right.select, distinct=query.args.get("distinct"),
        **{key: query.args[key].copy() for key in ("order", "limit", "offset") if query.args.get(key)},
    )  # fmt: skip
    pairs = zip(left.cells.items(), right.cells.values(), strict=True)
    cells = {name: one if one == other else Cell(one.is_measure or other.is_measure) for (name, one), other in pairs}
    return Rows(made, cells)


def _select(select: exp.Select, ctes: Ctes, reading: Reading) -> Relation:
    for key, value in select.args.items():
        if value and key not in TAKEN:
            raise not_served(f"'{key.strip('_').replace('_', ' ')}'", select)
    source = _source(select, ctes, reading)
    if isinstance(source.relation, AskedRows):
        source, select = narrowed(source, source.relation, select)
    if isinstance(source.relation, Rows):
        rows = over_rows(select, source, lambda node: _known(node, ctes, reading))
        return passed_on(rows, source.relation, select) if isinstance(source.relation, AskedRows) else rows
    return _over_view(select, source, source.relation, ctes, reading)


def _source(select: exp.Select, ctes: Ctes, reading: Reading) -> Source:
    origin = select.args.get("from_")
    if origin is None:
        return Source("", Rows(exp.Select(expressions=[]), {}), reading)
    joins = [*(origin.this.args.get("joins") or []), *(select.args.get("joins") or [])]
    if not joins:
        return _from(origin.this, ctes, reading)
    first = _from(origin.this, ctes, replace(reading, questions={}))
    for join in joins:
        other = _from(join.this, ctes, replace(reading, questions={}))
        first = joined(first, other, join, lambda found: closed(found.relation, found.reading))
    return first


def _from(node: exp.Expr, ctes: Ctes, reading: Reading) -> Source:
    alias = node.alias if isinstance(node, (exp.Table, exp.Subquery)) else ""
    renamed = [one.name for one in (node.args["alias"].args.get("columns") or [])] if node.args.get("alias") else []
    if isinstance(node, exp.Subquery):
        return Source(alias, _renamed(relation(_unordered(node), ctes, reading), renamed), reading)
    if not isinstance(node, exp.Table) or not isinstance(node.this, exp.Identifier):
        raise not_served("What FROM names", node, "Name a view, or a subquery.")
    cte = ctes.get(node.name.lower()) if not node.db else None
    if cte is not None:
        found = _renamed(relation(_unordered(cte.query), cte.known, reading), list(cte.columns))
        return Source(alias or node.name, _renamed(found, renamed), reading)
    shown = reading.shown(node.db) if node.catalog.lower() in ("", DATABASE) else None
    asked = asked_rows(node.name, shown, reading) if shown is not None else None
    found = _renamed(asked or _view(node, shown, reading), renamed)
    return Source(alias or node.name, found, reading, node.db.lower() or PUBLIC)


def _view(node: exp.Table, shown: Shown | None, reading: Reading) -> Open:
    views = shown.visible.views if shown is not None else {}
    folded = {name.lower(): name for name in reversed(list(views))}
    name = node.name if node.this.quoted and node.name in views else folded.get(node.name.lower())
    if shown is None or name is None:
        raise _no_such_view(node, shown, reading)
    face = Face(shown.visible, views[name])
    return Open(face, shown.edition, {bare_name(member): leaf(member) for member in face.listed})


def _unordered(query: exp.Expr) -> exp.Expr:
    """A subquery without an order that cuts nothing: it decides on no row, and so on no grain."""
    if isinstance(query, exp.Subquery):
        return mapped(query, _unordered) if isinstance(query.this, exp.Query) else query
    cuts = any(query.args.get(key) for key in ("limit", "offset"))
    if not isinstance(query, exp.Select) or not query.args.get("order") or cuts:
        return query
    plain = query.copy()
    plain.set("order", None)
    return plain


def _no_such_view(node: exp.Table, shown: Shown | None, reading: Reading) -> ServiceError:
    """In the words of every interface; what no other has is a schema: it stands before the view."""
    if shown is None or shown.edition is not None:
        nearest = suggest(node.name, shown.visible.views) if shown is not None else None
        written = ".".join(part.name for part in node.parts)
        message = f"There is no view '{cut_short(written)}'."
        return refuse("R201", message, nearest or "noegletal.udgaver lists the editions and their schemas.", node.this)
    state = Resolution(shown.visible)
    find_member(f"{node.name}.", state)
    return refusal(*(replace(one, at=place(node.this)) for one in state.problems))


def _renamed(found: Relation, names: list[str]) -> Relation:
    if not names:
        return found
    if isinstance(found, Open):
        kept = list(found.columns.items())
        return replace(found, columns={new: node for new, (_, node) in zip(names, kept, strict=False)}
                       | dict(kept[len(names):]))  # fmt: skip
    inner = exp.Subquery(this=found.select, alias=exp.TableAlias(this=exp.to_identifier("renamed")))
    pairs = list(zip([*names, *list(found.cells)[len(names) :]], found.cells.items(), strict=False))
    outputs = [exp.Alias(this=exp.column(exp.to_identifier(old, quoted=True), "renamed"),
                         alias=exp.to_identifier(new, quoted=True)) for new, (old, _) in pairs]  # fmt: skip
    made = Rows(exp.Select(expressions=outputs, from_=exp.From(this=inner)), {new: cell for new, (_, cell) in pairs})
    return passed_on(made, found) if isinstance(found, AskedRows) else made


def _over_view(select: exp.Select, source: Source, open_: Open, ctes: Ctes, reading: Reading) -> Relation:
    scope = Scope(source)

    def read(node: exp.Expr) -> exp.Expr:
        return scope.read(_known(node, ctes, reading))

    clauses = _clauses(select, scope, open_, read)
    nodes = [*(node for _, node in clauses.outputs), *clauses.having, *(one.this for one in clauses.order)]
    if open_.listed and any(_counts_rows(one) for one in nodes):
        rows = replace(source, relation=closed(open_, reading))
        return over_rows(select, rows, lambda node: _known(node, ctes, reading))
    if clauses.groups is not None or any(has_aggregate(one) for one in nodes):
        return grouped(open_, clauses, reading)
    if clauses.having and not reading.wishes.ungrouped:
        raise refuse("P121", "HAVING needs GROUP BY, or an aggregate.", None, select)
    cuts = clauses.having or clauses.order or clauses.limit or clauses.offset or clauses.distinct
    if cuts or any(one.find(exp.Window) for one in nodes):
        if _is_preview(select, open_, clauses, reading):
            return previewed(open_, clauses, reading)
        return listed(open_, clauses, reading)
    grain = open_.grain
    if grain is None:
        named = {one.name: one for node in nodes for one in leaves(node)}
        grain = tuple(named.values()) if _is_plain(clauses) else None
    preview = _is_preview(select, open_, clauses, reading) or (open_.preview and _is_plain(clauses))
    columns, where = dict(clauses.outputs), (*open_.where, *clauses.where)
    return replace(open_, columns=columns, where=where, grain=grain, preview=preview, listed=True)


def _counts_rows(node: exp.Expr) -> bool:
    """Whether `count(*)` stands in it, other than as a window's."""
    if isinstance(node, exp.Window):
        return False
    counts = isinstance(node, exp.Count) and isinstance(node.this, (exp.Star, exp.Literal))
    return counts or any(_counts_rows(one) for one in node.iter_expressions())


def _clauses(select: exp.Select, scope: Scope, open_: Open, read: Reader) -> Clauses:
    outputs: list[tuple[str, exp.Expr]] = []
    for index, node in enumerate(select.expressions):
        if scope.is_star(node):
            outputs += scope.everything(node)
        else:
            outputs.append((output_name(node, index), read(node.this if isinstance(node, exp.Alias) else node)))
    by_name = dict(outputs)
    if len(by_name) < len(outputs):
        outputs = told_apart(outputs)
    where = select.args.get("where")
    group, having, order = (select.args.get(key) for key in ("group", "having", "order"))
    distinct = select.args.get("distinct")
    if distinct is not None and distinct.args.get("on"):
        raise not_served("DISTINCT ON", select, "Order and limit, or number the rows with row_number().")
    return Clauses(
        outputs=tuple(outputs),
        where=tuple(read(one) for one in conjuncts(where.this)) if where else (),
        groups=_groups(group, scope, outputs, read) if group else None,
        having=tuple(scope.read_output(one, by_name, read) for one in conjuncts(having.this)) if having else (),
        order=tuple(_ordered(one, scope, outputs, read) for one in order.expressions) if order else (),
        limit=_count(select.args.get("limit"), "LIMIT"),
        offset=_count(select.args.get("offset"), "OFFSET"),
        distinct=distinct is not None,
    )


def _groups(
    group: exp.Group, scope: Scope, outputs: list[tuple[str, exp.Expr]], read: Reader
) -> tuple[tuple[exp.Expr, ...], ...]:
    if group.args.get("all"):
        raise not_served("GROUP BY ALL", group)

    def one(node: exp.Expr) -> exp.Expr:
        place = _ordinal(node, outputs)
        return place if place is not None else scope.read_input_first(node, dict(outputs), read)

    return tuple(tuple(one(node) for node in kept) for kept in grouping_sets(group))


def _ordinal(node: exp.Expr, outputs: list[tuple[str, exp.Expr]]) -> exp.Expr | None:
    if not isinstance(node, exp.Literal) or node.is_string or not node.name.isdigit():
        return None
    if not 1 <= int(node.name) <= len(outputs):
        raise refuse("P121", f"There is no column {node.name} in the select list.", None, node)
    return outputs[int(node.name) - 1][1]


def _ordered(node: exp.Expr, scope: Scope, outputs: list[tuple[str, exp.Expr]], read: Reader) -> exp.Ordered:
    assert isinstance(node, exp.Ordered)
    place = _ordinal(node.this, outputs)
    value = place if place is not None else scope.read_output(node.this, dict(outputs), read)
    return exp.Ordered(this=value, desc=node.args.get("desc"), nulls_first=node.args.get("nulls_first"))


def _count(clause: exp.Expr | None, word: str) -> exp.Expr | None:
    """The number of rows; NULL and ALL are no limit."""
    if clause is None:
        return None
    written = clause.args.get("expression")
    node = bare(written) if isinstance(written, exp.Expr) else written
    if isinstance(node, exp.Null) or (isinstance(node, (exp.Column, exp.Var)) and node.name.lower() == "all"):
        return None
    number = node.this if isinstance(node, exp.Neg) else node
    if not isinstance(number, exp.Literal) or number.is_string or not number.name.isdigit():
        raise not_served(f"{word} by anything but a number", clause)
    if number is not node:
        raise refuse("R214", f"The {word.lower()} -{number.name} is negative.", None, clause)
    return number


def _is_plain(clauses: Clauses) -> bool:
    return all(as_leaf(node) is not None for _, node in clauses.outputs) and not clauses.distinct


def _is_preview(select: exp.Select, open_: Open, clauses: Clauses, reading: Reading) -> bool:
    """Whether every column of the view is listed as it is, which is how clients look at a table."""
    named = {one.name for _, node in clauses.outputs if (one := as_leaf(node)) is not None}
    measures = any(open_.face.kind(name) == "measure" for name in named)
    return measures and _is_plain(clauses) and named >= set(open_.face.listed) and not reading.wishes.ungrouped


def _known(node: exp.Expr, ctes: Ctes, reading: Reading) -> exp.Expr:
    """The expression with the subqueries in it asked, and their values in their place."""
    if isinstance(node, exp.In) and node.args.get("query") is not None:
        part = _part(node.args["query"], ctes, reading, 1)
        values = [row[0] for row in reading.values_of(part)]
        values += [stand_in(OF_COLUMN[reading.type_of(part)])] if reading.typing else []
        tested = _known(node.this, ctes, reading)
        return exp.In(this=tested, expressions=[literal(one) for one in values]) if values else exp.false()
    if isinstance(node, exp.Exists):
        return exp.true() if _rows(node.this, ctes, reading, None) else exp.false()
    if isinstance(node, exp.Query):
        part = _part(node, ctes, reading, 1)
        rows = reading.values_of(part)
        if len(rows) > 1:
            raise refuse("P120", "A subquery that stands for one value has several rows.", None, node)
        known = reading.type_of(part)
        value = rows[0][0] if rows else stand_in(OF_COLUMN[known]) if reading.typing else None
        if value is not None and known != "bigint":  # a whole number would be of the type that just holds it
            return literal(value)
        return exp.cast(exp.null() if value is None else literal(value), SQL_TYPES[known])
    if not node.find(exp.Query):
        return node
    return mapped(node, lambda part: _known(part, ctes, reading))


def _rows(node: exp.Expr, ctes: Ctes, reading: Reading, width: int | None) -> list[tuple[object, ...]]:
    return reading.values_of(_part(node, ctes, reading, width))


def _part(node: exp.Expr, ctes: Ctes, reading: Reading, width: int | None) -> Composition:
    """A subquery in an expression, to be answered first."""
    inner = replace(reading, questions={})
    rows = closed(relation(node, ctes, inner), inner)
    if width is not None and len(rows.cells) != width:
        raise refuse("P120", "A subquery in an expression has one column.", None, node)
    shown = tuple(Output(name, cell.decimals) for name, cell in rows.cells.items())
    return Composition(inner.questions, rows.select, shown)
