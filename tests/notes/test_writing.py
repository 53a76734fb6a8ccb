"""Who may write, change and withdraw a note: first what is refused, then what is kept and recorded."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from semantic.access.principal import OPERATOR
from semantic.errors import UnsupportedError
from semantic.execute.cancellation import Cancellation
from semantic.notes.note import MOST_CHARACTERS, MOST_NOTES, Version
from semantic.notes.write import Writer, erase
from server.state import accounts, database, tokens
from server.state import notes as kept
from server.state.accounts import Account, RoleAssignment
from server.state.database import StateSource, open_state
from server.state.notes import KeptNotes
from server.state.place import StatePlace
from tests.notes.conftest import CASES_HELD, FIELDS, KEPT_IN_TIME, TEXT, Desk, in_the_state
from tests.worlds import service

READERS = ("offentlig", "udvalg", "sagsbehandler", "analytiker_varde", "lokaladmin_varde", "governance", "konsulent")


def test_who_has_no_role_to_write_writes_nothing(desk: Desk) -> None:
    """Nor on the open figures that all of them see."""
    note, opened = desk.write("direktion"), {"noegletal": "noegletal-001", "enhedstype": "kommune", "periode": "2024"}
    for who in READERS:
        heard = [
            desk.write(who), desk.write(who, "Varde", **opened), desk.change(who, note, "x"), desk.withdraw(who, note)
        ]  # fmt: skip
        assert [one["code"] for one in heard] == ["A327"] * 4, who
    assert desk.read("direktion", "noegletal-001") == []
    assert [one["tekst"] for one in desk.read("direktion")] == [TEXT]


OTHERS: tuple[dict[str, str], ...] = (
    {"enhed": "E08"},  # another unit's
    {"enhed": "E99"},
    {"enhed": "Center E (voksne)", "enhedstype": "center", "noegletal": CASES_HELD},  # of which only a part is seen
    {"enhedstype": "kommune"},
    {"noegletal": "noegletal-findes-ikke"},
    {"noegletal": "noegletal-002", "enhed": "Varde", "enhedstype": "kommune"},  # hidden from unit heads
    {"periode": "2019-01"},  # before the definition is valid
    {"periode": "2026-01"},  # after the data,
)


def test_hidden_and_absent_are_refused_in_the_same_words(desk: Desk) -> None:
    absent = desk.write("enhedsleder", enhed="E98")
    assert absent["code"] == "A328"
    for other in OTHERS:
        assert desk.write("enhedsleder", **other) == absent, other
    assert desk.read("direktion") == desk.read("direktion", CASES_HELD, "noegletal-002") == []


UNKEPT = ("", " \n ", "a" * (MOST_CHARACTERS + 1), "a\x00b", "a\u202eb", "a\tb")


def test_a_text_that_cannot_be_kept_is_refused_and_not_repeated(desk: Desk) -> None:
    note = desk.write("direktion")
    for text in UNKEPT:
        for found in (desk.write("direktion", tekst=text), desk.change("direktion", note, text)):
            assert (found["code"], len(found["message"]) < 100) == ("U469", True)
    assert [one["tekst"] for one in desk.read("direktion")] == [TEXT]


def test_what_is_no_period_of_it_is_refused(desk: Desk) -> None:
    for period in ("2024", "2024-13", "2024-07-15", "juli", "0000-01", "2024K1", ""):
        assert desk.write("direktion", periode=period)["code"] == "U472"
    yearly = {"noegletal": "noegletal-401", "enhedstype": "enhed"}
    for period in ("2024-01", "2024-02", "2024-02-01", "juli"):  # January's note is none of the year's
        assert desk.write("direktion", **yearly, periode=period)["code"] == "U472", period
    for period in ("2024", "2024-01-01"):
        assert desk.write("direktion", **yearly, periode=period)["periode"] == "2024-01-01"
    assert desk.write("direktion", periode="2024-07-01")["periode"] == "2024-07-01"


def test_a_note_of_anothers_is_not_changed(desk: Desk) -> None:
    note = desk.write("direktion")
    assert desk.change("enhedsleder", note, "x")["code"] == "A329"
    assert desk.withdraw("enhedsleder", note)["code"] == "A329"
    absent = {**note, "id": "0123456789abcdef"}
    elsewhere = desk.write("direktion", "E08")
    for change in (lambda one: desk.change("enhedsleder", one, "x"), lambda one: desk.withdraw("enhedsleder", one)):
        assert change(absent) == change(elsewhere), "a note that is not seen is as one that is not there"
        assert change(absent)["code"] == "A328"
    assert sorted(desk.units("direktion")) == ["E05", "E08"]


def test_a_note_is_written_changed_and_withdrawn_and_nothing_of_it_is_lost(desk: Desk) -> None:
    note = desk.write("enhedsleder")
    figure = {"noegletal": KEPT_IN_TIME, "enhedstype": "enhed", "enhed": "E05", "periode": "2024-07-01"}
    first = {**figure, "id": note["id"], "nummer": 1, "tekst": TEXT, "af": "enhedsleder", "historik": []}
    assert note == first
    assert desk.read("enhedsleder") == desk.read("direktion") == [note]
    changed = desk.change("enhedsleder", note, "Ferie i uge 29 og 30.")
    history = [{"nummer": 1, "tekst": TEXT, "af": "enhedsleder"}]
    assert changed == {**first, "nummer": 2, "tekst": "Ferie i uge 29 og 30.", "historik": history}
    assert desk.read("direktion") == [changed]
    gone = desk.withdraw("enhedsleder", changed)
    assert (gone["nummer"], gone["tekst"], len(gone["historik"])) == (3, None, 2)
    assert desk.withdraw("enhedsleder", changed) == gone, "sent again, nothing more is done"
    assert desk.read("direktion") == desk.read("enhedsleder") == []
    assert desk.change("enhedsleder", gone, "x")["code"] == "A328"
    [kept] = desk.book.of(frozenset({KEPT_IN_TIME}))
    assert [one.tekst for one in kept.versions] == [TEXT, "Ferie i uge 29 og 30.", None]


def test_what_is_sent_again_is_the_same_note(desk: Desk) -> None:
    note = desk.write("enhedsleder")
    assert desk.write("enhedsleder", tekst=f" {TEXT}\r\n") == note
    changed = desk.change("enhedsleder", note, "Andet.")
    assert desk.change("enhedsleder", note, "Andet.") == changed
    assert len(desk.read("direktion")) == 1
    assert desk.write("direktion")["id"] != note["id"], "another's note of the same words is another note"


def test_who_has_read_an_older_version_changes_nothing(desk: Desk) -> None:
    note = desk.write("enhedsleder")
    desk.change("enhedsleder", note, "Andet.")
    assert desk.change("enhedsleder", note, "Tredje.")["code"] == "U470"
    assert [one["tekst"] for one in desk.read("direktion")] == ["Andet."]


def test_of_two_changes_at_once_one_is_kept(desk: Desk) -> None:
    desk.write("enhedsleder")
    [note] = desk.book.of(frozenset({KEPT_IN_TIME}))
    heard: list[str] = []

    def change(text: str) -> None:
        try:
            version = Version(2, text, "enhedsleder", datetime.now(UTC))
            desk.book.keep(replace(note, versions=(*note.versions, version)))
            heard.append("kept")
        except UnsupportedError as error:
            heard.append(error.code)

    threads = [threading.Thread(target=change, args=(f"Nr. {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(heard) == ["U470", "U470", "U470", "kept"]


def test_a_note_that_is_changed_while_it_is_erased_is_not_told_to_be_withdrawn_by_its_author(desk: Desk) -> None:
    """The change came first: what is erased is read anew, and the version that withdraws it is the operator's."""
    made = desk.write("enhedsleder")
    [note] = desk.book.of(frozenset({KEPT_IN_TIME}))
    desk.change("enhedsleder", made, "Andet.")
    versions = (replace(note.last, tekst=None), Version(2, None, "operatoer", datetime.now(UTC)))
    with pytest.raises(UnsupportedError) as refused:
        desk.book.erase(replace(note, versions=versions))
    assert refused.value.code == "U470"
    assert [one["tekst"] for one in desk.read("direktion")] == ["Andet."]


