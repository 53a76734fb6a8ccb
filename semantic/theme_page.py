"""A theme's page → its cards' figures, each an ordinary question, decided and recorded as if asked alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel
from semantic.errors import DeniedError
from semantic.execute.cancellation import Cancellation
from semantic.model.model import STATUS_SUFFIX
from semantic.model.record import NoegletalDocument
from semantic.model.theme import CardDocument, ThemeDocument
from semantic.pipeline import Service, answer
from semantic.query import Query, TimeDimension
from semantic.result import Collected, collect


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


def pages_of(visible: VisibleModel) -> tuple[ThemeDocument, ...]:
    """The pages with a card that may be asked, in their order."""
    pages = sorted(visible.model.temaer.values(), key=lambda one: (one.raekkefoelge, one.id))
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


def _may_ask(name: str, visible: VisibleModel) -> bool:
    view, _, member = name.partition(".")
    return visible.member(view, member) is not None


def answer_page(
    page: ThemeDocument, principal: Principal, service: Service, cancellation: Cancellation
) -> tuple[tuple[Card, Collected], ...]:
    """Each card with its answer; one that is denied is left out as if it were not there. Raises ServiceError."""
    cards = cards_of(page, service.visible(principal))
    return tuple((card, found) for card in cards if (found := _answered(card, principal, service, cancellation)))


def _answered(card: Card, principal: Principal, service: Service, cancellation: Cancellation) -> Collected | None:
    try:
        return collect(answer(card.query, principal, service, cancellation))
    except DeniedError:
        return None
