"""The chain of records: each line holds the hash of the one before and its own, so that what was changed is found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

import orjson

NOTHING = "0" * 64
RETIRED = "retired"  # the record that says up to where older files were deleted, as the retention has it
UNREADABLE = ""  # in place of a hash
SEQUENCE = re.compile(rb'\{"sequence":(\d{1,15}),')
SEAL = re.compile(rb',"hash":"([0-9a-f]{64})"}\n\Z')


@dataclass(frozen=True)
class Head:
    """The last record of a chain; the next one follows it."""

    sequence: int = 0
    hash: str = NOTHING


@dataclass(frozen=True)
class Sealed:
    """A line as it was read: what it says, and its place in the chain."""

    sequence: int
    previous: str
    hash: str
    body: Mapping[str, object]


@dataclass(frozen=True)
class Line:
    """A line of a file, with its ending where it has one."""

    file: str
    number: int
    text: bytes


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where; `sequence` is that of the record, where it can still be read."""

    file: str
    line: int
    sequence: int | None
    message: str

    def __str__(self) -> str:
        which = f" record {self.sequence}:" if self.sequence is not None else ""
        return f"{self.file}:{self.line}:{which} {self.message}"


def seal(body: Mapping[str, object], head: Head) -> tuple[bytes, Head]:
    """The line of a record that follows the head, and the head after it. Control characters are escaped by JSON."""
    text = orjson.dumps({"sequence": head.sequence + 1, "previous": head.hash, **body})
    digest = hashlib.sha256(text).hexdigest()
    return b'%b,"hash":"%b"}\n' % (text[:-1], digest.encode()), Head(head.sequence + 1, digest)


def unseal(text: bytes) -> Sealed | None:
    """What a line says; None where it is not as it was written."""
    found = SEAL.search(text)
    if found is None:
        return None
    written = text[: found.start()] + b"}"
    digest = found[1].decode()
    if hashlib.sha256(written).hexdigest() != digest:
        return None
    body = orjson.loads(written)
    return Sealed(body["sequence"], body["previous"], digest, body)


@dataclass
class Following:
    """A chain that is followed line by line. `faults` are found on the way, `torn` is a last line without its end.

    Of the hashes that are `wanted`, those of its records are `met`.
    """

    wanted: Set[str] = frozenset()
    head: Head | None = None  # None before the first record
    first: Sealed | None = None
    faults: list[Fault] = field(default_factory=list)
    torn: Fault | None = None
    records: int = 0
    retired: Head = Head()
    met: set[str] = field(default_factory=set)

    def line(self, line: Line) -> None:
        """The next line of the chain."""
        if self.torn is not None:
            self._fault(Line(self.torn.file, self.torn.line, b""), None, "the line is torn, and others follow it")
            self.torn = None
        record = unseal(line.text)
        if record is not None:
            self._record(line, record)
        elif not line.text.endswith(b"\n"):
            self.torn = Fault(line.file, line.number, None, "the last line is torn; the writer cuts it when it opens")
        else:
            self._broken(line)

    def _record(self, line: Line, record: Sealed) -> None:
        self.records += 1
        if record.hash in self.wanted:
            self.met.add(record.hash)
        if record.body.get("event") == RETIRED:
            self.retired = Head(_whole(record.body.get("through")), str(record.body.get("through_hash")))
        if self.head is None:
            self.first, self.head = record, Head(record.sequence, record.hash)
            return
        expected = self.head.sequence + 1
        if record.sequence < expected:
            self._fault(line, record.sequence, f"it stands after record {self.head.sequence}: out of its place")
            return
        if record.sequence > expected:
            last = record.sequence - 1
            which = f"record {last} is" if last == expected else f"records {expected} to {last} are"
            self._fault(line, record.sequence, f"before it {which} missing")
        elif record.previous != self.head.hash and self.head.hash != UNREADABLE:
            message = f"record {self.head.sequence} before it is another than the one that it follows"
            self._fault(line, record.sequence, message)
        self.head = Head(record.sequence, record.hash)

    def _broken(self, line: Line) -> None:
        """A line that was changed still has its place. What it was sealed with is not to be trusted."""
        legible = SEQUENCE.match(line.text)
        expected = self.head.sequence + 1 if self.head else int(legible[1]) if legible else 1
        self._fault(line, expected, "it was changed: its hash is not that of what it says")
        self.head = Head(expected, UNREADABLE)

    def _fault(self, line: Line, sequence: int | None, message: str) -> None:
        self.faults.append(Fault(line.file, line.number, sequence, message))

    def end(self) -> None:
        """After the last line: whether the chain has its beginning, or says that it was retired."""
        first = self.first
        if first is None or first.sequence == 1:
            return
        if self.retired.sequence < first.sequence - 1:
            message = f"records 1 to {first.sequence - 1} are missing, and no record says that they were retired"
            self.faults.insert(0, Fault("", 0, first.sequence, message))
        elif self.retired.sequence == first.sequence - 1 and self.retired.hash != first.previous:
            self.faults.insert(0, Fault("", 0, first.sequence, "it does not follow what was retired"))


def follow(lines: Iterable[Line], wanted: Set[str] = frozenset()) -> Following:
    """The whole of one chain, its files one after the other."""
    found = Following(wanted)
    for line in lines:
        found.line(line)
    found.end()
    return found


def lines_of(file: str, parts: Iterable[bytes]) -> Iterator[Line]:
    """The lines of a file, numbered from 1."""
    return (Line(file, number, text) for number, text in enumerate(parts, 1))


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
