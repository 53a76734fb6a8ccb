"""What tells small cells: which columns of a fact count the persons behind the others. Types only."""

from __future__ import annotations

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

    What is `whole` counts all of the fact's rows, or their persons; a `part` counts some of them. `largest` is the
    column with the most that one person has of a `sum`.
    """

    column: str
    counted: Counted
    kind: Kind
    largest: str | None = None


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
