"""Two states of policies and model, with who holds what, compared by what they mean. Wording and order mean nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from semantic.access.documents import RoleDocument
from semantic.access.grant import Grant, Restriction
from semantic.access.policies import Policies, Role
from semantic.access.rows import Led, RowRule, row_atoms
from semantic.review.asked import Person, Reviewed
from semantic.review.chain import Chains, Clause, general_clauses, own_clauses
from semantic.review.change import EVERYBODY, Change, affected, everybody, members_told, merged
from semantic.review.clauses import KINDS, Models, pairs, said_of, texts
from semantic.review.definitions import redefined
from semantic.review.effects import Effects
from semantic.review.same import Direction, plain
from semantic.review.sight import every_name
from semantic.review.words import listed

WORDS_ONLY = ("title", "formaal", "hjemmel", "ejer", "godkendt_af")
OF_POLICIES = ("roles", "restrictions", "forbids", "version", "files")
OF_CLAUSES = ("grants", "restrictions", "forbids", "name")
Said = tuple[str, Direction]


@dataclass(frozen=True)
class Difference:
    """What changes for whom; `notes` are words that changed and give or take nothing."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]


def difference(old: Reviewed, new: Reviewed) -> Difference:
    """Everything that is granted, taken or asked otherwise: effects first, then what was written, then the people."""
    sides = Sides(old, new)
    told = (*Effects(old, new).changes(), *sides.written(), *sides.of_everybody(), *sides.of_model(), *sides.held())
    return Difference(tuple(merged(told)), tuple(sides.notes()))


@dataclass(frozen=True, eq=False)
class Sides:
    old: Reviewed
    new: Reviewed

    @cached_property
    def models(self) -> Models:
        return Models(self.old.model, self.new.model)

    def written(self) -> Iterator[Change]:
        """What is written at each role otherwise, and what roles are new or gone."""
        before, after = _written(self.old.policies), _written(self.new.policies)
        for name in dict.fromkeys((*before, *after)):
            people = affected((name,), self.old, self.new)
            if name not in before or name not in after:
                yield self._role(name, name in after, people)
                for text, way in self._all_of_role(name, name in after):
                    yield Change((name,), text, way, people)
                continue
            for text, way in self._of_role(name):
                yield Change((name,), text, way, people)

    def _role(self, name: str, is_new: bool, people: tuple[str, ...]) -> Change:
        side = self.new if is_new else self.old
        asker = side.holder_of(side.policies.roles[name])
        seen = [f"{view}.{one}" for view, one in every_name(side.model) if asker.member(view, one).access == "sees"]
        gives = f", der giver {members_told(side.model, seen)}" if seen else ", der ikke giver tal"
        verb: Said = ("er en ny rolle", "mere") if is_new else ("findes ikke længere", "mindre")
        return Change((name,), verb[0] + (gives if is_new else ""), verb[1], people, tuple(seen))

    def _all_of_role(self, name: str, is_new: bool) -> Iterator[Said]:
        """Everything that a new role has, or that one had which is gone."""
        role = (self.new if is_new else self.old).policies.roles[name]
        sides = ((), own_clauses(role)) if is_new else (own_clauses(role), ())
        yield from self._of_clauses(*sides)
        assert role.document is not None
        none: dict[str, object] = {"includes": [], "attributes": {}, "reviews": False}
        none |= {"administers": None, "validates": None, "writes_notes": False}
        empty = role.document.model_copy(update=none)
        documents = (empty, role.document) if is_new else (role.document, empty)
        yield from _includes(*documents)
        yield from _administers(*documents)
        yield from _validates(*documents)
        yield from _others(*documents)

    def _of_role(self, name: str) -> Iterator[Said]:
        roles = self.old.policies.roles[name], self.new.policies.roles[name]
        yield from self._of_clauses(own_clauses(roles[0]), own_clauses(roles[1]))
        documents = roles[0].document, roles[1].document
        assert documents[0] is not None
        assert documents[1] is not None
        yield from _includes(documents[0], documents[1])
        yield from _attributes(documents[0], documents[1], self._lacking(name))
        yield from _validity(roles[0], roles[1], self.new)
        yield from _administers(documents[0], documents[1])
        yield from _validates(documents[0], documents[1])
        yield from _others(documents[0], documents[1])

    def _of_clauses(self, old: tuple[Clause, ...], new: tuple[Clause, ...]) -> Iterator[Said]:
        for kind in KINDS:
            own = [[one for one in side if isinstance(one, kind)] for side in (old, new)]
            for before, after in pairs(own[0], own[1]):
                yield from said_of(before, after, self.models)

    def _lacking(self, name: str) -> tuple[str, ...]:
        """Those who hold the role and lack what it now asks for."""
        role = self.new.policies.roles[name]
        held = (one for one in self.new.people if name in one.principal.roles)
        return tuple(one.subject for one in held if not role.is_bound(one.principal))

    def of_everybody(self) -> Iterator[Change]:
        """What stands outside every role."""
        sides = (self.old.policies, self.new.policies)
        old, new = (general_clauses(one) for one in sides)
        people = everybody(self.old, self.new)
        for text, way in self._of_clauses(old, new):
            yield Change((EVERYBODY,), text, way, people)
        for one in fields(Policies):
            before, after = (plain(getattr(side, one.name)) for side in sides)
            if one.name not in OF_POLICIES and before != after:
                yield Change((EVERYBODY,), f"har {one.name} {after}, før {before}", "andet", people)

    def of_model(self) -> Iterator[Change]:
        """Definitions that are otherwise, for the roles that a grant lets ask them."""
        for one in redefined(self.old.model, self.new.model):
            roles = [role.name for role in self.new.policies.roles.values() if _meets(role, one.members)]
            if roles:
                what = f"møder en anden definition: {one.what}"
                yield Change(tuple(roles), what, "andet", affected(roles, self.new), tuple(sorted(one.members)))

    def held(self) -> Iterator[Change]:
        """Who holds another role, or has other attributes, than before."""
        before, after = ({one.subject: one for one in side.people} for side in (self.old, self.new))
        for subject in dict.fromkeys((*before, *after)):
            for text, way in _of_person(before.get(subject), after.get(subject)):
                yield Change((subject,), text, way, (subject,))

    def notes(self) -> Iterator[str]:
        """The words that changed, of roles and clauses."""
        before, after = _written(self.old.policies), _written(self.new.policies)
        for name in before.keys() & after.keys():
            keys = [key for key in WORDS_ONLY if getattr(before[name], key) != getattr(after[name], key)]
            if keys:
                yield f"{name}: {', '.join(keys)} er formuleret om"
            own = (own_clauses(side.policies.roles[name]) for side in (self.old, self.new))
            yield from (f"{name}: {text}" for text in texts(*own))


