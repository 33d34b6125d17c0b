"""Where citizens' answers stand: in batches, or beside the figures and why."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from district.ratings import sort_answers
from district.store.desks import DeskRow
from district.store.public_store import PublicStore
from district.store.store import Work


@dataclass(frozen=True, slots=True)
class Answered:
    """Counts only: in batches; may still be changed by the citizen; in too small a group still; letter not here yet;
    no such letter in 120 days."""

    batched: int
    changeable: int
    for_group: int
    unmatched: int
    without_letter: int

    def to_json(self) -> dict[str, int]:
        """The counts by name."""
        return asdict(self)


def answered_of(work: Work, public: PublicStore, desks: Sequence[DeskRow], now: datetime) -> Answered:
    """How the answers to these desks' letters stand now."""
    settled = [answer for desk in desks for answer in public.answers(desk.number, settled_by=now)]
    changeable = sum(len(public.answers(desk.number)) for desk in desks) - len(settled)
    held = sort_answers(work, settled, now.date())
    units = sorted({desk.unit for desk in desks})
    batched = sum(batch.n for unit in units for batch in work.batches.of_unit(unit))
    return Answered(batched, changeable, len(held.ready), held.unmatched, held.without_letter)
