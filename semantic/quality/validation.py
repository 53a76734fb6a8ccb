"""Which kommuner have validated which areas of the report's periods, and how far their checklists are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from semantic.checklist.read import VIEW as CHECKLISTS
from semantic.checklist.read import Reader, kommuner_of, lists_of, said_of
from semantic.model.checklist import ChecklistDocument
from semantic.predicate import Asked
from semantic.quality.period import ReportPeriod
from semantic.query import Query

MARKS = "valideringsstatus"
MARK = ("kommune", "omraade", "periode", "status", "afvigelse_pct", "af", "tid")
VALIDATED = "valideret"
DONE, NOT_RELEVANT, UNDER_WAY = "udfoert", "ikke_relevant", "i_gang"


@dataclass(frozen=True)
class MarkSeen:
    """A mark in force. `tid` is by the wall clock."""

    kommune: str
    omraade: str
    periode: str
    status: str
    afvigelse_pct: Decimal | None
    af: str
    tid: datetime


@dataclass(frozen=True)
class AreaValidated:
    """An area in a period, of the kommuner that the asker sees marks of: how many are validated, how many are marked as
    not validated, and which have no mark, by name."""

    omraade: str
    periode: str
    valideret: int
    ikke_valideret: int
    uden: tuple[str, ...]


@dataclass(frozen=True)
class ListProgress:
    """A kommune's list for an area and a period, begun: how many of its steps are where.

    `aabne` are the titles of those that are neither done nor irrelevant. `ukendte` steps are known to nobody here, and
    a list with some is never `faerdig`.
    """

    titel: str
    kommune: str
    omraade: str
    periode: str
    trin: int
    udfoert: int
    ikke_relevant: int
    i_gang: int
    aabne: tuple[str, ...]
    ukendte: int

    @property
    def faerdig(self) -> bool:
        return not self.aabne and not self.ukendte


@dataclass(frozen=True)
class ListBegun:
    """A list for an area and a period, of the kommuner that the asker sees lists of: how many have begun it and how
    many have done all its steps, and which have not begun, by name."""

    titel: str
    omraade: str
    periode: str
    begyndt: int
    faerdige: int
    ukendte: int
    ikke_begyndt: tuple[str, ...]


def marks_in(period: ReportPeriod, reader: Reader) -> tuple[tuple[AreaValidated, ...], tuple[MarkSeen, ...]] | None:
    """The areas, and the marks in force by area, period and kommune; None for who knows of no marks.

    An area is there with the periods of the lists that are for it, and with any that a mark in sight is of.
    """
    if MARKS not in reader.visible.views:
        return None
    of_period = Asked(f"{MARKS}.periode", "equals", period.all_periods)
    rows = reader.rows(Query((), tuple(f"{MARKS}.{name}" for name in MARK), where=of_period))
    found = [MarkSeen(**{name: row[name] for name in MARK}) for row in rows if row["kommune"] is not None]
    marks = tuple(sorted(found, key=lambda one: (one.omraade, one.periode, one.kommune)))
    expected = {(area, when) for one in lists_of(reader.visible) for area in one.omraader
                for when in period.periods(one.periode)}  # fmt: skip
    kommuner = kommuner_of(MARKS, "antal_maerker", reader)
    areas = sorted(expected | {(one.omraade, one.periode) for one in marks})
    return tuple(_area(area, when, marks, kommuner) for area, when in areas), marks


def _area(area: str, when: str, marks: tuple[MarkSeen, ...], kommuner: tuple[str, ...]) -> AreaValidated:
    own = {one.kommune: one.status == VALIDATED for one in marks if (one.omraade, one.periode) == (area, when)}
    without = tuple(one for one in kommuner if one not in own)
    return AreaValidated(area, when, sum(own.values()), len(own) - sum(own.values()), without)


def lists_in(period: ReportPeriod, reader: Reader) -> tuple[tuple[ListBegun, ...], tuple[ListProgress, ...]] | None:
    """Every list for its areas and periods, and those begun by list, area, period and kommune; None for who knows of no
    lists."""
    if CHECKLISTS not in reader.visible.views:
        return None
    kommuner = kommuner_of(CHECKLISTS, "antal_trin", reader)
    rows = said_of(reader, Asked(f"{CHECKLISTS}.periode", "equals", period.all_periods))
    begun: dict[tuple[str, str, str, str], dict[str, str]] = {}
    for row in rows:
        if row["kommune"] is not None:
            key = (row["liste"], row["omraade"], row["periode"], row["kommune"])
            begun.setdefault(key, {})[row["trin"]] = row["status"]
    known = {one.id: one for one in lists_of(reader.visible)}
    progress = {key: _progress(known[key[0]], key, steps) for key, steps in sorted(begun.items())}
    lists = tuple(_begun(one, area, when, progress, kommuner) for one, area, when in _expected(known, period))
    return lists, tuple(progress.values())


def _expected(
    known: dict[str, ChecklistDocument], period: ReportPeriod
) -> Iterator[tuple[ChecklistDocument, str, str]]:
    for one in known.values():
        for area in one.omraader:
            for when in period.periods(one.periode):
                yield one, area, when


def _progress(document: ChecklistDocument, key: tuple[str, str, str, str], steps: dict[str, str]) -> ListProgress:
    _, area, when, kommune = key
    said = list(steps.values())
    still = tuple(one.titel for one in document.trin if steps.get(one.id) not in (DONE, NOT_RELEVANT))
    return ListProgress(
        document.titel, kommune, area, when, len(document.trin), said.count(DONE), said.count(NOT_RELEVANT),
        said.count(UNDER_WAY), still, document.ukendte_trin,
    )  # fmt: skip


def _begun(
    document: ChecklistDocument, area: str, when: str, progress: dict[tuple[str, str, str, str], ListProgress],
    kommuner: tuple[str, ...],
) -> ListBegun:  # fmt: skip
    own = {key[3]: one for key, one in progress.items() if key[:3] == (document.id, area, when)}
    without = tuple(one for one in kommuner if one not in own)
    done = sum(one.faerdig for one in own.values())
    return ListBegun(document.titel, area, when, len(own), done, document.ukendte_trin, without)
