"""Where citizens' answers stand: in batches, or beside the figures and why."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from district.ratings import sort_answers
from district.store.desks import DeskRow
from district.store.public_store import Opener, PublicStore
from district.store.store import Work


@dataclass(frozen=True, slots=True)
class Answered:
    """Counts only: in batches; may still be changed by the citizen; in too small a group still; letter not here yet;
    no such letter in 120 days; ballots that cannot be opened (0 where nobody with keys asks); to letters taken back,
    and of those how many were answered before that, by the desk's own day."""

    batched: int
    changeable: int
    for_group: int
    unmatched: int
    without_letter: int
    unreadable: int = 0
    void: int = 0
    voided_after: int = 0

    def to_json(self) -> dict[str, int]:
        """The counts by name."""
        return asdict(self)


def answered_of(
    work: Work, public: PublicStore, desks: Sequence[DeskRow], now: datetime, opener: Opener | None = None
) -> Answered:
    """How the answers to these desks' letters stand now; `opener` for whoever holds the office's keys."""
    settled = [letter for desk in desks for letter in public.waiting(desk.number, settled_by=now)]
    changeable = sum(len(public.waiting(desk.number)) for desk in desks) - len(settled)
    held = sort_answers(work, settled, now.date())
    units = sorted({desk.unit for desk in desks})
    batched = sum(batch.n for unit in units for batch in work.batches.of_unit(unit))
    shut = sum(public.unreadable(desk.number, opener) for desk in desks) if opener else 0
    return Answered(
        batched, changeable, len(held.ready), held.unmatched, held.without_letter, shut, held.void, held.voided_after
    )
