"""Which schema a relation stands in: what is served now, its catalogue as tables, and each edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from semantic.access.visible import VisibleModel
from semantic.edition.manifest import Manifest
from semantic.edition.opened import held_by

DATABASE = "nogletal"
PUBLIC, NOEGLETAL, EDITION = "public", "noegletal", "edition_"


@dataclass(frozen=True, eq=False)
class Shown:
    """What a schema shows to its asker, and of which edition it is."""

    visible: VisibleModel
    edition: str | None = None


def edition_schema(edition: str) -> str:
    """The schema of an edition, as PostgreSQL folds what nobody quotes.

    >>> edition_schema("2025K2")
    'edition_2025k2'
    """
    return f"{EDITION}{edition.lower()}"


def schema_shown(schema: str, visible: VisibleModel, editions: Mapping[str, Manifest]) -> Shown | None:
    """What the schema shows of the visible; the empty name is that of `public`.

    None where there is no such schema, or one that shows nothing: its name is then not known either.
    """
    if schema.lower() in ("", PUBLIC):
        return Shown(visible)
    found = next((one for name, one in editions.items() if edition_schema(name) == schema.lower()), None)
    shown = None if found is None else Shown(held_by(found, visible), found.name)
    return shown if shown is not None and shown.visible.views else None
