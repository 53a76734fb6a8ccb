"""A PrivilegeList of the OIO Basic Privilege Profile (1.0 to 1.2) → roles and attributes, or a refusal.

A group binds its privileges to a CVR number and to constraints, each group by itself. A principal has one set of
attributes; groups that give different ones are refused, since mixing them would give each role the widest of all.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from semantic.access.principal import Attribute
from semantic.errors import DeniedError, Problem
from server.identity.issuer_settings import PrivilegeSettings
from server.state.attributes import checked

NAMESPACES = ("http://itst.dk/oiosaml/basic_privilege_profile", "http://digst.dk/oiosaml/basic_privilege_profile")
SCOPE = re.compile(r"urn:dk:gov:saml:cvrNumberIdentifier:([0-9]{8})", re.ASCII)
PARTS = {"Privilege": frozenset(), "Constraint": frozenset({"Name"})}
"""What a group holds, each with its attributes."""
MOST_BYTES, MOST_GROUPS = 65_536, 200
HINT = "Those who run the issuer, or the settings here, can mend it."


@dataclass(frozen=True)
class Privileges:
    """What the groups give, all alike in their attributes."""

    roles: tuple[str, ...]
    attributes: Mapping[str, Attribute]


def refused(message: str) -> DeniedError:
    return DeniedError(Problem("A312", message, HINT))


def read_privileges(claim: Any, settings: PrivilegeSettings) -> Privileges:
    """What the claim gives. Raises DeniedError: A312 it cannot be read or mapped, A314 its groups disagree.

    A group with none of our privileges is another system's and says nothing. One with a constraint that we do not know
    is refused: without it, its privileges would reach further than they were given.
    """
    roles: dict[str, None] = {}
    seen: list[Mapping[str, Attribute]] = []
    for group in _groups(claim):
        given = [settings.roles[uri] for uri in _texts(group, "Privilege") if uri in settings.roles]
        if not given:
            continue
        roles.update(dict.fromkeys(given))
        seen.append(_attributes(group, settings))
    if not seen:
        raise refused("The token's privileges give no role here.")
    if any(one != seen[0] for one in seen):
        message = "The token's groups of privileges are bound to different kommuner or constraints."
        raise DeniedError(Problem("A314", message, "Log in with privileges of one kommune and one constraint."))
    return Privileges(tuple(roles), seen[0])


def _groups(claim: Any) -> list[Element]:
    if not isinstance(claim, str) or not 0 < len(claim) <= MOST_BYTES:
        raise refused("The token's privileges are not there, or not a text.")
    try:
        root = fromstring(base64.b64decode("".join(claim.split()), validate=True), forbid_dtd=True)
    except (binascii.Error, ValueError, ParseError, DefusedXmlException, LookupError):
        raise refused("The token's privileges cannot be read.") from None
    groups = [child for child in root if _name(child) == "PrivilegeGroup"]
    if root.tag not in {f"{{{space}}}PrivilegeList" for space in NAMESPACES} or len(groups) != len(root):
        raise refused("The token's privileges are no PrivilegeList.")
    if len(groups) > MOST_GROUPS:
        raise refused("The token has too many groups of privileges.")
    return groups


def _name(element: Element) -> str:
    """The name without a namespace of ours; schemas of the profile write the inner names without one."""
    tag = str(element.tag)
    return next((tag[len(space) + 2 :] for space in NAMESPACES if tag.startswith(f"{{{space}}}")), tag)


def _texts(group: Element, name: str) -> list[str]:
    return [(child.text or "").strip() for child in group if _name(child) == name]


def _attributes(group: Element, settings: PrivilegeSettings) -> Mapping[str, Attribute]:
    unknown = [
        child for child in group if _name(child) not in PARTS or len(child) or set(child.attrib) - PARTS[_name(child)]
    ]
    if unknown or set(group.attrib) - {"Scope"}:  # a delegation, or what a later profile narrows a right with
        raise refused("A group of privileges holds what is not understood here.")
    scope = SCOPE.fullmatch(group.get("Scope", ""))
    if scope is None or scope[1] not in settings.kommuner:
        raise refused("A group of privileges is not bound to a kommune that is known here.")
    found: dict[str, Attribute] = {settings.kommune_attribute: settings.kommuner[scope[1]]}
    for child in group:
        if _name(child) != "Constraint":
            continue
        target = settings.constraints.get(child.get("Name", ""))
        if target is None or target.attribute in found or len(child):
            raise refused("A group of privileges has a constraint that is not known here, or one twice.")
        found[target.attribute] = _constraint((child.text or "").strip(), target.type)
    return found


def _constraint(text: str, type: str) -> Attribute:
    """One value, or the several that commas part."""
    value = checked([one.strip() for one in text.split(",")] if type == "strings" else text, type)
    if value is None or (type == "string" and "," in text):
        raise refused("A constraint is empty or not of its type.")
    return tuple(sorted(set(value))) if isinstance(value, tuple) else value  # type: ignore[type-var,return-value]
