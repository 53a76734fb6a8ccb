"""What is counted of spells up to the periods of a calendar. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from semantic.model.spells import Spell

EVENT, PERSON = "@event", "@person"


@dataclass(frozen=True)
class Span:
    """A period of the answer and the days that count in it: from `low`, before `high`; a `low` of None is any.

    Days from `until` on are reckoned no more. Nothing is known of a period that is not `known`.
    """

    begins: date
    low: date | None
    high: date
    until: date
    known: bool = True


@dataclass(frozen=True)
class Swept:
    """A column that is computed from the cells of starts and stops: their number or weight, and what is reckoned of it.

    `persons` are counted apart, whose names are in the cells. `scale` are the exact decimals of its rate or parts.
    """

    name: str
    spell: Spell
    persons: bool
    is_count: bool
    scale: int

    @property
    def number(self) -> str:
        """How many spells, or the sum of their rates; NULL for none."""
        return f"{self.name}@number"

    @property
    def reckoned(self) -> str:
        """The sum of the event's day number, each times the rate."""
        return f"{self.name}@reckoned"
