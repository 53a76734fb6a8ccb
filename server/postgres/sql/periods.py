"""Times in SQL: `date_trunc`, `extract` and casts to a day, as periods of a time dimension."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from sqlglot import exp

from semantic.model.grain import GRAINS, MONTHS, SECONDS, Interval, after, period_of
from semantic.model.model import Dimension
from semantic.predicate import And, Asked, Or, Predicate
from server.postgres.sql.leaves import Face, as_leaf, bare_name
from server.postgres.sql.refusals import refuse
from server.postgres.sql.values import DAY, MOMENT, Raw, midnight

Tests = Predicate[Asked]
NEVER: Tests = Or(())
GRAIN_OF_PART = {
    "YEAR": "year", "QUARTER": "quarter", "MONTH": "month", "WEEK": "week", "DAY": "day", "DOY": "day", "DOW": "day",
    "ISODOW": "day", "HOUR": "hour", "MINUTE": "minute",
}  # fmt: skip
MOMENTS, DAYS = (exp.DataType.Type.TIMESTAMP,), (exp.DataType.Type.DATE,)
WITHIN_A_DAY = ("hour", "minute", "second")


@dataclass(frozen=True, eq=False)
class CutTime:
    """A time dimension cut to a grain. `part` is what is taken of the period, such as its YEAR; None for its start."""

    leaf: exp.Column
    grain: str
    part: str | None = None


def cut_time(node: exp.Expr, face: Face) -> CutTime | None:
    """The expression as a cut of a time dimension, if it is one."""
    if isinstance(node, exp.Paren):
        return cut_time(node.this, face)
    if isinstance(node, (exp.TimestampTrunc, exp.DateTrunc)):
        grain = node.args["unit"].name.lower()
        leaf = as_leaf(_moment(node.this, grain))
        if leaf is not None and face.kind(leaf.name) == "dimension":
            return CutTime(leaf, grain)
    if isinstance(node, exp.Extract):
        grain, part = GRAIN_OF_PART.get(node.name.upper()), node.name.upper()
        leaf = _time(node.expression, face, grain) if grain is not None else None
        if leaf is not None and grain is not None:
            return CutTime(leaf, grain, part)
    if isinstance(node, exp.Cast) and node.to.this is exp.DataType.Type.DATE:
        leaf = _time(node.this, face, "day")
        if leaf is not None and face.dimension(leaf.name).data_type != "date":
            return CutTime(leaf, "day")
    return None


def _moment(node: exp.Expr, grain: str) -> exp.Expr:
    """What stands inside casts that the grain does not notice: a day has no hours."""
    while isinstance(node, (exp.Paren, exp.Cast)):
        kept = (*MOMENTS, *DAYS) if grain not in WITHIN_A_DAY else MOMENTS
        if isinstance(node, exp.Cast) and not (node.to.is_type(*kept) and not node.to.expressions):
            return node
        node = node.this
    return node


def _time(node: exp.Expr, face: Face, grain: str) -> exp.Column | None:
    leaf = as_leaf(_moment(node, grain))
    is_dimension = leaf is not None and face.kind(leaf.name) == "dimension"
    return leaf if leaf is not None and is_dimension and face.dimension(leaf.name).kind == "time" else None


PERIODS_OF_PATTERNS = {("%Y",): "year", ("%Y", "%m"): "month", ("%Y", "%d", "%m"): "day"}
"""Which period a pattern of `to_char` tells from every other, by the parts that it writes."""


def written_period(node: exp.Expr, face: Face) -> CutTime | None:
    """`to_char(t, 'YYYY-MM')` of a time or of a finer period as the period that it writes."""
    if not isinstance(node, exp.TimeToStr) or not isinstance(node.args.get("format"), exp.Literal):
        return None
    pattern = node.args["format"].name
    grain = PERIODS_OF_PATTERNS.get(tuple(sorted(set(re.findall("%[A-Za-z]", pattern)))))
    if re.search("[A-Za-z]", re.sub("%[A-Za-z]", "", pattern)):
        return None  # a part that has not been read
    inner = cut_time(node.this, face)
    leaf = inner.leaf if inner is not None and inner.part is None else as_leaf(node.this)
    is_time = leaf is not None and face.kind(leaf.name) == "dimension" and face.dimension(leaf.name).kind == "time"
    if grain is None or leaf is None or not is_time:
        return None
    if inner is not None and inner.grain not in ("day", "month", "quarter", "year"):
        return None
    return CutTime(leaf, grain if inner is None or FINENESS[inner.grain] > FINENESS[grain] else inner.grain)


FINENESS = {"year": 0, "quarter": 1, "month": 2, "day": 3}


def keeps_apart(node: exp.Cast, face: Face) -> bool:
    """Whether different values stay different in the type: texts of anything, days of periods, numbers of numbers."""
    if node.to.expressions:
        return False
    inner = node.this.unnest()
    found, cut = as_leaf(inner), cut_time(inner, face)
    if node.to.is_type(exp.DataType.Type.TEXT, exp.DataType.Type.VARCHAR):
        return True
    is_dimension = found is not None and face.kind(found.name) == "dimension"
    data_type = face.dimension(found.name).data_type if found is not None and is_dimension else None
    if node.to.is_type(*DAYS):
        whole = cut is not None and cut.part is None and cut.grain not in WITHIN_A_DAY
        return whole or data_type == "date"
    if node.to.is_type(*MOMENTS):
        return data_type in ("date", "timestamp") or (cut is not None and cut.part is None)
    numbers = (exp.DataType.Type.INT, exp.DataType.Type.BIGINT, exp.DataType.Type.DECIMAL)
    return node.to.is_type(*numbers) and (data_type == "integer" or (cut is not None and cut.part is not None))


def as_moment(value: Raw, leaf: exp.Expr, dimension: Dimension) -> Raw:
    """The constant as PostgreSQL compares it with the dimension: a day, or a moment to the microsecond."""
    if value is None:
        return None
    text = str(value)
    if dimension.data_type == "date" and DAY.fullmatch(text):
        return text
    if not DAY.fullmatch(text) and not MOMENT.fullmatch(text):
        message = f"'{text[:60]}' is no date, but '{bare_name(leaf.name)}' is."
        raise refuse("R209", message, "Write for example date '2024-05-01'.", leaf)
    try:
        moment = midnight(text)
    except ValueError:
        raise refuse(
            "R210", f"'{bare_name(leaf.name)}': '{text[:60]}' is not a date that exists.", None, leaf
        ) from None
    return moment[:10] if dimension.data_type == "date" and moment.endswith("T00:00:00.000000") else moment


def tested_period(face: Face, cut: CutTime, operator: str, value: Raw) -> Tests | None:
    """The test of a cut time as one of the time itself; None where it is none, as of every May."""
    name = cut.leaf.name
    if cut.part is not None and cut.part != "YEAR":
        return None
    begins = _year(value) if cut.part == "YEAR" else _aligned(value, cut, face)
    if begins is None:
        return None
    length = Interval(MONTHS.get(cut.grain, 0), SECONDS.get(cut.grain, 0))
    ends = after(begins, length)
    first, then = (as_moment(one.isoformat(" "), cut.leaf, face.dimension(cut.leaf.name)) for one in (begins, ends))
    if operator == "equals":
        return And((Asked(name, "gte", (first,)), Asked(name, "lt", (then,))))
    if operator == "differs":
        return Or((Asked(name, "lt", (first,)), Asked(name, "gte", (then,))))
    bound = {"lt": ("lt", first), "gte": ("gte", first), "lte": ("lt", then), "gt": ("gte", then)}[operator]
    return Asked(name, bound[0], (bound[1],))


def _year(value: Raw) -> datetime | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and 1 <= value < 9999
    return datetime(int(value), 1, 1) if whole and isinstance(value, int) else None


def _aligned(value: Raw, cut: CutTime, face: Face) -> datetime | None:
    """The period's start, where the constant is one; any other moment is no period's start, and is left to SQL."""
    text = str(value)
    if cut.grain not in GRAINS or not (DAY.fullmatch(text) or MOMENT.fullmatch(text)):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if period_of(moment, GRAINS[cut.grain]) == moment and moment.date() < date(9998, 1, 1) else None
