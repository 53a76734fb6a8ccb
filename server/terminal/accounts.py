"""What `nogletal user` and `nogletal token` change; who may do it is the desk's to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from semantic.access.delegate import Change, may_administer
from semantic.access.policies import Role
from semantic.access.principal import OPERATOR
from semantic.errors import DeniedError, ParseError, Problem, suggest
from server.identity.claims import FOREIGN
from server.identity.scram import MOST_BYTES, make_verifier
from server.state import accounts, attributes, tokens
from server.state.accounts import Account, Kind, RoleAssignment
from server.state.tables import FOREIGN_SUBJECT
from server.state.tokens import Token
from server.terminal.administrator import Desk
from server.terminal.days import end_of, shown
from server.terminal.held import attribute_text, notes

NAME = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)
LEAST_CHARACTERS = 12
MOST_TEXT = 200
NEVER = "never"  # as --until: the role holds until it is revoked


@dataclass(frozen=True)
class Done:
    """What was done, in a sentence, and what is good to know of it."""

    said: str
    notes: tuple[str, ...] = ()


def add(desk: Desk, subject: str, title: str, kind: Kind, audience: str | None) -> None:
    """A user without password, roles or attributes; a local administrator's has that one's kommune.

    Raises ParseError (P151, P152), DeniedError (A32x).
    """
    _check_name(subject, "a user's name")
    for word, text in (("title", title), ("audience", audience)):
        if text is not None and not (0 < len(text.strip()) <= MOST_TEXT and text.isprintable()):
            hint = f"Write it on one line, of at most {MOST_TEXT} characters."
            raise ParseError(Problem("P152", f"The {word} is empty, too long, or holds control characters.", hint))
    if (kind == "tjeneste") != (audience is not None):
        hint = "--audience goes with --kind tjeneste, and says who shares the login."
        raise ParseError(Problem("P152", "A shared login states its audience, a person's has none.", hint))
    change = Change("add", subject)
    problem = desk.refusal(change)
    if problem is not None:
        raise DeniedError(problem)
    if any(one.subject == subject for one in desk.demo):
        message = f"The name '{subject}' is that of a demo principal, so that two would go by it."
        raise ParseError(Problem("P151", message, "Choose another name."))
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
        raise ParseError(Problem("P153", f"The password has {len(password)} characters.", hint))
    if user.subject in password.lower():
        raise ParseError(Problem("P153", "The password holds the user's name.", "Choose one without it."))
    try:
        verifier = make_verifier(password)
    except ValueError as error:
        hint = "Choose another one, of letters, digits, spaces and punctuation."
        raise ParseError(Problem("P153", f"{str(error).capitalize()}.", hint)) from None
    accounts.set_verifier(desk.connection, subject, str(verifier))


def grant(desk: Desk, subject: str, role: str, until: str | None) -> Done:
    """Gives the role, or sets its end anew; without `until` one that is held keeps its end.

    Raises ParseError (P150, P152, P156), DeniedError (A32x).
    """
    _check_name(role, "a role's name")
    user = desk.user(subject, "grant", role)
    if role not in desk.policies.roles:
        hint = suggest(role, desk.policies.roles) or f"Roles: {', '.join(sorted(desk.policies.roles)) or 'none'}."
        raise ParseError(Problem("P156", f"No policy defines the role '{role}'.", hint))
    held = next((one for one in user.roles if one.role == role), None)
    end = _end_of_role(desk, held, until)
    accounts.grant(desk.connection, subject, RoleAssignment(role, end, desk.who.subject, desk.now))
    told = f"'{subject}' holds '{role}' {_until(desk, end)}{_before(desk, held, end)}."
    return Done(told, (*_outlasting(desk, role, end), *notes(desk, subject)))


def _end_of_role(desk: Desk, held: RoleAssignment | None, until: str | None) -> datetime | None:
    """What was typed, or as it is held. Raises ParseError (P152)."""
    if until is not None:
        return None if until == NEVER else end_of(until, desk.now, desk.zone)
    if held is None:
        return None
    if not held.holds(desk.now):
        hint = f"Give its new end: --until DAY, or --until {NEVER} for none."
        raise ParseError(Problem("P152", f"The role '{held.role}' was held {_until(desk, held.gyldig_til)}.", hint))
    return held.gyldig_til


def _until(desk: Desk, end: datetime | None) -> str:
    return f"until {shown(end, desk.zone)}" if end is not None else "until it is revoked"


def _before(desk: Desk, held: RoleAssignment | None, end: datetime | None) -> str:
    if held is None:
        return ""
    return ", as before" if held.gyldig_til == end else f"; before, {_until(desk, held.gyldig_til)}"


def _outlasting(desk: Desk, role: str, end: datetime | None) -> Iterator[str]:
    """A note where the policy ends before what was given; an end is the moment after the last day."""
    last = desk.policies.roles[role].valid_to
    if end is not None and last is not None and (end - timedelta(microseconds=1)).astimezone(desk.zone).date() > last:
        yield f"note: The role '{role}' itself ends with {last} (gyldig_til in its policy)."


def revoke(desk: Desk, subject: str, role: str) -> None:
    """Raises ParseError (P150, P154), DeniedError (A32x)."""
    user = desk.user(subject, "revoke", role)
    if not accounts.revoke(desk.connection, subject, [role]):
        held = ", ".join(one.role for one in user.roles if one.role in desk.reach(user).roles) or "none"
        raise ParseError(Problem("P154", f"'{subject}' does not hold the role '{role[:80]}'.", f"Held: {held}."))


def set_attribute(desk: Desk, subject: str, name: str, values: tuple[str, ...], type: str | None) -> Done:
    """Without a type it is the one that a role asks for, or else text.

    Raises ParseError (P150, P152), DeniedError (A32x).
    """
    _check_name(name, "an attribute's name")
    user = desk.user(subject, "attribute")
    wanted = type or _type_of(desk, user, name)
    value = attributes.read(values, wanted)
    if value is None:
        hint = "--type says what it is: one string or integer, or several as strings or integers; none may be empty."
        raise ParseError(Problem("P152", f"The value of '{name}' is not of the type {wanted}.", hint))
    accounts.set_attribute(desk.connection, subject, name, value)
    return Done(f"'{subject}' has {attribute_text(name, value)}.", notes(desk, subject))


def _type_of(desk: Desk, user: Account, name: str) -> str:
    """As the roles that the user holds declare it, or else any role. Raises ParseError (P152) where they disagree."""
    known = desk.policies.roles
    held = [known[one.role] for one in user.roles if one.role in known]
    kinds = _declared(held, name) or _declared(known.values(), name)
    if len(kinds) > 1:
        message = f"Roles ask for '{name}' as {' and as '.join(sorted(kinds))}."
        raise ParseError(Problem("P152", message, "Say with --type which of them it is."))
    return next(iter(kinds), "string")


def _declared(roles: Iterable[Role], name: str) -> set[str]:
    return {role.attributes[name] for role in roles if name in role.attributes}


def remove_attribute(desk: Desk, subject: str, name: str) -> Done:
    """Raises ParseError (P150, P154), DeniedError (A32x)."""
    user = desk.user(subject, "attribute")
    if not accounts.remove_attribute(desk.connection, subject, name):
        held = ", ".join(sorted((*user.attributes, *user.faulty))) or "none"
        raise ParseError(Problem("P154", f"'{subject}' has no attribute '{name[:80]}'.", f"Known: {held}."))
    return Done(f"'{subject}' has no '{name}' any more.", notes(desk, subject))


def set_active(desk: Desk, subject: str, active: bool) -> None:
    """Lets the user in, or no more; of an issuer's (`oidc:…`) whether its tokens do. Raises as the others."""
    if not subject.startswith(FOREIGN):
        desk.user(subject, "enable" if active else "disable")
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


