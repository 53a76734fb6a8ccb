"""Marks of validation are in the chain: who set or withdrew which, who was denied. None is made without a record."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from semantic.audit.asked import Purpose
from server.cli import main
from server.terminal.audit import PURPOSES

Ask = Callable[[str], Result]


@pytest.fixture
def nogletal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.setenv("NOGLETAL_STATE", f"sqlite:///{tmp_path / 'state.db'}")
    monkeypatch.setenv("NOGLETAL_AUDIT_FOLDER", str(tmp_path / "audit"))
    monkeypatch.setenv("NOGLETAL_AUDIT_KEY_FILE", str(tmp_path / "audit.key"))
    return lambda line: CliRunner().invoke(main, line.split(" "))


def in_force(nogletal: Ask) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(nogletal("validering list --format json").stdout)
    return rows


def recorded(nogletal: Ask) -> list[tuple[object, ...]]:
    """Who, asked by whom, decided how and why, what the mark says, and how it ended; the oldest first."""
    found = nogletal("audit query --member validering --format json")
    assert found.exit_code == 0, found.output
    names = ("bruger", "spurgt_af", "formaal", "beslutning", "koder", "filtre", "raekker", "udfald")
    return [tuple(row[f"revision.{name}"] for name in names) for row in reversed(json.loads(found.stdout))]


def says(status: str, area: str = "oekonomi", within: str = "") -> str:
    deviation = f"; validering.afvigelse_pct equals {within}" if within else ""
    return (
        f"validering.kommunekode equals 573; validering.omraade equals {area}; validering.periode equals 2024; "
        f"validering.status equals {status}{deviation}"
    )


def test_a_mark_that_is_denied_is_recorded_and_not_made(nogletal: Ask) -> None:
    assert "A325" in nogletal("validering set 573 boern 2024 --as lokaladmin_varde").output
    denied = ("lokaladmin_varde", "operatoer", "mark", "denied", "A325", says("valideret", "boern"), None, None)
    assert (recorded(nogletal), in_force(nogletal)) == ([denied], [])


def test_what_was_asked_for_a_purpose_is_found_by_it(nogletal: Ask) -> None:
    assert get_args(Purpose) == PURPOSES
    assert nogletal("validering set 573 oekonomi 2024 --as lokaladmin_varde").exit_code == 0
    assert nogletal("query varde_prognose.budget").exit_code == 0
    for purpose in PURPOSES:
        told = json.loads(nogletal(f"audit query --purpose {purpose} --format json").stdout)
        assert len(told) == (purpose in ("mark", "answer")), purpose
        assert {one["revision.formaal"] for one in told} <= {purpose}


def test_setting_and_withdrawing_are_recorded_and_followed(nogletal: Ask, tmp_path: Path) -> None:
    assert nogletal("validering set 573 oekonomi 2024 --within 2.5 --as lokaladmin_varde").exit_code == 0
    assert nogletal("validering set 573 oekonomi 2024 --withdraw").exit_code == 0
    assert recorded(nogletal) == [
        ("lokaladmin_varde", "operatoer", "mark", "granted", "", says("valideret", within="2.5"), 1, "answered"),
        ("operatoer", "operatoer", "mark", "granted", "", says("ikke_valideret"), 1, "answered"),
    ]
    sound = nogletal("audit verify")
    assert (sound.exit_code, "4 records in 1 files of 1 chains: as they were written." in sound.stdout) == (0, True)
    [file] = (tmp_path / "audit").glob("*.jsonl")
    file.write_bytes(file.read_bytes().replace(b'"ikke_valideret"', b'"valideret"'))
    broken = nogletal("audit verify")
    assert (broken.exit_code, f"BROKEN {file.name}:3: record 3: it was changed" in broken.stdout) == (1, True)


def test_what_cannot_be_recorded_is_not_marked(nogletal: Ask, tmp_path: Path) -> None:
    (tmp_path / "audit").write_text("no folder")
    refused = nogletal("validering set 573 oekonomi 2024")
    assert (refused.exit_code, "L530" in refused.output, in_force(nogletal)) == (1, True, [])


def test_a_mark_that_the_state_does_not_keep_is_recorded_as_that(nogletal: Ask, tmp_path: Path) -> None:
    assert in_force(nogletal) == []  # the state is made
    with closing(sqlite3.connect(tmp_path / "state.db")) as state:
        state.execute("CREATE TRIGGER full BEFORE INSERT ON validations BEGIN SELECT RAISE(ABORT, 'full'); END")
    refused = nogletal("validering set 573 oekonomi 2024")
    assert (refused.exit_code, "D662" in refused.output, in_force(nogletal)) == (1, True, [])
    assert [(row[3], row[6], row[7]) for row in recorded(nogletal)] == [("granted", 0, "D662")]
