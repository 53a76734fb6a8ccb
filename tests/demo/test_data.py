"""The demo database as built: the golden figures of its sources, and what the synthetic part promises.

Every figure here is computed by SQL written by hand, without the engine, so that the engine can be held against it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from demo.build import SMALL, build
from demo.open_data import DATA

PER_KOMMUNE = (
    "befolkning", "indbyggere", "regnskab", "indikatorer", "kommunetal", "kontoregnskab", "kontobudget",
    "elevtal", "elevbevaegelse",
    "anbringelsesudgift", "folketal_alder", "flytning",
)  # fmt: skip


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    build(out)
    return out


@pytest.fixture
def con(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(database), read_only=True) as connection:
        yield connection


def row(con: duckdb.DuckDBPyConnection, sql: str) -> Any:
    """The one row of the answer; its one value where there is one column."""
    (only,) = con.sql(sql).fetchall()
    return only[0] if len(only) == 1 else only


def none(con: duckdb.DuckDBPyConnection, table: str, condition: str) -> bool:
    return bool(row(con, f"SELECT count(*) FROM {table} WHERE {condition}") == 0)


def rows(con: duckdb.DuckDBPyConnection, table: str) -> pa.Table:
    return con.sql(f"FROM {table}").to_arrow_table()


class TestOpenData:
    def test_befolkning(self, con: duckdb.DuckDBPyConnection) -> None:
        adults = "sum(personer) FILTER (alder BETWEEN 18 AND 64)"
        assert row(con, f"SELECT sum(personer), {adults} FROM befolkning") == (5_627_145, 3_423_029)
        assert row(con, f"SELECT sum(personer), {adults} FROM befolkning WHERE kommunekode = 573") == (49_958, 28_982)

    def test_age_bands_keep_the_sum_whole(self, con: duckdb.DuckDBPyConnection) -> None:
        bands = dict(con.sql("SELECT aldersgruppe, sum(personer) FROM befolkning GROUP BY ALL").fetchall())
        assert len(bands) == 7
        assert sum(bands.values()) == 5_627_145
        assert bands["17 (uden for FLIS)"] == 70_506
        assert bands["18-64"] == 3_423_029

    def test_indbyggere_carry_2023_over_to_2024_and_say_so(self, con: duckdb.DuckDBPyConnection) -> None:
        years = con.sql("SELECT aar, sum(folketal), bool_or(viderefoert) FROM indbyggere GROUP BY aar").fetchall()
        totals = {aar: total for aar, total, _ in years}
        assert sorted(totals) == list(range(2008, 2025))
        assert (totals[2008], totals[2023], totals[2024]) == (5_488_170, 5_944_320, 5_944_320)
        assert [aar for aar, _, carried in years if carried] == [2024]

    @pytest.mark.parametrize(
        ("aar", "weighted"),
        [(2020, "2760.7"), (2021, "2878.3"), (2022, "2891.1"), (2023, "2965.4"), (2024, "3092.7")],
    )
    def test_regnskab_is_a_ratio_of_sums(self, con: duckdb.DuckDBPyConnection, aar: int, weighted: str) -> None:
        found, published = row(
            con,
            f"""
            SELECT round(sum(udgift_kr) / sum(folketal), 1), any_value(regnskab_landet.kr_pr_indbygger)
            FROM regnskab JOIN indbyggere USING (aar, kommunekode) JOIN regnskab_landet USING (aar, funktion)
            WHERE funktion = '6.45.51' AND aar = {aar}""",
        )
        assert found == float(weighted)
        assert abs(found - published) <= 2

    def test_every_published_landstal_is_within_two_kroner(self, con: duckdb.DuckDBPyConnection) -> None:
        differences = con.sql("""
            SELECT abs(sum(udgift_kr) / sum(folketal) - any_value(regnskab_landet.kr_pr_indbygger))
            FROM regnskab JOIN indbyggere USING (aar, kommunekode) JOIN regnskab_landet USING (aar, funktion)
            GROUP BY aar, funktion""").fetchall()
        assert len(differences) == 7
        assert max(differences)[0] <= 2

    def test_regnskab_2024_weighted_and_unweighted(self, con: duckdb.DuckDBPyConnection) -> None:
        sql = """
            WITH per_kommune AS (
                SELECT kommunekode, sum(udgift_kr) AS udgift, any_value(folketal) AS folketal
                FROM regnskab JOIN indbyggere USING (aar, kommunekode) WHERE aar = 2024 AND {} GROUP BY kommunekode)
            SELECT round(sum(udgift) / sum(folketal), 1), round(avg(udgift / folketal), 1) FROM per_kommune"""
        assert row(con, sql.format("funktion = '6.45.51'")) == (3092.7, 3401.4)
        assert row(con, sql.format("true")) == (4933.5, 5084.5)

    def test_regnskab_rebuilds_what_was_published(self, con: duckdb.DuckDBPyConnection) -> None:
        joined = "regnskab JOIN indbyggere USING (aar, kommunekode)"
        assert row(con, f"SELECT count(*) FROM {joined}") == 98 * 7
        assert none(con, joined, "udgift_kr <> kr_pr_indbygger * CAST(folketal AS BIGINT)")
        assert none(con, "regnskab", "kommunekode = 0")

    def test_missing_indicators_stay_missing(self, con: duckdb.DuckDBPyConnection) -> None:
        missing = con.sql("SELECT kommunekode, indikator FROM indikatorer WHERE vaerdi IS NULL ORDER BY 1").fetchall()
        assert missing == [(code, "elevtrivsel_indeks") for code in (101, 157, 159)]
        assert none(con, "indikatorer", "(status = 'mangler') <> (vaerdi IS NULL)")
        assert row(con, "SELECT count(*) FROM indikatorer") == 588

    @pytest.mark.parametrize("table", PER_KOMMUNE)
    def test_the_same_98_kommuner_everywhere(self, con: duckdb.DuckDBPyConnection, table: str) -> None:
        assert row(con, f"SELECT count(DISTINCT kommunekode) FROM {table}") == 98
        assert none(con, f"{table} ANTI JOIN kommuner USING (kommunekode)", "true")
        assert row(con, "SELECT count(*), count(DISTINCT kommunekode) FROM kommuner") == (98, 98)


class TestVarde:
    def test_prognose_and_budget(self, con: duckdb.DuckDBPyConnection) -> None:
        sql = "SELECT sum(prognose_kr), sum(korrigeret_budget_kr) FROM varde_prognose"
        prognose, budget = row(con, sql)
        assert (prognose, budget, budget - prognose) == (203_150_556, 201_933_712, -1_216_844)
        assert round(100 * prognose / budget, 2) == Decimal("100.60")

    def test_provider_columns_leave_a_rest(self, con: duckdb.DuckDBPyConnection) -> None:
        columns = row(con, "SELECT sum(private_kr), sum(andre_kommuner_kr), sum(varde_kr) FROM varde_prognose")
        assert columns == (49_531_957, 55_609_923, 82_628_130)
        assert 203_150_556 - sum(columns) == 15_380_546

    def test_aarsvaerk_does_not_count_the_end_day(self, con: duckdb.DuckDBPyConnection) -> None:
        assert row(con, "SELECT count(*) FROM varde_108") == 19
        assert none(con, "varde_108", "round(dage / 365.0, 2) <> aarsvaerk_publiceret")
        assert not none(con, "varde_108", "round((dage + 1) / 365.0, 2) <> aarsvaerk_publiceret")

    def test_amounts_keep_their_oere(self, con: duckdb.DuckDBPyConnection) -> None:
        sums = dict(con.sql("SELECT leverandoertype, sum(beloeb_kr) FROM varde_108 GROUP BY ALL").fetchall())
        assert sums == {"Privat tilbud": Decimal("10070396.45"), "Øvrige kommuners": Decimal("9372444.72")}
        assert row(con, "SELECT beloeb_kr FROM varde_108 WHERE tilbud = 'P10'") == Decimal("786476.45")

    def test_moms_comes_off_once(self, con: duckdb.DuckDBPyConnection) -> None:
        kr = "beloeb_kr * (1 - andel_pct / 100)"
        netto = f"sum({kr}) FILTER (leverandoertype = 'Privat tilbud')::DECIMAL(18, 2), sum({kr})::DECIMAL(18, 2)"
        found = row(con, f"SELECT {netto} FROM varde_108_totaler JOIN momsandel USING (leverandoertype)")
        assert found == (Decimal("15031728.40"), Decimal("35722625.40"))

    def test_recomputed_averages(self, con: duckdb.DuckDBPyConnection) -> None:
        averages = con.sql("""
            SELECT leverandoertype, CAST(round(beloeb_kr * (1 - andel_pct / 100) * 365 / dage) AS INTEGER),
                   gennemsnit_publiceret
            FROM varde_108_totaler JOIN momsandel USING (leverandoertype)""").fetchall()
        assert {name: found for name, found, _ in averages} == {
            "Privat tilbud": 1_083_234, "Øvrige kommuners": 1_086_734, "Varde Kommunes": 665_228,
        }  # fmt: skip
        assert [name for name, found, published in averages if found != published] == ["Privat tilbud"]


class TestSyntheticAdministration:
    def test_citizens(self, con: duckdb.DuckDBPyConnection) -> None:
        assert row(con, "SELECT count(*), count(DISTINCT borger_id) FROM borger") == (2_000, 2_000)
        assert not none(con, "borger ANTI JOIN ydelse USING (borger_id)", "true")
        assert not none(con, "borger", "adressebeskyttelse")
        for table in ("ydelse", "afgoerelse"):
            assert none(con, f"{table} ANTI JOIN borger USING (borger_id)", "true")

    def test_spells_end_after_they_start(self, con: duckdb.DuckDBPyConnection) -> None:
        assert none(con, "ydelse", "start IS NULL OR slut <= start OR start > DATE '2025-09-30'")
        assert not none(con, "ydelse", "slut IS NULL")
        assert none(con, "ydelse JOIN borger USING (borger_id)", "year(start) < foedselsaar")
        assert row(con, "SELECT count(*) = count(DISTINCT ydelse_id) FROM ydelse")

    def test_a_course_that_was_cut_goes_on_the_same_day(self, con: duckdb.DuckDBPyConnection) -> None:
        following = "lead(start) OVER (PARTITION BY forloeb_id ORDER BY start)"
        pieces = f"(SELECT slut, {following} AS next_start FROM ydelse)"
        assert none(con, pieces, "next_start IS NOT NULL AND next_start IS DISTINCT FROM slut")
        assert not none(con, pieces, "next_start = DATE '2024-01-01'")
        assert not none(con, pieces, "next_start = DATE '2025-01-01'")

    def test_barnets_lov_begins_with_2024(self, con: duckdb.DuckDBPyConnection) -> None:
        assert none(con, "ydelse", "lov = 'barnets lov' AND start < DATE '2024-01-01'")
        assert none(con, "afgoerelse", "lov = 'barnets lov' AND afgjort < DATE '2024-01-01'")
        children = "lov = 'serviceloven' AND paragraf IN ('52', '66', '76')"
        assert none(con, "ydelse", f"{children} AND (slut IS NULL OR slut > DATE '2024-01-01')")

    def test_paragraf_108_stands_in_both_laws(self, con: duckdb.DuckDBPyConnection) -> None:
        pairs = con.sql("SELECT DISTINCT lov, ydelsestype FROM ydelse WHERE paragraf = '108' ORDER BY 1").fetchall()
        assert pairs == [("barnets lov", "Ungestøtte"), ("serviceloven", "Længerevarende botilbud")]
        laws = "(SELECT lov, paragraf, count(DISTINCT ydelsestype) AS types FROM ydelse GROUP BY ALL)"
        assert none(con, laws, "types <> 1")

    def test_every_enhed_exists_while_it_is_responsible(self, con: duckdb.DuckDBPyConnection) -> None:
        valid = "gyldig_fra <= start AND (gyldig_til IS NULL OR gyldig_til > start)"
        for column in ("enhed", "team"):
            unplaced = f"ydelse ANTI JOIN organisation ON enhed_id = ydelse.{column} AND {valid}"
            assert none(con, unplaced, f"{column} IS NOT NULL")
        assert none(con, "ydelse", "enhed = 'E11' AND (slut IS NULL OR slut > DATE '2025-01-01')")
        assert not none(con, "ydelse", "enhed IS NULL")

    def test_one_version_of_a_unit_at_a_time(self, con: duckdb.DuckDBPyConnection) -> None:
        following = "lead(gyldig_fra) OVER (PARTITION BY enhed_id ORDER BY gyldig_fra)"
        versions = f"(SELECT gyldig_fra, gyldig_til, {following} AS following FROM organisation)"
        assert none(con, versions, "gyldig_til <= gyldig_fra")
        assert none(con, versions, "following IS NOT NULL AND (gyldig_til IS NULL OR gyldig_til > following)")
        levels = con.sql("SELECT DISTINCT niveau FROM organisation ORDER BY 1").fetchall()
        assert [level for (level,) in levels] == ["center", "enhed", "forvaltning", "team"]

    def test_who_has_what_was_a_units_follows_from_the_successions(self, con: duckdb.DuckDBPyConnection) -> None:
        """Along every path of successions up to the day, the product of their shares; here by recursion over paths."""
        for day in ("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"):
            due = f"SELECT * FROM efterfoelgelse WHERE gyldig_fra <= DATE '{day}'"
            paths = f"""
                WITH RECURSIVE due AS ({due}), path(fra, til, andel) AS (
                    SELECT DISTINCT enhed_id, enhed_id, CAST(1 AS DECIMAL(9, 4)) FROM organisation
                    WHERE niveau = 'enhed' AND gyldig_fra <= DATE '{day}'
                    UNION ALL
                    SELECT path.fra, due.til, CAST(path.andel * due.andel AS DECIMAL(9, 4))
                    FROM path JOIN due ON due.fra = path.til)
                SELECT path.fra, path.til, sum(path.andel) FROM path ANTI JOIN due ON due.fra = path.til GROUP BY ALL"""
            composed = f"""
                SELECT fra_enhed, enhed_id, andel FROM organisation_efter
                WHERE gyldig_fra <= DATE '{day}' AND (gyldig_til IS NULL OR gyldig_til > DATE '{day}')"""
            assert sorted(con.sql(composed).fetchall()) == sorted(con.sql(paths).fetchall())
        shares = "(SELECT fra_enhed, gyldig_fra, sum(andel) AS hel FROM organisation_efter GROUP BY ALL)"
        assert none(con, shares, "hel <> 1")

    def test_a_kommune_has_one_region_at_a_time(self, con: duckdb.DuckDBPyConnection) -> None:
        for day, regions in (("2026-12-31", 5), ("2027-01-01", 4)):
            rows = f"""SELECT count(*), count(DISTINCT kommunekode), count(DISTINCT region) FROM kommuner_inddeling
                WHERE gyldig_fra <= DATE '{day}' AND (gyldig_til IS NULL OR gyldig_til > DATE '{day}')"""
            assert con.sql(rows).fetchall() == [(98, 98, regions)]

    def test_three_kommuner_that_differ(self, con: duckdb.DuckDBPyConnection) -> None:
        for column in ("handlekommune", "betalingskommune", "bopaelskommune"):
            assert none(con, f"ydelse ANTI JOIN kommuner ON kommunekode = {column}", "true")
        assert not none(con, "ydelse", "betalingskommune <> handlekommune")
        assert not none(con, "ydelse", "bopaelskommune <> betalingskommune")

    def test_afgoerelser_have_the_faults_of_real_ones(self, con: duckdb.DuckDBPyConnection) -> None:
        assert none(con, "afgoerelse", "afgjort < modtaget OR frist <= modtaget")
        assert not none(con, "afgoerelse", "afgjort IS NOT NULL AND frist IS NULL")
        assert not none(con, "afgoerelse", "afgjort > DATE '2025-09-30'")
        assert not none(con, "afgoerelse", "afgjort IS NULL")
        assert none(con, "afgoerelse", "(udfald IS NULL) <> (afgjort IS NULL)")
        assert none(con, "afgoerelse", "(udfald IS NOT DISTINCT FROM 'bevilget') <> (ydelse_id IS NOT NULL)")

    def test_what_is_granted_begins_with_its_ydelse_or_lacks_the_day(self, con: duckdb.DuckDBPyConnection) -> None:
        assert none(con, "afgoerelse", "ydelse_id IS NULL AND opstart IS NOT NULL")
        assert none(con, "afgoerelse JOIN ydelse USING (ydelse_id)", "opstart <> start")
        assert none(con, "afgoerelse", "opstart < modtaget")

    def test_fewer_lack_the_day_from_year_to_year_and_not_as_many_in_each_enhed(
        self, con: duckdb.DuckDBPyConnection
    ) -> None:
        share = "SELECT avg(CAST(opstart IS NULL AS INTEGER)) FROM afgoerelse WHERE udfald = 'bevilget'"
        before, after = (row(con, f"{share} AND year(afgjort) {when}") for when in ("< 2021", "BETWEEN 2024 AND 2025"))
        assert 0.01 < after < before * 0.7 < 0.2
        of_enheder = con.sql(f"{share} AND enhed IS NOT NULL GROUP BY enhed").fetchall()
        assert max(of_enheder) > (2 * min(of_enheder)[0],)

    def test_registration_is_on_the_danish_day(self, con: duckdb.DuckDBPyConnection) -> None:
        local = "CAST(timezone('Europe/Copenhagen', registreret) AS DATE)"
        assert none(con, "afgoerelse", f"afgjort <= DATE '2025-09-30' AND afgjort <> {local}")
        utc = "CAST(timezone('UTC', registreret) AS DATE)"
        assert not none(con, "afgoerelse", f"year({utc}) <> year({local})")
        # 02:30 on the night that summer time ends is two instants.
        twice = "SELECT count(DISTINCT registreret) FROM afgoerelse WHERE timezone('Europe/Copenhagen', registreret) = "
        assert row(con, f"{twice} TIMESTAMP '2024-10-27 02:30:00'") == 2


class TestKommunetal:
    def test_grid_is_whole(self, con: duckdb.DuckDBPyConnection) -> None:
        cells = "(SELECT DISTINCT kommunekode, funktion, maaned FROM kommunetal)"
        assert row(con, f"SELECT count(*) FROM {cells}") == 98 * 6 * 33
        assert row(con, "SELECT min(maaned)::VARCHAR, max(maaned)::VARCHAR FROM kommunetal") == (
            "2023-01-01",
            "2025-09-01",
        )
        assert none(con, "kommunetal", "udgift_kr IS NULL OR helaarsmodtagere IS NULL OR helaarsmodtagere < 0")

    def test_vardes_parts_sum_to_the_total(self, con: duckdb.DuckDBPyConnection) -> None:
        split = """(SELECT funktion, maaned, sum(udgift_kr) AS udgift_kr, sum(helaarsmodtagere) AS helaarsmodtagere
                    FROM kommunetal WHERE kommunekode = 573 GROUP BY ALL)"""
        assert row(con, f"SELECT count(*) FROM {split} JOIN kommunetal_varde USING (funktion, maaned)") == 6 * 33
        assert none(con, f"(FROM {split} EXCEPT FROM (SELECT * FROM kommunetal_varde))", "true")

    def test_only_varde_is_split(self, con: duckdb.DuckDBPyConnection) -> None:
        assert none(con, "kommunetal", "(kommunekode = 573) <> (aldersgruppe IS NOT NULL)")
        assert none(con, "kommunetal", "(aldersgruppe IS NULL) <> (tilbud IS NULL)")


class TestBuild:
    def test_same_seed_same_rows(self, con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
        again, other = tmp_path / "again.duckdb", tmp_path / "other.duckdb"
        build(again)
        build(other, seed=1)
        with duckdb.connect(str(again), read_only=True) as second, duckdb.connect(str(other), read_only=True) as third:
            for (table,) in con.sql("SELECT table_name FROM duckdb_tables()").fetchall():
                assert rows(second, table).equals(rows(con, table)), table
            assert not rows(third, "ydelse").equals(rows(con, "ydelse"))
            assert rows(third, "regnskab").equals(rows(con, "regnskab"))

    def test_scale_multiplies_citizens_only(self, con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
        build(tmp_path / "three.duckdb", scale=3 * SMALL)
        with duckdb.connect(str(tmp_path / "three.duckdb"), read_only=True) as bigger:
            assert row(bigger, "SELECT count(*) FROM borger") == 6_000
            count = "SELECT count(*) FROM {}".format
            for table in ("ydelse", "afgoerelse"):
                assert 2.5 < row(bigger, count(table)) / row(con, count(table)) < 3.5
            assert row(bigger, count("kommunetal")) == row(con, count("kommunetal"))

    def test_nothing_is_left_beside_the_file_and_the_old_one_is_replaced(self, tmp_path: Path) -> None:
        out = tmp_path / "new" / "demo.duckdb"
        steps: list[str] = []
        build(out, progress=steps.append)
        before = os.stat(out)[stat.ST_INO]
        build(out)
        assert os.stat(out)[stat.ST_INO] != before
        assert [file.name for file in out.parent.iterdir()] == ["demo.duckdb"]
        assert len(steps) >= 3

    def test_a_failed_build_leaves_the_old_file(self, tmp_path: Path) -> None:
        out = tmp_path / "demo.duckdb"
        out.write_bytes(b"the old one")

        def stop(step: str) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            build(out, progress=stop)
        assert out.read_bytes() == b"the old one"
        assert list(tmp_path.iterdir()) == [out]

    def test_no_column_is_a_double(self, con: duckdb.DuckDBPyConnection) -> None:
        assert none(con, "duckdb_columns()", "schema_name = 'main' AND data_type IN ('DOUBLE', 'FLOAT')")

    def test_each_source_has_a_complete_load(self, con: duckdb.DuckDBPyConnection) -> None:
        loads = con.sql("SELECT source, max(opgjort_pr)::VARCHAR FROM load WHERE complete GROUP BY ALL").fetchall()
        assert dict(loads) == {
            "folk1a": "2014-01-01", "varde_2021": "2021-08-31", "panel": "2023-12-31", "regk31": "2024-12-31",
            "indikatorer": "2026-06-30", "social": "2025-09-30",
        }  # fmt: skip
        assert row(con, "SELECT count(*) = count(DISTINCT number) FROM load")

    def test_every_data_file_has_its_provenance(self) -> None:
        provenance = (DATA / "PROVENANCE.md").read_text("utf-8")
        files = [file.name for file in DATA.iterdir() if file.name != "PROVENANCE.md"]
        assert len(files) == 12
        assert [name for name in files if name not in provenance] == []
        assert "## Attribution" in provenance
