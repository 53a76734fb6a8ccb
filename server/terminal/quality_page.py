"""The status report on quality as one page in Danish, to be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from semantic.freshness import Freshness
from semantic.notes.note import Note
from semantic.quality.figures import Coverage, FigureIn, QualityFigure, StatusShare
from semantic.quality.period import ReportPeriod
from semantic.quality.report import Report
from semantic.quality.validation import AreaValidated, ListBegun, ListProgress, MarkSeen
from server.terminal import printed

NAMED = 12  # kommuner that are named where they lack something; the others are counted
NONE = "–"
FRESHNESS = {
    "frisk": "frisk", "forsinket": "forsinket", "uden_frist": "ingen frist angivet", "mangler": "mangler",
}  # fmt: skip
STATUSES = {
    "normal": "normal", "nul_naevner": "nævneren er nul", "mangler": "mangler", "diskretioneret": "diskretioneret",
    "ikke_additiv": "kan ikke lægges sammen", "ikke_valideret": "ikke valideret",
}  # fmt: skip
BETTER = {"lower_is_better": "lavere er bedre", "higher_is_better": "højere er bedre"}


def page(report: Report, asker: str) -> str:
    """The whole page, which asks for nothing from elsewhere; `asker` is whose report it is."""
    title = f"Datakvalitet, {period_text(report.periode)}"
    html, body = printed.document(title)
    header = SubElement(body, "header")
    printed.text(header, "h1", title)
    lead = f"Statusrapport til direktionen: hvad {asker} må se. Opgjort {_day(report.dag)}."
    printed.text(header, "p", lead, **{"class": "lead"})
    listed = SubElement(SubElement(header, "nav"), "ol")
    main = SubElement(body, "main")
    for anchor, heading, write in SECTIONS:
        printed.text(SubElement(listed, "li"), "a", heading, href=f"#{anchor}")
        section = SubElement(main, "section", id=anchor)
        printed.text(section, "h2", heading)
        write(section, report)
    origin = f"Modellens version {report.model}, dataversion {report.dataversion}. "
    printed.text(SubElement(body, "footer"), "p", origin + "Siden er skrevet af nogletal kvalitet rapport.")
    return printed.written(html)


def period_text(period: ReportPeriod) -> str:
    """`1. halvår 2025`."""
    return str(period.year) if period.half is None else f"{period.half}. halvår {period.year}"


def _day(day: date | None) -> str:
    return NONE if day is None else printed.day(day.isoformat()[:10])


def number(value: Decimal | int | None) -> str:
    """With Danish marks, every digit.

    >>> number(Decimal("-1234567.50")), number(None)
    ('-1.234.567,50', '–')
    >>> number(1186)
    '1.186'
    """
    if value is None:
        return NONE
    written = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    return written.translate(str.maketrans(",.", ".,"))


def _named(kommuner: Sequence[str]) -> str:
    shown = ", ".join(kommuner[:NAMED])
    more = len(kommuner) - NAMED
    return f"{shown} og {more} til" if more > 0 else shown or NONE


def _nothing(section: Element, words: str) -> None:
    printed.text(section, "p", words, **{"class": "none"})


def _filled(section: Element, caption: str, heads: Sequence[str], rows: Iterable[Sequence[printed.Lines]]) -> None:
    body = printed.table(section, caption, heads)
    for one in rows:
        printed.row(body, one)


def _sources(section: Element, report: Report) -> None:
    printed.text(
        section, "p",
        "Til og med hvilken dag data er komplette fra hver kilde, og om den næste indlæsning er kommet til tiden, som "
        "det er på opgørelsesdagen.",
    )  # fmt: skip
    if not report.kilder:
        _nothing(section, "Ingen kilder er synlige.")
        return
    heads = ("Kilde", "Systemer", "Komplet til og med", "Indlæst", "Indlæsninger", "Næste ventes senest", "Status")
    body = printed.table(section, "Kilder.", heads)
    for one in report.kilder:
        printed.row(body, _source(one), (*[""] * 6, "due" if one.status in ("forsinket", "mangler") else ""))


def _source(one: Freshness) -> Sequence[printed.Lines]:
    return (
        one.kilde, one.systemer, _day(one.opgjort_pr), _day(one.indlaest), str(one.indlaesninger),
        _day(one.forventes_senest), FRESHNESS[one.status],
    )  # fmt: skip


def _coverage(section: Element, report: Report) -> None:
    printed.text(
        section, "p",
        "Hvor mange tal der er for perioder, som begynder i rapportens periode, for hvert dataområde og hver slags "
        "enhed. Et nøgletal, der opgøres for et år, er med i det halvår, som året begynder i.",
    )  # fmt: skip
    if not report.daekning:
        _nothing(section, "Ingen tal er synlige.")
        return
    _filled(
        section, "Dækning. Ufuldstændige er tal for perioder, som data ikke rækker til slutningen af.",
        ("Dataområde", "Enhedstype", "Nøgletal", "Enheder", "Tal", "Ufuldstændige"),
        map(_covered, report.daekning),
    )  # fmt: skip
    _filled(
        section, "Tallenes status. Andelen er af alle tal i dataområdet for den slags enhed.",
        ("Dataområde", "Enhedstype", "Status", "Tal", "Andel i pct."),
        map(_share, report.statusser),
    )  # fmt: skip


def _covered(one: Coverage) -> Sequence[printed.Lines]:
    made_up = "opdigtede data" if one.syntetisk else ""
    counts = map(number, (one.noegletal, one.enheder, one.vaerdier, one.ufuldstaendige))
    return ((one.dataomraade, made_up) if made_up else one.dataomraade, one.enhedstype, *counts)


def _share(one: StatusShare) -> Sequence[printed.Lines]:
    status = STATUSES.get(one.status, one.status)
    return (one.dataomraade, one.enhedstype, status, number(one.antal), number(one.andel_pct))


def _validation(section: Element, report: Report) -> None:
    if report.omraader is None or report.maerker is None:
        _nothing(section, "Mærker om validering er ikke synlige.")
        return
    printed.text(
        section, "p",
        "Hvilke kommuner der har sagt, at deres tal er valideret. Intet mærke er ikke det samme som et mærke om, at "
        "tallene ikke er valideret. Et år står også i rapporten om et af dets halvår.",
    )  # fmt: skip
    _filled(
        section, "Områder og perioder.",
        ("Område", "Periode", "Valideret", "Ikke valideret", "Uden mærke", "Hvem mangler"), map(_area, report.omraader),
    )  # fmt: skip
    if report.maerker:
        heads = ("Kommune", "Område", "Periode", "Status", "Inden for", "Sat af", "Dag")
        _filled(section, "Mærker, der gælder.", heads, map(_mark, report.maerker))


def _area(one: AreaValidated) -> Sequence[printed.Lines]:
    counts = map(number, (one.valideret, one.ikke_valideret, len(one.uden)))
    return (one.omraade, one.periode, *counts, _named(one.uden))


def _mark(one: MarkSeen) -> Sequence[printed.Lines]:
    within = NONE if one.afvigelse_pct is None else f"{number(one.afvigelse_pct)} pct."
    status = STATUSES.get(one.status, one.status)
    return (one.kommune, one.omraade, one.periode, status, within, one.af, _day(one.tid))


def _lists(section: Element, report: Report) -> None:
    if report.tjeklister is None or report.fremdrift is None:
        _nothing(section, "Tjeklister er ikke synlige.")
        return
    printed.text(
        section, "p",
        "Hvor langt kommunerne er med tjeklisternes trin. En liste er færdig, når alle trin er udført eller ikke "
        "relevante; den bliver det ikke, så længe den har trin, som ikke er kendt her. Et mærke om validering kræver "
        "ikke en tjekliste.",
    )  # fmt: skip
    if not report.tjeklister:
        _nothing(section, "Der er ingen tjeklister.")
        return
    _filled(
        section, "Lister og perioder.",
        ("Tjekliste", "Område", "Periode", "Begyndt", "Færdige", "Ikke begyndt", "Hvem er ikke begyndt"),
        map(_list, report.tjeklister),
    )  # fmt: skip
    if report.fremdrift:
        heads = ("Kommune", "Tjekliste", "Område", "Periode", "Udført", "Ikke relevant", "I gang", "Mangler")
        _filled(section, "De begyndte.", heads, map(_progress, report.fremdrift))


def _title(titel: str, unknown: int) -> printed.Lines:
    return (titel, f"{unknown} trin er ikke kendt her") if unknown else titel


def _list(one: ListBegun) -> Sequence[printed.Lines]:
    counts = map(number, (one.begyndt, one.faerdige, len(one.ikke_begyndt)))
    return (_title(one.titel, one.ukendte), one.omraade, one.periode, *counts, _named(one.ikke_begyndt))


def _progress(one: ListProgress) -> Sequence[printed.Lines]:
    done = f"{one.udfoert} af {one.trin}"
    counts = map(number, (one.ikke_relevant, one.i_gang))
    return (
        one.kommune, _title(one.titel, one.ukendte), one.omraade, one.periode, done, *counts, one.aabne or NONE,
    )  # fmt: skip


def _figures(section: Element, report: Report) -> None:
    now, before = period_text(report.periode), period_text(report.periode.before)
    printed.text(
        section, "p",
        f"Nøgletallene om datakvalitet for {now} og for perioden før, {before}, opgjort som alle andre tal. En stjerne "
        "siger, at data ikke rækker til periodens slutning.",
    )  # fmt: skip
    if not report.noegletal:
        _nothing(section, "Ingen af nøgletallene er synlige.")
        return
    body = printed.table(section, "Datakvalitet.", ("Nøgletal", "Enhed", before, now, "Læsning", "Noter"))
    for one in report.noegletal:
        printed.row(body, _figure(one))


def _figure(one: QualityFigure) -> Sequence[printed.Lines]:
    guide = tuple(words for words in (BETTER.get(one.polarity or ""), one.record.laesevejledning) if words) or NONE
    made_up = ("opdigtede data",) if one.syntetisk else ()
    name = (one.record.short_title or one.record.title, one.record.id, one.nu.omfang, *made_up)
    return (
        name, one.enhed or NONE, _value(one.foer), _value(one.nu), guide, tuple(map(_note, one.noter)) or NONE,
    )  # fmt: skip


def _value(one: FigureIn) -> printed.Lines:
    shown = number(one.vaerdi) + ("" if one.hele else " *")
    lines = [] if one.status in (None, "normal") else [STATUSES.get(one.status, one.status)]
    return (shown, *lines, *(() if one.hele else (f"data til og med {_day(one.opgjort_pr)}",)))


def _note(one: Note) -> str:
    figure = one.figure
    return f"{figure.enhed}, {_day(figure.periode)}: {one.last.tekst} ({one.author})"


SECTIONS: tuple[tuple[str, str, Callable[[Element, Report], None]], ...] = (
    ("noegletal", "Nøgletal om datakvalitet", _figures), ("kilder", "Kildernes friskhed", _sources),
    ("daekning", "Dækning og status", _coverage), ("validering", "Validering", _validation),
    ("tjeklister", "Tjeklister", _lists),
)  # fmt: skip
