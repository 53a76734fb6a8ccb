"""Keys of the vocabulary that are not served.

What would change numbers or access is refused by name, so that no file is half understood; what only changes speed
is noted; what only changes looks is kept in silence.
"""

from __future__ import annotations

from typing import Any

from semantic.errors import Problem
from semantic.model.documents import Document
from semantic.model.model import Note
from semantic.model.read import KeyPath, SourceFile

REFUSED: dict[str, tuple[str, ...]] = {
    "cube": ("extends", "access_policy", "interval", "valid_time", "loaded_at", "calendar", "rewrite_queries"),
    "dimension": (
        "case",
        "sub_query",
        "propagate_filters_to_sub_query",
        "granularities",
        "latitude",
        "longitude",
        "values",
        "mask",
        "key",
        "multi_stage",
    ),
    "measure": (
        "rolling_window",
        "multi_stage",
        "group_by",
        "reduce_by",
        "add_group_by",
        "time_shift",
        "case",
        "order_by",
        "mask",
        "day_count",
        "time_calculations",
    ),
    "view": (
        "extends",
        "access_policy",
        "default_filters",
        "includes",
        "excludes",
        "measures",
        "dimensions",
        "segments",
    ),
}
INSTEAD: dict[str, str] = {
    "case": "Write it in the sql, in quotes: CASE WHEN ... THEN ... ELSE ... END.",
    "rolling_window": "Leave it out, and ask for the period in the question: the range 'last 12 months'.",
}
NOTED: dict[str, tuple[str, ...]] = {"cube": ("pre_aggregations", "refresh_key")}
REFUSED_TYPES: dict[str, tuple[str, ...]] = {
    "dimension": ("geo", "switch"),
    "measure": (
        "string",
        "time",
        "boolean",
        "rank",
        "number_agg",
        "active",
        "started",
        "ended",
        "amount",
        "days",
        "years",
        "cohort",
    ),
}


def refused_keys(kind: str, document: Document, file: SourceFile, path: KeyPath) -> list[Problem]:
    """A problem for each key in use, and for a type, that would change numbers or access."""
    problems = [
        Problem(
            "D630",
            f"'{key}' is not served yet.",
            INSTEAD.get(key, "It would change numbers or access: leave it out."),
            at=file.at(*path, key),
        )
        for key in REFUSED.get(kind, ())
        if _in_use(document, key)
    ]
    written: Any = getattr(document, "type", None)
    if written in REFUSED_TYPES.get(kind, ()):
        problems.append(Problem("D630", f"The type '{written}' is not served yet.", at=file.at(*path, "type")))
    return problems


def noted_keys(kind: str, document: Document, file: SourceFile, path: KeyPath) -> list[Note]:
    """A note for each key in use that only changes speed."""
    return [
        Note(f"'{key}' only changes speed and is left out.", file.at(*path, key))
        for key in NOTED.get(kind, ())
        if _in_use(document, key)
    ]


def _in_use(document: Document, key: str) -> bool:
    return getattr(document, key) not in (None, [], {}, False)
