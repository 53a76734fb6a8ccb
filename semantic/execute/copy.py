"""The data of an edition: the tables of the cubes that it holds, as their rows were in force; of all others no row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
from sqlglot import exp

from semantic import lower
from semantic.errors import Problem, UnsupportedError
from semantic.execute.duckdb import Generation
from semantic.execute.live import DATA_SOURCES
from semantic.execute.loads import REGISTER
from semantic.model.model import Cube
from semantic.relation import set_where

FROM, TO = "then", "edition"  # how the two databases are called while rows are copied


@dataclass(frozen=True)
class Copied:
    """One table; `loads` are the numbers of those whose rows are kept, None for all, and () for no row."""

    catalog: str
    schema: str
    name: str
    loads: tuple[int, ...] | None
    load_column: str | None = None


def check_day(cubes: Iterable[Cube], generation: Generation, as_of: date) -> None:
    """Raises UnsupportedError where rows as of the day are not known: U415 no loads are kept, U416 there are none."""
    for cube in cubes:
        last = generation.loads.days.get(cube.source.load) if cube.source and cube.source.load else None
        if cube.loaded_at is not None:
            generation.loads.as_of(generation.model, [cube.name], as_of)
        elif not cube.static and (last is None or last > as_of):
            message = f"'{cube.name}' keeps no loads, and its rows may be of a later day than {as_of}."
            hint = "Leave out --as-of, or keep with --question only what is known of that day."
            raise UnsupportedError(Problem("U415", message, hint))


def tables(generation: Generation, held: frozenset[str], as_of: date | None) -> tuple[Copied, ...]:
    """Every table of the model, once; the rows of the cubes that are `held`."""
    found: dict[tuple[str, str, str], Copied] = {}
    for cube in generation.model.cubes.values():
        for table in () if cube.data_source in DATA_SOURCES else cube.tables:
            place = generation.table_name(cube, table)
            loads, column = _loads(cube, generation, as_of) if cube.name in held else ((), None)
            before = found.get(place)
            if before is None or before.loads == ():
                found[place] = Copied(*place, loads, column)
            elif loads is None:
                found[place] = Copied(*place, None)
    return tuple(found.values())


def _loads(cube: Cube, generation: Generation, as_of: date | None) -> tuple[tuple[int, ...] | None, str | None]:
    if cube.loaded_at is None or cube.source is None:
        return None, None
    complete = generation.loads.complete[cube.source.load or ""]
    numbers = tuple(one.number for one in complete if as_of is None or one.day <= as_of)
    column = lower.scalar(cube.dimensions[cube.loaded_at.load].expression, TO, ())
    return numbers, column.name if isinstance(column, exp.Column) else None


def copy_database(source: Path, target: Path, copied: Iterable[Copied], as_of: date | None) -> None:
    """The tables of one database, and its register of loads until the day."""
    with duckdb.connect(":memory:") as connection:
        for path, name, how in ((source, FROM, " (READ_ONLY)"), (target, TO, "")):
            literal = exp.Literal.string(str(path)).sql("duckdb")
            connection.execute(f"ATTACH {literal} AS {_quoted(name).sql('duckdb')}{how}")
        for one in copied:
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {_schema(one.schema)}")
            connection.execute(_written(one).sql("duckdb"))
        with suppress(duckdb.CatalogException):  # it has no register
            connection.execute(_register(as_of).sql("duckdb"))


def _written(one: Copied) -> exp.Create:
    select = exp.select("*").from_(_table(FROM, one.schema, one.name))
    if one.loads == ():
        set_where(select, exp.false())
    elif one.loads is not None and one.load_column is not None:
        numbers: list[exp.Expr] = [exp.Literal.number(number) for number in one.loads]
        set_where(select, exp.In(this=exp.Column(this=_quoted(one.load_column)), expressions=numbers))
    return exp.Create(this=_table(TO, one.schema, one.name), kind="TABLE", expression=select)


def _register(as_of: date | None) -> exp.Create:
    select = exp.select("*").from_(_table(FROM, "main", REGISTER))
    if as_of is not None:
        day = exp.Cast(this=exp.Literal.string(as_of.isoformat()), to=exp.DataType.build("DATE"))
        set_where(select, exp.LTE(this=exp.column("opgjort_pr"), expression=day))
    return exp.Create(this=_table(TO, "main", REGISTER), kind="TABLE", expression=select)


def by_catalog(copied: Iterable[Copied], catalogs: Iterable[str]) -> Mapping[str, list[Copied]]:
    found: dict[str, list[Copied]] = {name: [] for name in catalogs}
    for one in copied:
        found[one.catalog].append(one)
    return found


def _table(catalog: str, schema: str, name: str) -> exp.Table:
    return exp.Table(this=_quoted(name), db=_quoted(schema), catalog=_quoted(catalog))


def _schema(name: str) -> str:
    return f"{_quoted(TO).sql('duckdb')}.{_quoted(name).sql('duckdb')}"


def _quoted(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=True)
