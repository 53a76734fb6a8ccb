"""Collected → the body of `/load`, and what `/sql` and `/dry-run` say of the questions, in Cube's shapes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pyarrow as pa

from semantic.access.visible import VisibleModel
from semantic.cube_query import write_query
from semantic.dates import period
from semantic.pipeline import Explanation
from semantic.query import DateRange, Query, ResolvedQuery, TimeDimension
from semantic.result import Collected, Column, Stamp
from server.rest.ask import Ask, Kind, Shape
from server.rest.cells import cube_time, json_values
from server.rest.meta import annotated, described_grain
from server.tabular.stamp import stamped

SLICE_ROWS = 10_000
BLENDED = "time"  # the name that Cube's clients know for the time dimensions of a list of queries
Entry = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """What every result of a request is told with: whose model it is, the server's zone, and the request's id."""

    visible: VisibleModel
    timezone: str
    request_id: str


def load_body(ask: Ask, results: Sequence[Entry]) -> bytes:
    """The JSON of `/load`: the result, or all of them in the envelope that `queryType=multi` asks for."""
    if not ask.multi:
        return orjson.dumps(results[0])
    pivot = pivot_query(ask.kind, [one["query"] for one in results])
    return orjson.dumps({"queryType": ask.kind, "results": results, "pivotQuery": pivot, "slowQuery": False})


def result(ask: Ask, query: Query, answer: Collected, told: Told) -> Entry:
    """One answer with Cube's fields, and where the numbers are from."""
    question = normalised(query, answer.stamp, told.timezone)
    if ask.shape != "default":
        question["responseFormat"] = ask.shape
    return {
        "query": question,
        "data": data(query, beside(ask, query, question, answer), ask.shape),
        "lastRefreshTime": f"{cube_time(datetime.combine(answer.stamp.as_of, time()))}Z",
        "annotation": annotation(query, answer.columns, told.visible),
        "dataSource": "default",
        "dbType": "duckdb",
        "extDbType": "duckdb",
        "external": False,
        "slowQuery": False,
        "total": answer.total,
        "requestId": told.request_id,
        **stamped(answer.stamp),
        "truncated": answer.truncated,
        "rowLimit": query.limit if query.limit is not None else query.default_limit,
    }


def beside(ask: Ask, query: Query, question: Entry, answer: Collected) -> Collected:
    """The answer, and of several each with the column by which Cube's clients lay them beside each other."""
    names, first = [column.name for column in answer.columns], query.time_dimensions[:1]
    if ask.kind == "compareDateRangeQuery":
        words = " - ".join(question["timeDimensions"][ask.compared]["dateRange"])
        cells = pa.repeat(pa.scalar(words), answer.table.num_rows)
        column = Column("compareDateRange", "compareDateRange", "text", "dimension")
    elif ask.kind == "blendingQuery" and first and first[0].granularity:
        place = names.index(f"{first[0].dimension}.{first[0].granularity}")
        cells = answer.table.column(place)
        column = replace(answer.columns[place], name=f"{BLENDED}.{first[0].granularity}")
    else:
        return answer
    return replace(answer, columns=(*answer.columns, column), table=answer.table.append_column(column.name, cells))


def pivot_query(kind: Kind, questions: Sequence[Entry]) -> Entry:
    """The one question that Cube's clients pivot the answers by."""
    pivot = questions[0]
    if kind == "compareDateRangeQuery":
        pivot = {**pivot, "dimensions": ["compareDateRange", *pivot["dimensions"]]}
    elif kind == "blendingQuery":
        grains = [one["granularity"] for one in pivot["timeDimensions"][:1] if "granularity" in one]
        pivot = {
            key: list(dict.fromkeys(name for one in questions for name in one[key]))
            for key in ("measures", "dimensions")
        } | {"timeDimensions": [{"dimension": BLENDED, "granularity": grain} for grain in grains]}
    return {**pivot, "queryType": kind}


def data(query: Query, answer: Collected, shape: Shape) -> orjson.Fragment:
    """The rows as objects, or as Cube's two denser shapes; written in slices, so that memory holds few as objects."""
    own = [column.name for column in answer.columns]
    bare = _bare_names(query, own)
    names = [*own, *bare.values()]
    columns = [*answer.columns, *(answer.columns[own.index(grained)] for grained in bare)]
    table = answer.table.select([*range(len(own)), *(own.index(grained) for grained in bare)])
    if shape == "columnar":
        cells = [orjson.dumps(json_values(table.column(index), column)) for index, column in enumerate(columns)]
        return orjson.Fragment(orjson.dumps({"members": names, "columns": [orjson.Fragment(one) for one in cells]}))
    written = []
    for start in range(0, table.num_rows, SLICE_ROWS):
        part = table.slice(start, SLICE_ROWS)
        rows = zip(*(json_values(part.column(index), column) for index, column in enumerate(columns)), strict=True)
        shaped = list(rows) if shape == "compact" else [dict(zip(names, row, strict=True)) for row in rows]
        written.append(orjson.dumps(shaped))
    whole = orjson.Fragment(b"[" + b",".join(part[1:-1] for part in written) + b"]")
    return orjson.Fragment(orjson.dumps({"members": names, "dataset": whole})) if shape == "compact" else whole


