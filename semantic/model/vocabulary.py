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
