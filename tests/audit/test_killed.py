"""A process that is killed in the middle of its questions has recorded each that it answered, and the chain goes on."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from server.audit.read import questions
from server.audit.verify import verify
from tests.audit.asking import ROWS, kept, note
from tests.audit.child import QUESTIONS

ROOT = Path(__file__).parents[2]
TIMES = 20
MOST = 400  # answers after which it is killed at last, well before its questions end


def answered_until_killed(folder: Path, mark: str, after: int) -> list[str]:
    """Whose questions a process had answered when it was killed."""
    command = [sys.executable, "-m", "tests.audit.child", str(folder), mark]
    told: list[str] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            told.append(line)
            if len(told) == after:
                process.kill()  # and what it had written by then is still read
        assert process.wait() == -9, process.stderr.read()
    return [line.strip() for line in told if line.endswith("\n")]


@pytest.mark.timeout(300)
def test_every_answered_question_is_in_the_log(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "small.duckdb")) as connection:
        connection.execute(ROWS)
    chance = random.Random(20261129)
    answered: list[str] = []
    for time in range(TIMES):
        now = answered_until_killed(tmp_path, f"asker{time}", chance.randint(1, MOST))
        assert 0 < len(now) < QUESTIONS
        answered += now
        assert verify(tmp_path / "audit").faults == ()
    recorded = {one.asked["subject"] for one in questions(tmp_path / "audit")}
    assert set(answered) - recorded == set()
    with kept(tmp_path) as recorder:
        assert note(recorder)
    found = verify(tmp_path / "audit")
    assert (found.faults, found.notes) == ((), ())
    assert [one.chain for one in found.chains] == ["01"]
    assert found.chains[0].files > 1


@pytest.mark.parametrize("left", [1, 40, 200, -2, -1])
def test_a_torn_last_line_is_reported_and_cut(tmp_path: Path, left: int) -> None:
    """`left` bytes of the last line are there; of a negative number so many are missing."""
    with kept(tmp_path) as recorder:
        for subject in ("a", "b", "c"):
            note(recorder, subject)
    [file] = (tmp_path / "audit").glob("*.jsonl")
    *whole, last = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(whole) + last[:left])
    found = verify(tmp_path / "audit")
    assert found.faults == ()
    assert found.notes == (f"{file.name}:3: the last line is torn; the writer cuts it when it opens",)
    with kept(tmp_path) as recorder:
        note(recorder, "d")
    found = verify(tmp_path / "audit")
    assert (found.faults, found.notes) == ((), ())
    assert [one.asked["subject"] for one in questions(tmp_path / "audit")] == ["d", "b", "a"]
    assert f'"event":"cut","file":"{file.name}","bytes":{len(last[:left])}' in file.read_text()


def test_a_file_of_which_nothing_was_written_is_gone_on_with(tmp_path: Path) -> None:
    with kept(tmp_path) as recorder:
        note(recorder, "a")
    (tmp_path / "audit" / "01-000000000002-2999-01-01.jsonl").write_bytes(b'{"sequ')
    assert len(verify(tmp_path / "audit").notes) == 1
    with kept(tmp_path) as recorder:
        assert note(recorder, "b")
    found = verify(tmp_path / "audit")
    assert (found.faults, found.notes, found.chains[0].following.records) == ((), (), 3)