def _bare_names(query: Query, names: list[str]) -> dict[str, str]:
    """Cube gives a grouped time dimension under its bare name, too; of two grains the first, never over a dimension."""
    found: dict[str, str] = {}
    for time_dimension in query.time_dimensions:
        grained = f"{time_dimension.dimension}.{time_dimension.granularity}"
        if grained in names and time_dimension.dimension not in (*names, *found.values()):
            found[grained] = time_dimension.dimension
    return found


def annotation(query: Query, columns: Iterable[Column], visible: VisibleModel) -> Entry:
    flags = [column.name for column in columns if column.role in ("subtotal", "rest")]
    times: Entry = {}
    for one in query.time_dimensions:
        if one.granularity:
            about = annotated([one.dimension], visible)
            grain = described_grain(one.dimension, one.granularity, visible)
            for entry in about.values():
                times[f"{one.dimension}.{one.granularity}"] = {**entry, "granularity": grain}
            if one.dimension not in query.dimensions:
                times |= about
    return {
        "measures": annotated(query.measures, visible),
        "dimensions": annotated([*query.dimensions, *flags], visible),
        "segments": annotated(query.segments, visible),
        "timeDimensions": times,
    }


def normalised(query: Query, stamp: Stamp, timezone: str) -> Entry:
    """The question as Cube writes it back: every list there, relative periods as two moments, values as text."""
    zone = query.timezone or timezone
    written = write_query(query)
    limit = query.limit if query.limit is not None else query.default_limit
    return {
        "measures": list(query.measures),
        "dimensions": list(query.dimensions),
        "timeDimensions": [_time(one, stamp, zone) for one in query.time_dimensions],
        "segments": list(query.segments),
        "filters": [_texts(one) for one in _list(written.get("filters"))],
        "order": [{"id": order.member, "desc": order.descending} for order in query.order],
        "limit": limit,
        "rowLimit": limit,
        "offset": query.offset,
        "timezone": zone,
        **({"total": True} if query.total else {}),
        **{
            key: written[key] for key in ("asOf", "edition", "subtotals", "top", "every", "ungrouped") if key in written
        },
    }


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else []


def _texts(one: Mapping[str, Any]) -> Entry:
    """The filter with its values as text, which is all that Cube's clients know."""
    if "values" in one:
        return {**one, "values": [_value_text(value) for value in one["values"]]}
    return {key: [_texts(part) for part in value] if isinstance(value, list) else value for key, value in one.items()}


def _value_text(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def _time(one: TimeDimension, stamp: Stamp, zone: str) -> Entry:
    written: Entry = {"dimension": one.dimension}
    if one.granularity:
        written["granularity"] = one.granularity
    if one.date_range is not None:
        written["dateRange"] = _moments(one.date_range, stamp, zone)
    return written


def _moments(words: DateRange, stamp: Stamp, zone: str) -> list[str]:
    """The first and the last millisecond of the period, on the wall clock of the question's zone."""
    start, end = period(words, stamp.as_of, ZoneInfo(zone))
    return [cube_time(start), cube_time(datetime.max if end is None else end - timedelta(milliseconds=1))]


def sql_body(query: Query, explained: Explanation) -> Entry:
    names = [column.name for column in explained.columns]
    return {
        "sql": {
            "status": "ok",
            "sql": [explained.sql, [_value_text(value) for value in explained.parameters]],
            "order": ordered(explained.question),
            "aliasNameToMember": {name: name for name in names},
            "memberNames": names,
            "dataSource": "default",
            "external": False,
            "preAggregations": [],
            "rollupMatchResults": [],
            "cacheKeyQueries": [],
            "canUseTransformedQuery": transformed(query),
            "query_type": "regular",
            **stamped(explained.stamp),
        }
    }


@dataclass(frozen=True)
class Checked:
    """A question that is right, and where its answer would be from."""

    query: Query
    question: ResolvedQuery
    stamp: Stamp


def dry_run_body(ask: Ask, checked: Sequence[Checked]) -> Entry:
    written = [normalised(one.query, one.stamp, one.question.timezone) for one in checked]
    stamps = [stamped(one.stamp) for one in checked]
    return {
        "queryType": ask.kind,
        "normalizedQueries": written,
        "queryOrder": [ordered(one.question) for one in checked],
        "transformedQueries": [transformed(one.query) for one in checked],
        "pivotQuery": pivot_query(ask.kind, written),
        **(stamps[0] if ask.kind == "regularQuery" else {"stamps": stamps}),
    }


def ordered(question: ResolvedQuery) -> dict[str, str]:
    """The complete order of the answer."""
    return {one.field.name: "desc" if one.descending else "asc" for one in question.order}


def transformed(query: Query) -> Entry:
    """What Cube's clients read of how a question would meet a rollup; we have none to meet."""
    times = [[one.dimension, one.granularity] for one in query.time_dimensions if one.granularity]
    return {
        "measures": list(query.measures),
        "leafMeasures": list(query.measures),
        "leafMeasureAdditive": False,
        "isAdditive": False,
        "sortedDimensions": sorted(query.dimensions),
        "sortedTimeDimensions": times,
        "ownedDimensions": sorted(query.dimensions),
        "ownedTimeDimensionsAsIs": times,
        "ownedTimeDimensionsWithRollupGranularity": times,
        "granularityHierarchies": {},
        "measureToLeafMeasures": {},
        "hasMultipliedMeasures": False,
        "hasNoTimeDimensionsWithoutGranularity": all(one.granularity for one in query.time_dimensions),
        "allFiltersWithinSelectedDimensions": False,
    }
