"""The days on which grown-ups have help, and whose case they then are."""

from __future__ import annotations

import duckdb

from demo.paragraffer import GRANTED, SERVICELOVEN

ADULT = [one.paragraf for one in GRANTED if one.life == "voksen"]

# `help` has one row for each unbroken time with a ydelse; `until` is far ahead while one has no end.
ADULT_YDELSE = """
CREATE TEMP TABLE adult AS
SELECT ydelse_id, borger_id, enhed, sagsbehandler, start, coalesce(slut, DATE '9999-12-31') AS until
FROM main.ydelse WHERE lov = $lov AND list_contains($adult, paragraf)
"""
HELP = """
CREATE TEMP TABLE help AS
WITH beside AS (
    SELECT *, max(until) OVER (PARTITION BY borger_id ORDER BY start, ydelse_id
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM adult),
counted AS (
    SELECT *, count(*) FILTER (coalesce(start > before, true))
              OVER (PARTITION BY borger_id ORDER BY start, ydelse_id) AS number FROM beside)
SELECT CAST(row_number() OVER (ORDER BY borger_id, number) AS BIGINT) - 1 AS help_id, borger_id, foedselsaar,
       min(start) AS start, max(until) AS until
FROM counted JOIN main.borger USING (borger_id) GROUP BY borger_id, foedselsaar, number ORDER BY help_id
"""
# To be joined to `found`, which has a citizen and a day of help: the ydelse begun last has the case.
RESPONSIBLE = """
SELECT found.*, adult.enhed, adult.sagsbehandler
FROM found JOIN adult ON adult.borger_id = found.borger_id AND adult.start <= found.start AND adult.until > found.start
QUALIFY row_number() OVER (PARTITION BY found.borger_id, found.start ORDER BY adult.start DESC, ydelse_id DESC) = 1
"""


def find(con: duckdb.DuckDBPyConnection) -> None:
    """The tables `adult` and `help`, until `forget`."""
    con.execute(ADULT_YDELSE, {"lov": SERVICELOVEN, "adult": ADULT})
    con.execute(HELP)


def forget(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DROP TABLE help")
    con.execute("DROP TABLE adult")
