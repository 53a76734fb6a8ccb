"""The page on policies: its example is right, its cases hold, and it names every key and every refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from semantic.access.documents import (
    FinestGrainDocument,
    ForbidDocument,
    GrantDocument,
    RestrictionDocument,
    RoleDocument,
    RowsDocument,
)
from semantic.access.link import load_policies, read_policies
from semantic.access.policies import open_to_operator
from semantic.metric_tests.labs import Lab
from semantic.metric_tests.report import details
from semantic.pipeline import Service
from semantic.policy_tests.coverage import untried
from semantic.policy_tests.documents import PolicyCaseDocument
from semantic.policy_tests.read import misfits, read_cases
from semantic.policy_tests.run import run
from tests.worlds import service, world

PAGE = (Path(__file__).parents[3] / "docs" / "policies.md").read_text("utf-8")
ROLE, EVERYBODY, CASES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "access_policies").mkdir()
    (tmp_path / "access_policies" / "eksempel.yml").write_text(ROLE, "utf-8")
    (tmp_path / "access_policies" / "eksempel.cases.yml").write_text(CASES, "utf-8")
    return tmp_path / "access_policies"


def test_the_example_holds(folder: Path) -> None:
    demo = service("demo")
    operator = open_to_operator("operatoer", "A test reads all.").roles.values()
    policies = load_policies(folder, demo.generation.model).beside(*operator)
    cases = read_cases(folder / "eksempel.cases.yml", "access_policies/eksempel.cases.yml")
    assert list(untried(read_policies(folder), cases)) == []
    assert list(misfits(cases, policies)) == []
    lab = Lab(Service(demo.generation, policies), {"demo": world("demo").database})
    assert {case.name: list(details(run(case, lab))) for case in cases} == {case.name: [] for case in cases}


def test_what_holds_for_everybody_is_right(folder: Path) -> None:
    (folder / "alle.yml").write_text(EVERYBODY, "utf-8")
    policies = load_policies(folder, service("demo").generation.model)
    assert [one.name for one in policies.restrictions] == ["kun_foraeldede_sager_ude"]
    assert [one.name for one in policies.forbids] == ["ingen_pseudonymer"]


def _keys(*documents: type[BaseModel]) -> Iterator[str]:
    for document in documents:
        yield from (field.alias or name for name, field in document.model_fields.items())


@pytest.mark.parametrize(
    "key",
    sorted(
        {*_keys(RoleDocument, GrantDocument, RestrictionDocument, ForbidDocument, RowsDocument, PolicyCaseDocument)}
    ),
)
def test_every_key_is_explained(key: str) -> None:
    assert f"`{key}`" in PAGE or f"`{key}: " in PAGE


def test_every_part_of_a_grain_is_explained() -> None:
    assert all(f"`{key}`" in PAGE or f"`{key}: " in PAGE for key in _keys(FinestGrainDocument))


@pytest.mark.parametrize(
    "code", ["A301", "A302", "A303", "A305", "A306", "D678", "D684", "D685", "D686", "D688", "D689"]
)
def test_every_refusal_is_explained(code: str) -> None:
    assert code in PAGE
