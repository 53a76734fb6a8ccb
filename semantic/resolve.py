"""Names → members of the VISIBLE model. Hidden and absent look alike; every problem is reported at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

from semantic.access.visible import VisibleModel
from semantic.as_of import AsOfCubes, is_known
from semantic.dates import RELATIVE, is_day, no_such_day, period
from semantic.errors import Problem, refusal
from semantic.filters import Clock, Kind, ValueFault, number_of_tests, typed, within
from semantic.members import every_of, grained, top_of, with_rest
from semantic.model.lineage import dimension_cubes, measure_cubes, on_path
from semantic.model.model import SUBTOTAL_SUFFIX, Model
from semantic.names import Resolution, default_fields, named_field, segment_field, time_field
from semantic.predicate import And, Asked, Predicate, Test, atoms, conjunction, conjuncts, map_atoms, tests
from semantic.query import (
    AsOf,
    DimensionField,
    Field,
    MeasureField,
    Query,
    ResolvedQuery,
    SegmentField,
    Sorted,
    StampField,
    StatusField,
    SubtotalField,
    Subtotals,
    TimeDimension,
)

F = TypeVar("F", DimensionField, MeasureField)
ZONES = available_timezones() - {"localtime", "posixrules"}  # those name whatever this machine is set to
MAX_TESTS = 1_000
MAX_CUBED = 6  # dimensions: 64 grouping sets
Tested = DimensionField | MeasureField


def resolve(query: Query, visible: VisibleModel, as_of: AsOfCubes, default_zone: str) -> ResolvedQuery:
    """The question in objects. Raises ResolutionError (R2xx) with every problem found."""
    state = Resolution(visible)
    selected = tuple(dict.fromkeys(_columns(query, state)))
    subtotals = _subtotals(query, selected, state)
    top, every = top_of(query, selected, state), every_of(query, selected, state)
    columns = _flagged(selected) if subtotals else with_rest(selected, top)
    segments = tuple(found for name in query.segments if (found := segment_field(name, state)))
    tested, defaults = _tested(query, state), default_fields(query, state)
    named = (*columns, *tested.values(), *segments, *((top.measure,) if top else ()))
    touched_cubes = _cubes((*named, *(leaf for _, leaf in defaults)), visible.model)
    day = _as_of(as_of(touched_cubes, _asked_day(query, named, state, as_of)), visible)
    clock = Clock(day.day, _zone(query.timezone or default_zone, state))
    where, having = _filters(query, tested, clock, state)
    ranges = [*_ranges(query, clock, state), *(_of_default(*one, clock, state) for one in defaults)]
    order = _order(query, columns, state)
    _check_shape(query, columns, having, state)
    return ResolvedQuery(
        columns=columns,
        dimensions=tuple(column for column in columns if isinstance(column, DimensionField)),
        measures=_measures(columns, having),
        segments=segments,
        where=conjunction(where, *ranges),
        having=having,
        order=order,
        subtotals=subtotals,
        limit=query.limit,
        default_limit=query.default_limit if query.limit is None else None,
        offset=query.offset,
        total=query.total,
        timezone=clock.key,
        as_of=day,
        touched=frozenset(_touched(named)),
        cubes=touched_cubes,
        top=top,
        every=every,
        ungrouped=query.ungrouped,
        behind=query.behind is not None,
        exact=query.exact,
    )


def _as_of(found: AsOf, visible: VisibleModel) -> AsOf:
    """The day, and the source that sets it unless it is a hidden part's."""
    return replace(found, source="") if found.source in visible.hidden_loads else found


def _asked_day(query: Query, named: Iterable[Field | SegmentField], state: Resolution, as_of: AsOfCubes) -> date | None:
    """The day that is asked as of, where every member that is named is known by then; faults are noted (R222, U415)."""
    if query.as_of is None:
        return None
    if not is_day(query.as_of):
        state.note(no_such_day(query.as_of))
        return None
    model, day = state.visible.model, date.fromisoformat(query.as_of)
    for one in dict.fromkeys(one.of if isinstance(one, StatusField) else one for one in named):
        if not all(is_known(cube, day, model, as_of) for cube in _read(one, model)):
            message = f"'{one.name}' is of rows whose loads are not kept: it is known as of its last load alone."
            state.fault("U415", message, "Leave the day out, or ask only for what keeps its loads.")
    return None if state.problems else day


