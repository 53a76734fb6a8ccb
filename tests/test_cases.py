"""Every case: its rows are the oracle's, and its plan and SQL are as they were last seen."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.model.expression import cast
from semantic.pipeline import answer, explain
from semantic.result import collect
from tests.case import Case, canonical, every_case
from tests.interfaces.clients.answers import settled
from tests.interfaces.clients.python import PythonClient
from tests.worlds import service, world

CASES = every_case()
NUMBER = re.compile(r"-?\d+\.\d+")
WRITE = os.environ.get("WRITE_SNAPSHOTS") == "1" and not os.environ.get("CI")


def test_there_are_cases() -> None:
    assert len(CASES) > 20
    assert all(len(case.why) > 20 for case in CASES)


def test_nothing_else_lies_beside_a_case() -> None:
    for case in CASES:
        written = {"plan.txt", "statement.sql"} if case.refused is None else {"error.txt"}
        assert {file.name for file in case.folder.iterdir()} == {"case.yaml", *written}, case.name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_rows_are_the_oracles(case: Case) -> None:
    heard = PythonClient().ask(world(case.world), case.query, case.principal)
    if case.refused is not None:
        assert [code for code, _, _ in heard.problems][:1] == [case.refused], heard
        assert case.says is None or case.says in str(heard.problems)
        return
    assert not heard.problems
    _, rows = world(case.world).oracle(case.oracle or "")
    expected = [tuple(_plain(settled(canonical(cell))) for cell in row) for row in rows]
    found = [tuple(_plain(cell) for cell in row) for row in heard.rows]
    if not case.ordered:
        expected, found = sorted(expected, key=str), sorted(found, key=str)
    assert found == expected


def _plain(cell: str | None) -> str | None:
    """Without the trailing zeros that say how many decimals are shown: the oracle may write 100.6 for 100.60."""
    return cell.rstrip("0").rstrip(".") if cell and NUMBER.fullmatch(cell) else cell


@pytest.mark.parametrize("case", [case for case in CASES if case.refused is None], ids=lambda case: case.name)
def test_plan_and_sql_are_as_last_seen(case: Case) -> None:
    explained = explain(parse_query(case.query, default_limit=10_000), Principal("direktion", ("direktion",)),
                        service(case.world))  # fmt: skip
    _same(case.folder / "plan.txt", explained.plan)
    _same(case.folder / "statement.sql", sqlglot.transpile(explained.sql, "duckdb", "duckdb", pretty=True)[0])


@pytest.mark.parametrize("case", [case for case in CASES if case.refused is not None], ids=lambda case: case.name)
def test_refusals_are_as_last_seen(case: Case) -> None:
    asker = Principal("direktion", ("direktion",))
    with pytest.raises(ServiceError) as refused:
        collect(answer(parse_query(case.query, default_limit=10_000), asker, service(case.world)))
    _same(case.folder / "error.txt", str(refused.value))


def _same(file: Path, text: str) -> None:
    """The text is the file's; `make snapshots` writes it anew."""
    if WRITE:
        file.write_text(text + "\n", encoding="utf-8")
    assert file.is_file(), f"{file.name} is missing: run 'make snapshots' and read what it wrote"
    assert text == file.read_text("utf-8").rstrip("\n")


def test_the_types_that_all_casts_share_are_as_they_were() -> None:
    """One that a statement changed on its way would change every later one."""
    for case in CASES:
        if case.refused is None:
            explain(
                parse_query(case.query, default_limit=None), Principal("direktion", ("direktion",)), service(case.world)
            )
    for name in ("DATE", "BOOLEAN", "HUGEINT", "VARCHAR", "DOUBLE", "DECIMAL(38, 2)"):
        assert cast(exp.column("a"), name).args["to"] == exp.DataType.build(name, dialect="duckdb")
