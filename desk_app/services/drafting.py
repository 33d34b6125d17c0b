"""What a clerk has typed so far, kept in the encrypted register so that a power cut costs no words."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desk_app.domain.drafts import Draft, draft_from, draft_values, event_of
from desk_app.services.seat import Seat


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft somebody left: its id, the draft itself, and when it was last kept (ISO)."""

    id: str
    draft: Draft
    at: str


@dataclass(frozen=True, slots=True)
class Drafting:
    """Keeping, listing and dropping drafts. Entering a draft drops it in the same transaction."""

    seat: Seat

    def begin(self) -> str:
        """The id of a new draft."""
        return self.seat.subject()

    def keep(self, id: str, draft: Draft) -> None:
        """Keep the words as typed; the last ones win."""
        self.seat.may("register")
        values = json.dumps(draft_values(draft), ensure_ascii=False)
        with self.seat.work() as work:
            work.drafts.keep(id, event_of(draft), values, self.seat.moment())
            work.commit()

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Every draft, the one kept last first."""
        with self.seat.reading() as reading:
            kept = reading.drafts.all()
        return tuple(
            Unfinished(row.draft_id, draft_from(row.event, json.loads(row.values_json)), row.at) for row in kept
        )

    def drop(self, id: str) -> None:
        """Forget a draft that its writer gave up."""
        with self.seat.work() as work:
            work.drafts.drop(id)
            work.commit()
