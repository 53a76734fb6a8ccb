"""What an answer is: typed columns, Arrow batches, and where the number comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pyarrow as pa

DataType = Literal["text", "boolean", "integer", "bigint", "decimal", "double", "date", "timestamp"]
Role = Literal["dimension", "time", "measure", "status", "subtotal", "rest", "stamp"]


@dataclass(frozen=True)
class Column:
    """One column of an answer, as every encoder meets it.

    `name` is `view.member`, with `.granularity` behind a grouped time dimension, as Cube has it. `type` is the
    type of the cells: `integer` fits 32 bits, `bigint` and `decimal` are exact and are strings in JSON
    interfaces. `decimals` is the number shown for a measure, None for others.
    """

    name: str
    title: str
    type: DataType
    role: Role
    unit: str | None = None
    decimals: int | None = None
    nullable: bool = True
    description: str | None = None


def stamp_columns(relation: str) -> tuple[Column, ...]:
    """The columns of a relation whose rows say where they are from."""
    told: tuple[tuple[str, str, DataType, str], ...] = (
        ("opgjort_pr", "Opgjort pr.", "date", "Den dag, som data er komplette til."),
        ("dataversion", "Dataversion", "integer", "Nummeret på den indlæsning, som tallet er fra."),
        ("omfang", "Omfang", "text", "Hvilke rækker tallet dækker, i ord."),
    )
    return tuple(
        Column(f"{relation}.{name}", title, kind, "stamp", nullable=False, description=about)
        for name, title, kind, about in told
    )


@dataclass(frozen=True)
class Stamp:
    """What every data answer carries: which model and load it is from, and whose rows it shows.

    `notes` are what a reader must know of the measures: breaks in their series, figures that are reconstructed.
    `decision` is the fingerprint of what was decided: answers are kept by it, and it is shown to nobody.
    """

    model_version: str
    data_version: int
    as_of: date
    as_of_source: str
    scope: str
    notes: tuple[str, ...] = ()
    decision: str = ""


@dataclass(frozen=True)
class Hidden:
    """What of an answer may not be shown: the `columns` with such values, and whether they decided on its rows.

    `few` says that some of its groups are of few persons, so that their extremes would be these persons' own.
    """

    columns: frozenset[str] = frozenset()
    chose: bool = False
    few: bool = False


@dataclass(frozen=True)
class Result:
    """An answer under way: `batches` are read once, in order, and follow `columns`.

    `default_limit` is set when the interface's cap applies: one row more than it may arrive, and says that the
    answer is cut (`collect` does both). `total` is the number of rows without limit and offset, where asked for.
    `asked` says in lines of Danish what cuts the answer, for who has nothing else than that.
    """

    columns: tuple[Column, ...]
    batches: Iterator[pa.RecordBatch]
    stamp: Stamp
    schema: pa.Schema
    default_limit: int | None = None
    total: int | None = None
    timings: dict[str, float] = field(default_factory=dict)
    hidden: Hidden = Hidden()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Collected:
    """A whole answer in memory."""

    columns: tuple[Column, ...]
    table: pa.Table
    stamp: Stamp
    truncated: bool
    total: int | None
    timings: dict[str, float]
    hidden: Hidden = Hidden()


def collect(result: Result) -> Collected:
    """The whole answer, cut to the default limit and marked when it was longer."""
    table = pa.Table.from_batches(result.batches, schema=result.schema)
    truncated = result.default_limit is not None and table.num_rows > result.default_limit
    if truncated:
        table = table.slice(0, result.default_limit)
    return Collected(result.columns, table, result.stamp, truncated, result.total, result.timings, result.hidden)
