"""The nøgletal of a visible model as series: one for each kind of unit, with the names to ask by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from semantic.access.visible import VisibleModel
from semantic.long_view.question import Begins, LongQuestion
from semantic.model.grain import GRAINS, after, period_of
from semantic.model.lineage import aggregations, parts
from semantic.model.model import STATUS_SUFFIX, Dimension, Formula, Measure, Model
from semantic.model.record import NoegletalDocument
from semantic.plan.sub_query import decimals_of

LEVELS = {"M": ("month", "måned"), "Å": ("year", "år")}
EXACT = ("integer", "bigint", "decimal")


@dataclass(frozen=True)
class Series:
    """One nøgletal by one kind of unit. All are names to ask by; a part that may not be asked for has none.

    `in_years` says that the periods are numbers of years, and `plain` that no filter on units or periods changes a
    figure. `facts` is the same for those whose groups come from the same rows.
    """

    record: NoegletalDocument
    kind: str
    unit: str
    period: str
    named_by_text: bool
    in_years: bool
    taeller: str | None
    naevner: str | None
    maaleenhed: str | None
    plain: bool
    facts: frozenset[object]
    cubes: frozenset[str]
    of_spells: bool
    decimals: int

    @property
    def measures(self) -> tuple[str, ...]:
        value = self.record.measure
        return (value, f"{value}{STATUS_SUFFIX}", *(one for one in (self.taeller, self.naevner) if one is not None))

    @property
    def grain(self) -> str:
        return LEVELS[self.record.level][0]

    @property
    def period_column(self) -> str:
        """The answer's column."""
        return self.period if self.in_years else f"{self.period}.{self.grain}"

    def end_of(self, day: date) -> date:
        """The last day of the period that the day is in; the calendar's last where it ends before."""
        grain = GRAINS[self.grain]
        try:
            start = period_of(datetime.combine(day, datetime.min.time()), grain)
            return (after(start, grain.length) - timedelta(days=1)).date()
        except (ValueError, OverflowError):
            return date.max

    def start_from(self, day: date) -> date:
        """The first day of the first period that begins no earlier than the day."""
        start = period_of(datetime.combine(day, datetime.min.time()), GRAINS[self.grain]).date()
        return day if start == day else min(self.end_of(day), date.max - timedelta(days=1)) + timedelta(days=1)

    def coverage(self, start: date, as_of: date) -> tuple[int, int]:
        """Of how many days there is data, and how many the period has."""
        end = self.end_of(start)
        return max(0, (min(end, as_of) - start).days + 1), (end - start).days + 1


def series_of(visible: VisibleModel) -> tuple[Series, ...]:
    """Those that the asker may know of, in the model's order."""
    return tuple(one for record in visible.model.noegletal.values() for one in _of_record(record, visible))


def ids_seen(visible: VisibleModel) -> frozenset[str]:
    """The nøgletal whose measure the asker may know of, also those that have no series."""
    records = visible.model.noegletal.values()
    return frozenset(one.id for one in records if isinstance(_seen(one.measure, visible), Measure))


def wanted(series: tuple[Series, ...], asked: LongQuestion) -> tuple[Series, ...]:
    """Those that are asked for; a name that is none's gives nothing, whether it is hidden or absent."""

    def is_wanted(one: Series) -> bool:
        of_ids = (asked.ids is None or one.record.id in asked.ids) and asked.units != frozenset()
        return of_ids and (asked.kinds is None or one.kind in asked.kinds)

    return tuple(one for one in series if is_wanted(one))


def _of_record(record: NoegletalDocument, visible: VisibleModel) -> Iterator[Series]:
    measure, period = _seen(record.measure, visible), _seen(record.period or "", visible)
    if not isinstance(measure, Measure) or not isinstance(period, Dimension) or measure.data_type not in EXACT:
        return
    line = parts(visible.model, measure) if measure.type in ("ratio", "cohort") else ()
    taeller, naevner = (_asked_by(one, record, visible) for one in line) if len(line) == 2 else (None, None)
    plain = not _is_staged(visible.model, measure)
    facts = _facts(visible.model, measure) if plain else frozenset({record.id})
    counted = tuple(aggregations(visible.model, measure))
    cubes, of_spells = frozenset(cube for cube, _ in counted), any(one.spell for _, one in counted)
    for kind, unit in record.units.items():
        if isinstance(dimension := _seen(unit, visible), Dimension):
            named_by_text, in_years = dimension.kind == "string", period.kind != "time"
            yield Series(
                record, kind, unit, record.period or "", named_by_text, in_years, taeller, naevner, measure.unit, plain,
                facts, cubes, of_spells, max(decimals_of(each) or 0 for each in (measure, *line)),
            )  # fmt: skip


def _seen(name: str, visible: VisibleModel) -> object:
    view, _, member = name.partition(".")
    found = visible.member(view, member)
    return found.member if found is not None else None


def _asked_by(part: Measure, record: NoegletalDocument, visible: VisibleModel) -> str | None:
    """The name of the part in the nøgletal's own view, else in the cube's where that view is a cube, too."""
    view = visible.views[record.measure.partition(".")[0]]
    own = next((f"{view.name}.{one.name}" for one in view.members.values() if one.member is part), None)
    beside = visible.member(part.cube, part.name) if view.is_cube else None
    return own or (part.id if beside is not None else None)


def _is_staged(model: Model, measure: Measure) -> bool:
    """Whether it is computed over other groups, or in an order, anywhere within."""
    body = measure.body
    is_mean = isinstance(body, Formula) and (body.is_staged or bool(body.group_members))
    return is_mean or any(_is_staged(model, one) for one in parts(model, measure))


def _facts(model: Model, measure: Measure) -> frozenset[object]:
    """What decides on the groups that the measure has: the cubes that it is counted from, and how."""
    return frozenset((cube, one.spell, one.latest, one.follow_up) for cube, one in aggregations(model, measure))


def lifetime(one: Series, as_of: date) -> Begins:
    """Where the nøgletal's periods begin: not before its definition is valid; of spells, which have no last period of
    their own, not after the last day with data."""
    return Begins(one.record.valid_from, as_of if one.of_spells else None)


def whole_periods(one: Series, begins: Begins) -> Begins:
    """The days of the periods that begin so, of which no data is left out."""
    first = None if begins.first is None else one.start_from(begins.first)
    last = None if begins.last is None else one.end_of(begins.last)
    return Begins(first, last)
