"""VisibleModel → two GraphQL schemas: one that is shown and checked against, one that is run.

In the run one `cube` is a leaf and every filter a plain value, so that what stands below `cube` is read by `parse`,
and a wide answer pays no resolver for each cell (docs/adr/0006). Both are built with graphql-core, not strawberry:
a thousand cubes take a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLArgument,
    GraphQLArgumentMap,
    GraphQLBoolean,
    GraphQLCompositeType,
    GraphQLField,
    GraphQLFieldResolver,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLString,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    is_input_object_type,
    is_leaf_type,
    print_schema,
    specified_directives,
)

from semantic.access.visible import VisibleModel, uncounted_of
from semantic.long_view.series import series_of
from semantic.model.distinct import distinct_title, is_counted
from semantic.model.model import (
    DISTINCT_SUFFIX,
    REST_SUFFIX,
    STAMPS,
    STATUS_SUFFIX,
    SUBTOTAL_SUFFIX,
    Dimension,
    Measure,
    Segment,
    View,
    ViewMember,
)
from server.graphql.breakdown import BREAKDOWN, ROWS
from server.graphql.catalogue import CATALOGUE, documents_of
from server.graphql.checklists import SIZES as CHECKLIST_SIZES
from server.graphql.comparison import comparison_fields, comparisons
from server.graphql.introspection import about_itself
from server.graphql.limits import Sizes, tokens
from server.graphql.lineage import SIZES as LINEAGE_SIZES
from server.graphql.long_view import FIELD as VALUES_FIELD
from server.graphql.long_view import VALUES, VALUES_ROWS
from server.graphql.notes import SIZES as NOTE_SIZES
from server.graphql.quality import SIZES as QUALITY_SIZES
from server.graphql.recent import Recent
from server.graphql.reviewing import REVIEWING, SIZES
from server.graphql.rows_behind import ROWS_BEHIND
from server.graphql.rows_behind import SIZES as ROWS_SIZES
from server.graphql.scalars import (
    DATE,
    DECIMAL,
    EXACT_FLOAT,
    FILTERS,
    FLAG,
    NAMES_BY_RESOLVE,
    ORDER,
    REST,
    SCALARS,
    SUBTOTALS,
    TIME,
    TOP,
    list_of,
    time_type,
)
from server.graphql.sources import SIZES as SOURCE_SIZES
from server.graphql.theme import SIZES as THEME_SIZES

KEPT_TOKENS = 20_000  # of all documents that are kept for the next time, together
DIRECTIVES = [one for one in specified_directives if one.name not in ("defer", "stream")]

STATUS_FIELD = GraphQLField(GraphQLString, description="What kind of value the measure has: normal, mangler, ….")
STAMP_FIELDS = {
    "opgjort_pr": GraphQLField(DATE, description="The day up to which the data is complete."),
    "dataversion": GraphQLField(DECIMAL, description="The number of the load that the answer is from."),
    "omfang": GraphQLField(GraphQLString, description="Whose rows the answer shows, in words."),
}
MARK = {NAMES_BY_RESOLVE: True}
ORDER_FIELD = GraphQLInputField(ORDER)
FILTER_FIELDS = {kind: GraphQLInputField(type_) for kind, type_ in FILTERS.items()}
MEASURE_KIND = {"text": "string", "boolean": "boolean", "date": "time", "timestamp": "time"}


def count_tokens(document: DocumentNode) -> int:
    return sum(1 for _ in tokens(document))


@dataclass(frozen=True, eq=False)
class Schemas:
    """What one set of visible names gives. `shown` is checked against and introspected, `run` is executed.

    `names` are the types' by view, `times` the types of time dimensions with granularities of their own, by id. Who
    `reviews` has the policies in both.
    `documents` fit the shown schema; `introspections` are answers about it.
    """

    visible: VisibleModel
    shown: GraphQLSchema
    run: GraphQLSchema
    names: Mapping[str, str]
    times: Mapping[str, GraphQLObjectType]
    reviews: bool = False
    documents: Recent[str, DocumentNode] = field(default_factory=lambda: Recent(KEPT_TOKENS, count_tokens))
    introspections: Recent[str, bytes] = field(default_factory=lambda: Recent(8))

    @cached_property
    def sizes(self) -> Sizes:
        """What the cost of a document is reckoned from."""
        views = self.visible.views.values()
        members = max((len(view.members) for view in views), default=0)
        lists = {"views": len(views), "members": members, "noegletalListe": len(documents_of(self.visible)),
                 "ikkeOpgjorte": len(uncounted_of(self.visible))}  # fmt: skip
        lists |= {BREAKDOWN: ROWS, VALUES: VALUES_ROWS, **THEME_SIZES, **NOTE_SIZES, **SOURCE_SIZES, **ROWS_SIZES}
        lists |= LINEAGE_SIZES
        lists |= {**CHECKLIST_SIZES, **QUALITY_SIZES}
        return about_itself(self.shown, {**lists, **(SIZES if self.reviews else {})})

    def type_name(self, view: str) -> str:
        """What `__typename` says below a view."""
        return f"{self.names.get(view, '')}Members"

    def time_name(self, view: str, name: str) -> str:
        """What `__typename` says below a time dimension."""
        entry = self.visible.member(view, name)
        return (self.times.get(entry.member.id, TIME) if entry else TIME).name

    @cached_property
    def sdl(self) -> bytes:
        return (print_schema(self.shown) + "\n").encode()


def build(visible: VisibleModel, resolve_cube: GraphQLFieldResolver, reviews: bool = False) -> Schemas:
    """Both schemas of the visible model; `resolve_cube` answers one `cube` field of the run one.

    Those of who `reviews` have the policies, too.
    """
    types, catalogue = Shown(visible), REVIEWING if reviews else CATALOGUE
    rows = GraphQLNonNull(GraphQLList(GraphQLNonNull(types.result)))
    cube = {"cube": GraphQLField(rows, types.arguments(), description=CUBE)} if types.views else {}
    fields = {name: one for name, one in catalogue.query_fields().items() if types.views or name not in OF_FIGURES}
    fields |= {VALUES: VALUES_FIELD} if series_of(visible) else {}
    query = GraphQLObjectType("Query", {**fields, **cube})
    # Names come from the model, whose loader has checked them; checking again costs as much as building.
    shown = GraphQLSchema(query, catalogue.mutation, directives=DIRECTIVES, assume_valid=True)
    plain = {name: GraphQLScalarType(name) for name, type_ in shown.type_map.items() if is_input_object_type(type_)}
    arguments = cube_arguments(plain.get("RootWhereInput", ANYTHING), plain.get("RootOrderByInput", ANYTHING))
    leaf = GraphQLField(GraphQLNonNull(GraphQLScalarType("CubeRows")), arguments, resolve_cube)
    leaves = [type_ for type_ in shown.type_map.values() if is_leaf_type(type_) and type_.name != EXACT_FLOAT.name]
    run = Run(shown, {**fields, "cube": leaf}, (*leaves, EXACT_FLOAT, *plain.values()))
    for schema in (shown, run):
        catalogue.adopt(schema)
    return Schemas(visible, shown, run, {view.name: name for name, view in types.views}, types.times, reviews)


OF_FIGURES = (BREAKDOWN, ROWS_BEHIND)  # what nobody asks who sees no view
CUBE = "Rows of one question over one or more views. Filters apply to the whole question, wherever they are written."
FLAGS = {SUBTOTAL_SUFFIX: FLAG, REST_SUFFIX: REST}
ANYTHING = GraphQLScalarType("Anything")


def cube_arguments(
    where: GraphQLInputObjectType | GraphQLScalarType, order: GraphQLInputObjectType | GraphQLScalarType
) -> GraphQLArgumentMap:
    return {
        "where": GraphQLArgument(where),
        "limit": GraphQLArgument(GraphQLInt, description="Rows at most; left out, the server's cap applies."),
        "offset": GraphQLArgument(GraphQLInt),
        "timezone": GraphQLArgument(GraphQLString, description="For example Europe/Copenhagen."),
        "asOf": GraphQLArgument(GraphQLString, description="As the data stood on this day, for example 2025-08-31."),
        "edition": GraphQLArgument(GraphQLString, description="As an edition has it, for example 2025K2."),
        "renewQuery": GraphQLArgument(GraphQLBoolean, description="Accepted as in Cube, without effect."),
        "ungrouped": GraphQLArgument(GraphQLBoolean, description="The rows of one cube as they are, none grouped."),
        "orderBy": GraphQLArgument(
            GraphQLList(GraphQLNonNull(order)), description="One object, or a list where the keys' order needs it."
        ),
        "segments": GraphQLArgument(GraphQLList(GraphQLNonNull(GraphQLString)), description="Names: view.segment."),
        "subtotals": GraphQLArgument(SUBTOTALS, description="Rows that leave dimensions out, marked in their flags."),
        "top": GraphQLArgument(
            TOP, description="The members that come first; the others are one row, marked in a flag."
        ),
        "every": GraphQLArgument(
            GraphQLList(GraphQLNonNull(GraphQLString)), description="Dimensions whose members are all listed."
        ),
        "total": GraphQLArgument(GraphQLBoolean, description="Also count the rows without limit and offset."),
    }


class Run(GraphQLSchema):
    """The schema that is run; asked about itself, it answers for the shown one."""

    def __init__(
        self, shown: GraphQLSchema, fields: Mapping[str, GraphQLField], types: Iterable[GraphQLNamedType]
    ) -> None:
        query = GraphQLObjectType("Query", dict(fields))
        super().__init__(query, shown.mutation_type, types=tuple(types), directives=DIRECTIVES, assume_valid=True)
        self.introspection = {"__schema": _of(SchemaMetaFieldDef, shown), "__type": _of(TypeMetaFieldDef, shown)}

    def get_field(self, parent_type: GraphQLCompositeType, field_name: str) -> GraphQLField | None:
        return self.introspection.get(field_name) or super().get_field(parent_type, field_name)


def _of(meta: GraphQLField, shown: GraphQLSchema) -> GraphQLField:
    """The introspection field, answering for the shown schema."""
    ask = meta.resolve
    assert ask is not None

    def resolve(source: object, info: GraphQLResolveInfo[Any], **given: object) -> object:
        return ask(source, info._replace(schema=shown), **given)

    return GraphQLField(meta.type, meta.args, resolve)


class Shown:
    """The typed half: one object, one filter and one order type for each view."""

    def __init__(self, visible: VisibleModel) -> None:
        self.taken = {"Root", SUBTOTALS.name, TOP.name}
        self.views = [(self._type_name(view.name), view) for view in visible.views.values()]
        self.times = self._times()
        self.comparisons = comparisons(visible)
        self.wheres = {view.name: self._where(name, view) for name, view in self.views}
        self.orders = {view.name: self._order(name, view) for name, view in self.views}
        self.result = GraphQLObjectType("Result", self._result, description="One row of an answer.", extensions=MARK)

    def _type_name(self, view: str) -> str:
        """Cube's: line_items → LineItems; an underscore more where two views would share it."""
        name = "".join(part[:1].upper() + part[1:] for part in view.split("_"))
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        return name

    def _times(self) -> dict[str, GraphQLObjectType]:
        """One type for each time dimension that has granularities of its own, whatever views show it."""
        members = {entry.member.id: entry.member for _, view in self.views for entry in askable(view)}
        return {
            member.id: time_type(f"{self._type_name(f'{member.cube}_{member.name}')}TimeDimension", own.values())
            for member in members.values()
            if isinstance(member, Dimension) and (own := member.granularities)
        }

    def arguments(self) -> GraphQLArgumentMap:
        where = _self_nested("RootWhereInput", lambda: {n: GraphQLInputField(t) for n, t in self.wheres.items()})
        order = {name: GraphQLInputField(type_) for name, type_ in self.orders.items()}
        return cube_arguments(where, GraphQLInputObjectType("RootOrderByInput", order))

    def _where(self, name: str, view: View) -> GraphQLInputObjectType:
        tests = {entry.name: FILTER_FIELDS[kind_of(entry.member)] for entry in askable(view)}
        tests |= {entry.name + DISTINCT_SUFFIX: FILTER_FIELDS["number"] for entry in counted(view)}
        return _self_nested(f"{name}WhereInput", lambda: tests)

    def _order(self, name: str, view: View) -> GraphQLInputObjectType:
        names = [entry.name for entry in askable(view)] + [entry.name + DISTINCT_SUFFIX for entry in counted(view)]
        return GraphQLInputObjectType(f"{name}OrderByInput", dict.fromkeys(names, ORDER_FIELD))

    def _result(self) -> dict[str, GraphQLField]:
        return {view.name: self._view(name, view) for name, view in self.views}

    def _view(self, name: str, view: View) -> GraphQLField:
        name, about = f"{name}Members", _about(view)
        members = GraphQLObjectType(
            name,
            lambda: {**dict(view_fields(view, self.times)), **dict(comparison_fields(view, self.comparisons))},
            description=about,
            extensions=MARK,
        )
        arguments = {
            "where": GraphQLArgument(self.wheres[view.name]),
            "orderBy": GraphQLArgument(self.orders[view.name]),
        }
        return GraphQLField(GraphQLNonNull(members), arguments, description=view.title)


