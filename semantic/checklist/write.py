"""What is said of a step: by whose role says so, of the figures that it validates, never without a record."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from semantic.access.principal import OPERATOR, Principal
from semantic.audit.asked import Asked, Filtered
from semantic.audit.auditor import ANSWERED
from semantic.checklist.step import PERIODS, STATUSES, Figures, Status, StepBook, StepMark, no_such_figures
from semantic.errors import DeniedError, LimitError, ParseError, Problem, ServiceError, suggest
from semantic.model.checklist import AREA, ChecklistDocument
from semantic.notes.note import right_text
from semantic.pipeline import Service

KOMMUNER = range(100, 1000)
ID = re.compile(r"[a-z0-9_]{1,63}", re.ASCII)


@dataclass(frozen=True)
class Told:
    """How far a step is, as it was typed. A remark of None is none."""

    liste: str
    trin: str
    kommune: int
    omraade: str
    periode: str
    status: str
    bemaerkning: str | None = None

    @property
    def figures(self) -> Figures:
        return Figures(self.kommune, self.omraade, self.periode)


@dataclass(frozen=True)
class StepWriter:
    """Who says it, over which service and into which book; `now` is the clock's."""

    principal: Principal
    service: Service
    book: StepBook
    now: Callable[[], datetime]


def set_step(writer: StepWriter, told: Told) -> StepMark:
    """What is said, kept for good; where the same is in force already, that is left as it is.

    Raises ServiceError: P152 and P191 for words that are none, A325 who may not validate the figures, U469 a remark
    that cannot be kept, U471, L530.
    """
    remark = _checked(told)
    if not _may(writer, told):
        raise _denied(writer, told, remark)
    status = _known(writer.service.generation.model.tjeklister, told)
    last = writer.book.last(told.liste, told.trin, told.figures)
    if last is not None and (last.status, last.bemaerkning) == (status, remark):
        return last
    mark = StepMark(told.liste, told.trin, told.figures, status, remark, writer.principal.subject, writer.now())
    return _kept(writer, mark, _asked(writer, told, remark))


def _checked(told: Told) -> str | None:
    """The remark as it is kept. Raises ParseError (P152, P191) with every word that is none, UnsupportedError (U469).

    INVARIANT: what is recorded of who is denied are words of these forms only.
    """
    found: list[Problem] = []
    if told.kommune not in KOMMUNER:
        found.append(Problem("P152", f"'{told.kommune}' is no code of a kommune.", "Write its three digits."))
    if not re.fullmatch(AREA, told.omraade, re.ASCII):
        found.append(Problem("P152", f"'{told.omraade[:40]}' is no area.", "Small letters a-z, digits and _."))
    if not any(words.fullmatch(told.periode) for words, _ in PERIODS.values()):
        found.append(Problem("P191", f"'{told.periode[:40]}' is no period.", "Write 2025, 2025K1 or 2025-03."))
    for name in (told.liste, told.trin):
        if not ID.fullmatch(name):
            found.append(Problem("P191", f"'{name[:40]}' is no id.", "Small letters a-z, digits and _."))
    if told.status not in STATUSES:
        found.append(Problem("P191", f"'{told.status[:40]}' is no status.", f"One of {', '.join(STATUSES)}."))
    if found:
        raise ParseError(*found)
    return right_text(told.bemaerkning, "remark") if told.bemaerkning else None


def _may(writer: StepWriter, told: Told) -> bool:
    service = writer.service
    if writer.principal is OPERATOR:
        return True
    return service.policies.may_validate(writer.principal, told.kommune, told.omraade, service.today())


def _denied(writer: StepWriter, told: Told, remark: str | None) -> DeniedError:
    """Recorded before anybody is told. What lists there are is not told here."""
    problem = Problem(
        "A325",
        f"'{writer.principal.subject}' may not validate '{told.omraade}' of kommune {told.kommune}.",
        "A role says which areas, and the user's attribute which kommune.",
    )
    writer.service.auditor.opened(_asked(writer, told, remark).refused((problem.code,))).durable()
    error = DeniedError(problem)
    error.recorded = True
    return error


def _known(lists: Mapping[str, ChecklistDocument], told: Told) -> Status:
    """The status, where the list has the step, the area and such periods. Raises ParseError (P191)."""
    document = lists.get(told.liste)
    if document is None:
        hint = suggest(told.liste, lists) or "'nogletal tjekliste list' shows them."
        raise ParseError(Problem("P191", f"There is no checklist '{told.liste}'.", hint))
    steps = [one.id for one in document.trin]
    found = list(no_such_figures(document, told.omraade, told.periode))
    if told.trin not in steps:
        hint = suggest(told.trin, steps) or f"It has: {', '.join(steps)}."
        found.append(Problem("P191", f"'{told.liste}' has no step '{told.trin}'.", hint))
    if found:
        raise ParseError(*found)
    return next(one for one in STATUSES if one == told.status)


def _kept(writer: StepWriter, mark: StepMark, asked: Asked) -> StepMark:
    """The word, kept once its record is durable, which has no text of the remark. Raises LimitError (L530) without."""
    begun = time.perf_counter()
    opening = writer.service.auditor.opened(asked)
    if not opening.durable():
        hint = "Those who run this must see to the disk of the audit; /readyz tells when it is well."
        raise LimitError(Problem("L530", "The step cannot be recorded now, and is not set.", hint))
    try:
        writer.book.keep(mark)
    except ServiceError as error:
        opening.close(0, error.code, (time.perf_counter() - begun) * 1000)
        raise
    opening.close(1, ANSWERED, (time.perf_counter() - begun) * 1000)
    return mark


def _asked(writer: StepWriter, told: Told, remark: str | None) -> Asked:
    """What is said, in the words of the cube that questions read it by; of the remark a hash."""
    says = {"liste": told.liste, "trin": told.trin, **vars(told.figures), "status": told.status}
    filters = tuple(Filtered(f"tjekliste.{name}", "equals", (one,), personal=False) for name, one in says.items())
    service, principal = writer.service, writer.principal
    said = "\n".join((*map(str, says.values()), remark or ""))
    written = "" if remark is None else f"sha256:{hashlib.sha256(said.encode()).hexdigest()}"
    return Asked(
        principal.subject, principal.roles, service.generation.model.version, service.generation.loads.number,
        service.policies.version, ("tjekliste.status",), (), filters, purpose="mark", written=written,
    )  # fmt: skip
