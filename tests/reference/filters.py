"""Tests on single values, two-valued: a test on NULL is false, and `Not` is the complement."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from semantic.predicate import And, Asked, Not, Or

NEGATIONS = {
    "notEquals": "equals", "notSet": "set", "notContains": "contains", "notStartsWith": "startsWith",
    "notEndsWith": "endsWith", "notInDateRange": "inDateRange",
}  # fmt: skip
TEXT = {"contains": str.__contains__, "startsWith": str.startswith, "endsWith": str.endswith}
SIZE: dict[str, Callable[[Any, Any], bool]] = {
    "gt": lambda a, b: a > b, "gte": lambda a, b: a >= b, "lt": lambda a, b: a < b, "lte": lambda a, b: a <= b,
    "equals": lambda a, b: a == b,
}  # fmt: skip


def holds(tree: Any, test: Callable[[Asked], bool]) -> bool:
    if isinstance(tree, And):
        return all(holds(part, test) for part in tree.parts)
    if isinstance(tree, Or):
        return any(holds(part, test) for part in tree.parts)
    if isinstance(tree, Not):
        return not holds(tree.part, test)
    return test(tree)


def parts(tree: Any) -> list[Any]:
    """What must all hold, however deep the Ands are nested."""
    return [part for one in tree.parts for part in parts(one)] if isinstance(tree, And) else [tree]


def leaves(tree: Any) -> list[Asked]:
    if isinstance(tree, (And, Or)):
        return [leaf for part in tree.parts for leaf in leaves(part)]
    return leaves(tree.part) if isinstance(tree, Not) else [tree]


def each(tree: Any, change: Callable[[Asked], Asked]) -> Any:
    """The same tree with every test changed."""
    if isinstance(tree, (And, Or)):
        return type(tree)(tuple(each(part, change) for part in tree.parts))
    return Not(each(tree.part, change)) if isinstance(tree, Not) else change(tree)


def passes(asked: Asked, value: Any, today: date, zone: ZoneInfo) -> bool:
    """One test. A number is exact; a time without zone is wall-clock time, one with a zone a moment.

    A value of any test on a time names a period: a year, a day, a minute. It is a moment where it has an offset of its
    own, else wall-clock time.
    """
    if asked.operator in NEGATIONS:
        return not passes(replace(asked, operator=NEGATIONS[asked.operator]), value, today, zone)
    if value is None:
        return asked.operator == "equals" and None in asked.values
    if asked.operator == "set":
        return True
    given = [one for one in asked.values if one is not None]
    if isinstance(value, date):
        return _of_time(asked.operator, value, [str(one) for one in given], today, zone)
    if asked.operator in TEXT:
        return any(TEXT[asked.operator](value.lower(), str(one).lower()) for one in given)
    if isinstance(value, bool):
        given = [str(one).lower() == "true" for one in given]
    elif not isinstance(value, str):
        given = [Fraction(Decimal(str(one))) for one in given]
    return any(SIZE[asked.operator](value, one) for one in given)


def _of_time(operator: str, value: date, given: list[str], today: date, zone: ZoneInfo) -> bool:
    def as_value(bound: datetime) -> datetime:
        if not isinstance(value, datetime) or value.tzinfo is None:
            return on_the_clock(bound, zone)
        return bound if bound.tzinfo else bound.replace(tzinfo=zone).astimezone(UTC)

    when = value if isinstance(value, datetime) else datetime.combine(value, time())
    spans = [tuple(as_value(one) for one in span(words, today)) for words in given]
    if operator == "equals":
        return any(start <= when < end for start, end in spans)
    start, end = spans[0][0], spans[-1][1]
    if operator in ("inDateRange", "onTheDate"):
        return start <= when < end
    return {
        "beforeDate": when < start, "lt": when < start, "beforeOrOnDate": when < end, "lte": when < end,
        "afterDate": when >= end, "gt": when >= end, "afterOrOnDate": when >= start, "gte": when >= start,
    }[operator]  # fmt: skip


def ends_before_it_begins(asked: Asked, today: date, zone: ZoneInfo) -> bool:
    """Whether a range of two words is none, in time and not by the clock."""
    if asked.operator not in ("inDateRange", "notInDateRange") or len(asked.values) < 2:
        return False
    bounds = (span(str(asked.values[0]), today)[0], span(str(asked.values[1]), today)[1])
    start, end = (one if one.tzinfo else one.replace(tzinfo=zone) for one in bounds)
    return end.astimezone(UTC) <= start.astimezone(UTC)


def on_the_clock(bound: datetime, zone: ZoneInfo) -> datetime:
    """What the zone's wall clock shows."""
    return bound.astimezone(zone).replace(tzinfo=None) if bound.tzinfo else bound


