"""What somebody is said to hold, against the roles that there are."""

from __future__ import annotations

from collections.abc import Iterator

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


def _roles(principal: Principal, policies: Policies) -> tuple[Role, ...]:
    return tuple(policies.roles[name] for name in dict.fromkeys(principal.roles) if name in policies.roles)
