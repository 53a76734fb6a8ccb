"""The request on one screen: every stage named once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from semantic.access.grant import Entitlement, Grants, entitle
from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel, visible
from semantic.authorise import authorise
from semantic.execute.cancellation import Cancellation
from semantic.execute.duckdb import Generation
from semantic.generate import generate
from semantic.limits import Limits, check_limits
from semantic.plan.build import plan
from semantic.plan.show import show
from semantic.query import Query
from semantic.resolve import resolve
from semantic.result import Result

T = TypeVar("T")


@dataclass(frozen=True)
class Service:
    """What is served now: one generation of data and model, who was granted what, and the limits."""

    generation: Generation
    grants: Grants
    limits: Limits = field(default_factory=Limits)
    timezone: str = "Europe/Copenhagen"

    def entitlement(self, principal: Principal) -> Entitlement:
        return entitle(principal.roles, self.grants)

    def visible(self, principal: Principal) -> VisibleModel:
        """The model as the principal sees it, the same object for the same set of grants."""
        return self.generation.visible(self.entitlement(principal))


class Stopwatch:
    """Milliseconds spent in each stage, by name."""

    def __init__(self) -> None:
        self.timings: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        try:
            return work()
        finally:
            self.timings[stage] = (time.perf_counter() - start) * 1000


def answer(query: Query, principal: Principal, service: Service, cancellation: Cancellation | None = None) -> Result:
    """The governed answer, its batches still to be read. Raises ServiceError, the same whoever encodes it."""
    raise NotImplementedError
