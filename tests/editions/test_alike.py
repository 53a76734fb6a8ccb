"""An edition answers as it did, digit by digit and byte by byte, whatever has come since, through every interface."""

from __future__ import annotations

import json
import random

import duckdb
import pyarrow as pa
import pytest
from click.testing import CliRunner

from server.cli import main
from tests.attacks.asking import Place
from tests.editions.house import NAME, PAID, QUESTIONS, REGIONS, House, load_on, redefine

INTERFACES = ("rest", "graphql", "sql", "cli")
WHO = ("direktion", "centerchef_voksne", "enhedsleder", "konsulent", "analytiker_varde", "sagsbehandler", "udvalg",
       "offentlig", "governance")  # fmt: skip
TYPING = ("direktion", "konsulent", "offentlig")  # who types commands, each of which opens all anew
CHANGES = 50


def heard(house: House, place: Place) -> dict[tuple[int, str, str], str]:
    """All that anybody is told of any question: bytes of bodies, headers, columns, notices and refusals."""
    return {
        (number, who, interface): house.ask(place, query, who, interface).same
        for number, query in enumerate(QUESTIONS) for who in WHO for interface in INTERFACES
        if interface != "cli" or who in TYPING
    }  # fmt: skip


def rows(house: House, sql: str) -> list[tuple[str | None, ...]]:
    """The answer of SQL written by hand, over the data as it was when the edition was made."""
    with duckdb.connect(str(house.home / "then.duckdb"), read_only=True) as connection:
        found = connection.execute(sql).fetchall()
    return [tuple(None if value is None else str(value) for value in row) for row in found]


IN_FORCE = """(SELECT * FROM udbetaling u WHERE indlaesning < 8 AND NOT annulleret AND NOT EXISTS (
    SELECT 1 FROM udbetaling v WHERE v.udbetaling_id = u.udbetaling_id AND v.indlaesning = 7 AND u.indlaesning = 6))"""
BY_UNIT = f"SELECT enhed, sum(beloeb), count(*) FROM {IN_FORCE} WHERE {{}} GROUP BY 1 ORDER BY enhed NULLS LAST"


@pytest.mark.timeout(600)  # everybody asks everything, twice
def test_after_fifty_later_loads_and_changes_every_byte_is_the_same(house: House) -> None:
    with house.served() as place:
        before = heard(house, place)
    chance = random.Random(1)
    for number in range(9, 9 + CHANGES):
        (load_on if chance.random() < 0.5 else redefine)(house, chance, number)
    checked = house.nogletal("check")
    assert checked.exit_code == 0, checked.output
    with house.served() as place:
        assert heard(house, place) == before
        now = place.server.http.post("/cubejs-api/v1/load", json={"query": dict(PAID)}).json()["data"]
    then = json.loads(before[0, "direktion", "rest"].partition("\n")[2])["data"]
    assert now != then  # what has come since does change what is asked without the edition


@pytest.mark.parametrize("interface", INTERFACES)
def test_the_figures_are_those_of_then(house: House, interface: str) -> None:
    chance = random.Random(3)
    for number in range(9, 14):
        load_on(house, chance, number)
    with house.served() as place:
        for who, condition in (("direktion", "true"), ("enhedsleder", "enhed = 'E05'")):
            found = house.ask(place, PAID, who, interface)
            told = [tuple(row) for row in found.rows]
            assert [_by_name(interface, row) for row in told] == rows(house, BY_UNIT.format(condition))
        assert house.ask(place, PAID, "sagsbehandler", interface).codes[:1] == ("R201",)


