"""Cube's three clients behind one short list of calls, each used as its own documentation says."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx
from cube_http import Client
from cube_http.exc import V1LoadError, V1MetaError, V1SqlError
from cubejs_client import CubeClient, RequestError

Row = dict[str, Any]
Query = dict[str, Any]


@dataclass(frozen=True)
class Refusal:
    """What whoever uses the client learns of a question that was refused."""

    status: int
    code: str
    message: str


class Asker(Protocol):
    """One client, logged in at one address."""

    def rows(self, query: Query) -> list[Row]: ...
    def statement(self, query: Query) -> tuple[str, list[str]]: ...
    def members(self) -> dict[str, str]:
        """Each measure and dimension of the catalogue with its type."""

    def refusal(self, query: object, of: str = "load") -> Refusal: ...
    def close(self) -> None: ...


class Python:
    """`cubejs-client-python`."""

    def __init__(self, base: str, token: str | None) -> None:
        self.client = CubeClient(token, api_url=f"{base}/v1")

    def rows(self, query: Query) -> list[Row]:
        return list(self.client.load(query).raw_data())

    def statement(self, query: Query) -> tuple[str, list[str]]:
        answer = self.client.sql(query)
        assert not isinstance(answer, list)
        return answer.sql(), answer.raw_query()["sql"][1]

    def members(self) -> dict[str, str]:
        return types(self.client.meta().cubes)

    def refusal(self, query: object, of: str = "load") -> Refusal:
        try:
            getattr(self.client, of)(*([] if of == "meta" else [query]))
        except RequestError as error:
            return Refusal(error.status, error.response["code"], str(error))
        raise AssertionError("not refused")

    def close(self) -> None:
        # The client has no end of its own, and a connection left open is a warning.
        self.client._transport._client.close()  # type: ignore[attr-defined]


class Http:
    """`cube-http-client`. Its errors hold status and message; the code is read off the answer, by a hook of httpx."""

    def __init__(self, base: str, token: str | None) -> None:
        self.client = Client({"url": base, "token": str(token)})
        self.codes: list[str] = []
        self.client.http_client.event_hooks = {"response": [self._note]}

    def _note(self, response: httpx.Response) -> None:
        self.codes.append(response.headers.get("nogletal-error", ""))

    def rows(self, query: Query) -> list[Row]:
        return self.client.v1.load({"query": query}).results[0].data  # type: ignore[typeddict-item]

    def statement(self, query: Query) -> tuple[str, list[str]]:
        return self.client.v1.sql({"query": query}).sql.sql  # type: ignore[typeddict-item]

    def members(self) -> dict[str, str]:
        cubes = self.client.v1.meta().cubes or []
        return {one.name: one.type for cube in cubes for one in (*cube.measures, *cube.dimensions)}

    def refusal(self, query: object, of: str = "load") -> Refusal:
        try:
            getattr(self.client.v1, of)(*([] if of == "meta" else [{"query": query}]))
        except (V1LoadError, V1MetaError, V1SqlError) as error:
            return Refusal(error.status_code, self.codes[-1], error.error)
        raise AssertionError("not refused")

    def close(self) -> None:
        self.client.close()


class Core:
    """`@cubejs-client/core`, in a process of node's."""

    def __init__(self, base: str, token: str | None, folder: Path) -> None:
        arguments = ["node", "cube.mjs", f"{base}/v1", *([] if token is None else [token])]
        self.process = subprocess.Popen(
            arguments, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def told(self, ask: str, *given: object, read: list[list[Any]] | None = None) -> dict[str, Any]:
        """The answer, or what each reading gives of it; or the refusal."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"ask": ask, "given": given, "read": read}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "node has ended; standard error says why"
        return dict(json.loads(line))

    def answer(self, ask: str, *given: object, read: list[list[Any]] | None = None) -> Any:
        told = self.told(ask, *given, read=read)
        assert "refused" not in told, told
        return told["answer"]

    def rows(self, query: Query) -> list[Row]:
        return list(self.answer("load", query, read=[["rawData"]])[0])

    def statement(self, query: Query) -> tuple[str, list[str]]:
        text, whole = self.answer("sql", query, read=[["sql"], ["rawQuery"]])
        return text, whole["sql"][1]

    def members(self) -> dict[str, str]:
        return types(self.answer("meta")["cubes"])

    def refusal(self, query: object, of: str = "load") -> Refusal:
        refused = self.told(of, *([] if of == "meta" else [query]))["refused"]
        return Refusal(refused["status"], refused["response"]["code"], refused["message"])

    def close(self) -> None:
        self.process.communicate(timeout=30)


def types(cubes: list[dict[str, Any]]) -> dict[str, str]:
    return {one["name"]: one["type"] for cube in cubes for one in (*cube["measures"], *cube["dimensions"])}
