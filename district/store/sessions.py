"""Who is logged in to the pages: rows known by the digest of a cookie, shared by every process that serves them."""

from dataclasses import dataclass, fields

from sqlalchemy import Connection, delete, insert, select, update

from district.store.office_tables import sessions


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One open session; `sealed` holds the office's keys for those who hold them, under a key that only the cookie
    gives. Moments are UTC (2026-10-31T09:00:00Z)."""

    digest: str
    user: str
    role: str
    sealed: bytes | None
    begun_at: str
    seen_at: str


class SessionRows:
    """The rows of sessions within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, row: SessionRow) -> None:
        """Open a session; its digest must be new."""
        values = {field.name: getattr(row, field.name) for field in fields(row)}
        self._connection.execute(insert(sessions).values(values))

    def get(self, digest: str) -> SessionRow | None:
        """The session of that digest."""
        row = self._connection.execute(select(sessions).where(sessions.c.digest == digest)).first()
        return SessionRow(*row) if row else None

    def seen(self, digest: str, at: str) -> None:
        """Somebody asked for a page at that moment."""
        self._connection.execute(update(sessions).where(sessions.c.digest == digest).values(seen_at=at))

    def drop(self, digest: str) -> None:
        """Close a session; closing it twice is harmless."""
        self._connection.execute(delete(sessions).where(sessions.c.digest == digest))

    def drop_idle(self, before: str) -> None:
        """Close every session that nobody used since that moment."""
        self._connection.execute(delete(sessions).where(sessions.c.seen_at < before))

    def drop_of(self, user: str) -> None:
        """Close every session of that user, who was removed or got another password or role."""
        self._connection.execute(delete(sessions).where(sessions.c.user == user))
