"""The register and the policies as one page in Danish, to be printed; a tree, so that every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from xml.etree.ElementTree import Element, SubElement

from semantic.access.grant import Grant, Restriction
from semantic.access.policies import Forbid
from semantic.review.asked import Reviewed
from semantic.review.chain import Chains, Clause, general_clauses, own_clauses
from semantic.review.clauses import rows_told
from semantic.review.concerns import Expiring, expiring, holders, uncovered
from semantic.review.held import forbidden_in_words
from semantic.review.matrix import CATALOGUE, NOTHING, Cell, matrix
from semantic.review.register import Entry, register
from semantic.review.words import away
from server.terminal import printed
from server.terminal.printed import Lines

WITHIN = 365  # days of which ends and reviews are listed
SECTIONS = (
    ("register", "Fortegnelse over personoplysninger"), ("roller", "Roller og de personer, der har dem"),
    ("matrix", "Roller og kuber"), ("begraensninger", "Begrænsninger og forbud"),
    ("udloeb", "Udløb og gennemgang"),
)  # fmt: skip
ACCESS_LEVELS = {"strategisk": "Strategisk", "taktisk": "Taktisk", "operationelt": "Operationelt"}


def page(reviewed: Reviewed) -> str:
    """The whole page, which asks for nothing from elsewhere."""
    html, body = printed.document("Adgange til personoplysninger")
    _header(body, reviewed)
    main = SubElement(body, "main")
    for (anchor, title), write in zip(SECTIONS, (_register, _roles, _matrix, _clauses, _dates), strict=True):
        section = SubElement(main, "section", id=anchor)
        printed.text(section, "h2", title)
        write(section, reviewed)
    printed.text(SubElement(body, "footer"), "p", _origin(reviewed))
    return printed.written(html)


def _origin(reviewed: Reviewed) -> str:
    versions = f"Politikkernes version {reviewed.policies.version}, modellens version {reviewed.model.version}."
    return f"Opgjort {printed.day(reviewed.day.isoformat())}. {versions} Siden er skrevet af nogletal policy report."


def _header(body: Element, reviewed: Reviewed) -> None:
    header = SubElement(body, "header")
    printed.text(header, "h1", "Adgange til personoplysninger")
    lead = "Hvem der må se hvad, til hvilket formål og efter hvilken lov, som politikkerne er nu."
    printed.text(header, "p", f"{lead} Opgjort {printed.day(reviewed.day.isoformat())}.", **{"class": "lead"})
    listed = SubElement(SubElement(header, "nav"), "ol")
    for anchor, title in SECTIONS:
        printed.text(SubElement(listed, "li"), "a", title, href=f"#{anchor}")


UNTOLD = "ikke angivet"
DECLARED = (
    ("registrerede", "Registrerede"), ("oplysninger", "Kategorier af oplysninger"), ("slettefrist", "Slettefrist"),
    ("dataansvarlig", "Dataansvarlig"), ("tredjelande", "Overførsel til tredjelande"), ("sikkerhed", "Sikkerhed"),
)  # fmt: skip
REGISTER = ("Rolle", "Rækker", "Formål og hjemmel", "Ejer, og hvem der godkendte", "Gyldig til", "Personer")


def _register(section: Element, reviewed: Reviewed) -> None:
    entries = register(reviewed)
    printed.text(
        section, "p",
        "For hver kube med personoplysninger det, som databeskyttelsesforordningens artikel 30 spørger om: hvis "
        "oplysninger, hvilke, hvor længe og under hvem, og i tabellen modtagerne, altså de roller, der når den, med "
        f"formål og hjemmel. Hvad hverken model eller politikker siger, står som {UNTOLD}.",
    )  # fmt: skip
    open_ = uncovered(reviewed)
    if not open_:
        printed.text(section, "p", "Alle kuber med personoplysninger er styret af en rolle.", **{"class": "ok"})
    for concern in open_:
        by = f" (rollen {concern.role}, adgangen {concern.grant})" if concern.grant else ""
        printed.text(section, "p", f"Mangler: {concern.cube} – {concern.what}{by}.", **{"class": "warning"})
    for cube in dict.fromkeys(entry.cube for entry in entries):
        own = [entry for entry in entries if entry.cube == cube]
        printed.text(section, "h3", f"{own[0].title} ({cube})")
        _kept(section, own[0])
        body = printed.table(section, "Modtagere.", REGISTER)
        for entry in own:
            printed.row(body, _entry(entry, reviewed), ("", _class(entry.rows)))


def _kept(section: Element, entry: Entry) -> None:
    """What is kept of whom; what is told nowhere is told so."""
    listed = SubElement(section, "dl")
    told = asdict(entry.declared)
    made_up = " (opdigtede data)" if entry.synthetic else ""
    for term, text in (
        *((title, told[word]) for word, title in DECLARED), ("Felter", ", ".join(entry.fields) + made_up),
        ("Nøgle til personen", entry.key),
    ):  # fmt: skip
        printed.text(listed, "dt", term)
        printed.text(listed, "dd", text or UNTOLD, **({} if text else {"class": "none"}))


def _entry(entry: Entry, reviewed: Reviewed) -> tuple[Lines, ...]:
    if not entry.role:
        return ("ingen", *[""] * (len(REGISTER) - 1))
    return (
        (entry.role_title, entry.role), entry.rows, (entry.formaal, entry.hjemmel),
        (entry.ejer, f"Godkendt af: {entry.godkendt_af}"),
        (printed.day(entry.gyldig_til), f"Gennemgås {printed.day(entry.naeste_gennemgang)}"),
        _named(entry.people, reviewed),
    )  # fmt: skip


def _named(subjects: Iterable[str], reviewed: Reviewed) -> tuple[str, ...]:
    """Each on a line of its own."""
    titles = {one.subject: one.title for one in reviewed.people}
    return tuple(f"{titles[one]} ({one})" for one in subjects) or ("ingen",)


def _class(rows: str) -> str:
    return {NOTHING: "none", CATALOGUE: "catalogue"}.get(rows, "")


def _roles(section: Element, reviewed: Reviewed) -> None:
    for role in reviewed.roles:
        written = role.document
        assert written is not None
        printed.text(section, "h3", f"{written.title} ({role.name})")
        held = SubElement(section, "dl")
        end = (role.valid_to or written.gyldig_til).isoformat()
        for term, text in (
            ("Niveau", ACCESS_LEVELS[written.niveau]), ("Formål", written.formaal), ("Hjemmel", written.hjemmel),
            ("Ejer", written.ejer), ("Godkendt af", written.godkendt_af), ("Gyldig til", printed.day(end)),
            ("Næste gennemgang", printed.day(written.naeste_gennemgang.isoformat())),
            ("Indeholder", ", ".join(written.includes)),
            ("Kræver oplysninger", ", ".join(role.attributes)),
            ("Kan uddele", ", ".join(written.administers.roles) if written.administers else ""),
            ("Gennemgår adgange", "ja" if written.reviews else ""),
            ("Skriver noter", "ja" if written.writes_notes else ""),
            ("Personer", "; ".join(_named(holders(reviewed, role.name), reviewed))),
        ):  # fmt: skip
            if text:
                printed.text(held, "dt", term)
                printed.text(held, "dd", text)


def _matrix(section: Element, reviewed: Reviewed) -> None:
    printed.text(
        section, "p",
        "Hvilke rækker af hver kube rollen må spørge om. En * mærker personoplysninger, {…} står for den enkeltes egen "
        "oplysning, og – betyder, at rollen ikke kender kuben. Kuber uden personoplysninger står i deres egen tabel.",
    )  # fmt: skip
    cells = matrix(reviewed)
    for persons, caption in ((True, "Kuber med personoplysninger"), (False, "Andre kuber")):
        _cells(section, caption, [cell for cell in cells if cell.persons is persons])


def _cells(section: Element, caption: str, cells: Sequence[Cell]) -> None:
    """A row for each role; cubes that every role has alike share a column."""
    roles = dict.fromkeys(cell.role for cell in cells)
    columns: dict[tuple[str, ...], list[str]] = {}
    for cube in dict.fromkeys(cell.cube for cell in cells):
        columns.setdefault(tuple(cell.rows for cell in cells if cell.cube == cube), []).append(cube)
    mark = " *" if cells and cells[0].persons else ""
    body = printed.table(section, caption, ("Rolle", *(", ".join(cubes) + mark for cubes in columns.values())))
    for index, role in enumerate(roles):
        rows = [column[index] for column in columns]
        words = ["–" if one == NOTHING else one for one in rows]
        printed.row(body, (role, *words), ("", *map(_class, rows)))


def _clauses(section: Element, reviewed: Reviewed) -> None:
    general = [("alle", one) for one in general_clauses(reviewed.policies)]
    own = [(role.name, one) for role in reviewed.roles for one in own_clauses(role)]
    narrowing = [(who, one) for who, one in (*general, *own) if not isinstance(one, Grant)]
    if not narrowing:
        printed.text(section, "p", "Der er ingen.")
        return
    caption = "Hvad der tages fra, uanset hvad der ellers er givet."
    body = printed.table(section, caption, ("Rolle", "Slags", "Navn", "Hvad", "Hvorfor"))
    for who, one in narrowing:
        kind = "begrænsning" if isinstance(one, Restriction) else "forbud"
        printed.row(body, (_includers(who, reviewed), kind, one.name, _taken(one, reviewed), one.reason))


def _includers(who: str, reviewed: Reviewed) -> str:
    others = Chains(reviewed.policies).includers(who)[1:]
    return who + (f" (også {', '.join(others)})" if others else "")


def _taken(one: Clause, reviewed: Reviewed) -> str:
    if isinstance(one, Forbid):
        return forbidden_in_words(one, reviewed.model)
    return f"kun disse rækker: {rows_told(one.rows, reviewed.model)}" if isinstance(one, Restriction) else ""


def _dates(section: Element, reviewed: Reviewed) -> None:
    rows = expiring(reviewed, WITHIN)
    if not rows:
        printed.text(section, "p", f"Intet udløber eller skal gennemgås inden for {WITHIN} dage.")
        return
    body = printed.table(
        section, f"Inden for {WITHIN} dage, eller overskredet.", ("Dag", "Hvad", "Rolle", "Ejer", "Personer")
    )
    for one in rows:
        people = _named(one.people, reviewed)
        cells = (printed.day(one.on), _what(one), (one.title, one.role), one.owner, people)
        printed.row(body, cells, ("", "due" if one.days < 0 else ""))


def _what(one: Expiring) -> str:
    return f"{one.state}, {away(one.days)}"
