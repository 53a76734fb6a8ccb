"""Notes on a theme's page and on the command line: the same notes for the same asker as `noter` gives."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner, Result

from server.cli import main
from tests.notes.conftest import KEPT_IN_TIME, Desk, in_the_state
from tests.notes.test_who_sees import put
from tests.worlds import world

PAGE = '{ tema(id: "service_og_sikker_drift") { kort { noegletal noter { enhed periode tekst } } } }'


def on_page(desk: Desk, who: str) -> list[tuple[str, str, str]]:
    page = desk.ask(who, PAGE)["tema"]
    cards = page["kort"] if page else []
    return [(card["noegletal"], one["enhed"], one["periode"]) for card in cards for one in card["noter"]]


def test_a_card_has_the_notes_of_its_periods_that_the_asker_may_see(desk: Desk) -> None:
    months = (date(2025, 8, 1), date(2025, 9, 1))
    for month in months:
        for unit in ("E05", "E08"):
            put(desk, "noegletal-004", "enhed", unit, month)
    put(desk, KEPT_IN_TIME, "enhed", "E05", months[1])
    assert on_page(desk, "udvalg") == on_page(desk, "sagsbehandler") == on_page(desk, "governance") == []
    of_card = {("noegletal-004", "E05", "2025-09-01"), ("noegletal-006", "E05", "2025-09-01")}
    assert set(on_page(desk, "enhedsleder")) == of_card
    assert set(on_page(desk, "direktion")) == of_card | {("noegletal-004", "E08", "2025-09-01")}


@pytest.fixture
def nogletal(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("NOGLETAL_STATE", desk.settings.state)
    monkeypatch.setenv("NOGLETAL_AUDIT_FOLDER", str(desk.folder / "of_the_terminal"))
    return None


def typed(*words: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["note", *words, "--database", str(world("demo").database)], input=text)


def listed(*words: str) -> list[dict[str, object]]:
    found = typed("list", KEPT_IN_TIME, "--format", "json", *words)
    assert found.exit_code == 0, found.output
    rows: list[dict[str, object]] = json.loads(found.stdout)
    return rows


@pytest.mark.usefixtures("nogletal")
def test_the_command_line_refuses_what_graphql_refuses_and_lists_what_it_gives(desk: Desk) -> None:
    figure = (KEPT_IN_TIME, "enhed", "E05", "2024-07")
    for who, code in (("sagsbehandler", "A327"), ("udvalg", "A327")):
        refused = typed("write", *figure, "x", "--as", who)
        assert (refused.exit_code, refused.stderr[:4]) == (1, code)
    assert typed("write", KEPT_IN_TIME, "enhed", "E08", "2024-07", "x", "--as", "enhedsleder").stderr[:4] == "A328"
    assert listed() == []
    assert typed("write", *figure, "-", "--as", "enhedsleder", text="To\nlinjer\n").exit_code == 0
    [row] = listed("--as", "direktion")
    assert (row["tekst"], row["af"], row["nummer"]) == ("To\nlinjer", "enhedsleder", 1)
    assert listed("--as", "sagsbehandler") == listed("--unit", "E08") == listed("--range", "2023") == []
    [note] = desk.read("direktion")
    assert {key: note[key] for key in ("id", "enhed", "periode", "tekst")} == {
        key: row[key] for key in ("id", "enhed", "periode", "tekst")
    }
    assert typed("change", str(row["id"]), "1", "En", "--as", "direktion").stderr[:4] == "A329"
    assert typed("change", str(row["id"]), "1", "En", "--as", "enhedsleder").exit_code == 0
    assert [one["tekst"] for one in desk.read("direktion")] == ["En"]
    assert typed("withdraw", str(row["id"])).exit_code == 0, "the operator may"
    assert desk.read("direktion") == listed() == []


@pytest.mark.usefixtures("nogletal")
def test_the_words_of_a_note_are_erased(desk: Desk) -> None:
    """Those of every version, in force or not, from the file and its log, while the server has both open."""
    words = ("Hanne Hansens sag", "Hannes sag", "om en borger", "En anden note.")
    told = desk.write("enhedsleder", tekst=words[0])
    desk.change("enhedsleder", told, words[1])
    back = desk.write("enhedsleder", tekst=words[2])
    desk.withdraw("enhedsleder", back)
    other = desk.write("enhedsleder", tekst=words[3])
    assert all(in_the_state(desk, one) for one in words)
    for note in (told, back):
        assert "is erased" in typed("erase", note["id"]).output
        assert typed("erase", note["id"]).exit_code == 0, "again, nothing is there to erase"
    assert [in_the_state(desk, one) for one in words] == [False, False, False, True]
    assert [one["id"] for one in desk.read("direktion")] == [one["id"] for one in listed()] == [other["id"]]
    kept = {one.id: [version.tekst for version in one.versions] for one in desk.book.of(frozenset({KEPT_IN_TIME}))}
    assert kept == {told["id"]: [None] * 3, back["id"]: [None] * 2, other["id"]: [words[3]]}
    assert desk.change("enhedsleder", told, "x")["code"] == "A328"
    assert typed("erase", "0" * 16).stderr[:4] == "A328"
    assert typed("erase", told["id"], "--as", "enhedsleder").exit_code == 2, "there is nobody else to ask as"
    records = (desk.folder / "of_the_terminal").rglob("*.jsonl")
    erased = [line for file in records for line in file.read_text("utf-8").splitlines() if "erased" in line]
    assert len(erased) == 4
    assert told["id"] in erased[0]
    assert not any(one in line for one in words for line in erased)
