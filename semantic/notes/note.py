"""A note: of which figure it is, and what was written when by whom. No writing is changed; the words can be erased."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from semantic.errors import Problem, UnsupportedError

MOST_CHARACTERS = 1_000
MOST_NOTES = 50  # that are in force of one figure
MOST_VERSIONS = 1_000  # of all notes on one figure, those that were changed and withdrawn too


@dataclass(frozen=True, order=True)
class Figure:
    """What a note is of, as a row of the long view: a nøgletal, a kind of unit, a unit, and a period's first day."""

    noegletal: str
    enhedstype: str
    enhed: str
    periode: date


@dataclass(frozen=True)
class Version:
    """One writing of a note; `tekst` is None where it was withdrawn or erased. `nummer` counts from 1."""

    nummer: int
    tekst: str | None
    af: str
    tid: datetime


@dataclass(frozen=True)
class Note:
    """A note and all that it has been, the oldest first; there is at least one version."""

    id: str
    figure: Figure
    versions: tuple[Version, ...]

    @property
    def author(self) -> str:
        return self.versions[0].af

    @property
    def last(self) -> Version:
        return self.versions[-1]

    @property
    def in_force(self) -> bool:
        return self.last.tekst is not None


class Notebook(Protocol):
    """Where notes are kept."""

    def of(self, ids: frozenset[str]) -> tuple[Note, ...]:
        """The notes of these nøgletal, the withdrawn ones too. Raises UnsupportedError (U471)."""

    def find(self, id: str) -> Note | None:
        """Raises UnsupportedError (U471)."""

    def keep(self, note: Note) -> None:
        """Keeps the note's last version. Raises UnsupportedError: U469 of one note too many, U470 where another version
        came before it, U471."""

    def erase(self, note: Note) -> None:
        """Keeps the last version where it is a new one, and no text of any.

        Raises UnsupportedError as `keep`, and U471 where the texts are gone from the book and not from its log."""


class _Empty:
    def of(self, ids: frozenset[str]) -> tuple[Note, ...]:
        return ()

    def find(self, id: str) -> Note | None:
        return None

    def keep(self, note: Note) -> None:
        raise UnsupportedError(Problem("U471", "No notes are kept here."))

    def erase(self, note: Note) -> None:
        self.keep(note)


NO_NOTES: Notebook = _Empty()


def right_text(words: str, what: str = "note") -> str:
    """The text as it is kept: plain, in lines. Raises UnsupportedError (U469); the text is in no message.

    >>> right_text("  Ferie i uge 29.\\r\\nTallet er rigtigt. ")
    'Ferie i uge 29.\\nTallet er rigtigt.'
    """
    lines = (line.rstrip() for line in words.replace("\r\n", "\n").split("\n"))
    text = unicodedata.normalize("NFC", "\n".join(lines).strip())
    if not text or len(text) > MOST_CHARACTERS:
        hint = f"Write between 1 and {MOST_CHARACTERS} characters."
        raise UnsupportedError(Problem("U469", f"The {what} has {len(text)} characters.", hint))
    if not all(line.isprintable() for line in text.split("\n")):
        message = f"The {what} has characters that cannot be seen, such as control characters."
        raise UnsupportedError(Problem("U469", message, "Write plain text; lines may be broken."))
    return text


def digest(note: Note) -> str:
    """What the audit says of the note's last version in place of its text: which one, and a hash of what it says."""
    last = note.last
    said = f"{note.id}\n{last.nummer}\n{last.tekst or ''}"
    return f"{note.id}/{last.nummer} sha256:{hashlib.sha256(said.encode()).hexdigest()}"


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """By nøgletal, kind of unit, unit and period, and the oldest first."""
    return tuple(sorted(notes, key=lambda one: (one.figure, one.versions[0].tid, one.id)))
