"""A question over the answers to others: prepared, and answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from semantic.access.principal import Principal
from semantic.breakdown.answer import answer_breakdown, prepare_breakdown
from semantic.breakdown.relation import as_relation
from semantic.breakdown_query import RELATION as PARTS
from semantic.breakdown_query import Breakdown
from semantic.compose import Composition, Question, columns_of, hidden_of, passed_over, schema_of, together, written
from semantic.execute.cancellation import Cancellation
from semantic.long_answer import answer_long, prepare_long
from semantic.long_view.columns import COLUMNS as VALUES
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
    """Each question prepared, and what is computed over them typed. Raises ServiceError.

    A breakdown whose words are still to come has its columns, and nothing to prepare.
    """
    prepared: list[Prepared] = []
    columns: dict[str, tuple[Column, ...]] = {}
    for name, query in composition.questions.items():
        found, columns[name] = _prepared(query, principal, service)
        prepared += found
    sql = written(composition, columns)
    schemas = {name: schema_of(found) for name, found in columns.items()}
    types = service.generation.scratch.types(sql, schemas)
    return Composed(composition, tuple(prepared), sql, columns_of(types, composition.shown))


def _prepared(query: Question, principal: Principal, service: Service) -> tuple[Sequence[Prepared], tuple[Column, ...]]:
    match query:
        case LongQuestion():
            return [one for _, one in prepare_long(query, principal, service).batches], VALUES
        case Breakdown():
            is_told = query.measure and query.by
            return prepare_breakdown(query, principal, service).prepared if is_told else (), PARTS
        case _:
            found = prepare(query, principal, service)
            return [found], found.statement.columns


def answer_composed(composed: Composed, principal: Principal, service: Service, cancellation: Cancellation) -> Result:
    """The answers to the questions, each governed as if asked alone, and what is computed over them."""
    answers: dict[str, Collected] = {}
    for name, query in composed.composition.questions.items():
        answers[name] = collect(_answered(query, principal, service, cancellation))
    hidden = hidden_of(composed.composition, [one.hidden for one in answers.values()])
    tables = {name: one.table for name, one in answers.items()}
    cells = service.generation.run_over(tables, composed.sql, cancellation)
    from_all = together([one.stamp for one in answers.values()])
    return Result(composed.columns, cells.batches, from_all, cells.schema, hidden=hidden)


def _answered(query: Question, principal: Principal, service: Service, cancellation: Cancellation) -> Result:
    match query:
        case LongQuestion():
            return answer_long(query, principal, service, cancellation)
        case Breakdown():
            return as_relation(query, answer_breakdown(query, principal, service, cancellation))
        case _:
            return answer(query, principal, service, cancellation)


def values_composed(composed: Composed, principal: Principal, service: Service, cancellation: Cancellation) -> Result:
    """The answers as values that another question tests and computes with: none of them hidden (DeniedError, A308)."""
    found = answer_composed(composed, principal, service, cancellation)
    if found.hidden.columns or found.hidden.chose:
        raise passed_over()
    return found
