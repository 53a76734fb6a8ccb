"""A view's document → View: what is included, under which name, by which path from the view's root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from semantic.errors import Problem, suggest
from semantic.model.cubes import is_public
from semantic.model.documents import IncludedMember, ViewCubeDocument, ViewDocument
from semantic.model.draft import Draft
from semantic.model.graph import Graph, Path, end_of
from semantic.model.model import Cube, Dimension, Measure, Segment, View, ViewMember

Member = Dimension | Measure | Segment


def members_of(cube: Cube) -> dict[str, Member]:
    return {**cube.dimensions, **cube.measures, **cube.segments}


def cube_view(cube: Cube) -> View:
    """A cube as what can be asked: its members under their own names."""
    members = {
        name: ViewMember(name, member, (), member.title, member.description)
        for name, member in members_of(cube).items()
    }
    return View(
        cube.name,
        cube.title,
        cube.description,
        cube.public,
        cube.name,
        True,
        members,
        cube.synthetic,
        cube.meta,
        cube.at,
    )


def link_view(document: ViewDocument, cubes: Mapping[str, Cube], graph: Graph, draft: Draft) -> View:
    """The view; faults are noted in the draft."""
    members: dict[str, ViewMember] = {}
    root = document.cubes[0].join_path.split(".")[0] if document.cubes else ""
    synthetic = False
    for index in range(len(document.cubes)):
        path = _path(document, index, root, graph, draft)
        if path is None:
            continue
        cube = cubes[end_of(graph, root, path)]
        synthetic = synthetic or cube.synthetic
        for member in _included(document, index, cube, path, draft):
            if member.name in members:
                _fault(
                    draft,
                    document,
                    index,
                    f"Two members of the view are named '{member.name}'.",
                    "Give one an alias, or set 'prefix: true'.",
                )
            members[member.name] = member
    if not document.cubes:
        at = draft.at(document.name, "name")
        draft.problems.append(Problem("D616", f"The view '{document.name}' has no cubes.", at=at))
    return View(
        document.name,
        document.title or document.name,
        document.description,
        is_public(document),
        root,
        False,
        members,
        synthetic,
        document.meta,
        draft.at(document.name, "name"),
    )


def _fault(draft: Draft, document: ViewDocument, index: int, message: str, hint: str | None = None) -> None:
    draft.problems.append(Problem("D616", message, hint, at=draft.at(document.name, "cubes", index)))


def _path(document: ViewDocument, index: int, root: str, graph: Graph, draft: Draft) -> Path | None:
    """The steps of the join path from the view's root, or None with its fault noted."""
    first, *words = document.cubes[index].join_path.split(".")
    if first != root:
        _fault(draft, document, index, f"A view has one root, '{root}', but this path begins at '{first}'.")
        return None
    if first not in graph:
        _fault(draft, document, index, f"There is no cube '{first}'.", suggest(first, graph))
        return None
    path: Path = ()
    for word in words:
        here = end_of(graph, root, path)
        steps = [step for step, edge in graph[here].items() if edge.found and word in (step, edge.target)]
        if word in steps:
            steps = [word]
        if len(steps) != 1:
            problem = "More than one join leads" if steps else "No join leads"
            hint = f"Name one: {', '.join(steps)}." if steps else suggest(word, graph[here])
            _fault(draft, document, index, f"{problem} from '{here}' to '{word}'.", hint)
            return None
        path = (*path, steps[0])
    return path


def _included(document: ViewDocument, index: int, cube: Cube, path: Path, draft: Draft) -> Iterator[ViewMember]:
    part = document.cubes[index]
    known = members_of(cube)
    for name in part.excludes:
        if name not in known:
            _fault(draft, document, index, f"'{cube.name}' has no member '{name}' to exclude.", suggest(name, known))
    for entry in _entries(part, known):
        if entry.name not in known:
            _fault(draft, document, index, f"'{cube.name}' has no member '{entry.name}'.", suggest(entry.name, known))
        elif entry.name not in part.excludes:
            member = known[entry.name]
            name = entry.alias or entry.name
            if part.prefix:
                name = f"{part.alias or part.join_path.split('.')[-1]}_{name}"
            yield ViewMember(name, member, path, entry.title or member.title, entry.description or member.description)


def _entries(part: ViewCubeDocument, known: Mapping[str, Member]) -> list[IncludedMember]:
    if part.includes == "*":
        return [IncludedMember(name=name) for name, member in known.items() if member.public]
    return [entry if isinstance(entry, IncludedMember) else IncludedMember(name=entry) for entry in part.includes]
