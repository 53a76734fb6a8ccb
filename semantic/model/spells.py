"""Spells: rows that last from one day to another, and what is counted of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from semantic.model.vocabulary import NAME, Described, Document


class IntervalDocument(Document):
    """The cube's rows are spells: from the day `start` to the day `end`, which is empty while they last."""

    start: str
    end: str
    period: str = Field(
        "periode",
        pattern=NAME,
        max_length=63,
        description="The time dimension that spells are asked by: the question's calendar, which no row has. It is made"
        " where the cube declares none of that name.",
    )


class SpellKeys(Described):
    day_count: Literal["end_excluded_365", "inclusive_actual"] | None = Field(
        None,
        description="Whether `end` is the first day without (left out) or the last day with, and a year has 365 days or"
        " as many as it has.",
    )
    of: Literal["ended", "active"] | None = Field(
        None, description="days: all days of the spells that ended in the period, or so far of those active at its end."
    )
    through: Literal["opgjort_pr"] | None = Field(
        None, description="days, years, amount: no day later than the answer's as-of day counts."
    )


@dataclass(frozen=True)
class SpellInterval:
    """Names of the cube's time dimensions; `period` is the question's calendar."""

    start: str
    end: str
    period: str


What = Literal["active", "started", "ended", "within", "length", "so_far"]
Reckoning = Literal["days", "leap_days", "common_days"]


@dataclass(frozen=True)
class Spell:
    """What is aggregated of spells instead of their rows.

    How many are `active` at a period's end, have `started` or `ended` in it; or, in days or those of leap years or of
    common ones, how much of them lies `within` it, the `length` of those that ended in it, and how long those active at
    its end have lasted `so_far`. With `inclusive` the recorded end is the last day, otherwise the first without. What
    is `realised` knows of nothing after the as-of day.
    """

    what: What
    reckoning: Reckoning = "days"
    inclusive: bool = False
    realised: bool = True

    @property
    def is_of_one_date(self) -> bool:
        """Whether it is counted at the end of a period, and not within it."""
        return self.what in ("active", "so_far")
