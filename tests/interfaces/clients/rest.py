"""Cube's REST API as its clients use it."""

from __future__ import annotations

from typing import Any

from tests.interfaces.clients.answers import Heard, asked_names, rows_of
from tests.interfaces.clients.web import token, web
from tests.worlds import World


class RestClient:
    name = "rest"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        response = web(world).post("/cubejs-api/v1/load", json={"query": query}, headers=token(principal))
        body = response.json()
        if "error" in body:
            assert response.status_code >= 400
            assert body["error"] == body["problems"][0]["message"]
            return Heard(problems=tuple((p["code"], p["message"], p.get("hint")) for p in body["problems"]))
        assert response.status_code == 200
        names = asked_names(query)
        rows = rows_of(body["data"], names)
        return Heard(names, rows, (), body["truncated"], body.get("total"), body["opgjortPr"], body["scope"])
