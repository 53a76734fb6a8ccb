"""Test files are read strictly, and every fault has its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from semantic.errors import DefinitionError
from semantic.metric_tests.read import find_files, read_tests

ONE = "tests:\n  - name: A\n    query: {measures: [salg.antal]}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tests: [", ["D601 The file is not valid YAML"]),
        ("test: []", ["x:1: D603 Unknown key 'test'", "Did you mean 'tests'?"]),
        (ONE + "    expects: {}\n", ["x:4: D603 Unknown key 'expects'", "Did you mean 'expect'?"]),
        (ONE + "    expect: {row: []}\n", ["x:4: D603 Unknown key 'row'", "Did you mean 'rows'?"]),
        ("tests:\n  - name: A\n    refused: R202\n", ["x:2: D604 The key 'query' is missing"]),
        (ONE + "    refused: no\n", ["x:4: D605 "]),
        (ONE, ["x:2: D692 The test 'A' expects nothing.", "Give one of: expect, equals_sql, "]),
        (ONE + "    refused: R202\n    unique: [a]\n", ["x:4: D692 The test 'A' expects a refusal and an answer."]),
        (
            ONE + "    refused: R202\n" + ONE.removeprefix("tests:\n") + "    refused: R202\n",
            ["x:5: D691 The name 'A' is taken by the test in line 2."],
        ),
        (
            ONE + "    expect:\n      rows:\n        - {a: 1}\n        - {b: 1}\n",
            ["x:7: D693 The rows do not name the same columns: 'a', 'b' is not in all."],
        ),
        (
            ONE + "    expect:\n      rows:\n        - a: 12345678901234.567\n",
            ["x:6: D694 12345678901234.566 has more digits than a YAML number keeps.", "Put it in quotes"],
        ),
        (ONE + "    not_null: []\n", ["x:4: D605 "]),
        (ONE + "    expect: {rows: [], tolerance: -1}\n", ["x:4: D605 "]),
    ],
)
def test_faults(tmp_path: Path, text: str, told: list[str]) -> None:
    file = tmp_path / "x.tests.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(DefinitionError) as caught:
        read_tests(file, "x")
    assert [one for one in told if one not in str(caught.value)] == []


def test_not_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "x.tests.yml"
    file.write_bytes(b"tests: \xff")
    with pytest.raises(DefinitionError, match="x: D601 The file is not UTF-8 text."):
        read_tests(file, "x")


def test_each_test_knows_its_lines(tmp_path: Path) -> None:
    file = tmp_path / "x.tests.yml"
    file.write_text(ONE + "    expect:\n      rows:\n        - antal: 1\n", "utf-8")
    (test,) = read_tests(file, "x")
    assert [str(test.at(*path)) for path in ((), ("name",), ("expect", "rows", 0), ("query", "measures", 0))] == [
        "x:2", "x:2", "x:6", "x:3",
    ]  # fmt: skip


def test_files_are_found_once_and_in_order(tmp_path: Path) -> None:
    for name in ("b.tests.yml", "a/c.tests.yaml", "a/model.yml", "tests.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find_files([tmp_path / "b.tests.yml", tmp_path])
    assert [str(path.relative_to(tmp_path)) for path in found] == ["b.tests.yml", "a/c.tests.yaml"]
