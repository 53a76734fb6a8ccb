"""Who changes users on the command line: the local operator, who may all, or a local administrator under a policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from semantic.access.delegate import Administered, Change, Delegation, Kind, Reach, may_administer_by_any, reach
from semantic.access.link import DEMO_FILE, outline, read_policies
from semantic.access.policies import Policies
from semantic.access.principal import OPERATOR, Principal
from semantic.errors import DefinitionError, DeniedError, ParseError, Problem, suggest
from server.authenticate import read_demo_principals
from server.identity.door import utc_now
from server.settings import Settings
from server.state import accounts
from server.state.accounts import Account
from server.state.database import open_state
from server.state.place import StatePlace


@dataclass(frozen=True)
class Desk:
    """One change, or one look, at the state: in whose name, under which rules, and when."""

    connection: Connection
    settings: Settings
    who: Principal
    rules: tuple[Delegation, ...]
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.settings.timezone)

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    @cached_property
    def policies(self) -> Policies:
        """The roles that there are, in outline. Raises DefinitionError."""
        return read_outline(self.settings)

    @cached_property
    def readable_policies(self) -> Policies | None:
        """The same, or None where a file of them is faulty: who looks, or shuts somebody out, need not wait for it."""
        try:
            return self.policies
        except DefinitionError:
            return None

    @cached_property
    def demo(self) -> tuple[Principal, ...]:
        return demo_principals(self.settings)

    def reach(self, user: Account) -> Reach:
        """What of the user may be named here: to the operator all that is held."""
        if self.who is OPERATOR:
            return Reach(frozenset(one.role for one in user.roles), frozenset((*user.attributes, *user.faulty)))
        return reach(self.who, self.rules, administered(user))

    def refusal(self, change: Change) -> Problem | None:
        return None if self.who is OPERATOR else may_administer_by_any(self.who, self.rules, change)

    def user(self, subject: str, kind: Kind, role: str | None = None) -> Account:
        """The user to be changed. Raises DeniedError (A32x), or ParseError (P150) for the operator."""
        found = accounts.find(self.connection, subject)
        target = None if found is None else administered(found)
        problem = self.refusal(Change(kind, subject, target, role))
        if problem is not None:
            raise DeniedError(problem)
        if found is None:
            known = [one.subject for one in accounts.everyone(self.connection)]
            hint = suggest(subject, known) or "'nogletal user list' shows them."
            raise ParseError(Problem("P150", f"There is no user '{subject[:80]}'.", hint))
        return found


def administered(account: Account) -> Administered:
    return Administered(account.subject, tuple(one.role for one in account.roles), account.attributes)


@contextmanager
def desk(settings: Settings, name: str | None) -> Iterator[Desk]:
    """The state, open for one change as a whole. Raises DefinitionError (D66x), ParseError (P150)."""
    state = open_state(StatePlace(settings.state, settings.state_password_file))
    try:
        with state.writing() as connection:
            now = utc_now()
            who = OPERATOR if name is None else principal_named(connection, settings, name, now)
            today = now.astimezone(ZoneInfo(settings.timezone)).date()
            rules = () if who is OPERATOR else read_outline(settings).administered_by(who, today)
            yield Desk(connection, settings, who, rules, now)
    except SQLAlchemyError as error:
        first = str(getattr(error, "orig", None) or error).splitlines()[0][:200]
        problem = Problem("D662", "The state cannot be read or written.", "Try again; nothing was changed.", first)
        raise DefinitionError(problem) from None
    finally:
        state.close()


def principal_named(connection: Connection, settings: Settings, name: str, now: datetime) -> Principal:
    """The active user, or the demo principal, of that name. Raises ParseError (P150)."""
    account = accounts.find(connection, name)
    if account is not None and account.active:
        return account.principal(now)
    found = next((one for one in demo_principals(settings) if one.subject == name), None)
    if found is None or account is not None:
        raise ParseError(
            Problem(
                "P150", f"There is no user or demo principal '{name[:80]}' who may log in.", "See 'nogletal user list'."
            )
        )
    return found


def demo_principals(settings: Settings) -> tuple[Principal, ...]:
    return read_demo_principals(settings.access) if (settings.access / DEMO_FILE).is_file() else ()


def read_outline(settings: Settings) -> Policies:
    """The roles that the policies define, without a model. Raises DefinitionError."""
    return outline(read_policies(settings.access) if settings.access.is_dir() else ())
