"""AuthorisedQuery → Plan. The only way to a plan, so that nothing undecided is ever planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from semantic.errors import Problem, refusal
from semantic.model.model import Aggregation, Measure, Model, Zoned
from semantic.plan.calculate import Needs, calculate
from semantic.plan.core import build_core
from semantic.plan.moments import in_column
from semantic.plan.nodes import (
    Aggregate,
    Calculation,
    Cells,
    Core,
    FlagOutput,
    KeyOutput,
    MeasureOutput,
    Output,
    Plan,
    SortKey,
    StampOutput,
    StatusOutput,
    column_name,
)
from semantic.plan.ranking import ranked
from semantic.plan.reach import Entry
from semantic.plan.source import conditions_of, filtered, keys_of, placed
from semantic.plan.stand import Frame, Standing, stand
from semantic.predicate import Predicate, Test, all_tests, every_conjunct, map_tests, moved
from semantic.query import (
    AuthorisedQuery,
    DimensionField,
    Field,
    MeasureField,
    ResolvedQuery,
    StampField,
    StatusField,
    SubtotalField,
)
from semantic.result import Column, DataType

UTC = ZoneInfo("UTC")
STAMP_TITLES = {"opgjort_pr": "Opgjort pr.", "dataversion": "Dataversion", "omfang": "Omfang"}


@dataclass(frozen=True)
class Origin:
    """What the stamp columns say."""

    as_of: date
    data_version: int
    scope: str


def plan(query: AuthorisedQuery, model: Model, data_version: int) -> Plan:
    """What is to be computed. Raises UnsupportedError (U4xx), ResolutionError (R218), DeniedError (A302)."""
    question = query.question
    asked = [one.measure.cube for one in question.measures] or [one.root for one in question.dimensions]
    cubes = tuple(dict.fromkeys(asked))
    frame = Frame(model, query.decision, every_conjunct(question.where), question.segments, question.timezone, cubes)
    needs = Needs(model)
    calculations: dict[str, Calculation] = {}
    for one in question.measures:
        needs.asked = one.name
        calculations[one.name] = calculate(needs, one.measure, entry_of(one))
    cells: Cells = (
        build_core(frame, needs, question.dimensions, question.subtotals)
        if calculations
        else _members_only(frame, question)
    )
    core: Core = ranked(cells, needs, question) if needs.places else cells
    origin = Origin(question.as_of.day, data_version, query.decision.scope)
    outputs = {one.name: _output(one, calculations, origin) for one in question.columns}
    limit = question.limit if question.default_limit is None else question.default_limit + 1
    return Plan(
        core=core,
        outputs=tuple(outputs.values()),
        having=map_tests(question.having, lambda test: _calculated(test, calculations)),
        order=_order(question, outputs),
        limit=limit,
        offset=question.offset,
        total=question.total,
        subtotals=bool(question.subtotals),
    )


def _order(question: ResolvedQuery, outputs: dict[str, Output]) -> tuple[SortKey, ...]:
    """The order by what differs between rows; a stamp is the same in all."""
    return tuple(
        SortKey(outputs[entry.field.name], entry.descending)
        for entry in question.order
        if not isinstance(entry.field, StampField)
    )


def entry_of(field: MeasureField) -> Entry:
    """Where the measure's fact stands; a cube asked directly is its own root."""
    return Entry(field.measure.cube, field.root, field.path, field.through_view)


def _calculated(test: Test[MeasureField], calculations: dict[str, Calculation]) -> Predicate[Test[Calculation]]:
    """The test on the calculation; a time measure is shown in the question's zone, so moments stay local."""
    zoned: Zoned = "day" if test.leaf.measure.data_type == "date" else "local"
    return moved(test, calculations[test.leaf.name], lambda value: in_column(value, zoned, UTC))


def _members_only(frame: Frame, question: ResolvedQuery) -> Aggregate:
    """The combinations of members that occur, seen from the one cube that leads to all of them."""
    standing = _standing_of_members(frame, question)
    keys = keys_of(standing, frame.timezone)
    cube = standing.entry.cube
    where = all_tests(*(placed(standing, part, frame.timezone) for part in standing.where))
    terms = tuple(key.term for key in keys)
    rows = filtered(frame.model, frame.decision, cube, where, conditions_of(standing), terms)
    sets = tuple(frozenset(column_name(name) for name in kept) for kept in question.subtotals)
    return Aggregate(cube, rows, keys, (), sets)


def _standing_of_members(frame: Frame, question: ResolvedQuery) -> Standing:
    """A view's root, or the first asked cube that leads to one row of all others; of one cube alone, that cube."""
    roots = dict.fromkeys(Entry(one.root, one.root, (), one.through_view) for one in question.dimensions)
    found: list[Standing] = []
    problems: list[Problem] = []
    for root in roots:
        standing = stand(frame, root, question.dimensions, frozenset(), root.cube)
        if isinstance(standing, tuple):
            problems.extend(standing)
        elif not standing.to_many or len(roots) == 1:
            found.append(standing)
    if found:
        return found[0]
    if len(roots) == 1:
        raise refusal(*problems)
    names = ", ".join(f"'{one.name}'" for one in question.dimensions)
    message = f"No one cube says how these belong together: {names}."
    raise refusal(Problem("R217", message, "Add a measure, or ask through one view."))


def _output(field: Field, calculations: dict[str, Calculation], origin: Origin) -> Output:
    if isinstance(field, DimensionField):
        return KeyOutput(_key_column(field), column_name(field.name), field.dimension.value_order)
    if isinstance(field, MeasureField):
        return MeasureOutput(_measure_column(field), calculations[field.name])
    if isinstance(field, StatusField):
        title = f"{field.of.title} (status)"
        column = Column(field.name, title, "text", "status", nullable=False)
        return StatusOutput(column, calculations[field.of.name])
    if isinstance(field, SubtotalField):
        column = Column(field.name, f"{field.of.title} (subtotal)", "boolean", "subtotal", nullable=False)
        return FlagOutput(column, column_name(field.of.name))
    return _stamp(field, origin)


def _stamp(field: StampField, origin: Origin) -> StampOutput:
    values: dict[str, tuple[DataType, object]] = {
        "opgjort_pr": ("date", origin.as_of),
        "dataversion": ("integer", origin.data_version),
        "omfang": ("text", origin.scope),
    }
    data_type, value = values[field.stamp]
    return StampOutput(Column(field.name, STAMP_TITLES[field.stamp], data_type, "stamp", nullable=False), value)


def _key_column(field: DimensionField) -> Column:
    data_type: DataType = field.dimension.data_type
    if field.grain is not None:
        data_type = "date" if field.grain.is_of_days else "timestamp"
    role = "time" if field.dimension.kind == "time" else "dimension"
    return Column(field.name, field.title, data_type, role, description=field.description)  # type: ignore[arg-type]


def _measure_column(field: MeasureField) -> Column:
    measure = field.measure
    return Column(
        field.name,
        field.title,
        measure.data_type,
        "measure",
        measure.unit,
        decimals_of(measure),
        nullable=measure.type not in ("count", "count_distinct"),
        description=field.description,
    )


def decimals_of(measure: Measure) -> int | None:
    """The decimals shown: as declared, else as many as the sum has; None for what is no exact number."""
    if measure.decimals is not None or not isinstance(measure.body, Aggregation):
        return measure.decimals
    return measure.body.scale