def _written(policies: Policies) -> Mapping[str, RoleDocument]:
    return Chains(policies).documents


def _meets(role: Role, members: frozenset[str]) -> bool:
    """Whether a clause names one of the members, or tells rows by one."""
    if role.document is None:
        return False
    named = any(grant.members and members & grant.members for grant in role.grants)
    clauses: tuple[Grant | Restriction, ...] = (*role.grants, *role.restrictions)
    return named or any(_told_by(rule, members) for one in clauses for rule in one.rows.values())


def _told_by(rule: RowRule, members: frozenset[str]) -> bool:
    for one in row_atoms(rule):
        if _told_by(one.rows, members) if isinstance(one, Led) else one.leaf.dimension.id in members:
            return True
    return False


def _includes(old: RoleDocument, new: RoleDocument) -> Iterator[Said]:
    for name in new.includes:
        if name not in old.includes:
            yield f"indeholder nu også rollen {name}", "mere"
    for name in old.includes:
        if name not in new.includes:
            yield f"indeholder ikke længere rollen {name}", "mindre"


def _attributes(old: RoleDocument, new: RoleDocument, lacking: tuple[str, ...]) -> Iterator[Said]:
    without = f"; det mangler {', '.join(lacking)}, som rollen så intet giver" if lacking else ""
    for name, kind in new.attributes.items():
        if name not in old.attributes:
            yield f"kræver nu også oplysningen {name} ({kind}){without}", "mindre"
        elif old.attributes[name] != kind:
            yield f"kræver oplysningen {name} som {kind}, før {old.attributes[name]}{without}", "andet"
    for name in old.attributes:
        if name not in new.attributes:
            yield f"kræver ikke længere oplysningen {name}", "mere"


