"""A question over the answers to others: prepared, and answered."""

from __future__ import annotations

from dataclasses import dataclass

from semantic.access.principal import Principal
from semantic.compose import Composition, columns_of, hidden_of, passed_over, schema_of, together, written
from semantic.execute.cancellation import Cancellation
from semantic.long_answer import answer_long, prepare_long
from semantic.long_view.columns import COLUMNS
from semantic.long_view.question import LongQuestion
from semantic.pipeline import Prepared, Service, answer, prepare
from semantic.result import Collected, Column, Result, collect


@dataclass(frozen=True)
class Composed:
    """A question over the answers to others, read and typed, nothing run."""

    composition: Composition
    prepared: tuple[Prepared, ...]
    sql: str
    columns: tuple[Column, ...]


def prepare_composed(composition: Composition, principal: Principal, service: Service) -> Composed:
    """Each question prepared, and what is computed over them typed. Raises ServiceError."""
    prepared: list[Prepared] = []
    columns: dict[str, tuple[Column, ...]] = {}
    for name, query in composition.questions.items():
        if isinstance(query, LongQuestion):
            prepared += [one for _, one in prepare_long(query, principal, service).batches]
            columns[name] = COLUMNS
        else:
            prepared.append(prepare(query, principal, service))
            columns[name] = prepared[-1].statement.columns
    sql = written(composition, columns)
    schemas = {name: schema_of(found) for name, found in columns.items()}
    types = service.generation.scratch.types(sql, schemas)
    return Composed(composition, tuple(prepared), sql, columns_of(types, composition.shown))


def answer_composed(composed: Composed, principal: Principal, service: Service, cancellation: Cancellation) -> Result:
    """The answers to the questions, each governed as if asked alone, and what is computed over them."""
    answers: dict[str, Collected] = {}
    for name, query in composed.composition.questions.items():
        if isinstance(query, LongQuestion):
            answers[name] = collect(answer_long(query, principal, service, cancellation))
        else:
            answers[name] = collect(answer(query, principal, service, cancellation))
    hidden = hidden_of(composed.composition, [one.hidden for one in answers.values()])
    tables = {name: one.table for name, one in answers.items()}
    cells = service.generation.run_over(tables, composed.sql, cancellation)
    from_all = together([one.stamp for one in answers.values()])
    return Result(composed.columns, cells.batches, from_all, cells.schema, hidden=hidden)


def values_composed(composed: Composed, principal: Principal, service: Service, cancellation: Cancellation) -> Result:
    """The answers as values that another question tests and computes with: none of them hidden (DeniedError, A308)."""
    found = answer_composed(composed, principal, service, cancellation)
    if found.hidden.columns or found.hidden.chose:
        raise passed_over()
    return found
