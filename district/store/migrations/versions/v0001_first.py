"""The first tables: office, desks, lines, receipts, rating batches."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, those first that others point at."""
    _acts()
    _batches()
    _counted_answers()
    _desks()
    _office()
    _sent()
    _users()
    _bundles()
    _positions()
    _position_indexes()
    _receipts()
    _shared_parts()
    _kept_files()


def _acts() -> None:
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_acts"),
        sqlite_strict=True,
    )


def _batches() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("formed_on", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("by_score", sa.Text(), nullable=False),
        sa.Column("by_channel", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("comments", sa.Text(), nullable=False),
        sa.Column("contradicted", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batches"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_batches_unit", "batches", ["unit"], unique=False)


def _counted_answers() -> None:
    op.create_table(
        "counted_answers",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("desk", "serial", name="pk_counted_answers"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _desks() -> None:
    op.create_table(
        "desks",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("card", sa.LargeBinary(), nullable=False),
        sa.Column("signing_key", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("receiving_key", sa.Text(), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("enrolment_number", sa.Integer(), nullable=False),
        sa.Column("enrolment", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("smallest_group", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("enrolled_on", sa.Text(), nullable=False),
        sa.Column("changed_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_desks"),
        sqlite_strict=True,
    )
    op.create_index("uq_desks_key_id", "desks", ["key_id"], unique=True)


def _office() -> None:
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Text(), nullable=False),
        sa.Column("practice", sa.Integer(), nullable=False),
        sa.Column("smallest_group", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office"),
        sqlite_strict=True,
    )


def _sent() -> None:
    op.create_table(
        "sent",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("desk", "item", name="pk_sent"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_users"),
        sqlite_strict=True,
    )


def _bundles() -> None:
    op.create_table(
        "bundles",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("basis", sa.Integer(), nullable=False),
        sa.Column("head", sa.Integer(), nullable=False),
        sa.Column("last_receipt", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("applied", sa.Integer(), nullable=False),
        sa.Column("set_aside", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_bundles_desk_desks"),
        sa.PrimaryKeyConstraint("document", name="pk_bundles"),
        sqlite_strict=True,
    )
    op.create_index("ix_bundles_desk", "bundles", ["desk"], unique=False)


def _positions() -> None:
    op.create_table(
        "positions",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=True),
        sa.Column("serial", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_positions_desk_desks"),
        sa.PrimaryKeyConstraint("desk", "branch", "position", name="pk_positions"),
        sqlite_strict=True,
    )


def _position_indexes() -> None:
    op.create_index(
        "ix_positions_aside",
        "positions",
        ["desk", "position"],
        unique=False,
        sqlite_where=sa.text("state = 'aside'"),
        postgresql_where=sa.text("state = 'aside'"),
    )
    op.create_index(
        "ix_positions_serial",
        "positions",
        ["desk", "branch", "serial"],
        unique=False,
        sqlite_where=sa.text("serial IS NOT NULL"),
        postgresql_where=sa.text("serial IS NOT NULL"),
    )
    op.create_index(
        "ix_positions_void",
        "positions",
        ["desk", "branch", "subject"],
        unique=False,
        sqlite_where=sa.text("kind = 'letter-voided'"),
        postgresql_where=sa.text("kind = 'letter-voided'"),
    )


def _receipts() -> None:
    op.create_table(
        "receipts",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("upto", sa.Integer(), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_receipts_desk_desks"),
        sa.PrimaryKeyConstraint("desk", "number", name="pk_receipts"),
        sqlite_strict=True,
    )


def _shared_parts() -> None:
    op.create_table(
        "shared_parts",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("part", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_shared_parts_desk_desks"),
        sa.PrimaryKeyConstraint("desk", "position", name="pk_shared_parts"),
        sqlite_strict=True,
    )


def _kept_files() -> None:
    op.create_table(
        "kept_files",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["bundles.document"], name="fk_kept_files_document_bundles"),
        sa.PrimaryKeyConstraint("document", name="pk_kept_files"),
        sqlite_strict=True,
    )
