"""`sub_query` dimensions: a measure's value beside each row of a cube, at the grain of the row's primary key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from semantic.access.decide import Decision
from semantic.errors import Problem, ServiceError
from semantic.model.model import Aggregation, Cube, Dimension, Measure, Model
from semantic.plan.calculate import Needs, calculate
from semantic.plan.calculation import MeasureOutput
from semantic.plan.core import build_core
from semantic.plan.follow_up import later
from semantic.plan.nodes import Aggregate, Key, Later, Values, column_name
from semantic.plan.reach import Entry
from semantic.plan.source import filtered
from semantic.plan.stand import Frame
from semantic.plan.term import Term
from semantic.plan.versions import UNTOUCHED, Versions
from semantic.predicate import And
from semantic.query import DimensionField
from semantic.result import Column

ONE_PATH = "One path of joins must lead from the measure's cube to this one."


def whole(model: Model, decision: Decision, as_of: date, versions: Versions) -> Frame:
    """The frame of no question: every row in force that may be read."""
    return Frame(model, decision, (), (), "UTC", as_of, as_of, versions, beside, (), {})


def beside(frame: Frame, cube: str, name: str) -> Values | Later:
    """What stands beside each row of the cube under the name. Raises as `values` and `later` do."""
    dimension = frame.model.cubes[cube].dimensions.get(name)
    return later(frame, cube, name) if dimension is None else values(frame, dimension)


def values(frame: Frame, dimension: Dimension) -> Values:
    """The measure's value for each row of the dimension's cube, over all rows that the asker may read.

    A count is 0 where there are none. Raises UnsupportedError, ResolutionError, DeniedError (A302).
    """
    model = frame.model
    everything = replace(
        frame, where=(), segments=(), cubes=(), switches={}, top=None, parts={}, around=(), protected=False
    )
    cube = model.cubes[dimension.cube]
    assert dimension.sub_query is not None
    measure = model.measure(dimension.sub_query)
    needs = Needs(model, everything.switches, asked=dimension.id)
    calculation = calculate(needs, measure, Entry(measure.cube, measure.cube, (), False))
    fields = tuple(
        DimensionField(f"key.{one.id}", one.title, one, cube.name, (), False, asked=False) for one in cube.primary_key
    )
    keys = tuple(column_name(field.name) for field in fields)
    core = build_core(everything, needs, fields, groups_of=_rows(everything, cube, keys))
    value = MeasureOutput(measure_column(measure, dimension.id, dimension.title, None), calculation)
    return Values(core, keys, tuple(one.expression for one in cube.primary_key), value)


def _rows(frame: Frame, cube: Cube, keys: tuple[str, ...]) -> Aggregate:
    """The cube's rows, by their primary key."""
    terms = tuple(Term(one.expression, (), one.data_type) for one in cube.primary_key)
    rows = filtered(frame, cube.name, And(()), (), terms)
    return Aggregate(cube.name, rows, tuple(Key(*one) for one in zip(keys, terms, strict=True)), ())


def check_sub_queries(model: Model, decision: Decision, as_of: date) -> Iterator[Problem]:
    """A fault for each `sub_query` dimension whose measure cannot be computed for each row of its cube."""
    frame = whole(model, decision, as_of, UNTOUCHED)
    for cube in model.cubes.values():
        for dimension in cube.dimensions.values():
            try:
                _ = values(frame, dimension) if dimension.sub_query else None
            except ServiceError as error:
                for one in error.problems:
                    message = f"'{dimension.id}' is no value of one row: {one.message}"
                    hint = ONE_PATH if one.code in ("U410", "R218") else None
                    yield Problem("D633", message, hint, at=dimension.at)


def measure_column(measure: Measure, name: str, title: str, description: str | None) -> Column:
    """The column in which the measure is shown."""
    return Column(
        name,
        title,
        measure.data_type,
        "measure",
        measure.unit,
        decimals_of(measure),
        nullable=measure.type not in ("count", "count_distinct"),
        description=description,
    )


def decimals_of(measure: Measure) -> int | None:
    """The decimals shown: as declared, else as many as the sum has; None for what is no exact number."""
    if measure.decimals is not None or not isinstance(measure.body, Aggregation):
        return measure.decimals
    return measure.body.scale
