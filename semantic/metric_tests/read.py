"""Files of metric tests → MetricTests; every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from semantic.errors import DefinitionError, Place, Problem
from semantic.metric_tests.documents import MetricTestDocument, MetricTestsFile
from semantic.model.read import nearest_place, read_document
from semantic.model.salvage import KeyPath

SUFFIXES = (".tests.yml", ".tests.yaml")
EXPECTATIONS = ("expect", "equals_sql", "parts_add_up", "range", "not_null", "unique", "refused")
# A YAML number with a point is read as a double, which holds this many digits for certain.
DOUBLE_DIGITS = 15


class Written(Protocol):
    """A test as a report tells of it, and a fault of it is placed."""

    @property
    def name(self) -> str: ...

    @property
    def why(self) -> str | None: ...

    def at(self, *path: str | int) -> Place: ...


W = TypeVar("W", bound=Written)


@dataclass(frozen=True, eq=False)
class MetricTest:
    """One test with the lines that it was written on; `index` is its number in the file."""

    document: MetricTestDocument
    index: int
    file: str
    lines: Mapping[KeyPath, int]

    @property
    def name(self) -> str:
        return self.document.name

    @property
    def why(self) -> str | None:
        return self.document.why

    def at(self, *path: str | int) -> Place:
        return nearest_place(self.file, self.lines, ("tests", self.index, *path))


def find_files(paths: Iterable[Path], suffixes: tuple[str, ...] = SUFFIXES) -> tuple[Path, ...]:
    """Each named file, and every test file below each named folder, once, in path order."""
    found: dict[Path, None] = {}
    for path in paths:
        below = sorted(file for file in path.rglob("*") if file.name.endswith(suffixes)) if path.is_dir() else [path]
        found.update(dict.fromkeys(below))
    return tuple(found)


def read_tests(path: Path, name: str | None = None) -> tuple[MetricTest, ...]:
    """The tests of one file, called `name` in messages. Raises DefinitionError with every fault of the file."""
    name = name or str(path)
    document, lines = read_document(read_utf8(path, name), name, MetricTestsFile)
    tests = tuple(MetricTest(test, index, name, lines) for index, test in enumerate(document.tests))
    problems = [problem for rule in RULES for problem in rule(tests)]
    if problems:
        raise DefinitionError(*problems)
    return tests


def read_utf8(path: Path, name: str) -> str:
    """The file's text. Raises DefinitionError (D601)."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise DefinitionError(Problem("D601", "The file is not UTF-8 text.", at=Place(name))) from None


def names_differ(tests: tuple[W, ...]) -> Iterator[Problem]:
    first: dict[str, W] = {}
    for test in tests:
        if first.setdefault(test.name, test) is not test:
            line = first[test.name].at("name").line
            yield Problem("D691", f"The name '{test.name}' is taken by the test in line {line}.", at=test.at("name"))


def _each_expects_something(tests: tuple[MetricTest, ...]) -> Iterator[Problem]:
    for test in tests:
        asked = [key for key in EXPECTATIONS if getattr(test.document, key) is not None]
        if not asked:
            hint = f"Give one of: {', '.join(EXPECTATIONS)}."
            yield Problem("D692", f"The test '{test.name}' expects nothing.", hint, at=test.at())
        elif "refused" in asked and len(asked) > 1:
            hint = "A refused question has no answer; keep one of the two."
            yield Problem(
                "D692", f"The test '{test.name}' expects a refusal and an answer.", hint, at=test.at("refused")
            )


def _rows_name_the_same_columns(tests: tuple[MetricTest, ...]) -> Iterator[Problem]:
    for test in tests:
        rows = test.document.expect.rows if test.document.expect else []
        for number, row in enumerate(rows):
            if row.keys() != rows[0].keys():
                odd = ", ".join(f"'{key}'" for key in sorted(row.keys() ^ rows[0].keys()))
                hint = "Write null for no value."
                at = test.at("expect", "rows", number)
                yield Problem("D693", f"The rows do not name the same columns: {odd} is not in all.", hint, at=at)


def _numbers_are_exact(tests: tuple[MetricTest, ...]) -> Iterator[Problem]:
    for test in tests:
        yield from inexact(test, test.document.model_dump(include={"given", "expect", "range"}))


def inexact(test: Written, values: object) -> Iterator[Problem]:
    """A problem for each number with a point that has more digits than YAML keeps; `values` are keyed as written."""
    for path, value in _floats(values, ()):
        if len(repr(value).replace(".", "").strip("-0")) > DOUBLE_DIGITS:
            hint = "Put it in quotes; as a number it loses digits."
            yield Problem("D694", f"{value!r} has more digits than a YAML number keeps.", hint, at=test.at(*path))


def _floats(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, float]]:
    if isinstance(value, float):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _floats(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _floats(inner, (*path, index))


RULES = (names_differ, _each_expects_something, _rows_name_the_same_columns, _numbers_are_exact)
