"""Where a test's question is asked: over the data as it is, or over a scratch database that holds only given rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR
from semantic.errors import Place
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.metric_tests.compare import Cells
from semantic.metric_tests.lab import empty_copy, fill, select, without_source
from semantic.metric_tests.read import MetricTest
from semantic.model.model import Model
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import Collected, collect

POLICIES = open_to_operator("metric_tests", "Those who test the model read all.")


@dataclass(frozen=True, eq=False)
class Lab:
    """A service, and the database files that it reads, for the SQL of the tests themselves."""

    service: Service
    files: Mapping[str, Path]

    def ask(self, query: Query) -> Collected:
        """The answer to one who may read everything. Raises ServiceError."""
        return collect(answer(query, OPERATOR, self.service))

    def sql(self, text: str, at: Place) -> tuple[tuple[str, ...], list[Cells]]:
        """Names and rows of a query of the test's own. Raises DefinitionError (D696)."""
        return select(self.files, text, at)


@dataclass
class Labs:
    """Opens the lab of each test. `files` names the database files as the model's data sources do."""

    model: Model
    files: Mapping[str, Path]
    limits: Limits = field(default_factory=Limits)
    _real: Lab | None = None
    _folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Labs:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._real is not None:
            self._real.service.generation.close()
            self._real = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    @contextmanager
    def lab(self, test: MetricTest) -> Iterator[Lab]:
        """The real data, opened once; or where rows are given a database with these rows alone."""
        if test.document.given is None:
            yield self.real()
            return
        scratch = {name: self.folder / f"{name}.scratch.duckdb" for name in self.files}
        lab: Lab | None = None
        try:
            fill({path: self._template(name, test) for name, path in scratch.items()}, test)
            lab = self._open(scratch)
            yield lab
        finally:
            if lab is not None:
                lab.service.generation.close()
            for path in scratch.values():
                with suppress(FileNotFoundError):
                    path.unlink()

    def real(self) -> Lab:
        """The lab over the data as it is. Raises DefinitionError when model and data do not fit together."""
        self._real = self._real or self._open(self.files)
        return self._real

    @property
    def folder(self) -> Path:
        self._folder = self._folder or tempfile.TemporaryDirectory(prefix="nogletal-")
        return Path(self._folder.name)

    def _open(self, files: Mapping[str, Path]) -> Lab:
        return Lab(Service(Generation(files, self.model, self.limits), POLICIES, self.limits), files)

    def _template(self, name: str, test: MetricTest) -> Path:
        """The empty copy of a database, made once; without a database made for each test."""
        path = self.folder / f"{name}.template.duckdb"
        if not self.files[name].is_file():
            with suppress(FileNotFoundError):
                path.unlink()
            without_source(self.model, test, path)
        elif not path.exists():
            empty_copy(self.files[name], path)
        return path