def as_written(asked: Asked) -> Asked:
    """The test on a day, which no offset shifts."""
    return replace(asked, values=tuple(one if one is None else OFFSET.sub(r"\1", str(one)) for one in asked.values))


OFFSET = re.compile(r"(T[\d:]+)(Z|[+-]\d\d:\d\d)$")
MONTHS = {"month": 1, "quarter": 3, "year": 12}


def first_day(day: date, unit: str) -> date:
    """Of the unit that holds the day; weeks begin on Monday."""
    if unit == "week":
        return day - timedelta(day.weekday())
    months = MONTHS.get(unit)
    return date(day.year, (day.month - 1) // months * months + 1, 1) if months else day


def moved(day: date, unit: str, count: int) -> date:
    if unit in MONTHS:
        month = day.year * 12 + day.month - 1 + count * MONTHS[unit]
        return date(month // 12, month % 12 + 1, 1)
    return day + timedelta(count * (7 if unit == "week" else 1))


def span(words: str, today: date) -> tuple[datetime, datetime]:
    """The first moment of a period and the first after it, in wall-clock time unless the words have an offset.

    A moment lasts as long as what it is written to: a minute, or a second.
    """
    first, unit, count = today, "day", 1
    if match := re.fullmatch(r"(this|last) (\w+)", words):
        unit = match[2]
        first = moved(first_day(today, unit), unit, -1 if match[1] == "last" else 0)
    elif match := re.fullmatch(r"(last|next) (\d+) (\w+?)s?", words):
        unit, count = match[3], int(match[2])
        first = moved(first_day(today, unit), unit, -count if match[1] == "last" else 1)
    elif match := re.fullmatch(r"(\d{4})K(\d)", words):
        first, unit = date(int(match[1]), int(match[2]) * 3 - 2, 1), "quarter"
    elif "T" in words:
        moment = datetime.fromisoformat(words)
        return moment, moment + timedelta(seconds=1 if words[16:17] == ":" else 60)
    else:
        unit = {4: "year", 7: "month", 10: "day"}[len(words)]
        first = date.fromisoformat(words + "-01-01"[len(words) - 4 :])
    return datetime.combine(first, time()), datetime.combine(moved(first, unit, count), time())


def span_of(asked: Asked, today: date, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """The one span of wall-clock time that a test on a time lets through, None when it is not one."""
    if None in asked.values or asked.operator in (*NEGATIONS, "set", "notSet"):
        return None
    spans = [tuple(on_the_clock(bound, zone) for bound in span(str(one), today)) for one in asked.values]
    start, end = spans[0][0], spans[-1][1]
    if asked.operator == "equals":
        return (start, end) if len(set(spans)) == 1 else None
    return {
        "inDateRange": (start, end), "onTheDate": (start, end),
        "beforeDate": (datetime.min, start), "lt": (datetime.min, start),
        "beforeOrOnDate": (datetime.min, end), "lte": (datetime.min, end),
        "afterDate": (end, datetime.max), "gt": (end, datetime.max),
        "afterOrOnDate": (start, datetime.max), "gte": (start, datetime.max),
    }[asked.operator]  # fmt: skip


def is_one_value(values: tuple[Any, ...], kind: str) -> bool:
    """Whether the values are one, however often and however it is written."""
    plain = {"number": lambda one: Decimal(str(one)), "boolean": lambda one: str(one).lower()}.get(kind, str)
    return len({plain(one) for one in values}) == 1  # type: ignore[operator]
