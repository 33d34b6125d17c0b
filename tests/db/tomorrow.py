"""The program of tomorrow: the steps of today, and one more that makes, widens, fills and rebuilds tables."""

from __future__ import annotations

import shutil
from pathlib import Path

from desk_app.db import migrate, rows

HERE = Path(migrate.__file__).parent / "migrations"
STEP = """
from alembic import op
import sqlalchemy as sa

revision = "{new:04d}"
down_revision = "{old:04d}"


def upgrade():
    op.execute("CREATE TABLE tomorrow (id INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY (id)) STRICT")
    op.execute("INSERT INTO tomorrow SELECT id, names || printf('%.*c', 2000, '-') FROM registrations")
    op.execute("ALTER TABLE drafts ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    op.execute("UPDATE drafts SET colour = 'sen'")
    with op.batch_alter_table("desk_answers") as table:
        table.add_column(sa.Column("slip", sa.Text(), nullable=False, server_default=""))
    op.execute("CREATE INDEX ix_journal_kind ON journal (kind, position)")
"""


def steps_of_tomorrow(folder: Path) -> Path:
    """Today's steps and tomorrow's, as Alembic reads them."""
    place = Path(shutil.copytree(HERE, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__")))
    step = STEP.format(old=rows.SCHEMA, new=rows.SCHEMA + 1)
    (place / "versions" / f"v{rows.SCHEMA + 1:04d}_tomorrow.py").write_text(step, encoding="utf-8")
    return place
