"""Targets as written: what a measure should be for each of some members in each of some periods."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from semantic.model.vocabulary import Document


class TargetValueDocument(Document):
    """The target of one member in one period; `members` are one for each of the document's dimensions, in order."""

    members: list[str | int] = []
    period: str | int = Field(description="2024, 2024K1 or 2024-03; of a period that is no time one of its values.")
    target: Decimal = Field(max_digits=30, decimal_places=9)
    tolerance: Decimal | None = Field(
        None, ge=0, max_digits=30, decimal_places=9, description="How far on the wrong side of it is tolerated."
    )


class TargetDocument(Document):
    """The targets of a measure. It has them as members of its own: `m__maal`, `m__maal_status` and more."""

    measure: str = Field(description="The measure, `cube.measure`.")
    owner: str
    note: str
    dimensions: list[str] = Field(
        [], description="The dimensions of the measure's cube whose members have targets; left out: its total has."
    )
    period: str = Field(description="The dimension of the cube that the periods are of.")
    grain: Literal["month", "quarter", "year"] | None = Field(
        None, description="How long each period is, where the dimension is a time."
    )
    values: list[TargetValueDocument] = Field(min_length=1)
