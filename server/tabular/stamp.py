"""Where an answer is from, under the names that every interface has."""

from __future__ import annotations

from semantic.result import Stamp


def stamped(stamp: Stamp) -> dict[str, str | int | list[str]]:
    return {
        "modelVersion": stamp.model_version,
        "dataVersion": stamp.data_version,
        "opgjortPr": stamp.as_of.isoformat(),
        "opgjortPrKilde": stamp.as_of_source,
        "scope": stamp.scope,
        "notes": list(stamp.notes),
    }
