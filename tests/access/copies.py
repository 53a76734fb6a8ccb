"""A world's database once more: cut to the rows that somebody may read, or with all others changed.

In a copy every cube has a table of its own, so that cubes which share one may be cut apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import duckdb

from semantic.execute.live import DATA_SOURCES
from semantic.model.load import load_model
from semantic.model.model import Cube, Model, Table
from tests.worlds import World

FAR = 1_000_003  # keys are below it


def relation_of(cube: Cube, catalog: str) -> str:
    """The cube's rows as a FROM clause has them; a cube of SQL reads its tables in the catalog that is used."""
    if isinstance(cube.relation, Table):
        return ".".join([*([catalog] if catalog else []), *cube.relation.parts])
    return f"({cube.relation.sql('duckdb')})"


@cache
def stored_model(folder: Path) -> Model:
    """The model's cubes whose rows stand in the database, and what they join: no targets."""
    model = _served_model(folder)
    return replace(model, cubes={name: cube for name, cube in model.cubes.items() if name not in model.targets})


def stored_cubes(model: Model) -> tuple[Cube, ...]:
    """Those that are no table of the server's own."""
    return tuple(cube for cube in model.cubes.values() if cube.data_source not in DATA_SOURCES)


def _served_model(folder: Path) -> Model:
    model = load_model(folder)
    stored = stored_cubes(model)
    joined = {join.target for cube in stored for join in cube.joins.values()}
    cubes = {name: cube for name, cube in model.cubes.items() if cube in stored or name in joined}
    return replace(model, cubes=cubes, views={name: view for name, view in model.views.items() if view.root in cubes})


@cache
def copied_model(folder: Path) -> Model:
    """The model over a copy: the same, but for the tables."""
    model = _served_model(folder)
    cubes = dict(model.cubes)
    for cube in stored_cubes(stored_model(folder)):
        table = Table(("main", f"of_{cube.name}"))
        cubes[cube.name] = replace(cube, relation=table, tables=(table,))
    return replace(model, cubes=cubes)


def cut(world: World, rows: Mapping[str, str], file: Path) -> None:
    """The copy of the world that holds only the rows for which the conditions hold."""
    model = stored_model(world.model)
    with _opened(world, file) as connection:
        for cube in stored_cubes(model):
            condition = _placed(rows.get(cube.name, "true"), model, "demo")
            read = f"SELECT t.* FROM {relation_of(cube, 'demo')} AS t WHERE coalesce({condition}, false)"
            connection.execute(f"CREATE TABLE made.main.of_{cube.name} AS {read}")


def disturbed(world: World, rows: Mapping[str, str], file: Path) -> int:
    """The copy in which every row that no condition lets through is another, is gone, or has others beside it.

    Returns how many rows it holds that are not to be seen. What the conditions look at stays, so that the rows to be
    seen are the same: this is checked.
    """
    model = stored_model(world.model)
    hidden = 0
    with _opened(world, file) as connection:
        for cube in stored_cubes(model):
            _disturb(connection, model, cube, rows)
        for cube in stored_cubes(model):
            hidden += _checked(connection, model, cube, rows.get(cube.name, "true"))
    return hidden


def _checked(connection: duckdb.DuckDBPyConnection, model: Model, cube: Cube, condition: str) -> int:
    """The number of hidden rows of the cube in the copy, whose rows to be seen are those of the world."""
    passes = {where: f"coalesce({_placed(condition, model, where)}, false)" for where in ("demo", "made")}
    before = f"SELECT t.* FROM {relation_of(cube, 'demo')} AS t WHERE {passes['demo']}"
    now = f"SELECT t.* FROM made.main.of_{cube.name} AS t WHERE {passes['made']}"
    for one, other in ((before, now), (now, before)):
        assert connection.execute(f"SELECT count(*) FROM ({one} EXCEPT ALL {other})").fetchone() == (0,), cube.name
    hidden = connection.execute(f"SELECT count(*) FROM made.main.of_{cube.name} AS t WHERE NOT {passes['made']}")
    return int(hidden.fetchall()[0][0])


