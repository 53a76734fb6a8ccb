"""What a client hears, whatever the interface: cells in canonical text, or the problems of a refusal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

import pyarrow as pa

from tests.worlds import World

Cell = str | None
MIDNIGHT = re.compile(r"^(\d{4,5}-\d{2}-\d{2})[T ]00:00:00(?:\.0+)?$")
MOMENT = re.compile(r"^(\d{4,5}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d+)?)$")


@dataclass(frozen=True)
class Heard:
    """`names` and `rows` of an answer, or `problems` as (code, message, hint) of a refusal.

    `shown` is (title, unit, decimals) of each column, None where the interface has no place for it.
    """

    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    problems: tuple[tuple[str, str, str | None], ...] = ()
    truncated: bool = False
    total: int | None = None
    as_of: str | None = None
    scope: str | None = None
    shown: tuple[tuple[str, str, int | None], ...] | None = None


class Client(Protocol):
    """An interface as its users meet it."""

    name: str

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard: ...


def asked_names(query: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns that a question selects, in the order of the pipeline's answer."""
    times = query.get("timeDimensions", [])
    grains = [f"{one['dimension']}.{one['granularity']}" for one in times if one.get("granularity")]
    grouped = [*query.get("dimensions", []), *grains]
    if "subtotals" in query:
        grouped = [name for dimension in grouped for name in (dimension, f"{dimension}__subtotal")]
    rest = rest_of(query)
    grouped = [name for one in grouped for name in ((one, f"{one}__rest") if one == rest else (one,))]
    return tuple(dict.fromkeys([*grouped, *query.get("measures", [])]))


def rest_of(query: Mapping[str, Any]) -> str | None:
    """The grouped dimension whose rest is a row, by the name of its column."""
    top = query.get("top", {"rest": False})
    if not top.get("rest", True):
        return None
    name = top["dimension"]
    times = query.get("timeDimensions", [])
    grains = [f"{name}.{one['granularity']}" for one in times if one["dimension"] == name and one.get("granularity")]
    grouped = [*query.get("dimensions", []), *(f"{one['dimension']}.{one.get('granularity')}" for one in times)]
    return name if name in grouped else grains[0] if grains else None


def rows_of(records: Sequence[Mapping[str, object]], names: tuple[str, ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(settled(record[name]) for name in names) for record in records)


def settled(value: object) -> Cell:
    """A value as text, digit for digit; a day is a day whether or not the interface writes its midnight."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    if match := MIDNIGHT.match(text):
        return match[1]
    if match := MOMENT.match(text):
        return f"{match[1]} {match[2].ljust(12, '0') if '.' in match[2] else match[2] + '.000'}"
    return text


def values_of(cells: pa.ChunkedArray) -> list[object]:
    """Arrow's cells as Python has them; times that it has no value for as text."""
    try:
        if not (pa.types.is_timestamp(cells.type) and cells.type.unit == "ns"):
            return list(cells.to_pylist())
    except OverflowError:
        pass
    return [_beyond_python(text) for text in cells.cast(pa.string()).to_pylist()]


def _beyond_python(text: str | None) -> str | None:
    """A time as Arrow writes it, without the zeros that say nothing."""
    if text is not None and "out of range" in text:
        return "-infinity" if ": -" in text else "infinity"
    return text and re.sub(r"(\.\d{3}(?:\d{3})??)(?:000)+$", r"\1", text)
