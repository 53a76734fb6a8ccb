"""Records → questions, the newest first: each with its answer, where that was told."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import Any

import orjson

from server.audit.chain_file import blocks_from_end
from server.audit.folder import AuditFile, chains_of

Record = Mapping[str, Any]
EARLIER = timedelta(minutes=5)  # a record may stand behind one that was begun after it


@dataclass(frozen=True)
class Question:
    """One question as it was recorded; `closed` is empty where its answer was never told of."""

    chain: str
    asked: Record
    closed: Record

    @property
    def time(self) -> datetime:
        return datetime.fromisoformat(self.asked["time"])

    @property
    def decision(self) -> str:
        """What came of it: a question that was let in may still be denied when its answer is looked at (A308)."""
        late = self.closed.get("outcome") or ""
        return "denied" if late.startswith("A3") else str(self.asked["decision"])

    @property
    def codes(self) -> tuple[str, ...]:
        late = self.closed.get("outcome") or ""
        return (*self.asked["codes"], *((late,) if late.startswith("A3") else ()))


@dataclass(frozen=True)
class Sought:
    """Which questions are looked for; what is None or empty leaves all in."""

    subject: str | None = None
    interface: str | None = None
    decision: str | None = None
    purpose: str | None = None
    code: str | None = None
    member: str | None = None
    personal: bool = False
    since: datetime | None = None
    before: datetime | None = None

    def holds(self, one: Question) -> bool:
        """Of `member` the name itself or the view before its point; of `subject` also who asks as another."""
        asked = one.asked
        names = {name for member in asked["members"] for name in (member, member.partition(".")[0])}
        tests = (
            self.subject is None or self.subject in (asked["subject"], asked["asked_by"]),
            self.interface is None or self.interface == asked["interface"],
            self.decision is None or self.decision == one.decision,
            self.purpose is None or self.purpose == asked["purpose"],
            self.code is None or self.code in one.codes,
            self.member is None or self.member in names,
            not self.personal or asked["personal"],
            self.since is None or one.time >= self.since,
            self.before is None or one.time < self.before,
        )
        return all(tests)


def questions(folder: Path, sought: Sought = Sought(), most: int | None = None) -> Iterator[Question]:
    """Those that are sought, the newest first, read as they are taken. Raises OSError where there is no folder."""
    chains = (_of_chain(chain, files, sought.since) for chain, files in chains_of(folder).items())
    merged = heapq.merge(*chains, key=lambda one: one.time, reverse=True)
    return islice((one for one in merged if sought.holds(one)), most)


def _of_chain(chain: str, files: tuple[AuditFile, ...], since: datetime | None) -> Iterator[Question]:
    closed: dict[str, Record] = {}
    for file in reversed(files):
        for record in records_from_end(file.path):
            if record.get("event") == "closed":
                closed[record["id"]] = record
            elif record.get("event") == "asked":
                one = Question(chain, record, closed.pop(record["id"], {}))
                if since is not None and one.time < since - EARLIER:
                    return
                yield one


def records_from_end(path: Path) -> Iterator[Record]:
    """The records of a file, the last first. What is not legible is left out: telling of it is for `verify`."""
    for line in lines_from_end(path):
        with suppress(orjson.JSONDecodeError):
            record = orjson.loads(line)
            if isinstance(record, dict):
                yield record


def lines_from_end(path: Path) -> Iterator[bytes]:
    """The lines without their endings, the last first; one that is torn is among them."""
    pieces: list[bytes] = []
    for block in blocks_from_end(path):
        first, *others = block.split(b"\n")
        if others:
            yield from (b"".join(chain([others.pop()], reversed(pieces))), *reversed(others))
            pieces = []
        pieces.append(first)
    yield b"".join(reversed(pieces))
