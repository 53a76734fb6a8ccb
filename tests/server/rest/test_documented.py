"""The documents' `curl` commands are run as they stand, against the demo served as a process."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.process import ROOT, Server

FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SERVED = "http://127.0.0.1:8000"


def examples() -> Iterator[tuple[str, list[str]]]:
    """Each command, and the lines of its output that the document promises."""
    for document in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for body in FENCE.findall(document.read_text("utf-8")):
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                if part.startswith("curl "):
                    yield split(part)


def split(part: str) -> tuple[str, list[str]]:
    """The command ends with the first line after which no quote is open and no line goes on."""
    lines = part.splitlines()
    for end in range(1, len(lines) + 1):
        command = "\n".join(lines[:end])
        if not command.endswith("\\") and command.count("'") % 2 == 0:
            return command, lines[end:]
    raise AssertionError(part)


@pytest.fixture(scope="module")
def server(demo_database: Path) -> Iterator[Server]:
    found = Server("--demo", "--database", demo_database)
    yield found
    assert found.stop().strip() == "Stopped."


@pytest.mark.real_client("curl")
@pytest.mark.parametrize(("command", "promised"), list(examples()))
def test_a_documented_request_is_answered_as_shown(server: Server, command: str, promised: list[str]) -> None:
    assert SERVED in command
    arguments = shlex.split(command.replace("\\\n", "").replace(SERVED, server.url))
    answer = subprocess.run([*arguments, "-s"], capture_output=True, text=True, check=True, timeout=60).stdout
    assert set(promised) <= {line.strip("\r\ufeff") for line in answer.splitlines()}
    assert ('"error"' in answer) == any(line.startswith("HTTP/1.1 4") for line in promised)


def test_the_documents_show_requests() -> None:
    assert len(list(examples())) >= 6
