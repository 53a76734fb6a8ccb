"""Cubes that keep their loads: what must hold of them, so that they can be asked as of a day."""

from __future__ import annotations

from collections.abc import Iterator

from semantic.errors import Problem, suggest
from semantic.model.documents import CubeDocument, ExpectedDocument
from semantic.model.draft import Draft
from semantic.model.grain import read_interval, read_length
from semantic.model.graph import end_of
from semantic.model.model import Cube, Model


def keeping(cube: Cube) -> set[str]:
    """The dimensions that say which rows of the cube are in force."""
    kept = cube.loaded_at
    return {name for name in (kept.load, kept.withdrawn) if name is not None} if kept else set()


def loads_are_told(model: Model, draft: Draft) -> Iterator[Problem]:
    """A cube of loads has a number of the load, a key whose rows replace one another, and a source in the register."""
    for document in draft.cubes.values():
        if document.loaded_at is not None:
            yield from _kept_faults(document, draft)
    yield from _expected_once(model)
    for cube in model.cubes.values():
        if cube.address_protection in cube.dimensions and (faulty := _protected_by_loads(model, cube)):
            message = f"'{cube.name}' is told by loads of '{faulty}' whose address is secret."
            hint = "Who is protected is told by the rows of today: leave out its 'loaded_at'."
            yield Problem("D637", message, hint, at=cube.at)


def _expected_once(model: Model) -> Iterator[Problem]:
    """What is expected of a load can be read, and is not told in two ways."""
    told: dict[str, ExpectedDocument] = {}
    for cube in model.cubes.values():
        source = cube.source
        if source is None or source.expected is None:
            continue
        if source.load is None:
            message = f"'{cube.name}' expects loads, but does not name them."
            yield Problem("D679", message, "Name the loads of its source: source: {load: …}.", at=cube.at)
        elif told.setdefault(source.load, source.expected) != source.expected:
            message = f"When the next load of '{source.load}' is expected is told in two ways."
            yield Problem("D679", message, "Say it at one cube.", at=cube.at)
        try:
            read_interval(source.expected.every)
            read_length(source.expected.within)
        except ValueError as error:
            message = f"When '{cube.name}' expects its next load cannot be read: {error}."
            yield Problem("D679", message, "Write 'every: 1 month' and 'within: 10 days'.", at=cube.at)


def _kept_faults(cube: CubeDocument, draft: Draft) -> Iterator[Problem]:
    kept, at = cube.loaded_at, draft.at(cube.name, "loaded_at")
    assert kept is not None
    for name, kind in ((kept.load, "number"), (kept.withdrawn, "boolean")):
        found = next((one for one in cube.dimensions if one.name == name), None)
        if name is None or (found is None and draft.broken.covers(cube.name, name)):
            continue
        if found is None or found.type != kind:
            message = f"'loaded_at' names '{name}', which is no dimension of '{cube.name}' of the type {kind}."
            known = [one.name for one in cube.dimensions if one.type == kind]
            yield Problem("D637", message, suggest(name, known), at=at)
    if not any(one.primary_key for one in cube.dimensions) and (cube.name,) not in draft.broken.maimed:
        message = f"'{cube.name}' keeps its loads, but has no primary key by which a row replaces another."
        yield Problem("D637", message, at=at)
    if cube.source is None or cube.source.load is None:
        message = f"'{cube.name}' keeps its loads, but does not name them."
        yield Problem("D637", message, "Name the loads of its source in the register: source: {load: …}.", at=at)
    if cube.static:
        yield Problem("D637", f"'{cube.name}' keeps its loads, and cannot be static.", "Leave out one.", at=at)


def _protected_by_loads(model: Model, cube: Cube) -> str | None:
    """A cube of loads whose rows say whose address is secret."""
    paths = cube.dimensions[cube.address_protection or ""].expression.paths
    read = {end_of(model.graph, cube.name, path) for path in paths} | ({cube.name} if () in paths else set())
    return next((name for name in sorted(read) if model.cubes[name].loaded_at is not None), None)
