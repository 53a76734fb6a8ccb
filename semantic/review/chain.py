"""Which role a clause is written at, and by which inclusions it comes to another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from semantic.access.documents import RoleDocument
from semantic.access.grant import Grant, Restriction
from semantic.access.link import included
from semantic.access.policies import Forbid, Policies, Role

Clause = Grant | Restriction | Forbid
EVERYBODY = "gælder alle"


@dataclass(frozen=True, eq=False)
class Chains:
    """A role has its own clauses first, and then the very clauses of each role that it includes."""

    policies: Policies

    @cached_property
    def _home(self) -> dict[int, str]:
        return {id(clause): role.name for role in self.policies.roles.values() for clause in own_clauses(role)}

    @cached_property
    def documents(self) -> dict[str, RoleDocument]:
        return {role.name: role.document for role in self.policies.roles.values() if role.document is not None}

    def home(self, clause: Clause) -> str | None:
        """The role that the clause is written at; None where it holds for everybody."""
        return self._home.get(id(clause))

    def path(self, role: str, clause: Clause) -> tuple[str, ...]:
        """The roles from the one held to the one that has the clause; empty where it does not come to it."""
        home = self.home(clause)
        return () if home is None else self.to(role, home)

    def to(self, role: str, home: str) -> tuple[str, ...]:
        """The shortest way of inclusions."""
        ways: list[tuple[str, ...]] = [(role,)]
        seen = {role}
        while ways:
            way = ways.pop(0)
            if way[-1] == home:
                return way
            written = self.documents.get(way[-1])
            for one in written.includes if written else ():
                if one not in seen:
                    seen.add(one)
                    ways.append((*way, one))
        return ()

    def ways(self, roles: tuple[str, ...], clause: Clause) -> str:
        """`centerchef → aabne_tal`, by each held role that the clause comes from."""
        found = dict.fromkeys(" → ".join(way) for role in roles if (way := self.path(role, clause)))
        return " og ".join(found) or EVERYBODY

    def told(self, roles: tuple[str, ...], clause: Clause) -> str:
        """`centerchef → aabne_tal → offentliggjorte_tal: reason`."""
        return f"{self.ways(roles, clause)} → {clause.name}: {clause.reason}"

    def includers(self, name: str) -> tuple[str, ...]:
        """The role and every one that includes it, directly or through others."""
        return (name, *(role for role in self.documents if name in included(role, self.documents)))


def own_clauses(role: Role) -> tuple[Clause, ...]:
    """Those that the role's own document has."""
    written = role.document
    if written is None:
        return all_clauses(role)
    return (
        *role.grants[: len(written.grants)],
        *role.restrictions[: len(written.restrictions)],
        *role.forbids[: len(written.forbids)],
    )


def all_clauses(role: Role) -> tuple[Clause, ...]:
    """Its own, and those of the roles that it includes."""
    return (*role.grants, *role.restrictions, *role.forbids)


def general_clauses(policies: Policies) -> tuple[Clause, ...]:
    """Those that hold for everybody."""
    return (*policies.restrictions, *policies.forbids)
