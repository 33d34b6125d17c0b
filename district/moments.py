"""How the district reads its clock and writes a moment down."""

from datetime import UTC, date, datetime, timedelta, timezone

# An office's day is Vietnam's day, whatever the server's own zone is; there is no summer time.
VIETNAM = timezone(timedelta(hours=7))


def utc_text(moment: datetime) -> str:
    """A moment with its zone as documents and tables hold it: 2026-10-31T09:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(text: str) -> date:
    """The office's day of a moment that was written down."""
    return datetime.fromisoformat(text).astimezone(VIETNAM).date()
