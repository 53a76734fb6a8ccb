"""`ikkeOpgjorte`: key figures that were asked for and cannot be counted."""

from __future__ import annotations

from typing import Protocol

import strawberry
from strawberry.types import Info

from semantic.access.visible import VisibleModel, uncounted_of


class Asking(Protocol):
    """Who reads the catalogue."""

    @property
    def visible(self) -> VisibleModel: ...


@strawberry.type(name="IkkeOpgjort", description="A key figure that was asked for and cannot be counted.")
class UncountedNoegletal:
    id: strawberry.ID
    title: str
    theme: str
    data_area: str
    hvorfor: str = strawberry.field(description="Why it cannot be counted.")
    kraever: str = strawberry.field(description="What data it needs.")


def uncounted_noegletal(info: Info[Asking, None]) -> list[UncountedNoegletal]:
    return [
        UncountedNoegletal(**{**one.model_dump(), "id": strawberry.ID(one.id)})
        for one in uncounted_of(info.context.visible)
    ]


@strawberry.type
class UncountedQuery:
    ikke_opgjorte: list[UncountedNoegletal] = strawberry.field(
        resolver=uncounted_noegletal, description="Key figures that were asked for and cannot be counted, with why."
    )
