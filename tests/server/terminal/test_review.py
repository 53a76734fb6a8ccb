"""The commands that review policies: what they print, as words and as JSON, and with which exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli import main

ROOT = Path(__file__).parents[3]
Ask = Callable[..., Result]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of its own with the project's model and policies, committed once."""
    for name in ("access_policies", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, "Som det var")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", message)


@pytest.fixture
def nogletal(checkout: Path, demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs a command over the checkout and the demo database."""
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("NOGLETAL_DATABASE", str(demo_database))
    monkeypatch.setenv("NOGLETAL_MODEL", str(checkout / "schema"))
    monkeypatch.setenv("NOGLETAL_POLICIES", str(checkout / "access_policies"))
    return lambda *arguments: CliRunner().invoke(main, ["policy", *map(str, arguments)])


def spoil(file: Path, written: str, instead: str) -> None:
    text = file.read_text("utf-8")
    assert written in text
    file.write_text(text.replace(written, instead, 1), "utf-8")


COMMANDS = (
    ("who-sees", "borger.koen"), ("who-sees", "CE"), ("what-sees", "enhedsleder"), ("matrix",), ("uncovered",),
    ("expiring", "--within", "5000"), ("diff", "main"), ("simulate", "ydelse.antal_ydelser", "--as", "enhedsleder"),
    ("report",),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_tells_a_list_of_objects(command: tuple[str, ...], nogletal: Ask) -> None:
    ran = nogletal(*command, "--format", "json")
    assert ran.exit_code == 0, ran.output
    found = json.loads(ran.stdout)
    assert isinstance(found, list)
    assert all(isinstance(one, dict) for one in found)
    assert bool(found) is (command[0] not in ("uncovered", "diff"))


def test_who_sees_names_roles_and_people_with_rows_and_reasons(nogletal: Ask) -> None:
    told = nogletal("who-sees", "ydelse.antal_ydelser").stdout
    assert (
        "demobruger centerchef_voksne (Centerchef, Center E (voksne))\n"
        "    ser              ydelse.antal_ydelser\n"
        "    rækker           organisation.enheder under CE (via ansvarlig_nu)\n"
        "    omfang           CE og alt derunder, som organisationen er nu\n"
        "    detaljeringsgrad enhver tid, også enkelte rækker\n"
        "    beskyttelse      ingen\n"
        "    fordi            centerchef → eget_center: "
    ) in told
    assert (
        "    kender           ydelse.antal_ydelser (kun kataloget)\n    fordi            governance → hele_kataloget: "
        in told
    )
    assert "offentlig" not in told


@pytest.mark.parametrize("target", ["ydelser.borger_kon", "E99", "ydelser.", ""])
def test_a_name_that_is_none_is_refused(target: str, nogletal: Ask) -> None:
    ran = nogletal("who-sees", target)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith("P157 ")


def test_what_sees_refuses_whom_nobody_knows(nogletal: Ask) -> None:
    assert nogletal("what-sees", "enhedslederen").stderr.startswith("P146 ")


class TestSimulate:
    def test_no_value_is_told(self, nogletal: Ask) -> None:
        told = nogletal("simulate", "ydelse.antal_ydelser", "--by", "ydelse.enhed", "--as", "enhedsleder").stdout
        assert told.startswith("enhedsleder (enhedsleder): tilladt\n    omfang           E05 og alt derunder")
        assert not [word for word in told.split() if word.isdigit()]

    def test_a_role_with_attributes(self, nogletal: Ask) -> None:
        told = nogletal("simulate", "kommunetal.udgift_kr", "--by", "kommunetal.tilbud", "--role", "analytiker",
                        "--attribute", "kommune=573").stdout  # fmt: skip
        assert (
            "    rækker           kommunetal: kommunetal.kommunekode er 573\n    adgange          egen_kommune\n"
            in told
        )

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            (("ydelse.antal_ydelser", "--as", "udvalg"), "A305"),
            (("ydelse.antal_ydelser", "--as", "offentlig"), "R201"),
            (("kommunetal.udgift_kr_landet", "--by", "kommunetal.tilbud", "--as", "analytiker_varde"), "A306"),
        ],
    )
    def test_a_refusal_has_its_code(self, asked: tuple[str, ...], code: str, nogletal: Ask) -> None:
        [found] = json.loads(nogletal("simulate", *asked, "--format", "json").stdout)
        assert (found["decision"], found["code"]) == ("refused", code)

    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ((), "P143"),
            (("--as", "udvalg", "--role", "udvalg"), "P143"),
            (("--role", "udvalget"), "P156"),
            (("--role", "enhedsleder"), "P104"),
            (("--role", "analytiker", "--attribute", "kommune=Varde"), "P143"),
            (("--role", "analytiker", "--attribute", "enhed=E05"), "P143"),
        ],
    )
    def test_who_asks_must_be_one(self, who: tuple[str, ...], code: str, nogletal: Ask) -> None:
        ran = nogletal("simulate", "ydelse.antal_ydelser", *who)
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert ran.stderr.startswith(code)

    def test_why_it_is_refused_is_told_in_danish(self, nogletal: Ask) -> None:
        told = nogletal("simulate", "ydelse.antal_ydelser", "--as", "udvalg").stdout
        assert "    afvisning        A305 Tallene er ikke åbne for den, der spørger.\n" in told
        assert "    ordlyd           The figures are not open to you" in told
        near = nogletal("simulate", "ydelse.antal_ydelse", "--as", "sagsbehandler").stdout
        assert near.splitlines()[1:] == [
            "    afvisning        R202 Visningen har intet sådant felt.",
            "    ordlyd           'ydelse' has no member 'antal_ydelse'. Did you mean 'antal_ydelser'?",
        ]

    def test_so_is_why_what_is_known_is_refused(self, nogletal: Ask) -> None:
        told = nogletal("what-sees", "konsulent").stdout
        assert "(A308)\n    fordi            Tallet kan ikke vises, når små tal skal skjules.\n" in told
        assert " is " not in told

    def test_the_attribute_that_was_forgotten_is_named(self, nogletal: Ask) -> None:
        ran = nogletal("simulate", "ydelse.antal_ydelser", "--role", "enhedsleder")
        assert ran.stderr.startswith(
            "P104 The attribute 'organisation' is missing, so that the role 'enhedsleder' gives nothing."
        )


class TestUncovered:
    def test_a_cube_that_is_not_governed_fails(self, nogletal: Ask, checkout: Path) -> None:
        assert nogletal("uncovered").exit_code == 0
        spoil(checkout / "schema" / "cubes" / "afgoerelse.yml", "    person_key: borger_id\n", "")
        ran = nogletal("uncovered")
        assert ran.exit_code == 1
        assert ran.stdout == "afgoerelse: hver række fører til en person i borger, men person_key mangler\n"


OPEN = ("except: [kommunetal.aldersgruppe, kommunetal.tilbud]", "except: [kommunetal.tilbud]")
SENTENCE = "+ direktion får kommunetal.aldersgruppe: 1 person: direktion\n"


class TestDiff:
    def test_the_same_is_the_same(self, nogletal: Ask) -> None:
        ran = nogletal("diff", "main", "--exit-code")
        assert (ran.exit_code, ran.stdout) == (0, "Ingen forskel: begge giver det samme til de samme.\n")

    def test_a_revision_against_the_files_as_they_lie(self, nogletal: Ask, checkout: Path) -> None:
        spoil(checkout / "access_policies" / "roles" / "direktion.yml", *OPEN)
        ran = nogletal("diff", "main")
        assert ran.exit_code == 0
        assert SENTENCE in ran.stdout
        assert nogletal("diff", "main", "--exit-code").exit_code == 1

    def test_two_revisions_and_back(self, nogletal: Ask, checkout: Path) -> None:
        spoil(checkout / "access_policies" / "roles" / "direktion.yml", *OPEN)
        commit(checkout, "Aldersgrupper til direktionen")
        assert SENTENCE in nogletal("diff", "main~1", "main").stdout
        assert (
            "- direktion mister kommunetal.aldersgruppe: 1 person: direktion\n"
            in nogletal("diff", "main", "main~1").stdout
        )

    def test_two_folders_of_which_one_is_the_policies_alone(
        self, nogletal: Ask, checkout: Path, tmp_path: Path
    ) -> None:
        other = shutil.copytree(checkout / "access_policies", tmp_path / "other")
        spoil(other / "roles" / "direktion.yml", *OPEN)
        assert SENTENCE in nogletal("diff", checkout, other).stdout

    def test_words_are_notes_beside_the_answer(self, nogletal: Ask, checkout: Path) -> None:
        spoil(checkout / "access_policies" / "roles" / "direktion.yml", "title: Direktionen", "title: Direktion")
        ran = nogletal("diff", "main", "--exit-code")
        assert (ran.exit_code, ran.stderr) == (0, "note: direktion: title er formuleret om\n")

    def test_faults_of_both_sides_are_told(self, nogletal: Ask, checkout: Path) -> None:
        spoil(checkout / "schema" / "cubes" / "borger.yml", "type: string", "type: text")
        commit(checkout, "Fejl")
        spoil(checkout / "schema" / "cubes" / "borger.yml", "type: text", "type: string")
        spoil(checkout / "access_policies" / "roles" / "direktion.yml", "niveau: strategisk", "niveau: øverst")
        ran = nogletal("diff", "main")
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert "main: schema/cubes/borger.yml:" in ran.stderr
        assert "files: access_policies/roles/direktion.yml:4: D6" in ran.stderr

    @pytest.mark.parametrize("revision", ["nowhere", "main:schema", "-x", "--output=stolen", "main^{tree}"])
    def test_what_is_no_revision_is_refused(self, revision: str, nogletal: Ask, checkout: Path) -> None:
        ran = nogletal("diff", "--", revision)
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert ran.stderr.startswith("P158 ")
        assert not (checkout / "stolen").exists()

    def test_without_git_it_says_so(self, nogletal: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", os.fspath(tmp_path))
        ran = nogletal("diff", "main")
        assert ran.stderr == (
            "P158 Revisions are read with git, which is not on this machine.\n    Compare two folders instead.\n"
        )

    def test_outside_a_checkout_it_says_so(
        self, nogletal: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        copy = shutil.copytree(ROOT / "access_policies", elsewhere / "access_policies")
        monkeypatch.setenv("NOGLETAL_POLICIES", str(copy))
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(elsewhere.parent))
        assert nogletal("diff", "main").stderr.startswith("P158 git cannot read the checkout.")


class Page(HTMLParser):
    """What a page would fetch, the tags that it has, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.tags: list[str] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "action", "data", "srcset")]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