def _by_name(interface: str, row: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """As (enhed, beloeb, antal), in whichever order the interface writes its columns."""
    unit = next(one for one in row if one is None or one.startswith("E"))
    numbers = [one for one in row if one is not None and not one.startswith("E")]
    amount, count = sorted(numbers, key=lambda one: "." not in one)
    return (unit, amount, count)


@pytest.mark.parametrize("interface", INTERFACES)
def test_what_is_no_question_of_an_edition_is_refused(untouched: House, place: Place, interface: str) -> None:
    def codes(query: dict[str, object], edition: str = NAME) -> tuple[str, ...]:
        return untouched.ask(place, query, "direktion", interface, edition).codes[:1]

    assert codes({"measures": ["ydelse.antal_ydelser"]}) == ("U461",)
    assert codes(dict(PAID), "2031K1") == codes(dict(PAID), "../x") == ("U460",)
    assert codes({**PAID, "asOf": "2025-08-31"}) == codes({**PAID, "asOf": "2026-08-31"}) == ("U465",)
    own = untouched.ask(place, {**PAID, "asOf": "2025-09-30"}, "direktion", interface, NAME)
    assert own.rows == untouched.ask(place, PAID, "direktion", interface, NAME).rows != ()
    assert codes({"measures": ["udbetaling.belob"]})[0] in ("R202", "R201")
    assert untouched.ask(place, REGIONS, "offentlig", interface).codes == ()


def test_the_answer_says_of_which_edition_it_is(untouched: House, place: Place) -> None:
    told = untouched.ask(place, PAID, "direktion", "rest")
    assert f"Udgave {NAME}" in told.text
    assert f"Udgave {NAME}" in untouched.ask(place, PAID, "direktion", "graphql").text
    assert f"Udgave {NAME}" not in place.server.http.post("/cubejs-api/v1/load", json={"query": dict(PAID)}).text


def test_an_edition_as_of_a_day_has_the_loads_up_to_it(house: House) -> None:
    refused = house.nogletal("edition", "create", "2025K2", "--as-of", "2025-08-31")
    assert "U415" in refused.output  # the decisions keep no loads
    create = ("edition", "create", "2025K2", "--question", "udbetalt_pr_enhed", "--as-of")
    assert "U416" in house.nogletal(*create, "2020-01-31").output
    made = house.nogletal(*create, "2025-08-31")
    assert made.exit_code == 0, made.output
    with house.served() as place:
        found = house.ask(place, PAID, "direktion", "rest", "2025K2")
    then = rows(house, "SELECT enhed, sum(beloeb), count(*) FROM udbetaling WHERE indlaesning = 6 GROUP BY 1"
                       " ORDER BY enhed NULLS LAST")  # fmt: skip
    assert [_by_name("rest", tuple(row)) for row in found.rows] == then
    listed = json.loads(house.nogletal("edition", "list", "--format", "json").stdout)
    told = [(one["edition"], one["as_of"], one["created_by"], one["dataversion"], one["fault"]) for one in listed]
    assert told == [("2025K2", "2025-08-31", "operatoer", 6, ""), (NAME, None, "operatoer", 8, "")]
    (house.edition / "edition.seal").unlink()
    assert "U462" in json.loads(house.nogletal("edition", "list", "--format", "json").stdout)[1]["fault"]


def test_the_audit_says_which_edition_was_asked(house: House) -> None:
    house.nogletal("query", "udbetaling.antal", "--edition", NAME)
    tail = ["audit", "tail", "-n", "1", "--format", "json"]
    assert NAME in CliRunner(env=house.environment).invoke(main, tail).output


def test_the_marks_of_validation_are_those_of_then(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has said since when a mark holds for what: as of an earlier day they are not known."""
    monkeypatch.setenv("NOGLETAL_STATE", f"sqlite:///{house.home / 'state.db'}")
    query = {"measures": ["validering.antal_maerker"], "dimensions": ["validering.kommunekode"]}
    marks = {"id": "maerker", "title": "Mærker", "query": query}
    house.change("schema/questions/kvartal.yml", lambda one: one["questions"].append(marks))

    def mark(kommune: str) -> None:
        ran = CliRunner(env=house.environment).invoke(main, ["validering", "set", kommune, "oekonomi", "2024"])
        assert ran.exit_code == 0, ran.output

    mark("573")
    assert house.nogletal("edition", "create", "maerker", "--question", "maerker").exit_code == 0
    mark("561")
    asked = ("query", *query["measures"], "--by", *query["dimensions"], "--format", "csv")
    assert house.nogletal(*asked, "--edition", "maerker").stdout.splitlines()[1:] == ["573,1"]
    assert house.nogletal(*asked).stdout.splitlines()[1:] == ["561,1", "573,1"]
    refused = house.nogletal("edition", "create", "foer", "--question", "maerker", "--as-of", "2025-08-31")
    assert "U415" in refused.output


def test_the_checklists_are_those_of_then(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOGLETAL_STATE", f"sqlite:///{house.home / 'state.db'}")
    query = {"measures": ["tjekliste.antal_udfoert"], "dimensions": ["tjekliste.kommunekode"]}
    question = {"id": "lister", "title": "Lister", "query": query}
    house.change("schema/questions/kvartal.yml", lambda one: one["questions"].append(question))

    def say(kommune: str) -> None:
        said = house.nogletal("tjekliste", "set", "kl_otte_trin", "opmaerkninger", kommune, "voksne", "2025", "udfoert")
        assert said.exit_code == 0, said.output

    say("573")
    assert house.nogletal("edition", "create", "lister", "--question", "lister").exit_code == 0
    say("561")
    asked = ("query", *query["measures"], "--by", *query["dimensions"], "--format", "csv")
    assert house.nogletal(*asked, "--edition", "lister").stdout.splitlines()[1:] == ["573,1"]
    assert house.nogletal(*asked).stdout.splitlines()[1:] == ["561,1", "573,1"]


@pytest.mark.parametrize("name", ["validering", "tjekliste"])
def test_an_edition_names_nobody_who_said_what_it_does_not_read(untouched: House, name: str) -> None:
    with pa.memory_map(str(untouched.edition / f"{name}.arrow")) as file:
        assert pa.ipc.open_file(file).read_all().num_rows == 0
