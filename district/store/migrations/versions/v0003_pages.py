"""What the office's pages stand on: sessions, trays, keys of before, books, recounts, the roll-out's plan."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; what came before stays as it is."""
    _pages()
    _table_top()
    _desks()
    _recounts()
    _plan()


def _pages() -> None:
    """Who is logged in."""
    op.create_table(
        "sessions",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("begun_at", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_sessions"),
        sqlite_strict=True,
    )


def _table_top() -> None:
    """Files on the table that nothing counts yet, and those of a newer program."""
    op.create_table(
        "trays",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_trays"),
        sqlite_strict=True,
    )
    op.create_table(
        "tray_files",
        sa.Column("tray", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("expected", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["tray"], ["trays.id"], name="fk_tray_files_tray_trays"),
        sa.PrimaryKeyConstraint("tray", "ordinal", name="pk_tray_files"),
        sqlite_strict=True,
    )
    op.create_table(
        "shelved",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("came_at", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_shelved"),
        sqlite_strict=True,
    )


def _desks() -> None:
    """What is known of a desk beside its lines."""
    op.create_table(
        "desk_keys",
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("signing_key", sa.Text(), nullable=False),
        sa.Column("receiving_key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("since_on", sa.Text(), nullable=False),
        sa.Column("until_on", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_desk_keys_desk_desks"),
        sa.PrimaryKeyConstraint("key_id", name="pk_desk_keys"),
        sqlite_strict=True,
    )
    op.create_index("ix_desk_keys_desk", "desk_keys", ["desk"])
    op.create_index("ix_desks_unit", "desks", ["unit"])
    op.create_index("ix_desks_register", "desks", ["register"])
    op.create_index("ix_desks_enrolment_number", "desks", ["enrolment_number"])
    op.create_table(
        "desk_books",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("first_on", sa.Text(), nullable=False),
        sa.Column("last_on", sa.Text(), nullable=False),
        sa.Column("written", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_desk_books_desk_desks"),
        sa.PrimaryKeyConstraint("desk", "event", "book", name="pk_desk_books"),
        sqlite_strict=True,
    )
    op.create_index("ix_desk_books_book", "desk_books", ["book"])


def _recounts() -> None:
    """What was counted once."""
    op.create_table(
        "recounts",
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("head", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desks.number"], name="fk_recounts_desk_desks"),
        sa.PrimaryKeyConstraint("desk", "year", name="pk_recounts"),
        sqlite_strict=True,
    )


def _plan() -> None:
    """Which commune begins when."""
    op.create_table(
        "rollout",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("unit", name="pk_rollout"),
        sqlite_strict=True,
    )
    op.create_table(
        "rollout_goals",
        sa.Column("by_day", sa.Text(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("by_day", name="pk_rollout_goals"),
        sqlite_strict=True,
    )
