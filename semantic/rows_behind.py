"""From a figure to its rows: the rows that a value counts, asked as a question of their own.

It is the value's own question without its groups, for single rows: who may not have single rows is refused as for any
others, and what a row is filtered by, protected by and recorded as is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sqlglot import exp

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel, drilled
from semantic.breakdown.figure import QUOTIENTS, askable, figure_of, is_ignored
from semantic.errors import DeniedError, Problem, refusal
from semantic.execute.cancellation import Cancellation
from semantic.in_words import lines_of
from semantic.limits import check_limits
from semantic.model.lineage import aggregations
from semantic.model.model import Aggregation, Dimension, Formula, Measure, MeasureRef, Model, View, ViewMember
from semantic.pipeline import Prepared, Service, Stopwatch, execute, planned, prepare, recorded, stand
from semantic.predicate import TRUE, atoms, conjunction, conjuncts
from semantic.query import Query
from semantic.result import Result

Side = Literal["taeller", "naevner"]
SIDES: tuple[Side, Side] = ("taeller", "naevner")
WHOLE = "tal"  # of what has no line
ASK_ONE = "Name one as the side: taeller or naevner."


@dataclass(frozen=True)
class RowsBehind:
    """The rows behind the one measure of the `query`, whose filters single out the value.

    Its dimensions are what is shown of each row; without any these are the row's key and what the measure is looked
    into by, or else all of its cube's own. The `side` is that of a ratio whose two sides are of different rows.
    """

    query: Query
    side: Side | None = None


@dataclass(frozen=True)
class PreparedRows:
    """The question for the rows, ready to run.

    `sides` says of each of its measures which side of the line it is, or `tal` where there is no line. Of `counted` the
    different values are counted, where some are.
    """

    prepared: Prepared
    sides: Mapping[str, str]
    counted: tuple[str, ...] = ()


def answer_rows(
    asked: RowsBehind, principal: Principal, service: Service, cancellation: Cancellation | None = None
) -> Result:
    """The rows behind the value by their key, with what each gives to the measure, or to each side of a ratio.

    Raises ServiceError.
    """
    found = execute(prepare_rows(asked, principal, service).prepared, cancellation or Cancellation())
    return replace(found, asked=(f"Rækkerne bag {asked.query.measures[0]}", *lines_of(asked.query)))


def prepare_rows(asked: RowsBehind, principal: Principal, service: Service) -> PreparedRows:
    """The question for the rows, recorded as any other. Raises ServiceError as the question for the value does.

    Raises ParseError (P190) where it is not one measure's, or one side must be named; DeniedError (A304) where a side
    is hidden; UnsupportedError (U440) where the value is not made of its rows one by one.
    """
    with recorded(asked.query, principal, service):
        check_limits(asked.query, service.limits)
        query, counted = _question(asked, principal, service)
    words = SIDES if len(query.measures) > 1 else (asked.side or WHOLE,)
    sides = dict(zip(query.measures, words, strict=True))
    return PreparedRows(prepare(query, principal, service), sides, counted)


def _question(asked: RowsBehind, principal: Principal, service: Service) -> tuple[Query, tuple[str, ...]]:
    """The question for the rows, and the members whose different values its measures count."""
    query = asked.query
    if len(query.measures) != 1:
        raise refusal(Problem("P190", "Rows are those behind one figure.", "Name one measure."))
    value = replace(query, dimensions=(), order=(), limit=None, default_limit=None, offset=0, total=False)
    planned(value, principal, service, Stopwatch())  # what cannot be asked has no rows
    over, cut = stand(query.edition, principal, service)
    visible = cut(over.visible(principal))
    sides = _sides(asked, visible)
    narrowed = _known_below(query, visible) if asked.side == "naevner" else query
    (figure,) = query.measures
    rows = replace(narrowed, measures=sides, ungrouped=True, behind=figure, unordered=not query.order)
    bare = replace(rows, measures=sides[:1], dimensions=(), order=())
    decision = planned(bare, principal, service, Stopwatch()).query.decision  # who may have no rows is told no more
    if len(sides) > 1 and not _are_of_the_same_rows(query, sides, visible):
        message = f"What is above the line of '{figure}' is of other rows than what is below."
        raise refusal(Problem("P190", message, ASK_ONE))
    counted = tuple(dict.fromkeys(_counted(sides, visible)))
    shown = query.dimensions or tuple(
        name for name in dict.fromkeys((*_columns(sides[0], visible), *counted))
        if (entry := _entry(name, visible)) and decision.allows(entry.member.id)
    )  # fmt: skip
    return replace(rows, dimensions=shown), tuple(one for one in counted if one in shown)


def _sides(asked: RowsBehind, visible: VisibleModel) -> tuple[str, ...]:
    """The measures whose rows are asked for: the one that is named, or of a ratio the side or both sides."""
    name = asked.query.measures[0]
    entry = _entry(name, visible)
    measure = entry.member if entry else None
    if not isinstance(measure, Measure):
        raise refusal(Problem("P190", f"'{name[:80]}' is no measure that rows are behind.", "Name a measure."))
    parts = _quotient(measure)
    if parts is None:
        if asked.side is not None:
            raise refusal(Problem("P190", f"'{name}' has no line, and no sides of it.", "Leave the side out."))
        return (name,)
    found = [askable(one, name.partition(".")[0], visible) for one in parts]
    wanted = found if asked.side is None else [found[SIDES.index(asked.side)]]
    sides = tuple(one for one in wanted if one is not None)
    if len(sides) < len(wanted):
        raise DeniedError(Problem("A304", "How this is computed is not shown: some of it is not yours to see."))
    return sides


def _quotient(measure: Measure) -> tuple[MeasureRef, MeasureRef] | None:
    """What stands above and below the line of a ratio of sums, or of a cohort's share."""
    body = measure.body
    if measure.type not in QUOTIENTS or not isinstance(body, Formula) or body.is_staged:
        return None
    refs = tuple(one for one in body.parts if isinstance(one, MeasureRef))
    is_plain = body.group_aggregation == "ratio_of_sums" and len(refs) == len(body.parts) == 2
    return (refs[0], refs[1]) if is_plain else None


