"""The register and the policies as one page in Danish, to be printed; a tree, so that every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from xml.etree.ElementTree import Element, SubElement, tostring

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

Lines = str | tuple[str, ...]
WITHIN = 365  # days of which ends and reviews are listed
STYLE = """
:root { --ink: #1b1f23; --faint: #5b6570; --line: #c9d0d6; --shade: #f3f5f7; --accent: #14496b; }
* { box-sizing: border-box; }
body { font: 15px/1.5 "Source Sans 3", "Segoe UI", system-ui, sans-serif; color: var(--ink); margin: 0 auto;
  max-width: 72rem; padding: 2.5rem 2rem 4rem; background: #fff; }
header { border-bottom: 3px solid var(--accent); padding-bottom: 1rem; margin-bottom: 2rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; color: var(--accent); }
h2 { font-size: 1.3rem; color: var(--accent); margin: 2.6rem 0 .4rem; border-bottom: 1px solid var(--line);
  padding-bottom: .25rem; break-after: avoid; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; break-after: avoid; }
p { max-width: 48rem; margin: .4rem 0 .8rem; }
.lead { color: var(--faint); margin: 0; }
nav ol { columns: 2; margin: .6rem 0 0; padding-left: 1.3rem; }
nav a { color: var(--accent); }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.2rem; font-size: .88rem; }
caption { text-align: left; color: var(--faint); padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 1px solid var(--line);
  overflow-wrap: break-word; hyphens: manual; }
.also { color: var(--faint); font-weight: 400; margin-top: .25rem; }
thead th { background: var(--shade); font-weight: 600; }
tbody th { font-weight: 600; }
tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: 11rem 1fr; gap: .15rem 1rem; margin: .4rem 0 1rem; }
dt { color: var(--faint); } dd { margin: 0; }
.none { color: #8a949d; } .catalogue { color: var(--faint); font-style: italic; }
.due { color: #8a3b00; font-weight: 600; }
.warning { border: 2px solid #8a3b00; padding: .6rem .9rem; }
.ok { border-left: 4px solid #2c6e49; padding: .2rem .9rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .6rem; color: var(--faint);
  font-size: .85rem; }
@page { size: A4 landscape; margin: 14mm; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  h2 { break-before: auto; } thead { display: table-header-group; } a { color: inherit; text-decoration: none; } }
"""
SECTIONS = (
    ("register", "Fortegnelse over personoplysninger"), ("roller", "Roller og de personer, der har dem"),
    ("matrix", "Roller og kuber"), ("begraensninger", "Begrænsninger og forbud"),
    ("udloeb", "Udløb og gennemgang"),
)  # fmt: skip
ACCESS_LEVELS = {"strategisk": "Strategisk", "taktisk": "Taktisk", "operationelt": "Operationelt"}


def page(reviewed: Reviewed) -> str:
    """The whole page, which asks for nothing from elsewhere."""
    html = Element("html", lang="da")
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _text(head, "title", "Adgange til personoplysninger")
    _text(head, "style", STYLE)
    body = SubElement(html, "body")
    _header(body, reviewed)
    main = SubElement(body, "main")
    for (anchor, title), write in zip(SECTIONS, (_register, _roles, _matrix, _clauses, _dates), strict=True):
        section = SubElement(main, "section", id=anchor)
        _text(section, "h2", title)
        write(section, reviewed)
    _text(SubElement(body, "footer"), "p", _origin(reviewed))
    return "<!doctype html>\n" + tostring(html, encoding="unicode", method="html") + "\n"


def _text(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    made = SubElement(parent, tag, attributes)
    made.text = text
    return made


def _origin(reviewed: Reviewed) -> str:
    versions = f"Politikkernes version {reviewed.policies.version}, modellens version {reviewed.model.version}."
    return f"Opgjort {_day(reviewed.day.isoformat())}. {versions} Siden er skrevet af nogletal policy report."


def _day(iso: str) -> str:
    """`31.12.2028`, as Danish officials write a day."""
    return ".".join(reversed(iso.split("-"))) if iso else ""


def _header(body: Element, reviewed: Reviewed) -> None:
    header = SubElement(body, "header")
    _text(header, "h1", "Adgange til personoplysninger")
    lead = "Hvem der må se hvad, til hvilket formål og efter hvilken lov, som politikkerne er nu."
    _text(header, "p", f"{lead} Opgjort {_day(reviewed.day.isoformat())}.", **{"class": "lead"})
    listed = SubElement(SubElement(header, "nav"), "ol")
    for anchor, title in SECTIONS:
        _text(SubElement(listed, "li"), "a", title, href=f"#{anchor}")


def _table(parent: Element, caption: str, heads: Iterable[str]) -> Element:
    table = SubElement(parent, "table")
    _text(table, "caption", caption)
    row = SubElement(SubElement(table, "thead"), "tr")
    for one in heads:
        _text(row, "th", one, scope="col")
    return SubElement(table, "tbody")


def _row(body: Element, cells: Sequence[Lines], classes: Sequence[str] = ()) -> None:
    """The first cell heads the row; further lines of a cell stand below its first one."""
    row = SubElement(body, "tr")
    for index, cell in enumerate(cells):
        lines = (cell,) if isinstance(cell, str) else cell
        named = {"class": classes[index]} if index < len(classes) and classes[index] else {}
        made = _text(row, "td" if index else "th", lines[0], **({} if index else {"scope": "row"}), **named)
        for line in lines[1:]:
            _text(made, "div", line, **{"class": "also"})


UNTOLD = "ikke angivet"
DECLARED = (
    ("registrerede", "Registrerede"), ("oplysninger", "Kategorier af oplysninger"), ("slettefrist", "Slettefrist"),
    ("dataansvarlig", "Dataansvarlig"), ("tredjelande", "Overførsel til tredjelande"), ("sikkerhed", "Sikkerhed"),
)  # fmt: skip
REGISTER = ("Rolle", "Rækker", "Formål og hjemmel", "Ejer, og hvem der godkendte", "Gyldig til", "Personer")


def _register(section: Element, reviewed: Reviewed) -> None:
    entries = register(reviewed)
    _text(
        section, "p",
        "For hver kube med personoplysninger det, som databeskyttelsesforordningens artikel 30 spørger om: hvis "
        "oplysninger, hvilke, hvor længe og under hvem, og i tabellen modtagerne, altså de roller, der når den, med "
        f"formål og hjemmel. Hvad hverken model eller politikker siger, står som {UNTOLD}.",
    )  # fmt: skip
    open_ = uncovered(reviewed)
    if not open_:
        _text(section, "p", "Alle kuber med personoplysninger er styret af en rolle.", **{"class": "ok"})
    for concern in open_:
        by = f" (rollen {concern.role}, adgangen {concern.grant})" if concern.grant else ""
        _text(section, "p", f"Mangler: {concern.cube} – {concern.what}{by}.", **{"class": "warning"})
    for cube in dict.fromkeys(entry.cube for entry in entries):
        own = [entry for entry in entries if entry.cube == cube]
        _text(section, "h3", f"{own[0].title} ({cube})")
        _kept(section, own[0])
        body = _table(section, "Modtagere.", REGISTER)
        for entry in own:
            _row(body, _entry(entry, reviewed), ("", _class(entry.rows)))


def _kept(section: Element, entry: Entry) -> None:
    """What is kept of whom; what is told nowhere is told so."""
    listed = SubElement(section, "dl")
    told = asdict(entry.declared)
    made_up = " (opdigtede data)" if entry.synthetic else ""
    for term, text in (
        *((title, told[word]) for word, title in DECLARED), ("Felter", ", ".join(entry.fields) + made_up),
        ("Nøgle til personen", entry.key),
    ):  # fmt: skip
        _text(listed, "dt", term)
        _text(listed, "dd", text or UNTOLD, **({} if text else {"class": "none"}))


def _entry(entry: Entry, reviewed: Reviewed) -> tuple[Lines, ...]:
    if not entry.role:
        return ("ingen", *[""] * (len(REGISTER) - 1))
    return (
        (entry.role_title, entry.role), entry.rows, (entry.formaal, entry.hjemmel),
        (entry.ejer, f"Godkendt af: {entry.godkendt_af}"),
        (_day(entry.gyldig_til), f"Gennemgås {_day(entry.naeste_gennemgang)}"), _named(entry.people, reviewed),
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
        _text(section, "h3", f"{written.title} ({role.name})")
        held = SubElement(section, "dl")
        end = (role.valid_to or written.gyldig_til).isoformat()
        for term, text in (
            ("Niveau", ACCESS_LEVELS[written.niveau]), ("Formål", written.formaal), ("Hjemmel", written.hjemmel),
            ("Ejer", written.ejer), ("Godkendt af", written.godkendt_af), ("Gyldig til", _day(end)),
            ("Næste gennemgang", _day(written.naeste_gennemgang.isoformat())),
            ("Indeholder", ", ".join(written.includes)),
            ("Kræver oplysninger", ", ".join(role.attributes)),
            ("Kan uddele", ", ".join(written.administers.roles) if written.administers else ""),
            ("Gennemgår adgange", "ja" if written.reviews else ""),
            ("Skriver noter", "ja" if written.writes_notes else ""),
            ("Personer", "; ".join(_named(holders(reviewed, role.name), reviewed))),
        ):  # fmt: skip
            if text:
                _text(held, "dt", term)
                _text(held, "dd", text)


def _matrix(section: Element, reviewed: Reviewed) -> None:
    _text(
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
    body = _table(section, caption, ("Rolle", *(", ".join(cubes) + mark for cubes in columns.values())))
    for index, role in enumerate(roles):
        rows = [column[index] for column in columns]
        words = ["–" if one == NOTHING else one for one in rows]
        _row(body, (role, *words), ("", *map(_class, rows)))


def _clauses(section: Element, reviewed: Reviewed) -> None:
    general = [("alle", one) for one in general_clauses(reviewed.policies)]
    own = [(role.name, one) for role in reviewed.roles for one in own_clauses(role)]
    narrowing = [(who, one) for who, one in (*general, *own) if not isinstance(one, Grant)]
    if not narrowing:
        _text(section, "p", "Der er ingen.")
        return
    caption = "Hvad der tages fra, uanset hvad der ellers er givet."
    body = _table(section, caption, ("Rolle", "Slags", "Navn", "Hvad", "Hvorfor"))
    for who, one in narrowing:
        kind = "begrænsning" if isinstance(one, Restriction) else "forbud"
        _row(body, (_includers(who, reviewed), kind, one.name, _taken(one, reviewed), one.reason))


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
        _text(section, "p", f"Intet udløber eller skal gennemgås inden for {WITHIN} dage.")
        return
    body = _table(section, f"Inden for {WITHIN} dage, eller overskredet.", ("Dag", "Hvad", "Rolle", "Ejer", "Personer"))
    for one in rows:
        people = _named(one.people, reviewed)
        cells = (_day(one.on), _what(one), (one.title, one.role), one.owner, people)
        _row(body, cells, ("", "due" if one.days < 0 else ""))


def _what(one: Expiring) -> str:
    return f"{one.state}, {away(one.days)}"
