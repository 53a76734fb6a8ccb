"""Notes are seen by whom the whole figure is shown, and by nobody else: first who must not see them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from semantic.notes.note import Figure, Note, Version
from tests.notes.conftest import CASES_HELD, KEPT_IN_TIME, Desk
from tests.worlds import world

WHO = ("offentlig", "udvalg", "sagsbehandler", "analytiker_varde", "lokaladmin_varde", "governance")


def put(desk: Desk, noegletal: str, kind: str, unit: str, period: date, text: str = "En note.") -> None:
    """A note as somebody wrote it, whoever may see it."""
    figure, now = Figure(noegletal, kind, unit, period), datetime.now(UTC)
    desk.book.keep(Note(f"{abs(hash((figure, text))):016x}"[:16], figure, (Version(1, text, "direktion", now),)))


def test_who_does_not_see_the_figure_sees_no_note_and_hears_as_of_one_that_does_not_exist(desk: Desk) -> None:
    put(desk, KEPT_IN_TIME, "enhed", "E05", date(2024, 7, 1))
    assert desk.units("direktion") == ["E05"]
    for who in WHO:
        assert desk.read(who) == desk.read(who, "noegletal-findes-ikke") == []


def test_who_sees_a_part_of_the_unit_sees_none_of_its_notes(desk: Desk) -> None:
    """The caseworker has cases in the unit, and so a figure of her own under its name."""
    figures = '{ noegletalVaerdier(noegletal: ["noegletal-006"]) { enhed } }'
    assert {one["enhed"] for one in desk.ask("sagsbehandler", figures)["noegletalVaerdier"]} == {"E05"}
    put(desk, KEPT_IN_TIME, "enhed", "E05", date(2024, 7, 1))
    assert desk.units("sagsbehandler") == []
    assert desk.units("direktion") == ["E05"]


def test_who_sees_one_unit_sees_no_note_of_another_or_of_its_centre(desk: Desk) -> None:
    put(desk, CASES_HELD, "enhed", "E05", date(2024, 6, 1))
    put(desk, CASES_HELD, "enhed", "E08", date(2024, 6, 1))
    put(desk, CASES_HELD, "center", "Center E (voksne)", date(2025, 6, 1))
    assert desk.units("enhedsleder", CASES_HELD) == ["E05"]
    assert desk.units("direktion", CASES_HELD) == ["Center E (voksne)", "E05", "E08"]
    assert "Center E (voksne)" not in desk.units("centerchef_voksne", CASES_HELD), "of the cases since the unit came"


def test_a_note_on_a_hidden_cell_is_not_seen(desk: Desk) -> None:
    """Under thresholds a note is seen where the figure is shown: not where it is hidden, nor where there is no row."""
    controlled = "noegletal-081"
    figures = f'{{ noegletalVaerdier(noegletal: ["{controlled}"]) {{ enhed periode status }} }}'
    cells = desk.ask("konsulent", figures)["noegletalVaerdier"]
    told = {one["status"]: (one["enhed"], one["periode"]) for one in cells if one["enhed"]}
    hidden, shown = told["diskretioneret"], told["normal"]
    absent = (shown[0], "2024-01-01")
    assert absent not in {(one["enhed"], one["periode"]) for one in cells}
    for unit, month in (hidden, shown, absent):
        put(desk, controlled, "enhed", unit, date.fromisoformat(month))
    for who, wanted in (("konsulent", {shown}), ("direktion", {hidden, shown, absent})):
        assert {(one["enhed"], one["periode"]) for one in desk.read(who, controlled)} == wanted


def test_a_month_without_rows_has_its_note(desk: Desk) -> None:
    """Unit 7 lacks June 2024: that is what a note says. No note is of a time without data."""
    _, [(rows,)] = world("demo").oracle("SELECT count(*) FROM beholdning WHERE enhed = 'E07' AND month(optalt) = 6 "
                                        "AND year(optalt) = 2024")  # fmt: skip
    assert rows == 0
    for month in (date(2024, 6, 1), date(2021, 12, 1), date(2025, 10, 1)):
        put(desk, CASES_HELD, "enhed", "E07", month)
    put(desk, CASES_HELD, "enhed", "E99", date(2024, 6, 1))
    assert [(one["enhed"], one["periode"]) for one in desk.read("direktion", CASES_HELD)] == [("E07", "2024-06-01")]


def test_an_open_figure_has_open_notes(desk: Desk) -> None:
    """What is published of whole kommuner is seen by the public, and so are its notes."""
    put(desk, "noegletal-001", "kommune", "Varde", date(2024, 1, 1))
    for who in ("offentlig", "udvalg", "analytiker_varde", "sagsbehandler"):
        assert desk.units(who, "noegletal-001") == ["Varde"]
    assert desk.read("governance", "noegletal-001") == []


def test_filters_leave_out_notes_and_let_in_none(desk: Desk) -> None:
    for unit, month in (("E05", date(2024, 6, 1)), ("E05", date(2024, 7, 1)), ("E08", date(2024, 7, 1))):
        put(desk, KEPT_IN_TIME, "enhed", unit, month)
    july = [one["enhed"] for one in desk.read("direktion", when="2024-07")]
    assert july == ["E05", "E08"]
    query = 'query { noter(noegletal: ["noegletal-006"], enhedstype: ["enhed"], enhed: ["E08"]) { enhed } }'
    assert [desk.ask(who, query)["noter"] for who in ("direktion", "enhedsleder")] == [[{"enhed": "E08"}], []]


def test_nobody_who_is_not_known_reads_or_writes(desk: Desk) -> None:
    put(desk, KEPT_IN_TIME, "enhed", "E05", date(2024, 7, 1))
    for headers in ({}, {"Authorization": "demo-ingen"}):
        for text in ('{ noter(noegletal: ["noegletal-006"]) { id } }', 'mutation { traekNoteTilbage(id: "a") { id } }'):
            heard = desk.client.post(
                "/graphql", json={"query": text}, headers={**headers, "Accept": "application/json"}
            )
            assert (heard.status_code, heard.json()["errors"][0]["extensions"]["code"][:3]) == (401, "A31")