def _opened(world: World, file: Path) -> duckdb.DuckDBPyConnection:
    """A connection with the world as `demo`, in use, and the new file as `made`, with the register of loads."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"ATTACH '{world.database}' AS demo (READ_ONLY)")
    connection.execute(f"ATTACH '{file}' AS made")
    connection.execute("USE demo")
    registers = connection.execute("SELECT 1 FROM duckdb_tables() WHERE database_name = 'demo' AND table_name = 'load'")
    if registers.fetchall():
        connection.execute("CREATE TABLE made.main.load AS FROM demo.main.load")
    return connection


def _placed(condition: str, model: Model, where: str) -> str:
    """The condition with the cubes' tables: of the world itself, or of the copy."""
    tables = {name: f"made.main.of_{name}" if where == "made" else relation_of(cube, "demo")
              for name, cube in model.cubes.items()}  # fmt: skip
    return condition.format_map(tables)


def _disturb(connection: duckdb.DuckDBPyConnection, model: Model, cube: Cube, rows: Mapping[str, str]) -> None:
    """The cube's table in the copy: what is to be seen as it is; the rest changed, a third of it left out; and new."""
    base, made = relation_of(cube, "demo"), f"made.main.of_{cube.name}"
    passes = f"coalesce({_placed(rows.get(cube.name, 'true'), model, 'demo')}, false)"
    types = {name: kind for name, kind, *_ in connection.execute(f"DESCRIBE SELECT * FROM {base}").fetchall()}
    told, keys = set(re.findall(r"\w+", " ".join(rows.values()))), set(_keys(model, cube))
    new = {name for name in keys if not types[name].startswith(("DATE", "TIME"))} or keys
    changed = [_as(name) if name in told | keys else _other(name, kind, "~", 37) for name, kind in types.items()]
    added = [
        _fresh(name, kind) if name in new else _as(name) if name in told | keys else _other(name, kind, "+", 91)
        for name, kind in types.items()
    ]
    # Where a rule is about what is not there, a row that is gone would be seen by what led to it.
    gone = "false" if any("NOT EXISTS" in condition for condition in rows.values()) else "nr_ % 3 = 0"
    connection.execute(f"CREATE TABLE {made} AS SELECT t.* FROM {base} AS t WHERE {passes}")
    hidden = f"(SELECT t.*, row_number() OVER () AS nr_ FROM {base} AS t WHERE NOT {passes})"
    for cells, kept in ((changed, f"NOT ({gone})"), (added, "true")):
        named = ", ".join(f"{cell} AS {_as(name)}" for cell, name in zip(cells, types, strict=True))
        other = f"(SELECT {named} FROM {hidden} WHERE {kept})"
        connection.execute(f"INSERT INTO {made} SELECT t.* FROM {other} AS t WHERE NOT {passes}")


def _keys(model: Model, cube: Cube) -> Iterator[str]:
    """The columns that tell the cube's rows apart or that one row is met by, and those of what holds when."""
    named = [*cube.primary_key, *(cube.dimensions[one] for one in _times_of(cube))]
    yield from (ref.name for dimension in named for ref in dimension.expression.columns)
    for other in model.cubes.values():
        for join in other.joins.values():
            if join.target == cube.name and not join.to_many:
                yield from (ref.name for ref in join.on.columns if ref.path)


def _times_of(cube: Cube) -> tuple[str, ...]:
    return (cube.valid_time.begins, cube.valid_time.ends) if cube.valid_time else ()


def _as(name: str) -> str:
    return f'"{name}"'


def _other(name: str, kind: str, mark: str, days: int) -> str:
    """Another value of the same type."""
    column = _as(name)
    if kind == "VARCHAR":
        return f"CASE WHEN {column} IS NULL THEN 'x' ELSE {column} || '{mark}' END"
    if kind == "BOOLEAN":
        return f"{column} IS NOT TRUE"
    if kind.startswith(("DATE", "TIMESTAMP")):
        return f"CASE WHEN isinf({column}) THEN NULL ELSE ({column} - INTERVAL {days} DAY)::{kind} END"
    return f"(CASE WHEN {column} IS NULL OR {column} = 0 THEN 1 ELSE -{column} END)::{kind}"


def _fresh(name: str, kind: str) -> str:
    """A key that nothing has."""
    column = _as(name)
    if kind == "VARCHAR":
        return f"{column} || '+'"
    if kind.startswith(("DATE", "TIMESTAMP")):
        return f"({column} - INTERVAL 20000 DAY)::{kind}"
    return f"({column} + {FAR})::{kind}"
