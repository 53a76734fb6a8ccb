"""The governed record of a nøgletal, as written."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from semantic.model.vocabulary import Document


class LegalBasisDocument(Document):
    lov: str
    paragraf: str | None = None


class ChangeDocument(Document):
    version: str
    date: date
    text: str


class BreakDocument(Document):
    date: date
    text: str


class UncountedDocument(Document):
    """A nøgletal that was asked for and cannot be made of the data that there are, with why not."""

    id: str = Field(pattern=r"^[A-Za-z0-9_.-]+$", max_length=63)
    title: str = Field(min_length=1)
    theme: str
    data_area: str
    hvorfor: str = Field(min_length=1, description="Why it cannot be counted.")
    kraever: str = Field(min_length=1, description="What data it needs.")


class NoegletalDocument(Document):
    """The governed record of one key figure. The FLIS record's fields, one to one, and what FLIS lacks."""

    id: str = Field(pattern=r"^[a-z0-9_.-]+$")
    measure: str = Field(description="The measure that this record governs, `view.measure`.")
    title: str
    short_title: str | None = None
    theme: str
    definition: str
    taeller: str
    taeller_dataomraade: str | None = None
    naevner: str | None = None
    naevner_dataomraade: str | None = None
    laesevejledning: str | None = None
    owner: str
    legal_basis: list[LegalBasisDocument] = []
    data_area: str
    level: Literal["M", "Å"] = Field(description="Opgørelsesniveau: month or year.")
    units: dict[str, str] = Field(
        {}, description="The long view's kinds of unit, each with the dimension that it is: `kommune: view.dimension`."
    )
    period: str | None = Field(
        None, description="The long view's period: a time, or for years the number of the year, `view.dimension`."
    )
    display: Literal["Normal", "Procent"] = "Normal"
    status: Literal["kladde", "godkendt", "udgaaet"]
    version: str
    valid_from: date
    approved_by: str | None = None
    change_log: list[ChangeDocument] = []
    breaks: list[BreakDocument] = []
