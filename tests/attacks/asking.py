"""One question through every interface of a real server, and all that the asker hears of it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

import httpx
import pg8000.exceptions
import pg8000.native
import pytest

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.load import load_model
from semantic.model.model import Dimension
from semantic.pipeline import Service
from server.authenticate import read_demo_principals
from tests.interfaces.clients.answers import asked_names, rows_of, settled
from tests.interfaces.clients.cli import run_query
from tests.interfaces.clients.graphql import document
from tests.interfaces.clients.sql import literal, written
from tests.interfaces.clients.web import token
from tests.server.process import Server
from tests.worlds import World

T = TypeVar("T", bound=Callable[..., Any])
Rows = tuple[tuple[str | None, ...], ...]
# What differs between two answers that say the same: the request's id and the second.
UNEQUAL = re.compile(r"\b[0-9a-f]{32}\b|\('date', '[^']*'\)")
PUBLIC = ("rest", "graphql", "sql", "cli")


@dataclass(frozen=True)
class Told:
    """All that was heard. `codes` are those of a refusal, none of an answer."""

    text: str
    codes: tuple[str, ...] = ()
    rows: Rows = ()

    @property
    def same(self) -> str:
        """The text without what differs from one request to the next."""
        return UNEQUAL.sub("…", self.text)


@dataclass
class Place:
    """A world that is served by a process of its own."""

    world: World
    server: Server
    service: Service  # the same in this process: how a question is written in SQL depends on the model
    _sessions: dict[str, pg8000.native.Connection] = field(default_factory=dict)

    @property
    def sql_address(self) -> tuple[str, int]:
        [address] = [urlsplit(line.split()[1]) for line in self.server.printed if line.split()[:1] == ["SQL"]]
        assert address.hostname is not None
        assert address.port is not None
        return address.hostname, address.port

    @property
    def log(self) -> str:
        """What the process has printed since it began to serve."""
        return "".join(self.server.heard)

    def http(self, who: str, method: str, path: str, **more: Any) -> Told:
        headers = {**token(who), **more.pop("headers", {})}
        response = self.server.http.request(method, path, headers=headers, **more)
        return Told(f"{response.status_code} {_headers(response)}\n{_text(response)}")

    def session(self, who: str) -> pg8000.native.Connection:
        """A session kept for each asker, as a pool keeps it."""
        if who not in self._sessions:
            self._sessions[who] = self.new_session(who)
        return self._sessions[who]

    def new_session(self, who: str, database: str = "nogletal") -> pg8000.native.Connection:
        host, port = self.sql_address
        return pg8000.native.Connection(who, host, database, port, "demo", timeout=60)

    def sql(self, who: str, text: str, settings: Mapping[str, str] | None = None, **values: Any) -> Told:
        """A statement, by the simple protocol or with values by the extended one."""
        session = self.session(who)
        session.notices.clear()
        try:
            for name, value in (settings or {}).items():
                session.run(f"SET {name} = {literal(value)}")
            copied = io.BytesIO()
            rows = session.run(text, stream=copied, **values) or []
        except pg8000.native.DatabaseError as error:
            words = error.args[0]
            codes = (words.get("R", words["C"]), *re.findall(r"^([A-Z]\d{3}): ", words.get("D", ""), re.MULTILINE)[1:])
            return Told(f"{sorted(words.items())} {list(session.notices)}", codes)
        except (pg8000.exceptions.InterfaceError, OSError):
            self._forget(self._sessions.pop(who))
            return Told("the session was ended", ("ended",))
        finally:
            if settings and who in self._sessions:
                session.run("RESET ALL")
        told = tuple(tuple(settled(cell) for cell in row) for row in rows)
        copy = sorted(copied.getvalue().decode().splitlines())  # rows come in any order where none is asked for
        shown = sorted(told, key=str)
        return Told(f"{session.columns} {shown} {copy} {list(session.notices)} {session.parameter_statuses}", (), told)

    @staticmethod
    def _forget(session: pg8000.native.Connection) -> None:
        with suppress(pg8000.exceptions.InterfaceError, OSError):
            session.close()

    def script(self, who: str, text: str) -> Told:
        """What the last of several statements is told; whatever they set or begin is taken back."""
        *before, last = text.split("; ")
        try:
            for one in before:
                self.sql(who, one)
            return self.sql(who, last)
        finally:
            self.sql(who, "rollback")
            self.sql(who, "discard all")

    def close(self) -> None:
        for session in self._sessions.values():
            self._forget(session)
        self.server.stop()
        self.service.generation.close()


def _headers(response: httpx.Response) -> list[tuple[str, str]]:
    """As they came, but for the one that is drawn by lot: any number may stand in it."""
    return [(name, value) for name, value in response.headers.multi_items() if name != "x-request-id"]


def _text(response: httpx.Response) -> str:
    return response.content.decode("utf-8", "backslashreplace")


def serve(world: World) -> Place:
    """The world served by a real process, with its demo principals."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NOGLETAL_POLICIES", str(world.access))
        server = Server("--demo", "--model", world.model, "--database", world.database)
    model, limits = load_model(world.model), Limits(threads=1)
    generation = Generation({"demo": Path(world.database)}, model, limits)
    return Place(world, server, Service(generation, load_policies(world.access, generation.model), limits))


