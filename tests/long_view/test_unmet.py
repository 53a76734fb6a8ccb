"""A name in a question on the long view that is nothing of the answer is told, and of a hidden one what is of none."""

from __future__ import annotations

from dataclasses import replace

from semantic.long_view.question import LongQuestion
from semantic.long_view.unmet import MOST_TOLD
from tests.long_view.test_values import PEOPLE, asked, governed, rows
from tests.server.postgres.sql.asked import ask

OPEN, CLOSED, NONE = "noegletal-001", "noegletal-006", "noegletal-999"
OF_THE_WHOLE = "noegletal-101"  # its record names no units


def told(question: LongQuestion, who: str = "direktion") -> list[str]:
    """The notes of such names."""
    return [
        note for note in asked(question, PEOPLE[who]).stamp.notes if note.startswith(("Intet", "Ingen", "Opgøres ikke"))
    ]


def of(*ids: str) -> LongQuestion:
    return LongQuestion(frozenset(ids))


def test_every_name_that_is_nothing_is_told() -> None:
    slip = LongQuestion(
        frozenset({OPEN, "noegletal-1"}), frozenset({"kommune", "kommun"}), frozenset({"Varde", "Vrde"})
    )
    assert told(slip) == [
        "Intet nøgletal 'noegletal-1'",
        "Ingen enhedstype 'kommun'; kendte: center, enhed, kommune, tilbud",
        "Ingen rækker af enheden 'Vrde'",
    ]
    assert {row[2] for row in rows(asked(slip, PEOPLE["direktion"]))} == {"Varde"}


def test_a_kind_of_unit_that_the_nøgletal_has_not_is_told() -> None:
    other = "Intet af de valgte nøgletal er pr. enhedstype 'center'; kendte: kommune"
    assert told(replace(of(OPEN), kinds=frozenset({"center"}))) == [other]
    assert told(replace(of(OPEN), kinds=frozenset({"center", "kommune"}))) == [other]
    assert told(replace(of(OPEN, CLOSED), kinds=frozenset({"enhed", "kommune"}))) == []
    assert told(LongQuestion(kinds=frozenset({"center"}))) == []


def test_of_a_hidden_nøgletal_no_kind_of_unit_is_told() -> None:
    for kind in ("enhed", "kommune", "center", "kommun"):
        hidden, absent = (told(replace(of(one), kinds=frozenset({kind})), "offentlig") for one in (CLOSED, NONE))
        assert [note.replace(CLOSED, NONE) for note in hidden] == absent


def test_a_nøgletal_that_is_not_by_unit_and_period_is_not_told_as_none() -> None:
    assert told(of(OF_THE_WHOLE)) == [f"Opgøres ikke her pr. enhed og periode: nøgletal '{OF_THE_WHOLE}'"]
    assert told(of(OF_THE_WHOLE), "offentlig") == [f"Intet nøgletal '{OF_THE_WHOLE}'"]  # who may not know of it


def test_what_is_hidden_is_told_as_what_is_not_there() -> None:
    hidden, absent = (asked(of(one), PEOPLE["offentlig"]).stamp.notes for one in (CLOSED, NONE))
    assert [note.replace(CLOSED, NONE) for note in hidden] == list(absent) == [f"Intet nøgletal '{NONE}'"]


def test_a_unit_that_the_asker_may_not_see_is_told_as_one_that_is_not_there() -> None:
    hidden, absent = (told(replace(of(CLOSED), units=frozenset({one})), "enhedsleder") for one in ("E06", "E99"))
    assert [note.replace("E06", "E99") for note in hidden] == absent == ["Ingen rækker af enheden 'E99'"]
    assert told(replace(of(CLOSED), units=frozenset({"E06"}))) == []  # it is one


def test_what_is_there_is_not_told_wherever_the_answer_is_cut() -> None:
    varde = replace(of(OPEN), units=frozenset({"Varde", "Esbjerg"}))
    for cut in (varde, replace(varde, limit=1), replace(varde, offset=10_000), replace(varde, limit=0)):
        assert told(cut) == []
    assert told(replace(varde, date_range="2001")) == [
        "Ingen rækker af enheden 'Esbjerg'",
        "Ingen rækker af enheden 'Varde'",
    ]


def test_many_and_long_names_are_told_shortly() -> None:
    notes = told(of(*(f"x{number:02d}{'y' * 500}" for number in range(40))))
    assert len(notes) == MOST_TOLD + 1
    assert notes[-1] == "Intet nøgletal for 35 navne mere"
    assert max(map(len, notes)) < 100


def test_sql_tells_it_beside_the_rows() -> None:
    text = f"select enhed from noegletal_vaerdier where noegletal = '{NONE}'"
    heard = ask(governed(), text, principal=PEOPLE["direktion"])
    assert (heard.rows, heard.details) == ((), (f"Intet nøgletal '{NONE}'",))
