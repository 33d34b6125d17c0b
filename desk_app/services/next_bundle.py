"""The bundle that went last and the one that comes next, as status line and reminders tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from common.periods import Period
from desk_app.db.register import Reading
from desk_app.services.month_end import closing_month
from desk_app.sync.outgoing import fields_of

_TAKEN = frozenset({"accepted", "already-accepted"})
DUE_DAY = 5
"""A month's bundle is due above by this day of the next month."""
PATIENCE = 10
"""Days after which a bundle without a receipt is worth a telephone call."""


@dataclass(frozen=True, slots=True)
class LastSent:
    """The newest sealed bundle: its number, its month, the last line in it, the day on which it was begun, and the day
    and the word of its receipt (None and "" while there is none)."""

    seq: int
    month: Period
    head: int
    receipt_on: date | None = None
    verdict: str = ""
    begun_on: date | None = None

    @property
    def taken(self) -> bool:
        """Whether the level above has it; a bundle may be answered and wait all the same."""
        return self.verdict in _TAKEN


@dataclass(frozen=True, slots=True)
class Coming:
    """The month whose bundle comes next, and how many lines no bundle of ours holds yet."""

    month: Period
    lines: int


def last_sent(reading: Reading) -> LastSent | None:
    """The bundle that went last."""
    sealed = [bundle for bundle in reading.bundles.all() if bundle.state == "sealed"]
    if not sealed:
        return None
    last, fields = sealed[-1], fields_of(sealed[-1].manifest)
    year, month = map(int, fields.period.split("-")[:2])
    answer = next((one for one in reversed(reading.receipts.all()) if one.bundle == last.digest), None)
    return LastSent(
        seq=fields.seq,
        month=_month_of(date(year, month, 1)),
        head=fields.head,
        receipt_on=answer.taken_on if answer else None,
        verdict=answer.verdict if answer else "",
        begun_on=date.fromisoformat(fields.created_at[:10]),
    )


def coming_bundle(reading: Reading, today: date, sent: LastSent | None) -> Coming:
    """The month that just ended unless it went already with what was `sent` last, else the running one."""
    closing = closing_month(today)
    gone = sent is not None and sent.month.first >= closing.first
    held = max(reading.bundles.acknowledged(), sent.head if sent else 0)
    return Coming(_month_of(today) if gone else closing, max(0, reading.journal.head()[0] - held))


def due_day(month: Period) -> date:
    """By when the bundle of a month shall be above."""
    return (month.last + timedelta(days=1)).replace(day=DUE_DAY)


def _month_of(day: date) -> Period:
    first = day.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return Period(f"{first:%Y-%m}", first, after - timedelta(days=1))
