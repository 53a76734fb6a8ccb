"""What is known of somebody, typed. A value that is missing, empty or of another type is no value, and denies."""

from __future__ import annotations

from typing import Any, get_args

from semantic.access.documents import AttributeType
from semantic.access.policies import is_attribute
from semantic.access.principal import Attribute

TYPES: tuple[AttributeType, ...] = get_args(AttributeType)
MOST_CHARACTERS, MOST_VALUES, MOST_INTEGER = 200, 1_000, 2**63 - 1


def checked(value: Any, type: str) -> Attribute | None:
    """The value, or None when it is not of that type, is empty or out of bounds. Nothing is converted.

    >>> checked(573, "integer"), checked("573", "integer"), checked(True, "integer"), checked([], "strings")
    (573, None, None, None)
    """
    held = tuple(value) if isinstance(value, list) else value
    values = held if isinstance(held, tuple) else (held,)
    in_bounds = len(values) <= MOST_VALUES and all(_is_in_bounds(one) for one in values)
    return held if in_bounds and type in TYPES and is_attribute(held, type) else None


def type_of(value: Attribute) -> AttributeType:
    """The type that a right attribute has."""
    if isinstance(value, tuple):
        return "integers" if isinstance(value[0], int) else "strings"
    return "integer" if isinstance(value, int) else "string"


def read(words: tuple[str, ...], type: str) -> Attribute | None:
    """What was typed on a command line, or None when it is not of that type."""
    values: list[str | int] = list(words)
    if type in ("integer", "integers"):
        if not all(word.removeprefix("-").isascii() and word.removeprefix("-").isdigit() for word in words):
            return None
        values = [int(word) for word in words]
    if type in ("string", "integer"):
        return checked(values[0], type) if len(values) == 1 else None
    return checked(values, type)


def _is_in_bounds(value: Any) -> bool:
    if isinstance(value, str):
        return len(value.strip()) == len(value) <= MOST_CHARACTERS and value.isprintable()
    return isinstance(value, int) and -MOST_INTEGER <= value <= MOST_INTEGER
