"""Reports: each file is the declared question as its receiver may ask it, whole, and nobody else's."""

from __future__ import annotations

import csv
import io
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from semantic.errors import LimitError, Problem
from server.cli import main
from server.terminal.files import PRIVATE, whole_file
from server.terminal.reports import folder_name
from tests.worlds import PROJECT, world

Run = Callable[..., Result]
ENHED = "fristoverholdelse_pr_enhed"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(PROJECT)
    monkeypatch.setenv("NOGLETAL_DATABASE", str(world("demo").database))
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


def query(run: Run, who: str, *more: str) -> list[list[str]]:
    """The question by hand, as `schema/questions/kvartal.yml` has it."""
    answer = run(
        "query", "afgoerelse.fristoverholdelse", "afgoerelse.antal_inden_frist", "afgoerelse.antal_med_frist",
        "--by", "afgoerelse.enhed", "--time", "afgoerelse.afgjort:quarter",
        "--range", "afgoerelse.afgjort=last 4 quarters", "--as", who, "--format", "csv", *more,
    )  # fmt: skip
    assert answer.exit_code == 0, answer.output
    return list(csv.reader(io.StringIO(answer.stdout)))


@pytest.mark.parametrize("who", ["direktion", "enhedsleder", "sagsbehandler"])
def test_a_report_is_what_its_receiver_may_ask(run: Run, tmp_path: Path, who: str) -> None:
    told = run("rapporter", ENHED, "--as", who, "--out", tmp_path, "--format", "csv")
    assert told.exit_code == 0, told.output
    [file] = tmp_path.rglob("*.csv")
    assert file == tmp_path / who / f"{ENHED}_2025-09-30.csv"
    assert told.stdout.startswith(f"Wrote {file} (")
    assert list(csv.reader(io.StringIO(file.read_text("utf-8")))) == query(run, who)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_what_somebody_may_not_ask_is_told_and_left_out(run: Run, tmp_path: Path) -> None:
    told = run("rapporter", "--as", "offentlig", "--out", tmp_path)
    assert told.exit_code == 0
    assert f"Left out '{ENHED}': R201" in told.stderr
    assert sorted(file.name for file in tmp_path.rglob("*.xlsx")) == [
        "nettoudgift_pr_kommune_2023-12-31.xlsx", "prognose_pr_paragraf_2021-08-31.xlsx",
    ]  # fmt: skip
    sheet = openpyxl.load_workbook(tmp_path / "offentlig" / "nettoudgift_pr_kommune_2023-12-31.xlsx")["Tal"]
    assert sheet.max_row == 99
    nothing = run("rapporter", "--as", "governance", "--out", tmp_path / "none")
    assert nothing.exit_code == 1
    assert not list((tmp_path / "none").rglob("*.xlsx"))


def test_nobody_s_report_is_written_over_another_s(run: Run, tmp_path: Path) -> None:
    for who in ("direktion", "sagsbehandler"):
        run("rapporter", ENHED, "--as", who, "--out", tmp_path, "--format", "csv")
    first, second = sorted(tmp_path.rglob("*.csv"))
    assert (first.parent.name, second.parent.name) == ("direktion", "sagsbehandler")
    assert first.read_bytes() != second.read_bytes()
    names = [folder_name(one) for one in (".", "..", "a/b", "a%2Fb", "...", "%2E", "a", "A/../b")]
    assert len(set(names)) == len(names)
    assert not any("/" in one or one.startswith(".") for one in names)


def test_what_is_no_question_is_told_at_once(run: Run, tmp_path: Path) -> None:
    told = run("rapporter", "fristoverholdelse_pr_enhd", "xyz", ENHED, "--as", "direktion", "--out", tmp_path)
    assert told.exit_code == 1
    assert told.stderr.count("P148") == 2
    assert f"Did you mean '{ENHED}'?" in told.stderr
    assert not list(tmp_path.iterdir())
    assert run("rapporter", "--out", tmp_path).exit_code == 2  # whose they are is never left out
    assert "P146" in run("rapporter", "--as", "ingen", "--out", tmp_path).stderr


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "svar.csv"
    out.write_bytes(b"before")
    out.chmod(0o640)
    with pytest.raises(ZeroDivisionError), whole_file(out) as file:
        file.write(b"half" * (1 // 0))
    assert (out.read_bytes(), list(tmp_path.iterdir())) == (b"before", [out])
    with whole_file(out) as file:
        file.write(b"whole")
    assert (out.read_bytes(), stat.S_IMODE(out.stat().st_mode)) == (b"whole", 0o640)
    with whole_file(out, PRIVATE) as file:
        file.write(b"own")
    assert (out.read_bytes(), stat.S_IMODE(out.stat().st_mode)) == (b"own", 0o600)
    link = tmp_path / "link"
    link.symlink_to(out)
    with whole_file(link) as file:
        file.write(b"through the link")
    assert link.is_symlink()
    assert out.read_bytes() == b"through the link"
    with whole_file(Path("/dev/null")) as file:
        file.write(b"gone")


def test_an_answer_that_breaks_off_leaves_no_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise LimitError(Problem("L501", "too many rows"))

    monkeypatch.setattr("server.terminal.encode.write", broken)
    told = run("rapporter", ENHED, "--as", "direktion", "--out", tmp_path)
    assert told.exit_code == 1
    assert "L501" in told.stderr
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
