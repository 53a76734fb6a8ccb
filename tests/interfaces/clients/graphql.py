"""GraphQL as a web page would write it: a case's question turned into a document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from semantic.model.model import Dimension
from tests.interfaces.clients.answers import Heard, asked_names, rest_of, rows_of
from tests.interfaces.clients.web import token, web
from tests.worlds import World, service


class GraphqlClient:
    name = "graphql"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        body = (
            web(world)
            .post("/graphql", json={"query": document(query, times_of(world))}, headers=token(principal))
            .json()
        )
        if "errors" in body:
            return Heard(problems=tuple(_problems(body["errors"])))
        names = asked_names(query)
        stamp = body["extensions"]
        rows = rows_of([_flat(row) for row in body["data"]["cube"]], names)
        return Heard(names, rows, (), stamp["truncated"], stamp.get("total"), stamp["opgjortPr"], stamp["scope"])


def _problems(errors: list[dict[str, Any]]) -> Iterator[tuple[str, str, str | None]]:
    for error in errors:
        more = error["extensions"]
        yield more["code"], error["message"], more.get("hint")


def _flat(row: Mapping[str, Any]) -> dict[str, object]:
    """`{view: {member: x, time: {month: y}}}` by the names of columns."""
    found: dict[str, object] = {}
    for view, members in row.items():
        for member, value in members.items():
            grains = value.items() if isinstance(value, dict) else [("value", value)]
            for grain, cell in grains:
                found[f"{view}.{member}" if grain == "value" else f"{view}.{member}.{grain}"] = cell
    return found


def times_of(world: World) -> frozenset[str]:
    """The time dimensions, which GraphQL asks for by their grains."""
    views = service(world.name).generation.model.views.values()
    return frozenset(
        f"{view.name}.{name}"
        for view in views
        for name, entry in view.members.items()
        if isinstance(entry.member, Dimension) and entry.member.kind == "time"
    )


def document(query: Mapping[str, Any], times: frozenset[str]) -> str:
    """The GraphQL document that asks the question."""
    given = [
        f"{name}: {json.dumps(query[name])}"
        for name in ("limit", "offset", "timezone", "asOf", "edition", "total", "ungrouped")
        if name in query
    ]
    if "subtotals" in query:
        given.append(f"subtotals: {json.dumps(query['subtotals'])}")
    if "top" in query:
        given.append(f"top: {{{', '.join(f'{key}: {json.dumps(value)}' for key, value in query['top'].items())}}}")
    if query.get("every"):
        given.append(f"every: {json.dumps(query['every'])}")
    if query.get("segments"):
        given.append(f"segments: {json.dumps(query['segments'])}")
    tests = [*query.get("filters", []), *_ranges(query)]
    if tests:
        given.append(f"where: {{AND: [{', '.join(_filter(one) for one in tests)}]}}")
    if order := _order(query.get("order")):
        given.append(f"orderBy: {order}")
    views = "\n".join(f"{view} {{ {' '.join(fields)} }}" for view, fields in _fields(query, times).items())
    return f"{{ cube{'(' + ', '.join(given) + ')' if given else ''} {{ {views} }} }}"


def _fields(query: Mapping[str, Any], times: frozenset[str]) -> dict[str, list[str]]:
    chosen: dict[str, dict[str, list[str]]] = {}
    for name in (*query.get("dimensions", []), *query.get("measures", [])):
        view, member, *grain = name.split(".")
        chosen.setdefault(view, {}).setdefault(member, [])
        if grain or name in times:
            chosen[view][member].append(grain[0] if grain else "value")
    for one in query.get("timeDimensions", []):
        if one.get("granularity"):
            view, _, member = one["dimension"].partition(".")
            flagged = [f"{one['granularity']}__subtotal"] if "subtotals" in query else []
            chosen.setdefault(view, {}).setdefault(member, []).extend([one["granularity"], *flagged])
    for name in query.get("dimensions", []) if "subtotals" in query else []:
        view, _, member = name.partition(".")
        chosen[view][f"{member}__subtotal"] = []
    if rest := rest_of(query):
        view, member, *grain = rest.split(".")
        if grain:
            chosen[view][member].append(f"{grain[0]}__rest")
        else:
            chosen[view][f"{member}__rest"] = []
    return {
        view: [f"{name} {{ {' '.join(grains)} }}" if grains else name for name, grains in members.items()]
        for view, members in chosen.items()
    }


def _ranges(query: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for one in query.get("timeDimensions", []):
        if "dateRange" in one:
            values = one["dateRange"] if isinstance(one["dateRange"], list) else [one["dateRange"]]
            yield {"member": one["dimension"], "operator": "inDateRange", "values": values}


def _filter(one: Mapping[str, Any]) -> str:
    for word in ("and", "or"):
        if word in one:
            return f"{{{word.upper()}: [{', '.join(_filter(part) for part in one[word])}]}}"
    view, _, member = one["member"].partition(".")
    return f"{{{view}: {{{member}: {_test(one['operator'], one.get('values'))}}}}}"


def _test(operator: str, values: list[Any] | None) -> str:
    if operator in ("set", "notSet"):
        return f"{{set: {'true' if operator == 'set' else 'false'}}}"
    listed = values or []
    word = {"equals": "in", "notEquals": "notIn"}.get(operator, operator) if len(listed) != 1 else operator
    written = json.dumps(listed[0] if len(listed) == 1 else listed, ensure_ascii=False)
    return f"{{{word}: {written}}}"


def _order(order: Any) -> str:
    """A list of objects, since one object would forget an order that goes back and forth between views."""
    pairs = list(order.items()) if isinstance(order, dict) else list(order or [])
    entries = []
    for name, direction in pairs:
        view, member, *_ = name.split(".")
        entries.append(f"{{{view}: {{{member}: {direction}}}}}")
    return f"[{', '.join(entries)}]" if entries else ""
