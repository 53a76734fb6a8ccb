"""SQL as a client would write it: a case's question turned into a SELECT, and into settings for what SQL cannot say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pg8000.native

from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.model.model import Dimension, Measure
from semantic.pipeline import Service, prepare
from tests.case import canonical
from tests.interfaces.clients.answers import Heard, asked_names, rest_of, settled
from tests.interfaces.clients.endpoint import asker, connection, service_of
from tests.worlds import World

COMPARE = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
PERIODS = {
    "inDateRange": "in_period", "onTheDate": "in_period", "beforeDate": "before_period", "afterDate": "after_period",
    "beforeOrOnDate": "until_period", "afterOrOnDate": "from_period", "equals": "in_period", "lt": "before_period",
    "lte": "until_period", "gt": "after_period", "gte": "from_period",
}  # fmt: skip
MATCHES = {"contains": "%{}%", "startsWith": "{}%", "endsWith": "%{}"}


class SqlClient:
    """Over the wire, by pg8000."""

    name = "sql"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        text, settings = written(query, service_of(world), asker(world, principal))
        opened = connection(world, principal)
        opened.notices.clear()
        try:
            found = heard(opened, text, settings)
            return replace(found, scope=None) if query.get("limit") == 0 else found  # its types alone are told
        except pg8000.native.DatabaseError as error:
            return Heard(problems=tuple(problems(error.args[0])))
        finally:
            opened.run("RESET ALL")


def heard(opened: pg8000.native.Connection, text: str, settings: Mapping[str, str]) -> Heard:
    for name, value in settings.items():
        opened.run(f"SET {name} = {literal(value)}")
    found = opened.run(text)
    rows = tuple(tuple(settled(canonical(cell)) for cell in row) for row in found)
    names = tuple(column["name"] for column in opened.columns)
    told = [notice[b"M"].decode() for notice in opened.notices]
    scope = next((one for one in told if one.startswith("omfang: ")), "")
    return Heard(names, rows, scope=scope.removeprefix("omfang: ").rpartition("; opgjort_pr")[0])


def problems(told: Mapping[str, str]) -> Iterator[tuple[str, str, str | None]]:
    """The first with its hint; the others are in the detail."""
    yield told["R"], told["M"], told.get("H")
    for line in told.get("D", "").splitlines()[1:]:
        code, _, message = line.partition(": ")
        yield code, message, None


def written(query: Mapping[str, Any], service: Service, asker: Principal) -> tuple[str, dict[str, str]]:
    """The statement that asks the question, and the settings that it needs."""
    writer = Writer(query, service)
    return writer.statement(asker), writer.settings()


class Writer:
    def __init__(self, query: Mapping[str, Any], service: Service) -> None:
        self.query, self.service = query, service
        self.views = service.generation.model.views
        names = [*asked_names({key: value for key, value in query.items() if key not in ("subtotals", "top")}),
                 *(one["dimension"] for one in query.get("timeDimensions", []))]  # fmt: skip
        self.view = (names or ["?.?"])[0].partition(".")[0]

    def statement(self, asker: Principal) -> str:
        query = self.query
        grouped = list(self._grouped())
        chosen: list[tuple[str, str]] = []
        for name, words in grouped:
            chosen.append((name, words))
            if "subtotals" in query:
                chosen.append((f"{name}__subtotal", f"grouping({words}) = 1"))
            if name == rest_of(query):
                chosen.append((f"{name}__rest", self.column(f"{'.'.join(name.split('.')[:2])}__rest")))
        for name in query.get("measures", []):
            if name not in dict(chosen):
                chosen.append((name, self.measure(name)))
        parts = ["select " + ", ".join(f'{words} as "{name}"' for name, words in chosen), f'from "{self.view}"']
        where = [*(self.test(one) for one in query.get("filters", []) if not self.of_measures(one)), *self._ranges(),
                 *(self.column(name) for name in query.get("segments", []))]  # fmt: skip
        where += [f"opgjort_pr = {literal(query['asOf'])}"] if "asOf" in query else []
        having = [self.test(one) for one in query.get("filters", []) if self.of_measures(one)]
        parts += [f"where {' and '.join(where)}"] if where else []
        if grouped and ("subtotals" in query or not query.get("ungrouped")):
            parts.append(f"group by {self._sets([words for _, words in grouped], [name for name, _ in grouped])}")
        parts += [f"having {' and '.join(having)}"] if having else []
        order = list(self._order(asker))
        parts += [f"order by {', '.join(order)}"] if order else []
        parts += [f"{word} {query[word]}" for word in ("limit", "offset") if word in query]
        return "\n".join(parts)

    def settings(self) -> dict[str, str]:
        query, found = self.query, {}
        if query.get("ungrouped"):
            found["nogletal.ungrouped"] = "on"
        if query.get("every"):
            found["nogletal.every"] = ", ".join(query["every"])
        if query.get("edition"):
            found["nogletal.edition"] = query["edition"]
        if query.get("timezone"):
            found["nogletal.timezone"] = query["timezone"]
        if top := query.get("top"):
            words = [str(top["count"]), top["dimension"], top["measure"], "desc" if top.get("desc", True) else "asc"]
            found |= {"nogletal.top": ", ".join(words), "nogletal.rest": "on" if top.get("rest", True) else "off"}
        return found

    def column(self, name: str) -> str:
        view, _, member = name.partition(".")
        return f'"{member}"' if view == self.view else f'"{name}"'

    def measure(self, name: str) -> str:
        entry = self._entry(name)
        wrapped = entry is not None and isinstance(entry.member, Measure) and not self.query.get("ungrouped")
        return f"measure({self.column(name)})" if wrapped else self.column(name)

    def _entry(self, name: str) -> Any:
        view, _, member = name.partition(".")
        return self.views[view].members.get(member) if view in self.views else None

    def _grouped(self) -> Iterator[tuple[str, str]]:
        seen = set()
        for name in self.query.get("dimensions", []):
            view, member, *grain = name.split(".") if name.count(".") else (name, "")
            words = self.column(f"{view}.{member}") if member else f'"{name}"'
            if name not in seen:
                yield name, f"date_trunc('{grain[0]}', {words})" if grain else words
            seen.add(name)
        for one in self.query.get("timeDimensions", []):
            name = f"{one['dimension']}.{one.get('granularity')}"
            if one.get("granularity") and name not in seen:
                yield name, f"date_trunc('{one['granularity']}', {self.column(one['dimension'])})"
            seen.add(name)

    def _sets(self, words: list[str], names: list[str]) -> str:
        subtotals = self.query.get("subtotals")
        if subtotals is None:
            return ", ".join(words)
        if isinstance(subtotals, str):
            return f"{subtotals}({', '.join(words)})"
        known = dict(zip(names, words, strict=True))
        sets = [", ".join(known.get(name, self.column(name)) for name in kept) for kept in subtotals]
        return f"grouping sets ({', '.join(f'({one})' for one in sets)})"

    def _ranges(self) -> Iterator[str]:
        for one in self.query.get("timeDimensions", []):
            if "dateRange" in one:
                given = one["dateRange"] if isinstance(one["dateRange"], list) else [one["dateRange"]]
                yield self.test({"member": one["dimension"], "operator": "inDateRange", "values": given})

    def _order(self, asker: Principal) -> Iterator[str]:
        """The complete order of the answer, since SQL without one leaves it open."""
        try:
            question = prepare(parse_query(dict(self.query), default_limit=None), asker, self.service).query.question
        except ServiceError:
            order = self.query.get("order") or {}
            pairs = list(order.items()) if isinstance(order, dict) else [tuple(one) for one in order]
            grained = {name.rpartition(".")[0]: words for name, words in self._grouped() if name.count(".") > 1}
            for name, direction in pairs:
                yield f"{grained.get(name) or self.measure(name)} {direction} nulls last"
            return
        for entry in question.order:
            yield f'"{entry.field.name}" {"desc" if entry.descending else "asc"} nulls last'

    def of_measures(self, one: Mapping[str, Any]) -> bool:
        for word in ("and", "or"):
            if word in one:
                return any(self.of_measures(part) for part in one[word])
        entry = self._entry(one["member"])
        return (entry is not None and isinstance(entry.member, Measure)) or one["member"].endswith("__count_distinct")

    def test(self, one: Mapping[str, Any]) -> str:
        for word in ("and", "or"):
            if word in one:
                return f"({f' {word} '.join(self.test(part) for part in one[word])})"
        name, operator, values = one["member"], one["operator"], list(one.get("values") or [])
        words, entry = self.measure(name), self._entry(name)
        if operator in ("set", "notSet"):
            return f"{words} is {'not ' if operator == 'set' else ''}null"
        if operator.startswith("not") and operator != "notSet":
            plain = {"notEquals": "equals", "notContains": "contains", "notStartsWith": "startsWith",
                     "notEndsWith": "endsWith", "notInDateRange": "inDateRange"}[operator]  # fmt: skip
            unknown = "" if None in values else f" or {words} is null"
            return f"(not {self.test({**one, 'operator': plain})}{unknown})"
        is_time = entry is not None and isinstance(entry.member, Dimension) and entry.member.kind == "time"
        parts = [f"{words} is null"] if None in values else []
        known = [value for value in values if value is not None]
        if operator in PERIODS and is_time:
            each = [known] if operator == "inDateRange" else [[value] for value in known]
            parts += [f"{PERIODS[operator]}({words}, {', '.join(map(literal, some))})" for some in each]
        elif operator in MATCHES:
            parts += [f"{words} ilike {literal(MATCHES[operator].format(_escaped(str(value))))}" for value in known]
        elif operator in COMPARE:
            parts += [f"{words} {COMPARE[operator]} {literal(value)}" for value in known]
        elif len(known) == 1:
            parts.append(f"{words} = {literal(known[0])}")
        elif known:
            parts.append(f"{words} in ({', '.join(map(literal, known))})")
        return f"({' or '.join(parts)})"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def literal(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float, Decimal)):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