def _read(one: Field | SegmentField, model: Model) -> frozenset[str]:
    """The cubes of the member, and those on the way to it."""
    if not isinstance(one, (DimensionField, MeasureField, SegmentField)):
        return _cubes((one,), model)
    return _cubes((one,), model) | frozenset(on_path(model, one.root, one.path))


def _columns(query: Query, state: Resolution) -> Iterator[Field]:
    for name in query.dimensions:
        found = named_field(name, state)
        if isinstance(found, (MeasureField, StatusField)):
            state.fault("R203", f"'{name}' is a measure, asked for as a dimension.", "Name it among the measures.")
        elif found:
            yield found
    for time in query.time_dimensions:
        found = time_field(time, state)
        if found and time.granularity is not None:
            yield found
    for name in query.measures:
        found = named_field(name, state)
        if isinstance(found, DimensionField):
            state.fault("R203", f"'{name}' is a dimension, asked for as a measure.", "Name it among the dimensions.")
        elif found:
            yield found


def _tested(query: Query, state: Resolution) -> dict[str, DimensionField | MeasureField]:
    """The fields that filters and ranges name."""
    found: dict[str, DimensionField | MeasureField] = {}
    for asked in atoms(query.where):
        made = named_field(asked.member, state)
        if isinstance(made, (DimensionField, MeasureField)):
            found[asked.member] = made
        elif made is not None:
            state.fault("R203", f"'{asked.member}' cannot be filtered.")
    for time in query.time_dimensions:
        made = time_field(TimeDimension(time.dimension), state)
        if made:
            found[time.dimension] = made
    return found


def _check_tests(query: Query, tested: Mapping[str, Tested]) -> None:
    """Raises LimitError (L506) before the filters are spelled out."""
    known = [(asked, tested[asked.member]) for asked in atoms(query.where) if asked.member in tested]
    count = sum(number_of_tests(asked, _kind(leaf)) for asked, leaf in known)
    if count > MAX_TESTS:
        message = f"The filters hold {count} tests of a time or a part of a text; {MAX_TESTS} are allowed."
        raise refusal(Problem("L506", message, "Name a range, or the values themselves."))


def _kind(leaf: Tested) -> Kind:
    return leaf.dimension.kind if isinstance(leaf, DimensionField) else _measure_kind(leaf)


def _zone(name: str, state: Resolution) -> ZoneInfo:
    if name in ZONES:
        return ZoneInfo(name)
    state.fault("R216", f"There is no time zone '{name[:60]}'.", "Write for example Europe/Copenhagen.")
    return ZoneInfo("UTC")


def _filters(
    query: Query, tested: Mapping[str, Tested], clock: Clock, state: Resolution
) -> tuple[Predicate[Test[DimensionField]], Predicate[Test[MeasureField]]]:
    """The filter's tests on dimensions and on measures; each top-level part is one or the other."""
    _check_tests(query, tested)
    where: list[Predicate[Test[DimensionField]]] = []
    having: list[Predicate[Test[MeasureField]]] = []
    for part in conjuncts(query.where):
        names = list(dict.fromkeys(asked.member for asked in atoms(part)))
        leaves = {name: tested[name] for name in names if name in tested}
        if len(leaves) < len(names):
            continue
        dimensions = {name: leaf for name, leaf in leaves.items() if isinstance(leaf, DimensionField)}
        measures = {name: leaf for name, leaf in leaves.items() if isinstance(leaf, MeasureField)}
        if dimensions and measures:
            listed = ", ".join(f"'{name}'" for name in names)
            state.fault("R211", f"One 'or' mixes dimensions and measures: {listed}.", "Give each its own filter.")
        elif measures:
            having.append(_typed(part, measures, _kind, clock, state))
        else:
            where.append(_typed(part, dimensions, _kind, clock, state))
    return conjunction(*where), conjunction(*having)


