"""A plan in words, on one screen: what is read, joined, counted once, combined and computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlglot import exp

from semantic.model.expression import fill
from semantic.model.grain import Interval
from semantic.model.model import AS_OF_DAY, Scalar
from semantic.plan.calculation import Calculation, MeasureOutput
from semantic.plan.finish import FlagOutput, KeyOutput, Output, Plan, RestOutput, StampOutput, StatusOutput
from semantic.plan.nodes import (
    Aggregate,
    Aggregated,
    Beside,
    Combine,
    Core,
    Crossed,
    Dedupe,
    Detail,
    Fact,
    Filter,
    GroupMean,
    Join,
    Key,
    Latest,
    Levels,
    Listed,
    Members,
    Merged,
    Ranked,
    Rows,
    Scan,
    Source,
    Sweep,
    Values,
    Windows,
)
from semantic.plan.term import Term
from semantic.predicate import And, Compare, In, IsNull, Match, Not, Or, Predicate, Test


def show(plan: Plan) -> str:
    """The plan as an indented tree, outermost first. Values of filters are shown as `?`."""
    return "\n".join(_plan(plan))


def _plan(plan: Plan) -> Iterator[str]:
    for output in plan.outputs:
        yield f"Output {output.column.name} = {_output(output)}"
    if plan.having != And(()):
        yield f"Having {_predicate(plan.having, calculation)}"
    for key in plan.order:
        yield f"Sort {key.output.column.name}{' descending' if key.descending else ''}, NULLs last"
    if plan.limit is not None or plan.offset:
        yield f"Limit {plan.limit if plan.limit is not None else 'none'}, offset {plan.offset}"
    if plan.chosen is not None:
        by = " and ".join(
            f"{_output(key.output)}{' descending' if key.descending else ''}" for key in plan.chosen.order
        )
        yield f"Top {plan.chosen.count} of {plan.chosen.key} by {by}"
        yield from _core(plan.chosen.core, 1)
    for cube, limits in dict.fromkeys((one.cube, one.thresholds) for one in plan.protections):
        yield f"Hide {cube} of fewer than {limits.persons} persons, sums of which one has over {limits.share} %"
        yield f"  and that all or none of fewer than {limits.alike} persons have something"
    yield from _core(plan.core, 0)


def _output(output: Output) -> str:
    if isinstance(output, KeyOutput):
        return output.key
    if isinstance(output, MeasureOutput):
        places = "" if output.column.decimals is None else f", {output.column.decimals} decimals"
        return f"{calculation(output.calculation)}{places}"
    if isinstance(output, StatusOutput):
        return f"status of {calculation(output.calculation)}"
    if isinstance(output, FlagOutput):
        return f"whether {output.key} is left out"
    if isinstance(output, RestOutput):
        return f"whether {output.key} is outside the top"
    assert isinstance(output, StampOutput)
    return str(output.value)


def calculation(one: Calculation) -> str:
    return fill(one.node, lambda index: exp.column(one.leaves[index].column)).sql("duckdb")


def _core(core: Core, depth: int) -> Iterator[str]:
    if isinstance(core, Detail):
        yield from _detail(core, depth)
        return
    if isinstance(core, Ranked):
        for place in core.places:
            direction = "descending " if place.descending else ""
            yield _line(depth, f"Rank {place.name} {direction}by {calculation(place.value)} over {_list(place.over)}")
        yield from _core(core.input, depth + 1)
        return
    if isinstance(core, Crossed):
        for key, values in core.keys:
            yield _line(depth, f"Each cell for {len(values)} values of {key}")
        yield from _core(core.input, depth + 1)
        return
    if not isinstance(core, Combine):
        yield from _fact(core, depth)
        return
    yield _line(depth, f"Combine by {_list(core.keys)}")
    for fact in core.inputs:
        yield from _fact(fact, depth + 1)
    for fact in core.coarser:
        yield _line(depth + 1, "Beside each group")
        yield from _fact(fact, depth + 2)
    for one in core.listed:
        yield from _listed(one, depth + 1)


def _listed(one: Listed, depth: int) -> Iterator[str]:
    if isinstance(one, Members):
        yield _line(depth, f"Every {one.key}, NULL too")
        yield from _aggregate(one.rows, depth + 1)
    else:
        ends = " to ".join("?" if end is not None else "what occurs" for end in (one.first, one.last))
        yield _line(depth, f"Every {one.grain.name} of {one.key} from {ends}")


def _fact(fact: Fact, depth: int) -> Iterator[str]:
    if isinstance(fact, GroupMean):
        yield _line(depth, f"{fact.kind} of {calculation(fact.calculation)} by {_list(fact.keys)}")
        yield from _core(fact.input, depth + 1)
        return
    if isinstance(fact, Levels):
        for level in fact.levels:
            yield _line(depth, "Level")
            yield from _fact(level, depth + 1)
        return
    if isinstance(fact, Sweep):
        yield from _sweep(fact, depth)
        return
    yield from _aggregate(fact, depth)


def _sweep(fact: Sweep, depth: int) -> Iterator[str]:
    by = _list(key.name for key in fact.keys)
    yield _line(depth, f"Sweep {fact.cube} by {by} over {len(fact.spans)} periods, by the {fact.grain.name}")
    for column in fact.columns:
        of = "" if column.is_count else f" in {column.spell.reckoning}"
        yield _line(depth + 1, f"{column.name} = {column.spell.what}{of}")
    for side in filter(None, (fact.starts, fact.stops)):
        yield from _aggregate(side, depth + 1)


def _aggregate(fact: Aggregate, depth: int) -> Iterator[str]:
    alone = ", which tell every row apart" if fact.is_single else ""
    yield _line(depth, f"Aggregate {fact.cube} by {_list(key.name for key in fact.keys)}{alone}")
    for kept in fact.sets:
        yield _line(depth + 1, f"set {_list(sorted(kept))}")
    for key in fact.keys:
        yield _line(depth + 1, f"key {key.name} = {_key(key)}")
    if fact.cut and not fact.cut.rest:
        yield _line(depth + 1, f"only where {_term(fact.cut.term)} is in the top")
    for column in fact.columns:
        yield _line(depth + 1, _aggregated(column))
    yield from _rows(fact.input, depth + 1)


def _key(key: Key) -> str:
    words = {"whole": "", "kept": " if in the top", "rest": " outside the top"}
    return f"{_term(key.term)}{words[key.part]}"


def _detail(rows: Detail, depth: int) -> Iterator[str]:
    by = _list(_term(key.term) for key in rows.told_apart)
    yield _line(depth, f"Rows of {rows.cube}, told apart by {by}")
    for key in rows.keys:
        yield _line(depth + 1, f"key {key.name} = {_term(key.term)}")
    for column in rows.columns:
        yield _line(depth + 1, f"{_aggregated(column)}, the row's own part")
    yield from _rows(rows.input, depth + 1)


def _aggregated(column: Aggregated) -> str:
    one = column.aggregation
    operand = "rows" if one.operand is None else _scalar(one.operand, ())
    own = f" where {_scalar(one.condition, ())}" if one.condition is not None else ""
    parts = f", each by {_scalar(one.weight, ())}" if one.weight is not None else ""
    return f"{column.name} = {one.kind} of {operand}{own}{parts}"


def _rows(rows: Rows, depth: int) -> Iterator[str]:
    if isinstance(rows, Dedupe):
        yield _line(depth, f"Each row once by {_list(_term(one) for one in rows.primary_key)} and the keys")
        yield from _rows(rows.input, depth + 1)
        yield from _source(rows.again, depth)
    elif isinstance(rows, Merged):
        each = _list((*(key.name for key in rows.keys), _term(rows.person)))
        counted = f" where {_term(rows.counted)}"
        yield _line(depth, f"Merge {_term(rows.begins)} to {_term(rows.ends)} of each {each}{counted}")
        yield from _rows(rows.input, depth + 1)
    elif isinstance(rows, Latest):
        yield from _filter(rows, depth)
        each = _list((*map(_term, rows.series), *map(_key, rows.periods)))
        yield _line(depth, f"Latest {_term(rows.date)} of each {each}")
        yield from _rows(rows.input, depth + 1)
    else:
        yield from _filter(rows, depth)
        yield from _source(rows.input, depth)


def _filter(rows: Filter | Latest, depth: int) -> Iterator[str]:
    if rows.where != And(()) or rows.conditions:
        tests = [_predicate(rows.where, _term)] if rows.where != And(()) else []
        yield _line(depth, f"Filter {' and '.join([*tests, *(_term(one) for one in rows.conditions)])}")


def _source(source: Source, depth: int) -> Iterator[str]:
    joins: list[Join] = []
    windows: list[Windows] = []
    values: list[Beside] = []
    while not isinstance(source, Scan):
        if isinstance(source, Windows):
            windows.append(source)
        elif isinstance(source, Beside):
            values.insert(0, source)
        else:
            joins.insert(0, source)
        source = source.input
    yield _line(depth, f"Scan {source.cube}{_cut(source)}")
    for join in joins:
        many = "many" if join.to_many else "one"
        yield _line(depth, f"Join to {many} {join.scan.cube} as {'.'.join(join.path)}{_valid(join)}{_cut(join.scan)}")
    for one in windows:
        yield _line(depth, f"Windows of {len(one.periods)} periods on {_term(one.time)}")
    for beside in values:
        yield from _beside(beside, depth)


def _cut(scan: Scan) -> str:
    """Which of the cube's rows are read, where it is not all of them."""
    loads = f" (in force after load {scan.version.loads[-1]})" if scan.version else ""
    return loads if scan.rows == And(()) else f"{loads} (rows by policy)"


