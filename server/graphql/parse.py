"""One `cube` field of a document → Query, and the shape of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphql import FieldNode

from semantic.cube_query import Reader as CubeReader
from semantic.errors import Problem, refusal, shown
from semantic.model.model import DISTINCT_SUFFIX, REST_SUFFIX, STATUS_SUFFIX, SUBTOTAL_SUFFIX, Measure
from semantic.predicate import Asked, Predicate, conjunction
from semantic.query import Order, Query, Subtotals, TimeDimension, Top
from server.graphql.comparison import COMPARED, COMPARISON, COMPARISONS, member_of
from server.graphql.schema import Schemas
from server.graphql.selection import Document, fields_below
from server.graphql.where import Reader, literal

TYPENAME = "__typename"
FLAGS = (SUBTOTAL_SUFFIX, REST_SUFFIX)


@dataclass(frozen=True)
class Cell:
    """A value of a row: the column by its name, under a response key."""

    key: str
    column: str


@dataclass(frozen=True)
class Constant:
    """`__typename` under a response key."""

    key: str
    text: str


@dataclass(frozen=True)
class Branch:
    """An object under a response key."""

    key: str
    parts: tuple[Part, ...]


Part = Cell | Constant | Branch


@dataclass(frozen=True)
class Question:
    """What one `cube` field asks, and the shape in which its rows go back."""

    query: Query
    row: tuple[Part, ...]


class Parser:
    """One `cube` field being read. Names are not judged here, only put where `Query` has them."""

    def __init__(self, schemas: Schemas, document: Document) -> None:
        self.schemas = schemas
        self.document = document
        self.reader = Reader()
        self.measures: dict[str, None] = {}
        self.dimensions: dict[str, None] = {}
        self.times: dict[TimeDimension, None] = {}
        self.flags: dict[str, None] = {}
        self.filters: list[Predicate[Asked]] = []
        self.order: list[Order] = []

    def rows(self, nodes: Sequence[FieldNode]) -> tuple[Part, ...]:
        parts: list[Part] = []
        asked: dict[str, tuple[Predicate[Asked], tuple[Order, ...]]] = {}
        for key, below in fields_below(nodes, self.document).items():
            view = below[0].name.value
            if view == TYPENAME:
                parts.append(Constant(key, "Result"))
                continue
            arguments = self.arguments(below[0], view)
            if asked.setdefault(view, arguments) != arguments:
                message = f"'{shown(view)}' is asked for twice with different filters or orders."
                hint = "A filter holds for the whole question: use two cube fields, each with an alias."
                self.reader.fault("P105", message, view, hint)
            parts.append(Branch(key, self.members(view, below)))
        for where, order in asked.values():
            self.filters.append(where)
            self.order.extend(order)
        return tuple(parts)

    def arguments(self, node: FieldNode, view: str | None) -> tuple[Predicate[Asked], tuple[Order, ...]]:
        """The `where` and `orderBy` of `cube` (`view` None) or of a view."""
        given = {one.name.value: literal(one.value, self.document.variables.coerced) for one in node.arguments or ()}
        prefix = f"{view}." if view else ""
        where = self.reader.where(given.get("where"), view, f"{prefix}where")
        return where, tuple(self.reader.order(given.get("orderBy"), view, f"{prefix}orderBy"))

    def members(self, view: str, nodes: Sequence[FieldNode]) -> tuple[Part, ...]:
        parts: list[Part] = []
        for key, below in fields_below(nodes, self.document).items():
            name = below[0].name.value
            if not self.reader.fits(f"{view}.{name}", shown(f"{view}.{name}")):
                continue
            if name == TYPENAME:
                parts.append(Constant(key, self.schemas.type_name(view)))
            elif name.endswith(COMPARED) and below[0].selection_set is not None:
                parts.append(Branch(key, self.compared(view, name.removesuffix(COMPARED), below)))
            elif below[0].selection_set is not None:
                parts.append(Branch(key, self.grains(view, name, below)))
            else:
                parts.append(self.cell(key, view, name))
        return tuple(parts)

    def compared(self, view: str, measure: str, nodes: Sequence[FieldNode]) -> tuple[Part, ...]:
        """The groups that are asked for below a measure's comparison."""
        parts: list[Part] = []
        for key, below in fields_below(nodes, self.document).items():
            group = below[0].name.value
            if group == TYPENAME:
                parts.append(Constant(key, COMPARISONS))
            else:
                parts.append(Branch(key, self.comparison(view, measure, group, below)))
        return tuple(parts)

    def comparison(self, view: str, measure: str, group: str, nodes: Sequence[FieldNode]) -> tuple[Part, ...]:
        parts: list[Part] = []
        for key, below in fields_below(nodes, self.document).items():
            part = below[0].name.value
            if part == TYPENAME:
                parts.append(Constant(key, COMPARISON.name))
            else:
                parts.append(self.cell(key, view, member_of(measure, group, part)))
        return tuple(parts)

    def cell(self, key: str, view: str, name: str) -> Cell:
        plain = name.removesuffix(STATUS_SUFFIX)
        entry = self.schemas.visible.member(view, plain)
        column = f"{view}.{name}"
        if name.endswith(FLAGS):
            self.flags[column] = None
            return Cell(key, column)
        is_measure = plain.endswith(DISTINCT_SUFFIX) or (entry and isinstance(entry.member, Measure))
        named = self.measures if is_measure else self.dimensions
        named[column] = None
        return Cell(key, column)

    def grains(self, view: str, name: str, nodes: Sequence[FieldNode]) -> tuple[Part, ...]:
        parts: list[Part] = []
        for key, below in fields_below(nodes, self.document).items():
            grain = below[0].name.value
            if grain == TYPENAME:
                parts.append(Constant(key, self.schemas.time_name(view, name)))
            elif grain == "value":
                parts.append(self.cell(key, view, name))
            elif grain.endswith(FLAGS):
                parts.append(self.cell(key, view, f"{name}.{grain}"))
            else:
                self.times[TimeDimension(f"{view}.{name}", grain)] = None
                parts.append(Cell(key, f"{view}.{name}.{grain}"))
        return tuple(parts)


