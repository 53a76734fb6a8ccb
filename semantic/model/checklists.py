"""Whether what the checklists name is there."""

from __future__ import annotations

from collections.abc import Iterator

from semantic.errors import Place, Problem, suggest
from semantic.model.checklist import StepMeasureDocument
from semantic.model.draft import Draft
from semantic.model.model import Dimension, Measure, Model, View
from semantic.model.read import SourceFile
from semantic.model.salvage import KeyPath

CODE = "D666"


def checklists_lead_somewhere(model: Model, draft: Draft) -> Iterator[Problem]:
    """Each list has an id of its own, each step one within its list, and what checks a step is there."""
    seen: set[str] = set()
    for file in draft.files:
        for index, one in enumerate(file.document.tjeklister):
            path: KeyPath = ("tjeklister", index)
            if one.id in seen:
                yield Problem(CODE, f"Two checklists have the id '{one.id}'.", at=file.at(*path, "id"))
            seen.add(one.id)
            yield from _twice(one.omraader, "area", file, (*path, "omraader"))
            yield from _twice([step.id for step in one.trin], "step", file, (*path, "trin"))
            for number, step in enumerate(one.trin):
                if step.maaling is not None:
                    yield from _measured(step.maaling, model, draft, file.at(*path, "trin", number, "maaling"))


def _twice(names: list[str], what: str, file: SourceFile, path: KeyPath) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Problem(CODE, f"The checklist has the {what} '{name}' twice.", at=file.at(*path, index))


def _measured(found: StepMeasureDocument, model: Model, draft: Draft, at: Place) -> Iterator[Problem]:
    if (found.mindst is None) == (found.hoejst is None):
        yield Problem(CODE, "A step is met from a value on or up to one.", "Give 'mindst' or 'hoejst'.", at=at)
    name, _, measure = found.maal.partition(".")
    view = model.views.get(name)
    if draft.broken.covers(name) or (view is None and any(file.broken.open for file in draft.files)):
        return  # the view's own fault
    if view is None:
        yield Problem(CODE, f"There is no view '{name}'.", suggest(name, model.views), at=at)
        return
    measures = [f"{name}.{one.name}" for one in view.members.values() if isinstance(one.member, Measure)]
    if found.maal not in measures:
        message = f"'{found.maal}' is no measure of '{name}'."
        yield Problem(CODE, message, suggest(found.maal, measures), at=at)
    yield from _dimension(found.kommune, view, "number", "number", at)
    yield from _dimension(found.tid, view, "time", "time", at)


def _dimension(written: str, view: View, kind: str, what: str, at: Place) -> Iterator[Problem]:
    known = [f"{view.name}.{one.name}" for one in view.members.values()
             if isinstance(one.member, Dimension) and one.member.kind == kind]  # fmt: skip
    if written not in known:
        yield Problem(CODE, f"'{written}' is no {what} of '{view.name}'.", suggest(written, known), at=at)