def _self_nested(name: str, fields: Callable[[], dict[str, GraphQLInputField]]) -> GraphQLInputObjectType:
    """A filter type with its tests, and AND and OR over filters of the same type."""
    made: GraphQLInputObjectType

    def nested() -> dict[str, GraphQLInputField]:
        several = GraphQLInputField(list_of(made))
        return {"AND": several, "OR": several, **fields()}

    made = GraphQLInputObjectType(name, nested)
    return made


def askable(view: View) -> Iterator[ViewMember]:
    """The members that are columns: segments are named in an argument of `cube`."""
    return (entry for entry in view.members.values() if not isinstance(entry.member, Segment))


def counted(view: View) -> Iterator[ViewMember]:
    """The members whose different values can be counted."""
    return (entry for entry in view.members.values() if is_counted(entry.member))


def view_fields(view: View, times: Mapping[str, GraphQLObjectType]) -> Iterator[tuple[str, GraphQLField]]:
    """Dimensions and measures as in the model, then counts of values, statuses, flags, and the stamps.

    The flags are of subtotals and of the rest.
    """
    entries = list(askable(view))
    counts = {entry.name + DISTINCT_SUFFIX: _count_field(entry) for entry in counted(view)}
    measures = (*(entry.name for entry in entries if isinstance(entry.member, Measure)), *counts)
    statuses = ((name + STATUS_SUFFIX, STATUS_FIELD) for name in measures)
    grouped = [entry.name for entry in entries if isinstance(entry.member, Dimension)]
    flags = ((name + suffix, flag) for suffix, flag in FLAGS.items() for name in grouped)
    members = ((entry.name, _member_field(entry, times)) for entry in entries)
    return chain(members, counts.items(), statuses, flags, STAMP_FIELDS.items())


