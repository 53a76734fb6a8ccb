"""What was changed in the log is found and named: a byte, a place, what is gone from the end, middle or front."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from semantic.audit.chain import Head, seal
from server.audit.verify import Verified, anchors_of, verify
from server.cli import main
from tests.audit.asking import kept, note

RECORDS = 12
Lines = list[bytes]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The one file of a chain of twelve records."""
    with kept(tmp_path) as recorder:
        for number in range(RECORDS):
            note(recorder, f"subject {number + 1}")
    [file] = (tmp_path / "audit").glob("*.jsonl")
    assert verify(file.parent).faults == ()
    return file


def changed(log: Path, change: Callable[[Lines], Lines]) -> Verified:
    log.write_bytes(b"".join(change(log.read_bytes().splitlines(keepends=True))))
    return verify(log.parent)


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_byte_is_found_in_its_record(log: Path, seed: int) -> None:
    chance = random.Random(seed)
    text = bytearray(log.read_bytes())
    place = chance.randrange(len(text) - 1)  # the last line without its end is torn, not changed
    line = text[:place].count(b"\n") + 1
    text[place] ^= 1 << chance.randrange(8)
    log.write_bytes(text)
    assert verify(log.parent).faults[0].startswith(f"{log.name}:{line}: record {line}: it was changed")


def test_a_flipped_byte_breaks_no_other_record(log: Path) -> None:
    found = changed(log, lambda lines: [*lines[:4], lines[4].replace(b"subject 5", b"subject 6"), *lines[5:]])
    assert len(found.faults) == 1


def test_two_swapped_records_are_named(log: Path) -> None:
    found = changed(log, lambda lines: [*lines[:4], lines[5], lines[4], *lines[6:]])
    assert found.faults == (
        f"{log.name}:5: record 6: before it record 5 is missing",
        f"{log.name}:6: record 5: it stands after record 6: out of its place",
    )


def test_a_record_gone_from_the_middle_is_named(log: Path) -> None:
    assert changed(log, lambda lines: lines[:3] + lines[6:]).faults == (
        f"{log.name}:4: record 7: before it records 4 to 6 are missing",
    )


def test_a_record_put_in_anothers_place_is_found_by_the_next(log: Path) -> None:
    """Sealed anew, so that its own hash is right."""

    def forge(lines: Lines) -> Lines:
        before = lines[3].rpartition(b'"hash":"')[2][:64].decode()
        return [*lines[:4], seal({"event": "asked", "subject": "nobody"}, Head(4, before))[0], *lines[5:]]

    assert changed(log, forge).faults == (
        f"{log.name}:6: record 6: record 5 before it is another than the one that it follows",
    )


def test_a_dropped_front_is_named(log: Path) -> None:
    assert changed(log, lambda lines: lines[2:]).faults == (
        "chain 01: record 3: records 1 to 2 are missing, and no record says that they were retired",
    )


def test_a_dropped_tail_is_found_by_an_anchor_only(log: Path) -> None:
    head = verify(log.parent).chains[0].head
    assert head is not None
    assert changed(log, lambda lines: lines[:9]).faults == ()
    assert verify(log.parent, [head]).faults == (
        f"anchor {head}: chain 01 ends at record 9: records 10 to 12 were dropped",
    )
    bare = anchors_of(head.hash)
    assert verify(log.parent, bare).faults == (
        f"anchor {head.hash}: no chain has this record; what came last was dropped, or was changed",
    )


def test_a_chain_gone_whole_is_found_by_an_anchor(log: Path) -> None:
    head = verify(log.parent).chains[0].head
    assert head is not None
    log.unlink()
    assert verify(log.parent, [head]).faults == (f"anchor {head}: there is no chain 01 any more",)


def test_an_anchor_holds_while_the_chain_grows(log: Path, tmp_path: Path) -> None:
    head = verify(log.parent).chains[0].head
    assert head is not None
    with kept(tmp_path) as recorder:
        note(recorder)
    assert verify(log.parent, [head]).faults == ()


def test_nothing_follows_a_record_that_was_changed(log: Path, tmp_path: Path) -> None:
    changed(log, lambda lines: [*lines[:-1], lines[-1].replace(b"subject 12", b"subject 13")])
    with kept(tmp_path) as recorder:
        assert note(recorder)
    found = verify(log.parent)
    assert [one.chain for one in found.chains] == ["01", "02"]
    assert len(found.faults) == 1


def test_the_command_says_what_is_broken_and_fails(log: Path, tmp_path: Path) -> None:
    def said(*arguments: str) -> tuple[int, str]:
        found = CliRunner().invoke(main, ["audit", "verify", "--folder", str(log.parent), *arguments])
        return found.exit_code, found.output

    code, text = said()
    assert (code, text.splitlines()[0]) == (0, "12 records in 1 files of 1 chains: as they were written.")
    heads = tmp_path / "heads.txt"
    heads.write_text(text)
    assert said("--anchor", str(heads))[0] == 0
    changed(log, lambda lines: lines[:-1])
    assert said()[0] == 0
    code, text = said("--anchor", str(heads))
    assert code == 1
    assert text.startswith("BROKEN anchor 01:12:")
    changed(log, lambda lines: [lines[0].replace(b"subject 1", b"subject 0"), *lines[1:]])
    code, text = said("--format", "json")
    assert code == 1
    assert f"{log.name}:1: record 1: it was changed" in text
    assert said("--anchor", "none")[0] == 1


def test_what_is_retired_is_told_and_the_rest_still_verifies(tmp_path: Path) -> None:
    begun = datetime(2026, 1, 1, 12, tzinfo=UTC)
    heads = []
    for day in (0, 1, 40, 41):
        with kept(tmp_path, now=lambda day=day: begun + timedelta(days=day), days=30) as recorder:
            note(recorder, f"day {day}")
        heads.append(verify(tmp_path / "audit").chains[0].head)
        assert verify(tmp_path / "audit").faults == ()
    files = sorted(path.name for path in (tmp_path / "audit").glob("*.jsonl"))
    assert files == ["01-000000000003-2026-02-10.jsonl", "01-000000000005-2026-02-11.jsonl"]
    old, new = heads[0], heads[-1]
    assert old is not None
    assert new is not None
    assert verify(tmp_path / "audit", [new]).faults == ()
    assert verify(tmp_path / "audit", [old]).notes == (
        f"anchor {old}: its record was retired, and is not there to be compared",
    )
    first = tmp_path / "audit" / files[0]
    first.write_bytes(b"")
    assert len(verify(tmp_path / "audit").faults) == 1


def test_a_chain_that_nobody_holds_is_retired_too(tmp_path: Path) -> None:
    begun = datetime(2026, 1, 1, 12, tzinfo=UTC)
    with kept(tmp_path, now=lambda: begun) as first, kept(tmp_path, now=lambda: begun) as second:
        note(first), note(second)
    with kept(tmp_path, now=lambda: begun + timedelta(days=60), days=30) as recorder:
        note(recorder)
    found = verify(tmp_path / "audit")
    assert (found.faults, [one.files for one in found.chains]) == ((), [1, 1])
    assert [path.name[-16:] for path in (tmp_path / "audit").glob("02-*")] == ["2026-03-02.jsonl"]


def test_a_folder_without_any_record_is_told(tmp_path: Path) -> None:
    assert verify(tmp_path).faults == (
        "There is no record in the folder at all: whoever has asked anything has left one.",
    )
