"""What is noted beside the answers: flags, figures with and without them, serials drawn for a check, own networks."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; batches formed so far have three levels, and so do the questions of the pages."""
    op.add_column("office", sa.Column("questions", sa.Text(), nullable=False, server_default="service-3"))
    op.add_column("office", sa.Column("put_back_at", sa.Text(), nullable=False, server_default=""))
    op.add_column("batches", sa.Column("scale", sa.Integer(), nullable=False, server_default="3"))
    _noted()
    _splits()
    _draws()
    _networks()


def _noted() -> None:
    op.create_table(
        "noted",
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("by_score", sa.Text(), nullable=False),
        sa.Column("told_in", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name="fk_noted_batch_batches"),
        sa.PrimaryKeyConstraint("batch", name="pk_noted"),
        sqlite_strict=True,
    )
    op.create_index("ix_noted_unit", "noted", ["unit"])


def _splits() -> None:
    op.create_table(
        "splits",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("formed_on", sa.Text(), nullable=False),
        sa.Column("scale", sa.Integer(), nullable=False),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("noted_by_score", sa.Text(), nullable=False),
        sa.Column("rest_by_score", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_splits"),
        sqlite_strict=True,
    )
    op.create_index("ix_splits_unit", "splits", ["unit"])


def _draws() -> None:
    op.create_table(
        "draws",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("drawn_on", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("shown_on", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_draws_desk_desks"),
        sa.PrimaryKeyConstraint("desk", "receipt", "serial", name="pk_draws"),
        sqlite_strict=True,
    )


def _networks() -> None:
    op.create_table(
        "networks",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("network", sa.Text(), nullable=False),
        sa.Column("since_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "network", name="pk_networks"),
        sqlite_strict=True,
    )
