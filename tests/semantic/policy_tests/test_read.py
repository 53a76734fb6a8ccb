"""Faulty files of cases: each fault's code, line and words; and roles that no case tries."""

from __future__ import annotations

from pathlib import Path

import pytest

from semantic.access.link import read_policies
from semantic.errors import DefinitionError
from semantic.metric_tests.labs import Lab
from semantic.policy_tests.coverage import untried
from semantic.policy_tests.read import misfits
from tests.semantic.policy_tests.conftest import Write

ASKED = "query: {measures: [sag.antal]}"


@pytest.mark.parametrize(
    ("case", "code", "told"),
    [
        (f"role: leder, {ASKED}", "D692", "expects nothing"),
        (f"role: leder, {ASKED}, allow: true, deny: A301", "D692", "expects several things"),
        ("role: leder, hidden: true, never_sees: [sag]", "D692", "expects several things"),
        (f"role: leder, {ASKED}, deny: A301, scope: alle", "D692", "'scope' is of an answer"),
        (f"{ASKED}, allow: true", "D689", "must say who asks, once"),
        (f"role: leder, roles: [leder], {ASKED}, allow: true", "D689", "must say who asks, once"),
        ("role: leder, allow: true", "D689", "asks nothing"),
        (f"role: leder, {ASKED}, sees: [sag]", "D689", "asks, and judges the catalogue"),
        (f"role: leder, {ASKED}, allow: true, value: {{a: 0.1234567890123456}}", "D694", "more digits"),
        (f"role: leder, {ASKED}, allowed: true", "D603", "Unknown key 'allowed'"),
        (f"role: leder, {ASKED}, deny: R201", "D605", ""),
        (f"role: leder, {ASKED}, allow: false", "D605", ""),
        (f"role: leder, {ASKED}, allow: true, only: {{}}", "D605", ""),
        (f"role: leder, {ASKED}, allow: true, attributes: {{enhed: 1.5}}", "D605", ""),
    ],
)
def test_a_faulty_case_is_told_with_its_line(write: Write, case: str, code: str, told: str) -> None:
    with pytest.raises(DefinitionError) as refused:
        write(f"cases:\n  - {{name: Prøve, why: Derfor., {case}}}\n")
    assert {one.code for one in refused.value.problems} == {code}, refused.value
    assert told in refused.value.problems[0].message
    assert refused.value.problems[0].at is not None
    assert refused.value.problems[0].at.line == 2


def test_a_name_stands_once_and_a_reason_must_be_given(write: Write) -> None:
    one = f"  - {{name: Én, why: Derfor., role: leder, {ASKED}, allow: true}}\n"
    with pytest.raises(DefinitionError, match="D691"):
        write(f"cases:\n{one}{one}")
    with pytest.raises(DefinitionError, match="D604"):
        write("cases:\n" + one.replace("why: Derfor., ", ""))


@pytest.mark.parametrize(
    ("asker", "told"),
    [
        ("role: ledr", "There is no role 'ledr'."),
        ("roles: [leder, eftersynet]", "There is no role 'eftersynet'."),
        ("role: leder, attributes: {enheden: A}", "asks for the attribute 'enheden'."),
        ("role: eftersyn, attributes: {enhed: A}", "asks for the attribute 'enhed'."),
    ],
)
def test_an_asker_must_be_one_that_could_be(write: Write, lab: Lab, asker: str, told: str) -> None:
    cases = write(f"cases:\n  - {{name: Én, why: Derfor., {asker}, {ASKED}, hidden: true}}\n")
    problems = list(misfits(cases, lab.service.policies))
    assert [(one.code, one.at.line if one.at else None) for one in problems] == [("D689", 2)]
    assert told in problems[0].message


def _untried(folder: Path, write: Write, *cases: str) -> list[str]:
    text = "".join(f"  - {{name: C{n}, why: Derfor., {one}}}\n" for n, one in enumerate(cases))
    found = list(untried(read_policies(folder / "access_policies"), write(f"cases:\n{text}" if cases else "cases: []")))
    assert {one.code for one in found} <= {"D688"}
    assert all(one.hint == "Write one in access_policies/roles/ledelse.cases.yml." for one in found)
    return [f"{one.at}: {one.message}" for one in found]


FIRST = "access_policies/roles/ledelse.yml:2: The role 'leder' has no case that "
SECOND = "access_policies/roles/ledelse.yml:18: The role 'eftersyn' has no case that "
TRIED = ("role: eftersyn, sees: [sag]", f"role: eftersyn, {ASKED}, deny: A305")


@pytest.mark.parametrize(
    ("cases", "told"),
    [
        ((), [f"{FIRST}allows and none that denies.", f"{SECOND}allows and none that denies."]),
        ((*TRIED, f"role: leder, {ASKED}, allow: true"), [f"{FIRST}denies."]),
        ((*TRIED, f"role: leder, {ASKED}, hidden: true"), [f"{FIRST}allows."]),
        ((*TRIED, f"role: leder, {ASKED}, allow: true", f"role: leder, {ASKED}, deny: A301"), []),
        ((*TRIED, f"roles: [leder], {ASKED}, allow: true", "role: leder, never_sees: [sag]"), []),
        # Of two roles together nothing is known of one.
        ((*TRIED, f"roles: [leder, eftersyn], {ASKED}, allow: true"), [f"{FIRST}allows and none that denies."]),
    ],
)
def test_each_role_is_tried_both_ways(folder: Path, write: Write, cases: tuple[str, ...], told: list[str]) -> None:
    assert _untried(folder, write, *cases) == told


def test_a_case_counts_where_it_stands_beside_its_role(folder: Path, write: Write) -> None:
    elsewhere = write(f"cases:\n  - {{name: A, why: Derfor., role: leder, {ASKED}, allow: true}}\n"
                      f"  - {{name: B, why: Derfor., role: leder, {ASKED}, hidden: true}}\n")  # fmt: skip
    (folder / "access_policies" / "roles" / "ledelse.yml").rename(folder / "access_policies" / "roles" / "andet.yml")
    assert len(list(untried(read_policies(folder / "access_policies"), elsewhere))) == 2
