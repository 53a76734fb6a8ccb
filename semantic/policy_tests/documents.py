"""A `*.cases.yml` file as written."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field, StrictBool, StrictInt, StrictStr

from semantic.metric_tests.documents import Cell
from semantic.model.vocabulary import Document

One = StrictStr | StrictInt | StrictBool
Values = dict[str, list[Cell]]


class PolicyCaseDocument(Document):
    """One asker, one question, and whether it must be answered. Exactly one of allow, deny, hidden and sees is given.

    `never_sees` stands alone or beside `sees`; scope, only, never, value and equals_sql stand beside `allow`.
    """

    name: str = Field(min_length=1)
    why: str = Field(min_length=1, description="Shown when the case fails.")
    role: str | None = Field(None, description="The role that is tried.")
    roles: list[str] | None = Field(None, min_length=1, description="Several roles of one asker, in place of 'role'.")
    attributes: dict[str, One | list[One]] = Field(
        {}, description="What the asker has; may be wrong or missing on purpose, and then gives nothing."
    )
    on: date | None = Field(
        None, description="The day of the question. Left out: the last day on which every role of the asker is valid."
    )
    query: dict[str, Any] | None = Field(None, description="The question, in Cube's query format.")
    allow: Literal[True] | None = Field(None, description="The question is answered, with at least one row.")
    scope: str | None = Field(None, description="What the answer says of whose rows it is of.")
    only: Values | None = Field(None, min_length=1, description="Each row of the answer has one of these values.")
    never: Values | None = Field(None, min_length=1, description="No row of the answer has one of these values.")
    value: dict[str, Cell] | None = Field(None, min_length=1, description="The values of an answer of one row.")
    equals_sql: str | None = Field(None, description="A query on the base tables with the same answer.")
    deny: str | None = Field(None, pattern=r"^A3[0-9]{2}$", description="The code with which it must be refused.")
    hidden: Literal[True] | None = Field(
        None, description="The question is refused as if what it names did not exist (R201, R202)."
    )
    sees: list[str] | None = Field(None, min_length=1, description="Views and members that the asker's catalogue has.")
    never_sees: list[str] | None = Field(
        None, min_length=1, description="Views and members that the asker's catalogue must not have."
    )
    reviews: StrictBool | None = Field(None, description="Whether the asker may review policies.")
    writes_notes: StrictBool | None = Field(None, description="Whether the asker may write notes.")


class PolicyCasesFile(Document):
    """One file of policy cases, beside the policy of the same name."""

    cases: list[PolicyCaseDocument] = []
