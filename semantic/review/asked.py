"""A question, or one member of it alone, as somebody would ask it: decided as for an answer, and never run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from semantic.access.decide import ZONE, Decision, Touched, decide
from semantic.access.documents import AttributeType
from semantic.access.grant import Entitlement, Thresholds
from semantic.access.holding import lacking
from semantic.access.policies import Policies, Role
from semantic.access.principal import Attribute, Principal
from semantic.access.rows import RowPredicate
from semantic.access.visible import VisibleModel, visible
from semantic.as_of import AsOfCubes
from semantic.authorise import authorise
from semantic.errors import DeniedError, ParseError, Problem, ServiceError, UnsupportedError, refusal, suggest
from semantic.model.grain import GRAINS
from semantic.model.model import Measure, Model, Segment, View, ViewMember
from semantic.parts import parts_of
from semantic.plan.build import plan
from semantic.plan.versions import UNTOUCHED
from semantic.query import AsOf, Query, TimeDimension
from semantic.resolve import resolve
from semantic.review.words import protection_in_words

Access = Literal["sees", "knows", "refused", "hidden"]
ABSENT = ("R201", "R202")
SAMPLES: Mapping[AttributeType, Attribute] = {"string": "x", "integer": 1, "strings": ("x",), "integers": (1,)}
IN_FORCE = date.min  # a day on which no role has ended


@dataclass(frozen=True, eq=False)
class Person:
    """Somebody who may log in, with what is held now. `kind` is demo, person or tjeneste."""

    subject: str
    title: str
    kind: str
    principal: Principal


@dataclass(frozen=True, eq=False)
class Reviewed:
    """What is reviewed: policies over a model, who holds something under them, and the day that it is asked on."""

    model: Model
    policies: Policies
    people: tuple[Person, ...]
    day: date
    as_of_cubes: AsOfCubes | None = None

    def as_of(self, cubes: Iterable[str], asked: date | None = None) -> AsOf:
        """The day that relative periods count from: the data's, or without data that of the review."""
        return self.as_of_cubes(cubes, asked) if self.as_of_cubes is not None else AsOf(self.day, "")

    @property
    def roles(self) -> tuple[Role, ...]:
        """Those that are written; not the local operator's."""
        return tuple(role for role in self.policies.roles.values() if role.document is not None)

    def role(self, name: str) -> Role:
        """Raises ParseError (P156)."""
        known = {role.name: role for role in self.roles}
        if name not in known:
            raise ParseError(Problem("P156", f"There is no role '{name[:80]}'.", suggest(name, known)))
        return known[name]

    def person(self, name: str) -> Person:
        """Raises ParseError (P146)."""
        known = {one.subject: one for one in self.people}
        if name not in known:
            message = f"There is no user or demo principal '{name[:80]}' who may log in."
            raise ParseError(Problem("P146", message, suggest(name, known)))
        return known[name]

    def holding(self, name: str, attributes: Mapping[str, Attribute]) -> Principal:
        """Somebody who holds the role alone, with these attributes. Raises ParseError (P156).

        Also where one is lacking (P104): the role would give nothing, and all be refused as if nothing were there.
        """
        found = Principal(f"role {name}", (self.role(name).name,), attributes)
        faults = [Problem("P104", message, hint) for _, message, hint in lacking(found, self.policies)]
        if faults:
            raise ParseError(*faults)
        return found

    def asker(self, principal: Principal, day: date | None = None) -> Asker:
        return Asker(principal, self, day or self.day)

    def holder_of(self, role: Role) -> Asker:
        """Somebody who holds this role alone, in force, with every attribute it needs; values stand as `{name}`."""
        return self.holder_of_all((role.name,))

    def holder_of_all(self, names: tuple[str, ...]) -> Asker:
        """The same of several roles together; of those that there are."""
        roles = [self.policies.roles[name] for name in names if name in self.policies.roles]
        attributes = {name: SAMPLES[kind] for role in roles for name, kind in role.attributes.items()}
        return Asker(Principal(" + ".join(names), names, attributes), self, IN_FORCE, symbolic=True)


