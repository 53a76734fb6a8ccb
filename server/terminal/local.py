"""The service as the command line opens it: in this process, for one command."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from semantic.access.link import DEMO_FILE, load_policies
from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR, Principal
from semantic.audit.auditor import SILENT, Auditor
from semantic.errors import DefinitionError, ParseError, Problem, suggest
from semantic.execute.duckdb import Generation
from semantic.execute.live import NOTHING_ASKED
from semantic.limits import Limits
from semantic.model.load import load_model
from semantic.pipeline import Service
from server.audit.recorder import open_recorder
from server.audit.table import live_tables
from server.authenticate import read_demo_principals
from server.editions import editions_of
from server.settings import Settings, load_settings
from server.state.kept import kept_tables


def local_settings(config: Path | None, model: Path | None, database: Path | None) -> Settings:
    """The settings, what was typed above all. Raises DefinitionError (D65x)."""
    typed: Mapping[str, object] = {"model": model, "databases": {"demo": database} if database else None}
    return load_settings(config, os.environ, typed)


def model_folder(settings: Settings) -> Path:
    """The folder of the model. Raises DefinitionError (D601) when there is none, which would else be an empty model."""
    if not settings.model.is_dir():
        hint = "Give the folder with --model, or set it in the configuration."
        raise DefinitionError(Problem("D601", f"There is no folder '{settings.model}'.", hint))
    return settings.model


def short(path: Path) -> str:
    """The path from here where it lies below."""
    full = path.resolve()
    return str(full.relative_to(Path.cwd())) if full.is_relative_to(Path.cwd()) else str(path)


@contextmanager
def local_service(settings: Settings, auditor: Auditor = SILENT) -> Iterator[Service]:
    """One generation of model and data with the policies in force, closed after. The local operator reads all."""
    limits = Limits(max_rows=settings.limits.max_rows, timeout=settings.limits.timeout)
    model = load_model(model_folder(settings))
    asked_before = NOTHING_ASKED if auditor is SILENT else live_tables(settings.audit.folder)
    live = {**asked_before, **kept_tables(settings, model)}
    generation = Generation(settings.databases, model, limits, live)
    try:
        policies = load_policies(settings.access, generation.model)
        operator = open_to_operator("operatoer", "The local command line reads all.").roles
        in_force = policies.beside(*operator.values())
        editions = editions_of(settings, limits)
        yield Service(generation, in_force, limits, settings.timezone, auditor=auditor, editions=editions)
    finally:
        generation.close()


@contextmanager
def audited_service(settings: Settings, principal: Principal) -> Iterator[Service]:
    """The same, and what is asked of it is recorded: of the operator, and of whom it is asked as."""
    recorder = open_recorder(settings.audit)
    on_behalf = None if principal is OPERATOR else OPERATOR.subject
    try:
        with local_service(settings, recorder.over("cli", on_behalf)) as service:
            yield service
    finally:
        recorder.close()


def who(name: str | None, settings: Settings) -> Principal:
    """The local operator, or the active user or demo principal of that name. Raises ParseError (P146), DeniedError."""
    if name is None:
        return OPERATOR
    user = _user(name, settings)
    if user is not None:
        return user
    demo = read_demo_principals(settings.access) if (settings.access / DEMO_FILE).is_file() else ()
    known = {principal.subject: principal for principal in demo}
    if name not in known:
        hint = f"'nogletal user list' shows the users. Demo principals: {', '.join(known) or 'none'}."
        message = f"There is no user or demo principal '{name[:80]}' who may log in."
        raise ParseError(Problem("P146", message, f"{suggest(name, known) or ''} {hint}".strip()))
    return known[name]


def _user(name: str, settings: Settings) -> Principal | None:
    """The active user of the state, where there is one; no state is made to look."""
    from server.identity.door import utc_now
    from server.state import accounts
    from server.state.database import StateSource
    from server.state.place import StatePlace

    source = StateSource(StatePlace(settings.state, settings.state_password_file))
    state = source.current()
    if state is None:
        return None
    try:
        with state.reading() as connection:
            found = accounts.find(connection, name)
        return found.principal(utc_now()) if found is not None and found.active else None
    finally:
        source.close()
