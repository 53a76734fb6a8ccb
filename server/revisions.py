"""A git revision or a folder → the model and the policies in it, to be reviewed beside others."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from semantic.access.link import load_policies
from semantic.errors import DefinitionError, ParseError, Place, Problem
from semantic.model.load import load_model
from semantic.review.asked import Person, Reviewed
from server.settings import Settings

PATIENCE = 120  # seconds for git, which reads local files only


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what it is called, and where its files lie."""

    label: str
    model: Path
    policies: Path

    def placed(self, error: DefinitionError) -> tuple[Problem, ...]:
        """The faults, each said to be of this side."""
        return tuple(
            replace(one, at=replace(one.at or Place(), file=f"{self.label}: {one.at.file if one.at else ''}".strip()))
            for one in error.problems
        )


def states(
    names: Sequence[str | None], settings: Settings, people_of: Callable[[Path], tuple[Person, ...]], today: date,
    folders: bool = False,
) -> tuple[Reviewed, ...]:  # fmt: skip
    """The model and the policies of each name, with the people of these policies. `folders` may be named, too.

    Raises ParseError (P158), and DefinitionError with the faults of all of them.
    """
    problems: list[Problem] = []
    found: list[Reviewed] = []
    with ExitStack() as open_:
        for side in [open_.enter_context(opened(name, settings, folders)) for name in names]:
            try:
                model = load_model(side.model)
                policies = load_policies(side.policies, model)
                found.append(Reviewed(model, policies, people_of(side.policies), today))
            except DefinitionError as error:
                problems += side.placed(error)
    if problems:
        raise DefinitionError(*problems)
    return tuple(found)


@contextmanager
def opened(name: str | None, settings: Settings, folders: bool) -> Iterator[Side]:
    """The side of that name: a folder, a revision of the checkout, or without a name the files as they lie.

    Raises ParseError (P158) for a name that is neither, and where there is no git.
    """
    if name is None:
        yield Side("files", settings.model, settings.access)
    elif folders and Path(name).is_dir():
        yield _in_folder(name, Path(name), settings)
    else:
        with TemporaryDirectory(prefix="nogletal-") as folder:
            yield _checked_out(name, Path(folder), settings)


def _in_folder(label: str, folder: Path, settings: Settings) -> Side:
    """A copy of the project; or of the policies alone, which are then over the model as it lies."""
    model, policies = folder / settings.model.name, folder / settings.access.name
    if policies.is_dir():
        return Side(label, model if model.is_dir() else settings.model, policies)
    return Side(label, settings.model, folder)


def _checked_out(revision: str, folder: Path, settings: Settings) -> Side:
    """The two folders of the revision, written below the folder."""
    top = Path(_git(settings.access, "rev-parse", "--show-toplevel").decode().strip())
    if revision.startswith("-"):
        raise ParseError(_unknown(revision))
    found = _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", otherwise=_unknown(revision))
    commit = found.decode().strip()
    names = [_below(top, one) for one in (settings.model, settings.access)]
    for name in names:
        if not _git(top, "ls-tree", "-d", "--name-only", commit, "--", name):
            raise ParseError(Problem("P158", f"The revision '{revision[:80]}' has no folder '{name}'."))
    archive = _git(top, "archive", "--format=tar", commit, "--", *names)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return Side(revision, folder / names[0], folder / names[1])


def _below(top: Path, folder: Path) -> str:
    full = folder.resolve()
    if not full.is_relative_to(top.resolve()):
        message = f"'{folder}' is not in the checkout at '{top}', so that there is no older one to compare with."
        raise ParseError(Problem("P158", message, "Compare two folders instead."))
    return full.relative_to(top.resolve()).as_posix()


def _unknown(revision: str) -> Problem:
    hint = "Name a branch, a tag or a commit, as 'git log' shows them, or a folder."
    return Problem("P158", f"There is no folder or revision '{revision[:80]}'.", hint)


def _git(folder: Path, *arguments: str, otherwise: Problem | None = None) -> bytes:
    """What git writes. Raises ParseError (P158) where there is no git, or it refuses."""
    program = shutil.which("git")
    if program is None:
        message = "Revisions are read with git, which is not on this machine."
        raise ParseError(Problem("P158", message, "Compare two folders instead."))
    where = folder if folder.is_dir() else Path.cwd()
    try:
        ran = subprocess.run(
            [program, "-C", str(where), *arguments], capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise ParseError(Problem("P158", "git does not answer.")) from None
    if ran.returncode != 0:
        said = (ran.stderr.decode("utf-8", "replace").strip().splitlines() or [""])[0][:200]
        raise ParseError(otherwise or Problem("P158", "git cannot read the checkout.", None, said))
    return ran.stdout
