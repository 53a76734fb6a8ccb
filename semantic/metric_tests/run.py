"""A metric test → its outcome."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Literal

from semantic.cube_query import parse_query, plain
from semantic.errors import Place, Problem, ServiceError
from semantic.metric_tests.answers import Answer, read_answer
from semantic.metric_tests.expectations import EXPECTATIONS
from semantic.metric_tests.labs import Lab
from semantic.metric_tests.read import MetricTest, Written
from semantic.query import Query

Status = Literal["passed", "failed", "faulty"]
LabFor = Callable[[MetricTest], AbstractContextManager[Lab]]


@dataclass(frozen=True)
class Outcome:
    """`failed`: the answer is not as expected, see `differences`. `faulty`: no answer, or the test itself is wrong."""

    test: Written
    status: Status
    differences: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0


def run(test: MetricTest, lab_for: LabFor) -> Outcome:
    """The outcome of one test; it does not raise for what the test, the model or the engine got wrong."""
    start = time.perf_counter()
    outcome = _run(test, lab_for)
    return replace(outcome, seconds=time.perf_counter() - start)


def _run(test: MetricTest, lab_for: LabFor) -> Outcome:
    try:
        with lab_for(test) as lab:
            try:
                query = parse_query(plain(test.document.query), default_limit=None)
                answer = read_answer(lab.ask(query))
            except ServiceError as error:
                return _refused(test, error)
            if test.document.refused is not None:
                return _answered(test, answer)
            differences = tuple(_differences(test, query, answer, lab))
    except ServiceError as error:
        return Outcome(test, "faulty", problems=error.problems)
    return Outcome(test, "failed" if differences else "passed", differences)


def _differences(test: MetricTest, query: Query, answer: Answer, lab: Lab) -> Iterator[str]:
    for expectation in EXPECTATIONS:
        yield from expectation(test, query, answer, lab)


def _answered(test: MetricTest, answer: Answer) -> Outcome:
    count = len(answer.rows)
    rows = "one row" if count == 1 else f"{count} rows"
    return Outcome(test, "failed", (f"expected the refusal {test.document.refused}, found an answer of {rows}",))


def _refused(test: MetricTest, error: ServiceError) -> Outcome:
    wanted = test.document.refused
    if wanted is None:
        return Outcome(test, "faulty", problems=tuple(placed(problem, test) for problem in error.problems))
    if any(problem.code == wanted for problem in error.problems):
        return Outcome(test, "passed")
    found = "; ".join(f"{problem.code} {problem.message}" for problem in error.problems)
    return Outcome(test, "failed", (f"expected the refusal {wanted}, found {found}",))


def placed(problem: Problem, test: Written) -> Problem:
    """The problem at its line of the test: `filters[0].member` leads to the key of that path."""
    path = problem.at.path if problem.at else None
    steps = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path or "")]
    place = test.at("query", *steps)
    return replace(problem, at=Place(place.file, place.line))
