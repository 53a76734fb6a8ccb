"""The documents tell the truth: their commands run, the code map matches the code, the changelog the version."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from server.authenticate import read_demo_principals
from server.cli import main
from server.errors import CODES, outward
from tests.documented_sql import SqlExample, disagreement, sql_examples

ROOT = Path(__file__).parent.parent
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
CODE_MAP = ROOT / "docs" / "architecture.md"
SQL_PAGE = ROOT / "docs" / "sql.md"
# Its SQL is the warehouse's own, which nobody asks over the network.
OF_THE_WAREHOUSE = ROOT / "docs" / "model-language.md"

# ```bash\nnogletal check\n``` gives ('bash', 'nogletal check\n')
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REFUSAL = re.compile(r"[PRAULDX]\d{3} ")  # U420 'folketal' may not be summed over …
# Machine paths and package hosts have no place in a project that others clone. Written so as not to find itself.
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:work|root|home|Users)/\w")
PACKAGE_HOST = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com|--(?:extra-)?index-url")


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@dataclass(frozen=True)
class Example:
    """A command as a document shows it, and the lines of its output that the document promises."""

    document: str
    command: str
    promised: tuple[str, ...]


def examples(text: str, document: str) -> list[Example]:
    """The `nogletal` commands of the bash and console blocks; `$ ` begins a command where output is shown."""
    found: list[Example] = []
    for language, body in FENCE.findall(text):
        if language not in ("bash", "console", "sh", "shell"):
            continue
        lines = re.sub(r"\\\n\s*", "", body).splitlines()
        starts = [n for n, line in enumerate(lines) if language != "console" or line.startswith("$ ")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            command, output = lines[start].removeprefix("$ ").strip(), lines[start + 1 : end]
            if command.startswith("nogletal "):
                found.append(Example(document, command, tuple(line.rstrip() for line in output)))
    return found


def test_examples_are_found() -> None:
    text = "```console\n$ nogletal query \\\n    a.b\n  42\n$ ls\nx\n```\n```bash\nnogletal check\nmake run\n```\n"
    assert [(one.command, one.promised) for one in examples(text, "x")] == [
        ("nogletal query a.b", ("  42",)),
        ("nogletal check", ()),
    ]


@pytest.fixture
def in_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


SHOWING = [one for one in DOCUMENTS if examples(one.read_text("utf-8"), one.name)]


@pytest.mark.timeout(300)  # each command does the work of a process's whole start
@pytest.mark.usefixtures("in_project")
@pytest.mark.parametrize("document", SHOWING, ids=lambda one: one.name)
def test_documented_commands_run_and_answer_as_shown(
    document: Path, demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOGLETAL_DATABASE", str(demo_database))
    monkeypatch.setenv("NOGLETAL_STATE", f"sqlite:///{tmp_path / 'state.db'}")
    monkeypatch.setenv("NOGLETAL_EDITIONS", str(tmp_path / "editions"))
    CliRunner().invoke(main, ["query", "regnskab.udgift_kr"])  # there is a record before any is looked for
    wrong = {}
    for example in examples(document.read_text("utf-8"), document.name):
        arguments = shlex.split(example.command, comments=True)[1:]
        # A server does not end by itself; that its command line is right is all a document can show.
        answer = CliRunner().invoke(main, [*arguments, "--help"] if arguments[0] == "serve" else arguments)
        missing = set(example.promised) - {line.rstrip() for line in answer.output.splitlines()}
        refused = any(REFUSAL.match(line) for line in example.promised)
        if (answer.exit_code != 0) != refused or missing:
            wrong[example.command] = (missing, answer.output, answer.exception)
    assert wrong == {}


def test_documents_show_commands() -> None:
    assert len(SHOWING) > 10


def test_sql_is_found_and_its_answers_are_read() -> None:
    text = "```sql\nSET nogletal.rest = off;\nselect 1 as a,\n  'x;' as b;\n```\n"
    text += "```text\n a | b\n---+---\n 1 | {}\n(1 row)\n```\n"
    statements = ("SET nogletal.rest = off", "select 1 as a,\n  'x;' as b")
    assert sql_examples(text + "```sql\nselect 1;\n```\n\n```text\nno\n```\n", "x")[1:] == [
        SqlExample("x", ("select 1",), "")
    ]
    [right], [wrong] = (sql_examples(text.format(value), "x") for value in ("x;", "y"))
    assert right.statements == statements
    assert disagreement(right) is None
    assert disagreement(wrong) is not None
    for promised in ("", "(1 row)", "ERROR:  There is no view 'b'."):
        assert disagreement(SqlExample("x", ("select a from mangler",), promised)) is not None
    refused = "ERROR:  There is no view 'mangler'.\nDETAIL:  R201: Der findes ingen sådan visning."
    assert disagreement(SqlExample("x", ("select a from mangler",), refused)) is None
    assert disagreement(SqlExample("x", ("select 1 as a",), refused)) is not None


def test_documented_sql_is_answered_as_shown() -> None:
    pages = [document for document in DOCUMENTS if document != OF_THE_WAREHOUSE]
    asked = [one for document in pages for one in sql_examples(document.read_text("utf-8"), document.name)]
    assert len({one.document for one in asked}) > 1
    wrong = {f"{one.document}: {one.statements}": found for one in asked if (found := disagreement(one))}
    assert wrong == {}


def test_the_sql_page_names_each_code_with_its_sqlstate() -> None:
    """A row `| P120 | 42601 | …`; every code that has an SQLSTATE of its own and that SQL can give is among them."""
    rows = re.findall(r"^\| ([A-Z]\d{3}) \| (\w{5}) \|", SQL_PAGE.read_text("utf-8"), re.MULTILINE)
    assert [row for row in rows if outward(row[0]).sqlstate != row[1]] == []
    of_http = {"P106", "P107", "P108", "P109", "L512"}
    assert CODES.keys() - of_http - {code for code, _ in rows} == set()


def test_documented_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    mentioned = {
        target
        for document in DOCUMENTS
        for target in re.findall(r"(?:^    |`|^\$ )make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)
    }
    assert mentioned - targets == set()


def test_links_between_documents_lead_somewhere() -> None:
    broken = {
        f"{document.relative_to(ROOT)}: {target}"
        for document in [*DOCUMENTS, ROOT / "TENETS.md", ROOT / "CHANGELOG.md"]
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
        if not (document.parent / target).exists()
    }
    assert broken == set()


def test_the_readme_leads_to_every_page_and_names_every_demo_login() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    pages = {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")}
    assert pages - set(re.findall(r"\]\(([^)]+)\)", text)) == set()
    assert [
        one.subject for one in read_demo_principals(ROOT / "access_policies") if f"`{one.subject}`" not in text
    ] == []


def code_places() -> set[str]:
    """What the code map must describe: every tracked folder at the top, every folder of code, every stage's module."""
    tracked = {file.relative_to(ROOT) for file in tracked_files()}
    folders = {f"{path.parts[0]}/" for path in tracked if len(path.parts) > 1 and not path.parts[0].startswith(".")}
    code = {path for path in tracked if path.suffix == ".py" and path.parts[0] in ("semantic", "server")}
    folders |= {f"{path.parent}/" for path in code}
    return folders | {str(path) for path in code if len(path.parts) == 2 and path.name != "__init__.py"}


def test_the_code_map_describes_what_is_there() -> None:
    headings = re.findall(r"^#{2,4} (.*)$", CODE_MAP.read_text("utf-8"), re.MULTILINE)
    described = {place for heading in headings for place in re.findall(r"`([\w./]+)`", heading)}
    missing = code_places() - described
    stale = {place for place in described if not (ROOT / place).exists()}
    assert (missing, stale) == (set(), set())


def test_the_changelog_agrees_with_the_version() -> None:
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0].startswith("Unreleased")
    newest = next(match.group() for heading in headings if (match := re.search(r"\d+\.\d+\.\d+", heading)))
    assert newest == tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


@pytest.mark.parametrize("foreign", [MACHINE_PATH, PACKAGE_HOST], ids=["machine path", "package host"])
def test_no_tracked_file_names_a(foreign: re.Pattern[str]) -> None:
    found = []
    for file in tracked_files():
        try:
            lines = file.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # not text
        hits = (n for n, line in enumerate(lines, 1) if foreign.search(line))
        found += [f"{file.relative_to(ROOT)}:{n}" for n in hits]
    assert found == []
