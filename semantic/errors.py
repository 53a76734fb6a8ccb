"""Every error that a caller can meet.

A code is a letter for the family and three digits; the family says which stage refused:

    ServiceError
    ├── ParseError        P1xx  the interface's own grammar and words
    ├── ResolutionError   R2xx  a name, a value or a path that the model does not give
    ├── DeniedError       A3xx  who asks may not have this
    ├── UnsupportedError  U4xx  right words, but the number would be wrong
    ├── LimitError        L5xx  too much, too long, too many
    ├── DefinitionError   D6xx  the model or a policy is faulty (start-up only)
    └── InternalError     X9xx  our fault; the cause stays in the log under an id

Codes and their Danish texts are data (`CATALOGUE`); `docs/errors.md` is written from it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

MAX_SHOWN = 80  # characters of a caller's words that a message repeats


@dataclass(frozen=True)
class Place:
    """Where a fault was written: a file and line of the model, or a position in the caller's text.

    `heir` is the cube or view that inherits what is written there, when the fault is the heir's. `position` counts the
    characters of a caller's SQL from 1.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None
    heir: str | None = field(default=None, compare=False)
    position: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        spot = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return spot or (self.path or "")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: what it is, what was found (`detail`), what to do (`hint`)."""

    code: str
    message: str
    hint: str | None = None
    detail: str | None = None
    at: Place | None = None

    def __str__(self) -> str:
        where = f"{self.at}: " if self.at and str(self.at) else ""
        found = f" ({self.detail})" if self.detail else ""
        todo = f"\n    {self.hint}" if self.hint else ""
        return f"{where}{self.code} {self.message}{found}{todo}"


class ServiceError(Exception):
    """A refusal with every problem that was found, at least one, in the order found.

    `recorded` says that the audit has it.
    """

    recorded = False

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("a ServiceError needs a problem")
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    @property
    def code(self) -> str:
        return self.problems[0].code


class ParseError(ServiceError):
    """P1xx."""


class ResolutionError(ServiceError):
    """R2xx."""


class DeniedError(ServiceError):
    """A3xx."""


class UnsupportedError(ServiceError):
    """U4xx."""


class LimitError(ServiceError):
    """L5xx."""


class DefinitionError(ServiceError):
    """D6xx."""


class InternalError(ServiceError):
    """X9xx."""


FAMILIES: dict[str, type[ServiceError]] = {
    "P": ParseError,
    "R": ResolutionError,
    "A": DeniedError,
    "U": UnsupportedError,
    "L": LimitError,
    "D": DefinitionError,
    "X": InternalError,
}


def refusal(*problems: Problem) -> ServiceError:
    """The error of the first problem's family, carrying all of them."""
    return FAMILIES[problems[0].code[0]](*problems)


def shown(words: str) -> str:
    """A caller's own words as a message repeats them: the beginning, where they are long.

    >>> shown("regnskab.aar"), len(shown("a" * 300_000))
    ('regnskab.aar', 80)
    """
    return words if len(words) <= MAX_SHOWN else f"{words[: MAX_SHOWN - 1]}…"


def suggest(asked: str, known: Iterable[str]) -> str | None:
    """`Did you mean 'x'?` with the nearest of the known names, or None.

    INVARIANT: `known` holds only what the asker may see; a suggestion must not name a hidden member.
    """
    near = difflib.get_close_matches(asked, sorted(set(known)), n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else None
