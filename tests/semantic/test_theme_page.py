"""Pages whose figures cannot be asked for: `nogletal check` says which, and of the shipped ones says nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from semantic.access.principal import OPERATOR
from semantic.errors import Problem
from semantic.pipeline import prepare
from semantic.theme_page import faulty_figures
from tests.worlds import World, world

PAGE = """\
temaer:
  - id: ny
    raekkefoelge: 99
    titel: Ny
    intro: Ny
    kort:
      - {noegletal: noegletal-501, tid: sygefravaer.periode, periode: this year}
      - {noegletal: noegletal-501, tid: sygefravaer.start, periode: this year}
    grafer:
      - {id: fravaer, titel: F, noegletal: [noegletal-501], tid: sygefravaer.periode, inddeling: month,
         periode: last 3 months, opdeling: sygefravaer.DIVISION, laesevejledning_graf: L}
"""


def faults(asked: World) -> list[Problem]:
    service = asked.service()
    found = list(faulty_figures(service.visible(OPERATOR), lambda query: prepare(query, OPERATOR, service)))
    service.generation.close()
    return found


def test_the_shipped_pages_can_be_asked_for() -> None:
    assert faults(world("demo")) == []


@pytest.mark.parametrize(("division", "refused"), [("laengde", 1), ("fravaer_id", 2)])
def test_what_is_refused_is_told_at_the_line_of_its_theme(tmp_path: Path, division: str, refused: int) -> None:
    """The staff in post have neither the day that an absence began nor its number."""
    folder = copytree(world("demo").model, tmp_path / "schema")
    (folder / "temaer" / "ny.yml").write_text(PAGE.replace("DIVISION", division), "utf-8")
    found = faults(replace(world("demo"), model=folder))
    assert [(one.code, one.at and one.at.line) for one in found] == [("D669", 2)] * refused
    [card, *graph] = [one.message for one in found]
    assert card.startswith("The theme 'ny' shows 'noegletal-501' by 'sygefravaer.start', which cannot be asked: U4")
    assert all("by 'sygefravaer.periode', which cannot be asked: U4" in one for one in graph)
