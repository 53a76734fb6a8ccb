"""What is recorded of a question, and what is never written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from semantic.access.principal import OPERATOR
from semantic.audit.asked import Asked
from semantic.cube_query import parse_query
from semantic.pipeline import answer
from server.audit.read import questions
from server.audit.verify import verify
from tests.audit.asking import NOBODY, PARISHES, PERSONS, Asker, asker, kept, note

CPR = "0101701234"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Asker]:
    with asker(tmp_path) as found:
        yield found


def test_what_is_denied_is_recorded_with_its_code(world: Asker) -> None:
    assert world.ask(PERSONS, NOBODY) == "R201"
    [one] = world.recorded()
    assert (one.asked["decision"], one.asked["codes"], one.asked["members"]) == ("refused", ["R201"], ["borger.antal"])
    assert (one.asked["subject"], one.asked["personal"], one.closed) == ("nobody", True, {})


def test_denied_is_what_the_policies_do_not_give() -> None:
    asked = Asked("x", (), "", 0, "")
    decisions = [asked.refused(codes).decision for codes in ((), ("A301", "A302"), ("U410",))]
    assert decisions == ["granted", "denied", "refused"]


def test_what_is_answered_is_recorded_with_its_rows(world: Asker) -> None:
    query = {"measures": ["sogn.antal"], "dimensions": ["sogn.navn"]}
    assert len(world.ask(query)) == 2
    world.recorder.close()
    [one] = world.recorded()
    asked = one.asked
    assert (asked["interface"], asked["decision"], asked["codes"]) == ("test", "granted", [])
    assert (asked["members"], asked["personal"]) == (["sogn.antal", "sogn.navn"], False)
    assert (asked["model"], asked["data"]) == (world.service.generation.model.version, 0)
    assert asked["fingerprint"]
    assert asked["scope"] == "alle rækker"
    assert (one.closed["rows"], one.closed["outcome"]) == (2, "answered")
    assert one.closed["milliseconds"] > 0


@pytest.mark.parametrize(
    "query",
    [
        {**PERSONS, "filters": [{"member": "borger.cpr", "operator": "equals", "values": [CPR]}]},
        {**PERSONS, "filters": [{"member": "borger.cpr", "operator": "contains", "values": [CPR]}]},
        {**PERSONS, "filters": [{"or": [{"member": "borger.cpr", "operator": "notEquals", "values": [CPR]}]}]},
        {**PERSONS, "filters": [{"member": f"borger.{CPR}", "operator": "equals", "values": [CPR]}]},
        {**PERSONS, "filters": [{"member": "borger.cpr", "operator": f"is{CPR}", "values": [CPR]}]},
        {**PERSONS, "dimensions": [f"borger.{CPR}"]},
        {**PERSONS, "dimensions": [f"{CPR}.cpr"]},
        {**PERSONS, "timezone": CPR},
        {**PERSONS, "timeDimensions": [{"dimension": "borger.cpr", "dateRange": CPR, "granularity": "month"}]},
        {**PARISHES, "filters": [{"member": "borger.cpr", "operator": "equals", "values": [CPR]}]},
    ],
)
def test_nothing_personal_is_written(world: Asker, query: dict[str, object]) -> None:
    world.ask(query)
    assert world.recorded()
    assert CPR not in world.text()


def test_values_of_what_holds_no_persons_are_written(world: Asker) -> None:
    world.ask({**PARISHES, "filters": [{"member": "sogn.navn", "operator": "equals", "values": ["Ho\n\x1b"]}]})
    [one] = world.recorded()
    assert one.asked["filters"] == [{"member": "sogn.navn", "operator": "equals", "values": ["Ho\n\x1b"]}]
    assert "\x1b" not in world.text()
    assert len(world.text().splitlines()) == len([json.loads(line) for line in world.text().splitlines()])


def test_a_pseudonym_stands_for_one_value_of_one_member(world: Asker) -> None:
    def told(member: str, value: str) -> str:
        world.ask({**PERSONS, "filters": [{"member": member, "operator": "equals", "values": [value]}]})
        return str(world.recorded()[-1].asked["filters"][0]["values"][0])

    first = told("borger.cpr", CPR)
    assert first.startswith("hmac:")
    assert told("borger.cpr", CPR) == first
    assert told("borger.cpr", "0202802345") != first
    assert told("borger.sogn", CPR) != first


def test_another_key_gives_other_pseudonyms(tmp_path: Path) -> None:
    found = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with asker(tmp_path / name) as world:
            found.append(world.recorder.pseudonym("borger.cpr", CPR))
    assert found[0] != found[1]


def test_an_answer_that_is_left_is_told_as_left(world: Asker) -> None:
    answer(parse_query(PERSONS, default_limit=None), OPERATOR, world.service).batches.close()
    world.recorder.close()
    [one] = world.recorded()
    assert (one.closed["outcome"], one.closed["rows"]) == ("left", 0)


def test_the_next_process_goes_on_with_the_chain(tmp_path: Path) -> None:
    for number in range(3):
        with kept(tmp_path) as recorder:
            note(recorder, str(number))
    found = verify(tmp_path / "audit")
    assert (found.faults, found.notes, [one.following.records for one in found.chains]) == ((), (), [3])


def test_two_at_once_have_a_chain_each(tmp_path: Path) -> None:
    with kept(tmp_path) as first, kept(tmp_path) as second:
        note(first, "a"), note(second, "b"), note(first, "c")
        told = [(one.chain, one.asked["subject"]) for one in questions(tmp_path / "audit")]
    assert told == [("01", "c"), ("02", "b"), ("01", "a")]
    found = verify(tmp_path / "audit")
    assert (found.faults, [one.following.records for one in found.chains]) == ((), [2, 1])
