"""Where the state lies: opened from the settings, its tables brought up to date."""

from __future__ import annotations

import os
import sqlite3
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from semantic.errors import DefinitionError, Problem
from server.state.migrate import upgrade
from server.state.place import StatePlace

BUSY_SECONDS = 5  # for which another writer, or a database that does not answer, is waited for
IMMEDIATE = "sqlite_immediate"


@dataclass(frozen=True)
class State:
    """The open state. A connection is taken for one reading or one change, which is whole or not at all."""

    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            connection = connection.execution_options(**{IMMEDIATE: True})
            with connection.begin():
                yield connection

    def forget(self) -> bool:
        """Leaves nothing in a SQLite file's log of what was erased; of another database its own keepers see to that.

        False where the log is still there, since somebody reads what was before.
        """
        if self.engine.dialect.name != "sqlite":
            return True
        with self.engine.connect() as connection:
            try:
                [(is_busy, *_)] = connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error:
                return False
        return not is_busy

    def close(self) -> None:
        self.engine.dispose()


def open_state(place: StatePlace) -> State:
    """The state with its tables up to date; a SQLite file is made where there is none.

    Raises DefinitionError: D662 it cannot be opened, D663 it is of a later version, D664 no password file.
    """
    try:
        engine = _engine(place)
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise _unopened(place, error) from None
    state = State(engine)
    try:
        with state.writing() as connection:
            upgrade(connection)
    except (SQLAlchemyError, OSError) as error:
        state.close()
        raise _unopened(place, error) from None
    except BaseException:
        state.close()
        raise
    return state


def _unopened(place: StatePlace, error: Exception) -> DefinitionError:
    """The driver's own words name no secret: the password is in none of its messages."""
    first = str(getattr(error, "orig", None) or error).splitlines()[0][:200] if str(error) else type(error).__name__
    hint = "See 'state' in the settings: the file's folder must exist and be ours, the database must answer."
    return DefinitionError(Problem("D662", f"The state '{place}' cannot be opened.", hint, first))


def _engine(place: StatePlace) -> Engine:
    if place.file is not None:
        return _sqlite(place.file)
    url = make_url(place.url).set(drivername="postgresql+pg8000")
    arguments: dict[str, Any] = {"timeout": BUSY_SECONDS, "application_name": "nogletal"}
    if url.query:
        arguments["ssl_context"] = ssl.create_default_context()
    if place.password_file is not None:
        url = url.set(password=_password(place.password_file))
    return create_engine(
        url.set(query={}),
        pool_pre_ping=True,
        pool_timeout=BUSY_SECONDS,
        pool_size=5,
        connect_args=arguments,
        hide_parameters=True,  # a fault would say what was written
    )


def _password(file: Path) -> str:
    try:
        found = file.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        found = ""
    if not found:
        hint = "It holds the password of the state's database, and nothing else."
        raise DefinitionError(Problem("D664", f"There is no password in the file '{file}', or no such file.", hint))
    return found


def _sqlite(file: Path) -> Engine:
    """One writer at a time; who reads is not kept waiting. The file is ours alone, since it holds verifiers."""
    file.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,  # as above
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: object) -> None:
        connection.isolation_level = None  # else Python commits before each CREATE TABLE
        for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options: Any = connection.get_execution_options()
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(IMMEDIATE) else "BEGIN")

    return engine


class StateSource:
    """The state, opened when it is first there: before the first user is made, there is no file and nobody is known."""

    def __init__(self, place: StatePlace, open_it: Callable[[StatePlace], State] = open_state) -> None:
        self.place = place
        self._open = open_it
        self._lock = threading.Lock()
        self._state: State | None = None

    def current(self) -> State | None:
        """None while there is no file. Raises DefinitionError when it cannot be opened."""
        if self._state is None and (self.place.file is None or self.place.file.is_file()):
            with self._lock:
                self._state = self._state or self._open(self.place)
        return self._state

    def made(self) -> State:
        """The state, made where there is none. Raises DefinitionError when it cannot be."""
        with self._lock:
            self._state = self._state or self._open(self.place)
        return self._state

    def close(self) -> None:
        if self._state is not None:
            self._state.close()
