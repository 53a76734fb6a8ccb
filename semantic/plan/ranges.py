"""The range of time that a question's tests name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from semantic.errors import Problem
from semantic.model.grain import period_of
from semantic.model.stage import Stage
from semantic.plan.periods import INSTANT
from semantic.predicate import Compare, Predicate, Test
from semantic.query import DimensionField

Range = tuple[datetime | None, datetime | None]  # from when, and before when


class Unnamed(Exception):
    """The question leaves open over which periods a measure is computed."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = Problem("U421", message, hint)


def range_of(parts: Iterable[Predicate[Test[DimensionField]]], told: str) -> Range:
    """From when and before when the tests let a time be. Raises Unnamed where they say more than that.

    `told` begins the sentence: what is computed over the time.
    """
    bounds: dict[str, list[datetime]] = {">=": [], "<": []}
    for part in parts:
        moment = part.value if isinstance(part, Compare) else None
        if (
            not isinstance(part, Compare)
            or not isinstance(moment, datetime)
            or part.operator not in bounds
            or moment.fold
        ):
            raise Unnamed(f"{told}, and its time is filtered otherwise than by a range.", "Filter it by a range alone.")
        bounds[part.operator].append(moment)
    return max(bounds[">="], default=None), min(bounds["<"], default=None)


def refuse_years(stage: Stage, first: datetime | None, last: datetime, name: str) -> None:
    """Raises Unnamed where one value to a date would stand for a range that is of more than one year."""
    year = stage.window.to_date if stage.window and stage.through_as_of else None
    if year is not None and (first is None or period_of(first, year) != period_of(last - INSTANT, year)):
        message = f"'{name}' begins anew with each year, and the range crosses years without a year to group by."
        raise Unnamed(message, "Group by the year or a finer granularity, or take a range within one year.")
