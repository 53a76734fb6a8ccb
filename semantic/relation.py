"""A plan's source → FROM and JOIN: which tables are read, under which names, cut to which rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial, reduce
from typing import cast as as_type

from sqlglot import exp

from semantic import lower, rounding
from semantic.guard import CUT
from semantic.lower import Parameters, identifier
from semantic.model.expression import base_tables, cast, fill
from semantic.model.graph import Path
from semantic.model.model import Cube, Model, Scalar, Table
from semantic.plan.nodes import (
    PERIODS,
    UNPROTECTED,
    Beside,
    Core,
    Join,
    Later,
    Leading,
    Scan,
    Source,
    Told,
    Values,
    Windows,
)
from semantic.plan.periods import Period
from semantic.plan.source import alias
from semantic.plan.term import Term, Valid
from semantic.predicate import Predicate, Test, Value

TableName = Callable[[Cube, Table, bool], tuple[str, str, str]]  # catalog, schema, table; as it is today
INDEX = "@index"  # what is the index event's own, beside the events that may follow it
NO_PERIOD = Period(datetime.min, None, None)  # stands where there is none, and no row is beside it


@dataclass(frozen=True, eq=False)
class Writing:
    """What every part of one statement is written with; `core` writes what is computed for a join.

    What is `computed` already is read as a table.
    """

    model: Model
    table_name: TableName
    parameters: Parameters
    core: Callable[[Core, Writing], exp.Select]
    computed: Core | None = None


class WrittenOut(Parameters):
    """The days of a statement that is prepared for nobody, written into it: only its types or a count are asked for."""

    def add(self, value: Value) -> exp.Expr:
        assert isinstance(value, date)
        return cast(exp.Literal.string(value.isoformat()), "DATE")


def from_source(source: Source, columns: list[exp.Expr], writing: Writing) -> exp.Select:
    joins: list[exp.Expr] = []
    while not isinstance(source, Scan):
        joins.insert(0, _joined(source, writing))
        source = source.input
    select = select_of(columns, _scan(source, writing))
    if joins:
        select.set("joins", joins)
    return select


def _joined(source: Join | Windows | Beside, writing: Writing) -> exp.Join:
    if isinstance(source, Windows):
        return in_windows(source, lower.term(source.time, _root(source.input)))
    return _beside(source, writing) if isinstance(source, Beside) else _join(source, writing)


def _beside(one: Beside, writing: Writing) -> exp.Join:
    root = _root(one)
    if isinstance(one.values, Later):
        return _later(one.values, root, one.path, writing)
    return _values(one.values, root, one.path, writing)


def _values(values: Values, root: str, path: Path, writing: Writing) -> exp.Join:
    """The value, rounded as it is shown, beside the row that has its key."""
    table = alias(root, path)
    calculation, column = values.value.calculation, values.value.column
    value = named(rounding.rounded(calculation, column.decimals, column.type), "value")
    core = exp.Subquery(this=writing.core(values.core, writing), alias=table_alias("core"))
    rows = select_of([*(exp.column(key) for key in values.keys), value], core)
    same = [
        exp.EQ(this=lower.scalar(own, root, path[:-1]), expression=lower.column(table, key))
        for own, key in zip(values.primary_key, values.keys, strict=True)
    ]
    return exp.Join(this=exp.Subquery(this=rows, alias=table_alias(table)), side="LEFT", on=all_of(same))


def _later(later: Later, root: str, path: Path, writing: Writing) -> exp.Join:
    """Whether the later event came. What is the row's own has a name of its own: the events may be of the same cube."""
    own = partial(lower.column, INDEX)
    here = {"person": later.person, "starts": later.starts, "ends": later.ends}
    columns = [named(lower.term(one, root), name) for name, one in here.items()]
    columns += [named(lower.scalar(one, root, ()), f"key{i}") for i, one in enumerate(later.primary_key)]
    is_known = exp.Is(this=own("person"), expression=exp.Not(this=exp.Null()))
    is_over = exp.LTE(this=own("ends"), expression=writing.parameters.add(later.as_of))
    followed = exp.And(this=is_over, expression=is_known)
    value = exp.Case(ifs=[exp.If(this=followed, true=exp.Exists(this=_events(later, own, writing)))])
    index = exp.Subquery(this=exp.Select(expressions=columns), alias=table_alias(INDEX))
    found = exp.Subquery(this=select_of([named(value, "value")], index))
    return exp.Join(this=exp.Lateral(this=found, alias=table_alias(alias(root, path))), side="LEFT", on=exp.true())


