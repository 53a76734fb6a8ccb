"""Who sees how far which kommune is, and that every interface says the same."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from server.cli import main
from tests.checklist.conftest import VALIDATES, say, show
from tests.notes.conftest import Desk
from tests.worlds import world

OTHER = {"kommune": 101}
ROWS = """{ cube(where: {tjekliste: {periode: {equals: "2025"}}}) { tjekliste(orderBy: {nummer: asc}) {
  kommune trin nummer status af bemaerkning tid { value } } } }"""
LISTS = "{ tjeklister { id titel omraader periode_type ukendte_trin trin { id titel status } } }"


def put(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step of Varde by its administrator, and one of København by the operator."""
    monkeypatch.setenv("NOGLETAL_STATE", desk.settings.state)
    monkeypatch.setenv("NOGLETAL_AUDIT_FOLDER", str(desk.folder / "of_the_terminal"))
    assert say(desk, status="i_gang", bemaerkning="Venter på svar")["status"] == "i_gang"
    found = typed("set", "kl_otte_trin", "opmaerkninger", "101", "voksne", "2025", "udfoert")
    assert found.exit_code == 0, found.output


def typed(*words: str) -> Result:
    return CliRunner().invoke(main, ["tjekliste", *words, "--database", str(world("demo").database)])


@pytest.mark.parametrize(
    "who", ["offentlig", "udvalg", "centerchef_voksne", "enhedsleder", "sagsbehandler", "konsulent"]
)
def test_who_sees_no_lists_knows_of_none(desk: Desk, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
    put(desk, monkeypatch)
    assert show(desk, who)["code"] == "R201"
    assert desk.ask(who, LISTS) == {"tjeklister": []}
    assert typed("list", "--as", who).stderr[:4] == "R201"


@pytest.mark.parametrize("who", [VALIDATES, "analytiker_varde"])
def test_a_kommune_sees_its_own_and_no_word_of_others(desk: Desk, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
    put(desk, monkeypatch)
    begun, untouched = show(desk, who, **OTHER), show(desk, who, kommune=751)
    assert begun["code"] == "P191"
    assert begun == untouched == show(desk, who, kommune=998), "begun, not begun and no kommune are alike"
    for other in ({"omraade": "boern"}, {"liste": "ukendt"}, {"periode": "2025K1"}, {"periode": "hvornår"}):
        assert show(desk, who, **other)["code"] == "P191", other
    own = show(desk, who)
    assert (own["kommune"], own["ukendte_trin"]) == ("Varde", 6)
    assert [(one["id"], one["status"], one["bemaerkning"], one["af"]) for one in own["trin"]] == [
        ("opmaerkninger", "i_gang", "Venter på svar", VALIDATES), ("snitflade_dst_flis", "ikke_begyndt", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["direktion", "governance"])
def test_who_follows_up_sees_all(desk: Desk, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
    put(desk, monkeypatch)
    assert [one["status"] for one in show(desk, who, **OTHER)["trin"]] == ["udfoert", "ikke_begyndt"]
    assert {one["status"] for one in show(desk, who, kommune=751)["trin"]} == {"ikke_begyndt"}
    lists = {one["id"]: one for one in desk.ask(who, LISTS)["tjeklister"]}
    assert [one["titel"] for one in lists["kl_otte_trin"]["trin"]] == [
        "Brug opmærkningerne i FLIS", "Tjek … snitfladen til DST og FLIS",
    ]  # fmt: skip
    assert lists["kl_otte_trin"]["ukendte_trin"] == 6, "nothing is made up of the steps that are not known"


def test_every_interface_says_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    put(desk, monkeypatch)
    listed = json.loads(typed("list", "--format", "json", "--as", VALIDATES).stdout)
    names = ("kommune", "trin", "nummer", "status", "af", "bemaerkning")
    asked = [row["tjekliste"] for row in desk.ask(VALIDATES, ROWS)["cube"]]
    rows = [[row[name] for name in names] for row in asked]
    assert [[row[name] for name in names] for row in listed] == rows
    assert rows == [
        ["Varde", "opmaerkninger", 1, "i_gang", VALIDATES, "Venter på svar"],
        ["Varde", "snitflade_dst_flis", 2, "ikke_begyndt", None, None],
    ]
    assert [row["tid"] for row in listed] == [(row["tid"]["value"] or "")[:19] or None for row in asked]
    shown = json.loads(typed("show", "kl_otte_trin", "573", "voksne", "2025", "--format", "json").stdout)
    same = show(desk, VALIDATES)["trin"]
    names = ("status", "bemaerkning", "af", "tid")
    assert [[row[name] for name in names] for row in shown] == [[row[name] for name in names] for row in same]
    assert len(typed("list", "--as", "direktion").stdout.splitlines()) == 5, "a heading, and two steps of two kommuner"


BY_HAND = """
    select round(sum(helaarsmodtagere), 1), round(sum(udgift_kr)::double / sum(helaarsmodtagere)) from kommunetal
    where kommunekode = 573 and maaned between date '2025-01-01' and date '2025-03-31'"""


def test_a_step_is_checked_by_the_number_that_the_asker_may_see(desk: Desk) -> None:
    quarter = {"liste": "egne_trin", "periode": "2025K1"}
    assert [one["maaling"] for one in show(desk, VALIDATES, **quarter)["trin"]] == [None, None, None]
    delivered, price, gone_through = show(desk, "direktion", **quarter)["trin"]
    _, [(persons, each)] = world("demo").oracle(BY_HAND)
    assert delivered["maaling"] == {
        "maal": "kommunetal.helaarsmodtagere", "vaerdi": str(persons), "status": "normal", "opfyldt": True,
    }  # fmt: skip
    assert (float(price["maaling"]["vaerdi"]), price["maaling"]["opfyldt"]) == (each, True)
    assert gone_through["maaling"] is None
    assert {one["status"] for one in (delivered, price)} == {"ikke_begyndt"}, "a number sets no step"
    nothing = show(desk, "direktion", liste="egne_trin", periode="2030K1")["trin"][0]["maaling"]
    assert (nothing["vaerdi"], nothing["opfyldt"]) == (None, None), "what is not there is not met, and not unmet"
