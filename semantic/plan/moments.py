"""Local wall-clock moments → values of the column that they are compared with, so that no column is converted."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from semantic.model.model import Zoned
from semantic.predicate import Local, Value

ALIKE = range(1970, 2037)  # years in which Python's and the engine's zones are the same


def in_column(value: Value, zoned: Zoned, zone: ZoneInfo) -> Value:
    """The value as the column has it: a day, a UTC wall-clock time, an instant. What is no moment stays."""
    if not isinstance(value, datetime) or zoned in ("none", "local"):
        return value
    if zoned == "day":
        return value.date() if value.time() == datetime.min.time() else value
    if value.year not in ALIKE and zone.key != "UTC":
        return Local(value, zone.key, zoned == "instant")
    instant = value.replace(tzinfo=zone).astimezone(UTC)
    return instant if zoned == "instant" else instant.replace(tzinfo=None)
