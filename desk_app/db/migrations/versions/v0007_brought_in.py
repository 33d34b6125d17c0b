"""What is brought in: sheets, updates from the level above, letter templates."""

from alembic import op

revision = "0007"
down_revision = "0006"

STEPS = (
    """CREATE TABLE imports (
    id INTEGER NOT NULL,
    taken_on TEXT NOT NULL,
    undone_on TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_imports PRIMARY KEY (id)
)
 STRICT""",
    """CREATE TABLE import_rows (
    import_id INTEGER NOT NULL,
    registration_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_import_rows PRIMARY KEY (import_id, registration_id),
    CONSTRAINT fk_import_rows_import_id_imports FOREIGN KEY(import_id) REFERENCES imports (id),
    CONSTRAINT fk_import_rows_registration_id_registrations FOREIGN KEY(registration_id) REFERENCES registrations (id)
)
 STRICT""",
    "CREATE INDEX ix_import_rows_registration_id ON import_rows (registration_id)",
    """CREATE TABLE updates (
    id INTEGER NOT NULL,
    document TEXT NOT NULL,
    edition TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    put_back_on TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_updates PRIMARY KEY (id)
)
 STRICT""",
    """CREATE TABLE update_papers (
    update_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_update_papers PRIMARY KEY (update_id, kind, name),
    CONSTRAINT fk_update_papers_update_id_updates FOREIGN KEY(update_id) REFERENCES updates (id)
)
 STRICT""",
    """CREATE TABLE letter_templates (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    from_day TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_letter_templates PRIMARY KEY (name, version)
)
 STRICT""",
)


def upgrade() -> None:
    """Make the tables; nothing of what is kept changes."""
    for step in STEPS:
        op.execute(step)
