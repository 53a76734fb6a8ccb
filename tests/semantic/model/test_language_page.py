"""Every YAML example of the page on the model language loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from semantic.model.link import link
from semantic.model.read import read_text

PAGE = Path(__file__).parents[3] / "docs" / "model-language.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_the_page_has_examples() -> None:
    assert len(BLOCKS) >= 3


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_the_example_loads(block: str) -> None:
    assert link([read_text(block, PAGE.name)]).cubes
