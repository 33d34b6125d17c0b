"""Drafts as typed so far: kept within a second, so that a power cut costs no words."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from desk_app.db import rows
from desk_app.db.quick import adding, wrote

_ADD = adding(rows.drafts, "draft_id", "event", "draft", "kept_at")


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
        wrote(self._connection, _ADD, draft_id, event, values_json, at)

    def get(self, draft_id: str) -> KeptDraft | None:
        """The draft of this id."""
        found = self._connection.execute(select(rows.drafts).where(rows.drafts.c.draft_id == draft_id)).first()
        return KeptDraft(*found) if found else None

    def drop(self, draft_id: str) -> None:
        """Forget the draft, if there is one."""
        wrote(self._connection, "DELETE FROM drafts WHERE draft_id = ?", draft_id)

    def all(self) -> tuple[KeptDraft, ...]:
        """Every draft, the one kept last first."""
        wanted = select(rows.drafts).order_by(rows.drafts.c.kept_at.desc(), rows.drafts.c.draft_id)
        return tuple(KeptDraft(*row) for row in self._connection.execute(wanted))
