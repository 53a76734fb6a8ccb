"""One table for every code, and nothing of our own leaves."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path

import pytest

from semantic.error_codes import CODES as CATALOGUE
from semantic.errors import (
    FAMILIES,
    DefinitionError,
    DeniedError,
    InternalError,
    LimitError,
    Place,
    Problem,
    ResolutionError,
    refusal,
)  # fmt: skip
from server.errors import CODES, FAMILY, MOST_PROBLEMS, cube_error, dansk, guarded, headers, outward
from server.terminal.refusals import lines

ROOT = Path(__file__).parents[2]


def test_every_family_has_a_meaning() -> None:
    assert set(FAMILY) == set(FAMILIES)
    assert all(code[0] in FAMILY for code in CODES)


def test_every_code_that_is_raised_has_a_fitting_status() -> None:
    code = re.compile(r'"([PRAULDX]\d{3})"')
    files = [*(ROOT / "semantic").rglob("*.py"), *(ROOT / "server").rglob("*.py")]
    raised = {found for file in files for found in code.findall(file.read_text("utf-8"))}
    assert len(raised) > 20
    for one in raised:
        meaning = outward(one)
        assert (meaning.status >= 500) == (one[0] in "DX") or meaning.status in (503, 504)
        assert re.fullmatch(r"[0-9A-Z]{5}", meaning.sqlstate)


def test_a_refusal_passes_as_it_is() -> None:
    error = ResolutionError(
        Problem("R202", "'a' has no member 'b'.", "Did you mean 'c'?", at=Place(path="measures[0]"))
    )
    assert guarded(error) is error
    assert cube_error(error, "r1") == {
        "error": "'a' has no member 'b'.",
        "code": "R202",
        "dansk": "Visningen har intet sådant felt.",
        "hint": "Did you mean 'c'?",
        "problems": [
            {
                "code": "R202",
                "message": "'a' has no member 'b'.",
                "dansk": "Visningen har intet sådant felt.",
                "hint": "Did you mean 'c'?",
                "at": "measures[0]",
            }
        ],
        "requestId": "r1",
    }


@pytest.mark.parametrize(
    "cause", [ValueError("secret 010101-1234"), DefinitionError(Problem("D601", "secret")), KeyError("secret")]
)
def test_our_own_fault_leaves_as_an_id(cause: Exception, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "nogletal"):
        error = guarded(cause)
    assert isinstance(error, InternalError)
    written = json.dumps(cube_error(error, "r"))
    assert "secret" not in written
    number = re.search(r"the id (\w{12})", written)
    assert number
    assert number[1] in caplog.text
    assert "secret" in caplog.text


def test_every_problem_says_its_code_in_danish_on_the_web_and_in_english_only_on_the_command_line() -> None:
    error = refusal(Problem("R202", "no member"), Problem("A301", "no grant"))
    told = cube_error(error, "r")["problems"]
    assert [one["dansk"] for one in told] == [CATALOGUE[code].danish for code in ("R202", "A301")]  # type: ignore[index,attr-defined]
    assert not any(meaning.danish in line for line in lines(error.problems) for meaning in CATALOGUE.values())


def test_a_code_that_the_catalogue_lacks_still_has_its_familys_text() -> None:
    assert dansk("R299") == "Et navn, en værdi eller en sti findes ikke."


def test_a_long_list_of_problems_is_cut() -> None:
    error = refusal(*(Problem("P102", f"Unknown key '{n}'.") for n in range(100)))
    assert len(cube_error(error, "r")["problems"]) == MOST_PROBLEMS  # type: ignore[arg-type]


def test_headers_say_how_to_come_back() -> None:
    assert "WWW-Authenticate" in headers(DeniedError(Problem("A310", "who?")))
    assert "WWW-Authenticate" not in headers(DeniedError(Problem("A301", "no")))
    assert headers(LimitError(Problem("L510", "big")))["Cache-Control"] == "no-store"
