"""Cube's REST API as its clients use it."""

from __future__ import annotations

import csv
import io
from typing import Any
from urllib.parse import unquote

import httpx
import pyarrow as pa

from tests.case import canonical
from tests.interfaces.clients.answers import Heard, asked_names, rows_of, settled, values_of
from tests.interfaces.clients.web import token, web
from tests.worlds import World


class RestClient:
    name = "rest"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        response = load(world, query, principal)
        if response.status_code != 200:
            return refused(response)
        body = response.json()
        names = asked_names(query)
        if body["data"]:
            names = tuple(name for name in body["data"][0] if name in names or name not in bare_names(query))
        rows = rows_of(body["data"], names)
        return Heard(names, rows, (), body["truncated"], body.get("total"), body["opgjortPr"], body["scope"])


class CsvClient:
    """A spreadsheet that opens the answer by its address; an empty field is NULL."""

    name = "csv"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        response = load(world, query, principal, "text/csv")
        if response.status_code != 200:
            return refused(response)
        header, *lines = csv.reader(io.StringIO(response.text, newline=""))
        rows = tuple(tuple(settled(cell or None) for cell in line) for line in lines)
        return Heard(tuple(header), rows)


class ArrowClient:
    """A program that reads the answer as Arrow, with what its schema says of each column."""

    name = "arrow"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        response = load(world, query, principal, "application/vnd.apache.arrow.stream")
        if response.status_code != 200:
            return refused(response)
        table = pa.ipc.open_stream(response.content).read_all()
        about = [field.metadata for field in table.schema]
        decimals = [int(one[b"decimals"]) if b"decimals" in one else None for one in about]
        cells = [[settled(canonical(value, places)) for value in values_of(column)]
                 for column, places in zip(table.columns, decimals, strict=True)]  # fmt: skip
        shown = tuple((one[b"title"].decode(), one.get(b"unit", b"").decode(), places)
                      for one, places in zip(about, decimals, strict=True))  # fmt: skip
        rows = tuple(zip(*cells, strict=True)) if cells else ()
        return Heard(tuple(table.column_names), rows, scope=unquote(response.headers["nogletal-scope"]), shown=shown)


def load(world: World, query: dict[str, Any], principal: str, accept: str = "application/json") -> httpx.Response:
    headers = {**token(principal), "Accept": accept}
    return web(world).post("/cubejs-api/v1/load", json={"query": query}, headers=headers)


def refused(response: httpx.Response) -> Heard:
    body = response.json()
    assert response.status_code >= 400
    assert body["error"] == body["problems"][0]["message"]
    return Heard(problems=tuple((p["code"], p["message"], p.get("hint")) for p in body["problems"]))


def bare_names(query: dict[str, Any]) -> set[str]:
    """Under which Cube repeats a grouped time dimension."""
    grained = [one["dimension"] for one in query.get("timeDimensions", []) if one.get("granularity")]
    return {*grained, *(name.rpartition(".")[0] for name in query.get("dimensions", []) if name.count(".") == 2)}
