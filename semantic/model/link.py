"""Documents → Model: names resolved, SQL parsed, every fault of every file reported at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from semantic.errors import DefinitionError, Problem, suggest
from semantic.model.checks import CHECKS
from semantic.model.cubes import BACK_TO_ONE, TO_MANY, link_cube
from semantic.model.documents import CubeDocument, Document, ViewDocument
from semantic.model.draft import Draft
from semantic.model.formula import Formulas
from semantic.model.graph import DeclaredJoin, Graph, build_graph, find_cycle
from semantic.model.model import Model, View
from semantic.model.read import KeyPath, SourceFile
from semantic.model.scalar import Scalars
from semantic.model.unserved import noted_keys, refused_keys
from semantic.model.views import cube_view, link_view


def link(files: Sequence[SourceFile]) -> Model:
    """The model of the files. Raises DefinitionError with every fault found."""
    draft = _gather(files)
    graph = _graph(draft)
    _stop_at(draft)
    scalars = Scalars(draft.cubes, graph)
    measures = {(cube.name, measure.name) for cube in draft.cubes.values() for measure in cube.measures}
    formulas = Formulas(scalars, measures)
    cubes = {name: link_cube(name, draft, scalars, formulas) for name in draft.cubes}
    _stop_at(draft)
    views: dict[str, View] = {name: cube_view(cube) for name, cube in cubes.items()}
    for name, document in draft.views.items():
        views[name] = link_view(document, cubes, graph, draft)
    _stop_at(draft)
    records = {record.id: record for file in files for record in file.document.noegletal}
    model = Model(_version(files), cubes, views, graph, records, tuple(draft.notes))
    draft.problems.extend(problem for check in CHECKS for problem in check(model, files))
    _stop_at(draft)
    return model


def _stop_at(draft: Draft) -> None:
    if draft.problems:
        raise DefinitionError(*draft.problems)


def _version(files: Sequence[SourceFile]) -> str:
    """A hash of the content, the same whatever the order or layout of the files."""
    parts = sorted(part.model_dump_json() for file in files for part in _parts(file))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _parts(file: SourceFile) -> Iterator[Document]:
    yield from file.document.cubes
    yield from file.document.views
    yield from file.document.noegletal


def _gather(files: Sequence[SourceFile]) -> Draft:
    draft = Draft()
    for file in files:
        for index, cube in enumerate(file.document.cubes):
            if _name_is_free(draft, cube, file, ("cubes", index)):
                draft.cubes[cube.name] = cube
        for index, view in enumerate(file.document.views):
            if _name_is_free(draft, view, file, ("views", index)):
                draft.views[view.name] = view
    return draft


def _name_is_free(draft: Draft, document: CubeDocument | ViewDocument, file: SourceFile, path: KeyPath) -> bool:
    _unserved(draft, document, file, path)
    taken = next((name for name in draft.home if name.lower() == document.name.lower()), None)
    if taken is not None:
        message = f"The name '{document.name}' is taken by {draft.at(taken)}."
        draft.problems.append(Problem("D606", message, at=file.at(*path, "name")))
        return False
    draft.home[document.name] = (file, path)
    return True


def _unserved(draft: Draft, document: CubeDocument | ViewDocument, file: SourceFile, path: KeyPath) -> None:
    kind = "cube" if isinstance(document, CubeDocument) else "view"
    draft.problems.extend(refused_keys(kind, document, file, path))
    draft.notes.extend(noted_keys(kind, document, file, path))
    if isinstance(document, CubeDocument):
        for section, word in (("dimensions", "dimension"), ("measures", "measure")):
            for index, member in enumerate(getattr(document, section)):
                draft.problems.extend(refused_keys(word, member, file, (*path, section, index)))
                draft.notes.extend(noted_keys(word, member, file, (*path, section, index)))


def _graph(draft: Draft) -> Graph:
    joins: list[DeclaredJoin] = []
    for cube in draft.cubes.values():
        for index, join in enumerate(cube.joins):
            target = join.cube or join.name
            if target not in draft.cubes:
                hint = suggest(target, draft.cubes) or "Give the target in 'cube' when 'name' is a role."
                at = draft.at(cube.name, "joins", index, "name")
                draft.problems.append(Problem("D613", f"There is no cube '{target}' to join.", hint, at=at))
                continue
            to_many, back = join.relationship in TO_MANY, join.relationship not in (*BACK_TO_ONE, *TO_MANY)
            joins.append(DeclaredJoin(cube.name, join.name, target, to_many, back))
    if cycle := find_cycle(joins):
        hint = "Remove one of the joins, or ask through a view that names its path."
        message = f"The joins form a cycle: {' → '.join(cycle)}."
        draft.problems.append(Problem("D614", message, hint, at=draft.at(cycle[0], "joins")))
    return build_graph(list(draft.cubes), joins)
