"""The notes that somebody may see: each where its figure is seen, and nothing of the others."""

from __future__ import annotations

from semantic.access.principal import Principal
from semantic.execute.cancellation import Cancellation
from semantic.long_answer import check_long
from semantic.long_view.question import LongQuestion
from semantic.notes.note import Note, Notebook, in_order
from semantic.notes.sight import sight
from semantic.pipeline import Service, recorded


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
