"""A view's document → View: what is included, under which name, by which path from the view's root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from semantic.errors import Problem, suggest
from semantic.model.arrange import Folders, Part, levels_included, view_hierarchies
from semantic.model.cubes import is_public, shown_format, spelled_out
from semantic.model.defaults import default_filters
from semantic.model.documents import IncludedMember, ViewDocument
from semantic.model.draft import Draft
from semantic.model.graph import Graph, Path, end_of
from semantic.model.hierarchy import ViewHierarchy
from semantic.model.looks import Looks
from semantic.model.model import SEPARATOR, Cube, Dimension, Measure, Segment, View, ViewMember

Member = Dimension | Measure | Segment


def members_of(cube: Cube) -> dict[str, Member]:
    return {**cube.dimensions, **cube.measures, **cube.segments}


def member_looks(member: Member) -> Looks:
    return Looks() if isinstance(member, Segment) else member.looks


def cube_view(cube: Cube) -> View:
    """A cube as what can be asked: its members under their own names."""
    members = {
        name: ViewMember(name, member, (), member.title, member.description, member_looks(member), member.meta)
        for name, member in members_of(cube).items()
    }
    hierarchies = (one for one in cube.hierarchies.values() if one.public)
    return View(
        cube.name,
        cube.title,
        cube.description,
        cube.public,
        cube.name,
        True,
        members,
        cube.synthetic,
        tuple(ViewHierarchy(one.name, one.title, one.levels) for one in hierarchies),
        (),
        (),
        cube.meta,
        cube.at,
    )


def link_view(document: ViewDocument, cubes: Mapping[str, Cube], graph: Graph, draft: Draft) -> View:
    """The view; faults are noted in the draft."""
    members: dict[str, ViewMember] = {}
    names: dict[str, list[str]] = {}
    parts: dict[int, Part] = {}
    root = document.cubes[0].join_path.split(".")[0] if document.cubes else ""
    for index in range(len(document.cubes)):
        cube, path = _end(document, index, root, cubes, graph, draft)
        if cube is None:
            draft.broken.open.add((document.name,))
            continue
        part = parts[index] = Part(document.cubes[index], cube, path)
        own = _added(document, index, part, members, draft)
        names.setdefault(part.document.join_path, []).extend(own)
    hierarchies = _hierarchies(document, parts, members, draft)
    if not document.cubes and (document.name,) not in draft.broken.maimed:
        at = draft.at(document.name, "name")
        draft.problems.append(Problem("D616", f"The view '{document.name}' has no cubes.", at=at))
    return View(
        document.name,
        document.title or spelled_out(document.name),
        document.description,
        is_public(document),
        root,
        False,
        members,
        any(part.cube.synthetic for part in parts.values()),
        hierarchies,
        Folders(document.name, names, [one.name for one in hierarchies], draft).read(document.folders),
        default_filters(document, members, draft),
        document.meta,
        draft.at(document.name, "name"),
    )


def _added(document: ViewDocument, index: int, part: Part, members: dict[str, ViewMember], draft: Draft) -> list[str]:
    """The names that the part adds to the members; one that is another's is told."""
    names: list[str] = []
    for member in _included(document, index, part, draft):
        known = members.get(member.name)
        if known and (known.member, known.path) == (member.member, member.path):
            continue  # included twice is included once, as in Cube
        if known and (document.name,) not in draft.broken.maimed:
            message = f"Two members of the view are named '{member.name}'."
            _fault(draft, document, index, message, "Give one an alias, or set 'prefix: true'.")
        members[member.name] = member
        names.append(member.name)
    return names


