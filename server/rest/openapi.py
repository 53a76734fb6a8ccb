"""The OpenAPI document of the HTTP addresses. It describes the form and names no member of any model."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from types import MappingProxyType
from typing import Any

from server.rest.parse import ARROW, CSV, FORMATS, JSON, ONLY_VIEWS, PARQUET, XLSX
from server.rest.schemas import UNREAD, answered, asked, reference
from server.tabular.csv import DIALECTS

Entry = dict[str, Any]
STATUSES = {
    "400": "The question cannot be read (P1xx) or names what is not there (R2xx).",
    "401": "Nobody is named, or wrongly (A31x).",
    "403": "No grant covers the question, or what is known of the asker is faulty (A3xx).",
    "413": "Too large (L5xx).",
    "422": "A right question that would get a wrong number, or is not served yet (U4xx).",
    "429": "Busy, or too many wrong logins; come back after Retry-After seconds (L504, L513).",
    "500": "Our fault; the id is in the log (X9xx).",
    "503": "Cancelled, out of memory, or who asks cannot be checked now (L503, L505, A315).",
    "504": "Out of time (L502).",
}
OF_ROWS = {"406": "No kind of answer that is accepted can be given (P107)."}
OF_BODIES = {
    "408": "The body came too slowly (L512).",
    "415": "A body of another kind than JSON in UTF-8 (P106).",
}
UNCHANGED: Entry = {"304": {"description": "What `If-None-Match` names is still the answer."}}


def content(name: str) -> Entry:
    return {JSON: {"schema": reference(name)}}


def errors(more: Mapping[str, str] = MappingProxyType({})) -> Entry:
    statuses = sorted({**STATUSES, **more}.items())
    return {status: {"description": text, "content": content("Error")} for status, text in statuses}


DIALECT: Entry = {
    "name": "dialekt", "in": "query", "description": "How CSV is written; `excel-da` is for Danish Excel.",
    "schema": {"type": "string", "enum": list(DIALECTS)},
}  # fmt: skip

FORMAT: Entry = {
    "name": "format", "in": "query", "description": "The kind of answer, whatever `Accept` says.",
    "schema": {"type": "string", "enum": list(FORMATS)},
}  # fmt: skip


def question(name: str, summary: str, answers: Entry, *, rows: bool = False) -> Entry:
    """One address that takes questions, by GET and by POST. Of those that answer with rows, a GET may be unchanged."""
    written = [DIALECT, FORMAT] if rows else []
    parameters = [
        {"name": "query", "in": "query", "required": True, "description": "A query, or a list of them, as JSON text.",
         "content": content("Questions")},
        {"name": "queryType", "in": "query", "schema": {"type": "string", "enum": ["multi", "regularQuery"]}},
        *({"name": name, "in": "query", "schema": UNREAD} for name in ("cache", "renewQuery")),
        *written,
    ]  # fmt: skip
    responses = {"200": answers, **errors(OF_ROWS if rows else {})}
    get = {"operationId": f"{name}_get", "summary": summary, "parameters": parameters,
           "responses": responses | (UNCHANGED if rows else {})}  # fmt: skip
    post = {"operationId": f"{name}_post", "summary": summary, "parameters": written,
            "responses": responses | errors(OF_BODIES),
            "requestBody": {"required": True, "content": content("Request")}}  # fmt: skip
    return {"get": get, "post": post}


def values(rows: Entry) -> Entry:
    """The address of the long view."""
    summary = "Every nøgletal by unit and period."
    asked = {"name": "query", "in": "query", "description": "What is asked for, as JSON text; left out, all is.",
             "content": content("LongQuestion")}  # fmt: skip
    responses = {"200": rows, **errors(OF_ROWS)}
    get = {
        "operationId": "vaerdier_get",
        "summary": summary,
        "parameters": [asked, DIALECT, FORMAT],
        "responses": responses,
    }
    post = {"operationId": "vaerdier_post", "summary": summary, "parameters": [DIALECT, FORMAT],
            "responses": responses | errors(OF_ROWS | OF_BODIES),
            "requestBody": {"required": True, "content": content("LongRequest")}}  # fmt: skip
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
    return {"get": {**found["get"], "parameters": [views], "responses": found["get"]["responses"] | UNCHANGED}}


def refused(name: str, summary: str) -> Entry:
    """An address that Cube has, and that is refused by name."""
    responses = {status: one for status, one in errors().items() if status in ("401", "413", "422", "500")}
    return {"post": {"operationId": name, "summary": summary, "responses": responses}}


def paths() -> Entry:
    rows: Entry = {
        "description": "The rows.",
        "headers": {"ETag": {"schema": {"type": "string"}}, "x-request-id": {"schema": {"type": "string"}}},
        "content": {
            JSON: {"schema": {"oneOf": [reference("Load"), reference("MultiLoad")]}},
            CSV: {"schema": {"type": "string"}},
            **{media: {"schema": {"type": "string", "format": "binary"}} for media in (ARROW, PARQUET, XLSX)},
        },
    }
    long_rows = {**rows, "content": {**rows["content"], **content("LongRows")}}
    several: Entry = {"type": "array", "items": reference("Sql"), "minItems": 1}
    statements = {
        "description": "The statement; of a list or a comparison, one for each question.",
        "content": {JSON: {"schema": {"oneOf": [reference("Sql"), several]}}},
    }
    checked = {"description": "They are right.", "content": content("DryRun")}
    return {
        "/cubejs-api/v1/load": question("load", "The answers to the questions.", rows, rows=True),
        "/cubejs-api/v1/subscribe": question("subscribe", "The same; clients ask it again and again.", rows, rows=True),
        "/cubejs-api/v1/vaerdier": values(long_rows),
        "/cubejs-api/v1/sql": question("sql", "The SQL of the questions.", statements),
        "/cubejs-api/v1/dry-run": question("dry_run", "The questions checked, not run.", checked),
        "/cubejs-api/v1/meta": listing(),
        "/cubejs-api/v1/kilder": plain("kilder", "How fresh each source is that the asker may see.", secured=True),
        "/cubejs-api/v1/cubesql": refused("cubesql", "Not served: always U402."),
        "/healthz": plain("healthz", "The process lives."),
        "/readyz": plain("readyz", "Questions can be answered."),
        "/metrics": plain("metrics", "Figures for Prometheus.", "text/plain"),
        "/openapi.json": plain("openapi", "This document."),
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
