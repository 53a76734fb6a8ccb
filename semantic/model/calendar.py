"""A time dimension's own granularities: fiscal and school years, weeks that begin on Sunday, quarters of an hour."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TypeVar

from semantic.model.documents import GranularityDocument
from semantic.model.expression import ExpressionFault, each
from semantic.model.grain import GRAINS, MONDAY, Grain, Interval, has_natural_start, moved_by, read_interval
from semantic.model.model import SEPARATOR

TAKEN = ("value",)  # the time itself, beside its grains
LAST_DAY = 28  # that every month has
T = TypeVar("T")


def own_grains(documents: Sequence[GranularityDocument], kind: str) -> Mapping[str, Grain]:
    """The grains by name. Raises Unmade with a fault for each that cannot be served."""
    if documents and kind != "time":
        raise ExpressionFault("D619", "Only a time dimension has 'granularities'.")
    made = {grain.name: grain for grain in each(_grain, documents)}
    if len({name.lower() for name in made}) < len(documents):
        raise ExpressionFault("D619", "Two of its 'granularities' have one name.")
    return MappingProxyType(made)


def _grain(document: GranularityDocument) -> Grain:
    name = document.name
    if name.lower() in TAKEN or SEPARATOR in name:
        raise ExpressionFault("D619", f"The name '{name}' of a granularity is not free.", "Name it otherwise.")
    if name.lower() in GRAINS:
        hint = "A calendar's own months are a dimension of its cube: group by that."
        raise ExpressionFault("D619", f"Every time has the granularity '{name}' already.", hint)
    if document.sql is not None or document.interval is None:
        raise ExpressionFault("D619", f"The granularity '{name}' needs an 'interval'; 'sql' is not served.")
    if document.origin is not None and document.offset is not None:
        raise ExpressionFault("D619", f"The granularity '{name}' has both 'origin' and 'offset'.", "Keep one.")
    length = _read(name, "interval", document.interval, read_interval)
    if (length.months > 0) == (length.seconds > 0) or min(length.months, length.seconds) < 0:
        hint = "Give it in months or in days, not in both."
        raise ExpressionFault("D619", f"The granularity '{name}' is of no one length: {document.interval}.", hint)
    return Grain(name, document.title or name, length, _origin(document, length))


def _read(name: str, key: str, text: str, read: Callable[[str], T]) -> T:
    try:
        return read(text)
    except (ValueError, OverflowError):
        hint = "Write for example 1 year, 15 minutes, -1 day; an origin as 2025-04-01."
        raise ExpressionFault("D619", f"The granularity '{name}' has no readable '{key}': {text[:40]}.", hint) from None


def _origin(document: GranularityDocument, length: Interval) -> datetime:
    """Where one period begins. Raises ExpressionFault where that is left open, or on a day that a month may lack."""
    origin = MONDAY
    if document.origin is not None:
        origin = _read(document.name, "origin", document.origin, datetime.fromisoformat).replace(
            tzinfo=None, microsecond=0
        )
    elif not has_natural_start(length):
        hint = "Give it an 'origin', for example the first day of a period."
        raise ExpressionFault("D619", f"The granularity '{document.name}' does not say where a period begins.", hint)
    elif document.offset is not None:
        origin = _read(document.name, "offset", document.offset, lambda text: moved_by(MONDAY, read_interval(text)))
    if length.months and origin.day > LAST_DAY:
        raise ExpressionFault("D619", f"'{document.name}' would begin on day {origin.day}, which not every month has.")
    return origin
