"""The nøgletal of quality in the report's period and in the one before, and what kinds of values all nøgletal have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from semantic.access.visible import VisibleModel
from semantic.checklist.read import Reader
from semantic.errors import DeniedError
from semantic.long_answer import answer_long
from semantic.long_view.columns import LONG_VIEW
from semantic.long_view.question import LongQuestion
from semantic.model.model import STATUS_SUFFIX, Measure, Model
from semantic.model.record import NoegletalDocument
from semantic.notes.note import Note, Notebook
from semantic.notes.read import notes_of
from semantic.pipeline import answer
from semantic.quality.period import ReportPeriod
from semantic.query import Query, TimeDimension
from semantic.result import collect

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class FigureIn:
    """A nøgletal in a period: as it is shown, and what kind of value it is. `opgjort_pr` is the last day that it speaks
    of, and `hele` says whether that is the period's last or later; `omfang` is whose rows it is of, in words."""

    periode: str
    vaerdi: Decimal | None
    status: str | None
    opgjort_pr: date
    hele: bool
    omfang: str


@dataclass(frozen=True)
class QualityFigure:
    """A nøgletal of quality, now and in the period before, with the notes on it in either."""

    record: NoegletalDocument
    maal: str
    tid: str
    enhed: str | None
    polarity: str | None
    syntetisk: bool
    nu: FigureIn
    foer: FigureIn
    noter: tuple[Note, ...] = ()


@dataclass(frozen=True)
class StatusShare:
    """The values of a data area by a kind of unit with a status: how many, and how many per cent of those there are."""

    dataomraade: str
    enhedstype: str
    status: str
    antal: int
    andel_pct: Decimal


@dataclass(frozen=True)
class Coverage:
    """What there is of a data area by a kind of unit: nøgletal, units and values, and how many values are of a period
    that the data does not cover to its end."""

    dataomraade: str
    enhedstype: str
    syntetisk: bool
    noegletal: int
    enheder: int
    vaerdier: int
    ufuldstaendige: int


def quality_figures(period: ReportPeriod, reader: Reader, book: Notebook) -> tuple[QualityFigure, ...]:
    """Those of the themes' pages that are for the report, in their order; what is hidden or denied is left out."""
    found = [one for one in _figures(period, reader) if one is not None]
    ids = frozenset(one.record.id for one in found)
    days = LongQuestion(ids, first=period.before.first, last=period.last)
    notes = notes_of(days, reader.principal, reader.service, book, reader.cancellation) if ids else ()
    return tuple(
        replace(one, noter=tuple(note for note in notes if note.figure.noegletal == one.record.id)) for one in found
    )


def _figures(period: ReportPeriod, reader: Reader) -> Iterator[QualityFigure | None]:
    visible = reader.visible
    pages = sorted((one.document for one in visible.model.temaer.values()), key=lambda one: (one.raekkefoelge, one.id))
    for card in (card for page in pages if page.statusrapport for card in page.kort):
        record = visible.model.noegletal[card.noegletal]
        if all(_may_ask(name, visible) for name in (record.measure, card.tid)):
            yield _figure(record, card.tid, period, reader)


def _may_ask(name: str, visible: VisibleModel) -> bool:
    view, _, member = name.partition(".")
    return visible.member(view, member) is not None


def _figure(record: NoegletalDocument, tid: str, period: ReportPeriod, reader: Reader) -> QualityFigure | None:
    try:
        now, before = (_in(record.measure, tid, one, reader) for one in (period, period.before))
    except DeniedError:
        return None
    view, _, name = record.measure.partition(".")
    found = reader.visible.views[view]
    measure = found.members[name].member
    assert isinstance(measure, Measure)  # a record names nothing else
    return QualityFigure(record, record.measure, tid, measure.unit, measure.polarity, found.synthetic, now, before)


def _in(measure: str, tid: str, period: ReportPeriod, reader: Reader) -> FigureIn:
    query = Query(
        (measure, f"{measure}{STATUS_SUFFIX}"), time_dimensions=(TimeDimension(tid, date_range=period.range),)
    )
    found = collect(answer(query, reader.principal, reader.service, reader.cancellation))
    value, status = (column.to_pylist()[0] for column in found.table.columns)
    day = found.stamp.as_of
    return FigureIn(
        period.words, None if value is None else Decimal(value), status, day, day >= period.last, found.stamp.scope
    )


def values_in(period: ReportPeriod, reader: Reader) -> tuple[tuple[Coverage, ...], tuple[StatusShare, ...]]:
    """Of all that the long view has of periods that begin in the report's, by data area and kind of unit.

    Raises ServiceError: L501 where it has more rows than the maximum.
    """
    asked = LongQuestion(date_range=period.range)
    table = collect(answer_long(asked, reader.principal, reader.service, reader.cancellation)).table
    names = ("noegletal", "enhed_type", "enhed", "status", "daekning")
    rows = [Row(*cells) for cells in zip(*(table[f"{LONG_VIEW}.{one}"].to_pylist() for one in names), strict=True)]
    model = reader.service.generation.model
    parts: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        parts.setdefault((model.noegletal[row.noegletal].data_area, row.kind), []).append(row)
    covered = tuple(_coverage(*key, parts[key], model) for key in sorted(parts))
    return covered, tuple(share for key in sorted(parts) for share in _shares(*key, parts[key]))


@dataclass(frozen=True)
class Row:
    """A value of the long view."""

    noegletal: str
    kind: str
    unit: str | None
    status: str
    coverage: Decimal | None


def _coverage(area: str, kind: str, rows: list[Row], model: Model) -> Coverage:
    ids, units = {one.noegletal for one in rows}, {one.unit for one in rows if one.unit is not None}
    partial = sum(one.coverage is not None and one.coverage < 1 for one in rows)
    views = (model.noegletal[one].measure.partition(".")[0] for one in ids)
    synthetic = any(model.views[view].synthetic for view in views)
    return Coverage(area, kind, synthetic, len(ids), len(units), len(rows), partial)


def _shares(area: str, kind: str, rows: list[Row]) -> Iterator[StatusShare]:
    for status, count in sorted(Counter(one.status for one in rows).items(), key=lambda one: (-one[1], one[0])):
        share = (Decimal(100 * count) / len(rows)).quantize(TENTH, ROUND_HALF_UP)
        yield StatusShare(area, kind, status, count, share)
