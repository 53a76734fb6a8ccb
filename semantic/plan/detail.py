"""Rows as they are: what each row of one cube gives to the measures, beside its dimensions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from semantic.errors import Problem, refusal
from semantic.model.expression import hole
from semantic.model.graph import Path, end_of, is_to_one
from semantic.model.model import Aggregation, Cube, Measure, Model
from semantic.plan.calculation import Calculation, Leaf, MeasureOutput
from semantic.plan.finish import KeyOutput, Output, SortKey
from semantic.plan.nodes import Aggregated, Core, Detail, Key
from semantic.plan.protect import denied, thresholds_of
from semantic.plan.reach import Entry, entry_of
from semantic.plan.source import conditions_of, filtered, keys_of, operand_paths, placed
from semantic.plan.stand import Frame, Standing, stand
from semantic.plan.term import Term
from semantic.predicate import And, all_tests, tests
from semantic.query import DimensionField, MeasureField, ResolvedQuery
from semantic.result import Column

OF_ONE_ROW = ("count", "sum", "min", "max", "median")
GROUPED = "Leave it out, or leave out 'ungrouped'."


def detail(frame: Frame, question: ResolvedQuery) -> tuple[Core, dict[str, Calculation]]:
    """The rows of the one cube that the measures are of, or that leads to all dimensions, and each measure's value.

    Raises UnsupportedError (U440 and what refuses a dimension), ResolutionError (R217), DeniedError (A301, A302).
    """
    if problems := list(dict.fromkeys(_no_values(question))):
        raise refusal(*problems)
    standing = _standing_of_measures(frame, question) if question.measures else _standing_of_members(frame, question)
    cube = frame.model.cubes[standing.entry.cube]
    if thresholds_of(frame, cube) is not None:
        raise denied("Single rows are shown of no person.")
    columns = {one.name: _column(one.measure, frame.timezone) for one in question.measures}
    calculations = {name: _value(one) for name, one in columns.items()}
    distinct = tuple({one.name: one for one in columns.values()}.values())
    return _rows(frame, standing, cube, distinct), calculations


def told_apart(core: Core, outputs: Iterable[Output]) -> Iterator[SortKey]:
    """What completes the order of rows: their key, and where there is none all that is shown of them."""
    if isinstance(core, Detail):
        for key in core.told_apart:
            yield SortKey(KeyOutput(Column(key.name, key.name, key.term.data_type, "dimension"), key.name), False)
        if not core.told_apart:
            yield from (SortKey(one, False) for one in outputs if isinstance(one, MeasureOutput))


def no_rows(question: ResolvedQuery) -> Iterator[Problem]:
    """What is asked for that rows of no kind have."""
    for asked, word in ((question.subtotals, "subtotals"), (question.top, "top"), (question.every, "every")):
        if asked:
            yield Problem("U440", f"Ungrouped rows have no {word}.", f"Leave out '{word}' or 'ungrouped'.")
    yield from _of_no_row(question.dimensions)
    if question.having != And(()):
        names = ", ".join(f"'{name}'" for name in dict.fromkeys(test.leaf.name for test in tests(question.having)))
        yield Problem("U440", f"Ungrouped rows are not filtered by measures: {names}.", "Filter by a dimension.")


def _of_no_row(fields: tuple[DimensionField, ...]) -> Iterator[Problem]:
    """What the question chooses, and no row has."""
    for name in dict.fromkeys(one.name for one in fields if one.dimension.switch):
        yield Problem("U440", f"'{name}' is a switch, whose value no row has.", GROUPED)
    for name in dict.fromkeys(one.name for one in fields if one.dimension.is_period):
        yield Problem("U440", f"'{name}' is the calendar of spells, in which no row has a day.", GROUPED)


def _no_values(question: ResolvedQuery) -> Iterator[Problem]:
    """What is asked for that a row alone does not have."""
    filtered_by = (test.leaf for test in tests(question.where) if not test.leaf.preset)
    yield from no_rows(question)
    yield from _of_no_row(tuple(one for one in filtered_by if one not in question.dimensions))
    for one in question.measures:
        if not _is_of_one_row(one.measure):
            yield Problem("U440", f"'{one.name}' is computed from several rows: one alone has no such value.", GROUPED)
    if len({entry_of(one) for one in question.measures}) > 1:
        names = ", ".join(sorted(f"'{one.name}'" for one in question.measures))
        message = f"These measures are not of the same rows: {names}."
        yield Problem("U440", message, "Ask for the measures one by one, or leave out 'ungrouped'.")


def _is_of_one_row(measure: Measure) -> bool:
    body = measure.body
    return isinstance(body, Aggregation) and body.kind in OF_ONE_ROW and not body.latest and not body.spell


def _standing_of_measures(frame: Frame, question: ResolvedQuery) -> Standing:
    field: MeasureField = question.measures[0]
    found = stand(frame, entry_of(field), question.dimensions, frozenset(), field.name)
    if isinstance(found, tuple):
        raise refusal(*found)
    if problems := many(frame.model, found):
        raise refusal(*problems)
    return found


def _standing_of_members(frame: Frame, question: ResolvedQuery) -> Standing:
    """The first cube of those asked, or on a view's way down, whose rows have one value of each dimension."""
    roots = {one.root for one in question.dimensions}
    found = [
        stand(frame, entry, question.dimensions, frozenset(), entry.root)
        for entry in dict.fromkeys(_entries(frame.model, question.dimensions))
    ]
    for one in found:
        if isinstance(one, Standing) and not many(frame.model, one):
            return one
    if len(roots) == 1:
        raise refusal(*(many(frame.model, found[0]) if isinstance(found[0], Standing) else found[0]))
    names = ", ".join(f"'{one.name}'" for one in question.dimensions)
    message = f"No one cube says how these belong together: {names}."
    raise refusal(Problem("R217", message, "Add a measure, or ask through one view."))


