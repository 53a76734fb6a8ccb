"""What was said of a step of a checklist, and the table of all steps that questions read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, Protocol, get_args

import pyarrow as pa

from semantic.errors import Problem, UnsupportedError
from semantic.execute.live import CHECKLISTS
from semantic.model.checklist import ChecklistDocument, Period, StepDocument

Status = Literal["ikke_begyndt", "i_gang", "udfoert", "ikke_relevant"]
STATUSES: tuple[Status, ...] = get_args(Status)
NOT_BEGUN: Status = "ikke_begyndt"
PERIODS: Mapping[Period, tuple[re.Pattern[str], str]] = {
    "aar": (re.compile(r"\d{4}", re.ASCII), "2025"),
    "kvartal": (re.compile(r"\d{4}K[1-4]", re.ASCII), "2025K1"),
    "maaned": (re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII), "2025-03"),
}


@dataclass(frozen=True, order=True)
class Figures:
    """Whose figures are checked: those of a kommune, an area and a period."""

    kommunekode: int
    omraade: str
    periode: str


@dataclass(frozen=True)
class StepMark:
    """Who says how far a step is for which figures. None is ever changed: the last one is in force."""

    liste: str
    trin: str
    figures: Figures
    status: Status
    bemaerkning: str | None
    af: str
    tid: datetime


def no_such_figures(document: ChecklistDocument, omraade: str, periode: str) -> Iterator[Problem]:
    """Why the list is not done for the area or the period (P191)."""
    if omraade not in document.omraader:
        hint = f"It is for: {', '.join(document.omraader)}."
        yield Problem("P191", f"'{document.id}' is not for the area '{omraade[:40]}'.", hint)
    words, example = PERIODS[document.periode]
    if not words.fullmatch(periode):
        yield Problem("P191", f"'{periode[:40]}' is no period of '{document.id}'.", f"Write it as {example}.")


class StepBook(Protocol):
    """Where what is said of steps is kept."""

    def last(self, liste: str, trin: str, figures: Figures) -> StepMark | None:
        """What is in force of the step. Raises UnsupportedError (U471)."""

    def keep(self, mark: StepMark) -> None:
        """Raises UnsupportedError (U471)."""


class _Empty:
    def last(self, liste: str, trin: str, figures: Figures) -> StepMark | None:
        return None

    def keep(self, mark: StepMark) -> None:
        raise UnsupportedError(Problem("U471", "No checklists are kept here."))


NO_STEPS: StepBook = _Empty()


def table_of(lists: Mapping[str, ChecklistDocument], marks: Iterable[StepMark]) -> pa.Table:
    """A row for each step of each list that was begun, by list, figures and the steps' order.

    What was said of a step that its list has no more is left out.
    """
    begun: dict[tuple[str, Figures], dict[str, StepMark]] = {}
    for one in marks:
        begun.setdefault((one.liste, one.figures), {})[one.trin] = one
    rows = [
        row
        for liste, figures in sorted(begun)
        if liste in lists
        for row in _rows(lists[liste], figures, begun[liste, figures])
    ]
    return pa.Table.from_pylist(rows, schema=CHECKLISTS)


def _rows(document: ChecklistDocument, figures: Figures, marks: Mapping[str, StepMark]) -> Iterator[dict[str, object]]:
    for number, step in enumerate(document.trin, 1):
        yield {
            "liste": document.id, "liste_titel": document.titel, "nummer": number,
            **vars(figures), **_said(step, marks),
        }  # fmt: skip


def _said(step: StepDocument, marks: Mapping[str, StepMark]) -> dict[str, object]:
    one = marks.get(step.id)
    told: dict[str, object] = {"trin": step.id, "trin_titel": step.titel}
    if one is None:
        return {**told, "status": NOT_BEGUN}
    when = one.tid.astimezone(UTC).replace(tzinfo=None)
    return {**told, "status": one.status, "bemaerkning": one.bemaerkning, "af": one.af, "tid": when}
