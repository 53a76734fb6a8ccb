"""One clause as written → a grant, restriction or forbid over the model."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from semantic.access.documents import (
    AttributeType,
    ForbidDocument,
    GrantDocument,
    NarrowingDocument,
    RestrictionDocument,
)
from semantic.access.grant import ALL_ROWS, PLACEHOLDER, FinestGrain, Grant, Restriction, Thresholds
from semantic.access.members import members_of, named_members, with_dependents
from semantic.access.placing import Ambiguous
from semantic.access.policies import Forbid
from semantic.access.rows import Led, RowRule, either
from semantic.access.rules import RuleFault, Rules
from semantic.errors import Place, Problem, suggest
from semantic.model.grain import GRAINS
from semantic.model.model import Model
from semantic.model.salvage import KeyPath
from semantic.predicate import FALSE


@dataclass(frozen=True)
class Faults:
    """Where faults of one file are noted."""

    at: Callable[..., Place]
    problems: list[Problem]

    def note(self, code: str, message: str, path: KeyPath, hint: str | None = None) -> None:
        self.problems.append(Problem(code, message, hint, at=self.at(*path)))


@dataclass(frozen=True)
class Clauses:
    """Links the clauses of one role; `universal` those that hold for everybody, which know no attributes."""

    model: Model
    faults: Faults
    attributes: Mapping[str, AttributeType] = field(default_factory=dict)
    origin: str = ""
    universal: bool = False

    def grants(self, documents: Sequence[GrantDocument], path: KeyPath) -> tuple[Grant, ...]:
        return tuple(self._grant(one, (*path, "grants", index)) for index, one in enumerate(documents))

    def restrictions(self, documents: Sequence[RestrictionDocument], path: KeyPath) -> tuple[Restriction, ...]:
        return tuple(self._restriction(one, (*path, "restrictions", index)) for index, one in enumerate(documents))

    def forbids(self, documents: Sequence[ForbidDocument], path: KeyPath) -> tuple[Forbid, ...]:
        return tuple(self._forbid(one, (*path, "forbids", index)) for index, one in enumerate(documents))

    def _grant(self, document: GrantDocument, path: KeyPath) -> Grant:
        members = self._members(document.members, document.excepted, path)
        rules = Rules(self.model, frozenset(document.via), self.attributes)
        rows = {} if document.catalogue else self._rows(document, rules, members, path)
        return Grant(
            name=document.name,
            reason=document.reason,
            members=members,
            rows=MappingProxyType(rows),
            thresholds=self._thresholds(document, members, rows, path),
            scope=document.scope,
            grain=FinestGrain(GRAINS[document.grain.time] if document.grain.time else None, document.grain.rows),
            catalogue=document.catalogue,
            uses=self._used(document, rules, path),
            origin=self.origin,
        )

    def _thresholds(
        self, document: GrantDocument, members: frozenset[str], rows: Mapping[str, RowRule], path: KeyPath
    ) -> Thresholds | None:
        """INVARIANT: what is protected is counted by persons, and nobody of them is named or shown alone."""
        if document.tier == "none":
            if document.thresholds is not None:
                self.faults.note("D699", "Thresholds go with the tier 'threshold'.", (*path, "thresholds"))
            return None
        if document.grain.rows:
            self.faults.note("D699", "Single rows cannot be protected.", (*path, "grain"), "Leave out 'rows'.")
        of_persons = rows.keys() - self.model.targets.keys() - set(document.open)
        for cube in (self.model.cubes[name] for name in rows if name in of_persons):
            if not cube.person_key and not cube.persons:
                message = f"'{cube.name}' does not say whose rows it has, so that no persons can be counted."
                self.faults.note("D699", message, path, "Give the cube a 'person_key', or name it under 'open'.")
        for name in sorted(members & self._names_of_persons()):
            message = f"'{name}' tells persons apart, and would list them one by one."
            self.faults.note("D699", message, (*path, "members"), "Name it under 'except'.")
        given = document.thresholds
        return Thresholds() if given is None else Thresholds(given.persons, given.share, given.alike)

    def _names_of_persons(self) -> frozenset[str]:
        """The dimensions that are a person's key, or the key of a row about one person, and what repeats them."""
        cubes = [cube for cube in self.model.cubes.values() if cube.person_key]
        keys = frozenset(
            one.id for cube in cubes for one in cube.dimensions.values()
            if one.primary_key or one.unique or one.sub_query or one.name == cube.person_key
        )  # fmt: skip
        dimensions = {one.id for cube in self.model.cubes.values() for one in cube.dimensions.values()}
        return with_dependents(self.model, keys) & dimensions

    def _rows(
        self, document: GrantDocument, rules: Rules, members: frozenset[str], path: KeyPath
    ) -> dict[str, RowRule]:
        """The rule of every cube that may be read: placed, followed or open."""
        rows: dict[str, RowRule] = {}
        named, before = {member.split(".")[0] for member in members}, len(self.faults.problems)
        if not self._is_sound(document, rules, path):
            return rows
        if document.rows:
            rows = self._placed(document, rules, self.model.cubes, named, path)
        for cube in self._cubes(document.open, (*path, "open")):
            self._check_open(document, cube, rows, path)
            rows[cube] = ALL_ROWS
        for cube in _leading_first(document.follow):
            leading = document.follow[cube]
            if cube in rows:
                self.faults.note("D686", f"'{cube}' is followed, but has rows of its own.", (*path, "follow", cube))
            found = self._followed(cube, leading, rows, (*path, "follow", cube))
            rows |= {cube: found} if found is not None else {}
        rows = self._with_targets(rows)
        told = len(self.faults.problems) > before  # then it may only follow from another fault
        for cube in () if told else sorted(named - set(rows)):
            message = f"No row of '{cube}' may be read, but its members may be asked."
            hint = "Give its rows, or name it under 'follow' or 'open'."
            self.faults.note("D685", message, (*path, "members"), hint)
        return rows

    def _with_targets(self, rows: Mapping[str, RowRule]) -> dict[str, RowRule]:
        """INVARIANT: targets are read by whom their measure's rows are: open or cut as these, or not at all."""
        unread = {target for target, cube in self.model.targets.items() if cube not in rows}
        opened = {target: ALL_ROWS for target, cube in self.model.targets.items() if rows.get(cube) == ALL_ROWS}
        return {cube: rule for cube, rule in rows.items() if cube not in unread} | opened

    def _placed(
        self, document: NarrowingDocument, rules: Rules, cubes: Iterable[str], named: Container[str], path: KeyPath
    ) -> dict[str, RowRule]:
        """The rows on each cube that reaches every dimension of them; none where the roles leave it open by which way.

        Of the cubes that are `named` they must not.
        """
        found: dict[str, RowRule] = {}
        for cube in cubes:
            try:
                rule = rules.on(cube, document.rows)
            except Ambiguous as several:
                ways = " or ".join(".".join((cube, *way)) for way in several.roles)
                if cube in named:
                    message = f"'{cube}' reaches what its rows are cut by in more than one role: {ways}."
                    self.faults.note("D684", message, path, "Name the join under 'via'.")
                continue
            found |= {cube: rule} if rule is not None else {}
        return found

    def _is_sound(self, document: NarrowingDocument, rules: Rules, path: KeyPath) -> bool:
        """Whether every test of rows says something; the first that does not is noted."""
        try:
            rules.check(document.rows)
        except RuleFault as fault:
            self.faults.note(fault.code, str(fault), (*path, "rows"), fault.hint)
            return False
        return True

    def _check_open(self, document: GrantDocument, cube: str, rows: Mapping[str, RowRule], path: KeyPath) -> None:
        """INVARIANT: a grant that cuts rows never opens a cube that it could cut, nor one of persons."""
        own = self.model.cubes[cube]
        restricted = {one.cube for one in Rules(self.model).dimensions(document.rows)}
        if document.rows and cube in rows and cube not in restricted:
            hint = "Leave it out of 'open'."
            self.faults.note("D686", f"'{cube}' can reach what its rows are cut by, and is open.", path, hint)
        elif document.rows and (own.person_key or own.persons):
            hint = "Name it under 'follow', or give all rows in a grant of its own."
            self.faults.note("D686", f"'{cube}' holds persons, and is open in a grant that cuts rows.", path, hint)

    def _followed(
        self, cube: str, leading: Sequence[str], rows: Mapping[str, RowRule], path: KeyPath
    ) -> RowRule | None:
        found: list[RowRule] = []
        for name in leading:
            joins = [one for one in self.model.cubes[name].joins.values() if one.target == cube] if (
                name in self.model.cubes) else []  # fmt: skip
            if len(joins) != 1 or name not in rows:
                message = f"'{cube}' cannot be followed from '{name}': one join must lead there from readable rows."
                self.faults.note("D687", message, path)
                continue
            found.append(Led(name, joins[0].name, rows[name]))
        return either(tuple(found)) if found else None

    def _restriction(self, document: RestrictionDocument, path: KeyPath) -> Restriction:
        rules = Rules(self.model, frozenset(document.via), self.attributes)
        named = self._cubes(document.cubes, (*path, "cubes")) or tuple(self.model.cubes)
        own = {target: cube for target, cube in self.model.targets.items() if cube in named}
        cubes = tuple(dict.fromkeys((*named, *own)))
        is_sound = self._is_sound(document, rules, path)
        rows = self._placed(document, rules, cubes, named, path) if is_sound else {}
        if not self.universal:  # what is left of a measure for its holder alone is not what its target is for
            rows |= {target: FALSE for target, cube in own.items() if cube in rows and target not in rows}
        for cube in document.cubes if is_sound else ():
            if cube not in rows and cube in self.model.cubes:
                self.faults.note("D685", f"'{cube}' does not reach what it is to be cut by.", (*path, "cubes"))
        used = self._used(document, rules, path)
        return Restriction(
            document.name, document.reason, MappingProxyType(rows), document.scope, self.universal, used,
            origin=self.origin,
        )  # fmt: skip

    def _forbid(self, document: ForbidDocument, path: KeyPath) -> Forbid:
        members = self._members(document.members, (), path)
        whole = frozenset(name[:-2] for name in document.members if name.endswith(".*"))
        return Forbid(document.name, document.reason, with_dependents(self.model, members), whole)

    def _members(self, names: Sequence[str], excepted: Sequence[str], path: KeyPath) -> frozenset[str]:
        kept, left_out = (self._each(given, (*path, key)) for given, key in ((names, "members"), (excepted, "except")))
        return kept - left_out

    def _each(self, names: Sequence[str], path: KeyPath) -> frozenset[str]:
        found: set[str] = set()
        for index, name in enumerate(names):
            members = named_members(self.model, name)
            if not members:
                known = (f"{cube.name}.{one}" for cube in self.model.cubes.values() for one in members_of(cube))
                message = f"There is no member '{name}' in the model's cubes."
                self.faults.note("D682", message, (*path, index), suggest(name, known))
            found |= members
        return frozenset(found)

    def _cubes(self, names: Sequence[str], path: KeyPath) -> tuple[str, ...]:
        for name in names:
            if name not in self.model.cubes:
                self.faults.note("D682", f"There is no cube '{name}'.", path, suggest(name, self.model.cubes))
        return tuple(name for name in names if name in self.model.cubes)

    def _used(self, document: NarrowingDocument, rules: Rules, path: KeyPath) -> frozenset[str]:
        """The attributes that rows and scope are made with; each must be declared, with its type."""
        used = frozenset((*rules.attributes_of(document.rows), *PLACEHOLDER.findall(document.scope)))
        for name in sorted(used - set(self.attributes)):
            hint = "What holds for everybody knows no attributes." if self.universal else "Declare it at the role."
            self.faults.note("D683", f"The attribute '{name}' is not declared.", path, hint)
        return used


def _leading_first(follow: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The cubes that are followed, each after those that lead to it, in whatever order they are written."""
    left = dict(follow)
    while left:
        ready = [cube for cube, leading in left.items() if not any(one in left for one in leading)]
        for cube in ready or list(left):
            del left[cube]
            yield cube
