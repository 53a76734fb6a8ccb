"""The JSON schemas of what is sent to the HTTP addresses and of what comes back, for the OpenAPI document."""

from __future__ import annotations

from typing import Any, get_args

from semantic.cube_compare import MAX_QUESTIONS
from semantic.cube_query import MAX_FILTERS, MAX_MEMBERS, MAX_NAME, MAX_NUMBER, MAX_TEXT, MAX_VALUES
from semantic.filters import OPERATORS
from server.rest.ask import SHAPES, Kind
from server.rest.values import LISTS

Entry = dict[str, Any]


def reference(name: str) -> Entry:
    return {"$ref": f"#/components/schemas/{name}"}


def text(most: int = MAX_NAME) -> Entry:
    return {"type": "string", "minLength": 1, "maxLength": most}


def list_of(items: Entry, most: int = MAX_MEMBERS, least: int = 0) -> Entry:
    return {"type": "array", "items": items, "maxItems": most, **({"minItems": least} if least else {})}


def strict(properties: Entry, *required: str) -> Entry:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def open_object(properties: Entry, *required: str) -> Entry:
    return {"type": "object", "properties": properties, "required": list(required)}


UNREAD: Entry = {"description": "Cube's, as for its cache; no answer depends on it."}


def unset(schema: Entry) -> Entry:
    """The schema of a key that may also stand there as null, which is the same as leaving it out."""
    return {"anyOf": [schema, {"type": "null"}]}


def asked() -> Entry:
    """The schemas of what is sent."""
    query = query_keys()
    request = {
        "query": reference("Questions"),
        "queryType": unset({"type": "string", "enum": ["multi", "regularQuery"]}),
        "cache": UNREAD,
        "renewQuery": UNREAD,
    }
    either = {"oneOf": [reference("TimeDimension"), reference("ComparedTimeDimension")]}
    one = {
        **strict({**query, "timeDimensions": unset(list_of(either))}),
        "description": "One time dimension may compare ranges.",
    }
    listed = {**query, "timeDimensions": unset(list_of(reference("TimeDimension")))}
    return {
        "Questions": {"oneOf": [reference("Query"), list_of(reference("ListedQuery"), MAX_QUESTIONS, 1)]},
        "Query": one,
        "ListedQuery": strict(listed),
        **time_dimensions(),
        "Filter": {"oneOf": filters()},
        "Request": strict(request, "query"),
        "LongQuestion": long_question(),
        "LongRequest": strict({**request, "query": reference("LongQuestion"), "queryType": UNREAD}),
    }


def long_question() -> Entry:
    """What may be asked of the long view; what is left out is all."""
    names = unset(list_of({"type": "string"}, MAX_VALUES))
    number = unset({"type": "integer", "minimum": 0, "maximum": MAX_NUMBER})
    period = unset({"oneOf": [text(), list_of(text(), 2, 2)]})
    of = {"asOf": unset({"type": "string", "format": "date"}), "edition": unset(text())}
    return strict({**dict.fromkeys(LISTS, names), "range": period, **of, "limit": number, "offset": number})


def query_keys() -> Entry:
    """The keys of a query but for its time dimensions."""
    direction = {"type": "string", "enum": ["asc", "desc"]}
    pair = {"type": "array", "prefixItems": [text(), direction], "minItems": 2, "maxItems": 2}
    by_name = {
        "type": "object",
        "propertyNames": text(),
        "additionalProperties": direction,
        "maxProperties": MAX_MEMBERS,
    }
    number = {"minimum": 0, "maximum": MAX_NUMBER}
    keys: Entry = {
        **{key: list_of(text()) for key in ("measures", "dimensions", "segments")},
        "filters": list_of(reference("Filter"), MAX_FILTERS),
        "order": {"oneOf": [by_name, list_of(pair)]},
        "limit": {"type": "integer", **number},
        "offset": {"type": "integer", **number},
        "total": {"type": "boolean"},
        "subtotals": {"oneOf": [{"type": "string", "enum": ["rollup", "cube"]}, list_of(list_of(text()))]},
        "top": top(),
        "every": list_of(text()),
        "ungrouped": {"type": "boolean"},
        "timezone": text(),
        "asOf": {"type": "string", "format": "date"},
        "edition": text(),
        "responseFormat": {"type": "string", "enum": list(SHAPES)},
    }
    return {**{key: unset(schema) for key, schema in keys.items()}, "renewQuery": UNREAD}


