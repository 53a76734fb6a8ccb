"""Schema `noegletal`: the visible model's own catalogue as tables, for those who ask in SQL what a figure means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import date, datetime
from typing import Any

from semantic.access.visible import VisibleModel, uncounted_of
from semantic.edition.manifest import Manifest
from semantic.freshness import Freshness
from semantic.model.model import STATUS_SUFFIX, Dimension, Measure, View, ViewMember
from semantic.model.record import NoegletalDocument
from server.postgres.catalogue.facts import Field, Row
from server.postgres.catalogue.relations import Relation
from server.postgres.catalogue.themes import THEME_TABLES, theme_rows
from server.postgres.schemas import NOEGLETAL, edition_schema
from server.postgres.types import BOOL, DATE, INT4, TEXT, TIMESTAMP, TIMESTAMPTZ, PgType

STATUSES = (
    ("normal", "Normal", "Værdien er beregnet som defineret.", "A"),
    ("nul_naevner", "Nævneren er nul", "Der er intet at dividere med.", "M"),
    ("mangler", "Mangler", "Der er ingen værdi.", "M"),
    ("ikke_additiv", "Ikke additiv", "Værdien kan ikke lægges sammen på tværs af det valgte.", "M"),
    ("diskretioneret", "Diskretioneret", "Værdien vises ikke af hensyn til enkeltpersoner.", "Q"),
    ("ikke_valideret", "Ikke valideret", "Værdien er endnu ikke godkendt.", "P"),
    ("revideret", "Revideret", "Værdien er ændret siden den først blev vist.", "R"),
)
"""Each status, what it means, and SDMX's code of an observation's status."""

TABLES: Mapping[str, tuple[str, tuple[tuple[str, PgType, str], ...]]] = {
    "noegletal": ("Nøgletal: hvert mål i hver visning, og hvad det betyder.", (
        ("visning", TEXT, "Visningen, som målet står i."),
        ("navn", TEXT, "Målets navn i visningen."),
        ("id", TEXT, "Nøgletallets id; tomt, hvor målet ikke er et nøgletal."),
        ("titel", TEXT, "Titel."),
        ("definition", TEXT, "Definition."),
        ("taeller", TEXT, "Tæller, i ord."),
        ("naevner", TEXT, "Nævner, i ord."),
        ("laesevejledning", TEXT, "Læsevejledning."),
        ("enhed", TEXT, "Enhed."),
        ("decimaler", INT4, "Antal viste decimaler."),
        ("polaritet", TEXT, "Om højt er godt."),
        ("type", TEXT, "Kolonnens type."),
        ("status_kolonne", TEXT, "Kolonnen, som siger hvilken slags værdi det er."),
        ("ejer", TEXT, "Ejer."),
        ("tema", TEXT, "Tema."),
        ("dataomraade", TEXT, "Dataområde."),
        ("niveau", TEXT, "M: pr. måned, Å: pr. år."),
        ("status", TEXT, "kladde, godkendt eller udgaaet."),
        ("version", TEXT, "Definitionens version."),
        ("gyldig_fra", DATE, "Hvornår definitionen gælder fra."),
        ("godkendt_af", TEXT, "Godkendt af."),
    )),
    "ikke_opgjorte": ("Nøgletal, der er ønsket og ikke kan opgøres af de data, der er.", (
        ("id", TEXT, "Nøgletallets id."),
        ("titel", TEXT, "Titel."),
        ("tema", TEXT, "Tema."),
        ("dataomraade", TEXT, "Dataområde."),
        ("hvorfor", TEXT, "Hvorfor det ikke kan opgøres."),
        ("kraever", TEXT, "Hvilke data det kræver."),
    )),
    "dimensioner": ("Dimensioner: hvad der kan grupperes og filtreres efter.", (
        ("visning", TEXT, "Visningen, som dimensionen står i."),
        ("navn", TEXT, "Dimensionens navn i visningen."),
        ("titel", TEXT, "Titel."),
        ("beskrivelse", TEXT, "Beskrivelse."),
        ("type", TEXT, "Kolonnens type."),
        ("er_tid", BOOL, "Om den er en tid, der kan inddeles."),
    )),
    "statuskoder": ("Statuskoder: hvilken slags værdi en celle er.", (
        ("kode", TEXT, "Koden, som den står i en statuskolonne."),
        ("titel", TEXT, "Titel."),
        ("forklaring", TEXT, "Forklaring."),
        ("sdmx", TEXT, "Koden i SDMX (CL_OBS_STATUS)."),
    )),
    "visninger": ("Visninger: hvad der kan spørges på.", (
        ("navn", TEXT, "Visningens navn i skemaet public."),
        ("titel", TEXT, "Titel."),
        ("beskrivelse", TEXT, "Beskrivelse."),
        ("syntetisk", BOOL, "Om data er opdigtede."),
        ("maal", INT4, "Antal mål."),
        ("dimensioner", INT4, "Antal dimensioner."),
    )),
    "friskhed": ("Friskhed: hvor friske data er, for det som kan ses.", (
        ("kilde", TEXT, "Kildens navn i registeret over indlæsninger."),
        ("systemer", TEXT, "Hvilke systemer det kommer fra."),
        ("dataversion", INT4, "Nummeret på den nyeste hele indlæsning."),
        ("opgjort_pr", DATE, "Den sidste dag, som data handler om."),
        ("indlaest", TIMESTAMP, "Hvornår den nyeste hele indlæsning kom; tomt, hvor registeret ikke siger det."),
        ("indlaesninger", INT4, "Antal hele indlæsninger."),
        ("forventes_senest", DATE, "Hvornår den næste senest ventes; tomt, hvor modellen intet siger."),
        ("status", TEXT, "frisk, forsinket, uden_frist eller mangler."),
        ("vurderet_pr", DATE, "Den dag, som status er af."),
    )),
    "udgaver": ("Udgaver: tal og definitioner, som de var en dag.", (
        ("navn", TEXT, "Udgavens navn."),
        ("skema", TEXT, "Skemaet, som dens visninger står i."),
        ("lavet", TIMESTAMPTZ, "Hvornår den blev lavet."),
        ("pr", DATE, "Den dag, som data stod; tomt, hvor den er af det, der var."),
        ("dataversion", INT4, "Nummeret på den nyeste indlæsning, som den har."),
        ("model", TEXT, "Modellens version."),
    )),
    **THEME_TABLES,
}  # fmt: skip


def record_relations(first: int) -> tuple[Relation, ...]:
    """The tables as PostgreSQL's catalogue lists them, the same for everyone."""
    found = []
    for i, (name, (comment, columns)) in enumerate(TABLES.items()):
        oid = first + 4 * i
        fields = tuple(Field(column, type.oid, -1, oid, n) for n, (column, type, _) in enumerate(columns, 1))
        comments = {0: comment} | {n: text for n, (_, _, text) in enumerate(columns, 1)}
        found.append(Relation(oid, NOEGLETAL, name, fields, comments))
    return tuple(found)


