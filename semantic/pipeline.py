"""The request on one screen: every stage named once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

import pyarrow as pa

from semantic.access.grant import Entitlement
from semantic.access.policies import Policies
from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel, narrowed
from semantic.audit.asked import Asked, Purpose, asked_of, holds_persons
from semantic.audit.auditor import SILENT, Auditor, Recorded
from semantic.authorise import authorise
from semantic.disclose import disclose, hides
from semantic.edition.opened import Edition, Editions, absent, held_by
from semantic.errors import DeniedError, LimitError, ParseError, Problem, ServiceError, refusal
from semantic.execute.cancellation import Cancellation
from semantic.execute.cells import Cells
from semantic.execute.duckdb import Generation
from semantic.freshness import Freshness, freshness
from semantic.generate import Statement, generate
from semantic.in_words import lines_of
from semantic.limits import Limits, check_limits
from semantic.model.lineage import notes_of
from semantic.model.model import Model
from semantic.plan.build import plan
from semantic.plan.finish import Plan
from semantic.plan.kept import of_kept_loads
from semantic.plan.scans import looked_up, scans_of
from semantic.plan.show import show
from semantic.plan.versions import Versions
from semantic.query import AuthorisedQuery, Query, ResolvedQuery
from semantic.resolve import resolve
from semantic.result import Column, Hidden, Result, Stamp

T = TypeVar("T")
Cut = Callable[[VisibleModel], VisibleModel]
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def _today() -> date:
    return datetime.now(COPENHAGEN).date()


@dataclass(frozen=True)
class Service:
    """What is served now: one generation of data and model, the policies in force, and the limits.

    `today` is the day by which roles expire, the clock's; no figure counts from it. `auditor` keeps a record of what is
    asked, and knows over which interface. An `edition` is a service, too, of what it holds.
    """

    generation: Generation
    policies: Policies
    limits: Limits = field(default_factory=Limits)
    timezone: str = "Europe/Copenhagen"
    today: Callable[[], date] = _today
    auditor: Auditor = SILENT
    editions: Editions = field(default_factory=Editions)
    edition: Edition | None = None

    def entitlement(self, principal: Principal) -> Entitlement:
        """What the principal holds now. A role that has expired gives nothing from this question on."""
        return self.policies.entitle(principal, self.today())

    def visible(self, principal: Principal) -> VisibleModel:
        """The model as the principal sees it, the same object for all who see the same."""
        return self.generation.visible(self.entitlement(principal))

    def freshness(self, visible: VisibleModel) -> tuple[Freshness, ...]:
        """How fresh the sources are of what is visible, as of the clock's day."""
        return freshness(visible, self.generation.loads, self.today())


@dataclass(frozen=True)
class Planned:
    """A question decided and planned `over` a service. `cubes` are all that it reads."""

    over: Service
    query: AuthorisedQuery
    plan: Plan
    cubes: frozenset[str]


@dataclass(frozen=True)
class Prepared:
    """A question ready to run `over` a service: decided, planned, written. `cubes` are all that it reads.

    `timings` are milliseconds by stage.
    """

    over: Service
    query: AuthorisedQuery
    plan: Plan
    statement: Statement
    asked: Asked
    cubes: frozenset[str]
    timings: dict[str, float]


def prepare(query: Query, principal: Principal, service: Service) -> Prepared:
    """The question through every stage before the database, its refusal recorded. Raises ServiceError.

    What is prepared and not run is to be `checked`, where who asked is told of it.
    """
    timed = Stopwatch()
    with recorded(query, principal, service) as asked:
        check_limits(query, service.limits)
        made = planned(query, principal, service, timed)
        generation, model = made.over.generation, made.over.generation.model
        statement = timed("generate", lambda: generate(made.plan, model, generation.table_name))
    granted = asked().granted(made.query, holds_persons(made.cubes, model))
    return Prepared(made.over, made.query, made.plan, statement, granted, made.cubes, timed.timings)


def planned(query: Query, principal: Principal, service: Service, timed: Stopwatch) -> Planned:
    """The question through the stages that decide whether it can be asked; nothing is recorded. Raises ServiceError."""
    over, cut = timed("edition", lambda: _stand(query, principal, service))
    generation, model = over.generation, over.generation.model
    entitlement = over.entitlement(principal)
    seen = timed("visible", lambda: cut(generation.visible(entitlement)))
    asked = query if over.edition is None else replace(query, as_of=None)
    resolved = timed("resolve", lambda: resolve(asked, seen, generation.as_of, service.timezone))
    authorised = timed("authorise", lambda: authorise(resolved, entitlement, model))
    made = timed("plan", lambda: plan(authorised, model, *_read(resolved, generation)))
    found = of_kept_loads(made, resolved, model, generation.as_of)
    read = frozenset((*resolved.cubes, *(scan.cube for scan in scans_of(found))))
    if over.edition is not None:
        over.edition.check(resolved.cubes, read, frozenset(looked_up(found)))
        _check_day(query, resolved)
    return Planned(over, authorised, found, read)


