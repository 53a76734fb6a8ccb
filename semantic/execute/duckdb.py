"""DuckDB, opened in generations: an in-memory main with every file attached read-only, then locked for good.

New data or a new model opens a new generation; the old one drains. No caller's SQL ever comes here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
from sqlglot import exp

from semantic.access.decide import UNNARROWED
from semantic.access.grant import Entitlement
from semantic.access.visible import VisibleModel, visible
from semantic.errors import DefinitionError, Problem, suggest
from semantic.execute.bind import ColumnType, bind
from semantic.execute.cancellation import Cancellation
from semantic.execute.cells import Cells, start
from semantic.execute.engine import LOCKS, QUOTIENTS, SETTINGS, column_type
from semantic.execute.gate import Gate
from semantic.execute.held import held_of
from semantic.execute.keys import check_keys, check_live_keys
from semantic.execute.live import CATALOG, DATA_SOURCES, NOTHING_ASKED, LiveTables
from semantic.execute.loads import ARRIVED, REGISTER, Load, Loads
from semantic.execute.scratch import Scratch, not_fitting
from semantic.execute.shares import Shared, with_shares
from semantic.execute.today import PREFIX, Place, Today, flags_of, with_flag_of_today
from semantic.generate import CELLS, Statement
from semantic.limits import Limits
from semantic.model.model import Cube, Dimension, Join, Model, Scalar, Table
from semantic.opening import any_row, change_days, count_keys, count_rows, describe, different_values, sum_shares
from semantic.plan.nodes import Source
from semantic.plan.source import dated_anew, joined
from semantic.plan.stand import Frame
from semantic.plan.sub_query import check_sub_queries, whole
from semantic.plan.versions import UNTOUCHED, Versions
from semantic.query import AsOf

OPEN_ANSWERS = 8  # being read for each one at work


class Generation:
    """One opened set of files with the model bound to them. `close` lets questions under way end."""

    def __init__(
        self, files: Mapping[str, Path], model: Model, limits: Limits, live: LiveTables = NOTHING_ASKED,
        today: Today | None = None,
    ) -> None:  # fmt: skip
        self._connection = duckdb.connect(":memory:")
        self._limits = limits
        self._gate = Gate(limits.concurrency, limits.queue, limits.queue_timeout)
        self._open = Gate(limits.concurrency * OPEN_ANSWERS + limits.queue, 0, limits.queue_timeout)
        self._visible: dict[object, VisibleModel] = {}
        self._catalogs, self._live, self._today = tuple(files), live, today
        self._flagged: dict[Place, Place] = {}
        try:
            self._attach({**files, **(today.attached() if today else {})})
            self._flag_as_today(model)
            self._lock_down()
            for name, table in live.items():
                self._connection.register(name, table.schema.empty_table())
            self.files = _seen(files)
            self.loads = self._read_loads(files)
            self._check_sources(model)
            _check_values(model, self.loads.otherwise.day)
            self.loads.check(model)
            self.model = bind(model, self._describe)
            self._held = held_of(self.model, self.table_name, lambda sql: self._connection.execute(sql).fetchall())
            self._check_keys()
            self.model = with_shares(self.model, self._days(), self._changes, self._shares)
            self.scratch = Scratch(limits, self._gate)
        except BaseException:
            self._connection.close()
            raise

    def _attach(self, files: Mapping[str, Path]) -> None:
        for setting in (*SETTINGS, f"threads={self._limits.threads}", f"memory_limit='{self._limits.memory}'"):
            self._connection.execute(f"SET {setting}")
        self._connection.execute(QUOTIENTS)
        for name, path in files.items():
            if not path.is_file():
                hint = "Build the demo with: nogletal demo build"
                raise DefinitionError(Problem("D660", f"There is no database file '{path}'.", hint))
            target = exp.Literal.string(str(path)).sql("duckdb")
            catalog = exp.Identifier(this=name, quoted=True).sql("duckdb")
            try:
                self._connection.execute(f"ATTACH {target} AS {catalog} (READ_ONLY)")
            except duckdb.Error as error:
                message = f"The database file '{path}' cannot be opened: {str(error).splitlines()[0][:200]}"
                raise DefinitionError(Problem("D660", message)) from None

    def _flag_as_today(self, model: Model) -> None:
        """INVARIANT: in an edition, too, whose address must not be known is told by today's flag."""
        for number, (_, flag) in enumerate(flags_of(model) if self._today else ()):
            place = self.table_name(flag.cube, flag.table) if flag else None
            if flag is None or place is None or place in self._flagged:
                continue
            view = ("memory", "main", f"flagged_{number}")
            select = with_flag_of_today(flag, self.table_name).sql("duckdb")
            try:
                self._connection.execute(f"CREATE VIEW main.{view[2]} AS {select}")
            except duckdb.Error:
                message = f"Whose address is protected today cannot be told by '{flag.cube.name}' of the edition."
                raise DefinitionError(Problem("D659", message, "Make a new edition.")) from None
            self._flagged[place] = view

    def _lock_down(self) -> None:
        """The order matters: after the last line nothing of it can be undone."""
        for lock in LOCKS:
            self._connection.execute(f"SET {lock}")

    def _read_loads(self, files: Mapping[str, Path]) -> Loads:
        """The registers of all files. What names no source is as of the newest load, or without any register as of
        the day the file was written."""
        number = 0
        complete: dict[str, list[Load]] = {}
        for catalog in files:
            register = exp.table_(REGISTER, db="main", catalog=catalog, quoted=True).sql("duckdb")
            with suppress(duckdb.CatalogException):
                columns = [name for name, *_ in self._connection.execute(f"DESCRIBE {register}").fetchall()]
                arrived = ARRIVED if ARRIVED in columns else "NULL"
                query = f"SELECT number, source, opgjort_pr, complete, {arrived} FROM {register} ORDER BY number"
                for load, source, day, is_complete, came in self._connection.execute(query).fetchall():
                    number = max(number, load)
                    if is_complete:
                        complete.setdefault(source, []).append(Load(load, day, came))
        newest = [(one.day, source) for source, loads in complete.items() for one in loads]
        written = [(_day_written(path), name) for name, path in files.items()]
        loads_of = {source: tuple(loads) for source, loads in complete.items()}
        return Loads(number, loads_of, AsOf(*(max(newest) if newest else min(written))))

    def _check_sources(self, model: Model) -> None:
        """Every `data_source`, and every database that a table names, is an attached one: none must read another."""
        known = ("default", *DATA_SOURCES, *self._catalogs)
        named = [
            (cube, name)
            for cube in model.cubes.values()
            for name in (cube.data_source, *(table.parts[0] for table in cube.tables if len(table.parts) == 3))
        ]
        faults = [
            Problem("D661", f"There is no database '{name}'.", suggest(name, known), at=cube.at)
            for cube, name in named
            if name is not None and name not in known
        ]
        if faults:
            raise DefinitionError(*faults)

    def _describe(self, model: Model, cube: Cube, scalars: list[Scalar]) -> list[ColumnType]:
        if not scalars:
            return []
        rows = joined(self._whole(model, UNTOUCHED), cube.name, {path for scalar in scalars for path in scalar.paths})
        try:
            found = self._connection.sql(describe(model, cube, scalars, rows, self.table_name))
        except duckdb.Error as error:
            raise ValueError(str(error)) from None
        return [column_type(str(one)) for one in found.types]

    def _check_keys(self) -> None:
        looks = (self._has_rows, self._is_unique, self._meets_one, self._follows_date)
        if problems := (*check_keys(self.model, *looks), *check_live_keys(self.model)):
            raise DefinitionError(*problems)

    def _has_rows(self, cube: Cube) -> bool:
        """In any load, since it may be asked as of an earlier one."""
        query = any_row(self.model, joined(self._whole(self.model, UNTOUCHED), cube.name, ()), self.table_name)
        return bool(self._connection.execute(query).fetchall())

    def _is_unique(self, cube: Cube, scalars: list[Scalar], never_null: bool) -> bool:
        days = (None, *self._earlier(cube.name))
        return all(self._is_unique_as_of(day, cube, scalars, never_null) for day in days)

    def _is_unique_as_of(self, day: date | None, cube: Cube, scalars: list[Scalar], never_null: bool) -> bool:
        found = self._whole(self.model, self.versions(day))
        rows = joined(found, cube.name, {path for scalar in scalars for path in scalar.paths})
        query = count_keys(self.model, cube, scalars, rows, self.table_name)
        every, complete, distinct = self._connection.execute(query).fetchall()[0]
        return bool(complete == distinct and (every == complete or not never_null))

    def _follows_date(self, cube: Cube, date: Scalar, value: Scalar) -> bool:
        """One value at each date and several in all; where each date is one row, only fewer values than dates tell."""
        pairs, dates, values = (self._count(cube, scalars)[1] for scalars in ([date, value], [date], [value]))
        return pairs == dates and values > 1 and (self._count(cube, [date])[0] > dates or values < dates)

    def _count(self, cube: Cube, scalars: list[Scalar]) -> tuple[int, int]:
        """Rows where none is NULL, and how many different values they have."""
        rows = joined(self._whole(self.model), cube.name, ())
        query = count_keys(self.model, cube, scalars, rows, self.table_name)
        _, complete, distinct = self._connection.execute(query).fetchall()[0]
        return int(complete), int(distinct)

    def _meets_one(self, cube: str, step: str) -> bool:
        """A left join gives as many rows as there were, exactly when no row meets two, on whatever day it is dated."""
        target = self.model.graph[cube][step].target
        days = [(day, (day,)) for day in self._earlier(cube, target)]
        return all(
            self._meets_one_on(dates, self.versions(asked), cube, step)
            for asked, dates in ((None, self._dates(cube, target)), *days)
        )

    def _meets_one_on(self, dates: tuple[date, ...], versions: Versions, cube: str, step: str) -> bool:
        found = self._whole(self.model, versions)
        alone, beside = (joined(found, cube, paths) for paths in ((), ((step,),)))
        rows = self._rows_of(alone)
        return all(self._rows_of(one) == rows for one in dated_anew(beside, dates))

    def _earlier(self, *cubes: str) -> tuple[date, ...]:
        """The earlier days as of which rows of the cubes may be asked for; of an edition there are none."""
        return () if self._today else self.loads.earlier(self.model, cubes)

    def _dates(self, cube: str, target: str) -> tuple[date, ...]:
        """The days that may date a join: any there has been, where both are the same whatever day is asked."""
        both = (self.model.cubes[cube], self.model.cubes[target])
        if self._today or both[1].valid_time is None or not all(one.static for one in both):
            return self._days()
        return (*self._days(), *(day for day in self._changes(both[1]) if day < self.loads.otherwise.day))

    def _shares(self, join: Join, day: date | None) -> Iterator[Shared]:
        """What each key has in shares on the day."""
        rows = joined(self._whole(self.model), join.target, ())
        query = sum_shares(self.model, join, day, rows, self.table_name)
        yield from (Shared(*row) for row in self._connection.execute(query).fetchall())

    def _changes(self, cube: Cube) -> Iterator[date]:
        """The days on which rows of the cube begin to hold, or cease to."""
        query = change_days(self.model, cube, joined(self._whole(self.model), cube.name, ()), self.table_name)
        yield from (day for pair in self._connection.execute(query).fetchall() for day in pair if day is not None)

    def values_of(self, dimension: Dimension) -> frozenset[object]:
        """The different values of a dimension over all rows of its cube, NULL left out. For who checks the model."""
        cube = self.model.cubes[dimension.cube]
        rows = joined(self._whole(self.model), cube.name, dimension.expression.paths)
        query = different_values(self.model, cube, dimension.expression, rows, self.table_name)
        return frozenset(row[0] for row in self._connection.execute(query).fetchall()) - {None}

    def _days(self) -> tuple[date, ...]:
        return self.loads.otherwise.day, *self.loads.days.values()

    def _rows_of(self, source: Source) -> int:
        query = count_rows(self.model, source, self.table_name)
        return int(self._connection.execute(query).fetchall()[0][0])

    def _whole(self, model: Model, versions: Versions | None = None) -> Frame:
        return whole(model, UNNARROWED, self.loads.otherwise.day, versions or self.versions())

    def versions(self, asked: date | None = None) -> Versions:
        """Which rows of each cube are in force, now or as of the day; of an edition, what is looked up is today's."""
        found = self.loads.versions(self.model, self._held, asked)
        return found if self._today is None else replace(found, newest=self._today.in_force)

    def table_name(self, cube: Cube, table: Table, today: bool = False) -> Place:
        """Catalog, schema and table: never left to a search path."""
        if cube.data_source in DATA_SOURCES:
            return CATALOG, "main", table.parts[-1]
        own = cube.data_source if cube.data_source not in (None, "default") else self._catalogs[0]
        assert own is not None
        catalog, schema, name = (*(own, "main")[: 3 - len(table.parts)], *table.parts)
        if today:
            return f"{PREFIX}{catalog}", schema, name
        return self._flagged.get((catalog, schema, name), (catalog, schema, name))

    def visible(self, entitlement: Entitlement) -> VisibleModel:
        """The model as the entitlement shows it, built once for all who see the same members."""
        sight = entitlement.sight
        found = self._visible.get(sight)
        if found is None:
            if len(self._visible) > 1000:
                self._visible.clear()
            found = self._visible[sight] = visible(self.model, entitlement)
        return found

    def as_of(self, cubes: Iterable[str], asked: date | None = None) -> AsOf:
        """The day of the answer. Raises UnsupportedError (U416)."""
        found = self.loads.as_of(self.model, cubes, asked)
        return found if self._today is None else replace(found, now=self._today.day(cubes))

    def data_version(self, cubes: Iterable[str], asked: date | None) -> int:
        """The number of the newest load that an answer over the cubes depends on."""
        return self.loads.number_of(self.model, cubes, asked)

    def run(self, statement: Statement, cancellation: Cancellation, cubes: Iterable[str] = ()) -> Cells:
        """The statement's cells, streamed; of the cubes that it reads those are read now whose rows are the server's.

        Raises LimitError (L502 to L505), UnsupportedError (U430), InternalError, and OSError of what is read now.
        """
        tables = {name: self._live[name].read() for name in self.live_of(cubes)}
        self._open.enter(cancellation)
        cursor = self._connection.cursor()
        for name, table in tables.items():
            cursor.register(name, table)
        return start(cursor, statement, cancellation, self._limits, self._gate, self._open.leave)

    def is_changing(self, cubes: Iterable[str]) -> bool:
        """Whether the next answer may be another though nothing was loaded: some are of what is the server's own."""
        return self._today is None and bool(self.live_of(cubes))

    def live_of(self, cubes: Iterable[str]) -> tuple[str, ...]:
        """The names of the tables of the server's own that the cubes are of."""
        own = (self.model.cubes[name] for name in cubes)
        return tuple(table.parts[-1] for cube in own if cube.data_source in DATA_SOURCES for table in cube.tables)

    def run_over(self, tables: Mapping[str, pa.Table], sql: str, cancellation: Cancellation) -> Cells:
        """The cells of what is computed over answers, away from the data. Raises as `run` does, and U432."""
        self._open.enter(cancellation)
        return self.scratch.run(Statement(sql, (), ()), tables, cancellation, self._open.leave, not_fitting)

    def finish(self, statement: Statement, cells: pa.Table, cancellation: Cancellation) -> Cells:
        """The cells of the statement over what is shown of its own. Raises as `run` does."""
        self._open.enter(cancellation)
        return self.scratch.run(statement, {CELLS: cells}, cancellation, self._open.leave)

    def is_ready(self) -> bool:
        """Whether the engine answers; a closed or broken one does not."""
        try:
            with self._connection.cursor() as cursor:
                return cursor.execute("SELECT 1").fetchall() == [(1,)]
        except duckdb.Error:
            return False

    def close(self) -> None:
        self._connection.close()
        self.scratch.close()


def _check_values(model: Model, as_of: date) -> None:
    """Raises DefinitionError where a measure has no value for each row that it is to stand beside."""
    if problems := tuple(check_sub_queries(model, UNNARROWED, as_of)):
        raise DefinitionError(*problems)


def _seen(files: Mapping[str, Path]) -> tuple[tuple[str, int, int, int], ...]:
    """Which files were opened: a load built anew has the same number, but is another file."""
    found = ((name, path.stat()) for name, path in files.items())
    return tuple((name, one.st_ino, one.st_mtime_ns, one.st_size) for name, one in found)


def _day_written(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime, ZoneInfo("Europe/Copenhagen")).date()
