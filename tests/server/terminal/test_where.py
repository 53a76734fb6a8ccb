"""The grammar of `--where`: what it means, where it breaks, and that it never breaks otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.errors import ParseError, ServiceError
from semantic.filters import OPERATORS
from semantic.predicate import And, Asked, Not, Or, Predicate, atoms
from server.terminal.refusals import lines
from server.terminal.where import MAX_DEPTH, MAX_LENGTH, TESTS, parse_all, parse_where

A, B, C = Asked("v.a", "equals", ("1",)), Asked("v.b", "gt", ("2",)), Asked("v.c", "notSet")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("regnskab.funktion = 6.45.51", Asked("regnskab.funktion", "equals", ("6.45.51",))),
        ("v.a='x y'", Asked("v.a", "equals", ("x y",))),
        ("v.a = 'den ''lille'' kommune'", Asked("v.a", "equals", ("den 'lille' kommune",))),
        ('v.a = "Ribe ""Amt"""', Asked("v.a", "equals", ('Ribe "Amt"',))),
        ("v.a = ''", Asked("v.a", "equals", ("",))),
        ("v.a = 'null'", Asked("v.a", "equals", ("null",))),
        ("v.a = -1.5", Asked("v.a", "equals", ("-1.5",))),
        ("v.a = 85+", Asked("v.a", "equals", ("85+",))),
        ("v.a = 100%", Asked("v.a", "equals", ("100%",))),
        ("v.a != 1", Asked("v.a", "notEquals", ("1",))),
        ("v.a <> 1", Asked("v.a", "notEquals", ("1",))),
        ("v.a<1", Asked("v.a", "lt", ("1",))),
        ("v.a <= 1", Asked("v.a", "lte", ("1",))),
        ("v.a > 1", Asked("v.a", "gt", ("1",))),
        ("v.a >= 2024-01-01", Asked("v.a", "gte", ("2024-01-01",))),
        ("v.a in (Varde, 'Ringkøbing-Skjern')", Asked("v.a", "equals", ("Varde", "Ringkøbing-Skjern"))),
        ("v.a NOT IN (1)", Asked("v.a", "notEquals", ("1",))),
        ("v.a contains ø", Asked("v.a", "contains", ("ø",))),
        ("v.a not contains (ø, å)", Asked("v.a", "notContains", ("ø", "å"))),
        ("v.a starts with 6.", Asked("v.a", "startsWith", ("6.",))),
        ("v.a not starts with 6.", Asked("v.a", "notStartsWith", ("6.",))),
        ("v.a ends with 51", Asked("v.a", "endsWith", ("51",))),
        ("v.a not ends with 51", Asked("v.a", "notEndsWith", ("51",))),
        ("v.a is null", Asked("v.a", "notSet")),
        ("v.a Is Not Null", Asked("v.a", "set")),
        ("v.a during 2024", Asked("v.a", "inDateRange", ("2024",))),
        ("v.a during 2024-01-01..2024-03-31", Asked("v.a", "inDateRange", ("2024-01-01", "2024-03-31"))),
        ("v.a not during 'last 12 months'", Asked("v.a", "notInDateRange", ("last 12 months",))),
        ("v.a before 2024", Asked("v.a", "beforeDate", ("2024",))),
        ("v.a after 2024", Asked("v.a", "afterDate", ("2024",))),
        ("v.a on 2024-02-29", Asked("v.a", "onTheDate", ("2024-02-29",))),
        ("v.a on or before 2024", Asked("v.a", "beforeOrOnDate", ("2024",))),
        ("v.a on or after 2024", Asked("v.a", "afterOrOnDate", ("2024",))),
        ("v.a = 1 and v.b > 2 and v.c is null", And((A, B, C))),
        ("v.a = 1 or v.b > 2 and v.c is null", Or((A, And((B, C))))),
        ("(v.a = 1 or v.b > 2) and v.c is null", And((Or((A, B)), C))),
        ("not v.a = 1", Not(A)),
        ("not not v.a = 1", Not(Not(A))),
        ("not (v.a = 1 or v.b > 2)", Not(Or((A, B)))),
        ("not v.a = 1 and v.b > 2", And((Not(A), B))),
        ("((v.a = 1))", A),
    ],
)
def test_meaning(text: str, meaning: Predicate[Asked]) -> None:
    assert parse_where(text) == meaning


def test_every_operator_of_the_engine_has_a_spelling() -> None:
    assert {operator for operator, _ in TESTS.values()} == set(OPERATORS)


