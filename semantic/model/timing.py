"""How a cube's rows stand in time: as snapshots, as versions that hold for a while, or as loads brought them."""

from __future__ import annotations

from dataclasses import dataclass

from semantic.model.stage import Window


@dataclass(frozen=True)
class Snapshot:
    date: str
    series: tuple[str, ...]
    periods: tuple[str, ...] = ()
    carry: Window | None = None


@dataclass(frozen=True)
class ValidTime:
    """Rows hold from the day `begins` until the day `ends`, which is not among them and is NULL while they hold."""

    begins: str
    ends: str


@dataclass(frozen=True)
class LoadedAt:
    """The dimensions that say which load brought a row, and whether it says that the row is no more."""

    load: str
    withdrawn: str | None = None
