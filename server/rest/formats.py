"""How a member is shown → the words that Cube's clients know for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from semantic.model.looks import LinkFormat
from semantic.model.model import Dimension, Measure, ViewMember

# What stands before and behind the number of decimals, as d3-format writes it: `,.2~f`.
AROUND = {
    "number": (",", "f"),
    "percent": ("", "%"),
    "currency": ("$,", "f"),
    "decimal": (",", "f"),
    "abbr": ("", "s"),
    "accounting": ("(,", "f"),
}
MOST_DECIMALS = 6
TWO_DECIMALS = ("decimal", "abbr", "accounting")  # when they name none
OF_MEASURES = ("percent", "currency", "number")  # older words, which clients know as they are
OF_DIMENSIONS = ("imageUrl", *OF_MEASURES)


def _specifiers() -> Iterator[tuple[str, str]]:
    for word, (before, behind) in AROUND.items():
        for decimals in range(MOST_DECIMALS + 1):
            trimmed = "~" if decimals or word == "abbr" else ""
            yield f"{word}_{decimals}", f"{before}.{decimals}{trimmed}{behind}"


NAMED = dict(_specifiers())
NAMED |= {word: NAMED[f"{word}_2"] for word in TWO_DECIMALS} | {"id": ".0f"}


def format_of(entry: ViewMember) -> str | dict[str, Any] | None:
    """A word, or `{type, ...}` for a link and for what d3-format or strftime is to write."""
    written = entry.looks.format
    if written is None:
        return None
    if isinstance(written, LinkFormat):
        return {"type": "link", "label": written.label}
    if written in NAMED:
        return {"type": "custom-numeric", "value": NAMED[written], "alias": written}
    if isinstance(entry.member, Measure):
        return written if written in OF_MEASURES else {"type": "custom-numeric", "value": written}
    kind = entry.member.kind if isinstance(entry.member, Dimension) else "string"
    if written in OF_DIMENSIONS or kind not in ("time", "number"):
        return written
    return {"type": "custom-time" if kind == "time" else "custom-numeric", "value": written}
