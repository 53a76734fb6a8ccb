"""Days as typed, and shown again: a right that ends with a day holds through that whole day."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from semantic.errors import ParseError, Problem

AHEAD = re.compile(r"([1-9][0-9]{0,3})d", re.ASCII)


def end_of(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The first moment after it: of a day, the next midnight there. `90d` is the day so many days after today.

    Raises ParseError (P152).
    """
    ahead = AHEAD.fullmatch(text)
    try:
        if "T" in text:
            found = datetime.fromisoformat(text)
        else:
            today = now.astimezone(zone).date()
            last = today + timedelta(days=int(ahead[1])) if ahead else date.fromisoformat(text)
            found = datetime.combine(last + timedelta(days=1), time(), zone)
    except (ValueError, OverflowError):
        raise _wrong(text, "is no day.") from None
    if found.tzinfo is None:
        found = found.replace(tzinfo=zone)
    if found <= now:
        raise _wrong(text, "is over.")
    return found


def _wrong(text: str, what: str) -> ParseError:
    hint = "Write a day, the last on which it holds (2026-12-31), or days from today (90d)."
    return ParseError(Problem("P152", f"'{text[:40]}' {what}", hint))


def shown(end: datetime | None, zone: ZoneInfo) -> str | None:
    """The last day, where it ends with one; else the moment."""
    if end is None:
        return None
    local = end.astimezone(zone)
    if local.time() == time():
        return (local.date() - timedelta(days=1)).isoformat()
    return local.isoformat(timespec="seconds")


def moment(at: datetime | None, zone: ZoneInfo) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
