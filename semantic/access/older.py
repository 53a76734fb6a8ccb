"""Policies of today over a model of an earlier day: what does not fit closes a role, and opens nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from semantic.access.documents import (
    ForbidDocument,
    GrantDocument,
    PolicyFile,
    RestrictionDocument,
    RoleDocument,
    SourceFile,
)
from semantic.access.link import included, link_policies
from semantic.access.members import members_of, named_members
from semantic.access.policies import Policies
from semantic.errors import DefinitionError
from semantic.model.model import Model


@dataclass(frozen=True)
class Fitted:
    """The policies over the older model; who holds one of the `closed` roles is given nothing at all by them."""

    policies: Policies
    closed: frozenset[str]


def fit_policies(files: Sequence[SourceFile], older: Model, today: Model) -> Fitted:
    """Today's policies as far as they can be applied to the older model.

    Dropped is what a grant lists and the older model lacks, and what a forbid or a limit says of members that have come
    since. Whatever else does not link closes its role: a rule that cannot be put must not be left out.
    """
    fitting = _Fitting(older, today)
    fitted = [replace(one, document=fitting.file(one.document)) for one in files]
    roles = {role.name: role for one in fitted for role in one.document.roles}
    faulty = {role.name for one in fitted for role in one.document.roles if not _links(one, role, older)}
    closed = frozenset(name for name in roles if faulty & {name, *included(name, roles)})
    try:
        return Fitted(link_policies([_without(one, closed) for one in fitted], older), closed)
    except DefinitionError:
        return Fitted(Policies({}), frozenset(roles))


def _links(file: SourceFile, role: RoleDocument, older: Model) -> bool:
    alone = PolicyFile(roles=[role.model_copy(update={"includes": [], "administers": None})])
    try:
        link_policies([replace(file, document=alone)], older)
    except DefinitionError:
        return False
    return True


def _without(file: SourceFile, closed: frozenset[str]) -> SourceFile:
    roles = [one.model_copy(update={"administers": None}) for one in file.document.roles if one.name not in closed]
    return replace(file, document=file.document.model_copy(update={"roles": roles}))


@dataclass(frozen=True)
class _Fitting:
    older: Model
    today: Model

    def file(self, file: PolicyFile) -> PolicyFile:
        return file.model_copy(update={
            "roles": [self._role(one) for one in file.roles],
            "restrictions": self._restrictions(file.restrictions), "forbids": self._forbids(file.forbids),
        })  # fmt: skip

    def _role(self, role: RoleDocument) -> RoleDocument:
        grants = [self._grant(one) for one in role.grants]
        return role.model_copy(update={
            "grants": [one for one in grants if one.members],
            "restrictions": self._restrictions(role.restrictions), "forbids": self._forbids(role.forbids),
        })  # fmt: skip

    def _grant(self, grant: GrantDocument) -> GrantDocument:
        follow = {
            cube: [one for one in leading if one in self.older.cubes]
            for cube, leading in grant.follow.items()
            if cube in self.older.cubes
        }
        return grant.model_copy(update={
            "members": [one for one in grant.members if self._is_there(one)],
            "excepted": self._told(grant.excepted),
            "open": [one for one in grant.open if one in self.older.cubes],
            "follow": {cube: leading for cube, leading in follow.items() if leading},
        })  # fmt: skip

    def _restrictions(self, restrictions: Sequence[RestrictionDocument]) -> list[RestrictionDocument]:
        """One that names cubes is left out where all of them have come since; one that names none is of all."""
        found = [one.model_copy(update={"cubes": self._told(one.cubes)}) for one in restrictions]
        return [one for one, was in zip(found, restrictions, strict=True) if one.cubes or not was.cubes]

    def _forbids(self, forbids: Sequence[ForbidDocument]) -> list[ForbidDocument]:
        found = [one.model_copy(update={"members": self._told(one.members)}) for one in forbids]
        return [one for one in found if one.members]

    def _told(self, names: Sequence[str]) -> list[str]:
        """The names without those of members that have come since; others that are not there are left to be a fault."""
        return [one for one in names if self._is_there(one) or not self._has_come(one)]

    def _is_there(self, name: str) -> bool:
        return name in self.older.cubes or bool(named_members(self.older, name))

    def _has_come(self, name: str) -> bool:
        """Whether it is of today, and no other name of then: nothing beside it has gone, which it might be."""
        if name not in self.today.cubes and not named_members(self.today, name):
            return False
        cube = name.partition(".")[0]
        if cube in self.older.cubes and cube in self.today.cubes:
            return set(members_of(self.older.cubes[cube])) <= set(members_of(self.today.cubes[cube]))
        return self.older.cubes.keys() <= self.today.cubes.keys()
