"""A theme's page → its figures, each an ordinary question, decided and recorded as if asked alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel
from semantic.errors import DeniedError, Problem, ServiceError
from semantic.execute.cancellation import Cancellation
from semantic.model.model import STATUS_SUFFIX
from semantic.model.record import NoegletalDocument
from semantic.model.theme import CardDocument, ChartDocument, ThemeDocument
from semantic.pipeline import Service, answer
from semantic.query import Query, TimeDimension
from semantic.result import Collected, collect


class Figure(Protocol):
    """What stands on a page, as one question."""

    @property
    def query(self) -> Query: ...


F = TypeVar("F", bound=Figure)


@dataclass(frozen=True)
class Card:
    """A card that the asker may ask for. `before` is the measure a year before, None where it may not be asked."""

    record: NoegletalDocument
    document: CardDocument
    measure: str
    before: str | None

    @property
    def query(self) -> Query:
        """The card as one question of one row: the value, its status, and the value a year before."""
        measures = (self.measure, f"{self.measure}{STATUS_SUFFIX}", *([self.before] if self.before else []))
        return Query(measures, time_dimensions=(TimeDimension(self.document.tid, date_range=self.document.periode),))


@dataclass(frozen=True)
class Series:
    """One nøgletal of a graph that the asker may ask for."""

    record: NoegletalDocument
    document: ChartDocument

    @property
    def query(self) -> Query:
        """The series as one question: the members that it is divided by, periods, values and what kind each is.

        One row for each period that has rows, the earliest first, and within it by the order of the members.
        """
        chart, measure = self.document, self.record.measure
        time = TimeDimension(chart.tid, chart.inddeling, chart.periode)
        members = (chart.opdeling,) if chart.opdeling else ()
        return Query((measure, f"{measure}{STATUS_SUFFIX}"), members, (time,))


def pages_of(visible: VisibleModel) -> tuple[ThemeDocument, ...]:
    """The pages with a card that may be asked, in their order."""
    pages = sorted((one.document for one in visible.model.temaer.values()), key=lambda one: (one.raekkefoelge, one.id))
    return tuple(page for page in pages if cards_of(page, visible))


def cards_of(page: ThemeDocument, visible: VisibleModel) -> tuple[Card, ...]:
    """The cards whose measure and time are the asker's to ask: hidden ones are left out as absent ones are."""
    return tuple(_cards(page, visible))


def _cards(page: ThemeDocument, visible: VisibleModel) -> Iterator[Card]:
    for document in page.kort:
        record = visible.model.noegletal[document.noegletal]
        measure = f"{record.measure}__{document.beregning}" if document.beregning else record.measure
        before = f"{measure}_sidste_aar" if document.beregning else f"{measure}__sidste_aar"
        if _may_ask(measure, visible) and _may_ask(document.tid, visible):
            yield Card(record, document, measure, before if _may_ask(before, visible) else None)


def series_on(page: ThemeDocument, visible: VisibleModel) -> tuple[Series, ...]:
    """The series of the graphs whose measure, time and division are the asker's to ask, in the page's order."""
    return tuple(
        Series(record, chart)
        for chart in page.grafer
        for record in (visible.model.noegletal[name] for name in chart.noegletal)
        if all(_may_ask(name, visible) for name in (record.measure, chart.tid, chart.opdeling) if name)
    )


def _may_ask(name: str, visible: VisibleModel) -> bool:
    view, _, member = name.partition(".")
    return visible.member(view, member) is not None


def faulty_figures(visible: VisibleModel, ask: Callable[[Query], object]) -> Iterator[Problem]:
    """A problem (D669) at the line of its theme for everything that refuses a card or a series: what `ask` raises."""
    for theme in visible.model.temaer.values():
        page = theme.document
        figures: tuple[Card | Series, ...] = (*cards_of(page, visible), *series_on(page, visible))
        for one in figures:
            try:
                ask(one.query)
            except ServiceError as error:
                where = f"The theme '{page.id}' shows '{one.record.id}' by '{one.document.tid}', which cannot be asked"
                for problem in error.problems:
                    message = f"{where}: {problem.code} {problem.message}"
                    yield Problem("D669", message, problem.hint, problem.detail, theme.at)


def answer_each(
    figures: Iterable[F], principal: Principal, service: Service, cancellation: Cancellation
) -> tuple[tuple[F, Collected], ...]:
    """Each figure with its answer; one that is denied is left out as if it were not there. Raises ServiceError."""
    return tuple((one, found) for one in figures if (found := _answered(one, principal, service, cancellation)))


def _answered(figure: Figure, principal: Principal, service: Service, cancellation: Cancellation) -> Collected | None:
    try:
        return collect(answer(figure.query, principal, service, cancellation))
    except DeniedError:
        return None
