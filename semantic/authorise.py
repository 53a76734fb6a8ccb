"""ResolvedQuery + Entitlement → AuthorisedQuery. Nothing else makes one."""

from __future__ import annotations

from semantic.access.decide import decide
from semantic.access.grant import Entitlement
from semantic.query import AuthorisedQuery, ResolvedQuery


def authorise(question: ResolvedQuery, entitlement: Entitlement) -> AuthorisedQuery:
    """The question with its decision. Raises DeniedError (A3xx) when no grant covers every touched member."""
    return AuthorisedQuery(question, decide(entitlement, question.touched))