def test_words_are_erased_of_a_figure_that_cannot_be_asked_for(desk: Desk) -> None:
    note, demo = desk.write("enhedsleder"), service("demo")
    narrow = replace(demo, limits=replace(demo.limits, max_members=0))
    erased = erase(Writer(OPERATOR, narrow, desk.book, lambda: datetime.now(UTC), Cancellation()), note["id"])
    assert [one.tekst for one in erased.versions] == [None, None]
    assert not in_the_state(desk, TEXT[:10])


def test_words_that_somebody_still_reads_are_not_said_to_be_erased(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who began to read before keeps the log: the words are in the file until it is made empty."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    desk.write("enhedsleder", tekst="Hanne Hansens sag")
    [note] = desk.book.of(frozenset({KEPT_IN_TIME}))
    gone = (replace(note.last, tekst=None), Version(2, None, "operatoer", datetime.now(UTC)))
    book = KeptNotes(StateSource(StatePlace(desk.settings.state)))
    with closing(sqlite3.connect(desk.folder / "state.db")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM notes").fetchall()
        with pytest.raises(UnsupportedError) as refused:
            book.erase(replace(note, versions=gone))
        assert refused.value.code == "U471"
        assert in_the_state(desk, "Hanne Hansens sag")
        assert desk.read("direktion") == []
    [erased] = desk.book.of(frozenset({KEPT_IN_TIME}))
    book.erase(erased)
    book.source.close()
    assert not in_the_state(desk, "Hanne Hansens sag")


def test_a_figure_has_so_many_notes_and_no_more(desk: Desk) -> None:
    made = [desk.write("direktion", tekst=f"Note {number}") for number in range(MOST_NOTES + 1)]
    assert made[-1]["code"] == "U469"
    desk.withdraw("direktion", made[0])
    assert "id" in desk.write("direktion", tekst="Plads igen")


def test_notes_on_a_figure_are_written_so_often_and_can_be_withdrawn_after(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was changed and withdrawn is kept, and read by all who see the figure: it must not grow without end."""
    monkeypatch.setattr(kept, "MOST_VERSIONS", 4)
    first, second = (desk.write("direktion", tekst=text) for text in ("a", "b"))
    desk.withdraw("direktion", second)
    changed = desk.change("direktion", first, "c")
    assert desk.change("direktion", changed, "d")["code"] == "U469"
    assert desk.write("direktion", tekst="e")["code"] == "U469"
    assert "id" in desk.withdraw("direktion", first)
    assert desk.read("direktion") == []


def test_a_get_a_form_and_a_page_of_another_origin_write_nothing(desk: Desk) -> None:
    figure = f'noegletal: "{KEPT_IN_TIME}", enhedstype: "enhed", enhed: "E05", periode: "2024-07"'
    text = f'mutation {{ skrivNote({figure}, tekst: "x") {{ id }} }}'
    who = {"Authorization": "demo-direktion"}
    desk.ask("direktion", "{ temaer { id } }")
    refused = [
        desk.client.get("/graphql", params={"query": text}, headers=who),
        desk.client.post("/graphql", data={"query": text}, headers=who),
        desk.client.post("/graphql", content=text, headers={**who, "Content-Type": "text/plain"}),
        desk.client.post("/graphql", content=text, headers={**who, "Content-Type": "application/graphql"}),
    ]
    assert [one.status_code for one in refused] == [405, 415, 415, 415]
    asked = {"Origin": "https://andetsteds.example", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "authorization,content-type"}  # fmt: skip
    preflight = desk.client.request("OPTIONS", "/graphql", headers=asked)
    assert "access-control-allow-origin" not in preflight.headers
    assert desk.read("direktion") == []


def test_a_get_writes_nothing_where_a_post_of_the_same_words_has(desk: Desk) -> None:
    """The document is remembered between requests; that it may not change anything is looked at each time."""
    note = desk.write("direktion")
    text = f'mutation {{ traekNoteTilbage(id: "{note["id"]}") {{ {FIELDS} }} }}'
    other = desk.write("direktion", "E08")
    assert "traekNoteTilbage" in desk.ask("direktion", text)
    again = text.replace(note["id"], other["id"])
    assert (
        desk.client.get("/graphql", params={"query": again}, headers={"Authorization": "demo-direktion"}).status_code
        == 405
    )
    assert (
        desk.client.get("/graphql", params={"query": text}, headers={"Authorization": "demo-direktion"}).status_code
        == 405
    )
    assert desk.units("direktion") == ["E08"]


def test_a_role_that_is_taken_away_writes_and_reads_no_more(desk: Desk) -> None:
    state, now = open_state(StatePlace(desk.settings.state)), datetime.now(UTC)
    with state.writing() as there:
        accounts.add(there, Account("leder", "En leder", "person", None, True, None, now))
        accounts.grant(there, "leder", RoleAssignment("enhedsleder", None, "operatoer", now))
        accounts.set_attribute(there, "leder", "organisation", ("E05",))
        token = tokens.create(there, tokens.Token("a1", "leder", "prøve", now, now + timedelta(days=1)))
    headers = {"Authorization": f"Bearer {token}"}
    text = (
        f'mutation ($tekst: String!) {{ skrivNote(noegletal: "{KEPT_IN_TIME}", enhedstype: "enhed", enhed: "E05", '
        'periode: "2024-07", tekst: $tekst) { af tekst } }'
    )
    assert desk.ask("", text, headers, tekst="Først")["skrivNote"] == {"af": "leder", "tekst": "Først"}
    with state.writing() as there:
        accounts.revoke(there, "leder", ["enhedsleder"])
    state.close()
    assert desk.ask("", text, headers, tekst="Så")["code"] == "A327"
    assert desk.ask("", f'{{ noter(noegletal: ["{KEPT_IN_TIME}"]) {{ tekst }} }}', headers) == {"noter": []}
    assert [one["tekst"] for one in desk.read("direktion")] == ["Først"]


def test_the_record_tells_of_each_note_by_a_hash_and_never_its_text(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    note = desk.write("enhedsleder")
    changed = desk.change("enhedsleder", note, "Hemmeligt ord: kartoffel.")
    desk.withdraw("enhedsleder", changed)
    desk.write("enhedsleder", "E08", tekst="Hemmeligt ord: kartoffel.")
    desk.write("sagsbehandler", tekst="Hemmeligt ord: kartoffel.")
    records = desk.records()
    texts = (TEXT, "Hemmeligt ord: kartoffel.", "")
    said = [f"{note['id']}\n{number}\n{text}".encode() for number, text in enumerate(texts, 1)]
    wanted = [f"{note['id']}/{number} sha256:{hashlib.sha256(one).hexdigest()}" for number, one in enumerate(said, 1)]
    told = [one for one in records if one.get("purpose") == "note"]
    assert [one["written"] for one in told] == wanted
    assert {one["subject"] for one in told} == {"enhedsleder"}
    assert {"afgoerelse.fristoverholdelse", "afgoerelse.enhed"} <= set(told[0]["members"])
    closed = {one["id"]: one["rows"] for one in records if one["event"] == "closed"}
    assert [closed[one["id"]] for one in told] == [1, 1, 1]
    codes = [(one["subject"], one["codes"]) for one in records if one.get("codes")]
    assert ("enhedsleder", ["A328"]) in codes
    assert ("sagsbehandler", ["A327"]) in codes
    assert "kartoffel" not in str(records) + caplog.text
    assert "Ferie" not in str(records) + caplog.text


def test_without_a_record_no_note_is_kept(desk: Desk) -> None:
    desk.recorder.close()
    folder = desk.folder / "audit"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("no folder", "utf-8")
    assert desk.write("direktion")["code"] == "L530"
    assert desk.book.of(frozenset({KEPT_IN_TIME})) == ()


def test_a_state_that_does_not_answer_is_said_without_its_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk(tmp_path)
    (tmp_path / "state.db").mkdir()
    assert desk.write("direktion", tekst="kartoffel")["code"] == "U471"
    assert "kartoffel" not in caplog.text
    desk.close()
