"""Users: who they are, which roles they hold until when, and what is known of them. Read anew for every request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from semantic.access.principal import OPERATOR, Attribute, Principal
from semantic.errors import DeniedError, Problem
from server.state.attributes import checked, type_of
from server.state.tables import attributes, blocked, role_assignments, users

Kind = Literal["person", "tjeneste"]


@dataclass(frozen=True)
class RoleAssignment:
    """A role somebody holds. `gyldig_til` is the first moment at which it is over; None: until it is revoked."""

    role: str
    gyldig_til: datetime | None
    granted_by: str
    granted: datetime

    def holds(self, now: datetime) -> bool:
        return self.gyldig_til is None or now < self.gyldig_til


@dataclass(frozen=True)
class Account:
    """A user as stored. `faulty` names attributes whose value is not of their type."""

    subject: str
    title: str
    kind: Kind
    audience: str | None
    active: bool
    verifier: str | None
    created: datetime
    roles: tuple[RoleAssignment, ...] = ()
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    faulty: tuple[str, ...] = ()

    def roles_at(self, now: datetime) -> tuple[str, ...]:
        return tuple(one.role for one in self.roles if one.holds(now))

    def principal(self, now: datetime) -> Principal:
        """Who this is now. Raises DeniedError (A312) when something known of them is faulty: half is not enough.

        INVARIANT: nobody who comes over the network has the operator's role, whatever the tables say.
        """
        if self.faulty:
            message = "What is known of this user is not of its type, so nothing is granted."
            detail = f"The attribute '{self.faulty[0]}'."
            raise DeniedError(Problem("A312", message, "Set it anew with 'nogletal user attribute'.", detail))
        roles = tuple(role for role in self.roles_at(now) if role not in OPERATOR.roles)
        return Principal(self.subject, roles, self.attributes)


def find(connection: Connection, subject: str) -> Account | None:
    row = connection.execute(select(users).where(users.c.subject == subject)).one_or_none()
    return _account(connection, row) if row is not None else None


def verifier_of(connection: Connection, subject: str) -> str | None:
    """The verifier of an active user. One statement, whether or not there is such a user."""
    mine = select(users.c.verifier).where(users.c.subject == subject, users.c.active)
    return connection.execute(mine).scalar_one_or_none()


def everyone(connection: Connection) -> tuple[Account, ...]:
    """Every user by subject."""
    rows = connection.execute(select(users).order_by(users.c.subject)).all()
    return tuple(_account(connection, row) for row in rows)


def _account(connection: Connection, row: Row[tuple[object, ...]]) -> Account:
    held = select(role_assignments).where(role_assignments.c.subject == row.subject).order_by(role_assignments.c.role)
    roles = [RoleAssignment(one.role, one.gyldig_til, one.granted_by, one.granted) for one in connection.execute(held)]
    stored = select(attributes).where(attributes.c.subject == row.subject).order_by(attributes.c.name)
    known = {one.name: checked(one.value, one.type) for one in connection.execute(stored)}
    return Account(
        row.subject, row.title, row.kind, row.audience, row.active, row.verifier, row.created, tuple(roles),
        {name: value for name, value in known.items() if value is not None},
        tuple(name for name, value in known.items() if value is None),
    )  # fmt: skip


def add(connection: Connection, account: Account) -> None:
    """Stores a new user without roles and attributes."""
    names = ("subject", "title", "kind", "audience", "active", "verifier", "created")
    connection.execute(insert(users).values({name: getattr(account, name) for name in names}))


def set_verifier(connection: Connection, subject: str, verifier: str) -> None:
    connection.execute(update(users).where(users.c.subject == subject).values(verifier=verifier))


def set_active(connection: Connection, subject: str, active: bool) -> None:
    connection.execute(update(users).where(users.c.subject == subject).values(active=active))


def grant(connection: Connection, subject: str, assignment: RoleAssignment) -> None:
    """Gives the role, or sets its end anew."""
    revoke(connection, subject, [assignment.role])
    values = {"role": assignment.role, "gyldig_til": assignment.gyldig_til, "granted": assignment.granted}
    connection.execute(insert(role_assignments).values(subject=subject, granted_by=assignment.granted_by, **values))


def revoke(connection: Connection, subject: str, roles: Iterable[str]) -> int:
    """How many of the roles were held and are now taken."""
    table = role_assignments.c
    taken = delete(role_assignments).where(table.subject == subject, table.role.in_(tuple(roles)))
    return connection.execute(taken).rowcount


def set_attribute(connection: Connection, subject: str, name: str, value: Attribute) -> None:
    remove_attribute(connection, subject, name)
    stored = list(value) if isinstance(value, tuple) else value
    row = {"subject": subject, "name": name, "type": type_of(value), "value": stored}
    connection.execute(insert(attributes).values(row))


def remove_attribute(connection: Connection, subject: str, name: str) -> int:
    """How many there were, none or one."""
    table = attributes.c
    return connection.execute(delete(attributes).where(table.subject == subject, table.name == name)).rowcount


def block(connection: Connection, subject: str, since: datetime) -> None:
    """Tokens of the issuer let this subject in no more."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    row = dialect.insert(blocked).values(subject=subject, since=since)
    connection.execute(row.on_conflict_do_nothing())


def unblock(connection: Connection, subject: str) -> int:
    return connection.execute(delete(blocked).where(blocked.c.subject == subject)).rowcount


def blocked_subjects(connection: Connection) -> tuple[str, ...]:
    """Whom of an issuer's we let in no more, by name."""
    return tuple(connection.execute(select(blocked.c.subject).order_by(blocked.c.subject)).scalars())


def is_blocked(connection: Connection, subject: str) -> bool:
    return connection.execute(select(blocked.c.subject).where(blocked.c.subject == subject)).first() is not None
