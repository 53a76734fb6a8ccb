"""The load register: what was loaded when, and up to which day each source is complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from semantic.model.model import Model
from semantic.query import AsOf

REGISTER = "load"  # table: number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN


@dataclass(frozen=True)
class Loads:
    """`number` is the newest load's, a running number and never a hash of content.

    `days` gives each source's last complete day; `otherwise` is the day of what names no source.
    """

    number: int
    days: Mapping[str, date]
    otherwise: AsOf

    def as_of(self, model: Model, cubes: Iterable[str]) -> AsOf:
        """The earliest day among the cubes' sources, and the source that it is."""
        sources = {source.load for name in cubes if (source := model.cubes[name].source) and source.load}
        known = sorted((self.days[name], name) for name in sources if name in self.days)
        return AsOf(*known[0]) if known else self.otherwise
