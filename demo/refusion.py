"""Expensive cases: the dated thresholds of refusion as the laws have them, and what each borger's help costs a year."""

from __future__ import annotations

import duckdb

from demo.load_register import SOCIAL_AS_OF
from demo.open_data import DATA

FIRST_YEAR = 2018

GRAENSER = """
CREATE TABLE main.refusionsgraense AS
SELECT CAST(row_number() OVER (ORDER BY maalgruppe, gyldig_fra, trin) AS INTEGER) AS graense_id, *
FROM read_csv($file, header = true, columns = {
    'lov': 'VARCHAR', 'paragraf': 'VARCHAR', 'maalgruppe': 'VARCHAR', 'trin': 'INTEGER', 'graense_kr': 'DECIMAL(12, 2)',
    'andel_pct': 'DECIMAL(5, 2)', 'under_alder': 'INTEGER', 'prisniveau': 'INTEGER', 'bekraeftet': 'BOOLEAN',
    'gyldig_fra': 'DATE', 'gyldig_til': 'DATE', 'kilde': 'VARCHAR', 'note': 'VARCHAR'})
ORDER BY graense_id
"""
# Rate times days of the year, the end day not counted; open spells go on to 31 December, also in the year under way.
# Each paying kommune has its own expenses to claim for. Whoever turns 18 in the year is an adult in all of it.
ENKELTSAG = """
CREATE TABLE main.enkeltsag AS
WITH years AS (SELECT aar, make_date(aar, 1, 1) AS foerste, make_date(aar + 1, 1, 1) AS naeste
               FROM range($first, $last + 1) AS years(aar)),
     costs AS (
         SELECT aar, foerste, borger_id, betalingskommune,
                sum(beloeb_pr_dag * (least(coalesce(slut, naeste), naeste) - greatest(start, foerste))) AS udgift
         FROM years JOIN main.ydelse ON start < naeste AND coalesce(slut > foerste, true) GROUP BY ALL)
SELECT CAST(row_number() OVER (ORDER BY aar, borger_id, betalingskommune) AS INTEGER) AS enkeltsag_id,
       CAST(aar AS INTEGER) AS aar, foerste AS aarets_foerste_dag, borger_id, betalingskommune,
       CAST(aar - foedselsaar AS INTEGER) AS alder,
       CASE WHEN aar - foedselsaar < 18 THEN 'barn' ELSE 'voksen' END AS maalgruppe,
       CAST(udgift AS DECIMAL(14, 2)) AS udgift_kr
FROM costs JOIN main.borger USING (borger_id) ORDER BY enkeltsag_id
"""


def create(con: duckdb.DuckDBPyConnection) -> None:
    """`main.refusionsgraense`, published; and `main.enkeltsag`, a row for each borger, year and paying kommune."""
    con.execute(GRAENSER, {"file": str(DATA / "refusionsgraenser.csv")})
    con.execute(ENKELTSAG, {"first": FIRST_YEAR, "last": SOCIAL_AS_OF.year})
