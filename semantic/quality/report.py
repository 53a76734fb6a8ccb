"""The status report: every part asked as any question, of what the asker may see and of nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from semantic.checklist.read import Reader
from semantic.freshness import Freshness
from semantic.notes.note import Notebook
from semantic.quality.figures import Coverage, QualityFigure, StatusShare, quality_figures, values_in
from semantic.quality.period import ReportPeriod
from semantic.quality.validation import AreaValidated, ListBegun, ListProgress, MarkSeen, lists_in, marks_in


@dataclass(frozen=True)
class Report:
    """`omraader` and `maerker` are None for who knows of no marks, `tjeklister` and `fremdrift` of no lists.

    The sources, marks and lists are as they are on `dag`, the clock's; the figures are of the period.
    """

    periode: ReportPeriod
    dag: date
    model: str
    dataversion: int
    kilder: tuple[Freshness, ...]
    omraader: tuple[AreaValidated, ...] | None
    maerker: tuple[MarkSeen, ...] | None
    tjeklister: tuple[ListBegun, ...] | None
    fremdrift: tuple[ListProgress, ...] | None
    noegletal: tuple[QualityFigure, ...]
    daekning: tuple[Coverage, ...]
    statusser: tuple[StatusShare, ...]


def status_report(period: ReportPeriod, reader: Reader, book: Notebook) -> Report:
    """The report of the period. Raises ServiceError, but for what is hidden or denied, which is left out."""
    service, visible = reader.service, reader.visible
    marks, lists = marks_in(period, reader), lists_in(period, reader)
    covered, shares = values_in(period, reader)
    return Report(
        periode=period,
        dag=service.today(),
        model=service.generation.model.version,
        dataversion=service.generation.loads.number,
        kilder=service.freshness(visible),
        omraader=marks and marks[0],
        maerker=marks and marks[1],
        tjeklister=lists and lists[0],
        fremdrift=lists and lists[1],
        noegletal=quality_figures(period, reader, book),
        daekning=covered,
        statusser=shares,
    )
