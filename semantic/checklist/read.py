"""What of checklists somebody may see: rows of the view `tjekliste`, asked as any question, and what checks a step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel
from semantic.checklist.step import NOT_BEGUN, Figures, no_such_figures
from semantic.errors import DeniedError, ParseError, Problem, ResolutionError, suggest
from semantic.execute.cancellation import Cancellation
from semantic.model.checklist import ChecklistDocument, StepDocument, StepMeasureDocument
from semantic.model.model import STATUS_SUFFIX
from semantic.pipeline import Service, answer
from semantic.predicate import Asked, conjunction
from semantic.query import Query, TimeDimension
from semantic.result import collect

VIEW = "tjekliste"
SAID = ("liste", "trin", "nummer", "kommunekode", "kommune", "omraade", "periode", "status", "bemaerkning", "af", "tid")


@dataclass(frozen=True)
class Measured:
    """What checks a step, of the figures: the value as it is shown, its status, and whether the step is met by it.

    `opfyldt` is None where there is no value, and of a step whose measure the asker may not ask for.
    """

    maal: str
    vaerdi: Decimal | None
    status: str | None
    opfyldt: bool | None


@dataclass(frozen=True)
class StepSeen:
    """A step of a list for some figures, `tid` by the wall clock. `maaling` is None where none is declared or seen."""

    step: StepDocument
    status: str
    bemaerkning: str | None = None
    af: str | None = None
    tid: datetime | None = None
    maaling: Measured | None = None


@dataclass(frozen=True)
class ListSeen:
    """A list for the figures of a kommune, an area and a period: every step, those not begun too, in order."""

    document: ChecklistDocument
    figures: Figures
    kommune: str
    steps: tuple[StepSeen, ...]


@dataclass(frozen=True)
class Reader:
    """Who looks, over which service."""

    principal: Principal
    service: Service
    cancellation: Cancellation

    def rows(self, query: Query) -> list[dict[str, Any]]:
        """The rows of the answer, by the members' own names. Raises ServiceError."""
        found = collect(answer(query, self.principal, self.service, self.cancellation))
        names = [one.name.partition(".")[2] for one in found.columns]
        return [dict(zip(names, row.values(), strict=True)) for row in found.table.to_pylist()]

    @property
    def visible(self) -> VisibleModel:
        return self.service.visible(self.principal)


def lists_of(visible: VisibleModel) -> tuple[ChecklistDocument, ...]:
    """The lists, by id, of who knows of the view; others know of none."""
    lists = visible.model.tjeklister
    return tuple(lists[name] for name in sorted(lists)) if VIEW in visible.views else ()


def said_of(reader: Reader, *tests: Asked) -> list[dict[str, Any]]:
    """The steps of all lists begun, where the tests hold, by list, figures and order. Raises ServiceError.

    A dict for each, by the names of `SAID`; `tid` is by the wall clock.
    """
    dimensions = tuple(f"{VIEW}.{name}" for name in SAID)
    found = reader.rows(Query((), dimensions, where=conjunction(*tests)))
    return sorted(found, key=_place)


def _place(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["liste"], row["kommune"] or "", row["omraade"], row["periode"], row["nummer"]


def kommuner_of(view: str, measure: str, reader: Reader, *tests: Asked) -> tuple[str, ...]:
    """The names of the kommuner of which the asker may see rows of the view, whether or not there are some."""
    kommune = f"{view}.kommune"
    query = Query((f"{view}.{measure}",), (kommune,), where=conjunction(*tests), every=(kommune,))
    return tuple(sorted(row["kommune"] for row in reader.rows(query) if row["kommune"] is not None))


def seen_list(reader: Reader, liste: str, figures: Figures) -> ListSeen:
    """One list for some figures. Raises ServiceError: P191 for what is no list, area or period of it, and for a kommune
    that is not the asker's to see, as for one that there is not; and as `prepare` does where the view is hidden."""
    of_kommune = Asked(f"{VIEW}.kommunekode", "equals", (str(figures.kommunekode),))
    kommuner = kommuner_of(VIEW, "antal_trin", reader, of_kommune)
    known = {one.id: one for one in lists_of(reader.visible)}
    document = known.get(liste)
    if document is None:
        raise ParseError(Problem("P191", f"There is no checklist '{liste[:40]}'.", suggest(liste, known)))
    if faults := tuple(no_such_figures(document, figures.omraade, figures.periode)):
        raise ParseError(*faults)
    if not kommuner:
        raise ParseError(Problem("P191", "The kommune is none of those whose checklists you see."))
    tests = (Asked(f"{VIEW}.{name}", "equals", (value,)) for name, value in
             (("liste", liste), ("omraade", figures.omraade), ("periode", figures.periode)))  # fmt: skip
    said = {row["trin"]: row for row in said_of(reader, of_kommune, *tests)}
    return ListSeen(document, figures, kommuner[0], tuple(_steps(document.trin, said, reader, figures)))


def _steps(
    steps: Iterable[StepDocument], said: dict[str, dict[str, Any]], reader: Reader, figures: Figures
) -> Iterable[StepSeen]:
    for step in steps:
        row = said.get(step.id, {"status": NOT_BEGUN, "bemaerkning": None, "af": None, "tid": None})
        maaling = None if step.maaling is None else measured(step.maaling, reader, figures)
        yield StepSeen(step, row["status"], row["bemaerkning"], row["af"], row["tid"], maaling)


def measured(document: StepMeasureDocument, reader: Reader, figures: Figures) -> Measured | None:
    """What the measure says of the figures; None where it is not the asker's to see, as where there is none."""
    period = TimeDimension(document.tid, date_range=figures.periode)
    of_kommune = Asked(document.kommune, "equals", (str(figures.kommunekode),))
    try:
        rows = reader.rows(
            Query((document.maal, f"{document.maal}{STATUS_SUFFIX}"), time_dimensions=(period,), where=of_kommune)
        )
    except (DeniedError, ResolutionError):
        return None
    name = document.maal.partition(".")[2]
    value, status = (rows[0][name], rows[0][f"{name}{STATUS_SUFFIX}"]) if rows else (None, None)
    return Measured(document.maal, value, status, None if value is None else is_met(document, Decimal(value)))


def is_met(document: StepMeasureDocument, value: Decimal) -> bool:
    """
    >>> is_met(StepMeasureDocument(maal="v.m", kommune="v.k", tid="v.t", hoejst=Decimal(5)), Decimal("5.0"))
    True
    """
    if document.mindst is not None:
        return value >= document.mindst
    return document.hoejst is not None and value <= document.hoejst
