"""Whether keys are keys: a wrong one would count rows twice in silence, so it is looked for before anyone asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sqlglot import exp

from semantic.errors import Place, Problem
from semantic.execute.live import DATA_SOURCES, KEYS
from semantic.model.model import Cube, Dimension, Join, Model, Scalar, Table

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


def check_live_keys(model: Model) -> Iterator[Problem]:
    """A fault for each key that a table of the server's own does not have: its rows come when all is looked over."""
    live = {cube.name: key for cube in model.cubes.values() if (key := _live_key(cube))}
    for name, key in live.items():
        cube = model.cubes[name]
        if cube.primary_key and not key <= _plain(cube.primary_key):
            yield _fault(f"The primary key of '{name}' leaves out some of {', '.join(sorted(key))}.", cube.at)
        for one in cube.dimensions.values():
            if one.unique and not key <= _plain((one,)):
                yield _fault(f"'{one.id}' is declared unique, and rows that come may share a value.", one.at)
    for cube in model.cubes.values():
        for edge in model.graph[cube.name].values():
            if edge.target in live and not edge.to_many and not _meets_key(model, cube, edge.step, live[edge.target]):
                message = (
                    f"The join '{edge.step.lstrip('<')}' of '{cube.name}' may meet several rows of '{edge.target}'."
                )
                yield _fault(message, _place(model, cube, edge.step))


def _meets_key(model: Model, cube: Cube, step: str, key: frozenset[str]) -> bool:
    """Whether every column of the key is to be equal to something of the row that the step is from."""
    on, is_back = _declared(model, cube, step).on, step.startswith("<")
    whole = on.node.unnest()
    tests = [one.unnest() for one in (whole.flatten() if isinstance(whole, exp.And) else (whole,))]
    equal = [(one.this.unnest(), one.expression.unnest()) for one in tests if isinstance(one, exp.EQ)]
    found: set[str] = set()
    for one, other in (pair for left, right in equal for pair in ((left, right), (right, left))):
        far = [_columns(on, side, not is_back) for side in (one, other)]
        if isinstance(one, exp.Placeholder) and not far[1]:
            found |= far[0]
    return key <= found


def _columns(on: Scalar, side: exp.Expr, with_path: bool) -> set[str]:
    """The columns at the join's other end, or at its own, that the side is made of."""
    read = (on.columns[int(one.name)] for one in side.find_all(exp.Placeholder))
    return {column.name.lower() for column in read if bool(column.path) == with_path}


def _live_key(cube: Cube) -> frozenset[str]:
    is_live = cube.data_source in DATA_SOURCES and isinstance(cube.relation, Table)
    return frozenset().union(*(KEYS.get(one.parts[-1], ()) for one in cube.tables)) if is_live else frozenset()


def _plain(dimensions: Iterable[Dimension]) -> frozenset[str]:
    """The columns that the dimensions are, and not merely made of."""
    own = (one.expression for one in dimensions if isinstance(one.expression.node, exp.Placeholder))
    return frozenset(column.name.lower() for one in own for column in one.columns if not column.path)


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
    return _declared(model, cube, step).at


def _declared(model: Model, cube: Cube, step: str) -> Join:
    owner, name = step[1:].split(".") if step.startswith("<") else (cube.name, step)
    return model.cubes[owner].joins[name]