def create_token(desk: Desk, subject: str, name: str, expires: str) -> tuple[Token, str]:
    """The token and its secret; it holds through its last day.

    Raises ParseError (P150, P152, P155), DeniedError (A32x).
    """
    desk.user(subject, "token")
    hint = "--name says what the token is for, on one line of at most 100 characters."
    if not (0 < len(name.strip()) <= 100 and name.isprintable()):
        raise ParseError(Problem("P152", "The token's name is empty, too long, or holds control characters.", hint))
    end = end_of(expires, desk.now, desk.zone)
    longest = f"{tokens.LONGEST.days}d"
    if end > end_of(longest, desk.now, desk.zone):
        raise ParseError(Problem("P152", "A token holds for a year at most.", f"Write --expires {longest} or less."))
    if tokens.in_force(desk.connection, subject, desk.now) >= tokens.MOST_PER_USER:
        hint = "Revoke one of them: nogletal token list, nogletal token revoke ID."
        raise ParseError(Problem("P155", f"'{subject}' has {tokens.MOST_PER_USER} tokens already.", hint))
    token = Token(tokens.new_id(), subject, name.strip(), desk.now, end)
    return token, tokens.create(desk.connection, token)


def revoke_token(desk: Desk, id: str) -> Token:
    """Raises ParseError (P154), DeniedError (A32x)."""
    token = tokens.by_id(desk.connection, id)
    if token is None and desk.who is OPERATOR:
        raise ParseError(Problem("P154", f"There is no token '{id[:40]}'.", "See 'nogletal token list USER'."))
    user = desk.user(token.subject if token is not None else "", "end_token")
    assert token is not None
    if not token.holds(desk.now):
        raise ParseError(Problem("P154", f"The token '{token.id}' of '{user.subject}' is over already."))
    tokens.revoke(desk.connection, token.id, desk.now)
    return token
