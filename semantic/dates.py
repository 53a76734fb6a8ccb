"""Words for periods → days. "Now" is the day up to which the data is complete, never the clock's."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

Bounds = tuple[datetime, datetime]  # local wall-clock time: the first moment in, the first moment after

UNITS = ("day", "week", "month", "quarter", "year")
THIS = re.compile(r"^(this|last|next) (day|week|month|quarter|year)$")
LAST_N = re.compile(r"^(last|next) (\d{1,4}) (day|week|month|quarter|year)s?$")
FROM_TO = re.compile(r"^from (.+) to (.+)$")
YEAR, MONTH, QUARTER = re.compile(r"^\d{4}$"), re.compile(r"^\d{4}-\d{2}$"), re.compile(r"^(\d{4})-?[QK]([1-4])$")
RELATIVE = "today, yesterday, this month, last year, last 12 months, 2024, 2024-05, 2024K1, 2024-05-01"


def period(words: str | tuple[str, str], today: date) -> Bounds:
    """The period that the words name, or that runs from the first of two through the last.

    Raises ValueError with a sentence when there is no such day or no such word.
    """
    if isinstance(words, tuple):
        first, last = moment_or_period(words[0], today), moment_or_period(words[1], today)
        if last[1] < first[0]:
            raise ValueError(f"The period ends before it begins: {words[0]} to {words[1]}.")
        return first[0], last[1]
    text = " ".join(words.lower().split())
    if match := FROM_TO.match(text):
        return period((match[1], match[2]), today)
    return moment_or_period(text, today)


def moment_or_period(text: str, today: date) -> Bounds:
    """The bounds of one word: a day, month, quarter or year, a moment, or a relative period."""
    text = " ".join(text.split())
    named = _relative(text.lower(), today)
    if named:
        return _days(*named)
    try:
        return _absolute(text)
    except ValueError as error:
        known = re.match(r"^\d{4}", text)
        raise ValueError(f"'{text}' is not a date that exists." if known else f"'{text}' is no period.") from error


def _relative(text: str, today: date) -> tuple[date, date] | None:
    if text in ("today", "now"):
        return today, today + timedelta(1)
    if text in ("yesterday", "tomorrow"):
        day = today + timedelta(-1 if text == "yesterday" else 1)
        return day, day + timedelta(1)
    if match := THIS.match(text):
        shift = {"this": 0, "last": -1, "next": 1}[match[1]]
        start = step(start_of(today, match[2]), match[2], shift)
        return start, step(start, match[2], 1)
    if match := LAST_N.match(text):
        start, count = start_of(today, match[3]), int(match[2])
        if match[1] == "last":
            return step(start, match[3], -count), start
        return step(start, match[3], 1), step(start, match[3], 1 + count)
    return None


def _absolute(text: str) -> Bounds:
    if YEAR.match(text):
        start = date(int(text), 1, 1)
        return _days(start, step(start, "year", 1))
    if match := QUARTER.match(text.upper()):
        start = date(int(match[1]), 3 * int(match[2]) - 2, 1)
        return _days(start, step(start, "quarter", 1))
    if MONTH.match(text):
        start = date.fromisoformat(f"{text}-01")
        return _days(start, step(start, "month", 1))
    if len(text) == 10:
        start = date.fromisoformat(text)
        return _days(start, start + timedelta(1))
    moment = datetime.fromisoformat(text)
    return moment, moment + _precision(text)


def _precision(text: str) -> timedelta:
    """The width of the last written unit, so that an inclusive end of 23:59:59.999 reaches midnight."""
    clock = re.split(r"[T ]", text, maxsplit=1)[1]
    clock = re.sub(r"(Z|[+-]\d{2}:?\d{2})$", "", clock)
    if "." in clock:
        digits = min(len(clock.split(".")[1]), 6)
        return timedelta(microseconds=10 ** (6 - digits))
    return timedelta(seconds=1) if clock.count(":") == 2 else timedelta(minutes=1)


def _days(start: date, end: date) -> Bounds:
    return datetime.combine(start, time()), datetime.combine(end, time())


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
