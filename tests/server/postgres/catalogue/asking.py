"""Asks our catalogue in SQL, as somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from semantic.access.principal import Principal
from semantic.execute.cancellation import Cancellation
from server.postgres.catalogue.catalogue import Catalogue, CataloguePrepared
from server.postgres.statement import Session
from server.postgres.tree import parsed


def prepared(catalogue: Catalogue, session: Session, text: str, declared: Sequence[int] = ()) -> CataloguePrepared:
    [query] = parsed(text)
    return catalogue.prepare(query, text, declared, session)  # type: ignore[arg-type]


def rows(catalogue: Catalogue, session: Session, text: str, *values: object) -> list[tuple[Any, ...]]:
    answer = catalogue.run(prepared(catalogue, session, text), values, session, Cancellation())
    return [row for batch in answer.batches for row in shown(batch)]


def shown(batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
    """The rows as text shows them: of what has a number and a name, the name."""
    columns = [[named(cell) for cell in column.to_pylist()] for column in batch.columns]
    return zip(*columns, strict=True) if columns else iter([()] * batch.num_rows)


def named(cell: Any) -> Any:
    return cell["name"] if isinstance(cell, dict) else cell


def session_of(principal: Principal, process: int = 1, **settings: str) -> Session:
    return Session(principal, settings, process)
