"""A view's document → View: what is included, under which name, by which path from the view's root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from semantic.errors import Problem, suggest
from semantic.model.cubes import is_public
from semantic.model.documents import IncludedMember, ViewCubeDocument, ViewDocument
from semantic.model.draft import Draft
from semantic.model.graph import Graph, Path, end_of
from semantic.model.model import Cube, Dimension, Measure, Segment, View, ViewMember

Member = Dimension | Measure | Segment


def members_of(cube: Cube) -> dict[str, Member]:
    return {**cube.dimensions, **cube.measures, **cube.segments}


def member_meta(member: Member) -> Mapping[str, object]:
    return {} if isinstance(member, Segment) else member.meta


def cube_view(cube: Cube) -> View:
    """A cube as what can be asked: its members under their own names."""
    members = {
        name: ViewMember(name, member, (), member.title, member.description, member_meta(member))
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
    maimed = (document.name,) in draft.broken.maimed
    synthetic = False
    for index in range(len(document.cubes)):
        cube, path = _end(document, index, root, cubes, graph, draft)
        if cube is None:
            draft.broken.open.add((document.name,))
            continue
        synthetic = synthetic or cube.synthetic
        for member in _included(document, index, cube, path, draft):
            known = members.get(member.name)
            if known and (known.member, known.path) == (member.member, member.path):
                continue  # included twice is included once, as in Cube
            if known and not maimed:
                message = f"Two members of the view are named '{member.name}'."
                _fault(draft, document, index, message, "Give one an alias, or set 'prefix: true'.")
            members[member.name] = member
    if not document.cubes and not maimed:
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


def _end(
    document: ViewDocument, index: int, root: str, cubes: Mapping[str, Cube], graph: Graph, draft: Draft
) -> tuple[Cube | None, Path]:
    """The cube that the part leads to and the steps from the part's own first cube; None with its fault noted."""
    first, *words = document.cubes[index].join_path.split(".")
    if first not in graph:
        if not draft.broken.covers(first):
            _fault(draft, document, index, f"There is no cube '{first}'.", suggest(first, graph))
        return None, ()
    if first != root and root in graph:
        _fault(draft, document, index, f"A view has one root, '{root}', but this path begins at '{first}'.")
    path: Path = ()
    for word in words:
        here = end_of(graph, first, path)
        step = _step(document, index, here, word, graph, draft)
        if step is None:
            return None, ()
        path = (*path, step)
    return cubes[end_of(graph, first, path)], path


def _step(document: ViewDocument, index: int, here: str, word: str, graph: Graph, draft: Draft) -> str | None:
    """The one step from the cube that the word names, or None with its fault noted."""
    steps = [step for step, edge in graph[here].items() if edge.found and word in (step, edge.target)]
    if word in steps:
        steps = [word]
    if len(steps) == 1:
        return steps[0]
    if steps or not draft.lacks_join(graph, here, word):
        problem = "More than one join leads" if steps else "No join leads"
        hint = f"Name one: {', '.join(steps)}." if steps else suggest(word, graph[here])
        _fault(draft, document, index, f"{problem} from '{here}' to '{word}'.", hint)
    return None


def _included(document: ViewDocument, index: int, cube: Cube, path: Path, draft: Draft) -> Iterator[ViewMember]:
    part = document.cubes[index]
    known = members_of(cube)
    for name in part.excludes:
        if name not in known and not draft.broken.covers(cube.name, name):
            _fault(draft, document, index, f"'{cube.name}' has no member '{name}' to exclude.", suggest(name, known))
    for entry in _entries(part, known, draft.broken.members_of(cube.name)):
        name = _own_name(part, entry)
        if entry.name in known and entry.name not in part.excludes:
            member = known[entry.name]
            title, description = entry.title or member.title, entry.description or member.description
            yield ViewMember(name, member, path, title, description, _meta(entry, member))
        elif entry.name not in known:
            if not draft.broken.covers(cube.name, entry.name):
                message = f"'{cube.name}' has no member '{entry.name}'."
                _fault(draft, document, index, message, suggest(entry.name, known))
            draft.broken.names.add((document.name, name))


def _own_name(part: ViewCubeDocument, entry: IncludedMember) -> str:
    name = entry.alias or entry.name
    return f"{part.alias or part.join_path.split('.')[-1]}_{name}" if part.prefix else name


def _meta(entry: IncludedMember, member: Member) -> Mapping[str, object]:
    return member_meta(member) if entry.meta is None else entry.meta


def _entries(part: ViewCubeDocument, known: Mapping[str, Member], broken: Set[str]) -> list[IncludedMember]:
    """What is included; of all members, those that are broken too."""
    if part.includes == "*":
        names = [name for name, member in known.items() if member.public]
        return [IncludedMember(name=name) for name in [*names, *sorted(broken - known.keys())]]
    return [entry if isinstance(entry, IncludedMember) else IncludedMember(name=entry) for entry in part.includes]
