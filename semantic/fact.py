"""One fact → its SELECT: rows joined, filtered and aggregated by keys or grouping sets."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sqlglot import exp

from semantic import lower
from semantic.model.expression import cast, hole
from semantic.model.model import Aggregation, ColumnRef, Scalar
from semantic.plan.nodes import (
    BEGINS,
    COUNTED,
    ENDS,
    PERIODS,
    Aggregate,
    Aggregated,
    Cut,
    Dedupe,
    Detail,
    Filter,
    Key,
    Latest,
    Merged,
    Rows,
    Windows,
    flag,
)
from semantic.plan.source import alias
from semantic.relation import (
    Writing,
    all_of,
    from_source,
    group_by,
    in_windows,
    named,
    select_of,
    set_where,
    table_alias,
)
from semantic.top import join_top, key_value, only_top

DAYS, DAY, SHARE = ".days", ".day", ".share"  # no table or column of a model has such a name
OF_PARTS: dict[str, type[exp.AggFunc]] = {"sum": exp.Sum, "count": exp.Sum, "min": exp.Min, "max": exp.Max}
"""How the aggregates are made of those of their rows' parts, for those that can be."""


def aggregated(fact: Aggregate, writing: Writing) -> exp.Select:
    root = fact.cube
    write = _of_single if fact.is_single else lower.aggregate
    beside = isinstance(fact.input, Latest)
    columns = [
        named(write(_beside(one) if beside else one.aggregation, root, one.timezone), one.name) for one in fact.columns
    ]
    if _has_no_window(fact.input):
        columns = [_unless_none(one, column) for one, column in zip(fact.columns, columns, strict=True)]
    if not columns and not fact.keys:
        columns = [lower.only_row()]
    if isinstance(fact.input, Dedupe):
        select = _deduped(fact, fact.input, columns, writing)
    elif isinstance(fact.input, Merged):
        select = _of_merged(fact, fact.input, columns, writing)
    elif isinstance(fact.input, Latest):
        select = _of_latest(fact, fact.input, columns, writing)
    elif (windows := _by_days(fact, fact.input)) is not None:
        select = _rolled(fact, fact.input, windows, writing)
    else:
        select = _rows(fact.input, [*_keys(fact), *columns], root, writing, fact.cut)
    if fact.sets:
        _group_by_sets(select, fact)
    elif fact.is_single:
        return select
    elif columns:
        group_by(select, len(fact.keys))
    else:
        select.set("distinct", exp.Distinct())
    return select


def _beside(one: Aggregated) -> Aggregation:
    """The aggregate where its rows' shares stand beside them."""
    weight = Scalar(hole(0), (ColumnRef((), SHARE),))
    return one.aggregation if one.aggregation.weight is None else replace(one.aggregation, weight=weight)


def _by_days(fact: Aggregate, rows: Filter) -> Windows | None:
    """The windows, where each day's rows can be aggregated first and the days then; else None."""
    windows = rows.input
    if not isinstance(windows, Windows) or windows.day is None or fact.sets:
        return None
    of_periods = fact.cut is not None and _of_period(fact.cut.term.scalar)
    adds = all(one.aggregation.kind in OF_PARTS for one in fact.columns)
    return windows if adds and not of_periods else None


def _rolled(fact: Aggregate, rows: Filter, windows: Windows, writing: Writing) -> exp.Select:
    """The rows aggregated by their other keys and by day, and each day's cells in every window that holds it."""
    root = fact.cube
    assert windows.day is not None
    of_rows = [key for key in fact.keys if not _of_period(key.term.scalar)]
    own = [one for one in fact.columns if one.aggregation.operand is None or not _of_period(one.aggregation.operand)]
    keys = [named(key_value(key, root), key.name) for key in of_rows]
    values = [named(lower.aggregate(one.aggregation, root, one.timezone), one.name) for one in own]
    by_day = replace(rows, input=windows.input)
    days = _rows(by_day, [*keys, named(lower.term(windows.day, root), DAY), *values], root, writing, fact.cut)
    group_by(days, len(keys) + 1)
    columns = [_key_of_day(key, root) if key in of_rows else lower.term(key.term, root) for key in fact.keys]
    select = select_of(
        [named(value, key.name) for value, key in zip(columns, fact.keys, strict=True)],
        exp.Subquery(this=days, alias=table_alias(DAYS)),
    )
    for one in fact.columns:
        select.append("expressions", named(_of_days(one, windows, root, one in own), one.name))
    select.set("joins", [in_windows(windows, lower.column(DAYS, DAY))])
    return select


def _key_of_day(key: Key, root: str) -> exp.Expr:
    return lower.column(DAYS, key.name)


def _of_period(scalar: Scalar) -> bool:
    """Whether the value is told by the period and not by the row."""
    return (PERIODS,) in scalar.paths


