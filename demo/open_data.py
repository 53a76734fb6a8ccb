"""The national tables: kommuner, befolkning, indbyggere, regnskab (with its check table) and indikatorer."""

from __future__ import annotations

from pathlib import Path

import duckdb

DATA = Path(__file__).parent / "data"

KOMMUNER = """
CREATE TABLE main.kommuner AS
SELECT kommunekode, kommune, kommunegruppe_kode, kommunegruppe, region, region_kode, landsdel_kode, landsdel,
       folketal_2026, er_6by = 1 AS er_6by, er_7by = 1 AS er_7by
FROM read_csv($file, header = true, columns = {
    'kommunekode': 'INTEGER', 'kommune': 'VARCHAR', 'kommunegruppe_kode': 'INTEGER', 'kommunegruppe': 'VARCHAR',
    'region': 'VARCHAR', 'region_kode': 'INTEGER', 'landsdel_kode': 'VARCHAR', 'landsdel': 'VARCHAR',
    'folketal_2026': 'INTEGER', 'er_6by': 'INTEGER', 'er_7by': 'INTEGER'})
ORDER BY kommunekode
"""

# Four regions from 2027: Hovedstaden and Sjælland become one.
KOMMUNER_INDDELING = """
CREATE TABLE main.kommuner_inddeling AS
SELECT kommunekode, region, DATE '2007-01-01' AS gyldig_fra,
       CASE WHEN region IN ('Hovedstaden', 'Sjælland') THEN DATE '2027-01-01' END AS gyldig_til
FROM main.kommuner
UNION ALL
SELECT kommunekode, 'Østdanmark', DATE '2027-01-01', NULL FROM main.kommuner WHERE region IN ('Hovedstaden', 'Sjælland')
ORDER BY kommunekode, gyldig_fra
"""

# FLIS's age bands leave out age 17; the band of its own keeps the sum whole.
BEFOLKNING = """
CREATE TABLE main.befolkning AS
SELECT make_date(CAST(periode[1:4] AS INTEGER), 3 * CAST(periode[6:6] AS INTEGER) - 2, 1) AS periode,
       kommunekode, koen, alder,
       CASE WHEN alder <= 6 THEN '0-6' WHEN alder <= 16 THEN '7-16' WHEN alder = 17 THEN '17 (uden for FLIS)'
            WHEN alder <= 64 THEN '18-64' WHEN alder <= 74 THEN '65-74' WHEN alder <= 84 THEN '75-84'
            ELSE '85+' END AS aldersgruppe,
       antal AS personer
FROM read_csv($file, header = true, columns = {
    'periode': 'VARCHAR', 'kommunekode': 'INTEGER', 'kommune': 'VARCHAR', 'koen': 'VARCHAR', 'alder': 'INTEGER',
    'antal': 'INTEGER'})
ORDER BY periode, kommunekode, koen, alder
"""

# The panel ends in 2023; 2024 is 2023's mean, and says so. The file writes whole persons as '512558.0'.
INDBYGGERE = """
CREATE TABLE main.indbyggere AS
WITH panel AS (
    SELECT aar, kommunekode, CAST(folketal_aarsgns AS INTEGER) AS folketal
    FROM read_csv($file, header = true, columns = {
        'kommunekode': 'INTEGER', 'kommune': 'VARCHAR', 'aar': 'INTEGER', 'folketal_aarsgns': 'DECIMAL(12, 1)',
        'gini': 'DECIMAL(6, 2)', 'ledighed_pct': 'DECIMAL(6, 2)'}))
SELECT aar, kommunekode, folketal, false AS viderefoert FROM panel
UNION ALL
SELECT 2024, kommunekode, folketal, true FROM panel WHERE aar = 2023
ORDER BY aar, kommunekode
"""

REGK31 = """
CREATE TEMP TABLE regk31 AS
SELECT * FROM read_csv($file, header = true, columns = {
    'aar': 'INTEGER', 'kommunekode': 'VARCHAR', 'kommune': 'VARCHAR', 'funktion': 'VARCHAR',
    'funktion_navn': 'VARCHAR', 'art': 'VARCHAR', 'prisenhed': 'VARCHAR', 'kr_pr_indbygger': 'INTEGER'})
"""

# REGK31 publishes kr. pr. indbygger only, in whole kr.: the amount is rebuilt, so that a group's ratio is a ratio of
# sums. A mean of the published ratios would give Læsø the weight of København.
REGNSKAB = """
CREATE TABLE main.regnskab AS
SELECT aar, CAST(regk31.kommunekode AS INTEGER) AS kommunekode, funktion, funktion_navn, kr_pr_indbygger,
       CAST(CAST(kr_pr_indbygger AS BIGINT) * folketal AS DECIMAL(18, 2)) AS udgift_kr
FROM regk31
JOIN main.indbyggere USING (aar)
WHERE regk31.kommunekode <> '000' AND indbyggere.kommunekode = CAST(regk31.kommunekode AS INTEGER)
ORDER BY aar, kommunekode, funktion
"""

# "Hele landet" as published: a check of the rows above and never one of them.
REGNSKAB_LANDET = """
CREATE TABLE main.regnskab_landet AS
SELECT aar, funktion, funktion_navn, kr_pr_indbygger FROM regk31 WHERE kommunekode = '000' ORDER BY aar, funktion
"""

INDIKATORER = """
CREATE TABLE main.indikatorer AS
SELECT indikator, dataaar, kommunekode, vaerdi, enhed, kilde, status
FROM read_csv($file, header = true, columns = {
    'indikator': 'VARCHAR', 'dataaar': 'VARCHAR', 'kommunekode': 'INTEGER', 'kommune': 'VARCHAR',
    'vaerdi': 'DECIMAL(9, 2)', 'enhed': 'VARCHAR', 'kilde': 'VARCHAR', 'status': 'VARCHAR'})
ORDER BY indikator, dataaar, kommunekode
"""


def create(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(KOMMUNER, {"file": str(DATA / "kommuner.csv")})
    con.execute(KOMMUNER_INDDELING)
    con.execute(BEFOLKNING, {"file": str(DATA / "folk1a_2014k1_alder_koen.csv")})
    con.execute(INDBYGGERE, {"file": str(DATA / "kommune_panel_2008_2023.csv")})
    con.execute(REGK31, {"file": str(DATA / "regk31_udvalgte_funktioner_2020_2024.csv")})
    con.execute(REGNSKAB)
    con.execute(REGNSKAB_LANDET)
    con.execute("DROP TABLE regk31")
    con.execute(INDIKATORER, {"file": str(DATA / "kommune_indikatorer_social_skole.csv")})