def _stand(query: Query, principal: Principal, service: Service) -> tuple[Service, Cut]:
    """What the question is asked of, and how what is visible there is cut: an edition to what today's policies allow.

    INVARIANT: what may not be asked today may not be asked of an edition.
    """
    if query.edition is not None:
        today = service.visible(principal)
        now = replace(query, edition=None, as_of=None)
        asked = resolve(now, today, service.generation.as_of, service.timezone)
        authorise(asked, service.entitlement(principal), service.generation.model)
    return stand(query.edition, principal, service)


def _check_day(query: Query, resolved: ResolvedQuery) -> None:
    """An edition is asked as of the day that its answer shows, or of none (U465).

    INVARIANT: the day is told to who would have the answer, and nobody else.
    """
    day = resolved.as_of.day.isoformat()
    if query.as_of is not None and query.as_of != day:
        raise refusal(Problem("U465", f"This is of {day} in the edition.", "Leave the day out, or ask for that one."))


def stand(edition: str | None, principal: Principal, service: Service) -> tuple[Service, Cut]:
    """The service that answers, and how what is visible there is cut, before anything is asked. Raises ServiceError.

    INVARIANT: an edition that shows the asker nothing is as one that is not there (U460).
    """
    if edition is None:
        return service, lambda seen: seen
    today = service.visible(principal)
    if not held_by(service.editions.manifest(edition), today).views:
        raise absent(edition)
    opened = service.editions.open(edition, principal, service.generation, service.policies)
    kept = replace(service, generation=opened.generation, policies=opened.policies, edition=opened)
    return kept, lambda seen: narrowed(seen, today.names)


def seen(query: Query, principal: Principal, service: Service) -> VisibleModel:
    """The model as the asker sees it where the question is answered. Raises ServiceError as `prepare` does."""
    over, cut = _stand(query, principal, service)
    return cut(over.visible(principal))


def _read(question: ResolvedQuery, generation: Generation) -> tuple[int, Versions]:
    """The number of the newest load that the answer is of, and which rows of each cube are in force for it."""
    asked = question.as_of.asked
    return generation.data_version(question.cubes, asked), generation.versions(asked)


def answer(query: Query, principal: Principal, service: Service, cancellation: Cancellation | None = None) -> Result:
    """The governed answer, its batches still to be read. Raises ServiceError, the same whoever encodes it."""
    return replace(execute(prepare(query, principal, service), cancellation or Cancellation()), asked=lines_of(query))


def execute(prepared: Prepared, cancellation: Cancellation) -> Result:
    """The answer to a question that was prepared just now.

    The opening record is on its way while the engine works. Nothing is read of the answer before it is durable, and
    where persons are asked about nothing without: LimitError (L530).
    """
    timed, begun, service = Stopwatch(prepared.timings), time.perf_counter(), prepared.over
    opening = service.auditor.opened(prepared.asked)
    try:
        cells, hidden = _cells(prepared, service.generation, cancellation, timed)
    except ServiceError as error:
        opening.close(0, error.code, (time.perf_counter() - begun) * 1000)
        raise
    limit = prepared.query.question.default_limit
    batches = Recorded(cells.batches, opening, limit, begun, lambda: refuse_unrecorded(prepared.asked))
    return Result(
        columns=prepared.statement.columns,
        batches=batches,
        stamp=stamp(prepared),
        schema=cells.schema,
        default_limit=limit,
        total=cells.total,
        timings=timed.timings,
        hidden=hidden,
    )


def _cells(
    prepared: Prepared, generation: Generation, cancellation: Cancellation, timed: Stopwatch
) -> tuple[Cells, Hidden]:
    """What the engine gives; under thresholds what is computed once small cells are hidden, and which columns are."""
    statement, plan = prepared.statement, prepared.plan
    cells = timed("execute", lambda: generation.run(statement.cells or statement, cancellation, prepared.cubes))
    if statement.cells is None:
        return cells, Hidden()
    table = timed("read", lambda: pa.Table.from_batches(cells.batches, schema=cells.schema))
    shown = timed("disclose", lambda: disclose(table, plan.protections))
    return timed("finish", lambda: generation.finish(statement, shown.cells, cancellation)), hides(plan, shown)


def checked(prepared: Prepared, service: Service, purpose: Purpose = "check") -> Prepared:
    """The question as it was prepared, and recorded: it is not run, but who asked is told that it could be."""
    asked = replace(prepared.asked, purpose=purpose)
    if not service.auditor.opened(asked).durable():
        refuse_unrecorded(asked)
    return prepared


