"""Every code that the source can raise has a meaning in both languages, and no other has."""

from __future__ import annotations

import re
from pathlib import Path

from semantic.error_codes import CODES, FAMILY_MEANINGS, errors_page
from semantic.errors import FAMILIES

ROOT = Path(__file__).parents[2]
CODE = re.compile(r'"([PRAULDX][0-9]{3})"')


def test_the_codes_are_those_of_the_source() -> None:
    files = [file for package in ("semantic", "server") for file in (ROOT / package).rglob("*.py")]
    others = [file for file in files if file.name != "error_codes.py"]
    used = {code for file in others for code in CODE.findall(file.read_text("utf-8"))}
    assert used == set(CODES)


def test_every_family_has_a_meaning() -> None:
    assert set(FAMILY_MEANINGS) == set(FAMILIES)


def test_the_page_is_fresh() -> None:
    assert (ROOT / "docs" / "errors.md").read_text("utf-8") == errors_page(), "run: make snapshots"
