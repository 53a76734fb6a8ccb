"""Statements asked in-process, without the wire, and answers as plain cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyarrow as pa

from semantic.access.principal import OPERATOR, Principal
from semantic.access.visible import VisibleModel
from semantic.errors import Problem, ServiceError
from semantic.execute.cancellation import Cancellation
from semantic.pipeline import Service
from server.errors import outward
from server.postgres.schemas import Shown, schema_shown
from server.postgres.sql.relations import Reading, Wishes
from server.postgres.statement import Session
from server.postgres.statements import PostgresStatements


def reading_of(visible: VisibleModel, wishes: Wishes) -> Reading:
    """A statement to be read, of which no part is known before it is asked."""

    def shown(schema: str) -> Shown | None:
        return schema_shown(schema, visible, {})

    return Reading(visible, wishes, lambda part: [], lambda part: "text", shown)


@dataclass(frozen=True)
class Told:
    """What a client hears: columns with their types, rows, notices and their details; or why there are none."""

    names: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    notices: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def refusal(self) -> tuple[str, str, int | None] | None:
        """Code, SQLSTATE and place of the first problem; None where there is an answer."""
        if not self.problems:
            return None
        first = self.problems[0]
        return first.code, outward(first.code).sqlstate, first.at.position if first.at else None


def ask(
    service: Service,
    text: str,
    values: Sequence[object] = (),
    principal: Principal = OPERATOR,
    settings: Mapping[str, str] | None = None,
) -> Told:
    """The statement prepared and run."""
    session = Session(principal, dict(settings or {}), 1)
    statements = PostgresStatements(lambda: service)
    try:
        prepared = statements.prepare(text, (), session)
        rows = statements.run(prepared, values, session, Cancellation())
        batches = list(rows.batches)
    except ServiceError as error:
        return Told(problems=error.problems)
    assert [one.name for one in rows.columns] == [one.name for one in prepared.columns]
    names = tuple(one.name for one in rows.columns)
    found = [row for batch in batches for row in _rows(batch)]
    return Told(names, tuple(one.type.name for one in prepared.columns), tuple(found),
                tuple(one.message for one in rows.notices),
                tuple(one.detail for one in rows.notices if one.detail))  # fmt: skip


def _rows(batch: pa.RecordBatch) -> Iterable[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in batch.columns), strict=True)


def plain(rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Rows to be compared: numbers by value, whatever type they came in; booleans, texts and times as they are."""
    return [tuple(_plain(cell) for cell in row) for row in rows]


def _plain(cell: Any) -> Any:
    if isinstance(cell, float):
        return _number(Decimal(repr(cell))) if cell == cell and abs(cell) < 1e300 else repr(cell)
    if isinstance(cell, (int, Decimal)) and not isinstance(cell, bool):
        return _number(Decimal(cell))
    return cell


def sorted_rows(rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """In one order whatever they hold: NULLs last, each cell by its own words."""
    return sorted(plain(rows), key=lambda row: [(cell is None, type(cell).__name__, repr(cell)) for cell in row])


def _number(value: Decimal) -> str:
    """Twelve digits of it: a quotient is a DOUBLE with us and a decimal of twenty digits in PostgreSQL."""
    return f"{float(value):.12g}" if value else "0"
