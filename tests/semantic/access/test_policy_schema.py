"""The schema that editors read is the one that the documents give, and the roles of the project are right by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from semantic.access.json_schema import policy_schema
from semantic.access.link import CASES
from semantic.model.read import parse_yaml

FOLDER = Path(__file__).parents[3] / "access_policies"
ROLES = [path for path in sorted(FOLDER.rglob("roles/*.yml")) if not path.name.endswith(CASES)]


def test_the_schema_is_fresh() -> None:
    assert (FOLDER / "policy.schema.json").read_text("utf-8") == policy_schema(), "run: make snapshots"


@pytest.mark.parametrize("path", ROLES, ids=lambda path: path.stem)
def test_an_editor_finds_no_fault_in_a_role(path: Path) -> None:
    assert _faults(_read(path)) == []


@pytest.mark.parametrize("key", ["formaal", "hjemmel", "ejer", "godkendt_af", "gyldig_til", "naeste_gennemgang"])
def test_an_editor_misses_what_data_protection_asks(key: str) -> None:
    document = _read(ROLES[0])
    del document["roles"][0][key]
    assert _faults(document) == [f'"{key}" is a required property']


def _read(path: Path) -> dict[str, Any]:
    """The document as an editor has it: days are text."""
    value: dict[str, Any] = json.loads(json.dumps(parse_yaml(path.read_text("utf-8"), path.name).value, default=str))
    return value


def _faults(document: dict[str, Any]) -> list[str]:
    return [error.message for error in jsonschema_rs.validator_for(json.loads(policy_schema())).iter_errors(document)]
