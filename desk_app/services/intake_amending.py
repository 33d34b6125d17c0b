"""Amending many records in one act: each version with its line, and what an amendment brings besides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desk_app.db.many import Renewed
from desk_app.db.register import Work
from desk_app.db.registrations import Kept, Reasons
from desk_app.domain.events import AnyRegistration
from desk_app.services.alike import likenesses_among
from desk_app.services.decided import note_all_alike
from desk_app.services.lines import registration_entry
from desk_app.services.opt_outs import OPTED_OUT, change_wish
from desk_app.services.seat import Seat


class Renewal(NamedTuple):
    """A live record, what it is to say from now on, and the reasons kept with it."""

    kept: Kept
    after: AnyRegistration
    reasons: Reasons


def amend(seat: Seat, work: Work, told: Sequence[Renewal], reason: str) -> None:
    """Write the next version of each, its line, its household's wish; one that begins to look like another is noted."""
    alike = _alike(work, {one.kept.id: one.kept.registration for one in told})
    work.many.amend(
        [Renewed(one.kept.id, one.kept.version + 1, one.kept.registration, one.after, one.reasons) for one in told],
        reason,
    )
    work.journal.append_all(
        registration_entry(seat, "amended", (one.kept.subject, one.kept.version + 1), one.after) for one in told
    )
    for one in told:
        if OPTED_OUT in one.kept.registration.cases | one.after.cases:
            change_wish(seat, work, one.kept.id, (one.kept.registration, one.after))
    now = _alike(work, {one.kept.id: one.after for one in told})
    note_all_alike(work, [id for id, others in now.items() if others - alike[id]])


def _alike(work: Work, asked: dict[int, AnyRegistration]) -> dict[int, frozenset[int]]:
    found = likenesses_among(work, asked)
    return {id: frozenset(one.kept.id for one in others) for id, others in found.items()}