@pytest.mark.parametrize(
    ("text", "code", "column", "message", "hint"),
    [
        ("", "P141", 1, "Expected a member, written view.member, found the end.", None),
        ("   ", "P141", 4, "Expected a member, written view.member, found the end.", None),
        ("and", "P141", 1, "Expected a member, written view.member, found 'and'.", None),
        ("'v.a' = 1", "P141", 1, "Expected a member, written view.member, found ''v.a''.", None),
        ("v.a", "P141", 4, "Expected a test of 'v.a', found the end.", "Tests: ="),
        ("v.a =", "P141", 6, "Expected a value, found the end.", None),
        ("v.a == 1", "P141", 6, "Expected a value, found '='.", None),
        ("v.a = 1 and", "P141", 12, "Expected a member, written view.member, found the end.", None),
        ("v.a = null", "P141", 7, "Expected a value, found 'null'.", "Write 'is null'"),
        ("v.a = or", "P141", 7, "Expected a value, found 'or'.", "it stands in quotes: 'or'"),
        ("v.a = (1, 2)", "P141", 7, "Expected a value, found '('.", "'in (a, b)'"),
        ("v.a in 1", "P141", 8, "Expected '(', found '1'.", None),
        ("v.a in (1", "P141", 10, "Expected ')', found the end.", None),
        ("v.a in (1,)", "P141", 11, "Expected a value, found ')'.", None),
        ("v.a in ()", "P141", 9, "Expected a value, found ')'.", None),
        ("(v.a = 1", "P141", 9, "Expected ')', found the end.", None),
        ("v.a = 1)", "P141", 8, "Expected 'and', 'or' or the end, found ')'.", None),
        ("v.a = Region Syddanmark", "P141", 14, "found 'Syddanmark'", "Put a value with spaces in quotes."),
        ("v.a = 1; drop table x", "P141", 10, "found 'drop'", None),
        ("v.a = 1 -- x", "P141", 9, "found '--'", None),
        ("v.a like x", "P141", 5, "Expected a test of 'v.a', found 'like'.", "Tests: ="),
        ("v.a not contain x", "P141", 5, "Expected a test of 'v.a', found 'not'.", "Did you mean 'not contains'?"),
        ("v.a start with x", "P141", 5, "Expected a test of 'v.a', found 'start'.", "Did you mean 'starts with'?"),
        ("v.a = 'x", "P140", 7, "A quote is opened here and not closed.", "doubled"),
        ("v.a ! 1", "P140", 5, "'!' has no meaning.", "'!='"),
    ],
)
def test_malformed(text: str, code: str, column: int, message: str, hint: str | None) -> None:
    with pytest.raises(ParseError) as caught:
        parse_where(text)
    (problem,) = caught.value.problems
    assert (problem.code, problem.at and problem.at.column) == (code, column)
    assert message in problem.message
    assert hint is None or hint in (problem.hint or "")


def test_the_fault_is_marked_below_the_text() -> None:
    with pytest.raises(ParseError) as caught:
        parse_where("v.a in (1, 2")
    assert list(lines(caught.value.problems)) == [
        "--where:13: P141 Expected ')', found the end.",
        "    v.a in (1, 2",
        "                ^",
    ]


def test_each_condition_of_several_is_named_by_its_number() -> None:
    with pytest.raises(ParseError) as caught:
        parse_all(["v.a = 1", "v.b", "v.c ="])
    assert [problem.at and problem.at.file for problem in caught.value.problems] == ["--where no. 2", "--where no. 3"]
    assert parse_all(["v.a = 1", "v.b > 2"]) == And((A, B))
    assert parse_all([]) == And(())


@pytest.mark.parametrize(
    "text",
    ["(" * (MAX_DEPTH + 2) + "v.a = 1", "not " * 100_0 + "v.a = 1", "v.a = " + "x" * MAX_LENGTH],
    ids=["parentheses", "not", "length"],
)
def test_there_is_an_end_to_what_is_read(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_where(text)
    assert caught.value.code == "P142"


def read_or_refused(text: str) -> list[str]:
    """The members that were read, or the lines of the refusal; any other error is the test's failure."""
    try:
        return [asked.member for asked in atoms(parse_where(text))]
    except ServiceError as error:
        return list(lines(error.problems))


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert read_or_refused(text)


WORDS = [*(word for phrase in TESTS for word in phrase.split()), *"(),'\"", "and", "or", "v.a", "1", "é"]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_words_of_the_grammar_are_read_or_refused(text: str) -> None:
    assert read_or_refused(text)


VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ASKED = st.one_of(
    st.builds(Asked, st.just("v.a"), st.sampled_from(["equals", "notEquals"]), st.tuples(VALUES)),
    st.builds(Asked, st.just("v.b"), st.just("contains"), st.lists(VALUES, min_size=1, max_size=3).map(tuple)),
    st.builds(Asked, st.just("v.c"), st.sampled_from(["set", "notSet"])),
)
TREES = st.recursive(
    ASKED,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=8,
)
PHRASES = {"equals": "=", "notEquals": "<>", "contains": "contains", "set": "is not null", "notSet": "is null"}


def written(predicate: Predicate[Asked]) -> str:
    """The predicate in the grammar, with every part in parentheses and every value in quotes."""
    if isinstance(predicate, Asked):
        values = ["'" + str(value).replace("'", "''") + "'" for value in predicate.values]
        listed = f"({', '.join(values)})" if predicate.operator == "contains" else "".join(values)
        return f"{predicate.member} {PHRASES[predicate.operator]} {listed}"
    if isinstance(predicate, Not):
        return f"not ({written(predicate.part)})"
    word = " and " if isinstance(predicate, And) else " or "
    return word.join(f"({written(part)})" for part in predicate.parts)


@given(TREES)
def test_what_is_written_is_what_is_read(predicate: Predicate[Asked]) -> None:
    assert parse_where(written(predicate)) == predicate
