"""Row-giving statements answered by an engine of the test's own, so that the protocol can be tried by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
        parameters = tuple(types.TYPES[oid] if oid else types.INT4 for oid in oids)
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
        if cancellation.cancelled:
            raise LimitError(Problem("L503", "The question was cancelled."))
        reader = cursor.sql(prepared.text, params=list(values) or None).to_arrow_reader(BATCH)
        self.open += 1
        notices = (Notice("Anvendt omfang: alle.", "omfang=alle"),) if "notice" in prepared.text else ()
        return Rows(prepared.columns, self._batches(reader, cursor, cancellation), notices)

    def _batches(
        self, reader: pa.RecordBatchReader, cursor: duckdb.DuckDBPyConnection, cancellation: Cancellation
    ) -> Iterator[pa.RecordBatch]:
        try:
            yield from reader
        except (duckdb.Error, pa.ArrowException, OSError, RuntimeError):
            if cancellation.cancelled:
                raise LimitError(Problem("L503", "The question was cancelled.")) from None
            raise
        finally:
            self.open -= 1
            cancellation.bind(None)
            cursor.close()
