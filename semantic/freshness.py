"""How fresh the data of each source is: up to which day it is complete, when that came, and whether more was expected.

Of the sources of what the asker may see, and no others. Whether it is late is the one thing that counts from the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from semantic.access.visible import VisibleModel
from semantic.execute.loads import Load, Loads
from semantic.model.documents import ExpectedDocument
from semantic.model.grain import after, read_interval, read_length
from semantic.model.model import Cube, Model

DAY = timedelta(days=1)
Status = Literal["frisk", "forsinket", "uden_frist", "mangler"]


@dataclass(frozen=True)
class Freshness:
    """One source as the register has it. `dataversion` is the number of its newest complete load, `opgjort_pr` the last
    day that it speaks of, and `indlaest` when it came; NULL where nothing says so.

    `forventes_senest` is the day by which the next one should be there, NULL where the model expects none.
    """

    kilde: str
    systemer: str
    dataversion: int | None
    opgjort_pr: date | None
    indlaest: datetime | None
    indlaesninger: int
    forventes_senest: date | None
    status: Status
    vurderet_pr: date


def freshness(visible: VisibleModel, loads: Loads, today: date) -> tuple[Freshness, ...]:
    """A row for each source of a cube that the asker sees a member of, by name."""
    seen = {entry.member.cube for view in visible.views.values() for entry in view.members.values()}
    cubes: dict[str, list[Cube]] = {}
    for cube in (visible.model.cubes[name] for name in sorted(seen)):
        if cube.source is not None and cube.source.load is not None:
            cubes.setdefault(cube.source.load, []).append(cube)
    return tuple(_of(name, cubes[name], visible.model, loads, today) for name in sorted(cubes))


def _of(name: str, cubes: list[Cube], model: Model, loads: Loads, today: date) -> Freshness:
    known = loads.complete.get(name, ())
    newest = max(known, key=lambda one: (one.day, one.number), default=None)
    due = _due(newest, expected_of(model, name))
    return Freshness(
        name,
        ", ".join(dict.fromkeys(one.source.system for one in cubes if one.source is not None)),
        newest.number if newest else None,
        newest.day if newest else None,
        newest.arrived if newest else None,
        len(known),
        due,
        _status(newest, due, today),
        today,
    )


def expected_of(model: Model, load: str) -> ExpectedDocument | None:
    """What the model expects of the source; the checks hold that it is told in one way."""
    return next(_expected(model, load), None)


def _expected(model: Model, load: str) -> Iterator[ExpectedDocument]:
    for cube in model.cubes.values():
        if cube.source is not None and cube.source.load == load and cube.source.expected is not None:
            yield cube.source.expected


def _due(newest: Load | None, expected: ExpectedDocument | None) -> date | None:
    """The day on which the period that follows is over, and the days that a load may take from there."""
    if newest is None or expected is None:
        return None
    first = datetime.combine(newest.day + DAY, time())
    return (after(after(first, read_interval(expected.every)) - DAY, read_length(expected.within))).date()


def _status(newest: Load | None, due: date | None, today: date) -> Status:
    if newest is None:
        return "mangler"
    if due is None:
        return "uden_frist"
    return "forsinket" if today > due else "frisk"
