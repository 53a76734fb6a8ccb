"""Cube's JSON query ↔ Query: one spelling for the REST API, metric tests and saved questions.

Strict: unknown keys, wrong JSON types and what is not served yet are refused with their JSON path, all at once.
Names and values are only read here; whether they exist is for `resolve` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from semantic.errors import Place, Problem, refusal, suggest
from semantic.predicate import And, Asked, Not, Or, Predicate, conjunction, conjuncts
from semantic.query import DateRange, Order, Query, Subtotals, TimeDimension, Top

KEYS = (
    "measures", "dimensions", "timeDimensions", "segments", "filters", "order", "limit", "offset", "total", "timezone",
    "asOf", "edition", "subtotals", "top", "every", "ungrouped",
)  # fmt: skip
# They change how an answer travels or is cached, not what it says. `rowLimit` is Cube's older word for `limit`.
IGNORED = ("renewQuery", "cache", "responseFormat")
COMPARED = "compareDateRange"
UNSERVED = (COMPARED, "joinHints", "subqueryJoins", "totalQuery")
TOP_KEYS = ("dimension", "measure", "count", "desc", "rest")
TIME_KEYS = ("dimension", "granularity", "dateRange")
FILTER_KEYS = ("member", "dimension", "operator", "values")

MAX_MEMBERS = 200  # in one list
MAX_FILTERS = 500  # tests and groups together
MAX_DEPTH = 20
MAX_VALUES = 10_000  # in one filter
MAX_NAME = 200  # characters
MAX_TEXT = 4_000
MAX_NUMBER = 2**53
MAX_PROBLEMS = 50

COMPARED_HINT = "Ask once for each range, with 'dateRange'. Over REST, a query that stands alone may compare ranges."
MEASURE_FILTER_HINT = "Leave it out; the answer is then of all rows, not only of those that the measure counts."

T = TypeVar("T")


def parse_query(document: Mapping[str, object], *, default_limit: int | None) -> Query:
    """The question that the document asks. Raises ServiceError (P1xx, U4xx, L5xx) with every problem found."""
    reader = Reader()
    if not isinstance(document, Mapping):
        raise refusal(Problem("P103", "The query must be an object.", 'Write {"measures": [...]}.', _shown(document)))
    reader.keys(document, (*KEYS, *IGNORED, "rowLimit"), "")
    times = tuple(reader.objects(document, "timeDimensions", reader.time_dimension))
    dimensions = reader.names(document, "dimensions", "")
    filters: list[Predicate[Asked]] = list(reader.objects(document, "filters", reader.filter))
    query = Query(
        measures=reader.names(document, "measures", ""),
        dimensions=tuple(name for name in dimensions if name.count(".") != 2),
        time_dimensions=(*times, *(_grained(name) for name in dimensions if name.count(".") == 2)),
        segments=reader.names(document, "segments", ""),
        where=conjunction(*filters),
        order=reader.order(document.get("order")),
        limit=reader.limit(document),
        offset=reader.number(document, "offset") or 0,
        default_limit=default_limit,
        total=reader.flag(document, "total"),
        timezone=reader.text(document, "timezone", ""),
        as_of=reader.text(document, "asOf", ""),
        edition=reader.text(document, "edition", ""),
        subtotals=reader.subtotals(document),
        top=reader.top(document),
        every=reader.names(document, "every", ""),
        ungrouped=reader.flag(document, "ungrouped"),
    )
    if reader.problems:
        raise refusal(*reader.problems)
    return query


def plain(value: Any) -> Any:
    """YAML's dates as the text that the format has: `dateRange: [2024-01-01, 2024-03-31]`."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _grained(name: str) -> TimeDimension:
    """`orders.created.month` among the dimensions is a grouped time dimension, as in Cube."""
    dimension, _, granularity = name.rpartition(".")
    return TimeDimension(dimension, granularity)


def _shown(value: object) -> str:
    return f"found {str(value)[:60]!r}"


