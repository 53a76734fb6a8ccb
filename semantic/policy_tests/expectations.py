"""What a case may say of an answer or a catalogue. Each expectation is a function from the case to its differences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from semantic.access.visible import VisibleModel
from semantic.errors import DefinitionError, Problem, suggest
from semantic.metric_tests.answers import Answer
from semantic.metric_tests.compare import MOMENTS, NUMBERS, Comparison, exact, short, shown
from semantic.metric_tests.expectations import against_sql
from semantic.metric_tests.labs import Lab
from semantic.policy_tests.documents import Values
from semantic.policy_tests.read import PolicyCase
from semantic.result import Column, Stamp


def answered(case: PolicyCase, answer: Answer, stamp: Stamp, lab: Lab) -> Iterator[str]:
    """What the allowed answer lacks. Raises DefinitionError (D689, D695, D696) where the case itself is wrong."""
    if not answer.rows:
        yield "expected an answer, found one without rows"
    if case.document.scope is not None and case.document.scope != stamp.scope:
        yield f"expected the scope '{case.document.scope}', found '{stamp.scope}'"
    yield from _only(case, answer)
    yield from _never(case, answer)
    yield from _value(case, answer)
    if case.document.equals_sql is not None:
        yield from against_sql(case.document.equals_sql, case.at("equals_sql"), answer, lab)


def _only(case: PolicyCase, answer: Answer) -> Iterator[str]:
    for column, values, found in _columns(case, answer, "only", case.document.only):
        for value in dict.fromkeys(found):
            if value not in values:
                yield f"{short(column)} is {shown(value, column)}, which is not one of the {len(values)} expected"


def _never(case: PolicyCase, answer: Answer) -> Iterator[str]:
    for column, values, found in _columns(case, answer, "never", case.document.never):
        for value in dict.fromkeys(found):
            if value in values:
                yield f"{short(column)} is {shown(value, column)}, which must never be"


def _columns(
    case: PolicyCase, answer: Answer, key: str, wanted: Values | None
) -> Iterator[tuple[Column, list[Any], list[Any]]]:
    """Each named column with the values of the case and those of the answer."""
    for name, values in (wanted or {}).items():
        place = answer.place(name, case, key, name)
        column = answer.columns[place]
        yield column, [_typed(case, value, column, key) for value in values], [row[place] for row in answer.rows]


def _value(case: PolicyCase, answer: Answer) -> Iterator[str]:
    wanted = case.document.value
    if wanted is None:
        return
    if len(answer.rows) != 1:
        yield f"expected one row with its values, found {len(answer.rows)}"
        return
    places = [answer.place(name, case, "value", name) for name in wanted]
    columns = tuple(answer.columns[place] for place in places)
    expected = tuple(
        _typed(case, value, column, "value") for value, column in zip(wanted.values(), columns, strict=True)
    )
    yield from Comparison(columns, [expected], answer.cut(places)).differences()


def _typed(case: PolicyCase, value: Any, column: Column, key: str) -> Any:
    """The value as one of the column; a value that none could have would make the case say nothing."""
    typed = exact(value, column)
    kind = Decimal if column.type in NUMBERS else datetime if column.type in MOMENTS else object
    if typed is not None and not isinstance(typed, kind):
        message = f"'{value}' is no value of '{column.name}', which is of type {column.type}."
        raise DefinitionError(Problem("D689", message, at=case.at(key, column.name)))
    return typed


def catalogued(case: PolicyCase, seen: VisibleModel, whole: VisibleModel) -> Iterator[str]:
    """What the catalogue lacks or has too much of. Raises DefinitionError (D689) for a name that nobody could see."""
    for name in case.document.sees or ():
        if not _has(case, name, "sees", seen, whole):
            yield f"expected to see '{name}', and it is hidden"
    for name in case.document.never_sees or ():
        if _has(case, name, "never_sees", seen, whole):
            yield f"'{name}' is seen, which must never be"


def _has(case: PolicyCase, name: str, key: str, seen: VisibleModel, whole: VisibleModel) -> bool:
    if not _is_in(whole, name):
        known = (*whole.views, *(f"{view.name}.{member}" for view in whole.views.values() for member in view.members))
        raise DefinitionError(
            Problem("D689", f"There is no '{name}' for anybody to see.", suggest(name, known), at=case.at(key))
        )
    return _is_in(seen, name)


def _is_in(model: VisibleModel, name: str) -> bool:
    view, dot, member = name.partition(".")
    return model.member(view, member) is not None if dot else view in model.views
