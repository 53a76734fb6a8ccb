"""Users, their roles, attributes and tokens, and whom of an issuer's we do not let in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("subject", sa.String(63), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("audience", sa.Text()),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("verifier", sa.Text()),
        sa.Column("created", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("subject", name="pk_users"),
        sa.CheckConstraint("kind IN ('person', 'tjeneste')", name="kind"),
        sa.CheckConstraint("kind = 'person' OR audience IS NOT NULL", name="audience"),
    )
    op.create_table(
        "blocked",
        sa.Column("subject", sa.String(260), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("subject", name="pk_blocked"),
    )
    _create_what_users_have()
    _create_tokens()


def _create_what_users_have() -> None:
    op.create_table(
        "role_assignments",
        sa.Column("subject", sa.String(63), nullable=False),
        sa.Column("role", sa.String(63), nullable=False),
        sa.Column("gyldig_til", MOMENT),
        sa.Column("granted_by", sa.String(63), nullable=False),
        sa.Column("granted", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("subject", "role", name="pk_role_assignments"),
        _of_a_user("role_assignments"),
    )
    op.create_table(
        "attributes",
        sa.Column("subject", sa.String(63), nullable=False),
        sa.Column("name", sa.String(63), nullable=False),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "name", name="pk_attributes"),
        _of_a_user("attributes"),
    )


def _create_tokens() -> None:
    op.create_table(
        "tokens",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(63), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("expires", MOMENT, nullable=False),
        sa.Column("last_used", MOMENT),
        sa.Column("revoked", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_tokens"),
        sa.UniqueConstraint("digest", name="uq_tokens_digest"),
        _of_a_user("tokens"),
    )
    op.create_index("ix_tokens_subject", "tokens", ["subject"])


def _of_a_user(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["subject"], ["users.subject"], name=f"fk_{table}_subject", ondelete="CASCADE")
