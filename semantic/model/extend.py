"""Documents → documents with all that they inherit put in: nothing behind this knows of `extends`.

A child has its parent's keys and parts. A key that it writes itself wins, and so does a part of its own of the same
name; a view's cubes and folders are its parent's and then its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import TopologicalSorter
from typing import Any

from semantic.errors import Place, Problem, suggest
from semantic.model.broken import Broken, Names
from semantic.model.documents import CubeDocument, ModelFile, ViewDocument
from semantic.model.graph import circles
from semantic.model.read import Origin, SourceFile
from semantic.model.salvage import KeyPath

Extensible = CubeDocument | ViewDocument
NAMED = ("joins", "dimensions", "measures", "segments", "hierarchies")  # an own one hides the parent's of that name
LISTED = ("cubes", "folders")
OWN = ("name", "extends")
# Keys that say one thing in two ways: who writes one inherits neither.
EITHER = (("sql", "sql_table"), ("public", "shown"))
WHAT = {"cubes": "cube", "views": "view"}


@dataclass(frozen=True)
class Whole:
    """A cube or view of a file with what it has inherited so far, and where that is written."""

    file: SourceFile
    path: KeyPath
    document: Extensible
    origins: Mapping[KeyPath, Origin] = field(default_factory=dict)

    def at(self, *path: str | int) -> Place:
        return self.file.at(*self.path, *path)

    def origin(self, path: KeyPath, heir: str | None) -> Origin:
        """Where the part is written; `heir` is who inherits it."""
        known = self.origins.get(path)
        return replace(known, heir=heir) if known else Origin(self.file, (*self.path, *path), heir)


def extended(files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    """The files with every inheritance put in. A parent that is none, or a circle, is a problem of its file."""
    for section in WHAT:
        files = _Families(files, section).files()
    return tuple(files)


class _Families:
    """The cubes of all files, or their views, and who inherits from whom."""

    def __init__(self, files: Sequence[SourceFile], section: str) -> None:
        self.before = files
        self.section = section
        self.known = Broken()
        for file in files:
            self.known.add(file.broken)
        self.wholes = [
            [Whole(file, (section, index), one) for index, one in enumerate(getattr(file.document, section))]
            for file in files
        ]
        written = [whole for own in self.wholes for whole in own]
        self.first = {whole.document.name: whole for whole in reversed(written)}
        self.times = Counter(whole.document.name.lower() for whole in written)
        self.problems: list[Problem] = []
        self.broken = Broken()

    def files(self) -> list[SourceFile]:
        """Every file with its documents as they are with what they inherit."""
        self._refuse_circles()
        for name in self._parents_first():
            self.first[name] = self._whole(self.first[name])
        return [self._written(file, own) for file, own in zip(self.before, self.wholes, strict=True)]

    def _parents(self) -> dict[str, list[str]]:
        """The parents of each name, one or none."""
        named = {name: whole.document.extends or "" for name, whole in self.first.items()}
        return {name: [parent] if parent in self.first else [] for name, parent in named.items()}

    def _refuse_circles(self) -> None:
        for circle in circles(self._parents()):
            what = WHAT[self.section].capitalize()
            message = f"{what}s extend each other in a circle: {' → '.join(circle)}."
            self.problems.append(Problem("D631", message, at=self.first[circle[0]].at("extends")))
            for name in circle:  # what each would have is known to nobody
                alone = self.first[name].document.model_copy(update={"extends": None})
                self.first[name] = replace(self.first[name], document=alone)
                self._lacks_all(name)

    def _parents_first(self) -> list[str]:
        order = TopologicalSorter(self._parents()).static_order()
        return [name for name in order if self.first[name].document.extends is not None]

    def _whole(self, child: Whole) -> Whole:
        name, parent_name = child.document.name, child.document.extends or ""
        parent = self.first.get(parent_name)
        if parent is None:
            self._no_parent(child, parent_name)
            return child
        if self.times[parent_name.lower()] > 1:
            self._lacks_all(name)  # it may mean the other one
        self.known.add(self.broken)
        self.broken.add(_inherited(self.known, child.document, parent_name))
        return _joined(child, parent)

    def _no_parent(self, child: Whole, parent: str) -> None:
        self._lacks_all(child.document.name)
        if self.known.covers(parent):
            return
        what = WHAT[self.section]
        others = next(section for section in WHAT if section != self.section)
        is_other = any(one.name == parent for file in self.before for one in getattr(file.document, others))
        hint = f"A {what} extends a {what}." if is_other else suggest(parent, self.first)
        message = f"There is no {what} '{parent}' to extend."
        self.problems.append(Problem("D631", message, hint, at=child.at("extends")))

    def _lacks_all(self, name: str) -> None:
        """Nobody knows what the cube or view would have inherited."""
        self.broken.add(Broken(open={(name,)}, maimed={(name,)}))

    def _written(self, file: SourceFile, own: list[Whole]) -> SourceFile:
        known = [self.first[one.document.name] for one in own]
        now = [
            new if new.path == old.path and new.file is old.file else old for old, new in zip(own, known, strict=True)
        ]
        document: ModelFile = file.document.model_copy(update={self.section: [one.document for one in now]})
        elsewhere = {(*one.path, *path): origin for one in now for path, origin in one.origins.items()}
        problems = tuple(one for one in self.problems if one.at and one.at.file == file.name)
        broken = Broken()
        broken.add(file.broken)
        if file is self.before[0]:
            broken.add(self.broken)  # what is left out is that of all files together
        return replace(
            file,
            document=document,
            elsewhere={**file.elsewhere, **elsewhere},
            problems=(*file.problems, *problems),
            broken=broken,
        )


def _joined(child: Whole, parent: Whole) -> Whole:
    """The child with the parent's keys and parts put in."""
    values: dict[str, Any] = {}
    origins: dict[KeyPath, Origin] = {}
    heir = child.document.name
    written = child.document.model_fields_set
    parts, own_names = _parts(child.document), _own_names(child.document)
    hidden = {key for keys in EITHER for key in keys if any(getattr(child.document, k, None) is not None for k in keys)}
    for key in sorted(parent.document.model_fields_set.difference(OWN)):
        theirs, own = getattr(parent.document, key), getattr(child.document, key)
        if key in parts:
            kept = [index for index, part in enumerate(theirs) if (key, getattr(part, "name", None)) not in own_names]
            values[key] = [*(theirs[index] for index in kept), *own]
            origins |= {(key, new): parent.origin((key, index), heir) for new, index in enumerate(kept)}
            origins |= {(key, len(kept) + index): child.origin((key, index), None) for index in range(len(own))}
        elif key not in written and key not in hidden:
            values[key] = theirs
            origins[(key,)] = parent.origin((key,), heir)
    return replace(child, document=child.document.model_copy(update=values), origins=origins)


def _parts(document: Extensible) -> tuple[str, ...]:
    return NAMED if isinstance(document, CubeDocument) else LISTED


def _own_names(document: Extensible) -> set[tuple[str, str]]:
    """(section, name) of every named part."""
    named = NAMED if isinstance(document, CubeDocument) else ()
    return {(section, part.name) for section in named for part in getattr(document, section)}


def _inherited(known: Broken, document: Extensible, parent: str) -> Broken:
    """What the child lacks because its parent does."""
    child, own = document.name, {name for _, name in _own_names(document)}

    def theirs(names: set[Names]) -> set[Names]:
        found = (one for one in names if one[:1] == (parent,) and len(one) > 1 and one[1] not in own)
        return {(child, *one[1:]) for one in found}

    whole: Names = (child,)
    is_open = (parent,) in known.open or (parent,) in known.names
    return Broken(
        names=theirs(known.names),
        open={whole} if is_open else set(),
        maimed=theirs(known.maimed) | ({whole} if is_open or (parent,) in known.maimed else set()),
        lost_joins={child} if parent in known.lost_joins else set(),
    )
