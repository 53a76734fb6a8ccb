"""Which kommuner have validated which area of which period."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "validations",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kommunekode", sa.Integer(), nullable=False),
        sa.Column("omraade", sa.String(63), nullable=False),
        sa.Column("periode", sa.String(16), nullable=False),
        sa.Column("validated", sa.Boolean(), nullable=False),
        sa.Column("afvigelse_pct", sa.Numeric(5, 2)),
        sa.Column("af", sa.String(63), nullable=False),
        sa.Column("tid", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_validations"),
    )
    op.create_index("ix_validations_kommunekode", "validations", ["kommunekode"])
