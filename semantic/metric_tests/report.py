"""Outcomes → lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from semantic.errors import Problem
from semantic.metric_tests.run import Outcome

SHOWN = 10  # differences of one test
WORDS = {"passed": "ok", "failed": "FAILED", "faulty": "ERROR"}


def headline(outcome: Outcome) -> str:
    """One line: the result, where the test is written, its name."""
    return f"{WORDS[outcome.status]:<6}  {outcome.test.at()}  {outcome.test.name}"


def details(outcome: Outcome) -> Iterator[str]:
    """Why the test is there, then what was different, at most ten differences; nothing when it passed."""
    if outcome.status == "passed":
        return
    if outcome.test.why:
        yield f"why: {' '.join(outcome.test.why.split())}"
    yield from outcome.differences[:SHOWN]
    if len(outcome.differences) > SHOWN:
        yield f"… and {len(outcome.differences) - SHOWN} more differences"
    for problem in outcome.problems:
        yield from problem_lines(problem)


def problem_lines(problem: Problem) -> Iterator[str]:
    where = f"{problem.at}: " if problem.at and str(problem.at) else ""
    yield f"{where}{problem.code} {problem.message}"
    yield from (f"    {line}" for line in (problem.detail, problem.hint) if line)


def summary(outcomes: Sequence[Outcome], noun: str = "test") -> str:
    """`12 tests: 11 passed, 1 failed (0.4 s)`."""
    counts = [(status, sum(outcome.status == status for outcome in outcomes)) for status in WORDS]
    told = ", ".join(f"{count} {status}" for status, count in counts if count)
    seconds = sum(outcome.seconds for outcome in outcomes)
    word = noun if len(outcomes) == 1 else f"{noun}s"
    return f"{len(outcomes)} {word}: {told} ({seconds:.1f} s)"
