"""Declared questions as written in `schema/questions/`, and as linked: those that are to be asked again as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from semantic.errors import Place
from semantic.model.vocabulary import NAME, Document


class QuestionDocument(Document):
    """One question, with the id that it is known by for good."""

    id: str = Field(pattern=NAME, max_length=63)
    title: str = Field(min_length=1)
    description: str | None = None
    query: dict[str, Any] = Field(description="The question, in Cube's query format.")


@dataclass(frozen=True)
class DeclaredQuestion:
    """`query` is as written; whether it can be asked is told by `semantic.declared`."""

    id: str
    title: str
    description: str | None
    query: Mapping[str, Any] = field(hash=False)
    at: Place = field(default_factory=Place, compare=False)
