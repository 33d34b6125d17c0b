"""Forks that a person settled, with the reason; and the names that travelled with lines set aside by one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make both tables; what came before stays as it is."""
    op.create_table(
        "forks",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("common", sa.Integer(), nullable=False),
        sa.Column("settled_on", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_forks_desk_desks"),
        sa.PrimaryKeyConstraint("desk", "branch", name="pk_forks"),
        sqlite_strict=True,
    )
    op.create_table(
        "aside_parts",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("part", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_aside_parts_desk_desks"),
        sa.PrimaryKeyConstraint("desk", "branch", "position", name="pk_aside_parts"),
        sqlite_strict=True,
    )
