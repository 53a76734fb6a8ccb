"""Relations in FROM whose question stands in the WHERE over them: the long view, and the breakdown.

What a select's tests say is put into the question, also through selects that only pass columns on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from sqlglot import exp

from semantic import breakdown_query as breakdown
from semantic.access.visible import VisibleModel
from semantic.breakdown_query import BREAKDOWN, Breakdown
from semantic.compose import Question
from semantic.long_view import columns as values
from semantic.long_view.columns import LONG_VIEW
from semantic.long_view.question import Begins, LongQuestion
from semantic.long_view.series import series_of
from semantic.query import DateRange
from semantic.result import Column
from server.postgres.schemas import Shown
from server.postgres.sql.as_of import AS_OF, one_day
from server.postgres.sql.cells import has_aggregate
from server.postgres.sql.leaves import bare, conjuncts, same
from server.postgres.sql.names import Scope, Source
from server.postgres.sql.refusals import not_served, refuse
from server.postgres.sql.relations import WORK_OF_MANY, Cell, Reading, Rows, Wishes
from server.postgres.sql.values import is_constant
from server.postgres.sql.where import TURNED

HEARD = ("as_of", "edition")
DAYS = (exp.DataType.Type.DATE, exp.DataType.Type.TIMESTAMP)
CUTTING = ("group", "having", "order", "limit", "offset", "distinct")


@dataclass(frozen=True)
class Said:
    """What the schema says, and tests: the edition, which texts a column is one of, between which days periods begin,
    and as of which day.
    """

    texts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    begins: Begins = Begins(None, None)
    as_of: str | None = None
    edition: str | None = None


@dataclass(frozen=True)
class Form:
    """One such relation. A test of the columns `texts` or `days` is put into the question; one of what it is `asked_by`
    is no test of its rows.
    """

    columns: Mapping[str, Column]
    texts: tuple[str, ...]
    days: tuple[str, ...]
    asked_by: tuple[str, ...]
    is_known: Callable[[VisibleModel], bool]
    question: Callable[[Said, Wishes], Question]


@dataclass(frozen=True, eq=False)
class AskedRows(Rows):
    """The rows of one, of which the question is the scratch table's; `names` are its own columns by those listed."""

    table: str
    names: Mapping[str, str]
    form: Form
    said: Said = Said()


def asked_rows(name: str, shown: Shown, reading: Reading) -> AskedRows | None:
    """The relation of that name, if the schema shows it. Raises UnsupportedError (U450), LimitError (L510)."""
    form = FORMS.get(name.lower())
    if form is None or not form.is_known(shown.visible):
        return None
    reading.spend(WORK_OF_MANY)
    for wish in [one for one in reading.wishes.said if one not in HEARD][:1]:  # what is not heard gives a wrong figure
        message = f"'nogletal.{wish}' is for views, and '{name.lower()}' is none."
        raise refuse("U450", message, f"RESET nogletal.{wish}, or ask a view.")
    table, said = reading.table(), Said(edition=shown.edition)
    reading.questions[table] = form.question(said, reading.wishes)
    outputs = [
        exp.alias_(exp.column(exp.to_identifier(one.name, quoted=True), table), own, quoted=True)
        for own, one in form.columns.items()
    ]
    select = exp.Select(expressions=outputs, from_=exp.From(this=exp.to_table(table)))
    cells = {own: Cell(one.role == "measure") for own, one in form.columns.items()}
    return AskedRows(select, cells, table, dict(zip(cells, cells, strict=True)), form, said)


def narrowed(source: Source, rows: AskedRows, select: exp.Select) -> tuple[Source, exp.Select]:
    """The rows with the question that the select's tests put, and the select without the tests that only ask.

    INVARIANT: no row is left out that the tests keep. Raises UnsupportedError (U450) for a test that would have to ask.
    """
    where = select.args.get("where")
    tests = conjuncts(where.this) if where is not None else []
    narrowing = Narrowing(source, rows, rows.said)
    kept = [one for one in tests if not narrowing.takes(one)]
    for one in kept:
        narrowing.refuse_unheard(one)
    source.reading.questions[rows.table] = rows.form.question(narrowing.said, source.reading.wishes)
    if len(kept) < len(tests):
        select = select.copy()
        select.set("where", exp.Where(this=exp.and_(*kept, copy=True)) if kept else None)
    return replace(source, relation=replace(rows, said=narrowing.said)), select


