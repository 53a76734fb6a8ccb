"""The policies on the command line: whether they are right, and whether their cases hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from semantic.access.holding import lacking, unknown_held
from semantic.access.link import CASES, DEMO_FILE, link_policies, read_policies
from semantic.access.policies import Policies
from semantic.access.principal import Principal
from semantic.errors import DefinitionError, Problem
from semantic.metric_tests.labs import Lab
from semantic.metric_tests.read import find_files
from semantic.metric_tests.report import details, headline, problem_lines, summary
from semantic.metric_tests.run import Outcome
from semantic.model.model import Model
from semantic.model.read import nearest_place, read_document
from semantic.policy_tests.coverage import untried
from semantic.policy_tests.read import PolicyCase, misfits, read_cases
from semantic.policy_tests.run import run
from server.authenticate import DemoPrincipals, read_demo_principals
from server.settings import Settings
from server.terminal.local import local_service, short
from server.terminal.refusals import printable

T = TypeVar("T")


@dataclass
class Checked:
    """What is there, and every fault of it."""

    roles: int = 0
    cases: tuple[PolicyCase, ...] = ()
    principals: tuple[Principal, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def counted(self) -> str:
        if not self.roles:
            return "There are no policies: only the local operator may ask."
        figures = {"role": self.roles, "case": len(self.cases), "demo principal": len(self.principals)}
        counts = ", ".join(f"{count} {word if count == 1 else f'{word}s'}" for word, count in figures.items())
        return f"The policies are right: {counts}."


def check_policies(folder: Path, model: Model | None) -> Checked:
    """Policies, their cases and the demo's principals, checked together; without a model, each by itself only."""
    checked = Checked()
    files = _noted(checked, lambda: read_policies(folder), None)
    policies = None if files is None or model is None else _noted(checked, lambda: link_policies(files, model), None)
    checked.cases = tuple(_cases([folder] if folder.is_dir() else [], folder.parent, checked.problems))
    if (folder / DEMO_FILE).is_file():
        checked.principals = _noted(checked, lambda: read_demo_principals(folder), ())
    if files is not None and policies is not None:
        checked.roles = len(policies.roles)
        checked.notes = list(overdue(policies, date.today()))
        checked.problems += [
            *untried(files, checked.cases), *misfits(checked.cases, policies),
            *_of_principals(folder, checked.principals, policies),
        ]  # fmt: skip
    return checked


def overdue(policies: Policies, day: date) -> Iterator[str]:
    """What of the roles has run out, or was to be looked at, by the day."""
    for role in policies.roles.values():
        written = role.document
        if written is None or role.valid_to is None:
            continue
        if role.valid_to < written.gyldig_til:
            last = written.gyldig_til
            yield f"role '{role.name}' ends on {role.valid_to} with a role that it includes, not on {last}."
        if role.valid_to < day:
            yield f"role '{role.name}' ended on {role.valid_to} and gives nothing."
        elif written.naeste_gennemgang < day:
            yield f"role '{role.name}' was to be reviewed by {written.naeste_gennemgang}."
        elif written.naeste_gennemgang > role.valid_to:
            yield f"role '{role.name}' is to be reviewed on {written.naeste_gennemgang}, after its end."


def _noted(checked: Checked, work: Callable[[], T], otherwise: T) -> T:
    try:
        return work()
    except DefinitionError as error:
        checked.problems += error.problems
        return otherwise


def _of_principals(folder: Path, principals: Sequence[Principal], policies: Policies) -> Iterator[Problem]:
    """A problem (D678) for each role or attribute of a demo principal that is wrong, so that it would see nothing."""
    if not principals:
        return
    text = (folder / DEMO_FILE).read_text("utf-8")
    document, lines = read_document(text, DEMO_FILE, DemoPrincipals)
    for index, (written, principal) in enumerate(zip(document.principals, principals, strict=True)):
        for name, message, hint in (*unknown_held(principal, policies), *lacking(principal, policies)):
            of_role = name in written.roles and name not in written.attributes
            key = ("roles",) if of_role else ("attributes", name)
            at = nearest_place(DEMO_FILE, lines, ("principals", index, *key))
            yield Problem("D678", f"Principal '{principal.subject}': {message}", hint, at=at)


@dataclass(frozen=True)
class Chosen:
    """Which cases are to run: those of the files or folders, with the word in name, role or file."""

    paths: tuple[Path, ...]
    word: str | None

    def has(self, case: PolicyCase) -> bool:
        told = f"{case.file} {' '.join(case.roles)} {case.name}".lower()
        return self.word is None or self.word.lower() in told


def test(chosen: Chosen, form: str, settings: Settings) -> bool:
    """Runs the cases and prints each outcome; whether all passed."""
    cases = find_cases(chosen, settings.access)
    outcomes: list[Outcome] = []
    with local_service(settings) as service:
        if problems := tuple(misfits(tuple(cases), service.policies)):
            raise DefinitionError(*problems)
        lab = Lab(service, settings.databases)
        for case in cases:
            outcomes.append(run(case, lab))
            if form == "table":
                _print(outcomes[-1])
    click.echo(summary(outcomes, "case") if form == "table" else _listed(cases, outcomes))
    return all(outcome.status == "passed" for outcome in outcomes)


def _print(outcome: Outcome) -> None:
    click.echo(printable(headline(outcome)))
    for line in details(outcome):
        click.echo(f"    {printable(line)}")


def _listed(cases: Sequence[PolicyCase], outcomes: Sequence[Outcome]) -> str:
    entries = [
        {
            "file": case.file, "line": case.at().line, "name": case.name, "why": case.why, "roles": case.roles,
            "status": outcome.status, "differences": outcome.differences,
            "problems": [line for problem in outcome.problems for line in problem_lines(problem)],
        }
        for case, outcome in zip(cases, outcomes, strict=True)
    ]  # fmt: skip
    return json.dumps(entries, ensure_ascii=False, indent=2)


def find_cases(chosen: Chosen, folder: Path) -> list[PolicyCase]:
    """The chosen cases. Raises DefinitionError with the faults of all files, or D690 when there is no case."""
    problems: list[Problem] = []
    paths = chosen.paths or (folder,)
    cases = list(_cases(paths, None, problems))
    if problems:
        raise DefinitionError(*problems)
    found = [case for case in cases if chosen.has(case)]
    if not found:
        where = ", ".join(short(path) for path in paths)
        named = f" with '{chosen.word}' in its name" if chosen.word is not None else ""
        hint = "Cases are written beside a policy, in files called *.cases.yml."
        raise DefinitionError(Problem("D690", f"There is no policy case{named} in {where}.", hint))
    return found


def _cases(paths: Iterable[Path], root: Path | None, problems: list[Problem]) -> Iterator[PolicyCase]:
    """The cases of every file, called by its path from the root or else from here; faults are noted."""
    for file in find_files(paths, CASES):
        try:
            yield from read_cases(file, str(file.relative_to(root)) if root else short(file))
        except DefinitionError as error:
            problems.extend(error.problems)
