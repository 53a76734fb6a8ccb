"""How many spells are active each month of ten years, of a million, against a sweep in hand-written SQL."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from benchmarks.figure import Figure, ratio
from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import SETTINGS, Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.query import Query, TimeDimension
from semantic.result import collect
from tests.worlds import open_grants

SPELLS = 1_000_000
MODEL = """
cubes:
  - name: ydelse
    sql_table: main.ydelse
    source: {system: Syntetisk, load: social}
    interval: {start: start, end: slut}
    dimensions:
      - {name: start, type: time, sql: start}
      - {name: slut, type: time, sql: slut}
    measures: [{name: aktive, type: active}]
"""
ROWS = f"""
CREATE TABLE load AS SELECT 1 AS number, 'social' AS source, DATE '2024-12-31' AS opgjort_pr, true AS complete;
CREATE TABLE ydelse AS
SELECT start, CASE WHEN hash(id, 3) % 10 > 0 THEN start + 1 + (hash(id, 2) % 1500)::INTEGER END AS slut
FROM (SELECT range AS id, DATE '2015-01-01' + (hash(range, 1) % 3653)::INTEGER AS start FROM range({SPELLS}));
"""
QUERY = Query(
    ("ydelse.aktive",), time_dimensions=(TimeDimension("ydelse.periode", "month", ("2015-01-01", "2024-12-31")),)
)
BY_HAND = """
    SELECT month, sum(sum(change)) OVER (ORDER BY month)::BIGINT AS active
    FROM (SELECT date_trunc('month', start) AS month, 1 AS change FROM spells.main.ydelse
          UNION ALL SELECT date_trunc('month', slut), -1 FROM spells.main.ydelse WHERE slut <= DATE '2024-12-31')
    GROUP BY month ORDER BY month
"""


def spell_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        file, limits = Path(folder) / "spells.duckdb", Limits()
        with duckdb.connect(str(file)) as connection:
            connection.execute(ROWS)
        service = Service(
            Generation({"spells": file}, link((read_text(MODEL, "m.yml"),)), limits), open_grants(), limits
        )
        by_hand = duckdb.connect(":memory:", config={"threads": limits.threads, "memory_limit": limits.memory})
        for setting in SETTINGS:
            by_hand.execute(f"SET {setting}")
        by_hand.execute(f"ATTACH '{file}' AS spells (READ_ONLY)")
        rows, written = collect(answer(QUERY, OPERATOR, service)).table, by_hand.sql(BY_HAND).to_arrow_table()
        assert rows.column(1).to_pylist() == written.column(1).to_pylist()
        found, ours, theirs = ratio(
            lambda: collect(answer(QUERY, OPERATOR, service)), lambda: by_hand.sql(BY_HAND).to_arrow_table(), 21
        )
        yield Figure("active_by_month_ratio", found, "ratio")
        yield Figure("active_by_month_ms", ours, "ms")
        yield Figure("active_by_month_hand_written_ms", theirs, "ms")
        by_hand.close()
