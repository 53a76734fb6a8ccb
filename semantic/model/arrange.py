"""What a view has beside its members: hierarchies and folders, under the view's own names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from semantic.errors import Problem, suggest
from semantic.model.documents import IncludedMember, ViewCubeDocument
from semantic.model.draft import Draft
from semantic.model.graph import Path
from semantic.model.hierarchy import Hierarchy, ViewHierarchy
from semantic.model.looks import Folder, FolderDocument, FolderPath
from semantic.model.model import Cube, Dimension, ViewMember

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Part:
    """One cube of a view: what is included of which cube, and by which path from the view's root."""

    document: ViewCubeDocument
    cube: Cube
    path: Path

    def name(self, entry: IncludedMember) -> str:
        """What the view calls the member or hierarchy."""
        name = entry.alias or entry.name
        prefix = self.document.alias or self.document.join_path.split(".")[-1]
        return f"{prefix}_{name}" if self.document.prefix else name

    @property
    def named(self) -> list[IncludedMember]:
        """What is included by name; nothing where all is."""
        entries = [] if self.document.includes == "*" else self.document.includes
        return [entry if isinstance(entry, IncludedMember) else IncludedMember(name=entry) for entry in entries]


def levels_included(part: Part) -> Iterator[IncludedMember]:
    """The dimensions that come with a hierarchy that is included by its name, as in Cube; hidden ones do not."""
    names = {entry.name for entry in part.named}
    for _, hierarchy in _hierarchies(part):
        for level in () if part.document.includes == "*" else hierarchy.levels:
            cube, _, name = level.partition(".")
            dimension = part.cube.dimensions.get(name) if cube == part.cube.name else None
            if dimension and dimension.public and name not in names:
                names.add(name)
                yield IncludedMember(name=name)


def _hierarchies(part: Part) -> Iterator[tuple[IncludedMember, Hierarchy]]:
    known = part.cube.hierarchies
    named = [entry for entry in part.named if entry.name in known]
    if part.document.includes == "*":
        named = [IncludedMember(name=name) for name, hierarchy in known.items() if hierarchy.public]
    return ((entry, known[entry.name]) for entry in named if entry.name not in part.document.excludes)


def view_hierarchies(view: str, part: Part, members: Mapping[str, ViewMember]) -> Iterator[ViewHierarchy]:
    """The part's hierarchies with those of their levels that the view includes; without any, there is none."""
    for entry, hierarchy in _hierarchies(part):
        levels = tuple(f"{view}.{name}" for level in hierarchy.levels if (name := _level(level, part, members)))
        if levels:
            yield ViewHierarchy(part.name(entry), entry.title or hierarchy.title, levels)


def _level(level: str, part: Part, members: Mapping[str, ViewMember]) -> str | None:
    """The view's name of the dimension: by the part's own path where the view has its cube in several roles."""
    found = [one for one in members.values() if isinstance(one.member, Dimension) and one.member.id == level]
    near = [one for one in found if one.path[: len(part.path)] == part.path]
    if level.partition(".")[0] == part.cube.name:
        found = []
    return next((one.name for one in (*near, *found)), None)


class Folders:
    """Reads one view's folders; what they name and the view does not have is told."""

    def __init__(self, view: str, names: Mapping[str, list[str]], hierarchies: list[str], draft: Draft) -> None:
        """`names` are those of the view's members by join path."""
        self.view = view
        self.by_path = names
        self.known = [*(name for own in names.values() for name in own), *hierarchies]
        self.draft = draft

    def read(self, documents: list[FolderDocument], path: Steps = ("folders",)) -> tuple[Folder, ...]:
        return tuple(self._folder(document, (*path, index)) for index, document in enumerate(documents))

    def _folder(self, document: FolderDocument, path: Steps) -> Folder:
        if document.includes == "*":
            return Folder(document.name, tuple(self.known))
        parts = [
            part
            for index, item in enumerate(document.includes)
            for part in self._parts(item, (*path, "includes", index))
        ]
        return Folder(document.name, tuple(dict.fromkeys(parts)))

    def _parts(self, item: str | FolderPath | FolderDocument, path: Steps) -> Sequence[str | Folder]:
        if isinstance(item, FolderDocument):
            return [self._folder(item, path)]
        if isinstance(item, FolderPath):
            if item.join_path not in self.by_path:
                self._is_none(f"includes nothing by the path '{item.join_path}'", item.join_path, self.by_path, path)
            return self.by_path.get(item.join_path, [])
        if item not in self.known:
            self._is_none(f"has no member '{item}'", item, self.known, path)
            return []
        return [item]

    def _is_none(self, what: str, name: str, known: Iterable[str], path: Steps) -> None:
        if not self.draft.broken.covers(self.view, name):
            message = f"The view '{self.view}' {what} to put into a folder."
            at = self.draft.at(self.view, *path)
            self.draft.problems.append(Problem("D616", message, suggest(name, known), at=at))
