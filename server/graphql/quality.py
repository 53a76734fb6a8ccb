"""`kvalitetsrapport`: the status report on the quality of the data, of what the asker may see."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

import strawberry
from strawberry.types import Info

from semantic.checklist.read import Reader
from semantic.quality.figures import QualityFigure
from semantic.quality.period import read_period
from semantic.quality.report import Report, status_report
from server.graphql import checklists, notes
from server.graphql.notes import FigureNote, note_of
from server.graphql.sources import SourceFreshness, source_of

REPORT = "kvalitetsrapport"
T = TypeVar("T")
SIZES = {"maerker": 200, "fremdrift": 200, "daekning": 20, "statusser": 40}  # as in the cost of a document


class Asking(checklists.Asking, notes.Asking, Protocol):
    """Who asks, what they may know of, and where notes are."""


@strawberry.type(name="RapportOmraade", description="How many kommuner have validated an area in a period.")
class ReportArea:
    omraade: str
    periode: str
    valideret: int
    ikke_valideret: int = strawberry.field(name="ikke_valideret")
    uden: list[str] = strawberry.field(description="The kommuner without a mark, of those whose marks are seen.")


@strawberry.type(name="RapportMaerke", description="A mark of validation in force.")
class ReportMark:
    kommune: str
    omraade: str
    periode: str
    status: str
    afvigelse_pct: str | None = strawberry.field(name="afvigelse_pct")
    af: str
    tid: str = strawberry.field(description="By the wall clock.")


@strawberry.type(name="RapportTjekliste", description="How many kommuner are where with a list, area and period.")
class ReportList:
    titel: str
    omraade: str
    periode: str
    begyndt: int
    faerdige: int = strawberry.field(description="With all steps done or irrelevant; none while some are unknown here.")
    ukendte: int = strawberry.field(description="How many of the list's steps are not known here.")
    ikke_begyndt: list[str] = strawberry.field(name="ikke_begyndt", description="Of the kommuner whose lists are seen.")


@strawberry.type(name="RapportFremdrift", description="A kommune's list, begun.")
class ReportProgress:
    titel: str
    kommune: str
    omraade: str
    periode: str
    trin: int
    udfoert: int
    ikke_relevant: int = strawberry.field(name="ikke_relevant")
    i_gang: int = strawberry.field(name="i_gang")
    aabne: list[str] = strawberry.field(description="The titles of the steps that are neither done nor irrelevant.")
    ukendte: int


@strawberry.type(name="RapportTal", description="A nøgletal in a period.")
class ReportFigure:
    periode: str
    vaerdi: str | None = strawberry.field(description="An exact decimal.")
    status: str | None = strawberry.field(description="What kind of value it is.")
    opgjort_pr: str = strawberry.field(name="opgjort_pr", description="The last day that it speaks of.")
    omfang: str = strawberry.field(description="Whose rows it is of, in words.")
    hele: bool = strawberry.field(description="Whether the data reaches the period's end.")


@strawberry.type(name="RapportNoegletal", description="A nøgletal of quality, now and in the period before.")
class ReportNoegletal:
    noegletal: strawberry.ID
    titel: str
    maal: str
    tid: str
    enhed: str | None = strawberry.field(description="The unit.")
    polarity: str | None
    syntetisk: bool
    nu: ReportFigure
    foer: ReportFigure
    noter: list[FigureNote]


@strawberry.type(name="RapportDaekning", description="What there is of a data area by a kind of unit.")
class ReportCoverage:
    dataomraade: str
    enhedstype: str
    syntetisk: bool
    noegletal: int
    enheder: int
    vaerdier: int
    ufuldstaendige: int = strawberry.field(description="Values of periods that the data does not cover to their end.")


@strawberry.type(name="RapportStatus", description="How many values of a data area by a kind of unit have a status.")
class ReportStatus:
    dataomraade: str
    enhedstype: str
    status: str
    antal: int
    andel_pct: str = strawberry.field(name="andel_pct")


@strawberry.type(name="Kvalitetsrapport", description="The status of the data's quality in a period.")
class QualityReport:
    periode: str
    dag: str = strawberry.field(description="The day that sources, marks and lists are of.")
    kilder: list[SourceFreshness]
    omraader: list[ReportArea] | None = strawberry.field(description="None for who knows of no marks.")
    maerker: list[ReportMark] | None
    tjeklister: list[ReportList] | None = strawberry.field(description="None for who knows of no checklists.")
    fremdrift: list[ReportProgress] | None
    noegletal: list[ReportNoegletal]
    daekning: list[ReportCoverage]
    statusser: list[ReportStatus]


def report_of(info: Info[Asking, None], periode: str) -> QualityReport:
    asker = info.context
    reader = Reader(asker.principal, asker.service, asker.cancellation)
    return _report(status_report(read_period(periode), reader, asker.notes), ZoneInfo(asker.service.timezone))


def _report(found: Report, zone: ZoneInfo) -> QualityReport:
    return QualityReport(
        periode=found.periode.words,
        dag=found.dag.isoformat(),
        kilder=[source_of(one) for one in found.kilder],
        omraader=_all(ReportArea, found.omraader),
        maerker=_all(ReportMark, found.maerker),
        tjeklister=_all(ReportList, found.tjeklister),
        fremdrift=_all(ReportProgress, found.fremdrift),
        noegletal=[_figure(one, zone) for one in found.noegletal],
        daekning=_all(ReportCoverage, found.daekning) or [],
        statusser=_all(ReportStatus, found.statusser) or [],
    )


def _all(kind: type[T], found: Iterable[object] | None) -> list[T] | None:
    return None if found is None else [_as(kind, one) for one in found]


def _as(kind: type[T], one: object) -> T:
    """What is found as the type that has the same names."""
    names = list(inspect.signature(kind).parameters)
    return kind(**{name: _written(getattr(one, name)) for name in names})


def _written(value: object) -> object:
    """Exact decimals and moments as text."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _figure(one: QualityFigure, zone: ZoneInfo) -> ReportNoegletal:
    return ReportNoegletal(
        noegletal=strawberry.ID(one.record.id),
        titel=one.record.short_title or one.record.title,
        maal=one.maal,
        tid=one.tid,
        enhed=one.enhed,
        polarity=one.polarity,
        syntetisk=one.syntetisk,
        nu=_as(ReportFigure, one.nu),
        foer=_as(ReportFigure, one.foer),
        noter=[note_of(note, zone) for note in one.noter],
    )


@strawberry.type
class Query(checklists.Query):
    kvalitetsrapport: QualityReport = strawberry.field(
        resolver=report_of,
        description="How the quality of the data is in 2025H1 or 2025, as far as the asker may see it.",
    )
