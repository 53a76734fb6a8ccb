"""What can be asked and what it means: views, members, key figures, their parts and sources. Of the visible only.

These types are the same for everyone, so strawberry writes them; what each asker finds in them is the asker's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import strawberry
from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema
from strawberry.types import Info

from semantic.access.visible import VisibleModel, drilled
from semantic.model.distinct import distinct_name
from semantic.model.lineage import measure_cubes, parts
from semantic.model.looks import Folder, Link, LinkFormat
from semantic.model.model import STATUS_SUFFIX, Cube, Dimension, Measure, Segment, View, ViewMember
from semantic.model.record import NoegletalDocument
from server.graphql import quality
from server.graphql.breakdown import SCALARS, BreakdownRow, breakdown_of
from server.graphql.checklists import Mutation
from server.graphql.lineage import CatalogueTable, tables_of
from server.graphql.rows_behind import RowsBehindQuery
from server.graphql.sources import SourceFreshness, sources_of
from server.graphql.theme import Theme, ThemeName, theme_of, themes_of
from server.graphql.uncounted import UncountedQuery


class Asking(Protocol):
    """Who reads the catalogue: only what they may know of is needed."""

    @property
    def visible(self) -> VisibleModel: ...


@strawberry.type(name="Link", description="A link from a dimension's values.")
class CatalogueLink:
    name: str
    label: str
    dashboard: str | None
    icon: str | None
    target: str | None


@strawberry.type(name="Member", description="A dimension, measure or segment, as it is asked for.")
class CatalogueMember:
    name: str = strawberry.field(description="As written in a question: view.member.")
    kind: str = strawberry.field(description="dimension, time, measure or segment.")
    type: str | None = strawberry.field(description="Of its cells; none for a segment.")
    title: str
    description: str | None
    unit: str | None
    decimals: int | None
    polarity: str | None
    sign: str | None = strawberry.field(description="What a positive and a negative value mean.")
    reconstructed: bool = strawberry.field(description="Derived back from published figures, not counted at source.")
    additive_over: list[str] | None = strawberry.field(
        description="The visible dimensions that it may be summed over; none: everything."
    )
    status: str | None = strawberry.field(description="The member that says what kind of value the measure has.")
    count_distinct: str | None = strawberry.field(description="The measure that counts a dimension's different values.")
    values: list[str] = strawberry.field(description="Of a switch: those that a question chooses among.")
    format: str | None = strawberry.field(description="How a client may show it: Cube's words, d3-format or strftime.")
    currency: str | None
    order: str | None = strawberry.field(description="asc or desc: how a client may sort it when nobody says.")
    drill_members: list[str] = strawberry.field(description="What a measure is looked into by.")
    links: list[CatalogueLink] = strawberry.field(description="Links that a client may show beside its values.")


@strawberry.type(name="Hierarchy", description="Dimensions from the coarsest to the finest.")
class CatalogueHierarchy:
    name: str
    title: str
    levels: list[str] = strawberry.field(description="The dimensions, as they are asked for.")


@strawberry.type(name="Folder", description="Members and hierarchies that belong together.")
class CatalogueFolder:
    name: str
    members: list[str] = strawberry.field(description="As they are asked for.")
    folders: list[CatalogueFolder]


@strawberry.type(name="View", description="What can be asked: a view of the model, or a public cube.")
class CatalogueView:
    name: str
    title: str
    description: str | None
    synthetic: bool = strawberry.field(description="Made-up data.")
    view: strawberry.Private[View]
    visible: strawberry.Private[VisibleModel]

    @strawberry.field
    def members(self) -> list[CatalogueMember]:
        return [member_of(self.view, entry, self.visible) for entry in self.view.members.values()]

    @strawberry.field
    def hierarchies(self) -> list[CatalogueHierarchy]:
        return [
            CatalogueHierarchy(name=f"{self.view.name}.{one.name}", title=one.title, levels=list(one.levels))
            for one in self.view.hierarchies
        ]

    @strawberry.field
    def folders(self) -> list[CatalogueFolder]:
        return [folder_of(self.view, one) for one in self.view.folders]


@strawberry.type(name="Part", description="What stands above or below the line of a key figure.")
class CataloguePart:
    text: str
    data_area: str | None
    measure: CatalogueMember | None = strawberry.field(description="The measure; none where it may not be asked.")


@strawberry.type(name="Source", description="Where rows come from.")
class CatalogueSource:
    cube: str
    title: str
    system: str
    table: str | None
    refresh: str | None
    licence: str | None
    attribution: str | None


@strawberry.type(name="Lineage", description="What a key figure is made of, as far as the asker may know.")
class CatalogueLineage:
    measures: list[CatalogueMember]
    sources: list[CatalogueSource]
    tables: list[CatalogueTable]


@strawberry.type(name="LegalBasis")
class CatalogueLegalBasis:
    lov: str
    paragraf: str | None


@strawberry.type(name="Change")
class CatalogueChange:
    version: str
    date: str
    text: str


@strawberry.type(name="Break", description="A break in the series.")
class CatalogueBreak:
    date: str
    text: str


@strawberry.type(name="Noegletal", description="The governed record of one key figure.")
class CatalogueNoegletal:
    id: strawberry.ID
    measures: list[CatalogueMember] = strawberry.field(description="The measure, under each name it is asked by.")
    title: str
    short_title: str | None
    theme: str
    definition: str
    taeller: CataloguePart
    naevner: CataloguePart | None
    laesevejledning: str | None
    owner: str
    legal_basis: list[CatalogueLegalBasis]
    data_area: str
    level: str = strawberry.field(description="M: by month, Å: by year.")
    display: str
    status: str
    version: str
    valid_from: str
    approved_by: str | None
    change_log: list[CatalogueChange]
    breaks: list[CatalogueBreak]
    lineage: CatalogueLineage


class Names:
    """Under which names the asker may ask for a member, and which cubes the asker knows of by one of their members."""

    def __init__(self, visible: VisibleModel) -> None:
        self.visible, self.model = visible, visible.model
        self.entries: dict[str, list[tuple[View, ViewMember]]] = {}
        for view in visible.views.values():
            for entry in view.members.values():
                self.entries.setdefault(entry.member.id, []).append((view, entry))
        self.cubes = {member_id.partition(".")[0] for member_id in self.entries}
        self.by_name = {f"{view.name}.{e.name}": e.member for found in self.entries.values() for view, e in found}

    def members(self, measure: Measure) -> list[CatalogueMember]:
        return [member_of(view, entry, self.visible) for view, entry in self.entries.get(measure.id, ())]

    def measure(self, name: str) -> Measure | None:
        """The measure that a record names, `view.measure`, when the asker may ask for it."""
        found = self.by_name.get(name) or next((entry.member for _, entry in self.entries.get(name, ())), None)
        return found if isinstance(found, Measure) else None


def view_of(view: View, visible: VisibleModel) -> CatalogueView:
    return CatalogueView(
        name=view.name,
        title=view.title,
        description=view.description,
        synthetic=view.synthetic,
        view=view,
        visible=visible,
    )


def folder_of(view: View, folder: Folder) -> CatalogueFolder:
    return CatalogueFolder(
        name=folder.name,
        members=[f"{view.name}.{one}" for one in folder.parts if isinstance(one, str)],
        folders=[folder_of(view, one) for one in folder.parts if isinstance(one, Folder)],
    )


def link_of(link: Link) -> CatalogueLink:
    return CatalogueLink(name=link.name, label=link.label, dashboard=link.dashboard, icon=link.icon, target=link.target)


def member_of(view: View, entry: ViewMember, visible: VisibleModel) -> CatalogueMember:
    member = entry.member
    measure = member if isinstance(member, Measure) else None
    return CatalogueMember(
        name=f"{view.name}.{entry.name}",
        kind=_kind(member),
        type=None if isinstance(member, Segment) else member.data_type,
        title=entry.title,
        description=entry.description,
        unit=measure.unit if measure else None,
        decimals=measure.decimals if measure else None,
        polarity=measure.polarity if measure else None,
        sign=measure.sign if measure else None,
        reconstructed=measure.reconstructed if measure else False,
        additive_over=additive_over(view, measure) if measure else None,
        status=f"{view.name}.{entry.name}{STATUS_SUFFIX}" if measure else None,
        count_distinct=distinct_name(view.name, entry),
        values=list(member.switch) if isinstance(member, Dimension) else [],
        format="link" if isinstance(entry.looks.format, LinkFormat) else entry.looks.format,
        currency=entry.looks.currency,
        order=entry.looks.order,
        drill_members=list(drilled(entry, view, visible)),
        links=[link_of(one) for one in entry.looks.links],
    )


def additive_over(view: View, measure: Measure) -> list[str] | None:
    """Of what the measure may be summed over, what the asker may ask in the view, by the names it has there."""
    if measure.additive_over is None:
        return None
    ids = {f"{measure.cube}.{name}" for name in measure.additive_over}
    return [f"{view.name}.{entry.name}" for entry in view.members.values() if entry.member.id in ids]


def _kind(member: Dimension | Measure | Segment) -> str:
    if isinstance(member, Dimension):
        return "time" if member.kind == "time" else "dimension"
    return "measure" if isinstance(member, Measure) else "segment"


def record_of(document: NoegletalDocument, names: Names) -> CatalogueNoegletal | None:
    """The record, or None when its measure may not be asked: hidden and absent look alike."""
    measure = names.measure(document.measure)
    if measure is None:
        return None
    above, below = _line(measure, names)
    naevner = CataloguePart(text=document.naevner or "", data_area=document.naevner_dataomraade, measure=below)
    return CatalogueNoegletal(
        id=strawberry.ID(document.id),
        measures=names.members(measure),
        title=document.title,
        short_title=document.short_title,
        theme=document.theme,
        definition=document.definition,
        taeller=CataloguePart(text=document.taeller, data_area=document.taeller_dataomraade, measure=above),
        naevner=naevner if document.naevner else None,
        laesevejledning=document.laesevejledning,
        owner=document.owner,
        legal_basis=[CatalogueLegalBasis(lov=one.lov, paragraf=one.paragraf) for one in document.legal_basis],
        data_area=document.data_area,
        level=document.level,
        display=document.display,
        status=document.status,
        version=document.version,
        valid_from=document.valid_from.isoformat(),
        approved_by=document.approved_by,
        change_log=[
            CatalogueChange(version=one.version, date=one.date.isoformat(), text=one.text)
            for one in document.change_log
        ],
        breaks=[CatalogueBreak(date=one.date.isoformat(), text=one.text) for one in document.breaks],
        lineage=lineage_of(measure, names),
    )


def _line(measure: Measure, names: Names) -> tuple[CatalogueMember | None, CatalogueMember | None]:
    """A ratio's or a cohort's numerator and denominator, each under the first name the asker may ask it by."""
    found = parts(names.model, measure) if measure.type in ("ratio", "cohort") else ()
    askable = [next(iter(names.members(part)), None) for part in found]
    return (askable[0], askable[1]) if len(askable) == 2 else (None, None)


def lineage_of(measure: Measure, names: Names) -> CatalogueLineage:
    """The visible measures that the measure is computed from, and the sources of the visible cubes that it reads."""
    found = dict.fromkeys(_all_parts(measure, names))
    cubes = (names.model.cubes[name] for name in sorted(measure_cubes(names.model, measure) & names.cubes))
    return CatalogueLineage(
        measures=[member for part in found for member in names.members(part)],
        sources=[source for cube in cubes if (source := source_of(cube))],
        tables=tables_of(measure, names.visible),
    )


def _all_parts(measure: Measure, names: Names) -> Iterator[Measure]:
    for part in parts(names.model, measure):
        yield part
        yield from _all_parts(part, names)


def source_of(cube: Cube) -> CatalogueSource | None:
    source = cube.source
    if source is None:
        return None
    return CatalogueSource(cube=cube.name, title=cube.title, system=source.system, table=source.table,
                           refresh=source.refresh, licence=source.licence, attribution=source.attribution)  # fmt: skip


def views_of(info: Info[Asking, None], name: str | None = strawberry.UNSET) -> list[CatalogueView]:
    visible = info.context.visible
    return [view_of(view, visible) for view in visible.views.values() if name in (None, strawberry.UNSET, view.name)]


def noegletal_of(info: Info[Asking, None], id: strawberry.ID) -> CatalogueNoegletal | None:
    document = info.context.visible.model.noegletal.get(id)
    return record_of(document, Names(info.context.visible)) if document else None


def documents_of(visible: VisibleModel) -> list[NoegletalDocument]:
    """The documents of the records that the asker may know of."""
    names = Names(visible)
    return [one for one in visible.model.noegletal.values() if names.measure(one.measure)]


def noegletal_liste_of(info: Info[Asking, None]) -> list[CatalogueNoegletal]:
    names = Names(info.context.visible)
    records = (record_of(document, names) for document in documents_of(info.context.visible))
    return [record for record in records if record]


@strawberry.type
class Query(RowsBehindQuery, UncountedQuery, quality.Query):
    views: list[CatalogueView] = strawberry.field(resolver=views_of, description="Everything that can be asked.")
    noegletal: CatalogueNoegletal | None = strawberry.field(
        resolver=noegletal_of, description="One key figure's record; none when there is no such record."
    )
    noegletal_liste: list[CatalogueNoegletal] = strawberry.field(
        resolver=noegletal_liste_of, description="The records of all key figures."
    )
    nedbrydning: list[BreakdownRow] = strawberry.field(
        resolver=breakdown_of, description="One key figure down dimensions: what each part contributes."
    )
    tema: Theme | None = strawberry.field(
        resolver=theme_of, description="A theme's front page with its figures; none when there is no such page."
    )
    temaer: list[ThemeName] = strawberry.field(resolver=themes_of, description="The themes' pages, in their order.")
    kilder: list[SourceFreshness] = strawberry.field(
        resolver=sources_of, description="How fresh the data is of each source of what the asker may see."
    )


@dataclass(frozen=True)
class Catalogue:
    """Strawberry's schema, whose fields are put beside `cube`."""

    schema: strawberry.Schema

    def query_fields(self) -> Mapping[str, GraphQLField]:
        query = self.schema._schema.query_type
        assert query is not None
        fields: Mapping[str, GraphQLField] = query.fields
        return fields

    @property
    def mutation(self) -> GraphQLObjectType:
        found = self.schema._schema.mutation_type
        assert found is not None
        return found

    def adopt(self, other: GraphQLSchema) -> None:
        """Lets strawberry's resolvers find their own schema from the one that is run."""
        other._strawberry_schema = self.schema  # type: ignore[attr-defined]


CATALOGUE = Catalogue(strawberry.Schema(query=Query, mutation=Mutation, config=SCALARS))
