"""`noegletal_nedbrydning` in FROM: a breakdown whose question stands in WHERE, and its rows."""

from __future__ import annotations

from collections.abc import Mapping

from sqlglot import exp

from semantic.breakdown_query import ASKED_BY, BREAKDOWN, COLUMNS, Breakdown, bare
from semantic.query import DateRange
from server.postgres.sql.relations import Cell, Reading, Rows
from server.postgres.sql.wishes import refuse_wishes

CELLS = {name: Cell() for name in ASKED_BY} | {bare(one): Cell(one.role == "measure") for one in COLUMNS}


def broken_down(node: exp.Table, where: exp.Where | None, reading: Reading) -> Rows | None:
    """The rows of the breakdown that the tests ask for; None where another relation is named.

    The tests are tried on the rows all the same, which say what they are of.
    """
    if node.name.lower() != BREAKDOWN or not reading.visible.views:
        return None
    refuse_wishes(BREAKDOWN, reading.wishes, heard=("as_of",))
    given = dict(_given(where.this if where is not None else exp.true()))
    table = reading.table()
    reading.questions[table] = _question(given, reading.wishes.as_of)
    said = [(exp.Literal.string(given[name]) if name in given else exp.Null()) for name in ASKED_BY]
    outputs = [exp.alias_(exp.cast(one, "VARCHAR"), name) for one, name in zip(said, ASKED_BY, strict=True)]
    outputs += [exp.alias_(exp.column(exp.to_identifier(one.name, quoted=True), table), bare(one)) for one in COLUMNS]
    return Rows(exp.Select(expressions=outputs, from_=exp.From(this=exp.to_table(table))), CELLS)


def _given(node: exp.Expr) -> list[tuple[str, str]]:
    """What the columns that ask are said to be: of tests that must all hold, those with a text."""
    found = node.unnest()
    if isinstance(found, exp.And):
        return [*_given(found.left), *_given(found.right)]
    if not isinstance(found, exp.EQ):
        return []
    column, value = found.left.unnest(), found.right.unnest()
    is_said = isinstance(column, exp.Column) and isinstance(value, exp.Literal) and value.is_string
    name = column.name.lower()
    return [(name, value.name)] if is_said and name in ASKED_BY else []


def _question(given: Mapping[str, str], as_of: str | None) -> Breakdown:
    by = tuple(one.strip() for one in given.get("opdeling", "").split(",") if one.strip())
    period, before = (_range(given.get(name)) for name in ("periode", "sammenlignet_med"))
    return Breakdown(given.get("noegletal", ""), by, given.get("tid"), period, before, as_of=as_of)


def _range(words: str | None) -> DateRange | None:
    """A period, or the first and the last day with `..` between them."""
    if not words:
        return None
    first, dots, last = words.partition("..")
    return (first.strip(), last.strip()) if dots else words