@dataclass
class Reader:
    """One document being read, and what was wrong with it so far."""

    problems: list[Problem] = field(default_factory=list)
    filters: int = 0

    def fault(self, code: str, message: str, path: str, hint: str | None = None, detail: str | None = None) -> None:
        if not self.full:
            self.problems.append(Problem(code, message, hint, detail, Place(path=path)))

    @property
    def full(self) -> bool:
        """Whether so much is wrong that no more need be said."""
        return len(self.problems) >= MAX_PROBLEMS

    def wrong(self, path: str, wanted: str, value: object) -> None:
        self.fault("P103", f"'{path}' must be {wanted}.", path, detail=_shown(value))

    def keys(self, document: Mapping[str, object], known: tuple[str, ...], path: str) -> None:
        """Every key is known; one that Cube knows and we do not serve may stand there unset."""
        for key, value in document.items():
            if key in known or self.full:
                continue
            where = f"{path}.{key[:MAX_NAME]}" if path else key[:MAX_NAME]
            if key not in UNSERVED:
                hint = suggest(key[:MAX_NAME], known) or f"Known keys: {', '.join(known)}."
                self.fault("P102", f"Unknown key '{where}'.", where, hint)
            elif value not in (None, False) and key == COMPARED:
                self.fault("U401", f"'{where}' is not read here.", where, COMPARED_HINT)
            elif value not in (None, False):
                self.fault("U401", f"'{where}' is not served yet.", where, f"Leave out '{key}'.")

    def items(self, document: Mapping[str, object], key: str, path: str, most: int) -> Iterator[tuple[str, object]]:
        """Each item of the list under the key, with its path."""
        where, value = (f"{path}.{key}" if path else key), document.get(key)
        if value is None:
            return
        if not isinstance(value, (list, tuple)):
            self.wrong(where, "a list", value)
            return
        if len(value) > most:
            self.fault("L510", f"'{where}' has {len(value)} entries.", where, f"At most {most} are read.")
            return
        yield from ((f"{where}[{index}]", item) for index, item in enumerate(value))

    def names(self, document: Mapping[str, object], key: str, path: str) -> tuple[str, ...]:
        read = (self.name(item, where) for where, item in self.items(document, key, path, MAX_MEMBERS))
        return tuple(name for name in read if name is not None)

    def name(self, value: object, path: str) -> str | None:
        if not isinstance(value, str) or not value:
            self.wrong(path, "a name", value)
            return None
        if len(value) > MAX_NAME:
            self.fault("L510", f"'{path}' has {len(value)} characters.", path, f"At most {MAX_NAME} are read.")
            return None
        return value

    def objects(self, document: Mapping[str, object], key: str, read: Callable[[Mapping[str, object], str], T | None]
    ) -> Iterator[T]:  # fmt: skip
        for path, item in self.items(document, key, "", MAX_FILTERS):
            if not isinstance(item, Mapping):
                self.wrong(path, "an object", item)
            elif (found := read(item, path)) is not None:
                yield found

    def text(self, document: Mapping[str, object], key: str, path: str) -> str | None:
        value = document.get(key)
        return None if value is None else self.name(value, f"{path}.{key}" if path else key)

    def flag(self, document: Mapping[str, object], key: str, path: str = "", unset: bool = False) -> bool:
        value = document.get(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(f"{path}.{key}" if path else key, "true or false", value)
        return unset if value is None else value is True

    def number(self, document: Mapping[str, object], key: str, path: str = "") -> int | None:
        where, value = (f"{path}.{key}" if path else key), document.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(where, "a whole number", value)
            return None
        if abs(value) > MAX_NUMBER:
            self.fault("L510", f"'{where}' is past {MAX_NUMBER}.", where)
            return None
        return value

    def limit(self, document: Mapping[str, object]) -> int | None:
        limit, row_limit = self.number(document, "limit"), self.number(document, "rowLimit")
        if limit is not None and row_limit is not None and limit != row_limit:
            self.fault("P105", "'limit' and 'rowLimit' disagree.", "rowLimit", "Leave out 'rowLimit'.")
        return row_limit if limit is None else limit

    def time_dimension(self, document: Mapping[str, object], path: str) -> TimeDimension | None:
        self.keys(document, TIME_KEYS, path)
        dimension = self.required(document, "dimension", path)
        granularity = self.text(document, "granularity", path)
        bounds = self.date_range(document.get("dateRange"), f"{path}.dateRange")
        return TimeDimension(dimension, granularity, bounds) if dimension else None

    def date_range(self, value: object, path: str) -> DateRange | None:
        """One word for a period, or the first and the last day."""
        if value is None:
            return None
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, (list, tuple)) or len(words) not in (1, 2):
            self.wrong(path, "a period or a list of two dates", value)
            return None
        read = [self.name(word, path) for word in words]
        if None in read:
            return None
        return str(read[0]) if len(read) == 1 else (str(read[0]), str(read[1]))

    def required(self, document: Mapping[str, object], key: str, path: str) -> str | None:
        if document.get(key) is None:
            self.fault("P104", f"'{path}' has no '{key}'.", path)
            return None
        return self.text(document, key, path)

    def order(self, value: object) -> tuple[Order, ...]:
        """An object {member: direction}, a list of pairs, or Cube's normalised list of {id, desc}."""
        if value is None:
            return ()
        pairs = list(value.items()) if isinstance(value, Mapping) else value
        read = [self.pair(item, path) for path, item in self.items({"order": pairs}, "order", "", MAX_MEMBERS)]
        return tuple(one for one in read if one is not None)

    def pair(self, item: object, path: str) -> Order | None:
        if isinstance(item, Mapping) and set(item) == {"id", "desc"} and isinstance(item["desc"], bool):
            return self.ordered(item["id"], "desc" if item["desc"] else "asc", path)
        if isinstance(item, (list, tuple)) and len(item) == 2:
            return self.ordered(item[0], item[1], path)
        self.wrong(path, "a pair of member and direction", item)
        return None

    def ordered(self, member: object, direction: object, path: str) -> Order | None:
        name = self.name(member, path)
        if direction not in ("asc", "desc"):
            self.wrong(path, "'asc' or 'desc'", direction)
            return None
        return Order(name, direction == "desc") if name else None

    def filter(self, document: Mapping[str, object], path: str, depth: int = 1) -> Predicate[Asked] | None:
        self.filters += 1
        if depth > MAX_DEPTH or self.filters > MAX_FILTERS:
            self.crowded(path, depth)
            return None
        for word, group in (("and", And), ("or", Or)):
            if word in document:
                self.keys(document, (word,), path)
                return group(tuple(self.group(document, word, path, depth)))
        self.keys(document, (*FILTER_KEYS, "and", "or"), path)
        if "member" in document and "dimension" in document:
            self.fault("P105", f"'{path}' has both 'member' and 'dimension'.", path, "Leave out 'dimension'.")
        member = self.required(document, "dimension" if "dimension" in document else "member", path)
        operator = self.required(document, "operator", path)
        values = tuple(self.values(document, path))
        if operator == "measureFilter":  # of Cube's `drillDown()`
            self.fault("U401", "'measureFilter' is not served yet.", f"{path}.operator", MEASURE_FILTER_HINT)
        return Asked(member, operator, values) if member and operator else None

    def crowded(self, path: str, depth: int) -> None:
        """One problem, however many filters are past the bound."""
        what = f"more than {MAX_FILTERS} filters"
        if depth > MAX_DEPTH:
            what = f"filters nested more than {MAX_DEPTH} deep"
        if not any(problem.code == "L510" for problem in self.problems):
            self.fault("L510", f"The query has {what}.", path, "Use one filter with several values.")

    def group(self, document: Mapping[str, object], word: str, path: str, depth: int) -> Iterator[Predicate[Asked]]:
        if document[word] in (None, [], ()):
            self.fault("P105", f"'{path}.{word}' is empty.", f"{path}.{word}", "Name a filter, or leave the group out.")
        for where, item in self.items(document, word, path, MAX_FILTERS):
            if not isinstance(item, Mapping):
                self.wrong(where, "an object", item)
            elif (found := self.filter(item, where, depth + 1)) is not None:
                yield found

    def values(self, document: Mapping[str, object], path: str) -> Iterator[str | bool | int | float | Decimal | None]:
        for where, item in self.items(document, "values", path, MAX_VALUES):
            if item is not None and not isinstance(item, (str, bool, int, float, Decimal)):
                self.wrong(where, "text, a number, true, false or null", item)
            elif isinstance(item, str) and len(item) > MAX_TEXT:
                self.fault("L510", f"'{where}' has {len(item)} characters.", where, f"At most {MAX_TEXT} are read.")
            else:
                yield item

    def subtotals(self, document: Mapping[str, object]) -> Subtotals:
        """`rollup`, `cube`, or a list of the lists of dimensions that are kept. Ours: Cube has no subtotals."""
        value = document.get("subtotals")
        if value == "rollup" or value == "cube":
            return value
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(kept, list) for kept in value):
            self.wrong("subtotals", "'rollup', 'cube' or a list of lists of dimensions", value)
            return ()
        return tuple(self.names({"subtotals": kept}, "subtotals", "") for kept in value)

    def top(self, document: Mapping[str, object]) -> Top | None:
        """The members that come first by a measure, and their rest. Ours: Cube has no such key."""
        value = document.get("top")
        if value is None:
            return None
        if isinstance(value, list) and len(value) > 1:
            self.fault("U402", "More than one 'top' is not served yet.", "top", "Keep one.")
            return None
        if not isinstance(value, Mapping):
            self.wrong("top", "an object", value)
            return None
        self.keys(value, TOP_KEYS, "top")
        dimension, measure = self.required(value, "dimension", "top"), self.required(value, "measure", "top")
        if value.get("count") is None:
            self.fault("P104", "'top' has no 'count'.", "top")
        count = self.number(value, "count", "top")
        descending, rest = (self.flag(value, key, "top", True) for key in ("desc", "rest"))
        return Top(dimension or "", measure or "", count or 0, descending, rest)


