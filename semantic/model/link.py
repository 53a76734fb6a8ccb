"""Documents → Model: names resolved, SQL parsed, every fault of every file reported at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from semantic.errors import DefinitionError, Place, Problem, suggest
from semantic.model.broken import Broken
from semantic.model.checks import CHECKS
from semantic.model.comparison import gathered
from semantic.model.cubes import TO_MANY, companion_names, is_back_to_many, link_cube
from semantic.model.documents import CubeDocument, ViewDocument
from semantic.model.draft import Draft
from semantic.model.expression import known_dialect
from semantic.model.extend import extended
from semantic.model.formula import Formulas
from semantic.model.graph import DeclaredJoin, Graph, build_graph, join_cycles
from semantic.model.intervals import with_periods
from semantic.model.model import Model, View
from semantic.model.questions import questions_of
from semantic.model.read import SourceFile
from semantic.model.salvage import KeyPath
from semantic.model.scalar import Scalars
from semantic.model.targets import target_names, targets_of, with_targets
from semantic.model.themes import themes_of
from semantic.model.unserved import noted_keys, refused_keys
from semantic.model.views import cube_view, link_view
from semantic.model.vocabulary import Document


def link(files: Sequence[SourceFile]) -> Model:
    """The model of the files. Raises DefinitionError with every fault of every file."""
    readable = all(file.readable for file in files)
    draft = _gather(with_targets(with_periods(extended(files))) if readable else files)
    if not readable:
        raise DefinitionError(*draft.told())  # a file that cannot be read may hold what the others name
    model = _linked(draft)
    # INVARIANT: nothing is left out of a model that is returned; what is broken without a problem is our fault.
    if draft.problems or draft.broken != Broken():
        raise DefinitionError(*draft.told())
    return model


def _linked(draft: Draft) -> Model:
    """The model of all that is sound; faults are noted in the draft, and what only follows from them is not."""
    graph = _graph(draft)
    scalars = Scalars(draft, graph)
    written = [(cube.name, measure) for cube in draft.cubes.values() for measure in cube.measures]
    measures = {(cube, name) for cube, measure in written for name in (measure.name, *companion_names(measure))}
    measures |= {(cube, name) for cube, one in written if (target := draft.targets.get((cube, one.name)))
                 for name in target_names(target, one)}  # fmt: skip
    formulas = Formulas(scalars, measures)
    draft.groups = gathered(draft)
    cubes = {name: link_cube(name, draft, scalars, formulas) for name in draft.cubes}
    views: dict[str, View] = {name: cube_view(cube) for name, cube in cubes.items()}
    for name, document in draft.views.items():
        views[name] = link_view(document, cubes, graph, draft)
    records = {record.id: record for file in draft.files for record in file.document.noegletal}
    lists = {one.id: one for file in draft.files for one in file.document.tjeklister}
    uncounted = {one.id: one for file in draft.files for one in file.document.ikke_opgjorte}
    notes = tuple(dict.fromkeys(draft.notes))
    asked, groups, targets, themes = questions_of(draft), draft.groups, targets_of(draft), themes_of(draft)
    more = (targets, notes, groups, asked, themes, lists, uncounted)
    model = Model(_version(draft.files), cubes, views, graph, records, *more)
    draft.problems.extend(problem for check in CHECKS for problem in check(model, draft))
    return model


def _version(files: Sequence[SourceFile]) -> str:
    """A hash of the content, the same whatever the order or layout of the files; no figure depends on questions."""
    parts = sorted(part.model_dump_json() for file in files for part in _parts(file))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _parts(file: SourceFile) -> Iterator[Document]:
    yield from file.document.cubes
    yield from file.document.views
    yield from file.document.noegletal
    yield from file.document.groups
    yield from file.document.targets
    yield from file.document.temaer
    yield from file.document.tjeklister
    yield from file.document.ikke_opgjorte


def _gather(files: Sequence[SourceFile]) -> Draft:
    draft = Draft(tuple(files))
    for file in files:
        draft.problems.extend(file.problems)
        draft.broken.add(file.broken)
    for file in files:
        _served(draft, "file", file.document, file, ())
        for index, cube in enumerate(file.document.cubes):
            if _name_is_free(draft, cube, file, ("cubes", index)) and _dialect_is_known(draft, cube):
                draft.cubes[cube.name] = cube
                _members_served(draft, cube)
        for target in file.document.targets:
            home, _, measure = target.measure.partition(".")
            draft.targets[home, measure] = target
        for index, view in enumerate(file.document.views):
            if _name_is_free(draft, view, file, ("views", index)):
                draft.views[view.name] = view
    return draft


def _name_is_free(draft: Draft, document: CubeDocument | ViewDocument, file: SourceFile, path: KeyPath) -> bool:
    _served(draft, "cube" if isinstance(document, CubeDocument) else "view", document, file, path)
    if isinstance(document, ViewDocument):
        _parts_served(draft, document, file, path)
    taken = next((name for name in draft.home if name.lower() == document.name.lower()), None)
    if taken is not None:
        message = f"The name '{document.name}' is taken by {draft.at(taken)}."
        draft.problems.append(Problem("D606", message, at=file.at(*path, "name")))
        draft.broken.open.add((taken,))  # whoever names it may mean the other one
        draft.broken.names.add((document.name,))
        return False
    draft.home[document.name] = (file, path)
    return True


def _dialect_is_known(draft: Draft, cube: CubeDocument) -> bool:
    """Nothing of a cube can be read in a dialect that is none."""
    if draft.attempt(draft.at(cube.name, "dialect"), lambda: known_dialect(cube.dialect)) is None:
        draft.broken.names.add((cube.name,))
        return False
    return True


def _served(draft: Draft, kind: str, document: Document, file: SourceFile, path: KeyPath) -> bool:
    """Whether no key or type is in use that is refused; refusals and notes go to the draft."""
    refused = refused_keys(kind, document, file, path)
    draft.problems.extend(refused)
    draft.notes.extend(noted_keys(kind, document, file, path))
    return not refused


def _members_served(draft: Draft, cube: CubeDocument) -> None:
    file, path = draft.home[cube.name]
    for section, kind in (("dimensions", "dimension"), ("measures", "measure")):
        for index, member in enumerate(getattr(cube, section)):
            if not _served(draft, kind, member, file, (*path, section, index)):
                draft.unserved.add((cube.name, section, index))


def _parts_served(draft: Draft, view: ViewDocument, file: SourceFile, path: KeyPath) -> None:
    for index, part in enumerate(view.cubes):
        _served(draft, "view cube", part, file, (*path, "cubes", index))


def _graph(draft: Draft) -> Graph:
    joins: list[DeclaredJoin] = []
    for cube in draft.cubes.values():
        for index, join in enumerate(cube.joins):
            target = join.cube or join.name
            if target not in draft.cubes:
                _no_target(draft, cube.name, join.name, target, draft.at(cube.name, "joins", index, "name"))
                continue
            to_many, is_shared = join.relationship in TO_MANY, join.relationship == "many_to_many"
            joins.append(DeclaredJoin(cube.name, join.name, target, to_many, is_back_to_many(join), is_shared))
    for cycle in join_cycles(joins):
        hint = "Remove one of the joins, or ask through a view that names its path."
        message = f"The joins form a cycle: {' → '.join(cycle)}."
        draft.problems.append(Problem("D614", message, hint, at=draft.at(cycle[0], "joins")))
    return build_graph(draft.cubes, joins, {cube.name for cube in draft.cubes.values() if cube.bridge})


def _no_target(draft: Draft, cube: str, join: str, target: str, at: Place) -> None:
    if not draft.broken.covers(target):
        hint = suggest(target, draft.cubes) or "Give the target in 'cube' when 'name' is a role."
        draft.problems.append(Problem("D613", f"There is no cube '{target}' to join.", hint, at=at))
    draft.broken.names |= {(cube, join), (cube, target)}
    draft.broken.lost_joins.add(cube)
