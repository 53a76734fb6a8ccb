"""Today's policies and today's protection decide on an edition, too; what is altered is not answered from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.attacks.asking import Place
from tests.editions.house import CENTRES, HOMES, NAME, PAID, REGIONS, House

INTERFACES = ("rest", "graphql", "sql", "cli")


def codes(house: House, place: Place, query: Any, who: str) -> set[tuple[str, ...]]:
    """What each interface refuses with: one of them, where all say the same."""
    return {house.ask(place, query, who, one).codes[:1] for one in INTERFACES}


def told(house: House, place: Place, query: Any, who: str) -> list[tuple[str | None, ...]]:
    """The rows, the same through every interface, their cells in no order."""
    found = [[tuple(sorted(map(str, row))) for row in house.ask(place, query, who, one).rows] for one in INTERFACES]
    assert found[0]
    assert all(sorted(one) == sorted(found[0]) for one in found)
    return found[0]


def test_who_is_protected_today_has_no_place_in_an_edition(house: House) -> None:
    """Also who is not in the register any more: it is not known that the address may be told."""
    house.run(
        "UPDATE borger SET adressebeskyttelse = true WHERE hash(borger_id) % 10 = 0",
        "DELETE FROM borger WHERE hash(borger_id) % 10 = 1",
    )
    with house.served() as place:
        found = house.ask(place, HOMES, "konsulent", "rest").rows
    with duckdb.connect(str(house.database), read_only=True) as connection:
        places = connection.execute("""
            SELECT CASE WHEN NOT b.adressebeskyttelse THEN u.bopaelskommune END, count(*)
            FROM udbetaling u LEFT JOIN borger b USING (borger_id)
            WHERE indlaesning < 8 AND NOT annulleret AND NOT EXISTS (SELECT 1 FROM udbetaling v
                WHERE v.udbetaling_id = u.udbetaling_id AND v.indlaesning = 7 AND u.indlaesning = 6)
            GROUP BY 1""").fetchall()
    shown = {(str(kommune), str(count)) for kommune, count in places}
    known = {(kommune or "None", count or "None") for kommune, count in (row for row in found)}
    assert known
    assert {one for one in known if one[1] != "None"} <= shown


def test_a_unit_that_was_taken_away_is_taken_away_in_the_edition(house: House) -> None:
    with house.served() as place:
        before = told(house, place, CENTRES, "centerchef_voksne")
    house.run("UPDATE organisation SET center_id = 'CX' WHERE center_id = 'CE' AND enhed_kode = 'E05'")
    with house.served() as place:
        after = told(house, place, CENTRES, "centerchef_voksne")
        assert told(house, place, CENTRES, "direktion")
    assert after != before
    with duckdb.connect(str(house.home / "then.duckdb"), read_only=True) as connection:
        counts = connection.execute("""
            SELECT count(CASE WHEN frist IS NOT NULL THEN afgjort END) FROM afgoerelse a JOIN organisation o
            ON a.enhed = o.enhed_id AND o.gyldig_fra <= DATE '2025-09-30'
            AND (o.gyldig_til IS NULL OR o.gyldig_til > DATE '2025-09-30')
            WHERE o.center_id = 'CE' AND o.enhed_kode <> 'E05'""").fetchall()
    assert [str(counts[0][0]) in row for row in after] == [True]


def test_what_is_hidden_today_is_hidden_in_the_edition(house: House) -> None:
    house.change("access_policies/roles/direktion.yml", lambda one: one["roles"][0]["grants"][0].update(
        {"except": ["udbetaling.beloeb"]}))  # fmt: skip
    with house.served() as place:
        assert codes(house, place, PAID, "direktion") == {("R202",)}
        assert told(house, place, {**PAID, "measures": ["udbetaling.antal"]}, "direktion")


def test_a_member_that_is_gone_today_cannot_be_asked_of_the_edition(house: House) -> None:
    def without(document: Any) -> None:
        cube = document["cubes"][0]
        cube["measures"] = [one for one in cube["measures"] if one["name"] != "beloeb"]

    house.change("schema/cubes/udbetaling.yml", without)
    house.change("schema/questions/kvartal.yml", lambda one: one["questions"].pop(2))
    (house.home / "schema/noegletal/udbetalt.yml").unlink()
    (house.home / "access_policies/roles/enhedsleder.cases.yml").unlink()
    with house.served() as place:
        assert codes(house, place, PAID, "direktion") == {("R202",)}


def test_rows_that_cannot_be_put_to_the_edition_close_the_role(house: House) -> None:
    """A dimension that has come since: who holds a role that is cut by it is refused, and nobody else is."""
    house.change("schema/cubes/udbetaling.yml", lambda one: one["cubes"][0]["dimensions"].append(
        {"name": "hemmelig", "title": "Hemmelig", "type": "boolean", "sql": "true"}))  # fmt: skip
    restriction = {"name": "ikke_hemmelig", "reason": "Noget er hemmeligt.", "cubes": ["udbetaling"],
                   "rows": [{"dimension": "udbetaling.hemmelig", "values": [False]}]}  # fmt: skip
    house.change("access_policies/roles/enhedsleder.yml", lambda one: one["roles"][0].update(
        {"restrictions": [restriction]}))  # fmt: skip
    with house.served() as place:
        assert codes(house, place, PAID, "enhedsleder") == {("A326",)}
        assert codes(house, place, REGIONS, "enhedsleder") == {("A326",)}
        assert told(house, place, PAID, "direktion")


def test_what_is_forbidden_of_new_members_closes_nothing(house: House) -> None:
    house.change("schema/cubes/udbetaling.yml", lambda one: one["cubes"][0]["dimensions"].append(
        {"name": "hemmelig", "title": "Hemmelig", "type": "number", "sql": "1"}))  # fmt: skip
    forbid = {"name": "ikke_hemmelig", "reason": "Noget er hemmeligt.", "members": ["udbetaling.hemmelig"]}
    house.change("access_policies/roles/enhedsleder.yml", lambda one: one["roles"][0].update({"forbids": [forbid]}))
    with house.served() as place:
        assert told(house, place, PAID, "enhedsleder")


def test_a_name_that_may_be_an_older_one_closes_the_role(house: House) -> None:
    """What was `bopaelskommune` then is forbidden under a new name: it is not known to be another thing."""

    def renamed(document: Any) -> None:
        [one] = [one for one in document["cubes"][0]["dimensions"] if one["name"] == "bopaelskommune"]
        one["name"] = "hjemkommune"

    house.change("schema/cubes/udbetaling.yml", renamed)
    forbid = {"name": "intet_hjem", "reason": "Ingen ser, hvor nogen bor.", "members": ["udbetaling.hjemkommune"]}
    house.change("access_policies/roles/direktion.yml", lambda one: one["roles"][0].update({"forbids": [forbid]}))
    with house.served() as place:
        assert codes(house, place, PAID, "direktion") == {("A326",)}


def test_what_is_protected_better_today_is_refused(house: House) -> None:
    house.change("schema/cubes/udbetaling.yml", lambda one: [
        dimension.update({"geography": True}) for dimension in one["cubes"][0]["dimensions"]
        if dimension["name"] == "enhed"])  # fmt: skip
    with house.served() as place:
        assert codes(house, place, PAID, "direktion") == {("U463",)}
        assert told(house, place, REGIONS, "direktion")


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def flip_unseen(path: Path) -> None:
    """Its size and its time are what they were."""
    was = path.stat()
    flip(path)
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


ALTERED = {
    "data": lambda edition: flip(edition / "data-0.duckdb"),
    "data, its time put back": lambda edition: flip_unseen(edition / "data-0.duckdb"),
    "definitions": lambda edition: (edition / "model/cubes/udbetaling.yml").write_text("cubes: []\n", "utf-8"),
    "one more": lambda edition: (edition / "model/cubes/zz.yml").write_text("cubes: []\n", "utf-8"),
    "missing": lambda edition: (edition / "validering.arrow").unlink(),
    "manifest": lambda edition: (edition / "edition.json").write_text(
        (edition / "edition.json").read_text("utf-8").replace('"data_version": 8', '"data_version": 7'), "utf-8"),
    "seal": lambda edition: (edition / "edition.seal").unlink(),
}  # fmt: skip


@pytest.mark.timeout(600)  # a command for each that is asked, and two servers
@pytest.mark.parametrize("what", ALTERED)
def test_an_edition_whose_file_was_altered_is_refused_and_the_server_lives_on(house: House, what: str) -> None:
    with house.served() as place:
        assert told(house, place, PAID, "direktion")  # it is open, and its files are watched
        ALTERED[what](house.edition)
        assert codes(house, place, PAID, "direktion") == {("U462",)}
        assert place.server.http.get("/readyz").status_code == 200
    with house.served() as place:
        assert codes(house, place, PAID, "direktion") == {("U462",)}
    checked = house.nogletal("edition", "verify")
    assert checked.exit_code == 1
    assert "U462" in checked.output


def test_an_edition_that_cannot_be_opened_says_why_to_the_operator_alone(house: House) -> None:
    house.run("ALTER TABLE borger RENAME COLUMN adressebeskyttelse TO beskyttet")
    house.substitute("schema/cubes/borger.yml", "{CUBE}.adressebeskyttelse", "{CUBE}.beskyttet")
    with house.served() as place:
        assert codes(house, place, PAID, "direktion") == {("U464",)}
        assert "borger" not in house.ask(place, PAID, "direktion", "rest").text
    assert "borger" in house.nogletal("edition", "verify").output


def test_with_another_key_no_edition_is_believed(house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NOGLETAL_AUDIT_KEY_FILE", str(tmp_path / "another.key"))
    assert "U462" in house.nogletal("edition", "verify").output


@pytest.mark.timeout(600)  # each command opens all anew
def test_verify_and_diff_tell_what_differs(house: House) -> None:
    assert house.nogletal("edition", "verify", NAME).exit_code == 0
    assert "Nothing differs." in house.nogletal("edition", "diff", NAME).output
    house.run("UPDATE regnskab SET udgift_kr = udgift_kr * 2 WHERE funktion = '6.45.51' AND aar = 2024")
    house.substitute("schema/cubes/afgoerelse.yml", "{CUBE}.afgjort <= {CUBE}.frist", "{CUBE}.afgjort < {CUBE}.frist")
    house.run("DELETE FROM afgoerelse WHERE enhed IS NULL")
    found = house.nogletal("edition", "diff", NAME)
    assert found.exit_code == 0, found.output
    assert "fristoverholdelse_pr_center  tom " in found.output
    assert "None" not in found.output
    assert "afgoerelse.fristoverholdelse" in found.output
    assert "nettoudgift_pr_kommune" in found.output
    assert "udbetalt_pr_enhed" not in found.output
    assert house.nogletal("edition", "verify", NAME).exit_code == 0
    assert "P164" in house.nogletal("edition", "create", NAME).output
    assert "with --question only" in house.nogletal("edition", "create", "august", "--as-of", "2025-08-31").output
    assert "P164" in house.nogletal("edition", "create", "../x").output
