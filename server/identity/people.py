"""Everybody known here who may log in, with what they hold now: the demo's, and the users of the state.

Whom an OpenID Connect issuer names is known only when they come: their roles stand in their tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from semantic.access.principal import Principal
from semantic.errors import DefinitionError, DeniedError, Problem
from semantic.review.asked import Person
from server.state import accounts
from server.state.accounts import Account
from server.state.database import StateSource


def demo_people(demo: Iterable[tuple[Principal, str]]) -> tuple[Person, ...]:
    return tuple(Person(principal.subject, title, "demo", principal) for principal, title in demo)


def users(source: StateSource, now: datetime) -> tuple[Person, ...]:
    """The active users, by name; no state is made to look. Raises DefinitionError (D66x), SQLAlchemyError."""
    state = source.current()
    if state is None:
        return ()
    with state.reading() as connection:
        return tuple(_person(one, now) for one in accounts.everyone(connection) if one.active)


def _person(account: Account, now: datetime) -> Person:
    """Of whom something known is faulty is let in nowhere, and holds nothing."""
    try:
        principal = account.principal(now)
    except DeniedError:
        principal = Principal(account.subject, ())
    return Person(account.subject, account.title, account.kind, principal)


def together(demo: Iterable[Person], own: Iterable[Person]) -> tuple[Person, ...]:
    """A user stands for the demo principal of the same name, as at the command line."""
    known = tuple(own)
    names = {one.subject for one in known}
    return (*(one for one in demo if one.subject not in names), *known)


def known_people(demo: Iterable[Person], source: StateSource, now: Callable[[], datetime]) -> tuple[Person, ...]:
    """Everybody, as they are now. Raises DeniedError (A315) where the state does not answer."""
    try:
        return together(demo, users(source, now()))
    except (DefinitionError, SQLAlchemyError):
        raise DeniedError(Problem("A315", "Who may log in cannot be read now.", "Try again in a moment.")) from None
