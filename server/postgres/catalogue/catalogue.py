"""Statements about the catalogue: typed, then run over what the asker may see."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal

import duckdb
import pyarrow as pa
from sqlglot import exp

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel
from semantic.edition.manifest import Manifest
from semantic.errors import LimitError, ParseError, Problem, ServiceError, refusal
from semantic.execute.cancellation import Cancellation
from semantic.execute.cells import one_select
from semantic.execute.clock import CLOCK
from semantic.freshness import Freshness
from server.postgres.catalogue import kinds
from server.postgres.catalogue.answer import as_sent
from server.postgres.catalogue.changed import settings_changed
from server.postgres.catalogue.database import ASKER_OID, SESSION, Database
from server.postgres.catalogue.facts import INFORMATION_SCHEMA, PG_CATALOG, Field, facts
from server.postgres.catalogue.grammar import translate
from server.postgres.catalogue.relations import Relation
from server.postgres.schemas import NOEGLETAL
from server.postgres.statement import PgColumn, Prepared, Rows, Session
from server.postgres.version import VERSION

MAX_ROWS = 200_000
SECONDS = 10.0
BATCH_ROWS = 10_000
MOST_DIGITS = 38  # of a numeric in the engine
See = Callable[[Principal], VisibleModel]
Fresh = Callable[[VisibleModel], tuple[Freshness, ...]]
Editions = Callable[[], Mapping[str, Manifest]]


@dataclass(frozen=True, eq=False)
class CataloguePrepared(Prepared):
    """A statement typed for one visible set, whose hash it keeps: for another it is typed anew."""

    query: exp.Query | None = None
    sql: str = ""
    visible: str = ""
    fields: tuple[Field, ...] = ()
    relations: frozenset[tuple[str, str]] = frozenset()
    bound: tuple[int, ...] = ()  # the parameters that are left in the engine's own text


def depends_only_on_catalogue(query: exp.Expr) -> bool:
    """Whether every table is one of PostgreSQL's own or of schema `noegletal`; also where there is no table at all."""
    own = {cte.alias_or_name.lower() for cte in query.find_all(exp.CTE)}
    return all(_is_own(table, own) for table in query.find_all(exp.Table))


def _is_own(table: exp.Table, ctes: set[str]) -> bool:
    if not isinstance(table.this, exp.Identifier):
        return True  # a function
    name = table.name if table.this.quoted else table.name.lower()
    schema = table.db.lower()
    if schema:
        return schema in (PG_CATALOG, INFORMATION_SCHEMA, NOEGLETAL)
    return name in ctes or (PG_CATALOG, name) in facts().relations


@dataclass
class _Slot:
    """A database that is kept. It is filled under its own lock, so that others need not wait for it."""

    database: Database | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class Catalogue:
    """Answers every statement that needs no figures. One database for each visible set, how fresh it is, and which
    editions there are.
    """

    def __init__(
        self, see: See, database: str = "nogletal", kept: int = 8, fresh: Fresh = lambda visible: (),
        editions: Editions = dict,
    ) -> None:  # fmt: skip
        self._see, self._name, self._kept, self._fresh, self._editions = see, database, kept, fresh, editions
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()
        self._lock = threading.Lock()
        self._started = datetime.now(UTC)

    def prepare(self, query: exp.Query, text: str, declared: Sequence[int], session: Session) -> CataloguePrepared:
        """The statement typed, nothing run. Raises ServiceError for what is not known or not served."""
        visible = self._see(session.principal)
        database = self._database(visible)
        given = {i: oid for i, oid in enumerate(declared, 1) if oid not in (0, kinds.UNKNOWN)}
        plain, fields, reading = translate(query, database, given)
        database.make_ready(reading.relations)
        sql = plain.sql("duckdb")
        count = max([*reading.parameters, len(declared)], default=0)
        types = [reading.parameters.get(i) or given.get(i) or kinds.TEXT for i in range(1, count + 1)]
        bound = tuple(sorted({int(one.name) for one in plain.find_all(exp.Parameter)}))
        fields = self._described(database, sql, fields, bound, session)
        columns = tuple(
            PgColumn(one.name, kinds.pg_type(kinds.base(one.type)), _modifier(one), one.table, one.number)
            for one in fields
        )
        parameters = tuple(kinds.pg_type(one) for one in types)
        return CataloguePrepared(
            text, parameters, columns, query, sql, visible.hash, fields, frozenset(reading.relations), bound
        )

    def run(
        self, prepared: CataloguePrepared, values: Sequence[object], session: Session, cancellation: Cancellation
    ) -> Rows:
        """The answer under way. Raises ServiceError."""
        visible = self._see(session.principal)
        if visible.hash != prepared.visible:
            assert prepared.query is not None
            declared = [one.oid for one in prepared.parameters]
            prepared = self.prepare(prepared.query, prepared.text, declared, session)
        database = self._database(visible)
        database.make_ready(prepared.relations)
        with at_work(database):
            work = _Work(self._cursor(database, session), cancellation)
            table = work.rows(prepared.sql, {str(number): _exact(values[number - 1]) for number in prepared.bound})
        try:
            sent = as_sent(table, prepared.fields, database.names_of)
        except pa.ArrowException as error:
            raise told(error) from None
        changed = settings_changed(prepared.query, values) if prepared.query is not None and sent.num_rows else ()
        return Rows(prepared.columns, iter(sent.to_batches(BATCH_ROWS)), settings=changed)

    def relation(self, principal: Principal, name: str) -> Relation | None:
        """A view as the catalogue lists it, with its OIDs; None when there is none that the principal may see."""
        return self.database(principal).public_relation(name)

    def close(self) -> None:
        with self._lock:
            while self._slots:
                database = self._slots.popitem()[1].database
                if database is not None:
                    database.close()

    def database(self, principal: Principal) -> Database:
        """The catalogue as the principal sees it, made when it is first asked for."""
        return self._database(self._see(principal))

    def _database(self, visible: VisibleModel) -> Database:
        fresh, editions = self._fresh(visible), tuple(self._editions().values())
        key = (visible.hash, fresh, tuple((one.name, one.created) for one in editions))
        with self._lock:
            slot = self._slots.pop(key, None) or _Slot()
            self._slots[key] = slot
            if len(self._slots) > self._kept:
                self._slots.popitem(last=False)  # closed when its last answer is forgotten
        with slot.lock:
            slot.database = slot.database or Database(visible, self._name, fresh, editions)
            return slot.database

    def _cursor(self, database: Database, session: Session) -> duckdb.DuckDBPyConnection:
        cursor = database.connection.cursor()
        settings = [list(session.settings), list(session.settings.values())]
        told = [session.principal.subject, ASKER_OID, self._name, VERSION, session.process, datetime.now(UTC)]
        cursor.execute(SESSION, [*told, self._started, *settings])
        return cursor

    def _described(
        self, database: Database, sql: str, fields: tuple[Field, ...], bound: Sequence[int], session: Session
    ) -> tuple[Field, ...]:
        """The columns with the engine's types where PostgreSQL's are not known. Raises what it does not take."""
        if all(one.type for one in fields):
            return fields
        cursor = self._cursor(database, session)
        try:
            found = cursor.execute(f"DESCRIBE {sql}", dict.fromkeys(map(str, bound)) or None).fetchall()
        except duckdb.Error as error:
            raise told(error) from None
        finally:
            cursor.close()
        return tuple(
            one if one.type else replace(one, type=_of_engine(row[1])) for one, row in zip(fields, found, strict=False)
        )


