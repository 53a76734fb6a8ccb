"""The command line as people use it: what it prints, what it refuses, and what it leaves to the shell."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pyarrow as pa
import pytest
from click import Command
from click.testing import CliRunner, Result

from server.cli import DIALECTS, main
from server.settings import Settings
from server.tabular import csv
from tests.worlds import world

ROOT = Path(__file__).parent.parent.parent
NOGLETAL = Path(sys.executable).with_name("nogletal")
FOUR = [f"varde_prognose.{name}" for name in ("prognose", "budget", "afvigelse", "prognoseprocent")]
Ask = Callable[..., Result]

BROKEN = """\
cubes:
  - name: hold
    sql_table: main.hold
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", titel: Nummer}
    measures:
      - {name: antal, type: cuont}
"""
GROUPS = """\
cubes:
  - name: by_
    sql_table: by_
    dimensions:
      - {name: kode, type: number, sql: kode, primary_key: true}
      - {name: navn, type: string, sql: navn, unique: true}
    measures: [{name: antal, type: count}]
groups:
  - name: koder
    title: koder
    type: eget_udvalg
    owner: nogen
    of: by_.kode
    counted_by: by_.antal
    vintages:
      - {from: 2020-01-01, members: [1, 9]}
      - from: 2021-01-01
        members:
          - 2
          - 8
  - {name: navne, title: navne, type: eget_udvalg, owner: nogen, of: by_.navn, counted_by: by_.antal,
     vintages: [{from: 2020-01-01, members: [A, B]}]}
"""

TARGETS = """\
cubes:
  - name: sag
    sql_table: sag
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: enhed, type: string, sql: enhed, conformed: enhed}
      - {name: aar, type: number, sql: aar}
    measures: [{name: antal, type: sum, sql: n}]
  - name: enhed
    sql_table: enhed
    dimensions:
      - {name: enhed, type: string, sql: enhed, conformed: enhed, primary_key: true}
    measures: [{name: enheder, type: count}]
targets:
  - measure: sag.antal
    owner: nogen
    note: Invented.
    dimensions: [enhed]
    period: aar
    values:
      - {members: [E1], period: 2024, target: 5}
      - {members: [E2], period: 2030, target: 5}
      - {members: [E98], period: 2024, target: 5}
      - {members: [E99], period: 2025, target: 5}