def _beside(one: Beside, depth: int) -> Iterator[str]:
    name, values = ".".join(one.path), one.values
    if isinstance(values, Values):
        yield _line(depth, f"Beside each row {name} = {_output(values.value)}")
        yield from _core(values.core, depth + 1)
        return
    days = f"{_term(values.starts)} to {_term(values.ends)}"
    event = values.event
    found = _term(event) if isinstance(event, Term) else f"{_term(event.begins)} until {_term(event.ends)}"
    way = f"{found} in {days}" if isinstance(event, Term) else f"{found} holds {_term(values.ends)}"
    other = ", another row" if values.primary_key else ""
    yield _line(depth, f"Beside each row {name} = whether {way}, up to {AS_OF_DAY}")
    yield _line(depth + 1, f"of the same {_term(values.person)} = {_term(values.whose)}{other}")
    yield from _filter(values.events, depth + 1)
    yield from _source(values.events.input, depth + 1)


def _valid(join: Join) -> str:
    if join.valid is None:
        return ""
    day = join.valid.day
    return f" on {_term(day) if isinstance(day, Term) else day.isoformat() if join.valid.fixed else AS_OF_DAY}"


def _line(depth: int, text: str) -> str:
    return f"{'  ' * depth}{text}"


def _list(words: Iterable[str]) -> str:
    return ", ".join(words) or "nothing"


