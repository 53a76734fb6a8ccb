"""How much of a row each of those has that it is divided among. Types only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Share:
    """The dimension of the joined cube that says it, to `scale` decimals.

    `faulty` are the keys whose shares do not add up to one: on each as-of day where that dates the join, and under None
    where it does not.
    """

    dimension: str
    scale: int = 0
    faulty: Mapping[date | None, tuple[str, ...]] = field(default_factory=dict)

    def faulty_on(self, as_of: date) -> tuple[str, ...]:
        """The keys whose shares are faulty for a question as of the day."""
        return self.faulty.get(None, ()) or self.faulty.get(as_of, ())
