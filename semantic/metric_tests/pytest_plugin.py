"""pytest plugin: every test of a `*.tests.yml` file is an item. Nothing of the engine is loaded before one is met."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from semantic.metric_tests.labs import Labs
    from semantic.metric_tests.read import MetricTest
    from semantic.metric_tests.run import Outcome

SUFFIXES = (".tests.yml", ".tests.yaml")
DEFAULTS = {"model": "schema", "database": "var/demo.duckdb"}
HELP = {
    "model": "metric tests: the folder with the model's YAML files (default: schema)",
    "database": "metric tests: the DuckDB file with the data (default: var/demo.duckdb)",
}


class MetricTestFailed(Exception):
    """Carries the outcome to `repr_failure`."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.test.name)
        self.outcome = outcome


class ModelBroken(Exception):
    """The model of the tests does not load."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("nogletal", "metric tests of Nøgletal")
    for name, text in HELP.items():
        group.addoption(f"--nogletal-{name}", metavar="PATH", default=None, help=text)
        parser.addini(f"nogletal_{name}", text, default="")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.name.endswith(SUFFIXES):
        return MetricTestFile.from_parent(parent, path=file_path)
    return None


def pytest_unconfigure(config: pytest.Config) -> None:
    labs = config.stash.get(LABS, None)
    if labs is not None:
        labs.close()


LABS: pytest.StashKey[Labs] = pytest.StashKey()


class MetricTestFile(pytest.File):
    """One file of metric tests; its faults are told with their lines instead of a traceback."""

    def collect(self) -> Iterator[MetricTestItem]:
        from semantic.errors import DefinitionError
        from semantic.metric_tests.read import read_tests

        root = self.config.rootpath
        name = str(self.path.relative_to(root)) if self.path.is_relative_to(root) else str(self.path)
        try:
            tests = read_tests(self.path, name)
        except DefinitionError as error:
            raise self.CollectError(str(error)) from None
        for test in tests:
            yield MetricTestItem.from_parent(self, name=test.name, test=test)


class MetricTestItem(pytest.Item):
    def __init__(self, *, test: MetricTest, **rest: Any) -> None:
        super().__init__(**rest)
        self.test = test

    def runtest(self) -> None:
        from semantic.metric_tests.run import run

        outcome = run(self.test, labs_of(self.config).lab)
        if outcome.status != "passed":
            raise MetricTestFailed(outcome)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        from semantic.metric_tests.report import details, headline

        if isinstance(excinfo.value, MetricTestFailed):
            outcome = excinfo.value.outcome
            return "\n".join([headline(outcome), *(f"    {line}" for line in details(outcome))])
        if isinstance(excinfo.value, ModelBroken):
            return f"The model does not load.\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        line = self.test.at().line
        return self.path, None if line is None else line - 1, self.name


def labs_of(config: pytest.Config) -> Labs:
    """The labs of this run, opened at the first test. Raises ModelBroken with every fault of the model."""
    if LABS not in config.stash:
        from semantic.errors import ServiceError
        from semantic.metric_tests.labs import Labs
        from semantic.model.load import load_model

        try:
            config.stash[LABS] = Labs(load_model(_path(config, "model")), {"demo": _path(config, "database")})
        except ServiceError as error:
            raise ModelBroken(str(error)) from None
    return config.stash[LABS]


def _path(config: pytest.Config, name: str) -> Path:
    """Command line, pytest's own settings, the environment, the default; relative to pytest's root folder."""
    chosen = (
        config.getoption(f"nogletal_{name}")
        or config.getini(f"nogletal_{name}")
        or os.environ.get(f"NOGLETAL_{name.upper()}")
        or DEFAULTS[name]
    )
    return config.rootpath / str(chosen)
