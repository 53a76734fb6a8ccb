"""What every document of the model shares: strict keys, names, and what anything may say of itself."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

NAME = r"^[A-Za-z_][A-Za-z0-9_]*$"
Name = Field(pattern=NAME, max_length=63)


class Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Described(Document):
    name: str = Name
    title: str | None = None
    description: str | None = None
    public: bool | None = Field(None, description="Left out: true, but false for a primary key, as in Cube.")
    meta: dict[str, Any] = {}


class FilterDocument(Document):
    """A measure's own filter: a boolean model-SQL expression."""

    sql: str


class ValidTimeDocument(Document):
    """Time dimensions of the cube: its rows hold from the day `from` until the day `to`, which is not among them."""

    model_config = ConfigDict(populate_by_name=False)  # `from` is a word of Python, and no other name for it is known

    begins: str = Field(alias="from")
    ends: str = Field(alias="to", description="Where it is empty, the row still holds.")
