"""The journal is found by day and, for rare kinds, by kind; pages written from here on are packed.

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
)


def upgrade() -> None:
    """Add both columns and their indexes."""
    for step in STEPS:
        op.execute(step)