def _of_days(one: Aggregated, windows: Windows, root: str, of_rows: bool) -> exp.Expr:
    """The aggregate over the days; a count of no days is 0, and none where there is no window."""
    if not of_rows:
        return lower.aggregate(one.aggregation, root, one.timezone)
    value = lower.column(DAYS, one.name)
    if one.aggregation.kind != "count":
        return OF_PARTS[one.aggregation.kind](this=value)
    of_parts = one.aggregation.weight is not None
    total = cast(exp.Sum(this=value), f"DECIMAL(38, {one.aggregation.scale})" if of_parts else "BIGINT")
    return exp.Coalesce(this=total, expressions=[exp.Literal.number(0)]) if windows.periods else total


def _of_single(one: Aggregation, root: str, timezone: str) -> exp.Expr:
    """The row's own value, of the type that its sum would have."""
    value = lower.of_row(one, root, timezone)
    if one.kind != "sum" or one.scale is None:
        return value
    return cast(value, f"DECIMAL(38, {one.scale})" if one.scale else "HUGEINT")


def _unless_none(one: Aggregated, column: exp.Expr) -> exp.Expr:
    """The column, but NULL where it counts nothing."""
    if one.aggregation.kind not in ("count", "count_distinct"):
        return column
    return named(exp.Nullif(this=column.this, expression=exp.Literal.number(0)), one.name)


def _has_no_window(rows: Rows) -> bool:
    """Whether no row counts anywhere, since no period has begun: a count of nothing then is no 0."""
    source = rows.input.input if not isinstance(rows, Filter) else rows.input
    return isinstance(source, Windows) and not source.periods


def detailed(rows: Detail, writing: Writing) -> exp.Select:
    """Each row with its keys and values, however many are alike."""
    keys = [named(lower.term(key.term, rows.cube), key.name) for key in (*rows.keys, *rows.told_apart)]
    values = [named(lower.of_row(one.aggregation, rows.cube, one.timezone), one.name) for one in rows.columns]
    if isinstance(rows.input, Latest):
        every = Aggregate(rows.cube, rows.input, (*rows.keys, *rows.told_apart), rows.columns)
        return _of_latest(every, rows.input, values, writing)
    return _rows(rows.input, [*keys, *values], rows.cube, writing)


def _keys(fact: Aggregate) -> list[exp.Expr]:
    """The keys, and with grouping sets behind them whether each is left out."""
    if not fact.sets:
        return [named(key_value(key, fact.cube), key.name) for key in fact.keys]
    kept = frozenset[str]().union(*fact.sets)
    values = _distinct_terms(fact)
    keys = [named(values[key.name] if key.name in kept else lower.null_of(key.term), key.name) for key in fact.keys]
    flags: list[exp.Expr] = []
    for key in fact.keys:
        grouping = exp.Grouping(expressions=[values[key.name].copy()])
        flags.append(named(grouping if key.name in kept else exp.Literal.number(1), flag(key.name)))
    return [*keys, *flags]


def _distinct_terms(fact: Aggregate) -> dict[str, exp.Expr]:
    """The keys' values, no two of them equal: the engine takes equal expressions of grouping sets for one column.

    Keys can be equal only where they read the same columns; these each get a number that makes them another value.
    """
    values = {key.name: lower.term(key.term, fact.cube) for key in fact.keys}
    if len(values) == 1:
        return values
    alike = Counter(lower.columns_read(key.term) for key in fact.keys)
    for number, key in enumerate(fact.keys, 1):
        if alike[lower.columns_read(key.term)] > 1:
            one = exp.Literal.number(number)
            same = exp.If(this=one.copy(), true=values[key.name])
            values[key.name] = exp.Case(this=one, ifs=[same])
    return values


def _group_by_sets(select: exp.Select, fact: Aggregate) -> None:
    positions = {key.name: exp.Literal.number(index + 1) for index, key in enumerate(fact.keys)}
    sets = [
        exp.Tuple(expressions=[position.copy() for name, position in positions.items() if name in kept])
        for kept in fact.sets
    ]
    select.set("group", exp.Group(expressions=[exp.GroupingSets(expressions=sets)]))


def _rows(rows: Filter, columns: list[exp.Expr], root: str, writing: Writing, cut: Cut | None = None) -> exp.Select:
    """The columns over the fact's joined and filtered rows."""
    select = from_source(rows.input, columns, writing)
    join_top(select, cut, root)
    set_where(select, all_of([*_tests(rows, root, writing), *only_top(cut)]))
    return select


def _tests(rows: Filter | Latest, root: str, writing: Writing) -> list[exp.Expr]:
    found = lower.tests_of_terms(rows.where, root, writing.parameters)
    conditions: list[exp.Expr] = [exp.Paren(this=lower.term(condition, root)) for condition in rows.conditions]
    return conditions if found is None else [found, *conditions]


