"""`nogletal user` and `nogletal token` as people use them: first what is refused, then what is done."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from semantic.access.principal import Principal
from server.authenticate import Directory
from server.cli import main
from server.identity.credentials import Basic, Bearer
from server.identity.door import Door
from server.settings import Settings
from server.state import tokens
from server.state.attributes import TYPES
from server.state.database import StateSource
from server.state.place import StatePlace
from server.terminal import people
from server.terminal.administrator import rules_of

PASSWORD = "en lang nok kode"
Ask = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StatePlace:
    url = f"sqlite:///{tmp_path / 'state.db'}"
    monkeypatch.setenv("NOGLETAL_STATE", url)
    return StatePlace(url)


@pytest.fixture
def nogletal(place: StatePlace) -> Ask:
    return lambda line, **more: CliRunner().invoke(main, line.split(" ") if isinstance(line, str) else line, **more)


@pytest.fixture
def door(place: StatePlace) -> Door:
    return Door(Directory(), StateSource(place))


def fine(answer: Result) -> str:
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def refused(answer: Result) -> str:
    """The code of the refusal; nothing else was done or said."""
    assert answer.exit_code == 1, answer.output
    assert answer.stdout == ""
    return answer.stderr[:4]


def add(nogletal: Ask, *names: str) -> None:
    for name in names:
        fine(nogletal(["user", "add", name, "--title", f"{name}s titel"]))


# --- what is refused


@pytest.mark.parametrize("name", ["operatoer", "Anna", "a b", "1a", "æ", "", "oidc:anna", "a" * 64, "a\n", "../a"])
def test_a_name_is_a_name(nogletal: Ask, name: str) -> None:
    assert refused(nogletal(["user", "add", name, "--title", "x"])) == "P152"


@pytest.mark.parametrize(
    "options",
    [
        ["--title", ""],
        ["--title", " "],
        ["--title", "a\x1b[2J"],
        ["--title", "x" * 300],
        ["--title", "x", "--kind", "tjeneste"],
        ["--title", "x", "--audience", "alle"],
        ["--title", "x", "--kind", "tjeneste", "--audience", " "],
    ],
)
def test_a_shared_login_says_for_whom_and_a_title_is_something(nogletal: Ask, options: list[str]) -> None:
    assert refused(nogletal(["user", "add", "anna", *options])) == "P152"


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "P153"),
        ("for kort", "P153"),
        ("x" * 2_000, "P153"),
        ("anna har en kode", "P153"),
        ("\u0627a med noget mere", "P153"),
    ],
)
def test_a_password_that_cannot_be_used(nogletal: Ask, door: Door, password: str, code: str) -> None:
    add(nogletal, "anna")
    assert refused(nogletal("user set-password anna", input=f"{password}\n")) == code
    assert door.states.current() is not None


def test_a_password_is_no_argument(nogletal: Ask) -> None:
    add(nogletal, "anna")
    assert nogletal(["user", "set-password", "anna", PASSWORD]).exit_code == 2
    assert nogletal(["user", "set-password", "anna", "--password", PASSWORD]).exit_code == 2


@pytest.mark.parametrize(
    "line",
    [
        "user grant anna",
        "user grant anna a --until igår",
        "user revoke anna rolle --until 90d",
        "user attribute anna kommune",
        "user attribute anna kommune 573 --remove",
        "user attribute anna kommune 573 --type kommune",
        "user add anna",
        "token create anna --name x",
        "token create anna --expires 90d",
        "user list --format csv",
    ],
)
def test_a_line_that_says_too_little_or_too_much(nogletal: Ask, line: str) -> None:
    add(nogletal, "anna")
    assert nogletal(line).exit_code in (1, 2)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("user show bent", "P150"),
        ("user grant bent a", "P150"),
        ("user set-password bent", "P150"),
        ("user disable bent", "P150"),
        ("user attribute bent kommune 573", "P150"),
        ("token create bent --name x --expires 9d", "P150"),
        ("token list bent", "P150"),
        ("token revoke ukendt", "P154"),
        ("user revoke anna rolle", "P154"),
        ("user attribute anna kommune --remove", "P154"),
        ("user enable oidc:ukendt", "P154"),
        ("user disable oidc:", "P152"),
        ("user grant anna operatoer", "P152"),
        ("user grant anna Rolle", "P152"),
        ("user grant anna a --until 2020-01-01", "P152"),
        ("user grant anna a --until 0d", "P152"),
        ("user grant anna a --until 2026-02-30", "P152"),
        ("user attribute anna Kommune 573", "P152"),
        ("user attribute anna aar x --type integer", "P152"),
        ("user attribute anna aar 1 2 --type integer", "P152"),
        ("user attribute anna aar 1 x --type integers", "P152"),
        ("user attribute anna aar --type strings  ", "P152"),
        ("token create anna --name x --expires 367d", "P152"),
        ("token create anna --name x --expires 2020-01-01", "P152"),
        ("user show anna --as ukendt", "P150"),
        ("user show anna --as anna", "A320"),
        ("user show anna --as operatoer", "P150"),
    ],
)
def test_what_is_not_there_or_not_of_its_form(nogletal: Ask, line: str, code: str) -> None:
    add(nogletal, "anna")
    assert refused(nogletal(line, input=f"{PASSWORD}\n")) == code


def test_a_name_is_taken_once(nogletal: Ask) -> None:
    add(nogletal, "anna")
    assert refused(nogletal(["user", "add", "anna", "--title", "En anden"])) == "P151"


def test_a_user_has_so_many_tokens(nogletal: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST_PER_USER", 2)
    add(nogletal, "anna")
    for _ in range(2):
        fine(nogletal("token create anna --name x --expires 9d"))
    assert refused(nogletal("token create anna --name x --expires 9d")) == "P155"
    [first, _] = json.loads(fine(nogletal("token list anna --format json")))
    fine(nogletal(f"token revoke {first['id']}"))
    assert refused(nogletal(f"token revoke {first['id']}")) == "P154"
    fine(nogletal("token create anna --name x --expires 9d"))


def test_a_state_that_cannot_be_opened_is_said_plainly(nogletal: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOGLETAL_STATE", "postgresql://nogletal@127.0.0.1:1/nogletal")
    answer = nogletal("user list")
    assert refused(answer) == "D662"
    assert "Traceback" not in answer.output


# --- what is done


def test_from_a_new_user_to_a_login_and_out_again(nogletal: Ask, door: Door) -> None:
    add(nogletal, "anna")
    assert "may log in" not in fine(nogletal("user show anna"))
    fine(nogletal("user set-password anna", input=f"{PASSWORD}\n"))
    fine(nogletal("user grant anna analytiker --until 90d"))
    fine(nogletal("user grant anna direktion"))
    fine(nogletal("user revoke anna direktion"))
    fine(nogletal("user attribute anna kommune 573 --type integer"))
    fine(nogletal("user attribute anna hold A B --type strings"))
    fine(nogletal("user attribute anna skaevt -5 --type integer"))
    fine(nogletal("user attribute anna skaevt --remove"))
    found = door.find(Basic("anna", PASSWORD), "a")
    assert (found.roles, found.attributes) == (("analytiker",), {"kommune": 573, "hold": ("A", "B")})
    created = nogletal("token create anna --name PBI --expires 2099-12-31")
    assert refused(created) == "P152"
    secret = fine(nogletal("token create anna --name PBI --expires 30d")).strip()
    assert tokens.is_well_formed(secret)
    assert door.find(Bearer(secret), "a") == found
    listed = fine(nogletal("token list anna")) + fine(nogletal("token list anna --format json"))
    assert secret not in listed
    assert "PBI" in listed
    fine(nogletal("user disable anna"))
    assert "no" in fine(nogletal("user show anna"))
    fine(nogletal("user enable anna"))
    assert door.find(Bearer(secret), "a") == found


def test_lists_are_tables_or_json(nogletal: Ask) -> None:
    assert fine(nogletal("user list --format json")) == "[]\n"
    assert fine(nogletal("user list")) == ""
    add(nogletal, "bent", "anna")
    fine(nogletal(["user", "add", "skaerm", "--title", "Skærmen", "--kind", "tjeneste", "--audience", "Foyeren"]))
    fine(nogletal("user grant anna analytiker --until 2099-12-31"))
    rows = json.loads(fine(nogletal("user list --format json")))
    assert [row["user"] for row in rows] == ["anna", "bent", "skaerm"]
    [role] = rows[0]["roles"]
    assert (role["role"], role["gyldig_til"], role["granted_by"]) == ("analytiker", "2099-12-31", "operatoer")
    assert (rows[2]["kind"], rows[2]["audience"]) == ("tjeneste", "Foyeren")
    lines = fine(nogletal("user list")).splitlines()
    assert re.split(r" {2,}", lines[0])[:3] == ["user", "title", "kind"]
    assert "analytiker until 2099-12-31" in lines[1]


def test_a_role_that_no_policy_defines_is_noted(nogletal: Ask) -> None:
    add(nogletal, "anna")
    answer = nogletal("user grant anna analytikr")
    assert fine(answer)
    assert "no policy defines the role 'analytikr'" in answer.stderr
    assert "analytiker" in answer.stderr
    assert nogletal("user grant anna analytiker").stderr == ""


def test_help_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOGLETAL_STATE", "nothing")
    for group in (people.user, people.token):
        for name in group.commands:
            answer = CliRunner().invoke(main, [group.name or "", name, "--help"])
            assert answer.exit_code == 0
            assert "--as" in answer.stdout
    assert people.TYPES == TYPES


# --- a local administrator


@pytest.fixture
def varde(nogletal: Ask) -> Ask:
    """lokaladmin_varde of the demo does it, beside users of two kommuner."""
    add(nogletal, "anna", "bent", "chef")
    for name, kommune in (("anna", "573"), ("bent", "751"), ("chef", "573")):
        fine(nogletal(f"user attribute {name} kommune {kommune} --type integer"))
    fine(nogletal("user grant chef direktion"))
    return lambda line, **more: nogletal(f"{line} --as lokaladmin_varde", **more)


@pytest.mark.parametrize(
    "line",
    [
        "user grant {} analytiker",
        "user revoke {} analytiker",
        "user grant {} direktion",
        "user show {}",
        "user set-password {}",
        "user disable {}",
        "user enable {}",
        "user attribute {} kommune 573",
        "token create {} --name x --expires 9d",
        "token list {}",
    ],
)
def test_another_kommunes_user_is_as_one_that_does_not_exist(varde: Ask, line: str) -> None:
    hidden = varde(line.format("bent"), input=f"{PASSWORD}\n")
    absent = varde(line.format("findes_ikke"), input=f"{PASSWORD}\n")
    assert (hidden.exit_code, hidden.output) == (absent.exit_code, absent.output)
    assert hidden.exit_code == 1


def test_another_kommunes_token_is_as_one_that_does_not_exist(varde: Ask, nogletal: Ask) -> None:
    fine(nogletal("token create bent --name x --expires 9d"))
    [token] = json.loads(fine(nogletal("token list bent --format json")))
    hidden, absent = varde(f"token revoke {token['id']}"), varde("token revoke 000000000000")
    assert (hidden.exit_code, hidden.output) == (absent.exit_code, absent.output) != (0, "")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("user grant anna direktion", "A322"),
        ("user grant anna lokaladministrator", "A322"),
        ("user revoke chef direktion", "A322"),
        ("user attribute anna kommune 751 --type integer", "A322"),
        ("user set-password chef", "A322"),
        ("user disable chef", "A322"),
        ("token create chef --name x --expires 9d", "A322"),
        ("user grant lokaladmin_varde analytiker", "A323"),
        ("user add dorte --title Dorte", "A324"),
        ("user add dorte_751 --title Dorte", "A324"),
        ("user disable oidc:anna", "A320"),
    ],
)
def test_what_is_beyond_a_local_administrator(varde: Ask, line: str, code: str) -> None:
    assert refused(varde(line, input=f"{PASSWORD}\n")) == code


def test_what_a_local_administrator_does(varde: Ask, nogletal: Ask, door: Door) -> None:
    fine(varde("user add dorte_573 --title Dorte"))
    fine(varde("user set-password dorte_573", input=f"{PASSWORD}\n"))
    fine(varde("user grant dorte_573 analytiker --until 90d"))
    found = door.find(Basic("dorte_573", PASSWORD), "a")
    assert (found.roles, found.attributes) == (("analytiker",), {"kommune": 573})
    assert [row["user"] for row in json.loads(fine(varde("user list --format json")))] == ["anna", "chef", "dorte_573"]
    shown = json.loads(fine(nogletal("user show dorte_573 --format json")))[0]
    assert shown["roles"][0]["granted_by"] == "lokaladmin_varde"
    fine(varde("user disable dorte_573"))


def test_an_administrator_of_the_state_loses_it_with_the_role(varde: Ask, nogletal: Ask) -> None:
    add(nogletal, "lokal")
    fine(nogletal("user attribute lokal kommune 573 --type integer"))
    assert refused(nogletal("user show anna --as lokal")) == "A320"
    fine(nogletal("user grant lokal lokaladministrator"))
    fine(nogletal("user show anna --as lokal"))
    assert refused(nogletal("user show bent --as lokal")) == "A321"
    fine(nogletal("user attribute lokal kommune 573"))  # a text is not what the role asks for
    assert refused(nogletal("user show anna --as lokal")) == "A320"
    fine(nogletal("user attribute lokal kommune 573 --type integer"))
    fine(nogletal("user disable lokal"))
    assert refused(nogletal("user show anna --as lokal")) == "P150"


def test_what_an_included_role_asks_for_and_its_end_hold_for_administering_too(tmp_path: Path) -> None:
    """As `entitle` has it: a role of which a part is over or lacks an attribute is as if it were not there."""
    told = "title: T, niveau: taktisk, formaal: F, hjemmel: H, ejer: E, godkendt_af: G, naeste_gennemgang: 2027-01-01"
    (tmp_path / "access").mkdir()
    (tmp_path / "access" / "roles.yml").write_text(f"""roles:
  - {{name: lokal, {told}, gyldig_til: 2029-01-01, attributes: {{kommune: integer}}, includes: [grund],
      administers: {{roles: [grund], within: kommune}}}}
  - {{name: grund, {told}, gyldig_til: 2028-01-01, attributes: {{afdeling: string}}}}
""")
    settings = Settings(policies=tmp_path / "access")
    whole = Principal("lokal", ("lokal",), {"kommune": 573, "afdeling": "A"})
    assert [*rules_of(whole, settings, date(2028, 1, 1))]
    assert not [*rules_of(whole, settings, date(2028, 1, 2))], "the included role is over"
    assert not [*rules_of(Principal("lokal", ("lokal",), {"kommune": 573}), settings, date(2028, 1, 1))]


def test_a_question_can_be_asked_as_a_user(nogletal: Ask, demo_database: Path) -> None:
    add(nogletal, "anna")
    line = f"query kommunetal.udgift_kr --as anna --format json --database {demo_database}"
    assert refused(nogletal(line)) == "R201"
    fine(nogletal("user grant anna analytiker"))
    assert refused(nogletal(line)) == "R201"
    fine(nogletal("user attribute anna kommune 573 --type integer"))
    assert json.loads(fine(nogletal(line)))
    fine(nogletal("user disable anna"))
    assert refused(nogletal(line)) == "P146"
