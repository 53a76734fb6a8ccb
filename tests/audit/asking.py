"""A small world of persons and of none, asked over a recorder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from semantic.access.principal import OPERATOR, Principal
from semantic.audit.asked import Asked
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import Service, answer
from semantic.result import collect
from server.audit.chain_file import Keeping
from server.audit.read import Question, questions
from server.audit.recorder import Recorder, utc_now
from tests.small_model import small_model

MODEL = """
cubes:
  - name: borger
    sql_table: borger
    person_key: cpr
    dimensions:
      - {name: cpr, sql: cpr, type: string, primary_key: true, public: true}
      - {name: sogn, sql: sogn, type: string}
    measures:
      - {name: antal, type: count}
  - name: sogn
    sql_table: sogn
    dimensions:
      - {name: navn, sql: navn, type: string, primary_key: true, public: true}
      - {name: mest, sql: mest, type: string}
    measures:
      - {name: antal, type: count}
"""
ROWS = """
create table borger as select * from (values ('0101701234', 'Vor Frue'), ('0202802345', 'Vor Frue')) as t(cpr, sogn);
create table sogn as select * from (values ('Vor Frue', 'by'), ('Ho', 'land')) as t(navn, mest);
"""
NOBODY = Principal("nobody", ())
PERSONS = {"measures": ["borger.antal"]}
PARISHES = {"measures": ["sogn.antal"]}


@dataclass(frozen=True)
class Asker:
    """Asks the world, and reads what was recorded of it."""

    service: Service
    recorder: Recorder
    folder: Path

    def ask(self, query: dict[str, Any], principal: Principal = OPERATOR) -> list[tuple[object, ...]] | str:
        """The rows of the answer, or the code of the refusal."""
        try:
            found = collect(answer(parse_query(query, default_limit=None), principal, self.service))
        except ServiceError as error:
            return error.code
        return list(zip(*(column.to_pylist() for column in found.table.columns), strict=True))

    def recorded(self) -> list[Question]:
        """What stands in the log, the oldest first. Closings may still be under way."""
        return list(questions(self.folder))[::-1]

    def text(self) -> str:
        return "".join(path.read_text("utf-8") for path in sorted(self.folder.glob("*.jsonl")))


@contextmanager
def kept(folder: Path, **keeping: Any) -> Iterator[Recorder]:
    """A recorder whose audit lies in the folder's `audit`."""
    now = keeping.pop("now", utc_now)
    where = Keeping(folder / "audit", **{"file_bytes": 64_000_000, "days": 30, **keeping})
    recorder = Recorder(where, folder / "audit.key", now)
    try:
        yield recorder
    finally:
        recorder.close()


def note(recorder: Recorder, subject: str = "someone", personal: bool = False) -> bool:
    """Whether a question of the subject was kept."""
    return recorder.over("test").opened(Asked(subject, (), "model", 1, "policies", personal=personal)).durable()


@contextmanager
def asker(folder: Path) -> Iterator[Asker]:
    """The world, asked over a recorder."""
    with kept(folder) as recorder, small_model(folder, MODEL, ROWS) as service:
        yield Asker(replace(service, auditor=recorder.over("test")), recorder, folder / "audit")
