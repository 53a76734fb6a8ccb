"""A whole question against the same question in hand-written SQL, on ten million rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from benchmarks.compile import star_service
from benchmarks.figure import Figure, ratio
from semantic.access.principal import OPERATOR
from semantic.pipeline import answer
from semantic.predicate import Asked
from semantic.query import Query
from semantic.result import collect

ROWS = 10_000_000
QUERY = Query(
    measures=("fact_0.number", "fact_0.amount", "fact_0.large", "fact_0.share"),
    dimensions=("lookup_0.region", "lookup_1.region", "fact_0.kind"),
    where=Asked("fact_0.kind", "notEquals", ("e",)),
)
BY_HAND = """
    SELECT r.region, s.region, f.kind, count(*) AS number, sum(amount) AS amount,
           sum(amount) FILTER (WHERE f.kind = 'a') AS large,
           round(100 * sum(amount) FILTER (WHERE f.kind = 'a') / sum(amount), 1) AS share
    FROM star.main.fact_0 AS f
    LEFT JOIN star.main.lookup_0 AS r ON f.lookup_0 = r.id
    LEFT JOIN star.main.lookup_1 AS s ON f.lookup_1 = s.id
    WHERE f.kind <> 'e' OR f.kind IS NULL
    GROUP BY ALL ORDER BY number DESC, 1, 2, 3
"""


def end_to_end_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        service = star_service(Path(folder), 6, ROWS)
        by_hand = duckdb.connect(":memory:", config={"threads": service.limits.threads})
        by_hand.execute(f"ATTACH '{folder}/star.duckdb' AS star (READ_ONLY)")
        found, ours, theirs = ratio(
            lambda: collect(answer(QUERY, OPERATOR, service)), lambda: by_hand.sql(BY_HAND).to_arrow_table(), 21
        )
        yield Figure("end_to_end_ratio_10m", found, "ratio")
        yield Figure("end_to_end_hand_written_10m_ms", theirs, "ms")
        by_hand.close()
