"""Drafts as typed so far: kept within a second, so that a power cut costs no words."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from desk_app.db import rows


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft of an event; `values_json` exactly as it was handed in, `at` the moment of keeping (ISO)."""

    draft_id: str
    event: str
    values_json: str
    at: str


class Drafts:
    """The drafts of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, draft_id: str, event: str, values_json: str, at: str) -> None:
        """Keep the draft in place of what was kept under this id before."""
        self.drop(draft_id)
        values = {"draft_id": draft_id, "event": event, "draft": values_json, "kept_at": at}
        self._connection.execute(insert(rows.drafts), values)

    def get(self, draft_id: str) -> KeptDraft | None:
        """The draft of this id."""
        found = self._connection.execute(select(rows.drafts).where(rows.drafts.c.draft_id == draft_id)).first()
        return KeptDraft(*found) if found else None

    def drop(self, draft_id: str) -> None:
        """Forget the draft, if there is one."""
        self._connection.execute(delete(rows.drafts).where(rows.drafts.c.draft_id == draft_id))

    def all(self) -> tuple[KeptDraft, ...]:
        """Every draft, the one kept last first."""
        wanted = select(rows.drafts).order_by(rows.drafts.c.kept_at.desc(), rows.drafts.c.draft_id)
        return tuple(KeptDraft(*row) for row in self._connection.execute(wanted))
