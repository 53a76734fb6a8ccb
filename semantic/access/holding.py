"""What somebody is said to hold, against the roles that there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from semantic.access.policies import Policies, Role, is_attribute
from semantic.access.principal import Principal
from semantic.errors import suggest

Fault = tuple[str, str, str | None]
"""The role or attribute that is wrong, what is wrong with it, and what to do."""


def unknown_held(principal: Principal, policies: Policies) -> Iterator[Fault]:
    """Each role that there is not, and each attribute that none of the roles asks for."""
    roles = _roles(principal, policies)
    for name in principal.roles:
        if name not in policies.roles:
            yield name, f"There is no role '{name}'.", suggest(name, policies.roles)
    known = {name for role in roles for name in role.attributes}
    if len(roles) == len(set(principal.roles)):  # else the attribute may be that of the role that is misspelt
        for name in principal.attributes:
            if name not in known:
                hint = suggest(name, known) or "Leave it out, or declare it at the role."
                yield name, f"No role of '{principal.subject}' asks for the attribute '{name}'.", hint


def lacking(principal: Principal, policies: Policies) -> Iterator[Fault]:
    """Each attribute that a role asks for and that is missing, empty or of another type: the role gives nothing."""
    told: set[str] = set()
    for role in _roles(principal, policies):
        for name, kind in role.attributes.items():
            held = principal.attributes.get(name)
            if name in told or (held is not None and is_attribute(held, kind)):
                continue
            told.add(name)
            state = "is missing" if held is None else f"is not {kind}, or empty"
            message = f"The attribute '{name}' {state}, so that the role '{role.name}' gives nothing."
            yield name, message, f"Give it as {kind}."


def giving_nothing(principal: Principal, policies: Policies, day: date) -> dict[str, Fault]:
    """Each role held that gives nothing on the day, with why. Equal to what `Policies.entitle` leaves out."""
    found: dict[str, Fault] = {}
    for name in dict.fromkeys(principal.roles):
        fault = _why_nothing(name, principal, policies, day)
        if fault is not None:
            found[name] = fault
    for role in _roles(principal, policies):
        if role.restrictions and not role.is_bound(principal):
            message = (
                f"The role '{role.name}' takes rows away by an attribute that is lacking, so that no role gives any."
            )
            return {**dict.fromkeys(principal.roles, (role.name, message, None)), **found}
    return found


def _why_nothing(name: str, principal: Principal, policies: Policies, day: date) -> Fault | None:
    role = policies.roles.get(name)
    if role is None:
        return name, f"There is no role '{name}'.", suggest(name, policies.roles)
    if role.valid_to is not None and day > role.valid_to:
        return name, f"The role '{name}' ended with {role.valid_to} (gyldig_til), so that it gives nothing.", None
    return next(lacking(replace(principal, roles=(name,)), policies), None)


def _roles(principal: Principal, policies: Policies) -> tuple[Role, ...]:
    return tuple(policies.roles[name] for name in dict.fromkeys(principal.roles) if name in policies.roles)
