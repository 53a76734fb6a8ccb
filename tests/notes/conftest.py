"""The demo under its own policies, with a state and a record of its own, asked over GraphQL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.audit.recorder import open_recorder
from server.main import build_app
from server.settings import AuditSettings, Settings
from server.state.database import StateSource
from server.state.notes import KeptNotes
from server.state.place import StatePlace
from tests.server.conftest import Client
from tests.worlds import PROJECT, world

FIELDS = "id noegletal enhedstype enhed periode nummer tekst af historik { nummer tekst af }"
WRITE = f"""mutation ($noegletal: String!, $enhedstype: String!, $enhed: String!, $periode: String!, $tekst: String!) {{
  skrivNote(noegletal: $noegletal, enhedstype: $enhedstype, enhed: $enhed, periode: $periode, tekst: $tekst) {{
    {FIELDS} }} }}"""
CHANGE = f"""mutation ($id: ID!, $nummer: Int!, $tekst: String!) {{
  retNote(id: $id, nummer: $nummer, tekst: $tekst) {{ {FIELDS} }} }}"""
WITHDRAW = f"mutation ($id: ID!) {{ traekNoteTilbage(id: $id) {{ {FIELDS} }} }}"
READ = f"query ($ids: [String!]!, $when: String) {{ noter(noegletal: $ids, range: $when) {{ {FIELDS} }} }}"
KEPT_IN_TIME, CASES_HELD = "noegletal-006", "noegletal-005"
TEXT = "Ferie i uge 29: færre afgørelser. <b>Tallet er rigtigt.</b>"
Found = dict[str, Any]


class Desk:
    """The application and what it keeps."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.folder = folder
        audit = AuditSettings(folder=folder / "audit", key_file=folder / "audit.key")
        databases, state = {"demo": world("demo").database}, f"sqlite:///{folder / 'state.db'}"
        given = {"policies": PROJECT / "access_policies", "databases": databases, "demo": True, **settings}
        self.settings = Settings(state=state, audit=audit, **given)
        self.recorder = open_recorder(audit)
        self.client = Client(build_app(self.settings, recorder=self.recorder))
        self.book = KeptNotes(StateSource(StatePlace(state)))

    def ask(self, who: str, query: str, headers: dict[str, str] | None = None, **variables: object) -> Found:
        """The data, or the code of the first error as `code`."""
        sent = {"Authorization": f"demo-{who}"} if headers is None else headers
        heard = self.client.post("/graphql", json={"query": query, "variables": variables}, headers=sent).json()
        if "errors" in heard:
            return {"code": heard["errors"][0]["extensions"]["code"], "message": heard["errors"][0]["message"]}
        found: Found = heard["data"]
        return found

    def write(self, who: str, enhed: str = "E05", **other: str) -> Found:
        """The note, or the refusal."""
        figure = {"noegletal": KEPT_IN_TIME, "enhedstype": "enhed", "periode": "2024-07", "tekst": TEXT}
        found = self.ask(who, WRITE, enhed=enhed, **{**figure, **other})
        return found.get("skrivNote") or found

    def change(self, who: str, note: Found, text: str, number: int | None = None) -> Found:
        found = self.ask(who, CHANGE, id=note["id"], nummer=number or note["nummer"], tekst=text)
        return found.get("retNote") or found

    def withdraw(self, who: str, note: Found) -> Found:
        found = self.ask(who, WITHDRAW, id=note["id"])
        return found.get("traekNoteTilbage") or found

    def read(self, who: str, *ids: str, when: str | None = None) -> list[Found]:
        found: list[Found] = self.ask(who, READ, ids=list(ids) or [KEPT_IN_TIME], when=when)["noter"]
        return found

    def units(self, who: str, *ids: str) -> list[str]:
        return [one["enhed"] for one in self.read(who, *ids)]

    def records(self) -> list[Found]:
        """What the record has, once all of it is written."""
        self.recorder.close()
        files = sorted((self.folder / "audit").glob("*.jsonl"))
        return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]

    def close(self) -> None:
        self.client.close()
        self.book.source.close()
        self.recorder.close()


def in_the_state(desk: Desk, words: str) -> bool:
    return any(words.encode() in file.read_bytes() for file in desk.folder.glob("state.db*"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()