def principal(place: Place, who: str) -> Principal:
    return next(one for one in read_demo_principals(place.world.access) if one.subject == who)


Rename = Callable[[str], str]


def as_it_is(text: str) -> str:
    return text


class Interface(Protocol):
    """One way to ask Cube's query. What was written for it goes through `rename` before it is sent."""

    name: str

    def ask(self, place: Place, query: dict[str, Any], who: str, rename: Rename = as_it_is) -> Told: ...


class Rest:
    name = "rest"

    def ask(self, place: Place, query: dict[str, Any], who: str, rename: Rename = as_it_is) -> Told:
        body = {"query": json.loads(rename(json.dumps(query)))}
        response = place.server.http.post("/cubejs-api/v1/load", json=body, headers=token(who))
        text = f"{response.status_code} {_headers(response)}\n{response.text}"
        body = response.json()
        if response.status_code != 200:
            return Told(text, tuple(one["code"] for one in body["problems"]))
        return Told(text, (), rows_of(body["data"], asked_names(query)))


class Graphql:
    name = "graphql"

    def ask(self, place: Place, query: dict[str, Any], who: str, rename: Rename = as_it_is) -> Told:
        return graphql(place, rename(document(query, times_of(place))), who)


def graphql(place: Place, text: str, who: str, **more: Any) -> Told:
    """The document's answer; rows are those of the first field, each object's values one after the other."""
    response = place.server.http.post("/graphql", json={"query": text, **more}, headers=token(who))
    heard = f"{response.status_code} {_headers(response)}\n{response.text}"
    body = response.json()
    if "errors" in body:
        return Told(heard, tuple(one["extensions"]["code"] for one in body["errors"]))
    rows = next(iter(body["data"].values()))
    return Told(heard, (), tuple(tuple(_cells(row)) for row in rows) if isinstance(rows, list) else ())


def _cells(value: object) -> list[str | None]:
    if isinstance(value, dict):
        return [cell for part in value.values() for cell in _cells(part)]
    return [settled(value)]


def times_of(place: Place) -> frozenset[str]:
    return frozenset(
        f"{view.name}.{name}" for view in place.service.generation.model.views.values()
        for name, entry in view.members.items() if isinstance(entry.member, Dimension) and entry.member.kind == "time"
    )  # fmt: skip


class Sql:
    name = "sql"

    def ask(self, place: Place, query: dict[str, Any], who: str, rename: Rename = as_it_is) -> Told:
        text, settings = written(query, place.service, principal(place, who))
        return place.sql(who, rename(text), {name: rename(value) for name, value in settings.items()})


class Cli:
    name = "cli"

    def ask(self, place: Place, query: dict[str, Any], who: str, rename: Rename = as_it_is) -> Told:
        ran = run_query(place.world, json.loads(rename(json.dumps(query))), who)
        text = f"{ran.exit_code}\n{ran.stdout}\n{ran.stderr}"
        if ran.exit_code:
            return Told(text, tuple(re.findall(r"^([A-Z]\d{3}) ", ran.stderr, re.MULTILINE)))
        return Told(text, (), rows_of(json.loads(ran.stdout, parse_float=str), asked_names(query)))


INTERFACES: Mapping[str, Interface] = {one.name: one for one in (Rest(), Graphql(), Sql(), Cli())}


def through(*names: str) -> Callable[[T], T]:
    """The test is run once through each of these interfaces, given to it as `interface`."""

    def mark(test: T) -> T:
        chosen = [INTERFACES[name] for name in names or PUBLIC]
        parametrized: T = pytest.mark.parametrize("interface", chosen, ids=lambda one: one.name)(test)
        return on(*(names or PUBLIC))(parametrized)

    return mark


def on(*names: str) -> Callable[[T], T]:
    """The test attacks these interfaces, each in words of its own."""

    def mark(test: T) -> T:
        test.__dict__["attacks"] = names
        return test

    return mark
