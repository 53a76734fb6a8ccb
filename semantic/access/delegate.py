"""Who may change which user: a local administrator hands out some roles, to users of the same kommune only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from semantic.access.principal import Attribute, Principal
from semantic.errors import Problem

Kind = Literal["add", "grant", "revoke", "attribute", "password", "enable", "disable", "token", "end_token", "read"]


@dataclass(frozen=True)
class Delegation:
    """What a role lets its holder do: hand out these roles to users whose attribute `within` is the holder's own."""

    roles: frozenset[str]
    within: str


@dataclass(frozen=True)
class Administered:
    """A user as far as administration looks: every role held, whether or not it is over."""

    subject: str
    roles: tuple[str, ...]
    attributes: Mapping[str, Attribute] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Reach:
    """What of a user an administrator may know by name: these roles and attributes, whether or not they are held."""

    roles: frozenset[str]
    attributes: frozenset[str]


@dataclass(frozen=True)
class Change:
    """What is to be done to whom. `target` is None where there is no such user; `role` is the one given or taken."""

    kind: Kind
    subject: str
    target: Administered | None = None
    role: str | None = None


def may_administer(administrator: Principal, rule: Delegation, change: Change) -> Problem | None:
    """None when the change may be made, else why not (A320 to A324).

    INVARIANT: a user outside the administrator's reach and one that does not exist are refused alike, word for word.
    """
    own = administrator.attributes.get(rule.within)
    if not _is_one(own):
        message = f"'{administrator.subject}' has no '{rule.within}' of one value, so there is nobody to administer."
        return Problem("A320", message)
    if change.subject == administrator.subject:
        return Problem("A323", "Nobody administers themselves.", "Ask another administrator.")
    if change.role is not None and change.role not in rule.roles:
        hint = f"Roles that may be: {', '.join(sorted(rule.roles))}."
        return Problem("A322", "That role is not among those that may be handed out.", hint)
    if change.kind == "add":
        return _may_add(change, own)
    target = change.target
    theirs = target.attributes.get(rule.within) if target is not None else None
    if target is None or type(theirs) is not type(own) or theirs != own:
        return _nobody(administrator)
    if change.kind in ("grant", "revoke", "read", "disable", "end_token"):
        return None  # to take away is not to give
    return _may_change_account(rule, change, target)


def may_administer_by_any(administrator: Principal, rules: Iterable[Delegation], change: Change) -> Problem | None:
    """None when one rule allows the whole change, else why the first that reaches anybody does not.

    Rules are never put together.
    """
    refusals = [may_administer(administrator, rule, change) for rule in rules]
    if not refusals:
        return Problem("A320", f"'{administrator.subject}' has no role that administers others.")
    if None in refusals:
        return None
    return next((one for one in refusals if one is not None and one.code != "A320"), refusals[0])


def reach(administrator: Principal, rules: Iterable[Delegation], target: Administered) -> Reach:
    """What the rules that reach the user name; empty for a user whom none reaches."""
    look = Change("read", target.subject, target)
    found = [rule for rule in rules if may_administer(administrator, rule, look) is None]
    return Reach(frozenset(role for rule in found for role in rule.roles), frozenset(rule.within for rule in found))


def name_ending(own: Attribute) -> str:
    """How the names end that a local administrator gives; else a taken name would tell that another kommune has it."""
    return f"_{own}"


def _may_add(change: Change, own: Attribute | None) -> Problem | None:
    ending = name_ending(own) if own is not None else ""
    if not change.subject.endswith(ending):
        return Problem("A324", "The name is not one of this administrator's.", f"End it with '{ending}'.")
    return None


def _may_change_account(rule: Delegation, change: Change, target: Administered) -> Problem | None:
    """Who could set a password or make a token could come in with every role of the user."""
    if change.kind == "attribute":
        return Problem("A322", "Attributes say how far a role reaches; a local administrator does not set them.")
    if set(target.roles) - rule.roles:
        return Problem("A322", "The user holds roles that may not be handed out.", "Ask those who run this.")
    return None


def _is_one(value: Attribute | None) -> bool:
    return value is not None and not isinstance(value, tuple) and value != ""


def _nobody(administrator: Principal) -> Problem:
    return Problem("A321", f"There is no such user among those that '{administrator.subject}' administers.")
