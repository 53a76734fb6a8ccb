"""Statements of SQL clients → governed answers: the SQL endpoint's parse and encode, around the one pipeline."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from sqlglot import exp

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel, narrowed
from semantic.compose import Composition
from semantic.composed import Composed, answer_composed, prepare_composed, values_composed
from semantic.errors import ServiceError
from semantic.execute.cancellation import Cancellation
from semantic.pipeline import (
    Prepared as PreparedQuestion,
)
from semantic.pipeline import Service, checked, execute, prepare, recorded, stand
from semantic.result import Column, DataType, Result, Stamp
from server.postgres.catalogue.catalogue import Catalogue, CataloguePrepared, depends_only_on_catalogue
from server.postgres.schemas import EDITION, Shown, schema_shown
from server.postgres.sql.direct import Direct, cuts_all, direct
from server.postgres.sql.parameters import bound, parameters, typed
from server.postgres.sql.relations import Reading, Wishes
from server.postgres.sql.select import composition
from server.postgres.sql.where import is_never
from server.postgres.sql.wordings import as_one
from server.postgres.statement import Notice, PgColumn, Prepared, Rows, Session
from server.postgres.tree import one_query
from server.postgres.types import OF_COLUMN

LAST_DAY, INFINITY = 106_751_990, 2**63 - 1  # what 64 bits of microseconds reach, and what is beyond
FRESH = 1.0  # seconds for which what was decided on a statement holds, so that preparing and running is one decision


@dataclass(frozen=True, eq=False)
class Translated:
    """A statement as questions: one that is answered as it is, or several and what is computed over them."""

    direct: tuple[Direct, PreparedQuestion] | None
    composed: Composed | None
    columns: tuple[Column, ...]
    notices: tuple[Notice, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no row is asked for, as clients do to learn the types."""
        if self.direct is not None:
            query = self.direct[0].query
            is_grouped = bool(query.dimensions or query.time_dimensions) and not query.subtotals
            return query.limit == 0 or (is_grouped and is_never(query.where))
        assert self.composed is not None
        return cuts_all(self.composed.composition.select)


@dataclass(frozen=True)
class Select(Prepared):
    """A prepared statement with what was decided on it, for the moment that it holds."""

    tree: exp.Query = field(default_factory=exp.Select, repr=False, compare=False)
    decided: Decided | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, eq=False)
class Decided:
    translated: Translated
    service: Service
    principal: Principal
    wishes: Wishes
    at: float

    def holds(self, service: Service, session: Session) -> bool:
        same = self.principal == session.principal and self.wishes == wishes_of(session.settings)
        return same and self.service is service and time.monotonic() - self.at < FRESH


class PostgresStatements:
    """Answers row-giving statements over the service of now."""

    def __init__(self, get_service: Callable[[], Service]) -> None:
        self._get_service = get_service
        self._catalogue = Catalogue(
            lambda principal: get_service().visible(principal),
            fresh=lambda visible: get_service().freshness(visible),
            editions=lambda: get_service().editions.held(),
        )

    def prepare(self, text: str, declared: Sequence[int], session: Session) -> Prepared:
        """The statement typed; nothing of it is run. Raises ServiceError."""
        service = self._get_service()
        tree = one_query(text)
        if depends_only_on_catalogue(tree):
            return self._catalogue.prepare(tree, text, declared, session)
        one = Asking(service, session, None)
        with recorded(None, session.principal, service):
            tree = as_one(tree, text)
            types = parameters(tree, declared, service.visible(session.principal))
            translated = one.translate(typed(tree, types))
        at = time.monotonic()
        fixed = not types and not one.looked_ahead
        wishes = wishes_of(session.settings)
        decided = Decided(translated, service, session.principal, wishes, at) if fixed else None
        return Select(text, types, pg_columns(translated.columns), tree, decided)

    def run(self, prepared: Prepared, values: Sequence[object], session: Session, cancellation: Cancellation) -> Rows:
        """The answer now. Raises ServiceError."""
        if isinstance(prepared, CataloguePrepared):
            return self._catalogue.run(prepared, values, session, cancellation)
        assert isinstance(prepared, Select)
        service = self._get_service()
        decided = prepared.decided
        if decided is not None and decided.holds(service, session):
            translated = decided.translated
        else:
            asking = Asking(service, session, cancellation)
            with recorded(None, session.principal, service):
                translated = asking.translate(bound(prepared.tree, values))
        return _rows(translated, service, session, cancellation)