def _events(later: Later, own: Callable[[str], exp.Expr], writing: Writing) -> exp.Select:
    """The later events of the person in the row's follow-up, and not the row itself."""
    rows = later.events
    there = _root(rows.input)
    tests = [exp.EQ(this=lower.term(later.whose, there), expression=own("person")), *_comes(later, there, own)]
    tests += [lower.term(one, there) for one in rows.conditions]
    if later.primary_key:
        key = [lower.scalar(one, there, ()) for one in later.primary_key]
        same = all_of([exp.EQ(this=one, expression=own(f"key{i}")) for i, one in enumerate(key)])
        tests.append(exp.Not(this=exp.Paren(this=same)))
    found = from_source(rows.input, [exp.Literal.number(1)], writing)
    set_where(found, all_of(tests))
    return found


def _comes(later: Later, there: str, own: Callable[[str], exp.Expr]) -> list[exp.Expr]:
    if isinstance(later.event, Valid):
        return [_holds(later.event, there, lambda: own("ends"))]
    return [
        exp.GTE(this=lower.term(later.event, there), expression=own("starts")),
        exp.LTE(this=lower.term(later.event, there), expression=own("ends")),
    ]


def _join(join: Join, writing: Writing) -> exp.Join:
    """The joined rows beside the others, which keep a row of NULLs where there are none."""
    root = _root(join)
    near, far = alias(root, join.path[:-1]), join.scan.alias
    if join.backwards:
        near, far = far, near
    on = _on(join.on, near, far)
    if join.valid is not None:
        on = exp.And(this=exp.Paren(this=on), expression=_holds(join.valid, root, _day(join.valid, root, writing)))
    return exp.Join(this=_scan(join.scan, writing), side="LEFT", on=on)


def _on(on: Scalar, near: str, far: str) -> exp.Expr:
    refs = on.columns
    return fill(on.node, lambda i: lower.column(far if refs[i].path else near, refs[i].name, refs[i].quoted))


def _day(valid: Valid, root: str, writing: Writing) -> Callable[[], exp.Expr]:
    day = valid.day
    return lambda: lower.term(day, root) if isinstance(day, Term) else writing.parameters.add(day)


def _holds(valid: Valid, root: str, day: Callable[[], exp.Expr]) -> exp.Expr:
    """Whether the row holds on the day; false or NULL where there is no day."""
    begun = exp.LTE(this=lower.term(valid.begins, root), expression=day())
    still = exp.Is(this=lower.term(valid.ends, root), expression=exp.Null())
    later = exp.GT(this=lower.term(valid.ends, root), expression=day())
    return exp.And(this=begun, expression=exp.Paren(this=exp.Or(this=still, expression=later)))


def in_windows(windows: Windows, time: exp.Expr) -> exp.Join:
    """Each row beside every period whose window holds its time, or its day."""
    table = alias(_root(windows.input), (PERIODS,))
    rows = exp.Values(
        expressions=[exp.Tuple(expressions=_moments(one, windows.of_days)) for one in windows.periods or (NO_PERIOD,)],
        alias=table_alias(table),
    )
    rows.args["alias"].set("columns", [lower.identifier(name) for name in ("begins", "low", "high")])
    tests: list[exp.Expr] = [exp.Is(this=time, expression=exp.Not(this=exp.Null()))]
    if not windows.periods:
        tests.append(exp.false())
    if any(one.low for one in windows.periods):
        tests.append(exp.GTE(this=time.copy(), expression=lower.column(table, "low")))
    if any(one.high for one in windows.periods):
        tests.append(exp.LT(this=time.copy(), expression=lower.column(table, "high")))
    return exp.Join(this=rows, kind="INNER", on=all_of(tests))


def _moments(period: Period, of_days: bool) -> list[exp.Expr]:
    begins = cast(exp.Literal.string(period.begins.isoformat(" ")), "DATE" if of_days else "TIMESTAMP")
    return [begins, *(lower.moment(one) for one in (period.low, period.high))]


def _root(source: Source) -> str:
    while not isinstance(source, Scan):
        source = source.input
    return source.cube


def _scan(scan: Scan, writing: Writing) -> exp.Expr:
    """The cube's rows under the scan's name, cut to those that may be read."""
    if scan.told_by is None:
        return _in_force(scan, writing)
    columns: list[exp.Expr] = [exp.Column(this=exp.Star(), table=identifier(alias(scan.cube, ())))]
    if scan.unprotected is not None:
        columns.append(named(_told(scan.unprotected, scan.cube, writing) or exp.true(), UNPROTECTED))
    narrowed = from_source(scan.told_by, columns, writing)
    set_where(narrowed, _told(scan.rows, scan.cube, writing))
    rows = exp.Subquery(this=narrowed, alias=table_alias(scan.alias))
    if "where" in narrowed.args:
        rows.meta[CUT] = True
    return rows


