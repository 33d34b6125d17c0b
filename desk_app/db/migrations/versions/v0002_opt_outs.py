"""Households that want no letter: kept as keyed marks without a name."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of marks."""
    op.execute(
        """CREATE TABLE opt_outs (
    mark TEXT NOT NULL, kept_on TEXT NOT NULL,
    CONSTRAINT pk_opt_outs PRIMARY KEY (mark)
) STRICT"""
    )
