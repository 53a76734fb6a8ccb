"""The synthetic accounts and budget of 2024: 98 kommuner x konto (x month), after the autoriseret kontoplan."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

YEAR = 2024
MONTHS = 12
# (hovedkonto, funktion, dranst, ejerforhold, art, overførsel, kr. per inhabitant or share of REGK31's own figure).
# What is a share of is published; every level, and how it is divided on konti, is invented. A hovedkonto of which no
# source here names a funktion has none.
KONTI = (
    ("00", "0.28.20", 1, 1, 1, False, 0.55),
    ("00", "0.28.20", 1, 1, 2, False, 0.30),
    ("00", "0.28.20", 1, 4, 4, False, 0.15),
    ("00", "0.28.20", 3, 4, 4, False, 120.0),
    ("01", None, 1, 1, 7, False, -740.0),
    ("02", None, 1, 4, 4, False, 1_540.0),
    ("03", "3.22.01", 1, 1, 1, False, 8_600.0),
    ("03", "3.22.01", 1, 1, 2, False, 900.0),
    ("03", "3.22.01", 1, 1, 0, False, 410.0),
    ("04", None, 1, 3, 4, False, 5_110.0),
    ("05", "5.38.39", 1, 1, 1, False, 1_390.0),
    ("05", "5.38.50", 1, 1, 1, False, 640.0),
    ("05", "5.38.50", 1, 4, 4, False, 590.0),
    ("05", "5.38.50", 1, 1, 0, False, 35.0),
    ("05", "5.38.50", 2, 1, 7, False, -95.0),
    ("05", "5.38.52", 1, 1, 1, False, 710.0),
    ("05", "5.38.52", 1, 4, 4, False, 790.0),
    ("05", "5.38.59", 1, 1, 1, False, 730.0),
    ("05", "5.57.73", 1, 1, 5, True, 1.25),
    ("05", "5.57.73", 2, 1, 7, True, -0.25),
    ("06", "6.45.51", 1, 1, 1, False, 0.75),
    ("06", "6.45.51", 1, 4, 4, False, 0.25),
    ("06", "6.45.51", 1, 1, 0, False, 160.0),
)
PUBLISHED = {"0.28.20": "parker", "5.57.73": "hjaelp", "6.45.51": "administration"}
KEYS = "kommunekode, hovedkonto, funktion, dranst, ejerforhold, art, overfoersel"

KONTOREGNSKAB = f"""
CREATE TABLE main.kontoregnskab AS
SELECT {KEYS}, {YEAR} AS aar, CAST(make_date({YEAR}, maaned, 1) AS DATE) AS maaned,
       CAST(oere * 0.01 AS DECIMAL(18, 2)) AS beloeb_kr
FROM booked ORDER BY maaned, kommunekode, konto
"""
# Budgets are given in whole thousands.
KONTOBUDGET = f"""
CREATE TABLE main.kontobudget AS
SELECT {KEYS}, {YEAR} AS aar, CAST(oprindeligt * 1000 AS DECIMAL(18, 2)) AS oprindeligt_kr,
       CAST(korrigeret * 1000 AS DECIMAL(18, 2)) AS korrigeret_kr
FROM budgeted ORDER BY kommunekode, konto
"""
LEVELS = f"""
SELECT kommunekode, folketal,
       coalesce(max(kr_pr_indbygger) FILTER (funktion = '0.28.20'), 0) AS parker,
       coalesce(max(kr_pr_indbygger) FILTER (funktion = '5.57.73'), 0) AS hjaelp,
       coalesce(max(kr_pr_indbygger) FILTER (funktion = '6.45.51'), 0) AS administration
FROM main.indbyggere JOIN main.regnskab USING (kommunekode, aar)
WHERE aar = {YEAR} GROUP BY ALL ORDER BY kommunekode
"""
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.kontoregnskab`, a row for each konto and month, and `main.kontobudget`, a row for each konto."""
    levels = con.sql(LEVELS).to_arrow_table()
    year = _of_the_year(levels, rng)
    season = rng.normal(1, 0.06, (*year.shape, MONTHS))
    planned = year * rng.normal(0.985, 0.03, year.shape)
    keys = _keys(levels)
    months = np.tile(np.arange(1, MONTHS + 1), len(keys))
    booked = np.rint(year[:, :, None] / MONTHS * season * 100).astype(np.int64).ravel()
    con.register("booked", _repeated(keys, MONTHS).append_column("maaned", [months]).append_column("oere", [booked]))
    corrected = planned * rng.normal(1.01, 0.015, year.shape)
    thousands = {"oprindeligt": planned, "korrigeret": corrected}
    for name, kroner in thousands.items():
        keys = keys.append_column(name, [np.rint(kroner / 1000).astype(np.int64).ravel()])
    con.register("budgeted", keys)
    con.execute(KONTOREGNSKAB)
    con.execute(KONTOBUDGET)
    con.unregister("booked")
    con.unregister("budgeted")


def _of_the_year(levels: pa.Table, rng: np.random.Generator) -> Floats:
    """Kroner of each kommune and konto."""
    people = levels["folketal"].to_numpy()[:, None]
    published = {funktion: levels[name].to_numpy() for funktion, name in PUBLISHED.items()}
    own = np.exp(rng.normal(0, 0.12, (len(levels), len(KONTI))))
    for place, (_, funktion, _, _, _, _, level) in enumerate(KONTI):
        is_share = funktion in published and abs(level) < 10
        own[:, place] = published[str(funktion)] * level if is_share else own[:, place] * level
    return np.asarray(people * own)


def _keys(levels: pa.Table) -> pa.Table:
    """One row for each kommune and konto, kommune by kommune."""
    kommuner = len(levels)
    names = ("hovedkonto", "funktion", "dranst", "ejerforhold", "art", "overfoersel")
    columns = {name: pa.array([konto[place] for konto in KONTI] * kommuner) for place, name in enumerate(names)}
    codes = np.repeat(levels["kommunekode"].to_numpy(), len(KONTI))
    return pa.table({"kommunekode": codes, "konto": np.tile(np.arange(len(KONTI)), kommuner), **columns})


def _repeated(table: pa.Table, times: int) -> pa.Table:
    return table.take(np.repeat(np.arange(len(table)), times))