def _typed(
    part: Predicate[Asked], leaves: Mapping[str, F], kind_of: Callable[[F], Kind], clock: Clock, state: Resolution
) -> Predicate[Test[F]]:
    def change(asked: Asked) -> Predicate[Test[F]]:
        leaf = leaves[asked.member]
        try:
            return typed(asked, leaf, kind_of(leaf), _clock_of(leaf, clock))
        except ValueFault as fault:
            state.note(fault.problem)
            return And(())

    return map_atoms(part, change)


def _clock_of(leaf: Tested, clock: Clock) -> Clock:
    """The clock that the leaf's values are told by: a day is the same day in every zone."""
    member = leaf.dimension if isinstance(leaf, DimensionField) else leaf.measure
    return replace(clock, zone=None) if member.data_type == "date" else clock


def _measure_kind(leaf: MeasureField) -> Kind:
    kinds: dict[str, Kind] = {"text": "string", "date": "time", "timestamp": "time", "boolean": "boolean"}
    return kinds.get(leaf.measure.data_type, "number")


def _of_default(asked: Asked, leaf: DimensionField, clock: Clock, state: Resolution) -> Predicate[Test[DimensionField]]:
    return _typed(asked, {asked.member: leaf}, _kind, clock, state)


def _ranges(query: Query, clock: Clock, state: Resolution) -> Iterator[Predicate[Test[DimensionField]]]:
    found = (_range(time, clock, state) for time in query.time_dimensions)
    yield from (one for one in found if one is not None)


def _range(time: TimeDimension, clock: Clock, state: Resolution) -> Predicate[Test[DimensionField]] | None:
    leaf = time_field(TimeDimension(time.dimension), state)
    if leaf is None or time.date_range is None:
        return None
    try:
        return within(leaf, period(time.date_range, clock.today, _clock_of(leaf, clock).zone))
    except ValueError as error:
        state.fault("R210", f"'{time.dimension}': {error}", f"Write for example {RELATIVE}.")
        return None


def _measures(columns: Iterable[Field], having: Predicate[Test[MeasureField]]) -> tuple[MeasureField, ...]:
    """Every measure that must be computed: selected, behind a selected status, or tested."""
    found: list[MeasureField] = []
    for column in columns:
        found += [column] if isinstance(column, MeasureField) else []
        found += [column.of] if isinstance(column, StatusField) else []
    return tuple(dict.fromkeys([*found, *(test.leaf for test in tests(having))]))


def _order(query: Query, columns: tuple[Field, ...], state: Resolution) -> tuple[Sorted, ...]:
    """The asked order, or Cube's default, then the remaining dimensions: complete, unless it is left open."""
    if query.unordered:
        return ()
    selected = {column.name: column for column in columns}
    asked: list[Sorted] = []
    for order in query.order:
        column = selected.get(order.member) or grained(order.member, columns)
        if column is None:
            if named_field(order.member, state):
                state.fault("R213", f"The order names '{order.member}', which is not selected.", "Select it, too.")
        else:
            asked.append(Sorted(column, order.descending, order.nulls_first))
    chosen = asked if query.order else _default_order(columns)
    named = {entry.field.name for entry in chosen}
    rest = (column for column in columns if isinstance(column, DimensionField) and column.name not in named)
    return (*chosen, *(Sorted(column, False) for column in rest))


