"""Many who wait for one writer: each is told, none is forgotten, and who is broken off leaves the chain whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.audit import chain_file, writer
from server.audit.read import questions
from server.audit.verify import verify
from tests.audit.asking import kept, note
from tests.audit.test_unwritable import folder_gone

WAITING = 16


@pytest.mark.parametrize("soon", [0.0, 10.0])
def test_everybody_who_waits_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, soon: float) -> None:
    """Whether the thread behind writes before they wait, or those who wait write all by themselves."""
    monkeypatch.setattr(writer, "SOON", soon)
    with kept(tmp_path) as recorder, ThreadPoolExecutor(WAITING) as threads:
        assert all(threads.map(lambda number: note(recorder, str(number)), range(WAITING * 40)))
    recorded = sorted(int(one.asked["subject"]) for one in questions(tmp_path / "audit"))
    assert recorded == list(range(WAITING * 40))
    assert verify(tmp_path / "audit").faults == ()


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

    monkeypatch.setattr(writer, "SOON", 10.0)
    with kept(tmp_path) as recorder:
        note(recorder, "a")
        with monkeypatch.context() as changed:
            changed.setattr(chain_file, "write_all", broken_off)
            with pytest.raises(KeyboardInterrupt):
                note(recorder, "b")
        assert note(recorder, "c")
    found = verify(tmp_path / "audit")
    assert (found.faults, found.chains[0].following.records) == ((), 3)
