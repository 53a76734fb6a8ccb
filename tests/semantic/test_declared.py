"""Declared questions: what is wrong with one is told at its line, and the shipped ones are answered."""

from __future__ import annotations

import pytest

from semantic.access.principal import OPERATOR
from semantic.cube_query import parse_query
from semantic.declared import faulty_questions, query_of
from semantic.errors import DefinitionError, Problem
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import answer, prepare
from semantic.result import collect
from tests.worlds import service, world

MODEL = (world("indlaesninger").model / "indlaesninger.yml").read_text("utf-8")
ONE = "  - {{id: {id}, title: T, query: {{{query}}}}}\n"
RIGHT = ONE.format(id="kr", query="measures: [tilskud.kr]")


def problems(*questions: str) -> list[Problem]:
    """What refuses the model with the questions, or them when they are asked."""
    text = "questions:\n" + "".join(questions)
    try:
        model = link([read_text(MODEL, "model.yml"), read_text(text, "questions.yml")])
    except DefinitionError as refused:
        return list(refused.problems)
    asked = service("indlaesninger")
    return list(faulty_questions(model, lambda query: prepare(query, OPERATOR, asked)))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("measures: [tilskud.penge]", "R202 'tilskud' has no member 'penge'."),
        ("maals: [tilskud.kr]", "at 'maals': P102 "),
        ("measures: [tilskud.kr], asOf: 2025-02-28", "at 'asOf': P102 A declared question has no 'asOf'."),
        ("measures: [tilskud.kr], dimensions: [udbetaling.id]", "U410 "),
        ("{}", "R215 "),
    ],
)
def test_what_cannot_be_asked_is_told_at_its_line(query: str, said: str) -> None:
    [found] = problems(RIGHT, ONE.format(id="faulty", query=query.strip("{}")))
    assert (found.code, found.at and (found.at.file, found.at.line)) == ("D658", ("questions.yml", 3))
    assert found.message.startswith("The question 'faulty' cannot be asked")
    assert said in found.message


def test_a_right_one_has_no_fault() -> None:
    assert problems(RIGHT) == []


def test_an_id_stands_once() -> None:
    [found] = problems(RIGHT, RIGHT)
    assert (found.code, found.at and found.at.line) == ("D658", 3)
    assert found.message == "The question 'kr' is taken by questions.yml:2."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  - {id: kr, title: T}\n", "D604"),
        ("  - {id: kr, title: T, query: {}, spoergsmaal: x}\n", "D603"),
        ("  - {id: år-1, title: T, query: {}}\n", "D605"),
        ("  - {id: kr, id: to, title: T, query: {}}\n", "D602"),
    ],
)
def test_a_document_is_read_strictly(text: str, code: str) -> None:
    assert code in [one.code for one in problems(text)]


def test_days_may_be_those_of_yaml() -> None:
    dated = "measures: [tilskud.kr], timeDimensions: [{dimension: tilskud.dag, dateRange: [2025-01-01, 2025-01-31]}]"
    model = link([read_text(MODEL, "m.yml"), read_text("questions:\n" + ONE.format(id="kr", query=dated), "q.yml")])
    time = {"dimension": "tilskud.dag", "dateRange": ["2025-01-01", "2025-01-31"]}
    same = parse_query({"measures": ["tilskud.kr"], "timeDimensions": [time]}, default_limit=None)
    assert query_of(model.questions["kr"]) == same


def test_no_version_of_the_model_depends_on_what_is_asked_of_it() -> None:
    one, other = (
        link([read_text(MODEL, "m.yml"), *more]) for more in ([], [read_text("questions:\n" + RIGHT, "q.yml")])
    )
    assert one.version == other.version


def test_the_shipped_ones_are_answered_with_rows() -> None:
    asked = service("demo")
    questions = asked.generation.model.questions
    assert len(questions) >= 3
    for one in questions.values():
        assert collect(answer(query_of(one), OPERATOR, asked)).table.num_rows > 1, one.id
