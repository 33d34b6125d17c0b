"""The journal is found by day and, for rare kinds, by kind, people by name and day; new pages are packed.

The days stand in the lines, which never change: the new columns are worked out from them and take no room but in the
indexes. Pages already archived stay as they are (docs/adr/0014).
"""

from alembic import op

revision = "0003"
down_revision = "0002"

# A line is canonical JSON: its day stands right behind its kind.
DAY = """substr(CAST(line AS TEXT), instr(CAST(line AS TEXT), '","on":"') + 8, 10)"""
RARE = """CASE WHEN kind NOT IN ('registered', 'letter-prepared', 'letter-printed', 'letter-delivered') THEN kind END"""

STEPS = (
    f"ALTER TABLE journal ADD COLUMN day TEXT GENERATED ALWAYS AS ({DAY}) VIRTUAL",
    f"ALTER TABLE journal ADD COLUMN rare TEXT GENERATED ALWAYS AS ({RARE}) VIRTUAL",
    "CREATE INDEX ix_journal_day ON journal (day)",
    "CREATE INDEX ix_journal_rare ON journal (rare) WHERE rare IS NOT NULL",
    # Who looks for the same people about the same day asks for both at once.
    "DROP INDEX ix_people_folded",
    "CREATE INDEX ix_people_folded ON people (folded, born)",
    "CREATE INDEX ix_registrations_happened ON registrations (event, happened_on)",
)


def upgrade() -> None:
    """Add the columns and make the indexes."""
    for step in STEPS:
        op.execute(step)
