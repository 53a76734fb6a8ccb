"""The synthetic udbetalinger: what was paid each month, as three loads knew it. Rows are appended and never changed."""

from __future__ import annotations

import duckdb

from demo.load_register import SOCIAL_AUGUST, SOCIAL_OCTOBER, SOCIAL_SEPTEMBER

# A payment is dated the last day of its month, and is paid of what was granted on that day.
PAID = """
CREATE TEMP TABLE paid AS
SELECT ydelse_id * 100 + month(dag) AS udbetaling_id, ydelse_id, borger_id, enhed, bopaelskommune, dag,
       CAST(beloeb_pr_dag * day(dag) AS DECIMAL(12, 2)) AS beloeb
FROM main.ydelse, (SELECT last_day(make_date(2025, m, 1)) AS dag FROM range(6, 11) months(m)) days
WHERE start <= dag AND (slut IS NULL OR slut > dag)
"""
# September's load has corrected August: another amount, another enhed, and payments that were taken back. October's has
# begun and is not complete.
UDBETALING = f"""
CREATE TABLE main.udbetaling AS
SELECT CAST(udbetaling_id AS INTEGER) AS udbetaling_id, ydelse_id, borger_id, enhed, bopaelskommune, dag, beloeb,
       CAST(indlaesning AS INTEGER) AS indlaesning, annulleret
FROM (
    SELECT *, CASE month(dag) WHEN 9 THEN {SOCIAL_SEPTEMBER} WHEN 10 THEN {SOCIAL_OCTOBER} ELSE {SOCIAL_AUGUST} END
        AS indlaesning, false AS annulleret FROM paid
    UNION ALL BY NAME
    SELECT * REPLACE (CAST(beloeb * 1.1 AS DECIMAL(12, 2)) AS beloeb), {SOCIAL_SEPTEMBER} AS indlaesning,
        false AS annulleret FROM paid WHERE month(dag) = 8 AND ydelse_id % 20 = 0
    UNION ALL BY NAME
    SELECT * REPLACE ('E05' AS enhed), {SOCIAL_SEPTEMBER} AS indlaesning, false AS annulleret
    FROM paid WHERE month(dag) = 8 AND ydelse_id % 20 = 1 AND enhed = 'E06'
    UNION ALL BY NAME
    SELECT *, {SOCIAL_SEPTEMBER} AS indlaesning, true AS annulleret
    FROM paid WHERE month(dag) = 8 AND ydelse_id % 20 = 2
    UNION ALL BY NAME
    SELECT * REPLACE (beloeb * 2 AS beloeb), {SOCIAL_OCTOBER} AS indlaesning, false AS annulleret
    FROM paid WHERE month(dag) = 9 AND ydelse_id % 20 = 3
) ORDER BY indlaesning, udbetaling_id
"""


def create(con: duckdb.DuckDBPyConnection) -> None:
    """`main.udbetaling`, of which a later row of the same `udbetaling_id` replaces the earlier one."""
    con.execute(PAID)
    con.execute(UDBETALING)
    con.execute("DROP TABLE paid")