def _term(one: Term) -> str:
    value = _scalar(one.scalar, one.path)
    if one.shift != Interval():
        value = f"{value} + {one.shift.months} months {one.shift.seconds} seconds"
    return f"{one.grain.name} of {value}" if one.grain else value


def _scalar(one: Scalar, path: tuple[str, ...]) -> str:
    columns = one.columns
    return fill(one.node, lambda i: exp.column(columns[i].name, table=".".join((*path, *columns[i].path)) or None)).sql(
        "duckdb"
    )


def _predicate(tree: Predicate[Test[object]] | object, name: object) -> str:
    if isinstance(tree, (And, Or)):
        word = " and " if isinstance(tree, And) else " or "
        return f"({word.join(_predicate(part, name) for part in tree.parts)})"
    if isinstance(tree, Not):
        return f"not {_predicate(tree.part, name)}"
    return _test(tree, name)


def _test(one: object, name: object) -> str:
    assert callable(name)
    if isinstance(one, Compare):
        return f"{name(one.leaf)} {one.operator} ?"
    if isinstance(one, In):
        return f"{name(one.leaf)} in ({len(one.values)} values)"
    if isinstance(one, Match):
        return f"{name(one.leaf)} {one.kind} ?"
    assert isinstance(one, IsNull)
    return f"{name(one.leaf)} is null"
