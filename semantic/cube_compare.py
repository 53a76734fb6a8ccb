"""Cube's `compareDateRange`: one document that asks the same question once for each of several periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from semantic.cube_query import COMPARED, Reader, parse_query
from semantic.errors import ServiceError, refusal
from semantic.query import DateRange, Query

MAX_QUESTIONS = 10  # in one request


@dataclass(frozen=True)
class Questions:
    """What one document asks: one query, or one for each range of the time dimension at the place `compared`."""

    queries: tuple[Query, ...]
    compared: int | None = None


@dataclass(frozen=True)
class Comparing:
    """A time dimension that compares ranges, and its place among the others."""

    place: int
    time: Mapping[str, object]


def parse_questions(document: Mapping[str, object], *, default_limit: int | None) -> Questions:
    """The question, or one for each range that it compares. Raises ServiceError (P1xx, U4xx, L5xx) with every problem.

    >>> time = {"dimension": "a.t", "compareDateRange": ["2023", "2024"]}
    >>> found = parse_questions({"timeDimensions": [time]}, default_limit=None)
    >>> [query.time_dimensions[0].date_range for query in found.queries]
    ['2023', '2024']
    """
    times = _times(document)
    comparing = [
        Comparing(place, one)
        for place, one in enumerate(times)
        if isinstance(one, Mapping) and one.get(COMPARED) is not None
    ]
    if not comparing:
        return Questions((parse_query(document, default_limit=default_limit),))
    reader = Reader()
    ranges = list(_ranges(reader, comparing))
    try:
        query = parse_query({**document, "timeDimensions": [_plain(one) for one in times]}, default_limit=default_limit)
    except ServiceError as error:
        raise refusal(*reader.problems, *error.problems) from None
    if reader.problems:
        raise refusal(*reader.problems)
    place = comparing[0].place
    return Questions(tuple(_asked(query, place, one) for one in ranges), place)


def _times(document: Mapping[str, object]) -> Sequence[object]:
    times = document.get("timeDimensions") if isinstance(document, Mapping) else None
    return times if isinstance(times, (list, tuple)) else ()


def _plain(time: object) -> object:
    return {key: value for key, value in time.items() if key != COMPARED} if isinstance(time, Mapping) else time


def _asked(query: Query, place: int, bounds: DateRange) -> Query:
    times = query.time_dimensions
    return replace(
        query, time_dimensions=(*times[:place], replace(times[place], date_range=bounds), *times[place + 1 :])
    )


def _ranges(reader: Reader, comparing: Sequence[Comparing]) -> Iterator[DateRange]:
    """The ranges of the one time dimension that compares some, which has none of its own."""
    for one in comparing:
        path = f"timeDimensions[{one.place}].{COMPARED}"
        if len(comparing) > 1:
            reader.fault("P105", f"'{path}' is not the only one.", path, "Compare ranges of one time dimension.")
        if one.time.get("dateRange") is not None:
            reader.fault("P105", f"'{path}' stands beside a 'dateRange'.", path, "Leave out one of them.")
        yield from _each(reader, one.time[COMPARED], path)


def _each(reader: Reader, value: object, path: str) -> Iterator[DateRange]:
    if not isinstance(value, (list, tuple)):
        reader.wrong(path, "a list of periods", value)
    elif not value:
        reader.fault("P105", f"'{path}' is empty.", path, "Name the periods, or leave it out.")
    elif len(value) > MAX_QUESTIONS:
        reader.fault("L507", f"'{path}' has {len(value)} ranges.", path, f"At most {MAX_QUESTIONS} are compared.")
    else:
        for index, one in enumerate(value):
            where = f"{path}[{index}]"
            if one is None:
                reader.wrong(where, "a period or a list of two dates", one)
            elif (found := reader.date_range(one, where)) is not None:
                yield found
