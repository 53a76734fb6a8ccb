"""What `nogletal user` and `nogletal token` show: users, what they hold and whether it gives anything, their tokens."""

from __future__ import annotations

from semantic.access.delegate import Change
from semantic.access.holding import Fault, giving_nothing
from semantic.access.principal import OPERATOR, Attribute, Principal
from semantic.errors import DeniedError
from server.identity.claims import FOREIGN
from server.state import accounts, tokens
from server.state.accounts import Account
from server.state.attributes import type_of
from server.terminal.administrator import Desk, administered
from server.terminal.days import moment, shown

Row = dict[str, object]


def user_rows(desk: Desk) -> list[Row]:
    """A row for each user that may be seen, by name; to the operator also whom of an issuer's is shut out.

    Raises DeniedError (A320) for who administers nobody.
    """
    nobody = desk.refusal(Change("read", ""))
    if nobody is not None and nobody.code == "A320":
        raise DeniedError(nobody)
    rows = {
        one.subject: _user_row(desk, one)
        for one in accounts.everyone(desk.connection)
        if desk.refusal(Change("read", one.subject, administered(one))) is None
    }
    if desk.who is OPERATOR:
        rows |= {subject: _shut_out(subject) for subject in accounts.blocked_subjects(desk.connection)}
    return [rows[subject] for subject in sorted(rows)]


def user_row(desk: Desk, subject: str) -> tuple[Row, tuple[str, ...]]:
    """The user, and notes on roles that give nothing. Raises ParseError (P150), DeniedError (A32x)."""
    if subject.startswith(FOREIGN) and desk.who is OPERATOR and accounts.is_blocked(desk.connection, subject):
        return _shut_out(subject), ()
    return _user_row(desk, desk.user(subject, "read")), notes(desk, subject)


def _user_row(desk: Desk, user: Account) -> Row:
    """INVARIANT: roles and attributes beyond an administrator's reach are not named."""
    reach, idle = desk.reach(user), _idle(desk, user)
    roles = [
        {"role": one.role, "gyldig_til": shown(one.gyldig_til, desk.zone), "over": not one.holds(desk.now),
         "in_force": one.holds(desk.now) and one.role not in idle,
         "granted_by": one.granted_by, "granted": moment(one.granted, desk.zone)}
        for one in user.roles if one.role in reach.roles
    ]  # fmt: skip
    known = {**user.attributes, **dict.fromkeys(user.faulty)}
    return {
        "user": user.subject, "title": user.title, "kind": user.kind, "audience": user.audience, "active": user.active,
        "password": user.verifier is not None, "tokens": tokens.in_force(desk.connection, user.subject, desk.now),
        "roles": roles, "attributes": {name: value for name, value in known.items() if name in reach.attributes},
    }  # fmt: skip


def _shut_out(subject: str) -> Row:
    """Somebody of an issuer's, of whom nothing else is kept here."""
    return {
        "user": subject, "title": None, "kind": FOREIGN.rstrip(":"), "audience": None, "active": False,
        "password": False, "tokens": 0, "roles": [], "attributes": {},
    }  # fmt: skip


def notes(desk: Desk, subject: str) -> tuple[str, ...]:
    """Why roles that the user holds today give nothing, each reason once; within the reach of who looks."""
    user = accounts.find(desk.connection, subject)
    if user is None:
        return ()
    reach = desk.reach(user)
    told = []
    for role, (culprit, message, hint) in _idle(desk, user).items():
        if role not in reach.roles:
            continue
        if desk.who is not OPERATOR and culprit and culprit not in reach.roles | reach.attributes:
            message, hint = f"The role '{role}' gives nothing as things are.", "Ask those who run this."
        told.append(f"note: {message} {hint or ''}".strip())
    return tuple(dict.fromkeys(told))


def _idle(desk: Desk, user: Account) -> dict[str, Fault]:
    """Each role held now that gives nothing, and why; '' is at fault where it is no single role or attribute."""
    held = user.roles_at(desk.now)
    if not user.active:
        return dict.fromkeys(held, ("", "The user may not log in.", None))
    if user.faulty:
        message = "What is known of the user is not of its type, so that nothing is granted."
        return dict.fromkeys(held, ("", message, None))
    if desk.readable_policies is None:
        message = "The policies cannot be read, so that it is not known what roles give."
        return dict.fromkeys(held, ("", message, "'nogletal check' shows their faults."))
    return giving_nothing(Principal(user.subject, held, user.attributes), desk.readable_policies, desk.today)


def token_rows(desk: Desk, subject: str) -> list[Row]:
    """Raises ParseError (P150), DeniedError (A32x)."""
    desk.user(subject, "read")
    return [
        {"id": one.id, "name": one.name, "created": moment(one.created, desk.zone),
         "expires": shown(one.expires, desk.zone), "last_used": moment(one.last_used, desk.zone),
         "revoked": moment(one.revoked, desk.zone), "in_force": one.holds(desk.now)}
        for one in tokens.of(desk.connection, subject)
    ]  # fmt: skip


def attribute_text(name: str, value: Attribute | None) -> str:
    """As people read it: `kommune=573 (integer)`, `hold=[A, B] (strings)`; None is a value that is not of its type."""
    if value is None:
        return f"{name} (faulty)"
    text = f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)
    return f"{name}={text} ({type_of(value)})"
