"""The year of the friendly office: issued reports, sessions, what is logged by day, evidence, criteria."""

from alembic import op

revision = "0006"
down_revision = "0005"

STEPS = (
    """CREATE TABLE issued_reports (
    id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    period TEXT NOT NULL,
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_issued_reports PRIMARY KEY (id),
    CONSTRAINT uq_issued_reports_period UNIQUE (period, version)
)
 STRICT""",
    """CREATE TABLE report_drafts (
    period TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT pk_report_drafts PRIMARY KEY (period)
)
 STRICT""",
    """CREATE TABLE sessions (
    id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    planned_on TEXT NOT NULL,
    held_on TEXT,
    taken_back_on TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id)
)
 STRICT""",
    "CREATE INDEX ix_sessions_planned_on ON sessions (planned_on)",
    """CREATE TABLE session_opinions (
    id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    due_on TEXT,
    done_on TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_session_opinions PRIMARY KEY (id),
    CONSTRAINT fk_session_opinions_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id)
)
 STRICT""",
    "CREATE INDEX ix_session_opinions_session_id ON session_opinions (session_id)",
    """CREATE TABLE year_log (
    id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    on_day TEXT NOT NULL,
    taken_back_on TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_year_log PRIMARY KEY (id)
)
 STRICT""",
    "CREATE INDEX ix_year_log_on_day ON year_log (on_day)",
    """CREATE TABLE evidence (
    id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_on TEXT NOT NULL,
    taken_back_on TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (id),
    CONSTRAINT uq_evidence_digest UNIQUE (digest)
)
 STRICT""",
    """CREATE TABLE evidence_links (
    evidence_id INTEGER NOT NULL,
    to_kind TEXT NOT NULL,
    to_ref TEXT NOT NULL,
    CONSTRAINT pk_evidence_links PRIMARY KEY (evidence_id, to_kind, to_ref),
    CONSTRAINT fk_evidence_links_evidence_id_evidence FOREIGN KEY(evidence_id) REFERENCES evidence (id)
)
 STRICT""",
    "CREATE INDEX ix_evidence_links_to_kind ON evidence_links (to_kind, to_ref)",
    """CREATE TABLE evidence_packs (
    year INTEGER NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    made_on TEXT NOT NULL,
    digest TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT pk_evidence_packs PRIMARY KEY (year, version)
)
 STRICT""",
    """CREATE TABLE criteria_sets (
    id TEXT NOT NULL,
    edition INTEGER NOT NULL,
    added_on TEXT NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_criteria_sets PRIMARY KEY (id, edition)
)
 STRICT""",
    """CREATE TABLE criteria_years (
    set_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    confirmed_on TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_criteria_years PRIMARY KEY (set_id, year, version)
)
 STRICT""",
)


def upgrade() -> None:
    """Make the tables; nothing of what is kept changes."""
    for step in STEPS:
        op.execute(step)
