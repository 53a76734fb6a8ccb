"""Which schema a relation stands in: what is served now, its catalogue as tables, and each edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from semantic.access.visible import VisibleModel, narrowed
from semantic.edition.manifest import Manifest

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


def held_by(edition: Manifest, visible: VisibleModel) -> VisibleModel:
    """What can be asked of the edition, of what is visible today."""
    return narrowed(visible, frozenset(edition.members))


def schema_shown(schema: str, visible: VisibleModel, editions: Mapping[str, Manifest]) -> Shown | None:
    """What the schema shows of the visible; the empty name is that of `public`. None where there is no such schema."""
    if schema.lower() in ("", PUBLIC):
        return Shown(visible)
    found = next((one for name, one in editions.items() if edition_schema(name) == schema.lower()), None)
    return None if found is None else Shown(held_by(found, visible), found.name)
