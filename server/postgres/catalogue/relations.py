"""The visible model as relations: each view and public cube a view of schema `public`, with its columns in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from semantic import breakdown_query as breakdown
from semantic.access.visible import VisibleModel
from semantic.edition.manifest import Manifest
from semantic.long_view import columns as long_view
from semantic.long_view.series import series_of
from semantic.model.model import AS_OF_DAY, STATUS_SUFFIX, Dimension, Measure, View, ViewMember
from semantic.result import Column
from server.postgres.catalogue.facts import Field
from server.postgres.schemas import PUBLIC, edition_schema
from server.postgres.types import DATE, INT4, OF_COLUMN, TEXT, PgType

Named = tuple[str, PgType, str]
"""A column: its name, its type, and what is said of it."""
FIRST_OID = 16_500  # of what is the model's: above all that PostgreSQL makes itself
OIDS_EACH = 4  # a relation, its row type, that type's array, its rule
STAMP_COLUMNS: tuple[tuple[str, PgType, str], ...] = (
    (AS_OF_DAY, DATE, "Opgjort pr.: den dag, som data er komplette til."),
    ("dataversion", INT4, "Dataversion: nummeret på den indlæsning, som tallene er fra."),
    ("omfang", TEXT, "Omfang: hvilke rækker svaret dækker, i ord."),
)


@dataclass(frozen=True)
class Schema:
    """A schema beside `public`, as PostgreSQL's catalogue lists it."""

    oid: int
    name: str
    comment: str


@dataclass(frozen=True)
class Relation:
    """A view as PostgreSQL's catalogue lists it. `comments` are by column number, 0 for the relation's own."""

    oid: int
    schema: str
    name: str
    fields: tuple[Field, ...]
    comments: Mapping[int, str] = field(default_factory=dict)

    @property
    def row_type(self) -> int:
        return self.oid + 1

    @property
    def array_type(self) -> int:
        return self.oid + 2

    @property
    def rule(self) -> int:
        return self.oid + 3


def model_relations(visible: VisibleModel, schema: str = PUBLIC, first: int = FIRST_OID) -> tuple[Relation, ...]:
    """Every visible view in the order of their names: dimensions, measures, their status, then the stamps.

    Behind them stands what is computed of all: the long view for who knows of a nøgletal, and the breakdown.
    """
    ordered = sorted(visible.views.values(), key=lambda view: view.name)
    found = [_relation(view, schema, first + i * OIDS_EACH) for i, view in enumerate(ordered)]
    if series_of(visible):
        columns = [_column(long_view.bare(one), one) for one in long_view.COLUMNS]
        comment = told(long_view.TITLE, long_view.DESCRIPTION)
        found.append(_computed(schema, long_view.LONG_VIEW, comment, columns, first + len(found) * OIDS_EACH))
    if ordered:
        columns = [_column(breakdown.bare(one), one) for one in breakdown.RELATION]
        comment = told(breakdown.TITLE, breakdown.DESCRIPTION)
        found.append(_computed(schema, breakdown.BREAKDOWN, comment, columns, first + len(found) * OIDS_EACH))
    return tuple(found)


def edition_relations(
    editions: Iterable[tuple[Manifest, VisibleModel]], first: int
) -> tuple[list[Schema], list[Relation]]:
    """A schema for each edition, and what of the visible it holds. Their OIDs count from the first."""
    schemas: list[Schema] = []
    found: list[Relation] = []
    for edition, held in editions:
        name = edition_schema(edition.name)
        comment = f"Udgave {edition.name}: tal og definitioner, som de var, da den blev lavet."
        schemas.append(Schema(first, name, comment))
        relations = model_relations(held, name, first + OIDS_EACH)
        first += OIDS_EACH * (1 + len(relations))
        found += relations
    return schemas, found


def _column(name: str, one: Column) -> Named:
    return name, OF_COLUMN[one.type], told(one.title, one.description)


def _computed(schema: str, name: str, comment: str, columns: Sequence[Named], oid: int) -> Relation:
    fields = tuple(Field(name, type.oid, -1, oid, i) for i, (name, type, _) in enumerate(columns, 1))
    return Relation(oid, schema, name, fields, {0: comment} | {i: one for i, (_, _, one) in enumerate(columns, 1)})


def _relation(view: View, schema: str, oid: int) -> Relation:
    named = {name: (name, type, comment) for name, type, comment in reversed(list(_columns(view)))}
    columns = list(reversed(named.values()))  # of two names that fold to one, the first stands
    fields = tuple(Field(name, type.oid, -1, oid, i) for i, (name, type, _) in enumerate(columns, 1))
    comments = {i: comment for i, (_, _, comment) in enumerate(columns, 1) if comment}
    return Relation(oid, schema, view.name.lower(), fields, {0: told(view.title, view.description)} | comments)


def _columns(view: View) -> Iterator[tuple[str, PgType, str]]:
    """Names fold to lower case, as PostgreSQL folds what nobody quotes."""
    entries = list(view.members.values())
    dimensions = [one for one in entries if isinstance(one.member, Dimension)]
    measures = [one for one in entries if isinstance(one.member, Measure)]
    for entry in (*dimensions, *measures):
        assert isinstance(entry.member, (Dimension, Measure))
        yield entry.name.lower(), OF_COLUMN[entry.member.data_type], _comment(entry)
    for entry in measures:
        yield f"{entry.name.lower()}{STATUS_SUFFIX}", TEXT, f"Status for {entry.title}."
    yield from STAMP_COLUMNS


def _comment(entry: ViewMember) -> str:
    unit = entry.member.unit if isinstance(entry.member, Measure) else None
    return told(entry.title, entry.description, unit)


def told(title: str, definition: str | None, unit: str | None = None) -> str:
    """A comment: the title, what it means, and the unit.

    >>> told("Udgift", "Netto.", "kr.")
    'Udgift. Netto. Enhed: kr.'
    """
    words = [word.strip() for word in (title, definition, f"Enhed: {unit}" if unit else None) if word]
    return " ".join(word if word.endswith((".", "!", "?", ":")) else f"{word}." for word in words)