def record_rows(
    visible: VisibleModel, fresh: Sequence[Freshness], editions: Sequence[Manifest]
) -> Mapping[str, list[Row]]:
    """The rows of each table, of the visible only, in the model's order."""
    views = sorted(visible.views.values(), key=lambda view: view.name)
    return {
        "noegletal": [row for view in views for row in _measures(view, _documents(visible))],
        "ikke_opgjorte": [
            (one.id, one.title, one.theme, one.data_area, one.hvorfor, one.kraever) for one in uncounted_of(visible)
        ],
        "dimensioner": [row for view in views for row in _dimensions(view)],
        "friskhed": [astuple(one) for one in fresh],
        "statuskoder": list(STATUSES),
        "udgaver": [_edition(one) for one in editions],
        "visninger": [_view(view) for view in views],
        **theme_rows(visible),
    }


def _edition(one: Manifest) -> Row:
    as_of = None if one.as_of is None else date.fromisoformat(one.as_of)
    created = datetime.fromisoformat(one.created)
    return one.name, edition_schema(one.name), created, as_of, one.data_version, one.model_version


def _documents(visible: VisibleModel) -> Mapping[str, NoegletalDocument]:
    """The records by the measure that they are of, as the record names it."""
    return {document.measure: document for document in visible.model.noegletal.values()}


def _measures(view: View, documents: Mapping[str, NoegletalDocument]) -> Iterator[Row]:
    for entry in view.members.values():
        if isinstance(entry.member, Measure):
            of = documents.get(f"{view.name}.{entry.name}") or documents.get(entry.member.id)
            yield _measure(view, entry, entry.member, of)


def _measure(view: View, entry: ViewMember, measure: Measure, of: NoegletalDocument | None) -> Row:
    name = entry.name.lower()

    def told(key: str) -> Any:
        return getattr(of, key) if of is not None else None

    return (
        view.name.lower(), name, told("id"), told("title") or entry.title, told("definition") or entry.description,
        told("taeller"), told("naevner"), told("laesevejledning"), measure.unit, measure.decimals, measure.polarity,
        measure.data_type, f"{name}{STATUS_SUFFIX}", told("owner"), told("theme"), told("data_area"), told("level"),
        told("status"), told("version"), told("valid_from"), told("approved_by"),
    )  # fmt: skip


def _dimensions(view: View) -> Iterator[Row]:
    for entry in view.members.values():
        if isinstance(entry.member, Dimension):
            is_time = entry.member.kind == "time"
            yield (view.name.lower(), entry.name.lower(), entry.title, entry.description, entry.member.data_type,
                   is_time)  # fmt: skip


def _view(view: View) -> Row:
    members = [entry.member for entry in view.members.values()]
    measures = sum(isinstance(one, Measure) for one in members)
    dimensions = sum(isinstance(one, Dimension) for one in members)
    return (view.name.lower(), view.title, view.description, view.synthetic, measures, dimensions)
