"""Comparison groups as written in `schema/groups/`, and as linked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from semantic.model.stage import Peers
from semantic.model.vocabulary import Document, Name

GroupType = Literal[
    "landet", "region", "landsdel", "kommunegruppe", "samarbejde", "eget_udvalg", "institutioner"
]  # fmt: skip


class VintageDocument(Document):
    model_config = ConfigDict(populate_by_name=False)  # `from` is a word of Python

    begins: date = Field(alias="from", description="The first day on which these are the members.")
    members: list[int | str] = Field(min_length=1, description="Values of the dimension in `of`.")


class GroupDocument(Document):
    """Who a measure can be compared with: all that there are, those that share a dimension's value, or those named."""

    name: str = Name
    title: str = Field(description="As it stands behind a measure's title, in brackets.")
    description: str | None = None
    type: GroupType
    owner: str
    of: str = Field(description="What its members are, `cube.dimension`: the cube's key or another unique dimension.")
    counted_by: str = Field(description="The measure of that cube that counts them, `cube.measure`.")
    by: str | None = Field(None, description="Members with the same value of this dimension are one group.")
    vintages: list[VintageDocument] = Field([], description="Who the members are, and from when.")


@dataclass(frozen=True)
class Group:
    """A group that measures are compared with; `counted_by` is (cube, measure)."""

    name: str
    title: str
    description: str | None
    type: GroupType
    owner: str
    peers: Peers
    counted_by: tuple[str, str]
