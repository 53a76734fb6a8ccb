"""Intervals, whose months and days have no fixed length and stay apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from server.postgres.values.fault import BLANKS, malformed, time_out_of_range

SECOND, DAY = 1_000_000, 86_400_000_000  # in microseconds
MOST_TEXT = 200  # characters
WORD, LONG_WORD = range(-(2**31), 2**31), range(-(2**63), 2**63)


@dataclass(frozen=True)
class Interval:
    """Months, days and microseconds."""

    months: int
    days: int
    micros: int


# `04:05:06.7` (also without the seconds), `-1.5 hours`, `90` at the end, and what is passed over: blanks, commas and @.
PART = re.compile(
    r"(?P<sign>[+-]?)(?P<hours>[0-9]+):(?P<minutes>[0-5]?[0-9])(?::(?P<seconds>[0-5]?[0-9](?:\.[0-9]*)?))?(?![0-9:.])"
    r"|(?P<number>[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))\s*(?:(?P<unit>[a-z]+)|$)"
    r"|(?P<blank>[\s,@]+)",
    re.ASCII,
)
# P1Y2M3DT4H5M6.7S, P2W; each number may have a sign.
NUMBER = r"([+-]?[0-9]+(?:\.[0-9]*)?)"
ISO = re.compile(
    rf"P(?:{NUMBER}Y)?(?:{NUMBER}M)?(?:{NUMBER}W)?(?:{NUMBER}D)?(?:T(?:{NUMBER}H)?(?:{NUMBER}M)?(?:{NUMBER}S)?)?"
)
ISO_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
# A unit as (months, days, microseconds).
UNITS: dict[str, tuple[int, int, int]] = {
    "year": (12, 0, 0),
    "month": (1, 0, 0),
    "week": (0, 7, 0),
    "day": (0, 1, 0),
    "hour": (0, 0, 3600 * SECOND),
    "minute": (0, 0, 60 * SECOND),
    "second": (0, 0, SECOND),
    "millisecond": (0, 0, 1000),
    "microsecond": (0, 0, 1),
}
SHORT = {
    "y": "year", "yr": "year", "mon": "month", "w": "week", "d": "day", "h": "hour", "hr": "hour", "m": "minute",
    "min": "minute", "s": "second", "sec": "second", "ms": "millisecond", "msec": "millisecond", "us": "microsecond",
    "usec": "microsecond",
}  # fmt: skip
Part = tuple[Fraction, str]


def interval(text: str) -> Interval:
    """PostgreSQL's own style, the verbose one, Python's timedelta and ISO 8601. Raises ParseError (P160, P163)."""
    word = text.strip(BLANKS)
    if not word or len(word) > MOST_TEXT:
        raise malformed("interval", 0, text)
    iso = ISO.fullmatch(word)
    parts = _iso(iso) if iso else _words(word.lower())
    return _sum(parts, text)


def _iso(found: re.Match[str]) -> list[Part]:
    return [(Fraction(number), unit) for number, unit in zip(found.groups(), ISO_UNITS, strict=True) if number]


def _words(word: str) -> list[Part]:
    """The parts in order; `ago` at the end turns all of them. No parts for what cannot be read."""
    turned = word.endswith(" ago")
    word = word.removesuffix(" ago")
    parts, place = list[Part](), 0
    while place < len(word):
        found = PART.match(word, place)
        if not found:
            return []
        parts += _part(found)
        place = found.end()
    return [(-number, unit) for number, unit in parts] if turned else parts


def _part(found: re.Match[str]) -> Iterator[Part]:
    if found["number"]:
        yield Fraction(Decimal(found["number"])), found["unit"] or "second"
    elif found["hours"]:
        sign = -1 if found["sign"] == "-" else 1
        yield Fraction(sign * int(found["hours"])), "hour"
        yield Fraction(sign * int(found["minutes"])), "minute"
        yield sign * Fraction(Decimal(found["seconds"] or "0")), "second"


def _sum(parts: list[Part], text: str) -> Interval:
    """All parts together. A fraction of a day or a week becomes time; one of a month or a year has no meaning here."""
    months, days, micros = Fraction(0), Fraction(0), Fraction(0)
    for number, unit in parts:
        size = UNITS.get(SHORT.get(unit, unit)) or UNITS.get(SHORT.get(unit.removesuffix("s"), unit.removesuffix("s")))
        if size is None:
            raise malformed("interval", 0, text)
        months, days, micros = months + number * size[0], days + number * size[1], micros + number * size[2]
    if not parts or months.denominator != 1:
        raise malformed("interval", 0, text)
    full = int(days)
    found = Interval(int(months), full, round(micros + (days - full) * DAY))
    if found.months not in WORD or found.days not in WORD or found.micros not in LONG_WORD:
        raise time_out_of_range("interval")
    return found
