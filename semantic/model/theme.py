"""A theme's front page, as written."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from semantic.model.vocabulary import Document


class CardDocument(Document):
    """A nøgletal on the page: its value in the period, and in the same one a year before where the measure has that."""

    noegletal: str = Field(description="The id of the nøgletal's record.")
    tid: str = Field(description="The time dimension that the period is of, in the view of the measure.")
    periode: str = Field(description="The period in words, `last month`; it counts from the last complete load.")
    beregning: Literal["aatd"] | None = Field(None, description="The year to date in place of the plain measure.")


class ThemeDocument(Document):
    """One theme's page. Nobody is shown a page without a card that they may ask for."""

    id: str = Field(pattern=r"^[a-z0-9_]+$", max_length=63)
    raekkefoelge: int = Field(ge=1, description="The page's place among the others.")
    titel: str
    intro: str
    kort: list[CardDocument] = Field(min_length=1, max_length=10)
    laesevejledning_noegletal: str | None = None
    kvalitetsvurdering: str | None = None
    kilder: bool = Field(False, description="Whether the page shows how fresh each source is.")
    statusrapport: bool = Field(False, description="Whether the status report on quality has the page's nøgletal.")
