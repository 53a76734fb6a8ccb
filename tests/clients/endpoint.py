"""Where the clients connect, and a real PostgreSQL 15 that imitates our endpoint there.

The imitation holds two of the demo's views as tables at their full grain, with the columns, types and comments that the
endpoint gives them. A test that asks for every dimension gets the same rows from both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from tests.postgres import Postgres


@dataclass(frozen=True)
class Endpoint:
    """An address with a login that may read the tables."""

    host: str
    port: int
    user: str
    password: str
    database: str
    encrypted: bool = False

    def keywords(self, database: str = "dbname") -> dict[str, Any]:
        """As drivers in Python call them; they differ in the database's keyword."""
        login = {"host": self.host, "port": self.port, "user": self.user, "password": self.password}
        return {**login, database: self.database}

    def url(self, dialect: str = "postgresql") -> str:
        """With the password, which holds nothing that a URL must escape."""
        return f"{dialect}://{self.user}:{self.password}@{self.host}:{self.port}/{self.database}"


LOGIN, PASSWORD = "laeser", "kun-til-proever"

COMMON = """
    opgjort_pr date,
    dataversion int8,
    omfang text
"""
TABLES = f"""
CREATE TABLE public.regnskab (
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
CREATE TABLE public.befolkning (
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
CREATE TABLE noegletal.noegletal (view text, navn text, titel text, definition text, enhed text, version int4);
COMMENT ON TABLE public.regnskab IS 'Kommunale regnskaber (REGK31). Kommunernes nettoudgifter efter funktion.';
COMMENT ON COLUMN public.regnskab.aar IS 'År. Regnskabsåret.';
COMMENT ON COLUMN public.regnskab.udgift_kr IS 'Nettoudgift. Nettoudgift i løbende priser. Enhed: kr.';
COMMENT ON TABLE public.befolkning IS 'Befolkning. Folketal den første dag i kvartalet.';
COMMENT ON COLUMN public.befolkning.personer IS 'Folketal. Antal personer med bopæl i kommunen. Enhed: personer';
GRANT USAGE ON SCHEMA noegletal TO {LOGIN};
GRANT SELECT ON public.regnskab, public.befolkning, noegletal.noegletal TO {LOGIN};
"""
STAMP = "DATE '2026-11-29' AS opgjort_pr, CAST(1 AS BIGINT) AS dataversion, 'alle rækker' AS omfang"
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
            if demo is not None:
                _fill(connection, demo)
        yield Endpoint(postgres.host, postgres.port, LOGIN, PASSWORD, name)


def _fill(connection: Any, demo: Path) -> None:
    with duckdb.connect(demo, read_only=True) as source:
        for table, sql in ROWS.items():
            lines = ["\t".join(map(str, row)) + "\n" for row in source.execute(sql).fetchall()]
            connection.run(f"COPY public.{table} FROM STDIN", stream=lines)
