"""Row-giving statements answered by an engine of the test's own, so that the protocol can be tried by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from semantic.errors import DeniedError, LimitError, Place, Problem, ResolutionError
from semantic.execute.cancellation import Cancellation
from server.postgres import types
from server.postgres.statement import Notice, PgColumn, Prepared, Rows, Session
from server.postgres.types import PgType

BATCH = 2_048
ARROW: tuple[tuple[object, PgType], ...] = (
    (pa.types.is_boolean, types.BOOL), (pa.types.is_int16, types.INT2), (pa.types.is_int32, types.INT4),
    (pa.types.is_int64, types.INT8), (pa.types.is_float32, types.FLOAT4), (pa.types.is_float64, types.FLOAT8),
    (pa.types.is_decimal, types.NUMERIC), (pa.types.is_date, types.DATE), (pa.types.is_string, types.TEXT),
)  # fmt: skip


def type_of(found: pa.DataType) -> PgType:
    return next((mine for fits, mine in ARROW if fits(found)), types.TEXT)  # type: ignore[operator]


class Scratch:
    """`Statements` over an empty DuckDB. It notes what it was asked, and how many answers are still open."""

    def __init__(self) -> None:
        self.engine = duckdb.connect()
        self.asked: list[tuple[str, Session]] = []
        self.open = 0
        self.refuse: set[str] = set()

    def prepare(self, text: str, declared: Sequence[int], session: Session) -> Prepared:
        count = max((int(found) for found in re.findall(r"\$(\d+)", text)), default=0)
        oids = [*declared, *[0] * count][:count]
        cast = dict(re.findall(r"\$(\d+)::(\w+)", text))
        names = {"int": types.INT4, "text": types.TEXT}
        found = [names.get(cast.get(str(number), ""), types.INT4) for number in range(1, count + 1)]
        parameters = tuple(types.TYPES[oid] if oid else one for oid, one in zip(oids, found, strict=True))
        cursor = self.engine.cursor()
        if session.principal.subject in self.refuse:
            raise DeniedError(Problem("A301", "No grant covers the question."))
        try:
            relation = cursor.sql(f"SELECT * FROM ({text}) LIMIT 0", params=[None] * count if count else None)
            schema = relation.to_arrow_table().schema
        except duckdb.Error as error:
            at = text.find("nowhere")
            place = Place(position=at + 1) if at >= 0 else None
            raise ResolutionError(Problem("R202", str(error).splitlines()[0], "Look again.", at=place)) from None
        columns = tuple(PgColumn(one.name, type_of(one.type)) for one in schema)
        return Prepared(text, parameters, columns)

    def run(self, prepared: Prepared, values: Sequence[object], session: Session, cancellation: Cancellation) -> Rows:
        self.asked.append((prepared.text, session))
        cursor = self.engine.cursor()
        cancellation.bind(cursor.interrupt)
        self.open += 1
        try:
            with told(cancellation):
                reader = cursor.sql(prepared.text, params=list(values) or None).to_arrow_reader(BATCH)
        except BaseException:
            self._end(cursor, cancellation)
            raise
        notices = (Notice("Anvendt omfang: alle.", "omfang=alle"),) if "notice" in prepared.text else ()
        return Rows(prepared.columns, Batches(reader, cancellation, lambda: self._end(cursor, cancellation)), notices)

    def _end(self, cursor: duckdb.DuckDBPyConnection, cancellation: Cancellation) -> None:
        self.open -= 1
        cancellation.bind(None)
        cursor.close()


@contextmanager
def told(cancellation: Cancellation) -> Iterator[None]:
    """The engine's error, when it was stopped, as ours."""
    try:
        if cancellation.cancelled:
            raise RuntimeError("cancelled before it began")
        yield
    except (duckdb.Error, pa.ArrowException, OSError, RuntimeError):
        if cancellation.cancelled:
            raise LimitError(Problem("L503", "The question was cancelled.")) from None
        raise


class Batches(Iterator[pa.RecordBatch]):
    """Ended once: when read to the end, when closed, or by an error."""

    def __init__(self, reader: pa.RecordBatchReader, cancellation: Cancellation, end: Callable[[], None]) -> None:
        self._reader, self._cancellation, self._end = reader, cancellation, end
        self._ended = False

    def __next__(self) -> pa.RecordBatch:
        try:
            with told(self._cancellation):
                return self._reader.read_next_batch()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if not self._ended:
            self._ended = True
            self._end()
