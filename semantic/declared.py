"""Declared questions → questions, and what is wrong with those that cannot be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from semantic.cube_query import parse_query, plain
from semantic.errors import Place, Problem, ServiceError, refusal
from semantic.model.model import Model
from semantic.model.question import DeclaredQuestion
from semantic.query import Query


def query_of(question: DeclaredQuestion) -> Query:
    """The question, of all its rows. Raises ServiceError as `parse_query` does, and P102 where it has an `asOf`."""
    query = parse_query(plain(dict(question.query)), default_limit=None)
    hint = "Leave it out: the day is named when the question is asked."
    for key, value in (("asOf", query.as_of), ("edition", query.edition)):
        if value is not None:
            raise refusal(Problem("P102", f"A declared question has no '{key}'.", hint, at=Place(path=key)))
    return query


def faulty_questions(model: Model, ask: Callable[[Query], object]) -> Iterator[Problem]:
    """A problem (D658) at the line of each question for everything that refuses it: its own words, and `ask`."""
    for one in model.questions.values():
        try:
            ask(query_of(one))
        except ServiceError as error:
            for problem in error.problems:
                where = f" at '{problem.at.path}'" if problem.at and problem.at.path else ""
                message = f"The question '{one.id}' cannot be asked{where}: {problem.code} {problem.message}"
                yield Problem("D658", message, problem.hint, problem.detail, one.at)
