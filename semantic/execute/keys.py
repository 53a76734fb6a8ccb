"""Whether keys are keys: a wrong one would count rows twice in silence, so it is looked for before anyone asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from semantic.errors import Place, Problem
from semantic.model.model import Cube, Model, Scalar

HasRows = Callable[[Cube], bool]
"""Whether the cube has a row at all."""
IsUnique = Callable[[Cube, list[Scalar], bool], bool]
"""Whether no two rows of the cube share these values; with True, whether none of them is NULL either."""
MeetsOne = Callable[[str, str], bool]
"""Whether no row of the cube meets more than one row over the step."""


FollowsDate = Callable[[Cube, Scalar, Scalar], bool]
"""Whether the second value differs between dates, and never within one."""


def check_keys(
    model: Model, has_rows: HasRows, is_unique: IsUnique, meets_one: MeetsOne, follows_date: FollowsDate
) -> Iterator[Problem]:
    """A fault for each primary key, each `unique` dimension and each to-one join that meets several rows."""
    for cube in model.cubes.values():
        yield from _moments_of_validity(cube)
        if not has_rows(cube):  # nothing to count twice; a metric test gives rows to a few of all cubes
            continue
        key = [one.expression for one in cube.primary_key]
        if key and not is_unique(cube, key, True):
            names = ", ".join(one.name for one in cube.primary_key)
            yield _fault(f"The primary key ({names}) of '{cube.name}' is not unique, or NULL in a row.", cube.at)
        for dimension in cube.dimensions.values():
            if dimension.unique and not is_unique(cube, [dimension.expression], False):
                yield _fault(f"'{dimension.id}' is declared unique, but two rows share a value.", dimension.at)
        yield from _undeclared_periods(cube, follows_date)
        for edge in model.graph[cube.name].values():
            if not edge.to_many and not meets_one(cube.name, edge.step):
                message = f"The join '{edge.step.lstrip('<')}' of '{cube.name}' meets several rows of '{edge.target}'."
                yield _fault(message, _place(model, cube, edge.step))


def _undeclared_periods(cube: Cube, follows_date: FollowsDate) -> Iterator[Problem]:
    """A number that follows from the snapshot's date, such as a year, must be declared as a period."""
    if cube.snapshot is None:
        return
    named = {cube.snapshot.date, *cube.snapshot.series, *cube.snapshot.periods}
    date = cube.dimensions[cube.snapshot.date].expression
    for dimension in cube.dimensions.values():
        plain = dimension.kind == "number" and not dimension.expression.paths - {()}
        shares = set(dimension.expression.columns) & set(date.columns)
        if (
            plain
            and not dimension.primary_key
            and dimension.name not in named
            and not shares
            and follows_date(cube, date, dimension.expression)
        ):
            message = f"'{dimension.id}' has one value for each snapshot date."
            hint = "Name it in the snapshot's 'periods' if it says something of the date."
            yield Problem("D654", message, hint, at=dimension.at)


def _moments_of_validity(cube: Cube) -> Iterator[Problem]:
    """Rows hold by the day: those that do not overlap in one time zone would in another, were they cut within it."""
    for name in (cube.valid_time.begins, cube.valid_time.ends) if cube.valid_time else ():
        dimension = cube.dimensions[name]
        if dimension.zoned in ("utc", "instant"):
            message = (
                f"'{dimension.id}' says on which days rows hold, but is a moment, whose day is not one everywhere."
            )
            hint = "Cast it to DATE, or say 'local_time: true' where it is Danish time without a zone."
            yield Problem("D634", message, hint, at=dimension.at)


def _fault(message: str, at: Place) -> Problem:
    return Problem("D653", message, "Correct the data or the model: rows would be counted twice.", at=at)


def _place(model: Model, cube: Cube, step: str) -> Place:
    owner, name = step[1:].split(".") if step.startswith("<") else (cube.name, step)
    return model.cubes[owner].joins[name].at
