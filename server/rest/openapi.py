"""The OpenAPI document of the HTTP addresses. It describes the form and names no member of any model."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from semantic.cube_query import MAX_FILTERS, MAX_MEMBERS, MAX_NAME, MAX_VALUES
from semantic.filters import OPERATORS
from server.rest.parse import ARROW, CSV, JSON, ONLY_VIEWS, PARQUET, SHAPES
from server.tabular.csv import DIALECTS

Entry = dict[str, Any]
STATUSES = {
    "400": "The question cannot be read (P1xx) or names what is not there (R2xx).",
    "401": "Nobody is named, or wrongly (A31x).",
    "403": "No grant covers the question (A3xx).",
    "413": "Too large (L5xx).",
    "422": "A right question that would get a wrong number, or is not served yet (U4xx).",
    "429": "Busy; come back after Retry-After seconds (L504).",
    "500": "Our fault; the id is in the log (X9xx).",
    "503": "Cancelled, or out of memory (L503, L505).",
    "504": "Out of time (L502).",
}


def reference(name: str) -> Entry:
    return {"$ref": f"#/components/schemas/{name}"}


def content(name: str) -> Entry:
    return {JSON: {"schema": reference(name)}}


def errors() -> Entry:
    return {status: {"description": text, "content": content("Error")} for status, text in STATUSES.items()}


def question(name: str, summary: str, answers: Entry) -> Entry:
    """One address that takes a query, by GET and by POST."""
    dialect = {
        "name": "dialekt", "in": "query", "description": "How CSV is written; `excel-da` is for Danish Excel.",
        "schema": {"type": "string", "enum": list(DIALECTS)},
    }  # fmt: skip
    parameters = [
        {"name": "query", "in": "query", "required": True, "description": "The query as JSON text.",
         "content": content("Query")},
        {"name": "queryType", "in": "query", "schema": {"type": "string", "enum": ["multi", "regularQuery"]}},
        {"name": "cache", "in": "query", "description": "Cube's cache control; no answer depends on it.",
         "schema": {"type": "string"}},
        dialect,
    ]  # fmt: skip
    responses = {"200": answers, **errors()}
    get = {"operationId": f"{name}_get", "summary": summary, "parameters": parameters, "responses": responses}
    post = {"operationId": f"{name}_post", "summary": summary, "parameters": [dialect], "responses": responses,
            "requestBody": {"required": True, "content": content("Request")}}  # fmt: skip
    return {"get": get, "post": post}


def plain(name: str, summary: str, media: str = JSON, *, secured: bool = False) -> Entry:
    responses = {"200": {"description": summary, "content": {media: {"schema": {}}}}}
    if secured:
        responses |= {status: one for status, one in errors().items() if status in ("400", "401", "500")}
    open_to_all: Entry = {} if secured else {"security": []}
    return {"get": {"operationId": name, "summary": summary, "responses": responses, **open_to_all}}


def listing() -> Entry:
    """The catalogue's address, and its one parameter."""
    found = plain("meta", "The members that the asker may see.", secured=True)
    views = {"name": ONLY_VIEWS, "in": "query", "description": "Whether cubes are left out.",
             "schema": {"type": "boolean", "default": False}}  # fmt: skip
    return {"get": {**found["get"], "parameters": [views]}}


def paths() -> Entry:
    rows = {
        "description": "The rows.",
        "headers": {"ETag": {"schema": {"type": "string"}}, "x-request-id": {"schema": {"type": "string"}}},
        "content": {
            JSON: {"schema": {"oneOf": [reference("Load"), reference("MultiLoad")]}},
            CSV: {"schema": {"type": "string"}},
            **{media: {"schema": {"type": "string", "format": "binary"}} for media in (ARROW, PARQUET)},
        },
    }
    return {
        "/cubejs-api/v1/load": question("load", "The answer to a question.", rows),
        "/cubejs-api/v1/sql": question(
            "sql", "The SQL of a question.", {"description": "The statement.", "content": content("Sql")}
        ),
        "/cubejs-api/v1/dry-run": question(
            "dry_run", "A question checked, not run.", {"description": "It is right.", "content": content("DryRun")}
        ),
        "/cubejs-api/v1/meta": listing(),
        "/healthz": plain("healthz", "The process lives."),
        "/readyz": plain("readyz", "Questions can be answered."),
        "/metrics": plain("metrics", "Figures for Prometheus.", "text/plain"),
        "/openapi.json": plain("openapi", "This document."),
    }


def text(most: int = MAX_NAME) -> Entry:
    return {"type": "string", "minLength": 1, "maxLength": most}


def list_of(items: Entry, most: int = MAX_MEMBERS) -> Entry:
    return {"type": "array", "items": items, "maxItems": most}


