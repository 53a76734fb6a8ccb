"""Cube's clients get the numbers that SQL written by hand gives: every digit, every NULL, the order and the types."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.rest.clients.askers import Asker
from tests.server.rest.clients.conftest import TOKEN, Connect, Oracle
from tests.server.rest.clients.questions import BIG, PARAGRAPHS, PAST_DOUBLE, QUESTIONS, UNITS, Question
from tests.worlds import world


def told(rows: list[dict[str, Any]], question: Question) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in question.columns) for row in rows]


@pytest.mark.parametrize("name", QUESTIONS)
def test_rows_are_those_of_the_oracle(asker: Asker, oracle: Oracle, name: str) -> None:
    question = QUESTIONS[name]
    assert told(asker.rows(question.query), question) == oracle(question.oracle) != []


def test_no_unit_is_a_row_of_its_own(asker: Asker) -> None:
    assert asker.rows(UNITS.query)[-1]["ydelse.enhed"] is None


def test_big_numbers_and_nulls_are_exact(connect: Connect, traps_base: str) -> None:
    asker = connect(traps_base, TOKEN)
    for question in (BIG, PAST_DOUBLE):
        assert told(asker.rows(question.query), question) == world("traps").oracle(question.oracle)[1]


def test_the_statement_and_its_parameters_are_told(asker: Asker) -> None:
    text, parameters = asker.statement(PARAGRAPHS.query)
    assert "GROUP BY" in text
    assert "serviceloven" not in text  # values travel beside the statement
    assert "serviceloven" in parameters


def test_the_catalogue_lists_what_can_be_asked(asker: Asker) -> None:
    members = asker.members()
    assert members["varde_prognose.prognoseprocent"] == "number"
    assert (members["ydelse.start"], members["ydelse.lov"], members["ydelser.antal_ydelser"]) == (
        "time",
        "string",
        "number",
    )
