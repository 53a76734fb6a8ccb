"""What each expectation finds, how it says so, and which cases are faulty since they could not fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from semantic.metric_tests.labs import Lab
from semantic.metric_tests.report import details, headline, summary
from semantic.metric_tests.run import Outcome
from semantic.policy_tests.run import run
from tests.semantic.policy_tests.conftest import Write

Run = Callable[[str], Outcome]
COUNT = "query: {measures: [sag.antal]}\n"
BY_UNIT = "query: {measures: [sag.antal], dimensions: [sag.enhed]}\n"
MONTHS = "query: {measures: [sag.beloeb], timeDimensions: [{dimension: sag.dag, granularity: month}]}\n"


@pytest.mark.parametrize(
    "text",
    [
        COUNT + "allow: true",
        COUNT + "allow: true\nscope: egen enhed (A)\nvalue: {sag.antal: 2}",
        COUNT + "allow: true\nequals_sql: select count(*) from sag where enhed = 'A'",
        BY_UNIT + "allow: true\nonly: {enhed: [A]}\nnever: {enhed: [B, null]}",
        BY_UNIT + "allow: true\nonly: {enhed: [A, B, null]}",
        MONTHS + "allow: true\nonly: {sag.dag.month: [2024-01-01]}\nvalue: {beloeb: 3.5}",
        "query: {measures: [sag.cpr__count_distinct]}\nhidden: true",
        "query: {dimensions: [sag.cpr]}\nhidden: true",
        "sees: [sag, sag.antal]\nnever_sees: [sag.cpr]",
        "on: 2024-12-31\n" + COUNT + "allow: true",
        "on: 2025-01-01\n" + COUNT + "hidden: true",
        "on: 2025-01-01\nnever_sees: [sag]",
        "role: leder\n" + COUNT + "hidden: true",
        "role: leder\nattributes: {enhed: ''}\n" + COUNT + "hidden: true",
        "role: leder\nattributes: {enhed: [A]}\n" + COUNT + "hidden: true",
        "role: leder\nattributes: {enhed: true}\n" + COUNT + "hidden: true",
        "role: leder\nattributes: {enhed: 1}\n" + COUNT + "hidden: true",
        "role: leder\nattributes: {enhed: C}\n" + COUNT + "allow: true\nvalue: {antal: 0}",
        "role: eftersyn\n" + COUNT + "deny: A305",
        "role: eftersyn\nsees: [sag.antal]\nnever_sees: [sag.enhed]",
        "roles: [leder, eftersyn]\nattributes: {enhed: B}\n" + COUNT + "allow: true\nvalue: {antal: 1}",
    ],
)
def test_what_holds_passes(outcome_of: Run, text: str) -> None:
    assert outcome_of(text).status == "passed", list(details(outcome_of(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (COUNT + "allow: true\nscope: alle", "expected the scope 'alle', found 'egen enhed (A)'"),
        (COUNT + "allow: true\nvalue: {antal: 4}", "antal expected 4, found 2 (-2)"),
        (COUNT + "allow: true\nequals_sql: select count(*) from sag", "antal expected 4, found 2 (-2)"),
        (BY_UNIT + "allow: true\nonly: {enhed: [B]}", "enhed is 'A', which is not one of the 1 expected"),
        (BY_UNIT + "allow: true\nnever: {enhed: [A]}", "enhed is 'A', which must never be"),
        (COUNT + "deny: A301", "expected the refusal A301, found an answer of the scope 'egen enhed (A)'"),
        (COUNT + "hidden: true",
         "expected the refusal of a hidden name, found an answer of the scope 'egen enhed (A)'"),
        ("role: leder\n" + COUNT + "allow: true", "expected an answer, found R201 There is no view 'sag'."),
        ("role: leder\n" + COUNT + "deny: A301", "expected the refusal A301, found R201 There is no view 'sag'."),
        ("role: eftersyn\n" + COUNT + "hidden: true",
         "expected the refusal of a hidden name, found A305 The figures are not open to you: Kun eftersyn."),
        ("role: eftersyn\n" + COUNT + "deny: A301",
         "expected the refusal A301, found A305 The figures are not open to you: Kun eftersyn."),
        ("sees: [sag.cpr]", "expected to see 'sag.cpr', and it is hidden"),
        ("never_sees: [sag.antal]", "'sag.antal' is seen, which must never be"),
        ("query: {dimensions: [sag.dag], filters: [{member: sag.enhed, operator: equals, values: [B]}]}\nallow: true",
         "expected an answer, found one without rows"),
        (BY_UNIT + "role: leder\nattributes: {enhed: C}\nallow: true\nvalue: {antal: 0}",
         "expected one row with its values, found 0"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told(outcome_of: Run, text: str, told: str) -> None:
    outcome = outcome_of(text)
    assert outcome.status == "failed"
    assert next(iter(details(outcome))) == "why: Derfor."
    assert told in details(outcome)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        # Each of these would hold whatever the policy says.
        ("query: {measures: [sag.antallet]}\nhidden: true", "D689", 6),
        ("query: {measures: [sagen.antal]}\nhidden: true", "D689", 6),
        ("never_sees: [sag.cprr]", "D689", 6),
        ("sees: [sagerne]", "D689", 6),
        (COUNT + "allow: true\nnever: {antal: [to]}", "D689", 8),
        (COUNT + "allow: true\nnever: {antallet: [2]}", "D695", 8),
        (COUNT + "allow: true\nvalue: {antallet: 2}", "D695", 8),
        (COUNT + "allow: true\nequals_sql: select 1, 2", "D696", 8),
        ("query: {measure: [sag.antal]}\nallow: true", "P102", 6),
    ],
)
def test_a_case_that_says_nothing_is_faulty(outcome_of: Run, text: str, code: str, line: int) -> None:
    outcome = outcome_of(text)
    assert outcome.status == "faulty", list(details(outcome))
    assert [(one.code, one.at.line if one.at else None) for one in outcome.problems] == [(code, line)]


def test_the_report_names_file_and_line(write: Write, lab: Lab) -> None:
    text = "cases:\n  - {name: Én, why: Derfor., role: leder, query: {measures: [sag.antal]}, hidden: true}\n"
    outcomes = [run(case, lab) for case in write(text)]
    assert headline(outcomes[0]) == "ok      access_policies/roles/ledelse.cases.yml:2  Én"
    assert summary(outcomes, "case").startswith("1 case: 1 passed (")
