"""GraphQL over HTTP: what a request holds, which media type its answer has, and which status."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request as HttpRequest

from semantic.errors import ParseError, Problem, refusal
from server.errors import outward
from server.graphql.operation import Request

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"
# For plain JSON, where clients take another status than 200 for a fault of the network.
WELL_FORMED = (400, 422)
PARAMETERS: Mapping[str, type] = {"query": str, "operationName": str, "variables": dict, "extensions": dict}
WORDS: Mapping[type, str] = {str: "text", dict: "an object"}


def accepted(request: HttpRequest, offered: Sequence[str] = (GRAPHQL, JSON)) -> str | None:
    """The offered media type that the client likes best; JSON where it does not mind; None where none will do."""
    header = request.headers.get("accept", "").strip()
    liked = [_weighed(part) for part in header.split(",")] if header else [("*/*", 1.0)]
    for name, weight in sorted(liked, key=lambda one: -one[1]):
        if weight > 0 and name in offered:
            return name
        if weight > 0 and name in ("*/*", "application/*"):
            return JSON
    return None


def _weighed(part: str) -> tuple[str, float]:
    """`text/html; q=0.5` → ('text/html', 0.5)."""
    name, *parameters = (word.strip().lower() for word in part.split(";"))
    weights = [word[2:] for word in parameters if word.startswith("q=")]
    try:
        return name, float(weights[0]) if weights else 1.0
    except ValueError:
        return name, 0.0


def status(code: str | None, media_type: str) -> int:
    """Of a response to a well-formed request, whose first error this is."""
    if code is None:
        return 200
    found = outward(code).status
    return 200 if media_type == JSON and found in WELL_FORMED else found


async def read_request(request: HttpRequest) -> Request:
    """What the client sent. Raises ParseError when the request is not well formed; its length is capped outside."""
    if request.method == "POST":
        _check_type(request)
        return _request(_json(await request.body()), reads_only=False)
    return _request(_query_string(request), reads_only=True)


def _check_type(request: HttpRequest) -> None:
    """JSON only: a form or plain text could be sent by any page in the user's browser, without asking first."""
    name, *parameters = (word.strip().lower() for word in request.headers.get("content-type", "").split(";"))
    charsets = [word.removeprefix("charset=").strip('"') for word in parameters if word.startswith("charset=")]
    if name != JSON or any(charset not in ("utf-8", "utf8") for charset in charsets):
        raise ParseError(Problem("P106", "The body is not JSON in UTF-8.", f"Send Content-Type: {JSON}."))
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise ParseError(Problem("P106", "A compressed body is not read.", "Send it as it is."))


def _json(body: bytes | str) -> Any:
    """The value, its numbers with all their digits. Raises ParseError."""
    try:
        orjson.loads(body)  # strict: refuses what is not UTF-8, half of a surrogate pair, NaN, and great depth
        return json.loads(body, object_pairs_hook=_unique, parse_float=Decimal)
    except (ValueError, RecursionError, InvalidOperation) as error:
        what = "is not UTF-8" if "UTF-8" in str(error) else "is not valid JSON"
        raise ParseError(Problem("P101", f"The request {what}.", detail=str(error)[:200])) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ParseError(Problem("P105", f"'{twice[:60]}' stands twice in one object.", "Keep one of them."))
    return found


def _query_string(request: HttpRequest) -> Any:
    """The parameters of a GET; `variables` and `extensions` are JSON in text."""
    text = request.scope["query_string"].decode("latin-1")
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=20)
    except UnicodeDecodeError:
        raise ParseError(Problem("P101", "The request is not UTF-8.")) from None
    except ValueError:
        raise ParseError(Problem("P102", "The address has more than 20 parameters.")) from None
    found = _unique(pairs)
    return {name: _json(value) if PARAMETERS.get(name) is dict else value for name, value in found.items()}


def _request(found: Any, reads_only: bool) -> Request:
    if isinstance(found, list):
        hint = "Send one request at a time; one document may hold several cube fields."
        raise ParseError(Problem("P103", "A batch of requests is not read.", hint))
    if not isinstance(found, dict):
        raise ParseError(Problem("P103", "The request must be an object.", 'Write {"query": "…"}.'))
    problems = [
        Problem("P103", f"'{name}' must be {WORDS[kind]}.", detail=f"found {str(found[name])[:60]!r}")
        for name, kind in PARAMETERS.items()
        if found.get(name) is not None and not isinstance(found[name], kind)
    ]
    if not problems and not (found.get("query") or "").strip():
        problems = [Problem("P104", "The request has no 'query'.", 'Write {"query": "{ cube { … } }"}.')]
    if problems:
        raise refusal(*problems)
    return Request(found["query"], found.get("operationName"), found.get("variables") or {}, reads_only)
