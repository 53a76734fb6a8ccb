"""How large the synthetic administration is, and how far back it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# The small administration begins each table where it is of use; a whole one has ten years up to its last load.
TEN_YEARS = date(2015, 10, 1)
WHOLE = 30  # times 2,000 citizens


@dataclass(frozen=True)
class Extent:
    """`times` multiplies the small administration's citizens, places and positions.

    From 60,000 citizens on it is whole: ten years, and more ydelser and positions to a citizen than the small one has.
    They are as many as make a million spells and five million days of absence; no source says so.
    """

    times: int

    @property
    def whole(self) -> bool:
        return self.times >= WHOLE

    def since(self, day: date) -> date:
        """The first day of a table that begins on `day` in the small administration."""
        return min(day, TEN_YEARS) if self.whole else day

    @property
    def ydelser_per_citizen(self) -> float:
        """On average, beside the first."""
        return 6.0 if self.whole else 1.1

    @property
    def workplaces(self) -> int:
        """Times the small administration's positions."""
        return (3 if self.whole else 1) * self.times
