"""Tests as asked → typed tests: the operator known, the values of the member's own type.

A time is tested against local wall-clock moments; the planner makes them values of the column that it finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from semantic.dates import RELATIVE, Bounds, period
from semantic.errors import Problem, shown, suggest
from semantic.predicate import And, Asked, Compare, In, IsNull, Match, Not, Or, Predicate, Test, Value

F = TypeVar("F")
Kind = Literal["string", "number", "boolean", "time"]
Raw = str | bool | int | float | Decimal | None

TEXT_MATCH: dict[str, Literal["contains", "starts", "ends"]] = {
    "contains": "contains",
    "notContains": "contains",
    "startsWith": "starts",
    "notStartsWith": "starts",
    "endsWith": "ends",
    "notEndsWith": "ends",
}
COMPARE: dict[str, Literal["<", "<=", ">", ">="]] = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
MAX_DIGITS = 38  # more would be compared inexactly
RANGE = ("inDateRange", "notInDateRange")
DAY = ("beforeDate", "beforeOrOnDate", "afterDate", "afterOrOnDate", "onTheDate")
OPERATORS: dict[str, tuple[Kind, ...]] = {
    "equals": ("string", "number", "boolean", "time"),
    "notEquals": ("string", "number", "boolean", "time"),
    "set": ("string", "number", "boolean", "time"),
    "notSet": ("string", "number", "boolean", "time"),
    **dict.fromkeys(TEXT_MATCH, ("string",)),
    **dict.fromkeys(COMPARE, ("number", "time")),
    **dict.fromkeys((*RANGE, *DAY), ("time",)),
}
# What every interface has under the same word, so that a hint is true on each of them.
SHARED = tuple(name for name in OPERATORS if name not in ("notSet", "onTheDate"))


class ValueFault(Exception):
    """A problem with one filter; the code says which."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.problem = Problem(code, message, hint)


@dataclass(frozen=True)
class Clock:
    """What turns words and wall-clock times into values: the as-of day and the question's time zone.

    Without a zone days are tested, which no offset shifts.
    """

    today: date
    zone: ZoneInfo | None

    @property
    def key(self) -> str:
        return "UTC" if self.zone is None else self.zone.key


def typed(asked: Asked, leaf: F, kind: Kind, clock: Clock) -> Predicate[Test[F]]:
    """The test on the leaf. NULL among the values of equals means `not set`. Raises ValueFault."""
    _check_operator(asked, kind)
    if asked.operator in ("set", "notSet"):
        return IsNull(leaf) if asked.operator == "notSet" else Not(IsNull(leaf))
    _check_count(asked)
    if asked.operator in DATED and kind == "time":
        return DATED[asked.operator](leaf, _bounds(asked, asked.values, clock))
    if asked.operator in TEXT_MATCH:
        kind_of_match = TEXT_MATCH[asked.operator]
        matches: list[Predicate[Test[F]]] = [Match(leaf, kind_of_match, _text(asked, one)) for one in asked.values]
        if asked.operator.startswith("not"):
            return Not(Or[Test[F]](tuple(matches)))
        return Or[Test[F]](tuple(matches))
    if asked.operator in COMPARE:
        return Compare(leaf, COMPARE[asked.operator], _value(asked, asked.values[0], kind))
    return _equals(asked, leaf, kind, clock)


def _check_operator(asked: Asked, kind: Kind) -> None:
    if asked.operator not in OPERATORS:
        hint = suggest(asked.operator, SHARED) or "Which there are depends on the member's type."
        raise ValueFault("R207", f"There is no operator '{shown(asked.operator)}'.", hint)
    if kind not in OPERATORS[asked.operator]:
        fitting = " and ".join(OPERATORS[asked.operator])
        message = f"'{asked.operator}' does not fit '{asked.member}', which is of type {kind}."
        raise ValueFault("R207", message, f"It fits members of type {fitting}.")


def number_of_tests(asked: Asked, kind: Kind) -> int:
    """How many tests the filter becomes: numbers and texts to equal are one list, all else is tested one by one."""
    return len(asked.values) if kind == "time" or asked.operator in TEXT_MATCH else 1


def _check_count(asked: Asked) -> None:
    count = len(asked.values)
    most = 2 if asked.operator in RANGE else 1 if asked.operator in (*COMPARE, *DAY) else count
    if not 1 <= count <= most:
        wanted = {1: "one value", 2: "one or two values"}.get(most, "at least one value") if count else "a value"
        message = f"'{asked.operator}' on '{asked.member}' takes {wanted}, but has {count}."
        raise ValueFault("R208", message)


