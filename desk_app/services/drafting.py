"""What a clerk has typed so far, kept in the encrypted register so that a power cut costs no words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from desk_app.db.drafts import KeptDraft
from desk_app.db.register import Reading
from desk_app.domain.courtesy_drafts import (
    COURTESY_DRAFTS,
    ApologyDraft,
    CourtesyDraft,
    ThanksDraft,
    courtesy_from,
    courtesy_values,
    letter_kind,
)
from desk_app.domain.drafts import Draft, draft_from, draft_values, event_of
from desk_app.services.leaving import claim, owners_of
from desk_app.services.letter_values import Wish, wish_from
from desk_app.services.seat import ACTS_OF, Seat

AnyDraft = Draft | CourtesyDraft
_BESIDE = ("letter_free_line", "form_links", "letter_wish")
"""What is kept among a draft's values and is no field of its form."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft somebody left: its id, the draft itself, when it was last kept (ISO), the free line of its letter,
    which fields followed which, in the form's own words ("" where nobody said), and what was chosen for its letter."""

    id: str
    draft: AnyDraft
    at: str
    free_line: str = ""
    links: str = ""
    wish: Wish = field(default_factory=Wish)


@dataclass(frozen=True, slots=True)
class Drafting:
    """Keeping, listing and dropping drafts. Entering a draft drops it in the same transaction.

    A draft is its writer's own: the others do not see it, but for the administrator, who may pass it on."""

    seat: Seat

    def begin(self) -> str:
        """The id of a new draft."""
        return self.seat.subject()

    def keep(self, id: str, draft: AnyDraft, wish: Wish | str = "", links: str = "") -> None:
        """Keep the words as typed, and what is wished of the letter (its free line alone, or all); the last ones
        win."""
        self.seat.may("register")
        wished = Wish(free_line=wish) if isinstance(wish, str) else wish
        body = json.dumps(wished.body, ensure_ascii=False) if wished.body.keys() - {"free_line"} else ""
        told = zip(_BESIDE, (wished.free_line, links, body), strict=True)
        beside = {name: text for name, text in told if text}
        values = json.dumps({**typed_values(draft), **beside}, ensure_ascii=False)
        with self.seat.work() as work:
            work.drafts.keep(id, kind_of_draft(draft), values, self.seat.moment())
            claim(work, id, self.seat.user)
            work.commit()

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Every draft that is shown at this seat, the one kept last first."""
        with self.seat.reading() as reading:
            kept = shown_drafts(self.seat, reading)
        return tuple(unfinished_of(row) for row in kept)

    def page(self, id: str) -> str:
        """The page of the window on which a draft goes on."""
        with self.seat.reading() as reading:
            kept = reading.drafts.get(id)
        return "courtesy" if kept and kept.event in COURTESY_DRAFTS else "form"

    def drop(self, id: str) -> None:
        """Forget a draft that its writer gave up. Raises Trouble("not-allowed") for another's."""
        with self.seat.work() as work:
            if owners_of(work).get(id, self.seat.user) != self.seat.user:
                self.seat.may("people")
            work.drafts.drop(id)
            work.commit()


def shown_drafts(seat: Seat, reading: Reading) -> tuple[KeptDraft, ...]:
    """One's own, and of others where this role may pass them on; the one kept last first."""
    owners, every = owners_of(reading), "people" in ACTS_OF[seat.role]
    return tuple(one for one in reading.drafts.all() if every or owners.get(one.draft_id, seat.user) == seat.user)


def kind_of_draft(draft: AnyDraft) -> str:
    """birth, marriage or death; thanks or apology."""
    return letter_kind(draft) if isinstance(draft, ThanksDraft | ApologyDraft) else event_of(draft)


def typed_values(draft: AnyDraft) -> dict[str, object]:
    """Every field of a draft by name."""
    return courtesy_values(draft) if isinstance(draft, ThanksDraft | ApologyDraft) else draft_values(draft)


def unfinished_of(row: KeptDraft) -> Unfinished:
    """The draft as its writer left it, what is no field of its form apart."""
    values = json.loads(row.values_json)
    line, links, body = [values.pop(name, "") for name in _BESIDE]
    wish = replace(wish_from(json.loads(body or "{}")), free_line=line)
    made: AnyDraft = (courtesy_from if row.event in COURTESY_DRAFTS else draft_from)(row.event, values)
    return Unfinished(row.draft_id, made, row.at, line, links, wish)
