"""Answers of a review as lines for people: a heading, and below it one line for each thing that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from semantic.error_codes import CODES
from semantic.model.model import Model
from semantic.review.asked import Person
from semantic.review.change import members_told
from semantic.review.concerns import Expiring, Uncovered
from semantic.review.difference import Difference
from semantic.review.held import Held
from semantic.review.matrix import CATALOGUE, NOTHING, Cell, has_personal_data
from semantic.review.same import Direction
from semantic.review.sight import Seen
from semantic.review.simulate import Simulated
from semantic.review.words import away, counted

ACCESS = {"sees": "ser", "knows": "kender", "refused": "afvises"}
KINDS = {"role": "rolle", "demo": "demobruger", "person": "person", "tjeneste": "tjeneste"}
SIGNS: dict[Direction, str] = {"mere": "+", "mindre": "-", "andet": "~"}
WIDTH = 17
Field = tuple[str, object]


def fields(*pairs: Field) -> Iterator[str]:
    """Each that is known, indented below its heading."""
    yield from (f"    {name:<{WIDTH}}{value}" for name, value in pairs if value not in ("", None, ()))


def titled(name: str, title: str) -> str:
    return name if title == name else f"{name} ({title})"


def seen_lines(seen: Sequence[Seen], model: Model) -> Iterator[str]:
    if not seen:
        yield "Ingen ser eller kender det."
    last = None
    for one in seen:
        if (one.kind, one.who) != last:
            yield f"{KINDS[one.kind]} {titled(one.who, one.title)}"
        last = (one.kind, one.who)
        yield from _seen(one, model)


def _seen(one: Seen, model: Model) -> Iterator[str]:
    only = " (kun kataloget)" if one.access == "knows" else f" ({one.code})" if one.access == "refused" else ""
    yield from fields(
        (ACCESS[one.access], members_told(model, one.members) + only),
        ("rækker", one.rows), ("omfang", one.scope), ("detaljeringsgrad", one.grain), ("beskyttelse", one.tier),
        *(("fordi", why) for why in one.why),
    )  # fmt: skip


def held_lines(person: Person, told: Sequence[Held | Seen], model: Model) -> Iterator[str]:
    held = ", ".join(f"{name} = {_value(value)}" for name, value in person.principal.attributes.items())
    yield titled(person.subject, person.title)
    yield from fields(("oplysninger", held or "ingen"))
    for one in told:
        if isinstance(one, Held):
            yield f"{one.what} {one.name}" + ("" if one.gives or one.what == "adgang" else " (giver intet)")
            yield from fields(
                ("til og med", one.until), ("via", one.via), ("felter", one.members), ("rækker", one.rows),
                ("omfang", one.scope), ("detaljeringsgrad", one.grain), ("beskyttelse", one.tier), ("fordi", one.why),
            )  # fmt: skip
    yield "i alt"
    for one in told:
        if isinstance(one, Seen):
            yield from _seen(one, model)


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def matrix_lines(cells: Sequence[Cell]) -> Iterator[str]:
    """Below each role the cubes that it reaches, those of persons marked, and then those that it does not."""
    width = max((len(cell.cube) for cell in cells), default=0) + 3
    for role in dict.fromkeys(cell.role for cell in cells):
        own = [cell for cell in cells if cell.role == role]
        yield role
        for cell in own:
            if cell.rows not in (NOTHING, CATALOGUE):
                yield f"    {cell.cube + (' *' if cell.persons else ''):<{width}}{cell.rows}"
        for words in (CATALOGUE, NOTHING):
            named = [cell.cube + (" *" if cell.persons else "") for cell in own if cell.rows == words]
            yield from [f"    {words}: {', '.join(named)}"] if named else []
    yield "* personoplysninger"


def uncovered_lines(rows: Sequence[Uncovered], model: Model) -> Iterator[str]:
    for one in rows:
        by = f" (rollen {one.role}, adgangen {one.grant})" if one.grant else ""
        yield f"{one.cube}: {one.what}{by}"
    if not rows:
        persons = sum(map(has_personal_data, model.cubes.values()))
        yield f"Intet udækket: {counted(persons, 'kube', 'kuber')} med personoplysninger har roller, der styrer dem."


def expiring_lines(rows: Sequence[Expiring], within: int) -> Iterator[str]:
    if not rows:
        yield f"Intet udløber eller skal gennemgås inden for {counted(within, 'dag', 'dage')}."
    for one in rows:
        yield f"{one.on}  {one.state}  {one.role} ({one.title}), {away(one.days)}"
        yield from fields(("ejer", one.owner), ("personer", ", ".join(one.people) or "ingen"))


def change_lines(found: Difference) -> Iterator[str]:
    for one in found.changes:
        yield f"{SIGNS[one.direction]} {one.text}"
    if not found.changes:
        yield "Ingen forskel: begge giver det samme til de samme."


def simulated_lines(found: Simulated) -> Iterator[str]:
    roles = ", ".join(found.roles) or "ingen roller"
    yield f"{found.who} ({roles}): {'tilladt' if found.decision == 'allowed' else 'afvist'}"
    refusal = f"{found.code} {CODES[found.code].danish}" if found.code else ""
    wording = f"{found.message} {found.hint or ''}".strip() if found.message else ""  # as the asker is told, in English
    yield from fields(
        ("afvisning", refusal), ("ordlyd", wording), ("omfang", found.scope),
        ("beskyttelse", found.tier), *(("rækker", one) for one in found.rows), ("adgange", ", ".join(found.grants)),
        *(("detaljeringsgrad", one) for one in found.grain), *(("fordi", one) for one in found.reasons),
    )  # fmt: skip
