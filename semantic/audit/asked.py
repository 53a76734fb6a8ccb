"""A question as the audit keeps it: who asked for which members by which filters, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from semantic.access.principal import Principal
from semantic.dates import is_day
from semantic.model.grain import GRAINS
from semantic.model.lineage import dimension_cubes, measure_cubes
from semantic.model.model import (
    AS_OF_DAY,
    DISTINCT_SUFFIX,
    REST_SUFFIX,
    STAMPS,
    STATUS_SUFFIX,
    SUBTOTAL_SUFFIX,
    Dimension,
    Measure,
    Model,
    Segment,
)
from semantic.predicate import Asked as Test
from semantic.predicate import Predicate, atoms
from semantic.query import EDITION_NAME, AuthorisedQuery, Query, Subtotals

Purpose = Literal["answer", "check", "explain", "simulate", "mark", "note"]
SUFFIXES = (STATUS_SUFFIX, SUBTOTAL_SUFFIX, REST_SUFFIX, DISTINCT_SUFFIX)

REMEMBERED = 5_000  # names, whose members are the same for every question


@dataclass(frozen=True)
class Filtered:
    """A filter as asked. Where it is `personal`, its values are never written as they are."""

    member: str
    operator: str
    values: tuple[object, ...]
    personal: bool


@dataclass(frozen=True)
class Asked:
    """One question and what was decided on it. `codes` say why it was refused; there are none when it was granted.

    A mark of validation is told as one, of the purpose `mark`, with what it says as filters.

    `members` are names of the model, each once; `unknown` are other words that were given for a name, which may be
    anything. `personal` says that a cube that holds persons is read, or of what was refused that a member of one was
    named. `asked_by` is who asks as the subject, where the interface cannot know it. `written` is a hash of what was
    written of the figure, which is never itself in the record.
    """

    subject: str
    roles: tuple[str, ...]
    model_version: str
    data_version: int
    policies: str
    members: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    filters: tuple[Filtered, ...] = ()
    ungrouped: bool = False
    purpose: Purpose = "answer"
    codes: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()
    fingerprint: str = ""
    scope: str = ""
    personal: bool = False
    asked_by: str | None = None
    written: str = ""

    @property
    def decision(self) -> Literal["granted", "denied", "refused"]:
        """Denied is what the policies did not give, refused what could not be answered for another reason."""
        if not self.codes:
            return "granted"
        return "denied" if self.codes[0].startswith("A") else "refused"

    def granted(self, query: AuthorisedQuery, personal: bool) -> Asked:
        """The same question with the decision on all its parts."""
        grants = (grant.name for part in query.parts.values() for grant in part.grants)
        return replace(self, grants=tuple(dict.fromkeys(grants)), fingerprint=query.fingerprint, scope=query.scope,
                       personal=self.personal or personal)  # fmt: skip

    def refused(self, codes: Iterable[str]) -> Asked:
        return replace(self, codes=tuple(dict.fromkeys(codes)))


def asked_of(query: Query | None, principal: Principal, model: Model, data_version: int, policies: str) -> Asked:
    """The question before anything is decided; None is one that its interface refused before it could read it."""
    if query is None:
        return Asked(principal.subject, principal.roles, model.version, data_version, policies)
    names = dict.fromkeys(_names(query))
    known = tuple(name for name in names if is_known(name, model))
    return Asked(
        principal.subject,
        principal.roles,
        model.version,
        data_version,
        policies,
        members=known,
        unknown=() if len(known) == len(names) else tuple(name for name in names if name not in known),
        filters=tuple(_filters(query, model)),
        ungrouped=query.ungrouped,
        personal=any(_is_personal(name, model) for name in known),
    )


def _names(query: Query) -> Iterator[str]:
    """Every member that the question names, with the grain that a time is grouped by."""
    yield from query.measures
    yield from query.dimensions
    for time in query.time_dimensions:
        grain = time.granularity if time.granularity in GRAINS else None
        yield f"{time.dimension}.{grain}" if grain else time.dimension
    yield from query.segments
    yield from (test.member for test in _tests(query.where))
    yield from (order.member for order in query.order)
    yield from _kept(query.subtotals)
    yield from query.every
    yield from () if query.behind is None else (query.behind,)
    if query.top is not None:
        yield from (query.top.dimension, query.top.measure)


def _kept(subtotals: Subtotals) -> Iterator[str]:
    if not isinstance(subtotals, str):
        yield from (name for kept in subtotals for name in kept)


def _tests(where: Predicate[Test]) -> Iterator[Test]:
    return atoms(where)


def _filters(query: Query, model: Model) -> Iterator[Filtered]:
    for time in query.time_dimensions:
        if time.date_range is not None:
            bounds = (time.date_range,) if isinstance(time.date_range, str) else time.date_range
            yield Filtered(time.dimension, "inDateRange", bounds, _is_personal(time.dimension, model))
    if query.as_of is not None:
        view = next(_names(query), "").partition(".")[0]  # of all nøgletal none is named
        member = f"{view}.{AS_OF_DAY}" if view else AS_OF_DAY
        yield Filtered(member, "equals", (query.as_of,), not is_day(query.as_of))
    if query.edition is not None:
        yield Filtered("udgave", "equals", (query.edition,), EDITION_NAME.fullmatch(query.edition) is None)
    for test in _tests(query.where):
        yield Filtered(test.member, test.operator, test.values, _is_personal(test.member, model))


@lru_cache(REMEMBERED)
def is_known(name: str, model: Model) -> bool:
    """Whether the model has the member, or one that the name is a companion of; hidden ones, too."""
    view, _, member = name.partition(".")
    return (view in model.views and member in STAMPS) or _member(name, model) is not None


def _member(name: str, model: Model) -> Dimension | Measure | Segment | None:
    view, _, member = name.partition(".")
    if view not in model.views:
        return None
    first, _, grain = member.partition(".")
    first = first if grain == "" or grain in GRAINS else member
    for suffix in SUFFIXES:
        first = first.removesuffix(suffix)
    found = model.views[view].members.get(first)
    return None if found is None else found.member


@lru_cache(REMEMBERED)
def _is_personal(name: str, model: Model) -> bool:
    """Whether what is filtered is of a cube that holds persons. What the model does not know may be anything."""
    member = _member(name, model)
    if member is None:
        return not is_known(name, model)
    if isinstance(member, Dimension):
        return holds_persons(dimension_cubes(model, member), model)
    return holds_persons({member.cube, *measure_cubes(model, member)} if isinstance(member, Measure) else {member.cube},
                         model)  # fmt: skip


def holds_persons(cubes: Set[str], model: Model) -> bool:
    """Whether one of the cubes is of persons."""
    return any(model.cubes[name].person_key or model.cubes[name].persons for name in cubes)
