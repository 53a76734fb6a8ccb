"""Varde's own tables of 2021: the forecast per paragraf, the § 108 rows and totals, and the conventions behind them."""

from __future__ import annotations

import duckdb

from demo.open_data import DATA

KOMMUNEKODE = 573

PROGNOSE = f"""
CREATE TABLE main.varde_prognose AS
SELECT {KOMMUNEKODE} AS kommunekode, paragraf, paragraf_tekst, kontoplan_funktion, funktion_tekst, prognose_kr,
       enhed_private_pp AS private_kr, enhed_andre_kommuner_pp AS andre_kommuner_kr, enhed_varde_pp AS varde_kr,
       korrigeret_budget_kr
FROM read_csv($file, header = true, columns = {{
    'paragraf_tekst': 'VARCHAR', 'paragraf': 'VARCHAR', 'kontoplan_funktion': 'VARCHAR', 'funktion_tekst': 'VARCHAR',
    'prognose_kr': 'DECIMAL(18, 2)', 'enhed_private_pp': 'DECIMAL(18, 2)',
    'enhed_andre_kommuner_pp': 'DECIMAL(18, 2)', 'enhed_varde_pp': 'DECIMAL(18, 2)',
    'korrigeret_budget_kr': 'DECIMAL(18, 2)'}})
ORDER BY kontoplan_funktion, paragraf
"""

# The end day is not counted: 1 January to 31 December is 364 days. All 19 published årsværk follow this rule.
RAEKKER = f"""
CREATE TABLE main.varde_108 AS
SELECT {KOMMUNEKODE} AS kommunekode, tilbud, leverandoertype, start, slut, CAST(slut - start AS INTEGER) AS dage,
       beloeb_kr, aarsvaerk_publiceret
FROM read_csv($file, header = true, columns = {{
    'tilbud': 'VARCHAR', 'leverandoertype': 'VARCHAR', 'start': 'DATE', 'slut': 'DATE',
    'aarsvaerk_publiceret': 'DECIMAL(6, 2)', 'beloeb_kr': 'DECIMAL(18, 2)'}})
ORDER BY tilbud
"""

# Gross of moms: what comes off is data of its own. The published average of 1.029.072 kr. has it taken off twice.
TOTALER = f"""
CREATE TABLE main.varde_108_totaler AS
SELECT {KOMMUNEKODE} AS kommunekode, leverandoertype, beloeb_kr, raekker, dage_slut_minus_start AS dage,
       aarsvaerk_publiceret, gennemsnit_publiceret, gennemsnit_genberegnet, note
FROM read_csv($file, header = true, columns = {{
    'leverandoertype': 'VARCHAR', 'beloeb_kr': 'DECIMAL(18, 2)', 'raekker': 'INTEGER',
    'dage_slut_minus_start': 'INTEGER', 'aarsvaerk_publiceret': 'DECIMAL(6, 2)',
    'gennemsnit_publiceret': 'DECIMAL(18, 2)', 'gennemsnit_genberegnet': 'DECIMAL(18, 2)', 'note': 'VARCHAR'}})
ORDER BY leverandoertype
"""

# What holds by convention, and in which days: each row says where it is from, and whether that is confirmed.
MOMSANDEL = """
CREATE TABLE main.momsandel AS
SELECT leverandoertype, andel_pct, bekraeftet, gyldig_fra, gyldig_til, kilde, note
FROM read_csv($file, header = true, columns = {
    'leverandoertype': 'VARCHAR', 'andel_pct': 'DECIMAL(5, 2)', 'bekraeftet': 'BOOLEAN', 'gyldig_fra': 'DATE',
    'gyldig_til': 'DATE', 'kilde': 'VARCHAR', 'note': 'VARCHAR'})
ORDER BY leverandoertype, gyldig_fra
"""
DAGKONVENTION = """
CREATE TABLE main.dagkonvention AS
SELECT konvention, slutdag, dage_pr_aar, bekraeftet, gyldig_fra, gyldig_til, kilde, note
FROM read_csv($file, header = true, columns = {
    'konvention': 'VARCHAR', 'slutdag': 'INTEGER', 'dage_pr_aar': 'INTEGER', 'bekraeftet': 'BOOLEAN',
    'gyldig_fra': 'DATE', 'gyldig_til': 'DATE', 'kilde': 'VARCHAR', 'note': 'VARCHAR'})
ORDER BY konvention, gyldig_fra
"""


def create(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(PROGNOSE, {"file": str(DATA / "seed_varde_prognose_2021.csv")})
    con.execute(RAEKKER, {"file": str(DATA / "seed_varde_108_2021.csv")})
    con.execute(TOTALER, {"file": str(DATA / "seed_varde_108_totaler.csv")})
    con.execute(MOMSANDEL, {"file": str(DATA / "momsandele.csv")})
    con.execute(DAGKONVENTION, {"file": str(DATA / "dagkonventioner.csv")})