def _count_field(entry: ViewMember) -> GraphQLField:
    return GraphQLField(SCALARS["bigint"], description=distinct_title(entry.title))


def _member_field(entry: ViewMember, times: Mapping[str, GraphQLObjectType]) -> GraphQLField:
    member = entry.member
    if isinstance(member, Dimension) and member.kind == "time":
        return GraphQLField(times.get(member.id, TIME), description=_described(entry))
    assert isinstance(member, (Dimension, Measure))
    return GraphQLField(SCALARS[member.data_type], description=_described(entry))


def kind_of(member: Dimension | Measure | Segment) -> str:
    """Which filter a member takes."""
    if isinstance(member, Dimension):
        return member.kind
    return MEASURE_KIND.get(member.data_type, "number") if isinstance(member, Measure) else "string"


def _described(entry: ViewMember) -> str:
    unit = entry.member.unit if isinstance(entry.member, Measure) else None
    parts = (entry.title, entry.description, f"Enhed: {unit}" if unit else None)
    return "\n\n".join(part for part in parts if part)


def _about(view: View) -> str:
    made_up = "Syntetiske data." if view.synthetic else None
    return "\n\n".join(part for part in (view.title, view.description, made_up) if part)


assert set(STAMPS) == set(STAMP_FIELDS)
