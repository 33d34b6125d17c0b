"""What a clerk has typed so far, kept in the encrypted register so that a power cut costs no words."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desk_app.db.drafts import KeptDraft
from desk_app.domain.drafts import Draft, draft_from, draft_values, event_of
from desk_app.services.seat import Seat

_FREE_LINE = "letter_free_line"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft somebody left: its id, the draft itself, when it was last kept (ISO), and the free line of its letter."""

    id: str
    draft: Draft
    at: str
    free_line: str = ""


@dataclass(frozen=True, slots=True)
class Drafting:
    """Keeping, listing and dropping drafts. Entering a draft drops it in the same transaction."""

    seat: Seat

    def begin(self) -> str:
        """The id of a new draft."""
        return self.seat.subject()

    def keep(self, id: str, draft: Draft, free_line: str = "") -> None:
        """Keep the words as typed, those of the letter's free line too; the last ones win."""
        self.seat.may("register")
        letter = {_FREE_LINE: free_line} if free_line else {}
        values = json.dumps({**draft_values(draft), **letter}, ensure_ascii=False)
        with self.seat.work() as work:
            work.drafts.keep(id, event_of(draft), values, self.seat.moment())
            work.commit()

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Every draft, the one kept last first."""
        with self.seat.reading() as reading:
            kept = reading.drafts.all()
        return tuple(unfinished_of(row) for row in kept)

    def drop(self, id: str) -> None:
        """Forget a draft that its writer gave up."""
        with self.seat.work() as work:
            work.drafts.drop(id)
            work.commit()


def unfinished_of(row: KeptDraft) -> Unfinished:
    """The draft as its writer left it, the free line of its letter apart from the fields of its form."""
    values = json.loads(row.values_json)
    free_line = values.pop(_FREE_LINE, "")
    return Unfinished(row.draft_id, draft_from(row.event, values), row.at, free_line)
