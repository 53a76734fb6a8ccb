"""Lines put into the record of what was asked by who asks, and a record that is changed afterwards (class 30)."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import orjson
import pytest

from server.audit.verify import Anchor, verify
from tests.attacks.asking import Interface, Place, through
from tests.attacks.forms import filtering

# A line of its own in the record or in a log, a terminal's command, a line's end that only some readers know.
POISON = 'spor"}\n{"sequence":1,"event":"asked","subject":"governance"}\r\n\x1b[2K\x07\u2028\u202espor'
QUESTIONS: dict[str, dict[str, Any]] = {
    "a value": {"measures": ["aabent.antal"], "filters": [filtering("aabent.kode", "equals", POISON)]},
    "a person's value": {"measures": ["sag.antal"], "filters": [filtering("sag.enhed", "equals", POISON)]},
}


def folder() -> Path:
    return Path(os.environ["NOGLETAL_AUDIT_FOLDER"])


def lines(where: Path) -> list[bytes]:
    return [line for file in sorted(where.glob("*.jsonl")) for line in file.read_bytes().split(b"\n") if line]


@pytest.mark.parametrize("name", QUESTIONS)
@through()
def test_who_asks_writes_no_line_of_their_own(whole: Place, interface: Interface, name: str) -> None:
    told = interface.ask(whole, QUESTIONS[name], "laeser")
    assert told.codes == ()
    written = lines(folder())
    assert all(line.startswith(b'{"sequence":') for line in written)
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", b"\n".join(written))
    records = [orjson.loads(line) for line in written]
    own = [one for one in records if one.get("interface") == interface.name and one.get("subject") == "laeser"]
    assert own, "the question is recorded"
    values = [value for one in own for test in one["filters"] for value in test["values"]]
    assert (POISON in values) == any("aabent.kode" in one["members"] for one in own)
    assert not any(POISON in str(value) for one in own if one["personal"] for test in one["filters"]
                   for value in test["values"])  # fmt: skip
    assert verify(folder()).faults == ()
    assert "\x1b[2K" not in whole.log
    assert '"subject":"governance"' not in whole.log


@through()
def test_a_record_that_is_changed_is_named(whole: Place, interface: Interface, tmp_path: Path) -> None:
    """Every byte counts, and a tail that is gone is missed by whoever kept the head."""
    interface.ask(whole, QUESTIONS["a value"], "laeser")
    copy = shutil.copytree(folder(), tmp_path / "copy")
    sound = verify(copy)
    assert sound.faults == ()
    file = max(copy.glob("*.jsonl"), key=lambda one: one.stat().st_size)
    anchors = [one.head for one in sound.chains if one.head is not None]
    text = file.read_bytes()
    place = text.index(b'"subject":"') + len(b'"subject":"')
    file.write_bytes(text[:place] + bytes([text[place] ^ 1]) + text[place + 1 :])
    assert any(file.name in fault for fault in verify(copy).faults)
    whole_lines = text.splitlines(keepends=True)
    file.write_bytes(b"".join(whole_lines[:-1]))
    kept: list[Anchor] = [one for one in anchors if one is not None]
    assert verify(copy, kept).faults, "the last record is gone"
