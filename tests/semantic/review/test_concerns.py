"""Personal data that no policy governs is found, and what runs out; the demo has none of the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from semantic.review.concerns import expiring, uncovered
from tests.semantic.review.sides import POLICIES, Edit, as_it_is, project_copy, reviewed

ROLES = f"{POLICIES}/roles"
OF_PERSONS = (
    "afgoerelse", "ansaettelse", "ansatmaaned", "boligforloeb", "borger", "enkeltsag", "fravaer", "haendelse", "ophold",
    "overgang", "rusmiddelforloeb", "systemkontrol", "udbetaling", "ydelse",
    "klage", "underretning", "anbringelse", "forebyggende", "magtanvendelse", "venteliste",
    "udredning", "beskaeftigelse", "skolegang", "stoetteaktivitet",
    "bopael",
)  # fmt: skip

OF_EMPLOYEES = ("ansaettelse", "ansatmaaned", "fravaer", "haendelse")
NATIONAL = ("kommunetal", "elevtal", "elevbevaegelse", "anbringelsesudgift", "flytning")


def after(folder: Path, *edits: Edit) -> list[tuple[str, str, str | None]]:
    copy = project_copy(folder)
    for one in edits:
        one.make(copy)
    return [(one.cube, one.what, one.role) for one in uncovered(reviewed(copy))]


def test_the_demo_has_no_uncovered_cube() -> None:
    assert uncovered(as_it_is()) == ()


def test_a_cube_of_persons_that_no_role_names(tmp_path: Path) -> None:
    new = "cubes:\n  - {name: henvendelse, sql_table: main.henvendelse, person_key: borger_id, dimensions: ["
    new += "{name: borger_id, type: string, sql: '{CUBE}.borger_id', primary_key: true}]}\n"
    copy = project_copy(tmp_path)
    (copy / "schema" / "cubes" / "henvendelse.yml").write_text(new, "utf-8")
    [found] = uncovered(reviewed(copy))
    assert (found.cube, found.what) == ("henvendelse", "personoplysninger, som ingen rolle nævner")


def test_a_cube_that_leads_to_persons_without_the_mark(tmp_path: Path) -> None:
    found = after(tmp_path, Edit("schema/cubes/afgoerelse.yml", "    person_key: borger_id\n", ""))
    assert found == [("afgoerelse", "hver række fører til en person i borger, men person_key mangler", None)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("slettefrist: Ingen, da", "sletfrist: Ingen, da"),
        ("dataansvarlig: Den opdigtede forvaltning", "dataansvarlig: 7"),
    ],
)
def test_a_declaration_in_other_words(words: str, told: str, tmp_path: Path) -> None:
    [found] = after(tmp_path, Edit("schema/cubes/borger.yml", words, told))
    text = f"meta.fortegnelse har ord, der er ukendte eller uden tekst: {told.partition(':')[0]}"
    assert found == ("borger", text, None)


def test_every_person_one_by_one(tmp_path: Path) -> None:
    opened = "          - kommuner\n        grain: {rows: true}\n"
    found = after(tmp_path, Edit(f"{ROLES}/direktion.yml", "          - kommuner\n", opened))
    assert {(cube, role) for cube, what, role in found if what == "alle rækker, også enkeltvis"} == {
        (cube, "direktion")
        for cube in OF_PERSONS
        if cube not in OF_EMPLOYEES  # whose grant is another
    }


def test_a_cube_that_only_ended_roles_name() -> None:
    later = replace(as_it_is(), day=date(2029, 1, 1))
    assert {(one.cube, one.what.partition(":")[0]) for one in uncovered(later)} == {
        (cube, "personoplysninger, som kun udløbne roller nævner") for cube in (*OF_PERSONS, *NATIONAL, "revision")
    }


@pytest.mark.parametrize(
    ("day", "within", "states"),
    [
        (date(2026, 11, 29), 90, set()),
        (date(2027, 5, 2), 30, {("gennemgang", 30)}),
        (date(2027, 6, 2), 0, {("gennemgang overskredet", -1)}),
        (date(2028, 12, 31), 0, {("udløber", 0), ("gennemgang overskredet", -579)}),
        (date(2029, 1, 1), 0, {("udløbet", -1)}),
    ],
)
def test_what_falls_within_the_days(day: date, within: int, states: set[tuple[str, int]]) -> None:
    found = expiring(replace(as_it_is(), day=day), within)
    assert {(one.state, one.days) for one in found if one.role == "analytiker"} == states
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert all(one.people == ("analytiker_varde",) for one in found if one.role == "analytiker")


def test_a_role_ends_with_one_that_it_includes(tmp_path: Path) -> None:
    copy = project_copy(tmp_path)
    Edit(f"{ROLES}/aabne_tal.yml", "gyldig_til: 2028-12-31", "gyldig_til: 2026-12-01").make(copy)
    ending = {one.role for one in expiring(reviewed(copy), 10) if one.state == "udløber"}
    assert {"aabne_tal", "direktion", "udvalg"} <= ending
    assert "governance" not in ending
