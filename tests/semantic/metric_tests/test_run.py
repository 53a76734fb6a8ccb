"""What each expectation finds, and how it says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from semantic.metric_tests.labs import Labs
from semantic.metric_tests.read import MetricTest
from semantic.metric_tests.report import SHOWN, details, headline, summary
from semantic.metric_tests.run import Outcome, run
from semantic.model.load import load_model

Run = Callable[[str], Outcome]
Write = Callable[[str], MetricTest]

BY_SHOP = "query: {measures: [salg.antal], dimensions: [salg.butik]}\n"


def told(outcome: Outcome) -> list[str]:
    return list(details(outcome))


@pytest.mark.parametrize(
    "text",
    [
        BY_SHOP + "expect: {rows: [{butik: Ribe, antal: 2}, {butik: Varde, antal: 3}]}",
        BY_SHOP + "expect: {rows: [{salg.antal: 3}, {salg.antal: 2}]}",
        BY_SHOP + "expect: {ordered: true, rows: [{butik: Varde}, {butik: Ribe}]}",
        "query: {measures: [salg.pris]}\nexpect: {rows: [{pris: 17.60}]}",
        "query: {measures: [salg.pris]}\nexpect: {rows: [{pris: 17.6}]}",
        "query: {measures: [salg.pris]}\nexpect: {rows: [{pris: 17.5}], tolerance: 0.1}",
        "query: {measures: [salg.antal], filters: [{member: salg.vare, operator: equals, values: [øl]}]}\n"
        "expect: {rows: [{antal: null}]}",
        "query: {dimensions: [salg.vare], filters: [{member: salg.vare, operator: equals, values: [øl]}]}\n"
        "expect: {rows: []}",
        "query:\n  measures: [salg.antal]\n  timeDimensions:\n"
        "    - {dimension: salg.dag, granularity: month, dateRange: [2024-01-01, 2024-01-31]}\n"
        "expect: {rows: [{salg.dag.month: 2024-01-01, antal: 3}]}",
        BY_SHOP + "equals_sql: select sum(antal) antal, navn butik from salg, butik where id = butik_id group by 2",
        BY_SHOP + "equals_sql: select navn, sum(antal) from salg join butik on id = butik_id group by navn",
        "query: {measures: [salg.pris]}\nequals_sql: select sum(beloeb) / sum(antal) from salg",
        "query: {measures: [salg.antal, salg.beloeb]}\nparts_add_up: {over: [salg.vare, salg.butik, salg.dag.month]}",
        "query: {measures: [salg.rest]}\nparts_add_up: {over: [salg.butik]}",
        BY_SHOP + "parts_add_up: {over: [salg.vare]}",
        # 37,50 + 50,50 shown in whole kroner is 38 + 51, and the whole is 88.
        "query: {measures: [salg.halve]}\nparts_add_up: {over: [salg.vare]}",
        "query: {measures: [lager.paa_lager]}\nparts_add_up: {over: [lager.vare]}",
        BY_SHOP + "range: {antal: {min: 2, max: 3}}",
        "query: {measures: [salg.beloeb], dimensions: [salg.dag]}\n"
        "range: {salg.dag: {min: 2024-01-01, max: 2024-12-31}, beloeb: {min: 0}}",
        BY_SHOP + "not_null: [butik, antal]\nunique: [butik]",
        "query: {measures: [salg.nix]}\nrefused: R202",
        "query: {measure: [salg.antal]}\nrefused: P102",
    ],
)  # fmt: skip
def test_what_holds_passes(outcome_of: Run, text: str) -> None:
    outcome = outcome_of(text)
    assert (outcome.status, told(outcome)) == ("passed", [])


@pytest.mark.parametrize(
    ("text", "differences"),
    [
        (
            BY_SHOP + "expect: {rows: [{butik: Varde, antal: 4}, {butik: Ribe, antal: 2}]}",
            ["butik = 'Varde': antal expected 4, found 3 (-1)"],
        ),
        (
            BY_SHOP + "expect: {rows: [{butik: Varde, antal: 3}, {butik: Esbjerg, antal: 2}]}",
            ["missing row: butik = 'Esbjerg', antal = 2", "unexpected row: butik = 'Ribe', antal = 2"],
        ),
        (BY_SHOP + "expect: {rows: []}", ["unexpected row: butik = 'Varde'", "unexpected row: butik = 'Ribe'"]),
        (
            "query: {measures: [salg.pris]}\nexpect: {rows: [{pris: 17.61}]}",
            ["pris expected 17.61, found 17.60 (-0.01)"],
        ),
        (
            "query: {measures: [salg.antal], dimensions: [salg.vare]}\n"
            "equals_sql: select vare, count(*) from salg group by vare",
            ["vare = 'brød': antal expected 2, found 3 (+1)"],
        ),
        (
            BY_SHOP + "range: {antal: {min: 3, max: 2}}",
            ["butik = 'Varde': antal 3 is above 2", "butik = 'Ribe': antal 2 is below 3"],
        ),
        (
            "query: {measures: [salg.beloeb], dimensions: [salg.vare]}\nnot_null: [vare, beloeb]",
            ["vare = no value: vare has no value", "vare = no value: beloeb has no value"],
        ),
        (
            "query: {measures: [salg.antal], dimensions: [salg.vare, salg.butik]}\nunique: [vare]",
            ["2 rows have vare = 'brød'"],
        ),
        (
            # Where there is no amount there is no rest, but the whole takes that part's number away all the same.
            "query: {measures: [salg.rest]}\nparts_add_up: {over: [salg.vare]}",
            ["over salg.vare: rest is 83.00, but its 3 parts sum to 84.00 (+1.00)"],
        ),
        (BY_SHOP + "refused: U420", ["expected the refusal U420, found an answer of 2 rows"]),
        (
            "query: {measures: [salg.nix]}\nrefused: U420",
            ["expected the refusal U420, found R202 'salg' has no member 'nix'."],
        ),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told(outcome_of: Run, text: str, differences: list[str]) -> None:
    outcome = outcome_of(text)
    assert (outcome.status, told(outcome)) == ("failed", differences)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("query: {measures: [salg.nix]}\nunique: [nix]", ["R202 'salg' has no member 'nix'."]),
        (
            "query:\n  measures: [salg.antal]\n  filters:\n    - {member: 7, operator: set}\nunique: [antal]",
            ["schema/prøve.tests.yml:6: P103 'filters[0].member' must be a name.", "    found '7'"],
        ),
        (
            BY_SHOP + "not_null:\n  - butikk",
            ["schema/prøve.tests.yml:5: D695 The answer has no column 'butikk'.", "    Did you mean 'butik'?"],
        ),
        (
            BY_SHOP + "equals_sql: select 1",
            ["schema/prøve.tests.yml:4: D696 The SQL has 1 columns and the answer 2.",
             "    Columns of the answer: salg.butik, salg.antal."],
        ),
        (BY_SHOP + "equals_sql: create table x (a int)", ["schema/prøve.tests.yml:4: D696 The SQL of the test "]),
        (BY_SHOP + "equals_sql: from read_text('x.toml')", ["schema/prøve.tests.yml:4: D696 The SQL of the test "]),
        (
            "query: {measures: [salg.pris]}\nparts_add_up: {over: [salg.vare]}",
            ["schema/prøve.tests.yml:4: D697 'salg.pris' is not additive: its parts do not sum to the whole.",
             "    Test its numerator and its denominator, or compare with equals_sql."],
        ),
        ("query: {measures: [salg.i_alt]}\nparts_add_up: {over: [salg.vare]}", ["D697 'salg.i_alt' is not additive"]),
        ("query: {measures: [salg.varer]}\nparts_add_up: {over: [salg.vare]}", ["D697 'salg.varer' is not additive"]),
        (
            "query: {measures: [lager.paa_lager]}\nparts_add_up: {over: [lager.dag.month]}",
            ["D697 'lager.paa_lager' is not additive over 'lager.dag.month'."],
        ),
        (
            "query: {measures: [butik.pladser], dimensions: [butik.id]}\nparts_add_up: {over: [butik.id]}",
            ["D697 'butik.pladser' is not additive over 'butik.id'."],
        ),
        (
            "query: {measures: [salg.antal], limit: 1}\nparts_add_up: {over: [salg.vare]}",
            ["D697 A question with a limit or an offset has no whole."],
        ),
        (
            "query: {measures: [salg.antal], ungrouped: true}\nparts_add_up: {over: [salg.vare]}",
            ["D697 Ungrouped rows have no parts."],
        ),
        (BY_SHOP + "range: {butik: {min: 1}, antal: {min: x}}", ["D695 'x' is no bound for 'salg.antal'"]),
    ],
)  # fmt: skip
def test_a_faulty_test_says_where(outcome_of: Run, text: str, problem: list[str]) -> None:
    outcome = outcome_of(text)
    assert outcome.status == "faulty"
    lines = told(outcome)
    assert all(line in found for line, found in zip(problem, lines, strict=False)), lines


class TestGiven:
    ROWS = """\
