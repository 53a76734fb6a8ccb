"""`nogletal user` and `nogletal token` as people use them: first what is refused, then what is done."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from semantic.access.delegate import Delegation
from semantic.access.principal import Principal
from semantic.errors import DeniedError
from server.authenticate import Directory
from server.cli import main
from server.identity.credentials import Basic, Bearer
from server.identity.door import Door
from server.settings import Settings
from server.state import tokens
from server.state.attributes import TYPES
from server.state.database import StateSource
from server.state.place import StatePlace
from server.terminal import administrator, people
from server.terminal.administrator import read_outline

POLICIES = Path(__file__).parents[2] / "access_policies"
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


@pytest.fixture
def own_policies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the policies that a test may change."""
    found = Path(shutil.copytree(POLICIES, tmp_path / "access_policies"))
    monkeypatch.setenv("NOGLETAL_POLICIES", str(found))
    return found


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


def row(nogletal: Ask, name: str) -> dict[str, Any]:
    [found] = json.loads(fine(nogletal(f"user show {name} --format json")))
    return dict(found)


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
        ("user grant anna analytiker --until 2020-01-01", "P152"),
        ("user grant anna analytiker --until 0d", "P152"),
        ("user grant anna analytiker --until 2026-02-30", "P152"),
        ("user grant anna analytikr", "P156"),
        ("token create anna --name  --expires 9d", "P152"),
        ("token create anna --name x --expires never", "P152"),
        ("user list --as anna", "A320"),
        ("user add anna_573 --title x --as anna", "A320"),
        ("user attribute anna Kommune 573", "P152"),
        ("user attribute anna aar x --type integer", "P152"),
        ("user attribute anna aar 1 2 --type integer", "P152"),
        ("user attribute anna aar 1 x --type integers", "P152"),
        ("user attribute anna aar --type strings  ", "P152"),
        ("token create anna --name x --expires 366d", "P152"),
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


def test_the_name_of_a_demo_principal_is_taken(nogletal: Ask) -> None:
    """Else the server with --demo and the command line would take two for one."""
    answer = nogletal(["user", "add", "direktion", "--title", "x"])
    assert refused(answer) == "P151"
    assert "demo principal" in answer.stderr


@pytest.mark.parametrize("given", ["", "\n", "for kort\n"])
def test_a_password_that_is_too_short_is_told_the_bounds(nogletal: Ask, given: str) -> None:
    add(nogletal, "anna")
    answer = nogletal("user set-password anna", input=given)
    assert refused(answer) == "P153"
    assert f"has {len(given.strip())} characters" in answer.stderr
    assert "At least 12 characters, and at most 1024 bytes" in answer.stderr


@pytest.mark.parametrize("line", ["user set-password anna", "token create anna --name  --expires 9d"])
def test_what_cannot_be_used_says_what_can(nogletal: Ask, line: str) -> None:
    add(nogletal, "anna")
    answer = nogletal(line, input="anna har en kode\n")
    assert refused(answer)[0] == "P"
    assert len(answer.stderr.splitlines()) == 2


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


def test_a_role_that_no_policy_defines_is_refused(nogletal: Ask) -> None:
    add(nogletal, "anna")
    answer = nogletal("user grant anna analytikr")
    assert refused(answer) == "P156"
    assert "Did you mean 'analytiker'?" in answer.stderr
    assert row(nogletal, "anna")["roles"] == []


def test_help_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOGLETAL_STATE", "nothing")
    for group in (people.user, people.token):
        for name in group.commands:
            answer = CliRunner().invoke(main, [group.name or "", name, "--help"])
            assert answer.exit_code == 0
            assert "--as" in answer.stdout
    assert people.TYPES == TYPES


