"""A theme's front page, as written and with the place where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from semantic.errors import Place
from semantic.model.vocabulary import Document

ID = r"^[a-z0-9_]+$"


class CardDocument(Document):
    """A nøgletal on the page: its value in the period, and in the same one a year before where the measure has that."""

    noegletal: str = Field(description="The id of the nøgletal's record.")
    tid: str = Field(description="The time dimension that the period is of, in the view of the measure.")
    periode: str = Field(description="The period in words, `last month`; it counts from the last complete load.")
    beregning: Literal["aatd"] | None = Field(None, description="The year to date in place of the plain measure.")


class ChartDocument(Document):
    """A graph on the page: nøgletal over time, all asked in the view of `tid`."""

    id: str = Field(pattern=ID, max_length=63)
    titel: str
    noegletal: list[str] = Field(min_length=1, max_length=3, description="The ids of the nøgletal's records.")
    tid: str = Field(description="The time dimension along which the graph runs.")
    inddeling: Literal["day", "week", "month", "quarter", "year"] = Field(description="How long each period is.")
    periode: str = Field(description="What it spans, `last 24 months`; it counts from the last complete load.")
    opdeling: str | None = Field(None, description="A dimension of the same view, whose members each have a line.")
    laesevejledning_graf: str


class ThemeDocument(Document):
    """One theme's page. Nobody is shown a page without a card that they may ask for."""

    id: str = Field(pattern=ID, max_length=63)
    raekkefoelge: int = Field(ge=1, description="The page's place among the others.")
    titel: str
    intro: str
    kort: list[CardDocument] = Field(min_length=1, max_length=12)
    grafer: list[ChartDocument] = Field(default=[], max_length=4)
    laesevejledning_noegletal: str | None = None
    kvalitetsvurdering: str | None = None
    kilder: bool = Field(False, description="Whether the page shows how fresh each source is.")
    statusrapport: bool = Field(False, description="Whether the status report on quality has the page's nøgletal.")


@dataclass(frozen=True)
class Theme:
    """A page in the model. Whether its figures can be asked for is told by `semantic.theme_page`."""

    document: ThemeDocument
    at: Place
