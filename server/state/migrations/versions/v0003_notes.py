"""Notes on figures, every version of each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("note", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("noegletal", sa.Text(), nullable=False),
        sa.Column("enhedstype", sa.Text(), nullable=False),
        sa.Column("enhed", sa.Text(), nullable=False),
        sa.Column("periode", sa.Date(), nullable=False),
        sa.Column("tekst", sa.Text()),
        sa.Column("af", sa.String(260), nullable=False),
        sa.Column("tid", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_notes"),
        sa.UniqueConstraint("note", "version", name="uq_notes_note"),
    )
    op.create_index("ix_notes_noegletal", "notes", ["noegletal"])
