"""The invented accounts: whole, of the published level where there is one, and apart from the rows of others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from demo.build import build
from demo.konto import KONTI, MONTHS


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    out: Path = tmp_path_factory.mktemp("konto") / "demo.duckdb"
    build(out)
    with duckdb.connect(str(out), read_only=True) as connection:
        yield connection


def test_each_kommune_has_each_konto_of_each_month(con: duckdb.DuckDBPyConnection) -> None:
    counted = "SELECT count(*), count(DISTINCT kommunekode) FROM {table}"
    assert con.sql(counted.format(table="kontoregnskab")).fetchall() == [(98 * len(KONTI) * MONTHS, 98)]
    assert con.sql(counted.format(table="kontobudget")).fetchall() == [(98 * len(KONTI), 98)]


@pytest.mark.parametrize("funktion", ["0.28.20", "5.57.73", "6.45.51"])
def test_the_level_is_the_published_one(con: duckdb.DuckDBPyConnection, funktion: str) -> None:
    """The months differ by chance, so the year is near the source's figure and not on it."""
    ((furthest,),) = con.execute(
        """
        SELECT max(abs(invented / published - 1)) FROM (
            SELECT kommunekode, sum(beloeb_kr)::DOUBLE AS invented FROM kontoregnskab
            WHERE funktion = $funktion AND dranst < 3 AND art > 0 GROUP BY 1)
        JOIN (SELECT kommunekode, udgift_kr::DOUBLE AS published FROM regnskab
              WHERE funktion = $funktion AND aar = 2024)
        USING (kommunekode)
        """,
        {"funktion": funktion},
    ).fetchall()
    assert 0 < furthest < 0.1


def test_income_and_refusion_are_negative(con: duckdb.DuckDBPyConnection) -> None:
    """But for the one kommune whose published figure of 0.28.20 is an income."""
    wrong_side = "(art = 7) <> (beloeb_kr < 0) AND funktion IS DISTINCT FROM '0.28.20'"
    ((wrong,),) = con.sql(f"SELECT count(*) FROM kontoregnskab WHERE {wrong_side}").fetchall()
    assert wrong == 0
