"""What linking has found so far: documents by name, where each was written, what is wrong and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from semantic.errors import Place, Problem
from semantic.model.broken import Broken
from semantic.model.documents import CubeDocument, ViewDocument
from semantic.model.expression import Lacking, Unmade
from semantic.model.graph import Graph
from semantic.model.groups import Group
from semantic.model.model import Note
from semantic.model.read import SourceFile
from semantic.model.salvage import KeyPath
from semantic.model.target import TargetDocument

T = TypeVar("T")


@dataclass
class Draft:
    """What `link` has found so far. `targets` are those of each (cube, measure) that has some.

    `home` says where each cube and view was written, `unserved` which members (cube, section, index) have a key or type
    that is refused; they are not linked.
    """

    files: tuple[SourceFile, ...] = ()
    cubes: dict[str, CubeDocument] = field(default_factory=dict)
    views: dict[str, ViewDocument] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    targets: dict[tuple[str, str], TargetDocument] = field(default_factory=dict)
    home: dict[str, tuple[SourceFile, KeyPath]] = field(default_factory=dict)
    unserved: set[tuple[str, str, int]] = field(default_factory=set)
    broken: Broken = field(default_factory=Broken)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def at(self, name: str, *path: str | int) -> Place:
        file, start = self.home[name]
        return file.at(*start, *path)

    def has(self, cube: str, name: str, *sections: str) -> bool:
        """Whether the cube has, or had before it was found faulty, a member of that name in one of the sections."""
        document = self.cubes[cube]
        written = any(one.name == name for section in sections for one in getattr(document, section))
        return written or self.broken.covers(cube, name)

    def lacks_join(self, graph: Graph, start: str, target: str) -> bool:
        """Whether a join that is left out may have led from the cube to the target."""
        if self.broken.covers(target) or self.broken.covers(start, target):
            return True
        near = graph.leading_to(start, down=True)
        return self.broken.lacks_joins(near | (graph.leading_to(target, down=True) if target in graph else set()))

    def attempt(self, at: Place, make: Callable[[], T], *names: str) -> T | None:
        """What `make` returns, or None with its faults noted and the names broken.

        No fault is noted when only what it names is faulty, or when what it lacks may be in a key that is left out.
        """
        try:
            return make()
        except Unmade as unmade:
            for fault in unmade.faults:
                if not (isinstance(fault, Lacking) and names in self.broken.maimed):
                    self.problems.append(Problem(fault.code, fault.message, fault.hint, at=at))
            if len(names) > 1:
                self.broken.names.add(names)
            return None

    def told(self) -> list[Problem]:
        """Every problem once, by file and line; not again for those that inherit what is wrong."""
        known = {(one.code, one.at, one.at.heir) for one in self.problems if one.at}
        own = (
            one for one in self.problems if not any((one.code, one.at, older) in known for older in self._elders(one))
        )
        return sorted(dict.fromkeys(own), key=_place)

    def _elders(self, problem: Problem) -> Iterator[str | None]:
        """Whose fault it may have been before that of its heir: who wrote it, and those between."""
        name = problem.at.heir if problem.at else None
        seen = {name}
        while name is not None:
            document = self.cubes.get(name) or self.views.get(name)
            name = document.extends if document else None
            if name in seen and name is not None:
                return
            seen.add(name)
            yield name


def _place(problem: Problem) -> tuple[str, int]:
    at = problem.at or Place()
    return (at.file or "", at.line or 0)