class TestReport:
    def test_it_asks_for_nothing_from_elsewhere(self, nogletal: Ask) -> None:
        text = nogletal("report").stdout
        page = Page(text)
        assert page.fetched
        assert all(one.startswith("#") for one in page.fetched)
        assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
        assert "url(" not in text
        assert "@import" not in text

    def test_every_role_and_its_register_are_in_it(self, nogletal: Ask) -> None:
        told = " ".join(Page(nogletal("report").stdout).text)
        for words in ("Serviceloven § 148 a", "31.12.2028", "01.06.2027", "Centerchef, Center E (voksne)",
                      "organisation.enheder under {organisation} (via ansvarlig_nu)", "ingen_personer",
                      "Alle kuber med personoplysninger er styret af en rolle.", "kun katalog"):  # fmt: skip
            assert words in told

    def test_what_is_told_nowhere_is_told_so(self, nogletal: Ask, checkout: Path) -> None:
        ydelse = checkout / "schema" / "cubes" / "ydelse.yml"
        spoil(ydelse, "        slettefrist: Ingen, da dataene er opdigtede\n", "")
        entry = next(
            one for one in json.loads(nogletal("report", "--format", "json").stdout) if one["cube"] == "ydelse"
        )
        assert entry["declared"]["registrerede"] == "Borgere med en ydelse på det sociale område"
        assert (entry["declared"]["slettefrist"], entry["fields"][:2]) == ("", ["Ydelse", "Borger (pseudonym)"])
        told = [one.strip() for one in Page(nogletal("report").stdout).text if one.strip()]
        own = told[told.index("Ydelser (syntetiske) (ydelse)") :]
        assert own[own.index("Slettefrist") + 1] == "ikke angivet"
        assert own[own.index("Dataansvarlig") + 1] == "Den opdigtede forvaltning"

    def test_the_record_of_questions_is_personal_data_of_its_users(self, nogletal: Ask) -> None:
        entries = json.loads(nogletal("report", "--format", "json").stdout)
        assert [(one["role"], one["rows"], one["key"]) for one in entries if one["cube"] == "revision"] == [
            ("governance", "alle rækker", "")
        ]
        assert "revision *" in nogletal("matrix").stdout

    def test_every_text_is_escaped(self, nogletal: Ask, checkout: Path) -> None:
        evil = "<script>alert(1)</script>&amp;<b a='\"'>"
        for file, key in (
            ("roles/direktion.yml", "formaal"),
            ("roles/udvalg.yml", "ejer"),
            ("roles/offentlig.yml", "title"),
            ("../schema/cubes/ydelse.yml", "registrerede"),
        ):
            path = checkout / "access_policies" / file
            line = next(one for one in path.read_text("utf-8").splitlines() if one.strip().startswith(f"{key}:"))
            spoil(path, line, f"{line.partition(':')[0]}: {json.dumps(evil)}")
        spoil(checkout / "access_policies" / "roles" / "offentlig.yml", "reason: Offentligheden", f"reason: {evil} x")
        spoil(
            checkout / "access_policies" / "principals.demo.yml", "title: Socialudvalget", f"title: {json.dumps(evil)}"
        )
        text = nogletal("report").stdout
        page = Page(text)
        assert not {"script", "b"} & set(page.tags)
        assert text.count("&lt;script&gt;") >= 4
        assert evil in "".join(page.text)

    def test_a_cube_that_nobody_governs_is_in_it(self, nogletal: Ask, checkout: Path) -> None:
        spoil(checkout / "schema" / "cubes" / "afgoerelse.yml", "    person_key: borger_id\n", "")
        assert "Mangler: afgoerelse" in nogletal("report").stdout

    def test_to_a_file(self, nogletal: Ask, tmp_path: Path) -> None:
        ran = nogletal("report", "--out", tmp_path / "register.html")
        assert (ran.exit_code, ran.stdout) == (0, "")
        assert (tmp_path / "register.html").read_text("utf-8").startswith('<!doctype html>\n<html lang="da">')

    @pytest.mark.real_client("chromium")
    def test_a_browser_prints_it(self, nogletal: Ask, tmp_path: Path) -> None:
        page, printed = tmp_path / "register.html", tmp_path / "register.pdf"
        nogletal("report", "--out", page)
        browser = next(one for one in ("chromium", "chromium-browser", "google-chrome") if shutil.which(one))
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
             f"--print-to-pdf={printed}", page.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        assert printed.read_bytes().startswith(b"%PDF")


USERS = (
    ("user", "add", "anna", "--title", "Anna Andersen"), ("user", "grant", "anna", "enhedsleder"),
    ("user", "attribute", "anna", "organisation", "E05", "--type", "strings"),
    ("user", "add", "bo", "--title", "Bo"), ("user", "grant", "bo", "direktion"), ("user", "disable", "bo"),
)  # fmt: skip


def test_users_of_the_state_are_among_the_people(
    nogletal: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NOGLETAL_STATE", f"sqlite:///{tmp_path / 'users.db'}")
    assert [CliRunner().invoke(main, list(words)).exit_code for words in USERS] == [0] * len(USERS)
    told = json.loads(nogletal("who-sees", "ydelse.antal_ydelser", "--format", "json").stdout)
    assert [(one["title"], one["rows"]) for one in told if one["who"] == "anna"] == [
        ("Anna Andersen", "organisation.enheder under E05 (via ansvarlig_da)")
    ]
    assert "bo" not in {one["who"] for one in told}
    assert nogletal("what-sees", "anna").stdout.startswith(
        "anna (Anna Andersen)\n    oplysninger      organisation = E05\n"
    )
