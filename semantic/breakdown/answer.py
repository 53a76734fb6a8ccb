"""A breakdown → the questions that it is made of, each governed as if asked alone, and the rows computed from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel
from semantic.breakdown.figure import Figure, figure_of, is_ignored
from semantic.breakdown.parts import HIDDEN, Cell, Member, Period, Row, rows_of, shown
from semantic.breakdown_query import Breakdown, bare, columns_shown
from semantic.compose import ARROW, together
from semantic.errors import DeniedError, Problem, refusal
from semantic.execute.cancellation import Cancellation
from semantic.in_words import lines_of
from semantic.model.model import STATUS_SUFFIX, SUBTOTAL_SUFFIX, Dimension
from semantic.pipeline import Prepared, Service, execute, prepare, recorded, stand
from semantic.predicate import TRUE, Asked, Predicate, atoms, conjunction, conjuncts
from semantic.query import DateRange, Query, TimeDimension
from semantic.result import Collected, Column, Hidden, Result, collect

Cells = Mapping[str, object]


@dataclass(frozen=True)
class PreparedBreakdown:
    """The questions of each period, ready to run: the figure with what is above its line, and what is below it."""

    figure: Figure
    by: tuple[str, ...]
    below_by: tuple[str, ...]
    periods: tuple[tuple[Prepared, ...], ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """With the decimals of the answers: rows that are divided by shares are no whole numbers."""
        one = self.figure
        told = {column.name: column.decimals for each in self.periods[0] for column in each.statement.columns}
        places = ((one.name, one.decimals), (one.above, one.above_decimals), (one.below, one.below_decimals))
        own, above, below = (told.get(name or "") or otherwise for name, otherwise in places)
        return columns_shown(own, above, below, one.unit)

    @property
    def prepared(self) -> tuple[Prepared, ...]:
        return tuple(one for period in self.periods for one in period)


def prepare_breakdown(asked: Breakdown, principal: Principal, service: Service) -> PreparedBreakdown:
    """The questions that the breakdown is made of, prepared and recorded as any other. Raises ServiceError."""
    named = _of_the_day(asked, Query((asked.measure,), asked.by, where=asked.where))
    with recorded(named, principal, service):
        return _prepared(asked, principal, service)


def _of_the_day(asked: Breakdown, query: Query) -> Query:
    """The question as of the day, or of the edition, that the breakdown is asked of."""
    return replace(query, as_of=asked.as_of, edition=asked.edition)


def _prepared(asked: Breakdown, principal: Principal, service: Service) -> PreparedBreakdown:
    if not asked.measure or not asked.by:
        hint = "Name both: noegletal and opdeling, on the command line VIEW.MEASURE and --by."
        raise refusal(Problem("R215", "A breakdown is of one figure down a dimension.", hint))
    over, cut = stand(asked.edition, principal, service)
    visible = cut(over.visible(principal))
    by = _levels(asked, visible)
    figure = figure_of(asked.measure, visible, by)
    if figure is None:  # refused by its name, as any question for it is
        prepare(_of_the_day(asked, Query((asked.measure,))), principal, service)
        raise refusal(Problem("R203", f"'{asked.measure[:80]}' is no measure.", "Name one that is."))
    if asked.time is None and (asked.period is not None or asked.before is not None):
        raise refusal(Problem("R210", "A period is of a dimension, and none is named.", "Name it: tid, or --range."))
    if asked.before is not None and asked.period is None:
        hint = "Name the other, too: tid and periode, on the command line --range."
        raise refusal(Problem("R210", "A comparison is of two periods, and one is named.", hint))
    _refuse_left_out(asked, visible)
    below_by = tuple(one for one in by if not is_ignored(figure, one, visible))
    periods = (asked.period, *([asked.before] if asked.before is not None else []))
    questions = ((*_questions(asked, figure, by, below_by, one, visible),) for one in periods)
    try:
        prepared = tuple(tuple(prepare(one, principal, service) for one in found) for found in questions)
    except DeniedError:  # of the figure that was asked for, where that is denied alone, and not of its parts
        prepare(_query(asked, (figure.name,), by, *_narrowed(asked, asked.period, visible)), principal, service)
        raise
    return PreparedBreakdown(figure, by, below_by, prepared)


def answer_breakdown(
    asked: Breakdown, principal: Principal, service: Service, cancellation: Cancellation | None = None
) -> Result:
    """The rows of the breakdown, computed from what the asker may see. Raises ServiceError."""
    prepared = prepare_breakdown(asked, principal, service)
    return replace(execute_breakdown(prepared, cancellation or Cancellation()), asked=lines_of(asked))


def execute_breakdown(prepared: PreparedBreakdown, cancellation: Cancellation) -> Result:
    """The rows of a breakdown that was prepared just now."""
    answers = [[collect(execute(one, cancellation)) for one in period] for period in prepared.periods]
    periods = [_period(prepared, *found) for found in answers]
    rows = rows_of(prepared.figure, periods[0], periods[1] if len(periods) > 1 else None)
    columns, every = prepared.columns, [one for found in answers for one in found]
    table = _table(list(rows), columns)
    hidden = any(one.hidden.columns or one.hidden.chose for one in every)
    held = Hidden(frozenset(one.name for one in columns if one.role == "measure")) if hidden else Hidden()
    stamp = together([one.stamp for one in every])
    return Result(columns, iter(table.to_batches()), stamp, table.schema, hidden=held)


def _refuse_left_out(asked: Breakdown, visible: VisibleModel) -> None:
    """Raises UnsupportedError (U402) for a filter on a measure: what it leaves out would be told as nothing."""
    for name in dict.fromkeys(leaf.member for leaf in atoms(asked.where)):
        if figure_of(name, visible) is not None:
            message = f"A breakdown has all parts, and '{name}' would leave some out."
            raise refusal(Problem("U402", message, "Filter by dimensions."))


def _levels(asked: Breakdown, visible: VisibleModel) -> tuple[str, ...]:
    """The dimensions, in place of a hierarchy its levels."""
    levels = {f"{view.name}.{one.name}": one.levels for view in visible.views.values() for one in view.hierarchies}
    return tuple(dict.fromkeys(level for name in asked.by for level in levels.get(name, (name,))))


def _questions(
    asked: Breakdown, figure: Figure, by: tuple[str, ...], below_by: tuple[str, ...], period: DateRange | None,
    visible: VisibleModel,
) -> Iterator[Query]:  # fmt: skip
    """Parts and whole in one question, so that what is hidden of one is thought of in the other.

    What is below the line is asked apart where it does not know everything, and without that.
    """
    tests, times = _narrowed(asked, period, visible)
    below = () if figure.below is None else (figure.below,)
    known = [one for one in tests if not all(is_ignored(figure, leaf.member, visible) for leaf in atoms(one))]
    ranges = tuple(one for one in times if not is_ignored(figure, one.dimension, visible))
    if len(known) == len(tests) and ranges == times and below_by == by:
        yield _query(asked, (*figure.asked, *below), by, tests, times)
    else:
        yield _query(asked, figure.asked, by, tests, times)
        yield _query(asked, below, below_by, known, ranges)


def _narrowed(
    asked: Breakdown, period: DateRange | None, visible: VisibleModel
) -> tuple[list[Predicate[Asked]], tuple[TimeDimension, ...]]:
    """The tests, and the range of time; of what is no time the period is a value."""
    tests = [one for one in conjuncts(asked.where) if one != TRUE]
    if asked.time is None or period is None:
        return tests, ()
    view, _, member = asked.time.partition(".")
    entry = visible.member(view, member)
    if entry is not None and isinstance(entry.member, Dimension) and entry.member.kind != "time":
        return [*tests, Asked(asked.time, "equals", (period,) if isinstance(period, str) else period)], ()
    return tests, (TimeDimension(asked.time, None, period),)


def _query(
    asked: Breakdown, measures: tuple[str, ...], by: tuple[str, ...], tests: list[Predicate[Asked]],
    times: tuple[TimeDimension, ...],
) -> Query:  # fmt: skip
    grained = [TimeDimension(*one.rsplit(".", 1)) for one in by if one.count(".") > 1]
    query = Query(
        measures=tuple(name for one in measures for name in (one, f"{one}{STATUS_SUFFIX}")),
        dimensions=tuple(one for one in by if one.count(".") < 2),
        time_dimensions=(*grained, *times),
        where=conjunction(*tests),
        subtotals=(by, ()) if by else (),
        unordered=True,
        exact=True,
    )
    return _of_the_day(asked, query)


def _period(prepared: PreparedBreakdown, main: Collected, below: Collected | None = None) -> Period:
    figure, by = prepared.figure, prepared.by
    found = {key: _cell(row, figure) for key, row in _keyed(main, by)}
    if below is not None and figure.below is not None:
        kept = [by.index(one) for one in prepared.below_by]
        divisors = dict(_keyed(below, prepared.below_by))
        found = {key: _over(cell, figure.below, divisors.get(_cut(key, kept))) for key, cell in found.items()}
    whole = found.pop(None, Cell())
    return Period({key: cell for key, cell in found.items() if key is not None}, whole)


def _cut(key: Member | None, kept: list[int]) -> Member | None:
    """The member by the dimensions that are kept; without any it is the whole."""
    return tuple(key[place] for place in kept) if key is not None and kept else None


def _keyed(answer: Collected, by: tuple[str, ...]) -> Iterator[tuple[Member | None, Cells]]:
    """Each row under its member, that of the whole under None."""
    for row in answer.table.to_pylist():
        is_whole = not by or row[f"{by[0]}{SUBTOTAL_SUFFIX}"]
        yield None if is_whole else tuple(_text(row[name]) for name in by), row


def _cell(row: Cells, figure: Figure) -> Cell:
    hidden = any(row.get(f"{one}{STATUS_SUFFIX}") == HIDDEN for one in (*figure.asked, str(figure.below)))
    value, above, below = (_fraction(row.get(str(one))) for one in (figure.name, figure.above, figure.below))
    return Cell(value, above, below, str(row[f"{figure.name}{STATUS_SUFFIX}"]), hidden)


def _over(cell: Cell, below: str, row: Cells | None) -> Cell:
    """The cell with what is below its line, hidden where that is."""
    if row is None:
        return cell
    return replace(cell, below=_fraction(row[below]), hidden=cell.hidden or row[f"{below}{STATUS_SUFFIX}"] == HIDDEN)


def _fraction(value: object) -> Fraction | None:
    return Fraction(value) if isinstance(value, (int, Decimal)) else None


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else None if value is None else str(value)


def _table(rows: list[Row], columns: tuple[Column, ...]) -> pa.Table:
    schema = pa.schema([pa.field(one.name, _type(one)) for one in columns])
    cells = ([_shown(row[bare(one)], one) for row in rows] for one in columns)
    return pa.table(dict(zip(schema.names, cells, strict=True)), schema=schema)


def _type(column: Column) -> pa.DataType:
    return ARROW[column.type] if column.decimals is None else pa.decimal128(38, column.decimals)


def _shown(value: Fraction | str | None, column: Column) -> Decimal | str | None:
    return shown(value, column.decimals or 0) if isinstance(value, Fraction) else value
