"""New data and a new model take the place of the old while questions are asked; a faulty one does not."""

from __future__ import annotations

import asyncio
import os
import shutil
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import duckdb
import pytest

from semantic.access.link import load_policies
from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR, Principal
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.load import load_model
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import collect
from server.health import Figures
from server.serving import Serving

MODEL = """
cubes:
  - name: orders
    sql_table: orders
    measures: [{name: number, type: count}]
    dimensions: [{name: id, sql: id, type: number, primary_key: true, public: true}]
"""
NUMBER = Query(measures=("orders.number",))


@pytest.fixture
def serving(tmp_path: Path) -> Serving:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "orders.yml").write_text(MODEL, encoding="utf-8")
    write(tmp_path / "orders.duckdb", 3)

    def opened() -> Service:
        generation = Generation({"shop": tmp_path / "orders.duckdb"}, load_model(tmp_path / "model"), Limits())
        return Service(generation, open_to_operator("test", "test"))

    return Serving(opened)


def write(file: Path, rows: int) -> None:
    """The new file takes the old one's place at once, as a load does it."""
    fresh = file.with_suffix(".fresh")
    with duckdb.connect(str(fresh)) as connection:
        connection.execute(f"CREATE TABLE orders AS SELECT i::INTEGER AS id FROM range({rows}) AS r(i)")
    os.replace(fresh, file)


def number(service: Service) -> int:
    return int(collect(answer(NUMBER, OPERATOR, service)).table.column(0)[0].as_py())


def test_new_data_serves_and_old_questions_end_on_the_old(serving: Serving, tmp_path: Path) -> None:
    old = serving.current()
    half_read = answer(Query(dimensions=("orders.id",)), OPERATOR, old)
    write(tmp_path / "orders.duckdb", 5)
    assert number(serving.current()) == 3
    assert serving.reload()
    assert number(serving.current()) == 5
    assert number(old) == collect(half_read).table.num_rows == 3


def test_a_file_built_anew_is_another_though_its_load_is_not(serving: Serving, tmp_path: Path) -> None:
    """An answer is only unchanged while its files are, whatever number their load bears."""
    old = serving.current()
    write(tmp_path / "orders.duckdb", 4)
    assert serving.reload()
    new = serving.current().generation
    assert (new.loads.number, new.model.version) == (old.generation.loads.number, old.generation.model.version)
    assert new.files != old.generation.files


def test_a_faulty_model_changes_nothing(serving: Serving, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = serving.current()
    (tmp_path / "model" / "orders.yml").write_text(MODEL.replace("count", "cuont"), encoding="utf-8")
    assert not serving.reload()
    assert serving.current() is before
    assert "orders.yml:5" in caplog.text


def test_a_missing_file_changes_nothing(serving: Serving, tmp_path: Path) -> None:
    shutil.move(tmp_path / "orders.duckdb", tmp_path / "away.duckdb")
    assert not serving.reload()
    assert number(serving.current()) == 3


ROLE = """
roles:
  - name: reader
    title: Reader
    niveau: operationelt
    formaal: a test
    hjemmel: a test
    ejer: a test
    godkendt_af: a test
    gyldig_til: {last}
    naeste_gennemgang: 2026-01-01
    grants: [{{name: all, reason: a test, members: [orders.*], open: [orders]}}]
"""
READER = Principal("someone", ("reader",))


def code(service: Service, principal: Principal = READER) -> str:
    try:
        collect(answer(NUMBER, principal, service))
    except ServiceError as error:
        return error.code
    return "answered"


def test_changed_policies_are_in_force_within_seconds(
    serving: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A role is given, spoilt (those before stay in force) and taken away, and each is seen by the next question."""
    monkeypatch.setattr("server.serving.WATCH_SECONDS", 0.02)
    folder = tmp_path / "access_policies"
    folder.mkdir()
    steps = ((ROLE.format(last="2999-12-31"), "answered"), ("roles: [{name: reader}]", "answered"), (None, "R201"))

    async def change() -> None:
        watching = asyncio.ensure_future(serving.watch(partial(load_policies, folder), folder))
        await asyncio.sleep(0.1)
        for text, wanted in steps:
            (folder / "reader.yml").write_text(text) if text else (folder / "reader.yml").unlink()
            async with asyncio.timeout(10):
                while code(serving.current()) != wanted or (text and "title" not in text and "D604" not in caplog.text):
                    await asyncio.sleep(0.01)
        watching.cancel()

    assert code(serving.current()) == "R201"
    asyncio.run(change())
    assert "reader.yml:1: D604" in caplog.text
    assert serving.policies_current


def test_faulty_policies_are_told_until_they_are_mended(serving: Serving, tmp_path: Path) -> None:
    folder = tmp_path / "access_policies"
    folder.mkdir()
    figures = Figures(lambda: serving.policies_current)
    for text, current in (("roles: [{name: reader}]", 0), (ROLE.format(last="2999-12-31"), 1)):
        (folder / "reader.yml").write_text(text)
        assert serving.reread(partial(load_policies, folder)) is bool(current)
        assert f"nogletal_policies_current {current}\n" in figures.text()


def test_a_role_ends_with_its_last_day(serving: Serving, tmp_path: Path) -> None:
    """By the clock of the question, with nothing reread."""
    folder = tmp_path / "access_policies"
    folder.mkdir()
    (folder / "reader.yml").write_text(ROLE.format(last="2026-11-30"))
    policies = load_policies(folder, serving.current().generation.model)
    days = {date(2026, 11, 29): "answered", date(2026, 11, 30): "answered", date(2026, 12, 1): "R201"}
    for day, wanted in days.items():
        assert code(replace(serving.current(), policies=policies, today=lambda day=day: day)) == wanted  # type: ignore[misc]


def test_a_hundred_reloads_leave_nothing_open(serving: Serving, tmp_path: Path) -> None:
    def descriptors() -> int:
        return len(os.listdir("/proc/self/fd"))

    assert serving.reload()
    before = descriptors()
    for _ in range(100):
        assert serving.reload()
    assert descriptors() <= before + 2
    assert number(serving.current()) == 3
