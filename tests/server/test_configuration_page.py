"""docs/configuration.md names every setting with its variable and default, and its example is a right file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from semantic.cube_query import IGNORED, KEYS, UNSERVED
from server.rest.parse import DIALECTS, PARAMETERS
from server.settings import LimitSettings, Settings, load_settings, variables

DOCS = Path(__file__).parents[2] / "docs"
CONFIGURATION = (DOCS / "configuration.md").read_text("utf-8")
REST = (DOCS / "rest.md").read_text("utf-8")


@pytest.mark.parametrize("variable", list(variables()))
def test_every_setting_has_its_row(variable: str) -> None:
    key = ".".join(variables()[variable])
    assert re.search(rf"^\| `{key}` \| `{variable}` \|", CONFIGURATION, re.MULTILINE)


def test_the_example_is_the_default_but_for_the_origin(tmp_path: Path) -> None:
    text = CONFIGURATION.split("```toml\n")[1].split("```")[0]
    assert set(tomllib.loads(text)) == set(Settings.model_fields)
    (tmp_path / "nogletal.toml").write_text(text, "utf-8")
    settings = load_settings(tmp_path / "nogletal.toml", {})
    assert settings.limits == LimitSettings()
    assert (settings.http, settings.sql, settings.timezone) == (Settings().http, Settings().sql, Settings().timezone)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_examples_of_the_page_on_logins_are_right(tmp_path: Path, number: int) -> None:
    text = (DOCS / "logins.md").read_text("utf-8").split("```toml\n")[1:][number].split("```")[0]
    (tmp_path / "nogletal.toml").write_text(text, "utf-8")
    assert load_settings(tmp_path / "nogletal.toml", {}).model_fields_set == set(tomllib.loads(text))


@pytest.mark.parametrize("word", [*KEYS, *IGNORED, *PARAMETERS, f"dialekt={DIALECTS[1]}"])
def test_every_word_of_a_query_is_explained(word: str) -> None:
    assert f"`{word}" in REST or f"`{word}=" in REST


def test_what_is_refused_by_name_is_named() -> None:
    assert {word for word in UNSERVED if f"`{word}`" in REST} >= {"joinHints", "compareDateRange"}
