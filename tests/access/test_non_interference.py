"""Changing what somebody may not see changes nothing that they can observe.

The hidden rows of a copy have other values, some are gone and some are new; whatever is asked, the answer, the refusal
and the catalogue are the same, word for word.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from semantic.pipeline import Service
from server.rest.meta import catalogue
from tests.access.ask import cases_of, heard, opened, restricted, said
from tests.access.askers import Asker, every_asker
from tests.access.copies import copied_model, disturbed
from tests.worlds import world


@pytest.mark.parametrize("asker", every_asker(), ids=lambda one: f"{one.world}-{one.name}")
def test_hidden_rows_decide_nothing(asker: Asker, tmp_path: Path) -> None:
    hidden = disturbed(world(asker.world), asker.rows, tmp_path / "demo.duckdb")
    assert hidden > 1
    model = copied_model(world(asker.world).model)
    with opened(tmp_path / "demo.duckdb", model, asker.policies(model)) as elsewhere:
        different = []
        for case in cases_of(asker):
            found, expected = said(case.query, asker.principal, elsewhere), heard(asker, case.name)
            if found != expected:
                different.append((case.name, found.problems or found.rows[:8], expected.problems or expected.rows[:8]))
        assert different == []
        assert _catalogue(asker, elsewhere) == _catalogue(asker, restricted(asker))


def _catalogue(asker: Asker, service: Service) -> object:
    return catalogue(service.visible(asker.principal))
