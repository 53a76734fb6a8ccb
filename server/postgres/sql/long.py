"""The long view in FROM: its rows, and what of a select's WHERE is put into the question on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from sqlglot import exp

from semantic.long_view.columns import COLUMNS, LONG_VIEW, bare
from semantic.long_view.question import Begins, LongQuestion, Names
from semantic.long_view.series import series_of
from server.postgres.sql.relations import Cell, LongRows, Reading
from server.postgres.sql.wishes import refuse_wishes

NAMED = ("noegletal", "enhed_type", "enhed")
DAYS = (exp.DataType.Type.DATE, exp.DataType.Type.TIMESTAMP)
CELLS: Mapping[str, Cell] = {bare(one): Cell(one.role == "measure") for one in COLUMNS}


def long_rows(name: str, reading: Reading) -> LongRows | None:
    """The relation of that name, where it is the long view and the asker knows of a nøgletal in it.

    Raises UnsupportedError (U450).
    """
    if name.lower() != LONG_VIEW or not series_of(reading.visible):
        return None
    refuse_wishes(LONG_VIEW, reading.wishes)
    table = reading.table()
    reading.questions[table] = LongQuestion()
    outputs = [
        exp.alias_(exp.column(exp.to_identifier(one.name, quoted=True), table), bare(one), quoted=True)
        for one in COLUMNS
    ]
    return LongRows(exp.Select(expressions=outputs, from_=exp.From(this=exp.to_table(table))), CELLS, table)


def narrow(rows: LongRows, where: exp.Where | None, reading: Reading) -> None:
    """Puts into the question what the tests leave over. They are tried on the rows all the same.

    INVARIANT: no row is left out that the tests keep.
    """
    found = Narrowed()
    for test in _conjuncts(where.this) if where is not None else ():
        found.take(test)
    names, begins = found.names, found.begins
    reading.questions[rows.table] = LongQuestion(
        names.get("noegletal"), names.get("enhed_type"), names.get("enhed"), begins.first, begins.last
    )


@dataclass
class Narrowed:
    """What is left over by the tests taken so far."""

    names: dict[str, Names] = field(default_factory=dict)
    begins: Begins = Begins(None, None)

    def take(self, test: exp.Expr) -> None:
        column = test.this if isinstance(test, (exp.In, exp.Between, exp.Binary)) else None
        if not isinstance(column, exp.Column):
            return
        name = column.name.lower()
        if name in NAMED and (values := _texts(test)) is not None:
            before = self.names.get(name)
            self.names[name] = values if before is None else before & values
        elif name == "periode":
            for begins in _begins(test):
                self.begins = self.begins.within(begins)


def _texts(test: exp.Expr) -> frozenset[str] | None:
    """The texts that the column is one of; None where the test is another."""
    nodes = test.expressions if isinstance(test, exp.In) else [test.expression] if isinstance(test, exp.EQ) else []
    found = [_text(node) for node in nodes]
    known = frozenset(one for one in found if one is not None)
    return known if found and len(known) == len(set(found)) else None


def _text(node: exp.Expr) -> str | None:
    found = node.unnest()
    return found.name if isinstance(found, exp.Literal) and found.is_string else None


def _begins(test: exp.Expr) -> Iterator[Begins]:
    if isinstance(test, exp.Between):
        if test.args.get("symmetric"):  # whose bounds may stand in either order
            return
        yield Begins(_day(test.args["low"]), _day(test.args["high"]))
    elif isinstance(test, exp.In):
        days = [_day(node) for node in test.expressions]
        known = [one for one in days if one is not None]
        if known and len(known) == len(days):
            yield Begins(min(known), max(known))
    elif isinstance(test, (exp.EQ, exp.GT, exp.GTE, exp.LT, exp.LTE)) and (day := _day(test.expression)) is not None:
        yield Begins(
            day if isinstance(test, (exp.EQ, exp.GT, exp.GTE)) else None,
            day if isinstance(test, (exp.EQ, exp.LT, exp.LTE)) else None,
        )


def _day(node: exp.Expr) -> date | None:
    """The day of a literal; that of a moment is near enough, since the tests are tried on the rows, too."""
    found = node.unnest()
    if isinstance(found, exp.Cast) and found.to.this in DAYS:
        found = found.this.unnest()
    with suppress(ValueError):
        return date.fromisoformat((_text(found) or "")[:10])
    return None


def _conjuncts(node: exp.Expr) -> Iterator[exp.Expr]:
    if isinstance(node, exp.And):
        yield from (*_conjuncts(node.left), *_conjuncts(node.right))
    elif isinstance(node, exp.Paren):
        yield from _conjuncts(node.this)
    else:
        yield node