def strict(properties: Entry, *required: str) -> Entry:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def asked() -> Entry:
    """The schemas of what is sent."""
    value: Entry = {"type": ["string", "number", "boolean", "null"]}
    test = {"operator": {"type": "string", "enum": list(OPERATORS)}, "values": list_of(value, MAX_VALUES)}
    group = list_of(reference("Filter"), MAX_FILTERS) | {"minItems": 1}
    period = {"oneOf": [text(), {"type": "array", "items": text(), "minItems": 1, "maxItems": 2}]}
    direction = {"type": "string", "enum": ["asc", "desc"]}
    pair = {"type": "array", "prefixItems": [text(), direction], "minItems": 2, "maxItems": 2}
    filters = [
        strict({"member": text(), **test}, "member", "operator"),
        strict({"dimension": text(), **test}, "dimension", "operator"),
        strict({"and": group}, "and"),
        strict({"or": group}, "or"),
    ]
    names = {key: list_of(text()) for key in ("measures", "dimensions", "segments")}
    query = {
        **names,
        "timeDimensions": list_of(reference("TimeDimension")),
        "filters": list_of(reference("Filter"), MAX_FILTERS),
        "order": {"oneOf": [{"type": "object", "additionalProperties": direction}, list_of(pair)]},
        "limit": {"type": ["integer", "null"], "minimum": 0},
        "offset": {"type": "integer", "minimum": 0},
        "total": {"type": "boolean"},
        "subtotals": {"oneOf": [{"type": "string", "enum": ["rollup", "cube"]}, list_of(list_of(text()))]},
        "timezone": text(),
        "renewQuery": {"type": "boolean"},
        "responseFormat": {"type": "string", "enum": list(SHAPES)},
    }
    grain = {"type": ["string", "null"], "description": "One of the dimension's granularities, see /v1/meta."}
    return {
        "Query": strict(query),
        "TimeDimension": strict({"dimension": text(), "granularity": grain, "dateRange": period}, "dimension"),
        "Filter": {"oneOf": filters},
        "Request": strict(
            {"query": reference("Query"), "queryType": {"type": "string"}, "cache": {"type": "string"}}, "query"
        ),
    }


def answered() -> Entry:
    """The schemas of what comes back."""
    stamp = {
        "modelVersion": {"type": "string"},
        "dataVersion": {"type": "integer"},
        "opgjortPr": {"type": "string", "format": "date"},
        "opgjortPrKilde": {"type": "string"},
        "scope": {"type": "string", "description": "Whose rows these are, in words."},
    }
    load = {
        "query": {"type": "object"},
        "data": {"description": "Rows as objects keyed by `view.member`, or Cube's compact or columnar form."},
        "annotation": {"type": "object"},
        "total": {"type": ["integer", "null"]},
        "truncated": {"type": "boolean", "description": "The default row limit cut the answer."},
        "rowLimit": {"type": ["integer", "null"]},
        "requestId": {"type": "string"},
        **stamp,
    }
    problem = {key: {"type": "string"} for key in ("code", "message", "dansk", "hint", "detail", "at")}
    error = {
        "error": {"type": "string"},
        "code": {"type": "string", "pattern": "^[PRAULDX][0-9]{3}$"},
        "dansk": {"type": "string", "description": "What the code means, in Danish."},
        "hint": {"type": ["string", "null"]},
        "problems": {"type": "array", "items": {"type": "object", "properties": problem}},
        "requestId": {"type": "string"},
    }
    loaded = {"type": "object", "properties": load, "required": ["query", "data", "annotation", *stamp, "truncated"]}
    many = {"queryType": {"type": "string"}, "results": {"type": "array", "items": reference("Load")}}
    return {
        "Load": loaded,
        "MultiLoad": {"type": "object", "properties": many, "required": ["queryType", "results", "pivotQuery"]},
        "Sql": {"type": "object", "properties": {"sql": {"type": "object"}}, "required": ["sql"]},
        "DryRun": {"type": "object", "required": ["queryType", "normalizedQueries", "queryOrder", "pivotQuery"]},
        "Error": {"type": "object", "properties": error, "required": [*error]},
    }


def document() -> Entry:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Nøgletal",
            "version": version("nogletal"),
            "description": "One definition of every municipal key figure. Cube's REST API, with our error codes.",
        },
        "servers": [{"url": "/"}],
        "security": [{"basic": []}, {"bearer": []}, {"token": []}],
        "paths": paths(),
        "components": {
            "schemas": asked() | answered(),
            "securitySchemes": {
                "basic": {"type": "http", "scheme": "basic"},
                "bearer": {"type": "http", "scheme": "bearer"},
                "token": {"type": "apiKey", "in": "header", "name": "Authorization"},
            },
        },
    }
