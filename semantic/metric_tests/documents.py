"""A `*.tests.yml` file as written."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import Field

from semantic.model.vocabulary import Document

Cell = str | bool | int | float | datetime | date | None
Row = dict[str, Cell]


class ExpectDocument(Document):
    """The rows of the answer. Columns that no row names are not compared."""

    rows: list[Row]
    ordered: bool = Field(False, description="The rows must come in this order.")
    tolerance: Decimal | None = Field(None, ge=0, description="How far a number may be off. Left out: not at all.")


class PartsDocument(Document):
    over: list[str] = Field(min_length=1, description="The dimensions whose parts must add up to the whole.")


class RangeDocument(Document):
    min: Cell = None
    max: Cell = None


class MetricTestDocument(Document):
    """One question and what must be true of its answer."""

    name: str = Field(min_length=1)
    why: str | None = Field(None, description="Shown when the test fails.")
    query: dict[str, Any] = Field(description="The question, in Cube's query format.")
    given: dict[str, list[Row]] | None = Field(
        None, description="Rows of base tables; the question then sees these rows and no others."
    )
    expect: ExpectDocument | None = None
    equals_sql: str | None = Field(None, description="A query on the base tables with the same answer.")
    parts_add_up: PartsDocument | None = None
    range: dict[str, RangeDocument] | None = None
    not_null: list[str] | None = Field(None, min_length=1)
    unique: list[str] | None = Field(None, min_length=1, description="Columns that tell the answer's rows apart.")
    refused: str | None = Field(
        None, pattern=r"^[A-Z][0-9]{3}$", description="The code with which the question must be refused."
    )


class MetricTestsFile(Document):
    """One file of metric tests."""

    tests: list[MetricTestDocument] = []
