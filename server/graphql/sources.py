"""`kilder`: how fresh the data is of each source of what the asker may see."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any, Protocol

import strawberry
from strawberry.types import Info

from semantic.access.visible import VisibleModel
from semantic.freshness import Freshness
from semantic.pipeline import Service

SOURCES = "kilder"
SIZES = {SOURCES: 20}  # how many items the list is reckoned to have, in the cost of a document


class Asking(Protocol):
    """What the asker may know of, and over which service."""

    @property
    def visible(self) -> VisibleModel: ...
    @property
    def service(self) -> Service: ...


@strawberry.type(name="Kilde", description="A source of what the asker may see, as the load register has it.")
class SourceFreshness:
    kilde: str
    systemer: str = strawberry.field(description="Where it is from.")
    dataversion: int | None = strawberry.field(description="The number of the newest complete load.")
    opgjort_pr: str | None = strawberry.field(name="opgjort_pr", description="The last day that the data speaks of.")
    indlaest: str | None = strawberry.field(description="When the newest complete load came, where that is known.")
    indlaesninger: int = strawberry.field(description="How many complete loads there are.")
    forventes_senest: str | None = strawberry.field(
        name="forventes_senest", description="By when the next is expected; none where the model expects none."
    )
    status: str = strawberry.field(description="frisk, forsinket, uden_frist or mangler.")
    vurderet_pr: str = strawberry.field(name="vurderet_pr", description="The day that the status is of.")


def sources_of(info: Info[Asking, None]) -> list[SourceFreshness]:
    return [source_of(one) for one in info.context.service.freshness(info.context.visible)]


def source_of(one: Freshness) -> SourceFreshness:
    """Days and moments as they are written in ISO 8601."""
    cells: dict[str, Any] = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(one).items()
    }
    return SourceFreshness(**cells)
