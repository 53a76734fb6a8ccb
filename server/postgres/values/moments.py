"""Dates, times and points in time from their text: ISO 8601, and what PostgreSQL and its drivers write of it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from server.postgres.types import PgType
from server.postgres.values.fault import BLANKS, malformed, time_out_of_range

# 2024-03-31, 2024-03-31 02:30, 2024-03-31T02:30:00.5+01:00, 0044-03-15 BC, 2024-03-31 +01
CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?P<fraction>\.[0-9]{0,20})?)?"
ZONE = (
    r"(?P<zone>Z|UTC|GMT|(?P<sign>[+-])(?P<ahead>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2})(?::?(?P<seconds>[0-9]{2}))?)?)"
)
MOMENT = re.compile(
    rf"(?P<year>[0-9]{{4,9}})-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}})(?:[T ]\s*{CLOCK})?\s*{ZONE}?"
    r"(?P<era>\s+(?:AD|BC))?",
    re.IGNORECASE | re.ASCII,
)
TIME = re.compile(rf"{CLOCK}\s*{ZONE}?", re.IGNORECASE | re.ASCII)
UNBOUNDED = re.compile(r"[+-]?infinity", re.IGNORECASE | re.ASCII)
LAST_YEAR = 9999
MOST_TEXT = 100  # characters
MOST_AHEAD = timedelta(hours=16)


def day(text: str, type_: PgType) -> date:
    """The date; a time after it is passed over, as PostgreSQL does."""
    return _moment(_found(text, type_), type_).date()


def clock(text: str, type_: PgType) -> time:
    """The time of day; an offset after it is passed over."""
    found = TIME.fullmatch(text.strip(BLANKS)) if len(text) <= MOST_TEXT else None
    if not found:
        raise malformed(type_.name, 0, text)
    start = datetime(2000, 1, 1)
    moment = start + _into_day(found, type_)
    if moment.date() != start.date():
        raise time_out_of_range(type_.name)
    return moment.time()


def timestamp(text: str, type_: PgType) -> datetime:
    """The wall clock; an offset is passed over, as PostgreSQL does."""
    return _moment(_found(text, type_), type_)


def timestamptz(text: str, type_: PgType, timezone: str) -> datetime:
    """The point in time, in UTC; without an offset it is what the clocks of the time zone show."""
    found = _found(text, type_)
    moment = _moment(found, type_)
    try:
        if not found["zone"]:
            return moment.replace(tzinfo=ZoneInfo(timezone)).astimezone(UTC)
        return (moment - _ahead(found, text, type_)).replace(tzinfo=UTC)
    except OverflowError:
        raise time_out_of_range(type_.name) from None


def _found(text: str, type_: PgType) -> re.Match[str]:
    if len(text) > MOST_TEXT:
        raise malformed(type_.name, 0, text)
    found = MOMENT.fullmatch(text.strip(BLANKS))
    if found:
        return found
    if UNBOUNDED.fullmatch(text.strip(BLANKS)):
        raise time_out_of_range(type_.name)
    raise malformed(type_.name, 0, text)


def _moment(found: re.Match[str], type_: PgType) -> datetime:
    if int(found["year"]) > LAST_YEAR or (found["era"] or "").strip().upper() == "BC":
        raise time_out_of_range(type_.name)
    try:
        start = datetime(int(found["year"]), int(found["month"]), int(found["day"]))
        return start + _into_day(found, type_)
    except (ValueError, OverflowError):
        raise time_out_of_range(type_.name) from None


def _into_day(found: re.Match[str], type_: PgType) -> timedelta:
    """How far into the day; what is shorter than a microsecond is rounded, and 24:00 is the day's end."""
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    micros = round(Decimal("0" + (found["fraction"] or ".") + "0") * 1_000_000)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second or micros)):
        raise time_out_of_range(type_.name)
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micros)


def _ahead(found: re.Match[str], text: str, type_: PgType) -> timedelta:
    """How far the clocks are before UTC."""
    hours, minutes, seconds = (int(found[name] or 0) for name in ("ahead", "minutes", "seconds"))
    distance = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if distance >= MOST_AHEAD or minutes > 59 or seconds > 59:
        raise malformed(type_.name, 0, text)
    return -distance if found["sign"] == "-" else distance
