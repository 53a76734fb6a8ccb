r"""psql: the `\d` family, queries, \copy, errors with their place."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.clients.browsing.psql import psql_command, psql_environment
from tests.clients.conftest import Expected
from tests.clients.endpoint import Endpoint
from tests.clients.questions import NO_COLUMN, NO_TABLE, PEOPLE, REFUSED, VARDE, WRITES

pytestmark = pytest.mark.real_client("psql")


def psql(endpoint: Endpoint, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        psql_command(endpoint, *arguments), env=psql_environment(endpoint), capture_output=True, text=True
    )


def told(endpoint: Endpoint, *commands: str) -> str:
    """What the commands print. None may fail; our endpoint tells the scope of what it answers as a notice."""
    done = psql(endpoint, *(word for one in commands for word in ("-c", one)))
    assert (done.returncode, "ERROR" in done.stderr) == (0, False), done.stderr
    return done.stdout


def described(text: str) -> dict[str, list[str]]:
    r"""The rows of a table as `\d` draws it: the cells after the first, by the first."""
    cells = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if "|" in line]
    return {first: rest for first, *rest in cells}


def test_a_query(door: Endpoint, expected: Expected) -> None:
    done = psql(door, "--csv", "-t", "-c", VARDE.sql)
    rows = [(int(aar), funktion, Decimal(udgift)) for aar, funktion, udgift in csv.reader(io.StringIO(done.stdout))]
    assert rows == expected(VARDE.by_hand)


def test_a_cursor_of_psql_s_own(endpoint: Endpoint, expected: Expected) -> None:
    done = psql(endpoint, "--csv", "-t", "-v", "FETCH_COUNT=7", "-c", PEOPLE.sql)
    assert list(csv.reader(io.StringIO(done.stdout))) == [list(map(str, row)) for row in expected(PEOPLE.by_hand)]


def test_copy_to_a_file(endpoint: Endpoint, expected: Expected, tmp_path: Path) -> None:
    file = tmp_path / "folk.csv"
    told(endpoint, rf"\copy ({' '.join(PEOPLE.sql.split())}) to '{file}' csv header")
    heads, *rows = csv.reader(io.StringIO(file.read_text("utf-8")))
    assert heads == ["kommune", "koen", "alder", "periode", "personer"]
    assert rows == [list(map(str, row)) for row in expected(PEOPLE.by_hand)]


def test_several_statements_have_a_result_each(endpoint: Endpoint) -> None:
    assert psql(endpoint, "-At", "-c", "select 1; select 'to'; select 3").stdout == "1\nto\n3\n"


def test_a_table_is_described_with_types_and_comments(endpoint: Endpoint) -> None:
    plain, full = described(told(endpoint, r"\d regnskab")), told(endpoint, r"\d+ regnskab")
    assert {name: plain[name][0] for name in ("aar", "kommune", "udgift_kr", "udgift_kr__status", "opgjort_pr")} == {
        "aar": "integer", "kommune": "text", "udgift_kr": "numeric", "udgift_kr__status": "text", "opgjort_pr": "date",
    }  # fmt: skip
    assert "Nettoudgift" in described(full)["udgift_kr"][-1]
    assert "kr." in described(full)["udgift_kr"][-1]


@pytest.mark.parametrize("command", [r"\d", r"\dv", r"\dv+", r"\d+"])
def test_views_are_listed(endpoint: Endpoint, command: str) -> None:
    text = told(endpoint, command)
    found = [[cell.strip() for cell in line.split("|")][:3] for line in text.splitlines() if "|" in line]
    assert ["public", "regnskab", "view"] in found
    assert ["public", "befolkning", "view"] in found
    assert "pg_class" not in text


def test_a_pattern_chooses_views(endpoint: Endpoint) -> None:
    text = told(endpoint, r"\dv reg*")
    assert "regnskab" in text
    assert "befolkning" not in text


def test_what_else_psql_lists(endpoint: Endpoint) -> None:
    assert {"public", "noegletal"} <= set(described(told(endpoint, r"\dn")))
    assert endpoint.database in described(told(endpoint, r"\l"))
    assert endpoint.user in described(told(endpoint, r"\du"))
    assert "(0 rows)" in told(endpoint, r"\df")
    assert "Did not find any relations." in psql(endpoint, "-c", r"\dt").stderr
    assert endpoint.database in told(endpoint, r"\conninfo")


def test_a_table_that_is_not_there(endpoint: Endpoint) -> None:
    done = psql(endpoint, "-c", r"\d findes_ikke")
    assert 'Did not find any relation named "findes_ikke".' in done.stderr


@pytest.mark.parametrize(("sql", "code", "place"), [(NO_COLUMN, "42703", 8), (NO_TABLE, "42P01", 17)])
def test_an_error_has_its_code_and_place(endpoint: Endpoint, sql: str, code: str, place: int) -> None:
    done = psql(endpoint, "-v", "VERBOSITY=verbose", "-c", sql)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[0].startswith(f"ERROR:  {code}: ")
    mark = next(number for number, line in enumerate(lines) if line.strip() == "^")
    assert lines[mark - 1] == f"LINE 1: {sql}"
    assert lines[mark].index("^") == len("LINE 1: ") + place - 1


@pytest.mark.parametrize("sql", WRITES)
def test_nothing_can_be_written(endpoint: Endpoint, sql: str) -> None:
    done = psql(endpoint, "-v", "VERBOSITY=verbose", "-c", sql)
    found = re.match(r"ERROR:  (\w{5}): ", done.stderr)
    assert found is not None
    assert found[1] in REFUSED


def test_an_error_ends_a_transaction(endpoint: Endpoint) -> None:
    done = psql(endpoint, "-At", "-v", "VERBOSITY=verbose", "-c", "begin", "-c", NO_TABLE, "-c", "select 1",
                "-c", "rollback", "-c", "select 2")  # fmt: skip
    assert done.stdout == "BEGIN\nROLLBACK\n2\n"
    assert "25P02" in done.stderr


def test_the_wrong_password(endpoint: Endpoint) -> None:
    done = psql(replace(endpoint, password="forkert"), "-c", "select 1")
    assert done.returncode == 2
    assert "password authentication failed" in done.stderr