def _subtotals(query: Query, selected: tuple[Field, ...], state: Resolution) -> tuple[frozenset[str], ...]:
    """The dimensions that each grouping set keeps, each set once."""
    dimensions = tuple(field.name for field in selected if isinstance(field, DimensionField))
    if query.subtotals == "cube" and len(dimensions) > MAX_CUBED:
        state.fault("L506", f"A cube of {len(dimensions)} dimensions is more than {MAX_CUBED}.", "Name the subtotals.")
        return ()
    sets = _named_sets(query.subtotals, dimensions)
    told = {*query.dimensions, *(f"{one.dimension}.{one.granularity}" for one in query.time_dimensions)}
    for name in dict.fromkeys(name for kept in sets for name in kept):
        if name not in dimensions and name not in told and named_field(name, state):
            state.fault("R219", f"A subtotal keeps '{name}', which is not grouped by.", "Select it, too.")
    return tuple(dict.fromkeys(frozenset(kept) for kept in sets))


def _named_sets(subtotals: Subtotals, dimensions: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """`rollup` keeps ever fewer dimensions from the left, `cube` every choice of them, the most kept first."""
    if subtotals == "rollup":
        return tuple(dimensions[:count] for count in range(len(dimensions), -1, -1))
    if subtotals == "cube":
        return tuple(kept for count in range(len(dimensions), -1, -1) for kept in combinations(dimensions, count))
    return subtotals


def _flagged(selected: tuple[Field, ...]) -> tuple[Field, ...]:
    """Behind each dimension whether the row is a subtotal over it."""
    return tuple(
        one
        for field in selected
        for one in (
            (field, SubtotalField(f"{field.name}{SUBTOTAL_SUFFIX}", field))
            if isinstance(field, DimensionField)
            else (field,)
        )
    )


def _default_order(columns: tuple[Field, ...]) -> list[Sorted]:
    """Cube's: the first grouped time ascending, else the first measure descending, else the first dimension.

    A rank is ascending, so that the first place comes first.
    """
    for column in columns:
        if isinstance(column, DimensionField) and column.grain:
            return [Sorted(column, False)]
    for column in columns:
        if isinstance(column, MeasureField):
            return [Sorted(column, column.measure.type != "rank")]
    return []


def _check_shape(
    query: Query, columns: tuple[Field, ...], having: Predicate[Test[MeasureField]], state: Resolution
) -> None:
    """Raises ResolutionError with every problem found, here or before."""
    if not columns and not state.problems:
        state.fault("R215", "The question asks for nothing.", "Name a measure or a dimension.")
    if all(isinstance(column, StampField) for column in columns) and columns:
        state.fault("R215", "The question asks only where data is from.", "Name a measure or a dimension, too.")
    if having != And(()) and not any(isinstance(column, (MeasureField, StatusField)) for column in columns):
        state.fault("R212", "A filter tests a measure, but the question selects none.", "Select the measure, too.")
    if query.limit is not None and query.limit < 0:
        state.fault("R214", f"The limit {query.limit} is negative.")
    if query.offset < 0:
        state.fault("R214", f"The offset {query.offset} is negative.")
    if state.problems:
        raise refusal(*state.problems)


def _cubes(fields: Iterable[Field | SegmentField], model: Model) -> frozenset[str]:
    """Every cube that the members themselves read; joins between them are the planner's."""
    found: set[str] = set()
    for one in fields:
        if isinstance(one, DimensionField):
            found |= {one.root, *dimension_cubes(model, one.dimension)}
        elif isinstance(one, SegmentField):
            found |= {one.root, one.segment.cube}
        elif isinstance(one, (MeasureField, StatusField)):
            found |= measure_cubes(model, (one.of if isinstance(one, StatusField) else one).measure)
    return frozenset(found)


def _touched(fields: Iterable[Field | SegmentField]) -> Iterator[str]:
    """The id of every member; a status is its measure's, a distinct count its dimension's, and a stamp is no member."""
    for one in fields:
        if isinstance(one, DimensionField):
            yield one.dimension.id
            yield f"{one.root}."
        elif isinstance(one, MeasureField):
            yield from _touched((one.counted,)) if one.counted else (one.measure.id,)
        elif isinstance(one, StatusField):
            yield from _touched((one.of,))
        elif isinstance(one, SegmentField):
            yield one.segment.id
