"""The synthetic underretninger and the børnefaglige undersøgelser that they lead to. Distributions are invented."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Borgere, Texts
from demo.chance import one_of
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import ENHEDER, SAGSBEHANDLERE_PER_TEAM, TEAMS_PER_ENHED
from demo.paragraffer import BARNETS_LOV_IN_FORCE

SHOWN_FROM = date(2022, 1, 1)
PER_CHILD = 1.1
UNDERRETTERE = (("skole", 0.34), ("daginstitution", 0.14), ("sundhedspersonale", 0.2), ("politi", 0.12), ("andre", 0.2))
MYNDIGHEDER = [enhed.id for enhed in ENHEDER if (enhed.field, enhed.art) == ("boern", "Myndighed")]
EXAMINED = 0.45
MEDIAN_DAYS = 96
# Barnets lov § 20, stk. 3: an examination takes four months at most. What held before it is not known here.
MONTHS_ALLOWED = 4

UNDERRETNING = """
CREATE TABLE main.underretning AS
SELECT CAST(row_number() OVER (ORDER BY modtaget, borger_id, drawn_id) AS INTEGER) AS underretning_id, borger_id,
       underretter, enhed, sagsbehandler, modtaget, udfald,
       CASE WHEN udfald = 'undersøgelse' AND modtaget >= $in_force
            THEN CAST(modtaget + to_months($months) AS DATE) END AS frist,
       CASE WHEN udfald = 'undersøgelse' AND modtaget + days <= $as_of THEN modtaget + days END AS afsluttet
FROM (SELECT *, CASE WHEN modtaget + assessed > $as_of THEN NULL WHEN examined THEN 'undersøgelse'
                     ELSE 'ingen undersøgelse' END AS udfald FROM drawn)
ORDER BY underretning_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, borgere: Borgere, extent: Extent) -> None:
    """`main.underretning`: what came in of children from 2022.

    `udfald` is NULL until somebody has assessed it, `afsluttet` while the examination goes on, and `frist` where there
    is none or barnets lov was not in force.
    """
    con.register("drawn", _drawn(rng, borgere, extent.since(SHOWN_FROM).year))
    parameters = {"as_of": SOCIAL_AS_OF, "in_force": BARNETS_LOV_IN_FORCE, "months": MONTHS_ALLOWED}
    con.execute(UNDERRETNING, parameters)
    con.unregister("drawn")


def _drawn(rng: np.random.Generator, borgere: Borgere, shown_from: int) -> pa.Table:
    # Only the birth year is known: a child from the year after it to the end of the year of the 17th birthday.
    first = np.maximum(borgere.foedselsaar + 1, shown_from)
    last = np.minimum(borgere.foedselsaar + 18, SOCIAL_AS_OF.year + 1)
    years = np.maximum(0, last - first)
    who = np.repeat(np.arange(len(borgere)), rng.poisson(PER_CHILD / 4 * years))
    begins = (first[who] - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    received = begins + (rng.random(len(who)) * years[who] * 365).astype(np.int64)
    kept = received <= np.datetime64(SOCIAL_AS_OF)
    who, received = who[kept], received[kept]
    unit = rng.choice(np.array(MYNDIGHEDER), len(who))
    team, number = (rng.integers(1, most + 1, len(who)) for most in (TEAMS_PER_ENHED, SAGSBEHANDLERE_PER_TEAM))
    persons = np.char.add("SB", np.char.add(_after_the_letter(unit), (team * 10 + number).astype(str)))
    missing = rng.random(len(who)) < 0.03
    return pa.table({
        "drawn_id": np.arange(len(who)), "borger_id": borgere.borger_id[who],
        "underretter": one_of(rng, UNDERRETTERE, len(who)),
        "enhed": pa.array(unit, mask=missing), "sagsbehandler": pa.array(persons, mask=missing),
        "modtaget": pa.array(received), "examined": rng.random(len(who)) < EXAMINED,
        "assessed": pa.array(rng.integers(1, 8, len(who)), pa.int32()),
        "days": pa.array(8 + (MEDIAN_DAYS * rng.lognormal(0, 0.4, len(who))).astype(np.int32)),
    })  # fmt: skip


def _after_the_letter(unit: Texts) -> Texts:
    """'01' of 'E01'."""
    return np.char.replace(unit, "E", "")