def _validity(old: Role, new: Role, side: Reviewed) -> Iterator[Said]:
    """The end as it holds, with the roles that are included, and the next review."""
    if old.valid_to != new.valid_to and old.valid_to is not None and new.valid_to is not None:
        over = old.valid_to < side.day <= new.valid_to
        again = " og giver igen noget, efter at den var udløbet" if over else ""
        ended = " og er dermed udløbet" if new.valid_to < side.day <= old.valid_to else ""
        way: Direction = "mere" if new.valid_to > old.valid_to else "mindre"
        yield f"gælder til og med {new.valid_to}, før {old.valid_to}{again}{ended}", way
    assert old.document is not None
    assert new.document is not None
    dates = old.document.naeste_gennemgang, new.document.naeste_gennemgang
    if dates[0] != dates[1]:
        yield f"skal gennemgås næste gang {dates[1]}, før {dates[0]}", "andet"


def _administers(old: RoleDocument, new: RoleDocument) -> Iterator[Said]:
    before, after = (one.administers for one in (old, new))
    given = [frozenset(one.roles) if one is not None else frozenset() for one in (before, after)]
    if given[1] - given[0]:
        yield f"kan nu også uddele {listed(sorted(given[1] - given[0]))}", "mere"
    if given[0] - given[1]:
        yield f"kan ikke længere uddele {listed(sorted(given[0] - given[1]))}", "mindre"
    if before is not None and after is not None and before.within != after.within:
        yield f"uddeler roller inden for samme {after.within}, før {before.within}", "andet"


def _validates(old: RoleDocument, new: RoleDocument) -> Iterator[Said]:
    before, after = (one.validates for one in (old, new))
    given = [frozenset(one.areas) if one is not None else frozenset() for one in (before, after)]
    if given[1] - given[0]:
        yield f"kan nu også validere {listed(sorted(given[1] - given[0]))}", "mere"
    if given[0] - given[1]:
        yield f"kan ikke længere validere {listed(sorted(given[0] - given[1]))}", "mindre"
    if before is not None and after is not None and before.within != after.within:
        yield f"validerer for sin {after.within}, før {before.within}", "andet"


TOLD = {
    *OF_CLAUSES,
    *WORDS_ONLY,
    "includes",
    "attributes",
    "gyldig_til",
    "naeste_gennemgang",
    "administers",
    "validates",
    "reviews",
    "writes_notes",
}


REVIEWING: Mapping[bool, Said] = {
    True: ("kan nu gennemgå alle adgange", "mere"), False: ("kan ikke længere gennemgå adgange", "mindre")
}  # fmt: skip
NOTES: Mapping[bool, Said] = {
    True: ("kan nu skrive noter", "mere"), False: ("kan ikke længere skrive noter", "mindre")
}  # fmt: skip


def _others(old: RoleDocument, new: RoleDocument) -> Iterator[Said]:
    """The rights to review and to write notes, and every key that has no words of its own here."""
    if old.reviews != new.reviews:
        yield REVIEWING[new.reviews]
    if old.writes_notes != new.writes_notes:
        yield NOTES[new.writes_notes]
    for key in RoleDocument.model_fields:
        before, after = (getattr(one, key) for one in (old, new))
        if key not in TOLD and plain(before) != plain(after):
            yield f"har {key} {after}, før {before}", "andet"


def _of_person(old: Person | None, new: Person | None) -> Iterator[Said]:
    roles = [frozenset(one.principal.roles) if one is not None else frozenset() for one in (old, new)]
    if old is None or new is None:
        held = listed(sorted(roles[0] | roles[1])) or "ingen roller"
        yield (f"kommer til med {held}", "mere") if old is None else (f"er der ikke længere; havde {held}", "mindre")
        return
    for name in sorted(roles[1] - roles[0]):
        yield f"får rollen {name}", "mere"
    for name in sorted(roles[0] - roles[1]):
        yield f"mister rollen {name}", "mindre"
    known = old.principal.attributes, new.principal.attributes
    for name in sorted({*known[0], *known[1]}):
        if known[0].get(name) != known[1].get(name):
            before, after = (one.get(name) for one in known)
            yield f"har {name} {_value(after)}, før {_value(before)}", _reach(before, after)


def _reach(old: object, new: object) -> Direction:
    """Of values of which each reaches some rows."""
    before, after = (set(one) if isinstance(one, tuple) else set() if one is None else {one} for one in (old, new))
    return "mere" if before < after else "mindre" if after < before else "andet"


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else "intet" if value is None else str(value)
