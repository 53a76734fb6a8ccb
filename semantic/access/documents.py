"""Policies as written: who gets which members and rows, for what purpose and by what law, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from semantic.errors import Place
from semantic.model.read import nearest_place
from semantic.model.salvage import KeyPath
from semantic.model.vocabulary import Document, Name

Value = str | bool | int
AttributeType = Literal["string", "integer", "strings", "integers"]


class RowsDocument(Document):
    """One test of a row: of a dimension, of a hierarchy, or a combination. Exactly one of the first five is given."""

    dimension: str | None = Field(None, description="A dimension, written cube.dimension.")
    under: str | None = Field(None, description="A hierarchy, written cube.hierarchy: the unit or anything below it.")
    all: list[RowsDocument] | None = Field(None, description="Every one of these must hold.")
    any: list[RowsDocument] | None = Field(None, description="One of these must hold.")
    none: list[RowsDocument] | None = Field(None, description="None of these may hold.")
    operator: str = Field("equals", description="One of Cube's filter operators, for a dimension.")
    values: list[Value] | None = None
    attribute: str | None = Field(None, description="The asker's own attribute in place of values.")


class FinestGrainDocument(Document):
    time: Literal["day", "week", "month", "quarter", "year"] | None = Field(
        None, description="Times are asked by whole periods of this or coarser ones."
    )
    rows: bool = Field(False, description="Whether single rows may be asked for (ungrouped), and not only groups.")


class ThresholdsDocument(Document):
    """From how much on a figure about persons is shown, where the tier is `threshold`."""

    persons: int = Field(5, ge=2, le=1000, description="A figure of fewer persons is hidden.")
    share: int = Field(80, ge=1, le=100, description="A sum of which one person has more per cent is hidden.")
    alike: int = Field(
        10, ge=2, le=1000, description="That all or none of a group have something is hidden for fewer persons."
    )


class NarrowingDocument(Document):
    """What a grant and a restriction share."""

    name: str = Name
    reason: str = Field(description="Why, in a sentence that the asker may read.")
    scope: str = Field("", description="Whose rows these are, in words; {attribute} stands for the asker's own.")
    rows: list[RowsDocument] = Field([], description="All must hold, on every cube that can reach the dimensions.")
    via: list[str] = Field([], description="Which joins lead to the dimensions, where a cube has several ways.")


class GrantDocument(NarrowingDocument):
    """Members that may be asked together, and the rows that they are asked of."""

    members: list[str] = Field(min_length=1, description="cube.member, or cube.* for all of a cube.")
    excepted: list[str] = Field([], alias="except", description="What of them is left out.")
    follow: dict[str, list[str]] = Field(
        {}, description="Cubes whose rows may be read where a readable row of one of these cubes leads to them."
    )
    open: list[str] = Field([], description="Cubes of which every row may be read.")
    grain: FinestGrainDocument = Field(default_factory=lambda: FinestGrainDocument.model_validate({}))
    tier: Literal["none", "threshold"] = Field("none", description="How small cells are protected.")
    thresholds: ThresholdsDocument | None = Field(None, description="For the tier threshold; left out: 5, 80 and 10.")
    catalogue: bool = Field(False, description="The members are known of; a question is refused with the reason.")


class RestrictionDocument(NarrowingDocument):
    """Rows that are left, whatever is granted."""

    rows: list[RowsDocument] = Field(min_length=1)
    cubes: list[str] = Field([], description="On these cubes only. Left out: on all that reach the dimensions.")


class ForbidDocument(Document):
    """Members that nobody who holds this may ask, whatever is granted, nor what is computed from them."""

    name: str = Name
    reason: str
    members: list[str] = Field(min_length=1)


class AdministersDocument(Document):
    """Which roles its holder may hand out, to users with the same value of an attribute."""

    roles: list[str] = Field(min_length=1)
    within: str = Field(description="The attribute that both must have alike, for example kommune.")


class ValidatesDocument(Document):
    """Of which areas its holder may say that the figures are validated, for the kommune of an attribute alone."""

    areas: list[str] = Field(min_length=1)
    within: str = Field(description="The attribute with the code of the kommune.")


class RoleDocument(Document):
    """A role as the system's owner defines it (brugersystemrolle), with what data protection asks to know of it."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")
    title: str
    niveau: Literal["strategisk", "taktisk", "operationelt"]
    formaal: str = Field(min_length=1, description="The purpose.")
    hjemmel: str = Field(min_length=1, description="The legal basis.")
    ejer: str = Field(min_length=1)
    godkendt_af: str = Field(min_length=1)
    gyldig_til: date = Field(description="The last day on which the role gives anything.")
    naeste_gennemgang: date
    attributes: dict[str, AttributeType] = Field({}, description="What its holder must have; without it, nothing.")
    includes: list[str] = Field([], description="Roles whose clauses this one has, too.")
    grants: list[GrantDocument] = []
    restrictions: list[RestrictionDocument] = []
    forbids: list[ForbidDocument] = []
    administers: AdministersDocument | None = None
    validates: ValidatesDocument | None = None
    reviews: bool = Field(
        False, description="Its holder may see every policy and what others may see by it, never their figures."
    )
    writes_notes: bool = Field(
        False, description="Its holder may write notes on the figures that the holder sees; not by inclusion."
    )


class PolicyFile(Document):
    """One file of `access_policies/`. What stands outside a role holds for everybody."""

    roles: list[RoleDocument] = []
    restrictions: list[RestrictionDocument] = []
    forbids: list[ForbidDocument] = []


@dataclass(frozen=True)
class SourceFile:
    """One file of policies as read; `lines` gives the line of every key path."""

    name: str
    document: PolicyFile
    lines: Mapping[KeyPath, int]

    def at(self, *path: str | int) -> Place:
        return nearest_place(self.name, self.lines, path)
