"""What is hidden beside small cells, on places that are set up by hand."""

from __future__ import annotations

import numpy as np
import pytest

from semantic.complement import Lines, Places, complement
from semantic.errors import DeniedError

NEEDED = 5
Cell = tuple[int, tuple[str, ...], tuple[object, ...], float]
SMALL: Cell = (0, ("enhed",), ("A", None), 3)
LARGE: Cell = (0, ("enhed",), ("B", None), 9)
WHOLE: Cell = (1, (), (None, None), 12)
PART: Cell = (2, ("enhed", "koen"), ("B", "K"), 9)


def hidden(*cells: Cell) -> list[bool]:
    """Of each cell (a fact, what it is grouped by, its members, its persons) whether it is hidden."""
    levels = tuple((fact, frozenset(keys)) for fact, keys, _, _ in cells)
    persons = np.array([one[3] for one in cells], dtype=np.float64)
    places = Places(levels, tuple(one[2] for one in cells), (("enhed", "koen"),) * 3, persons)
    return list(complement(Lines(places), persons < NEEDED, persons[:, None], NEEDED))


def test_two_are_hidden_of_a_total_that_is_shown() -> None:
    assert hidden(SMALL, LARGE, WHOLE) == [True, True, False]


def test_what_the_totals_of_the_answer_fix_is_refused() -> None:
    """The part is all of the large unit and, as the answer has it, all of the whole: whatever else is hidden, the small
    unit is the whole less the large one, and there is nothing left to hide beside it.
    """
    with pytest.raises(DeniedError) as refused:
        hidden(SMALL, LARGE, WHOLE, PART)
    assert refused.value.code == "A308"