@dataclass(frozen=True, eq=False)
class Verdict:
    """Whether the question is answered, and over what; `problems` are why not.

    `sees` is answered; `knows` may be known of and not asked (A305); `refused` is known of, and refused all the same;
    `hidden` is as absent. `rows` are those of each cube that is read, and `grain` the time it had to be asked by.
    """

    access: Access
    decisions: tuple[Decision, ...] = ()
    scope: str = ""
    rows: Mapping[str, RowPredicate] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    grain: str | None = None

    @property
    def tier(self) -> str:
        """How small cells are protected, of the question's own rows."""
        return protection_in_words(self.thresholds) if self.decisions else ""

    @property
    def thresholds(self) -> Thresholds | None:
        return self.decisions[0].thresholds if self.decisions else None

    @property
    def code(self) -> str | None:
        return self.problems[0].code if self.problems else None


@dataclass(frozen=True, eq=False)
class Asker:
    """Somebody as the policies see them on a day. `symbolic` rows and scopes say `{attribute}` for its value."""

    principal: Principal
    reviewed: Reviewed
    day: date
    symbolic: bool = False

    @cached_property
    def entitlement(self) -> Entitlement:
        held = self.reviewed.policies.entitle(self.principal, self.day)
        return replace(held, attributes={name: f"{{{name}}}" for name in held.attributes}) if self.symbolic else held

    @cached_property
    def seen(self) -> VisibleModel:
        return visible(self.reviewed.model, self.entitlement)

    def member(self, view: str, name: str) -> Verdict:
        """The verdict on a question for this member alone; a time that may only be asked by periods, by the finest."""
        entry = self.seen.member(view, name)
        if entry is None:
            return Verdict("hidden")
        if isinstance(entry.member, Segment):
            return self._guarded(lambda: self._segment(self.seen.views[view], entry))
        full = f"{view}.{name}"
        if isinstance(entry.member, Measure):
            return self.ask(Query(measures=(full,)))
        found = self.ask(Query(dimensions=(full,)))
        if found.access == "refused" and entry.member.kind == "time":
            return next((one for one in self._by_periods(full) if one.access == "sees"), found)
        return found

    def _by_periods(self, name: str) -> Iterator[Verdict]:
        for grain in GRAINS:
            yield replace(self.ask(Query(time_dimensions=(TimeDimension(name, grain),))), grain=grain)

    def _segment(self, view: View, entry: ViewMember) -> Verdict:
        """A segment is no column, so that it is decided by what it touches."""
        cubes = frozenset({view.root, entry.member.cube})
        touched = Touched(frozenset({entry.member.id, f"{view.root}."}), cubes=cubes, reads=cubes)
        decision = decide(self.entitlement, touched)
        return Verdict("sees", (decision,), decision.scope, _rows(decision, cubes, frozenset()))

    def ask(self, query: Query) -> Verdict:
        """The verdict on any question. What is refused since the number would be wrong is no matter of access."""
        return self._guarded(lambda: self._asked(query))

    def _asked(self, query: Query) -> Verdict:
        if query.edition is not None:
            raise refusal(Problem("U402", "What an edition would answer is not simulated.", "Ask it, or leave it out."))
        model = self.reviewed.model
        resolved = resolve(query, self.seen, self.reviewed.as_of, ZONE)
        authorised = authorise(resolved, self.entitlement, model)
        problems: tuple[Problem, ...] = ()
        try:
            plan(authorised, model, 0, UNTOUCHED)
        except UnsupportedError as error:
            problems = error.problems
        own = parts_of(resolved, model)[0].touched
        decisions = tuple(dict.fromkeys((authorised.decision, *authorised.parts.values())))
        return Verdict("sees", decisions, authorised.scope, _rows(authorised.decision, own.reads, own.cubes), problems)

    def _guarded(self, work: Callable[[], Verdict]) -> Verdict:
        try:
            return work()
        except ServiceError as error:
            codes = {problem.code for problem in error.problems}
            access: Access = "hidden" if codes <= set(ABSENT) else "knows" if codes == {"A305"} else "refused"
            return Verdict(access, problems=error.problems)


def _rows(decision: Decision, reads: Set[str], beside: Set[str]) -> dict[str, RowPredicate]:
    """The rows of each cube that is read, and of those beside it that may be. Raises DeniedError (A302)."""
    found = {cube: decision.rows_of(cube) for cube in sorted(reads)}
    for cube in sorted(beside - reads):
        with suppress(DeniedError):
            found[cube] = decision.rows_of(cube)
    return found
