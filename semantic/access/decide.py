"""The one policy decision: may this part of a question be answered, over which rows, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, reduce
from typing import cast

from semantic.access.grant import (
    ALL_ROWS,
    EVERY_ROW,
    Entitlement,
    Grant,
    Restriction,
    Thresholds,
    fingerprint_of,
    open_grant,
    told,
)
from semantic.access.principal import Attribute
from semantic.access.rows import Held, Led, RowPredicate, RowRule, RowTest, bind_rows, both, either, row_atoms
from semantic.errors import DeniedError, Problem
from semantic.model.grain import Grain, period_of
from semantic.model.model import Cube
from semantic.predicate import FALSE, Or, is_true, map_atoms

ZONE = "Europe/Copenhagen"  # where days begin that a policy counts by


@dataclass(frozen=True)
class Touched:
    """What one part of a question touches, and how finely.

    `members` are those in select, filter, having or order. `times` are the grains that times are asked by, None
    for the moments themselves, and `bounds` the moments that they are filtered from and up to; `rows` says that single
    rows are asked for. `cubes` are those that are read for it, which its scope is told of; `reads` those that its
    measures are computed from, hidden ones too.
    """

    members: frozenset[str]
    times: frozenset[Grain | None] = frozenset()
    bounds: frozenset[datetime] = frozenset()
    rows: bool = False
    cubes: frozenset[str] = frozenset()
    reads: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Decision:
    """What was decided for one part of a question: the covering grants and what follows from them.

    `attributes` are those of the asker that these clauses use, and no others. `scope` says in words whose rows these
    are, and travels to every interface. The `needless` cover too and give nothing, since the `grants` are enough.
    """

    grants: tuple[Grant, ...]
    restrictions: tuple[Restriction, ...]
    forbidden: frozenset[str]
    closed: frozenset[str]
    scope: str
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    needless: tuple[Grant, ...] = ()

    def rows_of(self, cube: str) -> RowPredicate:
        """The rows of the cube that may be read: those of any covering grant, and of every restriction.

        Open access is an explicit TRUE. Raises DeniedError (A302) when no covering grant reads the cube.
        """
        return both((self.granted(cube), *self._left(cube)))

    def granted(self, cube: str) -> RowPredicate:
        """The rows of any covering grant, before restrictions of the cube. Raises DeniedError (A302)."""
        found = self._any_of(cube, self._rules(cube))
        if found is None:
            raise DeniedError(Problem("A302", "The question needs rows that no grant gives."))
        return found

    def _any_of(self, cube: str, rules: Set[RowRule | None]) -> RowPredicate | None:
        """The rows of any of the rules, None where there are none."""
        if cube in self.closed:
            return None
        if ALL_ROWS in rules:
            return ALL_ROWS
        readable = tuple(self._bound(rule) for rule in rules if rule is not None and not self._leads_nowhere(rule))
        return self._led(either(readable)) if readable else None

    def _rules(self, cube: str) -> Set[RowRule | None]:
        """The rules of the covering grants, each once and in their order; None where one gives nothing."""
        return dict.fromkeys(grant.rule_of(cube) for grant in self.grants).keys()

    @cached_property
    def thresholds(self) -> Thresholds | None:
        """The strictest that a covering grant has; None where no small cells are protected."""
        found = [grant.thresholds for grant in self.grants if grant.thresholds is not None]
        return reduce(Thresholds.stricter, found) if found else None

    def unprotected(self, cube: str) -> RowPredicate:
        """The rows of the cube that a covering grant gives without thresholds: of these, small cells are shown."""
        rules = dict.fromkeys(one.rule_of(cube) for one in self.grants if one.thresholds is None).keys()
        found = self._any_of(cube, rules)
        return FALSE if found is None else found

    def _left(self, cube: str) -> tuple[RowPredicate, ...]:
        """What the restrictions leave of the cube."""
        return tuple(self._bound(restriction.rule_of(cube)) for restriction in self.restrictions)

    def _bound(self, rule: RowRule) -> RowPredicate:
        return bind_rows(rule, self.attributes)

    def _led(self, rows: RowPredicate) -> RowPredicate:
        """INVARIANT: only a row that is left to be read leads on to others."""

        def led(atom: RowTest) -> RowPredicate:
            if not isinstance(atom, Led):
                return atom
            if atom.cube in self.closed:
                return FALSE
            leading = self._led(cast("RowPredicate", atom.rows))
            return Led(atom.cube, atom.join, both((leading, *self._left(atom.cube))))

        if not self.closed and not self.restrictions:
            return rows
        return cast("RowPredicate", map_atoms(rows, cast("Callable[[object], object]", led)))

    def _leads_nowhere(self, rule: RowRule) -> bool:
        """Whether the rows are only led to, and by closed cubes alone."""

        def is_closed(one: RowTest | Held) -> bool:
            return isinstance(one, Led) and (one.cube in self.closed or self._leads_nowhere(one.rows))

        found = tuple(row_atoms(rule)) if self.closed else ()
        return bool(found) and all(is_closed(one) for one in found)

    def mixes(self, near: str, join: str, target: str) -> bool:
        """Whether rows of `target` beside those of `near`, joined by `join`, could be this grant's beside another's.

        They are not where each grant gives the same of the target, or what its rows of `near` lead to.
        """
        if len(self.grants) == 1:
            return False
        rules = (None if rule is None or self._leads_nowhere(rule) else rule for rule in self._rules(target))
        found = {None if rule is None else self._bound(rule) for rule in rules}
        return len(found) > 1 and not all(self._follows(grant, near, join, target) for grant in self.grants)

    def leads(self, near: str, join: str, target: str) -> bool:
        """Whether every row of `near` that may be read leads, by the join, to a row of `target` that may be."""
        return not any(one.rule_of(target) != ALL_ROWS for one in self.restrictions) and all(
            self._follows(grant, near, join, target) for grant in self.grants
        )

    def _follows(self, grant: Grant, near: str, join: str, target: str) -> bool:
        """Whether the grant gives every row of the target, or those that its rows of `near` lead to."""
        rule, leading = grant.rule_of(target), grant.rule_of(near)
        if rule is None or leading is None:
            return False
        rows = self._bound(rule)
        led = Led(near, join, self._bound(leading))
        return rows == ALL_ROWS or led in set(rows.parts if isinstance(rows, Or) else (rows,))

    def narrows(self, cube: str) -> RowPredicate:
        """What of the cube's rows is left out for this asker and not for everybody. Raises DeniedError (A302)."""
        own = (self._bound(one.rule_of(cube)) for one in self.restrictions if not one.universal)
        return both((self.granted(cube), *own))

    def reads_whole(self, cube: str) -> bool:
        """Whether each covering grant gives all rows of the cube, but for those that are left out for everybody.

        Raises DeniedError (A302).
        """
        return is_true(self.narrows(cube)) and all(grant.rule_of(cube) == ALL_ROWS for grant in self.grants)

    def knows(self, member: str) -> bool:
        """Whether a covering grant names the member, or with `cube.` any of the cube: the asker may know of it."""
        return member not in self.forbidden and any(grant.names(member) for grant in self.grants)

    def allows(self, member: str) -> bool:
        """Whether every covering grant names the member: what one of them names says nothing of another's rows."""
        return member not in self.forbidden and all(grant.names(member) for grant in self.grants)

    def opens(self, cubes: Iterable[Cube]) -> bool:
        """Whether one grant names every member of the cubes and gives all their rows: nothing of them is hidden."""
        read = tuple(cubes)
        names = {f"{cube.name}.{name}" for cube in read for name in (*cube.dimensions, *cube.measures)}
        named = any(grant.covers(names) and _gives_all(grant, (cube.name for cube in read))
                    for grant in (*self.grants, *self.needless))  # fmt: skip
        return named and all(self.rows_of(cube.name) == ALL_ROWS for cube in read)

    @property
    def clauses(self) -> tuple[Grant | Restriction, ...]:
        return (*self.grants, *self.restrictions)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why: the name of each clause, and its reason."""
        return tuple(f"{one.name}: {one.reason}" for one in self.clauses)

    @cached_property
    def fingerprint(self) -> str:
        """The same for the same policies and attributes, whatever the roles are called."""
        written = [fingerprint_of(one) for one in self.clauses]
        parts = (written, sorted(self.attributes.items()), sorted(self.closed))
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]


_EVERYTHING = open_grant("own", "What is read before anyone can ask, and a policy's own look-ups, see all rows.")
UNNARROWED = Decision((_EVERYTHING,), (), frozenset(), frozenset(), "")


def decide(entitlement: Entitlement, part: Touched) -> Decision:
    """The decision for one part of a question.

    A grant covers the part when it names every touched member; members of different grants never mix. One that gives
    all rows of every cube that the members are of is enough, where it has no thresholds: the answer is then as if
    nothing else were held. One that could not answer alone, since it does not read what the members are computed from,
    gives no rows beside another's. None is a refusal with a code, never an answer of zero rows. Raises DeniedError:
    A301, or A305 where the members may be known of and not asked for.
    """
    covering = tuple(grant for grant in entitlement.grants if _covers(grant, part))
    if not covering or _is_forbidden(entitlement, part):
        raise DeniedError(_denial(entitlement, part))
    grants = _enough(covering, part)
    attributes = _used(entitlement, grants)
    return Decision(
        grants=grants,
        restrictions=entitlement.restrictions,
        forbidden=entitlement.forbidden,
        closed=entitlement.closed,
        scope=_scope(grants, entitlement.restrictions, part, attributes),
        attributes=attributes,
        needless=tuple(grant for grant in covering if grant not in grants),
    )


def _enough(covering: tuple[Grant, ...], part: Touched) -> tuple[Grant, ...]:
    """The covering grants that make a difference to rows or thresholds.

    INVARIANT: no row, member or unprotected figure is another's by this: what is left could be all that is held, and
    what is left out would add no row of a fact.
    """
    able, read = _alone(covering, part.reads), part.reads | _told_of(part)
    whole = tuple(one for one in able if one.thresholds is None and _gives_all(one, read))
    if whole:
        return tuple(one for one in whole if all(one is other or _outdoes(one, other) for other in whole)) or whole
    opening = tuple(grant for grant in covering if grant.is_open)
    return (*opening, *(one for one in able if one.thresholds is None)) if opening else able


def _outdoes(one: Grant, other: Grant) -> bool:
    """Whether the one gives all rows of every cube of which the other gives any."""
    return (one.is_open or other.default_rows is None) and _gives_all(one, other.rows)


def _covers(grant: Grant, part: Touched) -> bool:
    single = part.rows and not grant.grain.rows
    return not single and grant.covers(part.members) and _is_coarse(part, grant.grain.time)


def _alone(covering: tuple[Grant, ...], reads: frozenset[str]) -> tuple[Grant, ...]:
    """Those that read every cube. INVARIANT: an answer is never one grant's rows of a cube over another's of the next.

    Without any, nothing is read, and the plan's first scan is refused (A302).
    """
    return tuple(grant for grant in covering if all(grant.rule_of(cube) is not None for cube in reads))


def _gives_all(grant: Grant, cubes: Iterable[str]) -> bool:
    return all(grant.rule_of(cube) == ALL_ROWS for cube in cubes)


def _told_of(part: Touched) -> frozenset[str]:
    """The cubes that the part's scope is told of: those that are read for it, or else those of its members."""
    return part.cubes or frozenset(member.partition(".")[0] for member in part.members)


