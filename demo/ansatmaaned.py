"""The synthetic ansatte month by month: how many days each was employed and ill. It draws nothing of its own."""

from __future__ import annotations

import duckdb

from demo.fravaer import SHOWN_FROM
from demo.load_register import SOCIAL_AS_OF

# Days are cut to the month and to the employment, so that nobody is ill for more days than employed.
ANSATMAANED = """
CREATE TABLE main.ansatmaaned AS
WITH months AS (SELECT CAST(m AS DATE) AS maaned, CAST(m + INTERVAL 1 MONTH AS DATE) AS naeste
                FROM range($first, $as_of + 1, INTERVAL 1 MONTH) AS months(m)),
     employed AS (
         SELECT ansaettelse_id, ansat_id, enhed, personalegruppe, maaned, greatest(start, maaned) AS fra,
                least(coalesce(slut, naeste), naeste) AS til
         FROM months JOIN main.ansaettelse ON start < naeste AND coalesce(slut > maaned, true)),
     ill AS (
         SELECT ansaettelse_id, maaned,
                sum(least(coalesce(f.slut, til), til) - greatest(f.start, fra)) AS sygedage
         FROM employed e JOIN main.fravaer f
              ON f.ansat_id = e.ansat_id AND f.start < til AND coalesce(f.slut > fra, true)
         WHERE aarsag IN ('egen sygdom', 'arbejdsulykke') GROUP BY ALL)
SELECT CAST(row_number() OVER (ORDER BY maaned, ansaettelse_id) AS INTEGER) AS ansatmaaned_id, ansat_id, enhed,
       personalegruppe, maaned, CAST(til - fra AS INTEGER) AS ansaettelsesdage,
       CAST(coalesce(sygedage, 0) AS INTEGER) AS sygedage
FROM employed LEFT JOIN ill USING (ansaettelse_id, maaned) ORDER BY ansatmaaned_id
"""


def create(con: duckdb.DuckDBPyConnection) -> None:
    """`main.ansatmaaned`: a row for each employment and month with a day in it, from the first month with fravær."""
    con.execute(ANSATMAANED, {"first": SHOWN_FROM, "as_of": SOCIAL_AS_OF})
