"""Every YAML example of the page on the model language loads, and it lists what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from semantic.model.link import link
from semantic.model.read import read_text
from semantic.model.unserved import INSTEAD, REFUSED, REFUSED_TYPES

PAGE = Path(__file__).parents[3] / "docs" / "model-language.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_the_page_has_examples() -> None:
    assert len(BLOCKS) >= 3


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_the_example_loads(block: str) -> None:
    assert link([read_text(block, PAGE.name)]).cubes


def test_the_page_lists_what_is_refused() -> None:
    text = PAGE.read_text("utf-8")
    for kind, keys in REFUSED.items():
        types = ", ".join(f"`{name}`" for name in REFUSED_TYPES.get(kind, ())) or "-"
        assert f"| a {kind} | {', '.join(f'`{key}`' for key in keys)} | {types} |\n" in text
    assert all(f"Instead of `{key}`" in text or f"Instead of\n`{key}`" in text for key in INSTEAD)