def _told(rows: Told, cube: str, writing: Writing) -> exp.Expr | None:
    """A policy's tests over the rows that they are put to, None for TRUE."""

    def write(one: Test[Term] | Leading) -> exp.Expr:
        if isinstance(one, Leading):
            return _leading(one, cube, writing)
        return lower.test(one, lambda leaf: lower.term(leaf, cube), writing.parameters)

    return lower.predicate(as_type("Predicate[Test[Term]]", rows), as_type("Callable[[Test[Term]], exp.Expr]", write))


def _leading(one: Leading, cube: str, writing: Writing) -> exp.Expr:
    """Whether some row leads to the cube's."""
    root = _root(one.input)
    found = from_source(one.input, [exp.Literal.number(1)], writing)
    passes = _told(one.where, root, writing)
    set_where(found, all_of([_on(one.on, alias(root, ()), alias(cube, ())), *([passes] if passes else [])]))
    return exp.Exists(this=found)


def _in_force(scan: Scan, writing: Writing) -> exp.Expr:
    """The cube's rows; of the loads of a version, those that no later one of them has replaced or withdrawn."""
    cube, name, version = writing.model.cubes[scan.cube], scan.alias, scan.version
    rows = _relation(cube, name, writing, version is not None and version.today)
    if version is None or not version.loads or cube.loaded_at is None:
        return rows
    load = lower.scalar(cube.dimensions[cube.loaded_at.load].expression, name, ())
    found = select_of([exp.Column(this=exp.Star(), table=identifier(name))], rows)
    set_where(found, exp.In(this=load, expressions=[exp.Literal.number(one) for one in version.loads]))
    if version.latest:
        key = [lower.scalar(one.expression, name, ()) for one in cube.primary_key]
        order = exp.Order(expressions=[exp.Ordered(this=load.copy(), desc=True)])
        place = exp.Window(this=exp.RowNumber(), partition_by=key, order=order)
        kept: list[exp.Expr] = [exp.EQ(this=place, expression=exp.Literal.number(1))]
        if cube.loaded_at.withdrawn is not None:
            gone = lower.scalar(cube.dimensions[cube.loaded_at.withdrawn].expression, name, ())
            kept.append(exp.Not(this=exp.Coalesce(this=gone, expressions=[exp.false()])))
        found.set("qualify", exp.Qualify(this=all_of(kept)))
    return exp.Subquery(this=found, alias=table_alias(name))


def _relation(cube: Cube, name: str, writing: Writing, today: bool) -> exp.Expr:
    if isinstance(cube.relation, Table):
        return _table(cube, cube.relation, name, writing, today)
    query = cube.relation.copy()
    tables = base_tables(query)
    _name_tables_plainly(query, tables)
    for table in tables:
        written = Table(tuple(part.name for part in table.parts))
        if not table.alias:
            table.set("alias", table_alias(table.name))
        for part, value in zip(("catalog", "db", "this"), writing.table_name(cube, written, today), strict=True):
            table.set(part, identifier(value))
    return exp.Subquery(this=query, alias=table_alias(name))


def _name_tables_plainly(query: exp.Query, tables: list[exp.Table]) -> None:
    """`main.a.x` as `a.x`: the table will stand under its bare name, whatever its own is."""
    plain = {(table.db.lower(), table.name.lower()) for table in tables if table.db and not table.alias}
    for column in query.find_all(exp.Column):
        if (column.text("db").lower(), column.table.lower()) in plain:
            column.set("db", None)
            column.set("catalog", None)


def _table(cube: Cube, table: Table, name: str, writing: Writing, today: bool) -> exp.Table:
    catalog, schema, relation = (identifier(part) for part in writing.table_name(cube, table, today))
    return exp.Table(this=relation, db=schema, catalog=catalog, alias=table_alias(name))


def select_of(columns: list[exp.Expr], source: exp.Expr) -> exp.Select:
    return exp.Select(expressions=columns, from_=exp.From(this=source))


def group_by(select: exp.Select, keys: int) -> None:
    if keys:
        select.set("group", exp.Group(expressions=[exp.Literal.number(index + 1) for index in range(keys)]))


def set_where(select: exp.Select, condition: exp.Expr | None) -> None:
    if condition is not None:
        select.set("where", exp.Where(this=condition))


def all_of(conditions: Sequence[exp.Expr]) -> exp.Expr | None:
    if not conditions:
        return None
    joined = conditions[0]
    for condition in conditions[1:]:
        joined = exp.And(this=joined, expression=condition)
    return joined


def any_of(conditions: Sequence[exp.Expr]) -> exp.Expr:
    return reduce(lambda left, right: exp.Or(this=left, expression=right), conditions)


def named(node: exp.Expr, name: str) -> exp.Expr:
    return exp.Alias(this=node, alias=identifier(name))


def table_alias(name: str) -> exp.TableAlias:
    return exp.TableAlias(this=identifier(name))