def write_query(query: Query) -> dict[str, object]:
    """The document that `parse_query` reads as this query. Raises UnsupportedError for what Cube cannot say."""
    filters = [_written(part) for part in conjuncts(query.where)]
    document: dict[str, object] = {
        "measures": list(query.measures),
        "dimensions": list(query.dimensions),
        "timeDimensions": [_written_time(time) for time in query.time_dimensions],
        "segments": list(query.segments),
        "filters": filters,
        "order": [[order.member, "desc" if order.descending else "asc"] for order in query.order],
        "limit": query.limit,
        "offset": query.offset,
        "total": query.total,
        "timezone": query.timezone,
        "asOf": query.as_of,
        "edition": query.edition,
        "ungrouped": query.ungrouped,
        "subtotals": query.subtotals if isinstance(query.subtotals, str) else [list(kept) for kept in query.subtotals],
        "top": query.top and _written_top(query.top),
        "every": list(query.every),
    }
    unset = dict.fromkeys(("limit", "timezone", "asOf", "edition", "top"))
    unset |= {"offset": 0, "total": False, "ungrouped": False}
    return {key: value for key, value in document.items() if value != unset.get(key, [])}


def _written_top(top: Top) -> dict[str, object]:
    named: dict[str, object] = {"dimension": top.dimension, "measure": top.measure, "count": top.count}
    unset = {"desc": top.descending, "rest": top.rest}
    return named | {key: value for key, value in unset.items() if not value}


