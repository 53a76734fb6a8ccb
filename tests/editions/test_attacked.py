"""What editions were attacked with: policies that are not in force, definitions of another day, one put for another."""

from __future__ import annotations

import re
from shutil import copytree, move
from typing import Any

import duckdb
import pytest

from tests.attacks.asking import Place
from tests.editions.house import CENTRES, HOMES, NAME, PAID, REGIONS, House

SERVED = ("rest", "graphql", "sql")


def heard(house: House, place: Place, query: Any, who: str) -> set[tuple[str, ...]]:
    return {house.ask(place, query, who, one).codes[:1] for one in SERVED}


def without_rows(document: Any) -> None:
    grant = document["roles"][0]["grants"][0]
    for key in ("rows", "follow", "via"):
        del grant[key]
    grant["open"] = sorted({name.partition(".")[0] for name in grant["members"]})


def test_policies_that_lie_there_and_are_not_in_force_open_nothing(house: House) -> None:
    """A file is laxer, and another is faulty, so that the policies before stay in force."""
    with house.served() as place:
        house.change("access_policies/roles/enhedsleder.yml", without_rows)
        (house.home / "access_policies/roles/udvalg.yml").write_text("roles: [{name: hemmelig}]\n", "utf-8")
        found = house.ask(place, PAID, "enhedsleder", "rest")
        assert [cell for row in found.rows for cell in row if str(cell).startswith("E")] == ["E05"]
        told = house.ask(place, REGIONS, "offentlig", "rest")
        assert told.codes == ()
        assert "hemmelig" not in told.text


def test_an_edition_under_the_name_of_another_is_refused(house: House) -> None:
    house.run("UPDATE udbetaling SET beloeb = beloeb * 10")
    assert house.nogletal("edition", "create", "2025K4").exit_code == 0
    move(house.edition, house.home / "kept")
    copytree(house.home / "editions/2025K4", house.edition)
    assert house.nogletal("edition", "verify", NAME).exit_code == 1
    with house.served() as place:
        assert heard(house, place, PAID, "direktion") == {("U462",)}


def test_a_protection_that_is_told_by_another_column_today_is_refused(house: House) -> None:
    house.run("ALTER TABLE borger ADD COLUMN navnebeskyttelse BOOLEAN DEFAULT true")
    flag = '"{CUBE}.adressebeskyttelse"'
    house.substitute("schema/cubes/borger.yml", f"sql: {flag}", f'sql: {flag[:-1]} OR {{CUBE}}.navnebeskyttelse"')
    with house.served() as place:
        assert heard(house, place, HOMES, "konsulent") == {("U463",)}
        assert heard(house, place, REGIONS, "konsulent") == {()}


def test_persons_that_are_counted_by_another_column_today_are_refused(house: House) -> None:
    house.run("ALTER TABLE udbetaling ADD COLUMN husstand VARCHAR", "UPDATE udbetaling SET husstand = borger_id")
    house.substitute("schema/cubes/udbetaling.yml", 'sql: "{CUBE}.borger_id"', 'sql: "{CUBE}.husstand"')
    with house.served() as place:
        assert heard(house, place, PAID, "konsulent") == {("U463",)}


def test_units_that_are_told_by_another_column_today_are_refused_to_who_is_cut_by_them(house: House) -> None:
    """The old column is there still, and stale: by it the centre has the unit that was taken away."""
    moved = "CASE WHEN enhed_kode = 'E05' THEN 'CX' ELSE center_id END"
    house.run("ALTER TABLE organisation ADD COLUMN center_ny VARCHAR", f"UPDATE organisation SET center_ny = {moved}")
    house.substitute("schema/cubes/organisation.yml", 'sql: "{CUBE}.center_id"', 'sql: "{CUBE}.center_ny"')
    with house.served() as place:
        assert heard(house, place, CENTRES, "centerchef_voksne") == {("U463",)}
        assert heard(house, place, CENTRES, "direktion") == {()}


def test_units_whose_column_is_gone_today_are_refused_and_are_no_fault_of_ours(house: House) -> None:
    house.run("ALTER TABLE organisation RENAME COLUMN enhed_id TO eid")
    house.substitute("schema/cubes/enheder.yml", "SELECT DISTINCT enhed_id", "SELECT DISTINCT eid AS enhed_id")
    for path in (house.home / "schema").rglob("*.yml"):
        roles = r"\w+" if path.name == "organisation.yml" else r"ansvarlig\w*|organisation"
        path.write_text(re.sub(rf"(\{{(?:{roles})\}}\.)enhed_id", r"\1eid", path.read_text("utf-8")), "utf-8")
    with house.served() as place:
        assert heard(house, place, CENTRES, "centerchef_voksne") == {("U463",)}
        assert heard(house, place, CENTRES, "direktion") == {()}


