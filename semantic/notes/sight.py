"""Of which figures somebody may see notes: of those that they see as a whole, and not where a figure is hidden.

The same questions are asked whether or not there are notes, so that nothing tells of those that are not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from semantic.access.principal import Principal
from semantic.errors import DeniedError
from semantic.execute.cancellation import Cancellation
from semantic.long_answer import LongPrepared, prepare_long
from semantic.long_view.batches import Batch
from semantic.long_view.columns import LONG_VIEW
from semantic.long_view.question import Begins, LongQuestion
from semantic.long_view.rows import rows_of
from semantic.long_view.series import Series, lifetime
from semantic.notes.note import Figure
from semantic.pipeline import Prepared, Service, execute
from semantic.plan.whole_unit import is_whole
from semantic.result import Collected, collect

HIDDEN = "diskretioneret"


@dataclass(frozen=True)
class Seen:
    """A nøgletal by one kind of unit: the units that are seen whole, and the `cells` (unit and period) that are shown.

    `gaps` are the periods that are seen where they have no cell; None under thresholds, where that tells of persons.
    """

    series: Series
    units: frozenset[str]
    cells: frozenset[tuple[str, date]]
    gaps: Begins | None
    begins: Begins

    def holds(self, figure: Figure) -> bool:
        is_gap = self.gaps is not None and self.gaps.holds(figure.periode)
        is_seen = is_gap or (figure.enhed, figure.periode) in self.cells
        return figure.enhed in self.units and self.begins.holds(figure.periode) and is_seen


@dataclass(frozen=True)
class Sight:
    """What is seen of each nøgletal by each kind of unit."""

    seen: Mapping[tuple[str, str], Seen]

    def holds(self, figure: Figure) -> bool:
        found = self.seen.get((figure.noegletal, figure.enhedstype))
        return found is not None and found.holds(figure)


def sight(asked: LongQuestion, principal: Principal, service: Service, cancellation: Cancellation) -> Sight:
    """What the asker sees of what is asked for. Raises ServiceError, but for what is denied, which is not seen.

    A unit is seen that has a row of the nøgletal in any period. So a note may be of a month that has no row: that it is
    missing is what most needs one.
    """
    every = replace(asked, first=None, last=None, date_range=None, limit=None, offset=0)
    prepared = prepare_long(every, principal, service)
    found: dict[tuple[str, str], Seen] = {}
    for batch, one in prepared.batches:
        try:
            answer = collect(execute(one, cancellation))
        except DeniedError:
            continue
        for seen in _of_batch(batch, one, answer, prepared, asked):
            found[seen.series.record.id, seen.series.kind] = seen
    return Sight(found)


def _of_batch(
    batch: Batch, prepared: Prepared, answer: Collected, every: LongPrepared, asked: LongQuestion
) -> Iterator[Seen]:
    generation, unit = prepared.over.generation, batch.series[0].unit
    there = {value for value in answer.table[unit].to_pylist() if isinstance(value, str)}
    units = frozenset(one for one in there if is_whole(prepared.plan, generation.model, unit, one))
    protected = any(part.thresholds for part in prepared.query.parts.values())
    cells = _cells(batch, answer, every)
    for one in batch.series:
        day = generation.as_of(one.cubes).day
        begins = asked.begins(day, ZoneInfo(prepared.over.timezone)).within(lifetime(one, day))
        gaps = None if protected else Begins(None, day)
        yield Seen(one, units, frozenset(cells.get(one.record.id, ())), gaps, begins)


def _cells(batch: Batch, answer: Collected, every: LongPrepared) -> dict[str, set[tuple[str, date]]]:
    """Of each nøgletal the units and periods whose figure is shown."""
    rows = rows_of([(batch, answer)], LongQuestion(), every.begins_of, every.scale)
    names = (f"{LONG_VIEW}.{name}" for name in ("noegletal", "enhed", "periode", "status"))
    found: dict[str, set[tuple[str, date]]] = {}
    for noegletal, enhed, periode, status in zip(*(rows[name].to_pylist() for name in names), strict=True):
        if enhed is not None and periode is not None and status != HIDDEN:
            found.setdefault(noegletal, set()).add((enhed, periode))
    return found
