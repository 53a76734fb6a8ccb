"""ResolvedQuery + Entitlement → AuthorisedQuery. Nothing else makes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from semantic.access.decide import Decision, decide
from semantic.access.grant import Entitlement
from semantic.model.model import Model
from semantic.model.stage import Grouping
from semantic.parts import Part, parts_of
from semantic.query import AuthorisedQuery, ResolvedQuery


def authorise(question: ResolvedQuery, entitlement: Entitlement, model: Model) -> AuthorisedQuery:
    """The question with a decision on each of its parts, each alone. Raises DeniedError (A301, A305) where one is not
    covered: then the whole question is denied."""
    parts = parts_of(question, model)
    decisions = {part.grouping: decide(entitlement, part.touched) for part in parts}
    return AuthorisedQuery(question, decisions[()], decisions, _scope(parts, decisions))


def _scope(parts: Sequence[Part], decisions: Mapping[Grouping, Decision]) -> str:
    """Whose rows the answer is of; of each group value that is of others, its own."""
    own = decisions[()].scope
    others = [(part, decisions[part.grouping].scope) for part in parts]
    return "; ".join((own, *(f"{', '.join(part.titles)}: {scope}" for part, scope in others if scope != own)))