def parse(
    nodes: Sequence[FieldNode], given: Mapping[str, object], document: Document, schemas: Schemas, default_limit: int
) -> Question:
    """The question of one `cube` field; `given` are its plain arguments. Raises ParseError or UnsupportedError."""
    parser = Parser(schemas, document)
    where, order = parser.arguments(nodes[0], None)
    row = parser.rows(nodes)
    problems = list(parser.reader.problems)
    reader = CubeReader()
    subtotals, segments, top = reader.subtotals(given), reader.names(given, "segments", ""), reader.top(given)
    every = reader.names(given, "every", "")
    problems += [*reader.problems, *_loose_flags(parser, subtotals, top)]
    if problems:
        raise refusal(*problems)
    query = _query(parser, given, conjunction(where, *parser.filters), order, default_limit)
    return Question(replace(query, subtotals=subtotals, segments=segments, top=top, every=every), row)


def _loose_flags(parser: Parser, subtotals: Subtotals, top: Top | None) -> Iterator[Problem]:
    """A flag says something of a selected dimension in a question with subtotals or a rest, and of nothing else."""
    grouped = {*parser.dimensions, *(f"{time.dimension}.{time.granularity}" for time in parser.times)}
    for flag in parser.flags:
        of = flag.removesuffix(REST_SUFFIX)
        if of != flag:
            cut = top.dimension if top and top.rest else None
            if of not in grouped or cut not in (of, of.rpartition(".")[0]):
                hint = "Ask for a 'top' of the dimension with its rest, and select it, too."
                yield Problem("P104", f"'{shown(flag)}' marks the rest of a dimension that has none here.", hint)
        elif not subtotals or flag.removesuffix(SUBTOTAL_SUFFIX) not in grouped:
            hint = "Ask for 'subtotals' and select the dimension, too."
            yield Problem("P104", f"'{shown(flag)}' marks subtotals over a dimension that has none here.", hint)


def _query(
    parser: Parser, given: Mapping[str, object], where: Predicate[Asked], order: tuple[Order, ...], default_limit: int
) -> Query:
    limit, offset, zone, as_of, edition = map(given.get, ("limit", "offset", "timezone", "asOf", "edition"))
    assert isinstance(limit, int | None)
    assert isinstance(offset, int | None)
    assert isinstance(zone, str | None)
    assert isinstance(as_of, str | None)
    assert isinstance(edition, str | None)
    return Query(
        measures=tuple(parser.measures),
        dimensions=tuple(parser.dimensions),
        time_dimensions=tuple(parser.times),
        where=where,
        order=(*order, *parser.order),
        limit=limit,
        offset=offset or 0,
        default_limit=default_limit,
        total=bool(given.get("total")),
        ungrouped=bool(given.get("ungrouped")),
        timezone=zone,
        as_of=as_of,
        edition=edition,
    )
