"""Every demand has its row, and every row that says where it is shows it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from semantic.model.load import load_model
from server.cli import main
from tests.demands.table import Row, page, rows

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "behov.md"
# How many of each kind the users have named: S1 to S6 by theme, and the others without.
NAMED = {"S1": 5, "S2": 8, "S3": 5, "S4": 9, "S5": 5, "S6": 3}, {"F": 9, "L": 5, "V": 10, "B": 39}


def named() -> Iterator[str]:
    themes, others = NAMED
    for theme, count in themes.items():
        yield from (f"{theme}.{number}" for number in range(1, count + 1))
    for letter, count in others.items():
        yield from (f"{letter}{number}" for number in range(1, count + 1))


def test_every_demand_has_one_row_and_the_page_is_written_from_them() -> None:
    assert sorted(row.id for row in rows()) == sorted(named())
    assert PAGE.read_text("utf-8") == page(), "python -m tests.demands.table > docs/behov.md"


def test_a_figure_that_is_missing_is_in_the_catalogue_with_why() -> None:
    """Functions that are missing (B) are no figures."""
    missing = {row.id for row in rows() if row.mangler and not row.id.startswith("B")}
    told = {re.sub(r"\.[a-z]+$", "", name) for name in load_model(ROOT / "schema").ikke_opgjorte}
    assert told == missing


@pytest.mark.parametrize("row", [one for one in rows() if one.vis], ids=lambda row: row.id)
def test_it_is_shown(row: Row, demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is answered, with at least a row that is not empty where it asks for figures."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NOGLETAL_DATABASE", str(demo_database))
    words = shlex.split(row.vis or "")[1:]
    asks = words[0] in ("query", "nedbryd", "vaerdier", "rows") and "--format" not in words
    answer = CliRunner().invoke(main, [*words, "--format", "csv"] if asks else words)
    assert answer.exit_code == 0, answer.output
    if asks:
        _, *values = answer.stdout.splitlines()
        assert any(set(line) - set(",") for line in values), answer.output
    assert answer.output.strip()
