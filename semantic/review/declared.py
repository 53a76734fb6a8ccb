"""What `meta.fortegnelse` of a cube says of its personal data, by the words that a register asks for (GDPR art. 30)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from semantic.model.model import Cube

KEY = "fortegnelse"


@dataclass(frozen=True)
class Declared:
    """Whose data, of what kinds, for how long, and who answers for it, as written; empty where nothing is."""

    registrerede: str = ""
    oplysninger: str = ""
    slettefrist: str = ""
    dataansvarlig: str = ""
    tredjelande: str = ""
    sikkerhed: str = ""


WORDS = tuple(field.name for field in fields(Declared))


def is_declared(cube: Cube) -> bool:
    """Whether the cube is of personal data by its own word, whether or not small cells of it are protected."""
    return KEY in cube.meta


def declared(cube: Cube) -> Declared:
    written = _written(cube)
    return Declared(*(_text(written.get(word)) for word in WORDS))


def misread(cube: Cube) -> tuple[str, ...]:
    """What of the declaration is no word of it, or has no text, as it is written; all of it where it is no mapping."""
    written = _written(cube)
    if is_declared(cube) and not isinstance(cube.meta[KEY], Mapping):
        return (KEY,)
    return tuple(str(word) for word, value in written.items() if word not in WORDS or not _text(value))


def _written(cube: Cube) -> Mapping[str, object]:
    found = cube.meta.get(KEY)
    return found if isinstance(found, Mapping) else {}


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
