"""How the district writes a moment down."""

from datetime import UTC, datetime


def utc_text(moment: datetime) -> str:
    """A moment with its zone as documents and tables hold it: 2026-10-31T09:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
