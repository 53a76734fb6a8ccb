"""The policies in force: every role with its clauses, and what they give to one principal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from semantic.access.delegate import Delegation
from semantic.access.documents import AttributeType, RoleDocument, SourceFile
from semantic.access.grant import Entitlement, Grant, Restriction, open_grant
from semantic.access.principal import OPERATOR, Attribute, Principal

MADE_OF: Mapping[AttributeType, tuple[type, bool]] = MappingProxyType(
    {"string": (str, False), "integer": (int, False), "strings": (str, True), "integers": (int, True)}
)


@dataclass(frozen=True)
class Forbid:
    """Members taken from every grant, with all that is computed from them; `closed` cubes give no rows either."""

    name: str
    reason: str
    members: frozenset[str]
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Role:
    """A role with the clauses of the roles that it includes. Without a `document` it is built in, and never expires.

    `is_local` is the local command line's, which nothing that holds for everybody narrows.
    """

    name: str
    grants: tuple[Grant, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    forbids: tuple[Forbid, ...] = ()
    attributes: Mapping[str, AttributeType] = field(default_factory=dict, hash=False)
    valid_to: date | None = None
    document: RoleDocument | None = None
    is_local: bool = False

    def is_bound(self, principal: Principal) -> bool:
        """Whether the principal has every attribute that the role needs, as it must be."""
        held = principal.attributes
        return all(name in held and is_attribute(held[name], kind) for name, kind in self.attributes.items())

    def gives(self, principal: Principal, day: date) -> bool:
        """Whether the role is in force on the day, and bound."""
        return (self.valid_to is None or day <= self.valid_to) and self.is_bound(principal)


@dataclass(frozen=True)
class Policies:
    """Every role by its name, and what holds for everybody but the local operator. `version` is a content hash.

    `files` are what they were linked from, for who has to put them over another model.
    """

    roles: Mapping[str, Role]
    restrictions: tuple[Restriction, ...] = ()
    forbids: tuple[Forbid, ...] = ()
    version: str = ""
    files: tuple[SourceFile, ...] = field(default=(), repr=False, compare=False)

    def entitle(self, principal: Principal, day: date) -> Entitlement:
        """All that the principal holds on the day. A role that is unknown, expired or lacks an attribute gives none.

        INVARIANT: what a role takes away holds also where it gives nothing, so that nobody gains by losing; where an
        attribute is lacking to say what it takes away, nothing is given at all.
        """
        held = [self.roles[name] for name in dict.fromkeys(principal.roles) if name in self.roles]
        if any(role.restrictions and not role.is_bound(principal) for role in held):
            return Entitlement()
        general = () if any(role.is_local for role in held) else (self,)
        forbids = [forbid for one in (*general, *held) for forbid in one.forbids]
        return Entitlement(
            grants=tuple(one for role in held if role.gives(principal, day) for one in role.grants),
            restrictions=tuple(one for source in (*general, *held) for one in source.restrictions),
            forbidden=frozenset().union(*(forbid.members for forbid in forbids)),
            closed=frozenset().union(*(forbid.closed for forbid in forbids)),
            attributes=principal.attributes,
        )

    def administered_by(self, principal: Principal, day: date) -> tuple[Delegation, ...]:
        """What the roles that give something on the day let the principal administer, by the roles' order here."""
        held = (role for name, role in self.roles.items() if name in principal.roles and role.gives(principal, day))
        rules = (role.document.administers for role in held if role.document is not None)
        return tuple(Delegation(frozenset(one.roles), one.within) for one in rules if one is not None)

    def may_validate(self, principal: Principal, kommune: int, area: str, day: date) -> bool:
        """Whether a role that gives something on the day lets the principal mark the area; none by inclusion."""
        held = (role for name, role in self.roles.items() if name in principal.roles and role.gives(principal, day))
        rules = [role.document.validates for role in held if role.document is not None]
        return any(one and area in one.areas and principal.attributes.get(one.within) == kommune for one in rules)

    def may_review(self, principal: Principal, day: date) -> bool:
        """Whether a role that gives something on the day lets the principal see all policies; none by inclusion."""
        held = (role for name, role in self.roles.items() if name in principal.roles and role.gives(principal, day))
        return any(role.document is not None and role.document.reviews for role in held)

    def may_write_notes(self, principal: Principal, day: date) -> bool:
        """Whether a role that gives something on the day lets the principal write notes; none by inclusion."""
        held = (role for name, role in self.roles.items() if name in principal.roles and role.gives(principal, day))
        return any(role.document is not None and role.document.writes_notes for role in held)

    def beside(self, *roles: Role) -> Policies:
        """These policies and other roles, as the local operator's."""
        return replace(self, roles=MappingProxyType({**self.roles, **{role.name: role for role in roles}}))


def open_to_operator(name: str, reason: str) -> Policies:
    """The local command line reads all; its role cannot be had over a network."""
    roles = {one: Role(one, (open_grant(name, reason),), is_local=True) for one in OPERATOR.roles}
    return Policies(MappingProxyType(roles))


def is_attribute(value: Attribute, kind: AttributeType) -> bool:
    """Whether the value is of the kind, and something: blank text or an empty list is nothing, and `True` no number."""
    type_of, several = MADE_OF[kind]
    values = value if isinstance(value, tuple) else (value,)
    if isinstance(value, tuple) is not several or not values:
        return False
    return all(type(one) is type_of and (type_of is int or str(one).strip()) for one in values)