def top() -> Entry:
    """The members that come first by a measure; the others are one rest row, or left out."""
    kept = {
        "count": {"type": "integer", "minimum": 1, "maximum": MAX_NUMBER},
        "desc": {"type": "boolean"},
        "rest": {"type": "boolean"},
    }
    return strict({"dimension": text(), "measure": text(), **kept}, "dimension", "measure", "count")


def time_dimensions() -> Entry:
    """A time dimension has one range at most, or several that are compared."""
    grain = {**text(), "type": ["string", "null"], "description": "One of the dimension's granularities, see /v1/meta."}
    period = {"oneOf": [text(), list_of(text(), 2, 1)]}
    keys = {"dimension": text(), "granularity": grain}
    ranges = {**list_of(period, MAX_QUESTIONS, 1), "description": "The question is asked once for each."}
    return {
        "TimeDimension": strict({**keys, "dateRange": unset(period)}, "dimension"),
        "ComparedTimeDimension": strict({**keys, "compareDateRange": ranges}, "dimension", "compareDateRange"),
    }


def filters() -> list[Entry]:
    """A test of one member, written in two ways, or a group of them."""
    value: Entry = {"type": ["string", "number", "boolean", "null"], "maxLength": MAX_TEXT}
    test = {"operator": {"type": "string", "enum": list(OPERATORS)}, "values": unset(list_of(value, MAX_VALUES))}
    group = list_of(reference("Filter"), MAX_FILTERS, 1)
    return [
        strict({"member": text(), **test}, "member", "operator"),
        strict({"dimension": text(), **test}, "dimension", "operator"),
        strict({"and": group}, "and"),
        strict({"or": group}, "or"),
    ]


STAMP: Entry = {
    "modelVersion": {"type": "string"},
    "dataVersion": {"type": "integer"},
    "opgjortPr": {"type": "string", "format": "date"},
    "opgjortPrKilde": {"type": "string"},
    "scope": {"type": "string", "description": "Whose rows these are, in words."},
    "notes": {"type": "array", "items": {"type": "string"}},
}
KIND: Entry = {"type": "string", "enum": list(get_args(Kind))}
PIVOT: Entry = {"type": "object", "description": "By what Cube's clients lay the answers beside each other."}


def answered() -> Entry:
    """The schemas of what comes back."""
    many = {
        "queryType": KIND,
        "results": list_of(reference("Load"), MAX_QUESTIONS, 1),
        "pivotQuery": PIVOT,
        "slowQuery": {"type": "boolean"},
    }
    return {
        "Load": loaded(),
        "LongRows": open_object({"data": {"type": "array", "items": {"type": "object"}}, **STAMP}, "data"),
        "MultiLoad": open_object(many, *many),
        "Sql": open_object({"sql": {"type": "object"}}, "sql"),
        "DryRun": checked(),
        "Error": error(),
    }


def loaded() -> Entry:
    load = {
        "query": {"type": "object"},
        "data": {"description": "Rows as objects keyed by `view.member`, or Cube's compact or columnar form."},
        "annotation": {"type": "object"},
        "total": {"type": ["integer", "null"]},
        "truncated": {"type": "boolean", "description": "The default row limit cut the answer."},
        "rowLimit": {"type": ["integer", "null"]},
        "requestId": {"type": "string"},
        **STAMP,
    }
    return open_object(load, *load)


def checked() -> Entry:
    each = list_of({"type": "object"}, MAX_QUESTIONS, 1)
    lists = dict.fromkeys(("normalizedQueries", "queryOrder", "transformedQueries"), each)
    found = {"queryType": KIND, **lists, "pivotQuery": PIVOT}
    stamps = {**each, "description": "Of a list or a comparison, where each answer would be from; else beside this."}
    return open_object({**found, "stamps": stamps, **STAMP}, *found)


def error() -> Entry:
    problem = {key: {"type": "string"} for key in ("code", "message", "dansk", "hint", "detail", "at")}
    found = {
        "error": {"type": "string"},
        "code": {"type": "string", "pattern": "^[PRAULDX][0-9]{3}$"},
        "dansk": {"type": "string", "description": "What the code means, in Danish."},
        "hint": {"type": ["string", "null"]},
        "problems": {"type": "array", "items": open_object(problem, "code", "message", "dansk")},
        "requestId": {"type": "string"},
    }
    return open_object(found, *found)
