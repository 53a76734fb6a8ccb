"""Where the clients connect, and a real PostgreSQL 15 that imitates our endpoint there.

The imitation holds two of the demo's views at their full grain, with the columns, types and comments that the
endpoint gives them. A test that asks for every dimension gets the same rows from both.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb
import pytest

from tests.postgres import Postgres
from tests.server.process import Server
from tests.worlds import PROJECT, open_policies


@dataclass(frozen=True)
class Endpoint:
    """An address with a login that may read the tables. It takes clients with and without TLS.

    `slow` is a statement that runs for longer than any test waits; it is there to be cancelled.
    """

    host: str
    port: int
    user: str
    password: str
    database: str
    slow: str
    encrypted: bool = False  # whether a client is to demand TLS

    def keywords(self, database: str = "dbname") -> dict[str, Any]:
        """As drivers in Python call them; they differ in the database's keyword."""
        login = {"host": self.host, "port": self.port, "user": self.user, "password": self.password}
        return {**login, database: self.database}

    def url(self, dialect: str = "postgresql") -> str:
        """With the password, which holds nothing that a URL must escape."""
        return f"{dialect}://{self.user}:{self.password}@{self.host}:{self.port}/{self.database}"


LOGIN, PASSWORD = "laeser", "kun-til-proever"
SLEEP = "select pg_sleep(600)"

COMMON = """
    opgjort_pr date,
    dataversion int4,
    omfang text
"""
# What is asked are views, as our endpoint says that its own are; their rows lie where the login may not look.
TABLES = f"""
CREATE SCHEMA lager;
CREATE TABLE lager.regnskab (
    kommunekode int4,
    kommune text,
    region text,
    kommunegruppe text,
    funktion text,
    funktion_navn text,
    aar int4,
    udgift_kr numeric,
    udgift_kr__status text,
    {COMMON}
);
CREATE TABLE lager.befolkning (
    kommunekode int4,
    kommune text,
    region text,
    koen text,
    alder int4,
    aldersgruppe text,
    periode date,
    personer int8,
    personer__status text,
    {COMMON}
);
CREATE SCHEMA noegletal;
CREATE VIEW public.regnskab AS SELECT * FROM lager.regnskab;
CREATE VIEW public.befolkning AS SELECT * FROM lager.befolkning;
CREATE VIEW noegletal.noegletal (visning, navn, titel, definition, enhed, version) AS
    SELECT text '', text '', text '', text '', text '', int4 '0' WHERE false;
COMMENT ON VIEW public.regnskab IS 'Kommunale regnskaber (REGK31). Kommunernes nettoudgifter efter funktion.';
COMMENT ON COLUMN public.regnskab.aar IS 'År. Regnskabsåret.';
COMMENT ON COLUMN public.regnskab.udgift_kr IS 'Nettoudgift. Nettoudgift i løbende priser. Enhed: kr.';
COMMENT ON VIEW public.befolkning IS 'Befolkning. Folketal den første dag i kvartalet.';
COMMENT ON COLUMN public.befolkning.personer IS 'Folketal. Antal personer med bopæl i kommunen. Enhed: personer';
GRANT USAGE ON SCHEMA noegletal TO {LOGIN};
GRANT SELECT ON public.regnskab, public.befolkning, noegletal.noegletal TO {LOGIN};
"""
STAMP = "DATE '2026-11-29' AS opgjort_pr, CAST(1 AS INTEGER) AS dataversion, 'alle rækker' AS omfang"
ROWS = {
    "regnskab": f"""
        select r.kommunekode, k.kommune, k.region, k.kommunegruppe, r.funktion, r.funktion_navn, r.aar, r.udgift_kr,
            'ok', {STAMP}
        from regnskab r join kommuner k using (kommunekode) order by r.aar, r.kommunekode, r.funktion""",
    "befolkning": f"""
        select b.kommunekode, k.kommune, k.region, b.koen, b.alder, b.aldersgruppe, b.periode, b.personer, 'ok', {STAMP}
        from befolkning b join kommuner k using (kommunekode) order by b.kommunekode, b.koen, b.alder""",
}


@contextmanager
def imitation(postgres: Postgres, demo: Path | None) -> Iterator[Endpoint]:
    """A database of the cluster with the tables; their rows are the demo's, or none without a demo."""
    with postgres.database() as name:
        with postgres.connect(name) as connection:
            if not connection.run(f"SELECT 1 FROM pg_roles WHERE rolname = '{LOGIN}'"):
                connection.run(f"CREATE ROLE {LOGIN} LOGIN PASSWORD '{PASSWORD}'")
            connection.run(TABLES)
            _encrypt(connection)
            if demo is not None:
                _fill(connection, demo)
        yield Endpoint(postgres.host, postgres.port, LOGIN, PASSWORD, name, SLEEP)


def _fill(connection: Any, demo: Path) -> None:
    with duckdb.connect(demo, read_only=True) as source:
        for table, sql in ROWS.items():
            lines = ["\t".join(map(str, row)) + "\n" for row in source.execute(sql).fetchall()]
            connection.run(f"COPY lager.{table} FROM STDIN", stream=lines)


# A view beside the demo's that yields rows for hours and takes no memory.
ENDLESS = "CREATE VIEW endless AS SELECT range % 7 AS rest FROM range(100000000000000)"
ENDLESS_MODEL = """\
cubes:
  - name: endless
    sql_table: main.endless
    dimensions: [{name: rest, type: number, sql: rest}]
    measures: [{name: total, type: sum, sql: rest}]
"""
SLOW = "select rest, total from endless"


@contextmanager
def served(demo: Path, folder: Path) -> Iterator[Endpoint]:
    """Our own server over a copy of the demo in the folder, with a certificate; who logs in may see everything."""
    shutil.copytree(PROJECT / "schema", folder / "model")
    (folder / "model" / "endless.yml").write_text(ENDLESS_MODEL, "utf-8")
    shutil.copytree(open_policies(folder / "model"), folder / "access_policies")
    shutil.copy(demo, folder / "demo.duckdb")
    with duckdb.connect(folder / "demo.duckdb") as connection:
        connection.execute(ENDLESS)
    _certificate(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NOGLETAL_SQL_TLS_CERTIFICATE", str(folder / "server.crt"))
        patch.setenv("NOGLETAL_SQL_TLS_KEY", str(folder / "server.key"))
        server = Server("--demo", "--model", folder / "model", "--database", folder / "demo.duckdb")
    try:
        [address] = [urlsplit(line.split()[1]) for line in server.printed if line.split()[:1] == ["SQL"]]
        assert address.hostname is not None
        assert address.port is not None
        yield Endpoint(address.hostname, address.port, "direktion", "demo", "nogletal", SLOW)
    finally:
        server.stop()


def _certificate(folder: Path) -> None:
    """`server.key` and `server.crt` in the folder, which nobody has signed."""
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run(
        [*made, "-keyout", folder / "server.key", "-out", folder / "server.crt"], check=True, capture_output=True
    )


def _encrypt(connection: Any) -> None:
    """The cluster takes TLS, too, with a certificate that nobody has signed."""
    [[told]] = connection.run("SHOW data_directory")
    folder, owner = Path(told), Path(told).stat()
    _certificate(folder)
    for name in ("server.key", "server.crt"):
        (folder / name).chmod(0o600)
        os.chown(folder / name, owner.st_uid, owner.st_gid)
    connection.run("ALTER SYSTEM SET ssl = on")
    connection.run("SELECT pg_reload_conf()")