def test_what_is_wrong_with_an_edition_names_nothing_to_who_asks(house: House) -> None:
    with house.served() as place:
        (house.edition / "model/cubes/hemmelig_sag.yml").write_text("cubes: []\n", "utf-8")
        for one in SERVED:
            told = house.ask(place, REGIONS, "offentlig", one)
            assert told.codes[:1] == ("U462",)
            assert "hemmelig" not in told.text
        (house.edition / "model/cubes/hemmelig_sag.yml").unlink()
        move(house.database, house.home / "away.duckdb")
        told = house.ask(place, REGIONS, "offentlig", "rest")
        assert told.codes == ("U464",)
        assert str(house.home) not in told.text


REFUSED = {  # what is refused without a day, and why it is
    "boligforloeb.herberg_til_107": "A306",
    "anbringelse.aktive_anbringelser": "U461",
    "kommunetal.udgift_kr": "R201",
    "findes_ikke.antal": "R201",
}


@pytest.mark.parametrize("interface", ["rest", "graphql", "sql", "cli"])
@pytest.mark.parametrize("measure", REFUSED)
def test_a_day_tells_nothing_to_who_would_have_no_answer(
    untouched: House, place: Place, measure: str, interface: str
) -> None:
    """Not the day of the edition either: it is refused as without a day, whatever day is asked."""
    asked: dict[str, Any] = {"measures": [measure]}
    told = untouched.ask(place, asked, "centerchef_voksne", interface)
    assert told.codes[:1] == (REFUSED[measure],)
    for day in ("2031-01-01", "2025-09-30"):
        dated = untouched.ask(place, {**asked, "asOf": day}, "centerchef_voksne", interface)
        assert dated.codes == told.codes, day
        assert "This is of" not in dated.text


def test_an_edition_that_shows_nothing_is_as_one_that_is_not_there(house: House) -> None:
    """To who may not know of what it holds, by name or by the code of a refusal, whatever is asked of it."""
    made = house.nogletal("edition", "create", "august", "--as-of", "2025-08-31", "--question", "udbetalt_pr_enhed")
    assert made.exit_code == 0, made.output
    with house.served() as place:
        for query in (REGIONS, {**REGIONS, "asOf": "2031-01-01"}, PAID):
            for one in (*SERVED, "cli"):
                hidden, missing = (house.ask(place, query, "offentlig", one, name) for name in ("august", "aprils"))
                assert hidden.codes[:1] == (("R201",) if query is PAID else ("U460",))
                assert hidden.same.replace("august", "aprils") == missing.same
        shown = house.ask(place, PAID, "direktion", "rest", "august")
        assert len(shown.rows) > 1
        assert house.ask(place, REGIONS, "direktion", "rest", "august").codes[:1] == ("U461",)


def test_what_an_edition_would_answer_is_not_simulated(untouched: House) -> None:
    for name in (NAME, "2031K1"):
        asked = ("policy", "simulate", "udbetaling.beloeb", "--edition", name, "--as", "direktion")
        assert "U402" in untouched.nogletal(*asked).output


def test_a_prepared_statement_is_of_what_is_set_when_it_is_run(house: House) -> None:
    house.run("UPDATE udbetaling SET beloeb = beloeb * 10")
    then, now = _paid(house, "then.duckdb"), _paid(house, "demo.duckdb")
    assert then != now
    with house.served() as place:
        session = place.new_session("direktion")
        prepared = session.prepare("SELECT measure(beloeb) FROM udbetaling")
        session.run(f"SET nogletal.edition = '{NAME}'")
        assert prepared.run() == [[then]]
        session.run("RESET nogletal.edition")
        assert prepared.run() == [[now]]
        session.close()


def _paid(house: House, file: str) -> object:
    with duckdb.connect(str(house.home / file), read_only=True) as connection:
        found = connection.execute("""
            SELECT sum(beloeb) FROM udbetaling u WHERE indlaesning < 8 AND NOT annulleret AND NOT EXISTS (
            SELECT 1 FROM udbetaling v WHERE v.udbetaling_id = u.udbetaling_id AND v.indlaesning = 7
            AND u.indlaesning = 6)""").fetchall()
    return found[0][0]