@contextmanager
def recorded(query: Query | None, principal: Principal, service: Service) -> Iterator[Callable[[], Asked]]:
    """What is refused within is recorded, once, before anybody is told.

    None is a question that its interface cannot read yet: what is wrong with its grammar is no question at all.
    """
    generation = service.generation

    def asked() -> Asked:
        return asked_of(query, principal, generation.model, generation.loads.number, service.policies.version)

    def refused(codes: Iterable[str]) -> None:
        service.auditor.opened(asked().refused(codes)).durable()  # the refusal stands, whatever can be written

    try:
        yield asked
    except ServiceError as error:
        if not error.recorded and not (query is None and isinstance(error, ParseError)):
            error.recorded = True
            refused(problem.code for problem in error.problems)
        raise
    except Exception:
        refused(("X901",))  # as its interface will tell it
        raise


def refuse_unrecorded(asked: Asked) -> None:
    """Raises LimitError (L530) where persons are asked about, of which there is to be no answer without a record."""
    if asked.personal:
        hint = "Those who run this must see to the disk of the audit; /readyz tells when it is well."
        raise LimitError(Problem("L530", "The question is about persons, and cannot be recorded now.", hint))


@dataclass(frozen=True)
class Explanation:
    """How a question would be answered: the plan in words, the statement, and why it is allowed."""

    question: ResolvedQuery
    plan: str
    sql: str
    parameters: tuple[object, ...]
    columns: tuple[Column, ...]
    reasons: tuple[str, ...]
    stamp: Stamp
    timings: dict[str, float]


def explain(query: Query, principal: Principal, service: Service) -> Explanation:
    """The question prepared and shown, not run. Raises ServiceError as `answer` would before the database.

    A statement cannot be shown in part: where it holds what is hidden from the asker, none is (DeniedError, A304).
    """
    prepared = prepare(query, principal, service)
    model, read = prepared.over.generation.model, prepared.statement.cells or prepared.statement
    scanned = [model.cubes[model.targets.get(scan.cube, scan.cube)] for scan in scans_of(prepared.plan)]
    with recorded(query, principal, service):
        if not all(decision.opens(scanned) for decision in prepared.query.parts.values()):
            raise DeniedError(Problem("A304", "How this is computed is not shown: some of it is not yours to see."))
    checked(prepared, service, "explain")
    return Explanation(
        question=prepared.query.question,
        plan=show(prepared.plan),
        sql=read.sql,
        parameters=read.parameters,
        columns=prepared.statement.columns,
        reasons=tuple(dict.fromkeys(one for part in prepared.query.parts.values() for one in part.reasons)),
        stamp=stamp(prepared),
        timings=prepared.timings,
    )


def stamp(prepared: Prepared) -> Stamp:
    """Which model and load the answer is from, up to which day, and whose rows it shows."""
    query, service = prepared.query, prepared.over
    as_of, generation = query.question.as_of, service.generation
    by = [query.question.top.measure] if query.question.top else []
    notes = notes_of(generation.model, [one.measure for one in (*query.question.measures, *by)])
    notes = (*notes, *_protected(query, generation.model), *notes_of_edition(service))
    version, number = generation.model.version, generation.data_version(query.question.cubes, as_of.asked)
    is_changing = generation.is_changing(query.question.cubes)
    decision = f"{query.fingerprint}-{time.time_ns()}" if is_changing else query.fingerprint
    return Stamp(version, number, as_of.day, as_of.source, query.scope, notes, decision)


def _protected(query: AuthorisedQuery, model: Model) -> Iterator[str]:
    """That figures of few persons are hidden, in Danish as all notes are; for the strictest of the parts."""
    cubes = (model.cubes[name] for name in query.question.cubes)
    found = [one.thresholds.persons for one in query.parts.values() if one.thresholds is not None]
    if found and any(cube.person_key or cube.persons for cube in cubes):
        yield f"Tal om færre end {max(found)} personer er diskretionerede, og andre, så de ikke kan regnes ud"


def notes_of_edition(service: Service) -> Iterator[str]:
    """Of which edition the figures are, where they are of one."""
    if service.edition is not None:
        yield f"Udgave {service.edition.name}: tal og definitioner, som de var, da den blev lavet"


class Stopwatch:
    """Milliseconds spent in each stage, by name."""

    def __init__(self, timings: dict[str, float] | None = None) -> None:
        self.timings: dict[str, float] = {} if timings is None else timings

    def __call__(self, stage: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        try:
            return work()
        finally:
            self.timings[stage] = (time.perf_counter() - start) * 1000
