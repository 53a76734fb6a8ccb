"""Words for periods → days. "Now" is the day up to which the data is complete, never the clock's."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from semantic.errors import Problem

Bounds = tuple[datetime, datetime | None]
"""Local wall-clock time: the first moment in, and the first moment after, None where the calendar ends."""

THIS = re.compile(r"^(this|last|next) (day|week|month|quarter|year)$")
LAST_N = re.compile(r"^(last|next) ([0-9]{1,4}) (day|week|month|quarter|year)s?$")
FROM_TO = re.compile(r"^from (.+) to (.+)$", re.IGNORECASE)
YEAR, MONTH = re.compile(r"^[0-9]{4}$"), re.compile(r"^[0-9]{4}-[0-9]{2}$")
QUARTER = re.compile(r"^([0-9]{4})-?[QK]([1-4])$")
DAY = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
CLOCK = r"[0-9]{2}:[0-9]{2}(?P<seconds>:[0-9]{2}(?:\.(?P<part>[0-9]{1,9}))?)?"
MOMENT = re.compile(rf"{DAY.pattern[:-1]}[T ]{CLOCK}(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?$")  # 2024-05-01T12:30:00.000Z
RELATIVE = "today, yesterday, this month, last year, last 12 months, 2024, 2024-05, 2024K1, from 2024-05 to 2024-07"


def is_day(text: str) -> bool:
    """Whether the text is a day that there is, written 2025-08-31."""
    try:
        return bool(DAY.fullmatch(text)) and date.fromisoformat(text) is not None
    except ValueError:
        return False


def no_such_day(text: str) -> Problem:
    """What is wrong with a day that is asked as of and is none."""
    return Problem("R222", f"There is no day '{text[:60]}'.", "Write it as 2025-08-31.")


def period(words: str | tuple[str, str], today: date, zone: ZoneInfo | None) -> Bounds:
    """The period that the words name, or that runs from the first of two through the last.

    A moment with an offset of its own is taken to the zone's wall clock; without a zone it stays as it is written.
    Raises ValueError with a sentence when there is no such day or no such word.
    """
    if isinstance(words, tuple):
        first, last = moment_or_period(words[0], today, zone), moment_or_period(words[1], today, zone)
        if last[1] is not None and _is_before(last[1], first[0], zone):
            raise ValueError(f"The period ends before it begins: {words[0]} to {words[1]}.")
        return first[0], last[1]
    if match := FROM_TO.match(" ".join(words.split())):
        return period((match[1], match[2]), today, zone)
    return moment_or_period(words, today, zone)


def moment_or_period(text: str, today: date, zone: ZoneInfo | None) -> Bounds:
    """The bounds of one word: a day, month, quarter or year, a moment, or a relative period."""
    text = " ".join(text.split())
    try:
        return _relative(text.lower(), today) or _absolute(text, zone)
    except (ValueError, OverflowError):
        known = re.match(r"^[0-9]{4}", text)
        raise ValueError(f"'{text[:80]}' is {'not a date that exists' if known else 'no period'}.") from None


def _relative(text: str, today: date) -> Bounds | None:
    if text in ("today", "now", "yesterday", "tomorrow"):
        shift = {"yesterday": -1, "tomorrow": 1}.get(text, 0)
        return _units(today, "day", shift, 1)
    if match := THIS.match(text):
        return _units(_reference(match[1], today), match[2], {"this": 0, "last": -1, "next": 1}[match[1]], 1)
    if match := LAST_N.match(text):
        count = int(match[2])
        return _units(_reference(match[1], today), match[3], -count if match[1] == "last" else 1, count)
    return None


def _reference(word: str, today: date) -> date:
    """Past periods count from the day after: the day that the data is complete to is itself complete."""
    return today + timedelta(1) if word == "last" else today


def _units(day: date, unit: str, shift: int, count: int) -> Bounds:
    """So many units from the one that lies `shift` units from the day's own."""
    start = step(start_of(day, unit), unit, shift)
    return _midnight(start), _after(start, unit, count)


def _after(start: date, unit: str, count: int) -> datetime | None:
    """The first moment after so many units; None past the year 9999, which rows without an end often carry."""
    try:
        return _midnight(step(start, unit, count))
    except (OverflowError, ValueError):
        return None


def end_of_day(day: date) -> datetime:
    """The first moment after the day."""
    return _midnight(day) + timedelta(1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _absolute(text: str, zone: ZoneInfo | None) -> Bounds:
    if match := QUARTER.match(text.upper()):
        start, unit = date(int(match[1]), 3 * int(match[2]) - 2, 1), "quarter"
    elif YEAR.match(text):
        start, unit = date(int(text), 1, 1), "year"
    elif MONTH.match(text):
        start, unit = date.fromisoformat(f"{text}-01"), "month"
    elif DAY.match(text):
        start, unit = date.fromisoformat(text), "day"
    else:
        return _moment(text, zone)
    return _midnight(start), _after(start, unit, 1)


def _moment(text: str, zone: ZoneInfo | None) -> Bounds:
    """A moment lasts as long as its last written digit, so that an inclusive end of 23:59:59.999 reaches midnight."""
    match = MOMENT.match(text)
    if not match:
        raise ValueError(text)
    moment = datetime.fromisoformat(text)
    if match["part"]:
        width = timedelta(microseconds=10 ** (6 - min(len(match["part"]), 6)))
    else:
        width = timedelta(seconds=1) if match["seconds"] else timedelta(minutes=1)
    if moment.tzinfo is not None and zone is not None:  # of a doubled hour the one that is meant, at both ends
        return _on_the_wall(moment, zone), _end_on_the_wall(moment, width, zone)
    moment = moment.replace(tzinfo=None)
    return moment, moment + width if moment <= datetime.max - width else None


def _on_the_wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment by the zone's clock; `fold` tells the second of a doubled hour."""
    return moment.astimezone(zone).replace(tzinfo=None)


def _end_on_the_wall(moment: datetime, width: timedelta, zone: ZoneInfo) -> datetime | None:
    try:
        return _on_the_wall(moment + width, zone)
    except OverflowError:
        return None


def _is_before(end: datetime, start: datetime, zone: ZoneInfo | None) -> bool:
    """Whether the end does not lie after the start, by the clock, and in a night with a doubled hour in time too."""
    if end > start or zone is None or not (end.fold or start.fold):
        return end <= start
    return end.replace(tzinfo=zone).astimezone(UTC) <= start.replace(tzinfo=zone).astimezone(UTC)


def start_of(day: date, unit: str) -> date:
    """The first day of the unit that holds the day; weeks begin on Monday (ISO 8601)."""
    starts: dict[str, Callable[[], date]] = {
        "day": lambda: day,
        "week": lambda: day - timedelta(day.weekday()),
        "month": lambda: day.replace(day=1),
        "quarter": lambda: day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1),
        "year": lambda: day.replace(month=1, day=1),
    }
    return starts[unit]()


def step(day: date, unit: str, count: int) -> date:
    """The first day of a unit, moved by that many units."""
    if unit in ("day", "week"):
        return day + timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, day.day)
