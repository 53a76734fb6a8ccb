"""`policies`: who may see what, and why. In the schema of those alone whose role reviews; for others it is absent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Protocol

import strawberry
from strawberry.scalars import JSON
from strawberry.types import Info

from semantic.access.principal import Attribute, Principal, as_attribute
from semantic.checklist.step import NO_STEPS, StepBook
from semantic.cube_query import parse_query
from semantic.errors import DeniedError, ParseError, Problem
from semantic.notes.note import NO_NOTES, Notebook
from semantic.pipeline import Service
from semantic.review import concerns, held, matrix, register, sight, simulate, units
from semantic.review.asked import Person, Reviewed
from semantic.review.difference import difference
from server.graphql.breakdown import SCALARS
from server.graphql.catalogue import Catalogue
from server.graphql.catalogue import Query as OwnQuery
from server.graphql.checklists import Mutation

MOST_DAYS = 36_500
# How many items each list is reckoned to have, in the cost of a document.
SIZES = {
    "whoSees": 1_000,
    "held": 50,
    "sees": 50,
    "matrix": 500,
    "register": 500,
    "uncovered": 50,
    "expiring": 100,
    "changes": 200,
}
States = Callable[[str, str | None], tuple[Reviewed, ...]]


def _no_revisions(old: str, new: str | None) -> tuple[Reviewed, ...]:
    raise ParseError(Problem("P158", "There are no revisions here."))


@dataclass(frozen=True)
class Known:
    """What is known here beside what is served: who may log in, what older and newer files say, and notes."""

    people: Callable[[], tuple[Person, ...]] = tuple
    states: States = _no_revisions
    notes: Notebook = NO_NOTES
    steps: StepBook = NO_STEPS


NOTHING_KNOWN = Known()


class Asking(Protocol):
    """Who reviews, over what, and who is known here."""

    @property
    def principal(self) -> Principal: ...
    @property
    def service(self) -> Service: ...
    @property
    def known(self) -> Known: ...


@strawberry.type(name="PolicySight", description="Members that somebody meets alike, of which rows, and why.")
class PolicySight:
    who: str
    title: str
    kind: str = strawberry.field(description="role, demo, person or tjeneste.")
    members: list[str]
    access: str = strawberry.field(description="sees, knows (of the catalogue only) or refused.")
    rows: str
    scope: str
    grain: str
    tier: str
    code: str | None
    why: list[str]


@strawberry.type(name="PolicyHeld", description="A role held, a grant, a restriction or a forbid.")
class PolicyHeld:
    what: str = strawberry.field(description="rolle, adgang, begrænsning or forbud.")
    name: str
    gives: bool
    why: str
    via: str
    members: str
    rows: str
    scope: str
    grain: str
    tier: str
    until: str | None


@strawberry.type(name="PolicyPerson", description="What one person holds, and what comes of it.")
class PolicyPerson:
    held: list[PolicyHeld]
    sees: list[PolicySight]


@strawberry.type(name="PolicyCell", description="What a role has of a cube, in words.")
class PolicyCell:
    role: str
    cube: str
    persons: bool
    rows: str


@strawberry.type(name="PolicyConcern", description="Personal data that no policy governs.")
class PolicyConcern:
    cube: str
    what: str
    role: str | None
    grant: str | None


@strawberry.type(name="PolicyExpiry", description="A role that runs out or waits for review.")
class PolicyExpiry:
    role: str
    title: str
    state: str
    on: str
    days: int
    owner: str
    people: list[str]


@strawberry.type(name="PolicyDeclared", description="What a cube's `meta.fortegnelse` says; empty where nothing is.")
class PolicyDeclared:
    registrerede: str
    oplysninger: str
    slettefrist: str
    dataansvarlig: str
    tredjelande: str
    sikkerhed: str


@strawberry.type(name="PolicyEntry", description="A role that reaches a cube of personal data: the register.")
class PolicyEntry:
    cube: str
    title: str
    key: str = strawberry.field(description="What tells persons apart; empty where the model does not say.")
    synthetic: bool
    declared: PolicyDeclared
    fields: list[str] = strawberry.field(description="The titles of what is kept.")
    role: str
    role_title: str
    niveau: str
    rows: str
    formaal: str
    hjemmel: str
    ejer: str
    godkendt_af: str
    gyldig_til: str
    naeste_gennemgang: str
    people: list[str]


@strawberry.type(name="PolicySimulation", description="What would come of a question; never a value.")
class PolicySimulation:
    who: str
    roles: list[str]
    decision: str = strawberry.field(description="allowed or refused.")
    scope: str
    tier: str
    rows: list[str]
    grants: list[str]
    grain: list[str]
    reasons: list[str]
    code: str | None
    message: str | None
    hint: str | None


@strawberry.type(name="PolicyChange", description="What changes, in a sentence, and for whom.")
class PolicyChange:
    who: list[str]
    what: str
    direction: str = strawberry.field(description="mere, mindre or andet.")
    people: list[str]
    members: list[str]
    text: str


@strawberry.type(name="PolicyDifference", description="What one revision does to another; notes are of words alone.")
class PolicyDifference:
    changes: list[PolicyChange]
    notes: list[str]


def reviewed(info: Info[Asking, None]) -> Reviewed:
    """INVARIANT: the schema has been chosen by the same right, and it is looked at here once more."""
    asking = info.context
    service, day = asking.service, asking.service.today()
    if not service.policies.may_review(asking.principal, day):
        raise DeniedError(Problem("A301", "No grant covers this question."))
    generation = service.generation
    return Reviewed(generation.model, service.policies, asking.known.people(), day, generation.as_of)


def _attributes(given: Any) -> dict[str, Attribute]:
    """The attributes of an object; whether they are right ones is for the role to say. Raises ParseError (P103)."""
    values = given if isinstance(given, dict) else {}
    plain = all(type(one) in (str, int) for value in values.values() for one in _each(value))
    if not isinstance(given, dict) or not plain:
        raise ParseError(Problem("P103", "'attributes' is an object of texts, whole numbers, or lists of them."))
    return {str(name): as_attribute(value) for name, value in values.items()}


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def who_sees_of(info: Info[Asking, None], target: str) -> list[PolicySight]:
    over = reviewed(info)
    known = "." in target or target in over.model.views or target in over.model.noegletal
    found = sight.who_sees(target, over) if known else units.who_sees_unit(target, over, info.context.service)
    return [PolicySight(**asdict(one)) for one in found]


def what_sees_of(info: Info[Asking, None], user: str) -> PolicyPerson:
    over = reviewed(info)
    found = held.what_sees(over.person(user), over)
    return PolicyPerson(
        held=[PolicyHeld(**asdict(one)) for one in found if isinstance(one, held.Held)],
        sees=[PolicySight(**asdict(one)) for one in found if isinstance(one, sight.Seen)],
    )


def matrix_of(info: Info[Asking, None]) -> list[PolicyCell]:
    return [PolicyCell(**asdict(one)) for one in matrix.matrix(reviewed(info))]


def uncovered_of(info: Info[Asking, None]) -> list[PolicyConcern]:
    return [PolicyConcern(**asdict(one)) for one in concerns.uncovered(reviewed(info))]


def expiring_of(info: Info[Asking, None], within: int = 90) -> list[PolicyExpiry]:
    days = min(max(within, 0), MOST_DAYS)
    return [PolicyExpiry(**asdict(one)) for one in concerns.expiring(reviewed(info), days)]


def register_of(info: Info[Asking, None]) -> list[PolicyEntry]:
    return [
        PolicyEntry(**{**asdict(one), "declared": PolicyDeclared(**asdict(one.declared))})
        for one in register.register(reviewed(info))
    ]


def diff_of(info: Info[Asking, None], old: str, new: str | None = None) -> PolicyDifference:
    reviewed(info)
    found = difference(*info.context.known.states(old, new))
    changes = [PolicyChange(**asdict(one), text=one.text) for one in found.changes]
    return PolicyDifference(changes=changes, notes=list(found.notes))


def simulate_of(
    info: Info[Asking, None], query: JSON, user: str | None = None, role: str | None = None,
    attributes: JSON | None = None,
) -> PolicySimulation:  # fmt: skip
    over = reviewed(info)
    asked: Any = query
    if not isinstance(asked, dict):
        raise ParseError(Problem("P103", "'query' is an object in Cube's JSON format."))
    if (user is None) == (role is None):
        raise ParseError(Problem("P104", "A simulation is of one user or of one role.", "Give 'user' or 'role'."))
    who = over.person(user).principal if user is not None else over.holding(str(role), _attributes(attributes or {}))
    question, by = parse_query(asked, default_limit=None), info.context.principal.subject
    return PolicySimulation(**asdict(simulate.simulate(question, over.asker(who), by, info.context.service)))


@strawberry.type(name="Policies", description="Who may see what, and why: for those whose role reviews.")
class Policies:
    who_sees: list[PolicySight] = strawberry.field(
        resolver=who_sees_of,
        description="Roles and people who meet a member, a nøgletal, a view, a cube, or a unit's rows.",
    )
    what_sees: PolicyPerson = strawberry.field(resolver=what_sees_of, description="What a person holds and meets.")
    matrix: list[PolicyCell] = strawberry.field(resolver=matrix_of, description="A cell for each role and cube.")
    uncovered: list[PolicyConcern] = strawberry.field(resolver=uncovered_of, description="Must be empty.")
    expiring: list[PolicyExpiry] = strawberry.field(
        resolver=expiring_of, description="Roles that end or wait for review within so many days."
    )
    register: list[PolicyEntry] = strawberry.field(
        resolver=register_of, description="Each cube of persons with the roles that reach it."
    )
    diff: PolicyDifference = strawberry.field(
        resolver=diff_of,
        description="What a git revision gives otherwise than an older one; without a new one, what the files do.",
    )
    simulate: PolicySimulation = strawberry.field(
        resolver=simulate_of, description="A question in Cube's JSON format, as a user or as a role with attributes."
    )


def policies_of() -> Policies:
    return Policies()


@strawberry.type
class Query(OwnQuery):
    policies: Policies = strawberry.field(resolver=policies_of, description="Who may see what, and why.")


REVIEWING = Catalogue(strawberry.Schema(query=Query, mutation=Mutation, config=SCALARS))
