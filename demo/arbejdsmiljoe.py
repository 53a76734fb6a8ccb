"""The synthetic rekrutteringer and sikkerhedshændelser. How many there are is invented."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from demo.ansaettelser import GRUPPER
from demo.chance import one_of
from demo.extent import Extent
from demo.fravaer import SHOWN_FROM
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import CLOSED, ENHEDER, REORGANISED, SUCCESSOR

POSTED_PER_ENHED = 30
# Days from the advertisement until somebody is chosen or nobody is.
MEDIAN_DAYS = 55
IN_VAIN = 0.22
EVENTS_PER_ENHED = 120
TYPER = (("trusler", 0.45), ("fysisk vold", 0.4), ("anden hændelse", 0.15))

REKRUTTERING = """
CREATE TABLE main.rekruttering AS
SELECT CAST(row_number() OVER (ORDER BY opslaaet, enhed, personalegruppe, days) AS INTEGER) AS rekruttering_id,
       CASE WHEN enhed = $old AND opslaaet >= $day THEN $new ELSE enhed END AS enhed, personalegruppe, opslaaet,
       CASE WHEN opslaaet + days <= $as_of THEN opslaaet + days END AS afsluttet,
       CASE WHEN opslaaet + days > $as_of THEN NULL WHEN forgaeves THEN 'forgæves' ELSE 'besat' END AS udfald
FROM drawn ORDER BY rekruttering_id
"""
# Each day of an employment is as likely as another, until half of those who fall ill for long have it shortly before.
# Whoever works where the closed enhed's tilbud were works at those of its successor.
HAENDELSE = """
CREATE TABLE main.haendelse AS
WITH employed AS (
    SELECT *, closes - opens AS days, sum(closes - opens) OVER (PARTITION BY runs ORDER BY ansaettelse_id) AS until,
           sum(closes - opens) OVER (PARTITION BY runs) AS total
    FROM (SELECT *, CASE WHEN enhed = $old THEN $new ELSE enhed END AS runs, greatest(start, $first) AS opens,
                 coalesce(slut, $as_of + 1) AS closes FROM main.ansaettelse)
    WHERE closes > opens),
placed AS (
    SELECT drawn.*, CAST(floor(who * total) AS BIGINT) AS place_in_days
    FROM drawn JOIN (SELECT DISTINCT runs, total FROM employed) USING (runs)),
chosen AS (
    SELECT employed.*, place, type, ill, before, opens + CAST(place_in_days - (until - days) AS INTEGER) AS day
    FROM placed ASOF JOIN employed
         ON employed.runs = placed.runs AND employed.until - employed.days <= placed.place_in_days),
dated AS (
    SELECT *, coalesce(
        (SELECT min(f.start) - before FROM main.fravaer f
         WHERE ill AND f.ansat_id = chosen.ansat_id AND varighed_dage > 30
           AND aarsag IN ('egen sygdom', 'arbejdsulykke')
           AND f.start - before BETWEEN opens AND closes - 1), day) AS dag
    FROM chosen),
held AS (
    SELECT tilbud_id, CASE WHEN driftsenhed = $old THEN $new ELSE driftsenhed END AS runs, gyldig_fra, gyldig_til
    FROM main.tilbud JOIN main.pladser USING (tilbud_id))
SELECT CAST(row_number() OVER (ORDER BY dag, ansat_id, place) AS INTEGER) AS haendelse_id, ansat_id, enhed,
       personalegruppe, list_sort(found)[1 + CAST(floor(place * len(found)) AS INTEGER)] AS tilbud_id,
       type AS haendelsestype, dag
FROM (SELECT *, (SELECT list(tilbud_id) FROM held WHERE held.runs = dated.runs AND held.gyldig_fra <= dag
                   AND coalesce(held.gyldig_til > dag, true)) AS found FROM dated)
ORDER BY haendelse_id
"""


def create_rekruttering(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent) -> None:
    """`main.rekruttering`: positions advertised from 2022. `afsluttet` and `udfald` are NULL while it goes on."""
    units = [enhed for enhed in ENHEDER if enhed.id != SUCCESSOR for _ in range(POSTED_PER_ENHED * extent.workplaces)]
    size = len(units)
    span = (np.datetime64(SOCIAL_AS_OF) - np.datetime64(SHOWN_FROM)).astype(np.int64)
    groups = [GRUPPER[enhed.art] for enhed in units]
    drawn = rng.random(size)
    con.register("drawn", pa.table({
        "enhed": [enhed.id for enhed in units],
        "personalegruppe": [_one_of(group, one) for group, one in zip(groups, drawn, strict=True)],
        "opslaaet": pa.array(np.datetime64(SHOWN_FROM) + rng.integers(0, span, size)),
        "days": pa.array((MEDIAN_DAYS * rng.lognormal(0, 0.4, size)).astype(np.int32)),
        "forgaeves": rng.random(size) < IN_VAIN,
    }))  # fmt: skip
    parameters = {"old": CLOSED, "new": SUCCESSOR, "day": REORGANISED, "as_of": SOCIAL_AS_OF}
    con.execute(REKRUTTERING, parameters)
    con.unregister("drawn")


def create_haendelse(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent) -> None:
    """`main.haendelse`: what employees have met with at the tilbud that their enhed runs, from 2022."""
    unit = np.repeat(("E07", "E09", SUCCESSOR), EVENTS_PER_ENHED * extent.workplaces)
    draws = {name: rng.random(len(unit)) for name in ("who", "place")}
    con.register("drawn", pa.table({
        "runs": unit, **draws, "ill": rng.random(len(unit)) < 0.15,
        "before": pa.array(rng.integers(1, 91, len(unit)), pa.int32()),
        "type": one_of(rng, TYPER, len(unit)),
    }))  # fmt: skip
    con.execute(HAENDELSE, {"old": CLOSED, "new": SUCCESSOR, "as_of": SOCIAL_AS_OF, "first": SHOWN_FROM})
    con.unregister("drawn")


def _one_of(among: tuple[tuple[str, float], ...], drawn: float) -> str:
    for name, part in among:
        drawn -= part
        if drawn < 0:
            return name
    return among[-1][0]
