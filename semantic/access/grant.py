"""What a policy gives and takes, as it is for everybody: an asker's attributes are put in by the decision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from semantic.access.principal import Attribute
from semantic.access.rows import RowPredicate, RowRule
from semantic.model.grain import Grain
from semantic.predicate import TRUE

Tier = Literal["none", "threshold"]
EVERY_ROW = "alle rækker"
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")  # of an attribute, in a scope
ALL_ROWS: RowPredicate = TRUE


@dataclass(frozen=True)
class Thresholds:
    """From how much on a figure about persons is shown; set by those who answer for data protection, not by law.

    A figure of fewer than `persons` is hidden, and a sum of which one person has more than `share` per cent. That all
    or none of a group have something is said of groups of `alike` persons or more.
    """

    persons: int = 5
    share: int = 80
    alike: int = 10

    def stricter(self, other: Thresholds) -> Thresholds:
        """What hides all that either of them hides."""
        return Thresholds(max(self.persons, other.persons), min(self.share, other.share), max(self.alike, other.alike))


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
    members: no question is covered. With `thresholds` figures of few persons are hidden. `uses` names the attributes
    that rows and scope are made with; `origin` is the content hash of the policy that it is from.
    """

    name: str
    reason: str
    members: frozenset[str] | None
    rows: Mapping[str, RowRule] = field(default_factory=dict, hash=False)
    default_rows: RowRule | None = None
    thresholds: Thresholds | None = None
    scope: str = ""
    grain: FinestGrain = FinestGrain()
    catalogue: bool = False
    uses: frozenset[str] = frozenset()
    origin: str = ""

    @property
    def tier(self) -> Tier:
        """How small cells are protected."""
        return "none" if self.thresholds is None else "threshold"

    def covers(self, touched: Set[str]) -> bool:
        """Whether every member is named, none of them in the catalogue only."""
        return not self.catalogue and self.holds(touched)

    def holds(self, touched: Set[str]) -> bool:
        """Whether every member is named."""
        return self._known is None or touched <= self._known

    def names(self, member: str) -> bool:
        """Whether the grant names the member, or with `cube.` any member of the cube."""
        return self._known is None or member in self._known

    def rule_of(self, cube: str) -> RowRule | None:
        """The rule of the cube's rows; None where none may be read."""
        return self.rows.get(cube, self.default_rows)

    @cached_property
    def _known(self) -> frozenset[str] | None:
        """The members, and `cube.` for each cube that they are of."""
        if self.members is None:
            return None
        return self.members | {f"{member.partition('.')[0]}." for member in self.members}

    @cached_property
    def cuts(self) -> bool:
        """Whether some cube's rows are cut: then its scope is not said of the cubes that are open beside it."""
        return any(rule != ALL_ROWS for rule in self.rows.values())

    @cached_property
    def is_open(self) -> bool:
        """Whether every row of every cube may be read."""
        return self.default_rows == TRUE and not self.rows


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
    origin: str = ""

    def rule_of(self, cube: str) -> RowRule:
        """The rule of the rows of the cube that are left over."""
        return self.rows.get(cube, ALL_ROWS)


def fingerprint_of(clause: Grant | Restriction) -> tuple[object, ...]:
    """The clause as its document says it; a built-in one by all that it gives."""
    written = clause.origin or (sorted(clause.rows.items(), key=str), isinstance(clause, Grant) and _given(clause))
    return written, clause.name


def _given(grant: Grant) -> tuple[object, ...]:
    members = None if grant.members is None else sorted(grant.members)
    return members, grant.default_rows, grant.scope, grant.catalogue, grant.grain, grant.thresholds


@dataclass(frozen=True)
class Entitlement:
    """All that a principal holds. `forbidden` members and `closed` cubes are taken from every grant.

    Clauses are the policies' own; `attributes` are what a decision puts into those that a question needs.
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


def told(scope: str, attributes: Mapping[str, Attribute]) -> str:
    """The scope with the attributes' values in place, as they are written."""

    def words(place: re.Match[str]) -> str:
        value = attributes[place[1]]
        return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)

    return PLACEHOLDER.sub(words, scope)
