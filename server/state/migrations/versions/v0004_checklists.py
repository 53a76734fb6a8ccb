"""What was said of the steps of checklists, every word of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "checklist_steps",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("liste", sa.String(63), nullable=False),
        sa.Column("trin", sa.String(63), nullable=False),
        sa.Column("kommunekode", sa.Integer(), nullable=False),
        sa.Column("omraade", sa.String(63), nullable=False),
        sa.Column("periode", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("bemaerkning", sa.Text()),
        sa.Column("af", sa.String(260), nullable=False),
        sa.Column("tid", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_checklist_steps")),
    )
    op.create_index(op.f("ix_checklist_steps_kommunekode"), "checklist_steps", ["kommunekode"])
