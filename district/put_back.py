"""An office that was put back from a copy: answers of before may have left in a batch that it lost.

They are not put into a batch of their own again, since it would differ by few answers from the one that a desk holds.
They wait until every desk of the commune has spoken; then they leave along with enough answers that came since, and a
desk that was told them before, by a receipt that this office does not know, is not told them twice.
"""

from dataclasses import dataclass
from datetime import datetime

from district.moments import VIETNAM
from district.store.store import Work


@dataclass(frozen=True, slots=True)
class Back:
    """Answers of `until` (ISO day) and before may have left already ("" none); whether they wait for a desk to speak;
    desks that name receipts of the time that was lost."""

    until: str = ""
    waits: bool = False
    told: tuple[int, ...] = ()


NEVER = Back()


def since_copy(work: Work, unit: str, oldest: str) -> Back:
    """How this office stands to answers of before it was put back; `oldest` is the ISO day of the oldest that waits."""
    at = work.office.put_back_at()
    until = datetime.fromisoformat(at).astimezone(VIETNAM).date().isoformat() if at else ""
    if oldest > until:
        return NEVER
    heard: dict[int, list[int]] = {}
    for desk in work.desks.of_unit(unit):
        bundles = [row for row in work.bundles.of_desk(desk.number) if row.received_at >= at]
        if bundles or desk.state == "enrolled":
            heard[desk.number] = [row.last_receipt for row in bundles]
    told = [desk for desk, named in heard.items() if any(_is_lost(work, desk, one) for one in named)]
    return Back(until, not all(heard.values()), tuple(told))


def _is_lost(work: Work, desk: int, receipt: int) -> bool:
    """A number is never given again once a desk named it, so what it names and we do not know is of a lost time."""
    return receipt > 0 and work.receipts.get(desk, receipt) is None
