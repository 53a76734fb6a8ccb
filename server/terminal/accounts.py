"""What `nogletal user` and `nogletal token` do; who may do it is the desk's to say."""

from __future__ import annotations

import re
from datetime import timedelta

from semantic.access.delegate import Change, may_administer
from semantic.access.principal import OPERATOR
from semantic.errors import DeniedError, ParseError, Problem, suggest
from server.identity.claims import FOREIGN
from server.identity.scram import MOST_BYTES, make_verifier
from server.state import accounts, attributes, tokens
from server.state.accounts import Account, Kind, RoleAssignment
from server.state.tables import FOREIGN_SUBJECT
from server.state.tokens import Token
from server.terminal.administrator import Desk, administered, documents
from server.terminal.days import end_of, moment, shown

NAME = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)
LEAST_CHARACTERS = 12
MOST_TEXT = 200
Row = dict[str, object]


def add(desk: Desk, subject: str, title: str, kind: Kind, audience: str | None) -> None:
    """A user without password, roles or attributes; a local administrator's has that one's kommune.

    Raises ParseError (P151, P152), DeniedError (A32x).
    """
    _check_name(subject, "a user's name")
    for word, text in (("title", title), ("audience", audience)):
        if text is not None and not (0 < len(text.strip()) <= MOST_TEXT and text.isprintable()):
            raise ParseError(Problem("P152", f"The {word} is empty, too long, or holds control characters."))
    if (kind == "tjeneste") != (audience is not None):
        hint = "--audience goes with --kind tjeneste, and says who shares the login."
        raise ParseError(Problem("P152", "A shared login states its audience, a person's has none.", hint))
    change = Change("add", subject)
    problem = desk.refusal(change)
    if problem is not None:
        raise DeniedError(problem)
    if accounts.find(desk.connection, subject) is not None:
        raise ParseError(Problem("P151", f"The name '{subject}' is taken.", "Choose another name."))
    accounts.add(desk.connection, Account(subject, title.strip(), kind, audience, True, None, desk.now))
    if desk.who is not OPERATOR:
        within = next(rule.within for rule in desk.rules if may_administer(desk.who, rule, change) is None)
        accounts.set_attribute(desk.connection, subject, within, desk.who.attributes[within])


def _check_name(name: str, what: str) -> None:
    if NAME.fullmatch(name) is None or name in (OPERATOR.subject, *OPERATOR.roles):
        hint = f"Small letters a-z, digits and _, a letter first; '{OPERATOR.subject}' is the local command line."
        raise ParseError(Problem("P152", f"'{name[:80]}' is not {what}.", hint))


