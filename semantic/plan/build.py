"""AuthorisedQuery → Plan. The only way to a plan, so that nothing undecided is ever planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from semantic.errors import Problem, UnsupportedError, refusal
from semantic.model.model import Model, Zoned
from semantic.plan.begun import begun_of, counts_of, period_field
from semantic.plan.behind import behind, in_full
from semantic.plan.calculate import Needs, calculate
from semantic.plan.calculation import Calculation, MeasureOutput
from semantic.plan.core import build_core
from semantic.plan.detail import detail, told_apart
from semantic.plan.every import check_every, list_every
from semantic.plan.finish import (
    Chosen,
    FlagOutput,
    KeyOutput,
    Output,
    Plan,
    RestOutput,
    SortKey,
    StampOutput,
    StatusOutput,
)
from semantic.plan.moments import in_column
from semantic.plan.nodes import Aggregate, Cells, Core, column_name
from semantic.plan.peers import group_alone, not_validated, with_groups
from semantic.plan.protect import (
    check_counted,
    denied,
    held_places,
    hidden_of,
    protected_groups,
    protections_of,
    under,
)
from semantic.plan.protection import Protection
from semantic.plan.ranking import ranked
from semantic.plan.reach import Entry, entry_of
from semantic.plan.shares import Shares, shown_by_shares
from semantic.plan.source import conditions_of, filtered, keys_of, placed
from semantic.plan.stand import Frame, Standing, stand
from semantic.plan.sub_query import beside, measure_column
from semantic.plan.switches import Switched, crossed, switched
from semantic.plan.top import check_top, cut_to_top
from semantic.plan.versions import Versions
from semantic.predicate import Predicate, Test, all_tests, map_tests, moved
from semantic.query import (
    AuthorisedQuery,
    DimensionField,
    Field,
    MeasureField,
    ResolvedQuery,
    RestField,
    StampField,
    StatusField,
    SubtotalField,
)
from semantic.result import Column, DataType, Role

UTC = ZoneInfo("UTC")
STAMP_TITLES = {"opgjort_pr": "Opgjort pr.", "dataversion": "Dataversion", "omfang": "Omfang"}


@dataclass(frozen=True)
class Origin:
    """What the stamp columns say."""

    as_of: date
    data_version: int
    scope: str


def plan(query: AuthorisedQuery, model: Model, data_version: int, versions: Versions) -> Plan:
    """What is to be computed over the rows of the versions.

    Raises UnsupportedError (U4xx), ResolutionError (R218), DeniedError (A302).
    """
    question = query.question
    check_top(question)
    check_every(question)
    switches = switched(question)
    frame = _frame(query, model, switches, versions)
    core, calculations = _core(frame, question, switches)
    origin = Origin(question.as_of.day, data_version, query.scope)
    protections = tuple(protections_of(core))
    _check_protected(question, protections)
    held = frozenset(one.column for protection in protections for one in protection.columns)
    shown = {name: under(one, held) for name, one in calculations.items()}
    outputs = {one.name: _output(one, calculations, shown, held, origin) for one in question.columns}
    outputs = {name: in_full(one) if question.behind else one for name, one in outputs.items()}
    limit = question.limit if question.default_limit is None else question.default_limit + 1
    return Plan(
        core=held_places(core, held),
        outputs=tuple(outputs.values()),
        having=map_tests(question.having, lambda test: _calculated(test, shown)),
        order=(*_order(question, outputs), *told_apart(core, outputs.values())),
        limit=limit,
        offset=question.offset,
        total=question.total,
        subtotals=bool(question.subtotals),
        chosen=_chosen(frame, outputs) if frame.top else None,
        exact=question.exact,
        protections=protections,
        is_cut=bool(question.offset) or (question.limit is not None and question.default_limit is None),
    )


def _check_protected(question: ResolvedQuery, protections: tuple[Protection, ...]) -> None:
    """INVARIANT: nothing is chosen by what is hidden."""
    if protections and question.top:
        raise denied(f"A top by '{question.top.measure.name}' would be chosen by values that are hidden.")


def _core(frame: Frame, question: ResolvedQuery, switches: Switched) -> tuple[Core, dict[str, Calculation]]:
    if question.ungrouped:
        return behind(frame, question) if question.behind else detail(frame, question)
    return _grouped(frame, question, switches)


def _grouped(frame: Frame, question: ResolvedQuery, switches: Switched) -> tuple[Core, dict[str, Calculation]]:
    needs = Needs(frame.model, frame.switches, weigh=Shares(frame, switches.fields))
    calculations: dict[str, Calculation] = {}
    for one in question.measures:
        needs.asked = one.name
        calculations[one.name] = calculate(needs, one.measure, entry_of(one))
    for status in (one for one in question.columns if isinstance(one, StatusField)):
        needs.asked = status.of.name
        if (rows := not_validated(needs, status.of)) is not None:
            calculations[status.name] = rows
    shown = switches.fields
    fields, sets = with_groups(frame, needs, question, shown)
    more = group_alone(frame, shown, fields[len(shown) :])
    cells: Cells = (
        build_core(frame, needs, fields, sets, more=more)
        if calculations
        else _members_only(frame, fields, question.subtotals)
    )
    every = tuple(one for one in question.every if not one.dimension.switch)  # all of a switch's values are listed
    if (period := period_field(needs, switches.fields)) and not (question.subtotals or question.top):
        every = tuple(dict.fromkeys((*every, period)))
    begun = begun_of(needs)
    cells = list_every(frame, every, fields, cells, counts_of(needs), begun)
    switching = crossed(cells, switches)
    return (ranked(switching, frame, needs, question) if needs.places else switching), calculations


def _frame(query: AuthorisedQuery, model: Model, switches: Switched, versions: Versions) -> Frame:
    question, top = query.question, query.question.top
    asked = [one.measure.cube for one in question.measures] or [one.root for one in question.dimensions]
    cubes = tuple(dict.fromkeys([*asked, *([top.measure.measure.cube] if top else [])]))
    where, zone, day = switches.where, question.timezone, question.as_of
    return Frame(
        model, query.decision, where, question.segments, zone, day.day, day.now or day.day, versions, beside, cubes,
        switches.chosen, top, query.parts,
    )  # fmt: skip


def _chosen(frame: Frame, outputs: dict[str, Output]) -> Chosen:
    """The top's members, over the question's rows at the grain of their dimension alone; ties by the member."""
    top = frame.top
    assert top is not None
    needs = Needs(frame.model, frame.decided, asked=top.measure.name, weigh=Shares(frame, (top.dimension,)))
    calculation = calculate(needs, top.measure.measure, entry_of(top.measure))
    if needs.places:
        message = f"A top by the rank '{top.measure.name}' is not served."
        raise refusal(Problem("U402", message, "Ask for the top by what is ranked."))
    try:
        core = build_core(replace(frame, top=None), needs, (top.dimension,))
    except UnsupportedError as refused:
        hint = (
            f"The top is chosen at the grain of '{top.dimension.name}' alone; filter what else it is not summed over."
        )
        raise refusal(*(replace(one, hint=hint) if one.code == "U420" else one for one in refused.problems)) from None
    by = SortKey(
        MeasureOutput(measure_column(top.measure.measure, top.measure.name, top.measure.title, None), calculation),
        top.descending,
    )
    member = SortKey(outputs[top.dimension.name], False)
    return Chosen(column_name(top.dimension.name), core, (by, member), top.count)


def _order(question: ResolvedQuery, outputs: dict[str, Output]) -> tuple[SortKey, ...]:
    """The order by what differs between rows; a stamp is the same in all."""
    return tuple(
        SortKey(outputs[entry.field.name], entry.descending, entry.nulls_first)
        for entry in question.order
        if not isinstance(entry.field, StampField)
    )


def _calculated(test: Test[MeasureField], calculations: dict[str, Calculation]) -> Predicate[Test[Calculation]]:
    """The test on the calculation; a time measure is shown in the question's zone, so moments stay local."""
    zoned: Zoned = "day" if test.leaf.measure.data_type == "date" else "local"
    return moved(test, calculations[test.leaf.name], lambda value: in_column(value, zoned, UTC))


