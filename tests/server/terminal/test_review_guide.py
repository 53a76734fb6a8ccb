"""The guide of the governance team shows what the commands say: its changes are made, and its answers compared."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.server.terminal.test_review import checkout as checkout
from tests.server.terminal.test_review import nogletal as nogletal

GUIDE = Path(__file__).parents[3] / "docs" / "gennemgang.md"
BLOCK = re.compile(r"^```(diff|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = "$ nogletal policy "
MORE = "…"


def test_the_guides_changes_say_what_it_shows(checkout: Path, nogletal: Callable[..., Result]) -> None:
    shown = 0
    for kind, body in BLOCK.findall(GUIDE.read_text("utf-8")):
        if kind == "diff":
            subprocess.run(["git", "apply", "-"], input=body.encode(), cwd=checkout, check=True)
            continue
        command, *promised = body.splitlines()
        ran = nogletal(*shlex.split(command.removeprefix(COMMAND)))
        told = ran.stdout.splitlines()
        shown += 1
        if promised[-1] == MORE:
            told, promised = told[: len(promised) - 1], promised[:-1]
        assert told == promised, ran.output
    assert shown >= 4
