"""`parts_add_up`: the values of the parts sum to the value of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sqlglot import exp

from semantic.errors import DefinitionError, Problem
from semantic.metric_tests.answers import Answer, read_answer
from semantic.metric_tests.compare import Cells, off, short, shown
from semantic.metric_tests.labs import Lab
from semantic.metric_tests.read import MetricTest
from semantic.model.model import Aggregation, Dimension, Measure, MeasureRef, Model
from semantic.query import Query, TimeDimension
from semantic.result import Column

LINEAR = (exp.Add, exp.Sub, exp.Neg, exp.Paren, exp.Placeholder)
HALF = Decimal("0.5")


@dataclass
class Sum:
    """The parts of one row of the whole, added; no value counts as nothing."""

    count: int = 0
    values: dict[str, Decimal] = field(default_factory=dict)


def parts_add_up(test: MetricTest, query: Query, answer: Answer, lab: Lab) -> Iterator[str]:
    """Over each of the dimensions, the parts of every row of the answer sum to it."""
    wanted = test.document.parts_add_up
    if wanted is None:
        return
    model = lab.service.generation.model
    measures = {name: _checked(test, name, model) for name in query.measures}
    keys = [column for column in answer.columns if column.role in ("dimension", "time")]
    for name in wanted.over:
        sums = _sums(read_answer(lab.ask(_finer(query, name))), keys, measures)
        for row in answer.rows:
            found = sums.pop(_cells(answer, row, keys), Sum())
            for column in (column for column in answer.columns if column.name in measures):
                slack = rounding(model, measures[column.name], found.count)
                whole, added = row[answer.places[column.name]] or Decimal(), found.values.get(column.name, Decimal())
                if abs(whole - added) > slack:
                    yield _line(name, answer.label(row), column, whole, added, found.count)
        for key in sums:
            label = ", ".join(f"{short(c)} = {shown(value, c)}" for value, c in zip(key, keys, strict=True))
            yield f"over {name}: {label}: there are parts, but no whole"


def _line(over: str, label: str, column: Column, whole: Decimal, added: Decimal, count: int) -> str:
    where = f"{label}: " if label else ""
    sums = f"its {count} parts sum to {shown(added, column)}{off(whole, added)}"
    return f"over {over}: {where}{short(column)} is {shown(whole, column)}, but {sums}"


def _finer(query: Query, name: str) -> Query:
    """The question with one more dimension; `view.day.month` is a time dimension at its grain."""
    if name.count(".") == 2:
        dimension, _, granularity = name.rpartition(".")
        times = (*query.time_dimensions, TimeDimension(dimension, granularity))
        return replace(query, time_dimensions=times, order=())
    return replace(query, dimensions=(*query.dimensions, name), order=())


def _cells(answer: Answer, row: Cells, columns: Sequence[Column]) -> Cells:
    return tuple(row[answer.places[column.name]] for column in columns)


def _sums(parts: Answer, keys: Sequence[Column], measures: dict[str, Measure]) -> dict[Cells, Sum]:
    sums: dict[Cells, Sum] = {}
    for row in parts.rows:
        into = sums.setdefault(_cells(parts, row, keys), Sum())
        into.count += 1
        for name in measures:
            value = row[parts.places[name]]
            if value is not None:
                into.values[name] = into.values.get(name, Decimal()) + value
    return sums


def rounding(model: Model, measure: Measure, parts: int) -> Decimal:
    """What showing fewer decimals than there are can move the sum: half a unit for each part and for the whole."""
    scale = _scale(model, measure)
    if measure.decimals is None or (scale is not None and scale <= measure.decimals):
        return Decimal()
    return HALF.scaleb(-measure.decimals) * (parts + 1)


def _scale(model: Model, measure: Measure) -> int | None:
    """The decimals of the exact value; None where nobody knows."""
    if isinstance(measure.body, Aggregation):
        return measure.body.scale
    scales = [
        _scale(model, model.measure(part)) if isinstance(part, MeasureRef) else part.scale
        for part in measure.body.parts
    ]
    known = [scale for scale in scales if scale is not None]
    return max(known, default=0) if len(known) == len(scales) else None


def _checked(test: MetricTest, name: str, model: Model) -> Measure:
    """The measure. Raises DefinitionError (D697) when its parts need not add up to the whole."""
    at = test.at("parts_add_up")
    if test.document.query.get("limit") is not None or test.document.query.get("offset"):
        raise DefinitionError(Problem("D697", "A question with a limit or an offset has no whole.", at=at))
    if test.document.query.get("ungrouped"):
        raise DefinitionError(Problem("D697", "Ungrouped rows have no parts.", at=at))
    view, _, member = name.partition(".")
    measure = model.views[view].members[member].member if member in model.views[view].members else None
    if not isinstance(measure, Measure) or not additive(model, measure):
        message = f"'{name}' is not additive: its parts do not sum to the whole."
        hint = "Test its numerator and its denominator, or compare with equals_sql."
        raise DefinitionError(Problem("D697", message, hint, at=at))
    for over in test.document.parts_add_up.over if test.document.parts_add_up else ():
        view, member = over.split(".")[0], over.partition(".")[2].split(".")[0]
        found = model.views[view].members.get(member) if view in model.views else None
        if found and isinstance(found.member, Dimension) and _stands_still(model, measure, found.member):
            raise DefinitionError(Problem("D697", f"'{name}' is not additive over '{over}'.", at=at))
    return measure


def additive(model: Model, measure: Measure) -> bool:
    """Whether the measure is a sum or count of rows, or such measures added and subtracted."""
    body = measure.body
    if isinstance(body, Aggregation):
        return _adds(body)
    if body.is_staged or body.switch is not None or body.group_aggregation != "ratio_of_sums":
        return False  # of other rows than the group's own, or of its members
    return all(isinstance(node, LINEAR) for node in body.node.walk()) and all(
        additive(model, model.measure(part)) if isinstance(part, MeasureRef) else _adds(part) for part in body.parts
    )


def _adds(one: Aggregation) -> bool:
    """Spells last through several periods, and do not add up over these."""
    return one.kind in ("sum", "count") and one.spell is None


def _stands_still(model: Model, measure: Measure, over: Dimension) -> bool:
    """Whether the measure, or a part of it, must not be summed over the dimension: a stock over its dates."""
    if over.cube == measure.cube and over.name in measure.pinned:
        return True
    if isinstance(measure.body, Aggregation):
        snapshot = model.cubes[measure.cube].snapshot
        return measure.body.latest and over.cube == measure.cube and bool(snapshot and snapshot.date == over.name)
    refs = (model.measure(part) for part in measure.body.parts if isinstance(part, MeasureRef))
    return any(_stands_still(model, part, over) for part in refs)
