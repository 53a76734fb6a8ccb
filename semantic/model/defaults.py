"""A view's default filters: what it is filtered by until a question says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from semantic.errors import Problem, suggest
from semantic.filters import Clock, ValueFault, typed
from semantic.model.documents import DefaultFilterDocument, ViewDocument
from semantic.model.draft import Draft
from semantic.model.model import DefaultFilter, Dimension, ViewMember
from semantic.predicate import Asked

SAME_AS = {"in": "equals", "notIn": "notEquals"}
ANY_DAY = Clock(date(2000, 1, 1), None)


def default_filters(
    document: ViewDocument, members: Mapping[str, ViewMember], draft: Draft
) -> tuple[DefaultFilter, ...]:
    """The filters in order; a faulty one is left out and told."""
    found: list[DefaultFilter] = []
    for index, written in enumerate(document.default_filters):
        problems: list[Problem] = []
        made = _made(document.name, written, members, draft, problems)
        at = draft.at(document.name, "default_filters", index)
        draft.problems += [Problem("D616", one.message, one.hint, at=at) for one in problems]
        found += [made] if made else []
    return tuple(found)


def _made(
    view: str,
    written: DefaultFilterDocument,
    members: Mapping[str, ViewMember],
    draft: Draft,
    problems: list[Problem],
) -> DefaultFilter | None:
    entry = _member(view, written.member, members, draft, problems)
    unless = [found for name in written.unless if (found := _member(view, name, members, draft, problems))]
    if entry is None:
        return None
    if not isinstance(entry.member, Dimension):
        problems.append(Problem("D616", f"A default filter tests a dimension, which '{written.member}' is not."))
        return None
    operator = SAME_AS.get(written.operator, written.operator)
    asked = Asked(f"{view}.{entry.name}", operator, tuple(_values(written)))
    try:
        typed(asked, None, entry.member.kind, ANY_DAY)
    except ValueFault as fault:
        problems.append(fault.problem)
    return DefaultFilter(asked, entry, frozenset(f"{view}.{one.name}" for one in unless))


def _values(written: DefaultFilterDocument) -> Iterator[str | bool | int | float | None]:
    for value in written.values:
        yield value.isoformat() if isinstance(value, date) else value


def _member(
    view: str, name: str, members: Mapping[str, ViewMember], draft: Draft, problems: list[Problem]
) -> ViewMember | None:
    """The member by its name in the view, alone or behind the view's, or by its cube's name and its own there."""
    own = name.removeprefix(f"{view}.")
    found = members.get(own) or next((one for one in members.values() if one.member.id == name), None)
    if found is None and not draft.broken.covers(view, own):
        message = f"The view '{view}' has no member '{name}' to filter by."
        problems.append(Problem("D616", message, suggest(own, members)))
    return found