def _hierarchies(
    document: ViewDocument, parts: Mapping[int, Part], members: Mapping[str, ViewMember], draft: Draft
) -> tuple[ViewHierarchy, ...]:
    """The view's hierarchies, each once; one of a member's name or another's is told."""
    found: dict[str, ViewHierarchy] = {}
    for index, part in parts.items():
        for one in view_hierarchies(document.name, part, members):
            if one.name in members or found.setdefault(one.name, one) != one:
                message = f"Two members of the view are named '{one.name}'."
                _fault(draft, document, index, message, "One is a hierarchy: give it an alias, or exclude it.")
    return tuple(found.values())


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
    steps = [step for step, edge in graph[here].items() if (edge.found or edge.shares) and word in (step, edge.target)]
    if word in steps:
        steps = [word]
    if len(steps) == 1:
        return steps[0]
    if steps or not draft.lacks_join(graph, here, word):
        problem = "More than one join leads" if steps else "No join leads"
        hint = f"Name one: {', '.join(steps)}." if steps else suggest(word, graph[here])
        _fault(draft, document, index, f"{problem} from '{here}' to '{word}'.", hint)
    return None


def _included(document: ViewDocument, index: int, part: Part, draft: Draft) -> Iterator[ViewMember]:
    cube, excluded = part.cube, part.document.excludes
    known = members_of(cube)
    for name in excluded:
        if name not in (*known, *cube.hierarchies) and not draft.broken.covers(cube.name, name):
            _fault(draft, document, index, f"'{cube.name}' has no member '{name}' to exclude.", suggest(name, known))
    for entry in _entries(part, known, draft.broken.members_of(cube.name)):
        if entry.name in known and not _is_excluded(known[entry.name], excluded):
            yield _member(part, entry, known[entry.name])
            yield from _companions(part, entry, cube)
        elif entry.name not in (*known, *cube.hierarchies):
            if not draft.broken.covers(cube.name, entry.name):
                message = f"'{cube.name}' has no member '{entry.name}'."
                _fault(draft, document, index, message, suggest(entry.name, known))
            draft.broken.names.add((document.name, part.name(entry)))


def _is_excluded(member: Member, excluded: Sequence[str]) -> bool:
    """Whether the member is left out, or the measure that it was made beside, or the value of its group."""
    if not isinstance(member, Measure):
        return member.name in excluded
    of, group = member.companion_of, member.against
    value = None if group is None else f"{of}{SEPARATOR}{group}"
    return not {member.name, of, value}.isdisjoint(excluded)


def _companions(part: Part, entry: IncludedMember, cube: Cube) -> Iterator[ViewMember]:
    """What was made beside an included measure, under names and titles that follow those it has in the view."""
    of = cube.measures.get(entry.name)
    for one in cube.measures.values():
        if of is None or one.companion_of != entry.name or _is_excluded(one, part.document.excludes):
            continue
        alias = f"{entry.alias or entry.name}{one.name.removeprefix(entry.name)}"
        base = entry.title or _title(of, part.name(entry))
        title = f"{base}{one.title.removeprefix(of.title)}"
        form = entry.format if one.unit == of.unit else None
        yield _member(part, IncludedMember(name=one.name, alias=alias, title=title, format=form), one)


def _member(part: Part, entry: IncludedMember, member: Member) -> ViewMember:
    """The member as the view has it: what the entry says of it stands for what its cube says."""
    looks = member_looks(member)
    return ViewMember(
        name=part.name(entry),
        member=member,
        path=part.path,
        title=entry.title or _title(member, part.name(entry)),
        description=entry.description or member.description,
        looks=looks if entry.format is None else replace(looks, format=shown_format(entry.format)),
        meta=member.meta if entry.meta is None else entry.meta,
    )


def _title(member: Member, name: str) -> str:
    """The member's title; without one it is that of the name it has in the view."""
    return spelled_out(name) if member.title == spelled_out(member.name) else member.title


def _entries(part: Part, known: Mapping[str, Member], broken: Set[str]) -> list[IncludedMember]:
    """What is included, with the levels of hierarchies; of all members, those that are broken too."""
    if part.document.includes == "*":
        names = [name for name, member in known.items() if member.public]
        return [IncludedMember(name=name) for name in [*names, *sorted(broken - known.keys())]]
    return [*part.named, *levels_included(part)]
