"""The register of personal data: what is kept of whom, and by which roles it is read, why and until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semantic.access.documents import RoleDocument
from semantic.model.model import Cube
from semantic.review.asked import Reviewed
from semantic.review.concerns import holders
from semantic.review.declared import Declared, declared
from semantic.review.matrix import NOTHING, matrix

About = tuple[str, str, str, bool, Declared, tuple[str, ...]]


@dataclass(frozen=True)
class Entry:
    """One role that reaches one cube of personal data, with what data protection asks to know of it.

    `key` is what tells persons apart, empty where the model does not say; `fields` are the titles of what is kept.
    `role` is empty where no role reaches the cube; `people` hold the role or one that includes it.
    """

    cube: str
    title: str
    key: str
    synthetic: bool
    declared: Declared
    fields: tuple[str, ...]
    role: str = ""
    role_title: str = ""
    niveau: str = ""
    rows: str = ""
    formaal: str = ""
    hjemmel: str = ""
    ejer: str = ""
    godkendt_af: str = ""
    gyldig_til: str = ""
    naeste_gennemgang: str = ""
    people: tuple[str, ...] = ()


def register(reviewed: Reviewed) -> tuple[Entry, ...]:
    """An entry for each cube of personal data and role that reaches it, by cube; one without a role where none does."""
    return tuple(_entries(reviewed))


def _entries(reviewed: Reviewed) -> Iterator[Entry]:
    cells = [cell for cell in matrix(reviewed) if cell.persons]
    for cube in dict.fromkeys(cell.cube for cell in cells):
        own = reviewed.model.cubes[cube]
        about = _about(own)
        reaching = [cell for cell in cells if cell.cube == cube and cell.rows != NOTHING]
        for cell in reaching:
            written = reviewed.policies.roles[cell.role].document
            assert written is not None
            yield _entry(about, written, cell.rows, reviewed)
        if not reaching:
            yield Entry(*about)


def _about(cube: Cube) -> About:
    titles = tuple(one.title for one in cube.dimensions.values())
    return cube.name, cube.title, cube.person_key or cube.persons or "", cube.synthetic, declared(cube), titles


def _entry(about: About, written: RoleDocument, rows: str, reviewed: Reviewed) -> Entry:
    end = reviewed.policies.roles[written.name].valid_to or written.gyldig_til
    return Entry(
        *about, written.name, written.title, written.niveau, rows, written.formaal, written.hjemmel, written.ejer,
        written.godkendt_af, end.isoformat(), written.naeste_gennemgang.isoformat(), holders(reviewed, written.name),
    )  # fmt: skip