def _exact(value: object) -> object:
    """The value. Raises ParseError (P183) for a numeric that the engine would round without a word."""
    if isinstance(value, list):
        return [_exact(one) for one in value]
    if isinstance(value, Decimal):
        _, digits, places = value.as_tuple()
        if not isinstance(places, int) or max(len(digits), len(digits) + places, -places) > MOST_DIGITS:
            message = f"A numeric has at most {MOST_DIGITS} digits here, and is a number."
            raise refusal(Problem("P183", message))
    return value


ENGINE_WORDS = {word: oid for oid, word in kinds.ENGINE.items() if oid not in kinds.NAMED and oid not in (28, 29)}


def _of_engine(word: str) -> int:
    if word.endswith("[]"):
        return kinds.array_of(_of_engine(word.removesuffix("[]")))
    if word.startswith(("DECIMAL", "HUGEINT")):
        return kinds.NUMERIC
    return {**ENGINE_WORDS, "TIMESTAMP WITH TIME ZONE": kinds.TIMESTAMPTZ}.get(word, kinds.TEXT)


def _modifier(field: Field) -> int:
    found = kinds.kind(field.type)
    return found.modifier if found and found.base and field.modifier < 0 else field.modifier


class _Work:
    """One statement at work: a clock, a stop button, a bound on its rows."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, cancellation: Cancellation) -> None:
        self._cursor, self._cancellation, self._late = cursor, cancellation, False

    def rows(self, sql: str, values: Mapping[str, object]) -> pa.Table:
        self._cancellation.bind(self._cursor.interrupt)
        try:
            if self._cancellation.cancelled:
                raise duckdb.InterruptException("cancelled before it began")
            with CLOCK.bell(SECONDS, self._stop):
                statement = one_select(self._cursor, sql)
                reader = self._cursor.sql(statement, params=dict(values) or None).to_arrow_reader(BATCH_ROWS)
                return pa.Table.from_batches(_bounded(reader), schema=reader.schema)
        except (duckdb.Error, pa.ArrowException, RuntimeError, OSError) as error:
            raise self._refusal(error) from None
        finally:
            self._cancellation.bind(None)
            self._cursor.close()

    def _stop(self) -> None:
        self._late = True
        self._cancellation.cancel()

    def _refusal(self, error: Exception) -> ServiceError:
        if self._late:
            return LimitError(Problem("L502", "The question took too long.", "Ask for less."))
        if self._cancellation.cancelled:
            return LimitError(Problem("L503", "The question was cancelled."))
        return told(error)


@contextmanager
def at_work(database: Database) -> Iterator[None]:
    """A place among the statements at work. Raises LimitError (L504) when none gets free."""
    if not database.places.acquire(timeout=SECONDS):
        raise LimitError(Problem("L504", "The server is busy.", "Try again in a moment."))
    try:
        yield
    finally:
        database.places.release()


def _bounded(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    left = MAX_ROWS
    for batch in batches:
        left -= batch.num_rows
        if left < 0:
            raise too_many()
        yield batch


def too_many() -> LimitError:
    return LimitError(Problem("L501", "The answer has more rows than the maximum.", "Ask for fewer rows."))


def told(error: Exception) -> ServiceError:
    """The engine's error in our words. It knows of nothing but the catalogue, so its first line may be told."""
    line = str(error).splitlines()[0][:300]
    if isinstance(error, duckdb.OutOfMemoryException):
        return LimitError(Problem("L505", "The question needs more memory than one may take."))
    if "too many rows" in line:
        return too_many()
    if isinstance(error, duckdb.ConversionException):
        return ParseError(Problem("P183", "A value cannot be read as the type that is asked for.", detail=line))
    if isinstance(error, duckdb.InvalidInputException) and "is named" in line:
        return refusal(Problem("P182", line.removeprefix("Invalid Input Error: ")))
    return refusal(Problem("U450", "The catalogue does not answer this statement.", detail=line))
