"""What was typed → Query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from semantic.breakdown_query import Breakdown
from semantic.cube_query import MAX_NAME
from semantic.errors import Problem, ServiceError, refusal, shown
from semantic.long_view.question import LongQuestion
from semantic.predicate import atoms
from semantic.query import DateRange, Order, Query, Subtotals, TimeDimension, Top
from server.terminal.where import date_range, parse_all

GRAND_TOTAL = "total"
COUNT = re.compile(r"-?[0-9]{1,15}")


@dataclass(frozen=True)
class Typed:
    """The words of `query` and `explain` as they were typed."""

    measures: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    segment: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    subtotals: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    no_rest: bool = False
    every: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0
    total: bool = False
    ungrouped: bool = False
    timezone: str | None = None
    as_of: str | None = None
    edition: str | None = None


def parse(typed: Typed, default_limit: int | None) -> Query:
    """The question. Raises ServiceError (P1xx, L510) with every fault found."""
    problems: list[Problem] = []
    times = _times(typed, problems)
    order = tuple(_order(text, problems) for text in _names(typed.order))
    try:
        where = parse_all(typed.where)
    except ServiceError as error:
        problems.extend(error.problems)
    subtotals, top = _subtotals(typed.subtotals, problems), _top(typed, problems)
    if problems:
        raise refusal(*problems)
    query = Query(
        measures=_names(typed.measures),
        dimensions=_names(typed.by),
        time_dimensions=times,
        segments=_names(typed.segment),
        where=where,
        order=order,
        limit=typed.limit,
        offset=typed.offset,
        default_limit=default_limit,
        total=typed.total,
        ungrouped=typed.ungrouped,
        subtotals=subtotals,
        top=top,
        every=_names(typed.every),
        timezone=typed.timezone,
        as_of=typed.as_of,
        edition=typed.edition,
    )
    _check_names(query)
    return query


def breakdown(
    measure: str, by: Sequence[str], period: str | None, before: str | None, where: Sequence[str], as_of: str | None,
    edition: str | None,
) -> Breakdown:  # fmt: skip
    """The words of `nedbryd` as a breakdown. Raises ServiceError (P1xx, L510)."""
    member, equals, words = (period or "").partition("=")
    if period is not None and not (member.strip() and equals and words.strip()):
        hint = "Write for example --range view.day=2024."
        raise refusal(Problem("P143", f"--range '{period[:80]}' is not VIEW.DIM=PERIOD.", hint))
    asked = Breakdown(
        measure,
        _names(by),
        member.strip() or None,
        date_range(words) if words else None,
        date_range(before) if before else None,
        parse_all(where),
        as_of,
        edition,
    )
    _check_names(Query(measures=(measure,), dimensions=asked.by, where=asked.where))
    return asked


def long_question(
    ids: Sequence[str], enhedstype: Sequence[str], enhed: Sequence[str], words: str | None, as_of: str | None,
    edition: str | None, limit: int | None, offset: int,
) -> LongQuestion:  # fmt: skip
    """The words of `vaerdier` as a question; what nobody named is all."""
    named, kinds, units = (frozenset(one) or None for one in (ids, enhedstype, enhed))
    when = date_range(words) if words else None
    return LongQuestion(named, kinds, units, date_range=when, limit=limit, offset=offset, as_of=as_of, edition=edition)


def _check_names(query: Query) -> None:
    """Raises LimitError (L510) for each name that is longer than any interface reads."""
    kept = () if isinstance(query.subtotals, str) else tuple(name for names in query.subtotals for name in names)
    named = (
        *query.measures, *query.dimensions, *query.segments, *kept, *query.every,
        *(order.member for order in query.order),
        *(word for one in query.time_dimensions for word in (one.dimension, one.granularity or "")),
        *(asked.member for asked in atoms(query.where)),
        *((query.top.dimension, query.top.measure) if query.top else ()),
    )  # fmt: skip
    problems = [
        Problem("L510", f"'{shown(name)}' has {len(name)} characters.", f"At most {MAX_NAME} are read.")
        for name in dict.fromkeys(named)
        if len(name) > MAX_NAME
    ]
    if problems:
        raise refusal(*problems)


def _names(texts: Sequence[str]) -> tuple[str, ...]:
    """Names may also be separated by commas: `--by a.b,a.c`."""
    return tuple(name.strip() for text in texts for name in text.split(",") if name.strip())


def _times(typed: Typed, problems: list[Problem]) -> tuple[TimeDimension, ...]:
    """`--time a.b:month` and `--range a.b=2024` of the same member are one time dimension."""
    ranges: dict[str, DateRange] = {}
    for text in typed.range:
        member, equals, words = text.partition("=")
        if not (member.strip() and equals and words.strip()):
            hint = "Write for example --range view.day='last 12 months' or --range view.day=2024-01-01..2024-03-31."
            problems.append(Problem("P143", f"--range '{text[:80]}' is not VIEW.DIM=PERIOD.", hint))
        elif member.strip() in ranges:
            problems.append(Problem("P143", f"'{member.strip()[:80]}' has two ranges.", "Give one."))
        else:
            ranges[member.strip()] = date_range(words)
    times = []
    for text in _names(typed.time):
        member, colon, granularity = text.rpartition(":")
        if not (member and colon and granularity):
            problems.append(Problem("P143", f"--time '{text[:80]}' is not VIEW.DIM:GRANULARITY.",
                                    "Write for example --time view.day:month."))  # fmt: skip
        times.append(TimeDimension(member, granularity, ranges.pop(member, None)))
    return (*times, *(TimeDimension(member, None, words) for member, words in ranges.items()))


def _subtotals(texts: Sequence[str], problems: list[Problem]) -> Subtotals:
    """`rollup`, `cube`, or the dimensions that each subtotal keeps; `total` keeps none."""
    if texts == ("rollup",):
        return "rollup"
    if texts == ("cube",):
        return "cube"
    if word := next((text for text in texts if text in ("rollup", "cube")), None):
        hint = "Leave the others out, or name each subtotal by the dimensions that it keeps."
        problems.append(Problem("P143", f"--subtotals {word} stands alone.", hint))
    return tuple(() if text == GRAND_TOTAL else _names((text,)) for text in texts)


def _top(typed: Typed, problems: list[Problem]) -> Top | None:
    """`5:view.dim:view.measure`, the greatest first unless `:asc` follows."""
    if len(typed.top) > 1:
        problems.append(Problem("U402", "More than one 'top' is not served yet.", "Keep one."))
    if not typed.top or len(typed.top) > 1:
        if typed.no_rest and not typed.top:
            problems.append(Problem("P143", "--no-rest goes with --top."))
        return None
    words = [word.strip() for word in typed.top[0].split(":")]
    direction = words.pop().lower() if len(words) == 4 else "desc"
    if len(words) != 3 or not all(words) or direction not in ("asc", "desc") or not COUNT.fullmatch(words[0]):
        hint = "Write for example --top 5:view.dim:view.measure."
        problems.append(Problem("P143", f"--top '{typed.top[0][:80]}' is not N:VIEW.DIM:VIEW.MEASURE.", hint))
        return None
    return Top(words[1], words[2], int(words[0]), direction == "desc", not typed.no_rest)


def _order(text: str, problems: list[Problem]) -> Order:
    member, _, direction = text.partition(":")
    if direction.lower() not in ("", "asc", "desc"):
        problems.append(Problem("P143", f"--order '{text[:80]}' ends in neither ':asc' nor ':desc'."))
    return Order(member, direction.lower() == "desc")
