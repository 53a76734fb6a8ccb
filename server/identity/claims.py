"""Claims of an issuer's token → Principal. A claim that is missing, empty or of another type denies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from semantic.access.principal import Attribute, Principal
from semantic.errors import DeniedError, Problem
from server.identity.issuer_settings import OidcSettings, RoleClaimSettings
from server.identity.privileges import read_privileges
from server.state.attributes import checked

FOREIGN = "oidc:"
"""Begins the subject of everyone an issuer names, so that none can be taken for a user of ours."""


def principal_of(claims: Mapping[str, Any], settings: OidcSettings) -> Principal:
    """Who the claims say this is. Raises DeniedError (A312, A314)."""
    subject = checked(claims.get(settings.subject_claim), "string")
    if subject is None:
        raise _denied(settings.subject_claim)
    attributes = _attributes(claims, settings)
    if settings.privileges is not None:
        given = read_privileges(claims.get(settings.privileges.claim), settings.privileges)
        return Principal(f"{FOREIGN}{subject}", given.roles, {**attributes, **given.attributes})
    assert settings.roles is not None
    return Principal(f"{FOREIGN}{subject}", _roles(claims, settings.roles), attributes)


def _attributes(claims: Mapping[str, Any], settings: OidcSettings) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for name, wanted in settings.attributes.items():
        if wanted.claim not in claims and not wanted.required:
            continue
        value = checked(claims.get(wanted.claim), wanted.type)
        if value is None:
            raise _denied(wanted.claim)
        found[name] = value
    return found


def _roles(claims: Mapping[str, Any], settings: RoleClaimSettings) -> tuple[str, ...]:
    told = claims.get(settings.claim)
    values = checked([told] if isinstance(told, str) else told, "strings")
    if values is None:
        raise _denied(settings.claim)
    assert isinstance(values, tuple)
    return tuple(dict.fromkeys(settings.values[str(one)] for one in values if one in settings.values))


def _denied(claim: str) -> DeniedError:
    """The value stays untold: it may be a person's."""
    message = f"The token's claim '{claim}' is missing, empty or not of its type."
    return DeniedError(Problem("A312", message, "Those who run the issuer, or the settings here, can mend it."))
