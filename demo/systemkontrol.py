"""Two synthetic systems that should agree: what one has granted each borger, and what the other pays."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from demo.load_register import SOCIAL_AS_OF

PAIR = "Bevilling og betaling"
# Parts of what is granted, all invented: never registered in the one system, never in the other, another amount there.
ONLY_PAID, ONLY_GRANTED, MORE_PAID, MORE_GRANTED = 0.01, 0.03, 0.02, 0.03

GRANTED = """
SELECT borger_id, lov, paragraf, arg_min(enhed, ydelse_id) AS enhed, sum(beloeb_pr_dag) AS beloeb
FROM main.ydelse WHERE start <= $day AND (slut IS NULL OR slut > $day)
GROUP BY borger_id, lov, paragraf ORDER BY borger_id, lov, paragraf
"""
# What two systems say of the same borger and paragraf stands in one row; what one of them does not know is NULL there.
SYSTEMKONTROL = """
CREATE TABLE main.systemkontrol AS
SELECT CAST(row_number() OVER (ORDER BY borger_id, lov, paragraf) AS INTEGER) AS systemkontrol_id,
       $pair AS systempar, $day AS dag, borger_id, lov, paragraf, enhed,
       CAST(CASE WHEN fault <> 1 THEN beloeb END AS DECIMAL(10, 2)) AS beloeb_1,
       CAST(CASE fault WHEN 2 THEN NULL WHEN 3 THEN beloeb * 1.1 WHEN 4 THEN beloeb * 0.9 ELSE beloeb END
            AS DECIMAL(10, 2)) AS beloeb_2
FROM granted POSITIONAL JOIN drawn ORDER BY systemkontrol_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.systemkontrol`: each borger and paragraf with help on the last day of the load, as either system has it."""
    granted = con.sql(GRANTED, params={"day": SOCIAL_AS_OF}).to_arrow_table()
    parts = np.cumsum([ONLY_PAID, ONLY_GRANTED, MORE_PAID, MORE_GRANTED])
    fault = (1 + np.searchsorted(parts, rng.random(len(granted)), side="right")) % 5
    con.register("granted", granted)
    con.register("drawn", pa.table({"fault": fault}))
    con.execute(SYSTEMKONTROL, {"pair": PAIR, "day": SOCIAL_AS_OF})
    con.unregister("granted")
    con.unregister("drawn")
