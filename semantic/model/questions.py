"""Documents of questions → declared questions by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from semantic.errors import Problem
from semantic.model.draft import Draft
from semantic.model.question import DeclaredQuestion


def questions_of(draft: Draft) -> Mapping[str, DeclaredQuestion]:
    """The questions by id, in the order of the files; an id that stands twice is noted (D658)."""
    found: dict[str, DeclaredQuestion] = {}
    for one in _written(draft):
        if one.id in found:
            message = f"The question '{one.id}' is taken by {found[one.id].at}."
            draft.problems.append(Problem("D658", message, "Give it an id of its own.", at=one.at))
        found.setdefault(one.id, one)
    return MappingProxyType(found)


def _written(draft: Draft) -> Iterator[DeclaredQuestion]:
    for file in draft.files:
        for index, one in enumerate(file.document.questions):
            at = file.at("questions", index, "id")
            yield DeclaredQuestion(one.id, one.title, one.description, MappingProxyType(one.query), at)
