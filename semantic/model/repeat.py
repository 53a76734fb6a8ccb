"""A measure that only repeats another, at other groups or periods, is shown as that one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlglot import exp

from semantic.model.model import Aggregation, Cube, Formula, Measure, MeasureRef
from semantic.result import DataType

QUOTIENT_DECIMALS = 6  # of an average or a quotient whose document names none
COUNTS = ("count", "count_distinct")


def decimals_of(body: Aggregation | Formula, written: int | None) -> int | None:
    """The decimals as written, else those that the body's kind has; None where the columns' own will do."""
    if written is not None:
        return written
    if isinstance(body, Formula):
        repeated = only_part(body)
        if body.rank is not None or (isinstance(repeated, Aggregation) and repeated.kind in COUNTS):
            return 0
        return None if repeated is not None else QUOTIENT_DECIMALS
    return 0 if body.kind in COUNTS else QUOTIENT_DECIMALS if body.kind == "percentile" else None


def as_repeated(cubes: Mapping[str, Cube], measure: Measure) -> Measure:
    """The measure with type, decimals and unit of what it repeats, where it does not say them itself."""
    body = measure.body
    if isinstance(body, Aggregation):
        return measure
    if body.rank is not None:
        return replace(measure, data_type="bigint")
    part = only_part(body)
    if measure.data_type == "text":
        return measure
    if part is None and measure.companion_of is not None and measure.decimals is None:
        part = body.parts[0]  # a change or a forecast is shown as what it is of
    if isinstance(part, Aggregation):
        return measure if measure.decimals is not None else replace(measure, decimals=part.scale)
    if part is not None:
        other = as_repeated(cubes, cubes[part.cube].measures[part.measure])
        exact = other.body.scale if isinstance(other.body, Aggregation) else None
        decimals = next((one for one in (measure.decimals, other.decimals) if one is not None), exact)
        data_type = as_shown(other.data_type, decimals)
        return replace(measure, data_type=data_type, decimals=decimals, unit=measure.unit or other.unit)
    return measure


def as_shown(data_type: DataType, decimals: int | None) -> DataType:
    """The type in which a value is shown: with decimals of its own, a number is a decimal one."""
    if data_type == "integer" or (data_type == "bigint" and decimals):
        return "decimal" if decimals else "bigint"
    return "decimal" if data_type == "double" and decimals is not None else data_type


def only_part(body: Formula) -> MeasureRef | Aggregation | None:
    """The one part that the value is, None of what is computed of it."""
    repeats = body.group_aggregation in ("ratio_of_sums", "sum", "min", "max") and body.rank is None
    return body.parts[0] if isinstance(body.node, exp.Placeholder) and repeats else None
