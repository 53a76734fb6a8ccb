"""A page to be printed: one file without anything from elsewhere, written as a tree, so that every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

Lines = str | tuple[str, ...]
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


def document(title: str) -> tuple[Element, Element]:
    """The page in Danish under its title, and its body."""
    html = Element("html", lang="da")
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    text(head, "title", title)
    text(head, "style", STYLE)
    return html, SubElement(html, "body")


def written(html: Element) -> str:
    return "<!doctype html>\n" + tostring(html, encoding="unicode", method="html") + "\n"


def text(parent: Element, tag: str, words: str, **attributes: str) -> Element:
    made = SubElement(parent, tag, attributes)
    made.text = words
    return made


def table(parent: Element, caption: str, heads: Iterable[str]) -> Element:
    """The body of a new table, to which rows are added."""
    made = SubElement(parent, "table")
    text(made, "caption", caption)
    head = SubElement(SubElement(made, "thead"), "tr")
    for one in heads:
        text(head, "th", one, scope="col")
    return SubElement(made, "tbody")


def row(body: Element, cells: Sequence[Lines], classes: Sequence[str] = ()) -> None:
    """The first cell heads the row; further lines of a cell stand below its first one."""
    made = SubElement(body, "tr")
    for index, cell in enumerate(cells):
        lines = (cell,) if isinstance(cell, str) else cell
        named = {"class": classes[index]} if index < len(classes) and classes[index] else {}
        scope = {} if index else {"scope": "row"}
        shown = text(made, "td" if index else "th", lines[0], **scope, **named)
        for line in lines[1:]:
            text(shown, "div", line, **{"class": "also"})


def day(iso: str) -> str:
    """`31.12.2028`, as Danish officials write a day."""
    return ".".join(reversed(iso.split("-"))) if iso else ""
