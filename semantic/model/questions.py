"""Declared questions, as written: `schema/questions/*.yml`."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from semantic.model.vocabulary import Document


class QuestionDocument(Document):
    """A question that editions keep, and that `verify` and `diff` ask again."""

    id: str = Field(pattern=r"^[a-z0-9_.-]+$")
    title: str
    description: str | None = None
    query: dict[str, Any] = Field(description="The question, in Cube's query format.")
