"""The state's tables brought up to this version, in one transaction, under a lock: who comes second finds it done."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from semantic.errors import DefinitionError, Problem
from server.state.tables import metadata

FOLDER = Path(__file__).parent / "migrations"
LOCK = 7_203_441_956  # any number, the same for every instance


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def upgrade(connection: Connection) -> None:
    """Every step that is not taken yet, in the connection's transaction; on SQLite that must be the one writer's.

    Raises DefinitionError (D663) when the tables are of a later version than this program.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK})
    known = scripts()
    taken = MigrationContext.configure(connection).get_current_heads()
    later = [one for one in taken if one not in {script.revision for script in known.walk_revisions()}]
    if later:
        hint = "Start a nogletal of that version, or go back to a copy of the state from before."
        raise DefinitionError(Problem("D663", f"The state is of a later version ({later[0]}).", hint))
    if taken == (known.get_current_head(),):
        return

    def steps(revision: tuple[str, ...], context: MigrationContext) -> list[RevisionStep]:
        return known._upgrade_revs("head", revision)  # type: ignore[arg-type]

    with EnvironmentContext(Config(), known, fn=steps) as environment:
        environment.configure(connection=connection, target_metadata=metadata)
        environment.run_migrations()
