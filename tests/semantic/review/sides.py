"""Two states of the project's policies and model, the second one a change of the first."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from semantic.access.link import load_policies
from semantic.model.load import load_model
from semantic.review.asked import Reviewed
from semantic.review.difference import Difference, difference
from server.authenticate import read_demo_people
from server.identity.people import demo_people
from tests.worlds import PROJECT

DAY = date(2026, 11, 29)
POLICIES, MODEL = "access_policies", "schema"


@dataclass(frozen=True)
class Edit:
    """In a file of the project, what stands there and what instead; without the first, what is put at its end."""

    file: str
    written: str | None
    instead: str

    def make(self, folder: Path) -> None:
        path = folder / self.file
        text = path.read_text("utf-8")
        if self.written is None:
            path.write_text(text + self.instead, "utf-8")
            return
        assert self.written in text, f"{self.file} has no {self.written!r}"
        path.write_text(text.replace(self.written, self.instead, 1), "utf-8")


def reviewed(folder: Path) -> Reviewed:
    model = load_model(folder / MODEL)
    people = demo_people(read_demo_people(folder / POLICIES))
    return Reviewed(model, load_policies(folder / POLICIES, model), people, DAY)


@cache
def as_it_is() -> Reviewed:
    return reviewed(PROJECT)


def project_copy(folder: Path) -> Path:
    for name in (POLICIES, MODEL):
        shutil.copytree(PROJECT / name, folder / name)
    return folder


def changed(edits: Iterable[Edit], before: Iterable[Edit] = ()) -> Difference:
    """What the edits do to the project's policies, some of it made otherwise before."""
    return compared(lambda folder: [one.make(folder) for one in edits], before)


def compared(change: Callable[[Path], object], before: Iterable[Edit] = ()) -> Difference:
    with TemporaryDirectory() as place:
        folder = project_copy(Path(place))
        made = [one.make(folder) for one in before]
        old = reviewed(folder) if made else as_it_is()
        change(folder)
        return difference(old, reviewed(folder))
