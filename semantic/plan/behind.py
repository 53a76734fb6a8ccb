"""The rows behind a value: those that a measure counts, and what each of them gives to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp

from semantic.errors import Problem, refusal
from semantic.model.expression import hole
from semantic.model.model import Aggregation, Scalar
from semantic.model.scalar import all_of, splice
from semantic.plan.calculate import NeededAggregate, Needs, calculate
from semantic.plan.calculation import Calculation, MeasureOutput
from semantic.plan.detail import many, no_rows, primary_keys
from semantic.plan.fact import latest_of
from semantic.plan.finish import Output
from semantic.plan.in_span import in_span
from semantic.plan.nodes import Aggregated, Core, Detail, Filter, Latest
from semantic.plan.protect import denied, thresholds_of
from semantic.plan.reach import entry_of
from semantic.plan.source import conditions_of, filtered, keys_of, operand_paths, placed
from semantic.plan.staging import put
from semantic.plan.stand import Frame, Standing
from semantic.plan.term import Term
from semantic.predicate import all_tests
from semantic.query import MeasureField, ResolvedQuery

COUNTED = ("active", "started", "ended")
PARTS = "Ask for the rows of what it is computed from."


def behind(frame: Frame, question: ResolvedQuery) -> tuple[Core, dict[str, Calculation]]:
    """The rows that one of the measures counts, and each measure computed of the row alone.

    Of what is counted or summed the rows' values add up to the measure's own at the grain of the filters. A row of
    which different values are counted gives 1 for its own.
    Raises UnsupportedError (U440 and what refuses a measure or a filter), ResolutionError, DeniedError (A302, A308).
    """
    if problems := list(no_rows(question)):
        raise refusal(*problems)
    needs = Needs(frame.model, frame.switches)
    calculations: dict[str, Calculation] = {}
    for one in question.measures:
        needs.asked = one.name
        calculations[one.name] = calculate(needs, one.measure, entry_of(one))
    if problems := list(_no_parts(needs, question.measures, calculations)):
        raise refusal(*problems)
    stood = [(one, _standing(frame, one, question)) for one in needs.aggregates.values()]
    sums = [one for one in calculations.values() if len(one.leaves) > 1 and not _is_mean(one)]
    added = {leaf.column for one in sums for leaf in one.leaves}
    columns = tuple(_column(frame, *one, zero=one[0].column in added) for one in stood)
    return _rows(frame, stood[0][1], stood[0][0], columns), calculations


def in_full(one: Output) -> Output:
    """A row's value of a measure with all its decimals, so that those of all rows come to the measure's own."""
    if not isinstance(one, MeasureOutput):
        return one
    node, scales = one.calculation.node, [leaf.scale for leaf in one.calculation.leaves if leaf.scale is not None]
    if one.column.decimals is None or not scales or node.find(exp.Div, exp.Mul):
        return one
    decimals = max(one.column.decimals, *scales)
    return replace(one, column=replace(one.column, decimals=decimals))


def _no_parts(
    needs: Needs, measures: tuple[MeasureField, ...], calculations: dict[str, Calculation]
) -> Iterator[Problem]:
    """What is not made of its rows one by one, and what is made of the rows of several cubes."""
    staged = {one.asked for one in needs.aggregates.values() if one.setting.stages}
    staged |= {one.asked for one in needs.means.values()} | {one.asked for one in needs.places.values()}
    for one in measures:
        if one.name in staged or not _is_of_rows(needs, one, calculations[one.name]):
            yield Problem("U440", f"'{one.name}' is computed from several rows: one alone has no such value.", PARTS)
    if len({one.entry for one in needs.aggregates.values()}) > 1:
        names = ", ".join(sorted(f"'{one.name}'" for one in measures))
        yield Problem("U440", f"These measures are not of the same rows: {names}.", PARTS)


def _is_of_rows(needs: Needs, one: MeasureField, found: Calculation) -> bool:
    """Whether the value is what its rows give, together.

    Different values are counted by themselves alone; the days of persons are counted once, whoever's row has them.
    """
    if isinstance(found.node, exp.Placeholder):
        only = needs.aggregates[found.leaves[0].column].aggregation
        return only.kind != "count_distinct" or only.spell is None or only.spell.what in COUNTED
    distinct = any(needs.aggregates[leaf.column].aggregation.kind not in ("count", "sum") for leaf in found.leaves)
    return not distinct and (_is_linear(found.node) or (_is_mean(found) and one.measure.type == "avg"))


def _is_linear(node: exp.Expr) -> bool:
    """Whether it is a part, or parts added, subtracted and scaled: what all rows have is what each has, together."""
    if isinstance(node, exp.Placeholder):
        return True
    if isinstance(node, (exp.Paren, exp.Neg)):
        return _is_linear(node.this)
    if isinstance(node, (exp.Add, exp.Sub)):
        return _is_linear(node.this) and _is_linear(node.expression)
    if isinstance(node, exp.Mul) and isinstance(node.this, exp.Literal):
        return _is_linear(node.expression)
    return isinstance(node, (exp.Mul, exp.Div)) and isinstance(node.expression, exp.Literal) and _is_linear(node.this)


def _is_mean(one: Calculation) -> bool:
    """Whether it is one part over another: of one row its own value over 1."""
    node = one.node
    return isinstance(node, exp.Div) and all(isinstance(part, exp.Placeholder) for part in (node.this, node.expression))


def _standing(frame: Frame, one: NeededAggregate, question: ResolvedQuery) -> Standing:
    """How the rows of the part stand in the question; each has one value of every dimension."""
    spell = one.aggregation.spell
    found = put(frame, one.entry, question.dimensions, (), one.setting.constant_over, one.asked, spell)
    if isinstance(found, tuple):
        raise refusal(*found)
    if problems := many(frame.model, found):
        raise refusal(*problems)
    return found


def _column(frame: Frame, one: NeededAggregate, standing: Standing, zero: bool) -> Aggregated:
    """What the row gives to the part: 1 where it counts, or its value. With `zero` that is 0 and never nothing."""
    found, cube = one.aggregation, frame.model.cubes[standing.entry.cube]
    if found.spell is not None:
        assert standing.spans is not None
        found = in_span(found, cube, standing.spans.periods[0], frame.timezone)
    if found.kind == "count_distinct":
        found = replace(found, kind="count", zoned="none")
    if zero and found.kind == "sum" and found.operand is not None:
        held = found.condition or Scalar(exp.true(), ())
        value = exp.Case(ifs=[exp.If(this=hole(0), true=hole(1))])
        known = exp.Coalesce(this=value, expressions=[exp.Literal.number(0)])
        found = replace(found, operand=splice(known, (held, found.operand).__getitem__), condition=None)
    return Aggregated(one.column, found, frame.timezone)


def _rows(frame: Frame, standing: Standing, first: NeededAggregate, columns: tuple[Aggregated, ...]) -> Detail:
    cube = frame.model.cubes[standing.entry.cube]
    if thresholds_of(frame, cube) is not None:
        raise denied("Single rows are shown of no person.")
    keys = keys_of(standing, frame.timezone)
    counted = _counted(columns)
    if first.aggregation.latest:
        last = latest_of(frame, standing, first.asked, columns)
        # The value is of one date, and what the rows show of theirs must not make it several.
        rows: Filter | Latest = replace(last, periods=(), conditions=(*last.conditions, *counted))
    else:
        where = all_tests(*(placed(standing, part, frame.timezone) for part in standing.where))
        conditions, terms = (*conditions_of(standing), *counted), tuple(key.term for key in keys)
        rows = filtered(frame, cube.name, where, conditions, terms, operand_paths(columns))
    return Detail(cube.name, rows, keys, columns, primary_keys(cube))


def _counted(columns: tuple[Aggregated, ...]) -> tuple[Term, ...]:
    """That the row counts for one of the columns; nothing where every row does."""
    tests = [_test(one.aggregation) for one in columns]
    found = [one for one in tests if one is not None]
    if len(found) < len(tests):
        return ()
    tree = exp.or_(*(hole(index) for index in range(len(found))))
    return (Term(splice(tree, found.__getitem__), (), "boolean"),)


def _test(one: Aggregation) -> Scalar | None:
    """Whether the aggregate counts the row; of a sum, whether the row gives something to it."""
    own = [one.condition] if one.condition is not None else []
    if one.operand is not None:
        known = exp.Is(this=hole(0), expression=exp.Not(this=exp.Null()))
        some = exp.NEQ(this=hole(0), expression=exp.Literal.number(0))
        own.append(splice(some if one.kind == "sum" else known, (one.operand,).__getitem__))
    return all_of(own)