def _entries(model: Model, fields: tuple[DimensionField, ...]) -> Iterator[Entry]:
    """The roots, and below them where the ways to the dimensions go down to many."""
    yield from (Entry(one.root, one.root, (), one.through_view) for one in fields)
    for one in fields:
        for path in _descents(model, one.root, one.path):
            yield Entry(end_of(model.graph, one.root, path), one.root, path, True)


def _descents(model: Model, root: str, path: Path) -> Iterator[Path]:
    for length in range(1, len(path) + 1):
        near = end_of(model.graph, root, path[: length - 1])
        if model.graph[near][path[length - 1]].to_many:
            yield path[:length]


def many(model: Model, standing: Standing) -> tuple[Problem, ...]:
    """What has more than one value for a row: it would stand several times, or a filter would not say of which."""
    leaves = (test.leaf for part in standing.where for test in tests(part))
    fields = (one for one in (*standing.fields, *leaves) if standing.reached[one.name].to_many)
    names = [f"'{one.name}'" if one.asked else "A filter of the view" for one in fields]
    cube = standing.entry.cube
    names += ["A segment" for _, path in standing.segments if not is_to_one(model.graph, cube, path)]
    return tuple(Problem("U440", f"{name} has many values for one row.", GROUPED) for name in dict.fromkeys(names))


def _column(measure: Measure, timezone: str) -> Aggregated:
    assert isinstance(measure.body, Aggregation)
    return Aggregated(f"{measure.cube}__{measure.name}", measure.body, timezone)


def _value(column: Aggregated) -> Calculation:
    return Calculation(hole(0), (Leaf(column.name, column.aggregation.data_type, column.aggregation.scale),))


def _rows(frame: Frame, standing: Standing, cube: Cube, columns: tuple[Aggregated, ...]) -> Detail:
    keys = keys_of(standing, frame.timezone)
    where = all_tests(*(placed(standing, part, frame.timezone) for part in standing.where))
    terms = tuple(key.term for key in keys)
    rows = filtered(frame, cube.name, where, conditions_of(standing), terms, operand_paths(columns))
    return Detail(cube.name, rows, keys, columns, primary_keys(cube))


def primary_keys(cube: Cube) -> tuple[Key, ...]:
    """What tells the cube's rows apart; no member is called so."""
    primary = (Term(one.expression, (), one.data_type) for one in cube.primary_key)
    return tuple(Key(f".key_{index}", term) for index, term in enumerate(primary))