def _are_of_the_same_rows(query: Query, sides: tuple[str, ...], visible: VisibleModel) -> bool:
    """Whether all is of the same rows of one cube in one place, and no filter is ignored below the line."""
    entries = [(one, _entry(one, visible)) for one in sides]
    places = {(name.partition(".")[0], entry.path if entry else None) for name, entry in entries}
    counted = {rows for _, entry in entries for rows in _rows_of(entry, visible.model)}
    return len(places) == len(counted) == 1 and _known_below(query, visible) == query


def _known_below(query: Query, visible: VisibleModel) -> Query:
    """The question without the filters that what is below the line deliberately ignores."""
    figure = figure_of(query.measures[0], visible)
    if figure is None:
        return query

    def ignores(*names: str) -> bool:
        return all(is_ignored(figure, one, visible) for one in names)

    ranges = tuple(one for one in query.time_dimensions if not ignores(one.dimension))
    tests = conjuncts(query.where)
    kept = [one for one in tests if one == TRUE or not ignores(*(leaf.member for leaf in atoms(one)))]
    return (
        query
        if len(kept) == len(tests) and ranges == query.time_dimensions
        else replace(query, where=conjunction(*kept), time_dimensions=ranges)
    )


def _rows_of(entry: ViewMember | None, model: Model) -> set[tuple[str, bool]]:
    """The cubes whose rows the measure counts, and whether only the last of each series."""
    measure = entry.member if entry else None
    found = aggregations(model, measure) if isinstance(measure, Measure) else ()
    return {(cube, one.latest) for cube, one in found}


def _entry(name: str, visible: VisibleModel) -> ViewMember | None:
    view, _, member = name.partition(".")
    return visible.member(view, member)


def _columns(name: str, visible: VisibleModel) -> Iterator[str]:
    """The key of the measure's rows, then what it is looked into by, or else all that its cube says of a row."""
    view, entry = visible.views[name.partition(".")[0]], _entry(name, visible)
    assert entry is not None
    for cube in sorted({name for name, _ in _rows_of(entry, visible.model)}):
        for key in visible.model.cubes[cube].primary_key:
            yield from _named(key, view, visible)
        yield from drilled(entry, view, visible) or _own(cube, view)


def _own(cube: str, view: View) -> Iterator[str]:
    """What the view has of the cube: plain dimensions, without what the question chooses or other rows tell."""
    for entry in view.members.values():
        one = entry.member
        plain = isinstance(one, Dimension) and not (one.switch or one.is_period or one.sub_query)
        if plain and one.cube == cube:
            yield f"{view.name}.{entry.name}"


def _named(dimension: Dimension, view: View, visible: VisibleModel) -> Iterator[str]:
    """The dimension's name in the view, or else where its cube is asked; none where it is hidden."""
    for home in (view, visible.views.get(dimension.cube)):
        for entry in home.members.values() if home else ():
            if home and entry.member is dimension:
                yield f"{home.name}.{entry.name}"
                return


def _counted(sides: tuple[str, ...], visible: VisibleModel) -> Iterator[str]:
    """The dimensions that are nothing but what different values are counted of."""
    model = visible.model
    for side in sides:
        entry, view = _entry(side, visible), visible.views[side.partition(".")[0]]
        measure = entry.member if entry else None
        for cube, one in aggregations(model, measure) if isinstance(measure, Measure) else ():
            for dimension in model.cubes[cube].dimensions.values() if one.kind == "count_distinct" else ():
                if _is_of(one, dimension):
                    yield from _named(dimension, view, visible)


def _is_of(one: Aggregation, dimension: Dimension) -> bool:
    operand = one.operand
    plain = operand is not None and isinstance(operand.node, exp.Placeholder)
    same = isinstance(dimension.expression.node, exp.Placeholder)
    return plain and same and operand is not None and operand.columns == dimension.expression.columns
