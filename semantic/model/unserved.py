"""Keys of the vocabulary that are not served.

What would change numbers or access is refused by name, so that no file is half understood; what only changes speed is
noted, and so is what is only told.
"""

from __future__ import annotations

from typing import Any

from semantic.errors import Problem
from semantic.model.model import Note
from semantic.model.read import SourceFile
from semantic.model.salvage import KeyPath
from semantic.model.vocabulary import Document

REFUSED: dict[str, tuple[str, ...]] = {
    "cube": ("access_policy", "calendar", "rewrite_queries"),
    "dimension": (
        "propagate_filters_to_sub_query",
        "latitude",
        "longitude",
        "mask",
        "key",
        "multi_stage",
        "time_shift",
        "add_group_by",
    ),
    "measure": ("mask",),
    "view": (
        "access_policy",
        "includes",
        "excludes",
        "measures",
        "dimensions",
        "segments",
    ),
    "view cube": ("split",),
}
# Here an empty value says something too: an empty list of policies closes, a mask of 0 hides.
SAYS_SOMETHING_EMPTY = ("access_policy", "mask")
INSTEAD: dict[str, str] = {}
LISTS = "only says where views are listed and is left out"
NOTED: dict[str, dict[str, str]] = {
    "file": {"view_groups": LISTS},
    "view": {"view_group": LISTS, "view_groups": LISTS},
    "cube": dict.fromkeys(("pre_aggregations", "refresh_key"), "only changes speed and is left out"),
    "dimension": {"links": "is told in the catalogue, but no address is computed"},
}
NOTED_TYPES = {"count_distinct_approx": "'count_distinct_approx' is served as the exact count of distinct values."}
REFUSED_TYPES: dict[str, tuple[str, ...]] = {
    "dimension": ("geo",),
    "measure": (
        "string",
        "time",
        "boolean",
        "number_agg",
    ),
}

# What only a type that is refused itself has a use for is not told beside it.
KEYS_OF_TYPES: dict[str, tuple[str, ...]] = {
    "geo": ("latitude", "longitude"),
}


def refused_keys(kind: str, document: Document, file: SourceFile, path: KeyPath) -> list[Problem]:
    """A problem for each key in use, and for a type, that would change numbers or access."""
    written: Any = getattr(document, "type", "")
    problems = [
        Problem(
            "D630",
            f"'{key}' is not served yet.",
            INSTEAD.get(key, "It would change numbers or access: leave it out."),
            at=file.at(*path, key),
        )
        for key in REFUSED.get(kind, ())
        if key not in KEYS_OF_TYPES.get(written, ()) and _changes_something(key, getattr(document, key))
    ]
    if written in REFUSED_TYPES.get(kind, ()):
        problems.append(Problem("D630", f"The type '{written}' is not served yet.", at=file.at(*path, "type")))
    return problems


def noted_keys(kind: str, document: Document, file: SourceFile, path: KeyPath) -> list[Note]:
    """A note for each key that is left out or only told, and for a type that is served as another."""
    notes = [
        Note(f"'{key}' {why}.", file.at(*path, key))
        for key, why in NOTED.get(kind, {}).items()
        if getattr(document, key) not in (None, [])
    ]
    if kind == "measure" and (message := NOTED_TYPES.get(getattr(document, "type", ""))):
        notes.append(Note(message, file.at(*path, "type")))
    return notes


def _changes_something(key: str, value: Any) -> bool:
    if value is None or key in SAYS_SOMETHING_EMPTY:
        return value is not None
    return not (value is False or value == [] or value == {})  # 0 equals False, but is a value
