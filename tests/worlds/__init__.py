"""The worlds that cases are asked in: each a model, a database made for it, and the service over both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import duckdb
import yaml

from demo.build import build
from semantic.access.grant import open_grant
from semantic.access.policies import Policies
from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.load import load_model
from semantic.pipeline import Service
from tests.granting import granting

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
DEMO_ROLES = (
    "offentlig", "udvalg", "direktion", "centerchef_voksne", "enhedsleder", "sagsbehandler", "analytiker_varde",
    "lokaladmin_varde", "governance", "konsulent",
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """A model folder, the database file that fits it, and the policies; None opens all to each demo principal."""

    name: str
    model: Path
    database: Path
    policies: Path | None = None

    @property
    def access(self) -> Path:
        return self.policies or open_policies(self.model)

    def oracle(self, sql: str) -> tuple[list[str], list[tuple[object, ...]]]:
        """Column names and rows of SQL written by hand, run beside the product and not through it."""
        with duckdb.connect(str(self.database), read_only=True) as connection:
            connection.execute("SET TimeZone = 'UTC'")
            found = connection.execute(sql)
            return [column[0] for column in found.description], found.fetchall()

    def service(self, limits: Limits | None = None) -> Service:
        """A service over the world, everything open to the operator and to each demo role."""
        chosen = limits or Limits()
        generation = Generation({"demo": self.database}, load_model(self.model), chosen)
        return Service(generation, open_grants(), chosen)


def open_grants() -> Policies:
    roles = (*OPERATOR.roles, *DEMO_ROLES)
    return granting({role: (open_grant(role, "a test opens everything"),) for role in roles})


@cache
def world(name: str) -> World:
    """The world of that name, its database built once for the session; `demo` is the shipped one."""
    folder = Path(mkdtemp(prefix=f"noegletal-{name}-"))
    database = folder / "demo.duckdb"
    if name == "demo":
        build(database)
        return World(name, PROJECT / "schema", database)
    with duckdb.connect(str(database)) as connection:
        connection.execute((HERE / name / "data.sql").read_text("utf-8"))
    return World(name, HERE / name / "model", database)


@cache
def open_policies(model: Path) -> Path:
    """A folder of policies that opens every cube of the model to each demo principal, written for the session."""
    folder = Path(mkdtemp(prefix="noegletal-open-"))
    cubes = list(load_model(model).cubes)
    grant = {
        "name": "alt",
        "reason": "A test opens everything.",
        "scope": "alle rækker",
        "open": cubes,
        "grain": {"rows": True},
    }
    record = dict.fromkeys(("title", "formaal", "hjemmel", "ejer", "godkendt_af"), "a test")
    dates = {"gyldig_til": date(9999, 12, 31), "naeste_gennemgang": date(9999, 1, 1), "niveau": "strategisk"}
    grants = [{**grant, "members": [f"{cube}.*" for cube in cubes]}] if cubes else []
    roles = [{"name": name, **record, **dates, "grants": grants} for name in DEMO_ROLES]
    principals = [{"name": name, "title": name, "roles": [name]} for name in DEMO_ROLES]
    (folder / "roles.yml").write_text(yaml.safe_dump({"roles": roles}), "utf-8")
    (folder / "principals.demo.yml").write_text(yaml.safe_dump({"principals": principals}), "utf-8")
    return folder


@cache
def service(name: str) -> Service:
    """The world's service, opened once for the session."""
    return world(name).service()