def _written_time(time: TimeDimension) -> dict[str, object]:
    bounds = list(time.date_range) if isinstance(time.date_range, tuple) else time.date_range
    written = {"dimension": time.dimension, "granularity": time.granularity, "dateRange": bounds}
    return {key: value for key, value in written.items() if value is not None}


def _written(predicate: Predicate[Asked]) -> dict[str, object]:
    if isinstance(predicate, Asked):
        written: dict[str, object] = {"member": predicate.member, "operator": predicate.operator}
        return written | ({"values": list(predicate.values)} if predicate.values else {})
    if isinstance(predicate, Not):
        return _written(_complement(predicate.part))
    if not predicate.parts:
        raise refusal(Problem("U402", "Cube's format has no filter that is always true or always false."))
    return {"and" if isinstance(predicate, And) else "or": [_written(part) for part in predicate.parts]}


OPPOSITES = {
    "equals": "notEquals", "contains": "notContains", "startsWith": "notStartsWith", "endsWith": "notEndsWith",
    "set": "notSet", "inDateRange": "notInDateRange",
}  # fmt: skip
OPPOSITES |= {other: one for one, other in OPPOSITES.items()} | {"onTheDate": "notInDateRange"}
# A comparison is false on NULL, so its complement holds there.
OPPOSITES_OR_NULL = {
    "gt": "lte", "lte": "gt", "gte": "lt", "lt": "gte", "beforeDate": "afterOrOnDate", "afterOrOnDate": "beforeDate",
    "afterDate": "beforeOrOnDate", "beforeOrOnDate": "afterDate",
}  # fmt: skip


def _complement(predicate: Predicate[Asked]) -> Predicate[Asked]:
    """The rows that the predicate leaves out, without a Not."""
    if isinstance(predicate, Not):
        return predicate.part
    if isinstance(predicate, And):
        return Or(tuple(_complement(part) for part in predicate.parts))
    if isinstance(predicate, Or):
        return And(tuple(_complement(part) for part in predicate.parts))
    if predicate.operator in OPPOSITES:
        return Asked(predicate.member, OPPOSITES[predicate.operator], predicate.values)
    if predicate.operator in OPPOSITES_OR_NULL:
        other = Asked(predicate.member, OPPOSITES_OR_NULL[predicate.operator], predicate.values)
        return Or((other, Asked(predicate.member, "notSet")))
    raise refusal(Problem("U402", f"Cube's format has no opposite of the operator '{predicate.operator}'."))
