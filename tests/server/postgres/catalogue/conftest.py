"""The demo's catalogue, all of it visible, and a real PostgreSQL beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from semantic.access.principal import Principal
from semantic.pipeline import Service
from server.postgres.catalogue.catalogue import Catalogue
from server.postgres.statement import Session
from tests.postgres import Postgres
from tests.server.postgres.catalogue.compared import ASKER, Compared
from tests.server.postgres.catalogue.twin import twin
from tests.worlds import PROJECT, World

PROCESS = 4711


@pytest.fixture(scope="session")
def demo(demo_database: Path) -> Service:
    """The demo with nothing hidden."""
    return World("demo", PROJECT / "schema", demo_database).service()


@pytest.fixture(scope="session")
def catalogue(demo: Service) -> Iterator[Catalogue]:
    made = Catalogue(demo.visible)
    yield made
    made.close()


@pytest.fixture(scope="session")
def session() -> Session:
    return Session(Principal(ASKER, ("direktion",)), {}, PROCESS)


@pytest.fixture(scope="session")
def compared(fifteen: Postgres, catalogue: Catalogue, session: Session) -> Iterator[Compared]:
    database = catalogue.database(session.principal)
    with twin(fifteen, (*database.records, *database.public), ASKER) as connection:
        yield Compared.of(connection, catalogue, database, session)


@pytest.fixture(scope="session")
def fifteen(postgres: Postgres) -> Postgres:
    """A PostgreSQL of the version that we answer as."""
    with postgres.connect() as connection:
        [[version]] = connection.run("SHOW server_version_num")
    if int(version) // 10_000 != 15:
        refuse = pytest.fail if os.environ.get("REQUIRE_REAL_CLIENTS") == "1" else pytest.skip
        refuse(f"PostgreSQL 15 is not installed, but {version}")
    return postgres
