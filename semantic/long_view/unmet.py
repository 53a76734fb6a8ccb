"""What is named in a question on the long view and is nothing of the answer: told, so that a slip is not read as zero.

INVARIANT: of hidden and absent names the same is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from semantic.long_view.question import LongQuestion, Names
from semantic.long_view.rows import UNIT
from semantic.long_view.series import Series

MOST_TOLD = 5
MOST_LETTERS = 60


def unmet(asked: LongQuestion, known: Sequence[Series], seen: frozenset[str], rows: pa.Table) -> Iterator[str]:
    """Of which names there is nothing, in Danish as all notes are. `known` are all series that the asker may know of,
    `seen` the ids of all nøgletal, and `rows` are all of the answer."""
    kinds, in_rows = {one.kind for one in known}, {one.record.id for one in known}
    yield from _told("Intet nøgletal", asked.ids, seen | in_rows)
    yield from _told("Opgøres ikke her pr. enhed og periode: nøgletal", (asked.ids or frozenset()) & seen, in_rows)
    yield from _told("Ingen enhedstype", asked.kinds, kinds, _hint(kinds))
    own = {one.kind for one in known if asked.ids is None or one.record.id in asked.ids}
    if own:  # else nothing is known of what was asked for, and there is nothing to tell of it
        others = (asked.kinds or frozenset()) & kinds
        yield from _told("Intet af de valgte nøgletal er pr. enhedstype", others, own, _hint(own))
    if asked.units is not None:
        yield from _told("Ingen rækker af enheden", asked.units, pc.unique(rows[UNIT]).to_pylist())


def _hint(kinds: Iterable[str]) -> str:
    return f"; kendte: {', '.join(sorted(kinds)) or 'ingen'}"


def _told(nothing: str, asked: Names, known: Iterable[str], hint: str = "") -> Iterator[str]:
    missing = sorted((asked or frozenset()).difference(known))
    yield from (f"{nothing} '{name[:MOST_LETTERS]}'{hint}" for name in missing[:MOST_TOLD])
    if len(missing) > MOST_TOLD:
        yield f"{nothing} for {len(missing) - MOST_TOLD} navne mere"
