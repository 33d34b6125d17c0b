"""Where citizens' answers stand: in batches, or beside the figures and why."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from district.ratings import sort_answers
from district.store.desks import DeskRow
from district.store.public_store import PublicStore
from district.store.store import Work


@dataclass(frozen=True, slots=True)
class Answered:
    """Counts only: in batches; in too small a group still; letter not here yet; no such letter in 120 days."""

    batched: int
    for_group: int
    unmatched: int
    without_letter: int

    def to_json(self) -> dict[str, int]:
        """The counts by name."""
        return asdict(self)


def answered_of(work: Work, public: PublicStore, desks: Sequence[DeskRow], today: date) -> Answered:
    """How the answers to these desks' letters stand today."""
    held = sort_answers(work, (answer for desk in desks for answer in public.answers(desk.number)), today)
    units = sorted({desk.unit for desk in desks})
    batched = sum(batch.n for unit in units for batch in work.batches.of_unit(unit))
    return Answered(batched, len(held.ready), held.unmatched, held.without_letter)
