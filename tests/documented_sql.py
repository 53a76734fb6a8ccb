"""The SQL that a document shows, asked as the demo's `direktion`, and its answer as psql writes it.

A block may begin with SET. The block of text that follows, if there is one, holds lines of psql's answer: notices, the
refusal without its LINE, or the rows with the line of their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from semantic.errors import ServiceError
from semantic.execute.cancellation import Cancellation
from semantic.pipeline import Service
from server.authenticate import read_demo_principals
from server.postgres.command import RowGiving, Set
from server.postgres.parse import parse
from server.postgres.refusal import SqlError, report_of
from server.postgres.statement import Rows, Session
from server.postgres.statements import PostgresStatements
from tests.interfaces.clients.sql import service_of
from tests.worlds import PROJECT, world

# A block of SQL, and the block of text right below it.
BLOCK = re.compile(r"^```sql\n(.*?)^```\n(?:```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
ASKER = "direktion"
POLICIES = PROJECT / "access_policies"
RULE = re.compile(r"[-+]+")


@dataclass(frozen=True)
class SqlExample:
    document: str
    statements: tuple[str, ...]
    promised: str  # empty where nothing is shown; an answer it must be all the same


def sql_examples(text: str, document: str) -> list[SqlExample]:
    """In order. Statements end with a semicolon at the end of a line."""
    return [
        SqlExample(document, tuple(filter(None, map(str.strip, re.split(r";$", body, flags=re.MULTILINE)))), shown)
        for body, shown in BLOCK.findall(text)
    ]


def disagreement(example: SqlExample) -> object:
    """What the answer lacks of what the document shows; None where they agree."""
    said = answered(example.statements)
    notices, rows = split(example.promised)
    missing = [line for line in notices if line not in said.notices]
    if not example.promised and said.refused:
        return said.notices
    if said.refused != any(line.startswith("ERROR:") for line in notices):
        return said
    if missing or (rows and rows != said.rows):
        return missing, rows, said
    return None


@dataclass(frozen=True)
class Said:
    """What psql would write: lines beside the rows, and the rows as cells, the names first and the count last."""

    notices: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    refused: bool = False


def split(text: str) -> tuple[list[str], tuple[tuple[str, ...], ...]]:
    """The lines of notices and refusals, and the rows cell by cell."""
    lines = [line for line in text.splitlines() if line.strip() and not RULE.fullmatch(line.strip())]
    notices = [line.strip() for line in lines if re.match(r"[A-Z]+: ", line)]
    table = [line for line in lines if not re.match(r"[A-Z]+: ", line)]
    return notices, tuple(tuple(cell.strip() for cell in line.split("|")) for line in table)


def answered(statements: tuple[str, ...]) -> Said:
    """The settings set, and the last statement's answer."""
    settings: dict[str, str] = {}
    try:
        for text in statements:
            match parse(text):
                case Set(name, value) if value is not None:
                    settings[name] = value
                case RowGiving(select):
                    return asked(select, settings)
                case other:
                    raise AssertionError(f"a document shows {other}")
    except (ServiceError, SqlError) as error:
        return Said(tuple(refusal(error)), refused=True)
    raise AssertionError(f"a document shows no question: {statements}")


def asked(text: str, settings: dict[str, str]) -> Said:
    principal = next(one for one in read_demo_principals(POLICIES) if one.subject == ASKER)
    session, statements = Session(principal, settings, 1), PostgresStatements(demo)
    found = statements.run(statements.prepare(text, (), session), (), session, Cancellation())
    rows = tuple(table(found))
    notices = [line for one in found.notices for line in _lines("NOTICE", one.message, one.detail, one.hint)]
    return Said(tuple(notices), rows)


@cache
def demo() -> Service:
    """The demo under its own policies."""
    return service_of(replace(world("demo"), policies=POLICIES))


def refusal(error: Exception) -> Iterator[str]:
    report = report_of(error)
    return _lines(report.severity, report.message, report.detail, report.hint)


def _lines(severity: str, message: str, detail: str | None, hint: str | None) -> Iterator[str]:
    yield f"{severity}:  {message}"
    yield from (f"{name}:  {text}" for name, text in (("DETAIL", detail), ("HINT", hint)) if text)


def table(found: Rows) -> Iterator[tuple[str, ...]]:
    yield tuple(column.name for column in found.columns)
    count = 0
    for batch in found.batches:
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            count += 1
            yield tuple(map(cell, row))
    yield (f"({count} row{'' if count == 1 else 's'})",)


def cell(value: object) -> str:
    """As psql shows it, aligned by nobody."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "t" if value else "f"
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)
