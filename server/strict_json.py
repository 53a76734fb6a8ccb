"""JSON read strictly: UTF-8, no key twice, no NaN, numbers with all their digits."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any

import orjson

from semantic.errors import ParseError, Place, Problem


def read_json(text: bytes | str, what: str) -> Any:
    """The value of the text, `what` being its name in a refusal. Raises ParseError (P101, P105)."""
    try:
        orjson.loads(text)  # refuses invalid UTF-8, half surrogate pairs, NaN, infinity and deep nesting
        return json.loads(text, object_pairs_hook=_each_key_once, parse_float=Decimal)
    except json.JSONDecodeError as error:
        at = Place(line=error.lineno, column=error.colno)
        raise ParseError(Problem("P101", f"The {what} is not valid JSON: {error.msg[:120]}.", at=at)) from None
    except (ValueError, RecursionError, InvalidOperation):
        raise ParseError(Problem("P101", f"The {what} holds a number with too many digits.")) from None


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Others keep the last of two equal keys, and so lose a filter in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        name = next(name for name in found if names.count(name) > 1)
        raise ParseError(Problem("P105", f"The key '{name[:80]}' stands twice.", "Keep one.", at=Place(path=name[:80])))
    return found
