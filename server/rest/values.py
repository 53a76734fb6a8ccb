"""`/vaerdier`: a document → a question on the long view, and its rows → the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeGuard

import orjson

from semantic.errors import ParseError, Place, Problem, refusal, suggest
from semantic.long_view.question import LongQuestion, Names
from semantic.query import DateRange
from semantic.result import Collected
from server.rest.cells import json_values
from server.strict_json import read_json
from server.tabular.stamp import stamped

LISTS = ("noegletal", "enhedstype", "enhed")
TEXTS = ("asOf", "edition")
KEYS = (*LISTS, "range", *TEXTS, "limit", "offset")


def read_question(written: object) -> LongQuestion:
    """The question of the parameter `query`; nothing asks for all. Raises ParseError (P102, P103) with every fault."""
    document = read_json(written, "query") if isinstance(written, str) and written else written or {}
    if not isinstance(document, dict):
        raise ParseError(Problem("P103", "'query' must be an object.", 'Write {"noegletal": ["…"]}.'))
    if problems := tuple(_faults(document)):
        raise refusal(*problems)
    ids, kinds, units = (_names(document.get(key)) for key in LISTS)
    limit, offset = document.get("limit"), document.get("offset") or 0
    as_of, edition = (document.get(key) for key in TEXTS)
    return LongQuestion(
        ids, kinds, units, date_range=_range(document.get("range")), limit=limit, offset=offset, as_of=as_of,
        edition=edition,
    )  # fmt: skip


def _faults(document: Mapping[str, object]) -> Iterator[Problem]:
    for key, value in list(document.items())[: len(KEYS) + 20]:
        at = Place(path=key[:80])
        if key not in KEYS:
            hint = suggest(key[:80], KEYS) or f"Known keys: {', '.join(KEYS)}."
            yield Problem("P102", f"Unknown key '{key[:80]}'.", hint)
        elif value is None:
            continue
        elif key in LISTS and not are_texts(value):
            yield Problem("P103", f"'{key}' must be a list of texts.", None, at=at)
        elif key == "range" and not (isinstance(value, str) or (are_texts(value) and len(value) == 2)):
            yield Problem("P103", "'range' must be a period, or a list of its first and last day.", None, at=at)
        elif key in TEXTS and not isinstance(value, str):
            yield Problem("P103", f"'{key}' must be text.", None, at=at)
        elif key in ("limit", "offset") and (isinstance(value, bool) or not isinstance(value, int)):
            yield Problem("P103", f"'{key}' must be a whole number.", None, at=at)


def are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _names(value: list[str] | None) -> Names:
    return None if value is None else frozenset(value)


def _range(value: str | list[str] | None) -> DateRange | None:
    return (value[0], value[1]) if isinstance(value, list) else value


def values_body(found: Collected, row_limit: int, request_id: str) -> bytes:
    """The rows as objects keyed by `view.member`, and where they are from."""
    names = [one.name for one in found.columns]
    cells = (json_values(found.table.column(index), one) for index, one in enumerate(found.columns))
    rows = [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]
    told = {"truncated": found.truncated, "rowLimit": row_limit, "requestId": request_id}
    return orjson.dumps({"data": rows, **stamped(found.stamp), **told})
