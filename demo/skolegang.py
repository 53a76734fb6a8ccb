"""The synthetic milestones of school of children and young people with help. Distributions are invented.

No source says how they do: that those in placement have lower marks here is invented, too.
"""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Borgere, Ints, Texts
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.paragraffer import BARNETS_LOV, SERVICELOVEN, SUCCEEDED

SHOWN_FROM = date(2018, 1, 1)
OLD = list(SUCCEEDED)
NEW = [SUCCEEDED[paragraf][0] for paragraf in OLD]
FORANSTALTNINGER = ("støttende indsats", "anbringelse", "efterværn og ungestøtte")
EIGHTH, EXAM, YOUTH = "8. klasse", "afgangseksamen", "ungdomsuddannelse"
# (milestone, earliest age of the year, years that it may be later, part of the children who reach it)
MILESTONES = ((EIGHTH, 15, 1, 0.92), (EXAM, 16, 1, 0.75), (YOUTH, 19, 3, 0.45))
PASSED = 0.8

# Each on the last day of June, of whoever has help that day; with several, the placement or else the last begun.
SKOLEGANG = """
CREATE TABLE main.skolegang AS
WITH helped AS (
    SELECT borger_id, enhed, sagsbehandler, start, coalesce(slut, DATE '9999-12-31') AS until, ydelse_id,
           $names[CASE WHEN lov = $new_law THEN list_position($new, paragraf)
                       ELSE list_position($old, paragraf) END] AS foranstaltning
    FROM main.ydelse
    WHERE lov = $new_law AND list_contains($new, paragraf) OR lov = $old_law AND list_contains($old, paragraf)),
reached AS (
    SELECT drawn.*, helped.* EXCLUDE (borger_id)
    FROM drawn JOIN helped ON helped.borger_id = drawn.borger_id AND start <= dag AND until > dag
    QUALIFY row_number() OVER (PARTITION BY drawn.borger_id, milepael
                               ORDER BY foranstaltning = 'anbringelse' DESC, start DESC, ydelse_id DESC) = 1)
SELECT CAST(row_number() OVER (ORDER BY dag, borger_id, milepael) AS INTEGER) AS skolegang_id,
       borger_id, enhed, sagsbehandler, foranstaltning, milepael, dag,
       CASE WHEN milepael = $exam AND passed THEN 'bestået' WHEN milepael = $exam THEN 'ikke bestået' END AS resultat,
       CASE WHEN milepael = $exam THEN CAST(greatest(-3, least(12, CASE WHEN passed THEN mark ELSE mark - 4 END
            - CASE WHEN foranstaltning = 'anbringelse' THEN 1 ELSE 0 END)) AS DECIMAL(3, 1)) END AS karakter
FROM reached ORDER BY skolegang_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, borgere: Borgere, extent: Extent) -> None:
    """`main.skolegang`: one row for each milestone that a child or young person with help reached.

    `resultat` and `karakter`, the mean of the marks, are NULL where it is no exam.
    """
    con.register("drawn", _drawn(rng, borgere, extent.since(SHOWN_FROM).year))
    laws = {"old_law": SERVICELOVEN, "new_law": BARNETS_LOV, "old": OLD, "new": NEW}
    con.execute(SKOLEGANG, {**laws, "names": list(FORANSTALTNINGER), "exam": EXAM})
    con.unregister("drawn")


def _drawn(rng: np.random.Generator, borgere: Borgere, shown_from: int) -> pa.Table:
    reached = [_reached(rng, borgere.foedselsaar, *milestone) for milestone in MILESTONES]
    who, name, year = (np.concatenate(column) for column in zip(*reached, strict=True))
    day = (year - 1970).astype("datetime64[Y]").astype("datetime64[M]") + 6
    day = day.astype("datetime64[D]") - 1
    kept = (year >= shown_from) & (day <= np.datetime64(SOCIAL_AS_OF))
    return pa.table({
        "borger_id": borgere.borger_id[who], "milepael": name, "dag": pa.array(day),
        "passed": rng.random(len(who)) < PASSED, "mark": np.round(rng.normal(6, 2, len(who)), 1),
    }).filter(pa.array(kept))  # fmt: skip


def _reached(
    rng: np.random.Generator, born: Ints, name: str, age: int, later: int, part: float
) -> tuple[Ints, Texts, Ints]:
    """(citizens, the milestone, the year in which they reach it)."""
    who = np.flatnonzero(rng.random(len(born)) < part)
    return who, np.full(len(who), name), born[who] + age + rng.integers(0, later + 1, len(who))
