"""A select over governed rows: ordinary SQL, except that figures which do not add up are not added up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlglot import exp

from server.postgres.sql.cells import PLACES, is_aggregate
from server.postgres.sql.group import position
from server.postgres.sql.leaves import mapped
from server.postgres.sql.names import Scope, Source, output_name, told_apart
from server.postgres.sql.refusals import refuse
from server.postgres.sql.relations import PLAIN, Cell, Rows

Known = Callable[[exp.Expr], exp.Expr]
ADDING = (exp.Sum, exp.Avg, exp.Min, exp.Max)


def over_rows(select: exp.Select, source: Source, known: Known) -> Rows:
    """The select over the rows, as a select over the same scratch tables."""
    scope, rows = Scope(source), source.relation
    assert isinstance(rows, Rows)
    outputs: list[tuple[str, exp.Expr]] = []
    for index, node in enumerate(select.expressions):
        if scope.is_star(node):
            outputs += scope.everything(node)
        else:
            own = node.this if isinstance(node, exp.Alias) else node
            outputs.append((output_name(node, index), _read(known(own), scope, rows)))
    outputs = told_apart(outputs)
    made = exp.Select(expressions=[exp.Alias(this=node, alias=exp.to_identifier(name, quoted=True))
                                   for name, node in outputs])  # fmt: skip
    if rows.cells:
        alias = exp.TableAlias(this=exp.to_identifier(source.alias or "rows"))
        made.set("from_", exp.From(this=exp.Subquery(this=rows.select, alias=alias)))
    for key in ("where", "group", "having"):
        clause = select.args.get(key)
        if clause is not None:
            made.set(key, mapped(clause, lambda node: _clause(node, scope, rows, known, outputs)))
    order = select.args.get("order")
    if order is not None:
        made.set("order", exp.Order(expressions=[
            part for one in order.expressions for part in _ordered(one, scope, rows, known, outputs)
        ]))  # fmt: skip
    for key in ("limit", "offset", "distinct"):
        if select.args.get(key) is not None:
            made.set(key, select.args[key].copy())
    return Rows(made, {name: _cell(node, rows) for name, node in outputs})


def _clause(node: exp.Expr, scope: Scope, rows: Rows, known: Known, outputs: list[tuple[str, exp.Expr]]) -> exp.Expr:
    if isinstance(node, exp.Literal) and not node.is_string:
        return node.copy()
    if isinstance(node, exp.Column) and not node.table and scope.find(node) is None:
        return scope.read_output(node, dict(outputs), scope.read)
    return _read(known(node), scope, rows)


def _ordered(
    node: exp.Expr, scope: Scope, rows: Rows, known: Known, outputs: list[tuple[str, exp.Expr]]
) -> Iterator[exp.Ordered]:
    value = node.this
    if isinstance(value, exp.Literal) and value.name.isdigit() and 1 <= int(value.name) <= len(outputs):
        value = outputs[int(value.name) - 1][1].copy()
    else:
        value = scope.read_output(value, dict(outputs), lambda one: _read(known(one), scope, rows))
    declared = _cell(value, rows).value_order
    for one in (*([position(value, declared)] if declared else []), value):
        yield exp.Ordered(this=one, desc=node.args.get("desc"), nulls_first=node.args.get("nulls_first"))


def _read(node: exp.Expr, scope: Scope, rows: Rows) -> exp.Expr:
    found = scope.read(node)
    for call in found.find_all(exp.AggFunc, exp.Anonymous):
        _check_call(call, rows)
    return found


def _check_call(call: exp.Expr, rows: Rows) -> None:
    """INVARIANT: what has been grouped is aggregated again only where its values add up."""
    if isinstance(call, (*PLACES, exp.Count)) or not is_aggregate(call):
        return
    for column in call.find_all(exp.Column):
        cell = rows.cells.get(column.name, PLAIN)
        if cell.is_measure and not (cell.sums and isinstance(call, ADDING)):
            message = f"'{column.name}' is grouped already, and does not add up."
            raise refuse("U451", message, "Ask for it at the coarser grain.", call)


def _cell(node: exp.Expr, rows: Rows) -> Cell:
    if isinstance(node, exp.Column):
        return rows.cells.get(node.name, PLAIN)
    if isinstance(node, ADDING) and isinstance(node.this, exp.Column) and not isinstance(node, exp.Avg):
        return rows.cells.get(node.this.name, PLAIN)
    inner = [rows.cells.get(one.name, PLAIN) for one in node.find_all(exp.Column)]
    return Cell(is_measure=any(one.is_measure for one in inner))
