"""A policy case → its outcome."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from semantic.access.policies import Policies
from semantic.access.principal import OPERATOR
from semantic.cube_query import parse_query, plain
from semantic.errors import Problem, ServiceError
from semantic.metric_tests.answers import read_answer
from semantic.metric_tests.labs import Lab
from semantic.metric_tests.run import Outcome, placed
from semantic.pipeline import Service, answer, prepare
from semantic.policy_tests.expectations import answered, catalogued
from semantic.policy_tests.read import PolicyCase
from semantic.query import Query
from semantic.result import collect

ABSENT = ("R201", "R202")  # what hidden names are refused with, as if they did not exist


def run(case: PolicyCase, lab: Lab) -> Outcome:
    """The outcome of one case under the policies of the lab's service, which must know the local operator.

    It does not raise for what the case, the policies, the model or the engine got wrong.
    """
    start = time.perf_counter()
    day = _day(case, lab.service.policies)
    outcome = _run(case, replace(lab, service=replace(lab.service, today=lambda: day)))
    return replace(outcome, seconds=time.perf_counter() - start)


def _day(case: PolicyCase, policies: Policies) -> date:
    """The day of the case, or one on which its roles are in force: what they give is tried, not whether they ended."""
    ends = (policies.roles[name].valid_to for name in case.roles if name in policies.roles)
    return case.document.on or min((day for day in ends if day is not None), default=date.max)


def _run(case: PolicyCase, lab: Lab) -> Outcome:
    service = lab.service
    try:
        if case.document.reviews is not None or case.document.writes_notes is not None:
            return _judged(case, _rights(case, service))
        if case.document.query is None:
            return _judged(case, catalogued(case, service.visible(case.principal), service.visible(OPERATOR)))
        query = parse_query(plain(case.document.query), default_limit=None)
        try:
            result = collect(answer(query, case.principal, service))
        except ServiceError as error:
            return _refused(case, error, query, service)
        if case.document.allow is None:
            wanted = case.document.deny or "of a hidden name"
            found = f"an answer of the scope '{result.stamp.scope}'"
            return Outcome(case, "failed", (f"expected the refusal {wanted}, found {found}",))
        return _judged(case, answered(case, read_answer(result), result.stamp, lab))
    except ServiceError as error:
        told = tuple(one if one.at and one.at.line else placed(one, case) for one in error.problems)
        return Outcome(case, "faulty", problems=told)


def _rights(case: PolicyCase, service: Service) -> Iterator[str]:
    asked, policies, day = case.document, service.policies, service.today()
    for wanted, found, what in (
        (asked.reviews, policies.may_review(case.principal, day), "review policies"),
        (asked.writes_notes, policies.may_write_notes(case.principal, day), "write notes"),
    ):
        if wanted is not None and found is not wanted:
            yield f"expected that the asker may {'' if wanted else 'not '}{what}"


def _judged(case: PolicyCase, differences: Iterator[str]) -> Outcome:
    found = tuple(differences)
    return Outcome(case, "failed" if found else "passed", found)


def _refused(case: PolicyCase, error: ServiceError, query: Query, service: Service) -> Outcome:
    codes = {problem.code for problem in error.problems}
    if case.document.hidden and codes <= set(ABSENT):
        return _hidden(case, query, service)
    if codes == {case.document.deny}:
        return Outcome(case, "passed")
    found = "; ".join(f"{problem.code} {problem.message}" for problem in error.problems)
    wanted = "an answer" if case.document.allow else f"the refusal {case.document.deny or 'of a hidden name'}"
    return Outcome(case, "failed", (f"expected {wanted}, found {found}",))


def _hidden(case: PolicyCase, query: Query, service: Service) -> Outcome:
    """Passed, unless the names are hidden from everybody: then the case would hold whatever the policy says."""
    try:
        prepare(query, OPERATOR, service)
    except ServiceError as error:
        absent = [problem for problem in error.problems if problem.code in ABSENT]
        if absent:
            message = f"Nobody could ask this, so that nothing is said of the role: {absent[0].message}"
            return Outcome(case, "faulty", problems=(Problem("D689", message, absent[0].hint, at=case.at("query")),))
    return Outcome(case, "passed")
