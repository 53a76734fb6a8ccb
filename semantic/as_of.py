"""Whether what a question reads is known as of the day that it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from semantic.model.lineage import keeps_loads
from semantic.model.model import Model
from semantic.query import AsOf

AsOfCubes = Callable[[Iterable[str], date | None], AsOf]
"""The day of an answer over the cubes, now or as of a day; UnsupportedError (U416)."""


def is_known(cube: str, day: date, model: Model, as_of: AsOfCubes) -> bool:
    """Whether the cube's rows as of the day are there: it keeps its loads, or the day is that of its last one."""
    if keeps_loads(model, cube):
        return True
    source = model.cubes[cube].source
    last = as_of((cube,), None)
    return source is not None and source.load == last.source and last.day == day
