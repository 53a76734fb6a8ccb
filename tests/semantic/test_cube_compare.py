"""`compareDateRange`: a question for each range, each read as if it stood alone."""

from __future__ import annotations

from typing import Any

import pytest

from semantic.cube_compare import MAX_QUESTIONS, Questions, parse_questions
from semantic.cube_query import parse_query
from semantic.errors import ServiceError


def parse(document: Any) -> Questions:
    return parse_questions(document, default_limit=7)


def comparing(ranges: object, **more: object) -> dict[str, object]:
    return {"dimension": "a.t", "granularity": "month", "compareDateRange": ranges, **more}


def test_each_range_is_a_question_of_its_own() -> None:
    plain = {"measures": ["a.m"], "dimensions": ["a.b"], "limit": 3}
    ranges = [["2023-01-01", "2023-06-30"], "2024", ["2025"]]
    first = {"dimension": "a.other", "dateRange": "2022"}
    found = parse({**plain, "timeDimensions": [first, comparing(ranges)]})
    alone = [
        {**plain, "timeDimensions": [first, {"dimension": "a.t", "granularity": "month", "dateRange": one}]}
        for one in ranges
    ]
    assert found == Questions(tuple(parse_query(one, default_limit=7) for one in alone), 1)


def test_a_single_range_is_compared_with_nothing() -> None:
    assert len(parse({"timeDimensions": [comparing(["2024"])]}).queries) == 1


@pytest.mark.parametrize("document", [{"measures": ["a.m"]}, {"timeDimensions": [comparing(None, dateRange="2024")]}])
def test_without_ranges_it_is_one_question(document: dict[str, object]) -> None:
    assert parse(document) == Questions((parse_query(document, default_limit=7),))


PATH = "timeDimensions[0].compareDateRange"
BAD = [
    ([], [("P103", "")]),
    ({"timeDimensions": [comparing([])]}, [("P105", PATH)]),
    ({"timeDimensions": [comparing("2024")]}, [("P103", PATH)]),
    ({"timeDimensions": [comparing({"2024": "2023"})]}, [("P103", PATH)]),
    ({"timeDimensions": [comparing(False)]}, [("P103", PATH)]),
    ({"timeDimensions": [comparing(["2024"] * (MAX_QUESTIONS + 1))]}, [("L507", PATH)]),
    ({"timeDimensions": [comparing(["2024", None, 5, [], ["a", "b", "c"], [1, "b"], ""])]},
     [("P103", f"{PATH}[{place}]") for place in (1, 2, 3, 4, 5, 6)]),
    ({"timeDimensions": [comparing(["2024"], dateRange="2023")]}, [("P105", PATH)]),
    ({"timeDimensions": [comparing(["2024"]), comparing(["2023"])]},
     [("P105", PATH), ("P105", "timeDimensions[1].compareDateRange")]),
    ({"timeDimensions": [comparing(["2024"], dimension=None)]}, [("P104", "timeDimensions[0]")]),
    ({"timeDimensions": [7, comparing("2024")], "mesures": [], "limit": "1"},
     [("P103", "timeDimensions[1].compareDateRange"), ("P102", "mesures"), ("P103", "timeDimensions[0]"),
      ("P103", "limit")]),
]  # fmt: skip


@pytest.mark.parametrize(("document", "expected"), BAD)
def test_refused_with_the_path_all_at_once(document: object, expected: list[tuple[str, str]]) -> None:
    with pytest.raises(ServiceError) as refused:
        parse(document)
    assert [(problem.code, str(problem.at or "")) for problem in refused.value.problems] == expected


@pytest.mark.parametrize("document", [{"compareDateRange": ["2024"]}, {"timeDimensions": [comparing(["2024"])]}])
def test_where_one_question_is_read_it_is_refused_by_name(document: dict[str, object]) -> None:
    with pytest.raises(ServiceError) as refused:
        parse_query(document, default_limit=None)
    [problem] = refused.value.problems
    assert (problem.code, problem.message) == ("U401", f"'{problem.at}' is not read here.")
    assert problem.hint is not None
    assert "dateRange" in problem.hint