@dataclass
class Asking:
    """One statement on its way to questions. Without a `cancellation` only its types are asked for."""

    service: Service
    session: Session
    cancellation: Cancellation | None
    looked_ahead: bool = False  # whether the answer depends on others that must be known first

    def translate(self, tree: exp.Query) -> Translated:
        wishes, today = wishes_of(self.session.settings), self.service.visible(self.session.principal)
        visible = today if wishes.edition is None else self._of_then(wishes.edition, today)
        reading = Reading(
            visible, wishes, self._values_of, self._type_of, cache(lambda schema: self._shown(schema, visible, today)),
            self.cancellation is None,
        )  # fmt: skip
        found = composition(tree, reading)
        whole = direct(found, self.service.limits.max_rows)
        notices = tuple(reading.notices)
        if whole is not None:
            prepared = prepare(whole.query, self.session.principal, self.service)
            known = {column.name: column for column in prepared.statement.columns}
            names = [shown.name for shown in found.shown]
            columns = tuple(_named(known[pick], name, place in whole.moments)
                            for place, (pick, name) in enumerate(zip(whole.picks, names, strict=True)))  # fmt: skip
            return Translated((whole, prepared), None, columns, notices)
        composed = prepare_composed(found, self.session.principal, self.service)
        return Translated(None, composed, composed.columns, notices)

    def _shown(self, schema: str, visible: VisibleModel, today: VisibleModel) -> Shown | None:
        if not schema.lower().startswith(EDITION):
            return schema_shown(schema, visible, {})
        shown = schema_shown(schema, today, self.service.editions.held())
        if shown is None or shown.edition is None:
            return None
        return replace(shown, visible=narrowed(self._of_then(shown.edition, today), shown.visible.names))

    def _of_then(self, edition: str, today: VisibleModel) -> VisibleModel:
        """What can be named of the edition, by its own definitions: these say what adds up, and how it is rounded.

        Of one that may not be asked it is today's, and its questions are refused.
        """
        try:
            over, cut = stand(edition, self.session.principal, self.service)
        except ServiceError:
            return today
        return cut(over.visible(self.session.principal))

    def _values_of(self, part: Composition) -> list[tuple[Any, ...]]:
        """The rows of a part that must be known first. Of questions there are none while only types are asked for."""
        if part.questions:
            self.looked_ahead = True
        if part.questions and self.cancellation is None:
            prepare_composed(part, self.session.principal, self.service)
            return []
        composed = prepare_composed(part, self.session.principal, self.service)
        cancellation = self.cancellation or Cancellation()
        if part.questions:
            found = values_composed(composed, self.session.principal, self.service, cancellation)
            table = pa.Table.from_batches(found.batches, schema=found.schema)
        else:
            cells = self.service.generation.run_over({}, composed.sql, cancellation)
            table = pa.Table.from_batches(cells.batches, schema=cells.schema)
        return list(zip(*(column.to_pylist() for column in table.columns), strict=True))

    def _type_of(self, part: Composition) -> DataType:
        return prepare_composed(part, self.session.principal, self.service).columns[0].type


def _named(column: Column, name: str, moment: bool) -> Column:
    data_type = "timestamp" if moment else column.type
    return Column(name, column.title, data_type, column.role, column.unit, column.decimals, column.nullable)


def pg_columns(columns: Sequence[Column]) -> tuple[PgColumn, ...]:
    return tuple(PgColumn(column.name.partition("\x00")[0], OF_COLUMN[column.type]) for column in columns)


def _rows(translated: Translated, service: Service, session: Session, cancellation: Cancellation) -> Rows:
    columns = pg_columns(translated.columns)
    if translated.is_empty:
        _check(translated, service)
        return Rows(columns, iter(()), translated.notices)
    if translated.direct is not None:
        whole, prepared = translated.direct
        result = execute(prepared, cancellation)
        batches: Iterator[pa.RecordBatch] = _picked(result, whole)
    else:
        assert translated.composed is not None
        if not translated.composed.composition.questions:
            cells = service.generation.run_over({}, translated.composed.sql, cancellation)
            return Rows(columns, cells.batches, translated.notices)
        result = answer_composed(translated.composed, session.principal, service, cancellation)
        batches = result.batches
    return Rows(columns, batches, (*translated.notices, scope_notice(result.stamp)))


def _check(translated: Translated, service: Service) -> None:
    """The questions recorded of which no rows are asked for."""
    prepared = [translated.direct[1]] if translated.direct is not None else []
    for one in (*prepared, *(translated.composed.prepared if translated.composed is not None else ())):
        checked(one, service)


def _picked(result: Result, whole: Direct) -> Iterator[pa.RecordBatch]:
    """The answer's columns in the order of the select list."""
    places = [result.schema.names.index(pick) for pick in whole.picks]
    if not whole.moments and places == list(range(len(result.schema.names))):
        return result.batches
    return (_moments(batch.select(places), whole.moments) for batch in result.batches)


def _moments(batch: pa.RecordBatch, places: frozenset[int]) -> pa.RecordBatch:
    for place in places:
        name = batch.schema.names[place]
        column = batch.column(place)
        batch = batch.set_column(place, name, _of_days(column) if pa.types.is_date(column.type) else column)
    return batch


def _of_days(days: pa.Array) -> pa.Array:
    """The moments when the days begin. A day that no moment reaches is infinity's."""
    number = days.cast(pa.int32()).cast(pa.int64())
    within = pc.multiply(pc.if_else(pc.less_equal(pc.abs(number), LAST_DAY), number, 0), 86_400_000_000)
    beyond = pc.multiply(pc.sign(number), INFINITY)
    return pc.if_else(pc.less_equal(pc.abs(number), LAST_DAY), within, beyond).cast(pa.timestamp("us"))


def scope_notice(stamp: Stamp) -> Notice:
    """Whose rows the answer shows and where it is from, as the columns omfang, opgjort_pr and dataversion say it."""
    source = f" ({stamp.as_of_source})" if stamp.as_of_source else ""
    message = f"omfang: {stamp.scope}; opgjort_pr: {stamp.as_of}{source}; dataversion: {stamp.data_version}"
    return Notice(message, "; ".join(stamp.notes) or None)


def wishes_of(settings: Mapping[str, str]) -> Wishes:
    """What `SET nogletal.…` says."""

    def listed(name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in settings.get(f"nogletal.{name}", "").split(",") if part.strip())

    def flag(name: str, otherwise: bool) -> bool:
        return settings.get(f"nogletal.{name}", str(otherwise)).lower() in ("on", "true", "1", "yes")

    return Wishes(
        ungrouped=flag("ungrouped", False),
        every=listed("every"),
        segments=listed("segments"),
        top=listed("top"),
        rest=flag("rest", True),
        timezone=settings.get("nogletal.timezone") or None,
        as_of=settings.get("nogletal.as_of") or None,
        edition=settings.get("nogletal.edition") or None,
    )
