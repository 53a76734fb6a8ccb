"""Refusals of SQL, each with its place in the caller's text."""

from __future__ import annotations

from sqlglot import exp

from semantic.errors import Place, Problem, ServiceError, refusal
from server.postgres.sql.leaves import place_of


def refuse(code: str, message: str, hint: str | None = None, at: exp.Expr | None = None) -> ServiceError:
    return refusal(Problem(code, message, hint, at=place(at)))


def place(at: exp.Expr | None) -> Place | None:
    """Where the expression begins, counted from 1, as far as it is known."""
    start = place_of(at).get("start") if at is not None else None
    return Place(position=start + 1) if start is not None else None


def not_served(what: str, at: exp.Expr | None = None, hint: str | None = None) -> ServiceError:
    return refuse("U450", f"{what} is not served over figures.", hint or "Compute it in the client.", at)
