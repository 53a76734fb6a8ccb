"""What tells small cells: which columns of a fact count the persons behind the others. Types only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from semantic.access.grant import Thresholds

Kind = Literal["whole", "part", "sum"]


@dataclass(frozen=True)
class Counted:
    """Columns with how many rows under protection there are, and of how many persons."""

    rows: str
    persons: str


@dataclass(frozen=True)
class ProtectedColumn:
    """A column of a fact, and who is behind its values.

    What is `whole` counts all of the fact's rows, or their persons; a `part` counts some of them. `rest` are those that
    it leaves out, and `beyond` says by the names of others of the kind what it has more than these: subtracting tells
    of both. `contributing` are those who have something of a `sum`, whose addend is not nought, and those who have of
    its rest; of what a sum has `beyond` another they stand second. `largest` is the column with the most that one
    person has of it, and `total` that with what all under protection have, where others are beside them.
    """

    column: str
    counted: Counted
    kind: Kind
    rest: Counted | None = None
    beyond: tuple[tuple[str, tuple[Counted, ...]], ...] = ()
    contributing: tuple[Counted, ...] = ()
    largest: str | None = None
    total: str | None = None

    @property
    def told(self) -> Iterator[Counted]:
        """All that is counted for it."""
        yield self.counted
        yield from () if self.rest is None else (self.rest,)
        yield from (one for _, counted in self.beyond for one in counted)
        yield from self.contributing


@dataclass(frozen=True)
class Protection:
    """The columns of one fact over persons, grouped by `keys`. `everybody` is counted over all of its rows."""

    cube: str
    everybody: Counted
    columns: tuple[ProtectedColumn, ...]
    thresholds: Thresholds
    keys: tuple[str, ...] = ()


def hidden(column: str) -> str:
    """The column that says whether the value is hidden."""
    return f"{column}@hidden"
