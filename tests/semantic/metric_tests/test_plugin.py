"""The pytest plugin as its users meet it: in a pytest of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

TESTS = """\
tests:
  - name: Antal i alt
    query: {measures: [salg.antal]}
    expect: {rows: [{antal: 5}]}

  - name: Prisen er forkert
    why: Så man kan se forskellen.
    query: {measures: [salg.pris], dimensions: [salg.butik]}
    expect: {rows: [{butik: Varde, pris: 20.83}, {butik: Ribe, pris: 12.74}]}

  - name: Givne rækker
    given: {salg: [{antal: 2}]}
    query: {measures: [salg.antal]}
    expect: {rows: [{antal: 2}]}
"""
Run = Callable[..., pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """pytest in a process of its own, in the folder of the small model."""
    monkeypatch.delenv("NOGLETAL_DATABASE", raising=False)
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    (folder / "schema" / "salg.tests.yml").write_text(TESTS, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\nnogletal_database = demo.duckdb\n")
    pytester.chdir()
    monkeypatch.chdir(folder)
    return lambda *arguments: pytester.runpytest_subprocess(f"--rootdir={folder}", *arguments)


def test_each_test_is_an_item_and_a_failure_is_readable(run: Run) -> None:
    result = run("schema")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines([
        "*Prisen er forkert*",
        "FAILED  schema/salg.tests.yml:6  Prisen er forkert",
        "    why: Så man kan se forskellen.",
        "    butik = 'Ribe': pris expected 12.74, found 12.75 (+0.01)",
    ])  # fmt: skip
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_a_word_chooses_and_several_workers_share(run: Run) -> None:
    run("schema", "-k", "givne or alt").assert_outcomes(passed=2)
    run("schema", "-n", "2", "-p", "randomly").assert_outcomes(passed=2, failed=1)


def test_one_test_by_its_id(run: Run) -> None:
    run("schema/salg.tests.yml::Antal i alt").assert_outcomes(passed=1)


def test_a_broken_file_is_an_error_with_its_line(run: Run, folder: Path) -> None:
    (folder / "schema" / "salg.tests.yml").write_text(TESTS.replace("expect:", "expects:"), "utf-8")
    result = run("schema")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["schema/salg.tests.yml:4: D603 Unknown key 'expects' at 'tests.*.expects'."])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_broken_model_is_told_with_its_line(run: Run, folder: Path) -> None:
    file = folder / "schema" / "salg.yml"
    file.write_text(file.read_text("utf-8").replace("sql_table: main.lager", "sql_tabel: main.lager"), "utf-8")
    result = run("schema", "-k", "alt")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["The model does not load.", "schema/salg.yml:27: D603 Unknown key 'sql_tabel'*"])


def test_an_ordinary_run_loads_nothing_of_ours(run: Run, folder: Path) -> None:
    (folder / "test_plain.py").write_text(
        "import sys\n"
        "def test_plain():\n"
        "    assert not {'duckdb', 'sqlglot', 'pydantic', 'semantic.errors'} & set(sys.modules)\n"
    )
    run("test_plain.py").assert_outcomes(passed=1)


def test_the_options_are_explained(run: Run) -> None:
    run("--help").stdout.fnmatch_lines(["*--nogletal-model=PATH*", "*--nogletal-database=PATH*"])
