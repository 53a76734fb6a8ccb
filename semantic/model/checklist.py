"""Checklists as written: the steps by which figures of an area are checked before they are called validated."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from semantic.model.vocabulary import Document

AREA = r"^[a-z][a-z0-9_]{0,62}$"
Area = Annotated[str, Field(pattern=AREA)]
Period = Literal["aar", "kvartal", "maaned"]


class StepMeasureDocument(Document):
    """A measure that tells whether a step is met, of one kommune in one period; exactly one of the limits is given."""

    maal: str = Field(description="The measure, `view.measure`.")
    kommune: str = Field(description="The dimension of the same view with the code of the kommune.")
    tid: str = Field(description="The time dimension of the same view that the period is of.")
    mindst: Decimal | None = Field(None, description="The step is met from this value on.")
    hoejst: Decimal | None = Field(None, description="The step is met up to this value.")


class StepDocument(Document):
    id: str = Field(pattern=r"^[a-z0-9_]+$", max_length=63)
    titel: str = Field(min_length=1)
    beskrivelse: str | None = None
    kilde: str | None = Field(None, description="Where the step is from.")
    maaling: StepMeasureDocument | None = Field(None, description="How the step is checked by number.")


class ChecklistDocument(Document):
    """One list. Its steps are done anew for each kommune, area and period."""

    id: str = Field(pattern=r"^[a-z0-9_]+$", max_length=63)
    titel: str = Field(min_length=1)
    beskrivelse: str | None = None
    kilde: str | None = Field(None, description="Where the list is from.")
    omraader: list[Area] = Field(
        min_length=1, description="The areas that it is for, as marks of validation name them."
    )
    periode: Period = Field(description="How long the periods are for which the list is done.")
    ukendte_trin: int = Field(
        0, ge=0, le=100, description="How many further steps the list has that are not known here; it is never whole."
    )
    trin: list[StepDocument] = Field(min_length=1, max_length=50)