def _is_coarse(part: Touched, finest: Grain | None) -> bool:
    """Whether times are asked by whole periods of the finest grain, from the start of one up to that of another."""
    if finest is None:
        return True
    whole = all(one is not None and one.is_whole(finest) for one in part.times)
    return whole and all(period_of(bound, finest) == bound for bound in part.bounds)


def _is_forbidden(entitlement: Entitlement, part: Touched) -> bool:
    return bool(part.members & entitlement.forbidden) or any(f"{cube}." in part.members for cube in entitlement.closed)


def _denial(entitlement: Entitlement, part: Touched) -> Problem:
    known = [one for one in entitlement.grants if one.catalogue and one.holds(part.members)]
    if known and not _is_forbidden(entitlement, part):
        return Problem("A305", f"The figures are not open to you: {known[0].reason}")
    return Problem("A301", "No grant covers this question.", _hint(entitlement, part))


def _hint(entitlement: Entitlement, part: Touched) -> str:
    """By which grain it would be covered, where only times are asked too finely; else what may be too much."""
    if not _is_forbidden(entitlement, part):
        coarse = replace(part, times=frozenset(), bounds=frozenset())
        grains = (one.grain.time for one in entitlement.grants if _covers(one, coarse))
        if names := dict.fromkeys(f"the {grain.name}" for grain in grains if grain is not None):
            return f"Ask for times by {' or '.join(names)}, also where they are filtered, in the zone {ZONE}."
    hint = "Ask for fewer members together"
    return f"{hint}, or for groups." if part.rows else f"{hint}."


def _used(entitlement: Entitlement, grants: tuple[Grant, ...]) -> dict[str, Attribute]:
    """The attributes that the grants and what narrows them are made with."""
    clauses: tuple[Grant | Restriction, ...] = (*grants, *entitlement.restrictions)
    return {name: entitlement.attributes[name] for one in clauses for name in one.uses}


def _scope(
    grants: tuple[Grant, ...], restrictions: tuple[Restriction, ...], part: Touched, held: Mapping[str, Attribute]
) -> str:
    """Whose rows these are, in Danish; where one grant gives all rows of what is asked, its own words alone."""
    cubes = _told_of(part)
    whole = [one for one in grants if _gives_all(one, cubes)]
    scopes = dict.fromkeys(EVERY_ROW if whole and one.cuts else one.scope for one in whole or grants)
    whose = " eller ".join(dict.fromkeys(told(scope, held) for scope in scopes if scope))
    left = (told(one.scope, held) for one in restrictions if one.scope and not cubes.isdisjoint(one.rows))
    return ", ".join(dict.fromkeys((whose, *left))).strip(", ")
