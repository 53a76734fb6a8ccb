"""Whether the chains of a folder are as they were written, and whether what was anchored outside is still there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from semantic.audit.chain import Fault, Following, Line, follow
from server.audit.folder import AuditFile, chains_of

ANCHOR = re.compile(r"(?:(\d{2,4}):(\d{1,15}):)?([0-9a-f]{64})")


@dataclass(frozen=True)
class Anchor:
    """A head as it was written down outside: `01:1234:HASH`, or the hash alone."""

    hash: str
    chain: str | None = None
    sequence: int | None = None

    def __str__(self) -> str:
        return self.hash if self.chain is None else f"{self.chain}:{self.sequence}:{self.hash}"


@dataclass(frozen=True)
class Found:
    """A chain that was followed, and what its files are called."""

    chain: str
    files: int
    following: Following

    @property
    def head(self) -> Anchor | None:
        """What may be anchored; None of a chain without records."""
        head = self.following.head
        return Anchor(head.hash, self.chain, head.sequence) if head is not None and head.hash else None


@dataclass(frozen=True)
class Verified:
    """What was found: the chains, everything that is wrong, and what is to be known and is not wrong."""

    chains: tuple[Found, ...]
    faults: tuple[str, ...]
    notes: tuple[str, ...]


def anchors_of(text: str) -> tuple[Anchor, ...]:
    """Every anchor of a text, one a line; other lines are left out."""
    found = (ANCHOR.fullmatch(line.strip()) for line in text.splitlines())
    return tuple(Anchor(one[3], one[1], int(one[2]) if one[2] else None) for one in found if one is not None)


def verify(folder: Path, anchors: Sequence[Anchor] = ()) -> Verified:
    """Every chain followed from its beginning to its end. Raises OSError where there is no folder."""
    wanted = frozenset(anchor.hash for anchor in anchors)
    chains = tuple(
        Found(chain, len(files), follow(_lines(files), wanted)) for chain, files in chains_of(folder).items()
    )
    faults = [_named(fault, one) for one in chains for fault in one.following.faults]
    notes = [str(one.following.torn) for one in chains if one.following.torn is not None]
    if not chains and not anchors:
        faults.append("There is no record in the folder at all: whoever has asked anything has left one.")
    for anchor in anchors:
        missed = _missed(anchor, chains)
        if missed is not None:
            retired = _is_retired(anchor, chains)
            (notes if retired else faults).append(missed)
    return Verified(chains, tuple(faults), tuple(notes))


def _lines(files: tuple[AuditFile, ...]) -> Iterator[Line]:
    for file in files:
        yield from (Line(file.name, number, text) for number, text in enumerate(file.lines(), 1))


def _named(fault: Fault, one: Found) -> str:
    return str(fault) if fault.file else f"chain {one.chain}: record {fault.sequence}: {fault.message}"


def _missed(anchor: Anchor, chains: Sequence[Found]) -> str | None:
    """What is wrong with an anchor; None where its record is there."""
    if any(anchor.hash in one.following.met for one in chains):
        return None
    own = next((one.following for one in chains if one.chain == anchor.chain), None)
    if anchor.chain is None or anchor.sequence is None:
        return f"anchor {anchor}: no chain has this record; what came last was dropped, or was changed"
    if own is None or own.head is None:
        return f"anchor {anchor}: there is no chain {anchor.chain} any more"
    if _is_retired(anchor, chains):
        return f"anchor {anchor}: its record was retired, and is not there to be compared"
    if own.head.sequence < anchor.sequence:
        dropped = f"records {own.head.sequence + 1} to {anchor.sequence}"
        return f"anchor {anchor}: chain {anchor.chain} ends at record {own.head.sequence}: {dropped} were dropped"
    return f"anchor {anchor}: record {anchor.sequence} of chain {anchor.chain} is another one now"


def _is_retired(anchor: Anchor, chains: Sequence[Found]) -> bool:
    own = next((one.following for one in chains if one.chain == anchor.chain), None)
    before = own.first.sequence if own is not None and own.first is not None else 1
    return anchor.sequence is not None and anchor.sequence < before
