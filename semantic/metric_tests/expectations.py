"""What a test may say of an answer. Each expectation is a function from the test and the answer to its differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from semantic.errors import DefinitionError, Place, Problem
from semantic.metric_tests.answers import Answer
from semantic.metric_tests.compare import MOMENTS, NUMBERS, Comparison, exact, rounded, short, shown
from semantic.metric_tests.labs import Lab
from semantic.metric_tests.parts import parts_add_up
from semantic.metric_tests.read import MetricTest
from semantic.query import Query
from semantic.result import Column

Expectation = Callable[[MetricTest, Query, Answer, Lab], Iterator[str]]


def rows(test: MetricTest, query: Query, answer: Answer, lab: Lab) -> Iterator[str]:
    """The answer has the expected rows, whatever their order unless `ordered`."""
    wanted = test.document.expect
    if wanted is None:
        return
    if not wanted.rows:
        yield from (f"unexpected row: {answer.label(row) or 'one row'}" for row in answer.rows)
        return
    places = [answer.place(name, test, "expect", "rows", 0, name) for name in wanted.rows[0]]
    columns = tuple(answer.columns[place] for place in places)
    expected = [
        tuple(exact(row[name], column) for name, column in zip(wanted.rows[0], columns, strict=True))
        for row in wanted.rows
    ]
    compared = Comparison(columns, expected, answer.cut(places), wanted.ordered, wanted.tolerance)
    yield from compared.differences()


def equals_sql(test: MetricTest, query: Query, answer: Answer, lab: Lab) -> Iterator[str]:
    """The test's own SQL gives the same rows; its columns are matched by name if all fit, else by position."""
    if test.document.equals_sql is not None:
        yield from against_sql(test.document.equals_sql, test.at("equals_sql"), answer, lab)


def against_sql(text: str, at: Place, answer: Answer, lab: Lab) -> Iterator[str]:
    names, found = lab.sql(text, at)
    if len(names) != len(answer.columns):
        message = f"The SQL has {len(names)} columns and the answer {len(answer.columns)}."
        hint = f"Columns of the answer: {', '.join(column.name for column in answer.columns)}."
        raise DefinitionError(Problem("D696", message, hint, at=at))
    places = list(range(len(names)))
    if {answer.places.get(name) for name in names} == set(places):
        places = [answer.places[name] for name in names]
    columns = tuple(answer.columns[place] for place in places)
    expected = [tuple(rounded(v, column) for v, column in zip(row, columns, strict=True)) for row in found]
    yield from Comparison(columns, expected, answer.cut(places)).differences()


def within_range(test: MetricTest, query: Query, answer: Answer, lab: Lab) -> Iterator[str]:
    """Every value lies between the bounds, both included; no value is no fault here."""
    for name, bounds in (test.document.range or {}).items():
        place = answer.place(name, test, "range", name)
        column = answer.columns[place]
        least, most = (_bound(value, column, test, name) for value in (bounds.min, bounds.max))
        for row in answer.rows:
            value = row[place]
            if value is None:
                continue
            if least is not None and value < least:
                yield f"{_where(answer, row)}{short(column)} {shown(value, column)} is below {shown(least, column)}"
            if most is not None and value > most:
                yield f"{_where(answer, row)}{short(column)} {shown(value, column)} is above {shown(most, column)}"


def _bound(value: Any, column: Column, test: MetricTest, name: str) -> Any:
    bound = exact(value, column)
    kind = Decimal if column.type in NUMBERS else datetime if column.type in MOMENTS else str
    if bound is not None and not isinstance(bound, kind):
        message = f"'{value}' is no bound for '{column.name}', which is of type {column.type}."
        raise DefinitionError(Problem("D695", message, at=test.at("range", name)))
    return bound


def not_null(test: MetricTest, query: Query, answer: Answer, lab: Lab) -> Iterator[str]:
    for index, name in enumerate(test.document.not_null or ()):
        place = answer.place(name, test, "not_null", index)
        for row in answer.rows:
            if row[place] is None:
                yield f"{_where(answer, row)}{short(answer.columns[place])} has no value"


def unique(test: MetricTest, query: Query, answer: Answer, lab: Lab) -> Iterator[str]:
    """No two rows agree in these columns."""
    names = test.document.unique or ()
    places = [answer.place(name, test, "unique", index) for index, name in enumerate(names)]
    columns = tuple(answer.columns[place] for place in places)
    seen: dict[tuple[Any, ...], int] = {}
    for row in answer.cut(places) if places else ():
        seen[row] = seen.get(row, 0) + 1
    for row, count in seen.items():
        if count > 1:
            yield f"{count} rows have {Comparison(columns, (), ()).row(row)}"


def _where(answer: Answer, row: tuple[Any, ...]) -> str:
    label = answer.label(row)
    return f"{label}: " if label else ""


EXPECTATIONS: tuple[Expectation, ...] = (rows, equals_sql, parts_add_up, within_range, not_null, unique)
