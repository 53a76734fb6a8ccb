"""Who may say how far a step is: first what is refused, then what is kept and recorded."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.checklist.conftest import SET, STEP, VALIDATES, say
from tests.notes.conftest import Desk, Found

REMARK = "Aftalt med økonomi den 3. <b>juni</b>"


def kept(desk: Desk) -> list[tuple[object, ...]]:
    """Every word that the state has, the oldest first."""
    path = desk.folder / "state.db"
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as state:
        columns = "trin, kommunekode, omraade, periode, status, bemaerkning, af"
        return state.execute(f"SELECT {columns} FROM checklist_steps ORDER BY number").fetchall()


REFUSED: tuple[tuple[str, Found, str], ...] = (
    ("direktion", {}, "A325"),  # sees all lists and validates nothing
    ("governance", {}, "A325"),
    ("analytiker_varde", {}, "A325"),
    ("offentlig", {}, "A325"),
    (VALIDATES, {"kommune": 101}, "A325"),
    (VALIDATES, {"omraade": "boern"}, "A325"),
    ("direktion", {"liste": "ukendt"}, "A325"),  # before it is said whether there is such a list
    (VALIDATES, {"kommune": 99}, "P152"),
    (VALIDATES, {"omraade": "Økonomi"}, "P152"),
    (VALIDATES, {"periode": "25"}, "P191"),
    (VALIDATES, {"periode": "2025K1"}, "P191"),  # the list is done by the year
    (VALIDATES, {"liste": "egne_trin", "trin": "gennemgaaet"}, "P191"),  # and this one by the quarter
    (VALIDATES, {"liste": "egne_trin", "trin": "gennemgaaet", "omraade": "oekonomi", "periode": "2025K1"}, "P191"),
    (VALIDATES, {"liste": "ukendt"}, "P191"),
    (VALIDATES, {"trin": "ukendt"}, "P191"),
    (VALIDATES, {"status": "valideret"}, "P191"),
    (VALIDATES, {"bemaerkning": "usynlig\u200b"}, "U469"),
    (VALIDATES, {"bemaerkning": "x" * 1_001}, "U469"),
)


@pytest.mark.parametrize(("who", "other", "code"), REFUSED)
def test_what_is_refused_is_not_kept(desk: Desk, who: str, other: Found, code: str) -> None:
    assert say(desk, who, **other)["code"] == code
    assert kept(desk) == []


def test_every_word_that_is_none_is_told_at_once(desk: Desk) -> None:
    faulty = {"kommune": 1, "omraade": "Ø", "periode": "x", "liste": "A B", "trin": "c-d", "status": "nej"}
    sent = {"query": SET, "variables": faulty}
    heard = desk.client.post("/graphql", json=sent, headers={"Authorization": f"demo-{VALIDATES}"}).json()
    assert len(heard["errors"]) == len(faulty)


def test_the_last_word_is_in_force_and_every_one_is_kept(desk: Desk) -> None:
    assert say(desk, status="i_gang") == {
        "liste": "kl_otte_trin", "trin": "opmaerkninger", "kommunekode": 573, "omraade": "voksne", "periode": "2025",
        "status": "i_gang", "bemaerkning": None, "af": VALIDATES,
    }  # fmt: skip
    for _ in range(2):  # an answer that was lost is sent again
        assert say(desk, bemaerkning=REMARK)["bemaerkning"] == REMARK
    assert say(desk, status="ikke_relevant")["bemaerkning"] is None
    figures = ("opmaerkninger", 573, "voksne", "2025")
    assert kept(desk) == [
        (*figures, "i_gang", None, VALIDATES),
        (*figures, "udfoert", REMARK, VALIDATES),
        (*figures, "ikke_relevant", None, VALIDATES),
    ]


def test_what_is_said_and_who_is_denied_are_recorded_and_no_remark_is(desk: Desk) -> None:
    assert say(desk, "direktion")["code"] == "A325"
    assert say(desk, bemaerkning=REMARK)["status"] == "udfoert"
    records = desk.records()
    asked = [one for one in records if one.get("purpose") == "mark"]
    assert [(one["subject"], one["codes"]) for one in asked] == [("direktion", ["A325"]), (VALIDATES, [])]
    said = {one["member"]: one["values"] for one in asked[1]["filters"]}
    assert said == {
        "tjekliste.liste": ["kl_otte_trin"], "tjekliste.trin": ["opmaerkninger"], "tjekliste.kommunekode": ["573"],
        "tjekliste.omraade": ["voksne"], "tjekliste.periode": ["2025"], "tjekliste.status": ["udfoert"],
    }  # fmt: skip
    assert asked[1]["written"].startswith("sha256:")
    assert "juni" not in str(records)


def test_what_cannot_be_recorded_or_kept_is_not_said(desk: Desk) -> None:
    assert say(desk, status="i_gang")["status"] == "i_gang"
    with closing(sqlite3.connect(desk.folder / "state.db")) as state:
        state.execute("CREATE TRIGGER full BEFORE INSERT ON checklist_steps BEGIN SELECT RAISE(ABORT, 'x'); END")
    assert say(desk)["code"] == "U471"
    with closing(sqlite3.connect(desk.folder / "state.db")) as state:
        state.execute("DROP TRIGGER full")
    desk.recorder.close()
    assert say(desk)["code"] == "L530"
    assert [row[4] for row in kept(desk)] == ["i_gang"]


def test_a_get_changes_nothing(desk: Desk) -> None:
    told = ", ".join(f"{key}: {value}" if key == "kommune" else f'{key}: "{value}"' for key, value in STEP.items())
    heard = desk.client.get(
        "/graphql", params={"query": f"mutation {{ saetTjeklistetrin({told}) {{ af }} }}"},
        headers={"Authorization": f"demo-{VALIDATES}", "Accept": "application/json"},
    ).json()  # fmt: skip
    assert heard["errors"][0]["extensions"]["code"] == "P109"
    assert kept(desk) == []
