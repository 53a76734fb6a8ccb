"""A question → lines of Danish: what was asked, for who has only the answer. Nothing that the asker did not write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from semantic.breakdown_query import Breakdown
from semantic.long_view.question import LongQuestion
from semantic.predicate import And, Asked, Not, Or, Predicate, conjuncts
from semantic.query import DateRange, Query

MOST_VALUES, MOST_LETTERS = 20, 2_000
OPERATORS: Mapping[str, str] = {
    "equals": "er", "notEquals": "er ikke", "set": "har en værdi", "notSet": "er tom",
    "contains": "indeholder", "notContains": "indeholder ikke", "startsWith": "begynder med",
    "notStartsWith": "begynder ikke med", "endsWith": "ender med", "notEndsWith": "ender ikke med",
    "gt": "er over", "gte": "er mindst", "lt": "er under", "lte": "er højst",
    "inDateRange": "er i", "notInDateRange": "er ikke i", "onTheDate": "er den", "beforeDate": "er før",
    "beforeOrOnDate": "er senest", "afterDate": "er efter", "afterOrOnDate": "er tidligst",
}  # fmt: skip

ANY = {
    "equals": "er en af",
    "notEquals": "er ingen af",
    "inDateRange": "er fra og til",
    "notInDateRange": "er ikke fra og til",
}


def lines_of(asked: Query | LongQuestion | Breakdown) -> tuple[str, ...]:
    """What cuts the answer: filters, periods, limits, the day and the edition. Of a whole answer none."""
    match asked:
        case Query():
            found = _of_query(asked)
        case LongQuestion():
            found = _of_long(asked)
        case Breakdown():
            found = _of_breakdown(asked)
    return tuple(one[:MOST_LETTERS] for one in (*found, *_stood(asked.as_of, asked.edition)))


def _of_query(asked: Query) -> Iterator[str]:
    ranges = ((one.dimension, one.date_range) for one in asked.time_dimensions if one.date_range is not None)
    yield from (f"Periode: {name} i {_period(of)}" for name, of in ranges)
    yield from _filters(asked.where)
    if asked.segments:
        yield f"Kun: {_listed(asked.segments)}"
    if asked.top is not None:
        last, rest = "" if asked.top.descending else "laveste ", ", de øvrige samlet" if asked.top.rest else ""
        yield f"Kun de {asked.top.count} {last}{asked.top.dimension} efter {asked.top.measure}{rest}"
    yield from _rows(asked.limit, asked.offset)


def _of_long(asked: LongQuestion) -> Iterator[str]:
    named = (("Nøgletal", asked.ids), ("Enhedstype", asked.kinds), ("Enhed", asked.units))
    yield from (f"{what}: {_listed(sorted(names))}" for what, names in named if names is not None)
    if asked.date_range is not None:
        yield f"Periode: {_period(asked.date_range)}"
    for what, day in (("fra", asked.first), ("til", asked.last)):
        if day is not None:
            yield f"Perioder, der begynder {what} {day.isoformat()}"
    yield from _rows(asked.limit, asked.offset)


def _of_breakdown(asked: Breakdown) -> Iterator[str]:
    yield f"{asked.measure} delt efter {_listed(asked.by)}"
    if asked.period is not None:
        yield f"Periode: {asked.time} i {_period(asked.period)}"
    if asked.before is not None:
        yield f"Sammenlignet med: {_period(asked.before)}"
    yield from _filters(asked.where)


def _filters(where: Predicate[Asked]) -> Iterator[str]:
    yield from (f"Filter: {_said(part)}" for part in conjuncts(where))


def _said(part: Predicate[Asked]) -> str:
    match part:
        case And(parts):
            return " og ".join(map(_nested, parts)) or "alt"
        case Or(parts):
            return " eller ".join(map(_nested, parts)) or "intet"
        case Not(of):
            return f"ikke {_nested(of)}"
        case _:
            words = OPERATORS.get(part.operator, part.operator)
            if len(part.values) > 1 and part.operator in ANY:
                words = ANY[part.operator]
            return f"{part.member} {words} {_listed(part.values)}".rstrip()


def _nested(part: Predicate[Asked]) -> str:
    return f"({_said(part)})" if isinstance(part, (And, Or)) else _said(part)


def _listed(values: Sequence[object]) -> str:
    more = f" og {len(values) - MOST_VALUES} til" if len(values) > MOST_VALUES else ""
    return ", ".join("(tom)" if one is None else str(one) for one in values[:MOST_VALUES]) + more


def _period(of: DateRange) -> str:
    return of if isinstance(of, str) else f"{of[0]} til {of[1]}"


def _rows(limit: int | None, offset: int) -> Iterator[str]:
    if limit is not None:
        yield f"Højst {limit} rækker"
    if offset:
        yield f"Uden de første {offset} rækker"


def _stood(as_of: str | None, edition: str | None) -> Iterator[str]:
    if as_of is not None:
        yield f"Som data stod den {as_of}"
    if edition is not None:
        yield f"Udgave: {edition}"
