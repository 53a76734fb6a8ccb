"""Every nøgletal has a metric test, and a fault put into a definition is found by one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from semantic.limits import Limits
from semantic.metric_tests.labs import Labs
from semantic.metric_tests.read import MetricTest, find_files, read_tests
from semantic.metric_tests.run import Outcome, run
from semantic.model.load import load_model
from semantic.model.model import Model

SCHEMA = Path(__file__).parents[2] / "schema"
TESTS = tuple(test for file in find_files([SCHEMA]) for test in read_tests(file))


@dataclass(frozen=True)
class Fault:
    """`written` in a file of the cubes, `instead` of it, and the file and name of the metric test that finds it."""

    name: str
    file: str
    written: str
    instead: str
    found_by: tuple[str, str]

    def put_into(self, schema: Path) -> None:
        path = schema / "cubes" / self.file
        text = path.read_text("utf-8")
        assert self.written in text, f"{self.file} has no {self.written!r}"
        path.write_text(text.replace(self.written, self.instead, 1), "utf-8")


FAULTS = tuple(
    Fault(**{**one, "found_by": tuple(one["found_by"])})
    for one in yaml.safe_load(Path(__file__).with_name("faults.yml").read_text("utf-8"))
)


def outcomes(schema: Path, tests: tuple[MetricTest, ...], database: Path) -> list[Outcome]:
    with Labs(load_model(schema), {"default": database}, Limits(threads=1)) as labs:
        return [run(test, labs.lab) for test in tests]


def written_in(file: str) -> tuple[MetricTest, ...]:
    return tuple(test for test in TESTS if Path(test.file).name == file)


def asked_measures(model: Model) -> Iterator[tuple[str, str]]:
    """The cube and name of each measure that a metric test asks for and expects something of."""
    for test in TESTS:
        if test.document.refused is not None:
            continue
        for named in test.document.query.get("measures", ()):
            view, _, name = named.partition(".")
            if entry := model.views[view].members.get(name):
                yield entry.member.cube, entry.member.name


def test_every_noegletal_has_a_metric_test() -> None:
    model = load_model(SCHEMA)
    found = set(asked_measures(model))
    members = {
        record.id: model.views[view].members[name].member
        for record in model.noegletal.values()
        for view, _, name in [record.measure.partition(".")]
    }
    assert len(members) > 25
    assert [key for key, member in members.items() if (member.cube, member.name) not in found] == []


def test_the_shipped_definitions_hold(demo_database: Path) -> None:
    """Else a fault would be found that is none."""
    found = outcomes(SCHEMA, TESTS, demo_database)
    assert [(one.test.name, one.differences, one.problems) for one in found if one.status != "passed"] == []


def test_there_are_ten_faults_in_eight_cubes() -> None:
    assert len(FAULTS) >= 10
    assert len({fault.file for fault in FAULTS}) >= 8
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found(fault: Fault, demo_database: Path, tmp_path: Path) -> None:
    """The model loads and answers, with another number; and the metric test that is named says so."""
    file, name = fault.found_by
    schema = tmp_path / "schema"
    shutil.copytree(SCHEMA, schema)
    fault.put_into(schema)
    failed = {one.test.name: one for one in outcomes(schema, written_in(file), demo_database) if one.status != "passed"}
    assert name in failed, f"found by {sorted(failed)}"
    assert (failed[name].status, failed[name].problems) == ("failed", ())
    assert failed[name].differences