"""


@pytest.fixture
def nogletal(demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs a command in the project's folder over the demo database."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NOGLETAL_DATABASE", str(demo_database))
    return lambda *arguments, **more: CliRunner().invoke(main, [str(one) for one in arguments], **more)


def fine(answer: Result) -> str:
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def refused(answer: Result) -> str:
    assert answer.exit_code == 1, answer.output
    assert answer.stdout == ""
    return answer.stderr


class TestQuery:
    def test_the_four_figures_of_varde(self, nogletal: Ask) -> None:
        heading, names, cells, _, footer = fine(nogletal("query", *FOUR)).splitlines()
        assert cells.split() == ["203150556", "201933712", "-1216844", "100.60"]
        assert names.split() == FOUR
        assert heading.count("(kr.)") == 3
        assert "Prognoseprocent (pct)" in heading
        assert footer.startswith("1 row · opgjort_pr 2021-08-31 (varde_2021) · dataversion ")
        assert footer.endswith(" · omfang alle rækker")

    def test_what_a_reader_must_know_stands_below_on_lines_of_its_own(self, nogletal: Ask) -> None:
        where = "regnskab.aar = 2024 and regnskab.funktion = '6.45.51'"
        text = fine(nogletal("query", "regnskab.udgift_pr_indbygger", "--where", where))
        assert "\nNettoudgift pr. indbygger, databrud 2024-01-01: Nævneren er ført videre fra 2023." in text
        assert "\\n" not in text

    def test_a_view_alone_is_no_member(self, nogletal: Ask) -> None:
        answer = nogletal("query", "regnskab")
        assert answer.stderr == ("R202 'regnskab' is a view, not a member of it.\n    Names are written view.member.\n")

    def test_rollup_stands_alone(self, nogletal: Ask) -> None:
        answer = nogletal("query", "befolkning.personer", "--by", "befolkning.region", "--subtotals", "rollup",
                          "--subtotals", "total")  # fmt: skip
        assert answer.stderr.startswith("P143 --subtotals rollup stands alone.\n")

    def test_every(self, nogletal: Ask) -> None:
        where = "befolkning.koen = 'findes ikke'"
        asked = ("query", "befolkning.personer", "--by", "befolkning.region", "--where", where, "--format", "json")
        assert json.loads(fine(nogletal(*asked))) == []
        rows = json.loads(fine(nogletal(*asked, "--every", "befolkning.region")))
        assert all(row["befolkning.personer"] is None for row in rows)
        assert refused(nogletal(*asked, "--every", "befolkning.koen,befolkning.x")).startswith("R220")

    def test_top(self, nogletal: Ask) -> None:
        def asked(*more: str) -> Result:
            return nogletal("query", "befolkning.personer", "--by", "befolkning.region", "--format", "json", *more)

        by = "befolkning.region:befolkning.personer"
        every, first, least = (
            json.loads(fine(asked(*more))) for more in ((), ("--top", f"2:{by}"), ("--top", f"1:{by}:asc", "--no-rest"))
        )
        assert [row["befolkning.region__rest"] for row in first].count(True) == 1
        assert sum(row["befolkning.personer"] for row in first) == sum(row["befolkning.personer"] for row in every)
        assert least == every[-1:]
        assert refused(asked("--top", "befolkning.region")).startswith("P143 --top 'befolkning.region' is not N:VIEW")
        assert refused(asked("--top", f"2:{by}:up")).startswith("P143 --top")
        assert refused(asked("--top", f"2:{by}", "--top", f"1:{by}")).startswith("U402 More than one")
        assert refused(asked("--no-rest")).startswith("P143 --no-rest goes with --top.")

    def test_json_is_exact(self, nogletal: Ask) -> None:
        text = fine(nogletal("query", *FOUR, "--format", "json"))
        assert text == (
            '[\n  {"varde_prognose.prognose": 203150556, "varde_prognose.budget": 201933712, '
            '"varde_prognose.afvigelse": -1216844, "varde_prognose.prognoseprocent": 100.60}\n]\n'
        )

    def test_csv_and_where_it_is_from(self, nogletal: Ask) -> None:
        answer = nogletal("query", FOUR[3], "--by", "varde_prognose.paragraf", "--order", "varde_prognose.paragraf",
                          "--limit", 2, "--offset", 1, "--format", "csv")  # fmt: skip
        text = answer.stdout_bytes.decode()
        assert text == "varde_prognose.paragraf,varde_prognose.prognoseprocent\r\n104,82.12\r\n105/85,109.89\r\n"
        assert "opgjort_pr 2021-08-31" in answer.stderr

    def test_arrow_to_a_file(self, nogletal: Ask, tmp_path: Path) -> None:
        out = tmp_path / "svar.arrow"
        assert fine(nogletal("query", FOUR[3], "--format", "arrow", "--out", out)) == ""
        table = pa.ipc.open_stream(out.read_bytes()).read_all()
        assert table.to_pylist() == [{FOUR[3]: Decimal("100.60")}]
        assert table.schema.field(0).metadata[b"unit"] == b"pct"

    @pytest.mark.parametrize("words", [["query", FOUR[3]], ["vaerdier", "noegletal-001", "--limit", "2"]])
    def test_a_workbook_to_a_file(self, nogletal: Ask, tmp_path: Path, words: list[str]) -> None:
        out = tmp_path / "svar.xlsx"
        assert fine(nogletal(*words, "--format", "xlsx", "--out", out)) == ""
        figures, about = openpyxl.load_workbook(out).worksheets
        assert [row[6 if words[0] == "vaerdier" else 0] for row in figures.iter_rows(min_row=2, values_only=True)] == (
            [2653, 2794] if words[0] == "vaerdier" else [100.6]
        )
        assert about["A1"].value == "Opgjort pr."

    def test_every_part_of_a_question(self, nogletal: Ask) -> None:
        text = fine(nogletal(
            "query", "varde_108.beloeb", "--by", "varde_108.leverandoertype", "--time", "varde_108.slut:year",
            "--range", "varde_108.slut=2021-01-01..2021-12-31", "--where", "varde_108.tilbud in (P01, P02)",
            "--where", "not varde_108.dage is null", "--order", "varde_108.beloeb:desc", "--timezone", "UTC",
            "--format", "json",
        ))  # fmt: skip
        (row,) = json.loads(text, parse_float=Decimal)
        assert list(row) == ["varde_108.leverandoertype", "varde_108.slut.year", "varde_108.beloeb"]
        assert row["varde_108.slut.year"] == "2021-01-01"

    def test_a_segment(self, nogletal: Ask) -> None:
        whole, part = (
            json.loads(fine(nogletal("query", "ydelse.antal_ydelser", *more, "--format", "json")))[0]
            for more in ([], ["--segment", "ydelse.udenbys"])
        )
        assert 0 < part["ydelse.antal_ydelser"] < whole["ydelse.antal_ydelser"]

    def test_a_long_table_is_cut_and_says_so(self, nogletal: Ask) -> None:
        text = fine(nogletal("query", "befolkning.personer", "--by", "befolkning.alder,befolkning.kommunekode"))
        assert "Only the first 1000 rows are shown" in text

    def test_a_status_is_asked_for_by_name(self, nogletal: Ask) -> None:
        text = fine(nogletal("query", FOUR[3], f"{FOUR[3]}__status", "--format", "json"))
        assert '"varde_prognose.prognoseprocent__status": "normal"' in text

    def test_ungrouped(self, nogletal: Ask) -> None:
        asked = ("query", "regnskab.udgift_kr", "--by", "regnskab.aar")
        grouped, rows = (
            json.loads(nogletal(*asked, *more, "--format", "json").stdout) for more in ((), ("--ungrouped",))
        )
        assert len(rows) == 686 > len(grouped)
        own, whole = (sum(Decimal(row["regnskab.udgift_kr"]) for row in found) for found in (rows, grouped))
        assert own == whole

    def test_subtotals(self, nogletal: Ask) -> None:
        def rows(*words: str) -> list[dict[str, object]]:
            more = [option for word in words for option in ("--subtotals", word)]
            asked = ["befolkning.personer", "--by", "befolkning.koen,befolkning.aldersgruppe", *more]
            return json.loads(fine(nogletal("query", *asked, "--format", "json")))  # type: ignore[no-any-return]

        every, rollup = rows(), rows("rollup")
        totals = [row for row in rollup if row["befolkning.koen__subtotal"]]
        assert [row["befolkning.personer"] for row in totals] == [sum(row["befolkning.personer"] for row in every)]  # type: ignore[misc]
        assert rows("total") == totals
        assert len(rows("befolkning.koen", "total")) == 3
        assert len(rollup) == len(every) + 3 < len(rows("cube"))

    def test_csv_for_danish_excel(self, nogletal: Ask) -> None:
        asked = ["varde_prognose.prognoseprocent", "--by", "varde_prognose.paragraf", "--where",
                 "varde_prognose.paragraf = 103"]  # fmt: skip
        text = fine(nogletal("query", *asked, "--format", "csv", "--dialekt", "excel-da"))
        assert text.startswith("\ufeffvarde_prognose.paragraf;varde_prognose.prognoseprocent")
        assert '"=""103""";95,11' in text
        assert nogletal("query", *asked, "--dialekt", "excel-da").exit_code == 2
        assert DIALECTS == csv.DIALECTS

    def test_all_problems_are_told_in_order(self, nogletal: Ask) -> None:
        told = refused(nogletal("query", "nix.x", "varde_prognose.prognosen"))
        assert told.index("R201 There is no view 'nix'.") < told.index("R202")
        assert "    Did you mean 'prognose'?" in told

    def test_what_was_typed_wrongly_is_told_at_once(self, nogletal: Ask) -> None:
        told = refused(nogletal("query", "a.b", "--time", "a.day", "--range", "a.day", "--order", "a.b:up",
                                "--where", "a.b ="))  # fmt: skip
        assert [line.split()[0] for line in told.splitlines() if line[:4] == "P143"] == ["P143"] * 3
        assert "--where:6: P141 Expected a value, found the end.\n    a.b =\n         ^\n" in told

    @pytest.mark.parametrize("option", ["", "--by", "--segment", "--order", "--where", "--time", "--range"])
    def test_a_name_past_the_bound_is_refused_in_few_words(self, nogletal: Ask, option: str) -> None:
        name = "regnskab.udgift_kr" + "__status" * 2_000
        ending = {"--where": " = 1", "--time": ":month", "--range": "=2024"}.get(option, "")
        more = (option, name + ending) if option else (name,)
        told = refused(nogletal("query", "regnskab.udgift_kr", *more))
        assert told.startswith("Error: L510") or "L510" in told
        assert len(told) < 500

    def test_as_a_demo_principal(self, nogletal: Ask) -> None:
        assert "203150556" in fine(nogletal("query", FOUR[0], "--as", "direktion"))
        told = refused(nogletal("query", FOUR[0], "--as", "direktionen"))
        assert told.startswith("P146 There is no user or demo principal 'direktionen' who may log in.\n")
        assert "Did you mean 'direktion'? 'nogletal user list' shows the users." in told

    def test_nobody_becomes_the_operator_by_name(self, nogletal: Ask) -> None:
        assert "P146" in refused(nogletal("query", FOUR[0], "--as", "operatoer"))

    def test_a_missing_database_says_how_to_build_it(self, nogletal: Ask, tmp_path: Path) -> None:
        told = refused(nogletal("query", FOUR[0], "--database", tmp_path / "no.duckdb"))
        assert "no.duckdb" in told
        assert "nogletal demo build" in told


