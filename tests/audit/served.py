"""The demo under its own policies, audited, asked over every interface; and what then stands in the log."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from server.audit.read import Question, questions
from server.audit.recorder import open_recorder
from server.audit.verify import verify
from server.main import build_app
from server.postgres.app import Endpoint
from server.settings import AuditSettings, Settings
from tests.server.conftest import Client
from tests.server.postgres.protocol.raw import logged_in, query

DIREKTION, UDVALG, SAGSBEHANDLER = (
    {"Authorization": f"demo-{name}"} for name in ("direktion", "udvalg", "sagsbehandler")
)
OPEN = {"measures": ["regnskab.udgift_kr"]}
SECRET = "Enhed 5"
FILTER = {"member": "ydelse.enhed", "operator": "equals", "values": [SECRET]}
PERSONS = {"measures": ["ydelse.antal_ydelser"], "filters": [FILTER]}
DOCUMENT = '{ cube(where: {ydelse: {enhed: {equals: "Enhed 5"}}}) { ydelse { antal_ydelser } } }'
SQL = "select measure(antal_ydelser) from ydelse where enhed = 'Enhed 5'"
NESTED = "select max(n) + 1 as m from (select enhed, measure(antal_ydelser) as n from ydelse group by enhed) t"
Told = tuple[str, str, str, str | None, list[str]]


class Audited:
    """The demo under its own policies, audited, and what stands in the log."""

    def __init__(self, client: Client, address: tuple[str, int], folder: Path) -> None:
        self.client, self.address, self.folder = client, address, folder

    def rest(self, path: str, asked: object, headers: dict[str, str]) -> int:
        parameters = {"query": json.dumps(asked)}
        return self.client.get(f"/cubejs-api/v1/{path}", params=parameters, headers=headers).status_code

    def graphql(self, document: str, headers: dict[str, str]) -> Any:
        return self.client.post("/graphql", json={"query": document}, headers=headers).json()

    def sql(self, text: str, name: str) -> str | int:
        """The code of the refusal, or how many rows, over the wire."""
        wire = logged_in(self.address, name, "demo", database="nogletal")
        wire.send(query(text))
        told = wire.until()
        wire.close()
        refused = [one.fields["D"][:4] for one in told if one.letter == "E"]
        return refused[0] if refused else sum(one.letter == "D" for one in told)

    def questions(self) -> list[Question]:
        return list(questions(self.folder))[::-1]

    def told(self) -> list[Told]:
        """(interface, subject, decision, purpose, codes) of each question, the oldest first."""
        asked = [one.asked for one in self.questions()]
        return [(one["interface"], one["subject"], one["decision"], one["purpose"], one["codes"]) for one in asked]


@contextmanager
def over_sql(endpoint: Endpoint) -> Iterator[tuple[str, int]]:
    """The endpoint on a real port, in an event loop of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    listening = socket.create_server(("127.0.0.1", 0))

    def do(work: Coroutine[Any, Any, object]) -> None:
        asyncio.run_coroutine_threadsafe(work, loop).result(30)

    do(endpoint.start(listening))
    try:
        yield listening.getsockname()[:2]
    finally:
        do(endpoint.stop(5))
        do(loop.shutdown_asyncgens())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextmanager
def audited_demo(tmp_path: Path, demo_database: Path) -> Iterator[Audited]:
    folder = tmp_path / "audit"
    settings = Settings(
        demo=True,
        databases={"demo": demo_database},
        audit=AuditSettings(folder=folder, key_file=tmp_path / "audit.key"),
    )
    recorder = open_recorder(settings.audit)
    client = Client(build_app(settings, recorder=recorder))
    with over_sql(client.app.state.endpoint) as address:
        yield Audited(client, address, folder)
    client.close()
    recorder.close()
    text = "".join(path.read_text("utf-8") for path in folder.glob("*.jsonl"))
    assert text
    assert SECRET not in text
    assert verify(folder).faults == ()
