"""What linking has found so far: documents by name, where each was written, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from semantic.errors import Place, Problem
from semantic.model.documents import CubeDocument, ViewDocument
from semantic.model.expression import ExpressionFault
from semantic.model.model import Note
from semantic.model.read import KeyPath, SourceFile

T = TypeVar("T")


@dataclass
class Draft:
    """What `link` has found so far. `home` says where each cube and view was written."""

    cubes: dict[str, CubeDocument] = field(default_factory=dict)
    views: dict[str, ViewDocument] = field(default_factory=dict)
    home: dict[str, tuple[SourceFile, KeyPath]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def at(self, name: str, *path: str | int) -> Place:
        file, start = self.home[name]
        return file.at(*start, *path)

    def attempt(self, at: Place, make: Callable[[], T]) -> T | None:
        """What `make` returns, or None with its fault noted."""
        try:
            return make()
        except ExpressionFault as fault:
            self.problems.append(Problem(fault.code, fault.message, fault.hint, at=at))
            return None
