"""The declared questions of a model, read."""

from __future__ import annotations

from collections.abc import Mapping

from semantic.cube_query import parse_query
from semantic.errors import DefinitionError, Place, Problem, ServiceError
from semantic.model.model import Model
from semantic.query import Query


def declared(model: Model) -> Mapping[str, Query]:
    """By id. Raises DefinitionError (D658) with every fault of them, those of a day of their own among them."""
    found: dict[str, Query] = {}
    problems: list[Problem] = []
    for one in model.questions.values():
        at = Place(path=f"questions: {one.id}")
        try:
            query = parse_query(one.query, default_limit=None)
        except ServiceError as error:
            problems += [Problem("D658", f"'{one.id}': {fault.message}", fault.hint, at=at) for fault in error.problems]
            continue
        if query.as_of is not None or query.edition is not None:
            problems.append(
                Problem("D658", f"'{one.id}' is of a day: an edition says of which.", "Leave it out.", at=at)
            )
        found[one.id] = query
    if problems:
        raise DefinitionError(*problems)
    return found
