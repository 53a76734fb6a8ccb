"""The demo's støtteaktiviteter: what they promise to whoever calculates, and that no two years or arter are alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.demo.test_courses import AS_OF, many, value

TABLE = "stoetteaktivitet"
IN_YEAR = f"SELECT count(*) FROM {TABLE} WHERE year(dag) = {{year}} AND month(dag) <= 9"


@pytest.fixture
def con(demo_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(demo_database), read_only=True) as connection:
        yield connection


def test_each_is_on_a_day_of_the_citizens_own_ydelse_and_of_who_had_it(con: duckdb.DuckDBPyConnection) -> None:
    same = "y.borger_id = a.borger_id AND (y.enhed, y.sagsbehandler) IS NOT DISTINCT FROM (a.enhed, a.sagsbehandler)"
    there = "y.start <= a.dag AND coalesce(y.slut > a.dag, true) AND y.lov = 'serviceloven' AND y.paragraf = '85'"
    joined = f"{TABLE} a ANTI JOIN ydelse y ON y.ydelse_id = a.ydelse_id AND {same} AND {there}"
    assert many(con, joined, "true") == 0


def test_each_has_its_key_in_the_order_of_days(con: duckdb.DuckDBPyConnection) -> None:
    following = f"(SELECT *, lag(dag) OVER (ORDER BY {TABLE}_id) AS foer FROM {TABLE})"
    assert many(con, following, "dag < foer") == 0
    assert value(con, f"SELECT count(*) = count(DISTINCT {TABLE}_id) FROM {TABLE}")
    assert value(con, f"SELECT min(dag) >= DATE '2022-01-01' AND max(dag) <= {AS_OF} FROM {TABLE}")


def test_the_faults_of_real_ones_are_there(con: duckdb.DuckDBPyConnection) -> None:
    assert many(con, TABLE, "enhed IS NULL") > 100
    assert many(con, TABLE, "(sagsbehandler IS NULL) <> (enhed IS NULL)") == 0
    share = value(con, f"SELECT avg(CAST(varighed_minutter IS NULL AS INTEGER)) FROM {TABLE}")
    assert 0.02 < share < 0.04
    assert many(con, TABLE, "varighed_minutter < 15 OR varighed_minutter % 15 <> 0") == 0


def test_there_are_more_from_year_to_year_and_fewer_at_weekends(con: duckdb.DuckDBPyConnection) -> None:
    counts = [value(con, IN_YEAR.format(year=year)) for year in range(2022, 2026)]
    assert counts == sorted(set(counts))
    assert 1_000 < counts[0] < counts[-1] < 5_000
    assert 0 < many(con, TABLE, "dayofweek(dag) IN (0, 6)") < 0.15 * value(con, f"SELECT count(*) FROM {TABLE}")


def test_no_art_is_as_often_or_as_long_as_another(con: duckdb.DuckDBPyConnection) -> None:
    of_arter = con.sql(f"SELECT count(*), round(avg(varighed_minutter)) FROM {TABLE} GROUP BY art").fetchall()
    assert len(of_arter) == len({count for count, _ in of_arter}) == len({mean for _, mean in of_arter}) == 5


def test_few_citizens_have_most_of_them(con: duckdb.DuckDBPyConnection) -> None:
    """A number of activities says little of a number of citizens: what is few must be counted by citizens."""
    of_citizens = f"(SELECT count(*) AS n FROM {TABLE} GROUP BY borger_id)"
    most = f"SELECT sum(n) FILTER (n > 2 * (SELECT median(n) FROM {of_citizens})) / sum(n) FROM {of_citizens}"
    assert value(con, most) > 0.4
    small = f"(SELECT count(*) AS n, count(DISTINCT borger_id) AS who FROM {TABLE} GROUP BY art, enhed, last_day(dag))"
    assert many(con, small, "n >= 5 AND who < 5") > 5