class TestCubeQuery:
    QUERY = {"measures": [FOUR[3]], "filters": [{"member": FOUR[0], "operator": "gt", "values": [0]}]}

    def test_from_standard_input_and_from_a_file(self, nogletal: Ask, tmp_path: Path) -> None:
        file = tmp_path / "spm.json"
        file.write_text(json.dumps(self.QUERY))
        piped = nogletal("query", "--query", "-", "--format", "json", input=json.dumps(self.QUERY))
        assert fine(piped) == fine(nogletal("query", "--query", file, "--format", "json"))
        assert "100.60" in piped.stdout

    def test_nothing_is_asked_beside_it(self, nogletal: Ask) -> None:
        told = refused(nogletal("query", FOUR[0], "--query", "-", input=json.dumps(self.QUERY)))
        assert told.startswith("P144 --query holds the whole question")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ('{"measures": [\n}', "standard input:2:1: P101 The question is not valid JSON: "),
            ('{"limit": 1, "limit": 2}', "standard input: limit: P105 The key 'limit' stands twice."),
            ("\xff", "standard input:1:1: P101 "),
            ("[" * 100_000, "P101 The question is not valid JSON: "),
            ("[]", "P103 The query must be an object."),
            ('{"filters": [{"member": 1}]}', "standard input: filters[0].member: P103"),
        ],
    )
    def test_faults_have_their_place(self, nogletal: Ask, text: str, told: str) -> None:
        assert told in refused(nogletal("query", "--query", "-", input=text.encode("latin-1")))


