"""Transaction blocks: nothing is written, but clients steer by the status, and settings go back with a rollback."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from server.postgres.refusal import SqlError
from server.postgres.settings import SessionSettings
from server.postgres.wire.backend import Status

MOST_SAVEPOINTS = 1_000


@dataclass(frozen=True)
class Mark:
    """What a rollback goes back to: the settings then, and the cursors that were there."""

    name: str
    settings: SessionSettings
    cursors: AbstractSet[str]


@dataclass(frozen=True)
class Block:
    """A transaction block, its beginning as the first mark, or none (`marks` empty)."""

    marks: tuple[Mark, ...] = ()
    failed: bool = False

    @property
    def open(self) -> bool:
        return bool(self.marks)

    @property
    def status(self) -> Status:
        return "I" if not self.open else "E" if self.failed else "T"

    def begun(self, mark: Mark) -> Block:
        return self if self.open else Block((mark,))

    def fail(self) -> Block:
        return replace(self, failed=True) if self.open else self

    def saved(self, mark: Mark) -> Block:
        self._require("SAVEPOINT")
        if len(self.marks) > MOST_SAVEPOINTS:
            raise SqlError("54000", f"more than {MOST_SAVEPOINTS} savepoints")
        return replace(self, marks=(*self.marks, mark))

    def released(self, name: str) -> Block:
        """Without that savepoint and the later ones."""
        self._require("RELEASE SAVEPOINT")
        return replace(self, marks=self.marks[: self._at(name)])

    def back_to(self, name: str) -> tuple[Block, Mark]:
        """At that savepoint again, which stays, and what it marks."""
        self._require("ROLLBACK TO SAVEPOINT")
        at = self._at(name)
        return Block(self.marks[: at + 1]), self.marks[at]

    def _at(self, name: str) -> int:
        for at in range(len(self.marks) - 1, 0, -1):
            if self.marks[at].name == name:
                return at
        raise SqlError("3B001", f'savepoint "{name[:80]}" does not exist')

    def _require(self, what: str) -> None:
        if not self.open:
            raise SqlError("25P01", f"{what} can only be used in transaction blocks")