def passed_on(made: Rows, below: AskedRows, select: exp.Select | None = None) -> Rows:
    """The select over the rows: asked as they are by what is above it, unless it decides which rows there are."""
    if select is not None and (any(map(select.args.get, CUTTING)) or any(map(_is_of_others, select.expressions))):
        return made
    outputs = zip(made.cells, made.select.selects, strict=True)
    columns = {name: node.this.name for name, node in outputs if isinstance(node.this, exp.Column)}
    names = {name: below.names[column] for name, column in columns.items() if column in below.names}
    return AskedRows(made.select, made.cells, below.table, names, below.form, below.said)


def _is_of_others(node: exp.Expr) -> bool:
    """Whether the value in one row depends on the others."""
    return has_aggregate(node) or node.find(exp.Window) is not None


@dataclass
class Narrowing:
    """What is `said` of the rows by the tests taken so far."""

    source: Source
    rows: AskedRows
    said: Said

    def takes(self, test: exp.Expr) -> bool:
        """Whether the test is of the question alone, and no test of its rows. Raises UnsupportedError (U450)."""
        test, form = self._turned(test.unnest()), self.rows.form
        left = test.this if isinstance(test, (exp.In, exp.Between, exp.Binary)) else exp.null()
        if isinstance(test, exp.EQ) and self._own(bare(left)) == AS_OF and is_constant(test.expression):
            self._say_day(test.expression)
            return True
        if any(self._own(one) == AS_OF for one in _columns(test)):
            raise not_served("This test", test, f"It is asked as of one day: {AS_OF} = date '…'.")
        column, texts = self._own(same(left)), _texts(test)
        if column in form.texts and texts is not None:
            return self._say_texts(column, texts, test)
        for begins in _begins(test) if self._own(left) in form.days else ():
            self.said = replace(self.said, begins=self.said.begins.within(begins))
        return False

    def refuse_unheard(self, test: exp.Expr) -> None:
        """Raises UnsupportedError (U450) where the test is of what the rows are asked by and nothing asks so.

        No row would have it, and no rows would be read as nothing to tell.
        """
        if _is_of_nothing(test):
            return
        own = {self._own(one) for one in _columns(test)}
        for column in [one for one in self.rows.form.asked_by if one in own and one not in self.said.texts][:1]:
            raise not_served("This test", test, f"It is asked by one text: {column} = '…'.")

    def _turned(self, test: exp.Expr) -> exp.Expr:
        """The test with the relation's column on its left side."""
        if not isinstance(test, exp.Binary) or type(test) not in TURNED or not isinstance(bare(test.right), exp.Column):
            return test
        return TURNED[type(test)](this=test.right, expression=test.left)

    def _own(self, node: exp.Expr) -> str:
        """The relation's own column that is named; empty where none is."""
        found = Scope(self.source).find(node) if isinstance(node, exp.Column) else None
        return self.rows.names.get(found.name, "") if found is not None else ""

    def _say_day(self, node: exp.Expr) -> None:
        day = one_day([node], self.source.reading)
        if self.said.as_of not in (None, day):
            raise not_served(f"'{AS_OF}' of two days", node, "A question is asked as of one day.")
        self.said = replace(self.said, as_of=day)

    def _say_texts(self, column: str, texts: frozenset[str], test: exp.Expr) -> bool:
        before, is_alone = self.said.texts.get(column), column in self.rows.form.asked_by
        if is_alone and len(texts) > 1:
            return False
        if is_alone and before not in (None, texts):
            raise not_served(f"'{column}' of two texts", test, "A breakdown is asked by one.")
        found = texts if before is None else before & texts
        self.said = replace(self.said, texts={**self.said.texts, column: found})
        return is_alone