def _members_only(frame: Frame, fields: tuple[DimensionField, ...], subtotals: tuple[frozenset[str], ...]) -> Aggregate:
    """The combinations of members that occur, seen from the one cube that leads to all of them."""
    standing = _standing_of_members(frame, fields)
    check_counted(frame, standing)
    keys = keys_of(standing, frame.timezone)
    cube = standing.entry.cube
    where = all_tests(*(placed(standing, part, frame.timezone) for part in standing.where))
    terms = tuple(key.term for key in keys)
    rows = filtered(frame, cube, where, conditions_of(standing), terms)
    sets = tuple(frozenset(column_name(name) for name in kept) for kept in subtotals)
    columns, protection = protected_groups(frame, frame.model.cubes[cube])
    return cut_to_top(Aggregate(cube, rows, keys, columns, sets, protection=protection), frame, standing, ())


def _standing_of_members(frame: Frame, fields: tuple[DimensionField, ...]) -> Standing:
    """A view's root, or the first asked cube that leads to one row of all others; of one cube alone, that cube."""
    roots = dict.fromkeys(Entry(one.root, one.root, (), one.through_view) for one in fields)
    found: list[Standing] = []
    problems: list[Problem] = []
    for root in roots:
        standing = stand(frame, root, fields, frozenset(), root.cube)
        if isinstance(standing, tuple):
            problems.extend(standing)
        elif not standing.to_many or len(roots) == 1:
            found.append(standing)
    if found:
        return found[0]
    if len(roots) == 1:
        raise refusal(*problems)
    names = ", ".join(f"'{one.name}'" for one in fields)
    message = f"No one cube says how these belong together: {names}."
    raise refusal(Problem("R217", message, "Add a measure, or ask through one view."))


