"""The themes' pages as tables of schema `noegletal`: what stands on each, and the SELECT that gives its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlglot import exp

from semantic.access.visible import VisibleModel
from semantic.model.model import AS_OF_DAY, STATUS_SUFFIX, Measure
from semantic.model.theme import ThemeDocument
from semantic.query import Query
from semantic.theme_page import Card, Series, cards_of, pages_of, series_on
from server.postgres.catalogue.facts import Row
from server.postgres.types import INT4, TEXT, PgType

VALUES = ("vaerdi", "status", "sidste_aar")  # what the measures of a card or a series are called, in their order

THEME_TABLES: Mapping[str, tuple[str, tuple[tuple[str, PgType, str], ...]]] = {
    "temaer": ("Temaer: forsiden for hvert tema.", (
        ("tema", TEXT, "Temaets id."),
        ("nr", INT4, "Sidens plads blandt de andre."),
        ("titel", TEXT, "Titel."),
        ("intro", TEXT, "Hvad siden handler om."),
        ("laesevejledning_noegletal", TEXT, "Læsevejledning til kortene."),
        ("kvalitetsvurdering", TEXT, "Vurdering af datakvaliteten."),
    )),
    "temakort": ("Temakort: kortene på hvert temas forside.", (
        ("tema", TEXT, "Temaets id."),
        ("nr", INT4, "Kortets plads på siden."),
        ("noegletal", TEXT, "Nøgletallets id."),
        ("titel", TEXT, "Titel."),
        ("visning", TEXT, "Visningen, som målet står i."),
        ("maal", TEXT, "Målets navn i visningen."),
        ("tid", TEXT, "Den tid i visningen, som perioden er af."),
        ("periode", TEXT, "Perioden i ord, fra den seneste hele indlæsning."),
        ("enhed", TEXT, "Enhed."),
        ("forespoergsel", TEXT, "Den SELECT, der giver kortets tal."),
    )),
    "temagrafer": ("Temagrafer: graferne på hvert temas forside, en række for hvert nøgletal i dem.", (
        ("tema", TEXT, "Temaets id."),
        ("nr", INT4, "Seriens plads på siden."),
        ("graf", TEXT, "Grafens id på siden."),
        ("titel", TEXT, "Grafens titel."),
        ("laesevejledning_graf", TEXT, "Læsevejledning til grafen."),
        ("noegletal", TEXT, "Nøgletallets id."),
        ("visning", TEXT, "Visningen, som målet står i."),
        ("maal", TEXT, "Målets navn i visningen."),
        ("tid", TEXT, "Den tid i visningen, som grafen løber over."),
        ("inddeling", TEXT, "Hvor lange grafens perioder er: day, week, month, quarter eller year."),
        ("periode", TEXT, "Hvad grafen spænder over, i ord, fra den seneste hele indlæsning."),
        ("opdeling", TEXT, "Den dimension, hvis medlemmer hver har en linje; tom, hvor grafen ikke er opdelt."),
        ("enhed", TEXT, "Enhed."),
        ("forespoergsel", TEXT, "Den SELECT, der giver grafens punkter."),
    )),
}  # fmt: skip


def theme_rows(visible: VisibleModel) -> Mapping[str, list[Row]]:
    """The rows of each table, of the visible only, in the pages' order."""
    pages = pages_of(visible)
    return {
        "temaer": [_page(page) for page in pages],
        "temakort": [row for page in pages for row in _cards(page, visible)],
        "temagrafer": [row for page in pages for row in _series(page, visible)],
    }


def _page(page: ThemeDocument) -> Row:
    about = (page.titel, page.intro, page.laesevejledning_noegletal, page.kvalitetsvurdering)
    return (page.id, page.raekkefoelge, *about)


def _cards(page: ThemeDocument, visible: VisibleModel) -> Iterator[Row]:
    for number, card in enumerate(cards_of(page, visible), 1):
        title = card.record.short_title or card.record.title
        time = (_member(card.document.tid), card.document.periode)
        yield (page.id, number, card.record.id, title, *_asked(card, visible, time))


def _series(page: ThemeDocument, visible: VisibleModel) -> Iterator[Row]:
    for number, series in enumerate(series_on(page, visible), 1):
        chart = series.document
        by = _member(chart.opdeling) if chart.opdeling else None
        time = (_member(chart.tid), chart.inddeling, chart.periode, by)
        about = (chart.id, chart.titel, chart.laesevejledning_graf, series.record.id)
        yield (page.id, number, *about, *_asked(series, visible, time))


def _asked(figure: Card | Series, visible: VisibleModel, time: tuple[str | None, ...]) -> Row:
    """View and measure, the time with what belongs to it, the unit, and the statement."""
    view, _, name = figure.query.measures[0].partition(".")
    entry = visible.member(view, name)
    unit = entry.member.unit if entry and isinstance(entry.member, Measure) else None
    return (view.lower(), name.lower(), *time, unit, statement_of(figure.query))


def _member(name: str) -> str:
    """The name in its view, as SQL has it."""
    return name.partition(".")[2].lower()


def statement_of(query: Query) -> str:
    """A card or a series as the SELECT that asks the same: periods and members first, if it has any, then values."""
    [time] = query.time_dimensions
    in_time = _column(time.dimension)
    keys: list[exp.Expr] = []
    if time.granularity:
        start = exp.func("date_trunc", exp.Literal.string(time.granularity), in_time, dialect="postgres")
        keys.append(exp.alias_(exp.cast(start, "date"), "periode"))
    keys += (exp.alias_(_column(name), "opdeling") for name in query.dimensions)
    values = (exp.alias_(_value(name), title) for name, title in zip(query.measures, VALUES, strict=False))
    places = [exp.Literal.number(place) for place, _ in enumerate(keys, 1)]
    select = exp.select(*keys, *values, exp.column(AS_OF_DAY)).from_(time.dimension.partition(".")[0].lower())
    select = select.where(exp.Anonymous(this="in_period", expressions=[in_time, exp.Literal.string(time.date_range)]))
    return (select.group_by(*places).order_by(*places) if places else select).sql("postgres", identify=True)


def _value(name: str) -> exp.Expr:
    column = _column(name)
    return column if name.endswith(STATUS_SUFFIX) else exp.Anonymous(this="MEASURE", expressions=[column])


def _column(name: str) -> exp.Column:
    return exp.column(_member(name))
