"""A select over a view → governed rows. Here the grain is fixed, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlglot import exp

from semantic.model.model import SUBTOTAL_SUFFIX
from semantic.predicate import Asked, Predicate, conjunction
from server.postgres.sql.as_of import as_it_stood
from server.postgres.sql.cells import MEMBERS, Cells, is_aggregate
from server.postgres.sql.leaves import as_leaf, bare, leaf, leaves, mapped
from server.postgres.sql.periods import cut_time, keeps_apart, written_period
from server.postgres.sql.question import Question
from server.postgres.sql.refusals import not_served, refuse
from server.postgres.sql.relations import PLAIN, Open, Reading, Rows
from server.postgres.sql.values import is_constant
from server.postgres.sql.where import Tester, is_never

FINER = ("year", "quarter", "month", "week", "day", "hour", "minute", "second")
CALENDAR = {frozenset({"YEAR"}), frozenset({"YEAR", "QUARTER"}), frozenset({"YEAR", "MONTH"}),
            frozenset({"YEAR", "QUARTER", "MONTH"}), frozenset({"YEAR", "MONTH", "DAY"}), frozenset({"YEAR", "DOY"}),
            frozenset({"YEAR", "QUARTER", "MONTH", "DAY"})}  # fmt: skip
"""Parts that together name one period of the finest of them."""


@dataclass(frozen=True, eq=False)
class Clauses:
    """A select in leaves. `outputs` are its columns by name; `groups` None where it has no GROUP BY."""

    outputs: tuple[tuple[str, exp.Expr], ...]
    where: tuple[exp.Expr, ...] = ()
    groups: tuple[tuple[exp.Expr, ...], ...] | None = None
    having: tuple[exp.Expr, ...] = ()
    order: tuple[exp.Ordered, ...] = ()
    limit: exp.Expr | None = None
    offset: exp.Expr | None = None
    distinct: bool = False


def grouped(open_: Open, clauses: Clauses, reading: Reading) -> Rows:
    """The select with aggregates or GROUP BY: the measures at the grain of what it is grouped by."""
    open_, where_tests, reading = as_it_stood(open_, clauses.where, reading)
    sets = clauses.groups if clauses.groups is not None else ((),)
    written = list(dict.fromkeys(one for kept in sets for one in kept))
    written = [one for one in written if not _is_measure(one, open_) and not is_constant(one)]
    question = Question(open_.face, reading, reading.table())
    cells = _keyed(question, written)
    tested = (one.name for test in (*open_.where, *where_tests) for one in leaves(test))
    question.divided = any(map(question.divides, tested))
    where, segments, tests = _sorted_tests(open_, where_tests, reading)
    if tests:
        hint = "Test it in HAVING: WHERE comes before the groups are made."
        raise refuse("U454", "A measure is tested before the rows are grouped.", hint, tests[0])
    return _built(cells, clauses, where, segments, sets if len(sets) > 1 else (), reading.wishes.ungrouped)


def listed(open_: Open, clauses: Clauses, reading: Reading) -> Rows:
    """The select without aggregates: one row for each combination of the dimensions that it lists."""
    open_, where_tests, reading = as_it_stood(open_, clauses.where, reading)
    question = Question(open_.face, reading, reading.table())
    parts = [*(node for _, node in clauses.outputs), *(one.this for one in clauses.order)]
    grain = open_.grain if open_.grain is not None else [one for node in parts for one in leaves(node)]
    named = {one.name: one for one in grain if open_.face.kind(one.name) == "dimension"}
    cells = Cells(question, [])
    for node in parts if open_.grain is None else ():
        _cut(cells, node)
    whole = [name for name in named if not _only_cut(name, parts, cells)]
    cells.keys += [(leaf(name), question.key(name)) for name in whole]
    where, segments, tests = _sorted_tests(open_, where_tests, reading)
    if not named and not cells.keys and not any(True for node in parts for _ in leaves(node)):
        return _of_constants(clauses, where)
    having = Clauses(**{**vars(clauses), "having": (*clauses.having, *tests), "where": ()})
    return _built(cells, having, where, segments, (), reading.wishes.ungrouped)


def _of_constants(clauses: Clauses, where: Predicate[Asked]) -> Rows:
    """A select of constants, by which clients learn whether they may read a view: answered where it asks for no row."""
    none = is_never(where) or (clauses.limit is not None and clauses.limit.name == "0")
    if not none:
        raise refuse("R215", "The question asks for nothing.", "Name a measure or a dimension.", None)
    outputs = [exp.Alias(this=node, alias=exp.to_identifier(name, quoted=True)) for name, node in clauses.outputs]
    return Rows(exp.Select(expressions=outputs, where=exp.Where(this=exp.false())),
                {name: PLAIN for name, _ in clauses.outputs})  # fmt: skip


def _cut(cells: Cells, node: exp.Expr) -> None:
    """Periods that are listed are grouped by as such, as everywhere."""
    cut = cut_time(node, cells.question.face)
    if cut is not None and cut.part is None:
        if all(written != node for written, _ in cells.keys):
            cells.keys.append((node, cells.question.key(cut.leaf.name, cut.grain)))
        return
    for part in node.iter_expressions():
        _cut(cells, part)


def _only_cut(name: str, parts: Iterable[exp.Expr], cells: Cells) -> bool:
    """Whether the dimension is named inside of periods alone."""
    periods = [written for written, _ in cells.keys]

    def outside(node: exp.Expr) -> bool:
        if any(node == one for one in periods):
            return False
        found = as_leaf(node)
        return found is not None and found.name == name or any(outside(one) for one in node.iter_expressions())

    return not any(outside(node) for node in parts) and any(
        one.name == name for node in periods for one in leaves(node)
    )


def _keyed(question: Question, written: list[exp.Expr]) -> Cells:
    """The keys of what is grouped by. An expression that several members share makes the answer finer than asked."""
    cells = Cells(question, [])
    calendar = _calendar(written, question)
    for node in written:
        key = _told_apart(node, cells, calendar)
        if key is not None:
            cells.keys.append((node, key))
    for node in written:
        if all(node != known for known, _ in cells.keys):
            _expression_key(cells, node, written)
    return cells


def _told_apart(node: exp.Expr, cells: Cells, calendar: Calendar) -> exp.Expr | None:
    """The key of an expression that has another value for each member or period; None for any other."""
    question = cells.question
    found, cut = as_leaf(node), cut_time(node, question.face)
    if found is not None:
        return question.key(found.name)
    if cut is not None and cut.part is None:
        return question.key(cut.leaf.name, cut.grain)
    if cut is not None:
        finest, parts = calendar[cut.leaf.name]
        cells.regrouped |= frozenset(parts) not in CALENDAR
        return exp.Extract(this=exp.Var(this=cut.part), expression=question.key(cut.leaf.name, finest))
    written = written_period(node, question.face)
    if written is not None:
        return mapped(node, lambda part: question.key(written.leaf.name, written.grain) if part is node.this else part)
    if isinstance(node, exp.Paren) or (isinstance(node, exp.Cast) and keeps_apart(node, question.face)):
        inner = _told_apart(node.this, cells, calendar)
        if isinstance(node.this.unnest(), (exp.TimestampTrunc, exp.DateTrunc)) and inner is not None:
            inner = exp.cast(inner, "TIMESTAMP")  # as which PostgreSQL has it; the answer has a day
        return mapped(node, lambda part: inner if part is node.this else part) if inner is not None else None
    return None


Calendar = dict[str, tuple[str, set[str]]]


def _calendar(written: list[exp.Expr], question: Question) -> Calendar:
    """For each time whose parts are grouped by, the finest grain among them, and which parts they are."""
    found: Calendar = {}
    for node in written:
        cut = cut_time(node, question.face) or cut_time(bare(node), question.face)
        if cut is not None and cut.part is not None:
            grain, parts = found.get(cut.leaf.name, (cut.grain, set()))
            finest = max(grain, cut.grain, key=FINER.index)
            found[cut.leaf.name] = (finest, {*parts, cut.part})
    return found


def _expression_key(cells: Cells, node: exp.Expr, written: list[exp.Expr]) -> None:
    question = cells.question
    named = {one.name: one for one in leaves(node)}
    if any(question.face.kind(name) != "dimension" for name in named):
        raise not_served("Grouping by this", node, "Group by dimensions and expressions of them.")
    own = {one.name for one in map(as_leaf, written) if one is not None}
    cells.regrouped |= not named.keys() <= own
    cells.keys.append((node, _in_keys(question, node)))


def _in_keys(question: Question, node: exp.Expr) -> exp.Expr:
    found = as_leaf(node)
    return question.key(found.name) if found is not None else mapped(node, lambda part: _in_keys(question, part))


def _is_measure(node: exp.Expr, open_: Open) -> bool:
    """Whether a figure is listed in GROUP BY, as some clients list every column: it has one value in each group."""
    found = as_leaf(node)
    return found is not None and open_.face.kind(found.name) not in ("dimension", "segment")


def _sorted_tests(
    open_: Open, where: tuple[exp.Expr, ...], reading: Reading
) -> tuple[Predicate[Asked], tuple[str, ...], list[exp.Expr]]:
    """What WHERE says of dimensions, its segments, and what is left: tests of measures."""
    tester, segments, of_measures = Tester(open_.face, reading), list[str](), list[exp.Expr]()
    found: list[Predicate[Asked]] = []
    for test in (*open_.where, *where):
        kinds = {open_.face.kind(one.name) for one in leaves(test)}
        name = _segment(test, open_)
        if name is not None:
            segments.append(name)
        elif "stamp" in kinds:
            raise not_served("A test of where the answer is from", test, "Ask as of one day: opgjort_pr = date '…'.")
        elif kinds & {"measure", "status", "distinct", "flag"} or any(is_aggregate(one) for one in test.walk()):
            of_measures.append(test)
        else:
            found.append(tester.read(test))
    return conjunction(*found), tuple(segments), of_measures


def _segment(test: exp.Expr, open_: Open) -> str | None:
    node = bare(test)
    if isinstance(node, (exp.EQ, exp.Is)) and isinstance(node.expression, exp.Boolean) and node.expression.this:
        node = bare(node.this)
    found = as_leaf(node)
    return found.name if found is not None and open_.face.kind(found.name) == "segment" else None


def _built(
    cells: Cells, clauses: Clauses, where: Predicate[Asked], segments: tuple[str, ...],
    sets: tuple[tuple[exp.Expr, ...], ...], ungrouped: bool = False,
) -> Rows:  # fmt: skip
    """The question put, and the select over its answer."""
    question = cells.question
    pushed, later = _pushed(cells, clauses.having)
    outputs = [(name, cells.over(node)) for name, node in clauses.outputs]
    order = [one for ordered in clauses.order for one in _ordered(cells, ordered, bool(sets))]
    tests = [cells.over(one) for one in later]
    kept = [[key for one in group if (key := cells.key_of(one)) is not None] for group in sets]
    if kept and (cells.regrouped or cells.members):
        raise not_served("Subtotals by an expression, or of members alone", clauses.outputs[0][1])
    if cells.members and any(question.face.kind(name) == "stamp" for name in question.measures):
        raise not_served("Where an answer of two parts is from", clauses.outputs[0][1], "The notice tells of both.")
    subtotals = tuple(tuple(one.name for one in group) for group in kept)
    select = exp.Select(
        expressions=[exp.Alias(this=node, alias=exp.to_identifier(name, quoted=True)) for name, node in outputs]
    )
    _set_source(select, cells, where, segments)
    if not cells.members or question.measures:
        question.ask(conjunction(where, *pushed), segments, subtotals, ungrouped)
    _finish(select, cells, clauses, tests, order)
    return Rows(select, {name: question.cell_of(node) for name, node in outputs})


def _pushed(cells: Cells, having: Iterable[exp.Expr]) -> tuple[list[Predicate[Asked]], list[exp.Expr]]:
    """Tests of measures with constants, which the question takes itself; the others are put to its answer."""
    pushed: list[Predicate[Asked]] = []
    later: list[exp.Expr] = []
    for test in having:
        plain = _in_measures(test, cells)
        if plain is None or cells.regrouped:
            later.append(test)
            continue
        for one in leaves(plain):
            cells.question.cell(one.name)
        pushed.append(Tester(cells.question.face, cells.question.reading).read(plain))
    return pushed, later


def _in_measures(test: exp.Expr, cells: Cells) -> exp.Expr | None:
    """The test over measures alone, in the shapes that the filter language has; None for any other."""
    if isinstance(test, (exp.Paren, exp.Not, exp.And, exp.Or)):
        parts = [_in_measures(one, cells) for one in test.iter_expressions()]
        if any(part is None for part in parts):
            return None
        found = iter(parts)
        return mapped(test, lambda _: next(found) or exp.null())
    if not isinstance(test, (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Between, exp.Is)):
        return None

    def measure(node: exp.Expr) -> exp.Expr:
        column = cells.over(node) if leaf_kind(node, cells) == "measure" else None
        member = column.name if isinstance(column, exp.Column) else None
        return leaf(member) if member is not None else node

    plain = mapped(test, measure)
    kinds = [cells.question.face.kind(one.name) for one in leaves(plain)]
    simple = not any(is_aggregate(one) or isinstance(one, exp.Window) for one in plain.walk())
    operands = [one for one in plain.iter_expressions() if as_leaf(one) is None and not isinstance(one, exp.Not)]
    return plain if kinds == ["measure"] and simple and all(is_constant(one) for one in operands) else None


def leaf_kind(node: exp.Expr, cells: Cells) -> str | None:
    """The kind of the leaf that the node is, or that it aggregates."""
    inner = bare(node)
    if is_aggregate(inner) and not isinstance(inner, exp.Count):
        operand = inner.expressions[:1] if isinstance(inner, exp.Anonymous) else [inner.this]
        inner = bare(operand[0]) if operand and isinstance(operand[0], exp.Expr) else inner
    found = as_leaf(inner)
    return cells.question.face.kind(found.name) if found is not None else None


def _ordered(cells: Cells, ordered: exp.Ordered, subtotals: bool) -> Iterator[exp.Ordered]:
    """The order by a dimension is its declared one, where it has one; subtotals over it stand behind its members."""
    node = cells.key_of(ordered.this)
    shown = cells.over(ordered.this)
    nulls_first = ordered.args.get("nulls_first")
    if subtotals and isinstance(node, exp.Column):
        yield exp.Ordered(this=cells.question.flag(node, SUBTOTAL_SUFFIX), desc=nulls_first, nulls_first=False)
    first = cells.question.cell_of(shown).value_order if isinstance(shown, exp.Column) else ()
    for value in (*([position(shown, first)] if first else []), shown):
        yield exp.Ordered(this=value, desc=ordered.args.get("desc"), nulls_first=nulls_first)


def position(node: exp.Expr, values: tuple[str, ...]) -> exp.Expr:
    ifs = [exp.If(this=exp.Literal.string(value), true=exp.Literal.number(i)) for i, value in enumerate(values)]
    return exp.Case(this=node.copy(), ifs=ifs)


def _set_source(select: exp.Select, cells: Cells, where: Predicate[Asked], segments: tuple[str, ...]) -> None:
    """From the answer, and beside it what is computed of members alone."""
    question = cells.question
    if not cells.members:
        select.set("from_", exp.From(this=exp.to_table(question.table)))
        return
    own = Question(question.face, question.reading, question.reading.table())
    keys = [_moved(key, question, own) for _, key in cells.keys]
    calls = [_in_keys(own, call) for call in cells.members]
    own.ask(where, segments)
    finer_select = exp.Select(
        expressions=[
            *(exp.Alias(this=key, alias=exp.to_identifier(f"k{i}")) for i, key in enumerate(keys)),
            *(exp.Alias(this=call, alias=exp.to_identifier(f"a{i}")) for i, call in enumerate(calls)),
        ],
        from_=exp.From(this=exp.to_table(own.table)),
    )
    if keys:
        finer_select.set("group", exp.Group(expressions=[exp.Literal.number(i + 1) for i in range(len(keys))]))
    beside = exp.Subquery(this=finer_select, alias=exp.TableAlias(this=exp.to_identifier(MEMBERS)))
    if not question.measures:
        own_keys = {key: exp.column(f"k{i}", MEMBERS) for i, (_, key) in enumerate(cells.keys)}
        select.set("expressions", [_replaced(one, own_keys) for one in select.expressions])
        select.set("from_", exp.From(this=beside))
        return
    same: list[exp.Expr] = [exp.NullSafeEQ(this=key.copy(), expression=exp.column(f"k{i}", MEMBERS))
                            for i, (_, key) in enumerate(cells.keys)]  # fmt: skip
    select.set("from_", exp.From(this=exp.to_table(question.table)))
    select.set("joins", [exp.Join(this=beside, side="LEFT", on=exp.and_(*same) if same else exp.true())])


def _moved(key: exp.Expr, question: Question, own: Question) -> exp.Expr:
    """The same key as a column of the finer question."""
    if isinstance(key, exp.Column) and key.table == question.table:
        parts = key.name.split(".")
        return own.key(".".join(parts[:2]), parts[2] if len(parts) == 3 else None)
    return mapped(key, lambda part: _moved(part, question, own))


def _replaced(node: exp.Expr, by: dict[exp.Expr, exp.Column]) -> exp.Expr:
    if node in by:
        return by[node].copy()
    return mapped(node, lambda part: _replaced(part, by))


def _finish(
    select: exp.Select, cells: Cells, clauses: Clauses, tests: list[exp.Expr], order: list[exp.Ordered]
) -> None:
    if cells.members and not cells.question.measures:
        by = {key: exp.column(f"k{i}", MEMBERS) for i, (_, key) in enumerate(cells.keys)}
        tests = [_replaced(one, by) for one in tests]
        order = [mapped(one, lambda part: _replaced(part, by)) for one in order]
    if cells.regrouped:
        select.set("group", exp.Group(expressions=[key.copy() for _, key in cells.keys]))
    if tests:
        clause = exp.Having(this=exp.and_(*tests)) if cells.regrouped else exp.Where(this=exp.and_(*tests))
        select.set("having" if cells.regrouped else "where", clause)
    if order:
        select.set("order", exp.Order(expressions=order))
    if clauses.limit is not None:
        select.set("limit", exp.Limit(expression=clauses.limit))
    if clauses.offset is not None:
        select.set("offset", exp.Offset(expression=clauses.offset))
    if clauses.distinct:
        select.set("distinct", exp.Distinct())
