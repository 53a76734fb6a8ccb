"""`nogletal policy test`, and what `nogletal check` says of policies, cases and demo principals."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from semantic.access.link import link_policies, read_policy
from semantic.model.link import link
from server.cli import main
from server.terminal.policies import overdue

ROOT = Path(__file__).parents[3]
Ask = Callable[..., Result]


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    """A copy of the project's policies, to be spoilt."""
    return Path(shutil.copytree(ROOT / "access_policies", tmp_path / "access_policies"))


@pytest.fixture
def nogletal(policies: Path, demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs a command in the project's folder over the demo database and the copied policies."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NOGLETAL_DATABASE", str(demo_database))
    monkeypatch.setenv("NOGLETAL_POLICIES", str(policies))
    return lambda *arguments: CliRunner().invoke(main, [str(one) for one in arguments])


def spoil(file: Path, written: str, instead: str) -> None:
    text = file.read_text("utf-8")
    assert written in text
    file.write_text(text.replace(written, instead, 1), "utf-8")


class TestPolicyTest:
    def test_the_projects_cases_hold(self, nogletal: Ask, policies: Path) -> None:
        ran = nogletal("policy", "test")
        assert ran.exit_code == 0, ran.output
        assert f"ok      {policies}/roles/udvalg.cases.yml:2  Åbne tal\n" in ran.stdout
        count = sum(line.startswith("ok ") for line in ran.stdout.splitlines())
        assert ran.stdout.splitlines()[-1].startswith(f"{count} cases: {count} passed (")

    @pytest.mark.parametrize("chosen", [["-k", "GOVERNANCE"], ["access_policies/roles/governance.cases.yml"]])
    def test_a_word_or_a_file_chooses(self, nogletal: Ask, chosen: list[str]) -> None:
        lines = nogletal("policy", "test", *chosen).stdout.splitlines()
        assert all("governance.cases.yml" in line for line in lines[:-1])
        assert lines[-1].startswith("26 cases: 26 passed (")

    def test_a_difference_is_told_with_its_reason_and_fails(self, nogletal: Ask, policies: Path) -> None:
        spoil(policies / "roles" / "udvalg.yml", "catalogue: true", "open: [ydelse, afgoerelse, ophold, rusmiddelforloeb, boligforloeb, overgang, borger, bopael, bydel, beholdning, organisation, kommunetal, elevtal, elevbevaegelse]")  # fmt: skip # noqa: E501
        ran = nogletal("policy", "test", "-k", "udvalg")
        assert ran.exit_code == 1
        assert (
            f"FAILED  {policies}/roles/udvalg.cases.yml:9  Ydelser kendes, men vises ikke\n"
            "    why: Politikere ser kun beskyttede, samlede tal om borgere, og den beskyttede tabel findes ikke "
            "endnu.\n"
            "    expected the refusal A305, found an answer of the scope ''\n"
        ) in ran.stdout

    def test_json_tells_the_same(self, nogletal: Ask, policies: Path) -> None:
        spoil(policies / "roles" / "direktion.yml", "gyldig_til: 2028-12-31", "gyldig_til: 2027-12-31")
        ran = nogletal("policy", "test", "-k", "direktion", "--format", "json")
        assert ran.exit_code == 1
        told = {one["name"]: one for one in json.loads(ran.stdout)}
        assert told["Hele forvaltningens ydelser"]["status"] == "passed"
        last = told["Den sidste dag gælder rollen"]
        assert (last["status"], last["roles"], last["problems"]) == ("failed", ["direktion"], [])
        assert last["differences"] == ["expected an answer, found R201 There is no view 'ydelse'."]

    def test_no_case_is_a_failure(self, nogletal: Ask, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        for chosen in (["-k", "nix"], [tmp_path / "empty"]):
            ran = nogletal("policy", "test", *chosen)
            assert (ran.exit_code, ran.stdout) == (1, "")
            assert ran.stderr.startswith("D690 There is no policy case")

    def test_faults_of_all_files_are_told(self, nogletal: Ask, policies: Path) -> None:
        spoil(policies / "roles" / "udvalg.cases.yml", "deny: A305", "denied: A305")
        spoil(policies / "roles" / "offentlig.cases.yml", "allow: true", "allow: true\n    deny: A301")
        ran = nogletal("policy", "test")
        assert ran.exit_code == 1
        assert f"{policies}/roles/udvalg.cases.yml:13: D603 Unknown key 'denied'" in ran.stderr
        assert f"{policies}/roles/offentlig.cases.yml:2: D692 " in ran.stderr


ROLE = "access_policies/roles/direktion.yml:2"
FAULTS = (
    ("roles/direktion.cases.yml", "cases:\n", "cases: []\nx_cases:\n", "D603 Unknown key 'x_cases'"),
    ("roles/direktion.cases.yml", "role: direktion", "role: direktionen", ":4: D689 There is no role 'direktionen'."),
    ("roles/direktion.yml", "members: [kommunetal.*,", "members: [kommunetall.*,", "D682 There is no member"),
    ("principals.demo.yml", "roles: [analytiker]", "roles: [analytikker]",
     "principals.demo.yml:30: D678 Principal 'analytiker_varde': There is no role 'analytikker'."),
    ("principals.demo.yml", "      kommune: 573", "      kommune: '573'",
     "principals.demo.yml:32: D678 Principal 'analytiker_varde': The attribute 'kommune' is not integer, or empty"),
    ("principals.demo.yml", "      sagsbehandler: SB0511", "      sagsbehandler: ' '",
     "principals.demo.yml:27: D678 Principal 'sagsbehandler': The attribute 'sagsbehandler' is not string, or empty"),
    ("principals.demo.yml", "      organisation: [CE]", "      organisation: []",
     "D678 Principal 'centerchef_voksne': The attribute 'organisation' is not strings, or empty"),
    ("principals.demo.yml", "      organisation: [CE]", "      enheder: [CE]",
     "D678 Principal 'centerchef_voksne': No role of 'centerchef_voksne' asks for the attribute 'enheder'."),
    ("principals.demo.yml", "      organisation: [CE]", "      enheder: [CE]",
     "D678 Principal 'centerchef_voksne': The attribute 'organisation' is missing"),
)  # fmt: skip


class TestCheck:
    def test_roles_cases_and_principals_are_counted(self, nogletal: Ask) -> None:
        ran = nogletal("check")
        assert ran.exit_code == 0, ran.output
        cases = sum(file.read_text("utf-8").count("  - name:") for file in ROOT.glob("access_policies/**/*.cases.yml"))
        assert f"The policies are right: 11 roles, {cases} cases, 10 demo principals.\n" in ran.stdout

    @pytest.mark.parametrize(("file", "written", "instead", "told"), FAULTS)
    def test_a_fault_is_told(
        self, nogletal: Ask, policies: Path, file: str, written: str, instead: str, told: str
    ) -> None:
        spoil(policies / file, written, instead)
        ran = nogletal("check")
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert told in ran.stderr

    def test_a_role_without_cases_is_a_fault(self, nogletal: Ask, policies: Path) -> None:
        (policies / "roles" / "direktion.cases.yml").unlink()
        assert nogletal("check").stderr == (
            f"{ROLE}: D688 The role 'direktion' has no case that allows and none that denies.\n"
            "    Write one in access_policies/roles/direktion.cases.yml.\n"
        )

    def test_a_project_without_policies_is_no_fault_and_not_called_right(self, nogletal: Ask, policies: Path) -> None:
        shutil.rmtree(policies)
        said = nogletal("check").stdout
        assert "There are no policies: only the local operator may ask.\n" in said
        assert "policies are right" not in said


def test_what_has_run_out_or_waits_for_review_is_noted() -> None:
    def told(role: str, last: str, review: str, includes: str = "[]") -> str:
        record = "".join(f", {key}: x" for key in ("title", "formaal", "hjemmel", "ejer", "godkendt_af"))
        dates = f", gyldig_til: {last}, naeste_gennemgang: {review}"
        return f"  - {{name: {role}{record}{dates}, niveau: taktisk, includes: {includes}}}\n"

    text = "roles:\n" + "".join((
        told("over", "2026-11-28", "2026-01-01"), told("due", "2027-01-01", "2026-11-28"),
        told("late", "2027-01-01", "2027-02-01"), told("longer", "2028-01-01", "2027-01-01", "[right]"),
        told("right", "2027-12-31", "2027-06-01"),
    ))  # fmt: skip
    policies = link_policies([read_policy(text, "roles.yml")], link([]))
    assert list(overdue(policies, date(2026, 11, 29))) == [
        "role 'over' ended on 2026-11-28 and gives nothing.",
        "role 'due' was to be reviewed by 2026-11-28.",
        "role 'late' is to be reviewed on 2027-02-01, after its end.",
        "role 'longer' ends on 2027-12-31 with a role that it includes, not on 2028-01-01.",
    ]
