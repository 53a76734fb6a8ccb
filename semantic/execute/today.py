"""What an edition's generation reads of today: look-ups of policies, and whose address must not be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlglot import exp

from semantic.model.model import Cube, Dimension, Model, Table
from semantic.plan.versions import Version
from semantic.relation import named, table_alias

PREFIX = "today:"  # before the name of a database, where it is attached as it is today
Place = tuple[str, str, str]  # catalog, schema, table
PlaceOf = Callable[[Cube, Table, bool], Place]


@dataclass(frozen=True)
class Today:
    """The databases of today, which rows of each cube are in force there, and the day that cubes are as of there."""

    files: Mapping[str, Path]
    in_force: Callable[[str], Version]
    day: Callable[[Iterable[str]], date]

    def attached(self) -> Mapping[str, Path]:
        return {f"{PREFIX}{name}": path for name, path in self.files.items()}


@dataclass(frozen=True)
class Flag:
    """A column that says of each row of a table, by its key, whether the person's address is protected."""

    cube: Cube
    table: Table
    column: str
    key: str


def flags_of(model: Model) -> Iterator[tuple[Cube, Flag | None]]:
    """Each cube with protected addresses and the flag that it goes by; None for one that is no plain column."""
    for cube in model.cubes.values():
        if cube.address_protection is not None:
            yield cube, _flag(model, model.dimension(cube.name, cube.address_protection))


def _flag(model: Model, dimension: Dimension) -> Flag | None:
    while dimension.alias is not None:
        _, cube, name = dimension.alias
        dimension = model.dimension(cube, name)
    home = model.cubes[dimension.cube]
    column, key = _plain(dimension), [_plain(one) for one in home.primary_key]
    if column is None or len(key) != 1 or key[0] is None or not isinstance(home.relation, Table):
        return None
    return Flag(home, home.relation, column, key[0])


def _plain(dimension: Dimension) -> str | None:
    """The one column that it is, of its own table and nothing else."""
    columns = dimension.expression.columns
    is_one = isinstance(dimension.expression.node, exp.Placeholder) and len(columns) == 1 and not columns[0].path
    return columns[0].name if is_one else None


def with_flag_of_today(flag: Flag, place_of: PlaceOf) -> exp.Select:
    """The table's rows as they are held, and of each what the flag says today; NULL of who is not there any more."""
    then, now = exp.to_identifier("then", quoted=True), exp.to_identifier("now", quoted=True)
    held, today = (
        exp.Table(
            this=_quoted(place[2]), db=_quoted(place[1]), catalog=_quoted(place[0]), alias=table_alias(alias.name)
        )
        for place, alias in (
            (place_of(flag.cube, flag.table, False), then),
            (place_of(flag.cube, flag.table, True), now),
        )
    )
    value = named(exp.Column(this=_quoted(flag.column), table=now.copy()), flag.column)
    rows = exp.Column(this=exp.Star(replace=[value]), table=then.copy())
    same = exp.EQ(
        this=exp.Column(this=_quoted(flag.key), table=then.copy()),
        expression=exp.Column(this=_quoted(flag.key), table=now.copy()),
    )
    joined = exp.Join(this=today, side="LEFT", on=same)
    return exp.Select(expressions=[rows], from_=exp.From(this=held), joins=[joined])


def _quoted(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=True)
