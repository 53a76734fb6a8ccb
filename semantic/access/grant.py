"""What a policy gives: one clause bound to one principal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from semantic.model.model import Dimension
from semantic.predicate import TRUE, Compare, In, Predicate, Test, tests

RowPredicate = Predicate[Test[Dimension]]
Tier = Literal["none"]


@dataclass(frozen=True)
class Grant:
    """Members that may be asked together, and for each cube the rows that may be read.

    `members` None covers every member. `rows` names the cubes with a narrower predicate; `default_rows` holds for
    the others, and None there means that a cube not named is unreadable.
    """

    name: str
    reason: str
    members: frozenset[str] | None
    rows: Mapping[str, RowPredicate] = field(default_factory=dict, hash=False)
    default_rows: RowPredicate | None = None
    tier: Tier = "none"
    scope: str = ""

    def __post_init__(self) -> None:
        """INVARIANT: rows are told by the cube's own dimensions, and by values that are there."""
        for cube, predicate in self.rows.items():
            for test in tests(predicate):
                if test.leaf.cube != cube:
                    raise ValueError(f"the rows of '{cube}' are told by '{test.leaf.id}'")
                if (isinstance(test, Compare) and test.value is None) or (isinstance(test, In) and not test.values):
                    raise ValueError(f"'{test.leaf.id}' is tested against nothing")

    def covers(self, touched: Iterable[str]) -> bool:
        return all(self.names(member) for member in touched)

    def names(self, member: str) -> bool:
        """Whether the grant names the member, or with `cube.` any member of the cube."""
        if self.members is None or member in self.members:
            return True
        return member.endswith(".") and any(one.startswith(member) for one in self.members)

    def rows_of(self, cube: str) -> RowPredicate | None:
        return self.rows.get(cube, self.default_rows)

    @property
    def is_open(self) -> bool:
        """Whether every row of every cube may be read."""
        return self.default_rows == TRUE and not self.rows


def open_grant(name: str, reason: str) -> Grant:
    """Every member and every row: an explicit TRUE, never an absence of rules."""
    return Grant(name, reason, members=None, default_rows=TRUE, scope="alle rækker")  # type: ignore[arg-type]


@dataclass(frozen=True)
class Entitlement:
    """All of a principal's grants."""

    grants: tuple[Grant, ...] = ()

    def sees(self, member: str) -> bool:
        """Whether some grant names the member, or with `cube.` any member of the cube."""
        return any(grant.names(member) for grant in self.grants)


Grants = Mapping[str, tuple[Grant, ...]]


def entitle(roles: tuple[str, ...], grants: Grants) -> Entitlement:
    """The grants of the roles. A role without grants gives none: default deny."""
    return Entitlement(tuple(grant for role in roles for grant in grants.get(role, ())))
