"""What the supervisor and a worker say to each other, over a pipe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from semantic.errors import Problem

Order = Literal["serve", "prepare", "commit", "abandon", "leave", "hurry"]
"""To a worker: take connections; open what the files say now; serve that; do not; begin to go; end the grace."""


@dataclass(frozen=True)
class Opened:
    """The worker has opened this revision of model and data and waits for the order to serve.

    `lines` tell who starts the server where it is and who may come in.
    """

    revision: tuple[object, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Faulty:
    """The worker cannot open what the files say, and ends."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Prepared:
    """What the worker opened beside what it serves; None where it is faulty, which its log tells."""

    revision: tuple[object, ...] | None


Word = Opened | Faulty | Prepared