given:
  butik: [{id: 1, navn: Varde}]
  main.salg:
    - {butik_id: 1, antal: 3, beloeb: 10.00, dag: 2024-05-01}
    - {butik_id: 1, antal: 1, beloeb: 2.10, vare: null}
query: {measures: [salg.antal, salg.pris], dimensions: [salg.butik]}
"""
    RIGHT = "expect: {rows: [{butik: Varde, antal: 4, pris: 3.03}]}"  # 12,10 / 4 = 3,025

    def test_only_the_given_rows_are_seen(self, outcome_of: Run) -> None:
        assert told(outcome_of(self.ROWS + self.RIGHT)) == []
        assert told(outcome_of(self.ROWS + "equals_sql: select 'Varde', sum(antal), 3.025 from salg")) == []
        assert told(outcome_of("given: {}\nquery: {measures: [salg.antal]}\nexpect: {rows: [{antal: null}]}")) == []

    def test_the_data_stays_as_it_was(self, outcome_of: Run) -> None:
        outcome_of(self.ROWS + self.RIGHT)
        assert told(outcome_of("query: {measures: [salg.antal]}\nexpect: {rows: [{antal: 5}]}")) == []

    def test_a_difference(self, outcome_of: Run) -> None:
        wrong = self.RIGHT.replace("3.03", "3.02")
        assert told(outcome_of(self.ROWS + wrong)) == ["butik = 'Varde': pris expected 3.02, found 3.03 (+0.01)"]

    def test_what_does_not_fit_the_tables(self, outcome_of: Run) -> None:
        given = "given:\n  slag: []\n  salg:\n    - {antall: 1}\n    - {antal: mange}\n"
        lines = told(outcome_of(given + "query: {measures: [salg.antal]}\nunique: [antal]"))
        assert lines[0] == "schema/prøve.tests.yml:6: D698 The table 'salg' has no column 'antall'."
        assert lines[1] == "    Did you mean 'antal'?"
        assert lines[2] == "schema/prøve.tests.yml:7: D698 The row does not fit the table 'salg'."
        assert "mange" in lines[3]
        assert lines[4:] == [
            "schema/prøve.tests.yml:4: D698 There is no table 'slag'.",
            "    Did you mean 'salg'?",
        ]

    def test_no_scratch_database_is_left(self, labs: Labs, write: Write) -> None:
        with labs:
            run(write(self.ROWS + self.RIGHT), labs.lab)
            folder = labs.folder
            assert [path.name for path in folder.iterdir()] == ["demo.template.duckdb"]
        assert not folder.exists()


def test_without_a_database_the_tables_are_inferred(folder: Path, write: Write) -> None:
    (folder / "demo.duckdb").unlink()
    with Labs(load_model(folder / "schema"), {"demo": folder / "demo.duckdb"}) as labs:
        given = run(write(TestGiven.ROWS + TestGiven.RIGHT), labs.lab)
        assert told(given) == []
        real = run(write("query: {measures: [salg.antal]}\nunique: [antal]"), labs.lab)
        assert real.status == "faulty"
        assert "demo.duckdb" in told(real)[0]


def test_the_report(outcome_of: Run) -> None:
    rows = ", ".join(f"{{dag: 2023-01-{day:02}, antal: 1}}" for day in range(1, 20))
    asked = "query: {measures: [salg.antal], dimensions: [salg.dag]}\n"
    outcome = outcome_of(f"why: |\n  To\n  linjer.\n{asked}expect: {{rows: [{rows}]}}")
    lines = told(outcome)
    assert headline(outcome) == "FAILED  schema/prøve.tests.yml:2  Prøve"
    assert lines[0] == "why: To linjer."
    assert len(lines) == 1 + SHOWN + 1
    assert lines[-1] == "… and 13 more differences"
    passed = outcome_of(asked + "not_null: [antal]")
    assert headline(passed) == "ok      schema/prøve.tests.yml:2  Prøve"
    assert summary([outcome, passed, passed]).startswith("3 tests: 2 passed, 1 failed (")
    assert summary([passed]).startswith("1 test: 1 passed (")
