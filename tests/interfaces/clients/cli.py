"""The command line, its answer read as JSON."""

from __future__ import annotations

import atexit
import json
import re
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner, Result

from semantic.audit.auditor import Auditor
from semantic.pipeline import Service
from server.cli import main
from server.settings import Settings
from server.terminal import local
from server.terminal.local import local_service
from tests.interfaces.clients.answers import Heard, asked_names, rows_of
from tests.worlds import World

# What the commands import within is there before it is put in another's place: a name that is bound then stays so.
for _command in ("app", "policies", "reviewing"):
    import_module(f"server.terminal.{_command}")
PROBLEM = re.compile(r"^(?P<code>[A-Z]\d{3}) (?P<message>.*?)(?: \((?P<detail>found .*)\))?$")
SCOPE = re.compile(r" · omfang (.*)$", re.MULTILINE)


@cache
def kept_open(model: Path, database: Path, policies: Path) -> Service:
    """What the command opens, once for a world: opening is most of its time, and is tested with the command itself."""
    opened = local_service(Settings(model=model, policies=policies, databases={"demo": database}))
    service = opened.__enter__()
    atexit.register(opened.__exit__, None, None, None)
    return service


class CliClient:
    name = "cli"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        ran = run_query(world, query, principal)
        if ran.exit_code:
            assert ran.exit_code == 1, ran.output
            return Heard(problems=tuple(_problems(ran.stderr)))
        records = json.loads(ran.stdout, parse_float=Decimal)
        names = tuple(records[0]) if records else asked_names(query)
        told = SCOPE.search(ran.stderr)
        assert told is not None
        return Heard(names, rows_of(records, names), scope=told[1])


def run_query(world: World, query: dict[str, Any], principal: str) -> Result:
    """The command as it ran. It names no database that is there, so that none is opened but the one kept open."""
    absent = world.database.with_name("absent.duckdb")
    arguments = ["query", "--query", "-", "--format", "json", "--as", principal,
                 "--model", str(world.model), "--database", str(absent)]  # fmt: skip
    runner = CliRunner(env={"NOGLETAL_POLICIES": str(world.access)})
    with served_by(kept_open(world.model, world.database, world.access)):
        return runner.invoke(main, arguments, input=json.dumps(query))


def served_by(service: Service) -> AbstractContextManager[object]:
    """As long as it lasts, a command that asks is answered by this service, and records what it asks as ever."""

    def opened(settings: Settings, auditor: Auditor) -> AbstractContextManager[Service]:
        return nullcontext(replace(service, auditor=auditor))

    return patch.object(local, "local_service", opened)


def _problems(text: str) -> list[tuple[str, str, str | None]]:
    """The problems as printed: a line each, and its hint indented below."""
    found: list[tuple[str, str, str | None]] = []
    for line in text.splitlines():
        if line.startswith("    ") and found:
            code, message, _ = found[-1]
            found[-1] = (code, message, line.strip())
        elif match := PROBLEM.match(line):
            found.append((match["code"], match["message"], None))
    return found