def _output(
    field: Field, calculations: dict[str, Calculation], shown: dict[str, Calculation], held: frozenset[str],
    origin: Origin,
) -> Output:  # fmt: skip
    if isinstance(field, DimensionField):
        return KeyOutput(_key_column(field), column_name(field.name), field.dimension.value_order)
    if isinstance(field, MeasureField):
        return MeasureOutput(_measure_column(field, held, shown[field.name]), shown[field.name])
    if isinstance(field, StatusField):
        title = f"{field.of.title} (status)"
        column = Column(field.name, title, "text", "status", nullable=False)
        calculation = calculations[field.of.name]
        rows = calculations.get(field.name)
        unmarked = tuple(leaf.column for leaf in rows.leaves) if rows else ()
        return StatusOutput(column, calculation, hidden_of(calculation, held), unmarked)
    if isinstance(field, SubtotalField):
        column = Column(field.name, f"{field.of.title} (subtotal)", "boolean", "subtotal", nullable=False)
        return FlagOutput(column, column_name(field.of.name))
    if isinstance(field, RestField):
        column = Column(field.name, f"{field.of.title} (rest)", "boolean", "rest", nullable=False)
        return RestOutput(column, column_name(field.of.name))
    return _stamp(field, origin)


def _measure_column(field: MeasureField, held: frozenset[str], shown: Calculation) -> Column:
    column = shown_by_shares(measure_column(field.measure, field.name, field.title, field.description), shown)
    is_held = any(leaf.column in held for leaf in shown.leaves)
    return replace(column, nullable=True) if is_held else column


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
    role: Role = "time" if field.dimension.kind == "time" else "dimension"
    return Column(field.name, field.title, data_type, role, description=field.description)
