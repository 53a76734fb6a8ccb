"""The notes that somebody may see: each where its figure is seen, and nothing of the others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from semantic.access.principal import Principal
from semantic.execute.cancellation import Cancellation
from semantic.long_answer import check_long
from semantic.long_view.question import LongQuestion
from semantic.notes.note import Note, Notebook, in_order
from semantic.notes.sight import sight
from semantic.pipeline import Service, recorded
from semantic.theme_page import Card


def notes_of(
    asked: LongQuestion, principal: Principal, service: Service, book: Notebook, cancellation: Cancellation
) -> tuple[Note, ...]:
    """The notes in force of what is asked for, by nøgletal, unit and period.

    Raises ServiceError, but for what is denied, of which there are none.
    Every question of the long view behind them is decided and recorded as if asked alone.
    """
    with recorded(None, principal, service):
        check_long(asked, service.limits)
    seen = sight(asked, principal, service, cancellation)
    ids = frozenset(noegletal for noegletal, _ in seen.seen)
    return in_order(one for one in book.of(ids) if one.in_force and seen.holds(one.figure))


def notes_on(card: Card, as_of: date, zone: ZoneInfo, notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those on the card's nøgletal of periods that begin in the card's, which counts from the day of its answer.

    None where the card counts by another time than notes are of.
    """
    if card.document.tid != card.record.period:
        return ()
    begins = LongQuestion(date_range=card.document.periode).begins(as_of, zone)
    return tuple(one for one in notes if one.figure.noegletal == card.record.id and begins.holds(one.figure.periode))
