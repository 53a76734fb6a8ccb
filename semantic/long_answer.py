"""A question on the long view → its rows, each figure governed as if asked alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from semantic.access.principal import Principal
from semantic.compose import together
from semantic.errors import DeniedError, LimitError, Problem, ServiceError, UnsupportedError, refusal
from semantic.execute.cancellation import Cancellation
from semantic.in_words import lines_of
from semantic.limits import Limits
from semantic.long_view.batches import Asking, Batch, BeginsOf, Decided
from semantic.long_view.columns import COLUMNS
from semantic.long_view.question import Begins, LongQuestion
from semantic.long_view.rows import cut, hidden_of_rows, rows_of
from semantic.long_view.series import Series, ids_seen, lifetime, series_of, wanted
from semantic.long_view.unmet import unmet
from semantic.pipeline import (
    Prepared,
    Service,
    Stopwatch,
    execute,
    notes_of_edition,
    planned,
    prepare,
    recorded,
    stand,
)
from semantic.query import Query
from semantic.result import Collected, Result, Stamp, collect

NOBODY = "ingen rækker"


@dataclass(frozen=True)
class LeftOut:
    """A nøgletal that the asker knows of and that has no rows, and why."""

    series: Series
    error: ServiceError

    @property
    def note(self) -> str:
        """In Danish, as all notes are."""
        record, kind = self.series.record, self.series.kind
        if isinstance(self.error, DeniedError):
            return f"{record.title}: vises ikke pr. {kind} for den, der spørger"
        return f"{record.title}: kan ikke opgøres pr. {kind} ({self.error.code})"


@dataclass(frozen=True)
class LongPrepared:
    """The questions that the long view is put as, ready to run, and the series that have no rows.

    All are asked of the service `over`. `known` are all series that the asker may know of, and `seen` the ids of all
    nøgletal; `scale` is the number of decimals that hold every figure of theirs, whatever is asked for.
    """

    over: Service
    batches: tuple[tuple[Batch, Prepared], ...]
    left_out: tuple[LeftOut, ...]
    begins_of: BeginsOf
    known: tuple[Series, ...]
    seen: frozenset[str]

    @property
    def scale(self) -> int:
        return max((one.decimals for one in self.known), default=0)


def prepare_long(question: LongQuestion, principal: Principal, service: Service) -> LongPrepared:
    """The long view as questions, each prepared and recorded as any other. Raises ServiceError.

    A nøgletal that is denied, or that cannot be answered, has no rows, as what is hidden or absent has none. Where
    there is no other, the whole is refused as the first that cannot be answered, or that could be as of another day.
    """
    whole = Query(as_of=question.as_of, edition=question.edition)
    with recorded(whole, principal, service):  # what is wrong with the whole; each of its questions is recorded alone
        return _prepared(question, principal, service)


def _prepared(question: LongQuestion, principal: Principal, service: Service) -> LongPrepared:
    over, cut = stand(question.edition, principal, service)
    visible = cut(over.visible(principal))
    known = series_of(visible)
    asking = _asking(question, principal, service, over)
    prepared: list[tuple[Batch, Prepared]] = []
    left_out: list[LeftOut] = []
    for batch in asking.batches(wanted(known, question)):
        try:
            prepared.append((batch, prepare(batch.query, principal, service)))
        except (DeniedError, UnsupportedError) as error:
            left_out += [LeftOut(one, error) for one in batch.series]
    if refused := [one.error for one in left_out if not prepared and isinstance(one.error, UnsupportedError)]:
        raise next((error for error in refused if error.code == "U465"), refused[0])
    return LongPrepared(over, tuple(prepared), tuple(left_out), asking.begins_of, known, ids_seen(visible))


def _asking(question: LongQuestion, principal: Principal, service: Service, over: Service) -> Asking:
    """How the question is put; days count from that of the answer. Raises ResolutionError (R210, R222)."""
    generation, zone, asked = over.generation, ZoneInfo(service.timezone), question.day
    question.begins(generation.as_of(()).day, zone)  # whatever is asked for, words that are no period are refused

    def decide(query: Query) -> Decided | None:
        try:
            found = planned(query, principal, service, Stopwatch())  # some are refused only when they are planned
        except (DeniedError, UnsupportedError):
            return None
        return Decided(found.query.fingerprint, any(part.thresholds for part in found.query.parts.values()))

    def day_of(one: Series) -> date:
        try:
            return generation.as_of(one.cubes, asked).day
        except UnsupportedError:  # as the question is, in whose words it is told
            return asked or generation.as_of(()).day

    def lifetime_of(one: Series) -> Begins:
        return lifetime(one, day_of(one))

    def begins_of(one: Series) -> Begins:
        return question.begins(day_of(one), zone).within(lifetime_of(one))

    return Asking(question, decide, lifetime_of, begins_of, service.limits.max_members)


def answer_long(
    question: LongQuestion, principal: Principal, service: Service, cancellation: Cancellation | None = None
) -> Result:
    """The rows of the long view. Raises ServiceError as `prepare_long` does."""
    with recorded(None, principal, service):
        check_long(question, service.limits)
    found = prepare_long(question, principal, service)
    answers: list[tuple[Batch, Collected]] = []
    left_out = list(found.left_out)
    for batch, prepared in found.batches:
        try:
            answers.append((batch, collect(execute(prepared, cancellation or Cancellation()))))
        except DeniedError as error:
            left_out += [LeftOut(one, error) for one in batch.series]
    if sum(answer.table.num_rows * len(batch.series) for batch, answer in answers) > service.limits.max_rows:
        message = "The long view has more rows than the maximum."
        raise LimitError(Problem("L501", message, "Ask for fewer nøgletal, units or periods."))
    rows = rows_of(answers, question, found.begins_of, found.scale)
    from_all = together([answer.stamp for _, answer in answers] or [_stamp(found.over, question.day)])
    nothing = unmet(question, found.known, found.seen, rows)
    notes = dict.fromkeys((*from_all.notes, *(one.note for one in left_out), *nothing))
    from_all, table = replace(from_all, notes=tuple(notes)), cut(rows, question)
    hidden, lines = hidden_of_rows(answers), lines_of(question)
    return Result(COLUMNS, iter(table.to_batches()), from_all, table.schema, hidden=hidden, asked=lines)


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


def _stamp(over: Service, asked: date | None) -> Stamp:
    """Of no rows."""
    generation = over.generation
    number, day = generation.data_version((), asked), generation.as_of((), asked).day
    return Stamp(generation.model.version, number, day, "", NOBODY, tuple(notes_of_edition(over)))