def _is_of_nothing(test: exp.Expr) -> bool:
    """Whether it only tests whether there is a value."""
    node = test.unnest()
    while isinstance(node, exp.Not):
        node = node.this.unnest()
    return isinstance(node, exp.Is)


def _columns(node: exp.Expr) -> Iterator[exp.Column]:
    """Those of the expression, and not those of a subquery in it."""
    if isinstance(node, exp.Column):
        yield node
    elif not isinstance(node, exp.Query):
        yield from (one for part in node.iter_expressions() for one in _columns(part))


def _texts(test: exp.Expr) -> frozenset[str] | None:
    """The texts that the column is one of; None where the test is another."""
    nodes = test.expressions if isinstance(test, exp.In) else [test.expression] if isinstance(test, exp.EQ) else []
    found = [_text(node) for node in nodes]
    known = frozenset(one for one in found if one is not None)
    return known if found and len(known) == len(set(found)) else None


def _text(node: exp.Expr) -> str | None:
    found = node.unnest()
    return found.name if isinstance(found, exp.Literal) and found.is_string else None


def _begins(test: exp.Expr) -> Iterator[Begins]:
    if isinstance(test, exp.Between):
        if test.args.get("symmetric"):  # whose bounds may stand in either order
            return
        yield Begins(_day(test.args["low"]), _day(test.args["high"]))
    elif isinstance(test, exp.In):
        days = [_day(node) for node in test.expressions]
        known = [one for one in days if one is not None]
        if known and len(known) == len(days):
            yield Begins(min(known), max(known))
    elif isinstance(test, (exp.EQ, exp.GT, exp.GTE, exp.LT, exp.LTE)) and (day := _day(test.expression)) is not None:
        yield Begins(
            day if isinstance(test, (exp.EQ, exp.GT, exp.GTE)) else None,
            day if isinstance(test, (exp.EQ, exp.LT, exp.LTE)) else None,
        )


def _day(node: exp.Expr) -> date | None:
    """The day of a literal; that of a moment is near enough, since the tests are tried on the rows, too."""
    found = node.unnest()
    if isinstance(found, exp.Cast) and found.to.this in DAYS:
        found = found.this.unnest()
    with suppress(ValueError):
        return date.fromisoformat((_text(found) or "")[:10])
    return None


def _values(said: Said, wishes: Wishes) -> LongQuestion:
    ids, kinds, units = map(said.texts.get, VALUES.texts)
    begins, as_of = said.begins, said.as_of or wishes.as_of
    edition = said.edition or wishes.edition
    return LongQuestion(ids, kinds, units, begins.first, begins.last, as_of=as_of, edition=edition)


def _parts(said: Said, wishes: Wishes) -> Breakdown:
    measure, by, time, period, before = (next(iter(said.texts.get(name, ())), None) for name in PARTS.texts)
    named = tuple(one.strip() for one in (by or "").split(",") if one.strip())
    return Breakdown(
        measure or "", named, time, _range(period), _range(before), as_of=said.as_of or wishes.as_of,
        edition=said.edition or wishes.edition,
    )  # fmt: skip


def _range(words: str | None) -> DateRange | None:
    """A period, or the first and the last day with `..` between them."""
    if not words:
        return None
    first, dots, last = words.partition("..")
    return (first.strip(), last.strip()) if dots else words


VALUES = Form(
    columns={values.bare(one): one for one in values.COLUMNS},
    texts=("noegletal", "enhed_type", "enhed"),
    days=("periode",),
    asked_by=(),
    is_known=lambda visible: bool(series_of(visible)),
    question=_values,
)
PARTS = Form(
    columns={breakdown.bare(one): one for one in breakdown.RELATION},
    texts=tuple(breakdown.bare(one) for one in breakdown.ASKED_BY),
    days=(),
    asked_by=tuple(breakdown.bare(one) for one in breakdown.ASKED_BY),
    is_known=lambda visible: bool(visible.views),
    question=_parts,
)
FORMS: Mapping[str, Form] = {LONG_VIEW: VALUES, BREAKDOWN: PARTS}
