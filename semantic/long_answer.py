"""A question on the long view → its rows, each figure governed as if asked alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from semantic.access.principal import Principal
from semantic.authorise import authorise
from semantic.compose import together
from semantic.errors import DeniedError, LimitError, Problem, refusal
from semantic.execute.cancellation import Cancellation
from semantic.limits import Limits
from semantic.long_view.batches import Asking, Batch, BeginsOf, Decided
from semantic.long_view.columns import COLUMNS
from semantic.long_view.question import Begins, LongQuestion
from semantic.long_view.rows import hidden_of_rows, rows_of
from semantic.long_view.series import Series, lifetime, series_of, wanted
from semantic.pipeline import Prepared, Service, execute, prepare, recorded
from semantic.plan.build import plan
from semantic.query import Query
from semantic.resolve import resolve
from semantic.result import Collected, Result, Stamp, collect

NOBODY = "ingen rækker"


@dataclass(frozen=True)
class LongPrepared:
    """The questions that the long view is put as, ready to run, and the series that the asker may not see so.

    `scale` is the number of decimals that hold every figure of the asker's, whatever is asked for.
    """

    batches: tuple[tuple[Batch, Prepared], ...]
    denied: tuple[Series, ...]
    begins_of: BeginsOf
    scale: int


def prepare_long(question: LongQuestion, principal: Principal, service: Service) -> LongPrepared:
    """The long view as questions, each prepared and recorded as any other. Raises ServiceError, but for what is denied.

    What is denied has no rows, as what is hidden or absent has none.
    """
    with recorded(None, principal, service):  # what is wrong with the whole; each of its questions is recorded alone
        return _prepared(question, principal, service)


def _prepared(question: LongQuestion, principal: Principal, service: Service) -> LongPrepared:
    generation, zone = service.generation, ZoneInfo(service.timezone)
    entitlement = service.entitlement(principal)
    seen = generation.visible(entitlement)

    def decide(query: Query) -> Decided | None:
        try:
            resolved = resolve(query, seen, generation.as_of, service.timezone)
            authorised = authorise(resolved, entitlement, generation.model)
            plan(authorised, generation.model, generation.loads.number, generation.versions())  # some are refused there
        except DeniedError:
            return None
        return Decided(authorised.fingerprint, any(part.thresholds for part in authorised.parts.values()))

    def lifetime_of(one: Series) -> Begins:
        return lifetime(one, generation.as_of(one.cubes).day)

    def begins_of(one: Series) -> Begins:
        return question.begins(generation.as_of(one.cubes).day, zone).within(lifetime_of(one))

    asking = Asking(question, decide, lifetime_of, begins_of, service.limits.max_members)
    known = series_of(seen)
    prepared: list[tuple[Batch, Prepared]] = []
    denied: list[Series] = []
    for batch in asking.batches(wanted(known, question)):
        try:
            prepared.append((batch, prepare(batch.query, principal, service)))
        except DeniedError:
            denied += batch.series
    return LongPrepared(tuple(prepared), tuple(denied), begins_of, max((one.decimals for one in known), default=0))


def answer_long(
    question: LongQuestion, principal: Principal, service: Service, cancellation: Cancellation | None = None
) -> Result:
    """The rows of the long view. Raises ServiceError, but for what is denied, which has no rows."""
    with recorded(None, principal, service):
        check_long(question, service.limits)
    found = prepare_long(question, principal, service)
    answers: list[tuple[Batch, Collected]] = []
    denied = list(found.denied)
    for batch, prepared in found.batches:
        try:
            answers.append((batch, collect(execute(prepared, cancellation or Cancellation()))))
        except DeniedError:
            denied += batch.series
    if sum(answer.table.num_rows * len(batch.series) for batch, answer in answers) > service.limits.max_rows:
        message = "The long view has more rows than the maximum."
        raise LimitError(Problem("L501", message, "Ask for fewer nøgletal, units or periods."))
    table = rows_of(answers, question, found.begins_of, found.scale)
    from_all = _stamp([answer.stamp for _, answer in answers], denied, service)
    return Result(COLUMNS, iter(table.to_batches()), from_all, table.schema, hidden=hidden_of_rows(answers))


def check_long(question: LongQuestion, limits: Limits) -> None:
    """Raises ResolutionError (R214), LimitError (L506) for what is refused before any work."""
    problems = [
        Problem("R214", f"The {name} {number} is negative.")
        for name, number in (("limit", question.limit or 0), ("offset", question.offset))
        if number < 0
    ]
    named = sum(len(names or ()) for names in (question.ids, question.kinds, question.units))
    if named > limits.max_filter_values:
        message = f"The question has {named} values in its filters; {limits.max_filter_values} are allowed."
        problems.append(Problem("L506", message))
    if problems:
        raise refusal(*problems)


def _stamp(stamps: Sequence[Stamp], denied: Iterable[Series], service: Service) -> Stamp:
    """Where the rows are from; and which nøgletal that the asker knows of have none, since they may not be seen so."""
    generation = service.generation
    if stamps:
        found = together(stamps)
    else:
        day = generation.as_of(())
        found = Stamp(generation.model.version, generation.loads.number, day.day, "", NOBODY)
    notes = (f"{one.record.title}: vises ikke pr. {one.kind} for den, der spørger" for one in denied)
    return replace(found, notes=tuple(dict.fromkeys((*found.notes, *notes))))
