"""The tables of the state. `migrations/` must give exactly these; a test compares."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

SUBJECT = 63  # characters, as PostgreSQL's names
FOREIGN_SUBJECT = 260  # `oidc:` and what the issuer calls somebody

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment with its zone, which SQLite cannot keep: there it is UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        found = value.astimezone(UTC)
        return found.replace(tzinfo=None) if dialect.name == "sqlite" else found

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        found: datetime = value
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


users = Table(
    "users",
    metadata,
    Column("subject", String(SUBJECT), primary_key=True),
    Column("title", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("audience", Text),
    Column("active", Boolean, nullable=False),
    Column("verifier", Text),  # SCRAM-SHA-256; none: no password lets in
    Column("created", Moment, nullable=False),
    CheckConstraint("kind IN ('person', 'tjeneste')", name="kind"),
    CheckConstraint("kind = 'person' OR audience IS NOT NULL", name="audience"),
)


def _user() -> Column[str]:
    return Column("subject", String(SUBJECT), ForeignKey("users.subject", ondelete="CASCADE"), primary_key=True)


role_assignments = Table(
    "role_assignments",
    metadata,
    _user(),
    Column("role", String(SUBJECT), primary_key=True),
    Column("gyldig_til", Moment),  # the first moment at which it is over; none: until it is revoked
    Column("granted_by", String(SUBJECT), nullable=False),
    Column("granted", Moment, nullable=False),
)

attributes = Table(
    "attributes",
    metadata,
    _user(),
    Column("name", String(SUBJECT), primary_key=True),
    Column("type", String(16), nullable=False),
    Column("value", JSON, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("subject", String(SUBJECT), ForeignKey("users.subject", ondelete="CASCADE"), nullable=False),
    Column("name", String(100), nullable=False),
    Column("digest", LargeBinary, nullable=False, unique=True),  # SHA-256 of the token, which is kept nowhere
    Column("created", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("last_used", Moment),
    Column("revoked", Moment),
    Index(None, "subject"),
)

blocked = Table(
    "blocked",
    metadata,
    Column("subject", String(FOREIGN_SUBJECT), primary_key=True),  # of an issuer; its tokens let nobody in
    Column("since", Moment, nullable=False),
)

validations = Table(  # nothing is changed in it: the last of a kommune, area and period is in force
    "validations",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kommunekode", Integer, nullable=False),
    Column("omraade", String(SUBJECT), nullable=False),
    Column("periode", String(16), nullable=False),
    Column("validated", Boolean, nullable=False),
    Column("afvigelse_pct", Numeric(5, 2)),
    Column("af", String(SUBJECT), nullable=False),
    Column("tid", Moment, nullable=False),
    Index(None, "kommunekode"),
)

# Nothing is changed but that words are erased: the last version of a note is in force; without a text it is withdrawn.
notes = Table(
    "notes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("note", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("noegletal", Text, nullable=False),
    Column("enhedstype", Text, nullable=False),
    Column("enhed", Text, nullable=False),
    Column("periode", Date, nullable=False),
    Column("tekst", Text),
    Column("af", String(FOREIGN_SUBJECT), nullable=False),
    Column("tid", Moment, nullable=False),
    UniqueConstraint("note", "version", name="uq_notes_note"),
    Index(None, "noegletal"),
)

checklist_steps = Table(  # nothing is changed in it: the last of a step, kommune, area and period is in force
    "checklist_steps",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("liste", String(SUBJECT), nullable=False),
    Column("trin", String(SUBJECT), nullable=False),
    Column("kommunekode", Integer, nullable=False),
    Column("omraade", String(SUBJECT), nullable=False),
    Column("periode", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("bemaerkning", Text),
    Column("af", String(FOREIGN_SUBJECT), nullable=False),
    Column("tid", Moment, nullable=False),
    Index(None, "kommunekode"),
)
