"""A rollup of three levels against the same subtotals as ROLLUP in hand-written SQL, on ten million rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from benchmarks.compile import star_service
from benchmarks.end_to_end import ROWS
from benchmarks.figure import Figure, ratio
from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import SETTINGS
from semantic.pipeline import Service, answer
from semantic.predicate import Asked
from semantic.query import Query
from semantic.result import collect

QUERY = Query(
    measures=("fact_0.number", "fact_0.amount", "fact_0.large", "fact_0.share"),
    dimensions=("lookup_0.region", "lookup_1.region", "fact_0.kind"),
    where=Asked("fact_0.kind", "notEquals", ("e",)),
    subtotals="rollup",
)
BY_HAND = """
    SELECT r.region AS first, grouping(r.region) = 1 AS every_first, s.region AS second,
           grouping(s.region) = 1 AS every_second, f.kind AS third, grouping(f.kind) = 1 AS every_third,
           count(*) AS number, sum(amount) AS amount, sum(amount) FILTER (WHERE f.kind = 'a') AS large,
           round(100 * sum(amount) FILTER (WHERE f.kind = 'a') / sum(amount), 1)::DECIMAL(38, 1) AS share
    FROM star.main.fact_0 AS f
    LEFT JOIN star.main.lookup_0 AS r ON f.lookup_0 = r.id
    LEFT JOIN star.main.lookup_1 AS s ON f.lookup_1 = s.id
    WHERE f.kind <> 'e' OR f.kind IS NULL
    GROUP BY ROLLUP (r.region, s.region, f.kind)
    ORDER BY number DESC, 2, 1, 4, 3, 6, 5
"""


def hand_written(file: Path, service: Service) -> duckdb.DuckDBPyConnection:
    """A connection to the database with the engine's settings as the service has them."""
    limits = service.limits
    connection = duckdb.connect(":memory:", config={"threads": limits.threads, "memory_limit": limits.memory})
    for setting in SETTINGS:
        connection.execute(f"SET {setting}")
    connection.execute(f"ATTACH '{file}' AS star (READ_ONLY)")
    return connection


def subtotal_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        service = star_service(Path(folder), 6, ROWS)
        by_hand = hand_written(Path(folder) / "star.duckdb", service)
        rows, written = collect(answer(QUERY, OPERATOR, service)).table, by_hand.sql(BY_HAND).to_arrow_table()
        assert [*rows.to_pydict().values()] == [*written.to_pydict().values()]
        found, _, theirs = ratio(
            lambda: collect(answer(QUERY, OPERATOR, service)), lambda: by_hand.sql(BY_HAND).to_arrow_table(), 21
        )
        yield Figure("subtotal_ratio", found, "ratio")
        yield Figure("subtotal_hand_written_10m_ms", theirs, "ms")
        by_hand.close()