# --- what a role needs, and how long it holds


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is half an hour past midnight in Denmark, when it is still the day before in UTC."""
    monkeypatch.setattr(administrator, "utc_now", lambda: datetime(2026, 6, 9, 22, 30, tzinfo=UTC))


def test_an_attribute_has_the_type_that_a_role_asks_for(nogletal: Ask) -> None:
    add(nogletal, "anna")
    assert fine(nogletal("user attribute anna kommune 573")) == "'anna' has kommune=573 (integer).\n"
    assert fine(nogletal("user attribute anna organisation CE")) == "'anna' has organisation=[CE] (strings).\n"
    assert fine(nogletal("user attribute anna ukendt 573")) == "'anna' has ukendt=573 (string).\n"
    assert row(nogletal, "anna")["attributes"] == {"kommune": 573, "organisation": ["CE"], "ukendt": "573"}
    told = "kommune=573 (integer), organisation=[CE] (strings), ukendt=573 (string)"
    assert told in fine(nogletal("user show anna"))
    assert told in fine(nogletal("user list"))
    assert refused(nogletal("user attribute anna kommune Varde")) == "P152"


def test_roles_that_disagree_leave_the_type_to_who_types(nogletal: Ask, own_policies: Path) -> None:
    text = own_policies.joinpath("roles", "analytiker.yml").read_text("utf-8")
    other = text.replace("name: analytiker", "name: anden").replace("kommune: integer", "kommune: string")
    own_policies.joinpath("roles", "anden.yml").write_text(other, "utf-8")
    add(nogletal, "anna")
    answer = nogletal("user attribute anna kommune 573")
    assert refused(answer) == "P152"
    assert "--type" in answer.stderr
    fine(nogletal("user grant anna anden"))
    assert "(string)" in fine(nogletal("user attribute anna kommune 573"))


def test_a_role_that_gives_nothing_is_noted(nogletal: Ask) -> None:
    add(nogletal, "anna")
    missing = "note: The attribute 'kommune' is missing, so that the role 'analytiker' gives nothing."
    wrong = "note: The attribute 'kommune' is not integer, or empty, so that the role 'analytiker' gives nothing."
    assert missing in nogletal("user grant anna analytiker").stderr
    assert missing in nogletal("user show anna").stderr
    assert "analytiker (gives nothing)" in fine(nogletal("user list"))
    assert not row(nogletal, "anna")["roles"][0]["in_force"]
    assert wrong in nogletal("user attribute anna kommune 573 --type string").stderr
    assert not row(nogletal, "anna")["roles"][0]["in_force"]
    assert nogletal("user attribute anna kommune 573").stderr == ""
    assert nogletal("user show anna").stderr == ""
    assert row(nogletal, "anna")["roles"][0]["in_force"]
    assert missing in nogletal("user attribute anna kommune --remove").stderr


def test_a_role_is_not_in_force_after_its_document_or_for_who_is_shut_out(nogletal: Ask, own_policies: Path) -> None:
    add(nogletal, "anna")
    fine(nogletal("user grant anna aabne_tal"))
    assert row(nogletal, "anna")["roles"][0]["in_force"]
    fine(nogletal("user disable anna"))
    assert not row(nogletal, "anna")["roles"][0]["in_force"]
    fine(nogletal("user enable anna"))
    file = own_policies / "roles" / "aabne_tal.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"gyldig_til: \S+", "gyldig_til: 2020-01-01", text), "utf-8")
    assert not row(nogletal, "anna")["roles"][0]["in_force"]
    assert "note: The role 'aabne_tal' ended with 2020-01-01 (gyldig_til)" in nogletal("user show anna").stderr
    file.unlink()
    assert "note: There is no role 'aabne_tal'." in nogletal("user show anna").stderr
    assert not row(nogletal, "anna")["roles"][0]["in_force"]


def test_faulty_policies_keep_nobody_from_shutting_somebody_out(nogletal: Ask, own_policies: Path) -> None:
    add(nogletal, "anna")
    fine(nogletal("user grant anna aabne_tal"))
    (own_policies / "roles" / "aabne_tal.yml").write_text("roles: 1\n", "utf-8")
    assert not row(nogletal, "anna")["roles"][0]["in_force"]
    assert "note: The policies cannot be read" in nogletal("user show anna").stderr
    fine(nogletal("user disable anna"))
    answer = nogletal("user grant anna analytiker")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "aabne_tal.yml" in answer.stderr


@pytest.mark.usefixtures("days")
def test_a_right_ends_with_a_whole_danish_day(nogletal: Ask, place: StatePlace) -> None:
    """By hand: it is 10 June in Denmark, and ten days on is the 20th, which ends 22:00 UTC."""
    add(nogletal, "anna")
    assert fine(nogletal("user grant anna aabne_tal --until 10d")) == "'anna' holds 'aabne_tal' until 2026-06-20.\n"
    made = nogletal("token create anna --name x --expires 10d")
    assert "until 2026-06-20" in made.stderr
    [token] = json.loads(fine(nogletal("token list anna --format json")))
    assert token["expires"] == "2026-06-20"
    assert row(nogletal, "anna")["roles"][0]["gyldig_til"] == "2026-06-20"
    last = datetime(2026, 6, 20, 21, 59, tzinfo=UTC)
    secret = Bearer(made.stdout.strip())
    assert Door(Directory(), StateSource(place), now=lambda: last).find(secret, "a").roles == ("aabne_tal",)
    with pytest.raises(DeniedError):
        Door(Directory(), StateSource(place), now=lambda: last + timedelta(minutes=1)).find(secret, "a")
    fine(nogletal("token create anna --name x --expires 365d"))
    fine(nogletal("token create anna --name x --expires 2027-06-10"))
    assert refused(nogletal("token create anna --name x --expires 2027-06-11")) == "P152"


@pytest.mark.usefixtures("days")
def test_a_role_that_is_given_again_keeps_its_end(nogletal: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    add(nogletal, "anna")
    end = "'anna' holds 'aabne_tal' until"
    assert fine(nogletal("user grant anna aabne_tal")) == f"{end} it is revoked.\n"
    told = fine(nogletal("user grant anna aabne_tal --until 2026-12-31"))
    assert told == f"{end} 2026-12-31; before, until it is revoked.\n"
    assert fine(nogletal("user grant anna aabne_tal")) == f"{end} 2026-12-31, as before.\n"
    assert fine(nogletal("user grant anna aabne_tal --until 5d")) == f"{end} 2026-06-15; before, until 2026-12-31.\n"
    monkeypatch.setattr(administrator, "utc_now", lambda: datetime(2026, 7, 1, tzinfo=UTC))
    over = nogletal("user grant anna aabne_tal")
    assert refused(over) == "P152"
    assert "2026-06-15" in over.stderr
    assert fine(nogletal("user grant anna aabne_tal --until never")) == (
        f"{end} it is revoked; before, until 2026-06-15.\n"
    )


@pytest.mark.usefixtures("days")
def test_a_role_that_ends_before_what_was_typed_is_noted(nogletal: Ask) -> None:
    """The document of the role says 2028-12-31."""
    add(nogletal, "anna")
    note = "note: The role 'lokaladministrator' itself ends with 2028-12-31"
    assert note in nogletal("user grant anna lokaladministrator --until 2029-01-01").stderr
    assert note not in nogletal("user grant anna lokaladministrator --until 2028-12-31").stderr


def test_nobody_is_said_in_a_sentence(nogletal: Ask) -> None:
    assert nogletal("user list").stderr == "No users.\n"
    add(nogletal, "anna")
    assert nogletal("token list anna").stderr == "No tokens.\n"


def test_whom_an_issuer_names_and_who_is_shut_out_is_listed(nogletal: Ask) -> None:
    add(nogletal, "anna", "peter")
    fine(nogletal("user disable oidc:xyz"))
    rows = json.loads(fine(nogletal("user list --format json")))
    assert [(one["user"], one["kind"], one["active"]) for one in rows] == [
        ("anna", "person", True), ("oidc:xyz", "oidc", False), ("peter", "person", True),
    ]  # fmt: skip
    assert "oidc:xyz" in fine(nogletal("user list"))
    assert row(nogletal, "oidc:xyz")["active"] is False
    fine(nogletal("user enable oidc:xyz"))
    assert "oidc:xyz" not in fine(nogletal("user list"))
    assert refused(nogletal("user show oidc:xyz")) == "P150"


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
        ("user enable chef", "A322"),
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


def test_a_local_administrator_shuts_out_a_user_of_the_own_kommune_whatever_they_hold(
    varde: Ask, nogletal: Ask
) -> None:
    """To take away is not to give; and what lies beyond is not named."""
    fine(nogletal("user grant chef analytiker"))
    fine(nogletal("user attribute chef organisation CE"))
    fine(nogletal("token create chef --name x --expires 9d"))
    fine(nogletal("user disable oidc:xyz"))
    told = [varde("user show chef"), varde("user list"), varde("user show chef --format json")]
    for answer in told:
        assert "analytiker" in fine(answer)
        assert "573" in answer.stdout
        assert not re.search("direktion|organisation|CE|oidc", answer.output)
    [token] = json.loads(fine(varde("token list chef --format json")))
    fine(varde(f"token revoke {token['id']}"))
    fine(varde("user disable chef"))
    assert row(nogletal, "chef")["active"] is False
    fine(varde("user revoke chef analytiker"))
    again = varde("user revoke chef analytiker")
    assert refused(again) == "P154"
    assert "direktion" not in again.stderr


def test_notes_to_a_local_administrator_name_nothing_beyond(nogletal: Ask, own_policies: Path) -> None:
    """The administrator hands out enhedsleder, which asks for a place in the organisation that only others may give."""
    file = own_policies / "roles" / "lokaladministrator.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("[analytiker, aabne_tal]", "[analytiker, aabne_tal, enhedsleder]"), "utf-8")
    add(nogletal, "anna")
    fine(nogletal("user attribute anna kommune 573"))
    answer = nogletal("user grant anna enhedsleder --as lokaladmin_varde")
    assert fine(answer)
    assert "note: The role 'enhedsleder' gives nothing" in answer.stderr
    assert "organisation" not in answer.output


def test_an_administrator_of_the_state_loses_it_with_the_role(varde: Ask, nogletal: Ask) -> None:
    add(nogletal, "lokal")
    fine(nogletal("user attribute lokal kommune 573 --type integer"))
    assert refused(nogletal("user show anna --as lokal")) == "A320"
    fine(nogletal("user grant lokal lokaladministrator"))
    fine(nogletal("user show anna --as lokal"))
    assert refused(nogletal("user show bent --as lokal")) == "A321"
    fine(nogletal("user attribute lokal kommune 573 --type string"))  # a text is not what the role asks for
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
    policies = read_outline(Settings(policies=tmp_path / "access"))
    whole = Principal("lokal", ("lokal",), {"kommune": 573, "afdeling": "A"})
    assert policies.administered_by(whole, date(2028, 1, 1)) == (Delegation(frozenset({"grund"}), "kommune"),)
    assert not policies.administered_by(whole, date(2028, 1, 2)), "the included role is over"
    assert not policies.administered_by(Principal("lokal", ("lokal",), {"kommune": 573}), date(2028, 1, 1))


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
