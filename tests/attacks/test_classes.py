"""The table of attacks is whole, each test that it names is there, and the page is written from it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.attacks.classes import CLASSES, INTERFACES, AttackClass, attacked, attacks_page
from tests.worlds import PROJECT

HERE = Path(__file__).parent


def test_each_of_the_thirty_classes_has_a_row() -> None:
    assert [one.number for one in CLASSES] == list(range(1, 31))
    assert all(one.name and one.incident for one in CLASSES)


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: str(one.number))
def test_a_class_is_tried_on_every_interface_or_says_why_not(one: AttackClass) -> None:
    reached = {name for test in one.tests for name in attacked()[test]}
    if not one.tests:
        assert one.elsewhere is not None
        return
    assert reached.isdisjoint(one.absent)
    assert reached | set(one.absent) == set(INTERFACES)


def test_every_test_that_attacks_stands_in_the_table() -> None:
    named = {test for one in CLASSES for test in one.tests}
    written = set()
    for file in HERE.glob("test_*.py"):
        for node in ast.parse(file.read_text("utf-8")).body:
            marks = [ast.unparse(mark) for mark in getattr(node, "decorator_list", [])]
            if any(mark.startswith(("on(", "through(")) for mark in marks) and isinstance(node, ast.FunctionDef):
                written.add(f"{file.stem.removeprefix('test_')}::{node.name}")
    assert written == named


def test_the_page_is_written_from_the_table() -> None:
    assert (PROJECT / "docs" / "attacks.md").read_text("utf-8") == attacks_page(attacked()), "run: make snapshots"
