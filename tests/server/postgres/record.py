"""Writes `traffic/<client>.sql`: what each client asks a real PostgreSQL when it connects and browses.

python -m tests.server.postgres.record [CLIENT …]       (all of them unless told; they must be installed)
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.clients.browsing.programs import BROWSE
from tests.clients.endpoint import Endpoint, imitation
from tests.postgres import Postgres, cluster, programs
from tests.server.postgres import traffic
from tests.server.postgres.recorder import recording
from tests.server.postgres.traffic import Asked

DEMO = Path(__file__).parents[3] / "var" / "demo.duckdb"
DATABASE = "nogletal"  # in the place of the recording's own
# What lies below a view has its name: a client that lists every type names both.
OBJECTS = """
SELECT c.oid, 'oid ' || replace(n.nspname, 'lager', 'public') || '.' || c.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid >= 16384 AND c.relkind IN ('r', 'v')
UNION ALL SELECT t.oid, 'type ' || replace(n.nspname, 'lager', 'public') || '.' || t.typname
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid >= 16384
UNION ALL SELECT oid, 'schema ' || nspname FROM pg_namespace WHERE oid >= 16384
UNION ALL SELECT oid, 'database' FROM pg_database WHERE datname = current_database()
UNION ALL SELECT oid, 'role' FROM pg_roles WHERE rolname = 'laeser'
"""


def record(postgres: Postgres, name: str, browse: Callable[[Endpoint], None]) -> None:
    with imitation(postgres, DEMO) as endpoint:
        with postgres.connect(endpoint.database) as connection:
            identifiers = dict(connection.run(OBJECTS))
        with recording((endpoint.host, endpoint.port)) as ((host, port), asked):
            browse(replace(endpoint, host=host, port=port))
        told = [_without_database(one, endpoint.database) for one in asked]
    traffic.write(traffic.FOLDER / f"{name}.sql", traffic.once(told, identifiers))


def _without_database(one: Asked, database: str) -> Asked:
    parameters = tuple(value.replace(database, DATABASE) for value in one.parameters)
    return replace(one, text=one.text.replace(database, DATABASE), parameters=parameters)


def main(names: list[str]) -> None:
    found = programs()
    assert found is not None, "PostgreSQL is not installed"
    folder = Path(tempfile.mkdtemp(prefix="nogletal-pg-"))
    try:
        with cluster(folder, found) as postgres:
            for name in names or BROWSE:
                record(postgres, name, BROWSE[name])
                print(name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