class TestExplain:
    def test_plan_sql_reasons_and_lineage(self, nogletal: Ask) -> None:
        text = fine(nogletal("explain", FOUR[3], "--where", "varde_prognose.paragraf != 107"))
        sections = [line for line in text.splitlines() if line and not line.startswith(" ")]
        assert sections == ["Plan", "SQL", "Parameters", "Allowed by", "Lineage", "From"]
        assert "1: '107'" in text
        assert "'107'" not in text.split("Parameters")[0]
        assert "operatoer: The local command line reads all." in text
        assert "measure varde_prognose.budget, sum, schema/cubes/varde_prognose.yml:" in text
        read = "korrigeret_budget_kr, prognose_kr"
        assert f"cube varde_prognose: main.varde_prognose ({read}), Varde Kommune" in text

    def test_it_refuses_as_the_question_would(self, nogletal: Ask) -> None:
        asked = ("regnskab.udgift_pr_indbygger", "--format", "json")
        assert refused(nogletal("explain", asked[0])) == refused(nogletal("query", *asked))


class TestCheck:
    def test_the_project_is_right(self, nogletal: Ask) -> None:
        told = fine(nogletal("check"))
        assert "The model is right: " in told
        assert ", 5 questions, " in told
        assert "11 roles, " in told
        assert ", 10 demo principals." in told
        assert "The database has every table and column of the model." in told

    def test_without_the_demo_database_it_says_what_was_not_checked(
        self, nogletal: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("NOGLETAL_DATABASE")
        monkeypatch.setitem(Settings.model_fields["databases"].default, "demo", tmp_path / "no.duckdb")
        assert "Not checked against the database" in fine(nogletal("check"))

    def test_a_database_that_is_named_must_be_there(self, nogletal: Ask, tmp_path: Path) -> None:
        told = refused(nogletal("check", "--database", tmp_path / "no.duckdb"))
        assert told == f"D660 There is no database file '{tmp_path / 'no.duckdb'}'.\n"

    def test_a_model_without_cubes_is_a_fault(self, nogletal: Ask, tmp_path: Path) -> None:
        assert "D617 There is no cube below" in refused(nogletal("check", "--model", tmp_path))

    def test_a_declared_question_that_cannot_be_asked_is_a_fault_with_its_line(
        self, nogletal: Ask, tmp_path: Path
    ) -> None:
        folder, file = tmp_path / "schema", tmp_path / "x.duckdb"
        folder.mkdir()
        (folder / "hold.yml").write_text(
            "cubes:\n  - name: hold\n    sql_table: hold\n    measures: [{name: n, type: count}]\n"
            "questions:\n  - {id: en, title: En, query: {measures: [hold.n]}}\n"
            "  - {id: to, title: To, query: {measures: [hold.m]}}\n"
        )
        with duckdb.connect(str(file)) as connection:
            connection.execute("CREATE TABLE hold (id INTEGER)")
        told = refused(nogletal("check", "--model", folder, "--database", file))
        assert told.startswith("schema/hold.yml:7: D658 The question 'to' cannot be asked")
        assert "R202 'hold' has no member 'm'." in told
        assert "'en'" not in told

    def test_what_nothing_dates_is_noted(self, nogletal: Ask, tmp_path: Path) -> None:
        folder, file = tmp_path / "schema", tmp_path / "x.duckdb"
        folder.mkdir()
        (folder / "hold.yml").write_text(
            "cubes:\n  - name: hold\n    sql_table: hold\n    measures: [{name: n, type: count}]\n"
        )
        with duckdb.connect(str(file)) as connection:
            connection.execute("CREATE TABLE hold (id INTEGER)")
        told = fine(nogletal("check", "--model", folder, "--database", file))
        assert told.startswith("schema/hold.yml:2: note: 'hold' names no load and the database has none: opgjort_pr is")

    def test_shares_that_do_not_add_up_are_told_with_their_keys(self, nogletal: Ask) -> None:
        place = world("arv")
        told = refused(nogletal("check", "--model", place.model, "--database", place.database))
        assert "D655 The shares of the join 'skaev' of 'sag' do not add up to one: E1, E3." in told
        assert told.count("D655") == 1

    def test_members_that_are_not_there_are_told_at_once_with_their_lines(self, nogletal: Ask, tmp_path: Path) -> None:
        folder, file = tmp_path / "schema", tmp_path / "x.duckdb"
        folder.mkdir()
        (folder / "by.yml").write_text(GROUPS)
        with duckdb.connect(str(file)) as connection:
            connection.execute("CREATE TABLE by_ AS SELECT * FROM (VALUES (1, 'A'), (2, NULL)) AS t(kode, navn)")
        told = refused(nogletal("check", "--model", folder, "--database", file))
        assert [line for line in told.splitlines() if "D639" in line] == [
            "schema/by.yml:16: D639 The group 'koder' has the member 9, and 'by_.kode' has no such value.",
            "schema/by.yml:20: D639 The group 'koder' has the member 8, and 'by_.kode' has no such value.",
            "schema/by.yml:22: D639 The group 'navne' has the member 'B', and 'by_.navn' has no such value.",
        ]
        (folder / "by.yml").write_text(GROUPS.replace("[1, 9]", "[1]").replace("- 8", "- 1").replace(", B]", "]"))
        assert "The model is right" in fine(nogletal("check", "--model", folder, "--database", file))

    def test_targets_of_those_who_are_not_there_are_told(self, nogletal: Ask, tmp_path: Path) -> None:
        """Who is in another table of the same dimension is there, and a period may be one to come."""
        folder, file = tmp_path / "schema", tmp_path / "x.duckdb"
        folder.mkdir()
        (folder / "sag.yml").write_text(TARGETS)
        with duckdb.connect(str(file)) as connection:
            connection.execute("CREATE TABLE sag AS SELECT 1 AS id, 'E1' AS enhed, 2024 AS aar, 7 AS n")
            connection.execute("CREATE TABLE enhed AS SELECT unnest(['E1', 'E2']) AS enhed")
        told = refused(nogletal("check", "--model", folder, "--database", file))
        assert [line for line in told.splitlines() if "D657" in line] == [
            "schema/sag.yml:15: D657 There is a target for 'E98', and 'sag.enhed' has no such value.",
            "schema/sag.yml:15: D657 There is a target for 'E99', and 'sag.enhed' has no such value.",
        ]
        (folder / "sag.yml").write_text(TARGETS.replace("E98", "E2").replace("E99", "E1"))  # of other periods
        assert "The model is right" in fine(nogletal("check", "--model", folder, "--database", file))

    def test_every_fault_has_file_line_and_what_to_do(self, nogletal: Ask, tmp_path: Path) -> None:
        folder = tmp_path / "schema"
        folder.mkdir()
        (folder / "hold.yml").write_text(BROKEN)
        told = refused(nogletal("check", "--model", folder))
        assert "schema/hold.yml:5: D603 Unknown key 'titel'" in told
        assert "schema/hold.yml:7: D605 " in told
        assert "    found 'cuont'\n    Did you mean 'count'?" in told

    def test_columns_that_are_not_in_the_database(self, nogletal: Ask, tmp_path: Path) -> None:
        folder = tmp_path / "schema"
        folder.mkdir()
        text = (ROOT / "schema/cubes/kommuner.yml").read_text()
        (folder / "kommuner.yml").write_text(text.replace("{CUBE}.er_6by", "{CUBE}.er_9by"))
        told = refused(nogletal("check", "--model", folder))
        assert "schema/kommuner.yml:" in told
        assert "er_9by" in told


class TestMetricTests:
    FAILING = (
        f"tests:\n  - name: Forkert\n    query: {{measures: [{FOUR[0]}]}}\n    expect: {{rows: [{{prognose: 1}}]}}\n"
    )

    def test_all_of_the_model_hold(self, nogletal: Ask) -> None:
        told = fine(nogletal("test"))
        assert "ok      schema/cubes/varde_prognose.tests.yml:2  Forsidens fire tal" in told

    def test_a_word_chooses(self, nogletal: Ask) -> None:
        assert fine(nogletal("test", "-k", "FORSIDENS")).splitlines()[-1].startswith("1 test: 1 passed (")

    def test_a_difference_is_told_and_fails(self, nogletal: Ask, tmp_path: Path) -> None:
        file = tmp_path / "x.tests.yml"
        file.write_text(self.FAILING)
        answer = nogletal("test", file)
        assert answer.exit_code == 1
        assert f"FAILED  {file}:2  Forkert\n    prognose expected 1, found 203150556 (+203150555)\n" in answer.stdout
        assert answer.stdout.splitlines()[-1].startswith("1 test: 1 failed (")

    def test_no_tests_is_a_failure(self, nogletal: Ask, tmp_path: Path) -> None:
        assert "D690 There is no metric test in " in refused(nogletal("test", tmp_path))
        assert "D690 There is no metric test with 'nix' in its name or file" in refused(nogletal("test", "-k", "nix"))

    def test_a_broken_file_is_told_with_its_line(self, nogletal: Ask, tmp_path: Path) -> None:
        file = tmp_path / "x.tests.yml"
        file.write_text(self.FAILING.replace("expect:", "expects:"))
        told = refused(nogletal("test", file))
        assert f"{file}:4: D603 Unknown key 'expects'" in told
        assert "Did you mean 'expect'?" in told


@pytest.mark.parametrize("option", [[], ["--query", "-"]], ids=["typed", "file"])
def test_the_total_counts_what_the_limit_leaves_out(nogletal: Ask, option: list[str]) -> None:
    asked: dict[str, object] = {"measures": ["befolkning.personer"], "dimensions": ["befolkning.koen"], "limit": 1}
    typed = [*asked["measures"], "--by", *asked["dimensions"], "--limit", 1, "--total"]  # type: ignore[misc]
    text = json.dumps({**asked, "total": True})
    table, csv = (
        nogletal("query", *(option or typed), *more, input=text) for more in ([], ["--format", "csv"])
    )  # fmt: skip
    assert "\n1 of 2 rows · opgjort_pr " in fine(table)
    assert fine(csv).count("\n") == 2
    assert csv.stderr.startswith("2 rows in all · opgjort_pr ")


def test_a_question_for_nothing_says_what_to_write(nogletal: Ask) -> None:
    for command in ("query", "explain"):
        told = refused(nogletal(command))
        assert told.startswith("P104 Nothing is asked for.\n    Name a measure, as in 'nogletal query ")
        example = told.split("'")[1].split()[1:]
        fine(nogletal(*example))


COMMANDS = [[], ["query"], ["explain"], ["check"], ["test"], ["serve"], ["demo"], ["demo", "build"], ["user"],
            ["user", "add"], ["user", "attribute"], ["token"], ["token", "create"], ["policy"],
            ["policy", "test"]]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(nogletal: Ask, command: list[str]) -> None:
    text = fine(nogletal(*command, "--help"))
    assert text.startswith("Usage: ")
    assert fine(nogletal(*command, "-h")) == text


@pytest.mark.parametrize("command", main.commands.values(), ids=lambda command: command.name)
def test_the_examples_of_help_run(nogletal: Ask, command: Command) -> None:
    examples = [line.strip() for line in (command.help or "").splitlines() if line.strip().startswith("nogletal ")]
    assert examples or command.name in ("check", "demo")
    fine(nogletal("query", "regnskab.udgift_kr", "--by", "regnskab.aar"))  # there is a record before any is looked for
    for example in examples:
        words = shlex.split(example)[1:]
        # A server does not end by itself; those for users build on each other, and `test_people` runs them, as
        # `test_flis` and `test_reports` do those that write files.
        is_shown_only = command.name in ("serve", "user", "token", "export", "import", "rapporter")
        fine(nogletal(*words, *(["--help"] if is_shown_only else [])))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_list_of_commands_is_not_cut(nogletal: Ask, command: list[str]) -> None:
    assert "..." not in fine(nogletal(*command, "--help")).partition("Commands:")[2]


def test_the_contract_of_serve(nogletal: Ask) -> None:
    text = fine(nogletal("serve", "--help"))
    assert all(option in text for option in ("--demo", "--http HOST:PORT", "--sql HOST:PORT", "--config FILE"))
    assert refused(nogletal("serve", "--http", "nonsense")).startswith("command line: D672")
    assert refused(nogletal("serve", "--demo", "--http", "0.0.0.0:8000")).startswith("command line: D673")


def test_a_broken_configuration(nogletal: Ask, tmp_path: Path) -> None:
    file = tmp_path / "nogletal.toml"
    file.write_text("modell = 'x'\n")
    told = refused(nogletal("query", FOUR[0], "--config", file))
    assert f"{file}: D671 Unknown setting 'modell'." in told
    assert "Did you mean 'model'?" in told


def test_a_folder_that_cannot_be_written(nogletal: Ask, tmp_path: Path) -> None:
    answer = nogletal("query", FOUR[0], "--format", "csv", "--out", tmp_path / "no" / "svar.csv")
    assert answer.exit_code == 1
    assert "No such file or directory" in answer.stderr


class TestAsAProcess:
    def run(self, *arguments: object, **more: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([NOGLETAL, *map(str, arguments)], capture_output=True, timeout=60, **more)  # type: ignore[call-overload,no-any-return]

    def test_from_another_folder(self, demo_database: Path, tmp_path: Path) -> None:
        found = self.run("query", *FOUR, "--format", "csv", "--database", demo_database, cwd=tmp_path)
        assert found.returncode == 0, found.stderr
        assert found.stdout.splitlines()[1] == b"203150556,201933712,-1216844,100.60"

    def test_demo_build_tells_its_steps(self, tmp_path: Path) -> None:
        out = tmp_path / "ny" / "demo.duckdb"
        found = self.run("demo", "build", "--out", out)
        assert found.returncode == 0, found.stderr
        assert found.stderr.count(b"Building the demo database: ") >= 3
        assert str(out).encode() in found.stdout
        assert out.is_file()

    def test_a_reader_that_goes_away_gets_no_traceback(self, demo_database: Path) -> None:
        asked = ["befolkning.personer", "--by", "befolkning.alder,befolkning.koen,befolkning.kommune"]
        command = [NOGLETAL, "query", *asked, "--format", "csv", "--database", demo_database]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert b"Traceback" not in process.stderr.read()

    @pytest.mark.parametrize(("arguments", "environment"), [([], {}), (["--debug"], {}), ([], {"NOGLETAL_DEBUG": "1"})])
    def test_our_own_fault_is_an_id_and_its_cause_only_where_asked(
        self, arguments: list[str], environment: dict[str, str]
    ) -> None:
        faulty = (
            "from server.terminal import app; app.check = lambda settings: {}['secret 010101-1234']\n"
            "from server.cli import main; main()"
        )
        command = [sys.executable, "-c", faulty, *arguments, "check"]
        found = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True)
        assert (found.returncode, found.stdout) == (1, "")
        number = re.search(r"X901 Something went wrong here\.\n    Give the id (\w{12}) to", found.stderr)
        assert number
        is_told = bool(arguments or environment)
        assert ("Traceback" in found.stderr, "secret" in found.stderr) == (is_told, is_told)
        assert found.stderr.count(number[1]) == (2 if is_told else 1)

    @pytest.mark.parametrize("seconds", [0.02, 0.1, 0.3, 0.9])
    def test_ctrl_c_while_starting_ends_cleanly(self, demo_database: Path, seconds: float) -> None:
        start = "print('up', flush=True); from server.__main__ import main; main()"
        more = ["serve", "--demo", "--http", "127.0.0.1:0", "--sql", "127.0.0.1:0", "--database",
                str(demo_database)]  # fmt: skip
        with subprocess.Popen(
            [sys.executable, "-c", start, *more], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"up\n"
            time.sleep(seconds)
            process.send_signal(signal.SIGINT)
            told = process.communicate(timeout=30)[1]
        assert (process.returncode, told) in ((-signal.SIGINT, b""), (130, b"Interrupted.\n"), (0, b""))

    def test_ctrl_c_ends_cleanly(self, tmp_path: Path) -> None:
        out = tmp_path / "demo.duckdb"
        command = [NOGLETAL, "demo", "build", "--scale", "7", "--out", out]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment) as process:
            assert process.stderr is not None
            while b"socialforvaltning" not in process.stderr.readline():
                pass
            process.send_signal(signal.SIGINT)
            assert process.stderr.read() == b"Interrupted.\n"
            assert process.wait(timeout=60) == 130
        assert list(tmp_path.iterdir()) == []
