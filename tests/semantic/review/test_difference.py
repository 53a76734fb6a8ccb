"""What a change does is said in words and for whom; none is missed, and rewording is none."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import pytest
import yaml

from semantic.access.documents import RoleDocument
from semantic.access.grant import Grant, Restriction
from semantic.access.policies import Forbid, Policies
from semantic.review.clauses import TELLERS, UNCOMPARED
from semantic.review.difference import OF_CLAUSES, OF_POLICIES, TOLD, WORDS_ONLY, Difference
from tests.semantic.review.sides import POLICIES, Edit, changed, compared
from tests.test_policy_cases import SLIPS

OWN_CASES = "          - dimension: ydelse.sagsbehandler\n            attribute: sagsbehandler\n"


def role(name: str, written: str | None, instead: str) -> Edit:
    return Edit(f"{POLICIES}/roles/{name}.yml", written, instead)


def cube(name: str, written: str, instead: str) -> Edit:
    return Edit(f"schema/cubes/{name}.yml", written, instead)


@dataclass(frozen=True)
class Prepared:
    """A change of `changes.yml`: what is edited, what was otherwise before, and sentences that must be said of it."""

    name: str
    edits: tuple[Edit, ...]
    before: tuple[Edit, ...]
    says: tuple[str, ...]

    @property
    def undo(self) -> tuple[Edit, ...]:
        return tuple(Edit(one.file, one.instead, one.written or "") for one in reversed(self.edits))


def _edits(written: list[dict[str, str]]) -> tuple[Edit, ...]:
    return tuple(Edit(one["file"], one.get("written"), one["instead"]) for one in written)


PREPARED = {
    one["name"]: Prepared(one["name"], _edits(one["edits"]), _edits(one.get("before", [])), tuple(one["says"]))
    for one in yaml.safe_load((Path(__file__).parent / "changes.yml").read_text("utf-8"))
}
# What was deleted leaves no place to put it back.
UNDOABLE = [name for name, one in PREPARED.items() if all(edit.instead for edit in one.edits)]


@cache
def difference_of(name: str) -> Difference:
    return changed(PREPARED[name].edits, PREPARED[name].before)


@pytest.mark.parametrize("name", PREPARED)
def test_a_change_is_said_in_words_and_for_whom(name: str) -> None:
    told = [f"{one.direction}: {one.text}" for one in difference_of(name).changes]
    assert PREPARED[name].says
    assert [sentence for sentence in PREPARED[name].says if sentence not in told] == [], "\n".join(told)


@pytest.mark.parametrize(("name", "written", "instead"), SLIPS, ids=lambda text: str(text).strip()[:30])
def test_no_slip_of_the_pen_is_missed(name: str, written: str, instead: str) -> None:
    told = changed([role(name, written, instead)]).changes
    assert any(name in one.who and one.people for one in told), told


@pytest.mark.parametrize("name", UNDOABLE)
def test_to_undo_a_change_is_a_change_too(name: str) -> None:
    """What goes back says so, and nothing that was more is more again."""
    one = PREPARED[name]
    there = {(change.who, change.direction) for change in difference_of(name).changes}
    back = {(change.who, change.direction) for change in changed(one.undo, (*one.before, *one.edits)).changes}
    opposite = {"mere": "mindre", "mindre": "mere", "andet": "andet"}
    assert {one for who, _ in there for one in who} == {one for who, _ in back for one in who}
    assert {opposite[way] for _, way in there} == {way for _, way in back}


class TestWhatIsNone:
    def test_nothing_changed(self) -> None:
        assert compared(lambda folder: None).changes == ()

    def test_another_order_and_layout_of_every_file(self) -> None:
        assert compared(turn_around).changes == ()

    def test_members_written_one_by_one_and_values_as_tests(self) -> None:
        edits = [
            role("direktion", "          - borger.*\n", "".join(
                f"          - borger.{name}\n" for name in (
                    "borger_id", "foedselsaar", "koen", "bopaelskommune", "adressebeskyttelse", "antal_borgere",
                )
            )),
            role("sagsbehandler", OWN_CASES, "          - all:\n              - any:\n                  - {dimension: "
                 "ydelse.sagsbehandler, attribute: sagsbehandler}\n"),
        ]  # fmt: skip
        assert changed(edits).changes == ()

    def test_other_names_reasons_and_words(self) -> None:
        edits = [
            role("direktion", "name: landets_tal", "name: hele_landet"),
            role("direktion", "reason: Direktionen har ansvar for hele forvaltningen.", "reason: Hele forvaltningen."),
            role("direktion", "title: Direktionen", "title: Direktion"),
            cube("borger", "title: Køn", "title: Borgerens køn"),
        ]
        found = changed(edits)
        assert found.changes == ()
        assert list(found.notes) == [
            "direktion: title er formuleret om",
            "direktion: adgangen 'hele_forvaltningen' er formuleret om (reason)",
        ]

    def test_a_role_in_another_file(self) -> None:
        def move(folder: Path) -> None:
            place = folder / POLICIES / "roles"
            (place / "udvalg.yml").rename(place / "a_udvalg.yml")

        assert compared(move).changes == ()


def turn_around(folder: Path) -> None:
    """Every list whose order means nothing, and every mapping, written the other way round."""
    for file in (folder / POLICIES).rglob("roles/*.yml"):
        if not file.name.endswith(".cases.yml"):
            document = yaml.safe_load(file.read_text("utf-8"))
            file.write_text(yaml.safe_dump(_turned(document), allow_unicode=True, sort_keys=False), "utf-8")


def _turned(value: object) -> object:
    if isinstance(value, dict):
        return {key: _turned(one) for key, one in reversed(value.items())}
    return [_turned(one) for one in reversed(value)] if isinstance(value, list) else value


class TestNothingIsLeftOut:
    """A key that is added later is compared, or somebody has said here that it gives and takes nothing."""

    def test_every_key_of_a_clause(self) -> None:
        assert {"name", "reason", "scope", "origin", "uses", "universal"} == UNCOMPARED
        compared_ = {one.name for clause in (Grant, Restriction, Forbid) for one in fields(clause)} - UNCOMPARED
        assert compared_ >= {*TELLERS, "default_rows"}

    def test_every_key_of_a_role_and_of_the_policies(self) -> None:
        assert {*WORDS_ONLY, *OF_CLAUSES} <= TOLD
        assert {*RoleDocument.model_fields} >= TOLD
        assert set(OF_POLICIES) <= {one.name for one in fields(Policies)}
