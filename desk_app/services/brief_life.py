"""Both acts of a child that lived under 24 hours: found by each other, and the second waiting until it is written."""

from __future__ import annotations

import json

from common.names import fold, tidy
from common.words import find as words
from common.words.form_cases import both_acts
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.domain.brief_life import days_of_other, one_child, other_draft
from desk_app.domain.drafts import Draft, draft_values, event_of
from desk_app.domain.events import BRIEF, AnyRegistration
from desk_app.domain.reading import draft_of
from desk_app.services.drafting import AnyDraft, unfinished_of
from desk_app.services.leaving import claim, owners_of
from desk_app.services.seat import Seat
from desk_app.services.stored import any_registration

OTHER = {"birth": "death", "death": "birth"}


def other_act(store: Reading | Work, registration: AnyRegistration) -> Kept | None:
    """The live record of the other act of the same child; None where there is none or it is no such child."""
    if BRIEF not in registration.cases or registration.event not in OTHER:
        return None
    near = store.like.people_on(OTHER[registration.event], days_of_other(registration))
    rows = store.registrations.several(sorted({id for id, _, _ in near}))
    return next((row for row in rows if one_child(registration, row.registration)), None)


def begin_other(seat: Seat, work: Work, registration: AnyRegistration) -> str:
    """Keep the other act as a draft that tells what this one does, unless it is written; its id, or nothing."""
    draft = other_draft(draft_of(registration)) if BRIEF in registration.cases else None
    if draft is None or other_act(work, registration) is not None:
        return ""
    begun = _begun(seat, work, draft)
    if begun:
        return begun[0]
    id = seat.subject()
    work.drafts.keep(id, event_of(draft), json.dumps(draft_values(draft), ensure_ascii=False), seat.moment())
    claim(work, id, seat.user)
    return id


def begin_other_of(seat: Seat, id: int) -> str:
    """The same for a record that stands; the id of the draft, or nothing."""
    seat.may("register")
    with seat.work() as work:
        draft = begin_other(seat, work, any_registration(work, id).registration)
        work.commit()
    return draft


def drop_begun(seat: Seat, work: Work, registration: AnyRegistration, event: str) -> None:
    """Forget what was begun of this child's act of that event: it is written, or its reason is gone."""
    if BRIEF not in registration.cases:
        return
    own = draft_of(registration)
    draft = own if event == registration.event else other_draft(own)
    for id in _begun(seat, work, draft) if draft is not None else ():
        work.drafts.drop(id)


def told_beside(store: Reading | Work, registration: AnyRegistration) -> tuple[int, str]:
    """The other act of such a child: its record (0: not written yet) and a line about it; nothing for anybody else."""
    if BRIEF not in registration.cases or registration.event not in OTHER:
        return 0, ""
    other = other_act(store, registration)
    if other is None:
        return 0, both_acts(OTHER[registration.event], "")
    place = words.place(other.registration.number, other.registration.book)
    return other.id, both_acts(other.event, place)


def _begun(seat: Seat, work: Work, draft: Draft) -> tuple[str, ...]:
    """One's own drafts of this act of this child."""
    owners = owners_of(work)
    rows = [row for row in work.drafts.all() if owners.get(row.draft_id, seat.user) == seat.user]
    kept = (unfinished_of(row) for row in rows if row.event == event_of(draft))
    return tuple(one.id for one in kept if BRIEF in _case(one.draft) and _name(one.draft) == _name(draft))


def _case(draft: AnyDraft) -> list[str]:
    return str(getattr(draft, "case", "")).split()


def _name(draft: AnyDraft) -> str:
    return fold(tidy(str(getattr(draft, "child_name", "") or getattr(draft, "deceased_name", ""))))