def _deduped(fact: Aggregate, rows: Dedupe, columns: list[exp.Expr], writing: Writing) -> exp.Select:
    """Each root row once for every combination of keys, then the root again for what is aggregated."""
    root, keys = fact.cube, [key.name for key in fact.keys]
    found = [named(key_value(key, root), key.name) for key in rows.keys]
    primary = [f"{root}__key_{index}" for index in range(len(rows.primary_key))]
    found += [named(lower.term(one, root), name) for one, name in zip(rows.primary_key, primary, strict=True)]
    once = _rows(rows.input, found, root, writing, fact.cut)
    once.set("distinct", exp.Distinct())
    select = from_source(rows.again, [*(lower.column("once", key) for key in keys), *columns], writing)
    same = [
        exp.EQ(this=lower.column("once", name), expression=lower.term(one, root))
        for one, name in zip(rows.primary_key, primary, strict=True)
    ]
    join = exp.Join(this=exp.Subquery(this=once, alias=table_alias("once")), kind="INNER", on=all_of(same))
    select.set("joins", [join, *(select.args.get("joins") or [])])
    return select


def _of_latest(fact: Aggregate, rows: Latest, columns: list[exp.Expr], writing: Writing) -> exp.Select:
    """Rows whose date is the last of their series in their period. The aggregate's columns keep their names."""
    root = fact.cube
    partition = [*(lower.term(one, root) for one in rows.series), *(key_value(one, root) for one in rows.periods)]
    last = exp.Window(this=exp.Max(this=lower.term(rows.date, root)), partition_by=partition)
    keys = [named(key_value(key, root), f".{key.name}") for key in fact.keys]  # no table has such a column
    everything = exp.Column(this=exp.Star(), table=lower.identifier(alias(root, ())))
    weight = next((one.aggregation.weight for one in fact.columns if one.aggregation.weight is not None), None)
    shares = [named(lower.scalar(weight, root, ()), SHARE)] if weight is not None else []
    inner = _rows(rows.input, [everything, *shares, *keys], root, writing)
    is_last = exp.EQ(this=lower.term(rows.date, root), expression=last)
    join_top(inner, fact.cut, root)
    tests = [is_last, *_tests(rows, root, writing), *only_top(fact.cut)]
    inner.set("qualify", exp.Qualify(this=all_of(tests)))
    latest = exp.Subquery(this=inner, alias=table_alias(alias(root, ())))
    chosen = [named(exp.Column(this=lower.identifier(f".{key.name}")), key.name) for key in fact.keys]
    return select_of([*chosen, *columns], latest)


def _of_merged(fact: Aggregate, rows: Merged, columns: list[exp.Expr], writing: Writing) -> exp.Select:
    """What each spell has beyond all before it of its person: no day twice."""
    root, person = fact.cube, ".person"
    keys = [named(key_value(key, root), f".{key.name}") for key in rows.keys]
    open_end = cast(exp.Literal.string("infinity"), "DATE")
    ends = exp.Coalesce(this=lower.term(rows.ends, root), expressions=[open_end])
    values = [(rows.person, person), (rows.counted, COUNTED), (rows.begins, ".first")]
    found = [*keys, *(named(lower.term(term, root), name) for term, name in values), named(ends, ENDS)]
    spells = exp.Subquery(this=_rows(rows.input, found, root, writing, fact.cut), alias=table_alias("spells"))
    within = [exp.column(lower.identifier(f".{key.name}")) for key in rows.keys]
    first, last = (exp.column(lower.identifier(name)) for name in (".first", ENDS))
    order = exp.Order(expressions=[exp.Ordered(this=one.copy(), nulls_first=False) for one in (first, last)])
    spec = exp.WindowSpec(kind="ROWS", start="UNBOUNDED", start_side="PRECEDING", end="1", end_side="PRECEDING")
    partition = [*(one.copy() for one in within), *(exp.column(lower.identifier(one)) for one in (person, COUNTED))]
    before = exp.Window(this=exp.Max(this=last.copy()), partition_by=partition, order=order, spec=spec)
    bound = exp.Coalesce(this=before, expressions=[first.copy()])
    begins = exp.Greatest(this=first, expressions=[bound], ignore_nulls=True)
    pieces = exp.Subquery(
        this=select_of([*within, named(begins, BEGINS), last, exp.column(lower.identifier(COUNTED))], spells),
        alias=table_alias(alias(root, ())),
    )
    own = {key.name for key in rows.keys}
    chosen = [
        named(exp.column(lower.identifier(f".{key.name}")) if key.name in own else lower.term(key.term, root), key.name)
        for key in fact.keys
    ]
    select = select_of([*chosen, *columns], pieces)
    lasting: list[exp.Expr] = [exp.LT(this=exp.column(lower.identifier(BEGINS)), expression=last.copy())]
    if rows.before is not None:
        day = exp.column(lower.identifier(ENDS if rows.ending else BEGINS))
        lasting.append(exp.LT(this=day, expression=writing.parameters.add(rows.before)))
    set_where(select, all_of(lasting))
    return select
