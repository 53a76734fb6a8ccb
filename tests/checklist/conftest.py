"""The demo under its own policies, with a state and a record of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.notes.conftest import Desk, Found

SET = """mutation ($liste: String!, $trin: String!, $kommune: Int!, $omraade: String!, $periode: String!,
  $status: String!, $bemaerkning: String) { saetTjeklistetrin(liste: $liste, trin: $trin, kommune: $kommune,
  omraade: $omraade, periode: $periode, status: $status, bemaerkning: $bemaerkning) {
  liste trin kommunekode omraade periode status bemaerkning af } }"""
SHOW = """query ($liste: String!, $kommune: Int!, $omraade: String!, $periode: String!) {
  tjekliste(liste: $liste, kommune: $kommune, omraade: $omraade, periode: $periode) { titel kommune ukendte_trin
    trin { id status bemaerkning af tid maaling { maal vaerdi status opfyldt } } } }"""
STEP: Found = {
    "liste": "kl_otte_trin", "trin": "opmaerkninger", "kommune": 573, "omraade": "voksne", "periode": "2025",
    "status": "udfoert",
}  # fmt: skip
VALIDATES = "lokaladmin_varde"  # oekonomi and voksne of kommune 573


def say(desk: Desk, who: str = VALIDATES, **other: object) -> Found:
    """What is said, or the refusal."""
    found = desk.ask(who, SET, **{**STEP, **other})
    return found.get("saetTjeklistetrin") or found


def show(desk: Desk, who: str, **other: object) -> Found:
    wanted = {key: STEP[key] for key in ("liste", "kommune", "omraade", "periode")}
    found = desk.ask(who, SHOW, **{**wanted, **other})
    return found.get("tjekliste") or found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()
