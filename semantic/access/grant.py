"""What a policy gives and takes: clauses bound to one principal."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal, TypeVar

from semantic.access.principal import Attribute
from semantic.access.rows import RowPredicate, RowRule, bind_rows
from semantic.model.grain import Grain
from semantic.predicate import TRUE

Tier = Literal["none"]
EVERY_ROW = "alle rækker"
ALL_ROWS: RowPredicate = TRUE  # type: ignore[assignment]


@dataclass(frozen=True)
class FinestGrain:
    """How finely may be asked: a time by whole periods of `time`, and no single `rows` unless it says so."""

    time: Grain | None = None
    rows: bool = False


@dataclass(frozen=True)
class Grant:
    """Members that may be asked together, and for each cube the rows that may be read.

    `members` None covers every member. `rows` names the cubes with a predicate of their own; `default_rows` holds for
    the others, and None there means that a cube not named is unreadable. `catalogue` only lets its holder know of the
    members: no question is covered. `uses` names the attributes that rows and scope are made with, `attributes` are the
    asker's own; `origin` is the content hash of the policy that it is from.
    """

    name: str
    reason: str
    members: frozenset[str] | None
    rows: Mapping[str, RowRule] = field(default_factory=dict, hash=False)
    default_rows: RowRule | None = None
    tier: Tier = "none"
    scope: str = ""
    grain: FinestGrain = FinestGrain()
    catalogue: bool = False
    uses: frozenset[str] = frozenset()
    attributes: Mapping[str, Attribute] = field(default_factory=dict, hash=False)
    origin: str = ""

    def covers(self, touched: Set[str]) -> bool:
        """Whether every member is named, none of them in the catalogue only."""
        return not self.catalogue and self.holds(touched)

    def holds(self, touched: Set[str]) -> bool:
        """Whether every member is named."""
        return self.members is None or touched <= _with_cubes(self.members)

    def names(self, member: str) -> bool:
        """Whether the grant names the member, or with `cube.` any member of the cube."""
        return self.members is None or member in _with_cubes(self.members)

    def rows_of(self, cube: str) -> RowPredicate | None:
        rule = self.rows.get(cube, self.default_rows)
        return None if rule is None else bind_rows(rule, self.attributes)

    def reads(self, cube: str) -> bool:
        """Whether some rows of the cube may be read."""
        return self.rows.get(cube, self.default_rows) is not None

    @property
    def cuts(self) -> bool:
        """Whether some cube's rows are cut: then its scope is not said of the cubes that are open beside it."""
        return any(rule != ALL_ROWS for rule in self.rows.values())

    @property
    def is_open(self) -> bool:
        """Whether every row of every cube may be read."""
        return self.default_rows == TRUE and not self.rows


@lru_cache(maxsize=1_000)
def _with_cubes(members: frozenset[str]) -> frozenset[str]:
    """The members, and `cube.` for each cube that they are of."""
    return members | {f"{member.partition('.')[0]}." for member in members}


def open_grant(name: str, reason: str) -> Grant:
    """Every member and every row: an explicit TRUE, never an absence of rules."""
    return Grant(name, reason, None, default_rows=ALL_ROWS, scope=EVERY_ROW, grain=FinestGrain(rows=True))


@dataclass(frozen=True)
class Restriction:
    """Rows that are left over of the cubes named, whatever is granted. `universal` ones hold for everybody alike."""

    name: str
    reason: str
    rows: Mapping[str, RowRule] = field(hash=False)
    scope: str = ""
    universal: bool = False
    uses: frozenset[str] = frozenset()
    attributes: Mapping[str, Attribute] = field(default_factory=dict, hash=False)
    origin: str = ""

    def rows_of(self, cube: str) -> RowPredicate:
        rule = self.rows.get(cube)
        return ALL_ROWS if rule is None else bind_rows(rule, self.attributes)


def fingerprint_of(clause: Grant | Restriction) -> tuple[object, ...]:
    """The clause as its document says it, with the attributes that are bound; a built-in one by all that it gives."""
    written = clause.origin or (sorted(clause.rows.items(), key=str), isinstance(clause, Grant) and _given(clause))
    return written, clause.name, sorted(clause.attributes.items())


def _given(grant: Grant) -> tuple[object, ...]:
    members = None if grant.members is None else sorted(grant.members)
    return members, grant.default_rows, grant.scope, grant.catalogue, grant.grain


C = TypeVar("C", Grant, Restriction)


@dataclass(frozen=True)
class Entitlement:
    """All that a principal holds. `forbidden` members and `closed` cubes are taken from every grant.

    Clauses are the policies' own; `attributes` are what `bound` puts into those that a question needs.
    """

    grants: tuple[Grant, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    forbidden: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    attributes: Mapping[str, Attribute] = field(default_factory=dict, hash=False)

    def sees(self, member: str) -> bool:
        """Whether some grant names the member, or with `cube.` any member of the cube."""
        if member.endswith("."):
            return member[:-1] not in self.closed and any(grant.names(member) for grant in self.grants)
        return member not in self.forbidden and any(grant.names(member) for grant in self.grants)

    @cached_property
    def sight(self) -> tuple[frozenset[frozenset[str] | None], frozenset[str], frozenset[str]]:
        """What decides on the visible model: equal for all who see the same, whoever they are."""
        return frozenset(grant.members for grant in self.grants), self.forbidden, self.closed


def bound(clause: C, held: Mapping[str, Attribute]) -> C:
    """The clause for somebody, with those of the attributes that it uses and no others."""
    if not clause.uses:
        return clause
    attributes = {name: held[name] for name in clause.uses}
    return replace(clause, attributes=attributes, scope=_told(clause.scope, attributes))


def _told(scope: str, attributes: Mapping[str, Attribute]) -> str:
    for name, value in attributes.items():
        words = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        scope = scope.replace(f"{{{name}}}", words)
    return scope
