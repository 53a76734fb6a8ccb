"""What two states of the policies give to the same roles: each member that a view has, alone, on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from semantic.access.grant import Grant
from semantic.access.rows import RowPredicate
from semantic.predicate import And
from semantic.review.asked import Asker, Reviewed, Verdict
from semantic.review.chain import all_clauses, general_clauses
from semantic.review.change import Change, members_told
from semantic.review.clauses import HOW, content
from semantic.review.same import Direction, as_fine, canonical, direction, finer
from semantic.review.sight import Name, every_name
from semantic.review.words import cubes_in_words, grain_in_words, stricter

# From one access to another: the sentence around the members, and whether it is more or less.
MOVES: dict[tuple[str, str], tuple[str, Direction]] = {
    ("hidden", "sees"): ("får {}", "mere"),
    ("hidden", "knows"): ("får kendskab til {}, kun i kataloget", "mere"),
    ("hidden", "refused"): ("får kendskab til {}, men ingen svar derom alene", "mere"),
    ("knows", "sees"): ("får tal for {}, før kun kendt fra kataloget", "mere"),
    ("knows", "refused"): ("kender stadig {}, men afvises nu uden kataloggrund", "andet"),
    ("knows", "hidden"): ("mister kendskabet til {}", "mindre"),
    ("refused", "sees"): ("får {}, før afvist", "mere"),
    ("refused", "knows"): ("kender stadig {}, nu kun fra kataloget", "andet"),
    ("refused", "hidden"): ("mister kendskabet til {}", "mindre"),
    ("sees", "knows"): ("mister tal for {}, nu kun kendt fra kataloget", "mindre"),
    ("sees", "refused"): ("mister tal for {}, nu afvist", "mindre"),
    ("sees", "hidden"): ("mister {}", "mindre"),
}
Said = tuple[str, Direction]
Roles = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Effects:
    """The effects on holders of single roles, and on those who hold several, that are not those of the single ones."""

    old: Reviewed
    new: Reviewed

    @cached_property
    def names(self) -> tuple[Name, ...]:
        return tuple(dict.fromkeys((*every_name(self.new.model), *every_name(self.old.model))))

    def changes(self) -> Iterator[Change]:
        single = {name: self._said((name,)) for name in self._roles()}
        for name, found in single.items():
            yield from self._told((name,), found, self._concerned(name, found))
        for roles in self._together():
            explained = {(said[0], name) for role in roles for name, every in single.get(role, {}).items()
                         for said in every}  # fmt: skip
            rest = {
                name: tuple(said for said in every if (said[0], name) not in explained)
                for name, every in self._said(roles).items()
            }
            people = tuple(sorted({one.subject for side in (self.old, self.new) for one in side.people
                                   if one.principal.roles == roles}))  # fmt: skip
            yield from self._told((" + ".join(roles),), rest, people)

    def _roles(self) -> Iterable[str]:
        """Roles of both sides: what a new or a removed role gives is told with the role."""
        new = {role.name for role in self.new.roles}
        return [role.name for role in self.old.roles if role.name in new]

    def _together(self) -> Iterator[Roles]:
        held = (one.principal.roles for side in (self.old, self.new) for one in side.people)
        return (roles for roles in dict.fromkeys(held) if len(roles) > 1)

    def _concerned(self, role: str, found: dict[str, tuple[Said, ...]]) -> tuple[str, ...]:
        """The holders of the role whose own verdict on one of the members is another, whatever else they hold."""
        told: set[str] = set()
        for side in (self.old, self.new):
            for one in side.people:
                roles = one.principal.roles
                if role in roles and (roles == (role,) or set(self._said(roles)) & set(found)):
                    told.add(one.subject)
        return tuple(sorted(told))

    def _said(self, roles: Roles) -> dict[str, tuple[Said, ...]]:
        """What is said of each member that is met otherwise, by those who hold these roles."""
        if self._is_as_it_was(roles):
            return {}
        if roles not in self._known:
            askers = self.old.holder_of_all(roles), self.new.holder_of_all(roles)
            each = {f"{view}.{name}": tuple(self._of(askers, (view, name))) for view, name in self.names}
            self._known[roles] = {name: said for name, said in each.items() if said}
        return self._known[roles]

    def _is_as_it_was(self, roles: Roles) -> bool:
        """Whether nothing that is decided by differs: the same model, and clauses of the same content."""
        if self.old.model.version != self.new.model.version:
            return False
        return self._content(self.old, roles) == self._content(self.new, roles)

    def _content(self, side: Reviewed, roles: Roles) -> frozenset[object]:
        policies = side.policies
        held = [policies.roles[name] for name in roles if name in policies.roles]
        clauses = [one for role in held for one in all_clauses(role)]
        return frozenset((type(one), content(one)) for one in (*general_clauses(policies), *clauses))

    @cached_property
    def _known(self) -> dict[Roles, dict[str, tuple[Said, ...]]]:
        return {}

    def _of(self, askers: tuple[Asker, Asker], name: Name) -> Iterator[Said]:
        old, new = (asker.member(*name) for asker in askers)
        if old.access != new.access:
            yield MOVES[old.access, new.access]
        elif old.access == "sees":
            yield from self._rows(old, new)
            yield from _grain(old, new)
            if old.thresholds != new.thresholds:
                words = f"{old.tier} → {new.tier}"
                yield f"ser {{}} med en anden beskyttelse af små tal: {words}", stricter(old.thresholds, new.thresholds)

    def _rows(self, old: Verdict, new: Verdict) -> Iterator[Said]:
        before, after = ({cube: canonical(rule) for cube, rule in one.rows.items()} for one in (old, new))
        if before == after:
            return
        ways = {direction(old.rows.get(cube), new.rows.get(cube)) for cube in (*before, *after)
                if before.get(cube) != after.get(cube)}  # fmt: skip
        way: Direction = ways.pop() if len(ways) == 1 else "andet"
        words = cubes_in_words(_cut(old), self.old.model), cubes_in_words(_cut(new), self.new.model)
        if words[0] == words[1]:  # a hierarchy of other levels
            words = cubes_in_words(_cut(old), None), cubes_in_words(_cut(new), None)
        yield f"ser {{}} for {HOW[way]} rækker: {words[0]} → {words[1]}", way

    def _told(self, who: Roles, found: dict[str, tuple[Said, ...]], people: tuple[str, ...]) -> Iterator[Change]:
        """Members of which the same is said, together."""
        alike: dict[Said, list[str]] = {}
        for name, every in found.items():
            for said in every:
                alike.setdefault(said, []).append(name)
        for (text, way), members in alike.items():
            model = self.old.model if text.startswith("mister") else self.new.model
            yield Change(who, text.replace("{}", members_told(model, members), 1), way, people, tuple(members))


def _cut(verdict: Verdict) -> dict[str, RowPredicate]:
    """The cubes whose rows are cut; without any, all."""
    return {cube: rule for cube, rule in verdict.rows.items() if rule != And(())} or dict(verdict.rows)


def _grain(old: Verdict, new: Verdict) -> Iterator[Said]:
    before, after = (frozenset(one.grain for one in _grants(verdict)) for verdict in (old, new))
    gone, come = before - after, after - before
    idle = (not gone and as_fine(before, come)) or (not come and as_fine(after, gone))
    if (gone or come) and not idle or old.grain != new.grain:
        words = (" eller ".join(sorted(map(grain_in_words, found))) for found in (before, after))
        way = finer(gone, come) if gone and come else finer(before, after)
        yield f"kan spørge om {{}} med en anden detaljeringsgrad: {' → '.join(words)}", way


def _grants(verdict: Verdict) -> tuple[Grant, ...]:
    return tuple(one for decision in verdict.decisions for one in decision.grants)