def _equals(asked: Asked, leaf: F, kind: Kind, clock: Clock) -> Predicate[Test[F]]:
    tests: list[Predicate[Test[F]]] = []
    known = [value for value in asked.values if value is not None]
    if kind == "time":
        tests += [within(leaf, one) for one in _each_once(_bounds(asked, (value,), clock) for value in known)]
    elif values := tuple(dict.fromkeys(_value(asked, value, kind) for value in known)):
        tests.append(Compare(leaf, "=", values[0]) if len(values) == 1 else In(leaf, values))
    if None in asked.values:
        tests.append(IsNull(leaf))
    found: Predicate[Test[F]] = tests[0] if len(tests) == 1 else Or[Test[F]](tuple(tests))
    if asked.operator == "notEquals":
        return Not(found)
    return found


def _each_once(periods: Iterable[Bounds]) -> Iterable[Bounds]:
    """Each period once; two that differ by which of the doubled hours is meant are equal to Python, but are two."""
    return {(one, one[0].fold): one for one in periods}.values()


def _bounds(asked: Asked, values: tuple[Raw, ...], clock: Clock) -> Bounds:
    words = [_text(asked, value) for value in values]
    try:
        return period(words[0] if len(words) == 1 else (words[0], words[1]), clock.today, clock.zone)
    except ValueError as error:
        raise ValueFault("R210", f"'{asked.member}': {error}", f"Write for example {RELATIVE}.") from None


def within(leaf: F, bounds: Bounds) -> Predicate[Test[F]]:
    """Whether the time lies in the period."""
    return And((_from_start(leaf, bounds), _before_end(leaf, bounds)))


def _from_start(leaf: F, bounds: Bounds) -> Predicate[Test[F]]:
    return Compare(leaf, ">=", bounds[0])


def _before_end(leaf: F, bounds: Bounds) -> Predicate[Test[F]]:
    """Every known time is before the calendar's end."""
    return Not(IsNull(leaf)) if bounds[1] is None else Compare(leaf, "<", bounds[1])


def _before_start(leaf: F, bounds: Bounds) -> Predicate[Test[F]]:
    return Compare(leaf, "<", bounds[0])


def _from_end(leaf: F, bounds: Bounds) -> Predicate[Test[F]]:
    return Or(()) if bounds[1] is None else Compare(leaf, ">=", bounds[1])


def _outside(leaf: F, bounds: Bounds) -> Predicate[Test[F]]:
    return Not(within(leaf, bounds))


DATED = {
    "inDateRange": within,
    "onTheDate": within,
    "notInDateRange": _outside,
    "beforeDate": _before_start,
    "beforeOrOnDate": _before_end,
    "afterDate": _from_end,
    "afterOrOnDate": _from_start,
    "lt": _before_start,
    "lte": _before_end,
    "gt": _from_end,
    "gte": _from_start,
}
"""How a time stands to a period. A value of any test on a time names a period: a year, a day, a moment."""


def _value(asked: Asked, raw: Raw, kind: Kind) -> Value:
    if kind == "boolean":
        return _boolean(asked, raw)
    return _number(asked, raw) if kind == "number" else _text(asked, raw)


def _wrong(asked: Asked, raw: Raw, kind: str) -> ValueFault:
    shown = str(raw)[:60]
    return ValueFault("R209", f"'{shown}' is not a {kind}, but '{asked.member}' is.")


def _text(asked: Asked, raw: Raw) -> str:
    if not isinstance(raw, str):
        raise _wrong(asked, raw, "text")
    if "\x00" in raw or any("\ud800" <= sign <= "\udfff" for sign in raw):
        raise ValueFault("R209", f"A value for '{asked.member}' holds what is no character.")
    return raw


def _boolean(asked: Asked, raw: Raw) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.lower() in ("true", "false"):
        return raw.lower() == "true"
    raise _wrong(asked, raw, "boolean")


def _number(asked: Asked, raw: Raw) -> int | Decimal:
    if isinstance(raw, bool) or not isinstance(raw, (str, int, float, Decimal)):
        raise _wrong(asked, raw, "number")
    try:
        number = Decimal(str(raw).strip() if str(raw).isascii() and "_" not in str(raw) else "")
    except InvalidOperation:
        raise _wrong(asked, raw, "number") from None
    if not number.is_finite():
        raise _wrong(asked, raw, "number")
    if abs(number.adjusted()) > 30 or len(number.as_tuple().digits) > MAX_DIGITS:
        message = f"'{str(raw)[:60]}' has too many digits to be compared exactly with '{asked.member}'."
        raise ValueFault("R209", message)
    return int(number) if number == number.to_integral_value() else number
