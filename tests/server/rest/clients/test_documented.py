"""The documents' examples of Cube's clients are run as they stand, and print what the comments beside them say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.worlds import PROJECT

DOCUMENT = (PROJECT / "docs" / "rest.md").read_text("utf-8")
SERVED = "http://127.0.0.1:8000/cubejs-api"
FENCE = re.compile(r"^```(js|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# `print(x)  # 42` and `console.log(x); // 42` promise 42
PRINTED = re.compile(r"^ *(?:print|console\.log)\(.*\)(?:;? +(?:#|//) )(.*)$", re.MULTILINE)


def printed(language: str, base: str, *command: str, cwd: Path = PROJECT) -> list[tuple[list[str], list[str]]]:
    """Of each example in the language the lines that it promises, and those that it prints."""
    found = []
    for kind, code in FENCE.findall(DOCUMENT):
        if kind == language:
            assert SERVED in code
            done = subprocess.run(
                command, cwd=cwd, input=code.replace(SERVED, base), capture_output=True, encoding="utf-8", timeout=60
            )
            assert done.returncode == 0, done.stderr
            found.append((PRINTED.findall(code), done.stdout.splitlines()))
    return found


def test_the_examples_in_python(base: str) -> None:
    found = printed("python", base, sys.executable, "-")
    assert len(found) == 2
    assert all(promised == said != [] for promised, said in found)


@pytest.mark.real_client("node", "npm")
def test_the_example_in_javascript(base: str, node_clients: Path) -> None:
    [(promised, said)] = printed("js", base, "node", "--input-type=module", cwd=node_clients)
    assert promised == said != []