def set_password(desk: Desk, subject: str, password: str) -> None:
    """Raises ParseError (P150, P153), DeniedError (A32x)."""
    user = desk.user(subject, "password")
    if len(password) < LEAST_CHARACTERS or len(password.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        hint = f"At least {LEAST_CHARACTERS} characters, and at most {MOST_BYTES} bytes."
        raise ParseError(Problem("P153", "The password is too short or too long.", hint))
    if user.subject in password.lower():
        raise ParseError(Problem("P153", "The password holds the user's name."))
    try:
        verifier = make_verifier(password)
    except ValueError as error:
        raise ParseError(Problem("P153", f"{str(error).capitalize()}.")) from None
    accounts.set_verifier(desk.connection, subject, str(verifier))


def grant(desk: Desk, subject: str, role: str, until: str | None) -> str | None:
    """Gives the role; a note where no policy defines it. Raises ParseError (P150, P152), DeniedError (A32x)."""
    _check_name(role, "a role's name")
    desk.user(subject, "grant", role)
    end = end_of(until, desk.now, desk.zone) if until is not None else None
    accounts.grant(desk.connection, subject, RoleAssignment(role, end, desk.who.subject, desk.now))
    known = documents(desk.settings)
    if role in known:
        return None
    return f"note: no policy defines the role '{role}', so it gives nothing. {suggest(role, known) or ''}".strip()


def revoke(desk: Desk, subject: str, role: str) -> None:
    """Raises ParseError (P150, P154), DeniedError (A32x)."""
    user = desk.user(subject, "revoke", role)
    if not accounts.revoke(desk.connection, subject, [role]):
        held = ", ".join(one.role for one in user.roles) or "none"
        raise ParseError(Problem("P154", f"'{subject}' does not hold the role '{role[:80]}'.", f"Held: {held}."))


def set_attribute(desk: Desk, subject: str, name: str, values: tuple[str, ...], type: str) -> None:
    """Raises ParseError (P150, P152), DeniedError (A32x)."""
    _check_name(name, "an attribute's name")
    desk.user(subject, "attribute")
    value = attributes.read(values, type)
    if value is None:
        hint = "--type says what it is: one string or integer, or several as strings or integers; none may be empty."
        raise ParseError(Problem("P152", f"The value of '{name}' is not of the type {type}.", hint))
    accounts.set_attribute(desk.connection, subject, name, value)


def remove_attribute(desk: Desk, subject: str, name: str) -> None:
    """Raises ParseError (P150, P154), DeniedError (A32x)."""
    user = desk.user(subject, "attribute")
    if not accounts.remove_attribute(desk.connection, subject, name):
        held = ", ".join(sorted((*user.attributes, *user.faulty))) or "none"
        raise ParseError(Problem("P154", f"'{subject}' has no attribute '{name[:80]}'.", f"Known: {held}."))


def set_active(desk: Desk, subject: str, active: bool) -> None:
    """Lets the user in, or no more; of an issuer's (`oidc:…`) whether its tokens do. Raises as the others."""
    if not subject.startswith(FOREIGN):
        desk.user(subject, "active")
        accounts.set_active(desk.connection, subject, active)
        return
    if desk.who is not OPERATOR:
        raise DeniedError(Problem("A320", "Whom an issuer names is for those who run this to shut out."))
    if not len(FOREIGN) < len(subject) <= FOREIGN_SUBJECT:
        raise ParseError(
            Problem("P152", "That is no subject of an issuer's.", f"Write {FOREIGN} and what it is called.")
        )
    if not active:
        accounts.block(desk.connection, subject, desk.now)
    elif not accounts.unblock(desk.connection, subject):
        raise ParseError(Problem("P154", f"'{subject[:80]}' is not shut out."))


def user_rows(desk: Desk) -> list[Row]:
    """A row for each user that may be seen, by name."""
    seen = [
        one
        for one in accounts.everyone(desk.connection)
        if desk.refusal(Change("read", one.subject, administered(one))) is None
    ]
    return [_user_row(desk, one) for one in seen]


def user_row(desk: Desk, subject: str) -> Row:
    """Raises ParseError (P150), DeniedError (A32x)."""
    return _user_row(desk, desk.user(subject, "read"))


def _user_row(desk: Desk, user: Account) -> Row:
    roles = [
        {"role": one.role, "gyldig_til": shown(one.gyldig_til, desk.zone), "in_force": one.holds(desk.now),
         "granted_by": one.granted_by, "granted": moment(one.granted, desk.zone)}
        for one in user.roles
    ]  # fmt: skip
    return {
        "user": user.subject, "title": user.title, "kind": user.kind, "audience": user.audience, "active": user.active,
        "password": user.verifier is not None, "tokens": tokens.in_force(desk.connection, user.subject, desk.now),
        "roles": roles, "attributes": dict(user.attributes) | dict.fromkeys(user.faulty),
    }  # fmt: skip


def create_token(desk: Desk, subject: str, name: str, expires: str) -> tuple[Token, str]:
    """The token and its secret. Raises ParseError (P150, P152, P155), DeniedError (A32x)."""
    desk.user(subject, "token")
    if not (0 < len(name.strip()) <= 100 and name.isprintable()):
        raise ParseError(Problem("P152", "The token's name is empty, too long, or holds control characters."))
    end = end_of(expires, desk.now, desk.zone)
    if end - desk.now > tokens.LONGEST + timedelta(days=1):  # the last day is a whole one
        raise ParseError(Problem("P152", "A token holds for a year at most.", "Write --expires 365d or less."))
    if tokens.in_force(desk.connection, subject, desk.now) >= tokens.MOST_PER_USER:
        hint = "Revoke one of them: nogletal token list, nogletal token revoke ID."
        raise ParseError(Problem("P155", f"'{subject}' has {tokens.MOST_PER_USER} tokens already.", hint))
    token = Token(tokens.new_id(), subject, name.strip(), desk.now, end)
    return token, tokens.create(desk.connection, token)


def token_rows(desk: Desk, subject: str) -> list[Row]:
    """Raises ParseError (P150), DeniedError (A32x)."""
    desk.user(subject, "read")
    return [
        {"id": one.id, "name": one.name, "created": moment(one.created, desk.zone),
         "expires": shown(one.expires, desk.zone), "last_used": moment(one.last_used, desk.zone),
         "revoked": moment(one.revoked, desk.zone), "in_force": one.holds(desk.now)}
        for one in tokens.of(desk.connection, subject)
    ]  # fmt: skip


def revoke_token(desk: Desk, id: str) -> Token:
    """Raises ParseError (P154), DeniedError (A32x)."""
    token = tokens.by_id(desk.connection, id)
    if token is None and desk.who is OPERATOR:
        raise ParseError(Problem("P154", f"There is no token '{id[:40]}'.", "See 'nogletal token list USER'."))
    user = desk.user(token.subject if token is not None else "", "token")
    assert token is not None
    if not token.holds(desk.now):
        raise ParseError(Problem("P154", f"The token '{token.id}' of '{user.subject}' is over already."))
    tokens.revoke(desk.connection, token.id, desk.now)
    return token
