"""The answer to somebody is the unrestricted answer over a copy that holds only the rows left to them.

Whatever a case asks: filter first, ask then. Where the policy refuses (A3xx) or hides there is nothing to compare; how
often is printed, and bounded.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from semantic.access.principal import OPERATOR
from tests.access.ask import cases_of, heard, opened, said, unrestricted
from tests.access.askers import Asker, every_asker
from tests.access.copies import copied_model, cut
from tests.worlds import world

ASKERS = every_asker()


@pytest.mark.parametrize("asker", ASKERS, ids=lambda one: f"{one.world}-{one.name}")
def test_it_is_the_answer_over_the_rows_that_are_left(asker: Asker, tmp_path: Path) -> None:
    cut(world(asker.world), asker.rows, tmp_path / "demo.duckdb")
    counts: Counter[str] = Counter()
    different = []
    with opened(tmp_path / "demo.duckdb", copied_model(world(asker.world).model)) as over_copy:
        for case in cases_of(asker):
            found = heard(asker, case.name)
            expected = said(case.query, OPERATOR, over_copy)
            is_hidden = found.code == "R201" != expected.code
            if found.code.startswith("A") or is_hidden:
                counts["A, hidden" if is_hidden else found.code] += 1
                continue
            counts["the same" if expected.rows == unrestricted(asker.world, case.name).rows else "cut"] += 1
            if (found.problems, found.columns, found.rows, found.beside) != (
                expected.problems, expected.columns, expected.rows, expected.beside,
            ):  # fmt: skip
                different.append((case.name, found.problems or found.rows[:8], expected.problems or expected.rows[:8]))
    print(f"{asker.world}-{asker.name}: {dict(counts)}")
    assert different == []
    assert counts["cut"] > 0, "the policy must matter"
    refused = sum(count for code, count in counts.items() if code.startswith("A"))
    assert refused <= (0 if asker.name == "for_everybody" else 0.6 * counts.total())
