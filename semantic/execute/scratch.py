"""An engine of its own for what is computed over governed answers. It holds no data of ours, only what it is handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import duckdb
import pyarrow as pa

from semantic.errors import Problem, ServiceError, UnsupportedError
from semantic.execute.cancellation import Cancellation
from semantic.execute.cells import Cells, start
from semantic.execute.engine import LOCKS, QUOTIENTS, SETTINGS, column_type
from semantic.execute.gate import Gate
from semantic.generate import Statement
from semantic.limits import Limits
from semantic.result import DataType


class Scratch:
    """A locked in-memory engine without files. Every question has a cursor, and sees only its own tables."""

    def __init__(self, limits: Limits, gate: Gate) -> None:
        self._limits, self._gate = limits, gate
        self._connection = duckdb.connect(":memory:")
        own = ("GLOBAL ieee_floating_point_ops=false", f"threads={limits.threads}", f"memory_limit='{limits.memory}'")
        for setting in (*SETTINGS, *own, *LOCKS):
            self._connection.execute(f"SET {setting}")
        self._connection.execute(QUOTIENTS)

    def types(self, sql: str, schemas: Mapping[str, pa.Schema]) -> tuple[tuple[str, DataType], ...]:
        """Name and type of each column that the statement gives over tables of these schemas; nothing is computed.

        Raises UnsupportedError (U432) where the statement does not fit them.
        """
        with self._connection.cursor() as cursor:
            _register(cursor, {name: schema.empty_table() for name, schema in schemas.items()})
            try:
                found = cursor.sql(sql)
                return tuple((name, _known(str(one))) for name, one in zip(found.columns, found.types, strict=True))
            except duckdb.Error as error:
                raise not_fitting(error) from None

    def run(
        self, statement: Statement, tables: Mapping[str, pa.Table], cancellation: Cancellation,
        leave: Callable[[], None], misfit: Callable[[Exception], ServiceError] | None = None,
    ) -> Cells:  # fmt: skip
        """The statement's cells, streamed. Raises as a question's own cells do; `leave` is called once."""
        cursor = self._connection.cursor()
        try:
            _register(cursor, tables)
        except BaseException:
            cursor.close()
            leave()
            raise
        return start(cursor, statement, cancellation, self._limits, self._gate, leave, misfit)

    def close(self) -> None:
        self._connection.close()


def _register(cursor: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    for name, table in tables.items():
        cursor.register(name, table)


def _known(name: str) -> DataType:
    found = column_type(name).data_type
    if found is None:
        raise UnsupportedError(Problem("U432", f"A column of type {name.lower()} is not served.", "Cast it to text."))
    return found


def not_fitting(error: Exception) -> UnsupportedError:
    """What the engine has against an expression: functions and types that do not fit, in its own first line."""
    told = str(error).splitlines()[0].partition(": ")[2] or str(error).splitlines()[0]
    return UnsupportedError(Problem("U432", "An expression over the answer cannot be computed.", None, told[:300]))
