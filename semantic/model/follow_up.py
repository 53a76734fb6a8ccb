"""Cohorts as written: the index event of a row, and what is looked for after it."""

from __future__ import annotations

from pydantic import Field

from semantic.model.vocabulary import Document, FilterDocument, ValidTimeDocument


class FollowedByDocument(Document):
    """What may come to the same person: an event in the follow-up, or a state that holds on its last day."""

    cube: str = Field("CUBE", description="Left out: the same cube.")
    event: str | None = Field(None, description="The time dimension of that cube whose day must lie in the follow-up.")
    holds: ValidTimeDocument | None = Field(None, description="Instead of 'event': a row that holds on the last day.")
    person: str | None = Field(
        None, description="The dimension of that cube that says who; left out: its 'person_key'."
    )
    filters: list[FilterDocument] = Field([], description="Which of its rows are looked for.")


class CohortKeys(Document):
    """What only a measure of the type `cohort` has."""

    index: str | None = Field(
        None, description="cohort: the time dimension with the index event; rows without one are not in the cohort."
    )
    followed_by: FollowedByDocument | None = None
    person: str | None = Field(None, description="cohort: who the index event is of; left out: 'person_key'.")
    within: str | None = Field(None, description="cohort: how long after the index event it is followed: 1 year.")
    after: str = Field("1 day", description="cohort: how long after the index event the follow-up begins.")
