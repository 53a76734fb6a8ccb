"""Many who wait for one writer: each is told, none is forgotten, and who is broken off leaves the chain whole."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from semantic.audit.asked import Asked
from server.audit import chain_file, writer
from server.audit.read import questions
from server.audit.verify import verify
from tests.audit.asking import kept, note
from tests.audit.test_unwritable import eventually, folder_gone

WAITING = 16


@pytest.mark.parametrize("linger", [0.0, 10.0])
def test_everybody_who_waits_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linger: float) -> None:
    """Whether the thread behind writes before they wait, or those who wait write all by themselves."""
    monkeypatch.setattr(writer, "LINGER", linger)
    with kept(tmp_path) as recorder, ThreadPoolExecutor(WAITING) as threads:
        assert all(threads.map(lambda number: note(recorder, str(number)), range(WAITING * 40)))
    recorded = sorted(int(one.asked["subject"]) for one in questions(tmp_path / "audit"))
    assert recorded == list(range(WAITING * 40))
    assert verify(tmp_path / "audit").faults == ()


class SlowDisk:
    """Takes what is written when it is told to; `writes` are how many records came in each write."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go_on, self.writes = threading.Event(), threading.Event(), list[int]()
        self._write_all = chain_file.write_all
        monkeypatch.setattr(chain_file, "write_all", self.write)

    def write(self, descriptor: int, text: bytes) -> None:
        self.begun.set()
        assert self.go_on.wait(10)
        self.writes.append(text.count(b"\n"))
        self._write_all(descriptor, text)


def test_who_comes_while_it_writes_is_written_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many they are: one write of the first, and one of all the others."""
    monkeypatch.setattr(writer, "LINGER", 10.0)
    disk = SlowDisk(monkeypatch)
    with kept(tmp_path) as recorder, ThreadPoolExecutor(1 + WAITING) as threads:
        first = threads.submit(note, recorder)
        assert disk.begun.wait(10)
        opened = [recorder.over("test").opened(Asked(str(one), (), "model", 1, "policies")) for one in range(WAITING)]
        others = [threads.submit(one.durable) for one in opened]
        disk.go_on.set()
        assert all(one.result(10) for one in (first, *others))
        assert disk.writes == [1, WAITING]


def test_who_has_waited_long_enough_is_told_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that does not answer keeps a question for its patience, and no longer."""
    monkeypatch.setattr("server.audit.recorder.PATIENCE", 0.05)
    disk = SlowDisk(monkeypatch)
    with kept(tmp_path) as recorder, ThreadPoolExecutor(1) as threads:
        first = threads.submit(note, recorder)
        assert disk.begun.wait(10)
        assert not note(recorder)
        disk.go_on.set()
        assert first.result(10)
        assert note(recorder)
    assert verify(tmp_path / "audit").faults == ()


def test_what_nobody_waits_for_is_written_by_itself(tmp_path: Path) -> None:
    """So that a question that takes long finds its record there."""
    with kept(tmp_path) as recorder:
        recorder.over("test").opened(Asked("unhurried", (), "model", 1, "policies"))
        assert eventually(lambda: [one.asked["subject"] for one in questions(tmp_path / "audit")] == ["unhurried"])


def test_everybody_who_waits_is_told_that_it_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain_file, "LOOK_AGAIN", 0.0)
    with kept(tmp_path) as recorder, ThreadPoolExecutor(WAITING) as threads:
        note(recorder)
        with folder_gone(tmp_path / "audit"):
            assert not any(threads.map(lambda number: note(recorder, str(number)), range(WAITING * 10)))
        assert note(recorder, "after")
    assert verify(tmp_path / "audit").faults == ()


def test_after_the_end_nothing_is_kept(tmp_path: Path) -> None:
    with kept(tmp_path) as recorder:
        assert note(recorder, "before")
    assert not note(recorder, "after")
    assert [one.asked["subject"] for one in questions(tmp_path / "audit")] == ["before"]


def test_who_is_broken_off_while_they_write_leaves_the_chain_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written, but not known to be: what comes next follows what stands in the file."""
    write_all = chain_file.write_all

    def broken_off(descriptor: int, text: bytes) -> None:
        write_all(descriptor, text)
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, "LINGER", 10.0)
    with kept(tmp_path) as recorder:
        note(recorder, "a")
        with monkeypatch.context() as changed:
            changed.setattr(chain_file, "write_all", broken_off)
            with pytest.raises(KeyboardInterrupt):
                note(recorder, "b")
        assert note(recorder, "c")
    found = verify(tmp_path / "audit")
    assert (found.faults, found.chains[0].following.records) == ((), 3)
